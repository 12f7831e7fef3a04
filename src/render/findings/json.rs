//! Findings as JSON (schema 1).

use serde::Serialize;

use super::{hint, message};
use crate::finding::{Finding, Level};
use crate::locale::Locale;
use crate::render::RenderError;
use crate::report::{FlagTestView, SCHEMA};

#[derive(Serialize)]
struct Report<'f> {
    schema: u32,
    notes: usize,
    findings: Vec<One<'f>>,
    absent: &'f [&'f str],
}

#[derive(Serialize)]
struct FlagTest<'f> {
    #[serde(flatten)]
    view: &'f FlagTestView,
    findings: Vec<One<'f>>,
}

#[derive(Serialize)]
struct One<'f> {
    code: &'static str,
    level: Level,
    path: &'f str,
    line: usize,
    column: usize,
    end_line: usize,
    end_column: usize,
    message: String,
    hint: Option<String>,
}

/// The findings of `notes` notes as JSON, with the notes of exhibits that are kept apart and are
/// not on this machine.
///
/// # Errors
/// Where they cannot be serialised.
pub fn findings_json(
    notes: usize,
    findings: &[Finding],
    absent: &[&str],
    locale: &Locale,
) -> Result<String, RenderError> {
    let findings = each(findings, locale);
    crate::render::json(&Report { schema: SCHEMA, notes, findings, absent })
}

/// What running the examples of red flags showed, with what is wrong with their notes.
///
/// # Errors
/// Where they cannot be serialised.
pub fn flag_test_json(
    view: &FlagTestView,
    findings: &[Finding],
    locale: &Locale,
) -> Result<String, RenderError> {
    crate::render::json(&FlagTest { view, findings: each(findings, locale) })
}

fn each<'f>(findings: &'f [Finding], locale: &Locale) -> Vec<One<'f>> {
    let one = |finding: &'f Finding| One {
        code: finding.code,
        level: finding.level,
        path: &finding.location.path,
        line: finding.location.start.line,
        column: finding.location.start.column,
        end_line: finding.location.end.line,
        end_column: finding.location.end.column,
        message: message(finding, locale),
        hint: hint(finding, locale),
    };
    findings.iter().map(one).collect()
}
