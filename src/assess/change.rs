//! The client's recent period against their own earlier one (R6).
//!
//! Owns: which differences are worth a word. Silent with too little data, and where a difference
//! this large is no surprise.

use jiff::civil::Date;

use super::AsOf;
use super::binomial::{lower_tail, upper_tail};
use super::derived::is_outside;
use super::measure::{MONTH_DAYS, RECENT_DAYS, days_between, number};
use super::occurrence::Occurrence;
use super::rate::engaged_since;
use super::silence::silences;
use crate::model::{Case, Direction};
use crate::phrase::Phrase;

/// A difference from the client's own past that is hardly luck.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What differs.
    pub what: Compared,
    /// Which way.
    pub course: Course,
    /// The earlier period.
    pub earlier: Measure,
    /// The last 90 days, or the last six messages where those are more.
    pub recent: Measure,
    /// The chance that luck alone makes a difference this large or larger, at most 0.05.
    pub chance: f64,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Compared {
    /// Incidents per month, dismissed ones left out.
    Incidents,
    /// The share of their messages that arrive outside the agreed hours.
    OutOfHours,
    /// Hours until they answer a message that asks.
    ReplyDelay,
}

/// Which way something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Course {
    /// It got worse.
    Worse,
    /// It got better.
    Better,
}

/// One period of a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// Incidents; messages outside hours; answers slower than the earlier median.
    pub count: usize,
    /// Days; messages; answers.
    pub of: usize,
    /// Incidents per month (30.4375 days); the share from 0 to 1; the median delay in hours.
    pub value: f64,
}

impl Change {
    /// The change in one sentence: both figures, and the chance that it is luck.
    pub fn phrase(&self) -> Phrase {
        let phrase = Phrase::new(match (self.what, self.course) {
            (Compared::Incidents, Course::Worse) => "change-incidents-worse",
            (Compared::Incidents, Course::Better) => "change-incidents-better",
            (Compared::OutOfHours, Course::Worse) => "change-out-of-hours-worse",
            (Compared::OutOfHours, Course::Better) => "change-out-of-hours-better",
            (Compared::ReplyDelay, Course::Worse) => "change-reply-delay-worse",
            (Compared::ReplyDelay, Course::Better) => "change-reply-delay-better",
        });
        let phrase = match self.what {
            Compared::Incidents => phrase
                .with("earlier", self.earlier.count)
                .with("earlier-days", self.earlier.of)
                .with("recent", self.recent.count)
                .with("recent-days", self.recent.of),
            Compared::OutOfHours => phrase
                .with("earlier", self.earlier.count)
                .with("earlier-of", self.earlier.of)
                .with("recent", self.recent.count)
                .with("recent-of", self.recent.of),
            Compared::ReplyDelay => phrase
                .with("earlier", self.earlier.value)
                .with("earlier-of", self.earlier.of)
                .with("recent", self.recent.value)
                .with("recent-of", self.recent.of),
        };
        phrase.with("chance", chance(self.chance))
    }
}

/// A chance in whole percent, at least one.
fn chance(chance: f64) -> Phrase {
    let percent = (2_i64..=100).rev().find(|percent| chance * 100.0 >= whole(*percent) - 0.5);
    match percent {
        Some(percent) => Phrase::new("change-chance").with("number", percent),
        None if chance >= 0.01 => Phrase::new("change-chance").with("number", 1_i64),
        None => Phrase::new("change-chance-below-one"),
    }
}

fn whole(percent: i64) -> f64 {
    i32::try_from(percent).map_or(100.0, f64::from)
}

/// A chance above this is silence: it may well be luck.
const LUCK: f64 = 0.05;

/// Fewer messages or answers than this in the earlier period are too little to compare with.
const EARLIER_AT_LEAST: usize = 10;

/// The recent period holds at least this many messages or answers.
const RECENT_AT_LEAST: usize = 6;

/// Fewer incidents than this, both periods together, are too few to compare.
const INCIDENTS_AT_LEAST: usize = 5;

/// The differences from the client's own past that are hardly luck.
pub(super) fn changes(known: &Case, occurrences: &[Occurrence], as_of: AsOf) -> Vec<Change> {
    let found =
        [incidents(known, occurrences, as_of), out_of_hours(known, as_of), delays(known, as_of)];
    found.into_iter().flatten().collect()
}

