//! `always-never`: "always" and "never" in what was observed (R7).

use super::wording::{Wording, Words};
use crate::check::{Finds, Rule, Surroundings};
use crate::finding::Level;
use crate::model::Client;
use crate::note::{Fault, Note, Recorded};
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "always-never",
    level: Level::Warning,
    why: "\"Always\" and \"never\" are easy to refute with one exception. A count and its dates \
          are not.",
    finds: Finds::InNote(find),
};

/// A word, and what may not stand before and behind it.
static WORDS: Words = Words::new(&[
    Wording::new("always").not_before(&["on file"]),
    Wording::new("never").not_before(&["mind"]).not_after(&["or"]),
    Wording::new("every time"),
    Wording::new("every single time"),
    Wording::new("all the time"),
    Wording::new("constantly"),
    // "Toujours" is also "still".
    Wording::new("toujours").not_before(&[
        "pas",
        "aucun",
        "aucune",
        "rien",
        "sans",
        "en cours",
        "en attente",
        "impayée",
        "impayé",
        "ouverte",
        "ouvert",
    ]),
    Wording::new("jamais").not_after(&["si", "à"]),
    Wording::new("à chaque fois"),
    Wording::new("À chaque fois"),
    Wording::new("tout le temps"),
    Wording::new("constamment"),
    Wording::new("systématiquement"),
]);

fn find(
    note: &Note<'_>,
    recorded: &Recorded,
    _: &Client,
    _: &Surroundings<'_>,
    faults: &mut Vec<Fault>,
) {
    for (word, span) in WORDS.find_in_observed(note, recorded) {
        faults.push(
            Fault::new("always-never", span)
                .saying(Phrase::new("always-never").with("word", word))
                .hinting(Phrase::new("always-never-hint")),
        );
    }
}
