//! What a client owes and what we hold: invoices, credit notes, milestones, deposits.

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;

use super::interest::{interest, rounded};
use super::reminders::next_reminder;
use super::{Interest, Reminder, Terms};
use crate::assess::{AsOf, due_day, is_charge};
use crate::model::{Amounts, Case, Client, Invoice, Milestone, Money};
use crate::phrase::Phrase;

/// What is owed on one day.
#[derive(Clone, Debug, PartialEq)]
pub struct Owed {
    /// The day.
    pub as_of: Date,
    /// Unpaid invoices, first due first; those without a due date last.
    pub open: Vec<OwedInvoice>,
    /// Invoices that were paid after their due date, first due first.
    pub paid_late: Vec<OwedInvoice>,
    /// Credit notes that were not settled.
    pub credits: Vec<OpenCredit>,
    /// Milestones that are done in part or whole and not billed.
    pub progress: Vec<Progress>,
    /// Deposits that are held.
    pub deposits: Vec<HeldDeposit>,
    /// The sums.
    pub totals: Totals,
    /// The next reminder of each overdue invoice.
    pub reminders: Vec<Reminder>,
    /// What was assumed, because the notes do not say.
    pub assumed: Vec<Phrase>,
}

/// An invoice with what its lateness costs.
#[derive(Clone, Debug, PartialEq)]
pub struct OwedInvoice {
    /// Its number.
    pub id: String,
    /// The note or table that lists it.
    pub note: String,
    /// The day it was issued.
    pub issued: Option<Date>,
    /// The day it is due.
    pub due: Option<Date>,
    /// The amount.
    pub amount: Money,
    /// The day it was paid.
    pub paid: Option<Date>,
    /// Whole days from the due date to the payment or to the day it holds for; 0 if not late.
    pub days_late: i64,
    /// Interest and fixed sum; `None` where it is not late or the terms give none.
    pub interest: Option<Interest>,
}

/// A credit note that was not settled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct OpenCredit {
    /// Its number.
    pub id: String,
    /// The amount; negative.
    pub amount: Money,
}

/// A milestone that is done in part or whole and not billed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Progress {
    /// What it is.
    pub title: String,
    /// The day it is due.
    pub due: Option<Date>,
    /// What it pays.
    pub amount: Money,
    /// How much of it is done, in percent, above 0 and at most 100.
    pub done: Decimal,
    /// Amount × done ÷ 100, rounded.
    pub worth: Money,
}

/// A deposit that is held.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HeldDeposit {
    /// What it is for.
    pub title: Option<String>,
    /// How much.
    pub amount: Money,
    /// The day it was received.
    pub received: Option<Date>,
}

/// The sums, each currency apart.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Totals {
    /// Unpaid invoices less open credit notes.
    pub outstanding: Amounts,
    /// Of these, invoices past their due date.
    pub overdue: Amounts,
    /// Interest on overdue invoices.
    pub interest: Amounts,
    /// Fixed sums for overdue invoices.
    pub compensation: Amounts,
    /// Invoices that were paid late.
    pub paid_late: Amounts,
    /// Interest and fixed sums for invoices that were paid late; not part of any other sum.
    pub late_charges: Amounts,
    /// Milestones that are done and not billed.
    pub unbilled: Amounts,
    /// The done part of milestones under way.
    pub in_progress: Amounts,
    /// Deposits that are held.
    pub deposits: Amounts,
}

