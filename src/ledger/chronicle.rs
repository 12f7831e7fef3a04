//! The commits that the current branch stood at, one after the other, and which of them it
//! stood at on a day.
//!
//! Owns: what a commit's date is taken to be. Must not: believe a date that a commit built upon
//! contradicts, or read a tree. Why the first parent: `docs/decisions/2026-11-22-as-of-answers-from-the-trail.md`.

use std::collections::HashMap;

use git2::{Oid, Sort};
use jiff::{SignedDuration, Timestamp};

use super::Ledger;
use super::error::LedgerError;

/// How far clocks may differ before it is worth a word.
const SKEW: SignedDuration = SignedDuration::from_hours(1);

/// What the current branch stood at, the oldest first.
#[derive(Clone, Debug)]
pub struct Chronicle {
    stops: Vec<Stop>,
    /// Every commit that can be reached, with the time it counts from.
    all: Vec<(Oid, Timestamp)>,
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
        let mut walk = self.repository.revwalk()?;
        walk.set_sorting(Sort::TOPOLOGICAL | Sort::REVERSE)?;
        walk.push(head)?;
        let mut all = Vec::new();
        let mut known: HashMap<Oid, (Timestamp, bool, Option<Oid>)> = HashMap::new();
        for oid in walk {
            let oid = oid?;
            let commit = self.repository.find_commit(oid)?;
            let claimed = Timestamp::from_second(commit.committer().when().seconds());
            let claimed = claimed.unwrap_or(Timestamp::UNIX_EPOCH);
            // A parent that was not walked is beyond the end of a shallow clone.
            let parents = commit.parent_ids().filter_map(|parent| known.get(&parent));
            let before = parents.map(|(at, ..)| *at).max().unwrap_or(Timestamp::MIN);
            let backdated = before.duration_since(claimed) > SKEW;
            let at = claimed.max(before);
            known.insert(oid, (at, backdated, commit.parent_ids().next()));
            all.push((oid, at));
        }
        let mut stops = Vec::new();
        let mut next = Some(head);
        while let Some(commit) = next {
            let Some((at, backdated, parent)) = known.get(&commit) else { break };
            stops.push(Stop { commit, at: *at, backdated: *backdated });
            next = *parent;
        }
        stops.reverse();
        Ok(Some(Chronicle { stops, all, shallow: self.is_shallow() }))
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

    /// Commits of that time that the branch did not hold yet: they were merged later.
    pub(super) fn elsewhere(
        &self,
        ledger: &Ledger,
        tip: usize,
        moment: Timestamp,
    ) -> Result<Vec<Oid>, LedgerError> {
        if self.all.len() == self.stops.len() {
            return Ok(Vec::new());
        }
        let (Some(tip), Some(head)) = (self.stops.get(tip), self.stops.last()) else {
            return Ok(Vec::new());
        };
        let by_then: HashMap<Oid, Timestamp> =
            self.all.iter().copied().filter(|(_, at)| *at <= moment).collect();
        let mut walk = ledger.repository.revwalk()?;
        walk.push(head.commit)?;
        walk.hide(tip.commit)?;
        let mut found = Vec::new();
        for commit in walk {
            found.extend(Some(commit?).filter(|commit| by_then.contains_key(commit)));
        }
        Ok(found)
    }
}
