//! The red flags: built in, and the user's own below `flags/`.

use include_dir::{Dir, include_dir};

use super::{Vault, VaultFile};
use crate::finding::Span;
use crate::model::{Flag, FlagId, FlagOrigin};
use crate::note::{Fault, Node, Note, PlacedFault, place, read_flag_note};
use crate::phrase::Phrase;
use crate::signal::{RuleSet, read_rules};

static BUILT_IN: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/templates/flags");

/// Red flags of a vault.
#[derive(Clone, Debug, Default)]
pub struct FlagNotes {
    /// The built-in ones, then the user's own; each sorted by file name.
    pub flags: Vec<Flag>,
    /// The rules that suggest the user's own; those of the built-in ones are read when they are
    /// needed ([`built_in_rules`]).
    pub rules: Vec<RuleSet>,
    /// Notes below `flags/` that are no red flags, or too damaged to be.
    pub unread: Vec<UnreadFlag>,
    /// Faults of the user's own.
    pub faults: Vec<PlacedFault>,
}

/// A note below `flags/` that is no red flag, or too damaged to be one.
#[derive(Clone, Debug)]
pub struct UnreadFlag {
    /// The red flag that it was to be: by its `id` where it can be read, else by its name.
    pub id: FlagId,
    /// Its path below the vault.
    pub path: String,
}

impl FlagNotes {
    /// The note that was to be this red flag and is none.
    pub fn unread_as(&self, id: &FlagId) -> Option<&UnreadFlag> {
        self.unread.iter().find(|unread| unread.id == *id)
    }

    /// Whether the user's own note at this path is this red flag, or was to be.
    pub fn is_about(&self, path: &str, id: &FlagId) -> bool {
        let is_at = |origin: &FlagOrigin| matches!(origin, FlagOrigin::Vault(note) if note == path);
        self.flags.iter().any(|flag| flag.id == *id && is_at(&flag.origin))
            || self.unread.iter().any(|unread| unread.id == *id && unread.path == path)
    }

    /// Adds notes that are no files to be opened, such as links, by what is wrong with them.
    pub fn add_closed(&mut self, files: &[VaultFile], faults: &[PlacedFault]) {
        let is_file = |path: &str| files.iter().any(|file| file.path == path);
        for path in faults.iter().map(|fault| fault.location.path.as_str()) {
            let name = path.strip_prefix("flags/").and_then(|path| path.strip_suffix(".md"));
            let Some(name) = name.filter(|_| !is_file(path)) else { continue };
            let id = FlagId::new(name.rsplit('/').next().unwrap_or(name));
            self.unread.push(UnreadFlag { id, path: path.to_owned() });
        }
    }

    /// Adds a red flag of the user's own; of two with one id the signals of the first count.
    fn add(&mut self, flag: Flag, rules: RuleSet) {
        if !self.rules.iter().any(|earlier| earlier.id == rules.id) {
            self.rules.push(RuleSet { is_own: true, ..rules });
        }
        self.flags.push(flag);
    }
}

/// The built-in red flags, sorted by id.
pub fn built_in_flags() -> Vec<Flag> {
    let mut flags: Vec<Flag> = BUILT_IN
        .files()
        .filter_map(|file| {
            let path = file.path().to_str()?;
            let note = Note::parse(path, file.contents_utf8()?, &mut Vec::new());
            let flag = read_flag_note(&note, &mut Vec::new())?;
            Some(Flag { origin: FlagOrigin::BuiltIn, ..flag })
        })
        .collect();
    flags.sort_by(|a, b| a.id.cmp(&b.id));
    flags
}

/// The rules of the built-in red flags, sorted by id.
pub fn built_in_rules() -> Vec<RuleSet> {
    let mut rules: Vec<RuleSet> = BUILT_IN
        .files()
        .filter_map(|file| {
            let path = file.path().to_str()?;
            let note = Note::parse(path, file.contents_utf8()?, &mut Vec::new());
            let flag = read_flag_note(&note, &mut Vec::new())?;
            Some(read_rules(&note, flag.id.as_str(), false, &mut Vec::new()))
        })
        .collect();
    rules.sort_by(|a, b| a.id.cmp(&b.id));
    rules
}

impl Vault {
    /// The red flags; of the vault's files, those below `flags/` are read.
    pub fn flags(&self, files: &[VaultFile]) -> FlagNotes {
        let mut notes = FlagNotes { flags: built_in_flags(), ..FlagNotes::default() };
        let own = files.iter().filter(|file| file.path.starts_with("flags/") && file.is_note());
        for file in own {
            let read = self.read(file);
            let mut faults = read.faults;
            let note = Note::parse(&file.path, &read.text, &mut faults);
            match read_flag_note(&note, &mut faults) {
                Some(flag) => {
                    let rules = read_rules(&note, flag.id.as_str(), true, &mut faults);
                    notes.add(flag, rules);
                }
                None => {
                    if note.kind.is_some() {
                        faults.push(no_flag());
                    }
                    notes.unread.push(UnreadFlag { id: meant_id(&note), path: file.path.clone() });
                }
            }
            notes.faults.extend(place(&file.path, &read.text, faults));
        }
        notes
    }
}

fn no_flag() -> Fault {
    Fault::new("no-flag", Span::new(0, 0)).hinting(Phrase::new("no-flag-hint"))
}

/// The id that a note gives which is no red flag, else its name.
fn meant_id(note: &Note<'_>) -> FlagId {
    let given = note.root().and_then(|root| root.get("id")).and_then(Node::text);
    FlagId::new(given.unwrap_or_else(|| note.stem()))
}
