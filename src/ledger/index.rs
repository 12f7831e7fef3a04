//! Git's index, changed in a private copy.
//!
//! Owns: that nothing but our own entries changes, and that git's own check for files written
//! in the same moment as the index stays right. Must not: touch the index in use.

use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use git2::{Index, IndexEntry, IndexTime, Oid};

use super::Ledger;
use super::error::LedgerError;
use super::journal::Refresh;
use crate::vault::files::{self, FileError};

/// The flag of an entry that a sparse checkout leaves out of the work tree.
const SKIP_WORK_TREE: u16 = 1 << 14;

/// The index as it was at one moment.
#[derive(Debug)]
pub(super) struct Snapshot {
    /// Its bytes; `None` where there is no index yet.
    bytes: Option<Vec<u8>>,
    modified: Option<SystemTime>,
    permissions: Option<fs::Permissions>,
}

/// What the index says of a path.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Staged {
    Absent,
    Blob { oid: Oid, mode: u32, left_out: bool },
    Conflict,
}

/// A private copy of the index; its file is removed when it is dropped.
pub(super) struct PrivateIndex {
    index: Index,
    path: PathBuf,
}

impl Snapshot {
    pub(super) fn take(ledger: &Ledger) -> Result<Self, LedgerError> {
        let path = ledger.index_path();
        let failed = |source| FileError::new("read", &path, source);
        let mut file = match File::open(&path) {
            Ok(file) => file,
            Err(error) if files::is_absent(&error) => {
                return Ok(Self { bytes: None, modified: None, permissions: None });
            }
            Err(error) => return Err(failed(error).into()),
        };
        let metadata = file.metadata().map_err(failed)?;
        let mut bytes = Vec::new();
        std::io::Read::read_to_end(&mut file, &mut bytes).map_err(failed)?;
        Ok(Self {
            bytes: Some(bytes),
            modified: metadata.modified().ok(),
            permissions: Some(metadata.permissions()),
        })
    }

    /// A copy that may be changed.
    pub(super) fn copy(&self, ledger: &Ledger) -> Result<PrivateIndex, LedgerError> {
        let path = ledger.own_folder().join(format!("index-{}", std::process::id()));
        let failed = |source| FileError::new("write", &path, source);
        match &self.bytes {
            Some(bytes) => fs::write(&path, bytes).map_err(failed)?,
            None => match fs::remove_file(&path) {
                Err(error) if !files::is_absent(&error) => return Err(failed(error).into()),
                _ => {}
            },
        }
        let index = Index::open(&path).map_err(damaged)?;
        Ok(PrivateIndex { index, path })
    }
}

impl PrivateIndex {
    /// What is staged under a path, below the work tree.
    pub(super) fn staged(&self, path: &str) -> Staged {
        let path = Path::new(path);
        if (1..=3).any(|stage| self.index.get_path(path, stage).is_some()) {
            return Staged::Conflict;
        }
        self.index.get_path(path, 0).map_or(Staged::Absent, |entry| Staged::Blob {
            oid: entry.id,
            mode: entry.mode,
            left_out: entry.flags_extended & SKIP_WORK_TREE != 0,
        })
    }

    /// Sets or removes one entry; every other stays.
    pub(super) fn apply(&mut self, ledger: &Ledger, change: &Refresh) -> Result<(), LedgerError> {
        let path = Path::new(&change.path);
        let Some((oid, mode)) = change.blob()? else {
            if self.index.get_path(path, 0).is_some() {
                self.index.remove(path, 0)?;
            }
            return Ok(());
        };
        let before = self.index.get_path(path, 0);
        let mut entry = on_disk(&ledger.on_disk(&change.path));
        entry.id = oid;
        entry.mode = mode;
        entry.path = change.path.clone().into_bytes();
        if let Some(before) = before {
            // Keeps what the user said of the path: assume-unchanged, skip-worktree.
            entry.flags = before.flags & !0x0fff;
            entry.flags_extended = before.flags_extended & SKIP_WORK_TREE;
        }
        Ok(self.index.add(&entry)?)
    }

    /// Writes the copy, ready to be put in the index's place.
    pub(super) fn write(&mut self, snapshot: &Snapshot) -> Result<(), LedgerError> {
        self.index.write()?;
        let failed = |source| FileError::new("write", &self.path, source);
        let file = File::options().write(true).open(&self.path).map_err(failed)?;
        if let Some(permissions) = &snapshot.permissions {
            file.set_permissions(permissions.clone()).map_err(failed)?;
        }
        // Git compares each file's time with the index's to know which it must read again
        // although size and time agree. With the old time it looks at least as closely as
        // before; a newer one would hide a change made in the moment git wrote the index.
        if let Some(modified) = snapshot.modified {
            file.set_modified(modified).map_err(failed)?;
        }
        Ok(file.sync_all().map_err(failed)?)
    }

    /// Puts the copy in the place of the index; the caller holds git's lock.
    pub(super) fn put_in_place(&self, ledger: &Ledger) -> Result<(), LedgerError> {
        let target = ledger.index_path();
        fs::rename(&self.path, &target)
            .map_err(|source| FileError::new("replace", &target, source))?;
        Ok(files::sync_folder(ledger.repository.path())?)
    }
}

impl Drop for PrivateIndex {
    fn drop(&mut self) {
        let _ = fs::remove_file(&self.path);
    }
}

/// Removes private copies that killed processes left; the caller holds our own lock.
pub(super) fn clear_private_copies(ledger: &Ledger) {
    for entry in fs::read_dir(ledger.own_folder()).into_iter().flatten().flatten() {
        let name = entry.file_name();
        let Some(name) = name.to_str() else { continue };
        if name.starts_with("index-")
            || name.starts_with(".tmp")
            || name.starts_with(files::TEMPORARY)
        {
            let _ = fs::remove_file(entry.path());
        }
    }
}

fn damaged(error: git2::Error) -> LedgerError {
    let message = error.message();
    if message.contains("mandatory extension: 'link'") {
        LedgerError::SplitIndex
    } else if message.contains("mandatory extension: 'sdir'") {
        LedgerError::SparseIndex
    } else {
        LedgerError::DamagedIndex { source: error }
    }
}

/// An entry with the numbers by which git sees that a file did not change; zeros, where they
/// are unknown, only make git read the file again.
fn on_disk(path: &Path) -> IndexEntry {
    let zero = IndexTime::new(0, 0);
    let entry = IndexEntry {
        ctime: zero,
        mtime: zero,
        dev: 0,
        ino: 0,
        mode: 0,
        uid: 0,
        gid: 0,
        file_size: 0,
        id: Oid::ZERO_SHA1,
        flags: 0,
        flags_extended: 0,
        path: Vec::new(),
    };
    #[cfg(unix)]
    if let Ok(metadata) = fs::symlink_metadata(path) {
        use std::os::unix::fs::MetadataExt as _;
        // Git keeps the low 32 bits of each.
        let low = |number: u64| u32::try_from(number & 0xffff_ffff).unwrap_or_default();
        let time = |seconds: i64, nanoseconds: i64| {
            IndexTime::new(
                i32::try_from(seconds).unwrap_or_default(),
                u32::try_from(nanoseconds).unwrap_or_default(),
            )
        };
        return IndexEntry {
            ctime: time(metadata.ctime(), metadata.ctime_nsec()),
            mtime: time(metadata.mtime(), metadata.mtime_nsec()),
            dev: low(metadata.dev()),
            ino: low(metadata.ino()),
            uid: metadata.uid(),
            gid: metadata.gid(),
            file_size: low(metadata.size()),
            ..entry
        };
    }
    entry
}
