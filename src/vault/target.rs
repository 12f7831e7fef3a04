//! Where an answer must not go: into git's own folder, or over a file of a vault.
//!
//! Owns: what a path that a user names lies in. Must not: write, or judge what a file holds.

use std::ffi::OsStr;
use std::path::{Path, PathBuf};

use super::{SETTINGS_FILE, find_root};

/// What a path lies in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ground {
    /// A git folder: whatever is written there damages a repository.
    Git,
    /// A place where a vault keeps its notes, tables, originals and settings.
    Vault,
    /// Anywhere else.
    Open,
}

/// What the path lies in, links followed; it need not be there yet.
pub fn ground_of(path: &Path) -> Ground {
    let Some(full) = resolved(path) else { return Ground::Open };
    if full.ancestors().any(|folder| is_named_git(folder) || is_git_folder(folder)) {
        return Ground::Git;
    }
    let root = full.parent().and_then(|folder| find_root(folder).ok());
    match root.and_then(|root| full.strip_prefix(root).ok().map(Path::to_path_buf)) {
        Some(below) if is_of_vault(&below) => Ground::Vault,
        _ => Ground::Open,
    }
}

/// The path as the system will find it: of the part that is there, every link is followed.
fn resolved(path: &Path) -> Option<PathBuf> {
    let there = path.ancestors().find_map(|above| {
        let named = if above.as_os_str().is_empty() { Path::new(".") } else { above };
        named.canonicalize().ok().map(|full| (above, full))
    });
    let (above, full) = there?;
    Some(full.join(path.strip_prefix(above).ok()?))
}

fn is_named_git(path: &Path) -> bool {
    path.file_name().and_then(OsStr::to_str).is_some_and(|name| name.eq_ignore_ascii_case(".git"))
}

/// A bare repository, or a git folder under another name.
fn is_git_folder(folder: &Path) -> bool {
    folder.join("HEAD").is_file() && folder.join("objects").is_dir() && folder.join("refs").is_dir()
}

/// Whether a path below a vault is one that the vault is made of.
fn is_of_vault(below: &Path) -> bool {
    let first = below.iter().next().and_then(OsStr::to_str).unwrap_or_default();
    if below.iter().nth(1).is_some() {
        return matches!(first, "clients" | "flags" | "templates") || first.starts_with('.');
    }
    first == SETTINGS_FILE || first.starts_with('.') || first.ends_with(".md")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_in_git_or_is_of_a_vault_is_known_through_links() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path();
        for made in ["vault/.git/refs", "vault/clients/nova", "bare/objects", "bare/refs/heads"] {
            std::fs::create_dir_all(root.join(made)).unwrap();
        }
        std::fs::write(root.join("vault/casefile.toml"), "format = 1\n").unwrap();
        std::fs::write(root.join("bare/HEAD"), "ref: refs/heads/main\n").unwrap();
        let ground = |path: &str| ground_of(&root.join(path));
        for path in ["vault/.git/config", "vault/.git/new/deep", "bare/packed-refs", "vault/.GIT/x"]
        {
            assert_eq!(ground(path), Ground::Git, "{path}");
        }
        for path in
            ["vault/clients/nova/nova.md", "vault/casefile.toml", "vault/.gitignore", "vault/a.md"]
        {
            assert_eq!(ground(path), Ground::Vault, "{path}");
        }
        for path in ["vault/report.html", "vault/out/report.md", "report.md", "no/where/report.md"]
        {
            assert_eq!(ground(path), Ground::Open, "{path}");
        }
        #[cfg(unix)]
        {
            std::os::unix::fs::symlink(root.join("vault/.git"), root.join("link")).unwrap();
            assert_eq!(ground("link/config"), Ground::Git);
        }
    }
}
