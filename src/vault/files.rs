//! Writing a file so that it is there whole or not at all, whatever happens in between.
//!
//! Owns: temporary file in the same folder, flush to the disk, then a link or a rename.
//! Must not: decide what is written or where.

use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;

/// How the name of a temporary file begins; the writer's process id follows.
pub const TEMPORARY: &str = ".casefile-";

/// A file that could not be read or written.
#[derive(Debug, thiserror::Error)]
#[error("could not {action} {}", path.display())]
pub struct FileError {
    /// What was tried: `create`, `replace`, `read`…
    pub action: &'static str,
    /// The file or folder.
    pub path: PathBuf,
    /// What the system answered.
    #[source]
    pub source: io::Error,
}

impl FileError {
    /// What was tried on which path, and the answer.
    pub fn new(action: &'static str, path: impl Into<PathBuf>, source: io::Error) -> Self {
        Self { action, path: path.into(), source: plain(source) }
    }

    /// Whether a file to be created was there already.
    pub fn is_already_there(&self) -> bool {
        self.source.kind() == io::ErrorKind::AlreadyExists
    }
}

/// Creates a file with these bytes, and its folders; never touches one that exists.
///
/// The file appears whole, under its name, after its bytes are on the disk.
///
/// # Errors
/// [`FileError::is_already_there`] if the name is taken, by whatever.
pub fn create_new(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let failed = |source| FileError::new("create", path, source);
    let above = create_folders(folder_of(path)).map_err(failed)?;
    let mut temporary = temporary_for(path, None).map_err(failed)?;
    temporary.write_all(bytes).map_err(failed)?;
    temporary.as_file().sync_all().map_err(failed)?;
    retrying(temporary, |file| file.persist_noclobber(path)).map_err(failed)?;
    sync_folder(folder_of(path))?;
    above.into_iter().try_for_each(sync_folder)
}

/// Puts these bytes in the place of a file's, keeping its permissions; creates it if missing.
///
/// A reader sees the old bytes or the new ones, never a mixture.
///
/// # Errors
/// When the folder is missing, or the system refuses.
pub fn replace(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let failed = |source| FileError::new("replace", path, source);
    let permissions = permissions_of(path).map_err(failed)?;
    let mut temporary = temporary_for(path, permissions).map_err(failed)?;
    temporary.write_all(bytes).map_err(failed)?;
    put(temporary, path)
}

/// Puts these bytes where the user named a file for an answer: a link is followed, and what is
/// no plain file (a terminal, a pipe, `/dev/null`) is written to and stays what it is.
///
/// # Errors
/// As [`replace`], and where the device refuses.
pub fn write_answer(path: &Path, bytes: &[u8]) -> Result<(), FileError> {
    let mut answer = Answer::begin(path)?;
    answer.write(bytes)?;
    answer.finish()
}

/// An answer that is written part by part and takes the place of a file when it is whole.
#[derive(Debug)]
pub struct Answer {
    path: PathBuf,
    place: AnswerPlace,
}

#[derive(Debug)]
enum AnswerPlace {
    /// A file beside the one that is named, until it is whole.
    Beside(NamedTempFile),
    /// What is no plain file is written to as it is.
    Device(File),
}

impl Answer {
    /// Begins an answer for this path; nothing is there under its name before it is finished.
    ///
    /// # Errors
    /// As [`write_answer`].
    pub fn begin(path: &Path) -> Result<Self, FileError> {
        let is_plain = fs::metadata(path).map_or(true, |metadata| metadata.is_file());
        if !is_plain {
            let opened = File::options().write(true).open(path);
            let device = opened.map_err(|source| FileError::new("write", path, source))?;
            return Ok(Self { path: path.to_owned(), place: AnswerPlace::Device(device) });
        }
        let path = path.canonicalize().unwrap_or_else(|_| path.to_owned());
        let failed = |source| FileError::new("replace", &path, source);
        let permissions = permissions_of(&path).map_err(failed)?;
        let temporary = temporary_for(&path, permissions).map_err(failed)?;
        Ok(Self { path, place: AnswerPlace::Beside(temporary) })
    }

