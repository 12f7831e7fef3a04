//! Figures over closed cases; each is told only over [`NEEDED`] cases or more.

use std::collections::BTreeMap;

use super::{ClosedCase, Late, Median, NEEDED, Share};
use crate::model::{Amounts, FlagId};

/// What closed cases teach.
#[derive(Clone, Debug, PartialEq)]
pub struct Learned {
    /// How many cases are closed.
    pub closed: usize,
    /// How many of them ended badly; `None` of too few.
    pub bad_ends: Option<Share>,
    /// How many had a red flag.
    pub flagged: usize,
    /// Which red flags came first, the most frequent first; empty of too few.
    pub first_flags: Vec<FlagShare>,
    /// Cases with a red flag and no boundary or exit before the close.
    pub undecided: usize,
    /// Days from the first red flag to the first boundary or exit; `None` of too few.
    pub days: Option<Median>,
    /// The score that those decisions recorded; `None` of too few.
    pub score: Option<Median>,
    /// What it cost until then, where it was decided promptly and where it was not.
    pub groups: Vec<Group>,
    /// Screening answers with how their cases ended, the worst first.
    pub answers: Vec<AnswerShare>,
    /// Screening answers that too few cases gave.
    pub answers_of_few: usize,
}

/// How often a red flag came first.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct FlagShare {
    /// The red flag.
    pub flag: FlagId,
    /// In how many of the cases with a red flag.
    #[serde(flatten)]
    pub share: Share,
}

/// What it cost until something was decided.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct Group {
    /// When it was decided.
    pub decided: Late,
    /// How many cases.
    pub cases: usize,
    /// Hours for each case; `None` of too few.
    pub hours: Option<Median>,
    /// Money of all of them.
    pub money: Amounts,
    /// Nights lost in all of them.
    pub nights: usize,
}

/// How cases with a screening answer ended.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct AnswerShare {
    /// The question.
    pub question: String,
    /// The answer.
    pub answer: String,
    /// How many of its cases ended badly.
    #[serde(flatten)]
    pub bad: Share,
}

impl Learned {
    /// The figures over these cases.
    pub fn of(cases: &[ClosedCase]) -> Self {
        let flagged = cases.iter().filter(|case| case.first.is_some()).count();
        let mut learned = Self {
            closed: cases.len(),
            bad_ends: None,
            flagged,
            first_flags: Vec::new(),
            undecided: cases.iter().filter(|case| is_undecided(case)).count(),
            days: None,
            score: None,
            groups: Vec::new(),
            answers: Vec::new(),
            answers_of_few: 0,
        };
        if cases.len() < NEEDED {
            return learned;
        }
        let bad = cases.iter().filter(|case| case.bad_end).count();
        learned.bad_ends = Some(Share::of(bad, cases.len()));
        if flagged >= NEEDED {
            learned.first_flags = first_flags(cases, flagged);
            learned.groups = [Late::Prompt, Late::Late].map(|late| group(cases, late)).into();
        }
        let days = cases.iter().filter_map(|case| case.days).map(f64::from);
        learned.days = median(days.collect());
        learned.score = median(cases.iter().filter_map(|case| case.score).collect());
        (learned.answers, learned.answers_of_few) = answers(cases);
        learned
    }
}

fn is_undecided(case: &ClosedCase) -> bool {
    case.first.is_some() && case.decided.is_none()
}

fn median(values: Vec<f64>) -> Option<Median> {
    if values.len() < NEEDED { None } else { Median::of(values) }
}

fn first_flags(cases: &[ClosedCase], flagged: usize) -> Vec<FlagShare> {
    let mut counts: BTreeMap<&FlagId, usize> = BTreeMap::new();
    for flag in cases.iter().flat_map(|case| &case.first_flags) {
        *counts.entry(flag).or_default() += 1;
    }
    let share = |(flag, count): (&FlagId, usize)| FlagShare {
        flag: flag.clone(),
        share: Share::of(count, flagged),
    };
    let mut shares: Vec<FlagShare> = counts.into_iter().map(share).collect();
    shares.sort_by(|a, b| (b.share.count, &a.flag).cmp(&(a.share.count, &b.flag)));
    shares
}

