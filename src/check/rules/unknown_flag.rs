//! `unknown-flag`: an incident, a boundary or a lesson names a red flag that no catalogue has.

use crate::check::{Finds, Rule, Surroundings};
use crate::finding::{Level, Span};
use crate::model::{Client, LessonTarget};
use crate::note::body::link_target;
use crate::note::{Fault, Fields, Kind, Note, Recorded, nearest};
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "unknown-flag",
    level: Level::Error,
    why: "An incident counts by its red flags. One that the catalogue does not have counts \
          nothing, so the score would be too low without a word.",
    finds: Finds::InNote(find),
};

fn find(
    note: &Note<'_>,
    _: &Recorded,
    _: &Client,
    surroundings: &Surroundings<'_>,
    faults: &mut Vec<Fault>,
) {
    let Some(root) = note.root() else { return };
    let items = root.get("incidents").into_iter().flat_map(|list| list.items());
    let mut named: Vec<(&str, Span)> = Vec::new();
    for map in std::iter::once(root).chain(items) {
        for key in ["flags", "covers"] {
            named.extend(Fields::new(map, &mut Vec::new()).texts(key));
        }
    }
    if note.kind == Some(Kind::Postmortem) {
        let lessons = root.get("lessons").into_iter().flat_map(|list| list.items());
        named.extend(lessons.filter_map(|lesson| {
            let changes = lesson.get("changes")?;
            match LessonTarget::of(changes.text()?) {
                LessonTarget::Flag(id) => Some((id, changes.span())),
                LessonTarget::Question(_) | LessonTarget::Other(_) => None,
            }
        }));
    }
    for (name, span) in named {
        let id = link_target(name);
        if surroundings.catalogue.get(id).is_some() {
            continue;
        }
        let known = surroundings.catalogue.iter().map(|flag| flag.id.as_str());
        let hint = match nearest(id, known) {
            Some(near) => Phrase::new("unknown-flag-nearest").with("flag", near),
            None => Phrase::new("unknown-flag-hint"),
        };
        faults.push(
            Fault::new("unknown-flag", span)
                .saying(Phrase::new("unknown-flag").with("flag", id))
                .hinting(hint),
        );
    }
}
