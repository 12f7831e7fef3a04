//! From time stamps to statements to decisions: what each anchor is worth, and the window that
//! each record gets.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use git2::Oid;
use jiff::Timestamp;

use super::super::error::LedgerError;
use super::super::paths::is_decision;
use super::super::verified::VerifiedRecord;
use super::super::verify::Evidence;
use super::super::walk::OidMap;
use super::tree::TreeDigests;
use super::verdict::{AnchorVerdict, VerifiedAnchor};
use super::weigh::{Anchors, Sent};
use super::window::{self, Bound};
use super::{AnchorFile, Window};
use crate::anchor::{ListFault, Roots, Shelf, Stamp, StampState, Statement, reached};
use crate::model::{ClientId, Digest};
use crate::vault::anchors;

/// What outside witnesses say.
pub(in super::super) struct Judged {
    pub(in super::super) anchors: Vec<VerifiedAnchor>,
    /// Between which moments each commit was made.
    pub(in super::super) commits: OidMap<[Option<Timestamp>; 2]>,
    /// Files that should hold certificates to trust, and do not.
    pub(in super::super) faulty_roots: Vec<String>,
    /// What is wrong with lists of revoked certificates, by file.
    pub(in super::super) list_faults: Vec<(String, ListFault)>,
}

/// Decisions by the digest of their bytes, in every version.
pub(super) struct Known<'e> {
    prev: HashMap<Digest, &'e [Digest]>,
    /// Two clients may have notes with the same bytes.
    pub(super) clients: HashMap<Digest, BTreeSet<ClientId>>,
    naming: HashMap<Digest, Vec<Digest>>,
    /// Time stamps that decisions name.
    stamps: Vec<(Digest, Digest)>,
}

impl Known<'_> {
    pub(super) fn reached(&self, heads: &[Digest]) -> BTreeSet<Digest> {
        reached(heads, |digest| self.prev.get(&digest).copied())
    }

    pub(super) fn clients_of(&self, digests: &BTreeSet<Digest>) -> Vec<ClientId> {
        let clients: BTreeSet<&ClientId> =
            digests.iter().filter_map(|digest| self.clients.get(digest)).flatten().collect();
        clients.into_iter().cloned().collect()
    }
}

impl Evidence<'_> {
    /// Looks at every anchor, and gives each record its window; `now` is for lists of revoked
    /// certificates alone.
    pub(in super::super) fn judge_anchors(
        &self,
        roots: &Roots,
        now: Option<Timestamp>,
        records: &mut BTreeMap<String, VerifiedRecord>,
    ) -> Result<Judged, LedgerError> {
        let ledger = self.ledger;
        let root = ledger.on_disk(ledger.prefix.trim_end_matches('/'));
        let on_disk = anchors::anchor_files(&root)?.into_iter().collect();
        let files = AnchorFile::collect(ledger, &self.history.anchors, on_disk);
        if files.is_empty() && !self.names_stamps() {
            let (anchors, commits) = (Vec::new(), OidMap::default());
            let list_faults = roots.list_faults(std::iter::empty(), now);
            let faulty_roots = roots.faulty.clone();
            return Ok(Judged { anchors, commits, faulty_roots, list_faults });
        }
        let bytes = files.iter().flat_map(|(path, file)| {
            file.versions.iter().map(move |bytes| (path.as_str(), bytes.as_slice()))
        });
        let shelf = Shelf::sort(bytes, roots);
        let known = self.known();
        let mut anchors = Anchors::new(&shelf, &known);
        anchors.statements();
        shelf.stamps.iter().for_each(|stamp| anchors.stamp(stamp));
        anchors.proofs();
        let witnessed = anchors.witnessed(records);
        anchors.files(&files);
        let trusted = trusted(&shelf);
        let trees = self.trees(&trusted, &mut anchors);
        give_windows(&shelf, &known, &trusted, &trees, records, self);
        give_witnesses(&known, witnessed, records);
        let commits = self.commit_windows(&trusted, records);
        let tokens = shelf.stamps.iter().filter_map(|stamp| stamp.token.as_ref());
        let list_faults = roots.list_faults(tokens, now);
        let (anchors, faulty_roots) = (anchors.finish(), roots.faulty.clone());
        Ok(Judged { anchors, commits, faulty_roots, list_faults })
    }

    fn known(&self) -> Known<'_> {
        let mut known = Known {
            prev: HashMap::new(),
            clients: HashMap::new(),
            naming: HashMap::new(),
            stamps: Vec::new(),
        };
        for (path, file) in self.history.files.iter().filter(|(path, _)| is_decision(path)) {
            for (oid, _) in &file.versions {
                let (Some(blob), Some(facts)) = (self.blob(*oid), self.facts(*oid, path)) else {
                    continue;
                };
                let digest = blob.digest;
                known.prev.insert(digest, &facts.prev);
                let client = path.split('/').nth(1).unwrap_or_default();
                known.clients.entry(digest).or_default().insert(ClientId::new(client));
                for prev in &facts.prev {
                    known.naming.entry(*prev).or_default().push(digest);
                }
                known.stamps.extend(facts.anchor.map(|stamp| (digest, stamp)));
            }
        }
        known
    }

    /// The files of each trusted statement's commit, where git still has it and it has the
    /// digest that the statement says.
    fn trees(
        &self,
        trusted: &[Trusted<'_>],
        anchors: &mut Anchors<'_>,
    ) -> Vec<(Bound, BTreeSet<Digest>)> {
        let mut digests = TreeDigests::default();
        let mut trees = Vec::new();
        for one in trusted {
            let Some(commit) = self.commit_of(one.statement) else { continue };
            // What is damaged is told with the history; it says nothing here.
            let Ok(tree) = digests.of(self.ledger, commit) else { continue };
            if tree.digest == one.statement.tree {
                trees.push((one.latest.clone(), tree.files));
            } else {
                anchors.add(one.path, AnchorVerdict::TreeDiffers);
            }
        }
        trees
    }

    fn commit_of(&self, statement: &Statement) -> Option<Oid> {
        let commit = Oid::from_str(&statement.commit).ok()?;
        self.ledger.repository.find_commit(commit).ok().map(|commit| commit.id())
    }

    /// Between which moments each commit was made: not earlier than what its records name, not
    /// later than a time stamp for a statement that names it or one after it.
    fn commit_windows(
        &self,
        trusted: &[Trusted<'_>],
        records: &BTreeMap<String, VerifiedRecord>,
    ) -> OidMap<[Option<Timestamp>; 2]> {
        let mut windows: OidMap<[Option<Timestamp>; 2]> = OidMap::default();
        let mut walked: Vec<Oid> = Vec::new();
        for one in trusted {
            let Some(tip) = self.commit_of(one.statement) else { continue };
            let since = self.ledger.only_in(tip, &walked).ok().flatten();
            for commit in since.unwrap_or_default() {
                windows.insert(commit, [None, Some(one.latest.at)]);
            }
            walked.push(tip);
        }
        for (path, record) in records {
            let first = self.history.files.get(path).and_then(|file| file.versions.first());
            let (Some((_, commit)), Some(bound)) = (first, &record.window.earliest) else {
                continue;
            };
            let [earliest, _] = windows.entry(*commit).or_default();
            *earliest = (*earliest).max(Some(bound.at));
        }
        windows
    }
}

/// A time stamp of an authority that the user trusts.
struct Trusted<'s> {
    statement: &'s Statement,
    path: &'s str,
    stamp: &'s Stamp,
    earliest: Bound,
    latest: Bound,
}

