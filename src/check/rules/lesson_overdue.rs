//! `lesson-overdue`: the day of a lesson has passed, and it is not done (R26).

use crate::assess::AsOf;
use crate::check::{Anchored, CaseView, Finds, Rule, Surroundings};
use crate::finding::{Level, Span};
use crate::note::Fault;
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "lesson-overdue",
    level: Level::Warning,
    why: "A lesson is something to do by a day. Past that day it is put into practice, put off \
          with a new day, or given up; left as it is, the next client costs the same.",
    finds: Finds::InCase(find),
};

fn find(view: &CaseView<'_>, surroundings: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    let today = AsOf::at_instant(surroundings.now, &view.case.client.zone).day;
    for lesson in view.case.lessons.iter().filter(|lesson| lesson.done.is_none()) {
        let Some(due) = lesson.due.filter(|due| *due < today) else { continue };
        let fault = Fault::new("lesson-overdue", Span::default())
            .saying(
                Phrase::new("lesson-overdue").with("what", lesson.what.as_str()).with("date", due),
            )
            .hinting(Phrase::new("lesson-overdue-hint").with("today", today.to_string()));
        found.push(Anchored::at_words(&lesson.note, "lessons", lesson.what.as_str(), fault));
    }
}
