//! Why a document cannot be made.

use crate::locale::PhraseError;

/// Why a document cannot be made.
#[derive(Debug, thiserror::Error)]
pub enum RenderError {
    /// A template is faulty, or asks for too much.
    #[error("template `{name}`{}: {fault}", line.map_or_else(String::new, |line| format!(", line {line}")))]
    Template {
        /// The template's file name.
        name: String,
        /// The line, from 1.
        line: Option<usize>,
        /// What is wrong.
        fault: String,
        /// That line of the template.
        excerpt: Option<String>,
    },
    /// A phrase of a view cannot be said.
    #[error(transparent)]
    Phrase(PhraseError),
    /// A view cannot be serialised.
    #[error("the view cannot be serialised: {0}")]
    View(String),
}

impl RenderError {
    /// From the fault of a template, with the line it is in.
    pub(super) fn template(entry: &str, error: &minijinja::Error) -> Self {
        use std::error::Error as _;
        // The innermost error that names a place: an include inside a loop, not the loop.
        let mut inner = error;
        while let Some(source) = inner.source().and_then(|source| source.downcast_ref()) {
            inner = source;
        }
        let placed = if inner.line().is_some() { inner } else { error };
        let fault = inner.detail().map_or_else(
            || inner.kind().to_string(),
            |detail| format!("{}: {detail}", inner.kind()),
        );
        let line = placed.line();
        let excerpt = placed
            .template_source()
            .zip(line)
            .and_then(|(source, line)| source.lines().nth(line.checked_sub(1)?).map(str::to_owned));
        Self::Template { name: placed.name().unwrap_or(entry).to_owned(), line, fault, excerpt }
    }

    pub(super) fn view(error: impl std::fmt::Display) -> Self {
        Self::View(error.to_string())
    }
}
