//! The folder `anchors/`: its files, and the certificates that the user trusts.

use std::path::Path;

use super::files::{self, FileError};
use super::{Vault, VaultFile, listing};
use crate::anchor::{FOLDER, LARGEST, LARGEST_LIST, LIST, ROOTS, RevocationList, Roots, Shelf};
use crate::finding::Span;
use crate::note::{Fault, PlacedFault, place_at_start};
use crate::phrase::Phrase;

/// The endings of certificates.
const CERTIFICATES: [&str; 4] = [".pem", ".der", ".crt", ".cer"];

impl Vault {
    /// The files of `anchors/` as they lie on disk, by path below the vault, sorted.
    ///
    /// # Errors
    /// Where a file is there and cannot be read.
    pub fn anchor_files(&self) -> Result<Vec<(String, Vec<u8>)>, FileError> {
        anchor_files(self.root())
    }

    /// The same, sorted by what they are; `trusted` is the folder of certificates where it is
    /// not `anchors/roots/`.
    ///
    /// # Errors
    /// Those of [`Vault::anchor_files`].
    pub fn shelf(&self, trusted: Option<&Path>) -> Result<Shelf, FileError> {
        let files = self.anchor_files()?;
        let roots = match trusted {
            Some(folder) => roots(folder)?,
            None => roots(&self.root().join(ROOTS))?,
        };
        let files = files.iter().map(|(path, bytes)| (path.as_str(), bytes.as_slice()));
        Ok(Shelf::sort(files, &roots))
    }

    /// The fault of a list of revoked certificates; `None` for a sound one and for any other
    /// file.
    pub fn check_revocation_list(&self, file: &VaultFile) -> Option<PlacedFault> {
        let name = file.path.strip_prefix(ROOTS)?.strip_prefix('/')?;
        if name.contains('/') || !name.ends_with(LIST) {
            return None;
        }
        // What cannot be opened is told where all files are.
        let bytes = files::read_some(&file.full(self.root()), LARGEST_LIST + 1).ok()??;
        let fault = RevocationList::parse(&bytes).err()?;
        let fault = Fault::new("faulty-revocation-list", Span::default())
            .saying(Phrase::new("faulty-revocation-list").with("why", fault.phrase(name)))
            .hinting(Phrase::new("faulty-revocation-list-hint"));
        Some(place_at_start(&file.path, fault))
    }
}

/// The files of a vault's `anchors/`, by path below the vault, sorted; links are not followed.
///
/// # Errors
/// Where a file is there and cannot be read.
pub fn anchor_files(root: &Path) -> Result<Vec<(String, Vec<u8>)>, FileError> {
    let folder = root.join(FOLDER);
    let mut found = Vec::new();
    if files::link_on_the_way(root, &folder).is_some() {
        return Ok(found);
    }
    for name in listing::plain_files(&folder)? {
        if let Some(bytes) = files::read_some(&folder.join(&name), LARGEST + 1)? {
            found.push((format!("{FOLDER}/{name}"), bytes));
        }
    }
    found.sort();
    Ok(found)
}

/// The certificates in a folder and the lists of those that were revoked, each with its file's
/// name.
///
/// # Errors
/// Where a file is there and cannot be read.
pub fn roots(folder: &Path) -> Result<Roots, FileError> {
    let mut roots = Roots::default();
    let names = listing::plain_files(folder)?;
    for name in names.iter().filter(|name| CERTIFICATES.iter().any(|end| name.ends_with(end))) {
        if let Some(bytes) = files::read_some(&folder.join(name), LARGEST)? {
            roots.add(name, &bytes);
        }
    }
    for name in names.iter().filter(|name| name.ends_with(LIST)) {
        if let Some(bytes) = files::read_some(&folder.join(name), LARGEST_LIST + 1)? {
            roots.lists.add(name, &bytes);
        }
    }
    Ok(roots)
}
