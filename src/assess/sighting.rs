//! Where each red flag was seen first.

use jiff::civil::Date;

use crate::model::{FlagId, IncidentId};

/// The first incident with a red flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstSighting {
    /// The red flag.
    pub flag: FlagId,
    /// The day.
    pub day: Date,
    /// The incident, derived ones included.
    pub incident: IncidentId,
}
