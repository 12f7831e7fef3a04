//! What was recorded on this machine, kept outside the history so that a rewritten history
//! does not forget it.
//!
//! Owns: the file `casefile/recorded` in the common git folder, one line for each decision and
//! exhibit. Must not: be relied on; another clone has another memory.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::path::PathBuf;

use super::Ledger;
use super::error::LedgerError;
use crate::model::Digest;
use crate::vault::files;

/// Remembers these files, by their path below the vault.
pub(super) fn remember(ledger: &Ledger, files: &[(String, Digest)]) {
    if files.is_empty() {
        return;
    }
    let lines: String = files.iter().map(|(path, digest)| format!("{digest} {path}\n")).collect();
    // The record is made; a memory that fails must not say otherwise.
    let _ = fs::create_dir_all(ledger.repository.commondir().join("casefile"));
    let _ = OpenOptions::new()
        .create(true)
        .append(true)
        .open(path_of(ledger))
        .and_then(|mut file| file.write_all(lines.as_bytes()));
}

/// What this machine remembers.
pub(super) fn recall(ledger: &Ledger) -> Result<Vec<(String, Digest)>, LedgerError> {
    let bytes = files::read(&path_of(ledger))?.unwrap_or_default();
    Ok(String::from_utf8_lossy(&bytes)
        .lines()
        .filter_map(|line| line.split_once(' '))
        .filter_map(|(digest, path)| Some((path.to_owned(), digest.parse().ok()?)))
        .collect())
}

fn path_of(ledger: &Ledger) -> PathBuf {
    ledger.repository.commondir().join("casefile").join("recorded")
}
