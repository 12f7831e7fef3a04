//! The red flags: built in, and the user's own below `flags/`.

use include_dir::{Dir, include_dir};

use super::{Vault, VaultFile};
use crate::finding::Span;
use crate::model::{Flag, FlagOrigin};
use crate::note::{Fault, Note, PlacedFault, place, read_flag_note};
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
    /// Faults of the user's own.
    pub faults: Vec<PlacedFault>,
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
                    notes.rules.push(RuleSet { is_own: true, ..rules });
                    notes.flags.push(flag);
                }
                None if note.kind.is_some() => faults.push(
                    Fault::new("no-flag", Span::new(0, 0)).hinting(Phrase::new("no-flag-hint")),
                ),
                None => {}
            }
            notes.faults.extend(place(&file.path, &read.text, faults));
        }
        notes
    }
}
