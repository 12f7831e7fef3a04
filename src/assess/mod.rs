//! From a case to what it means: score, standing, boundaries, stage, change, dues.
//!
//! Owns: the arithmetic and the rules of recognising and deciding. Must not: read files, the
//! clock or the environment, print, or know a language; "now" is the argument [`AsOf`].

mod as_of;
mod binomial;
mod boundary;
mod catalogue;
mod change;
mod cooling_off;
mod derived;
mod due;
mod explain;
#[cfg(test)]
mod fixture;
#[cfg(test)]
mod law;
mod measure;
mod occurrence;
mod rate;
mod reading;
mod retold;
mod score;
mod screening;
mod sighting;
mod silence;
mod stage;
mod term;
mod trend;

pub use as_of::AsOf;
pub use binomial::{lower_tail, upper_tail};
pub use boundary::{Boundary, BoundaryState};
pub use catalogue::Catalogue;
pub use change::{Change, Compared, Course, Measure};
pub use cooling_off::CoolingOff;
pub use derived::Derived;
pub(crate) use derived::{due_day, is_charge};
pub use due::Due;
pub use explain::{Explanation, Fade, NextStanding, OneMore, Outcome, SuspectedOutcome, explain};
pub use rate::Rate;
pub use retold::{Retold, agree_on_client, retold};
pub use score::{DealBreaker, Variety};
pub use screening::{Answered, Counts, Screened, Verdict, screen};
pub use sighting::FirstSighting;
pub use stage::{allowed, check_transition, stage};
pub use term::Term;
pub use trend::{Trend, TrendDirection};

use crate::model::{Case, IncidentId, Settings, Stage, Standing, Status};
use change::changes;
use cooling_off::cooling_off;
use due::dues;
use rate::rate;
use reading::{Reading, read};
use sighting::first_sightings;
use trend::BACK_DAYS;

/// What a case means at one moment.
#[derive(Clone, Debug, PartialEq)]
pub struct Assessment {
    /// The moment it holds for.
    pub as_of: AsOf,
    /// The terms of the sum, sorted by day, incident and red flag; dismissed incidents and red
    /// flags that are unknown or switched off have none.
    pub terms: Vec<Term>,
    /// The factor for different red flags in a short time.
    pub variety: Variety,
    /// The score: the sum of the terms' points × the variety factor.
    pub score: f64,
    /// What the score means, or `exit` on a deal-breaker.
    pub standing: Standing,
    /// The confirmed incident that means `exit` whatever the sum; the earliest if there are
    /// several.
    pub deal_breaker: Option<DealBreaker>,
    /// Incidents that facts make by themselves, sorted by moment and id.
    pub derived: Vec<Derived>,
    /// Every boundary, in the order of the decisions.
    pub boundaries: Vec<Boundary>,
    /// Where the relationship is.
    pub stage: Stage,
    /// The cooling-off period, while the exit is decided and not announced.
    pub cooling_off: Option<CoolingOff>,
    /// The score against that of 30 days earlier.
    pub trend: Trend,
    /// Differences from the client's own past that are hardly luck; empty with too little data.
    pub changes: Vec<Change>,
    /// Incidents per month of engagement; `None` where nothing is dated.
    pub rate: Option<Rate>,
    /// Where each red flag was seen first, sorted by day and red flag.
    pub first_sightings: Vec<FirstSighting>,
    /// What is due, past days included, sorted by day.
    pub dues: Vec<Due>,
    /// Suspected incidents to ask about ("call and ask; what did they say?"), oldest first.
    pub to_verify: Vec<IncidentId>,
}

impl Assessment {
    /// Boundaries that are told and not ended.
    pub fn open_boundaries(&self) -> impl Iterator<Item = &Boundary> {
        self.boundaries.iter().filter(|boundary| boundary.is_open())
    }
}

/// Assesses a case as it was known at `as_of`; the order of its lists does not matter.
pub fn assess(case: &Case, catalogue: &Catalogue, settings: &Settings, as_of: AsOf) -> Assessment {
    let Reading { known, derived, occurrences, boundaries, score, deal_breaker, standing } =
        read(case, catalogue, settings, as_of);
    let earlier = read(case, catalogue, settings, as_of.days_earlier(BACK_DAYS));
    let stage = stage(&known, as_of);
    let cooling_off = cooling_off(&known, stage, catalogue, &settings.decide);
    Assessment {
        as_of,
        trend: Trend::between(earlier.score.total, score.total),
        changes: changes(&known, &occurrences, as_of),
        rate: rate(&known, &occurrences, stage, as_of),
        first_sightings: first_sightings(&occurrences),
        dues: dues(&known, &boundaries, stage, cooling_off.as_ref(), as_of),
        to_verify: to_verify(&known),
        terms: score.terms,
        variety: score.variety,
        score: score.total,
        standing,
        deal_breaker,
        derived,
        boundaries,
        stage,
        cooling_off,
    }
}

/// The score and standing of a case as it was known at `as_of`, and nothing else.
pub fn outcome(case: &Case, catalogue: &Catalogue, settings: &Settings, as_of: AsOf) -> Outcome {
    Outcome::of(&read(case, catalogue, settings, as_of))
}

fn to_verify(known: &Case) -> Vec<IncidentId> {
    let suspected = known.incidents.iter().filter(|incident| incident.status == Status::Suspected);
    suspected.map(|incident| incident.id.clone()).collect()
}
