//! What else says what a record's bytes were: commits, notes, this machine.
//!
//! Owns: comparing their word with the bytes in the history. Must not: follow the chain.

use std::collections::{BTreeMap, HashSet};

use super::error::LedgerError;
use super::memory;
use super::verdict::{Verdict, VerifiedRecord, Witness};
use super::verify::{Evidence, blank};
use crate::model::Digest;

impl Evidence<'_> {
    /// Each commit's own word on the digest against the bytes it has.
    pub(super) fn compare_with_trailers(&self, records: &mut BTreeMap<String, VerifiedRecord>) {
        for (entry, blob) in &self.history.stated {
            let Some(stated) = entry.digest else { continue };
            let Some(blob) = blob.and_then(|oid| self.blob(oid)) else { continue };
            let Some(record) = records.get_mut(self.now_at(&entry.note)) else { continue };
            if blob.digest != stated && !is_altered(record) {
                record.verdicts.push(Verdict::Altered {
                    commit: Some(entry.commit.clone()),
                    known_by: Witness::Trailer,
                    restored: false,
                });
            }
        }
    }

    /// Where a file is now that was recorded under this path.
    pub(super) fn now_at<'path>(&'path self, mut path: &'path str) -> &'path str {
        // As many steps as there are files, in case of moves in a circle.
        for _ in 0..self.history.files.len() {
            match self.history.files.get(path).and_then(|file| file.moved_to.as_deref()) {
                Some(next) => path = next,
                None => break,
            }
        }
        path
    }

    /// What exhibit notes say of their files.
    pub(super) fn compare_with_notes(&self, records: &mut BTreeMap<String, VerifiedRecord>) {
        for (note, file) in &self.history.files {
            let Some(first) = file.versions.first().and_then(|(oid, _)| self.blob(*oid)) else {
                continue;
            };
            for (path, digest, size) in &first.facts.exhibits {
                let Some(record) = records.get_mut(path) else { continue };
                let actual = self.history.files.get(path).and_then(|file| {
                    let (oid, _) = file.versions.first()?;
                    self.blob(*oid).map(|blob| (blob.digest, blob.size))
                });
                let actual = actual.or_else(|| {
                    let bytes = self.on_disk.get(path)?;
                    Some((Digest::of(bytes), u64::try_from(bytes.len()).unwrap_or(u64::MAX)))
                });
                let Some((actual, length)) = actual else { continue };
                if actual != *digest || size.is_some_and(|size| size != length) {
                    record.verdicts.push(Verdict::Altered {
                        commit: record.commit.clone(),
                        known_by: Witness::Note(note.clone()),
                        restored: false,
                    });
                }
            }
        }
    }

    /// What this machine recorded against what the history still has.
    pub(super) fn compare_with_memory(
        &self,
        records: &mut BTreeMap<String, VerifiedRecord>,
    ) -> Result<(), LedgerError> {
        let known: HashSet<_> = self.blobs.values().flatten().map(|blob| blob.digest).collect();
        for (path, digest) in memory::recall(self.ledger)? {
            if known.contains(&digest) {
                continue;
            }
            let path = self.now_at(&path);
            let in_history =
                self.history.files.get(path).is_some_and(|file| !file.versions.is_empty());
            let record =
                records.entry(path.to_owned()).or_insert_with(|| blank(path, Some(digest)));
            if !in_history {
                record.verdicts.push(Verdict::Removed { commit: None, restored: false });
            } else if !is_altered(record) && !record.verdicts.contains(&Verdict::Unreadable) {
                record.verdicts.push(Verdict::Altered {
                    commit: record.commit.clone(),
                    known_by: Witness::Memory,
                    restored: false,
                });
            }
        }
        Ok(())
    }
}

fn is_altered(record: &VerifiedRecord) -> bool {
    record
        .verdicts
        .iter()
        .any(|verdict| matches!(verdict, Verdict::Altered { restored: false, .. }))
}