    /// Adds a part.
    ///
    /// # Errors
    /// Where the disk or the device refuses.
    pub fn write(&mut self, bytes: &[u8]) -> Result<(), FileError> {
        let written = match &mut self.place {
            AnswerPlace::Beside(file) => file.write_all(bytes),
            AnswerPlace::Device(file) => file.write_all(bytes),
        };
        written.map_err(|source| FileError::new("write", &self.path, source))
    }

    /// Puts the whole answer in its place.
    ///
    /// # Errors
    /// When the system refuses.
    pub fn finish(self) -> Result<(), FileError> {
        let AnswerPlace::Beside(file) = self.place else { return Ok(()) };
        put(file, &self.path)
    }
}

/// Puts a whole temporary file in the place of another.
fn put(file: NamedTempFile, path: &Path) -> Result<(), FileError> {
    let failed = |source| FileError::new("replace", path, source);
    file.as_file().sync_all().map_err(failed)?;
    retrying(file, |file| file.persist(path)).map_err(failed)?;
    sync_folder(folder_of(path))
}

/// The permissions of a file; `None` where it is not there.
fn permissions_of(path: &Path) -> io::Result<Option<fs::Permissions>> {
    match fs::metadata(path) {
        Ok(metadata) => Ok(Some(metadata.permissions())),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(None),
        Err(error) => Err(error),
    }
}

