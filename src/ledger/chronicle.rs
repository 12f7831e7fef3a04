//! The commits that the current branch stood at, one after the other, and which of them it
//! stood at on a day.
//!
//! Owns: what a commit's date is taken to be. Must not: believe a date that a commit built upon
//! contradicts, or read a tree. Why the first parent: `docs/decisions/2026-11-22-as-of-answers-from-the-trail.md`.

use std::collections::{HashMap, HashSet};

use git2::Oid;
use jiff::{SignedDuration, Timestamp};

use super::Ledger;
use super::error::LedgerError;
use super::stored::StoredCommit;
use super::walk::OidMap;

/// How far clocks may differ before it is worth a word.
const SKEW: SignedDuration = SignedDuration::from_hours(1);

/// What the current branch stood at, the oldest first.
#[derive(Clone, Debug)]
pub struct Chronicle {
    stops: Vec<Stop>,
    /// Every commit that can be reached, with the time it counts from.
    times: HashMap<Oid, Timestamp>,
    /// Their parents.
    parents: OidMap<Vec<Oid>>,
    shallow: bool,
}

/// A commit that the branch stood at.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stop {
    pub(super) commit: Oid,
    /// From when on it counts: its committer's date, or the latest date of a commit that it
    /// builds upon where that is later.
    pub at: Timestamp,
    /// Whether its own date is earlier than one it builds upon by more than clocks differ.
    pub backdated: bool,
}

impl Stop {
    /// The commit's full id.
    pub fn commit(&self) -> String {
        self.commit.to_string()
    }
}

impl Ledger {
    /// What the branch that HEAD names stood at; `None` where it has no commit.
    ///
    /// From each commit one goes back to its first parent: to what the branch stood at before.
    /// What a merge brought in counts from the merge on.
    ///
    /// # Errors
    /// When a commit cannot be read.
    pub fn chronicle(&self) -> Result<Option<Chronicle>, LedgerError> {
        let head = super::state::Head::read(&self.repository, true)?;
        let Some(head) = head.commit else { return Ok(None) };
        let walk = self.walk(vec![head])?;
        if let Some(damaged) = walk.damaged.first() {
            return Err(LedgerError::DamagedCommit { commit: damaged.to_string() });
        }
        let mut known: HashMap<Oid, Stop> = HashMap::with_capacity(walk.commits.len());
        for commit in walk.commits {
            let stored = walk.stored.get(&commit).and_then(|bytes| StoredCommit::parse(bytes));
            let claimed = stored.map_or(0, |stored| stored.committer.when.seconds());
            let claimed = Timestamp::from_second(claimed).unwrap_or(Timestamp::UNIX_EPOCH);
            let parents = walk.parents.get(&commit).into_iter().flatten();
            let before = parents.filter_map(|parent| known.get(parent)).map(|parent| parent.at);
            let before = before.max().unwrap_or(Timestamp::MIN);
            let backdated = before.duration_since(claimed) > SKEW;
            known.insert(commit, Stop { commit, at: claimed.max(before), backdated });
        }
        let mut stops = Vec::new();
        let mut next = Some(head);
        while let Some(commit) = next {
            stops.extend(known.get(&commit).cloned());
            next = walk.parents.get(&commit).and_then(|parents| parents.first()).copied();
        }
        stops.reverse();
        let times = known.into_iter().map(|(commit, stop)| (commit, stop.at)).collect();
        let shallow = self.is_shallow();
        Ok(Some(Chronicle { stops, times, parents: walk.parents, shallow }))
    }
}

impl Chronicle {
    /// The last commit that the branch stood at by then, by its number; `None` where there was
    /// none yet.
    pub fn at(&self, moment: Timestamp) -> Option<usize> {
        self.stops.partition_point(|stop| stop.at <= moment).checked_sub(1)
    }

    /// A commit by its number.
    pub fn stop(&self, number: usize) -> Option<&Stop> {
        self.stops.get(number)
    }

    /// All of them, the oldest first.
    pub fn stops(&self) -> &[Stop] {
        &self.stops
    }

    /// Whether the history begins here because the repository is a shallow clone.
    pub const fn is_shallow(&self) -> bool {
        self.shallow
    }

    /// The first commit, up to this one, whose date is earlier than one it builds upon.
    pub fn backdated(&self, until: usize) -> Option<&Stop> {
        self.stops.iter().take(until.saturating_add(1)).find(|stop| stop.backdated)
    }

    /// The commits that the branch did not hold when it stood at one of its own.
    pub fn elsewhere(&self, tip: usize) -> Elsewhere {
        let Some(tip) = self.stops.get(tip) else { return Elsewhere::default() };
        if self.times.len() == self.stops.len() {
            return Elsewhere::default();
        }
        let mut held: HashSet<Oid> = HashSet::from([tip.commit]);
        let mut left = vec![tip.commit];
        while let Some(commit) = left.pop() {
            let parents = self.parents.get(&commit).into_iter().flatten();
            left.extend(parents.copied().filter(|parent| held.insert(*parent)));
        }
        let parent = |commit: &Oid| self.parents.get(commit).and_then(|all| all.first()).copied();
        let others = self.times.iter().filter(|(commit, _)| !held.contains(*commit));
        Elsewhere(others.map(|(commit, at)| (*commit, parent(commit), *at)).collect())
    }
}

/// Commits that a branch did not hold, each with its first parent and the time it counts from.
#[derive(Clone, Debug, Default)]
pub struct Elsewhere(Vec<(Oid, Option<Oid>, Timestamp)>);

impl Elsewhere {
    /// Those of them that count by then: they were merged later.
    pub(super) fn commits(
        &self,
        moment: Timestamp,
    ) -> impl Iterator<Item = (Oid, Option<Oid>)> + '_ {
        let by_then = self.0.iter().filter(move |(_, _, at)| *at <= moment);
        by_then.map(|(commit, parent, _)| (*commit, *parent))
    }
}
