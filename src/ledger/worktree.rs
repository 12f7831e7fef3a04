//! Decisions and exhibits as they lie on disk.
//!
//! Owns: comparing them with what is recorded. Must not: write anything.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use git2::Index;

use super::Ledger;
use super::error::LedgerError;
use super::paths::is_protected;
use super::verify::Blob;
use crate::vault::files;
use crate::vault::listing::{self, Entry, EntryKind};

/// The entry's flag in the index for a file that a sparse checkout leaves out.
const SKIP_WORK_TREE: u16 = 1 << 14;

/// Every decision and exhibit on disk, by its path below the vault.
pub(super) fn on_disk(vault: &Path) -> Result<BTreeMap<String, Blob>, LedgerError> {
    let mut found = BTreeMap::new();
    let mut folders = vec!["clients".to_owned()];
    while let Some(folder) = folders.pop() {
        let place = vault.join(&folder);
        for Entry { name, kind } in listing::list(&place)? {
            let path = format!("{folder}/{name}");
            let record = is_protected(&path) && !name.starts_with(files::TEMPORARY);
            match kind {
                EntryKind::Folder => folders.push(path),
                EntryKind::File if record => {
                    let bytes = files::read(&place.join(&name))?.unwrap_or_default();
                    found.insert(path, Blob::of(&bytes));
                }
                EntryKind::File | EntryKind::Other => {}
            }
        }
    }
    Ok(found)
}

/// Paths below the vault that a sparse checkout leaves out of the work tree.
pub(super) fn left_out(ledger: &Ledger) -> BTreeSet<String> {
    let Ok(index) = Index::open(&ledger.index_path()) else { return BTreeSet::new() };
    index
        .iter()
        .filter(|entry| entry.flags_extended & SKIP_WORK_TREE != 0)
        .filter_map(|entry| String::from_utf8(entry.path).ok())
        .filter_map(|path| path.strip_prefix(&ledger.prefix).map(str::to_owned))
        .collect()
}
