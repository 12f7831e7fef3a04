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
    let time = moment.time.map(|time| format!("{:02}:{:02}", time.hour(), time.minute()));
    let fact = Phrase::new("fact-time-boundary")
        .with("count", count)
        .with("day", moment.day)
        .with("time", time.unwrap_or_default())
        .with("hours", hours.to_string());
    let day: Date = moment.day;
    Derived::confirmed(TIME_BOUNDARY, &day.to_string(), moment, Severity::Low, fact, &last.note)
}

fn is_logged(known: &Case, derived: &Derived, boundaries: &[Boundary]) -> bool {
    known.incidents.iter().any(|logged| {
        logged.moment.day == derived.moment.day && stands_for(logged, derived, boundaries)
    })
}