impl Owed {
    /// What is owed, as it was known at `as_of`.
    pub fn of(case: &Case, terms: &Terms, as_of: AsOf) -> Self {
        let known = as_of.known(case);
        let client = &known.client;
        let mut assumed = assumptions(client, terms);
        let charges = client.invoices.iter().filter(|invoice| is_charge(invoice));
        let mut charges: Vec<OwedInvoice> =
            charges.map(|invoice| owed_invoice(invoice, client, terms, as_of.day)).collect();
        charges
            .sort_by(|a, b| (a.due.is_none(), a.due, &a.id).cmp(&(b.due.is_none(), b.due, &b.id)));
        let (paid, open): (Vec<_>, Vec<_>) =
            charges.into_iter().partition(|invoice| invoice.paid.is_some());
        let credits = open_credits(client);
        let progress = progress(client, &mut assumed);
        let deposits = deposits(client, as_of.day);
        let mut owed = Self {
            as_of: as_of.day,
            paid_late: paid.into_iter().filter(|invoice| invoice.days_late > 0).collect(),
            reminders: reminders(&open, &known, terms),
            open,
            credits,
            progress,
            deposits,
            totals: Totals::default(),
            assumed,
        };
        owed.assume_about_credits();
        owed.totals = Totals::of(&owed);
        owed
    }

    /// Whether there is nothing to say about money.
    pub fn is_empty(&self) -> bool {
        self.open.is_empty()
            && self.paid_late.is_empty()
            && self.credits.is_empty()
            && self.progress.is_empty()
            && self.deposits.is_empty()
    }

    fn assume_about_credits(&mut self) {
        if !self.credits.is_empty() && self.open.iter().any(|invoice| invoice.interest.is_some()) {
            self.assumed.push(Phrase::new("owed-assumed-credit"));
        }
    }
}

impl OwedInvoice {
    /// Whether it is unpaid past its due date.
    pub const fn is_overdue(&self) -> bool {
        self.paid.is_none() && self.days_late > 0
    }

    /// The interest, where there is some.
    pub fn interest_sum(&self) -> Option<Money> {
        self.interest.as_ref().map(|interest| interest.total)
    }

    /// The fixed sum, where there is one.
    pub fn fixed_sum(&self) -> Option<Money> {
        self.interest.as_ref().and_then(|interest| interest.compensation)
    }
}

impl Totals {
    fn of(owed: &Owed) -> Self {
        let overdue = || owed.open.iter().filter(|invoice| invoice.is_overdue());
        let late = &owed.paid_late;
        let (done, under_way): (Vec<_>, Vec<_>) =
            owed.progress.iter().partition(|progress| progress.is_done());
        let credits = owed.credits.iter().map(|credit| credit.amount);
        Self {
            outstanding: owed.open.iter().map(|invoice| invoice.amount).chain(credits).collect(),
            overdue: overdue().map(|invoice| invoice.amount).collect(),
            interest: overdue().filter_map(OwedInvoice::interest_sum).collect(),
            compensation: overdue().filter_map(OwedInvoice::fixed_sum).collect(),
            paid_late: late.iter().map(|invoice| invoice.amount).collect(),
            late_charges: late
                .iter()
                .flat_map(|invoice| invoice.interest_sum().into_iter().chain(invoice.fixed_sum()))
                .collect(),
            unbilled: done.iter().map(|progress| progress.worth).collect(),
            in_progress: under_way.iter().map(|progress| progress.worth).collect(),
            deposits: owed.deposits.iter().map(|deposit| deposit.amount).collect(),
        }
    }
}

impl Progress {
    /// Whether the whole milestone is done.
    pub fn is_done(&self) -> bool {
        self.done >= Decimal::ONE_HUNDRED
    }
}

fn owed_invoice(invoice: &Invoice, client: &Client, terms: &Terms, today: Date) -> OwedInvoice {
    let due = due_day(invoice, client);
    let until = invoice.paid.unwrap_or(today);
    let days_late = due
        .filter(|due| until > *due)
        .map_or(0, |due| due.until(until).map_or(0, |span| i64::from(span.get_days())));
    let first = due.map(|due| due.saturating_add(1.day())).filter(|_| days_late > 0);
    OwedInvoice {
        id: invoice.id.clone(),
        note: invoice.note.clone(),
        issued: invoice.issued,
        due,
        amount: invoice.amount,
        paid: invoice.paid,
        days_late,
        interest: first.and_then(|first| interest(invoice.amount, first, until, terms)),
    }
}

