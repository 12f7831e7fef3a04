//! `late-payment`: an invoice paid after its due date, or unpaid past it.

use jiff::ToSpan;
use jiff::civil::Date;

use super::{Derived, LATE_PAYMENT};
use crate::assess::AsOf;
use crate::assess::measure::days_between;
use crate::model::{Client, Invoice, Moment, Severity};
use crate::phrase::Phrase;

/// One incident for each late invoice, dated the day after it was due. It lasts until the
/// invoice is paid, and fades from then on.
pub(super) fn derive(client: &Client, as_of: AsOf) -> Vec<Derived> {
    client.invoices.iter().filter_map(|invoice| late(invoice, client, as_of)).collect()
}

fn late(invoice: &Invoice, client: &Client, as_of: AsOf) -> Option<Derived> {
    if !is_charge(invoice) {
        return None;
    }
    let due = due_day(invoice, client)?;
    let days = days_between(due, invoice.paid.unwrap_or(as_of.day));
    if days <= 0 {
        return None;
    }
    let fact = match invoice.paid {
        Some(paid) => Phrase::new("fact-late-payment-paid").with("paid", paid),
        None => Phrase::new("fact-late-payment-open"),
    };
    let fact = fact
        .with("invoice", invoice.id.as_str())
        .with("amount", invoice.amount)
        .with("due", due)
        .with("days", i64::from(days));
    let moment = Moment::on_day(due.saturating_add(1.day()), &client.zone);
    let incident =
        Derived::confirmed(LATE_PAYMENT, &invoice.id, moment, severity(days), fact, &invoice.id);
    Some(Derived {
        ongoing: invoice.paid.is_none(),
        settled: invoice.paid.is_some(),
        fades_from: invoice.paid.unwrap_or(moment.day),
        ..incident
    })
}

/// A week is a nuisance, a month costs, more cannot go on. Judgement, not measurement.
const fn severity(days: i32) -> Severity {
    match days {
        ..=7 => Severity::Low,
        8..=30 => Severity::Medium,
        _ => Severity::High,
    }
}

/// Whether the invoice asks for money: credit notes and zero amounts are never late.
pub(in crate::assess) fn is_charge(invoice: &Invoice) -> bool {
    invoice.amount.amount.is_sign_positive() && !invoice.amount.amount.is_zero()
}

/// The day an invoice is due: its own, else by the payment terms; `None` if neither is known.
pub(in crate::assess) fn due_day(invoice: &Invoice, client: &Client) -> Option<Date> {
    invoice.due.or_else(|| Some(client.payment_terms?.after(invoice.issued?)))
}
