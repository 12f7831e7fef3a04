//! `incomplete-boundary`: a boundary without its limit, what breaches it, or what follows.

use crate::check::{Anchored, CaseView, Finds, Rule, Surroundings};
use crate::finding::{Level, Span};
use crate::model::DecisionKind;
use crate::note::Fault;
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "incomplete-boundary",
    level: Level::Warning,
    why: "A boundary is tested by the red flags it covers and kept by a consequence that was \
          chosen while calm. One without them can be neither breached nor held.",
    finds: Finds::InCase(find),
};

fn find(view: &CaseView<'_>, _: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    let boundaries =
        view.case.decisions.iter().filter(|decision| decision.kind == DecisionKind::Boundary);
    for boundary in boundaries {
        let parts = [
            ("statement", boundary.statement.is_none()),
            ("covers", boundary.covers.is_empty()),
            ("consequence", boundary.consequence.is_none()),
        ];
        for (key, _) in parts.into_iter().filter(|(_, absent)| *absent) {
            found.push(Anchored::new(
                &boundary.note,
                "kind",
                Fault::new("incomplete-boundary", Span::default())
                    .saying(Phrase::new("incomplete-boundary").with("key", key))
                    .hinting(Phrase::new("incomplete-boundary-hint").with("key", key)),
            ));
        }
    }
}
