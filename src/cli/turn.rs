//! One writer at a time: a command that changes notes has its turn from reading them to writing.
//!
//! Without it, of two that change the same note at once the later one would write over what the
//! earlier one said.

use std::time::Duration;

use super::options::Writing;
use super::recording;
use crate::failure::{Failure, FailureKind};
use crate::ledger::{Ledger, LedgerError, LedgerLock};
use crate::phrase::Phrase;
use crate::vault::Vault;
use crate::vault::lock::{FolderLock, lock_folder};

/// How long to wait for another casefile in a vault without git.
const PATIENCE: Duration = Duration::from_secs(10);

/// The right to change notes, until it is dropped.
pub(super) struct Turn<'t> {
    /// The repository, where what is written becomes a commit.
    pub(super) ledger: Option<&'t Ledger>,
    /// The right to record; `None` for a dry run, and in a vault without git.
    pub(super) lock: Option<&'t LedgerLock<'t>>,
    /// Whether no other casefile can be writing: something could be locked.
    pub(super) is_alone: bool,
}

/// Does something while no other casefile changes notes of this vault; a dry run waits for
/// nobody.
pub(super) fn in_turn<T>(
    vault: &Vault,
    writing: Writing,
    is_decision: bool,
    work: impl FnOnce(&Turn<'_>) -> Result<T, Failure>,
) -> Result<T, Failure> {
    let commit = recording::commits(vault, writing, is_decision);
    let ledger = match Ledger::open(vault.root()) {
        Ok(ledger) => Some(ledger),
        Err(error) if commit => return Err(error.into()),
        Err(_) => None,
    };
    let recording = ledger.as_ref().filter(|_| commit);
    if writing.dry_run {
        return work(&Turn { ledger: recording, lock: None, is_alone: false });
    }
    let lock = match ledger.as_ref().map(Ledger::lock) {
        Some(Ok(lock)) => Some(lock),
        Some(Err(error)) if commit || matches!(error, LedgerError::Locked { .. }) => {
            return Err(error.into());
        }
        _ => None,
    };
    let folder = lock.is_none().then(|| lock_folder(vault.root(), PATIENCE));
    if let Some(FolderLock::Busy) = folder {
        let path = vault.root().display().to_string();
        return Err(Failure::new(
            FailureKind::Files,
            Phrase::new("vault-locked").with("path", path),
        )
        .hint(Phrase::new("vault-locked-hint").with("seconds", PATIENCE.as_secs().to_string())));
    }
    let is_alone = lock.is_some() || matches!(folder, Some(FolderLock::Held(_)));
    let lock = lock.as_ref().filter(|_| commit);
    work(&Turn { ledger: recording, lock, is_alone })
}
