//! `faulty-screening`: a note of questions that are not asked, because they lie elsewhere; what is
//! wrong inside of `screening.md` is found while it is read.

use crate::check::{Finds, Rule, Surroundings};
use crate::finding::Level;
use crate::model::Client;
use crate::note::{Fault, Kind, Note, Recorded};
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "faulty-screening",
    level: Level::Error,
    why: "The questions before a yes come from `screening.md` beside `casefile.toml`. A note that \
          asks nothing, asks twice under one id, or lies elsewhere would silently leave others in \
          force.",
    finds: Finds::InNote(find),
};

fn find(note: &Note<'_>, _: &Recorded, _: &Client, _: &Surroundings<'_>, faults: &mut Vec<Fault>) {
    find_in(note, faults);
}

/// Looks at a note that is not `screening.md` at the vault's root.
pub(super) fn find_in(note: &Note<'_>, faults: &mut Vec<Fault>) {
    if note.kind != Some(Kind::Screening) {
        return;
    }
    let Some((_, value)) = note.root().and_then(|root| root.entry("type")) else { return };
    faults.push(
        Fault::new("faulty-screening", value.span())
            .saying(Phrase::new("screening-elsewhere"))
            .hinting(Phrase::new("screening-elsewhere-hint")),
    );
}
