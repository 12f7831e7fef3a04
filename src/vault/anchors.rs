//! The folder `anchors/`: its files, and the certificates that the user trusts.

use std::path::Path;

use super::Vault;
use super::files::{self, FileError};
use super::listing;
use crate::anchor::{FOLDER, LARGEST, ROOTS, Roots, Shelf};

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

/// The certificates in a folder, each with its file's name.
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
    Ok(roots)
}
