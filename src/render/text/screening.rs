//! What the answers of a prospect mean, as terminal text.

use super::{Page, TextStyle, Tone, capital, colon, label, put_unread};
use crate::assess::{Counts, Verdict};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::{AnswerView, ScreeningView};

/// The verdict with its rule, the answers by what they weigh, and what to do next.
pub fn screening_text(view: &ScreeningView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    let verdict = Phrase::new(match view.verdict {
        Verdict::Go => "screen-go",
        Verdict::Ask => "screen-ask-first",
        Verdict::Decline => "screen-decline",
    });
    page.heading(&locale.say(&verdict.with("client", view.name.as_str())));
    put_unread(&mut page, view.unread, locale);
    page.paragraph(&locale.say(&tally(view)), Tone::Plain);
    page.paragraph(&locale.say(&rule(view)), Tone::Soft);
    for (counts, title) in [
        (Counts::Against, "screen-against"),
        (Counts::Doubt, "screen-doubts"),
        (Counts::Open, "screen-open"),
        (Counts::Noted, "screen-noted"),
        (Counts::Good, "screen-good"),
    ] {
        let of_kind: Vec<&AnswerView> =
            view.answers.iter().filter(|answer| answer.counts == counts).collect();
        if of_kind.is_empty() {
            continue;
        }
        page.heading(&label(&Phrase::new(title), locale));
        of_kind.into_iter().for_each(|answer| page.item(&line(answer, locale)));
    }
    put_next(&mut page, view, locale);
    page.finish()
}

/// The questions for the client alone, ready to paste, in the client's language.
pub fn to_send_text(view: &ScreeningView) -> String {
    let lines = view.to_send.iter().map(|question| format!("- {}\n", question.text));
    super::super::terminal::visible(&lines.collect::<String>()).into_owned()
}

fn tally(view: &ScreeningView) -> Phrase {
    let counts = &view.counts;
    Phrase::new("screen-tally")
        .with("against", counts.against)
        .with("doubts", counts.doubt)
        .with("open", counts.open)
        .with("noted", counts.noted)
        .with("good", counts.good)
}

fn rule(view: &ScreeningView) -> Phrase {
    Phrase::new("screen-rule").with("few", view.go_with).with("many", view.decline_from)
}

/// `goals: vague — nobody can say when it is done`, or the question where there is no answer.
fn line(answer: &AnswerView, locale: &Locale) -> String {
    let language = locale.language();
    let id = answer.question.as_str();
    let said = answer.answer.as_deref().unwrap_or_default();
    let because = answer.because.as_ref().map(|words| words.in_language(language));
    let rest = match (answer.counts, because) {
        (Counts::Open, _) => {
            let mut words = answer.words.clone();
            words.extend(answer.free.then(|| label(&Phrase::new("screen-any-text"), locale)));
            let ask = Phrase::new("screen-question")
                .with("question", answer.ask.in_language(language))
                .with("words", words.join(", "));
            locale.say(&ask)
        }
        (_, Some(because)) => {
            let because =
                Phrase::new("screen-because").with("answer", said).with("because", because);
            locale.say(&because)
        }
        (_, None) => said.to_owned(),
    };
    format!("{id}{}{rest}", colon(locale))
}

fn put_next(page: &mut Page, view: &ScreeningView, locale: &Locale) {
    if !view.to_send.is_empty() {
        let whom = view.contact.as_deref().unwrap_or(&view.name);
        let title = Phrase::new("screen-to-send").with("whom", whom);
        page.heading(&capital(&locale.say(&title)));
        view.to_send.iter().for_each(|question| page.item(&question.text));
    }
    page.heading(&label(&Phrase::new("screen-next"), locale));
    let client = view.client.as_str();
    match view.verdict {
        Verdict::Go => {
            page.item(&locale.say(&Phrase::new("screen-next-accept").with("client", client)));
        }
        Verdict::Ask => {
            page.item(&locale.say(&Phrase::new("screen-next-answer").with("client", client)));
            page.item(&locale.say(&Phrase::new("screen-next-send").with("client", client)));
        }
        Verdict::Decline => {
            let refer = match &view.refer_to {
                Some(who) => Phrase::new("screen-refer").with("who", who.as_str()),
                None => Phrase::new("screen-refer-nobody").with("client", client),
            };
            page.item(&locale.say(&refer));
            page.item(&locale.say(&Phrase::new("screen-next-letter").with("client", client)));
            page.item(&locale.say(&Phrase::new("screen-next-decline").with("client", client)));
        }
    }
    page.gap();
    page.paragraph(&label(&Phrase::new("screen-judgement"), locale), Tone::Soft);
}
