//! Text files that hold messages or drafts, inside a vault or outside of one.

use std::path::{Path, PathBuf};

use walkdir::WalkDir;

use super::read::{ReadText, read_text};

/// A text file.
#[derive(Debug)]
pub struct TextFile {
    /// The path, as it was given or found below the folder that was given.
    pub path: String,
    /// What was read, with what is wrong with its bytes.
    pub read: ReadText,
}

/// Endings of files that may hold messages.
const OF_MESSAGES: [&str; 5] = ["txt", "md", "eml", "mbox", "json"];

/// The file at `path`, or every `.txt` and `.md` file below it; sorted, links not followed.
///
/// # Errors
/// Where there is nothing at `path`, or a folder cannot be read.
pub fn text_files(path: &Path) -> std::io::Result<Vec<TextFile>> {
    if !std::fs::metadata(path)?.is_dir() {
        return Ok(vec![TextFile { path: shown(path), read: read_text(path) }]);
    }
    let paths = files_below(path, &["txt", "md"])?;
    Ok(paths.iter().map(|path| TextFile { path: shown(path), read: read_text(path) }).collect())
}

/// The file at `path`, or every file below it that may hold messages; sorted, links not followed.
///
/// # Errors
/// Where there is nothing at `path`, or a folder cannot be read.
pub fn message_files(path: &Path) -> std::io::Result<Vec<PathBuf>> {
    if !std::fs::metadata(path)?.is_dir() {
        return Ok(vec![path.to_owned()]);
    }
    files_below(path, &OF_MESSAGES)
}

/// The bytes of a file, one after the other.
///
/// # Errors
/// Where the system refuses.
pub fn open(path: &Path) -> std::io::Result<impl std::io::Read + use<>> {
    std::fs::File::open(path)
}

fn files_below(path: &Path, endings: &[&str]) -> std::io::Result<Vec<PathBuf>> {
    let mut files = Vec::new();
    let visible = |name: &std::ffi::OsStr| !name.to_string_lossy().starts_with('.');
    let walk = WalkDir::new(path).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || visible(entry.file_name())) {
        let entry = entry?;
        let ending = entry.path().extension().and_then(|ending| ending.to_str());
        let ending = ending.map(str::to_ascii_lowercase);
        let is_one = ending.is_some_and(|ending| endings.contains(&&*ending));
        if entry.file_type().is_file() && is_one {
            files.push(entry.into_path());
        }
    }
    Ok(files)
}

/// A path as it is shown: with `/` between folders.
pub fn shown(path: &Path) -> String {
    let parts = path.display().to_string();
    if cfg!(windows) { parts.replace('\\', "/") } else { parts }
}
