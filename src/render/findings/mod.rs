//! Findings as a terminal draws them, and as other programs read them.

mod github;
mod json;
mod sarif;
mod text;

pub use github::findings_github;
pub use json::{findings_json, flag_test_json};
pub use sarif::findings_sarif;
pub use text::findings_text;

use crate::finding::Finding;
use crate::locale::Locale;
use crate::phrase::Phrase;

/// What is wrong, in words.
fn message(finding: &Finding, locale: &Locale) -> String {
    super::terminal::inline(&locale.say(&finding.message))
}

/// A finding on one line: where, what is wrong, the rule.
pub fn finding_line(finding: &Finding, locale: &Locale) -> String {
    let place = format!("{}:{}", finding.location.path, finding.location.start.line);
    let line = Phrase::new("finding-line")
        .with("place", place)
        .with("what", message(finding, locale))
        .with("code", finding.code);
    super::terminal::inline(&locale.say(&line))
}

/// What to do, in words.
pub(super) fn hint(finding: &Finding, locale: &Locale) -> Option<String> {
    finding.hint.as_ref().map(|hint| super::terminal::inline(&locale.say(hint)))
}

/// The path of a finding below the repository; `prefix` is where the vault lies in it.
fn path_below(prefix: &str, path: &str) -> String {
    let prefix = prefix.trim_matches('/');
    if prefix.is_empty() { path.to_owned() } else { format!("{prefix}/{path}") }
}
