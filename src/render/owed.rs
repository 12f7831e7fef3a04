//! What is owed through its template.

use serde::Serialize;

use super::report::without_gaps;
use super::{RenderError, Templates, workflow};
use crate::locale::Locale;
use crate::report::OwedView;

/// What the template `owed.md` sees.
#[derive(Serialize)]
struct Oweds<'v> {
    clients: &'v [OwedView],
}

/// What these clients owe as one Markdown document, a section each.
///
/// # Errors
/// Where the template is faulty.
pub fn owed_markdown(
    templates: &Templates,
    clients: &[OwedView],
    locale: &'static Locale,
) -> Result<String, RenderError> {
    let document = templates.render("owed.md", &Oweds { clients }, locale)?;
    Ok(workflow::defused(&without_gaps(&document)).into_owned())
}
