//! What each commit of a history changed, taken from git on every core.
//!
//! Owns: reading each commit's folders once, and comparing them with those of its parents. Must
//! not: know what a change means; `history` does.

use std::collections::BTreeSet;

use git2::{Oid, Repository};
use rayon::prelude::*;

use super::Ledger;
use super::error::LedgerError;
use super::history::{Order, split};
use super::paths::{is_anchor, is_protected};
use super::stored::StoredCommit;
use super::trail;
use super::trees::{Difference, Trees};
use super::walk::Walk;
use crate::anchor::FOLDER;
use crate::model::Digest;

/// So few commits are looked at that another thread would not pay.
const FEW: usize = 64;
/// Into how many parts a long history is cut for each thread: the last one may be slow.
const PARTS: usize = 4;

/// `clients/` and `anchors/` of a vault, where they are there.
pub(super) type Folders = [Option<Oid>; 2];

/// What one commit did.
#[derive(Debug, Default)]
pub(super) struct Step {
    /// Decisions and exhibits that differ from each of its parents.
    pub(super) records: Vec<Vec<Difference>>,
    /// Files in `anchors/` that differ, from all of them.
    pub(super) anchors: Vec<Difference>,
    /// The clients of whom something was removed, and of whose folder nothing is left.
    pub(super) gone: BTreeSet<String>,
    /// The decisions that it states, with the blob that it has in that place.
    pub(super) stated: Vec<(Stated, Option<Oid>)>,
}

/// A decision that a commit states.
#[derive(Clone, Debug)]
pub(super) struct Stated {
    /// The note's path below the vault.
    pub(super) note: String,
    /// The digest of the note, as the commit says.
    pub(super) digest: Option<Digest>,
}

/// What the commits of a history did.
#[derive(Debug, Default)]
pub(super) struct Steps {
    /// One for each commit of the walk, in its order.
    pub(super) steps: Vec<Step>,
    /// The folders of each.
    pub(super) folders: Vec<Folders>,
    /// Folders that cannot be read, or whose bytes do not fit their name.
    pub(super) damaged: BTreeSet<Oid>,
}

/// A commit as it stands alone.
#[derive(Default)]
struct Stand {
    root: Option<Oid>,
    /// `None` where one on the way to them is damaged.
    folders: Option<Folders>,
    stated: Vec<Stated>,
}

impl Steps {
    /// Looks at every commit of a walk; `order` has their places in it.
    pub(super) fn of(ledger: &Ledger, walk: &Walk, order: &Order) -> Result<Self, LedgerError> {
        let mut all = Self::default();
        let prefix = ledger.prefix.as_str();
        let stands = in_parts(ledger, &walk.commits, &mut all.damaged, |trees, commit| {
            let stored = walk.stored.get(commit).and_then(|bytes| StoredCommit::parse(bytes));
            stored.map(|stored| Stand::of(prefix, trees, &stored)).unwrap_or_default()
        })?;
        // A parent that was not walked is beyond the end of a shallow clone, or damaged.
        let parents: Vec<Vec<usize>> = walk
            .commits
            .iter()
            .map(|commit| {
                let parents = walk.parents.get(commit).into_iter().flatten();
                parents.filter_map(|parent| order.get(parent).copied()).collect()
            })
            .collect();
        for (stand, parents) in stands.iter().zip(&parents) {
            let before = || parents.first().and_then(|first| all.folders.get(*first)).copied();
            all.folders.push(stand.folders.unwrap_or_else(|| before().unwrap_or_default()));
        }
        let work: Vec<(Stand, Vec<Folders>)> = stands
            .into_iter()
            .zip(parents)
            .map(|(stand, parents)| {
                let folders = parents.iter().filter_map(|parent| all.folders.get(*parent));
                let mut before: Vec<Folders> = folders.copied().collect();
                if before.is_empty() {
                    before.push([None, None]);
                }
                (stand, before)
            })
            .collect();
        all.steps = in_parts(ledger, &work, &mut all.damaged, |trees, (stand, before)| {
            stand.step(prefix, trees, before)
        })?;
        Ok(all)
    }
}

/// Does the same with each item, side by side. A repository is one thread's own: each part of
/// the items has another.
fn in_parts<Item: Sync, Made: Send>(
    ledger: &Ledger,
    items: &[Item],
    damaged: &mut BTreeSet<Oid>,
    work: impl Fn(&Trees<'_>, &Item) -> Made + Sync,
) -> Result<Vec<Made>, LedgerError> {
    let (place, folders) = (ledger.repository.path(), &ledger.folders);
    let length = items.len().div_ceil(rayon::current_num_threads() * PARTS).max(FEW);
    let parts = items.par_chunks(length).map(|part| {
        let repository = Repository::open(place)?;
        let trees = Trees::sharing(folders, &repository)?;
        let made: Vec<Made> = part.iter().map(|item| work(&trees, item)).collect();
        Ok((made, trees.damaged()))
    });
    let parts = parts.collect::<Result<Vec<_>, LedgerError>>()?;
    let mut all = Vec::with_capacity(items.len());
    for (made, of_part) in parts {
        all.extend(made);
        damaged.extend(of_part);
    }
    Ok(all)
}

impl Stand {
    fn of(prefix: &str, trees: &Trees<'_>, commit: &StoredCommit<'_>) -> Self {
        let root = commit.tree;
        let folder = |name: &str| trees.folder(root, &format!("{prefix}{name}"));
        let folders = folder("clients").and_then(|clients| Ok([clients, folder(FOLDER)?])).ok();
        let message = commit.message();
        let stated = if folders.is_some() { trail::stated(&message) } else { Vec::new() };
        let stated = stated.into_iter();
        let stated = stated.map(|one| Stated { note: one.note(), digest: one.digest }).collect();
        Self { root: Some(root), folders, stated }
    }

    /// What the commit did; nothing is known of one whose folders are damaged.
    fn step(&self, prefix: &str, trees: &Trees<'_>, before: &[Folders]) -> Step {
        let mut step = Step::default();
        let Some([clients, anchors]) = self.folders else { return step };
        for [old, old_anchors] in before {
            let mut records = Vec::new();
            trees.compare("clients", [*old, clients], &is_protected, &mut records);
            for removed in records.iter().filter(|difference| difference.new.is_none()) {
                let (client, _) = split(&removed.path);
                let folder = clients.map(|clients| trees.folder(clients, client));
                if matches!(folder, None | Some(Ok(None))) {
                    step.gone.insert(client.to_owned());
                }
            }
            step.records.push(records);
            trees.compare(FOLDER, [*old_anchors, anchors], &is_anchor, &mut step.anchors);
        }
        step.stated = self
            .stated
            .iter()
            .map(|entry| {
                // What a commit states it mostly brings; else it is looked for.
                let brought = step.records.iter().flatten().find(|one| one.path == entry.note);
                let path = || format!("{prefix}{}", entry.note);
                let blob = brought.map_or_else(|| trees.file(self.root?, &path()), |one| one.new);
                (entry.clone(), blob)
            })
            .collect();
        step
    }
}
