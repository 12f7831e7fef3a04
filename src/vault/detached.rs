//! Exhibits whose bytes are kept apart from the vault: found, and read in parts.
//!
//! Owns: where such a file is looked for, and what is never opened. Must not: copy or change it.

use std::fs::File;
use std::io::{self, Read as _};
use std::path::{Path, PathBuf};

use super::files::FileError;
use super::{Vault, files};
use crate::model::{Digest, Digesting, Exhibit};

/// How many bytes are read at once.
const PART: usize = 1 << 20;

/// A file's digest and length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Fingerprint {
    /// The digest of its bytes.
    pub digest: Digest,
    /// Its length in bytes.
    pub size: u64,
}

impl Vault {
    /// Where the file of a detached exhibit is: beside its note, else where the note says.
    /// `None` where no plain file is there.
    ///
    /// A note may come from somebody else: links, devices and pipes are not opened, and names of
    /// other machines are not asked for.
    pub fn find_detached(&self, exhibit: &Exhibit) -> Option<PathBuf> {
        let beside = self.root().join(exhibit.path());
        let beside = files::link_on_the_way(self.root(), &beside).is_none().then_some(beside);
        let kept = exhibit.kept_at.as_deref().filter(|path| !is_remote(path));
        let kept = kept.map(|path| self.root().join(path));
        beside.into_iter().chain(kept).find(|path| is_plain(path))
    }

    /// How a note names the place of a file: below the vault where it lies there, else in full.
    ///
    /// # Errors
    /// When the file is not there.
    pub fn place_of(&self, file: &Path) -> io::Result<String> {
        let full = file.canonicalize()?;
        let root = self.root().canonicalize()?;
        let parts = full.strip_prefix(&root).map(|below| {
            let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
            parts.join("/")
        });
        let full = full.display().to_string();
        // Windows writes the full name of a local file so that it looks like another machine's.
        let full = full.strip_prefix(r"\\?\").map_or(full.clone(), str::to_owned);
        Ok(parts.unwrap_or(full))
    }
}

/// The digest and the length of a plain file, read in parts; `None` where there is none. Never
/// more is read than its length: what has none may go on for ever.
///
/// # Errors
/// When the system refuses.
pub fn fingerprint(path: &Path) -> Result<Option<Fingerprint>, FileError> {
    let failed = |source| FileError::new("read", path, source);
    if !path.metadata().is_ok_and(|metadata| metadata.is_file()) {
        return Ok(None);
    }
    let file = File::open(path).map_err(failed)?;
    let length = file.metadata().map_err(failed)?.len();
    let mut file = file.take(length);
    let mut digesting = Digesting::default();
    let mut size = 0_u64;
    let mut part = vec![0; PART];
    loop {
        let read = match file.read(&mut part) {
            Ok(0) => return Ok(Some(Fingerprint { digest: digesting.done(), size })),
            Ok(read) => read,
            Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
            Err(error) => return Err(failed(error)),
        };
        digesting.add(part.get(..read).unwrap_or_default());
        size += u64::try_from(read).unwrap_or_default();
    }
}

/// Whether a path names another machine: merely asking for it would tell that machine who asks.
fn is_remote(path: &str) -> bool {
    path.starts_with("\\\\") || path.starts_with("//")
}

fn is_plain(path: &Path) -> bool {
    path.symlink_metadata().is_ok_and(|metadata| metadata.is_file())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_read_in_parts_has_the_digest_of_the_whole() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("large");
        let bytes = vec![7; PART * 2 + 3];
        std::fs::write(&path, &bytes).unwrap();
        let found = fingerprint(&path).unwrap().unwrap();
        assert_eq!((found.digest, found.size), (Digest::of(&bytes), 2_097_155));
        assert_eq!(fingerprint(&folder.path().join("nothing")).unwrap(), None);
    }

    #[test]
    fn names_of_other_machines_are_not_asked_for() {
        assert!(is_remote("\\\\server\\share\\x") && is_remote("//server/x"));
        assert!(!is_remote("/home/x") && !is_remote("C:\\x") && !is_remote("clients/x"));
    }
}
