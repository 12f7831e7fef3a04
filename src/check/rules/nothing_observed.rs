//! `nothing-observed`: an incident without a text, a quote or a piece of evidence.

use crate::check::{Anchored, CaseView, Finds, Rule, Surroundings};
use crate::finding::{Level, Span};
use crate::note::Fault;
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "nothing-observed",
    level: Level::Warning,
    why: "An incident is what was seen or heard. One that says only how bad it was cannot be \
          checked by anybody, its author in a year included.",
    finds: Finds::InCase(find),
};

fn find(view: &CaseView<'_>, _: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    for incident in &view.case.incidents {
        if !incident.observed.is_empty()
            || incident.quote.is_some()
            || !incident.evidence.is_empty()
        {
            continue;
        }
        found.push(Anchored::new(
            &incident.note,
            "flags",
            Fault::new("nothing-observed", Span::default())
                .saying(Phrase::new("nothing-observed").with("incident", incident.id.as_str()))
                .hinting(Phrase::new("nothing-observed-hint")),
        ));
    }
}
