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
        // From plus nought: `sum` begins with minus nought, which would be printed.
        let sum = terms.iter().fold(0.0, |sum, term| sum + term.points);
        let total = sum * variety.factor;
        Self { terms, variety, total }
    }
}

/// The highest of a red flag on one day counts whole, and each other a quarter.
fn share_days(terms: &mut [Term]) {
    let mut highest: BTreeMap<(&FlagId, Date), usize> = BTreeMap::new();
    for (index, term) in terms.iter().enumerate() {
        match highest.entry((&term.flag, term.occurrence)) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::fixture::{
        assessed, boundary, case, catalogue, close_to, incident, medium, on,
    };
    use crate::assess::{Catalogue, assess};
    use crate::model::{FlagSettings, HalfLife, Settings, Severity};

    #[test]
    fn points_are_weight_times_severity_times_status_times_decay() {
        let mut case = case();
        case.incidents =
            vec![incident("2026-03-01", "disrespect", Severity::High, Status::Suspected)];
        let fresh = assessed(&case, "2026-03-01");
        close_to(fresh.score, 4.0 * 2.0 * 0.5);
        assert_eq!(fresh.standing, Standing::Watch);
        let old = assessed(&case, "2026-05-30");
        assert_eq!(old.terms[0].age_days, 90);
        close_to(old.score, 2.0);
        assert_eq!(old.standing, Standing::Clear);
    }

    #[test]
    fn others_of_a_flag_on_one_day_count_a_quarter() {
        let mut case = case();
        case.incidents = vec![
            incident("2026-03-02T10:00", "disrespect", Severity::Low, Status::Confirmed),
            incident("2026-03-02T11:00", "disrespect", Severity::High, Status::Confirmed),
            medium("2026-03-02T12:00", "disrespect"),
        ];
        let assessment = assessed(&case, "2026-03-02");
        let shares: Vec<f64> = assessment.terms.iter().map(|term| term.day_share).collect();
        assert_eq!(shares, [0.25, 1.0, 0.25]);
        close_to(assessment.score, 8.0 + 0.5 + 1.0);
    }

    #[test]
    fn each_further_flag_of_ninety_days_adds_fifteen_percent_up_to_sixty() {
        let mut case = case();
        case.incidents = vec![
            medium("2026-03-02", "disrespect"),
            medium("2026-03-03", "scope-creep"),
            medium("2025-11-01", "unresponsive"),
        ];
        let assessment = assessed(&case, "2026-03-03");
        close_to(assessment.variety.factor, 1.15);
        assert_eq!(assessment.variety.flags.len(), 2);
        let all = ["disrespect", "scope-creep", "unresponsive", "time-boundary", "threat"];
        case.incidents = all.map(|flag| medium("2026-03-02", flag)).to_vec();
        close_to(assessed(&case, "2026-03-02").variety.factor, 1.6);
    }

    #[test]
    fn a_confirmed_deal_breaker_means_exit_and_is_named() {
        let mut case = case();
        case.incidents = vec![incident("2024-01-05", "threat", Severity::Low, Status::Suspected)];
        assert_eq!(assessed(&case, "2026-03-02").deal_breaker, None);
        case.incidents[0].status = Status::Confirmed;
        let assessment = assessed(&case, "2026-03-02");
        assert_eq!(assessment.standing, Standing::Exit);
        let breaker = assessment.deal_breaker.unwrap();
        assert_eq!(
            (breaker.incident, breaker.flag.as_str()),
            (case.incidents[0].id.clone(), "threat")
        );
        close_to(assessment.score, 5.0);
    }

    #[test]
    fn unknown_flags_and_those_switched_off_count_nothing() {
        let mut case = case();
        case.incidents = vec![medium("2026-03-02", "threat"), medium("2026-03-02", "no-such-flag")];
        let mut settings = Settings::default();
        let off = FlagSettings { off: true, ..FlagSettings::default() };
        settings.flags.insert(FlagId::new("threat"), off);
        let catalogue = Catalogue::new(catalogue().iter().cloned(), &settings);
        let assessment = assess(&case, &catalogue, &settings, on("2026-03-02"));
        assert_eq!(assessment.terms, []);
        assert_eq!((assessment.score, assessment.standing), (0.0, Standing::Clear));
        assert!(assessment.score.is_sign_positive());
    }

    #[test]
    fn an_incident_after_a_boundary_on_its_flag_counts_half_as_much_again() {
        let mut case = case();
        case.decisions = vec![boundary("2026-03-01", &["disrespect"])];
        case.incidents =
            vec![medium("2026-03-01", "disrespect"), medium("2026-03-05", "disrespect")];
        let assessment = assessed(&case, "2026-03-05");
        let repeats: Vec<f64> = assessment
            .terms
            .iter()
            .filter(|term| term.flag.as_str() == "disrespect")
            .map(|term| term.repeat)
            .collect();
        assert_eq!(repeats, [1.0, 1.5]);
    }

    #[test]
    fn absurd_settings_never_give_anything_but_a_number() {
        let mut case = case();
        case.incidents = vec![medium("2026-03-02", "disrespect"), medium("2020-03-02", "threat")];
        let mut settings = Settings::default();
        for (flag, weight) in [("disrespect", f64::NAN), ("threat", f64::INFINITY)] {
            let half_life = Some(HalfLife::Days(0));
            let weight = Some(weight);
            settings.flags.insert(
                FlagId::new(flag),
                FlagSettings { weight, half_life, ..FlagSettings::default() },
            );
        }
        settings.score.variety = f64::NAN;
        settings.score.variety_limit = -1.0;
        let catalogue = Catalogue::new(catalogue().iter().cloned(), &settings);
        let assessment = assess(&case, &catalogue, &settings, on("2026-03-02"));
        assert_eq!(assessment.score, 0.0);
    }
}
