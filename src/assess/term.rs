//! One term of the score: one red flag of one incident, with every factor.

use jiff::civil::Date;

use super::boundary::Side;
use super::derived::LATE_PAYMENT;
use super::measure::{days_between, factor};
use super::occurrence::Occurrence;
use super::{AsOf, Boundary};
use crate::model::{Flag, FlagId, HalfLife, IncidentId, ScoreSettings, Severity, Status};

/// The factor of relief: a boundary that was kept, an invoice that was paid after all.
const RELIEF: f64 = 0.5;

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
    /// Whether the fact behind it lasts, so that it does not fade.
    pub ongoing: bool,
    /// Whole days since the incident, since an invoice was paid, or 0 while a fact lasts.
    pub age_days: i32,
    /// How the red flag fades.
    pub half_life: HalfLife,
    /// `½^(age_days ÷ half_life)`.
    pub decay: f64,
    /// 1, or the settings' repeat factor (1.5) after a boundary on this flag.
    pub repeat: f64,
    /// 1, or ½ where a boundary on this flag was kept since, or the late invoice was paid.
    pub relief: f64,
    /// 1 for the highest of its flag on one day, ¼ for each other.
    pub day_share: f64,
}

impl Term {
    /// The term of one red flag of an incident, before it shares its day with others.
    pub(super) fn new(
        occurrence: &Occurrence,
        flag: &Flag,
        boundaries: &[Boundary],
        settings: &ScoreSettings,
        as_of: AsOf,
    ) -> Self {
        let faded = days_between(occurrence.fades_from, as_of.day).max(0);
        let age_days = if occurrence.ongoing { 0 } else { faded };
        let half_life = flag.half_life.unwrap_or_default();
        let mut term = Self {
            incident: occurrence.id.clone(),
            flag: flag.id.clone(),
            day: occurrence.moment.day,
            occurrence: occurrence.day_of(flag.id.as_str()),
            derived: occurrence.derived,
            severity: occurrence.severity,
            status: occurrence.status,
            points: 0.0,
            weight: factor(flag.weight, 0.0),
            severity_factor: occurrence.severity.factor(),
            status_factor: occurrence.status.factor(),
            ongoing: occurrence.ongoing,
            age_days,
            half_life,
            decay: decay(age_days, half_life),
            repeat: repeat(occurrence, flag, boundaries, settings),
            relief: relief(occurrence, flag, boundaries),
            day_share: 1.0,
        };
        term.share(1.0);
        term
    }

    /// The points if no other incident shared the day.
    pub(super) fn alone(&self) -> f64 {
        self.weight
            * self.severity_factor
            * self.status_factor
            * self.decay
            * self.repeat
            * self.relief
    }

    /// Sets the share of the day, and with it the points.
    pub(super) fn share(&mut self, day_share: f64) {
        self.day_share = day_share;
        self.points = self.alone() * day_share;
    }
}

/// `½^(age ÷ half-life)`; a half-life of nought days leaves nothing after the first day.
fn decay(age_days: i32, half_life: HalfLife) -> f64 {
    match half_life {
        _ if age_days == 0 => 1.0,
        HalfLife::Never => 1.0,
        HalfLife::Days(0) => 0.0,
        HalfLife::Days(days) => 0.5_f64.powf(f64::from(age_days) / f64::from(days)),
    }
}

fn repeat(
    occurrence: &Occurrence,
    flag: &Flag,
    boundaries: &[Boundary],
    settings: &ScoreSettings,
) -> f64 {
    let repeated = boundaries.iter().any(|boundary| {
        boundary.covers.contains(&flag.id) && boundary.side(occurrence.moment) == Side::During
    });
    if repeated { factor(settings.repeat, 1.0) } else { 1.0 }
}

/// Never more than one relief; none while a fact lasts.
fn relief(occurrence: &Occurrence, flag: &Flag, boundaries: &[Boundary]) -> f64 {
    let mended = boundaries.iter().any(|boundary| {
        boundary.kept
            && boundary.covers.contains(&flag.id)
            && boundary.side(occurrence.moment) == Side::Before
    });
    let settled = occurrence.settled && flag.id.as_str() == LATE_PAYMENT;
    if settled || mended && !occurrence.ongoing { RELIEF } else { 1.0 }
}
