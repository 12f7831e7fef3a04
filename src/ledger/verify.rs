//! Whether the records are still what they were.
//!
//! Owns: the order of the steps, and the first of them: collecting, bytes, append-only. Must not: write anything, or
//! parse a note; the caller's closure tells what a note names.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use git2::{Oid, Repository};
use jiff::Timestamp;
use rayon::prelude::*;

use super::Ledger;
use super::anchors::{VerifiedAnchor, Window};
use super::error::LedgerError;
use super::history::{FileHistory, History};
use super::keyring::{Keyring, Trust};
use super::paths::is_decision;
use super::report::Report;
use super::seal::Seal;
use super::verdict::{Citation, CitedState, Difference, Kind, Verdict, VerifiedRecord, Witness};
use super::worktree;
use crate::model::{ClientId, Digest, Moment};
use crate::phrase::Phrase;
use crate::vault::files;

/// What a decision or an exhibit's note names, as the caller reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteFacts {
    /// The date it bears.
    pub date: Option<Moment>,
    /// The digests of the decisions before it.
    pub prev: Vec<Digest>,
    /// The digest of the newest time stamp when it was taken.
    pub anchor: Option<Digest>,
    /// The notes it rests on: path below the vault, and digest where it gives one.
    pub cited: Vec<(String, Option<Digest>)>,
    /// The files it vouches for: path below the vault, digest, and size where it gives one.
    pub exhibits: Vec<(String, Digest, Option<u64>)>,
}

/// So few records are read that another thread would not pay.
const FEW: usize = 256;

/// Everything at hand while verifying.
pub(super) struct Evidence<'ledger> {
    pub(super) ledger: &'ledger Ledger,
    pub(super) history: History,
    pub(super) on_disk: BTreeMap<String, Vec<u8>>,
    pub(super) blobs: HashMap<Oid, Option<Blob>>,
    /// What a blob names as the file under a path; the same bytes name others elsewhere.
    facts: HashMap<Oid, Vec<(String, NoteFacts)>>,
}

/// A recorded file.
pub(super) struct Blob {
    pub(super) digest: Digest,
    pub(super) size: u64,
}

impl Blob {
    fn of(bytes: &[u8]) -> Self {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Self { digest: Digest::of(bytes), size }
    }

    fn is(&self, bytes: &[u8]) -> bool {
        u64::try_from(bytes.len()) == Ok(self.size) && Digest::of(bytes) == self.digest
    }
}

impl Ledger {
    /// Looks at every decision and exhibit in HEAD, local and remote-tracking branches and on
    /// disk; offline and without writing.
    ///
    /// `read` gets a path below the vault and the bytes of a decision or of a note among the
    /// exhibits; `None` says that it names nothing.
    ///
    /// # Errors
    /// When the repository or the disk cannot be read. A record that does not hold is none.
    pub fn verify(
        &self,
        read: impl Fn(&str, &[u8]) -> Option<NoteFacts> + Sync,
    ) -> Result<Report, LedgerError> {
        self.verify_by(&Trust::default(), read)
    }

    /// The same, by another's keys than those that git is told of.
    ///
    /// # Errors
    /// Those of [`Ledger::verify`].
    pub fn verify_by(
        &self,
        trust: &Trust,
        read: impl Fn(&str, &[u8]) -> Option<NoteFacts> + Sync,
    ) -> Result<Report, LedgerError> {
        let ring = Keyring::load(self, trust)?;
        let mut evidence = Evidence {
            ledger: self,
            history: History::collect(self)?,
            on_disk: worktree::on_disk(self)?,
            blobs: HashMap::new(),
            facts: HashMap::new(),
        };
        evidence.read_blobs(&read);
        let mut records = evidence.records(&read)?;
        evidence.compare_with_trailers(&mut records);
        evidence.compare_with_notes(&mut records);
        evidence.compare_with_memory(&mut records)?;
        evidence.compare_with_remotes(&mut records)?;
        let chains = evidence.follow_chain(&mut records);
        let roots = trust.roots(self)?;
        let judged = evidence.judge_anchors(&roots, &mut records)?;
        evidence.check_signatures(&ring, &judged.commits, &mut records)?;
        evidence.compare_dates(&mut records)?;
        let rewritten = evidence.find_rewriting(&mut records)?;
        let shallow = self.repository.is_shallow();
        Ok(Report {
            records: records.into_values().map(VerifiedRecord::conclude).collect(),
            chains,
            head: self.repository.head().ok().and_then(|h| h.target()).map(|h| h.to_string()),
            commits: evidence.history.commits,
            damaged: evidence.history.damaged.iter().map(ToString::to_string).collect(),
            shallow,
            rewritten,
            limits: limits(shallow, ring.is_inside, &judged.anchors, trust),
            anchors: judged.anchors,
            faulty_roots: judged.faulty_roots,
            key_faults: ring.faults,
        })
    }

    /// Whether the last commit has exactly these bytes under a path below the vault.
    ///
    /// # Errors
    /// When HEAD cannot be read.
    pub fn is_recorded(&self, path: &str, bytes: &[u8]) -> Result<bool, LedgerError> {
        let head = super::state::Head::read(&self.repository, true)?;
        let tree = super::write::tree_of(&self.repository, head.commit)?;
        let blob =
            tree.and_then(|tree| super::write::blob_at(&tree, &format!("{}{path}", self.prefix)));
        let Some((oid, _)) = blob else { return Ok(false) };
        Ok(bytes == self.repository.find_blob(oid)?.content())
    }
}

