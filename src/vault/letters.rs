//! Text files that hold messages or drafts, inside a vault or outside of one.

use std::path::Path;

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

/// The file at `path`, or every `.txt` and `.md` file below it; sorted, links not followed.
///
/// # Errors
/// Where there is nothing at `path`, or a folder cannot be read.
pub fn text_files(path: &Path) -> std::io::Result<Vec<TextFile>> {
    if !std::fs::metadata(path)?.is_dir() {
        return Ok(vec![TextFile { path: shown(path), read: read_text(path) }]);
    }
    let mut files = Vec::new();
    let visible = |name: &std::ffi::OsStr| !name.to_string_lossy().starts_with('.');
    let walk = WalkDir::new(path).sort_by_file_name().into_iter();
    for entry in walk.filter_entry(|entry| entry.depth() == 0 || visible(entry.file_name())) {
        let entry = entry?;
        let ending = entry.path().extension().and_then(|ending| ending.to_str());
        if entry.file_type().is_file() && matches!(ending, Some("txt" | "md")) {
            files.push(TextFile { path: shown(entry.path()), read: read_text(entry.path()) });
        }
    }
    Ok(files)
}

fn shown(path: &Path) -> String {
    let parts = path.display().to_string();
    if cfg!(windows) { parts.replace('\\', "/") } else { parts }
}
