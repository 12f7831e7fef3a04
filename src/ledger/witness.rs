//! What else says what a record's bytes were: commits, notes, this machine.
//!
//! Owns: comparing their word with the bytes in the history. Must not: follow the chain.

use std::collections::BTreeMap;

use super::error::LedgerError;
use super::heads::Tips;
use super::history::split;
use super::memory;
use super::records::blank;
use super::trees::Trees;
use super::verdict::{Verdict, Witness};
use super::verified::VerifiedRecord;
use super::verify::Evidence;
use crate::model::Digest;

impl Evidence<'_> {
    /// Each commit's own word on the digest against the bytes it has.
    pub(super) fn compare_with_trailers(&self, records: &mut BTreeMap<String, VerifiedRecord>) {
        for (entry, commit, blob) in &self.history.stated {
            let Some(stated) = entry.digest else { continue };
            let Some(blob) = blob.and_then(|oid| self.blob(oid)) else { continue };
            let Some(record) = records.get_mut(self.now_at(&entry.note)) else { continue };
            // What is checked out must be what was recorded, whichever bytes came "first" in a
            // history that was joined from several.
            let head =
                self.history.files.get(self.now_at(&entry.note)).and_then(|file| file.on_head);
            let head = head.and_then(|oid| self.blob(oid)).map(|blob| blob.digest);
            let differs = blob.digest != stated || head.is_some_and(|digest| digest != stated);
            if differs && !is_altered(record) {
                record.verdicts.push(Verdict::Altered {
                    commit: Some(commit.to_string()),
                    known_by: Witness::Trailer,
                    restored: false,
                });
            }
        }
    }

    /// Where a file is now that was recorded under this path.
    pub(super) fn now_at<'path>(&'path self, mut path: &'path str) -> &'path str {
        // As many steps as there are moves, in case of a circle.
        for _ in 0..self.history.moved.len() {
            match self.history.moved.get(path) {
                Some(next) => path = next,
                None => break,
            }
        }
        path
    }

    /// What exhibit notes say of their files.
    pub(super) fn compare_with_notes(&self, records: &mut BTreeMap<String, VerifiedRecord>) {
        for (note, file) in &self.history.files {
            let first = file.versions.first().and_then(|(oid, _)| self.facts(*oid, note));
            for (path, digest, size) in first.into_iter().flat_map(|facts| &facts.exhibits) {
                let Some(record) = records.get_mut(path) else { continue };
                let actual = self.history.files.get(path).and_then(|file| {
                    let (oid, _) = file.versions.first()?;
                    self.blob(*oid).map(|blob| (blob.digest, blob.size))
                });
                let actual = actual.or_else(|| {
                    let there = self.on_disk.get(path)?;
                    Some((there.digest, there.size))
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
        for (path, digest) in memory::recall(self.ledger)? {
            let path = self.now_at(&path);
            let first = self.history.files.get(path).and_then(|file| file.versions.first());
            let in_history = first.is_some();
            let same = first.and_then(|(oid, _)| self.blob(*oid));
            if same.is_some_and(|blob| blob.digest == digest) || self.is_elsewhere(path, digest) {
                continue;
            }
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

    /// Which copies elsewhere have the bytes that were first recorded, as last fetched.
    pub(super) fn compare_with_remotes(
        &self,
        records: &mut BTreeMap<String, VerifiedRecord>,
    ) -> Result<(), LedgerError> {
        let repository = &self.ledger.repository;
        let trees = Trees::of(self.ledger)?;
        for tip in Tips::of(self.ledger)?.remote {
            let Ok(commit) = repository.find_commit(tip.commit) else { continue };
            let name = tip.reference.trim_start_matches("refs/remotes/");
            for (path, record) in records.iter_mut() {
                let file = self.history.files.get(path);
                let first = file.and_then(|file| file.versions.first()).map(|(oid, _)| *oid);
                let there = trees.file(commit.tree_id(), &format!("{}{path}", self.ledger.prefix));
                if first.is_some() && there == first && !name.ends_with("/HEAD") {
                    record.remotes.push(name.to_owned());
                }
            }
        }
        Ok(())
    }

    /// Whether a record began under another client's folder: a squash hides that the folder was
    /// moved, and that nothing of it is left.
    fn is_elsewhere(&self, path: &str, digest: Digest) -> bool {
        let (client, below) = split(path);
        let files = &self.history.files;
        files.keys().all(|other| split(other).0 != client)
            && files.iter().filter(|(other, _)| split(other).1 == below).any(|(_, file)| {
                let first = file.versions.first().and_then(|(oid, _)| self.blob(*oid));
                first.is_some_and(|blob| blob.digest == digest)
            })
    }
}

fn is_altered(record: &VerifiedRecord) -> bool {
    record
        .verdicts
        .iter()
        .any(|verdict| matches!(verdict, Verdict::Altered { restored: false, .. }))
}
