//! From views to documents: text, Markdown, HTML, JSON, and findings in every form.
//!
//! Owns: the layout of each format and the escaping at its border; the templates and what they
//! can call. The only user of minijinja. Must not: decide what is shown, or write it anywhere.

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
pub mod markdown;
mod page;
mod postmortem;
mod report;
mod templates;
pub mod terminal;
mod text;
pub mod withhold;
pub mod workflow;

#[cfg(test)]
mod tests;

pub use audit::{audit_text, verification_text};
pub use chronology::{Chronology, chronology, readme_verify};
pub use custody::custody_csv;
pub use cut::{JOB_SUMMARY_LIMIT, within};
pub use error::RenderError;
pub use page::TextStyle;
pub use postmortem::postmortem_markdown;
pub use report::{report_html, report_markdown, reports_html, reports_markdown};
pub use templates::Templates;
pub use text::{
    explain_text, flag_page_text, flags_text, paragraph_text, report_text, status_text,
    timeline_text,
};

use serde::Serialize;

use crate::locale::Locale;

/// A view as JSON, ending in a line break.
///
/// # Errors
/// Where the view cannot be serialised.
pub fn json(view: &impl Serialize) -> Result<String, RenderError> {
    let mut text = serde_json::to_string_pretty(view).map_err(RenderError::view)?;
    text.push('\n');
    Ok(text)
}

/// A factor with as many decimals as it needs, at most two: `2`, `0.5`, `0.74`.
pub(crate) fn factor(locale: &Locale, factor: f64) -> String {
    let decimals = (0..2_u8).find(|decimals| {
        let scale = 10_f64.powi(i32::from(*decimals));
        ((factor * scale).round() / scale - factor).abs() < 0.005
    });
    locale.number(factor, decimals.unwrap_or(2))
}
