//! Folders as git stores them, and how two of them differ.
//!
//! Owns: reading a folder's bytes once, and opening only what differs. Must not: know what the
//! files are.

use std::cell::RefCell;
use std::cmp::Ordering;
use std::collections::{BTreeSet, HashMap};
use std::rc::Rc;

use git2::{ObjectType, Odb, Oid, Repository};

use super::error::LedgerError;
use super::folders::DEEPEST;
use super::then::MOST_FILES;

/// How many bytes of folders are kept for the commits that follow; twice that many at most.
const KEPT: usize = 8 << 20;
/// The length of a git name in bytes.
const OID: usize = 20;
/// How many bytes are compared at once.
const BLOCK: usize = 512;
/// The mode of a folder.
pub(super) const FOLDER: u32 = 0o40_000;
/// The kind of a file that is no link.
pub(super) const FILE: u32 = 0o100_000;
/// The bits of a mode that say which kind of entry it is.
pub(super) const KIND: u32 = 0o170_000;

/// How far two folders are compared.
struct Limits {
    depth: usize,
    /// How many more names are looked at.
    left: usize,
}

/// The folders of a repository.
pub(super) struct Trees<'repository> {
    odb: Odb<'repository>,
    kept: RefCell<Kept>,
    damaged: RefCell<BTreeSet<Oid>>,
}

/// Folders that were read, the recent ones apart: what was not asked for since is let go.
#[derive(Default)]
struct Kept {
    recent: HashMap<Oid, Rc<[u8]>>,
    bytes: usize,
    older: HashMap<Oid, Rc<[u8]>>,
}

impl Kept {
    fn get(&mut self, oid: Oid) -> Option<Rc<[u8]>> {
        if let Some(bytes) = self.recent.get(&oid) {
            return Some(Rc::clone(bytes));
        }
        let bytes = self.older.remove(&oid)?;
        self.keep(oid, &bytes);
        Some(bytes)
    }

    fn keep(&mut self, oid: Oid, bytes: &Rc<[u8]>) {
        if self.bytes + bytes.len() > KEPT {
            self.older = std::mem::take(&mut self.recent);
            self.bytes = 0;
        }
        self.bytes += bytes.len();
        self.recent.insert(oid, Rc::clone(bytes));
    }
}

/// One name in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry<'bytes> {
    pub(super) mode: u32,
    pub(super) name: &'bytes [u8],
    pub(super) oid: Oid,
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
    pub(super) fn of(repository: &'repository Repository) -> Result<Self, LedgerError> {
        Ok(Self { odb: repository.odb()?, kept: RefCell::default(), damaged: RefCell::default() })
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
            let mut entries = Raws(&bytes);
            match entries.find(|entry| entry.name == part.as_bytes()).and_then(Raw::entry) {
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
        self.descend(path, sides, wanted, found, &mut Limits { depth: 0, left: MOST_FILES });
    }

    fn descend(
        &self,
        path: &str,
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
        let open = |oid: Option<Oid>| oid.map_or_else(|| Some(Rc::default()), |oid| self.read(oid));
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
            let path = format!("{path}/{}", String::from_utf8_lossy(entry.name));
            let below = [old.map(|entry| entry.oid), new.map(|entry| entry.oid)];
            if entry.mode == FOLDER {
                limits.depth += 1;
                self.descend(&path, below, wanted, found, limits);
                limits.depth -= 1;
            } else if below[0] != below[1] && wanted(&path) {
                found.push(Difference { path, old: below[0], new: below[1] });
            }
        }
    }

    fn not_followed(&self, folders: [Option<Oid>; 2]) {
        self.damaged.borrow_mut().extend(folders.into_iter().flatten());
    }

    /// The bytes of a folder; `None` where it is damaged.
    pub(super) fn read(&self, oid: Oid) -> Option<Rc<[u8]>> {
        if let Some(bytes) = self.kept.borrow_mut().get(oid) {
            return Some(bytes);
        }
        // Git compares the bytes with the name they lie under.
        let object = self.odb.read(oid).ok().filter(|object| object.kind() == ObjectType::Tree);
        let bytes: Option<Rc<[u8]>> = object.map(|object| Rc::from(object.data()));
        let Some(bytes) = bytes.filter(|bytes| !Entries(bytes).is_damaged()) else {
            self.damaged.borrow_mut().insert(oid);
            return None;
        };
        self.kept.borrow_mut().keep(oid, &bytes);
        Some(bytes)
    }
}

impl Entry<'_> {
    /// The order of entries in a folder: folders as if their name ended with `/`. A folder and
    /// a file of one name are therefore two entries, one removed and one added.
    pub(super) fn order(&self, other: &Self) -> Ordering {
        let common = self.name.len().min(other.name.len());
        let next = |entry: &Self| {
            let end = if entry.mode == FOLDER { b'/' } else { b'\0' };
            entry.name.get(common).copied().unwrap_or(end)
        };
        self.name[..common].cmp(&other.name[..common]).then_with(|| {
            next(self).cmp(&next(other)).then_with(|| self.name.len().cmp(&other.name.len()))
        })
    }
}

/// The entries of a folder's bytes: mode, space, name, nought, git name.
pub(super) struct Entries<'bytes>(pub(super) &'bytes [u8]);

impl Entries<'_> {
    /// Whether the bytes do not end with an entry.
    pub(super) fn is_damaged(&self) -> bool {
        let mut entries = Raws(self.0);
        while entries.next().is_some() {}
        !entries.0.is_empty()
    }

    /// Whether all entries are of one kind.
    pub(super) fn all_are(&self, kind: u32) -> bool {
        Raws(self.0).all(|raw| raw.mode & KIND == kind)
    }
}

