//! What a recording is about to do, written down first, so that the next run can finish or
//! undo what a killed one began.
//!
//! Owns: the file `casefile/journal` in the git folder of the work tree. Must not: undo a
//! file that was changed since.

use std::fs;
use std::path::PathBuf;

use git2::Oid;

use super::Ledger;
use super::error::LedgerError;
use super::folders::Committed;
use super::index::{self, Snapshot, Staged};
use super::lock::IndexLock;
use super::memory;
use super::paths::is_protected;
use super::state::Head;
use super::write::tree_of;
use crate::model::Digest;
use crate::vault::files::{self, FileError};

/// The journal of one work tree.
#[derive(Clone, Debug, Default, serde::Serialize, serde::Deserialize)]
pub(super) struct Journal {
    /// The process that writes.
    process: u32,
    /// Files about to be written, and what undoes them.
    pub(super) writing: Vec<Written>,
    /// The commit that the branch is about to be moved to; `None` before there is one.
    #[serde(default)]
    pub(super) commit: Option<Landing>,
    /// Entries of the index that belong to the commit under way.
    pub(super) landing: Vec<Refresh>,
    /// Entries of commits that are made, for when the index is free.
    pub(super) queued: Vec<Refresh>,
}

/// A commit, and the reference that is to name it.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub(super) struct Landing {
    pub(super) oid: String,
    pub(super) reference: String,
}

/// A file that was written for a commit that may not come.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub(super) struct Written {
    /// The path below the work tree.
    pub(super) path: String,
    /// The blob with the bytes before; `None` where there was no file.
    pub(super) before: Option<String>,
    /// The name that git gives to the bytes written.
    pub(super) after: String,
    /// Folders made for it, below the work tree, the outermost first.
    pub(super) folders: Vec<String>,
}

/// An entry of the index that has to follow a commit.
#[derive(Clone, Debug, serde::Serialize, serde::Deserialize)]
pub(super) struct Refresh {
    /// The path below the work tree.
    pub(super) path: String,
    /// The blob that was staged before; `None` where there was none.
    pub(super) staged: Option<String>,
    /// The blob committed; `None` for a removal.
    pub(super) committed: Option<String>,
    /// The file mode committed.
    pub(super) mode: u32,
}

impl Refresh {
    pub(super) fn blob(&self) -> Result<Option<(Oid, u32)>, LedgerError> {
        let parse = |oid: &String| Oid::from_str(oid);
        Ok(self.committed.as_ref().map(parse).transpose()?.map(|oid| (oid, self.mode)))
    }

    /// Whether the index still says what it said before the commit.
    fn applies(&self, staged: &Staged) -> bool {
        match staged {
            Staged::Absent => self.staged.is_none(),
            Staged::Blob { oid, .. } => {
                self.staged.as_deref().is_some_and(|before| before == oid.to_string())
            }
            Staged::Conflict => false,
        }
    }
}

impl Journal {
    pub(super) fn load(ledger: &Ledger) -> Result<Self, LedgerError> {
        let bytes = files::read(&path_of(ledger))?.unwrap_or_default();
        // Replaced in one step, so only a strange hand can have damaged it.
        Ok(serde_json::from_slice(&bytes).unwrap_or_default())
    }

    pub(super) fn save(&mut self, ledger: &Ledger) -> Result<(), LedgerError> {
        self.process = std::process::id();
        if self.writing.is_empty() && self.landing.is_empty() && self.queued.is_empty() {
            return Ok(files::remove(&path_of(ledger))?);
        }
        let path = path_of(ledger);
        let bytes = serde_json::to_vec(self)
            .map_err(|error| FileError::new("write", &path, error.into()))?;
        Ok(files::replace(&path, &bytes)?)
    }

    /// The commit is made: nothing is to be undone, and what the index misses is queued.
    pub(super) fn landed(&mut self, index_follows: bool) {
        self.writing.clear();
        self.commit = None;
        if index_follows {
            self.landing.clear();
            self.queued.clear();
        } else {
            self.queued.append(&mut self.landing);
        }
    }

    /// Takes back the files of a commit that did not come. Nothing is taken back of one that
    /// came, whatever became of it since; then only the index has to follow.
    pub(super) fn undo(&mut self, ledger: &Ledger) -> Result<(), LedgerError> {
        if self.has_landed(ledger)? {
            self.remember(ledger)?;
            self.landed(false);
            return Ok(());
        }
        let committed = committed(ledger)?;
        for written in std::mem::take(&mut self.writing) {
            // A file that was new and is in HEAD was committed by somebody else.
            let kept = committed.blob(&written.path);
            if written.before.is_some() || kept.is_none() {
                undo(ledger, &written)?;
            }
        }
        self.commit = None;
        self.landing.clear();
        Ok(())
    }

    /// Clears up what a killed process left; the caller holds our own lock.
    pub(super) fn recover(ledger: &Ledger) -> Result<(), LedgerError> {
        index::clear_private_copies(ledger);
        let mut journal = Self::load(ledger)?;
        if journal.landing.is_empty() && journal.writing.is_empty() && journal.queued.is_empty() {
            return Ok(());
        }
        for written in &journal.writing {
            if let Some(folder) = ledger.on_disk(&written.path).parent() {
                files::remove_temporaries(folder, journal.process);
            }
        }
        files::remove_temporaries(&ledger.own_folder(), journal.process);
        if !journal.landing.is_empty() {
            if is_committed(ledger, &journal.landing)? {
                journal.remember(ledger)?;
                journal.landed(false);
            } else {
                journal.undo(ledger)?;
            }
        }
        journal.refresh(ledger)?;
        journal.save(ledger)
    }

