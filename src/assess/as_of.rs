//! The moment an assessment holds for, and the case as it was known then.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use crate::model::{Case, Moment};

/// The moment an assessment holds for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The instant.
    pub at: Timestamp,
    /// The day of the instant in the client's time zone.
    pub day: Date,
}
