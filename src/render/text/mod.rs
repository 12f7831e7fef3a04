//! Documents as terminal text, one file for each.

mod agenda;
mod draft;
mod explain;
mod flags;
mod learn;
mod letters;
mod on_file;
mod owed;
mod report;
mod scan;
mod screening;
mod status;
mod suggestions;
mod timeline;

pub use agenda::agenda_text;
pub use draft::draft_text;
pub use explain::explain_text;
pub use flags::{flag_page_text, flags_text};
pub use learn::learn_text;
pub use letters::letters_text;
pub use owed::{owed_text, oweds_text};
pub use report::report_text;
pub use scan::{flag_test_text, scan_end_text, scanned_text};
pub use screening::{screening_text, to_send_text};
pub use status::status_text;
pub use suggestions::suggestions_text;
pub use timeline::timeline_text;

use super::page::{Column, Page, TextStyle, Tone};
use crate::locale::{Locale, word};
use crate::model::{FlagId, Language};
use crate::phrase::Phrase;
use crate::report::{Arithmetic, Names, Sentence, TrendView, Unread};

/// Columns for a date, a time and the space after them.
const fn date_width(locale: &Locale) -> usize {
    match locale.language() {
        Language::En => 20,
        Language::Fr => 24,
    }
}

/// The space before a colon in a language, and the colon.
pub(super) fn colon(locale: &Locale) -> &'static str {
    match locale.language() {
        Language::En => ": ",
        Language::Fr => "\u{a0}: ",
    }
}

/// A sentence of a view in words.
fn said(sentence: &Sentence, locale: &Locale) -> String {
    locale.say(&sentence.phrase(locale.language()))
}

/// A phrase without arguments in words.
fn label(phrase: &Phrase, locale: &Locale) -> String {
    locale.say(phrase)
}

/// The names of some red flags, in a row.
fn flag_names(flags: &[FlagId], names: &Names, locale: &Locale) -> String {
    let names: Vec<String> =
        flags.iter().map(|flag| names.name(flag.as_str(), locale.language()).to_owned()).collect();
    names.join(", ")
}

/// A text with its first letter in capitals.
pub(super) fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn column(title: String, right: bool, flexible: bool, dropped: u8) -> Column {
    Column { title, right, flexible, dropped }
}

/// What could not be read, before anything that it may make untrue.
fn put_unread(page: &mut Page, unread: Unread, locale: &Locale) {
    if let Some(phrase) = unread.phrase() {
        page.paragraph(&locale.say(&phrase), Tone::Notable);
        page.gap();
    }
}

/// What is taken for what could not be read, in one line each.
fn put_assumed(page: &mut Page, assumed: &[Sentence], locale: &Locale) {
    for sentence in assumed {
        page.paragraph(&said(sentence, locale), Tone::Notable);
    }
    if !assumed.is_empty() {
        page.gap();
    }
}

/// That there is none of something; where notes could not be read, only what was read is known.
fn none(unread: Unread, phrase: &Phrase, locale: &Locale) -> String {
    if unread.is_none() { locale.say(phrase) } else { locale.say(&Phrase::new("unread-none")) }
}

/// The standing with its score, and what it means.
fn put_standing(page: &mut Page, arithmetic: &Arithmetic, meaning: &Sentence, locale: &Locale) {
    let standing = Phrase::new("report-standing")
        .with("standing", word(arithmetic.standing))
        .with("score", arithmetic.score);
    page.paragraph(&locale.say(&standing), Tone::Notable);
    page.paragraph(&said(meaning, locale), Tone::Plain);
}

/// Which way the score went, in a sentence.
fn trend(trend: &TrendView, score: f64, locale: &Locale) -> String {
    let phrase = Phrase::new(match trend.direction {
        "rising" => "report-trend-rising",
        "falling" => "report-trend-falling",
        _ => "report-trend-steady",
    });
    locale.say(&phrase.with("earlier", trend.earlier).with("score", score))
}

/// Text as one paragraph of a page.
pub fn paragraph_text(text: &str, style: TextStyle) -> String {
    let mut page = Page::new(style);
    page.paragraph(text, Tone::Strong);
    page.finish()
}
