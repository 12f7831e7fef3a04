//! `misplaced-flag`: a red-flag note that lies outside of `flags/`.

use crate::check::{Finds, Rule, Surroundings};
use crate::finding::Level;
use crate::model::Client;
use crate::note::{Fault, Kind, Note, Recorded};
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "misplaced-flag",
    level: Level::Error,
    why: "Red flags are read from `flags/` alone. One that lies elsewhere is in no catalogue, \
          and incidents that name it count nothing.",
    finds: Finds::InNote(find),
};

fn find(note: &Note<'_>, _: &Recorded, _: &Client, _: &Surroundings<'_>, faults: &mut Vec<Fault>) {
    find_in(note, faults);
}

/// Looks at a note that lies outside of `flags/`.
pub(super) fn find_in(note: &Note<'_>, faults: &mut Vec<Fault>) {
    if note.kind != Some(Kind::Flag) {
        return;
    }
    let Some((_, value)) = note.root().and_then(|root| root.entry("type")) else { return };
    let path = format!("flags/{}.md", note.stem());
    faults.push(
        Fault::new("misplaced-flag", value.span())
            .hinting(Phrase::new("misplaced-flag-hint").with("path", path)),
    );
}
