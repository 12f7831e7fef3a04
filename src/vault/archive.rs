//! A folder of files handed over: as a folder, or as one zip file.
//!
//! Owns: that it is there whole or not at all, that nothing is overwritten, and the bytes of
//! the zip file. The only user of the crate `zip`. Must not: know what the files are.

use std::cmp::Reverse;
use std::collections::BTreeSet;
use std::fs;
use std::io::{self, Cursor, Write as _};
use std::path::{Path, PathBuf};

use rayon::prelude::*;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::files::{self, FileError, TEMPORARY};

/// Writes files below a new folder; they appear all at once, under its name.
///
/// The paths are `/`-separated and plainly below the folder.
///
/// # Errors
/// [`FileError::is_already_there`] where the folder's name is taken, by whatever.
pub fn write_folder(folder: &Path, contents: &[(String, Vec<u8>)]) -> Result<(), FileError> {
    let failed = |source| FileError::new("create", folder, source);
    refuse_taken(folder)?;
    let above = match folder.parent() {
        Some(above) if !above.as_os_str().is_empty() => above,
        _ => Path::new("."),
    };
    fs::create_dir_all(above).map_err(failed)?;
    let prefix = format!("{TEMPORARY}{}-", std::process::id());
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix);
    // As `mkdir` would make it: the process's mask decides.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o777));
    let temporary = builder.tempdir_in(above).map_err(failed)?;
    let place =
        |path: &str| path.split('/').fold(temporary.path().to_path_buf(), |at, part| at.join(part));
    let failed_at = |path: &Path, source| FileError::new("create", path, source);
    let folder_of = |path: &str| path.rsplit_once('/').map(|(above, _)| place(above));
    let folders: BTreeSet<PathBuf> =
        contents.iter().filter_map(|(path, _)| folder_of(path)).collect();
    for folder in &folders {
        fs::create_dir_all(folder).map_err(|source| failed_at(folder, source))?;
    }
    // The largest first: nobody waits for it at the end.
    let mut by_size: Vec<_> = contents.iter().collect();
    by_size.sort_by_key(|(_, bytes)| Reverse(bytes.len()));
    by_size.par_iter().try_for_each(|(path, bytes)| {
        let path = place(path);
        let written = fs::File::create_new(&path).and_then(|mut file| file.write_all(bytes));
        written.map_err(|source| failed_at(&path, source))
    })?;
    // An empty folder would give way to the rename.
    refuse_taken(folder)?;
    fs::rename(temporary.path(), folder).map_err(failed)?;
    files::sync_folder(above)
}

/// Refuses a name that is taken, by whatever: a file, a folder, a link to nowhere.
///
/// # Errors
/// [`FileError::is_already_there`] where it is.
pub fn refuse_taken(path: &Path) -> Result<(), FileError> {
    match path.symlink_metadata() {
        Ok(_) => Err(FileError::new("create", path, io::ErrorKind::AlreadyExists.into())),
        Err(error) if files::is_absent(&error) => Ok(()),
        Err(error) => Err(FileError::new("create", path, error)),
    }
}

/// The files as a zip file with one folder at its top.
///
/// Entries are stored, not compressed, in the order given and with the earliest date a zip file
/// knows: the same files are the same bytes, on every machine and with every version of a
/// compressor.
///
/// # Errors
/// Where the files are more than a zip file can hold.
pub fn zipped(top: &str, contents: &[(String, Vec<u8>)]) -> io::Result<Vec<u8>> {
    let size: usize = contents.iter().map(|(path, bytes)| path.len() + bytes.len() + 256).sum();
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(size)));
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Stored)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    for (path, bytes) in contents {
        let large = u32::try_from(bytes.len()).is_err();
        zip.start_file(format!("{top}/{path}"), options.large_file(large))?;
        zip.write_all(bytes)?;
    }
    Ok(zip.finish()?.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_same_files_are_the_same_zip() {
        let files = [("a.txt".to_owned(), b"a".to_vec()), ("d/b.txt".to_owned(), b"b".to_vec())];
        let zip = zipped("top", &files).unwrap();
        assert_eq!(zip, zipped("top", &files).unwrap());
        assert!(zip.windows(11).any(|name| name == b"top/d/b.txt"));
    }

    #[test]
    fn a_folder_that_is_there_is_left_alone() {
        let home = tempfile::tempdir().unwrap();
        let taken = home.path().join("taken");
        fs::create_dir(&taken).unwrap();
        let files = [("d/b.txt".to_owned(), b"b".to_vec())];
        assert!(write_folder(&taken, &files).unwrap_err().is_already_there());
        assert_eq!(fs::read_dir(&taken).unwrap().count(), 0);
        write_folder(&home.path().join("above/new"), &files).unwrap();
        assert_eq!(fs::read(home.path().join("above/new/d/b.txt")).unwrap(), b"b");
        assert_eq!(fs::read_dir(home.path().join("above")).unwrap().count(), 1);
    }
}
