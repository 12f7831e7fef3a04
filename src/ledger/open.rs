//! Finding or making the repository of a vault.
//!
//! Owns: discovery, and telling apart why a repository cannot be opened. Must not: switch off
//! any check of git's.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use git2::{Config, ErrorCode, Repository, RepositoryInitOptions, RepositoryOpenFlags};

use super::Ledger;
use super::error::LedgerError;
use super::paths::shell_word;
use crate::vault::files::FileError;

/// The branch of a new repository where git is not told another.
const FIRST_BRANCH: &str = "main";

impl Ledger {
    /// Opens the repository that the vault lies in.
    ///
    /// # Errors
    /// When there is none, when it is bare or of a format libgit2 does not know, or when git
    /// would refuse it because somebody else owns it.
    pub fn open(vault: &Path) -> Result<Self, LedgerError> {
        let vault = absolute(vault)?;
        let none: [&Path; 0] = [];
        let repository = Repository::open_ext(&vault, RepositoryOpenFlags::empty(), none)
            .map_err(|error| refusal(&vault, error))?;
        let Some(work_tree) = repository.workdir() else {
            return Err(LedgerError::Bare { path: repository.path().to_path_buf() });
        };
        let work_tree = absolute(work_tree)?;
        let Ok(below) = vault.strip_prefix(&work_tree) else {
            return Err(LedgerError::OutsideWorkTree { vault, work_tree });
        };
        let mut prefix = String::new();
        for part in below.components() {
            let Some(part) = part.as_os_str().to_str() else {
                return Err(LedgerError::UnsafePath { path: below.display().to_string() });
            };
            prefix.push_str(part);
            prefix.push('/');
        }
        Ok(Self { repository, work_tree, prefix, folders: Arc::default(), digests: Arc::default() })
    }

    /// The same for another thread: a repository is one thread's own. Folders that one reads the
    /// other need not read again.
    ///
    /// # Errors
    /// Those of [`Ledger::open`].
    pub fn another(&self) -> Result<Self, LedgerError> {
        let vault = self.on_disk(self.prefix.trim_end_matches('/'));
        let (folders, digests) = (Arc::clone(&self.folders), Arc::clone(&self.digests));
        Ok(Self { folders, digests, ..Self::open(&vault)? })
    }

    /// Opens the repository that the vault lies in, or makes one there.
    ///
    /// A new one starts on the branch that `init.defaultBranch` names, else on `main`.
    ///
    /// # Errors
    /// Those of [`Ledger::open`], and when the folder cannot be written.
    pub fn init(vault: &Path) -> Result<Self, LedgerError> {
        match Self::open(vault) {
            Err(LedgerError::NoRepository { .. }) => {
                let configured = Config::open_default()
                    .and_then(|config| config.get_string("init.defaultBranch"))
                    .ok()
                    .filter(|name| git2::Reference::is_valid_name(&format!("refs/heads/{name}")));
                let mut options = RepositoryInitOptions::new();
                options.initial_head(configured.as_deref().unwrap_or(FIRST_BRANCH));
                Repository::init_opts(vault, &options)?;
                Self::open(vault)
            }
            opened => opened,
        }
    }
}

fn absolute(path: &Path) -> Result<PathBuf, LedgerError> {
    path.canonicalize().map_err(|source| FileError::new("find", path, source).into())
}

/// Why libgit2 would not open what it found.
fn refusal(vault: &Path, error: git2::Error) -> LedgerError {
    let none: [&Path; 0] = [];
    let Ok(found) = Repository::discover_path(vault, none) else {
        return match error.code() {
            ErrorCode::NotFound => LedgerError::NoRepository { path: vault.to_path_buf() },
            _ => error.into(),
        };
    };
    if error.code() == ErrorCode::Owner {
        return other_owner(&found);
    }
    let Ok(config) = Config::open(&found.join("config")) else { return error.into() };
    if config.get_string("extensions.objectformat").is_ok_and(|format| format != "sha1") {
        return LedgerError::Sha256Repository { path: found };
    }
    if config.get_string("extensions.refstorage").is_ok_and(|format| format != "files") {
        return LedgerError::Reftable { path: found };
    }
    match error.message().split_once("unsupported extension name extensions.") {
        Some((_, extension)) => {
            LedgerError::UnknownExtension { path: found, extension: extension.to_owned() }
        }
        None => error.into(),
    }
}

fn other_owner(found: &Path) -> LedgerError {
    let folder = match found.file_name() {
        Some(name) if name == ".git" => found.parent().unwrap_or(found),
        _ => found,
    };
    let quoted = shell_word(&folder.display().to_string());
    LedgerError::OtherOwner {
        path: folder.to_path_buf(),
        remedy: format!("git config --global --add safe.directory {quoted}"),
    }
}
