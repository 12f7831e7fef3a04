//! What a rule may know beside the note it looks at.

use std::collections::{BTreeSet, HashMap};

use jiff::Timestamp;

use crate::assess::Catalogue;
use crate::model::{ClientId, Settings};

/// What a rule may know beside the note it looks at.
#[derive(Clone, Debug)]
pub struct Surroundings<'v> {
    /// The red flags.
    pub catalogue: &'v Catalogue,
    /// The vault's settings.
    pub settings: &'v Settings,
    /// The clients.
    pub clients: &'v BTreeSet<ClientId>,
    /// The names of all files.
    pub files: &'v FileNames,
    /// Now.
    pub now: Timestamp,
}

/// The files of a vault by name and by path, so that links can be followed.
#[derive(Clone, Debug, Default)]
pub struct FileNames {
    /// For each name, with and without `.md`, how many files bear it.
    names: HashMap<Box<str>, u32>,
    paths: BTreeSet<Box<str>>,
}

impl FileNames {
    /// Adds a file by its path below the vault.
    pub fn add(&mut self, path: &str) {
        let name = path.rsplit('/').next().unwrap_or(path);
        *self.names.entry(name.to_lowercase().into()).or_default() += 1;
        self.paths.insert(path.into());
    }

    /// Whether a wikilink finds a file: by name, with or without `.md`, or by the end of a path.
    pub fn has_name(&self, target: &str) -> bool {
        let target = target.trim_start_matches('/');
        let name = target.rsplit('/').next().unwrap_or(target).to_lowercase();
        self.names.contains_key(name.as_str())
            || self.names.contains_key(format!("{name}.md").as_str())
    }

    /// Whether there is a file at this path, with or without `.md`.
    pub fn has_path(&self, path: &str) -> bool {
        self.has_file(path) || self.has_file(&format!("{path}.md"))
    }

    /// Whether there is a file at exactly this path.
    pub fn has_file(&self, path: &str) -> bool {
        self.paths.contains(path)
    }

    /// Whether there is a folder at this path with a file in it.
    pub fn has_folder(&self, path: &str) -> bool {
        let below = format!("{path}/");
        let from = (std::ops::Bound::Included(below.as_str()), std::ops::Bound::Unbounded);
        self.paths.range::<str, _>(from).next().is_some_and(|first| first.starts_with(&below))
    }
}
