//! `twin-name`: two files or folders have the same name to people, and not to the system.

use crate::check::{Anchored, Finds, Rule, Surroundings, VaultView};
use crate::finding::{Level, Span};
use crate::note::Fault;
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "twin-name",
    level: Level::Error,
    why: "An accent is written as one character with its letter, or apart (NFC, NFD). Two names \
          that differ in that alone look the same, a link finds either, and some systems keep \
          only one of the two.",
    finds: Finds::InVault(find),
};

fn find(_: &VaultView<'_>, surroundings: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    for path in surroundings.files.twins() {
        let fault = Fault::new("twin-name", Span::default()).hinting(Phrase::new("twin-name-hint"));
        found.push(Anchored::new(path, None, fault));
    }
}
