//! What closed cases teach, through its template.

use super::report::without_gaps;
use super::{RenderError, Templates, workflow};
use crate::locale::Locale;
use crate::report::LearnView;

/// What closed cases teach, as a Markdown document.
///
/// # Errors
/// Where the template is faulty.
pub fn learn_markdown(
    templates: &Templates,
    view: &LearnView,
    locale: &'static Locale,
) -> Result<String, RenderError> {
    let document = templates.render("learn.md", view, locale)?;
    Ok(workflow::defused(&without_gaps(&document)).into_owned())
}
