//! A commit taken apart from the bytes that git stores.
//!
//! Owns: the same reading as libgit2's, so that a commit read once need not be read again
//! (`fuzzing.rs` holds the two against each other). Must not: heed grafts or replacements.

use std::borrow::Cow;

use git2::{Oid, Time};

/// A commit as git stores it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct StoredCommit<'bytes> {
    pub(super) tree: Oid,
    pub(super) parents: Vec<Oid>,
    pub(super) author: Stamp<'bytes>,
    pub(super) committer: Stamp<'bytes>,
    message: &'bytes [u8],
}

/// Who did something, and when they say they did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Stamp<'bytes> {
    email: &'bytes [u8],
    pub(super) when: Time,
}

impl<'bytes> StoredCommit<'bytes> {
    /// `None` where these are not the bytes of a commit.
    pub(super) fn parse(bytes: &'bytes [u8]) -> Option<Self> {
        let mut lines = Lines(bytes);
        let tree = lines.oid(b"tree ")?;
        let mut parents = Vec::new();
        while let Some(parent) = lines.oid(b"parent ") {
            parents.push(parent);
        }
        let author = Stamp::parse(lines.value(b"author ")?)?;
        // Some programs write several; the first counts.
        while let Some(another) = lines.value(b"author ") {
            Stamp::parse(another)?;
        }
        let committer = Stamp::parse(lines.value(b"committer ")?)?;
        let mut rest = lines.0;
        while !matches!(rest, [] | [b'\n', ..]) {
            rest = memchr::memchr(b'\n', rest).map_or(&[], |end| &rest[end + 1..]);
        }
        let start = rest.iter().position(|byte| *byte != b'\n').unwrap_or(rest.len());
        let message = until_nought(&rest[start..]);
        Some(Self { tree, parents, author, committer, message })
    }

    /// The message without empty lines at its start.
    pub(super) fn message(&self) -> Cow<'bytes, str> {
        String::from_utf8_lossy(self.message)
    }
}

impl<'bytes> Stamp<'bytes> {
    /// `Jenna Ray <jenna@example.org> 1777708800 +0200`.
    fn parse(line: &'bytes [u8]) -> Option<Self> {
        let start = memchr::memrchr(b'<', line)? + 1;
        let end = memchr::memrchr(b'>', line)?;
        let email = until_nought(trimmed(line.get(start..end)?));
        // As far as libgit2 looks: a space, and more than that.
        let clock = line.get(end + 2..).unwrap_or_default();
        if clock.is_empty() {
            return Some(Self { email, when: Time::new(0, 0) });
        }
        let (seconds, rest) = number(clock)?;
        let offset = match rest {
            [_, sign @ (b'+' | b'-'), zone @ ..] => {
                let zone = number(zone).and_then(|(zone, _)| i32::try_from(zone).ok());
                minutes(zone.unwrap_or(0)) * if *sign == b'-' { -1 } else { 1 }
            }
            _ => 0,
        };
        Some(Self { email, when: Time::new(seconds, offset) })
    }

    /// The address.
    pub(super) fn email(&self) -> Cow<'bytes, str> {
        String::from_utf8_lossy(self.email)
    }
}

/// Hours and minutes, `hhmm`, as minutes; none where no clock on earth is set so.
const fn minutes(zone: i32) -> i32 {
    let (hours, minutes) = (zone / 100, zone % 100);
    if hours <= 14 && minutes <= 59 { hours * 60 + minutes } else { 0 }
}

/// The number at the start, and what follows it.
fn number(text: &[u8]) -> Option<(i64, &[u8])> {
    let start = text.iter().position(|byte| !is_space(*byte))?;
    let signed = matches!(text[start], b'+' | b'-');
    let digits = start + usize::from(signed);
    let length = text[digits..].iter().take_while(|byte| byte.is_ascii_digit()).count();
    let (number, rest) = text.split_at(digits + length);
    let number = std::str::from_utf8(&number[start..]).ok()?.parse().ok()?;
    Some((number, rest))
}

const fn is_space(byte: u8) -> bool {
    matches!(byte, b' ' | b'\t' | b'\n' | 0x0b | 0x0c | b'\r')
}

/// Without what git takes for dirt at both ends of a name.
fn trimmed(text: &[u8]) -> &[u8] {
    let is_dirt = |byte: &u8| *byte <= 32 || b",:;<>\"\\'".contains(byte);
    let start = text.iter().position(|byte| !is_dirt(byte)).unwrap_or(text.len());
    let end = text.iter().rposition(|byte| !is_dirt(byte)).map_or(start, |last| last + 1);
    &text[start..end]
}

/// As far as a text goes in C, where a nought ends it.
fn until_nought(text: &[u8]) -> &[u8] {
    memchr::memchr(0, text).map_or(text, |end| &text[..end])
}

/// What is left of a commit's header.
struct Lines<'bytes>(&'bytes [u8]);

impl<'bytes> Lines<'bytes> {
    /// The next line after its name, if it has that name.
    fn value(&mut self, name: &[u8]) -> Option<&'bytes [u8]> {
        let rest = self.0.strip_prefix(name)?;
        let end = memchr::memchr(b'\n', rest)?;
        self.0 = &rest[end + 1..];
        Some(&rest[..end])
    }

    fn oid(&mut self, name: &[u8]) -> Option<Oid> {
        let before = self.0;
        let found = self.value(name).filter(|hex| hex.len() == 40);
        let found = found.and_then(|hex| Oid::from_str(std::str::from_utf8(hex).ok()?).ok());
        if found.is_none() {
            self.0 = before;
        }
        found
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TREE: &str = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";

    #[test]
    fn a_commit_is_read_from_its_bytes() {
        let text = format!(
            "tree {TREE}\nparent {TREE}\nauthor Å. <'a@x.example'> 1777708800 +0230\n\
             author B <b@x.example> 1 +0000\ncommitter C <c@x.example> -5 -0100\n\
             gpgsig x\n y\nencoding UTF-8\n\n\n\nFirst.\n\nLast: one\n\0more"
        );
        let commit = StoredCommit::parse(text.as_bytes()).unwrap();
        assert_eq!((commit.tree.to_string().as_str(), commit.parents.len()), (TREE, 1));
        assert_eq!(commit.author.email(), "a@x.example");
        assert_eq!(commit.author.when, Time::new(1_777_708_800, 150));
        assert_eq!(commit.committer.when, Time::new(-5, -60));
        assert_eq!(commit.message(), "First.\n\nLast: one\n");
    }

    #[test]
    fn what_is_no_commit_is_none() {
        let person = "A <a@x.example> 1 +0000";
        for text in [
            String::new(),
            format!("tree {TREE}\n"),
            format!("tree {}\nauthor {person}\ncommitter {person}\n", &TREE[1..]),
            format!("tree {TREE}\nauthor {person}\n\ncommitter {person}\n"),
            format!("tree {TREE}\nauthor nobody\ncommitter {person}\n"),
            format!("tree {TREE}\nauthor A <a> soon\ncommitter {person}\n"),
            format!("tree {TREE}\nauthor {person}\ncommitter {person}"),
        ] {
            assert_eq!(StoredCommit::parse(text.as_bytes()), None, "{text}");
        }
    }
}
