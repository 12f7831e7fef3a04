//! Which paths may be recorded, and as which bytes.
//!
//! Owns: the refusals that depend on a path, its attributes and what lies on disk. Must not:
//! change anything but add blobs that nothing names yet.

use std::fs;
use std::io::Write as _;
use std::path::Path;

use git2::{AttrCheckFlags, AttrValue, FileMode, ObjectType, Oid};

use super::Ledger;
use super::error::LedgerError;
use super::folders::Committed;
use super::index::{PrivateIndex, Staged};
use super::write::not_stored;
use crate::anchor::FOLDER;

/// The path below the work tree of a path below the vault.
///
/// # Errors
/// [`LedgerError::UnsafePath`] for one that leads elsewhere or into git's own folder.
pub(super) fn below_work_tree(ledger: &Ledger, path: &str) -> Result<String, LedgerError> {
    let safe = !path.contains(['\\', '\0', '\n', '\r'])
        && path.split('/').all(|part| {
            let bare = part.trim_end_matches(['.', ' ']).to_ascii_lowercase();
            // `git~1` is the short name of `.git` on Windows.
            !bare.is_empty() && bare != ".git" && bare != "git~1"
        });
    if safe {
        Ok(format!("{}{path}", ledger.prefix))
    } else {
        Err(LedgerError::UnsafePath { path: path.to_owned() })
    }
}

/// Refuses a path that git would not add: in a submodule, beyond a link, ignored, filtered.
pub(super) fn refuse_strange(
    ledger: &Ledger,
    path: &str,
    committed: &Committed<'_>,
    index: &PrivateIndex,
) -> Result<(), LedgerError> {
    let owned = || path.to_owned();
    for (end, _) in path.match_indices('/') {
        let folder = &path[..end];
        let on_disk = ledger.on_disk(folder);
        if fs::symlink_metadata(&on_disk).is_ok_and(|metadata| metadata.is_symlink()) {
            return Err(LedgerError::BeyondSymlink { path: owned(), link: folder.to_owned() });
        }
        let entry = committed.entry(folder);
        let nested = entry.is_some_and(|entry| entry.kind() == Some(ObjectType::Commit))
            || matches!(index.staged(folder), Staged::Blob { mode, .. } if mode == 0o160_000)
            || fs::symlink_metadata(on_disk.join(".git")).is_ok();
        if nested {
            return Err(LedgerError::InSubmodule { path: owned(), submodule: folder.to_owned() });
        }
    }
    match index.staged(path) {
        Staged::Conflict => return Err(LedgerError::Conflict { path: owned() }),
        Staged::Absent => {
            if committed.entry(path).is_none()
                && ledger.repository.is_path_ignored(Path::new(path))?
            {
                return Err(LedgerError::Ignored { path: owned() });
            }
        }
        Staged::Blob { .. } => {}
    }
    for attribute in ["filter", "working-tree-encoding"] {
        let value =
            ledger.repository.get_attr(Path::new(path), attribute, AttrCheckFlags::default())?;
        if let AttrValue::String(value) = AttrValue::from_string(value) {
            let value = value.to_owned();
            return Err(LedgerError::Filtered { path: owned(), attribute, value });
        }
    }
    Ok(())
}

/// Adds the blob that `git add` would make of these bytes.
///
/// # Errors
/// [`LedgerError::Converted`] for a decision or an exhibit whose bytes git would change.
pub(super) fn blob_of(ledger: &Ledger, path: &str, bytes: &[u8]) -> Result<Oid, LedgerError> {
    let mut writer = ledger.repository.blob_writer(Some(Path::new(path)))?;
    writer.write_all(bytes).map_err(|_| not_stored(ledger))?;
    let as_added = writer.commit().map_err(|_| not_stored(ledger))?;
    if as_added == Oid::hash_object(ObjectType::Blob, bytes)? {
        return Ok(as_added);
    }
    if path.strip_prefix(&ledger.prefix).is_some_and(|path| is_protected(path) || is_anchor(path)) {
        return Err(LedgerError::Converted { path: path.to_owned() });
    }
    Ok(as_added)
}

/// The mode under which a file is recorded: that on disk where git trusts it, else as before.
pub(super) fn mode_of(
    ledger: &Ledger,
    path: &str,
    before: Option<u32>,
) -> Result<u32, LedgerError> {
    let (plain, program) = (u32::from(FileMode::Blob), u32::from(FileMode::BlobExecutable));
    let trusted = ledger.repository.config()?.get_bool("core.filemode").unwrap_or(true);
    if !trusted {
        return Ok(before.filter(|mode| *mode == program).unwrap_or(plain));
    }
    #[cfg(unix)]
    if let Ok(metadata) = fs::symlink_metadata(ledger.on_disk(path)) {
        use std::os::unix::fs::PermissionsExt as _;
        if metadata.permissions().mode() & 0o100 != 0 {
            return Ok(program);
        }
    }
    Ok(plain)
}

/// Whether a path below the vault is a decision or an exhibit, which never change.
pub(super) fn is_protected(path: &str) -> bool {
    is_decision(path) || is_exhibit(path)
}

/// `anchors/<name>`, of a kind that is never changed: statements, requests, time stamps,
/// proofs, and what was sent where.
pub(super) fn is_anchor(path: &str) -> bool {
    let kinds = [".json", ".tsq", ".tsr", ".ots"];
    path.split_once('/').is_some_and(|(folder, name)| {
        folder == FOLDER && !name.contains('/') && kinds.iter().any(|end| name.ends_with(end))
    })
}

/// `clients/<id>/decisions/<name>.md`.
pub(super) fn is_decision(path: &str) -> bool {
    let mut parts = path.split('/');
    parts.next() == Some("clients")
        && parts.next().is_some()
        && parts.next() == Some("decisions")
        && parts.next().is_some_and(|name| name.ends_with(".md"))
        && parts.next().is_none()
}

/// `clients/<id>/**/evidence/**`.
pub(super) fn is_exhibit(path: &str) -> bool {
    let mut parts = path.split('/');
    parts.next() == Some("clients")
        && parts.next().is_some()
        && parts.any(|part| part == "evidence")
        && parts.next().is_some()
}

/// A path as one word of a command.
pub(super) fn shell_word(path: &str) -> String {
    if path.chars().all(|c| c.is_ascii_alphanumeric() || "/._-+".contains(c)) {
        return path.to_owned();
    }
    format!("'{}'", path.replace('\'', r"'\''"))
}
