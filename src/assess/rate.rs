//! Incidents per month of engagement (R7), so that a long good client is not outranked.

use jiff::civil::Date;

/// Incidents per month of engagement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// The day the engagement began: signed, else the first dated thing.
    pub since: Date,
    /// Incidents since then, dismissed ones and crossed boundaries left out.
    pub incidents: usize,
    /// Months of 30.4375 days, at least one.
    pub months: f64,
    /// Incidents per month.
    pub per_month: f64,
}
