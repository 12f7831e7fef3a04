//! What became of each decision and exhibit, over every commit that can be reached.
//!
//! Owns: one walk over the history, and what counts as a change, a removal or a move. Must
//! not: judge; `verify` does.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use git2::Oid;

use super::Ledger;
use super::checking::{Checking, StoredCommits};
use super::error::LedgerError;
use super::paths::{is_anchor, is_protected};
use super::steps::{Stated, Step, Steps};
use super::stored::StoredCommit;
use super::trees::{Difference, Trees};
use super::walk::OidMap;
use crate::anchor::FOLDER;

/// Decisions and exhibits by their path below the vault.
#[derive(Debug, Default)]
pub(super) struct History {
    /// One for each record, under its last path, with all that it was before it was moved.
    pub(super) files: BTreeMap<String, FileHistory>,
    /// Where files went that are no longer under their path.
    pub(super) moved: BTreeMap<String, String>,
    /// Decisions as commits state them, with the commit and the blob that it has in that place.
    pub(super) stated: Vec<(Stated, Oid, Option<Oid>)>,
    /// Statements, time stamps and what else lies in `anchors/`, by path below the vault.
    pub(super) anchors: BTreeMap<String, FileHistory>,
    /// How many commits were looked at.
    pub(super) commits: usize,
    /// The place of each commit, parents before children.
    pub(super) order: Order,
    /// The bytes of each commit, as git stores them.
    pub(super) stored: Arc<StoredCommits>,
    /// Commits and folders that cannot be read, or whose bytes do not fit their name.
    pub(super) damaged: BTreeSet<Oid>,
}

/// What became of one file.
#[derive(Debug, Default)]
pub(super) struct FileHistory {
    /// Each blob it ever was, with the first commit that had it; the oldest first.
    pub(super) versions: Vec<(Oid, Oid)>,
    /// The first commit that removed it.
    pub(super) removed: Option<Oid>,
    /// Where it went, unchanged, with its client's folder.
    moved_to: Option<String>,
    /// Every path it came from, with the commit that moved it.
    sources: BTreeMap<String, Oid>,
    /// Where it came from last.
    pub(super) moved_from: Option<String>,
    /// What it is in HEAD.
    pub(super) on_head: Option<Oid>,
}

/// The order of the walk: parents before children.
pub(super) type Order = OidMap<usize>;

impl History {
    /// Walks from HEAD, local branches and remote-tracking branches, parents before children;
    /// begins to check the signatures on the way.
    pub(super) fn collect(ledger: &Ledger) -> Result<(Self, Checking), LedgerError> {
        let repository = &ledger.repository;
        let head = repository.head().ok().and_then(|head| head.target());
        let mut tips: Vec<Oid> = head.into_iter().collect();
        for reference in repository.references()? {
            let reference = reference?;
            let name = reference.name_bytes();
            if name.starts_with(b"refs/heads/") || name.starts_with(b"refs/remotes/") {
                // A remote's HEAD may name a branch that is not there.
                tips.extend(reference.resolve().ok().and_then(|reference| reference.target()));
            }
        }
        let walk = ledger.walk(tips)?;
        let checking = Checking::begin(&walk.stored);
        let order: Order =
            walk.commits.iter().enumerate().map(|(place, commit)| (*commit, place)).collect();
        let steps = Steps::of(ledger, &walk, &order)?;
        let mut history = Self { commits: walk.commits.len(), ..Self::default() };
        for (commit, step) in walk.commits.iter().zip(steps.steps) {
            history.take(*commit, step);
        }
        let head = head.and_then(|head| steps.folders.get(*order.get(&head)?).copied());
        let [clients, anchors] = head.unwrap_or_default();
        let trees = Trees::of(ledger)?;
        let mut all = Vec::new();
        trees.compare("clients", [None, clients], &is_protected, &mut all);
        for found in all {
            history.files.entry(found.path).or_default().on_head = found.new;
        }
        let mut all = Vec::new();
        trees.compare(FOLDER, [None, anchors], &is_anchor, &mut all);
        for found in all {
            history.anchors.entry(found.path).or_default().on_head = found.new;
        }
        history.damaged = trees.damaged();
        history.damaged.extend(walk.damaged);
        history.damaged.extend(steps.damaged);
        history.join(&order);
        history.order = order;
        history.stored = walk.stored;
        Ok((history, checking))
    }

    /// The first commit that had a record.
    pub(super) fn first_commit(&self, path: &str) -> Option<Oid> {
        self.files.get(path)?.versions.first().map(|(_, commit)| *commit)
    }

