//! `outside-client`: a note about a client lies outside the clients' folders.

use crate::check::{Finds, Rule};
use crate::finding::Level;
use crate::note::{Fault, Kind, Note};
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "outside-client",
    level: Level::Error,
    why: "The client is the folder. A note outside of the clients' folders belongs to nobody and \
          counts nothing.",
    finds: Finds::WhileReading,
};

/// Looks at a note that lies outside the clients' folders.
pub(super) fn find_in(note: &Note<'_>, faults: &mut Vec<Fault>) {
    let Some(root) = note.root() else { return };
    let about_client = match note.kind {
        Some(Kind::Flag | Kind::Screening) => None,
        Some(_) => root.entry("type").map(|(_, value)| value.span()),
        // A free note may list incidents all the same.
        None => root.entry("incidents").map(|(key, _)| key.span()),
    };
    let Some(span) = about_client else { return };
    faults.push(Fault::new("outside-client", span).hinting(Phrase::new("outside-client-hint")));
}
