//! The postmortem through its template.

use super::report::without_gaps;
use super::{RenderError, Templates, workflow};
use crate::locale::Locale;
use crate::report::parts::stamp;
use crate::report::postmortem::PostmortemView;

/// A new postmortem: generated parts between their markers, questions for the user around them.
///
/// # Errors
/// Where the template is faulty.
pub fn postmortem_markdown(
    templates: &Templates,
    view: &PostmortemView,
    locale: &'static Locale,
) -> Result<String, RenderError> {
    let document = templates.render("postmortem.md", view, locale)?;
    Ok(stamp(&workflow::defused(&without_gaps(&document))))
}
