//! The tips of branches last seen on this machine, kept outside the history so that a
//! rewritten history does not forget them.
//!
//! Owns: the file `casefile/heads` in the common git folder, one line for each tip. Must not:
//! let go of a tip that is no longer in the history until the user says so.

use std::path::PathBuf;

use git2::{ErrorCode, Oid};

use super::error::LedgerError;
use super::{Ledger, LedgerLock};
use crate::vault::files;

/// How many tips are kept that the history no longer has.
const MOST_LOST: usize = 100;

/// A tip of a branch, as it was seen.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tip {
    /// The branch: `refs/heads/main`.
    pub(super) reference: String,
    /// The commit.
    pub(super) commit: Oid,
}

/// The tips that are there now.
#[derive(Debug, Default)]
pub(super) struct Tips {
    /// HEAD and local branches; HEAD first where there is one.
    pub(super) local: Vec<Tip>,
    /// Remote-tracking branches.
    pub(super) remote: Vec<Tip>,
}

impl Tips {
    pub(super) fn of(ledger: &Ledger) -> Result<Self, LedgerError> {
        let mut tips = Self::default();
        if let Some(commit) = ledger.repository.head().ok().and_then(|head| head.target()) {
            tips.local.push(Tip { reference: "HEAD".to_owned(), commit });
        }
        for reference in ledger.repository.references()? {
            let reference = reference?;
            let Ok(name) = std::str::from_utf8(reference.name_bytes()) else { continue };
            let list = if name.starts_with("refs/heads/") {
                &mut tips.local
            } else if name.starts_with("refs/remotes/") {
                &mut tips.remote
            } else {
                continue;
            };
            if let Ok(commit) = reference.peel_to_commit() {
                list.push(Tip { reference: name.to_owned(), commit: commit.id() });
            }
        }
        Ok(tips)
    }

    /// The commits from which a tip that was seen must still be reachable: those of local
    /// branches, where it is one that is still there; else all.
    pub(super) fn must_hold(&self, seen: &Tip) -> Vec<Oid> {
        let is_there = self.local.iter().any(|tip| tip.reference == seen.reference);
        let remote = self.remote.iter().filter(|_| !is_there);
        self.local.iter().chain(remote).map(|tip| tip.commit).collect()
    }
}

impl Ledger {
    /// The commits reachable from one and from none of the others, the newest first; `None` if
    /// one of its commits is no longer stored.
    pub(super) fn only_in(
        &self,
        tip: Oid,
        others: &[Oid],
    ) -> Result<Option<Vec<Oid>>, LedgerError> {
        if others.contains(&tip) {
            return Ok(Some(Vec::new()));
        }
        let mut walk = self.repository.revwalk()?;
        match walk.push(tip) {
            Err(error) if is_gone(&error) => return Ok(None),
            pushed => pushed?,
        }
        for other in others {
            walk.hide(*other)?;
        }
        let mut commits = Vec::new();
        for commit in walk {
            match commit {
                Ok(commit) => commits.push(commit),
                Err(error) if is_gone(&error) => return Ok(None),
                Err(error) => return Err(error.into()),
            }
        }
        Ok(Some(commits))
    }
}

fn is_gone(error: &git2::Error) -> bool {
    matches!(error.code(), ErrorCode::NotFound | ErrorCode::InvalidSpec)
        || error.class() == git2::ErrorClass::Odb
        || error.message().contains("not a committish")
}

/// Remembers the tips that are there, and keeps those that are no longer in the history.
pub(super) fn remember(ledger: &Ledger) {
    // The record is made; a memory that fails must not say otherwise.
    let _ = update(ledger, true);
}

/// The tips that this machine saw.
pub(super) fn seen(ledger: &Ledger) -> Result<Vec<Tip>, LedgerError> {
    let bytes = files::read(&path_of(ledger))?.unwrap_or_default();
    Ok(String::from_utf8_lossy(&bytes)
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(commit, reference)| {
            Some(Tip { reference: reference.to_owned(), commit: Oid::from_str(commit).ok()? })
        })
        .collect())
}

impl LedgerLock<'_> {
    /// Takes the history as it is now for the one that was seen: tips that it no longer has
    /// are forgotten. Says how many.
    ///
    /// # Errors
    /// When the memory cannot be read or written.
    pub fn accept_rewriting(&self) -> Result<usize, LedgerError> {
        update(self.ledger, false)
    }
}

/// Writes the memory anew; says how many tips the history no longer has.
fn update(ledger: &Ledger, keep_lost: bool) -> Result<usize, LedgerError> {
    let tips = Tips::of(ledger)?;
    let mut lost = Vec::new();
    for tip in seen(ledger)? {
        let only = ledger.only_in(tip.commit, &tips.must_hold(&tip))?;
        if only.is_none_or(|commits| !commits.is_empty()) {
            lost.push(tip);
        }
    }
    let count = lost.len();
    lost.truncate(if keep_lost { MOST_LOST } else { 0 });
    let mut lines: Vec<Tip> = lost.into_iter().chain(tips.local).chain(tips.remote).collect();
    lines.retain(|tip| tip.reference != "HEAD");
    lines.sort();
    lines.dedup();
    let text: String =
        lines.iter().map(|tip| format!("{} {}\n", tip.commit, tip.reference)).collect();
    let path = path_of(ledger);
    if files::read(&path)?.is_none() {
        files::create_new(&path, text.as_bytes())?;
    } else {
        files::replace(&path, text.as_bytes())?;
    }
    Ok(count)
}

fn path_of(ledger: &Ledger) -> PathBuf {
    ledger.repository.commondir().join("casefile").join("heads")
}
