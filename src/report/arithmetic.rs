//! The score as a sum: every term with every factor, the variety factor, the thresholds.

use jiff::civil::Date;
use serde::Serialize;

use super::{Names, Sentence, rounded};
use crate::assess::{Assessment, DealBreaker, Term, Trend};
use crate::model::{FlagId, IncidentId, ScoreSettings, Severity, Standing, Status};
use crate::phrase::Phrase;

/// How the score comes about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Arithmetic {
    /// What the score means.
    pub standing: Standing,
    /// The score: `sum` × the variety factor.
    #[serde(serialize_with = "rounded")]
    pub score: f64,
    /// The sum of the terms' points.
    #[serde(serialize_with = "rounded")]
    pub sum: f64,
    /// The factor for different red flags in a short time.
    pub variety: VarietyView,
    /// From which score each standing holds.
    pub thresholds: Thresholds,
    /// The confirmed incident that means `exit` whatever the sum.
    pub deal_breaker: Option<DealBreakerView>,
    /// The score against that of 30 days earlier.
    pub trend: TrendView,
    /// The terms, sorted by day, incident and red flag.
    pub terms: Vec<TermView>,
}

/// One red flag of one incident; `points` is the product of the factors.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TermView {
    /// The incident.
    pub incident: IncidentId,
    /// The red flag.
    pub flag: FlagId,
    /// The incident's day.
    pub date: Date,
    /// What it adds to the sum.
    #[serde(serialize_with = "rounded")]
    pub points: f64,
    /// Whether the incident comes from a fact and not from a note.
    pub derived: bool,
    /// How bad it was.
    pub severity: Severity,
    /// How sure the user is.
    pub status: Status,
    /// Whole days that it has faded for.
    pub age_days: i32,
    /// Days after which it counts half; `None` if it never fades.
    pub half_life: Option<u32>,
    /// Whether it does not fade because the fact lasts.
    pub ongoing: bool,
    /// Whether it is a late invoice that has since been paid: its age counts from that day.
    pub settled: bool,
    /// The factors.
    pub factors: Factors,
}

/// The factors of a term.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Factors {
    /// The red flag's weight.
    #[serde(serialize_with = "rounded")]
    pub weight: f64,
    /// ½, 1, 2 or 4.
    #[serde(serialize_with = "rounded")]
    pub severity: f64,
    /// 1 or ½.
    #[serde(serialize_with = "rounded")]
    pub status: f64,
    /// What time has left of it, from 1 down to 0.
    #[serde(serialize_with = "rounded")]
    pub decay: f64,
    /// 1, or more after a boundary on this red flag.
    #[serde(serialize_with = "rounded")]
    pub repeat: f64,
    /// 1, or ½ where it was mended.
    #[serde(serialize_with = "rounded")]
    pub relief: f64,
    /// 1 for the highest of its red flag on one day, ¼ for each other.
    #[serde(serialize_with = "rounded")]
    pub same_day: f64,
}

/// The factor for different red flags in a short time.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VarietyView {
    /// The factor, from 1.
    #[serde(serialize_with = "rounded")]
    pub factor: f64,
    /// The distinct red flags of the last 90 days.
    pub flags: Vec<FlagId>,
}

/// From which score each standing holds.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Thresholds {
    /// `watch`.
    pub watch: f64,
    /// `boundary`.
    pub boundary: f64,
    /// `exit`.
    pub exit: f64,
}

/// The confirmed incident that means `exit` whatever the sum.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DealBreakerView {
    /// The incident.
    pub incident: IncidentId,
    /// Its red flag.
    pub flag: FlagId,
    /// Its day.
    pub date: Date,
    /// The same in words.
    pub said: Sentence,
}

/// The score against that of 30 days earlier.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct TrendView {
    /// `rising`, `steady` or `falling`.
    pub direction: &'static str,
    /// The score 30 days earlier.
    #[serde(serialize_with = "rounded")]
    pub earlier: f64,
}

impl Arithmetic {
    /// The arithmetic of an assessment.
    pub fn of(assessment: &Assessment, settings: &ScoreSettings, names: &Names) -> Self {
        let sum = assessment.terms.iter().map(|term| term.points).sum::<f64>();
        Self {
            standing: assessment.standing,
            score: assessment.score,
            // An empty sum is minus nought.
            sum: sum.max(0.0),
            variety: VarietyView {
                factor: assessment.variety.factor,
                flags: assessment.variety.flags.clone(),
            },
            thresholds: Thresholds {
                watch: settings.watch,
                boundary: settings.boundary,
                exit: settings.exit,
            },
            deal_breaker: assessment
                .deal_breaker
                .as_ref()
                .map(|breaker| DealBreakerView::of(breaker, names)),
            trend: TrendView::of(&assessment.trend),
            terms: assessment.terms.iter().map(|term| TermView::of(term, assessment)).collect(),
        }
    }
}

impl DealBreakerView {
    fn of(breaker: &DealBreaker, names: &Names) -> Self {
        let said = Phrase::new("report-deal-breaker")
            .with("flag", breaker.flag.as_str())
            .with("date", breaker.day);
        Self {
            said: Sentence::of(&said, names),
            incident: breaker.incident.clone(),
            flag: breaker.flag.clone(),
            date: breaker.day,
        }
    }
}

impl TrendView {
    /// The trend of an assessment.
    pub const fn of(trend: &Trend) -> Self {
        Self { direction: trend.direction.as_str(), earlier: trend.earlier }
    }
}

impl TermView {
    fn of(term: &Term, assessment: &Assessment) -> Self {
        let mut derived = assessment.derived.iter();
        Self {
            settled: derived.any(|derived| derived.id == term.incident && derived.settled),
            incident: term.incident.clone(),
            flag: term.flag.clone(),
            date: term.day,
            points: term.points,
            derived: term.derived,
            severity: term.severity,
            status: term.status,
            age_days: term.age_days,
            half_life: term.half_life.days(),
            ongoing: term.ongoing,
            factors: Factors {
                weight: term.weight,
                severity: term.severity_factor,
                status: term.status_factor,
                decay: term.decay,
                repeat: term.repeat,
                relief: term.relief,
                same_day: term.day_share,
            },
        }
    }
}
