//! Folders of a tree, searched for what makes them the same as another.
//!
//! Owns: limits on how many are looked at and how deep. Must not: decide which is which.

use std::cell::RefCell;
use std::collections::{HashMap, HashSet};
use std::path::Path;

use git2::{ObjectType, Oid, Repository, Tree, TreeEntry};

use super::Ledger;
use super::error::LedgerError;
use crate::vault::SETTINGS_FILE;
use crate::vault::files;
use crate::vault::listing::{self, Entry, EntryKind};

/// More folders are not searched for a vault that lay elsewhere.
const MOST_FOLDERS: usize = 50_000;
/// Folders are not followed deeper: no person's vault is.
pub(super) const DEEPEST: usize = 64;

/// A folder in a tree.
pub(super) fn entry(tree: &Tree<'_>, name: &str) -> Option<Oid> {
    let entry = tree.get_name(name)?;
    (entry.kind() == Some(ObjectType::Tree)).then(|| entry.id())
}

/// What a commit has, asked for many paths: a folder is read once, however many names it has.
pub(super) struct Committed<'r> {
    repository: &'r Repository,
    root: Option<Tree<'r>>,
    folders: RefCell<HashMap<String, Option<Tree<'r>>>>,
}

impl<'r> Committed<'r> {
    /// What a tree has; nothing on a branch without commits.
    pub(super) fn new(repository: &'r Repository, root: Option<Tree<'r>>) -> Self {
        Self { repository, root, folders: RefCell::default() }
    }

    /// What a path names.
    pub(super) fn entry(&self, path: &str) -> Option<TreeEntry<'static>> {
        let root = self.root.as_ref()?;
        let Some((folder, name)) = path.rsplit_once('/') else {
            return Some(root.get_name(path)?.to_owned());
        };
        let mut folders = self.folders.borrow_mut();
        let tree = folders
            .entry(folder.to_owned())
            .or_insert_with(|| folder_at(self.repository, root, folder).ok().flatten());
        Some(tree.as_ref()?.get_name(name)?.to_owned())
    }

    /// The blob that a path names, with its mode.
    pub(super) fn blob(&self, path: &str) -> Option<(Oid, u32)> {
        let entry = self.entry(path).filter(|entry| entry.kind() == Some(ObjectType::Blob))?;
        Some((entry.id(), u32::try_from(entry.filemode()).ok()?))
    }
}

/// A blob in a tree.
pub(super) fn blob(tree: &Tree<'_>, path: &str) -> Option<Oid> {
    super::write::blob_at(tree, path).map(|(blob, _)| blob)
}

/// A folder at a path of a tree.
pub(super) fn folder_at<'r>(
    repository: &'r Repository,
    tree: &Tree<'_>,
    path: &str,
) -> Result<Option<Tree<'r>>, LedgerError> {
    match tree.get_path(Path::new(path)) {
        Ok(entry) if entry.kind() == Some(ObjectType::Tree) => {
            Ok(Some(repository.find_tree(entry.id())?))
        }
        _ => Ok(None),
    }
}

pub(super) fn has_vault(tree: &Tree<'_>, prefix: &str) -> bool {
    let is_there = |name: &str| tree.get_path(Path::new(&format!("{prefix}{name}"))).is_ok();
    is_there(SETTINGS_FILE) || is_there("clients")
}

/// The folders with settings in them, each empty or ending with `/`.
pub(super) fn vaults(
    repository: &Repository,
    tree: &Tree<'_>,
    found: &mut Vec<String>,
) -> Result<(), LedgerError> {
    let mut searched = 0;
    let mut left = vec![(tree.id(), String::new(), 0)];
    while let Some((folder, place, depth)) = left.pop() {
        searched += 1;
        if depth > DEEPEST || searched > MOST_FOLDERS {
            continue;
        }
        let tree = repository.find_tree(folder)?;
        if blob(&tree, SETTINGS_FILE).is_some() {
            // A vault within a vault is none.
            found.push(place);
            continue;
        }
        for entry in &tree {
            if let (Some(ObjectType::Tree), Ok(name)) = (entry.kind(), entry.name()) {
                left.push((entry.id(), format!("{place}{name}/"), depth + 1));
            }
        }
    }
    Ok(())
}

/// Every blob below a folder that is not empty.
pub(super) fn blobs(repository: &Repository, folder: Oid) -> Result<HashSet<Oid>, LedgerError> {
    let mut found = HashSet::new();
    let mut left = vec![(folder, 0)];
    let mut opened = HashSet::new();
    while let Some((folder, depth)) = left.pop() {
        if depth > DEEPEST || !opened.insert(folder) {
            continue;
        }
        for entry in &repository.find_tree(folder)? {
            match entry.kind() {
                Some(ObjectType::Tree) => left.push((entry.id(), depth + 1)),
                Some(ObjectType::Blob) => drop(found.insert(entry.id())),
                _ => {}
            }
        }
    }
    found.remove(&Oid::hash_object(ObjectType::Blob, b"")?);
    Ok(found)
}

/// The same of the notes in a folder on disk.
pub(super) fn blobs_on_disk(ledger: &Ledger, folder: &str) -> Result<HashSet<Oid>, LedgerError> {
    let mut found = HashSet::new();
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        let place = ledger.on_disk(&folder);
        for Entry { name, kind } in listing::list(&place)? {
            if kind == EntryKind::Folder {
                folders.push(format!("{folder}/{name}"));
            } else if kind == EntryKind::File && name.ends_with(".md") {
                let bytes = files::read(&place.join(&name))?.unwrap_or_default();
                found.insert(Oid::hash_object(ObjectType::Blob, &bytes)?);
            }
        }
    }
    Ok(found)
}
