//! Every commit that can be reached, parents before children.
//!
//! Owns: following parents as the commits themselves name them, past what is missing or damaged.
//! Must not: heed grafts or replacements, which change what a history seems to be.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, HashSet};
use std::sync::Arc;

use git2::{ObjectType, Odb, Oid};
use rustc_hash::{FxHashMap, FxHashSet};

use super::Ledger;
use super::checking::StoredCommits;
use super::error::LedgerError;
use super::stored::StoredCommit;

/// Something about each of many objects of git's. Their names are hashes already, and whoever made
/// many of them look alike to a quick hash would make a slower answer, not another one.
pub(super) type OidMap<T> = FxHashMap<Oid, T>;

/// A history in the order of its growth.
#[derive(Debug, Default)]
pub(super) struct Walk {
    /// Parents before children; among those that do not depend on each other, the earlier first.
    pub(super) commits: Vec<Oid>,
    /// The parents of each, as far as they are here.
    pub(super) parents: OidMap<Vec<Oid>>,
    /// The bytes of each, as git stores them.
    pub(super) stored: Arc<StoredCommits>,
    /// Commits that cannot be read, or whose bytes do not fit their name.
    pub(super) damaged: Vec<Oid>,
}

impl Ledger {
    /// Walks from these commits to the first ones, or to the end of a shallow clone.
    pub(super) fn walk(&self, tips: Vec<Oid>) -> Result<Walk, LedgerError> {
        let odb = self.repository.odb()?;
        let ends = self.shallow_ends();
        let mut walk = Walk::default();
        let mut stored = StoredCommits::default();
        let mut times = OidMap::default();
        let mut seen: FxHashSet<Oid> = tips.iter().copied().collect();
        let mut left = tips;
        while let Some(oid) = left.pop() {
            let bytes = read(&odb, oid).unwrap_or_default();
            let Some(StoredCommit { mut parents, committer, .. }) = StoredCommit::parse(&bytes)
            else {
                walk.damaged.push(oid);
                continue;
            };
            if ends.contains(&oid) {
                parents.retain(|parent| odb.exists(*parent));
            }
            left.extend(parents.iter().copied().filter(|parent| seen.insert(*parent)));
            walk.parents.insert(oid, parents);
            times.insert(oid, committer.when.seconds());
            stored.insert(oid, bytes);
        }
        walk.stored = Arc::new(stored);
        walk.damaged.sort_unstable();
        for parents in walk.parents.values_mut() {
            parents.retain(|parent| times.contains_key(parent));
        }
        walk.order(&times);
        Ok(walk)
    }

    /// The last commits that a shallow clone has; none in a whole one.
    fn shallow_ends(&self) -> HashSet<Oid> {
        let listed = std::fs::read_to_string(self.repository.commondir().join("shallow"));
        listed.unwrap_or_default().lines().filter_map(|line| Oid::from_str(line).ok()).collect()
    }
}

impl Walk {
    fn order(&mut self, times: &OidMap<i64>) {
        let mut children: OidMap<Vec<Oid>> = OidMap::default();
        let mut waiting: OidMap<usize> = OidMap::default();
        let mut ready = BinaryHeap::new();
        for (commit, parents) in &self.parents {
            let mut distinct = parents.clone();
            distinct.sort_unstable();
            distinct.dedup();
            waiting.insert(*commit, distinct.len());
            for parent in &distinct {
                children.entry(*parent).or_default().push(*commit);
            }
            if distinct.is_empty() {
                ready.push(Reverse((times.get(commit).copied(), *commit)));
            }
        }
        while let Some(Reverse((_, commit))) = ready.pop() {
            self.commits.push(commit);
            for child in children.get(&commit).into_iter().flatten() {
                let Some(count) = waiting.get_mut(child) else { continue };
                *count = count.saturating_sub(1);
                if *count == 0 {
                    ready.push(Reverse((times.get(child).copied(), *child)));
                }
            }
        }
    }
}

/// The bytes of a commit; `None` where they cannot be read, or do not fit its name.
fn read(odb: &Odb<'_>, oid: Oid) -> Option<Box<[u8]>> {
    let object = odb.read(oid).ok().filter(|object| object.kind() == ObjectType::Commit)?;
    Some(object.data().into())
}
