//! The client's folder in each commit of a history being made, and its way into the pack.
//!
//! Owns: what of the folder goes along. Must not: read another client's files.

use std::cmp::Ordering;
use std::sync::Arc;

use git2::{Commit, ObjectType, Oid};

use super::super::entries::{Entries, FILE, FOLDER, KIND, without_common_start};
use super::super::error::LedgerError;
use super::super::folders::DEEPEST;
use super::super::packfile::name_of;
use super::Rewriting;

impl Rewriting<'_> {
    /// The client's folder in a commit, with plain files alone.
    pub(super) fn folder_of(&mut self, commit: &Commit<'_>) -> Result<Option<Oid>, LedgerError> {
        let found = self.source.folder(commit.tree_id(), &self.folder);
        let damaged = |_| LedgerError::DamagedCommit { commit: commit.id().to_string() };
        match found.map_err(damaged)? {
            Some(folder) => self.plain(folder, 0),
            None => Ok(None),
        }
    }

    /// The folder without links and submodules, which may name what is outside it.
    fn plain(&mut self, folder: Oid, depth: usize) -> Result<Option<Oid>, LedgerError> {
        if let Some(known) = self.trees.get(&folder) {
            return Ok(*known);
        }
        if depth > DEEPEST {
            return Err(LedgerError::TooLarge);
        }
        let bytes = self.bytes_of(folder)?;
        if !bytes.is_empty() && Entries(&bytes).all_are(FILE) {
            self.trees.insert(folder, Some(folder));
            return Ok(Some(folder));
        }
        let mut kept = Vec::new();
        let mut as_it_is = true;
        for entry in Entries(&bytes) {
            let plain = match entry.mode {
                FOLDER => self.plain(entry.oid, depth + 1)?,
                mode if mode & KIND == FILE => Some(entry.oid),
                _ => None,
            };
            as_it_is &= plain == Some(entry.oid);
            kept.extend(plain.map(|plain| (entry.mode, entry.name, plain)));
        }
        let plain = match &kept[..] {
            [] => None,
            _ if as_it_is => Some(folder),
            kept => Some(self.make(kept)?),
        };
        self.trees.insert(folder, plain);
        Ok(plain)
    }

    /// A folder of these entries, which are in git's order.
    pub(super) fn make(&mut self, entries: &[(u32, &[u8], Oid)]) -> Result<Oid, LedgerError> {
        let mut bytes = Vec::new();
        for (mode, name, oid) in entries {
            bytes.extend_from_slice(format!("{mode:o} ").as_bytes());
            bytes.extend_from_slice(name);
            bytes.push(0);
            bytes.extend_from_slice(oid.as_bytes());
        }
        let oid = name_of(ObjectType::Tree, &bytes)?;
        self.made.insert(oid, Arc::from(bytes));
        Ok(oid)
    }

    /// The bytes of a folder, of the whole trail or made.
    pub(super) fn bytes_of(&self, folder: Oid) -> Result<Arc<[u8]>, LedgerError> {
        if let Some(bytes) = self.made.get(&folder) {
            return Ok(Arc::clone(bytes));
        }
        let gone = || match self.repository.find_tree(folder) {
            Ok(_) => LedgerError::TooLarge,
            Err(error) => error.into(),
        };
        self.source.read(folder).ok_or_else(gone)
    }

    /// Puts a folder and what is in it into the pack; `before` is what it was.
    pub(super) fn put(&mut self, folder: Oid, before: Option<Oid>) -> Result<(), LedgerError> {
        if self.pack.has(folder) {
            return Ok(());
        }
        let bytes = self.bytes_of(folder)?;
        let old = before.map(|before| self.bytes_of(before)).transpose()?;
        match before.zip(old.as_deref()) {
            Some(base) => self.pack.add_like(folder, ObjectType::Tree, &bytes, base),
            None => self.pack.add(folder, ObjectType::Tree, &bytes),
        }
        // What both begin with is in the pack already.
        let old = old.unwrap_or_default();
        let (old, new) = without_common_start(&old, &bytes);
        let mut olds = Entries(old).peekable();
        for entry in Entries(new) {
            while olds.next_if(|old| old.order(&entry) == Ordering::Less).is_some() {}
            if self.pack.has(entry.oid) {
                continue;
            }
            let before = olds.peek().filter(|old| old.name == entry.name && old.mode == entry.mode);
            let before = before.map(|old| old.oid);
            if entry.mode == FOLDER {
                self.put(entry.oid, before)?;
                continue;
            }
            let blob = self.odb.read(entry.oid)?;
            self.digests.tell(entry.oid, blob.data());
            match before.map(|before| self.odb.read(before)).transpose()? {
                Some(old) => {
                    let base = (old.id(), old.data());
                    self.pack.add_like(entry.oid, ObjectType::Blob, blob.data(), base);
                }
                None => self.pack.add(entry.oid, ObjectType::Blob, blob.data()),
            }
        }
        Ok(())
    }
}
