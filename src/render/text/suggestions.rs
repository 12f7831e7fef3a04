//! What messages suggest, as terminal text.

use super::scan::shortened;
use super::{Page, TextStyle, Tone};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::SuggestionsView;

/// The open suggestions, each with its id, its phrases and what it may mean otherwise.
pub fn suggestions_text(view: &SuggestionsView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    if view.suggestions.is_empty() {
        page.paragraph(&locale.say(&Phrase::new("no-suggestions")), Tone::Plain);
        return page.finish();
    }
    for one in &view.suggestions {
        let phrase = Phrase::new("suggestion")
            .with("id", one.id.as_str())
            .with("flag", one.flag.as_str())
            .with("confidence", locale.number(one.confidence, 2));
        page.heading(&locale.say(&phrase));
        let date = one.date.to_string().replacen('T', " ", 1);
        let head: Vec<&str> =
            [Some(date.as_str()), one.from.as_deref()].into_iter().flatten().collect();
        page.paragraph(&head.join(" · "), Tone::Soft);
        page.paragraph(&one.message, Tone::Soft);
        for phrase in &one.phrases {
            let said = Phrase::new("suggestion-phrase")
                .with("phrase", shortened(&phrase.phrase))
                .with("rule", phrase.rule.as_str());
            page.item(&locale.say(&said));
            if !phrase.reason.is_empty() {
                page.indented(&phrase.reason, Tone::Plain);
            }
        }
        if let Some(innocent) = one.innocent.first() {
            let phrase = Phrase::new("scan-innocent").with("text", innocent.as_str());
            page.indented(&locale.say(&phrase), Tone::Soft);
        }
        page.gap();
    }
    let how = Phrase::new("suggestions-how").with("client", view.client.as_str());
    page.paragraph(&locale.say(&how), Tone::Plain);
    page.finish()
}
