//! Writing notes and recording them: the same for every command that writes.

use std::path::Path;

use jiff::tz::TimeZone;

use super::options::Writing;
use super::session::Session;
use crate::failure::Failure;
use crate::ledger::{Change, How, Ledger, LedgerLock, Message, Record};
use crate::model::CommitPolicy;
use crate::phrase::Phrase;
use crate::vault::{Vault, files};

/// A note to be written, or a file to be taken as it is.
#[derive(Clone, Debug)]
pub(super) struct NewFile {
    /// The path below the vault.
    pub(super) path: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// Whether it takes the place of a file that is there.
    pub(super) replaces: bool,
}

impl NewFile {
    /// A note that is not there yet.
    pub(super) fn new(path: impl Into<String>, text: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: text.into(), replaces: false }
    }

    /// New bytes for a note that is there.
    pub(super) fn replacing(path: impl Into<String>, text: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: text.into(), replaces: true }
    }
}

/// Whether a write becomes a commit, by the vault's settings and the command's options.
pub(super) fn commits(vault: &Vault, writing: Writing, is_decision: bool) -> bool {
    !writing.no_commit
        && match vault.settings().ledger.commit {
            CommitPolicy::Never => false,
            CommitPolicy::Decisions => is_decision,
            CommitPolicy::Records => true,
        }
}

/// Writes files, as one commit where the settings say so, and answers with their paths.
pub(super) fn write(
    session: &Session,
    vault: &Vault,
    new: &[NewFile],
    message: Message,
    writing: Writing,
) -> Result<(), Failure> {
    let commit = commits(vault, writing, false);
    if writing.dry_run {
        return show(session, new, commit.then_some(&message));
    }
    if commit {
        let ledger = Ledger::open(vault.root())?;
        let lock = ledger.lock()?;
        record(session, vault, &ledger, &lock, new, message)?;
    } else {
        write_files(vault, new)?;
    }
    answer_paths(session, vault, new)
}

/// Writes files and leaves git alone.
pub(super) fn write_files(vault: &Vault, new: &[NewFile]) -> Result<(), Failure> {
    for file in new {
        let path = vault.root().join(&file.path);
        if file.replaces {
            files::replace(&path, &file.bytes)?;
        } else {
            files::create_new(&path, &file.bytes)?;
        }
    }
    Ok(())
}

/// Writes files and records them in one commit, the lock being held.
pub(super) fn record(
    session: &Session,
    vault: &Vault,
    ledger: &Ledger,
    lock: &LedgerLock<'_>,
    new: &[NewFile],
    message: Message,
) -> Result<(), Failure> {
    let changes = new
        .iter()
        .map(|file| {
            let bytes = file.bytes.clone();
            let how = if file.replaces { How::Replace(bytes) } else { How::Create(bytes) };
            Change { path: file.path.clone(), how }
        })
        .collect();
    let record = record_of(session, vault, ledger, changes, message)?;
    let recorded = lock.record(&record)?;
    recorded.warnings.iter().for_each(|warning| session.ui.remark(&warning.phrase()));
    Ok(())
}

/// A record of these changes, now, by whoever commits here.
pub(super) fn record_of(
    session: &Session,
    vault: &Vault,
    ledger: &Ledger,
    changes: Vec<Change>,
    message: Message,
) -> Result<Record, Failure> {
    let zone = &vault.settings().zone;
    let at = session.now(zone);
    Ok(Record {
        changes,
        message,
        identity: ledger.identity(&session.identity_override())?,
        at,
        offset: TimeZone::to_offset(zone, at),
        sign: vault.settings().ledger.sign,
        allow_detached: false,
    })
}

/// Shows what would be written and recorded.
pub(super) fn show(
    session: &Session,
    new: &[NewFile],
    message: Option<&Message>,
) -> Result<(), Failure> {
    for file in new {
        session.ui.remark(&Phrase::new("would-write").with("path", file.path.as_str()));
        session.ui.answer(&crate::ui::shown(&String::from_utf8_lossy(&file.bytes)))?;
    }
    if let Some(message) = message {
        session.ui.remark(&Phrase::new("would-commit"));
        session.ui.answer(&message.render())?;
    }
    Ok(())
}

/// Answers with the paths of what was written, below the folder the vault was asked for from.
pub(super) fn answer_paths(
    session: &Session,
    vault: &Vault,
    new: &[NewFile],
) -> Result<(), Failure> {
    for file in new {
        let full = vault.root().join(&file.path);
        session.ui.answer_line(&shortest(&full, session.folder()))?;
    }
    Ok(())
}

/// The path as it would be typed in `folder`.
fn shortest(path: &Path, folder: &Path) -> String {
    let folder = folder.canonicalize().unwrap_or_else(|_| folder.to_path_buf());
    path.strip_prefix(&folder).unwrap_or(path).display().to_string()
}
