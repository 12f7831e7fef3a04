//! `time-boundary`: a message outside the agreed hours that asks for something.

use jiff::civil::Date;

use super::logged::stands_for;
use super::{Derived, TIME_BOUNDARY};
use crate::assess::Boundary;
use crate::model::{Case, Direction, Message, Severity, WorkingHours};
use crate::phrase::Phrase;

/// One incident for each day with such messages, dated by the last of them. Silent where no
/// hours are agreed, and about messages whose time is unknown.
pub(super) fn derive(known: &Case, boundaries: &[Boundary]) -> Vec<Derived> {
    let Some(hours) = &known.client.hours else { return Vec::new() };
    let late: Vec<&Message> =
        known.messages.iter().filter(|message| asks_outside(message, hours)).collect();
    late.chunk_by(|a, b| a.moment.day == b.moment.day)
        .filter_map(|day| Some((*day.last()?, day.len())))
        .map(|(last, count)| incident(last, count, hours))
        .filter(|derived| !is_logged(known, derived, boundaries))
        .collect()
}

fn asks_outside(message: &Message, hours: &WorkingHours) -> bool {
    message.direction == Direction::Incoming
        && message.asks
        && is_outside(message, hours).unwrap_or(false)
}

/// Whether a message came outside the agreed hours; `None` if its time is unknown.
pub(in crate::assess) fn is_outside(message: &Message, hours: &WorkingHours) -> Option<bool> {
    let time = message.moment.time?;
    Some(!hours.contains(message.moment.day.weekday(), time))
}

fn incident(last: &Message, count: usize, hours: &WorkingHours) -> Derived {
    let moment = last.moment;
    let fact = Phrase::new("fact-time-boundary")
        .with("count", count)
        .with("day", moment.day)
        .with("time", moment.time.unwrap_or_default())
        .with("hours", hours.to_string());
    let day: Date = moment.day;
    Derived::confirmed(TIME_BOUNDARY, &day.to_string(), moment, Severity::Low, fact, &last.note)
}

fn is_logged(known: &Case, derived: &Derived, boundaries: &[Boundary]) -> bool {
    known.incidents.iter().any(|logged| {
        logged.moment.day == derived.moment.day && stands_for(logged, derived, boundaries)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::fixture::{assessed, boundary, case, incident, medium, message};
    use crate::model::Status;

    #[test]
    fn only_a_message_that_asks_at_a_known_late_hour_counts() {
        let mut case = case();
        case.messages = vec![
            message("2026-04-11T22:40", Direction::Incoming, true),
            message("2026-04-13T22:40", Direction::Incoming, false),
            message("2026-04-14", Direction::Incoming, true),
            message("2026-04-15T10:00", Direction::Incoming, true),
            message("2026-04-16T22:40", Direction::Outgoing, true),
        ];
        let derived = assessed(&case, "2026-04-16").derived;
        assert_eq!(derived.len(), 1);
        assert_eq!(derived[0].id.as_str(), "time-boundary:2026-04-11");
        assert_eq!(derived[0].severity, Severity::Low);
        case.client.hours = None;
        assert_eq!(assessed(&case, "2026-04-16").derived, []);
    }

    #[test]
    fn several_on_one_day_are_one_incident_dated_by_the_last() {
        let mut case = case();
        case.messages = vec![
            message("2026-04-11T21:00", Direction::Incoming, true),
            message("2026-04-11T22:40", Direction::Incoming, true),
        ];
        let derived = assessed(&case, "2026-04-11").derived;
        assert_eq!(derived.len(), 1);
        assert_eq!(derived[0].moment.to_string(), "2026-04-11T22:40");
    }

    #[test]
    fn a_note_on_the_same_day_stands_for_it() {
        let mut case = case();
        case.messages = vec![message("2026-04-11T22:40", Direction::Incoming, true)];
        case.incidents = vec![medium("2026-04-11", "time-boundary")];
        assert_eq!(assessed(&case, "2026-04-11").derived, []);
        case.incidents[0].status = Status::Dismissed;
        assert_eq!(assessed(&case, "2026-04-11").derived, []);
    }

    #[test]
    fn a_note_that_cannot_breach_does_not_hide_a_message_that_does() {
        let mut case = case();
        case.decisions = vec![boundary("2026-04-11T20:00", &["time-boundary"])];
        case.messages = vec![message("2026-04-11T22:40", Direction::Incoming, true)];
        let before = assessed(&case, "2026-04-11");
        case.incidents =
            vec![incident("2026-04-11", "time-boundary", Severity::Low, Status::Confirmed)];
        let after = assessed(&case, "2026-04-11");
        assert_eq!(after.derived, before.derived);
        assert!(after.score > before.score);
    }
}
