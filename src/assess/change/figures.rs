//! The arithmetic of a comparison: where the recent part begins, and what may be luck.

use jiff::civil::Date;

use super::{Change, Compared, Measure, Turn};
use crate::assess::AsOf;
use crate::assess::binomial::{lower_tail, upper_tail};
use crate::assess::measure::{RECENT_DAYS, days_between, number};

/// A chance above this is silence: it may well be luck.
const LUCK: f64 = 0.05;

/// Fewer messages or answers than this in the earlier period are too little to compare with.
const EARLIER_AT_LEAST: usize = 10;

/// The recent period holds at least this many messages or answers.
const RECENT_AT_LEAST: usize = 6;

/// Where the recent part begins of things that are sorted by day; `None` with too few earlier.
pub(super) fn recent_from<T>(things: &[(Date, T)], as_of: AsOf) -> Option<usize> {
    let by_day = things.partition_point(|(day, _)| days_between(*day, as_of.day) >= RECENT_DAYS);
    let from = by_day.min(things.len().saturating_sub(RECENT_AT_LEAST));
    (from >= EARLIER_AT_LEAST).then_some(from)
}

/// How many of a period's messages have what is counted, and their share.
pub(super) fn share(part: &[(Date, bool)]) -> Measure {
    let count = part.iter().filter(|(_, has)| *has).count();
    Measure { count, of: part.len(), value: number(count) / number(part.len()) }
}

/// The recent share against the earlier one, of things that are sorted by day.
pub(super) fn shares(what: Compared, things: &[(Date, bool)], as_of: AsOf) -> Option<Change> {
    let (earlier, recent) = things.split_at(recent_from(things, as_of)?);
    compared(what, share(earlier), share(recent))
}

/// A change if the recent count is unlikely under the earlier share `(b + 1) ÷ (B + 2)`.
///
/// That share lies nearer to one half than what was counted, so that forty of forty after ten of
/// ten would seem many: what did not move the same way itself is no change.
pub(super) fn compared(what: Compared, earlier: Measure, recent: Measure) -> Option<Change> {
    let usual = (number(earlier.count) + 1.0) / (number(earlier.of) + 2.0);
    let (turn, chance) = unlikely(recent.count, recent.of, usual)?;
    let moved = (recent.count * earlier.of).cmp(&(earlier.count * recent.of));
    let is_so = match turn {
        Turn::More => moved.is_gt(),
        Turn::Fewer => moved.is_lt(),
    };
    is_so.then(|| Change { what, course: what.course(turn), earlier, recent, chance })
}

/// Which way a count is unlikely, and how unlikely; `None` if it may well be luck.
pub(super) fn unlikely(count: usize, of: usize, p: f64) -> Option<(Turn, f64)> {
    let more = upper_tail(count, of, p);
    let fewer = lower_tail(count, of, p);
    if more <= LUCK {
        Some((Turn::More, more))
    } else if fewer <= LUCK {
        Some((Turn::Fewer, fewer))
    } else {
        None
    }
}

/// The middle value; the mean of the two middle ones of an even number; 0 of none.
pub(super) fn median(values: &[(Date, f64)]) -> f64 {
    let mut sorted: Vec<f64> = values.iter().map(|(_, value)| *value).collect();
    sorted.sort_by(f64::total_cmp);
    let middle = sorted.len() / 2;
    match (sorted.get(middle), middle.checked_sub(1).and_then(|below| sorted.get(below))) {
        (Some(high), Some(low)) if sorted.len().is_multiple_of(2) => f64::midpoint(*low, *high),
        (Some(high), _) => *high,
        (None, _) => 0.0,
    }
}
