//! Everything that can fail before anything is written.
//!
//! Owns: turning changes into blobs, entries and files to write. Must not: write in the work
//! tree.

use std::fs;
use std::path::PathBuf;

use git2::Oid;

use super::Ledger;
use super::error::LedgerError;
use super::folders::Committed;
use super::index::{PrivateIndex, Snapshot, Staged};
use super::journal::{Refresh, Written};
use super::paths;
use super::record::{How, Record, Warning};
use super::state::{self, Head, Operation};
use super::write::{not_stored, tree_of};
use crate::model::Digest;
use crate::vault::files::{self, FileError};

/// From this size on a file is worth a warning, in bytes.
const LARGE: usize = 10 * 1024 * 1024;

/// A commit that nothing known speaks against.
#[derive(Debug)]
pub(super) struct Plan<'record> {
    /// The entries of tree and index.
    pub(super) entries: Vec<Refresh>,
    /// The files to write, with their bytes.
    pub(super) files: Vec<(Written, PathBuf, &'record [u8])>,
    /// Decisions and exhibits among the entries: path below the vault, and digest.
    pub(super) protected: Vec<(String, Digest)>,
    pub(super) warnings: Vec<Warning>,
}

impl<'record> Plan<'record> {
    pub(super) fn make(ledger: &Ledger, record: &'record Record) -> Result<Self, LedgerError> {
        let mut plan = Self {
            entries: Vec::new(),
            files: Vec::new(),
            protected: Vec::new(),
            warnings: Vec::new(),
        };
        match state::operation(&ledger.repository) {
            Some(Operation::Merge) => plan.warnings.push(Warning::MergeInProgress),
            Some(operation) => return Err(LedgerError::InProgress { operation }),
            None => {}
        }
        let head = Head::read(&ledger.repository, record.allow_detached)?;
        let tree = tree_of(&ledger.repository, head.commit)?;
        let committed = Committed::new(&ledger.repository, tree);
        let index = Snapshot::take(ledger)?.copy(ledger)?;
        let mut seen = std::collections::BTreeSet::new();
        for change in &record.changes {
            let path = paths::below_work_tree(ledger, &change.path)?;
            if !seen.insert(path.clone()) {
                return Err(LedgerError::Twice { path });
            }
            paths::refuse_strange(ledger, &path, &committed, &index)?;
            plan.add(ledger, path, &change.how, &committed, &index)?;
        }
        if plan.entries.is_empty() {
            return Err(LedgerError::NothingToRecord);
        }
        let parts: Vec<_> = ledger.repository.path().components().map(|c| c.as_os_str()).collect();
        if parts.windows(2).any(|pair| pair[0] == ".git" && pair[1] == "modules") {
            plan.warnings.push(Warning::InSubmodule);
        }
        Ok(plan)
    }

    fn add(
        &mut self,
        ledger: &Ledger,
        path: String,
        how: &'record How,
        committed: &Committed<'_>,
        index: &PrivateIndex,
    ) -> Result<(), LedgerError> {
        let on_disk = ledger.on_disk(&path);
        let metadata = match fs::symlink_metadata(&on_disk) {
            Ok(metadata) => Some(metadata),
            Err(error) if files::is_absent(&error) => None,
            Err(error) => return Err(FileError::new("read", on_disk, error).into()),
        };
        let committed = committed.blob(&path);
        let staged = match index.staged(&path) {
            Staged::Blob { oid, mode, left_out } => Some((oid, mode, left_out)),
            _ => None,
        };
        let there = metadata.is_some();
        if matches!(how, How::Create(_)) && (there || committed.is_some() || staged.is_some()) {
            return Err(LedgerError::AlreadyThere { path });
        }
        if metadata.is_some_and(|metadata| !metadata.is_file()) {
            return Err(LedgerError::NotAFile { path });
        }
        let kept = committed
            .filter(|_| {
                path.strip_prefix(&ledger.prefix)
                    .is_some_and(|path| paths::is_protected(path) || paths::is_anchor(path))
            })
            .map(|(oid, _)| oid);
        if kept.is_some() && matches!(how, How::Replace(_)) {
            return Err(LedgerError::NeverChanges { path });
        }
        let mode =
            paths::mode_of(ledger, &path, committed.or(staged.map(|s| (s.0, s.1))).map(|c| c.1))?;
        let entry = |committed: Option<Oid>| Refresh {
            path: path.clone(),
            staged: staged.map(|(oid, ..)| oid.to_string()),
            committed: committed.map(|oid| oid.to_string()),
            mode,
        };
        match how {
            How::Create(bytes) | How::Replace(bytes) => {
                if !there && matches!(how, How::Replace(_)) {
                    return Err(LedgerError::Missing { path });
                }
                self.weigh(ledger, &path, bytes);
                self.entries.push(entry(Some(paths::blob_of(ledger, &path, bytes)?)));
                let written = Written {
                    before: match files::read(&on_disk)? {
                        Some(old) => {
                            let blob = ledger.repository.blob(&old);
                            Some(blob.map_err(|_| not_stored(ledger))?.to_string())
                        }
                        None => None,
                    },
                    after: Oid::hash_object(git2::ObjectType::Blob, bytes)?.to_string(),
                    folders: missing_folders(ledger, &path),
                    path,
                };
                self.files.push((written, on_disk, bytes));
            }
            How::AsIs => {
                let now = match files::read(&on_disk)? {
                    Some(bytes) => {
                        self.weigh(ledger, &path, &bytes);
                        Some(paths::blob_of(ledger, &path, &bytes)?)
                    }
                    None if staged.is_some_and(|(.., left_out)| left_out) => {
                        return Err(LedgerError::NotCheckedOut { path });
                    }
                    None if committed.is_none() && staged.is_none() => {
                        return Err(LedgerError::Missing { path });
                    }
                    None => None,
                };
                if kept.is_some() && now != kept {
                    return Err(LedgerError::NeverChanges { path });
                }
                let wanted = now.map(|oid| (oid, mode));
                if wanted != committed || wanted != staged.map(|(oid, mode, _)| (oid, mode)) {
                    self.entries.push(entry(now));
                }
            }
        }
        Ok(())
    }

    /// What else is to be known of the bytes of a file.
    fn weigh(&mut self, ledger: &Ledger, path: &str, bytes: &[u8]) {
        if let Some(path) = path.strip_prefix(&ledger.prefix)
            && paths::is_protected(path)
        {
            self.protected.push((path.to_owned(), Digest::of(bytes)));
        }
        if bytes.len() >= LARGE {
            self.warnings.push(Warning::Large { path: path.to_owned(), bytes: bytes.len() });
        }
    }
}

/// The folders above a file that are not there yet, the outermost first.
fn missing_folders(ledger: &Ledger, path: &str) -> Vec<String> {
    path.match_indices('/')
        .map(|(end, _)| &path[..end])
        .filter(|folder| !ledger.on_disk(folder).exists())
        .map(str::to_owned)
        .collect()
}
