//! Which files there are: sorted, without following links, nothing passed over in silence.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use walkdir::{DirEntry, WalkDir};

use super::{Vault, VaultError};
use crate::finding::Span;
use crate::model::{ClientId, Digest, composed};
use crate::note::{Fault, PlacedFault, place_at_start};
use crate::phrase::Phrase;

/// A file of the vault.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct VaultFile {
    /// Its path below the vault, `/`-separated.
    pub path: String,
    /// Where it is, if the path above cannot say: a name that is not UTF-8.
    odd: Option<PathBuf>,
}

impl VaultFile {
    /// A file that its path names.
    pub(super) const fn plain(path: String) -> Self {
        Self { path, odd: None }
    }

    /// Where the file is, in the vault at `root`.
    pub fn full(&self, root: &Path) -> PathBuf {
        self.odd.clone().unwrap_or_else(|| root.join(&self.path))
    }

    /// The file's name without its folder.
    pub fn name(&self) -> &str {
        self.path.rsplit('/').next().unwrap_or(&self.path)
    }

    /// Whether it is a note.
    pub fn is_note(&self) -> bool {
        self.path.ends_with(".md")
    }
}

/// The files of one client, sorted by path.
#[derive(Clone, Debug)]
pub struct ClientFiles {
    /// The client.
    pub id: ClientId,
    /// Notes, whatever they hold.
    pub notes: Vec<VaultFile>,
    /// Every other file: tables, evidence.
    pub others: Vec<VaultFile>,
    /// Names that cannot be linked to, links that are not followed, folders that cannot be read.
    pub faults: Vec<PlacedFault>,
}

impl Vault {
    /// The clients, sorted.
    ///
    /// # Errors
    /// Where `clients/` is there and cannot be read.
    pub fn client_ids(&self) -> Result<Vec<ClientId>, VaultError> {
        if let Some(past) = self.past() {
            return Ok(past.client_ids());
        }
        let folder = self.root().join("clients");
        let mut ids = Vec::new();
        if !is_folder(&folder) {
            return Ok(ids);
        }
        let failed = |source| VaultError::Read { path: folder.clone(), source };
        for entry in std::fs::read_dir(&folder).map_err(failed)? {
            let entry = entry.map_err(failed)?;
            let name = entry.file_name().to_string_lossy().into_owned();
            if !name.starts_with('.') && entry.file_type().map_err(failed)?.is_dir() {
                ids.push(ClientId::new(name));
            }
        }
        ids.sort();
        Ok(ids)
    }

    /// The files of a client.
    pub fn client_files(&self, id: &ClientId) -> ClientFiles {
        let (files, faults) = match self.past() {
            Some(past) => past.below(&format!("clients/{id}/")),
            None => {
                let folder = self.root().join("clients").join(id.as_str());
                walk(self.root(), WalkDir::new(&folder), |_| true)
            }
        };
        let (notes, others) = files.into_iter().partition(VaultFile::is_note);
        ClientFiles { id: id.clone(), notes, others, faults }
    }

    /// The files outside the clients' folders, the settings apart, sorted by path; of a vault as
    /// it was, those below `flags/` alone.
    pub fn other_files(&self) -> (Vec<VaultFile>, Vec<PlacedFault>) {
        if let Some(past) = self.past() {
            return past.below("flags/");
        }
        let root = self.root();
        let clients = root.join("clients");
        let apart = |entry: &DirEntry| entry.file_type().is_dir() && entry.path() == clients;
        let (mut files, mut faults) = walk(root, WalkDir::new(root), |entry| !apart(entry));
        if is_folder(&clients) {
            // One level deep: the folders of clients are named, and not opened.
            let (lost, of_names) = walk(root, WalkDir::new(&clients).max_depth(1), |_| true);
            files.extend(lost);
            faults.extend(of_names);
        }
        files.retain(|file| file.path != super::SETTINGS_FILE);
        files.sort();
        (files, faults)
    }

    /// The digest of every file below a folder `evidence/` and of those that `named` holds in
    /// composed form, by path; notes apart. A file that cannot be read becomes a fault.
    pub fn evidence_digests(
        &self,
        files: &ClientFiles,
        named: &BTreeSet<String>,
    ) -> (BTreeMap<String, Digest>, Vec<PlacedFault>) {
        let (mut digests, mut faults) = (BTreeMap::new(), Vec::new());
        let is_evidence = |file: &&VaultFile| {
            file.path.contains("/evidence/") || named.contains(composed(&file.path).as_ref())
        };
        for file in files.others.iter().filter(is_evidence) {
            match std::fs::read(file.full(self.root())) {
                Ok(bytes) => {
                    digests.insert(file.path.clone(), Digest::of(&bytes));
                }
                Err(error) => faults.push(unreadable(&file.path, &error.to_string())),
            }
        }
        (digests, faults)
    }
}

