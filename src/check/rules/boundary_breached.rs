//! `boundary-breached`: a boundary was crossed and nothing was decided since (R9).

use crate::assess::{AsOf, BoundaryState, assess};
use crate::check::{Anchored, CaseView, Finds, Rule, Surroundings};
use crate::finding::{Level, Span};
use crate::model::DecisionKind;
use crate::note::Fault;
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "boundary-breached",
    level: Level::Warning,
    why: "A boundary that is crossed and followed by nothing is worth less than none. What you said \
          would follow was written while you were calm.",
    finds: Finds::InCase(find),
};

fn find(view: &CaseView<'_>, surroundings: &Surroundings<'_>, found: &mut Vec<Anchored>) {
    if !view.case.decisions.iter().any(|decision| decision.kind == DecisionKind::Boundary) {
        return;
    }
    let as_of = AsOf::at_instant(surroundings.now, &view.case.client.zone);
    let assessment = assess(view.case, surroundings.catalogue, surroundings.settings, as_of);
    // Past the review date `review-overdue` says the same, as an error.
    for boundary in assessment.boundaries.iter().filter(|boundary| !boundary.review_overdue) {
        let BoundaryState::Breached { by, on } = &boundary.state else { continue };
        let said = Phrase::new("boundary-breached").with("incident", by.as_str()).with("date", *on);
        found.push(Anchored::new(
            &boundary.note,
            "consequence",
            Fault::new("boundary-breached", Span::default()).saying(said).hinting(
                Phrase::new("boundary-breached-hint").with("client", view.files.id.as_str()),
            ),
        ));
    }
}
