//! What is on disk and not in the last commit.
//!
//! Owns: asking git which files differ. Must not: say what is to be done about them.

use std::borrow::Cow;
use std::collections::BTreeMap;
use std::path::Path;

use git2::{ObjectType, Oid, Status, StatusOptions};

use super::Ledger;
use super::error::LedgerError;

/// A file of the vault that differs from the last commit.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Unrecorded {
    /// The path below the vault.
    pub path: String,
    /// How it differs.
    pub state: UnrecordedState,
    /// Whether the user staged something of it: it is theirs to commit.
    pub staged: bool,
    /// Whether its name is UTF-8. No other can be recorded; `path` then only resembles it.
    pub utf8: bool,
}

/// How a file differs from the last commit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum UnrecordedState {
    /// The last commit does not have it.
    New,
    /// Its bytes are others.
    Changed,
    /// It is gone.
    Removed,
}

impl Ledger {
    /// Whether the last commit has these decisions in a client's folder and no others, byte for
    /// byte; the folder and the paths are given below the vault, the folder with `/` at its end.
    ///
    /// # Errors
    /// When HEAD cannot be read.
    pub fn has_exactly<'a>(
        &self,
        folder: &str,
        decisions: impl IntoIterator<Item = (&'a str, &'a [u8])>,
    ) -> Result<bool, LedgerError> {
        let head = super::state::Head::read(&self.repository, true)?;
        let mut recorded = BTreeMap::new();
        let path = format!("{}{folder}decisions", self.prefix);
        if let Some(tree) = super::write::tree_of(&self.repository, head.commit)?
            && let Ok(entry) = tree.get_path(Path::new(&path))
            && let Ok(decisions) = self.repository.find_tree(entry.id())
        {
            for entry in decisions.iter().filter(|entry| entry.name_bytes().ends_with(b".md")) {
                let name = String::from_utf8_lossy(entry.name_bytes());
                recorded.insert(format!("{folder}decisions/{name}"), entry.id());
            }
        }
        for (path, bytes) in decisions {
            let here = Oid::hash_object(ObjectType::Blob, bytes)?;
            if recorded.remove(path) != Some(here) {
                return Ok(false);
            }
        }
        Ok(recorded.is_empty())
    }

    /// The files below a folder of the vault that differ from the last commit, sorted; what git
    /// ignores is left out. An empty folder name means the whole vault.
    ///
    /// # Errors
    /// When the repository cannot be read.
    pub fn unrecorded(&self, folder: &str) -> Result<Vec<Unrecorded>, LedgerError> {
        let mut options = StatusOptions::new();
        options
            .include_untracked(true)
            .recurse_untracked_dirs(true)
            .include_ignored(false)
            .exclude_submodules(true)
            .no_refresh(true)
            .disable_pathspec_match(true);
        let below = format!("{}{folder}", self.prefix);
        let below = below.trim_end_matches('/');
        if !below.is_empty() {
            options.pathspec(below);
        }
        let statuses = self.repository.statuses(Some(&mut options))?;
        let mut unrecorded: Vec<Unrecorded> = statuses
            .iter()
            .filter_map(|entry| {
                let name = String::from_utf8_lossy(entry.path_bytes());
                let path = name.strip_prefix(&self.prefix)?.to_owned();
                let utf8 = matches!(name, Cow::Borrowed(_));
                let status = entry.status();
                let staged = status
                    .intersects(Status::INDEX_NEW | Status::INDEX_MODIFIED | Status::INDEX_DELETED);
                Some(Unrecorded { path, state: state_of(status)?, staged, utf8 })
            })
            .collect();
        unrecorded.sort();
        Ok(unrecorded)
    }
}

/// Index and work tree together against the last commit.
fn state_of(status: Status) -> Option<UnrecordedState> {
    if status.intersects(Status::WT_DELETED) || status == Status::INDEX_DELETED {
        // Staged as new and then removed: the last commit never had it.
        (!status.contains(Status::INDEX_NEW)).then_some(UnrecordedState::Removed)
    } else if status.intersects(Status::WT_NEW | Status::INDEX_NEW) {
        Some(UnrecordedState::New)
    } else if status.is_empty() || status == Status::IGNORED {
        None
    } else {
        Some(UnrecordedState::Changed)
    }
}
