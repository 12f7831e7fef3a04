//! Findings as commands of a GitHub workflow: shown in the pull request, at their lines.

use super::{hint, message, path_below};
use crate::finding::{Finding, Level};
use crate::locale::Locale;
use crate::render::workflow;

/// One command for each finding; `prefix` is where the vault lies in the repository.
pub fn findings_github(findings: &[Finding], prefix: &str, locale: &Locale) -> String {
    findings.iter().map(|finding| command(finding, prefix, locale)).collect()
}

fn command(finding: &Finding, prefix: &str, locale: &Locale) -> String {
    let name = match finding.level {
        Level::Error => "error",
        Level::Warning => "warning",
    };
    let location = &finding.location;
    let text = match hint(finding, locale) {
        Some(hint) => format!("{}\n{hint}", message(finding, locale)),
        None => message(finding, locale),
    };
    let mut properties = format!(
        "file={},line={},endLine={}",
        workflow::property(&path_below(prefix, &location.path)),
        location.start.line,
        location.end.line,
    );
    // Columns are only understood within one line.
    if location.start.line == location.end.line {
        let (start, end) = (location.start.column, location.end.column);
        properties.push_str(&format!(",col={start},endColumn={end}"));
    }
    let title = workflow::property(finding.code);
    format!("::{name} {properties},title={title}::{}\n", workflow::message(&text))
}
