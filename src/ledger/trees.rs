//! Folders as git stores them, and how two of them differ.
//!
//! Owns: reading a folder's bytes once, and opening only what differs. Must not: know what the
//! files are.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};

use git2::{ObjectType, Odb, Oid, Repository};

use super::Ledger;
use super::entries::{Entries, FOLDER, without_common_start};
use super::error::LedgerError;
use super::folders::DEEPEST;
use super::then::MOST_FILES;
use super::walk::OidMap;

/// How many bytes of folders are kept for the commits that follow; twice that many at most.
const KEPT: usize = 32 << 20;
/// As how many bytes each counts at least.
const LEAST: usize = 64;

/// How far two folders are compared.
struct Limits {
    depth: usize,
    /// How many more names are looked at.
    left: usize,
}

/// The folders of a repository.
pub(super) struct Trees<'repository> {
    odb: Odb<'repository>,
    kept: Arc<Kept>,
    damaged: RefCell<BTreeSet<Oid>>,
}

/// The bytes of folders, each read by whoever asks first; the recent ones apart: what was not
/// asked for since is let go.
#[derive(Default)]
pub(super) struct Kept(Mutex<Folders>);

#[derive(Default)]
struct Folders {
    recent: OidMap<Slot>,
    bytes: usize,
    older: OidMap<Slot>,
}

/// A folder that is read once, while others that ask wait; `None` where it is damaged.
type Slot = Arc<OnceLock<Option<Arc<[u8]>>>>;

impl Kept {
    fn slot(&self, oid: Oid) -> Slot {
        let mut folders = self.folders();
        if let Some(slot) = folders.recent.get(&oid) {
            return Arc::clone(slot);
        }
        let slot = folders.older.remove(&oid).unwrap_or_default();
        folders.bytes += slot.get().and_then(Option::as_ref).map_or(LEAST, |bytes| bytes.len());
        folders.recent.insert(oid, Arc::clone(&slot));
        slot
    }

    /// Counts a folder that was read now.
    fn count(&self, length: usize) {
        let mut folders = self.folders();
        folders.bytes += length;
        if folders.bytes > KEPT {
            folders.older = std::mem::take(&mut folders.recent);
            folders.bytes = 0;
        }
    }

    fn folders(&self) -> MutexGuard<'_, Folders> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// That a folder on the way could not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Damaged;

/// One difference between two folders, or between nothing and one.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Difference {
    /// The path, `/`-separated; bytes that are not UTF-8 are replaced.
    pub(super) path: String,
    pub(super) old: Option<Oid>,
    pub(super) new: Option<Oid>,
}

impl<'repository> Trees<'repository> {
    /// Of the repository of a ledger.
    pub(super) fn of(ledger: &'repository Ledger) -> Result<Self, LedgerError> {
        Self::sharing(&ledger.folders, &ledger.repository)
    }

    /// What was read of the same repository by others is not read again.
    pub(super) fn sharing(
        kept: &Arc<Kept>,
        repository: &'repository Repository,
    ) -> Result<Self, LedgerError> {
        let (kept, damaged) = (Arc::clone(kept), RefCell::default());
        Ok(Self { odb: repository.odb()?, kept, damaged })
    }

    /// Folders that could not be read, whose bytes do not fit their name, or that were not
    /// followed to their end.
    pub(super) fn damaged(self) -> BTreeSet<Oid> {
        self.damaged.into_inner()
    }

    /// Whether what some folder holds is unknown so far.
    pub(super) fn is_damaged(&self) -> bool {
        !self.damaged.borrow().is_empty()
    }

    /// The file under a path, `/`-separated; `None` where there is none, or a folder.
    pub(super) fn file(&self, root: Oid, path: &str) -> Option<Oid> {
        let found = self.find(root, path).ok().flatten();
        found.filter(|(_, mode)| *mode != FOLDER).map(|(oid, _)| oid)
    }

    /// The folder under a path; `None` where there is none.
    pub(super) fn folder(&self, root: Oid, path: &str) -> Result<Option<Oid>, Damaged> {
        let found = self.find(root, path)?;
        Ok(found.filter(|(_, mode)| *mode == FOLDER).map(|(oid, _)| oid))
    }

    fn find(&self, root: Oid, path: &str) -> Result<Option<(Oid, u32)>, Damaged> {
        let mut found = (root, FOLDER);
        for part in path.split('/').filter(|part| !part.is_empty()) {
            if found.1 != FOLDER {
                return Ok(None);
            }
            let bytes = self.read(found.0).ok_or(Damaged)?;
            match Entries(&bytes).named(part.as_bytes()) {
                Some(entry) => found = (entry.oid, entry.mode),
                None => return Ok(None),
            }
        }
        Ok(Some(found))
    }

    /// The files that differ between two folders, those that `wanted` leaves out left out.
    ///
    /// What a damaged folder had is unknown: nothing is removed by it, and what comes after it
    /// is there. Folders that no vault has, too deep or with too much in them, are not followed
    /// to their end and count as damaged: a few bytes can name the same folder over and over.
    pub(super) fn compare(
        &self,
        path: &str,
        sides: [Option<Oid>; 2],
        wanted: &impl Fn(&str) -> bool,
        found: &mut Vec<Difference>,
    ) {
        let mut limits = Limits { depth: 0, left: MOST_FILES };
        self.descend(&mut path.to_owned(), sides, wanted, found, &mut limits);
    }

