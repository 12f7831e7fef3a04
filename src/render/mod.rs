//! From views to documents: text, Markdown, HTML, JSON, and findings in every form.
//!
//! Owns: the layout of each format and the escaping at its border; the templates and what they
//! can call. The only user of minijinja. Must not: decide what is shown, or write it anywhere.

mod agenda;
mod audit;
mod chart;
mod chronology;
mod context;
pub mod csv;
mod custody;
mod cut;
mod error;
mod filters;
pub mod findings;
pub mod html;
mod ics;
mod learn;
mod letter;
mod list;
mod mail_signatures;
pub mod mark;
pub mod markdown;
mod owed;
mod page;
mod plan;
mod postmortem;
mod report;
pub mod rows;
mod templates;
pub mod terminal;
mod text;
mod verdicts;
pub mod withhold;
pub mod workflow;

#[cfg(test)]
mod tests;

pub use agenda::agenda_markdown;
pub use audit::{audit_text, verification_text};
pub use chronology::{Chronology, chronology, readme_verify};
pub use custody::custody_csv;
pub use cut::{JOB_SUMMARY_LIMIT, within};
pub use error::RenderError;
pub use ics::agenda_ics;
pub use learn::learn_markdown;
pub use letter::{LETTERS, has_letter, letter_text, talk_text};
pub use list::{list_end, list_item, list_start};
pub use mail_signatures::mail_signatures_text;
pub use owed::owed_markdown;
pub use page::TextStyle;
pub use plan::{next_step_text, plan_markdown};
pub use postmortem::postmortem_markdown;
pub use report::{report_html, report_markdown, reports_html, reports_markdown};
pub use templates::Templates;
pub use text::{
    agenda_text, draft_text, explain_text, flag_page_text, flag_test_text, flags_text, learn_text,
    letters_text, owed_text, oweds_text, paragraph_text, report_text, scan_end_text, scanned_text,
    screening_text, status_text, suggestions_text, timeline_text, to_send_text,
};

use std::fmt::Write as _;

use serde::Serialize;

use crate::locale::Locale;

/// The same as [`json`], every sentence `{"key", "args"}` with its words as `"text"`.
///
/// # Errors
/// Where the view cannot be serialised, or a sentence cannot be said.
pub fn json_said(view: &impl Serialize, locale: &Locale) -> Result<String, RenderError> {
    json(&context::with_words(view, locale)?)
}

/// A view as JSON, ending in a line break.
///
/// Characters that do something to a terminal are escaped beyond what JSON asks for; the text
/// that a program reads stays the same.
///
/// # Errors
/// Where the view cannot be serialised.
pub fn json(view: &impl Serialize) -> Result<String, RenderError> {
    let text = serde_json::to_string_pretty(view).map_err(RenderError::view)?;
    Ok(without_acts(text))
}

/// A view as JSON on one line, ending in a line break.
///
/// # Errors
/// As [`json`].
pub fn json_line(view: &impl Serialize) -> Result<String, RenderError> {
    let text = serde_json::to_string(view).map_err(RenderError::view)?;
    Ok(without_acts(text))
}

/// How many bytes of an answer are looked at before it is asked whether all are plain.
const BLOCK: usize = 1024;

fn without_acts(mut text: String) -> String {
    // Without a branch for each byte several are looked at at once.
    let is_plain = |byte: &u8| (*byte == b'\n') | ((*byte >= b' ') & (*byte <= b'~'));
    if text
        .as_bytes()
        .chunks(BLOCK)
        .all(|block| block.iter().map(is_plain).fold(true, |a, b| a & b))
    {
        text.push('\n');
        return text;
    }
    let mut escaped = String::with_capacity(text.len() + 1);
    let mut written = 0;
    for (at, letter) in text.char_indices().filter(|(_, letter)| terminal::acts(*letter)) {
        escaped.push_str(&text[written..at]);
        // All of them are in the first plane, and none is found outside of a string.
        let _ = write!(escaped, "\\u{:04x}", u32::from(letter));
        written = at + letter.len_utf8();
    }
    escaped.push_str(&text[written..]);
    escaped.push('\n');
    escaped
}

/// A factor with as many decimals as it needs, at most two: `2`, `0.5`, `0.74`.
pub(crate) fn factor(locale: &Locale, factor: f64) -> String {
    let decimals = (0..2_u8).find(|decimals| {
        let scale = 10_f64.powi(i32::from(*decimals));
        ((factor * scale).round() / scale - factor).abs() < 0.005
    });
    locale.number(factor, decimals.unwrap_or(2))
}
