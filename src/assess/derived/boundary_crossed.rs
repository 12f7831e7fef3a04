//! `boundary-crossed`: an incident that a boundary in force was meant to prevent.

use jiff::civil::Date;

use super::{BOUNDARY_CROSSED, Derived, UNRESPONSIVE};
use crate::assess::Boundary;
use crate::assess::boundary::Side;
use crate::assess::occurrence::Occurrence;
use crate::model::Case;
use crate::phrase::Phrase;

/// One incident for each incident and boundary, as severe and as sure as the incident, with the
/// day on which it counts together with others.
pub(super) fn derive(
    known: &Case,
    occurrences: &[Occurrence],
    boundaries: &[Boundary],
    derived: &[Derived],
) -> Vec<(Derived, Date)> {
    let mut found = Vec::new();
    for occurrence in occurrences {
        for boundary in boundaries {
            let crossed = occurrence.has_any(&boundary.covers)
                && boundary.side(occurrence.moment) == Side::During;
            if crossed {
                let source = source_of(occurrence, known, derived);
                found.push((
                    crossing(occurrence, boundary, source),
                    shared_day(occurrence, boundary),
                ));
            }
        }
    }
    found
}

fn crossing(occurrence: &Occurrence, boundary: &Boundary, source: &str) -> Derived {
    let fact = Phrase::new("fact-boundary-crossed")
        .with("incident", occurrence.id.as_str())
        .with("statement", boundary.statement.as_str())
        .with("told", boundary.told.day);
    let about = format!("{}@{}", occurrence.id, boundary.decision);
    let (moment, severity) = (occurrence.moment, occurrence.severity);
    let crossing = Derived::confirmed(BOUNDARY_CROSSED, &about, moment, severity, fact, source);
    Derived { status: occurrence.status, ..crossing }
}

/// The note of a logged incident, or what a derived one comes from.
fn source_of<'a>(occurrence: &Occurrence, known: &'a Case, derived: &'a [Derived]) -> &'a str {
    let logged = known.incidents.iter().find(|incident| incident.id == occurrence.id);
    let fact = derived.iter().find(|fact| fact.id == occurrence.id);
    match (occurrence.derived, logged, fact) {
        (false, Some(incident), _) => &incident.note,
        (true, _, Some(fact)) => &fact.source,
        _ => "",
    }
}

/// Crossings by one silence are one occurrence, as the silence is; what crosses by another red
/// flag as well has crossed on its own day.
fn shared_day(occurrence: &Occurrence, boundary: &Boundary) -> Date {
    let mut crossing = occurrence.flags.iter().filter(|flag| boundary.covers.contains(flag));
    if crossing.all(|flag| flag.as_str() == UNRESPONSIVE) {
        occurrence.day_of(UNRESPONSIVE)
    } else {
        occurrence.moment.day
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::fixture::{assessed, boundary, case, incident, message};
    use crate::model::{Direction, Severity, Status};

    #[test]
    fn a_crossing_is_as_severe_and_as_sure_as_the_incident() {
        let mut case = case();
        case.decisions = vec![boundary("2026-04-01", &["disrespect"])];
        case.incidents =
            vec![incident("2026-04-05", "disrespect", Severity::High, Status::Suspected)];
        let assessment = assessed(&case, "2026-04-05");
        let crossing = &assessment.derived[0];
        assert_eq!(
            crossing.id.as_str(),
            "boundary-crossed:2026-04-05-disrespect@2026-04-01-boundary"
        );
        assert_eq!((crossing.severity, crossing.status), (Severity::High, Status::Suspected));
        assert_eq!(crossing.source, "clients/nova/2026-04-05-disrespect.md");
        assert_eq!(assessment.to_verify, [case.incidents[0].id.clone()]);
    }

    #[test]
    fn noting_a_late_answer_that_crosses_by_two_flags_does_not_lower_the_score() {
        let mut case = case();
        case.decisions = vec![boundary("2026-11-01", &["time-boundary", "unresponsive"])];
        case.messages = vec![
            message("2026-11-05T10:00", Direction::Outgoing, true),
            message("2026-11-12T22:00", Direction::Incoming, true),
        ];
        let before = assessed(&case, "2026-11-12").score;
        let mut noted =
            incident("2026-11-12T22:30", "time-boundary", Severity::Low, Status::Confirmed);
        for severity in [Severity::Low, Severity::Medium] {
            noted.severity = severity;
            noted.flags = ["time-boundary", "unresponsive"].map(crate::model::FlagId::new).to_vec();
            case.incidents = vec![noted.clone()];
            let after = assessed(&case, "2026-11-12").score;
            assert!(after >= before, "{after} < {before}");
        }
    }

    #[test]
    fn a_derived_incident_crosses_too() {
        let mut case = case();
        case.decisions = vec![boundary("2026-04-01", &["time-boundary"])];
        case.messages = vec![message("2026-04-05T22:00", Direction::Incoming, true)];
        let assessment = assessed(&case, "2026-04-05");
        let ids: Vec<&str> = assessment.derived.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(
            ids,
            [
                "boundary-crossed:time-boundary:2026-04-05@2026-04-01-boundary",
                "time-boundary:2026-04-05"
            ]
        );
        assert_eq!(assessment.boundaries[0].breaches.len(), 1);
    }
}
