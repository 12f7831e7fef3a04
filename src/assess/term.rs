//! One term of the score: one red flag of one incident, with every factor.

use jiff::civil::Date;

use crate::model::{FlagId, IncidentId, Severity, Status};

/// One red flag of one incident.
///
/// `points = weight × severity × status × decay × repeat × relief × day_share`.
#[derive(Clone, Debug, PartialEq)]
pub struct Term {
    /// The incident, derived ones included.
    pub incident: IncidentId,
    /// The red flag.
    pub flag: FlagId,
    /// The incident's day on the client's clock.
    pub day: Date,
    /// The day it shares with others of its flag: `day`, or the day a silence fell due.
    pub occurrence: Date,
    /// Whether the incident is derived.
    pub derived: bool,
    /// How bad the incident was.
    pub severity: Severity,
    /// How sure the user is.
    pub status: Status,
    /// What it adds to the sum, before the variety factor.
    pub points: f64,
    /// The red flag's weight.
    pub weight: f64,
    /// The factor of the severity: ½, 1, 2, 4.
    pub severity_factor: f64,
    /// The factor of the status: 1 or ½.
    pub status_factor: f64,
    /// Whole days since the incident, since an invoice was paid, or 0 while a fact lasts.
    pub age_days: i32,
    /// The red flag's half-life in days; `None` if it never fades.
    pub half_life: Option<u32>,
    /// `½^(age_days ÷ half_life)`.
    pub decay: f64,
    /// 1, or the settings' repeat factor (1.5) after a boundary on this flag.
    pub repeat: f64,
    /// 1, or ½ where a boundary on this flag was kept since, or the late invoice was paid.
    pub relief: f64,
    /// 1 for the highest of its flag on one day, ¼ for each other.
    pub day_share: f64,
}