    /// A commit that was looked at.
    pub(super) fn commit(&self, commit: Oid) -> Option<StoredCommit<'_>> {
        StoredCommit::parse(self.stored.get(&commit)?)
    }

    /// Gives each record what it was under the paths it had before, and lets go of those.
    fn join(&mut self, order: &Order) {
        // What came from nowhere else is what it was under its own path.
        let moved = self.files.iter().filter(|(_, file)| !file.sources.is_empty());
        let joined: Vec<_> =
            moved.map(|(path, _)| (path.clone(), self.lineage(path, order))).collect();
        self.moved = self
            .files
            .iter()
            .filter_map(|(path, file)| Some((path.clone(), file.moved_to.clone()?)))
            .collect();
        for (path, (versions, removed)) in joined {
            if let Some(file) = self.files.get_mut(&path) {
                (file.versions, file.removed) = (versions, removed);
            }
        }
        self.files.retain(|_, file| file.moved_to.is_none() || file.on_head.is_some());
    }

    /// What a file was, under this path and those before, each until it was moved from there;
    /// in the order of the commits, with the first removal.
    fn lineage(&self, path: &str, order: &Order) -> (Vec<(Oid, Oid)>, Option<Oid>) {
        let at = |commit: Oid| order.get(&commit).copied().unwrap_or_default();
        let mut versions = Vec::new();
        let mut removals = Vec::new();
        let mut seen = HashSet::from([path]);
        let mut left = vec![(path, usize::MAX)];
        while let Some((path, until)) = left.pop() {
            let Some(file) = self.files.get(path) else { continue };
            versions.extend(file.versions.iter().filter(|(_, commit)| at(*commit) <= until));
            removals.extend(file.removed.filter(|commit| at(*commit) <= until));
            for (source, moved) in &file.sources {
                if at(*moved) <= until && seen.insert(source) {
                    left.push((source, at(*moved)));
                }
            }
        }
        versions.sort_by_key(|(_, commit)| at(*commit));
        let mut known = HashSet::new();
        versions.retain(|(blob, _)| known.insert(*blob));
        (versions, removals.into_iter().min_by_key(|commit| at(*commit)))
    }

    fn take(&mut self, commit: Oid, step: Step) {
        for differences in step.records {
            self.note(commit, differences, &step.gone);
        }
        self.note_anchors(commit, step.anchors);
        let stated = step.stated.into_iter();
        self.stated.extend(stated.map(|(stated, blob)| (stated, commit, blob)));
    }

    /// Notes what a commit did in `anchors/`, where nothing moves.
    fn note_anchors(&mut self, commit: Oid, differences: Vec<Difference>) {
        for difference in differences {
            let file = self.anchors.entry(difference.path).or_default();
            match difference.new {
                Some(new) if file.versions.iter().all(|(known, _)| *known != new) => {
                    file.versions.push((new, commit));
                }
                Some(_) => {}
                None => {
                    file.removed.get_or_insert(commit);
                }
            }
        }
    }

    /// Notes what a commit did; of the clients in `gone` no folder is left.
    fn note(&mut self, commit: Oid, differences: Vec<Difference>, gone: &BTreeSet<String>) {
        let added = if gone.is_empty() { HashMap::new() } else { added(&differences) };
        for difference in differences {
            match (difference.old, difference.new) {
                (_, Some(new)) => {
                    let file = self.files.entry(difference.path).or_default();
                    if file.versions.iter().all(|(known, _)| *known != new) {
                        file.versions.push((new, commit));
                    }
                    // Back where it was: the move was undone.
                    file.moved_to = None;
                }
                (Some(old), None) => {
                    // A file that leaves its client alone, or its place there, is removed.
                    let (client, below) = split(&difference.path);
                    let target = if gone.contains(client) {
                        added.get(&(old, below.to_owned())).cloned()
                    } else {
                        None
                    };
                    let file = self.files.entry(difference.path.clone()).or_default();
                    match target {
                        Some(target) => {
                            file.moved_to = Some(target.clone());
                            let moved = self.files.entry(target).or_default();
                            moved.moved_from = Some(difference.path.clone());
                            moved.sources.insert(difference.path, commit);
                        }
                        // A merge has what its other side did already.
                        None if file.moved_to.is_some() => {}
                        None => {
                            file.removed.get_or_insert(commit);
                        }
                    }
                }
                (None, None) => {}
            }
        }
    }
}

/// Where what a commit added lies, by the blob and the path below its client's folder.
fn added(differences: &[Difference]) -> HashMap<(Oid, String), String> {
    let new = differences.iter().filter(|difference| difference.old.is_none());
    let place = |difference: &Difference| {
        let below = split(&difference.path).1.to_owned();
        Some(((difference.new?, below), difference.path.clone()))
    };
    new.filter_map(place).collect()
}

/// The client's folder, and the path below it.
pub(super) fn split(path: &str) -> (&str, &str) {
    let path = path.strip_prefix("clients/").unwrap_or(path);
    path.split_once('/').unwrap_or((path, ""))
}
