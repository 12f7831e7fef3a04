//! `review-overdue`: a second chance has run out and nothing was decided (R10).

use crate::assess::{AsOf, assess};
use crate::check::{Anchored, CaseView, Finds, Rule, Surroundings};
use crate::finding::{Level, Span};
use crate::model::DecisionKind;
use crate::note::Fault;
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "review-overdue",
    level: Level::Error,
    why: "A second chance that never ends is none. Past its review date a boundary waits for a \
          decision: keep, exit, or a new boundary.",
    finds: Finds::InCase(find),
};

fn find(view: &CaseView<'_>, surroundings: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    if !view.case.decisions.iter().any(|decision| decision.kind == DecisionKind::Boundary) {
        return;
    }
    let as_of = AsOf::at_instant(surroundings.now, &view.case.client.zone);
    let assessment = assess(view.case, surroundings.catalogue, surroundings.settings, as_of);
    for boundary in assessment.boundaries.iter().filter(|boundary| boundary.review_overdue) {
        found.push(Anchored::new(
            &boundary.note,
            "review-by",
            Fault::new("review-overdue", Span::default())
                .saying(Phrase::new("review-overdue").with("date", boundary.review_by))
                .hinting(Phrase::new("review-overdue-hint").with("client", view.files.id.as_str())),
        ));
    }
}
