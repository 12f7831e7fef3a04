//! What the commands that read language have in common: the rules, and texts from anywhere.

use std::borrow::Cow;
use std::io::Read as _;
use std::path::Path;

use super::session::Session;
use crate::assess::Catalogue;
use crate::failure::{Failure, FailureKind};
use crate::finding::Finding;
use crate::mail::plain_text;
use crate::model::Settings;
use crate::phrase::Phrase;
use crate::signal::RuleSet;
use crate::survey::Survey;
use crate::vault::{FlagNotes, TextFile, built_in_flags, built_in_rules, files, text_files};

/// The faults of a text that another character set may explain.
const OF_SET: [&str; 2] = ["invalid-utf8", "not-text"];

/// The red flags and their rules.
pub(super) struct Flags {
    pub(super) catalogue: Catalogue,
    pub(super) rules: Vec<RuleSet>,
    pub(super) notes: FlagNotes,
    /// What `check` finds in the user's own.
    pub(super) findings: Vec<Finding>,
}

impl Flags {
    /// Those of the vault; outside of a vault, the built-in ones.
    pub(super) fn of(session: &mut Session) -> Result<Self, Failure> {
        match session.vault() {
            Ok(vault) => {
                let survey = Survey::of(&vault);
                Ok(Self {
                    catalogue: survey.catalogue().clone(),
                    rules: survey.rules(),
                    notes: survey.flag_notes().clone(),
                    findings: survey.check_flags(),
                })
            }
            Err(failure) if failure.kind == FailureKind::NotFound => Ok(Self {
                catalogue: Catalogue::new(built_in_flags(), &Settings::default()),
                rules: built_in_rules(),
                notes: FlagNotes::default(),
                findings: Vec::new(),
            }),
            Err(failure) => Err(failure),
        }
    }
}

/// The texts at a path, or of standard input where it is `-`: path and text.
pub(super) fn texts(path: &str, session: &Session) -> Result<Vec<(String, String)>, Failure> {
    if path == "-" {
        let mut bytes = Vec::new();
        std::io::stdin()
            .lock()
            .read_to_end(&mut bytes)
            .map_err(|error| unreadable(path, &error))?;
        let text = plain_text(&bytes).unwrap_or_else(|| String::from_utf8_lossy(&bytes));
        return Ok(vec![("-".to_owned(), text.into_owned())]);
    }
    let full = session.folder().join(Path::new(path));
    let files = text_files(&full).map_err(|error| unreadable(path, &error))?;
    let mut texts = Vec::with_capacity(files.len());
    for file in files {
        // Shown as it was typed: the folder that the command looks from is left out.
        let start = format!("{}/", session.folder().display());
        let shown = file.path.strip_prefix(&start).unwrap_or(&file.path).to_owned();
        let text = if file.read.faults.is_empty() { Some(file.read.text) } else { decoded(&file) };
        match text {
            Some(text) => texts.push((shown, text)),
            None => session.ui.remark(&Phrase::new("left-out").with("path", shown.as_str())),
        }
    }
    Ok(texts)
}

/// The text of a file that is not UTF-8, in the character set that it seems to be in; `None` where
/// it was not read at all, as one that is too large.
fn decoded(file: &TextFile) -> Option<String> {
    let is_of_set = file.read.faults.iter().all(|fault| OF_SET.contains(&fault.code));
    if !is_of_set {
        return None;
    }
    let bytes = files::read(Path::new(&file.path)).ok().flatten()?;
    plain_text(&bytes).map(Cow::into_owned)
}

fn unreadable(path: &str, error: &std::io::Error) -> Failure {
    if error.kind() == std::io::ErrorKind::NotFound {
        return Failure::new(FailureKind::NotFound, Phrase::new("path-missing").with("path", path))
            .hint(Phrase::new("path-missing-hint"));
    }
    Failure::new(FailureKind::Files, Phrase::new("cannot-read").with("path", path))
        .because(error)
        .hint(Phrase::new("cannot-read-hint"))
}