fn open_credits(client: &Client) -> Vec<OpenCredit> {
    let open = client
        .invoices
        .iter()
        .filter(|invoice| invoice.paid.is_none() && invoice.amount.amount < Decimal::ZERO);
    open.map(|invoice| OpenCredit { id: invoice.id.clone(), amount: invoice.amount }).collect()
}

fn progress(client: &Client, assumed: &mut Vec<Phrase>) -> Vec<Progress> {
    let mut unbilled = Vec::new();
    for milestone in &client.milestones {
        let billed = milestone.invoice.as_deref();
        if billed.is_some_and(|id| client.invoices.iter().any(|invoice| invoice.id == id)) {
            continue;
        }
        let Some(progress) = done_part(milestone) else { continue };
        assumed.push(match billed {
            Some(id) => Phrase::new("owed-assumed-no-such-invoice")
                .with("title", milestone.title.as_str())
                .with("invoice", id),
            None => Phrase::new("owed-assumed-unbilled").with("title", milestone.title.as_str()),
        });
        unbilled.push(progress);
    }
    unbilled
}

fn done_part(milestone: &Milestone) -> Option<Progress> {
    let amount = milestone.amount.filter(|amount| amount.amount > Decimal::ZERO)?;
    let done = milestone.done.filter(|done| *done > Decimal::ZERO)?.min(Decimal::ONE_HUNDRED);
    let worth = amount.amount.checked_mul(done)?.checked_div(Decimal::ONE_HUNDRED)?;
    let worth = rounded(Money { amount: worth, ..amount });
    Some(Progress { title: milestone.title.clone(), due: milestone.due, amount, done, worth })
}

/// Deposits that were received and neither set against an invoice nor paid back by that day.
fn deposits(client: &Client, today: Date) -> Vec<HeldDeposit> {
    let held = client.deposits.iter().filter(|deposit| {
        deposit.received.is_none_or(|day| day <= today)
            && deposit.ended.is_none_or(|day| day > today)
    });
    held.map(|deposit| HeldDeposit {
        title: deposit.title.clone(),
        amount: deposit.amount,
        received: deposit.received,
    })
    .collect()
}

fn reminders(open: &[OwedInvoice], known: &Case, terms: &Terms) -> Vec<Reminder> {
    let overdue = open.iter().filter(|invoice| invoice.is_overdue());
    overdue
        .filter_map(|invoice| Some(next_reminder(&invoice.id, invoice.due?, known, terms)))
        .collect()
}

/// What the notes leave open, in the order of the invoices.
fn assumptions(client: &Client, terms: &Terms) -> Vec<Phrase> {
    let mut assumed = Vec::new();
    match terms {
        Terms::Unset if !client.invoices.is_empty() => {
            assumed.push(Phrase::new("owed-assumed-no-terms"));
        }
        Terms::Unknown(name) => {
            assumed.push(Phrase::new("owed-assumed-unknown-terms").with("name", name.as_str()));
        }
        Terms::Yearly(rate) if *rate <= Decimal::ZERO => {
            assumed.push(Phrase::new("owed-assumed-no-rate"));
        }
        Terms::Law(law) if law.margin.is_none() => {
            assumed.push(Phrase::new("owed-assumed-contract").with("name", law.id.as_str()));
        }
        _ => {}
    }
    for invoice in &client.invoices {
        if invoice.amount.amount.is_zero() {
            assumed.push(Phrase::new("owed-assumed-zero").with("invoice", invoice.id.as_str()));
        } else if is_charge(invoice) && invoice.paid.is_none() && due_day(invoice, client).is_none()
        {
            assumed.push(Phrase::new("owed-assumed-no-due").with("invoice", invoice.id.as_str()));
        }
    }
    assumed
}

#[cfg(test)]
mod tests;
