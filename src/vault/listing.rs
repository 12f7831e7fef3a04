//! What lies in a folder.
//!
//! Owns: names and what they stand for. Must not: follow links, or open anything.

use std::fs;
use std::path::Path;

use super::files::{FileError, is_absent};

/// A name in a folder.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Entry {
    /// The name.
    pub name: String,
    /// What it names.
    pub kind: EntryKind,
}

/// What a name in a folder stands for; links are not followed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum EntryKind {
    /// A plain file.
    File,
    /// A folder.
    Folder,
    /// A link, a pipe, a device: reading it could lead out of the vault, or never end.
    Other,
}

/// The names in a folder, sorted. A folder that is not there is empty, and names that are not
/// UTF-8 are left out.
///
/// # Errors
/// When the system refuses.
pub fn list(folder: &Path) -> Result<Vec<Entry>, FileError> {
    let failed = |source| FileError::new("list", folder, source);
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if is_absent(&error) => return Ok(Vec::new()),
        Err(error) => return Err(failed(error)),
    };
    let mut names = Vec::new();
    for entry in entries {
        let entry = entry.map_err(failed)?;
        let file_type = entry.file_type().map_err(failed)?;
        let kind = match (file_type.is_file(), file_type.is_dir()) {
            (true, _) => EntryKind::File,
            (_, true) => EntryKind::Folder,
            _ => EntryKind::Other,
        };
        names.extend(entry.file_name().into_string().ok().map(|name| Entry { name, kind }));
    }
    names.sort_unstable();
    Ok(names)
}

/// The names of the plain files in a folder, sorted; hidden ones are left out.
///
/// # Errors
/// As [`list`].
pub fn plain_files(folder: &Path) -> Result<Vec<String>, FileError> {
    let files = list(folder)?.into_iter().filter(|entry| entry.kind == EntryKind::File);
    Ok(files.map(|entry| entry.name).filter(|name| !name.starts_with('.')).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_sorted_with_what_they_stand_for() {
        let folder = tempfile::tempdir().unwrap();
        fs::write(folder.path().join("note.md"), "x").unwrap();
        fs::write(folder.path().join(".hidden"), "x").unwrap();
        fs::create_dir(folder.path().join("a")).unwrap();
        let kinds: Vec<_> = list(folder.path()).unwrap().into_iter().map(|one| one.kind).collect();
        assert_eq!(kinds, [EntryKind::File, EntryKind::Folder, EntryKind::File]);
        assert_eq!(plain_files(folder.path()).unwrap(), ["note.md"]);
        assert!(list(&folder.path().join("nowhere")).unwrap().is_empty());
    }
}