/// The earliest first.
fn trusted(shelf: &Shelf) -> Vec<Trusted<'_>> {
    let mut trusted = Vec::new();
    for stamp in &shelf.stamps {
        let (StampState::Good(_), Some(token)) = (&stamp.state, &stamp.token) else { continue };
        let Some((path, statement)) = shelf.statements.get(&token.digest) else { continue };
        let (path, authority) = (path.as_str(), token.signer.name());
        let bound = |at| Bound { at, stamp: stamp.path.clone(), authority: authority.clone() };
        let (earliest, latest) = (bound(token.earliest()), bound(token.latest()));
        trusted.push(Trusted { statement, path, stamp, earliest, latest });
    }
    trusted.sort_by(|a, b| a.latest.cmp(&b.latest));
    trusted
}

fn give_windows(
    shelf: &Shelf,
    known: &Known<'_>,
    trusted: &[Trusted<'_>],
    trees: &[(Bound, BTreeSet<Digest>)],
    records: &mut BTreeMap<String, VerifiedRecord>,
    evidence: &Evidence<'_>,
) {
    let covered = trusted
        .iter()
        .map(|one| (one.latest.clone(), known.reached(&one.statement.heads)))
        .chain(trees.iter().cloned());
    let latest = window::latest(covered.collect());
    let by_file: HashMap<Digest, &Bound> =
        trusted.iter().map(|one| (one.stamp.file, &one.earliest)).collect();
    let named = known.stamps.iter().filter_map(|(decision, stamp)| {
        by_file.get(stamp).map(|bound| (*decision, (*bound).clone()))
    });
    let earliest = window::earliest(named.collect(), &known.naming);
    let files: BTreeSet<Digest> = shelf.stamps.iter().map(|stamp| stamp.file).collect();
    let lost: BTreeMap<Digest, Digest> =
        known.stamps.iter().filter(|(_, stamp)| !files.contains(stamp)).copied().collect();
    for (path, record) in records.iter_mut() {
        let Some(digest) = record.digest.filter(|_| record.commit.is_some()) else { continue };
        record.window = Window {
            earliest: earliest.get(&digest).cloned(),
            latest: latest.get(&digest).cloned(),
        };
        record.lost_stamp = lost.get(&digest).copied();
        let first = evidence.history.files.get(path).and_then(|file| file.versions.first());
        let date = first.and_then(|(oid, _)| evidence.facts(*oid, path)?.date);
        record.contradiction = date.and_then(|date| record.window.contradiction(date));
    }
}

fn give_witnesses(known: &Known<'_>, sent: Sent, records: &mut BTreeMap<String, VerifiedRecord>) {
    for (heads, told) in sent {
        let covered = known.reached(&heads);
        for record in records.values_mut().filter(|record| record.commit.is_some()) {
            let is_covered = record.digest.is_some_and(|one| covered.contains(&one));
            if is_covered && !record.witnessed.contains(&told) {
                record.witnessed.push(told.clone());
            }
        }
    }
}
