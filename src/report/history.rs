//! The score over time, recomputed at points a week apart.

use jiff::ToSpan;
use jiff::civil::Date;
use serde::Serialize;

use super::rounded;
use crate::assess::{AsOf, Catalogue, outcome};
use crate::model::{Case, Settings, Standing};

/// The most points of a history: two years of weeks.
const MOST_POINTS: usize = 104;

/// The score on one day.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ScorePoint {
    /// The day.
    pub date: Date,
    /// The score as it was known then.
    #[serde(serialize_with = "rounded")]
    pub score: f64,
    /// The standing.
    pub standing: Standing,
}

/// The ends of the weeks from `since` to `as_of`, oldest first, `as_of` itself last; at most
/// two years of them.
pub fn weekly(since: Date, as_of: AsOf, case: &Case) -> Vec<AsOf> {
    let zone = &case.client.zone;
    let mut points = vec![as_of];
    let mut day = as_of.day.saturating_sub(7.days());
    while day >= since && points.len() < MOST_POINTS {
        points.push(AsOf::end_of(day, zone));
        day = day.saturating_sub(7.days());
    }
    points.reverse();
    points
}

/// The score at each of these points, as it was known then.
pub fn history(
    case: &Case,
    catalogue: &Catalogue,
    settings: &Settings,
    points: &[AsOf],
) -> Vec<ScorePoint> {
    let at = |point: &AsOf| {
        let outcome = outcome(case, catalogue, settings, *point);
        ScorePoint { date: point.day, score: outcome.score, standing: outcome.standing }
    };
    points.iter().map(at).collect()
}
