//! Where an answer goes: to standard output, or into a file that is named.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::session::Session;
use crate::failure::{Failure, FailureKind};
use crate::phrase::Phrase;
use crate::render::RenderError;
use crate::vault::files;

/// The form of an answer that people and programs read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(super) enum TextOrJson {
    /// For people.
    #[default]
    Text,
    /// For programs.
    Json,
}

/// Where an answer goes.
#[derive(Clone, Debug, Default, clap::Args)]
pub(super) struct Output {
    /// Write the answer into this file; its ending chooses the format where none is given.
    #[arg(short, long, value_name = "FILE")]
    pub(super) output: Option<PathBuf>,
}

impl Output {
    /// The format that the file's ending asks for.
    pub(super) fn format<T: ValueEnum>(&self) -> Option<T> {
        let ending = self.output.as_deref().and_then(Path::extension)?.to_str()?;
        let ending = match ending {
            "md" => "markdown",
            "htm" => "html",
            "txt" => "text",
            other => other,
        };
        T::from_str(ending, true).ok()
    }

    /// Writes the answer; into a file, its path is the answer.
    pub(super) fn write(&self, session: &Session, text: &str) -> Result<(), Failure> {
        let Some(path) = &self.output else { return session.ui.answer(text) };
        if path.is_dir() {
            let path = path.display().to_string();
            let message = Phrase::new("path-no-file").with("path", path);
            return Err(
                Failure::new(FailureKind::Usage, message).hint(Phrase::new("path-no-file-hint"))
            );
        }
        files::write_answer(path, text.as_bytes())?;
        session.ui.answer_line(&path.display().to_string())
    }
}

/// A question about one client, as it was known on a day.
#[derive(Debug, clap::Args)]
pub(super) struct Question {
    /// The client: its id, or the beginning of it.
    pub(super) client: String,
    /// As it was known on that day: 2026-11-20 or 2026-11-20T09:00.
    #[arg(long, value_name = "DATE")]
    pub(super) as_of: Option<String>,
    /// How to print the answer.
    #[arg(short, long, value_enum)]
    format: Option<TextOrJson>,
    #[command(flatten)]
    output: Output,
}

impl Question {
    /// Writes the answer in the form that is asked for.
    pub(super) fn answer(
        &self,
        session: &Session,
        text: impl FnOnce() -> String,
        json: impl FnOnce() -> Result<String, RenderError>,
    ) -> Result<(), Failure> {
        let answer = match self.format.or_else(|| self.output.format()).unwrap_or_default() {
            TextOrJson::Text => text(),
            TextOrJson::Json => json()?,
        };
        self.output.write(session, &answer)
    }
}
