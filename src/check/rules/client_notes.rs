//! `missing-client-note`, `misplaced-client-note` and `second-client-note`: each client has one
//! note that tells about it, and it is found by its name.

use crate::check::{Anchored, CaseView, Finds, Rule, Surroundings};
use crate::finding::{Level, Span};
use crate::model::composed;
use crate::note::Fault;
use crate::phrase::Phrase;

pub(super) const MISSING: Rule = Rule {
    code: "missing-client-note",
    level: Level::Warning,
    why: "What was agreed (hours, notice, payment) stands in the client note. Without one, the \
          vault's defaults are used and no late reply or payment is seen.",
    finds: Finds::InCase(find_missing),
};

pub(super) const MISPLACED: Rule = Rule {
    code: "misplaced-client-note",
    level: Level::Warning,
    why: "A client note named as its folder is the one that `[[client]]` finds, in this program \
          and in every editor.",
    finds: Finds::InCase(find_misplaced),
};

pub(super) const SECOND: Rule = Rule {
    code: "second-client-note",
    level: Level::Error,
    why: "One note tells about a client. What a second one says is not read, so its invoices and \
          agreements would be missing without a word.",
    finds: Finds::InCase(find_second),
};

fn own_path(view: &CaseView<'_>) -> String {
    let id = &view.files.id;
    format!("clients/{id}/{id}.md")
}

fn find_missing(view: &CaseView<'_>, _: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    if view.client_note.is_some() {
        return;
    }
    let folder = format!("clients/{}", view.files.id);
    let own = own_path(view);
    let present = view.files.notes.iter().find(|file| composed(&file.path) == composed(&own));
    let first = present.or_else(|| view.files.notes.first());
    let path = first.map_or(folder, |file| file.path.clone());
    found.push(Anchored::new(
        path,
        None,
        Fault::new("missing-client-note", Span::default())
            .saying(Phrase::new("missing-client-note").with("client", view.files.id.as_str()))
            .hinting(Phrase::new("missing-client-note-hint").with("path", own)),
    ));
}

fn find_misplaced(view: &CaseView<'_>, _: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    let own = own_path(view);
    let Some(path) = view.client_note.filter(|path| composed(path) != composed(&own)) else {
        return;
    };
    found.push(Anchored::new(
        path,
        "type",
        Fault::new("misplaced-client-note", Span::default())
            .hinting(Phrase::new("misplaced-client-note-hint").with("path", own)),
    ));
}

fn find_second(view: &CaseView<'_>, _: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    for path in view.further_client_notes {
        let fault = Fault::new("second-client-note", Span::default());
        let fault = match view.client_note {
            Some(first) => fault
                .saying(Phrase::new("second-client-note").with("first", first))
                .hinting(Phrase::new("second-client-note-hint").with("first", first)),
            None => fault
                .saying(Phrase::new("second-client-note-unread"))
                .hinting(Phrase::new("misplaced-client-note-hint").with("path", own_path(view))),
        };
        found.push(Anchored::new(path, "type", fault));
    }
}
