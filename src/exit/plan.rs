//! What leaving means for one client: money, deliverables, access, who hears it first, the end.

use std::collections::BTreeSet;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::agenda::access_phrase;
use super::interest::rounded;
use super::{Ending, Owed, Telling, Terms};
use crate::assess::{Assessment, DealBreaker};
use crate::model::{
    Amounts, Case, Client, ClientId, Deliverable, DeliverableState, ExitSettings, Milestone, Money,
    Party, Stage, Status,
};
use crate::phrase::Phrase;

/// What leaving means.
#[derive(Clone, Debug, PartialEq)]
pub struct Plan {
    /// The client.
    pub client: ClientId,
    /// The day it holds for.
    pub as_of: Date,
    /// Where the relationship is.
    pub stage: Stage,
    /// The confirmed deal-breaker, where there is one.
    pub deal_breaker: Option<DealBreaker>,
    /// What is owed.
    pub owed: Owed,
    /// Telling them today, or on the day they were told.
    pub now: Leaving,
    /// The next payment, and telling them on its day.
    pub later: Option<(NextPayment, Leaving)>,
    /// Their share of the user's income, in percent.
    pub income_share: Option<Decimal>,
    /// How long the reserve lasts.
    pub runway: Option<Runway>,
    /// What was to be delivered.
    pub deliverables: Vec<Deliverable>,
    /// Access that is open, each with what to do and the day.
    pub access: Vec<(Phrase, Date)>,
    /// When it ends.
    pub ending: Ending,
    /// Whether the client was told.
    pub told: bool,
    /// What could follow, and who hears it from the user first.
    pub repercussions: Vec<Phrase>,
    /// The words of `only-if` that hold.
    pub conditions: BTreeSet<&'static str>,
    /// How to say it.
    pub telling: Telling,
    /// What was assumed, because the notes do not say.
    pub assumed: Vec<Phrase>,
}

/// What leaving on a day brings and costs.
#[derive(Clone, Debug, PartialEq)]
pub struct Leaving {
    /// When it ends.
    pub ending: Ending,
    /// Invoices still to be paid, and done work still to be billed.
    pub to_come: Amounts,
    /// Agreed work that will not be done and not be paid.
    pub given_up: Amounts,
    /// Money received in advance for work that is not done.
    pub to_refund: Amounts,
}

/// The next payment that is on file.
#[derive(Clone, Debug, PartialEq)]
pub struct NextPayment {
    /// Its day.
    pub day: Date,
    /// What it pays: the number of an invoice, or a milestone.
    pub what: String,
    /// How much.
    pub amount: Money,
}

/// How long the reserve lasts, in months with one decimal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Runway {
    /// Without any income.
    pub alone: Decimal,
    /// While the other clients' income stays; `None` where this one's share is not noted.
    pub with_others: Option<Decimal>,
}

impl Plan {
    /// The plan of a case as it was known at the moment of the assessment.
    pub fn of(
        case: &Case,
        assessment: &Assessment,
        terms: &Terms,
        settings: &ExitSettings,
    ) -> Self {
        let known = assessment.as_of.known(case);
        let client = &known.client;
        let today = assessment.as_of.day;
        let owed = Owed::of(case, terms, assessment.as_of);
        let told = Ending::of(&known, assessment.stage);
        let ending = told.unwrap_or_else(|| Ending::told_on(today, client.notice));
        let now = Leaving::of(client, &owed, ending, None);
        let later = next_payment(client, &owed, today).filter(|_| told.is_none()).map(|next| {
            let ending = Ending::told_on(next.day, client.notice);
            let leaving = Leaving::of(client, &owed, ending, Some(&next));
            (next, leaving)
        });
        let open = client.access.iter().filter(|access| access.ended.is_none());
        let broken = assessment.deal_breaker.is_some();
        let access = open.map(|access| {
            let day = if broken && told.is_none() {
                today
            } else if access.held_by == Party::Them {
                ending.grace_until
            } else {
                ending.last_day
            };
            (access_phrase(access), day)
        });
        let mut plan = Self {
            client: client.id.clone(),
            as_of: today,
            stage: assessment.stage,
            deal_breaker: assessment.deal_breaker.clone(),
            income_share: client.income_share,
            runway: Runway::of(settings, client.income_share),
            deliverables: client.deliverables.clone(),
            access: access.collect(),
            told: told.is_some(),
            repercussions: repercussions(&known, assessment, &now),
            conditions: BTreeSet::new(),
            telling: Telling::of(&known, assessment),
            assumed: assumptions(client, told, today),
            owed,
            now,
            later,
            ending,
        };
        plan.conditions = plan.holding(client);
        plan
    }

