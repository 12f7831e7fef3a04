//! Failures of the ledger, each with its remedy.

use super::{Failure, FailureKind};
use crate::ledger::LedgerError;
use crate::phrase::Phrase;

impl From<LedgerError> for Failure {
    fn from(error: LedgerError) -> Self {
        match error {
            LedgerError::File(error) => error.into(),
            LedgerError::Git(source) => {
                git(Phrase::new("git-refused"), Phrase::new("git-refused-hint"))
                    .because(source.message())
            }
            // What libgit2 says is about our private copy of it.
            LedgerError::DamagedIndex { .. } => {
                git(Phrase::new("git-damaged-index"), Phrase::new("git-damaged-index-hint"))
            }
            LedgerError::SigningFailed { program, message } => git(
                Phrase::new("signing-failed").with("program", program),
                Phrase::new("signing-failed-hint"),
            )
            .because(message),
            LedgerError::IdentityMissing { keys } => keys.iter().fold(
                Self::new(
                    FailureKind::Git,
                    Phrase::new("git-identity").with("keys", keys.join(", ")),
                ),
                |failure, key| failure.hint(Phrase::new("git-identity-hint").with("key", *key)),
            ),
            LedgerError::AlreadyThere { path } => {
                Self::new(FailureKind::Taken, Phrase::new("already-there").with("path", path))
                    .hint(Phrase::new("already-there-hint"))
            }
            error => {
                let (message, hint) = in_words(error);
                git(message, hint)
            }
        }
    }
}

fn git(message: Phrase, hint: Phrase) -> Failure {
    Failure::new(FailureKind::Git, message).hint(hint)
}

/// What happened and what to do, for errors of the repository's state.
fn in_words(error: LedgerError) -> (Phrase, Phrase) {
    match error {
        LedgerError::NoRepository { path } => (
            Phrase::new("git-none").with("path", path.display().to_string()),
            Phrase::new("git-none-hint"),
        ),
        LedgerError::Bare { path } => (
            Phrase::new("git-bare").with("path", path.display().to_string()),
            Phrase::new("git-bare-hint"),
        ),
        LedgerError::OutsideWorkTree { work_tree, .. } => (
            Phrase::new("git-outside").with("path", work_tree.display().to_string()),
            Phrase::new("git-outside-hint"),
        ),
        LedgerError::OtherOwner { path, remedy } => (
            Phrase::new("git-other-owner").with("path", path.display().to_string()),
            Phrase::new("git-other-owner-hint").with("command", remedy),
        ),
        LedgerError::Sha256Repository { .. } => {
            (Phrase::new("git-sha256"), Phrase::new("git-format-hint"))
        }
        LedgerError::Reftable { .. } => {
            (Phrase::new("git-reftable"), Phrase::new("git-format-hint"))
        }
        LedgerError::UnknownExtension { extension, .. } => (
            Phrase::new("git-extension").with("extension", extension),
            Phrase::new("git-format-hint"),
        ),
        LedgerError::SplitIndex => {
            (Phrase::new("git-split-index"), Phrase::new("git-split-index-hint"))
        }
        LedgerError::SparseIndex => {
            (Phrase::new("git-sparse-index"), Phrase::new("git-sparse-index-hint"))
        }
        LedgerError::Detached { commit } => {
            (Phrase::new("git-detached").with("commit", commit), Phrase::new("git-detached-hint"))
        }
        LedgerError::InProgress { operation } => (
            Phrase::new("git-in-progress").with("operation", operation.as_str()),
            Phrase::new("git-in-progress-hint").with("command", operation.way_out()),
        ),
        LedgerError::Locked { owner, waited } => (
            Phrase::new("git-locked").with("owner", owner),
            Phrase::new("git-locked-hint").with("seconds", waited.to_string()),
        ),
        LedgerError::BranchBusy { branch } => (
            Phrase::new("git-branch-busy").with("branch", branch),
            Phrase::new("git-branch-busy-hint"),
        ),
        LedgerError::DamagedCommit { commit } => (
            Phrase::new("git-damaged-commit").with("commit", commit),
            Phrase::new("git-damaged-commit-hint"),
        ),
        LedgerError::TooLarge => (Phrase::new("git-too-large"), Phrase::new("git-too-large-hint")),
        LedgerError::TooLargeThen => {
            (Phrase::new("git-too-large-then"), Phrase::new("git-too-large-then-hint"))
        }
        LedgerError::NoSigningKey => {
            (Phrase::new("signing-no-key"), Phrase::new("signing-no-key-hint"))
        }
        LedgerError::SigningFormat { format } => (
            Phrase::new("signing-format").with("format", format),
            Phrase::new("signing-format-hint"),
        ),
        error => of_a_path(error),
    }
}

/// What happened and what to do, for errors about one path.
fn of_a_path(error: LedgerError) -> (Phrase, Phrase) {
    match error {
        LedgerError::UnsafePath { path } => {
            (Phrase::new("path-unsafe").with("path", path), Phrase::new("path-unsafe-hint"))
        }
        LedgerError::InSubmodule { path, submodule } => (
            Phrase::new("path-in-submodule").with("path", path).with("submodule", submodule),
            Phrase::new("path-in-submodule-hint"),
        ),
        LedgerError::BeyondSymlink { path, link } => (
            Phrase::new("path-beyond-link").with("path", path).with("link", link),
            Phrase::new("path-beyond-link-hint"),
        ),
        LedgerError::OwnFolderLink { link } => (
            Phrase::new("own-folder-link").with("path", link.display().to_string()),
            Phrase::new("own-folder-link-hint"),
        ),
        LedgerError::NotAFile { path } => {
            (Phrase::new("path-no-file").with("path", path), Phrase::new("path-no-file-hint"))
        }
        LedgerError::Missing { path } => {
            (Phrase::new("path-missing").with("path", path), Phrase::new("path-missing-hint"))
        }
        LedgerError::NotCheckedOut { path } => (
            Phrase::new("path-not-checked-out").with("path", path),
            Phrase::new("path-not-checked-out-hint"),
        ),
        LedgerError::NeverChanges { path } => (
            Phrase::new("path-never-changes").with("path", path),
            Phrase::new("path-never-changes-hint"),
        ),
        LedgerError::Ignored { path } => {
            (Phrase::new("path-ignored").with("path", path), Phrase::new("path-ignored-hint"))
        }
        LedgerError::Filtered { path, attribute, value } => (
            Phrase::new("path-filtered")
                .with("path", path)
                .with("attribute", format!("{attribute}={value}")),
            Phrase::new("path-filtered-hint"),
        ),
        LedgerError::Converted { path } => {
            (Phrase::new("path-converted").with("path", path), Phrase::new("path-converted-hint"))
        }
        LedgerError::Conflict { path } => {
            (Phrase::new("path-conflict").with("path", path), Phrase::new("path-conflict-hint"))
        }
        LedgerError::NothingToRecord => {
            (Phrase::new("nothing-to-record"), Phrase::new("nothing-to-record-hint"))
        }
        other => (
            Phrase::new("git-refused-because").with("reason", other.to_string()),
            Phrase::new("git-refused-hint"),
        ),
    }
}
