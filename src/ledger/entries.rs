//! The names in a folder as git stores them.
//!
//! Owns: reading a folder's bytes, git's order of names, and with which of them two folders begin.
//! Must not: open anything.

use std::cmp::Ordering;

use git2::Oid;

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

/// One name in a folder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry<'bytes> {
    pub(super) mode: u32,
    pub(super) name: &'bytes [u8],
    pub(super) oid: Oid,
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

impl<'bytes> Entries<'bytes> {
    /// The entry of this name.
    pub(super) fn named(&self, name: &[u8]) -> Option<Entry<'bytes>> {
        Raws(self.0).find(|entry| entry.name == name).and_then(Raw::entry)
    }

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
pub(super) mod tests {
    use super::*;

    pub(in super::super) fn entry(mode: &str, name: &str, byte: u8) -> Vec<u8> {
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
}
