//! The lessons of a postmortem.

use super::{Note, Record};
use crate::model::Lesson;
use crate::note::Fields;

/// Reads the list `lessons`; an item that says nothing yet is a line to be filled in.
pub(super) fn read_lessons(note: &Note<'_>, fields: &mut Fields<'_, '_, '_>) -> Option<Record> {
    let mut lessons = Vec::new();
    for row in fields.maps("lessons") {
        let mut of_row = Vec::new();
        let mut row = Fields::new(row, &mut of_row);
        row.check_keys(&["what", "owner", "due", "changes", "done"]);
        let text = |text: Option<&str>| {
            text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned)
        };
        let what = text(row.text("what"));
        let (owner, changes) = (text(row.text("owner")), text(row.text("changes")));
        let (due, done) = (row.date("due"), row.date("done"));
        of_row.into_iter().for_each(|fault| fields.report(fault));
        lessons.extend(what.map(|what| Lesson {
            what,
            owner,
            due,
            changes,
            done,
            note: note.path.to_owned(),
        }));
    }
    (!lessons.is_empty()).then_some(Record::Lessons(lessons))
}
