//! The only reader of the time.

use jiff::Timestamp;
use jiff::tz::TimeZone;

use crate::assess::AsOf;
use crate::failure::{Failure, FailureKind};
use crate::note::parse_moment;
use crate::phrase::Phrase;

/// Where "now" comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Clock {
    /// The system's clock.
    System,
    /// A fixed moment, as it was given: `--now`, `CASEFILE_NOW`.
    Fixed(String),
    /// A fixed instant: `SOURCE_DATE_EPOCH`.
    Instant(Timestamp),
}

impl Clock {
    /// The clock that was asked for: `now` (the flag or `CASEFILE_NOW`) wins over `epoch`
    /// (`SOURCE_DATE_EPOCH`, in seconds), which wins over the system.
    ///
    /// # Errors
    /// Where one of them is no moment.
    pub fn from_settings(now: Option<&str>, epoch: Option<&str>) -> Result<Self, Failure> {
        if let Some(now) = now {
            if parse_moment(now, &TimeZone::UTC).is_none() {
                return Err(not_a_moment(now));
            }
            return Ok(Self::Fixed(now.to_owned()));
        }
        let Some(epoch) = epoch else { return Ok(Self::System) };
        epoch
            .parse()
            .ok()
            .and_then(|seconds| Timestamp::from_second(seconds).ok())
            .map(Self::Instant)
            .ok_or_else(|| not_a_moment(epoch))
    }

    /// The instant it is; a fixed local time is on the clock of `zone`.
    pub fn now(&self, zone: &TimeZone) -> Timestamp {
        match self {
            Self::System => system_time(),
            Self::Instant(at) => *at,
            Self::Fixed(text) => parse_moment(text, zone).map_or_else(system_time, |now| {
                // A day alone means its end: what happened that day is known.
                if now.time.is_none() { AsOf::end_of(now.day, zone).at } else { now.at }
            }),
        }
    }
}

#[expect(clippy::disallowed_methods, reason = "this is the one place that reads the clock")]
fn system_time() -> Timestamp {
    Timestamp::now()
}

fn not_a_moment(text: &str) -> Failure {
    Failure::new(FailureKind::Usage, Phrase::new("not-a-moment").with("text", text))
        .hint(Phrase::new("not-a-moment-hint"))
}
