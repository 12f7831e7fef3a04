//! The exit plan: what its generated parts are made of.

use jiff::civil::Date;
use serde::Serialize;

use super::{Names, SCHEMA, Sentence, SumsView, Unread};
use crate::assess::Catalogue;
use crate::exit::{Leaving, Plan, Telling, Tone, planned_steps};
use crate::model::{
    Amounts, Channel, Client, ClientId, DeliverableState, Language, Money, Stage, Step,
};
use crate::phrase::Phrase;

/// What the generated parts of an exit plan are made of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlanView {
    /// The number of this shape.
    pub schema: u32,
    /// The day it holds for.
    pub as_of: Date,
    /// The client's id.
    pub client: ClientId,
    /// What they are called.
    pub name: String,
    /// The language of documents for them.
    pub language: Language,
    /// What could not be read, and so may not count.
    pub unread: Unread,
    /// Where the relationship is.
    pub stage: Stage,
    /// Whether a confirmed deal-breaker changes the plan.
    pub deal_breaker: bool,
    /// The situation in sentences.
    pub situation: Vec<Sentence>,
    /// What is owed.
    pub owed: SumsView,
    /// Telling them today, or as they were told.
    pub now: LeavingView,
    /// The next payment.
    pub next_payment: Option<PaymentView>,
    /// Telling them on the day of the next payment.
    pub later: Option<LeavingView>,
    /// Income and reserve, in sentences.
    pub income: Vec<Sentence>,
    /// What was to be delivered.
    pub deliverables: Vec<DeliverableView>,
    /// Access that is open.
    pub access: Vec<AccessView>,
    /// What could follow, and who hears it from the user first.
    pub repercussions: Vec<Sentence>,
    /// Notice and end, in sentences.
    pub agreement: Vec<Sentence>,
    /// How to say it.
    pub telling: TellingView,
    /// The steps of a new plan.
    pub steps: Vec<StepView>,
    /// The words of `only-if` that hold.
    pub holding: Vec<&'static str>,
    /// What was assumed, because the notes do not say.
    pub assumed: Vec<Sentence>,
}

/// What leaving on a day brings and costs.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct LeavingView {
    /// The day of telling.
    pub told: Date,
    /// The last day of work.
    pub last_day: Date,
    /// Invoices still to be paid, and done work still to be billed.
    pub to_come: Amounts,
    /// Agreed work that will not be done and not be paid.
    pub given_up: Amounts,
    /// Money received in advance for work that is not done.
    pub to_refund: Amounts,
}

/// The next payment on file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PaymentView {
    /// Its day.
    pub date: Date,
    /// What it pays.
    pub what: String,
    /// How much.
    pub amount: Money,
}

/// Something to be delivered.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct DeliverableView {
    /// What it is.
    pub title: String,
    /// How far it is.
    pub state: DeliverableState,
}

/// Access that is open.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AccessView {
    /// What is to be done.
    pub what: Sentence,
    /// On which day.
    pub date: Date,
}

/// How to say it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TellingView {
    /// By which channel.
    pub channel: Channel,
    /// In which tone.
    pub tone: Tone,
    /// The advice in words.
    pub said: Sentence,
    /// Why.
    pub reasons: Vec<Sentence>,
    /// What speaks against it.
    pub against: Vec<Sentence>,
}

/// A step of a new plan.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StepView {
    /// Its name.
    pub id: &'static str,
    /// What is to be done.
    pub what: Sentence,
    /// The steps that come before it.
    pub after: Vec<&'static str>,
    /// When it has to be done at all.
    pub only_if: Vec<&'static str>,
}

/// The next step of a plan.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NextStepView {
    /// The number of this shape.
    pub schema: u32,
    /// The client's id.
    pub client: ClientId,
    /// Its name; `None` where nothing is left or every step waits.
    pub step: Option<String>,
    /// What is to be done.
    pub text: Option<String>,
    /// Whether nothing is left to be done.
    pub done: bool,
    /// Steps that wait for each other.
    pub waiting: Vec<String>,
}

impl PlanView {
    /// The view of a plan.
    pub fn of(client: &Client, catalogue: &Catalogue, plan: &Plan) -> Self {
        let names = Names::all(catalogue);
        let all = |phrases: &[Phrase]| -> Vec<Sentence> {
            phrases.iter().map(|phrase| Sentence::of(phrase, &names)).collect()
        };
        let steps = planned_steps(plan);
        Self {
            schema: SCHEMA,
            as_of: plan.as_of,
            client: client.id.clone(),
            name: client.name.clone(),
            language: client.language,
            unread: Unread::default(),
            stage: plan.stage,
            deal_breaker: plan.deal_breaker.is_some(),
            situation: all(&situation(plan)),
            owed: SumsView::of(&plan.owed.totals),
            now: LeavingView::of(&plan.now),
            next_payment: plan.later.as_ref().map(|(next, _)| PaymentView {
                date: next.day,
                what: next.what.clone(),
                amount: next.amount,
            }),
            later: plan.later.as_ref().map(|(_, leaving)| LeavingView::of(leaving)),
            income: all(&income(plan)),
            deliverables: plan
                .deliverables
                .iter()
                .map(|one| DeliverableView { title: one.title.clone(), state: one.state })
                .collect(),
            access: plan
                .access
                .iter()
                .map(|(what, day)| AccessView { what: Sentence::of(what, &names), date: *day })
                .collect(),
            repercussions: all(&plan.repercussions),
            agreement: all(&agreement(plan)),
            telling: TellingView::of(&plan.telling, &names),
            steps: steps
                .iter()
                .map(|step| StepView {
                    id: step.id,
                    what: Sentence::of(&step.what, &names),
                    after: step.after.to_vec(),
                    only_if: step.only_if.to_vec(),
                })
                .collect(),
            holding: plan.conditions.iter().copied().collect(),
            assumed: all(&plan.assumed),
        }
    }

