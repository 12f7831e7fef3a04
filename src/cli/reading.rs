//! What the commands that read language have in common: the rules, and texts from anywhere.

use std::io::Read as _;
use std::path::Path;

use super::session::Session;
use crate::assess::Catalogue;
use crate::failure::{Failure, FailureKind};
use crate::model::Settings;
use crate::phrase::Phrase;
use crate::signal::RuleSet;
use crate::survey::Survey;
use crate::vault::{built_in_flags, built_in_rules, text_files};

/// The red flags and their rules.
pub(super) struct Flags {
    pub(super) catalogue: Catalogue,
    pub(super) rules: Vec<RuleSet>,
}

impl Flags {
    /// Those of the vault; outside of a vault, the built-in ones.
    pub(super) fn of(session: &mut Session) -> Result<Self, Failure> {
        match session.vault() {
            Ok(vault) => {
                let survey = Survey::of(&vault);
                Ok(Self { catalogue: survey.catalogue().clone(), rules: survey.rules() })
            }
            Err(failure) if failure.kind == FailureKind::NotFound => Ok(Self {
                catalogue: Catalogue::new(built_in_flags(), &Settings::default()),
                rules: built_in_rules(),
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
        return Ok(vec![("-".to_owned(), String::from_utf8_lossy(&bytes).into_owned())]);
    }
    let full = session.folder().join(Path::new(path));
    let files = text_files(&full).map_err(|error| unreadable(path, &error))?;
    let mut texts = Vec::with_capacity(files.len());
    for file in files {
        // Shown as it was typed: the folder that the command looks from is left out.
        let start = format!("{}/", session.folder().display());
        let shown = file.path.strip_prefix(&start).unwrap_or(&file.path).to_owned();
        if file.read.text.is_empty() && !file.read.faults.is_empty() {
            session.ui.remark(&Phrase::new("left-out").with("path", shown.as_str()));
            continue;
        }
        texts.push((shown, file.read.text));
    }
    Ok(texts)
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
