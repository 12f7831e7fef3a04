//! Boundaries: limits told to the client, and whether they held (R9–R11).

use jiff::civil::Date;

use super::AsOf;
use super::occurrence::Occurrence;
use crate::model::{
    Case, Decision, DecisionId, DecisionKind, FlagId, IncidentId, Moment, Period, Settings,
};

/// A limit told to the client.
#[derive(Clone, Debug, PartialEq)]
pub struct Boundary {
    /// The decision that set it.
    pub decision: DecisionId,
    /// The path of the decision's note.
    pub note: String,
    /// The limit in the user's words; empty where the decision gives none.
    pub statement: String,
    /// The red flags that breach it, sorted.
    pub covers: Vec<FlagId>,
    /// When the client was told: the day of telling, else the moment of the decision.
    pub told: Moment,
    /// The day on which the second chance ends.
    pub review_by: Date,
    /// What the user said would follow.
    pub consequence: Option<String>,
    /// Where it is.
    pub state: BoundaryState,
    /// Every incident that breached it, oldest first, derived ones included.
    pub breaches: Vec<IncidentId>,
    /// Whether it held until its review date or until a `keep`: relieves earlier incidents.
    pub kept: bool,
    /// Whether the review date has passed without a decision, breached or not.
    pub review_overdue: bool,
    /// When a later decision ended it.
    pub ended: Option<Moment>,
}

/// Where a boundary is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoundaryState {
    /// Decided; the client is told on a later day.
    NotYetTold,
    /// Told, not breached, before its review date.
    InForce,
    /// Told and breached; no decision since has ended it.
    Breached {
        /// The first incident that breached it.
        by: IncidentId,
        /// That incident's day.
        on: Date,
    },
    /// Not breached, but its review date has passed without a decision.
    ReviewOverdue {
        /// The review date.
        since: Date,
    },
    /// Ended, and held until then.
    Kept {
        /// The decision that ended it.
        by: DecisionId,
        /// That decision's day.
        on: Date,
    },
    /// Replaced by a later boundary on the same flags, or by an amendment.
    Superseded {
        /// The decision that replaced it.
        by: DecisionId,
        /// The day it was replaced.
        on: Date,
    },
    /// Ended by a decision before its review date, or after a breach.
    Ended {
        /// The decision that ended it.
        by: DecisionId,
        /// That decision's day.
        on: Date,
    },
}

/// Where a moment lies against a boundary.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Side {
    /// Before the client was told.
    Before,
    /// While it was in force.
    During,
    /// After it ended.
    After,
}

impl Boundary {
    /// Whether it is told, or will be, and no decision has ended it.
    pub const fn is_open(&self) -> bool {
        self.ended.is_none()
    }

    /// Where a moment lies; within one day it takes two times of day to tell the order, and
    /// without them the client has the benefit of the doubt.
    pub(super) fn side(&self, moment: Moment) -> Side {
        let after = |mark: Moment| {
            moment.day > mark.day
                || moment.day == mark.day
                    && moment.time.is_some()
                    && mark.time.is_some()
                    && moment.at > mark.at
        };
        if !after(self.told) {
            Side::Before
        } else if self.ended.is_some_and(after) {
            Side::After
        } else {
            Side::During
        }
    }
}

/// The boundaries of a case with when they were told and ended; not judged yet.
///
/// A boundary ends by a later `keep`, `exit`, `close` or `reopen`, by a later boundary on all of
/// its red flags, or by an amendment that supersedes it.
pub(super) fn told_boundaries(known: &Case, settings: &Settings) -> Vec<Boundary> {
    let decisions = &known.decisions;
    let boundaries = decisions
        .iter()
        .enumerate()
        .filter(|(_, decision)| decision.kind == DecisionKind::Boundary);
    boundaries
        .map(|(index, decision)| {
            let end = decisions.iter().skip(index + 1).find(|later| ends(later, decision));
            let told = told(decision, known);
            let mut covers = decision.covers.clone();
            covers.sort();
            covers.dedup();
            let review = Period::Days(settings.decide.review_days).after(told.day);
            Boundary {
                decision: decision.id.clone(),
                note: decision.note.clone(),
                statement: decision.statement.clone().unwrap_or_default(),
                covers,
                told,
                review_by: decision.review_by.unwrap_or(review),
                consequence: decision.consequence.clone(),
                state: end.map_or(BoundaryState::InForce, |end| ended_state(end, known)),
                breaches: Vec::new(),
                kept: false,
                review_overdue: false,
                ended: end.map(|end| end_moment(end, known)),
            }
        })
        .collect()
}

