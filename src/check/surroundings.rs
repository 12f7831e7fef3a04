//! What a rule may know beside the note it looks at.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet, HashSet};

use jiff::Timestamp;

use crate::assess::Catalogue;
use crate::model::{ClientId, QuestionSet, Settings, composed};

/// What a rule may know beside the note it looks at.
#[derive(Clone, Debug)]
pub struct Surroundings<'v> {
    /// The red flags.
    pub catalogue: &'v Catalogue,
    /// The vault's settings.
    pub settings: &'v Settings,
    /// The questions before a yes.
    pub questions: &'v QuestionSet,
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
    /// The names in lower case, extension included, accents in one form.
    names: HashSet<Cow<'f, str>>,
    /// The paths, accents in one form.
    paths: HashSet<Cow<'f, str>>,
    /// Paths of files and folders, as they are, that another one is written like.
    twins: BTreeSet<&'f str>,
}

impl<'f> FileNames<'f> {
    /// The names of these files, each a path below the vault.
    pub fn of(paths: impl Iterator<Item = &'f str>) -> Self {
        let paths: Vec<&str> = paths.collect();
        let name = |path: &&'f str| in_lower_case(path.rsplit('/').next().unwrap_or(path));
        Self {
            names: paths.iter().map(name).collect(),
            twins: twins(&paths),
            paths: paths.into_iter().map(composed).collect(),
        }
    }

    /// Files and folders whose paths differ from another's in how accents are written, and in
    /// nothing else; sorted, the first of each left out.
    pub fn twins(&self) -> impl Iterator<Item = &'f str> {
        self.twins.iter().copied()
    }

    /// Whether a wikilink finds a file: by name, with or without `.md`, or by the end of a path.
    pub fn has_name(&self, target: &str) -> bool {
        let target = target.trim_start_matches('/');
        let name = in_lower_case(target.rsplit('/').next().unwrap_or(target));
        self.names.contains(&name) || self.names.contains(format!("{name}.md").as_str())
    }

    /// Whether there is a file at this path, with or without `.md`.
    pub fn has_path(&self, path: &str) -> bool {
        self.has_file(path) || self.has_file(&format!("{path}.md"))
    }

    /// Whether there is a file at exactly this path, however its accents are written.
    pub fn has_file(&self, path: &str) -> bool {
        self.paths.contains(composed(path).as_ref())
    }

    /// Whether there is a folder at this path with a file in it.
    pub fn has_folder(&self, path: &str) -> bool {
        let path = composed(path);
        let is_below = |file: &Cow<'_, str>| {
            file.strip_prefix(path.as_ref()).is_some_and(|rest| rest.starts_with('/'))
        };
        self.paths.iter().any(is_below)
    }
}

/// Paths of which an earlier one is the same with its accents in one form, folders included.
fn twins<'f>(paths: &[&'f str]) -> BTreeSet<&'f str> {
    let mut first: BTreeMap<String, &'f str> = BTreeMap::new();
    let mut twins = BTreeSet::new();
    let mut accented: Vec<&'f str> =
        paths.iter().copied().filter(|path| !path.is_ascii()).collect();
    accented.sort_unstable();
    for path in accented {
        let ends = path.match_indices('/').map(|(end, _)| end).chain([path.len()]);
        for part in ends.map(|end| &path[..end]) {
            let of = *first.entry(composed(part).into_owned()).or_insert(part);
            // What lies below twin folders is told with the folders.
            let parent = part.rsplit_once('/').map_or("", |(parent, _)| parent);
            if of != part && of.starts_with(parent) {
                twins.insert(part);
            }
        }
    }
    twins
}

fn in_lower_case(name: &str) -> Cow<'_, str> {
    let is_lower = name.bytes().all(|byte| byte.is_ascii() && !byte.is_ascii_uppercase());
    if is_lower { Cow::Borrowed(name) } else { Cow::Owned(composed(name).to_lowercase()) }
}
