//! Trees and commits: objects that nothing names yet.
//!
//! Owns: building them from HEAD's tree and getting them onto the disk. Must not: move a
//! reference or touch the index.

use std::collections::BTreeSet;
use std::fs::File;
use std::io;
use std::path::{Path, PathBuf};

use git2::build::TreeUpdateBuilder;
use git2::{FileMode, ObjectType, Oid, Repository, Tree};

use super::Ledger;
use super::error::LedgerError;
use super::journal::Refresh;
use super::record::Record;
use super::sign::Signer;
use crate::vault::at_once;
use crate::vault::files::{self, FileError};

/// The tree of a commit; `None` on a branch without commits.
pub(super) fn tree_of(
    repository: &Repository,
    commit: Option<Oid>,
) -> Result<Option<Tree<'_>>, LedgerError> {
    Ok(match commit {
        Some(commit) => Some(repository.find_commit(commit)?.tree()?),
        None => None,
    })
}

/// The blob that a tree has under a path, with its mode.
pub(super) fn blob_at(tree: &Tree<'_>, path: &str) -> Option<(Oid, u32)> {
    let entry = tree.get_path(Path::new(path)).ok()?;
    let mode = u32::try_from(entry.filemode()).ok()?;
    (entry.kind() == Some(ObjectType::Blob)).then(|| (entry.id(), mode))
}

/// That git's objects could not be written. libgit2 does not say why: what it says then is an
/// older error, about something else.
pub(super) fn not_stored(ledger: &Ledger) -> LedgerError {
    let objects = ledger.repository.commondir().join("objects");
    FileError::new("write", objects, io::Error::other("git could not store an object")).into()
}

/// A commit of these entries upon a parent; nothing shows it yet.
pub(super) fn commit(
    ledger: &Ledger,
    record: &Record,
    signer: Option<&Signer>,
    entries: &[Refresh],
    parent: Option<Oid>,
) -> Result<Oid, LedgerError> {
    let repository = &ledger.repository;
    let tree = updated_tree(repository, entries, parent)?;
    let parent = parent.map(|parent| repository.find_commit(parent)).transpose()?;
    let author = record.identity.author.sign_at(record.at, record.offset)?;
    let committer = record.identity.committer.sign_at(record.at, record.offset)?;
    let parents: Vec<_> = parent.iter().collect();
    let content = repository.commit_create_buffer(
        &author,
        &committer,
        &record.message.render(),
        &tree,
        &parents,
    )?;
    let commit = match signer {
        Some(signer) => {
            let signature = signer.sign(&content)?;
            repository.commit_signed(&String::from_utf8_lossy(&content), &signature, None)?
        }
        None => {
            repository.odb()?.write(ObjectType::Commit, &content).map_err(|_| not_stored(ledger))?
        }
    };
    flush(ledger, entries, &tree, commit)?;
    Ok(commit)
}

fn updated_tree<'repository>(
    repository: &'repository Repository,
    entries: &[Refresh],
    parent: Option<Oid>,
) -> Result<Tree<'repository>, LedgerError> {
    let base = match tree_of(repository, parent)? {
        Some(tree) => tree,
        None => repository.find_tree(repository.treebuilder(None)?.write()?)?,
    };
    let mut builder = TreeUpdateBuilder::new();
    for entry in entries {
        match entry.blob()? {
            Some((oid, mode)) => {
                let program = mode == u32::from(FileMode::BlobExecutable);
                let mode = if program { FileMode::BlobExecutable } else { FileMode::Blob };
                builder.upsert(entry.path.as_str(), oid, mode);
            }
            // A file that was only ever staged is in no tree.
            None if base.get_path(Path::new(&entry.path)).is_err() => {}
            None => {
                builder.remove(entry.path.as_str());
            }
        }
    }
    let updated = builder.create_updated(repository, &base)?;
    Ok(repository.find_tree(updated)?)
}

/// Waits until the new objects are on the disk, before anything names them.
fn flush(
    ledger: &Ledger,
    entries: &[Refresh],
    tree: &Tree<'_>,
    commit: Oid,
) -> Result<(), LedgerError> {
    let mut objects = vec![commit, tree.id()];
    for entry in entries {
        objects.extend(entry.blob()?.map(|(oid, _)| oid));
        for (end, _) in entry.path.match_indices('/') {
            objects.extend(tree.get_path(Path::new(&entry.path[..end])).ok().map(|e| e.id()));
        }
    }
    objects.sort_unstable();
    objects.dedup();
    let folder = ledger.repository.commondir().join("objects");
    let place = |object: Oid| {
        let name = object.to_string();
        let (start, rest) = name.split_at(2);
        folder.join(start).join(rest)
    };
    // One that is not there is in a pack, and older than we are.
    let files: Vec<PathBuf> = objects.into_iter().map(place).filter(|path| path.exists()).collect();
    let above = files.iter().filter_map(|path| path.parent()).chain([&*folder]);
    let folders: Vec<&Path> = above.collect::<BTreeSet<_>>().into_iter().collect();
    let sync_file = |path: &PathBuf| {
        let synced = File::open(path).and_then(|file| file.sync_all());
        synced.map_err(|source| FileError::new("flush", path, source))
    };
    at_once(&files, sync_file).map_err(|(error, _)| error)?;
    at_once(&folders, |folder| files::sync_folder(folder)).map_err(|(error, _)| error.into())
}