/// If incidents came evenly, each would fall into the recent period with the probability of its
/// share of the days: a binomial tail on the condition of their number.
fn incidents(known: &Case, occurrences: &[Occurrence], as_of: AsOf) -> Option<Change> {
    let since = engaged_since(known, as_of)?;
    let recent_days = RECENT_DAYS;
    let earlier_days = days_between(since, as_of.day) - recent_days + 1;
    if earlier_days < recent_days {
        return None;
    }
    let days = occurrences
        .iter()
        .filter(|incident| incident.is_own() && incident.moment.day >= since)
        .map(|incident| days_between(incident.moment.day, as_of.day));
    let (recent, earlier): (Vec<i32>, Vec<i32>) = days.partition(|age| *age < recent_days);
    let total = recent.len() + earlier.len();
    if total < INCIDENTS_AT_LEAST {
        return None;
    }
    let share = f64::from(recent_days) / f64::from(recent_days + earlier_days);
    let (course, chance) = unlikely(recent.len(), total, share)?;
    let measure = |count: usize, days: i32| Measure {
        count,
        of: usize::try_from(days).unwrap_or(0),
        value: number(count) * MONTH_DAYS / f64::from(days),
    };
    Some(Change {
        what: Compared::Incidents,
        course,
        earlier: measure(earlier.len(), earlier_days),
        recent: measure(recent.len(), recent_days),
        chance,
    })
}

/// The share of incoming messages, those with a time, outside the agreed hours.
fn out_of_hours(known: &Case, as_of: AsOf) -> Option<Change> {
    let hours = known.client.hours.as_ref()?;
    let incoming = known.messages.iter().filter(|message| message.direction == Direction::Incoming);
    let outside: Vec<(Date, bool)> = incoming
        .filter_map(|message| Some((message.moment.day, is_outside(message, hours)?)))
        .collect();
    let (earlier, recent) = outside.split_at(recent_from(&outside, as_of)?);
    let measure = |part: &[(Date, bool)]| {
        let count = part.iter().filter(|(_, outside)| *outside).count();
        Measure { count, of: part.len(), value: number(count) / number(part.len()) }
    };
    compared(Compared::OutOfHours, measure(earlier), measure(recent))
}

/// The hours until an answer, against the earlier median.
fn delays(known: &Case, as_of: AsOf) -> Option<Change> {
    let delays: Vec<(Date, f64)> = silences(&known.messages)
        .iter()
        .filter_map(|silence| {
            let (asked, answer) = (silence.asked.moment, silence.answered?.moment);
            asked.time.and(answer.time)?;
            Some((answer.day, answer.at.duration_since(asked.at).as_secs_f64() / 3600.0))
        })
        .collect();
    let (earlier, recent) = delays.split_at(recent_from(&delays, as_of)?);
    let usual = median(earlier);
    let measure = |part: &[(Date, f64)]| Measure {
        count: part.iter().filter(|(_, hours)| *hours > usual).count(),
        of: part.len(),
        value: median(part),
    };
    compared(Compared::ReplyDelay, measure(earlier), measure(recent))
}

/// Where the recent part begins of things that are sorted by day; `None` with too few earlier.
fn recent_from<T>(things: &[(Date, T)], as_of: AsOf) -> Option<usize> {
    let by_day = things.partition_point(|(day, _)| days_between(*day, as_of.day) >= RECENT_DAYS);
    let from = by_day.min(things.len().saturating_sub(RECENT_AT_LEAST));
    (from >= EARLIER_AT_LEAST).then_some(from)
}

/// A change if the recent count is unlikely under the earlier share `(b + 1) ÷ (B + 2)`.
fn compared(what: Compared, earlier: Measure, recent: Measure) -> Option<Change> {
    let usual = (number(earlier.count) + 1.0) / (number(earlier.of) + 2.0);
    let (course, chance) = unlikely(recent.count, recent.of, usual)?;
    Some(Change { what, course, earlier, recent, chance })
}

/// Which way a count is unlikely, and how unlikely; `None` if it may well be luck.
fn unlikely(count: usize, of: usize, p: f64) -> Option<(Course, f64)> {
    let more = upper_tail(count, of, p);
    let fewer = lower_tail(count, of, p);
    if more <= LUCK {
        Some((Course::Worse, more))
    } else if fewer <= LUCK {
        Some((Course::Better, fewer))
    } else {
        None
    }
}

