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
    if matches!(note.kind, None | Some(Kind::Flag)) {
        return;
    }
    let Some((_, value)) = note.root().and_then(|root| root.entry("type")) else { return };
    faults.push(
        Fault::new("outside-client", value.span()).hinting(Phrase::new("outside-client-hint")),
    );
}
