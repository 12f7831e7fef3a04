//! What a rule may know beside the note it looks at.

use std::borrow::Cow;
use std::collections::{BTreeSet, HashSet};

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
    pub files: &'v FileNames<'v>,
    /// Now.
    pub now: Timestamp,
}

/// The files of a vault by name and by path, so that links can be followed.
#[derive(Clone, Debug, Default)]
pub struct FileNames<'f> {
    /// The names in lower case, extension included.
    names: HashSet<Cow<'f, str>>,
    paths: HashSet<&'f str>,
}

impl<'f> FileNames<'f> {
    /// The names of these files, each a path below the vault.
    pub fn of(paths: impl Iterator<Item = &'f str>) -> Self {
        let paths: HashSet<&str> = paths.collect();
        let name = |path: &&'f str| lower_case(path.rsplit('/').next().unwrap_or(path));
        Self { names: paths.iter().map(name).collect(), paths }
    }

    /// Whether a wikilink finds a file: by name, with or without `.md`, or by the end of a path.
    pub fn has_name(&self, target: &str) -> bool {
        let target = target.trim_start_matches('/');
        let name = lower_case(target.rsplit('/').next().unwrap_or(target));
        self.names.contains(&name) || self.names.contains(format!("{name}.md").as_str())
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
        let is_below =
            |file: &&str| file.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        self.paths.iter().any(is_below)
    }
}

fn lower_case(name: &str) -> Cow<'_, str> {
    let is_lower = name.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { Cow::Borrowed(name) } else { Cow::Owned(name.to_lowercase()) }
}
