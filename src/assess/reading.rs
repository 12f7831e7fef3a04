//! One pass over a case: derived incidents, boundaries, terms, score.
//!
//! Owns: the order of the steps. Must not: know what is done with the result; the assessment,
//! the trend and the explanation all read a case this way.

use super::boundary::{judge, told_boundaries};
use super::derived::derive;
use super::occurrence::Occurrence;
use super::score::{Score, deal_breaker, standing};
use super::{AsOf, Boundary, Catalogue, DealBreaker, Derived, Term};
use crate::model::{Case, Settings, Standing};

/// What one pass over a case finds.
#[derive(Clone, Debug)]
pub(super) struct Reading {
    /// The case as it was known.
    pub(super) known: Case,
    pub(super) derived: Vec<Derived>,
    /// Every incident that counts, sorted by moment and id.
    pub(super) occurrences: Vec<Occurrence>,
    pub(super) boundaries: Vec<Boundary>,
    pub(super) score: Score,
    pub(super) deal_breaker: Option<DealBreaker>,
    pub(super) standing: Standing,
}

/// Reads a case as it was known at `as_of`.
pub(super) fn read(
    case: &Case,
    catalogue: &Catalogue,
    settings: &Settings,
    as_of: AsOf,
) -> Reading {
    let known = as_of.known(case);
    let mut boundaries = told_boundaries(&known, settings);
    let (derived, occurrences) = derive(&known, &boundaries, catalogue, as_of);
    judge(&mut boundaries, &occurrences, as_of);
    let score = score(&occurrences, &boundaries, catalogue, settings, as_of);
    let deal_breaker = deal_breaker(&occurrences, catalogue);
    let standing = standing(score.total, deal_breaker.is_some(), &settings.score);
    Reading { known, derived, occurrences, boundaries, score, deal_breaker, standing }
}

/// Adds up the incidents that count, at `as_of`.
fn score(
    occurrences: &[Occurrence],
    boundaries: &[Boundary],
    catalogue: &Catalogue,
    settings: &Settings,
    as_of: AsOf,
) -> Score {
    let mut terms = Vec::new();
    for occurrence in occurrences {
        for flag in &occurrence.flags {
            if let Some(flag) = catalogue.counting(flag.as_str()) {
                terms.push(Term::new(occurrence, flag, boundaries, &settings.score, as_of));
            }
        }
    }
    Score::new(terms, &settings.score)
}

impl Reading {
    /// The standing at a later moment with nothing new: the incidents fade, and a boundary that
    /// nobody crosses until its review is kept.
    pub(super) fn standing_at(
        &self,
        later: AsOf,
        catalogue: &Catalogue,
        settings: &Settings,
    ) -> Standing {
        let mut boundaries = self.boundaries.clone();
        judge(&mut boundaries, &self.occurrences, later);
        let score = score(&self.occurrences, &boundaries, catalogue, settings, later);
        standing(score.total, self.deal_breaker.is_some(), &settings.score)
    }
}
