//! Where the relationship is, from the decisions; and which decision may follow.

use super::AsOf;
use crate::model::{Case, Decision, DecisionKind, Stage};
use crate::phrase::Phrase;

/// Where the relationship is at `as_of`.
///
/// A client begins as a prospect, or engaged from the day of signing. An amendment leaves the
/// stage as it is, and the decision that it supersedes keeps its effect on the stage.
pub fn stage(case: &Case, as_of: AsOf) -> Stage {
    let mut decisions: Vec<&Decision> =
        case.decisions.iter().filter(|decision| as_of.knows(decision.moment)).collect();
    decisions.sort_by(|a, b| (a.moment, &a.id).cmp(&(b.moment, &b.id)));
    let signed = case.client.signed.is_some_and(|day| day <= as_of.day);
    let start = if signed { Stage::Engaged } else { Stage::Prospect };
    decisions.into_iter().fold(start, |stage, decision| after(stage, decision.kind))
}

/// The stage that a decision leads to, whether or not it was allowed: notes written by hand are
/// taken at their word.
const fn after(stage: Stage, kind: DecisionKind) -> Stage {
    match (kind, stage) {
        (DecisionKind::Reopen, Stage::Declined) => Stage::Prospect,
        (DecisionKind::Accept | DecisionKind::Keep | DecisionKind::Reopen, _) => Stage::Engaged,
        (DecisionKind::Decline, _) => Stage::Declined,
        (DecisionKind::Boundary, _) => Stage::OnNotice,
        (DecisionKind::Exit, _) => Stage::Leaving,
        (DecisionKind::Announce, _) => Stage::Told,
        (DecisionKind::Close, _) => Stage::Closed,
        (DecisionKind::Amend, _) => stage,
    }
}

/// The decisions that may follow at a stage; an amendment also needs a decision to correct.
pub const fn allowed(stage: Stage) -> &'static [DecisionKind] {
    use DecisionKind::{Accept, Amend, Announce, Boundary, Close, Decline, Exit, Keep, Reopen};
    match stage {
        Stage::Prospect => &[Accept, Decline, Amend],
        Stage::Engaged => &[Boundary, Exit, Close, Amend],
        Stage::OnNotice => &[Boundary, Keep, Exit, Close, Amend],
        Stage::Leaving => &[Keep, Announce, Amend],
        Stage::Told => &[Keep, Close, Amend],
        Stage::Closed | Stage::Declined => &[Reopen, Amend],
    }
}

/// Whether a decision may follow at a stage; else a phrase that says why not.
pub fn check_transition(stage: Stage, kind: DecisionKind) -> Result<(), Phrase> {
    if allowed(stage).contains(&kind) {
        return Ok(());
    }
    let words: Vec<&str> = allowed(stage).iter().map(|kind| kind.as_str()).collect();
    Err(Phrase::new("decision-refused")
        .with("kind", kind.as_str())
        .with("stage", Phrase::new(stage_key(stage)))
        .with("allowed", words.join(", ")))
}

/// The key of the phrase that names a stage.
const fn stage_key(stage: Stage) -> &'static str {
    match stage {
        Stage::Prospect => "stage-prospect",
        Stage::Engaged => "stage-engaged",
        Stage::OnNotice => "stage-on-notice",
        Stage::Leaving => "stage-leaving",
        Stage::Told => "stage-told",
        Stage::Closed => "stage-closed",
        Stage::Declined => "stage-declined",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::fixture::{boundary, case, decision, on};

    #[test]
    fn decisions_lead_through_the_stages() {
        let mut case = case();
        assert_eq!(stage(&case, on("2026-01-01")), Stage::Prospect);
        case.decisions = vec![
            decision("2026-01-02", DecisionKind::Accept),
            boundary("2026-01-03", &["disrespect"]),
            decision("2026-01-04", DecisionKind::Exit),
            decision("2026-01-05", DecisionKind::Keep),
            decision("2026-01-06", DecisionKind::Exit),
            decision("2026-01-07", DecisionKind::Announce),
            decision("2026-01-08", DecisionKind::Amend),
            decision("2026-01-09", DecisionKind::Close),
            decision("2026-01-10", DecisionKind::Reopen),
        ];
        let stages: Vec<&str> =
            (2..=10).map(|day| stage(&case, on(&format!("2026-01-{day:02}"))).as_str()).collect();
        let expected = [
            "engaged",
            "on-notice",
            "leaving",
            "engaged",
            "leaving",
            "told",
            "told",
            "closed",
            "engaged",
        ];
        assert_eq!(stages, expected);
    }

    #[test]
    fn signing_counts_as_accepting() {
        let mut case = case();
        case.client.signed = "2026-01-10".parse().ok();
        assert_eq!(stage(&case, on("2026-01-09")), Stage::Prospect);
        assert_eq!(stage(&case, on("2026-01-10")), Stage::Engaged);
    }

    #[test]
    fn a_declined_prospect_is_reopened_as_a_prospect() {
        let mut case = case();
        case.decisions = vec![
            decision("2026-01-02", DecisionKind::Decline),
            decision("2026-01-03", DecisionKind::Reopen),
        ];
        assert_eq!(stage(&case, on("2026-01-02")), Stage::Declined);
        assert_eq!(stage(&case, on("2026-01-03")), Stage::Prospect);
    }

    #[test]
    fn an_announcement_needs_an_exit_before_it() {
        assert_eq!(check_transition(Stage::Leaving, DecisionKind::Announce), Ok(()));
        let refused = check_transition(Stage::Engaged, DecisionKind::Announce).unwrap_err();
        assert_eq!(refused.key, "decision-refused");
        assert_eq!(refused.args[2], ("allowed", "boundary, exit, close, amend".into()));
    }
}
