//! What became of each decision and exhibit, over every commit that can be reached.
//!
//! Owns: one walk over the history, and what counts as a change, a removal or a move. Must
//! not: judge; `verify` does.

use std::cmp::Ordering;
use std::collections::{BTreeMap, HashMap, HashSet};

use git2::{Commit, ObjectType, Oid, Sort, Tree, TreeEntry};

use super::Ledger;
use super::error::LedgerError;
use super::paths::{is_anchor, is_protected};
use super::trail::{self, Entry};
use crate::anchor::FOLDER;

/// Decisions and exhibits by their path below the vault.
#[derive(Debug, Default)]
pub(super) struct History {
    /// One for each record, under its last path, with all that it was before it was moved.
    pub(super) files: BTreeMap<String, FileHistory>,
    /// Where files went that are no longer under their path.
    pub(super) moved: BTreeMap<String, String>,
    /// Decisions as commits state them, with the blob that the commit has in that place.
    pub(super) stated: Vec<(Entry, Option<Oid>)>,
    /// Statements, time stamps and what else lies in `anchors/`, by path below the vault.
    pub(super) anchors: BTreeMap<String, FileHistory>,
    /// How many commits were looked at.
    pub(super) commits: usize,
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
type Order = HashMap<Oid, usize>;

/// One difference between a parent and its child.
struct Difference {
    path: String,
    old: Option<Oid>,
    new: Option<Oid>,
}

impl History {
    /// Walks from HEAD, local branches and remote-tracking branches, parents before children.
    pub(super) fn collect(ledger: &Ledger) -> Result<Self, LedgerError> {
        let repository = &ledger.repository;
        let mut walk = repository.revwalk()?;
        walk.set_sorting(Sort::TOPOLOGICAL | Sort::REVERSE)?;
        let head = repository.head().ok().and_then(|head| head.target());
        if let Some(head) = head {
            walk.push(head)?;
        }
        for reference in repository.references()? {
            let reference = reference?;
            let name = reference.name_bytes();
            if name.starts_with(b"refs/heads/") || name.starts_with(b"refs/remotes/") {
                // A remote's HEAD may name a branch that is not there.
                if let Ok(tip) = reference.peel_to_commit() {
                    walk.push(tip.id())?;
                }
            }
        }
        let mut history = Self::default();
        let mut folders = HashMap::new();
        let mut order = Order::new();
        for commit in walk {
            let commit = repository.find_commit(commit?)?;
            order.insert(commit.id(), order.len());
            history.look_at(ledger, &commit, &mut folders)?;
        }
        let [clients, anchors] =
            head.and_then(|head| folders.get(&head).copied()).unwrap_or_default();
        let mut all = Vec::new();
        compare(ledger, "clients", None, clients, &mut all)?;
        for found in all {
            history.files.entry(found.path).or_default().on_head = found.new;
        }
        let mut all = Vec::new();
        compare(ledger, FOLDER, None, anchors, &mut all)?;
        for found in all {
            history.anchors.entry(found.path).or_default().on_head = found.new;
        }
        history.join(&order);
        Ok(history)
    }

