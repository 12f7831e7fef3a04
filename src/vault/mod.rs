//! The vault on disk: finds it, walks it, reads it, writes to it.
//!
//! Owns: paths, `walkdir` and `std::fs`; what a folder without permission, a link or a file that
//! is no text comes to. Must not: know what a note means, or judge it.

pub mod anchors;
pub mod archive;
mod at_once;
mod client;
mod detached;
mod draft_rules;
mod error;
mod example;
pub mod files;
mod flags;
mod jurisdictions;
mod letters;
pub mod listing;
pub mod lock;
mod past;
mod read;
mod root;
mod screening;
mod settings;
pub mod target;
mod walk;

pub use at_once::at_once;
pub use client::{ClientFolder, Inspect, Uninspected};
pub use detached::{Fingerprint, fingerprint};
pub use draft_rules::built_in_draft_rules;
pub use error::VaultError;
pub use example::example_files;
pub use flags::{FlagNotes, UnreadFlag, built_in_flags, built_in_rules};
pub use jurisdictions::{built_in_jurisdiction, jurisdiction_names};
pub use letters::{TextFile, message_files, open, shown, text_files};
pub use past::{PastFile, PastFiles};
pub use read::{LARGEST, ReadText, read_plain_text, read_text};
pub use root::{SETTINGS_FILE, Vault, find_root};
pub use screening::{Questions, SCREENING_FILE, built_in_questions};
pub use settings::{NamedInSettings, named_in_settings, parse_settings};
pub use walk::{ClientFiles, VaultFile};
