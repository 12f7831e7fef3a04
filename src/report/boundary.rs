//! Boundaries: what was told, and whether it held, in one sentence.

use jiff::civil::Date;
use serde::Serialize;

use super::{Names, Sentence};
use crate::assess::{Boundary, BoundaryState};
use crate::locale::by_channel;
use crate::model::{Case, Channel, DecisionId, FlagId, IncidentId, Moment};
use crate::phrase::Phrase;

/// A limit told to the client.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct BoundaryView {
    /// The decision that set it.
    pub decision: DecisionId,
    /// The limit in the user's words; empty where the decision gives none.
    pub statement: String,
    /// The red flags that breach it.
    pub covers: Vec<FlagId>,
    /// When the client was told.
    pub told: Moment,
    /// How the client was told.
    pub how: Option<Channel>,
    /// When and how the client was told, in words.
    pub told_said: Sentence,
    /// The day on which the second chance ends.
    pub review_by: Date,
    /// What the user said would follow.
    pub consequence: Option<String>,
    /// `not-yet-told`, `in-force`, `breached`, `review-overdue`, `kept`, `superseded`, `ended`.
    pub state: &'static str,
    /// The same in words, with what is due.
    pub said: Sentence,
    /// Every incident that breached it, oldest first.
    pub breaches: Vec<IncidentId>,
    /// Whether it held.
    pub kept: bool,
    /// Whether its review date has passed without a decision.
    pub review_overdue: bool,
}

impl BoundaryView {
    /// The view of a boundary of this case.
    pub fn of(boundary: &Boundary, case: &Case, names: &Names) -> Self {
        let decision = case.decisions.iter().find(|decision| decision.id == boundary.decision);
        let how = decision.and_then(|decision| decision.told.as_ref()?.how);
        let told_said = match how {
            Some(how) => Phrase::new("report-boundary-told-how")
                .with("date", boundary.told.day)
                .with("how", by_channel(how)),
            None => Phrase::new("report-boundary-told").with("date", boundary.told.day),
        };
        Self {
            decision: boundary.decision.clone(),
            statement: boundary.statement.clone(),
            covers: boundary.covers.clone(),
            told: boundary.told,
            how,
            told_said: Sentence::of(&told_said, names),
            review_by: boundary.review_by,
            consequence: boundary.consequence.clone(),
            state: state_word(&boundary.state),
            said: Sentence::of(&state_said(boundary), names),
            breaches: boundary.breaches.clone(),
            kept: boundary.kept,
            review_overdue: boundary.review_overdue,
        }
    }
}

const fn state_word(state: &BoundaryState) -> &'static str {
    match state {
        BoundaryState::NotYetTold => "not-yet-told",
        BoundaryState::InForce => "in-force",
        BoundaryState::Breached { .. } => "breached",
        BoundaryState::ReviewOverdue { .. } => "review-overdue",
        BoundaryState::Kept { .. } => "kept",
        BoundaryState::Superseded { .. } => "superseded",
        BoundaryState::Ended { .. } => "ended",
    }
}

fn state_said(boundary: &Boundary) -> Phrase {
    let review = boundary.review_by;
    match &boundary.state {
        BoundaryState::NotYetTold => {
            Phrase::new("report-boundary-not-yet-told").with("date", boundary.told.day)
        }
        BoundaryState::InForce => Phrase::new("report-boundary-in-force").with("review", review),
        BoundaryState::Breached { by, on } if boundary.review_overdue => {
            Phrase::new("report-boundary-breached-overdue")
                .with("incident", by.as_str())
                .with("date", *on)
                .with("count", boundary.breaches.len())
                .with("review", review)
        }
        BoundaryState::Breached { by, on } => Phrase::new("report-boundary-breached")
            .with("incident", by.as_str())
            .with("date", *on)
            .with("count", boundary.breaches.len())
            .with("review", review),
        BoundaryState::ReviewOverdue { since } => {
            Phrase::new("report-boundary-review-overdue").with("date", *since)
        }
        BoundaryState::Kept { on, .. } => Phrase::new("report-boundary-kept").with("date", *on),
        BoundaryState::Superseded { on, .. } | BoundaryState::Ended { on, .. }
            if !boundary.breaches.is_empty() =>
        {
            Phrase::new("report-boundary-ended-breached")
                .with("count", boundary.breaches.len())
                .with(
                    "incidents",
                    boundary.breaches.iter().map(IncidentId::as_str).collect::<Vec<_>>().join(", "),
                )
                .with("date", *on)
        }
        BoundaryState::Superseded { on, .. } => {
            Phrase::new("report-boundary-superseded").with("date", *on)
        }
        BoundaryState::Ended { on, .. } => Phrase::new("report-boundary-ended").with("date", *on),
    }
}
