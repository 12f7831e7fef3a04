//! Where an answer goes: to standard output, or into a file that is named.

use std::path::{Path, PathBuf};

use clap::ValueEnum;

use super::on_file::Day;
use super::session::Session;
use crate::failure::{Failure, FailureKind};
use crate::phrase::Phrase;
use crate::render::RenderError;
use crate::render::mark::is_an_answer;
use crate::vault::files::{self, Answer};
use crate::vault::target::{Ground, ground_of};

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
    /// Write over FILE even where casefile did not make it; notes of a vault and git's own files
    /// stay.
    #[arg(long, requires = "output")]
    force: bool,
}

impl Output {
    /// The format that is given, else the one that the file's ending asks for, else the first.
    pub(super) fn format<T: ValueEnum + Default>(&self, given: Option<T>) -> Result<T, Failure> {
        let ending = self.output.as_deref().and_then(Path::extension).and_then(|e| e.to_str());
        let (None, Some(ending)) = (&given, ending) else { return Ok(given.unwrap_or_default()) };
        let name = match ending {
            "md" => "markdown",
            "htm" => "html",
            "txt" => "text",
            other => other,
        };
        T::from_str(name, true).map_err(|_| {
            let known: Vec<String> = T::value_variants()
                .iter()
                .filter_map(ValueEnum::to_possible_value)
                .map(|value| value.get_name().to_owned())
                .collect();
            Failure::new(FailureKind::Usage, Phrase::new("unknown-ending").with("ending", ending))
                .hint(Phrase::new("unknown-ending-hint").with("known", known.join(", ")))
        })
    }

    /// Writes the answer; into a file, its path is the answer.
    pub(super) fn write(&self, session: &Session, text: &str) -> Result<(), Failure> {
        let mut parts = self.begin()?;
        parts.write(session, text)?;
        parts.finish(session)
    }

    /// Begins an answer that is written part by part.
    pub(super) fn begin(&self) -> Result<Parts, Failure> {
        let Some(path) = &self.output else { return Ok(Parts(None)) };
        if path.is_dir() {
            let path = path.display().to_string();
            let message = Phrase::new("path-no-file").with("path", path);
            return Err(
                Failure::new(FailureKind::Usage, message).hint(Phrase::new("path-no-file-hint"))
            );
        }
        self.refuse_to_write_over(path)?;
        Ok(Parts(Some((path.clone(), Answer::begin(path)?))))
    }

    /// Refuses what would damage a repository or a vault, and to write over what is not ours.
    fn refuse_to_write_over(&self, path: &Path) -> Result<(), Failure> {
        let ground = refuse_git(path)?;
        // What is no plain file, a terminal or a pipe, has nothing that could be lost.
        let there = if path.is_file() { files::read(path)? } else { None };
        if there.is_none_or(|bytes| is_an_answer(&bytes)) || self.force && ground == Ground::Open {
            return Ok(());
        }
        let path = path.display().to_string();
        let (message, hint) = match ground {
            Ground::Open => (
                Phrase::new("output-not-ours").with("path", path),
                Phrase::new("output-not-ours-hint"),
            ),
            Ground::Vault | Ground::Git => (
                Phrase::new("output-of-vault").with("path", path),
                Phrase::new("output-of-vault-hint"),
            ),
        };
        Err(Failure::new(FailureKind::Refused, message).hint(hint))
    }
}

/// An answer that is written part by part: to standard output, or into a file.
pub(super) struct Parts(Option<(PathBuf, Answer)>);

impl Parts {
    /// Writes the next part.
    pub(super) fn write(&mut self, session: &Session, text: &str) -> Result<(), Failure> {
        match &mut self.0 {
            None => session.ui.answer(text),
            Some((_, answer)) => Ok(answer.write(text.as_bytes())?),
        }
    }

    /// The answer is whole; into a file, its path is what is said.
    pub(super) fn finish(self, session: &Session) -> Result<(), Failure> {
        let Some((path, answer)) = self.0 else { return Ok(()) };
        answer.finish()?;
        written(session, &path)
    }
}

/// Refuses a path that lies in git's own folder; what it lies in otherwise.
pub(super) fn refuse_git(path: &Path) -> Result<Ground, Failure> {
    let ground = ground_of(path);
    if ground == Ground::Git {
        let message = Phrase::new("output-in-git").with("path", path.display().to_string());
        return Err(
            Failure::new(FailureKind::Refused, message).hint(Phrase::new("output-of-vault-hint"))
        );
    }
    Ok(ground)
}

/// Answers with the path of what was written there.
pub(super) fn written(session: &Session, path: &Path) -> Result<(), Failure> {
    let path = path.display().to_string();
    session.ui.answer_line(&path).map_err(|failure| {
        failure.unanswered(
            Phrase::new("unanswered-written").with("count", 1_usize).with("paths", path),
        )
    })
}

/// A question about one client, as it was known on a day.
#[derive(Debug, clap::Args)]
pub(super) struct Question {
    /// The client: its id, or the beginning of it.
    pub(super) client: String,
    #[command(flatten)]
    pub(super) day: Day,
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
        let answer = match self.output.format(self.format)? {
            TextOrJson::Text => text(),
            TextOrJson::Json => json()?,
        };
        self.output.write(session, &answer)
    }
}
