//! What would change the standing.

use jiff::civil::Date;

use super::{AsOf, Assessment, Catalogue};
use crate::model::{Case, FlagId, IncidentId, Settings, Standing};
use crate::phrase::Phrase;

/// What would change the standing.
#[derive(Clone, Debug, PartialEq)]
pub struct Explanation {
    /// How far the next standing is; `None` at `exit`.
    pub next: Option<NextStanding>,
    /// When the standing falls with nothing new; `None` at `clear`, on a deal-breaker, and where
    /// it does not fall within three years.
    pub fades: Option<Fade>,
    /// What one more incident of the most frequent red flag would make.
    pub one_more: Option<OneMore>,
    /// What an answer on each suspected incident would make, oldest first.
    pub suspected: Vec<SuspectedOutcome>,
}

/// How far the next standing is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NextStanding {
    /// The next standing.
    pub standing: Standing,
    /// Points missing.
    pub missing: f64,
}

/// When the standing falls with nothing new, nothing paid and nothing answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Fade {
    /// The first day with a lower standing.
    pub day: Date,
    /// The standing on that day.
    pub standing: Standing,
}

/// A score and what it means.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outcome {
    /// The score.
    pub score: f64,
    /// The standing.
    pub standing: Standing,
}

/// What one more confirmed incident of medium severity would make.
#[derive(Clone, Debug, PartialEq)]
pub struct OneMore {
    /// The client's most frequent red flag.
    pub flag: FlagId,
    /// The result.
    pub outcome: Outcome,
}

/// What an answer on a suspected incident would make.
#[derive(Clone, Debug, PartialEq)]
pub struct SuspectedOutcome {
    /// The incident.
    pub incident: IncidentId,
    /// If it is confirmed.
    pub confirmed: Outcome,
    /// If it is dismissed.
    pub dismissed: Outcome,
}

/// Says what would change the standing of an assessment of the same arguments.
pub fn explain(
    case: &Case,
    catalogue: &Catalogue,
    settings: &Settings,
    assessment: &Assessment,
) -> Explanation {
    todo!()
}

impl Explanation {
    /// The same in sentences, most useful first.
    pub fn phrases(&self) -> Vec<Phrase> {
        todo!()
    }
}
