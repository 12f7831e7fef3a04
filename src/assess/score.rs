//! The sum over the terms, and the standing it means.

use jiff::civil::Date;

use crate::model::{FlagId, IncidentId};

/// The factor for different red flags in a short time.
#[derive(Clone, Debug, PartialEq)]
pub struct Variety {
    /// The factor, from 1 to the settings' limit (1.6).
    pub factor: f64,
    /// The distinct red flags that count in the last 90 days, sorted.
    pub flags: Vec<FlagId>,
}

/// A confirmed incident that means `exit` whatever the sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DealBreaker {
    /// The incident.
    pub incident: IncidentId,
    /// Its deal-breaking red flag.
    pub flag: FlagId,
    /// Its day.
    pub day: Date,
}
