//! The red-flag report through its templates: of one client, or of all.

use serde::Serialize;

use super::chart::{flag_chart, score_chart};
use super::{RenderError, Templates, workflow};
use crate::locale::Locale;
use crate::report::ReportView;

/// What the templates `report.md` and `report.html` see.
#[derive(Serialize)]
struct Reports<'v> {
    reports: Vec<Illustrated<'v>>,
}

#[derive(Serialize)]
struct Illustrated<'v> {
    #[serde(flatten)]
    report: &'v ReportView,
    charts: Charts,
}

/// Drawings as SVG; empty where there is too little to draw.
#[derive(Serialize)]
struct Charts {
    score: String,
    flags: String,
}

/// The report of one client as Markdown.
///
/// # Errors
/// Where a template is faulty.
pub fn report_markdown(
    templates: &Templates,
    report: &ReportView,
    locale: &'static Locale,
) -> Result<String, RenderError> {
    reports_markdown(templates, std::slice::from_ref(report), locale)
}

/// The reports of these clients as one Markdown document: an overview, then a section each.
///
/// # Errors
/// Where a template is faulty.
pub fn reports_markdown(
    templates: &Templates,
    reports: &[ReportView],
    locale: &'static Locale,
) -> Result<String, RenderError> {
    let view = illustrated(reports, locale, false);
    let document = templates.render("report.md", &view, locale)?;
    Ok(workflow::defused(&without_gaps(&document)).into_owned())
}

/// The report of one client as one HTML file.
///
/// # Errors
/// Where a template is faulty.
pub fn report_html(
    templates: &Templates,
    report: &ReportView,
    locale: &'static Locale,
) -> Result<String, RenderError> {
    reports_html(templates, std::slice::from_ref(report), locale)
}

/// The reports of these clients as one HTML file: an overview, then an article each.
///
/// # Errors
/// Where a template is faulty.
pub fn reports_html(
    templates: &Templates,
    reports: &[ReportView],
    locale: &'static Locale,
) -> Result<String, RenderError> {
    let document = templates.render("report.html", &illustrated(reports, locale, true), locale)?;
    Ok(workflow::defused(&document).into_owned())
}

fn illustrated<'v>(reports: &'v [ReportView], locale: &'static Locale, drawn: bool) -> Reports<'v> {
    let illustrate = |(index, report): (usize, &'v ReportView)| {
        let charts = if drawn {
            Charts {
                score: score_chart(report, locale, index),
                flags: flag_chart(report, locale, index),
            }
        } else {
            Charts { score: String::new(), flags: String::new() }
        };
        Illustrated { report, charts }
    };
    Reports { reports: reports.iter().enumerate().map(illustrate).collect() }
}

/// The document with one blank line where there are several, and one line break at its end.
pub(super) fn without_gaps(document: &str) -> String {
    let mut kept = String::with_capacity(document.len());
    let mut blank = true;
    for line in document.lines().map(str::trim_end) {
        if line.is_empty() && blank {
            continue;
        }
        blank = line.is_empty();
        kept.push_str(line);
        kept.push('\n');
    }
    kept.truncate(kept.trim_end().len());
    kept.push('\n');
    kept
}
