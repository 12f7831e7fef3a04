//! Rules that a vault is held against, and what they find.
//!
//! Owns: the table of rules, their levels, which findings are not to be shown. Must not: read
//! files or the clock; the texts, the names of files and the day are arguments.

mod anchor;
mod ignore;
mod reading;
mod rule;
mod rules;
mod surroundings;

pub use anchor::{Anchored, Spot};
pub use ignore::{Ignored, apply_ignores};
pub use rule::{
    CaseView, FindInCase, FindInNote, FindInVault, Finds, RULES, Rule, VaultView, rule,
};
pub use surroundings::{FileNames, Surroundings};

pub(crate) use rules::{FUTURE_LEEWAY, check_stray, duplicate_flags, exhibited_files};

use crate::finding::Finding;
use crate::model::Client;
use crate::note::{Fault, Note, PlacedFault, Recorded};
use crate::vault::Inspect;

/// Holds notes against every rule that looks at one note at a time.
#[derive(Clone, Copy, Debug)]
pub struct NoteRules<'s>(pub &'s Surroundings<'s>);

impl Inspect for NoteRules<'_> {
    fn inspect(&self, note: &Note<'_>, recorded: &Recorded, client: &Client) -> Vec<Fault> {
        let mut faults = Vec::new();
        for rule in RULES.iter().copied().flatten() {
            if let Finds::InNote(find) = rule.finds {
                find(note, recorded, client, self.0, &mut faults);
            }
        }
        faults
    }
}

/// What the rules about a whole client find, each anchored at a key of a note.
pub fn check_case(case: &CaseView<'_>, surroundings: &Surroundings<'_>) -> Vec<Anchored> {
    let mut found = Vec::new();
    for rule in RULES.iter().copied().flatten() {
        if let Finds::InCase(find) = rule.finds {
            find(case, surroundings, &mut found);
        }
    }
    found
}

/// What the rules about the vault as a whole find.
pub fn check_vault(view: &VaultView<'_>, surroundings: &Surroundings<'_>) -> Vec<Anchored> {
    let mut found = Vec::new();
    for rule in RULES.iter().copied().flatten() {
        if let Finds::InVault(find) = rule.finds {
            find(view, surroundings, &mut found);
        }
    }
    found
}

/// Gives faults the level of their rule.
pub fn findings(faults: impl IntoIterator<Item = PlacedFault>) -> Vec<Finding> {
    let to_finding = |placed: PlacedFault| {
        let PlacedFault { location, fault } = placed;
        let rule = rule(fault.code);
        debug_assert!(rule.is_some(), "no rule `{}` in the table", fault.code);
        let level = rule.map_or(crate::finding::Level::Error, |rule| rule.level);
        Finding { code: fault.code, level, location, message: fault.message, hint: fault.hint }
    };
    let mut findings: Vec<Finding> = faults.into_iter().map(to_finding).collect();
    findings.sort_by(|a, b| (&a.location, a.code).cmp(&(&b.location, b.code)));
    findings.dedup();
    findings
}