    /// Remembers the decisions and exhibits of a commit that was made by a run that did not come
    /// to it; to remember one twice does no harm.
    fn remember(&self, ledger: &Ledger) -> Result<(), LedgerError> {
        let mut files = Vec::new();
        for change in &self.landing {
            let Some(path) = change.path.strip_prefix(&ledger.prefix) else { continue };
            let Some((oid, _)) = change.blob()? else { continue };
            if is_protected(path) {
                let blob = ledger.repository.find_blob(oid)?;
                files.push((path.to_owned(), Digest::of(blob.content())));
            }
        }
        memory::remember(ledger, &files);
        Ok(())
    }

    /// Whether the commit under way was ever in place: the branch or HEAD has it in its history
    /// or had it once, by the reflog.
    fn has_landed(&self, ledger: &Ledger) -> Result<bool, LedgerError> {
        let Some(landing) = &self.commit else { return Ok(false) };
        let commit = Oid::from_str(&landing.oid)?;
        let repository = &ledger.repository;
        // The run that wrote this journal is dead; a kill while it moved the branch leaves git's
        // lock of the branch behind, and nobody could move it any more.
        let lock = repository.commondir().join(format!("{}.lock", landing.reference));
        let _ = fs::remove_file(lock);
        for name in [landing.reference.as_str(), "HEAD"] {
            if let Ok(tip) = repository.find_reference(name).and_then(|r| r.peel_to_commit()) {
                // Where the commit itself is gone, only the reflog still knows of it.
                let below = repository.graph_descendant_of(tip.id(), commit).unwrap_or(false);
                if tip.id() == commit || below {
                    return Ok(true);
                }
            }
            let Ok(log) = repository.reflog(name) else { continue };
            // Git writes the line that leads to a commit before it moves the branch: only a line
            // that leads away from it says that the branch was there.
            if log.iter().any(|line| line.id_old() == commit) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    /// Brings the index up to the commits that were made while it was busy, if it is free now.
    fn refresh(&mut self, ledger: &Ledger) -> Result<(), LedgerError> {
        if self.queued.is_empty() {
            return Ok(());
        }
        let Some(_lock) = IndexLock::take(ledger)? else { return Ok(()) };
        let snapshot = Snapshot::take(ledger)?;
        let mut private = snapshot.copy(ledger)?;
        self.apply_queue(ledger, &mut private)?;
        private.write(&snapshot)?;
        private.put_in_place(ledger)?;
        self.queued.clear();
        Ok(())
    }

    /// Applies what is queued to a copy of the index, where nobody staged something else and
    /// HEAD still says so, or has lost a record that still lies on disk.
    pub(super) fn apply_queue(
        &self,
        ledger: &Ledger,
        private: &mut index::PrivateIndex,
    ) -> Result<(), LedgerError> {
        for refresh in &self.queued {
            if refresh.applies(&private.staged(&refresh.path))
                && (is_committed(ledger, std::slice::from_ref(refresh))?
                    || is_lost(ledger, refresh)?)
            {
                private.apply(ledger, refresh)?;
            }
        }
        Ok(())
    }
}

fn path_of(ledger: &Ledger) -> PathBuf {
    ledger.own_folder().join("journal")
}

/// Whether the last commit says all of this.
fn is_committed(ledger: &Ledger, changes: &[Refresh]) -> Result<bool, LedgerError> {
    let committed = committed(ledger)?;
    for change in changes {
        if committed.blob(&change.path).map(|(oid, _)| oid) != change.blob()?.map(|(oid, _)| oid) {
            return Ok(false);
        }
    }
    Ok(true)
}

/// Whether a commit made with an index that did not know it dropped a new decision or exhibit
/// that is still on disk as it was recorded: staged again, the next commit has it again.
fn is_lost(ledger: &Ledger, refresh: &Refresh) -> Result<bool, LedgerError> {
    let record = refresh.path.strip_prefix(&ledger.prefix).is_some_and(is_protected);
    let (None, Some((oid, _)), true) = (&refresh.staged, refresh.blob()?, record) else {
        return Ok(false);
    };
    if committed(ledger)?.blob(&refresh.path).is_some() {
        return Ok(false);
    }
    let Some(bytes) = files::read(&ledger.on_disk(&refresh.path))? else { return Ok(false) };
    Ok(Oid::hash_object(git2::ObjectType::Blob, &bytes)? == oid)
}

/// What the last commit has.
fn committed(ledger: &Ledger) -> Result<Committed<'_>, LedgerError> {
    let repository = &ledger.repository;
    let tree = tree_of(repository, Head::read(repository, true)?.commit)?;
    Ok(Committed::new(repository, tree))
}

/// Takes back one file, unless it was changed since.
fn undo(ledger: &Ledger, written: &Written) -> Result<(), LedgerError> {
    let path = ledger.on_disk(&written.path);
    let Some(bytes) = files::read(&path)? else {
        remove_folders(ledger, &written.folders);
        return Ok(());
    };
    let now = Oid::hash_object(git2::ObjectType::Blob, &bytes)?;
    if now.to_string() != written.after {
        return Ok(());
    }
    match &written.before {
        None => {
            files::remove(&path)?;
            remove_folders(ledger, &written.folders);
        }
        Some(before) => {
            let before = Oid::from_str(before)?;
            files::replace(&path, ledger.repository.find_blob(before)?.content())?;
        }
    }
    Ok(())
}

/// Removes folders that are empty, the innermost first.
fn remove_folders(ledger: &Ledger, folders: &[String]) {
    for folder in folders.iter().rev() {
        let _ = fs::remove_dir(ledger.on_disk(folder));
    }
}
