//! What can go wrong with the vault as a whole.

use std::io;
use std::path::PathBuf;

use crate::note::PlacedFault;

/// Why a vault cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum VaultError {
    /// There is no `casefile.toml` here or above.
    #[error("no vault at `{}` or above it", .0.display())]
    NotFound(PathBuf),
    /// A file or folder cannot be read.
    #[error("cannot read `{}`", path.display())]
    Read {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A file or folder cannot be written.
    #[error("cannot write `{}`", path.display())]
    Write {
        /// Which.
        path: PathBuf,
        /// What the system says.
        source: io::Error,
    },
    /// A folder cannot be listed.
    #[error(transparent)]
    File(#[from] super::files::FileError),
    /// The settings cannot be used.
    #[error("the settings have {} faults", .0.len())]
    Settings(Vec<PlacedFault>),
    /// A file on late payment says what cannot be understood.
    #[error("`{}`: {what}", path.display())]
    Jurisdiction {
        /// The file, below the vault.
        path: PathBuf,
        /// What is wrong, with its line or its key.
        what: String,
    },
    /// No client has this name.
    #[error("no client `{name}`")]
    UnknownClient {
        /// The name.
        name: String,
        /// The client that may be meant.
        nearest: Option<String>,
        /// Every client of the vault.
        known: Vec<String>,
    },
    /// Several clients begin with this name.
    #[error("several clients begin with `{name}`")]
    AmbiguousClient {
        /// The name.
        name: String,
        /// The clients that begin with it.
        matching: Vec<String>,
    },
}
