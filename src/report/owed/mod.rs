//! What is owed, with the arithmetic of late interest.

mod said;

use jiff::civil::Date;
use serde::Serialize;

use super::{SCHEMA, Sentence, Unread};
use crate::exit::{Owed, OwedInvoice, Reminder, Terms, Totals};
use crate::model::{Amounts, Client, ClientId, InBoth, Money};
use said::{held, invoice_phrase, lines, milestones, remarks, said, said_terms};

/// What one client owes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OwedView {
    /// The number of this shape.
    pub schema: u32,
    /// The day it holds for.
    pub as_of: Date,
    /// The client's id.
    pub client: ClientId,
    /// What they are called.
    pub name: String,
    /// What could not be read, and so may not count.
    pub unread: Unread,
    /// Whether nothing about money is on file.
    pub empty: bool,
    /// What a late payment costs, in sentences.
    pub terms: Vec<Sentence>,
    /// The law, where the client note names one.
    pub law: Option<LawView>,
    /// The sums, each a list with an amount for each currency.
    #[serde(flatten)]
    pub sums: SumsView,
    /// Unpaid invoices, first due first.
    pub invoices: Vec<OwedInvoiceView>,
    /// Invoices that were paid after their due date.
    pub late: Vec<OwedInvoiceView>,
    /// Credit notes that were not settled.
    pub credits: Vec<CreditNoteView>,
    /// Milestones that are done in part or whole and not billed.
    pub milestones: Vec<MilestoneView>,
    /// Deposits that are held.
    pub held: Vec<DepositView>,
    /// The next reminder of each overdue invoice.
    pub reminders: Vec<ReminderView>,
    /// What was assumed, because the notes do not say.
    pub assumed: Vec<Sentence>,
}

/// What every client owes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OwedsView {
    /// The number of this shape.
    pub schema: u32,
    /// The day it holds for, on the vault's clock.
    pub as_of: Date,
    /// The clients, sorted by id.
    pub clients: Vec<OwedView>,
    /// The sums over all of them.
    pub together: SumsView,
}

/// The law that a client note names.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LawView {
    /// The word in the client note.
    pub id: String,
    /// What it is called.
    pub name: InBoth,
    /// What one has to know to read the figures.
    pub about: InBoth,
    /// The law, with its articles.
    pub law: String,
    /// Where the reference rates come from.
    pub rates_source: String,
    /// The day of the table of rates.
    pub checked: Date,
    /// The last day with a known rate.
    pub known_until: Option<Date>,
    /// The vault's file that adds to the built-in one.
    pub own: Option<String>,
}

/// Sums, each a list with an amount for each currency.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct SumsView {
    /// Unpaid invoices less open credit notes.
    pub outstanding: Amounts,
    /// Of these, invoices past their due date.
    pub overdue: Amounts,
    /// Interest on overdue invoices.
    pub interest: Amounts,
    /// Fixed sums for overdue invoices.
    pub compensation: Amounts,
    /// Overdue invoices with interest and fixed sums.
    pub to_ask: Amounts,
    /// Invoices that were paid late.
    pub paid_late: Amounts,
    /// Interest and fixed sums for these; not part of any other sum.
    pub late_charges: Amounts,
    /// Milestones that are done and not billed.
    pub unbilled: Amounts,
    /// The done part of milestones under way.
    pub in_progress: Amounts,
    /// Deposits that are held.
    pub deposits: Amounts,
}

/// An invoice with what its lateness costs.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OwedInvoiceView {
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
    /// Whole days late; 0 if it is not.
    pub days_late: i64,
    /// Whether it is unpaid past its due date.
    pub overdue: bool,
    /// The invoice in words.
    pub said: Sentence,
    /// The lines of the interest.
    pub lines: Vec<LineView>,
    /// What else there is to say about interest and fixed sum.
    pub remarks: Vec<Sentence>,
    /// The interest, where the terms give one.
    pub interest: Option<Money>,
    /// The fixed sum.
    pub compensation: Option<Money>,
}

/// A line of the interest.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LineView {
    /// The first day.
    pub from: Date,
    /// The last day.
    pub until: Date,
    /// How many days these are.
    pub days: i64,
    /// The reference rate in percent a year, as text.
    pub reference: Option<String>,
    /// The whole rate in percent a year, as text.
    pub rate: String,
    /// Principal × rate × days ÷ 365, rounded.
    pub amount: Money,
    /// The line in words.
    pub said: Sentence,
}

/// A credit note that was not settled.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CreditNoteView {
    /// Its number.
    pub id: String,
    /// The amount; negative.
    pub amount: Money,
}

/// A milestone that is done in part or whole and not billed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct MilestoneView {
    /// What it is.
    pub title: String,
    /// The day it is due.
    pub due: Option<Date>,
    /// What it pays.
    pub amount: Money,
    /// How much is done, in percent, as text.
    pub done: String,
    /// What the done part is worth.
    pub worth: Money,
    /// The milestone in words.
    pub said: Sentence,
}