impl<'bytes> Iterator for Entries<'bytes> {
    type Item = Entry<'bytes>;

    fn next(&mut self) -> Option<Entry<'bytes>> {
        let mut raws = Raws(self.0);
        let entry = raws.next()?.entry()?;
        self.0 = raws.0;
        Some(entry)
    }
}

/// The same entries where most of them are passed over.
struct Raws<'bytes>(&'bytes [u8]);

struct Raw<'bytes> {
    mode: u32,
    name: &'bytes [u8],
    oid: &'bytes [u8],
}

impl<'bytes> Raw<'bytes> {
    fn entry(self) -> Option<Entry<'bytes>> {
        // Git looks at the kind alone: `40755` is a folder too.
        let mode = if self.mode & KIND == FOLDER { FOLDER } else { self.mode };
        Some(Entry { mode, name: self.name, oid: Oid::from_bytes(self.oid).ok()? })
    }
}

impl<'bytes> Iterator for Raws<'bytes> {
    type Item = Raw<'bytes>;

    fn next(&mut self) -> Option<Raw<'bytes>> {
        let space = self.0.iter().position(|byte| *byte == b' ')?;
        let (digits, rest) = (&self.0[..space], &self.0[space + 1..]);
        let mode = digits.iter().try_fold(0_u32, |mode, digit| {
            matches!(digit, b'0'..=b'7').then(|| mode << 3 | u32::from(digit - b'0'))
        })?;
        let end = memchr::memchr(0, rest)?;
        let (name, rest) = (&rest[..end], &rest[end + 1..]);
        if digits.is_empty() || name.is_empty() {
            return None;
        }
        let (oid, rest) = rest.split_at_checked(OID)?;
        self.0 = rest;
        Some(Raw { mode, name, oid })
    }
}

/// What is left of two folders after the entries with which both begin.
pub(super) fn without_common_start<'a>(old: &'a [u8], new: &'a [u8]) -> (&'a [u8], &'a [u8]) {
    let blocks = old.chunks(BLOCK).zip(new.chunks(BLOCK)).take_while(|(old, new)| old == new);
    let common = (blocks.count() * BLOCK).min(old.len()).min(new.len());
    let mut entries = Raws(old);
    let mut start = 0;
    while entries.next().is_some() {
        let end = old.len() - entries.0.len();
        if end > common {
            break;
        }
        start = end;
    }
    (&old[start..], &new[start..])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(mode: &str, name: &str, byte: u8) -> Vec<u8> {
        [mode.as_bytes(), b" ", name.as_bytes(), b"\0", &[byte; OID]].concat()
    }

    #[test]
    fn entries_are_read_and_damage_is_seen() {
        let bytes = [entry("100644", "a b", 0), entry("40000", "c", 32)].concat();
        let found: Vec<_> = Entries(&bytes).map(|entry| (entry.mode, entry.name)).collect();
        assert_eq!(found, [(0o100_644, &b"a b"[..]), (FOLDER, b"c")]);
        assert!(!Entries(&bytes).is_damaged());
        assert!(Entries(&bytes[..bytes.len() - 1]).is_damaged());
        assert!(Entries(b"100644 a\0short").is_damaged());
        assert!(!Entries(b"").is_damaged());
    }

    #[test]
    fn modes_and_names_are_read_as_git_reads_them() {
        for (mode, is_folder) in
            [("40000", true), ("040000", true), ("40755", true), ("1040000", true)]
                .into_iter()
                .chain([("100644", false), ("120000", false), ("160000", false), ("0", false)])
        {
            let bytes = entry(mode, "a", 1);
            let found: Vec<_> = Entries(&bytes).map(|entry| entry.mode == FOLDER).collect();
            assert_eq!(found, [is_folder], "{mode}");
        }
        for (mode, name) in [("", "a"), ("100644", ""), ("+40000", "a"), ("40008", "a")] {
            assert!(Entries(&entry(mode, name, 1)).is_damaged(), "{mode} {name}");
        }
    }

    #[test]
    fn a_common_start_ends_with_an_entry() {
        let old = [entry("100644", "a", 1), entry("100644", "b", 2)].concat();
        let new = [entry("100644", "a", 1), entry("100644", "b", 3)].concat();
        // Shorter than a block, so nothing is taken away yet.
        assert_eq!(without_common_start(&old, &new), (&old[..], &new[..]));
        let same: Vec<u8> = (0..9).flat_map(|_| entry("100644", "same", 7)).collect();
        let (left, right) = ([&same[..], &old].concat(), [&same[..], &new].concat());
        let (left, right) = without_common_start(&left, &right);
        assert!(left.len() < old.len() + BLOCK && left.ends_with(&old[old.len() / 2..]));
        assert_eq!(left.len(), right.len());
        assert!(!Entries(left).is_damaged() && !Entries(right).is_damaged());
        let (left, right) = without_common_start(&same, &same);
        assert!(left.is_empty() && right.is_empty());
    }

    #[test]
    fn folders_are_ordered_as_if_their_names_ended_with_a_slash() {
        let bytes = [entry("100644", "a.b", 1), entry("40000", "a", 1), entry("100644", "a0", 1)];
        let bytes = bytes.concat();
        let entries: Vec<_> = Entries(&bytes).collect();
        assert_eq!(entries[0].order(&entries[1]), Ordering::Less);
        assert_eq!(entries[1].order(&entries[2]), Ordering::Less);
    }

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
        let trees = Trees::of(&repository).unwrap();
        let mut found = Vec::new();
        trees.compare("", [None, Some(folder)], &|_: &str| true, &mut found);
        let is_damaged = trees.is_damaged();
        let damaged = trees.damaged().len();
        assert_eq!(is_damaged, damaged > 0);
        (found.len(), damaged)
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
