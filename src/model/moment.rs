//! When something happened.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use jiff::tz::TimeZone;

/// When something happened: the instant, and the day and time on the client's clock.
///
/// Sorted by instant; a day without a time begins at midnight of the client's zone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Moment {
    /// The instant.
    pub at: Timestamp,
    /// The calendar day in the client's time zone.
    pub day: Date,
    /// The time of day in the client's time zone; `None` where the note gives the day alone.
    pub time: Option<Time>,
}

impl Moment {
    /// A day without a time, in `zone`.
    ///
    /// A day outside the range of instants (years −9999 to 9999) is clamped to it.
    pub fn on_day(day: Date, zone: &TimeZone) -> Self {
        let at = day.to_zoned(zone.clone()).map_or_else(|_| clamp(day), |zoned| zoned.timestamp());
        Self { at, day, time: None }
    }

    /// An instant as the clock of `zone` shows it.
    pub fn at_instant(at: Timestamp, zone: &TimeZone) -> Self {
        let local = zone.to_datetime(at);
        Self { at, day: local.date(), time: Some(local.time()) }
    }
}

fn clamp(day: Date) -> Timestamp {
    if day.year() < 0 { Timestamp::MIN } else { Timestamp::MAX }
}

impl serde::Serialize for Moment {
    /// `2026-04-11` or `2026-04-11T22:40`: local, as a note writes it.
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl std::fmt::Display for Moment {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}", self.day)?;
        match self.time {
            Some(time) if time.second() == 0 => {
                write!(f, "T{:02}:{:02}", time.hour(), time.minute())
            }
            Some(time) => {
                write!(f, "T{:02}:{:02}:{:02}", time.hour(), time.minute(), time.second())
            }
            None => Ok(()),
        }
    }
}