/// The middle value; the mean of the two middle ones of an even number; 0 of none.
fn median(values: &[(Date, f64)]) -> f64 {
    let mut sorted: Vec<f64> = values.iter().map(|(_, value)| *value).collect();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match (sorted.get(middle), middle.checked_sub(1).and_then(|below| sorted.get(below))) {
        (Some(high), Some(low)) if sorted.len().is_multiple_of(2) => f64::midpoint(*low, *high),
        (Some(high), _) => *high,
        (None, _) => 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::fixture::{assessed, case, close_to, medium, message};

    #[test]
    fn more_incidents_than_their_share_of_days_are_a_change() {
        let mut case = case();
        case.client.signed = "2025-01-01".parse().ok();
        case.incidents = vec![medium("2025-03-01", "disrespect")];
        for day in ["02", "06", "10", "14", "18"] {
            case.incidents.push(medium(&format!("2026-03-{day}"), "disrespect"));
        }
        let assessment = assessed(&case, "2026-03-31");
        let change = &assessment.changes[0];
        assert_eq!((change.what, change.course), (Compared::Incidents, Course::Worse));
        assert_eq!((change.earlier.count, change.earlier.of), (1, 365));
        assert_eq!((change.recent.count, change.recent.of), (5, 90));
        let p: f64 = 90.0 / 455.0;
        close_to(change.chance, p.powi(6) + 6.0 * p.powi(5) * (1.0 - p));
        // As even as can be: nothing to say.
        case.incidents.truncate(5);
        for (incident, day) in case.incidents.iter_mut().zip([
            "2025-02-01",
            "2025-05-01",
            "2025-08-01",
            "2025-11-01",
            "2026-02-01",
        ]) {
            incident.moment = crate::assess::fixture::moment(day);
        }
        assert_eq!(assessed(&case, "2026-03-31").changes, []);
    }

    #[test]
    fn a_turn_to_late_messages_is_a_change_if_there_is_enough_to_compare() {
        let mut case = case();
        for day in 1..=10 {
            let when = format!("2025-09-{day:02}T10:00");
            case.messages.push(message(&when, Direction::Incoming, false));
        }
        for day in 1..=6 {
            let when = format!("2026-03-{day:02}T22:00");
            case.messages.push(message(&when, Direction::Incoming, false));
        }
        let assessment = assessed(&case, "2026-03-31");
        let change = &assessment.changes[0];
        assert_eq!((change.what, change.course), (Compared::OutOfHours, Course::Worse));
        assert_eq!((change.earlier.count, change.earlier.of), (2, 10));
        close_to(change.chance, (3.0_f64 / 12.0).powi(6));
        let phrase = change.phrase();
        assert_eq!(phrase.key, "change-out-of-hours-worse");
        assert_eq!(phrase.args[3], ("recent-of", 6_usize.into()));
        case.messages.remove(0);
        assert_eq!(assessed(&case, "2026-03-31").changes, []);
    }

    #[test]
    fn slower_answers_are_a_change_against_the_earlier_median() {
        let mut case = case();
        for month in 1..=10 {
            let (asked, answer) =
                (format!("2025-{month:02}-03T10:00"), format!("2025-{month:02}-03T12:00"));
            case.messages.push(message(&asked, Direction::Outgoing, true));
            case.messages.push(message(&answer, Direction::Incoming, false));
        }
        for day in [1, 5, 9, 13, 17, 21] {
            let (asked, answer) =
                (format!("2026-03-{day:02}T10:00"), format!("2026-03-{:02}T10:00", day + 2));
            case.messages.push(message(&asked, Direction::Outgoing, true));
            case.messages.push(message(&answer, Direction::Incoming, false));
        }
        let changes = assessed(&case, "2026-03-31").changes;
        let delay = changes.iter().find(|change| change.what == Compared::ReplyDelay).unwrap();
        assert_eq!(delay.course, Course::Worse);
        close_to(delay.earlier.value, 2.0);
        close_to(delay.recent.value, 48.0);
    }

    #[test]
    fn the_median_of_an_even_number_lies_between_the_middle_two() {
        let day = jiff::civil::date(2026, 1, 1);
        close_to(median(&[(day, 4.0), (day, 1.0), (day, 3.0), (day, 2.0)]), 2.5);
        close_to(median(&[(day, 4.0), (day, 1.0), (day, 3.0)]), 3.0);
    }
}