fn told(decision: &Decision, known: &Case) -> Moment {
    let day = decision.told.as_ref().map(|told| Moment::on_day(told.on, &known.client.zone));
    day.unwrap_or(decision.moment)
}

fn ends(later: &Decision, boundary: &Decision) -> bool {
    match later.kind {
        DecisionKind::Keep | DecisionKind::Exit | DecisionKind::Close | DecisionKind::Reopen => {
            true
        }
        DecisionKind::Boundary => {
            !boundary.covers.is_empty()
                && boundary.covers.iter().all(|flag| later.covers.contains(flag))
        }
        DecisionKind::Amend => later.supersedes.as_ref() == Some(&boundary.id),
        DecisionKind::Accept | DecisionKind::Decline | DecisionKind::Announce => false,
    }
}

/// A renewal takes over when it is told, anything else when it is decided.
fn end_moment(end: &Decision, known: &Case) -> Moment {
    if end.kind == DecisionKind::Boundary { told(end, known) } else { end.moment }
}

/// How the decision ends the boundary, before it is known whether the boundary held.
fn ended_state(end: &Decision, known: &Case) -> BoundaryState {
    let (by, on) = (end.id.clone(), end_moment(end, known).day);
    match end.kind {
        DecisionKind::Boundary | DecisionKind::Amend => BoundaryState::Superseded { by, on },
        DecisionKind::Keep => BoundaryState::Kept { by, on },
        _ => BoundaryState::Ended { by, on },
    }
}

/// Says of each boundary whether it held, from the incidents that count.
pub(super) fn judge(boundaries: &mut [Boundary], occurrences: &[Occurrence], as_of: AsOf) {
    for boundary in boundaries {
        let breaches: Vec<&Occurrence> = occurrences
            .iter()
            .filter(|occurrence| {
                occurrence.has_any(&boundary.covers)
                    && boundary.side(occurrence.moment) == Side::During
            })
            .collect();
        // A renewal that is told later ends the boundary then, and not yet.
        let ended = boundary.ended.filter(|ended| as_of.knows(*ended));
        let last_day = ended.map_or(as_of.day, |ended| ended.day);
        let reviewed = boundary.review_by < last_day;
        let kept_by_decision = matches!(boundary.state, BoundaryState::Kept { .. });
        let told = as_of.knows(boundary.told);
        boundary.kept = told && breaches.is_empty() && (reviewed || kept_by_decision);
        boundary.review_overdue = boundary.is_open() && reviewed;
        boundary.breaches = breaches.iter().map(|breach| breach.id.clone()).collect();
        boundary.state = judged(boundary, breaches.first().copied(), told);
    }
}

