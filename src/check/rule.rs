//! What a rule is, and the table of all of them.

use std::collections::BTreeMap;

use super::reading::READING;
use super::rules::RULES_OF_NOTES;
use super::{Anchored, Surroundings};
use crate::finding::Level;
use crate::model::{Case, Client, Digest, Flag};
use crate::note::{Fault, Note, Recorded};
use crate::vault::{ClientFiles, NamedInSettings};

/// A rule: what it is called, how much it matters, how it finds.
#[derive(Clone, Copy, Debug)]
pub struct Rule {
    /// The stable code, such as `unknown-flag`.
    pub code: &'static str,
    /// How much its findings matter.
    pub level: Level,
    /// Why there is such a rule: one or two English sentences for `docs/rules.md`.
    pub why: &'static str,
    /// How it finds.
    pub finds: Finds,
}

/// How a rule finds.
#[derive(Clone, Copy, Debug)]
pub enum Finds {
    /// While text becomes values, in `note` or `vault`.
    WhileReading,
    /// In one note, its text at hand.
    InNote(FindInNote),
    /// In everything on file about one client.
    InCase(FindInCase),
    /// In what belongs to no client: the settings and the user's own red flags.
    InVault(FindInVault),
}

/// Finds in one note.
pub type FindInNote = fn(&Note<'_>, &Recorded, &Client, &Surroundings<'_>, &mut Vec<Fault>);

/// Finds in everything on file about one client.
pub type FindInCase = fn(&CaseView<'_>, &Surroundings<'_>, &mut Vec<Anchored>);

/// Finds in what belongs to no client.
pub type FindInVault = fn(&VaultView<'_>, &Surroundings<'_>, &mut Vec<Anchored>);

/// Everything on file about one client, as rules see it.
#[derive(Clone, Copy, Debug)]
pub struct CaseView<'c> {
    /// What the notes record.
    pub case: &'c Case,
    /// The files of the client's folder.
    pub files: &'c ClientFiles,
    /// The path of the note that tells about the client; `None` where there is none.
    pub client_note: Option<&'c str>,
    /// The paths of further notes that say they are the client note; they are not read.
    pub further_client_notes: &'c [String],
    /// The digest of every file below a folder `evidence/` and of every other that an exhibit
    /// names, by path.
    pub evidence: &'c BTreeMap<String, Digest>,
}

/// What belongs to no client, as rules see it.
#[derive(Clone, Copy, Debug)]
pub struct VaultView<'v> {
    /// What the settings name, with places in `casefile.toml`.
    pub named: &'v NamedInSettings,
    /// The red flags, built in and the user's own, several of one id included.
    pub flags: &'v [Flag],
}

/// Every rule: first those of reading, then the others; each group sorted by code.
pub const RULES: [&[Rule]; 2] = [&READING, &RULES_OF_NOTES];

/// The rule of a code.
pub fn rule(code: &str) -> Option<&'static Rule> {
    RULES.iter().copied().flatten().find(|rule| rule.code == code)
}