/// Removes a file; one that is not there is removed already.
///
/// # Errors
/// When the system refuses.
pub fn remove(path: &Path) -> Result<(), FileError> {
    match fs::remove_file(path) {
        Ok(()) => sync_folder(folder_of(path)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(()),
        Err(error) => Err(FileError::new("remove", path, error)),
    }
}

/// Reads a file once; `None` if it is not there.
///
/// # Errors
/// When the system refuses, or the path is a folder.
pub fn read(path: &Path) -> Result<Option<Vec<u8>>, FileError> {
    let mut bytes = Vec::new();
    match File::open(path).and_then(|mut file| file.read_to_end(&mut bytes)) {
        Ok(_) => Ok(Some(bytes)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(FileError::new("read", path, error)),
    }
}

/// Reads at most this many bytes of a file; `None` if it is not there.
///
/// # Errors
/// Those of [`read`].
pub fn read_some(path: &Path, most: usize) -> Result<Option<Vec<u8>>, FileError> {
    let mut bytes = Vec::new();
    let limit = u64::try_from(most).unwrap_or(u64::MAX);
    match File::open(path).and_then(|file| file.take(limit).read_to_end(&mut bytes)) {
        Ok(_) => Ok(Some(bytes)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(FileError::new("read", path, error)),
    }
}

/// The first symbolic link on the way from `root` down to `path`, which lies below it; what is
/// written beyond a link would leave the vault.
pub fn link_on_the_way(root: &Path, path: &Path) -> Option<PathBuf> {
    let mut way: Vec<&Path> = path.ancestors().take_while(|folder| *folder != root).collect();
    way.reverse();
    let is_link =
        |place: &&Path| fs::symlink_metadata(place).is_ok_and(|metadata| metadata.is_symlink());
    way.into_iter().find(is_link).map(Path::to_path_buf)
}

/// Makes a folder's list of names durable; does nothing where folders cannot be flushed.
///
/// # Errors
/// When the disk answers with an error.
pub fn sync_folder(folder: &Path) -> Result<(), FileError> {
    if !cfg!(unix) {
        return Ok(());
    }
    File::open(folder)
        .and_then(|folder| folder.sync_all())
        .map_err(|source| FileError::new("flush", folder, source))
}

/// Removes what a killed process left of its temporary files in a folder.
pub fn remove_temporaries(folder: &Path, process: u32) {
    let start = format!("{TEMPORARY}{process}-");
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.file_name().to_str().is_some_and(|name| name.starts_with(&start)) {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Removes every temporary file in a folder and below it. For whoever has the turn to write there:
/// what lies about then was left by a process that was killed.
pub fn remove_leftovers(folder: &Path) {
    for entry in walkdir::WalkDir::new(folder).follow_root_links(false).into_iter().flatten() {
        let is_temporary =
            entry.file_name().to_str().is_some_and(|name| name.starts_with(TEMPORARY));
        if is_temporary && entry.file_type().is_file() {
            let _ = fs::remove_file(entry.path());
        }
    }
}

/// Whether an error says that nothing is there under the name.
pub fn is_absent(error: &io::Error) -> bool {
    matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory)
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Creates a folder and those above it; which folders got a new name in them, the innermost
/// first.
fn create_folders(folder: &Path) -> io::Result<Vec<&Path>> {
    let missing = folder.ancestors().take_while(|above| !above.is_dir());
    let changed = missing.filter(|folder| !folder.as_os_str().is_empty()).map(folder_of).collect();
    fs::create_dir_all(folder)?;
    Ok(changed)
}

/// An empty file beside the one at `path`.
fn temporary_for(path: &Path, permissions: Option<fs::Permissions>) -> io::Result<NamedTempFile> {
    let prefix = format!("{TEMPORARY}{}-", std::process::id());
    let mut builder = tempfile::Builder::new();
    builder.prefix(&prefix);
    // As an editor would create it: the process's mask decides, not the private mode of
    // temporary files.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let file = builder.tempfile_in(folder_of(path))?;
    if let Some(permissions) = permissions {
        file.as_file().set_permissions(permissions)?;
    }
    Ok(file)
}

/// The system's own answer, without the name of a temporary file that nobody knows.
fn plain(error: io::Error) -> io::Error {
    let said = error.to_string();
    match said.rsplit_once(" at path \"") {
        Some((said, _)) => io::Error::new(error.kind(), said.to_owned()),
        None => error,
    }
}

/// Repeats a rename for a second where virus scanners and indexers hold files open.
fn retrying(
    mut file: NamedTempFile,
    persist: impl Fn(NamedTempFile) -> Result<File, tempfile::PersistError>,
) -> io::Result<()> {
    let mut left = if cfg!(windows) { 50 } else { 0 };
    loop {
        match persist(file) {
            Ok(_) => return Ok(()),
            Err(failed) if left > 0 && failed.error.kind() == io::ErrorKind::PermissionDenied => {
                left -= 1;
                file = failed.file;
                std::thread::sleep(std::time::Duration::from_millis(20));
            }
            Err(failed) => return Err(failed.error),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_that_is_taken_is_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("a/b/note.md");
        create_new(&path, b"one").unwrap();
        assert!(create_new(&path, b"two").unwrap_err().is_already_there());
        assert_eq!(read(&path).unwrap().as_deref(), Some(&b"one"[..]));
    }

    #[test]
    fn every_folder_with_a_new_name_in_it_is_known() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        let inner = root.join("a/b");
        assert_eq!(create_folders(&inner).unwrap(), [root.join("a"), root.to_owned()]);
        assert!(create_folders(&inner).unwrap().is_empty());
    }

    #[cfg(unix)]
    #[test]
    fn an_answer_follows_links_and_leaves_devices_alone() {
        use std::os::unix::fs::FileTypeExt as _;
        let folder = tempfile::tempdir().unwrap();
        let link = folder.path().join("link");
        std::os::unix::fs::symlink(folder.path().join("file"), &link).unwrap();
        fs::write(folder.path().join("file"), "old").unwrap();
        write_answer(&link, b"new").unwrap();
        assert_eq!(fs::read_to_string(folder.path().join("file")).unwrap(), "new");
        assert!(fs::symlink_metadata(&link).unwrap().is_symlink());
        write_answer(Path::new("/dev/null"), b"lost").unwrap();
        assert!(fs::metadata("/dev/null").unwrap().file_type().is_char_device());
    }

    #[cfg(unix)]
    #[test]
    fn an_error_does_not_name_the_temporary_file() {
        let folder = tempfile::tempdir().unwrap();
        let error = replace(&folder.path().join("nowhere/note.md"), b"x").unwrap_err();
        assert!(!error.source.to_string().contains(TEMPORARY), "{}", error.source);
    }

    #[cfg(unix)]
    #[test]
    fn replacing_keeps_permissions_and_leaves_nothing_behind() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("note.md");
        create_new(&path, b"one").unwrap();
        fs::set_permissions(&path, fs::Permissions::from_mode(0o640)).unwrap();
        replace(&path, b"two").unwrap();
        assert_eq!(read(&path).unwrap().as_deref(), Some(&b"two"[..]));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o640);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
        remove(&path).unwrap();
        remove(&path).unwrap();
        assert_eq!(read(&path).unwrap(), None);
    }
}
