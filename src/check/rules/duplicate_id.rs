//! `duplicate-id`: two incidents, or two decisions, of a client have the same id.

use std::collections::BTreeMap;

use crate::check::{Anchored, CaseView, Finds, Rule, Surroundings};
use crate::finding::{Level, Span};
use crate::note::Fault;
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "duplicate-id",
    level: Level::Error,
    why: "Decisions cite incidents by id. With two of the same id nobody can say which one was \
          meant.",
    finds: Finds::InCase(find),
};

fn find(view: &CaseView<'_>, _: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    let incidents =
        view.case.incidents.iter().map(|incident| (incident.id.as_str(), incident.note.as_str()));
    let decisions =
        view.case.decisions.iter().map(|decision| (decision.id.as_str(), decision.note.as_str()));
    let mut first: BTreeMap<&str, &str> = BTreeMap::new();
    for (id, note) in incidents.chain(decisions) {
        if let Some(other) = first.get(id) {
            let fault = Fault::new("duplicate-id", Span::default())
                .saying(Phrase::new("duplicate-id").with("id", id).with("other", *other))
                .hinting(Phrase::new("duplicate-id-hint"));
            found.push(match *other == note {
                true => Anchored::at_words(note, "incidents", id, fault),
                false => Anchored::new(note, None, fault),
            });
        } else {
            first.insert(id, note);
        }
    }
}
