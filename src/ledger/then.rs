//! The vault as a commit has it, taken from git's objects.
//!
//! Owns: which files are read and which only named, and when a file became what it is today.
//! Must not: touch the work tree or the index, follow a link, or know what a note says.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use git2::{FileMode, ObjectType, Odb, Oid, Repository, Tree, TreeEntry};
use jiff::Timestamp;

use super::Ledger;
use super::chronicle::{Chronicle, Elsewhere, Stop};
use super::error::LedgerError;
use super::folders::{DEEPEST, folder_at};
use super::places::Places;
use super::trees::Trees;
use crate::model::ClientId;
use crate::vault::{LARGEST, PastFile, PastFiles, SETTINGS_FILE};

/// More files than any vault has: a tree that names the same folder over and over is not
/// followed to its end.
pub(super) const MOST_FILES: usize = 200_000;

/// The vault as it was at one commit.
#[derive(Debug)]
pub struct VaultThen {
    /// The red flags and the settings.
    pub common: PastFiles,
    /// The files of the clients that were asked for, under the names they have today.
    pub clients: BTreeMap<ClientId, PastFiles>,
    /// Clients that were on file then, and whose folder no client has today.
    pub gone: Vec<ClientId>,
    tip: usize,
    places: Places,
}

/// When a file changed, by the commits after one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Later {
    /// The first commit in which it is another, or is there, or is gone.
    pub first: Stop,
    /// The last one that changed it.
    pub last: Stop,
}

impl Ledger {
    /// The vault as it was at the commit of this number; `None` where it was not there.
    ///
    /// `clients` are read, those among them too that have no folder today; `on_disk` is every
    /// client that has one. Objects of git are read, nothing else.
    ///
    /// # Errors
    /// When a commit or a folder cannot be read, or is larger than any vault. A file that cannot
    /// be read is no error: it is told as such.
    pub fn vault_then(
        &self,
        chronicle: &Chronicle,
        tip: usize,
        clients: &[ClientId],
        on_disk: &BTreeSet<ClientId>,
    ) -> Result<Option<VaultThen>, LedgerError> {
        let Some(stop) = chronicle.stop(tip) else { return Ok(None) };
        // Every client on disk is followed: a folder of then is somebody's of today.
        let mut followed: Vec<ClientId> = on_disk.iter().chain(clients).cloned().collect();
        followed.sort();
        followed.dedup();
        let mut places = self.places(chronicle, tip, &followed, on_disk)?;
        let Some(prefix) = places.prefix.clone() else { return Ok(None) };
        let tree = self.repository.find_commit(stop.commit)?.tree()?;
        let gone = gone(&self.repository, &tree, &prefix, &mut places, on_disk)?;
        let odb = self.repository.odb()?;
        let mut reading = Reading {
            repository: &self.repository,
            odb,
            files: PastFiles::default(),
            left: MOST_FILES,
        };
        if let Ok(entry) = tree.get_path(std::path::Path::new(&format!("{prefix}{SETTINGS_FILE}")))
        {
            reading.take(&entry, SETTINGS_FILE.to_owned());
        }
        if let Some(flags) = folder_at(&self.repository, &tree, &format!("{prefix}flags"))? {
            reading.folder(&flags, "flags/", 0)?;
        }
        let common = std::mem::take(&mut reading.files);
        let mut of_clients = BTreeMap::new();
        for id in clients {
            let Some(name) = places.names.get(id) else { continue };
            let path = format!("{prefix}clients/{name}");
            if let Some(folder) = folder_at(&self.repository, &tree, &path)? {
                reading.folder(&folder, &format!("clients/{id}/"), 0)?;
            }
            of_clients.insert(id.clone(), std::mem::take(&mut reading.files));
        }
        Ok(Some(VaultThen { common, clients: of_clients, gone, tip, places }))
    }

    /// When these files of a client changed after the commit, by their path below the vault;
    /// those that no commit changed are left out.
    ///
    /// # Errors
    /// When an object cannot be read.
    pub fn later(
        &self,
        chronicle: &Chronicle,
        then: &VaultThen,
        client: &ClientId,
        paths: &BTreeSet<String>,
    ) -> Result<BTreeMap<String, Later>, LedgerError> {
        let mut found: BTreeMap<String, Later> = BTreeMap::new();
        let Some(folders) = then.places.folders.get(client).filter(|_| !paths.is_empty()) else {
            return Ok(found);
        };
        let trees = Trees::of(self)?;
        let root = format!("clients/{client}");
        for pair in folders.windows(2) {
            let [(_, old), (number, new)] = pair else { continue };
            let Some(stop) = chronicle.stop(*number).filter(|_| *number > then.tip) else {
                continue;
            };
            let mut changed = Vec::new();
            trees.compare(&root, [*old, *new], &|path: &str| paths.contains(path), &mut changed);
            for difference in changed {
                found
                    .entry(difference.path)
                    .and_modify(|later| later.last = stop.clone())
                    .or_insert_with(|| Later { first: stop.clone(), last: stop.clone() });
            }
        }
        Ok(found)
    }