    /// The words of `only-if` that hold.
    fn holding(&self, client: &Client) -> BTreeSet<&'static str> {
        let open = client.access.iter().filter(|access| access.ended.is_none());
        let shared = open.clone().any(|access| access.held_by == Party::Both);
        let part_done = client.milestones.iter().any(|milestone| {
            milestone.done.is_some_and(|done| done > Decimal::ZERO && done < Decimal::ONE_HUNDRED)
        });
        let owed = |deliverable: &Deliverable| {
            matches!(deliverable.state, DeliverableState::Owed | DeliverableState::Paid)
        };
        let mut holding = BTreeSet::new();
        let broken = self.deal_breaker.is_some();
        holding.insert(if broken { "deal-breaker" } else { "no-deal-breaker" });
        for (word, holds) in [
            ("access", !self.access.is_empty()),
            ("in-advance", !self.now.to_refund.is_empty()),
            ("overdue", !self.owed.totals.overdue.is_empty()),
            ("platform", client.platform.is_some()),
            ("shared", shared),
            ("unbilled", !self.owed.progress.is_empty()),
            ("undecided", matches!(self.stage, Stage::Prospect | Stage::Engaged | Stage::OnNotice)),
            ("untold", !self.told),
            ("unfinished", part_done || client.deliverables.iter().any(owed)),
        ] {
            if holds {
                holding.insert(word);
            }
        }
        holding
    }
}

impl Leaving {
    fn of(client: &Client, owed: &Owed, ending: Ending, next: Option<&NextPayment>) -> Self {
        let mut to_come: Amounts = owed.totals.outstanding.iter().collect();
        owed.progress.iter().for_each(|progress| to_come.add(progress.worth));
        let mut given_up = Amounts::default();
        for milestone in &client.milestones {
            let Some(rest) = undone(milestone, client) else { continue };
            if next.is_some_and(|next| next.what == milestone.title) {
                to_come.add(rest);
            } else {
                given_up.add(rest);
            }
        }
        Self { ending, to_come, given_up, to_refund: in_advance(client, owed) }
    }
}

/// What a milestone pays for the part that is not done; `None` where nothing is left or billed.
fn undone(milestone: &Milestone, client: &Client) -> Option<Money> {
    if client.invoices.iter().any(|invoice| Some(&invoice.id) == milestone.invoice.as_ref()) {
        return None;
    }
    part_left(milestone)
}

fn part_left(milestone: &Milestone) -> Option<Money> {
    let amount = milestone.amount.filter(|amount| amount.amount > Decimal::ZERO)?;
    let done = milestone.done.unwrap_or(Decimal::ZERO).clamp(Decimal::ZERO, Decimal::ONE_HUNDRED);
    let left = amount.amount.checked_mul(Decimal::ONE_HUNDRED - done)?;
    let left = rounded(Money { amount: left.checked_div(Decimal::ONE_HUNDRED)?, ..amount });
    (!left.amount.is_zero()).then_some(left)
}

/// Money received for work that is not done: the undone part of milestones whose invoice was
/// paid, and deposits less the done part that is not billed.
fn in_advance(client: &Client, owed: &Owed) -> Amounts {
    let paid = |milestone: &&Milestone| {
        client.invoices.iter().any(|invoice| {
            Some(&invoice.id) == milestone.invoice.as_ref() && invoice.paid.is_some()
        })
    };
    let mut refund: Amounts = client.milestones.iter().filter(paid).filter_map(part_left).collect();
    for held in owed.totals.deposits.iter() {
        let worth = owed.progress.iter().filter(|one| one.worth.currency == held.currency);
        let worth = worth.fold(Decimal::ZERO, |sum, one| sum.saturating_add(one.worth.amount));
        let left = held.amount.saturating_sub(worth);
        if left > Decimal::ZERO {
            refund.add(Money { amount: left, ..held });
        }
    }
    refund
}