/// A deposit that is held.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DepositView {
    /// What it is for.
    pub title: Option<String>,
    /// How much.
    pub amount: Money,
    /// The day it was received.
    pub received: Option<Date>,
    /// The deposit in words.
    pub said: Sentence,
}

/// The next reminder of an overdue invoice.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReminderView {
    /// The invoice.
    pub invoice: String,
    /// Which reminder it is, from 1.
    pub number: usize,
    /// The day from which it may be sent; `None` where every reminder was sent.
    pub from: Option<Date>,
    /// Whether that day has come.
    pub due: bool,
    /// The reminder in words.
    pub said: Sentence,
}

impl OwedView {
    /// The view of what a client owes.
    pub fn of(client: &Client, terms: &Terms, owed: &Owed) -> Self {
        Self {
            schema: SCHEMA,
            as_of: owed.as_of,
            client: client.id.clone(),
            name: client.name.clone(),
            unread: Unread::default(),
            empty: owed.is_empty(),
            terms: said_terms(terms),
            law: terms.law().map(|law| LawView {
                id: law.id.clone(),
                name: law.name.clone(),
                about: law.about.clone(),
                law: law.law.clone(),
                rates_source: law.rates_source.clone(),
                checked: law.checked,
                known_until: law.known_until(),
                own: law.own.clone(),
            }),
            sums: SumsView::of(&owed.totals),
            invoices: owed.open.iter().map(OwedInvoiceView::of).collect(),
            late: owed.paid_late.iter().map(OwedInvoiceView::of).collect(),
            credits: owed
                .credits
                .iter()
                .map(|credit| CreditNoteView { id: credit.id.clone(), amount: credit.amount })
                .collect(),
            milestones: milestones(owed),
            held: held(owed),
            reminders: owed.reminders.iter().map(|one| ReminderView::of(one, owed.as_of)).collect(),
            assumed: owed.assumed.iter().map(said).collect(),
        }
    }

    /// The same, knowing what was not read.
    #[must_use]
    pub fn with_unread(mut self, unread: Unread) -> Self {
        self.unread = unread;
        self.empty &= unread.is_none();
        self
    }
}

impl OwedsView {
    /// The view of these clients.
    pub fn of(as_of: Date, clients: Vec<OwedView>) -> Self {
        let together = clients.iter().fold(SumsView::default(), |sum, one| sum.and(&one.sums));
        Self { schema: SCHEMA, as_of, clients, together }
    }
}

impl SumsView {
    pub(super) fn of(totals: &Totals) -> Self {
        let to_ask = [&totals.overdue, &totals.interest, &totals.compensation];
        Self {
            outstanding: totals.outstanding.clone(),
            overdue: totals.overdue.clone(),
            interest: totals.interest.clone(),
            compensation: totals.compensation.clone(),
            to_ask: to_ask.into_iter().flat_map(Amounts::iter).collect(),
            paid_late: totals.paid_late.clone(),
            late_charges: totals.late_charges.clone(),
            unbilled: totals.unbilled.clone(),
            in_progress: totals.in_progress.clone(),
            deposits: totals.deposits.clone(),
        }
    }

    fn and(&self, other: &Self) -> Self {
        let sum = |a: &Amounts, b: &Amounts| a.iter().chain(b.iter()).collect();
        Self {
            outstanding: sum(&self.outstanding, &other.outstanding),
            overdue: sum(&self.overdue, &other.overdue),
            interest: sum(&self.interest, &other.interest),
            compensation: sum(&self.compensation, &other.compensation),
            to_ask: sum(&self.to_ask, &other.to_ask),
            paid_late: sum(&self.paid_late, &other.paid_late),
            late_charges: sum(&self.late_charges, &other.late_charges),
            unbilled: sum(&self.unbilled, &other.unbilled),
            in_progress: sum(&self.in_progress, &other.in_progress),
            deposits: sum(&self.deposits, &other.deposits),
        }
    }
}

impl OwedInvoiceView {
    fn of(invoice: &OwedInvoice) -> Self {
        let interest = invoice.interest.as_ref();
        Self {
            id: invoice.id.clone(),
            note: invoice.note.clone(),
            issued: invoice.issued,
            due: invoice.due,
            amount: invoice.amount,
            paid: invoice.paid,
            days_late: invoice.days_late,
            overdue: invoice.is_overdue(),
            said: said(&invoice_phrase(invoice)),
            lines: interest.map_or_else(Vec::new, |interest| lines(invoice.amount, interest)),
            remarks: interest.map_or_else(Vec::new, remarks),
            interest: invoice.interest_sum(),
            compensation: invoice.fixed_sum(),
        }
    }
}

impl ReminderView {
    fn of(reminder: &Reminder, today: Date) -> Self {
        Self {
            invoice: reminder.invoice.clone(),
            number: reminder.number,
            from: reminder.from,
            due: reminder.from.is_some_and(|day| day <= today),
            said: said(&reminder.phrase()),
        }
    }
}
