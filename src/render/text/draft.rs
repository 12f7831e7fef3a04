//! What was found in a draft, as terminal text.

use super::{Page, TextStyle, Tone};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::DraftView;

/// The findings of a draft, each with what to write instead.
pub fn draft_text(view: &DraftView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    for finding in &view.findings {
        let phrase = Phrase::new("draft-finding")
            .with("line", finding.line)
            .with("code", finding.code.as_str())
            .with("message", finding.message.as_str());
        page.paragraph(&locale.say(&phrase), Tone::Notable);
        let quoted = |words: &str| locale.say(&Phrase::new("draft-phrase").with("phrase", words));
        if !finding.phrase.is_empty() {
            page.indented(&quoted(&finding.phrase), Tone::Plain);
        }
        if !finding.words.is_empty() {
            let words: Vec<String> = finding.words.iter().map(|word| quoted(word)).collect();
            let weigh = Phrase::new("draft-words").with("words", words.join(", "));
            page.indented(&locale.say(&weigh), Tone::Plain);
        }
        for place in &finding.also {
            let also = Phrase::new("draft-also")
                .with("line", place.line)
                .with("phrase", quoted(&place.phrase));
            page.indented(&locale.say(&also), Tone::Plain);
        }
        let hint = match &finding.example {
            Some(example) => format!("{} {}", finding.hint, quoted(example)),
            None => finding.hint.clone(),
        };
        page.indented(&hint, Tone::Plain);
    }
    if view.findings.is_empty() {
        page.paragraph(&locale.say(&Phrase::new("draft-nothing")), Tone::Plain);
    }
    page.finish()
}
