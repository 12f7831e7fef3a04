//! A closed case, as far as others can learn from it.

use jiff::civil::Date;

use super::PROMPT_DAYS;
use crate::assess::{AsOf, Catalogue, assess, screen, stage};
use crate::model::{
    Amounts, Case, ClientId, Decision, DecisionKind, FlagId, QuestionSet, Settings, Sleep, Stage,
    Status, Weighs,
};

/// A closed case.
#[derive(Clone, Debug, PartialEq, serde::Serialize)]
pub struct ClosedCase {
    /// The client.
    pub client: ClientId,
    /// The day it was closed.
    pub closed: Date,
    /// The day of the first red flag.
    pub first: Option<Date>,
    /// The red flags seen on that day, sorted.
    pub first_flags: Vec<FlagId>,
    /// The first boundary or exit from that day on; `None` where the close came before any.
    pub decided: Option<Date>,
    /// Whole days from the first red flag to that decision.
    pub days: Option<i32>,
    /// The score that the decision recorded.
    pub score: Option<f64>,
    /// Whether it ended badly: by an exit that was not taken back, or with money unpaid.
    pub bad_end: bool,
    /// Hours noted with incidents, from the first red flag to the decision, else to the close.
    pub hours: f64,
    /// Money noted with them.
    pub money: Amounts,
    /// Nights lost in that time.
    pub nights: usize,
    /// Screening answers that can be weighed: question and word.
    pub answers: Vec<(String, String)>,
}

/// When something was decided.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Late {
    /// Within [`PROMPT_DAYS`] of the first red flag.
    Prompt,
    /// Later, or not before the close.
    Late,
}

impl ClosedCase {
    /// The case, where it is closed at `as_of`; red flags and costs as they were known on the day
    /// of the close, money as it is at `as_of`.
    pub fn of(
        case: &Case,
        catalogue: &Catalogue,
        settings: &Settings,
        questions: &QuestionSet,
        as_of: AsOf,
    ) -> Option<Self> {
        if stage(case, as_of) != Stage::Closed {
            return None;
        }
        let decisions = case.decisions.iter().filter(|decision| as_of.knows(decision.moment));
        let decisions: Vec<&Decision> = decisions.collect();
        let close = decisions.iter().rfind(|decision| decision.kind == DecisionKind::Close)?;
        let closed = close.moment.day;
        let at_close = AsOf::end_of(closed, &case.client.zone);
        let assessment = assess(case, catalogue, settings, at_close);
        let first = assessment.first_sightings.first().map(|sighting| sighting.day);
        let of_first = assessment.first_sightings.iter().filter(|one| Some(one.day) == first);
        let answers = |kind| matches!(kind, DecisionKind::Boundary | DecisionKind::Exit);
        let decision = first.and_then(|first| {
            let mut later = decisions.iter().filter(|decision| decision.moment.day >= first);
            later.find(|decision| answers(decision.kind))
        });
        let decided = decision.map(|decision| decision.moment.day);
        let (from, to) = (first.unwrap_or(closed), decided.unwrap_or(closed));
        let incidents = case.incidents.iter().filter(|incident| {
            let day = incident.moment.day;
            incident.status != Status::Dismissed && from <= day && day <= to
        });
        let nights = case.pulses.iter().filter(|pulse| {
            let day = pulse.moment.day;
            pulse.sleep == Some(Sleep::Lost) && from <= day && day <= to
        });
        Some(Self {
            client: case.client.id.clone(),
            closed,
            first,
            first_flags: of_first.map(|sighting| sighting.flag.clone()).collect(),
            decided,
            days: first.zip(decided).map(|(first, decided)| (decided - first).get_days()),
            score: decision.and_then(|decision| decision.score),
            bad_end: left(&decisions) || is_owed(case, as_of),
            hours: incidents.clone().filter_map(|incident| incident.hours).sum::<f64>().max(0.0),
            money: incidents
                .filter_map(|incident| incident.cost)
                .filter(|cost| !cost.amount.is_zero())
                .collect(),
            nights: nights.count(),
            answers: weighed_answers(case, questions),
        })
    }

    /// When something was decided; `None` where there was no red flag.
    pub fn late(&self) -> Option<Late> {
        self.first?;
        let prompt = self.days.is_some_and(|days| days <= PROMPT_DAYS);
        Some(if prompt { Late::Prompt } else { Late::Late })
    }
}

/// Whether an exit stands at the end.
fn left(decisions: &[&Decision]) -> bool {
    decisions.iter().fold(false, |left, decision| match decision.kind {
        DecisionKind::Exit => true,
        DecisionKind::Keep | DecisionKind::Reopen | DecisionKind::Accept => false,
        _ => left,
    })
}

/// Whether an invoice is past its day and not paid; a credit note is owed by the user.
fn is_owed(case: &Case, as_of: AsOf) -> bool {
    case.client.invoices.iter().any(|invoice| {
        invoice.paid.is_none_or(|day| day > as_of.day)
            && invoice.due.is_some_and(|due| due < as_of.day)
            && invoice.amount.amount.is_sign_positive()
            && !invoice.amount.amount.is_zero()
    })
}

fn weighed_answers(case: &Case, questions: &QuestionSet) -> Vec<(String, String)> {
    let screened = screen(questions, &case.client.screening);
    let known = screened.answers.iter().filter_map(|answered| {
        let known = answered.known.filter(|known| known.weighs != Weighs::Open)?;
        Some((answered.question.id.clone(), known.word.clone()))
    });
    known.collect()
}