    /// The first commit after this one with anything in a client's folder.
    pub fn first_of<'c>(
        &self,
        chronicle: &'c Chronicle,
        then: &VaultThen,
        client: &ClientId,
    ) -> Option<&'c Stop> {
        let folders = then.places.folders.get(client)?;
        folders.iter().find(|(_, folder)| folder.is_some()).and_then(|(at, _)| chronicle.stop(*at))
    }

    /// Whether a file of a client is, at the commit, what it was when another file came.
    ///
    /// # Errors
    /// When an object cannot be read.
    pub fn unchanged_since(
        &self,
        chronicle: &Chronicle,
        then: &VaultThen,
        client: &ClientId,
        [file, came]: [&str; 2],
    ) -> Result<bool, LedgerError> {
        let (Some(prefix), Some(name)) = (&then.places.prefix, then.places.names.get(client))
        else {
            return Ok(false);
        };
        let below = |path: &str| {
            let path = path.strip_prefix(&format!("clients/{client}/")).unwrap_or(path);
            format!("{prefix}clients/{name}/{path}")
        };
        let (file, came) = (below(file), below(came));
        let tree = |number: usize| -> Result<Option<Tree<'_>>, LedgerError> {
            let stop = chronicle.stop(number);
            let commit = stop.map(|stop| self.repository.find_commit(stop.commit)).transpose()?;
            Ok(commit.map(|commit| commit.tree()).transpose()?)
        };
        let has = |tree: &Tree<'_>, path: &str| super::write::blob_at(tree, path);
        // A decision never goes away again, so the first commit with it is found by halving.
        let (mut without, mut with) = (0, then.tip);
        while without < with {
            let middle = usize::midpoint(without, with);
            if tree(middle)?.is_some_and(|tree| has(&tree, &came).is_some()) {
                with = middle;
            } else {
                without = middle + 1;
            }
        }
        let (first, last) = (tree(with)?, tree(then.tip)?);
        let blob = |tree: Option<Tree<'_>>| tree.and_then(|tree| has(&tree, &file));
        Ok(blob(first) == blob(last))
    }

    /// How many commits of that time changed something of a client on another line of work,
    /// which was merged later.
    ///
    /// # Errors
    /// When an object cannot be read.
    pub fn merged_later(
        &self,
        elsewhere: &Elsewhere,
        then: &VaultThen,
        client: &ClientId,
        moment: Timestamp,
    ) -> Result<usize, LedgerError> {
        let (Some(prefix), Some(name)) = (&then.places.prefix, then.places.names.get(client))
        else {
            return Ok(0);
        };
        let path = format!("{prefix}clients/{name}");
        let mut count = 0;
        for (commit, parent) in elsewhere.commits(moment) {
            let folder = |commit: Oid| -> Result<Option<Oid>, LedgerError> {
                let tree = self.repository.find_commit(commit)?.tree()?;
                Ok(folder_at(&self.repository, &tree, &path)?.map(|folder| folder.id()))
            };
            let before = parent.map(folder).transpose()?.flatten();
            count += usize::from(folder(commit)? != before);
        }
        Ok(count)
    }
}

/// The folders of then that are nobody's of today; they keep their names.
fn gone(
    repository: &Repository,
    tree: &Tree<'_>,
    prefix: &str,
    places: &mut Places,
    on_disk: &BTreeSet<ClientId>,
) -> Result<Vec<ClientId>, LedgerError> {
    let clients = folder_at(repository, tree, &format!("{prefix}clients"))?;
    let theirs: BTreeSet<&str> = places
        .names
        .iter()
        .filter(|(id, _)| on_disk.contains(*id))
        .map(|(_, name)| name.as_str())
        .collect();
    let mut gone = Vec::new();
    for entry in clients.iter().flat_map(Tree::iter) {
        let Ok(name) = entry.name() else { continue };
        let is_client = entry.kind() == Some(ObjectType::Tree) && !name.starts_with('.');
        if is_client && !theirs.contains(name) && !on_disk.contains(name) {
            gone.push(ClientId::new(name));
        }
    }
    Ok(gone)
}

/// Files being read.
struct Reading<'r> {
    repository: &'r Repository,
    odb: Odb<'r>,
    files: PastFiles,
    left: usize,
}

impl Reading<'_> {
    fn folder(&mut self, folder: &Tree<'_>, path: &str, depth: usize) -> Result<(), LedgerError> {
        if depth > DEEPEST {
            return Err(LedgerError::TooLargeThen);
        }
        for entry in folder {
            let name = String::from_utf8_lossy(entry.name_bytes()).into_owned();
            if name.starts_with('.') {
                continue;
            }
            self.left = self.left.checked_sub(1).ok_or(LedgerError::TooLargeThen)?;
            let path = format!("{path}{name}");
            match entry.kind() {
                Some(ObjectType::Tree) => {
                    let below = self.repository.find_tree(entry.id())?;
                    self.folder(&below, &format!("{path}/"), depth + 1)?;
                }
                _ => self.take(&entry, path),
            }
        }
        Ok(())
    }

    fn take(&mut self, entry: &TreeEntry<'_>, path: String) {
        let is_text = path.ends_with(".md") || path.ends_with(".csv") || path == SETTINGS_FILE;
        let file = match entry.kind() {
            Some(ObjectType::Blob) if entry.filemode() == i32::from(FileMode::Link) => {
                PastFile::Link
            }
            Some(ObjectType::Blob) if !is_text => PastFile::Other,
            Some(ObjectType::Blob) => self.text(entry.id()),
            _ => PastFile::Special,
        };
        self.files.add(path, file);
    }

    fn text(&self, blob: Oid) -> PastFile {
        let read = self.odb.read_header(blob).and_then(|(size, _)| {
            let too_large = u64::try_from(size).map_or(true, |size| size > LARGEST);
            Ok(if too_large { None } else { Some(self.odb.read(blob)?) })
        });
        match read {
            Ok(Some(object)) => PastFile::Text(Arc::from(object.data())),
            Ok(None) => PastFile::TooLarge,
            Err(error) => PastFile::Unreadable(error.message().to_owned()),
        }
    }
}
