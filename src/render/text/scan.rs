//! Signals in messages as terminal text, and the examples of red flags run.

use super::{Page, TextStyle, Tone};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::{FlagTestView, ScanView, ScannedView};

/// The longest phrase that is shown whole, in characters.
const LONGEST: usize = 160;

/// The messages in which something was found, with phrases, rules and reasons.
pub fn scan_text(view: &ScanView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    for message in view.messages.iter().filter(|message| !message.flags.is_empty()) {
        page.heading(&message.path);
        put_message(&mut page, message, locale);
    }
    if view.messages.iter().all(|message| message.flags.is_empty()) {
        page.paragraph(&locale.say(&Phrase::new("scan-nothing")), Tone::Plain);
    }
    page.finish()
}

fn put_message(page: &mut Page, message: &ScannedView, locale: &Locale) {
    for flag in &message.flags {
        let signals: Vec<_> =
            message.signals.iter().filter(|signal| signal.flag == flag.flag).collect();
        let phrase = Phrase::new("scan-flag")
            .with("flag", flag.flag.as_str())
            .with("confidence", locale.number(flag.confidence, 2));
        page.paragraph(&locale.say(&phrase), Tone::Notable);
        for signal in signals {
            let rule = Phrase::new("scan-signal")
                .with("phrase", shortened(&signal.phrase))
                .with("rule", signal.rule.as_str())
                .with("confidence", locale.number(signal.confidence, 2));
            page.item(&locale.say(&rule));
            if !signal.reason.is_empty() {
                page.indented(&signal.reason, Tone::Plain);
            }
        }
        if let Some(innocent) = flag.innocent.first() {
            let phrase = Phrase::new("scan-innocent").with("text", innocent.as_str());
            page.indented(&locale.say(&phrase), Tone::Soft);
        }
    }
}

fn shortened(phrase: &str) -> String {
    let line = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let kept: String = line.chars().take(LONGEST).collect();
    format!("{kept}…")
}

/// The examples that did not do what their note says.
pub fn flag_test_text(view: &FlagTestView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    for failed in &view.failed {
        let place = format!("{}:{}", failed.note, failed.line);
        let phrase = match failed.expected {
            "flag" => Phrase::new("flag-test-missed"),
            _ => Phrase::new("flag-test-wrong"),
        };
        let phrase = phrase.with("flag", failed.flag.as_str()).with("place", place);
        page.paragraph(&locale.say(&phrase), Tone::Notable);
        page.indented(&shortened(&failed.text), Tone::Plain);
        if !failed.rules.is_empty() {
            let rules = Phrase::new("flag-test-rules").with("rules", failed.rules.join(", "));
            page.indented(&locale.say(&rules), Tone::Soft);
        }
    }
    let summary = Phrase::new("flag-test-summary")
        .with("examples", view.examples)
        .with("failed", view.failed.len());
    page.paragraph(&locale.say(&summary), Tone::Plain);
    page.finish()
}
