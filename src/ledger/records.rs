//! One record for each decision and exhibit, as the history of its file alone has it.
//!
//! Owns: append-only, and the disk against HEAD. Must not: look at what others say of a record.

use std::cell::LazyCell;
use std::collections::BTreeMap;

use super::anchors::Window;
use super::error::LedgerError;
use super::history::FileHistory;
use super::paths::is_decision;
use super::seal::Seal;
use super::verdict::{Citation, CitedState, Difference, Verdict, Witness};
use super::verified::{Kind, VerifiedRecord};
use super::verify::{Evidence, NoteFacts, facts_of};
use super::worktree;
use crate::model::{ClientId, Digest};
use crate::vault::files;

impl Evidence<'_> {
    /// One record for each file of the history and of the disk.
    pub(super) fn records(
        &self,
        read: &(impl Fn(&str, &[u8]) -> Option<NoteFacts> + Sync),
    ) -> Result<BTreeMap<String, VerifiedRecord>, LedgerError> {
        let left_out = LazyCell::new(|| worktree::left_out(self.ledger));
        let mut records = BTreeMap::new();
        for (path, file) in &self.history.files {
            let mut record = self.recorded(path, file)?;
            match (file.on_head, self.on_disk.get(path)) {
                (Some(head), Some(there)) if self.blob(head).is_some_and(|blob| blob != there) => {
                    record.verdicts.push(Verdict::NotRecorded(Difference::Changed));
                }
                (Some(_), None) if !left_out.contains(path) => {
                    record.verdicts.push(Verdict::NotRecorded(Difference::Missing));
                }
                _ => {}
            }
            records.insert(path.clone(), record);
        }
        for (path, there) in &self.on_disk {
            if self.history.files.get(path).is_none_or(|file| file.versions.is_empty()) {
                let mut record = blank(path, Some(there.digest));
                record.verdicts.push(Verdict::NotRecorded(Difference::Never));
                let file = self.ledger.on_disk(&format!("{}{path}", self.ledger.prefix));
                let bytes = files::read(&file)?.unwrap_or_default();
                record.cited = self.cited(&facts_of(path, &bytes, read))?;
                records.insert(path.clone(), record);
            }
        }
        Ok(records)
    }

    /// How a file of the history stands by the history alone.
    fn recorded(&self, path: &str, file: &FileHistory) -> Result<VerifiedRecord, LedgerError> {
        let Some((first, commit)) = file.versions.first().copied() else {
            // It is in HEAD, and no commit that can be read brought it there.
            let mut record = blank(path, None);
            record.on_head = file.on_head.is_some();
            record.verdicts.push(Verdict::Unreadable);
            return Ok(record);
        };
        let blob = self.blob(first);
        let mut record = blank(path, blob.map(|blob| blob.digest));
        record.commit = Some(commit.to_string());
        record.moved_from.clone_from(&file.moved_from);
        record.on_head = file.on_head.is_some();
        let restored = file.on_head == Some(first);
        if let Some((_, commit)) = file.versions.get(1) {
            let commit = Some(commit.to_string());
            record.verdicts.push(Verdict::Altered { commit, known_by: Witness::History, restored });
        }
        if let Some(commit) = file.removed {
            record.verdicts.push(Verdict::Removed { commit: Some(commit.to_string()), restored });
        }
        match self.facts(first, path) {
            Some(facts) => record.cited = self.cited(facts)?,
            None => record.verdicts.push(Verdict::Unreadable),
        }
        Ok(record)
    }

    fn cited(&self, facts: &NoteFacts) -> Result<Vec<CitedState>, LedgerError> {
        let mut states = Vec::new();
        for (path, digest) in &facts.cited {
            let on_disk = self.ledger.on_disk(&format!("{}{path}", self.ledger.prefix));
            let now = files::read(&on_disk)?.map(|bytes| Digest::of(&bytes));
            let state = match (digest, now) {
                (_, None) => Citation::Gone,
                (None, _) => Citation::Unbound,
                (Some(then), Some(now)) if *then == now => Citation::Unchanged,
                _ => Citation::EditedSince,
            };
            states.push(CitedState { path: path.clone(), state });
        }
        Ok(states)
    }
}

pub(super) fn blank(path: &str, digest: Option<Digest>) -> VerifiedRecord {
    VerifiedRecord {
        path: path.to_owned(),
        kind: if is_decision(path) { Kind::Decision } else { Kind::Exhibit },
        client: ClientId::new(path.split('/').nth(1).unwrap_or_default()),
        digest,
        commit: None,
        moved_from: None,
        on_head: false,
        verdicts: Vec::new(),
        seal: Seal::None,
        remotes: Vec::new(),
        rewritten: None,
        window: Window::default(),
        witnessed: Vec::new(),
        contradiction: None,
        lost_stamp: None,
        dates: None,
        unknown_to: None,
        is_named: false,
        cited: Vec::new(),
        proves: Vec::new(),
        does_not_prove: Vec::new(),
    }
}
