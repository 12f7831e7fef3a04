//! `mind-reading`: what somebody meant or felt, in what was observed (R7).

use super::wording::{Wording, Words};
use crate::check::{Finds, Rule, Surroundings};
use crate::finding::Level;
use crate::model::Client;
use crate::note::{Fault, Note, Recorded};
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "mind-reading",
    level: Level::Warning,
    why: "What was seen and heard can be shown; what somebody meant by it cannot. A reader who \
          doubts the second doubts the first.",
    finds: Finds::InNote(find),
};

/// Words for the intentions of others; one's own are known.
static WORDS: Words = Words::new(&[
    Wording::of_others("wanted to"),
    Wording::of_others("on purpose"),
    Wording::of_others("deliberately"),
    Wording::of_others("intentionally"),
    Wording::of_others("out of spite"),
    Wording::of_others("in bad faith"),
    Wording::of_others("to humiliate"),
    Wording::of_others("to punish"),
    Wording::of_others("trying to make me"),
    Wording::of_others("tried to make me"),
    Wording::of_others("does not care"),
    Wording::of_others("doesn't care"),
    Wording::of_others("did not care"),
    Wording::of_others("didn't care"),
    Wording::of_others("knows full well"),
    Wording::of_others("knew full well"),
    Wording::of_others("obviously"),
    Wording::of_others("fait exprès"),
    Wording::of_others("font exprès"),
    Wording::of_others("faisait exprès"),
    Wording::of_others("volontairement"),
    Wording::of_others("délibérément"),
    Wording::of_others("intentionnellement"),
    Wording::of_others("voulait me"),
    Wording::of_others("voulaient me"),
    Wording::of_others("veut me"),
    Wording::of_others("veulent me"),
    Wording::of_others("voulait m'"),
    Wording::of_others("veut m'"),
    Wording::of_others("cherche à me"),
    Wording::of_others("cherchait à me"),
    Wording::of_others("pour m'humilier"),
    Wording::of_others("pour me punir"),
    Wording::of_others("de mauvaise foi"),
    Wording::of_others("s'en fiche"),
    Wording::of_others("s'en moque"),
    Wording::of_others("sait très bien"),
    Wording::of_others("savait très bien"),
    Wording::of_others("évidemment"),
    Wording::of_others("Évidemment"),
]);

fn find(
    note: &Note<'_>,
    recorded: &Recorded,
    _: &Client,
    _: &Surroundings<'_>,
    faults: &mut Vec<Fault>,
) {
    for (words, span) in WORDS.find_in_observed(note, recorded) {
        faults.push(
            Fault::new("mind-reading", span)
                .saying(Phrase::new("mind-reading").with("words", words))
                .hinting(Phrase::new("mind-reading-hint")),
        );
    }
}
