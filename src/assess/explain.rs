//! What would change the standing.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use jiff::civil::Date;

use super::derived::BOUNDARY_CROSSED;
use super::reading::{Reading, read};
use super::{AsOf, Catalogue};
use crate::model::{
    Case, FlagId, Incident, IncidentId, Moment, ScoreSettings, Settings, Severity, Standing, Status,
};
use crate::phrase::Phrase;

/// How many days ahead the standing is looked for to fall: three years.
const AHEAD_DAYS: i32 = 3 * 365;

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

/// Says what would change the standing of a case at `as_of`.
pub fn explain(
    case: &Case,
    catalogue: &Catalogue,
    settings: &Settings,
    as_of: AsOf,
) -> Explanation {
    let reading = read(case, catalogue, settings, as_of);
    let outcome_of = |case: &Case| Outcome::of(&read(case, catalogue, settings, as_of));
    Explanation {
        next: next_standing(&reading, &settings.score),
        fades: fade(&reading, catalogue, settings, as_of),
        one_more: most_frequent(&reading).map(|flag| {
            let outcome = outcome_of(&with_one_more(&reading.known, &flag, as_of));
            OneMore { flag, outcome }
        }),
        suspected: suspected(&reading.known)
            .map(|(index, incident)| SuspectedOutcome {
                incident: incident.id.clone(),
                confirmed: outcome_of(&answered(&reading.known, index, Status::Confirmed)),
                dismissed: outcome_of(&answered(&reading.known, index, Status::Dismissed)),
            })
            .collect(),
    }
}

impl Outcome {
    pub(super) const fn of(reading: &Reading) -> Self {
        Self { score: reading.score.total, standing: reading.standing }
    }
}

fn next_standing(reading: &Reading, settings: &ScoreSettings) -> Option<NextStanding> {
    let (next, threshold) = match reading.standing {
        Standing::Clear => (Standing::Watch, settings.watch),
        Standing::Watch => (Standing::Boundary, settings.boundary),
        Standing::Boundary => (Standing::Exit, settings.exit),
        Standing::Exit => return None,
    };
    Some(NextStanding { standing: next, missing: threshold - reading.score.total })
}

/// The first day on which the incidents of today, and nothing else, mean a lower standing.
fn fade(
    reading: &Reading,
    catalogue: &Catalogue,
    settings: &Settings,
    as_of: AsOf,
) -> Option<Fade> {
    if reading.deal_breaker.is_some() || reading.standing == Standing::Clear {
        return None;
    }
    let after = |days| reading.standing_at(as_of.days_later(days), catalogue, settings);
    // Time never raises the score of what has happened, so the days with the standing of today come first.
    let (mut same, mut lower) = (0, AHEAD_DAYS);
    if after(lower) >= reading.standing {
        return None;
    }
    while lower - same > 1 {
        let middle = same + (lower - same) / 2;
        if after(middle) < reading.standing { lower = middle } else { same = middle }
    }
    Some(Fade { day: as_of.days_later(lower).day, standing: after(lower) })
}

/// The red flag with the most incidents, crossed boundaries left out; the first id among equals.
fn most_frequent(reading: &Reading) -> Option<FlagId> {
    let mut counts: BTreeMap<&FlagId, usize> = BTreeMap::new();
    let terms = reading.score.terms.iter();
    for term in terms.filter(|term| term.flag.as_str() != BOUNDARY_CROSSED) {
        *counts.entry(&term.flag).or_default() += 1;
    }
    let most = counts.into_iter().min_by_key(|(_, count)| Reverse(*count));
    most.map(|(flag, _)| flag.clone())
}

/// The case with one more incident, confirmed and of medium severity, at `as_of`.
fn with_one_more(known: &Case, flag: &FlagId, as_of: AsOf) -> Case {
    let mut case = known.clone();
    case.incidents.push(Incident {
        id: IncidentId::new("one-more"),
        note: String::new(),
        moment: Moment::at_instant(as_of.at, &known.client.zone),
        flags: vec![flag.clone()],
        severity: Severity::Medium,
        status: Status::Confirmed,
        channel: None,
        quote: None,
        evidence: Vec::new(),
        hours: None,
        cost: None,
        our_part: None,
        observed: String::new(),
        assumed: Vec::new(),
        reading: None,
    });
    case
}

fn suspected(known: &Case) -> impl Iterator<Item = (usize, &Incident)> {
    let numbered = known.incidents.iter().enumerate();
    numbered.filter(|(_, incident)| incident.status == Status::Suspected)
}

fn answered(known: &Case, index: usize, status: Status) -> Case {
    let mut case = known.clone();
    if let Some(incident) = case.incidents.get_mut(index) {
        incident.status = status;
    }
    case
}

