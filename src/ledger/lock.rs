//! One writer at a time: our own lock, and git's lock on the index.
//!
//! Owns: both lock files and the mark that says whose they are. Must not: take away a lock
//! that is not ours.
//!
//! Our own lock is the system's lock on an open file: it ends with its process, whatever ends
//! that. The file stays, and holds the mark for the message to those who wait. Whoever holds
//! it knows that an `index.lock` with our mark from this machine was left by a killed process.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::io::{self, Read as _, Seek as _, Write as _};
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::Ledger;
use super::error::LedgerError;
use super::journal::Journal;
use crate::vault::files::{self, FileError};
use crate::vault::listing;

/// How long to wait for another casefile.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often to look again.
const PAUSE: Duration = Duration::from_millis(10);
/// The word a mark begins with.
const MARK: &str = "casefile";

/// The right to record, until it is dropped.
#[derive(Debug)]
pub struct LedgerLock<'ledger> {
    pub(super) ledger: &'ledger Ledger,
    /// Holds the lock while it is open.
    _file: File,
}

impl Ledger {
    /// Waits for other casefiles, then clears up what a killed one left.
    ///
    /// # Errors
    /// [`LedgerError::Locked`] after ten seconds.
    pub fn lock(&self) -> Result<LedgerLock<'_>, LedgerError> {
        self.lock_within(PATIENCE)
    }

    /// The same with another bound.
    ///
    /// # Errors
    /// [`LedgerError::Locked`] after that time.
    pub fn lock_within(&self, patience: Duration) -> Result<LedgerLock<'_>, LedgerError> {
        let folder = self.repository.commondir().join(MARK);
        let path = folder.join("lock");
        let failed = |source| FileError::new("lock", &path, source);
        fs::create_dir_all(&folder).map_err(failed)?;
        fs::create_dir_all(self.own_folder()).map_err(failed)?;
        self.refuse_links()?;
        let mut file = OpenOptions::new()
            .read(true)
            .write(true)
            .create(true)
            .truncate(false)
            .open(&path)
            .map_err(failed)?;
        let start = Instant::now();
        loop {
            match file.try_lock() {
                Ok(()) => break,
                Err(TryLockError::WouldBlock) if start.elapsed() < patience => {
                    std::thread::sleep(PAUSE);
                }
                Err(TryLockError::WouldBlock) => {
                    let mut owner = String::new();
                    let _ = file.read_to_string(&mut owner);
                    let owner = owner.trim().trim_start_matches(MARK).trim().to_owned();
                    return Err(LedgerError::Locked { owner, waited: patience.as_secs() });
                }
                Err(TryLockError::Error(source)) => return Err(failed(source).into()),
            }
        }
        let mark = format!("{}\n", mark());
        file.set_len(0)
            .and_then(|()| file.rewind())
            .and_then(|()| file.write_all(mark.as_bytes()))
            .map_err(failed)?;
        IndexLock::clear_stale(&self.index_lock_path())?;
        Journal::recover(self)?;
        Ok(LedgerLock { ledger: self, _file: file })
    }

    /// Refuses to write through a link in our folders: a repository may come from someone else,
    /// and what it points at does not.
    fn refuse_links(&self) -> Result<(), LedgerError> {
        for (git_folder, own) in [
            (self.repository.commondir(), self.repository.commondir().join(MARK)),
            (self.repository.path(), self.own_folder()),
        ] {
            let names = listing::list(&own)?.into_iter().map(|entry| own.join(entry.name));
            for path in std::iter::once(own.clone()).chain(names) {
                if let Some(link) = files::link_on_the_way(git_folder, &path) {
                    return Err(LedgerError::OwnFolderLink { link });
                }
            }
        }
        Ok(())
    }

    /// Where this work tree's journal and private index lie; on one disk with its index.
    pub(super) fn own_folder(&self) -> PathBuf {
        self.repository.path().join(MARK)
    }

    pub(super) fn index_path(&self) -> PathBuf {
        self.repository.path().join("index")
    }

    pub(super) fn index_lock_path(&self) -> PathBuf {
        self.repository.path().join("index.lock")
    }
}

/// Git's lock on the index, held by us; given back when dropped.
#[derive(Debug)]
pub(super) struct IndexLock(PathBuf);

impl IndexLock {
    /// Takes the lock; `None` if somebody has it.
    pub(super) fn take(ledger: &Ledger) -> Result<Option<Self>, LedgerError> {
        let path = ledger.index_lock_path();
        let failed = |source| FileError::new("lock", &path, source);
        let own = ledger.own_folder();
        fs::create_dir_all(&own).map_err(failed)?;
        // Linked into place with its mark inside, so that no unmarked lock is ever left.
        let mut marked = tempfile::NamedTempFile::new_in(&own).map_err(failed)?;
        writeln!(marked, "{}", mark()).map_err(failed)?;
        match marked.persist_noclobber(&path) {
            Ok(_) => Ok(Some(Self(path))),
            Err(error) if error.error.kind() == io::ErrorKind::AlreadyExists => Ok(None),
            Err(error) => Err(failed(error.error).into()),
        }
    }

    /// Removes a lock that a killed casefile left; we hold our own lock, so it is dead.
    fn clear_stale(path: &Path) -> Result<(), LedgerError> {
        match files::read(path) {
            Ok(Some(bytes)) if is_ours(&bytes, host().as_deref()) => Ok(files::remove(path)?),
            _ => Ok(()),
        }
    }
}

impl Drop for IndexLock {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.0);
    }
}

/// Whose lock it is: process and machine.
fn mark() -> String {
    let host = host().unwrap_or_else(|| "a machine without a name".to_owned());
    format!("{MARK} process {} on {host}", std::process::id())
}

/// Whether a lock is surely of this machine; where the machine has no name, none is.
fn is_ours(bytes: &[u8], host: Option<&str>) -> bool {
    let (Ok(text), Some(host)) = (std::str::from_utf8(bytes), host) else { return false };
    text.starts_with(MARK) && text.trim_end().ends_with(&format!(" on {host}"))
}

/// The machine's name, where the system tells it in a file.
fn host() -> Option<String> {
    ["/proc/sys/kernel/hostname", "/etc/hostname"]
        .iter()
        .find_map(|path| fs::read_to_string(path).ok())
        .map(|name| name.trim().to_owned())
        .filter(|name| !name.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_machine_without_a_name_owns_no_lock() {
        let mark = b"casefile process 7 on oak\n";
        assert!(is_ours(mark, Some("oak")));
        assert!(!is_ours(mark, Some("elm")));
        assert!(!is_ours(mark, None));
        assert!(!is_ours(b"casefile process 7 on a machine without a name\n", None));
    }
}