/// The first payment from today on: an invoice that is due, or a milestone.
fn next_payment(client: &Client, owed: &Owed, today: Date) -> Option<NextPayment> {
    let invoices = owed.open.iter().filter_map(|invoice| {
        Some(NextPayment { day: invoice.due?, what: invoice.id.clone(), amount: invoice.amount })
    });
    let milestones = client.milestones.iter().filter_map(|milestone| {
        undone(milestone, client)?;
        let (day, amount) = (milestone.due?, milestone.amount?);
        Some(NextPayment { day, what: milestone.title.clone(), amount })
    });
    let coming = invoices.chain(milestones).filter(|next| next.day >= today);
    coming.min_by(|a, b| (a.day, &a.what).cmp(&(b.day, &b.what)))
}

impl Runway {
    /// `None` where the settings name no reserve or no spending, or two currencies.
    fn of(settings: &ExitSettings, share: Option<Decimal>) -> Option<Self> {
        let (reserve, spending) = (settings.reserve?, settings.spending?);
        if reserve.currency != spending.currency || spending.amount <= Decimal::ZERO {
            return None;
        }
        let months = |monthly: Decimal| {
            let months = reserve.amount.checked_div(monthly)?;
            Some(months.round_dp_with_strategy(1, rust_decimal::RoundingStrategy::ToZero))
        };
        let gap = share.filter(|share| *share > Decimal::ZERO).and_then(|share| {
            spending.amount.checked_mul(share)?.checked_div(Decimal::ONE_HUNDRED)
        });
        Some(Self { alone: months(spending.amount)?, with_others: gap.and_then(months) })
    }
}

fn repercussions(known: &Case, assessment: &Assessment, now: &Leaving) -> Vec<Phrase> {
    let client = &known.client;
    let mut phrases = Vec::new();
    if let Some(platform) = &client.platform {
        phrases.push(Phrase::new("plan-hear-platform").with("platform", platform.as_str()));
    }
    match (&client.decision_maker, &client.contact) {
        (Some(decider), Some(contact)) if !contact.starts_with(decider.as_str()) => {
            phrases.push(
                Phrase::new("plan-hear-decider")
                    .with("decider", decider.as_str())
                    .with("contact", contact.split(" <").next().unwrap_or(contact)),
            );
        }
        _ => {}
    }
    if assessment.deal_breaker.is_some() {
        phrases.push(Phrase::new("plan-fear-review"));
    }
    if !now.to_refund.is_empty() || assessment.deal_breaker.is_some() {
        phrases.push(Phrase::new("plan-fear-refund"));
    }
    let bare = known
        .incidents
        .iter()
        .filter(|incident| incident.status == Status::Confirmed && incident.evidence.is_empty());
    let bare = bare.count();
    if bare > 0 {
        phrases.push(Phrase::new("plan-fear-word").with("count", bare));
    }
    phrases.push(Phrase::new("plan-fear-circle"));
    phrases
}

fn assumptions(client: &Client, told: Option<Ending>, today: Date) -> Vec<Phrase> {
    let mut assumed = Vec::new();
    if client.signed.is_none() {
        assumed.push(Phrase::new("plan-assumed-unsigned"));
    }
    if client.notice.is_none() {
        assumed.push(Phrase::new("plan-assumed-no-notice"));
    }
    if let Some(ending) = told.filter(|ending| ending.last_day < today) {
        assumed.push(Phrase::new("plan-assumed-past").with("day", ending.last_day));
    }
    if client.deliverables.is_empty() {
        assumed.push(Phrase::new("plan-assumed-no-deliverables"));
    }
    if client.access.is_empty() {
        assumed.push(Phrase::new("plan-assumed-no-access"));
    }
    if client.income_share.is_none() {
        assumed.push(Phrase::new("plan-assumed-no-share"));
    }
    assumed
}

#[cfg(test)]
mod tests;
