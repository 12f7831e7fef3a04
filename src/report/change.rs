//! The client against their own past, and incidents per month of engagement.

use jiff::civil::Date;
use serde::Serialize;

use super::{Names, Sentence, rounded};
use crate::assess::{Change, Compared, Course, Measure, Rate};
use crate::phrase::Phrase;

/// A difference from the client's own past that is hardly luck.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChangeView {
    /// `incidents`, `out-of-hours`, `reply-delay`, `cited-messages`, `greetings` or `pronoun`.
    pub what: &'static str,
    /// `worse`, `better` or `neither`.
    pub course: &'static str,
    /// The earlier period.
    pub earlier: MeasureView,
    /// The recent period.
    pub recent: MeasureView,
    /// The chance that luck alone makes such a difference.
    #[serde(serialize_with = "rounded")]
    pub chance: f64,
    /// The same in words.
    pub said: Sentence,
}

/// One period of a comparison.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct MeasureView {
    /// Incidents; messages outside hours, with an incident, with a greeting, with *tu*; slow answers.
    pub count: usize,
    /// Days; messages; answers.
    pub of: usize,
    /// Incidents per month; a share from 0 to 1; hours.
    #[serde(serialize_with = "rounded")]
    pub value: f64,
}

/// Incidents per month of engagement.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RateView {
    /// The day the engagement began.
    pub since: Date,
    /// Its last day, or that of the report.
    pub until: Date,
    /// Incidents since then.
    pub incidents: usize,
    /// Months, at least one.
    #[serde(serialize_with = "rounded")]
    pub months: f64,
    /// Incidents per month.
    #[serde(serialize_with = "rounded")]
    pub per_month: f64,
    /// The same in words.
    pub said: Sentence,
}

impl ChangeView {
    /// The view of a change.
    pub fn of(change: &Change, names: &Names) -> Self {
        let what = match change.what {
            Compared::Incidents => "incidents",
            Compared::OutOfHours => "out-of-hours",
            Compared::ReplyDelay => "reply-delay",
            Compared::CitedMessages => "cited-messages",
            Compared::Greetings => "greetings",
            Compared::Pronoun => "pronoun",
        };
        let course = match change.course {
            Course::Worse => "worse",
            Course::Better => "better",
            Course::Neither => "neither",
        };
        Self {
            what,
            course,
            earlier: MeasureView::of(change.earlier),
            recent: MeasureView::of(change.recent),
            chance: change.chance,
            said: Sentence::of(&change.phrase(), names),
        }
    }
}

impl MeasureView {
    const fn of(measure: Measure) -> Self {
        Self { count: measure.count, of: measure.of, value: measure.value }
    }
}

impl RateView {
    /// The view of a rate.
    pub fn of(rate: &Rate, names: &Names) -> Self {
        let said = Phrase::new("report-rate")
            .with("count", rate.incidents)
            .with("months", rate.months)
            .with("per-month", rate.per_month);
        Self {
            since: rate.since,
            until: rate.until,
            incidents: rate.incidents,
            months: rate.months,
            per_month: rate.per_month,
            said: Sentence::of(&said, names),
        }
    }
}
