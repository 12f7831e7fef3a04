//! What today's files tell differently of a day than those that were on file.
//!
//! Owns: which notes are held against each other, and that bytes which agree tell the same.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use crate::assess::{AsOf, Catalogue, agree_on_client, retold};
use crate::ledger::Stop;
use crate::model::Settings;
use crate::note::TABLES;
use crate::vault::{ClientFiles, ClientFolder, PastFiles, SETTINGS_FILE, Vault, files};

/// A file that tells something else of a day than it did then.
#[derive(Clone, Debug, PartialEq)]
pub struct Difference {
    /// Its path below the vault.
    pub path: String,
    /// How it differs.
    pub kind: DifferenceKind,
    /// The first day it tells of; `None` for what bears no date of its own.
    pub day: Option<Date>,
    /// The commit that recorded the difference; `None` where none did to this day.
    pub recorded: Option<Stop>,
}

/// How a file differs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DifferenceKind {
    /// It is dated before, and was not on file.
    Late,
    /// It was in other words.
    Edited,
    /// It was on file, and is gone.
    Removed,
    /// The settings were others.
    Settings,
    /// A red flag of the vault was another.
    Flag,
}

/// Today's notes and tables of a client, by path.
pub(super) struct Today(BTreeMap<String, Vec<u8>>);

/// What is held against each other.
pub(super) struct Sides<'s> {
    pub(super) then: &'s PastFiles,
    pub(super) today: &'s Today,
    /// Today's vault.
    pub(super) vault: &'s Vault,
    /// The settings of then.
    pub(super) settings: &'s Settings,
    /// The red flags of then, and today's.
    pub(super) catalogues: [&'s Catalogue; 2],
}

impl Today {
    /// Reads the notes and tables that are listed; what cannot be read is left out.
    pub(super) fn read(vault: &Vault, listed: &ClientFiles) -> Self {
        let tables = listed.others.iter().filter(|file| file.path.ends_with(".csv"));
        let read = listed.notes.iter().chain(tables).filter_map(|file| {
            let bytes = files::read(&file.full(vault.root())).ok().flatten()?;
            Some((file.path.clone(), bytes))
        });
        Self(read.collect())
    }

    pub(super) fn paths(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    fn bytes(&self, path: &str) -> Option<&[u8]> {
        self.0.get(path).map(Vec::as_slice)
    }

    /// Notes whose bytes are others than those of then, or that were not there.
    pub(super) fn others_than<'t>(
        &'t self,
        then: &'t PastFiles,
    ) -> impl Iterator<Item = (&'t str, &'t [u8])> {
        let notes = self.0.iter().filter(|(path, _)| path.ends_with(".md"));
        notes
            .map(|(path, bytes)| (path.as_str(), bytes.as_slice()))
            .filter(|(path, bytes)| then.bytes(path).is_none_or(|then| !are_same(then, bytes)))
    }
}

/// Every file that makes the two readings differ: settings and red flags first, then what was
/// agreed, then notes by day.
pub(super) fn differences(
    sides: &Sides<'_>,
    then: &ClientFolder,
    now: &ClientFolder,
    as_of: AsOf,
) -> Vec<Difference> {
    let mut found = of_vault(sides);
    found.extend(of_client(sides, then, now, as_of));
    let moved = moved(sides, &format!("clients/{}/", now.case.client.id));
    for one in retold(&then.case, &now.case, as_of) {
        let (before, after) = (sides.then.bytes(&one.note), sides.today.bytes(&one.note));
        let is_same = before.zip(after).is_some_and(|(before, after)| are_same(before, after));
        let listed = found.iter().any(|difference| difference.path == one.note);
        if is_same || listed || moved.contains(&one.note) {
            continue;
        }
        let kind = kind_of(sides.then.get(&one.note).is_some(), after.is_some());
        found.push(Difference { path: one.note, kind, day: Some(one.day), recorded: None });
    }
    found
}

const fn kind_of(then: bool, now: bool) -> DifferenceKind {
    match (then, now) {
        (false, _) => DifferenceKind::Late,
        (true, true) => DifferenceKind::Edited,
        (true, false) => DifferenceKind::Removed,
    }
}