fn judged(boundary: &Boundary, breach: Option<&Occurrence>, told: bool) -> BoundaryState {
    match &boundary.state {
        BoundaryState::Ended { by, on } | BoundaryState::Kept { by, on } => {
            let (by, on) = (by.clone(), *on);
            if boundary.kept {
                BoundaryState::Kept { by, on }
            } else {
                BoundaryState::Ended { by, on }
            }
        }
        BoundaryState::Superseded { by, on } => {
            BoundaryState::Superseded { by: by.clone(), on: *on }
        }
        _ if !told => BoundaryState::NotYetTold,
        _ => match breach {
            Some(first) => BoundaryState::Breached { by: first.id.clone(), on: first.moment.day },
            None if boundary.review_overdue => {
                BoundaryState::ReviewOverdue { since: boundary.review_by }
            }
            None => BoundaryState::InForce,
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::Assessment;
    use crate::assess::fixture::{
        assessed, boundary, case, close_to, decision, incident, medium, told_on,
    };
    use crate::model::{Severity, Status};

    fn with(decisions: Vec<Decision>, incidents: Vec<crate::model::Incident>) -> Case {
        Case { decisions, incidents, ..case() }
    }

    fn only(assessment: &Assessment) -> &Boundary {
        assert_eq!(assessment.boundaries.len(), 1);
        &assessment.boundaries[0]
    }

    #[test]
    fn a_boundary_is_in_force_until_its_review_and_then_overdue() {
        let case = with(vec![boundary("2026-03-01", &["disrespect"])], Vec::new());
        let (before, after) = (assessed(&case, "2026-03-31"), assessed(&case, "2026-04-01"));
        assert_eq!(only(&before).state, BoundaryState::InForce);
        let since = "2026-03-31".parse().unwrap();
        assert_eq!(only(&after).state, BoundaryState::ReviewOverdue { since });
        assert!(only(&after).review_overdue && only(&after).kept && !only(&before).kept);
    }

    #[test]
    fn a_breach_is_shown_even_when_the_review_is_overdue() {
        let late = incident("2026-05-02", "disrespect", Severity::Low, Status::Suspected);
        let case = with(vec![boundary("2026-03-01", &["disrespect"])], vec![late.clone()]);
        let assessment = assessed(&case, "2026-06-01");
        let boundary = only(&assessment);
        let breached = BoundaryState::Breached { by: late.id, on: late.moment.day };
        assert_eq!(boundary.state, breached);
        assert!(boundary.review_overdue && !boundary.kept);
    }

    #[test]
    fn a_dismissed_incident_breaches_nothing() {
        let nothing = incident("2026-03-05", "disrespect", Severity::High, Status::Dismissed);
        let case = with(vec![boundary("2026-03-01", &["disrespect"])], vec![nothing]);
        assert_eq!(only(&assessed(&case, "2026-03-05")).state, BoundaryState::InForce);
    }

    #[test]
    fn on_the_day_of_telling_it_takes_two_times_to_breach() {
        let told = boundary("2026-03-02T10:00", &["disrespect"]);
        for (when, breached) in
            [("2026-03-02", false), ("2026-03-02T09:00", false), ("2026-03-02T11:00", true)]
        {
            let case = with(vec![told.clone()], vec![medium(when, "disrespect")]);
            assert_eq!(only(&assessed(&case, "2026-03-02")).breaches.len(), usize::from(breached));
        }
    }

    #[test]
    fn a_keep_ends_a_boundary_that_held_and_relieves_what_was_before() {
        let keep = decision("2026-03-20", DecisionKind::Keep);
        let decisions = vec![boundary("2026-03-01", &["disrespect"]), keep.clone()];
        let case = with(decisions, vec![medium("2026-02-20", "disrespect")]);
        let (before, after) = (assessed(&case, "2026-03-19"), assessed(&case, "2026-03-20"));
        close_to(before.terms[0].relief, 1.0);
        close_to(after.terms[0].relief, 0.5);
        let on = "2026-03-20".parse().unwrap();
        assert_eq!(only(&after).state, BoundaryState::Kept { by: keep.id, on });
        assert_eq!(after.open_boundaries().count(), 0);
    }

    #[test]
    fn a_broken_boundary_relieves_nothing_when_it_ends() {
        let keep = decision("2026-03-20", DecisionKind::Keep);
        let decisions = vec![boundary("2026-03-01", &["disrespect"]), keep];
        let incidents =
            vec![medium("2026-02-20", "disrespect"), medium("2026-03-10", "disrespect")];
        let assessment = assessed(&with(decisions, incidents), "2026-04-20");
        assert!(matches!(only(&assessment).state, BoundaryState::Ended { .. }));
        assert!(assessment.terms.iter().all(|term| term.relief == 1.0));
    }

    #[test]
    fn a_boundary_on_all_of_its_flags_renews_it_and_an_amendment_ends_it() {
        let first = boundary("2026-03-01", &["disrespect"]);
        let other = boundary("2026-03-10", &["scope-creep"]);
        let renewal = boundary("2026-03-20", &["disrespect", "scope-creep"]);
        let amend = Decision {
            supersedes: Some(renewal.id.clone()),
            ..decision("2026-03-25", DecisionKind::Amend)
        };
        let case = with(vec![first, other, renewal, amend], Vec::new());
        let renewed = assessed(&case, "2026-03-20");
        let open: Vec<bool> = renewed.boundaries.iter().map(Boundary::is_open).collect();
        assert_eq!(open, [false, false, true]);
        assert_eq!(assessed(&case, "2026-03-25").open_boundaries().count(), 0);
    }

    #[test]
    fn a_renewal_told_later_does_not_relieve_before_the_review() {
        let renewal =
            Decision { told: told_on("2026-05-01"), ..boundary("2026-03-10", &["disrespect"]) };
        let decisions = vec![boundary("2026-03-01", &["disrespect"]), renewal];
        let case = with(decisions, vec![medium("2026-02-20", "disrespect")]);
        close_to(assessed(&case, "2026-03-12").terms[0].relief, 1.0);
        close_to(assessed(&case, "2026-04-01").terms[0].relief, 0.5);
    }

    #[test]
    fn a_boundary_is_not_in_force_before_the_client_is_told() {
        let told =
            Decision { told: told_on("2026-03-10"), ..boundary("2026-03-01", &["disrespect"]) };
        let case = with(vec![told], vec![medium("2026-03-05", "disrespect")]);
        let assessment = assessed(&case, "2026-03-06");
        assert_eq!(only(&assessment).state, BoundaryState::NotYetTold);
        assert_eq!(only(&assessment).breaches, []);
    }
}