    /// The same, knowing what was not read.
    #[must_use]
    pub const fn with_unread(mut self, unread: Unread) -> Self {
        self.unread = unread;
        self
    }
}

impl TellingView {
    /// The view of an advice.
    pub(super) fn of(telling: &Telling, names: &Names) -> Self {
        let all =
            |phrases: &[Phrase]| phrases.iter().map(|phrase| Sentence::of(phrase, names)).collect();
        Self {
            channel: telling.channel,
            tone: telling.tone,
            said: Sentence::of(&said(telling), names),
            reasons: all(&telling.reasons),
            against: all(&telling.against),
        }
    }
}

impl NextStepView {
    /// The view of what comes next in these steps.
    pub fn of(client: &ClientId, next: &crate::exit::Next<'_>) -> Self {
        use crate::exit::Next;
        let step: Option<&Step> = match next {
            Next::Step(step) => Some(step),
            Next::Done | Next::Stuck(_) => None,
        };
        Self {
            schema: SCHEMA,
            client: client.clone(),
            step: step.map(|step| step.id.clone()),
            text: step.map(|step| step.text.clone()),
            done: *next == Next::Done,
            waiting: match next {
                Next::Stuck(ids) => ids.iter().map(|id| (*id).to_owned()).collect(),
                Next::Done | Next::Step(_) => Vec::new(),
            },
        }
    }
}

impl LeavingView {
    fn of(leaving: &Leaving) -> Self {
        Self {
            told: leaving.ending.told,
            last_day: leaving.ending.last_day,
            to_come: leaving.to_come.clone(),
            given_up: leaving.given_up.clone(),
            to_refund: leaving.to_refund.clone(),
        }
    }
}

fn situation(plan: &Plan) -> Vec<Phrase> {
    let mut phrases =
        vec![Phrase::new("plan-stage").with("stage", crate::locale::word(plan.stage))];
    if let Some(breaker) = &plan.deal_breaker {
        phrases.push(
            Phrase::new("plan-deal-breaker")
                .with("flag", breaker.flag.as_str())
                .with("date", breaker.day),
        );
        phrases.push(Phrase::new("plan-deal-breaker-how"));
        phrases.push(Phrase::new("plan-deal-breaker-cost"));
    }
    phrases
}

fn income(plan: &Plan) -> Vec<Phrase> {
    let mut phrases = Vec::new();
    if let Some(share) = plan.income_share {
        phrases.push(Phrase::new("plan-income-share").with("share", share.normalize()));
    }
    match plan.runway {
        Some(runway) => {
            let months = |months: rust_decimal::Decimal| f64::try_from(months).unwrap_or_default();
            phrases.push(Phrase::new("plan-runway").with("months", months(runway.alone)));
            phrases.extend(
                runway
                    .with_others
                    .map(|others| Phrase::new("plan-runway-others").with("months", months(others))),
            );
        }
        None => phrases.push(Phrase::new("plan-runway-unknown")),
    }
    phrases
}

fn agreement(plan: &Plan) -> Vec<Phrase> {
    let ending = plan.ending;
    let mut phrases = vec![
        match (plan.told, ending.notice.is_some()) {
            (true, true) => {
                Phrase::new("plan-end-told").with("told", ending.told).with("day", ending.last_day)
            }
            (true, false) => Phrase::new("plan-end-told-at-once").with("told", ending.told),
            (false, true) => Phrase::new("plan-end-if-told")
                .with("told", ending.told)
                .with("day", ending.last_day),
            (false, false) => Phrase::new("plan-end-unknown"),
        },
        Phrase::new("plan-until-then"),
    ];
    phrases.push(if plan.now.to_refund.is_empty() {
        Phrase::new("plan-no-refund")
    } else {
        Phrase::new("plan-refund")
    });
    if plan.conditions.contains("unfinished") {
        phrases.push(Phrase::new("plan-substitute"));
    }
    phrases
}

fn said(telling: &Telling) -> Phrase {
    Phrase::new(match telling.tone {
        Tone::Empathetic => "telling-empathetic",
        Tone::Direct => "telling-direct",
    })
    .with("how", telling.channel_phrase())
}
