//! Writing notes and recording them: the same for every command that writes.

use std::path::Path;

use jiff::tz::TimeZone;

use super::options::Writing;
use super::session::Session;
use super::turn::{Turn, in_turn};
use crate::failure::{Failure, FailureKind};
use crate::ledger::{Change, How, Ledger, LedgerLock, Message, Record, Recorded};
use crate::model::CommitPolicy;
use crate::phrase::Phrase;
use crate::render::terminal::visible;
use crate::vault::{Vault, at_once, files};

/// A note to be written, or a file to be taken as it is.
#[derive(Clone, Debug)]
pub(super) struct NewFile {
    /// The path below the vault.
    pub(super) path: String,
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// The bytes it takes the place of; `None` for a file that is not there yet.
    pub(super) before: Option<Vec<u8>>,
}

impl NewFile {
    /// A note that is not there yet.
    pub(super) fn new(path: impl Into<String>, text: impl Into<Vec<u8>>) -> Self {
        Self { path: path.into(), bytes: text.into(), before: None }
    }

    /// New bytes for a note that is there, and the bytes it was read with.
    pub(super) fn replacing(
        path: impl Into<String>,
        before: impl Into<Vec<u8>>,
        text: impl Into<Vec<u8>>,
    ) -> Self {
        Self { path: path.into(), bytes: text.into(), before: Some(before.into()) }
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

/// Writes files in this turn, as one commit where the settings say so, and answers with their
/// paths.
pub(super) fn write(
    session: &Session,
    vault: &Vault,
    turn: &Turn<'_>,
    new: &[NewFile],
    message: Message,
    writing: Writing,
) -> Result<(), Failure> {
    if writing.dry_run {
        return show(session, new, turn.ledger.map(|_| &message));
    }
    let recorded = match (turn.ledger, turn.lock) {
        (Some(ledger), Some(lock)) => Some(record(session, vault, ledger, lock, new, message)?),
        _ => {
            write_files(vault, new)?;
            None
        }
    };
    let answered = answer_paths(session, vault, new);
    let policy = vault.settings().ledger.commit;
    if turn.ledger.is_none() && !writing.no_commit && policy != CommitPolicy::Never {
        session.say_not_in_git();
    }
    answered.map_err(|failure| {
        let paths: Vec<&str> = new.iter().map(|file| file.path.as_str()).collect();
        let (paths, count) = (paths.join("`, `"), new.len());
        failure.unanswered(match recorded {
            Some(recorded) => Phrase::new("unanswered-recorded")
                .with("count", count)
                .with("paths", paths)
                .with("commit", short(&recorded)),
            None => Phrase::new("unanswered-written").with("count", count).with("paths", paths),
        })
    })
}

/// The commit's name as people type it.
pub(super) fn short(recorded: &Recorded) -> String {
    recorded.commit.chars().take(10).collect()
}

/// Writes new files in a turn of their own. `make` looks for names that are free; where somebody
/// takes one between its look and our writing, it looks again.
pub(super) fn write_new(
    session: &Session,
    vault: &Vault,
    message: &Message,
    writing: Writing,
    make: impl Fn() -> Vec<NewFile>,
) -> Result<(), Failure> {
    const ATTEMPTS: usize = 100;
    in_turn(vault, writing, false, |turn| {
        let mut left = ATTEMPTS;
        loop {
            left -= 1;
            match write(session, vault, turn, &make(), message.clone(), writing) {
                Err(failure) if failure.kind == FailureKind::Taken && left > 0 => {}
                done => return done,
            }
        }
    })
}

/// Writes files and leaves git alone: all of them, or none.
pub(super) fn write_files(vault: &Vault, new: &[NewFile]) -> Result<(), Failure> {
    check_unchanged(vault, new)?;
    let write = |file: &NewFile| {
        let path = vault.root().join(&file.path);
        if file.before.is_some() {
            files::replace(&path, &file.bytes)
        } else {
            files::create_new(&path, &file.bytes)
        }
    };
    at_once(new, write).map_err(|(error, written)| {
        written.into_iter().for_each(|file| take_back(vault, file));
        error.into()
    })
}

/// Refuses to write over what somebody saved since we read it.
fn check_unchanged(vault: &Vault, new: &[NewFile]) -> Result<(), Failure> {
    for file in new {
        let path = vault.root().join(&file.path);
        if let Some(link) = files::link_on_the_way(vault.root(), &path) {
            let message = Phrase::new("path-beyond-link")
                .with("path", file.path.as_str())
                .with("link", link.display().to_string());
            return Err(Failure::new(FailureKind::Refused, message)
                .hint(Phrase::new("path-beyond-link-hint")));
        }
        let there = files::read(&path)?;
        if file.before.is_some() && there != file.before {
            let message = Phrase::new("changed-meanwhile").with("path", file.path.as_str());
            return Err(Failure::new(FailureKind::Refused, message)
                .hint(Phrase::new("changed-meanwhile-hint")));
        }
    }
    Ok(())
}

/// Undoes one write; what cannot be undone is left for the user to see.
fn take_back(vault: &Vault, file: &NewFile) {
    let path = vault.root().join(&file.path);
    let _ = match &file.before {
        Some(bytes) => files::replace(&path, bytes),
        None => files::remove(&path),
    };
}

/// Writes files and records them in one commit, the lock being held.
pub(super) fn record(
    session: &Session,
    vault: &Vault,
    ledger: &Ledger,
    lock: &LedgerLock<'_>,
    new: &[NewFile],
    message: Message,
) -> Result<Recorded, Failure> {
    check_unchanged(vault, new)?;
    let changes = new
        .iter()
        .map(|file| {
            let bytes = file.bytes.clone();
            let how = if file.before.is_some() { How::Replace(bytes) } else { How::Create(bytes) };
            Change { path: file.path.clone(), how }
        })
        .collect();
    let record = record_of(session, vault, ledger, changes, message)?;
    land(session, lock, &record)
}

/// Records, and says what the user should know about it.
pub(super) fn land(
    session: &Session,
    lock: &LedgerLock<'_>,
    record: &Record,
) -> Result<Recorded, Failure> {
    let recorded = lock.record(record)?;
    recorded.warnings.iter().for_each(|warning| session.ui.remark(&warning.phrase()));
    Ok(recorded)
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
        identity: ledger.identity(session.identity_override())?,
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
        if file.path.ends_with(".md") {
            session.ui.answer(&visible(&String::from_utf8_lossy(&file.bytes)))?;
        }
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
