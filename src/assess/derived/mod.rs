//! Incidents that facts make by themselves (R3): recomputed at each run, never written to notes.

use jiff::civil::Date;

use crate::model::{FlagId, IncidentId, Moment, Severity, Status};
use crate::phrase::Phrase;

/// An incident that a fact makes.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// Its id: the red flag, a colon and the fact, such as `late-payment:2026-021`.
    pub id: IncidentId,
    /// The red flag.
    pub flag: FlagId,
    /// When it fell due.
    pub moment: Moment,
    /// How bad it is.
    pub severity: Severity,
    /// How sure it is: confirmed, or that of the incident which crossed a boundary.
    pub status: Status,
    /// The fact it comes from.
    pub fact: Phrase,
    /// The path of the note that tells the fact, or the number of the invoice.
    pub source: String,
    /// Whether the fact lasts: it does not fade until it ends.
    pub ongoing: bool,
    /// The day its age counts from: its own, or the day a late invoice was paid.
    pub fades_from: Date,
    /// Whether it is the late payment of an invoice that has since been paid.
    pub settled: bool,
}