/// Whether there is a folder here, not a link to one.
fn is_folder(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.is_dir())
}

pub(super) fn unreadable(path: &str, reason: &str) -> PlacedFault {
    place_at_start(
        path,
        Fault::new("unreadable", Span::default())
            .saying(Phrase::new("unreadable").with("reason", reason))
            .hinting(Phrase::new("unreadable-hint")),
    )
}

/// A link that is not followed.
pub(super) fn link(path: &str) -> PlacedFault {
    place_at_start(
        path,
        Fault::new("symbolic-link", Span::default()).hinting(Phrase::new("symbolic-link-hint")),
    )
}

fn walk(
    root: &Path,
    folder: WalkDir,
    enter: impl Fn(&DirEntry) -> bool,
) -> (Vec<VaultFile>, Vec<PlacedFault>) {
    let (mut files, mut faults) = (Vec::new(), Vec::new());
    let entries = folder
        .follow_links(false)
        .into_iter()
        .filter_entry(|entry| entry.depth() == 0 || (!is_hidden(entry) && enter(entry)));
    for entry in entries {
        match entry {
            Ok(entry) => take(root, &entry, &mut files, &mut faults),
            Err(error) => {
                let path = error.path().map_or_else(String::new, |path| below(root, path));
                let reason =
                    error.io_error().map_or_else(|| error.to_string(), ToString::to_string);
                faults.push(unreadable(&path, &reason));
            }
        }
    }
    files.sort();
    (files, faults)
}

fn is_hidden(entry: &DirEntry) -> bool {
    entry.file_name().as_encoded_bytes().starts_with(b".")
}

fn take(root: &Path, entry: &DirEntry, files: &mut Vec<VaultFile>, faults: &mut Vec<PlacedFault>) {
    let path = below(root, entry.path());
    let kind = entry.file_type();
    if entry.depth() > 0
        && let Some(name) = entry.file_name().to_str()
        && let Some(bad) = name.chars().find(|char| is_unlinkable(*char))
    {
        faults.push(place_at_start(
            &path,
            Fault::new("unlinkable-name", Span::default())
                .saying(
                    Phrase::new("unlinkable-name").with("char", bad.escape_default().to_string()),
                )
                .hinting(Phrase::new("unlinkable-name-hint")),
        ));
    }
    if kind.is_symlink() {
        faults.push(link(&path));
    } else if kind.is_dir() {
        if entry.depth() > 0 && path.ends_with(".md") {
            faults.push(place_at_start(
                &path,
                Fault::new("note-is-folder", Span::default())
                    .hinting(Phrase::new("note-is-folder-hint")),
            ));
        }
    } else if kind.is_file() {
        let odd = entry.path().to_str().is_none().then(|| entry.path().to_path_buf());
        if odd.is_some() {
            faults.push(place_at_start(
                &path,
                Fault::new("unlinkable-name", Span::default())
                    .saying(Phrase::new("unlinkable-name-bytes"))
                    .hinting(Phrase::new("unlinkable-name-hint")),
            ));
        }
        files.push(VaultFile { path, odd });
    } else {
        faults.push(place_at_start(
            &path,
            Fault::new("unreadable", Span::default())
                .saying(Phrase::new("unreadable-special"))
                .hinting(Phrase::new("unreadable-special-hint")),
        ));
    }
}

/// Characters that links to a note cannot hold, and control characters.
fn is_unlinkable(char: char) -> bool {
    matches!(char, ':' | '#' | '|' | '^' | '[' | ']' | '%' | '\\') || char.is_control()
}

/// The path below the vault, `/`-separated.
fn below(root: &Path, path: &Path) -> String {
    if std::path::MAIN_SEPARATOR == '/'
        && let (Some(root), Some(path)) = (root.to_str(), path.to_str())
        && let Some(below) = path.strip_prefix(root).and_then(|below| below.strip_prefix('/'))
    {
        return below.to_owned();
    }
    let below = path.strip_prefix(root).unwrap_or(path);
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    parts.join("/")
}
