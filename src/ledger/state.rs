//! What git is in the middle of, and where a commit would go.
//!
//! Owns: the refusals that depend on the repository's state alone. Must not: change anything.

use std::fmt;

use git2::{ErrorCode, Oid, Repository, RepositoryState};

use super::error::LedgerError;

/// Something of git's that takes several commands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operation {
    /// `git merge`.
    Merge,
    /// `git revert`.
    Revert,
    /// `git cherry-pick`.
    CherryPick,
    /// `git bisect`.
    Bisect,
    /// `git rebase`.
    Rebase,
    /// `git am`.
    Apply,
}

impl Operation {
    /// The command that ends it.
    pub const fn way_out(self) -> &'static str {
        match self {
            Self::Merge => "git merge --abort",
            Self::Revert => "git revert --abort",
            Self::CherryPick => "git cherry-pick --abort",
            Self::Bisect => "git bisect reset",
            Self::Rebase => "git rebase --abort",
            Self::Apply => "git am --abort",
        }
    }

    /// Git's word for it, as in `git <word>`.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Merge => "merge",
            Self::Revert => "revert",
            Self::CherryPick => "cherry-pick",
            Self::Bisect => "bisect",
            Self::Rebase => "rebase",
            Self::Apply => "am",
        }
    }
}

impl fmt::Display for Operation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// What is in progress; `None` if nothing is.
pub(super) fn operation(repository: &Repository) -> Option<Operation> {
    match repository.state() {
        // Between two picks git leaves only its list of what is to do.
        RepositoryState::Clean if repository.path().join("sequencer").is_dir() => {
            Some(Operation::CherryPick)
        }
        RepositoryState::Clean => None,
        RepositoryState::Merge => Some(Operation::Merge),
        RepositoryState::Revert | RepositoryState::RevertSequence => Some(Operation::Revert),
        RepositoryState::CherryPick | RepositoryState::CherryPickSequence => {
            Some(Operation::CherryPick)
        }
        RepositoryState::Bisect => Some(Operation::Bisect),
        RepositoryState::Rebase
        | RepositoryState::RebaseInteractive
        | RepositoryState::RebaseMerge => Some(Operation::Rebase),
        RepositoryState::ApplyMailbox | RepositoryState::ApplyMailboxOrRebase => {
            Some(Operation::Apply)
        }
    }
}

/// Where the next commit goes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Head {
    /// The reference to move: a branch, or `HEAD` itself where it is detached.
    pub(super) reference: String,
    /// The commit it names; `None` on a branch without commits.
    pub(super) commit: Option<Oid>,
}

impl Head {
    /// Reads where `HEAD` points.
    pub(super) fn read(repository: &Repository, allow_detached: bool) -> Result<Self, LedgerError> {
        let mut name = "HEAD".to_owned();
        // Symbolic references may name each other; git itself follows five.
        for _ in 0..5 {
            let reference = match repository.find_reference(&name) {
                Ok(reference) => reference,
                Err(error) if error.code() == ErrorCode::NotFound && name != "HEAD" => {
                    return Ok(Self { reference: name, commit: None });
                }
                Err(error) => return Err(error.into()),
            };
            if let Some(commit) = reference.target() {
                if name == "HEAD" && !allow_detached {
                    return Err(LedgerError::Detached { commit: commit.to_string() });
                }
                return Ok(Self { reference: name, commit: Some(commit) });
            }
            name = String::from_utf8_lossy(reference.symbolic_target_bytes().unwrap_or_default())
                .into_owned();
        }
        Err(git2::Error::from_str("HEAD names a reference that names another, without end").into())
    }

    /// The branch's short name, or `HEAD`.
    pub(super) fn short(&self) -> &str {
        self.reference.strip_prefix("refs/heads/").unwrap_or(&self.reference)
    }
}
