//! The sum over the terms, and the standing it means.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::measure::{RECENT_DAYS, factor, number};
use super::occurrence::Occurrence;
use super::{Catalogue, Term};
use crate::model::{FlagId, IncidentId, ScoreSettings, Standing, Status};

/// The share of every incident but the highest of its red flag on one day.
const OTHERS: f64 = 0.25;

/// The factor for different red flags in a short time.
#[derive(Clone, Debug, PartialEq)]
pub struct Variety {
    /// The factor, from 1 to the settings' limit (1.6).
    pub factor: f64,
    /// The distinct red flags that count in the last 90 days, sorted.
    pub flags: Vec<FlagId>,
}

/// A confirmed incident that means `exit` whatever the sum.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DealBreaker {
    /// The incident.
    pub incident: IncidentId,
    /// Its deal-breaking red flag.
    pub flag: FlagId,
    /// Its day.
    pub day: Date,
}

/// The sum and how it comes about.
#[derive(Clone, Debug)]
pub(super) struct Score {
    pub(super) terms: Vec<Term>,
    pub(super) variety: Variety,
    pub(super) total: f64,
}

impl Score {
    /// Sorts the terms, shares out the days, and adds up.
    pub(super) fn new(mut terms: Vec<Term>, settings: &ScoreSettings) -> Self {
        terms.sort_by(|a, b| {
            (a.day, &a.incident, &a.flag)
                .cmp(&(b.day, &b.incident, &b.flag))
                .then(a.alone().total_cmp(&b.alone()))
        });
        share_days(&mut terms);
        let variety = variety(&terms, settings);
        let total = terms.iter().map(|term| term.points).sum::<f64>() * variety.factor;
        // An empty sum is minus nought.
        Self { terms, variety, total: total.max(0.0) }
    }

    /// The score this many days later with nothing new.
    pub(super) fn total_after(&self, days: i32, settings: &ScoreSettings) -> f64 {
        Self::new(self.terms.iter().map(|term| term.older(days)).collect(), settings).total
    }
}

/// The highest of a red flag on one day counts whole, and each other a quarter.
fn share_days(terms: &mut [Term]) {
    let mut highest: BTreeMap<(FlagId, Date), usize> = BTreeMap::new();
    for (index, term) in terms.iter().enumerate() {
        match highest.entry((term.flag.clone(), term.occurrence)) {
            Entry::Vacant(entry) => {
                entry.insert(index);
            }
            Entry::Occupied(mut entry) => {
                if terms[*entry.get()].alone() < term.alone() {
                    entry.insert(index);
                }
            }
        }
    }
    let whole: BTreeSet<usize> = highest.into_values().collect();
    for (index, term) in terms.iter_mut().enumerate() {
        term.share(if whole.contains(&index) { 1.0 } else { OTHERS });
    }
}

fn variety(terms: &[Term], settings: &ScoreSettings) -> Variety {
    let recent = terms.iter().filter(|term| term.age_days < RECENT_DAYS && term.points > 0.0);
    let flags: BTreeSet<FlagId> = recent.map(|term| term.flag.clone()).collect();
    let further = number(flags.len().saturating_sub(1));
    let grown = 1.0 + factor(settings.variety, 0.0) * further;
    let limit = factor(settings.variety_limit, 1.0);
    Variety { factor: grown.min(limit).max(1.0), flags: flags.into_iter().collect() }
}

/// What a score means; a deal-breaker means `exit` whatever the sum.
pub(super) fn standing(total: f64, deal_breaker: bool, settings: &ScoreSettings) -> Standing {
    if deal_breaker || total >= settings.exit {
        Standing::Exit
    } else if total >= settings.boundary {
        Standing::Boundary
    } else if total >= settings.watch {
        Standing::Watch
    } else {
        Standing::Clear
    }
}

/// The earliest confirmed incident with a red flag that breaks the deal.
pub(super) fn deal_breaker(
    occurrences: &[Occurrence],
    catalogue: &Catalogue,
) -> Option<DealBreaker> {
    let confirmed = occurrences.iter().filter(|incident| incident.status == Status::Confirmed);
    confirmed
        .flat_map(|incident| incident.flags.iter().map(move |flag| (incident, flag)))
        .find(|(_, flag)| catalogue.counting(flag.as_str()).is_some_and(|flag| flag.deal_breaker))
        .map(|(incident, flag)| DealBreaker {
            incident: incident.id.clone(),
            flag: flag.clone(),
            day: incident.moment.day,
        })
}