    /// Gives each record what it was under the paths it had before, and lets go of those.
    fn join(&mut self, order: &Order) {
        let joined: Vec<_> =
            self.files.keys().map(|path| (path.clone(), self.lineage(path, order))).collect();
        self.moved = self
            .files
            .iter()
            .filter_map(|(path, file)| Some((path.clone(), file.moved_to.clone()?)))
            .collect();
        for (path, (versions, removed)) in joined {
            let Some(file) = self.files.get_mut(&path) else { continue };
            if file.moved_to.is_some() && file.on_head.is_none() {
                self.files.remove(&path);
            } else {
                file.versions = versions;
                file.removed = removed;
            }
        }
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

    fn look_at(
        &mut self,
        ledger: &Ledger,
        commit: &Commit<'_>,
        folders: &mut HashMap<Oid, [Option<Oid>; 2]>,
    ) -> Result<(), LedgerError> {
        self.commits += 1;
        let tree = commit.tree()?;
        let now = ["clients", FOLDER].map(|name| folder_of(ledger, &tree, name));
        folders.insert(commit.id(), now);
        let mut before: Vec<_> = commit
            .parent_ids()
            // A parent that was not walked is beyond the end of a shallow clone.
            .filter_map(|parent| folders.get(&parent).copied())
            .collect();
        if before.is_empty() {
            before.push([None, None]);
        }
        let [clients, anchors] = now;
        for [parent, parent_anchors] in before {
            if parent != clients {
                let mut differences = Vec::new();
                compare(ledger, "clients", parent, clients, &mut differences)?;
                let left = clients.map(|now| ledger.repository.find_tree(now)).transpose()?;
                self.note(commit.id(), &differences, left.as_ref());
            }
            let mut differences = Vec::new();
            compare(ledger, FOLDER, parent_anchors, anchors, &mut differences)?;
            self.note_anchors(commit.id(), differences);
        }
        for entry in trail::entries_of(commit) {
            let path = format!("{}{}", ledger.prefix, entry.note);
            let blob = super::write::blob_at(&tree, &path).map(|(oid, _)| oid);
            self.stated.push((entry, blob));
        }
        Ok(())
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

    /// Notes what a commit did; `left` is its folder of clients.
    fn note(&mut self, commit: Oid, differences: &[Difference], left: Option<&Tree<'_>>) {
        let mut added: HashMap<(Oid, &str), &str> = HashMap::new();
        for difference in differences {
            if let (None, Some(new)) = (difference.old, difference.new) {
                added.insert((new, split(&difference.path).1), &difference.path);
            }
        }
        let is_left = |client: &str| left.is_some_and(|tree| tree.get_name(client).is_some());
        for difference in differences {
            match (difference.old, difference.new) {
                (_, Some(new)) => {
                    let file = self.files.entry(difference.path.clone()).or_default();
                    if file.versions.iter().all(|(known, _)| *known != new) {
                        file.versions.push((new, commit));
                    }
                    // Back where it was: the move was undone.
                    file.moved_to = None;
                }
                (Some(old), None) => {
                    // A file that leaves its client alone, or its place there, is removed.
                    let (client, below) = split(&difference.path);
                    let target = added.get(&(old, below)).copied().filter(|_| !is_left(client));
                    let file = self.files.entry(difference.path.clone()).or_default();
                    match target {
                        Some(target) => {
                            file.moved_to = Some(target.to_owned());
                            let moved = self.files.entry(target.to_owned()).or_default();
                            moved.moved_from = Some(difference.path.clone());
                            moved.sources.insert(difference.path.clone(), commit);
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

/// The client's folder, and the path below it.
pub(super) fn split(path: &str) -> (&str, &str) {
    let path = path.strip_prefix("clients/").unwrap_or(path);
    path.split_once('/').unwrap_or((path, ""))
}

/// A folder of the vault in a tree.
fn folder_of(ledger: &Ledger, tree: &Tree<'_>, name: &str) -> Option<Oid> {
    let path = format!("{}{name}", ledger.prefix);
    let entry = tree.get_path(std::path::Path::new(&path)).ok()?;
    (entry.kind() == Some(ObjectType::Tree)).then(|| entry.id())
}

/// The differences in decisions and exhibits between two folders; equal ones are not opened.
fn compare(
    ledger: &Ledger,
    path: &str,
    old: Option<Oid>,
    new: Option<Oid>,
    found: &mut Vec<Difference>,
) -> Result<(), LedgerError> {
    if old == new {
        return Ok(());
    }
    let open = |oid: Option<Oid>| oid.map(|oid| ledger.repository.find_tree(oid)).transpose();
    let (old, new) = (open(old)?, open(new)?);
    let mut olds = old.iter().flat_map(Tree::iter).peekable();
    let mut news = new.iter().flat_map(Tree::iter).peekable();
    loop {
        let order = match (olds.peek(), news.peek()) {
            (None, None) => return Ok(()),
            (Some(_), None) => Ordering::Less,
            (None, Some(_)) => Ordering::Greater,
            (Some(old), Some(new)) => git_order(old, new),
        };
        let old = if order == Ordering::Greater { None } else { olds.next() };
        let new = if order == Ordering::Less { None } else { news.next() };
        let (old_id, new_id) = (old.as_ref().map(TreeEntry::id), new.as_ref().map(TreeEntry::id));
        let Some(entry) = old.as_ref().or(new.as_ref()).filter(|_| old_id != new_id) else {
            continue;
        };
        let path = format!("{path}/{}", String::from_utf8_lossy(entry.name_bytes()));
        if entry.kind() == Some(ObjectType::Tree) {
            compare(ledger, &path, old_id, new_id, found)?;
        } else if is_protected(&path) || is_anchor(&path) {
            found.push(Difference { path, old: old_id, new: new_id });
        }
    }
}

/// The order of entries in a tree: folders as if their name ended with `/`. A folder and a
/// file of one name are therefore two entries, one removed and one added.
fn git_order(left: &TreeEntry<'_>, right: &TreeEntry<'_>) -> Ordering {
    let end = |entry: &TreeEntry<'_>| {
        if entry.kind() == Some(ObjectType::Tree) { b'/' } else { b'\0' }
    };
    let (l, r) = (left.name_bytes(), right.name_bytes());
    let common = l.len().min(r.len());
    l[..common].cmp(&r[..common]).then_with(|| {
        let next = |name: &[u8], entry| name.get(common).copied().unwrap_or_else(|| end(entry));
        next(l, left).cmp(&next(r, right)).then_with(|| l.len().cmp(&r.len()))
    })
}