fn group(cases: &[ClosedCase], decided: Late) -> Group {
    let cases: Vec<&ClosedCase> =
        cases.iter().filter(|case| case.late() == Some(decided)).collect();
    let mut money = Amounts::default();
    cases.iter().flat_map(|case| case.money.iter()).for_each(|amount| money.add(amount));
    Group {
        decided,
        cases: cases.len(),
        hours: median(cases.iter().map(|case| case.hours).collect()),
        money,
        nights: cases.iter().map(|case| case.nights).sum(),
    }
}

/// The answers that enough cases gave, and how many others there are.
fn answers(cases: &[ClosedCase]) -> (Vec<AnswerShare>, usize) {
    let mut ends: BTreeMap<&(String, String), (usize, usize)> = BTreeMap::new();
    for case in cases {
        for answer in &case.answers {
            let (bad, of) = ends.entry(answer).or_default();
            *bad += usize::from(case.bad_end);
            *of += 1;
        }
    }
    let all = ends.len();
    let enough = ends.into_iter().filter(|(_, (_, of))| *of >= NEEDED);
    let mut shares: Vec<AnswerShare> = enough
        .map(|((question, answer), (bad, of))| AnswerShare {
            question: question.clone(),
            answer: answer.clone(),
            bad: Share::of(bad, of),
        })
        .collect();
    // Answers were sorted by question and word; equal shares stay so.
    shares.sort_by(|a, b| b.bad.share().total_cmp(&a.bad.share()));
    let few = all - shares.len();
    (shares, few)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::ClientId;

    fn case(days: Option<i32>, bad_end: bool) -> ClosedCase {
        let first = jiff::civil::date(2026, 3, 1);
        ClosedCase {
            client: ClientId::new("nova"),
            closed: jiff::civil::date(2026, 9, 1),
            first: Some(first),
            first_flags: vec![FlagId::new("scope-creep")],
            decided: days.map(|days| first.saturating_add(jiff::ToSpan::days(days))),
            days,
            score: Some(12.0),
            bad_end,
            hours: 2.0,
            money: Amounts::default(),
            nights: 1,
            answers: vec![("enthusiasm".to_owned(), "mutual".to_owned())],
        }
    }

    #[test]
    fn below_five_cases_nothing_is_told() {
        let learned = Learned::of(&vec![case(Some(3), true); 4]);
        assert_eq!((learned.closed, learned.bad_ends, learned.days), (4, None, None));
        assert!(learned.first_flags.is_empty() && learned.groups.is_empty());
        assert!(learned.answers.is_empty());
    }

    #[test]
    fn undecided_cases_are_late_and_have_no_days() {
        let cases: Vec<ClosedCase> = [Some(1), Some(2), Some(3), Some(60), Some(61), None]
            .map(|days| case(days, days != Some(1)))
            .into();
        let learned = Learned::of(&cases);
        assert_eq!(learned.undecided, 1);
        assert_eq!(learned.days.map(|days| (days.of, days.median)), Some((5, 3.0)));
        assert_eq!(learned.score.map(|score| score.median), Some(12.0));
        let groups: Vec<_> = learned.groups.iter().map(|one| (one.cases, one.nights)).collect();
        assert_eq!(groups, [(3, 3), (3, 3)]);
        assert!(learned.groups.iter().all(|group| group.hours.is_none()), "three are too few");
        assert_eq!(learned.answers[0].bad, Share::of(5, 6));
    }

    #[test]
    fn an_answer_of_few_cases_is_counted_and_not_told() {
        let mut cases = vec![case(Some(1), false); 5];
        cases[0].answers.push(("craft".to_owned(), "outside".to_owned()));
        let learned = Learned::of(&cases);
        assert_eq!((learned.answers.len(), learned.answers_of_few), (1, 1));
    }
}
