//! Signals in messages as terminal text, and the examples of red flags run.

use super::flags::put_replaced;
use super::{Page, TextStyle, Tone};
use crate::finding::Finding;
use crate::finding::Span;
use crate::locale::Locale;
use crate::mail::Doubt;
use crate::phrase::Phrase;
use crate::render::findings::{finding_line, hint};
use crate::report::{ExchangeView, FlagTestView, ScannedView, longest_of_each_rule};

/// The longest phrase that is shown whole, in characters.
const LONGEST: usize = 160;
/// How many silences are shown, the latest first.
const MOST_SILENCES: usize = 5;

/// A message in which something was found, with phrases, rules and reasons.
pub fn scanned_text(message: &ScannedView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    page.heading(&message.path);
    let date = message.date.as_deref().map(|date| date.replacen('T', " ", 1));
    let head: Vec<&str> = [&date, &message.from, &message.subject]
        .into_iter()
        .filter_map(|part| part.as_deref())
        .collect();
    if !head.is_empty() {
        page.paragraph(&shortened(&head.join(" · ")), Tone::Soft);
    }
    for doubt in &message.doubts {
        page.paragraph(&locale.say(&in_words(*doubt)), Tone::Soft);
    }
    put_message(&mut page, message, locale);
    page.finish()
}

fn in_words(doubt: Doubt) -> Phrase {
    match doubt {
        Doubt::Charset => Phrase::new("doubt-charset"),
        Doubt::Mended => Phrase::new("doubt-mended"),
        Doubt::Lost => Phrase::new("doubt-lost"),
        Doubt::Date => Phrase::new("doubt-date"),
        Doubt::Parts => Phrase::new("doubt-parts"),
        Doubt::Length => Phrase::new("doubt-length"),
        Doubt::Incomplete => Phrase::new("doubt-incomplete"),
    }
}

/// What stands below the messages: that nothing was found in them, and how both sides write.
pub fn scan_end_text(
    is_empty: bool,
    exchange: Option<&ExchangeView>,
    locale: &Locale,
    style: TextStyle,
) -> String {
    let mut page = Page::new(style);
    if is_empty {
        page.paragraph(&locale.say(&Phrase::new("scan-nothing")), Tone::Plain);
    }
    if let Some(exchange) = exchange {
        page.gap();
        put_exchange(&mut page, exchange, locale);
    }
    page.finish()
}

fn put_exchange(page: &mut Page, exchange: &ExchangeView, locale: &Locale) {
    let phrase = Phrase::new("scan-exchange")
        .with("incoming", exchange.incoming)
        .with("outgoing", exchange.outgoing);
    page.paragraph(&locale.say(&phrase), Tone::Plain);
    let mut items = Vec::new();
    if let Some(outside) = exchange.outside_hours {
        items.push(Phrase::new("scan-outside-hours").with("count", outside));
    }
    if let Some(replies) = exchange.replies {
        items.push(
            Phrase::new("scan-replies")
                .with("count", replies.count)
                .with("median", wait(replies.median_minutes))
                .with("longest", wait(replies.longest_minutes)),
        );
    }
    for silence in exchange.silences.iter().rev().take(MOST_SILENCES) {
        let phrase = match silence.answered {
            Some(day) => Phrase::new("scan-silence").with("answered", day),
            None => Phrase::new("scan-silence-open"),
        };
        items.push(phrase.with("asked", silence.asked).with("days", silence.days));
    }
    if exchange.undated > 0 {
        items.push(Phrase::new("scan-undated").with("count", exchange.undated));
    }
    items.iter().for_each(|item| page.item(&locale.say(item)));
}

/// How long somebody waited, in the unit that people would use.
fn wait(minutes: i64) -> Phrase {
    match minutes {
        ..60 => Phrase::new("wait-minutes").with("count", minutes),
        60..2880 => Phrase::new("wait-hours").with("count", minutes / 60),
        _ => Phrase::new("wait-days").with("count", minutes / 1440),
    }
}

fn put_message(page: &mut Page, message: &ScannedView, locale: &Locale) {
    for flag in &message.flags {
        let signals = message.signals.iter().filter(|signal| signal.flag == flag.flag);
        let signals = longest_of_each_rule(signals, |signal| {
            (&signal.rule, Span::new(signal.start, signal.end))
        });
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

pub(super) fn shortened(phrase: &str) -> String {
    let line = phrase.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.chars().count() <= LONGEST {
        return line;
    }
    let kept: String = line.chars().take(LONGEST).collect();
    format!("{kept}…")
}

/// What is wrong with the notes of red flags, and the examples that did not do what they say.
pub fn flag_test_text(
    view: &FlagTestView,
    findings: &[Finding],
    locale: &Locale,
    style: TextStyle,
) -> String {
    let mut page = Page::new(style);
    for finding in findings {
        page.paragraph(&finding_line(finding, locale), Tone::Notable);
        if let Some(hint) = hint(finding, locale) {
            page.indented(&hint, Tone::Plain);
        }
    }
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
    if !findings.is_empty() {
        let faulty = Phrase::new("flag-test-findings").with("count", findings.len());
        page.paragraph(&locale.say(&faulty), Tone::Plain);
    }
    put_replaced(&mut page, view.replaced.iter(), locale);
    page.finish()
}