impl Explanation {
    /// The same in sentences, most useful first.
    pub fn phrases(&self) -> Vec<Phrase> {
        let mut phrases = Vec::new();
        if let Some(next) = &self.next {
            phrases.push(
                Phrase::new("explain-next")
                    .with("points", next.missing)
                    .with("standing", standing_phrase(next.standing)),
            );
        }
        if let Some(fade) = &self.fades {
            phrases.push(
                Phrase::new("explain-fades")
                    .with("day", fade.day)
                    .with("standing", standing_phrase(fade.standing)),
            );
        }
        if let Some(more) = &self.one_more {
            phrases.push(
                Phrase::new("explain-one-more")
                    .with("flag", more.flag.as_str())
                    .with("score", more.outcome.score)
                    .with("standing", standing_phrase(more.outcome.standing)),
            );
        }
        phrases.extend(self.suspected.iter().map(|answer| {
            Phrase::new("explain-suspected")
                .with("incident", answer.incident.as_str())
                .with("confirmed", answer.confirmed.score)
                .with("confirmed-standing", standing_phrase(answer.confirmed.standing))
                .with("dismissed", answer.dismissed.score)
                .with("dismissed-standing", standing_phrase(answer.dismissed.standing))
        }));
        phrases
    }
}

const fn standing_phrase(standing: Standing) -> Phrase {
    Phrase::new(match standing {
        Standing::Clear => "standing-clear",
        Standing::Watch => "standing-watch",
        Standing::Boundary => "standing-boundary",
        Standing::Exit => "standing-exit",
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::fixture::{
        assessed, boundary, case, catalogue, close_to, incident, invoice, medium, on,
    };

    fn explained(case: &Case, day: &str) -> Explanation {
        explain(case, &catalogue(), &Settings::default(), on(day))
    }

    #[test]
    fn it_says_how_far_the_next_standing_is_and_when_this_one_ends() {
        let mut case = case();
        case.incidents =
            vec![incident("2026-03-02", "disrespect", Severity::High, Status::Confirmed)];
        let explanation = explained(&case, "2026-03-02");
        let next = explanation.next.unwrap();
        assert_eq!(next.standing, Standing::Boundary);
        close_to(next.missing, 2.0);
        // 8 points fall below 4 on the day after the half-life of 90 days.
        let fade = explanation.fades.unwrap();
        assert_eq!((fade.day, fade.standing), ("2026-06-01".parse().unwrap(), Standing::Clear));
        let more = explanation.one_more.unwrap();
        close_to(more.outcome.score, 8.0 + 4.0 / 4.0);
    }

    #[test]
    fn an_unpaid_invoice_does_not_fade_and_a_deal_breaker_neither() {
        let mut case = case();
        case.client.invoices = vec![invoice("1", "2026-01-01", None)];
        let explanation = explained(&case, "2026-03-02");
        assert_eq!(
            (explanation.fades, explanation.next.unwrap().standing),
            (None, Standing::Boundary)
        );
        case.incidents = vec![medium("2026-03-02", "threat")];
        let explanation = explained(&case, "2026-03-02");
        assert_eq!((explanation.fades, explanation.next), (None, None));
    }

    #[test]
    fn it_says_what_each_answer_on_a_suspicion_would_make() {
        let mut case = case();
        case.incidents = vec![incident("2026-03-02", "threat", Severity::Low, Status::Suspected)];
        let explanation = explained(&case, "2026-03-02");
        let answer = &explanation.suspected[0];
        assert_eq!(answer.confirmed, Outcome { score: 5.0, standing: Standing::Exit });
        assert_eq!(answer.dismissed, Outcome { score: 0.0, standing: Standing::Clear });
        let keys: Vec<&str> = explanation.phrases().iter().map(|phrase| phrase.key).collect();
        assert_eq!(keys, ["explain-next", "explain-one-more", "explain-suspected"]);
    }

    #[test]
    fn a_boundary_that_will_have_been_kept_brings_the_day_nearer() {
        let mut case = case();
        case.incidents =
            vec![incident("2026-03-02", "disrespect", Severity::High, Status::Confirmed)];
        let alone = explained(&case, "2026-03-05").fades.unwrap();
        case.decisions = vec![boundary("2026-03-04", &["disrespect"])];
        let kept = explained(&case, "2026-03-05").fades.unwrap();
        // The review is after 30 days; from the day after it the incident counts half of 6.3.
        assert_eq!(kept.day, "2026-04-04".parse().unwrap());
        assert!(kept.day < alone.day);
        let there = assessed(&case, &kept.day.to_string());
        assert_eq!(there.standing, kept.standing);
    }
}
