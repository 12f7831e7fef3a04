//! The letters that there are, as terminal text, and the one that fits.

use super::{Page, TextStyle, Tone};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::{LetterChoice, LettersView, Sentence};

/// The letters, one line each; below them the one that fits now, and why.
pub fn letters_text(view: &LettersView, locale: &Locale, style: TextStyle) -> String {
    let said = |one: &Sentence| locale.say(&one.phrase(locale.language()));
    let mut page = Page::new(style);
    let widest = view.letters.iter().map(|letter| letter.name.chars().count()).max();
    let width = widest.unwrap_or_default() + 2;
    for letter in &view.letters {
        page.beside(&letter.name, width, &about(letter, locale), Tone::Plain);
    }
    let Some(reason) = &view.reason else { return page.finish() };
    page.gap();
    let (Some(name), Some(client)) = (&view.advised, &view.client) else {
        page.paragraph(&said(reason), Tone::Plain);
        return page.finish();
    };
    let advised = Phrase::new("letters-advised")
        .with("letter", name.as_str())
        .with("client", client.as_str());
    page.paragraph(&locale.say(&advised), Tone::Strong);
    page.indented(&said(reason), Tone::Plain);
    // Where the work ends: how to say it, and what speaks against that.
    if let Some(telling) = &view.telling {
        page.indented(&said(&telling.said), Tone::Plain);
        for against in &telling.against {
            let against = Phrase::new("letters-against").with("what", said(against));
            page.indented(&locale.say(&against), Tone::Plain);
        }
    }
    page.finish()
}

fn about(letter: &LetterChoice, locale: &Locale) -> String {
    let situation = letter.situation.as_ref();
    let situation = situation.map(|one| locale.say(&one.phrase(locale.language())));
    let own = letter.own.then(|| locale.say(&Phrase::new("letters-own")));
    situation.into_iter().chain(own).collect::<Vec<_>>().join(" · ")
}