    fn descend(
        &self,
        path: &mut String,
        [old, new]: [Option<Oid>; 2],
        wanted: &impl Fn(&str) -> bool,
        found: &mut Vec<Difference>,
        limits: &mut Limits,
    ) {
        if old == new {
            return;
        }
        let sides = [old, new];
        if limits.depth > DEEPEST {
            return self.not_followed(sides);
        }
        let open = |oid: Option<Oid>| oid.map_or_else(|| Some(Arc::from([])), |oid| self.read(oid));
        let old = open(old).unwrap_or_default();
        let Some(new) = open(new) else { return };
        let (old, new) = without_common_start(&old, &new);
        let (mut olds, mut news) = (Entries(old).peekable(), Entries(new).peekable());
        loop {
            let order = match (olds.peek(), news.peek()) {
                (None, None) => return,
                (Some(_), None) => Ordering::Less,
                (None, Some(_)) => Ordering::Greater,
                (Some(old), Some(new)) => old.order(new),
            };
            let Some(left) = limits.left.checked_sub(1) else { return self.not_followed(sides) };
            limits.left = left;
            let old = if order == Ordering::Greater { None } else { olds.next() };
            let new = if order == Ordering::Less { None } else { news.next() };
            if old == new {
                continue;
            }
            let Some(entry) = old.or(new) else { continue };
            let length = path.len();
            path.push('/');
            path.push_str(&String::from_utf8_lossy(entry.name));
            let below = [old.map(|entry| entry.oid), new.map(|entry| entry.oid)];
            if entry.mode == FOLDER {
                limits.depth += 1;
                self.descend(path, below, wanted, found, limits);
                limits.depth -= 1;
            } else if below[0] != below[1] && wanted(path) {
                found.push(Difference { path: path.clone(), old: below[0], new: below[1] });
            }
            path.truncate(length);
        }
    }

    fn not_followed(&self, folders: [Option<Oid>; 2]) {
        self.damaged.borrow_mut().extend(folders.into_iter().flatten());
    }

    /// The bytes of a folder; `None` where it is damaged.
    pub(super) fn read(&self, oid: Oid) -> Option<Arc<[u8]>> {
        let slot = self.kept.slot(oid);
        let bytes = slot.get_or_init(|| {
            // Git compares the bytes with the name they lie under.
            let object = self.odb.read(oid).ok().filter(|object| object.kind() == ObjectType::Tree);
            let bytes: Option<Arc<[u8]>> = object.map(|object| Arc::from(object.data()));
            let bytes = bytes.filter(|bytes| !Entries(bytes).is_damaged());
            self.kept.count(bytes.as_ref().map_or(0, |bytes| bytes.len()));
            bytes
        });
        if bytes.is_none() {
            self.damaged.borrow_mut().insert(oid);
        }
        bytes.clone()
    }
}

#[cfg(test)]
mod tests {
    use super::super::entries::tests::entry;
    use super::*;

    /// What the comparison of nothing with a folder finds and does not follow; the folder has
    /// another in it `width` times, and so on `depth` times.
    fn nested(depth: usize, width: u8) -> (usize, usize) {
        let store = Odb::new().unwrap();
        store.add_new_mempack_backend(1000).unwrap();
        let repository = Repository::from_odb(store).unwrap();
        let odb = repository.odb().unwrap();
        let mut folder = odb.write(ObjectType::Tree, &entry("100644", "file", 1)).unwrap();
        for _ in 0..depth {
            let one = |name: u8| [b"40000 ", &[b'a' + name][..], b"\0", folder.as_bytes()].concat();
            let names: Vec<u8> = (0..width).flat_map(one).collect();
            folder = odb.write(ObjectType::Tree, &names).unwrap();
        }
        let trees = Trees::sharing(&Arc::default(), &repository).unwrap();
        let mut found = Vec::new();
        trees.compare("", [None, Some(folder)], &|_: &str| true, &mut found);
        let is_damaged = trees.is_damaged();
        let damaged = trees.damaged().len();
        assert_eq!(is_damaged, damaged > 0);
        (found.len(), damaged)
    }

    #[test]
    fn what_was_not_asked_for_since_is_let_go() {
        let kept = Kept::default();
        let name = |byte: u8| Oid::from_bytes(&[byte; 20]).unwrap();
        let read = |byte: u8, length: usize| {
            kept.slot(name(byte)).get_or_init(|| {
                kept.count(length);
                Some(Arc::from(vec![byte; length]))
            });
        };
        let is_kept = |byte: u8| kept.slot(name(byte)).get().is_some();
        read(1, 10);
        read(2, 10);
        read(3, KEPT);
        assert!(is_kept(1), "it was read before the last");
        read(4, KEPT);
        read(5, KEPT);
        assert!(!is_kept(2) && is_kept(5));
    }

    #[test]
    fn folders_that_no_vault_has_are_not_followed_to_their_end() {
        assert_eq!(nested(3, 5), (125, 0));
        assert_eq!(nested(DEEPEST, 1), (1, 0));
        assert_eq!(nested(DEEPEST + 1, 1), (0, 1));
        // Once the end of the stack.
        assert_eq!(nested(20_000, 1), (0, 1));
        // Once the end of patience: 26 to the power of 12.
        let (files, damaged) = nested(12, 26);
        assert!(files < MOST_FILES && damaged > 0, "{files} {damaged}");
    }
}
