//! `duplicate-flag`: two of the user's own red flags have the same id.

use std::collections::BTreeMap;

use crate::check::{Anchored, Finds, Rule, Surroundings, VaultView};
use crate::finding::{Level, Span};
use crate::model::{Flag, FlagOrigin};
use crate::note::Fault;
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "duplicate-flag",
    level: Level::Error,
    why: "Of two red flags with the same id the first counts; the weight and the signals of the \
          second are read by nobody.",
    finds: Finds::InVault(find),
};

fn find(view: &VaultView<'_>, _: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    found.extend(find_among(view.flags));
}

/// Looks at red flags, built in and the user's own.
pub(crate) fn find_among(flags: &[Flag]) -> Vec<Anchored> {
    let mut found = Vec::new();
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    for flag in flags {
        let FlagOrigin::Vault(note) = &flag.origin else { continue };
        let id = flag.id.as_str();
        let Some(other) = first.get(id) else {
            first.insert(id, note);
            continue;
        };
        found.push(Anchored::new(
            note,
            "id",
            Fault::new("duplicate-flag", Span::default())
                .saying(Phrase::new("duplicate-flag").with("flag", id).with("other", *other))
                .hinting(Phrase::new("duplicate-flag-hint")),
        ));
    }
    found
}
