//! Anchors: statements of what the trail was, and what outside witnesses say of them.
//!
//! Owns: making a statement from HEAD, finding those that were made, and what they prove about
//! each record. Must not: read a time stamp itself; `anchor` does.

mod draft;
mod judge;
mod tree;
mod verdict;
mod weigh;
mod window;

pub use draft::{AnchorDraft, DraftedChain};
pub(super) use judge::Judged;
pub use verdict::{AnchorVerdict, VerifiedAnchor};
pub use window::{Bound, Told, Window};

use std::collections::BTreeMap;

use git2::Oid;

use super::Ledger;
use super::history::FileHistory;
use crate::anchor::LARGEST;

/// A file of `anchors/`: as it was first recorded, as it is in HEAD, as it is on disk.
#[derive(Debug, Default)]
pub(super) struct AnchorFile {
    /// Its bytes, the oldest first; those on disk alone where nothing is recorded.
    pub(super) versions: Vec<Vec<u8>>,
    /// The commit that changed it after it was recorded, and the one that removed it.
    pub(super) changed: Option<Oid>,
    pub(super) removed: Option<Oid>,
    /// Whether HEAD has the first bytes.
    pub(super) restored: bool,
    /// Whether the file on disk is another than the one in HEAD, or missing.
    pub(super) differs_on_disk: bool,
}

impl AnchorFile {
    /// Every file of `anchors/` in the history and on disk.
    pub(super) fn collect(
        ledger: &Ledger,
        history: &BTreeMap<String, FileHistory>,
        mut on_disk: BTreeMap<String, Vec<u8>>,
    ) -> BTreeMap<String, Self> {
        let mut files = BTreeMap::new();
        let bytes = |oid: Oid| {
            let blob = ledger.repository.find_blob(oid).ok()?;
            // A larger one is told by its size; what is in it does not matter.
            Some(blob.content().iter().copied().take(LARGEST + 1).collect::<Vec<u8>>())
        };
        for (path, file) in history {
            let there = on_disk.remove(path);
            let head = file.on_head.and_then(bytes);
            let first = file.versions.first().map(|(oid, _)| *oid);
            files.insert(
                path.clone(),
                Self {
                    versions: file.versions.iter().filter_map(|(oid, _)| bytes(*oid)).collect(),
                    changed: file.versions.get(1).map(|(_, commit)| *commit),
                    removed: file.removed,
                    restored: first.is_some() && file.on_head == first,
                    differs_on_disk: head.is_some() && there != head,
                },
            );
        }
        for (path, bytes) in on_disk {
            files.insert(path, Self { versions: vec![bytes], ..Self::default() });
        }
        files
    }
}
