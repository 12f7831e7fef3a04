//! What is dated and counted without a look at words: incidents, hours, answers.

use jiff::civil::Date;

use super::figures::{compared, median, recent_from, shares, unlikely};
use super::{Change, Compared, Measure};
use crate::assess::AsOf;
use crate::assess::derived::is_outside;
use crate::assess::measure::{MONTH_DAYS, RECENT_DAYS, days_between, number};
use crate::assess::occurrence::Occurrence;
use crate::assess::rate::engaged_since;
use crate::assess::silence::silences;
use crate::model::{Case, Direction};

/// Fewer incidents than this, both periods together, are too few to compare.
const INCIDENTS_AT_LEAST: usize = 5;

/// If incidents came evenly, each would fall into the recent period with the probability of its
/// share of the days: a binomial tail on the condition of their number.
pub(super) fn incidents(known: &Case, occurrences: &[Occurrence], as_of: AsOf) -> Option<Change> {
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
    let (turn, chance) = unlikely(recent.len(), total, share)?;
    let measure = |count: usize, days: i32| Measure {
        count,
        of: usize::try_from(days).unwrap_or(0),
        value: number(count) * MONTH_DAYS / f64::from(days),
    };
    Some(Change {
        what: Compared::Incidents,
        course: Compared::Incidents.course(turn),
        earlier: measure(earlier.len(), earlier_days),
        recent: measure(recent.len(), recent_days),
        chance,
    })
}

/// The share of incoming messages, those with a time, outside the agreed hours.
pub(super) fn out_of_hours(known: &Case, as_of: AsOf) -> Option<Change> {
    let hours = known.client.hours.as_ref()?;
    let incoming = known.messages.iter().filter(|message| message.direction == Direction::Incoming);
    let outside: Vec<(Date, bool)> = incoming
        .filter_map(|message| Some((message.moment.day, is_outside(message, hours)?)))
        .collect();
    shares(Compared::OutOfHours, &outside, as_of)
}

/// The hours until an answer, against the earlier median.
pub(super) fn delays(known: &Case, as_of: AsOf) -> Option<Change> {
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
