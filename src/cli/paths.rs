//! Paths that a user names, below the vault.

use std::path::Path;

use super::session::Session;
use crate::failure::{Failure, FailureKind};
use crate::phrase::Phrase;
use crate::vault::Vault;

/// The path below the vault, `/`-separated, of something that is there: named from the current
/// folder, else from the vault.
pub(super) fn below_vault(
    path: &Path,
    vault: &Vault,
    session: &Session,
) -> Result<String, Failure> {
    let shown = path.display().to_string();
    let full = session.folder().join(path);
    let full = if full.exists() { full } else { vault.root().join(path) };
    let full = full.canonicalize().map_err(|_| {
        Failure::new(FailureKind::NotFound, Phrase::new("path-missing").with("path", &*shown))
            .hint(Phrase::new("path-missing-hint"))
    })?;
    let root = vault.root().canonicalize().unwrap_or_else(|_| vault.root().to_path_buf());
    let below = full.strip_prefix(&root).map_err(|_| {
        Failure::new(FailureKind::Usage, Phrase::new("path-unsafe").with("path", &*shown))
            .hint(Phrase::new("path-unsafe-hint"))
    })?;
    let parts: Vec<_> = below.iter().map(|part| part.to_string_lossy()).collect();
    Ok(parts.join("/"))
}