/// The settings and red flags, where they bear on the answer.
fn of_vault(sides: &Sides<'_>) -> Vec<Difference> {
    let difference =
        |path: &str, kind| Difference { path: path.to_owned(), kind, day: None, recorded: None };
    let mut found = Vec::new();
    let (then, now) = (sides.settings, sides.vault.settings());
    let same = then.score == now.score
        && then.flags == now.flags
        && then.decide == now.decide
        && then.zone == now.zone
        && then.currency == now.currency;
    if !same {
        found.push(difference(SETTINGS_FILE, DifferenceKind::Settings));
    }
    if sides.catalogues[0] != sides.catalogues[1] {
        let (others, _) = sides.vault.other_files();
        let today = others.iter().filter(|file| file.path.starts_with("flags/") && file.is_note());
        let today: BTreeMap<&str, Vec<u8>> = today
            .filter_map(|file| {
                Some((&*file.path, files::read(&file.full(sides.vault.root())).ok().flatten()?))
            })
            .collect();
        let paths: BTreeSet<&str> =
            sides.then.paths("flags/").chain(today.keys().copied()).collect();
        for path in paths.into_iter().filter(|path| path.ends_with(".md")) {
            let pair = sides.then.bytes(path).zip(today.get(path));
            if pair.is_none_or(|(then, now)| !are_same(then, now)) {
                found.push(difference(path, DifferenceKind::Flag));
            }
        }
    }
    found
}

/// The client note and the tables, where they tell what was agreed differently.
fn of_client(
    sides: &Sides<'_>,
    then: &ClientFolder,
    now: &ClientFolder,
    as_of: AsOf,
) -> Vec<Difference> {
    if agree_on_client(&then.case, &now.case, as_of) {
        return Vec::new();
    }
    let id = &now.case.client.id;
    let tables = TABLES.iter().map(|table| format!("clients/{id}/{table}.csv"));
    // The client note may have been called otherwise.
    let note = |folder: &ClientFolder| folder.client_note.clone();
    let own = note(then).or_else(|| note(now)).zip(note(now).or_else(|| note(then)));
    let pairs = own.into_iter().chain(tables.map(|table| (table.clone(), table)));
    let mut found = Vec::new();
    for (before, after) in pairs {
        let path = after.clone();
        let (before, after) = (sides.then.bytes(&before), sides.today.bytes(&after));
        let differs = match (before, after) {
            (Some(before), Some(after)) => !are_same(before, after),
            (before, after) => before.is_some() || after.is_some(),
        };
        if differs {
            let kind = kind_of(before.is_some(), after.is_some());
            found.push(Difference { path, kind, day: None, recorded: None });
        }
    }
    found
}

/// The paths of notes that only lie elsewhere now, both the old and the new.
fn moved(sides: &Sides<'_>, below: &str) -> BTreeSet<String> {
    let plain = |bytes: &[u8]| -> Vec<u8> { lines(bytes).copied().collect() };
    let gone: BTreeMap<Vec<u8>, &str> = sides
        .then
        .paths(below)
        .filter(|path| sides.today.bytes(path).is_none())
        .filter_map(|path| Some((plain(sides.then.bytes(path)?), path)))
        .collect();
    let mut moved = BTreeSet::new();
    for (path, bytes) in sides.today.0.iter().filter(|_| !gone.is_empty()) {
        if sides.then.get(path).is_none()
            && let Some(before) = gone.get(&plain(bytes))
        {
            moved.insert(path.clone());
            moved.insert((*before).to_owned());
        }
    }
    moved
}

/// Whether two files are the same, however git ends their lines in the work tree.
fn are_same(left: &[u8], right: &[u8]) -> bool {
    left == right || lines(left).eq(lines(right))
}

/// The bytes without those that only end a line as some systems do.
fn lines(bytes: &[u8]) -> impl Iterator<Item = &u8> {
    let ends = |at: usize| bytes.get(at + 1) == Some(&b'\n');
    bytes.iter().enumerate().filter(move |(at, byte)| **byte != b'\r' || !ends(*at)).map(|(_, b)| b)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_ends_of_lines_are_no_difference() {
        assert!(are_same(b"a\r\nb\r\n", b"a\nb\n"));
        assert!(!are_same(b"a\rb", b"ab"));
        assert!(!are_same(b"a\n", b"a"));
    }
}