impl Evidence<'_> {
    fn read_blobs(&mut self, read: &(impl Fn(&str, &[u8]) -> Option<NoteFacts> + Sync)) {
        let files = self.history.files.iter();
        let versions: Vec<(Oid, &String)> = files
            .flat_map(|(path, file)| file.versions.iter().map(move |(oid, _)| (*oid, path)))
            .collect();
        // A repository is one thread's own: each that reads opens another.
        let place = self.ledger.repository.path();
        let found: Vec<_> = versions
            .par_iter()
            .with_min_len(FEW)
            .map_init(
                || Repository::open(place).ok(),
                |repository, (oid, path)| {
                    let blob = repository.as_ref()?.find_blob(*oid).ok()?;
                    Some((Blob::of(blob.content()), facts_of(path, blob.content(), read)))
                },
            )
            .collect();
        for ((oid, path), found) in versions.into_iter().zip(found) {
            let blob = found.map(|(blob, facts)| {
                self.facts.entry(oid).or_default().push((path.clone(), facts));
                blob
            });
            self.blobs.insert(oid, blob);
        }
    }

    /// What the signature of each record's first commit is worth.
    fn check_signatures(
        &self,
        ring: &Keyring,
        windows: &HashMap<Oid, [Option<Timestamp>; 2]>,
        records: &mut BTreeMap<String, VerifiedRecord>,
    ) -> Result<(), LedgerError> {
        let commit_of =
            |path: &str| self.history.files.get(path)?.versions.first().map(|(_, commit)| *commit);
        let commits: BTreeSet<Oid> = records.keys().filter_map(|path| commit_of(path)).collect();
        let seals = ring.seals(self.ledger, commits, windows)?;
        for (path, record) in records.iter_mut() {
            if let Some(commit) = commit_of(path) {
                record.seal = seals.get(&commit).cloned().unwrap_or(Seal::Unsigned);
            }
        }
        Ok(())
    }

    pub(super) fn blob(&self, oid: Oid) -> Option<&Blob> {
        self.blobs.get(&oid)?.as_ref()
    }

    /// What a blob names as the file under this path.
    pub(super) fn facts(&self, oid: Oid, path: &str) -> Option<&NoteFacts> {
        let facts = self.facts.get(&oid)?.iter().find(|(known, _)| known == path);
        facts.map(|(_, facts)| facts)
    }

    /// One record for each file of the history and of the disk.
    fn records(
        &self,
        read: &(impl Fn(&str, &[u8]) -> Option<NoteFacts> + Sync),
    ) -> Result<BTreeMap<String, VerifiedRecord>, LedgerError> {
        let left_out = worktree::left_out(self.ledger);
        let mut records = BTreeMap::new();
        for (path, file) in &self.history.files {
            let mut record = self.recorded(path, file)?;
            match (file.on_head, self.on_disk.get(path)) {
                (Some(head), Some(bytes))
                    if self.blob(head).is_some_and(|blob| !blob.is(bytes)) =>
                {
                    record.verdicts.push(Verdict::NotRecorded(Difference::Changed));
                }
                (Some(_), None) if !left_out.contains(path) => {
                    record.verdicts.push(Verdict::NotRecorded(Difference::Missing));
                }
                _ => {}
            }
            records.insert(path.clone(), record);
        }
        for (path, bytes) in &self.on_disk {
            if self.history.files.get(path).is_none_or(|file| file.versions.is_empty()) {
                let mut record = blank(path, Some(Digest::of(bytes)));
                record.verdicts.push(Verdict::NotRecorded(Difference::Never));
                record.cited = self.cited(&facts_of(path, bytes, read))?;
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

fn facts_of(
    path: &str,
    bytes: &[u8],
    read: &(impl Fn(&str, &[u8]) -> Option<NoteFacts> + Sync),
) -> NoteFacts {
    if path.ends_with(".md") { read(path, bytes).unwrap_or_default() } else { NoteFacts::default() }
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
        named_by: 0,
        cited: Vec::new(),
        proves: Vec::new(),
        does_not_prove: Vec::new(),
    }
}

/// What no verdict proves.
fn limits(
    shallow: bool,
    keys_inside: bool,
    anchors: &[VerifiedAnchor],
    trust: &Trust,
) -> Vec<Phrase> {
    let mut limits = vec![
        Phrase::new("ledger-limit-complete"),
        Phrase::new("ledger-limit-truth"),
        Phrase::new("ledger-limit-time"),
    ];
    if shallow {
        limits.push(Phrase::new("ledger-limit-shallow"));
    }
    if keys_inside {
        limits.push(Phrase::new("ledger-limit-keys-inside"));
    }
    if anchors.iter().any(VerifiedAnchor::is_trusted) {
        limits.push(Phrase::new("ledger-limit-revoked"));
        if trust.roots.is_none() {
            limits.push(Phrase::new("ledger-limit-roots-inside"));
        }
    }
    limits
}
