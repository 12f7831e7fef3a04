//! Failures of documents: nearly always a template of the vault's own.

use super::{Failure, FailureKind};
use crate::phrase::Phrase;
use crate::render::RenderError;

impl From<RenderError> for Failure {
    fn from(error: RenderError) -> Self {
        match error {
            RenderError::Template { name, line, fault, excerpt } => {
                let place = line.map_or_else(|| name.clone(), |line| format!("{name}:{line}"));
                let failure = Self::new(
                    FailureKind::Usage,
                    Phrase::new("faulty-template").with("place", place),
                )
                .because(fault);
                let failure = match excerpt {
                    Some(line) => failure.because(line.trim()),
                    None => failure,
                };
                failure.hint(Phrase::new("faulty-template-hint").with("name", name))
            }
            other => Self::new(FailureKind::Usage, Phrase::new("cannot-render")).because(other),
        }
    }
}
