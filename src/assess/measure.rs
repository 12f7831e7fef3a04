//! Days and counts as the numbers that the arithmetic works with.

use jiff::civil::Date;

/// The length of "recent" in days.
pub(super) const RECENT_DAYS: i32 = 90;

/// The mean length of a month in days.
pub(super) const MONTH_DAYS: f64 = 30.4375;

/// Whole days from `earlier` to `later`; negative the other way round.
pub(super) fn days_between(earlier: Date, later: Date) -> i32 {
    // Two dates are at most 7.3 million days apart, and their difference is in days by default.
    later.since(earlier).map_or(0, |span| span.get_days())
}

/// A count as a number.
pub(super) fn number(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// A factor or weight that can be multiplied without ever giving "not a number".
pub(super) fn factor(value: f64, otherwise: f64) -> f64 {
    if value.is_finite() { value.clamp(0.0, 1e9) } else { otherwise }
}
