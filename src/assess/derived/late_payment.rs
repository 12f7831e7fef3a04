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
    let mut fact = Phrase::new(match invoice.paid {
        Some(_) => "fact-late-payment-paid",
        None => "fact-late-payment-open",
    });
    if let Some(paid) = invoice.paid {
        fact = fact.with("paid", paid);
    }
    let fact = fact
        .with("invoice", invoice.id.as_str())
        .with("amount", invoice.amount)
        .with("due", due)
        .with("days", i64::from(days));
    let moment = Moment::on_day(due.saturating_add(1.day()), &client.zone);
    let incident =
        Derived::confirmed(LATE_PAYMENT, &invoice.id, moment, severity(days), fact, &invoice.note);
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

#[cfg(test)]
mod tests {
    use crate::assess::fixture::{assessed, case, close_to, invoice};

    #[test]
    fn an_unpaid_invoice_does_not_fade_and_grows_worse() {
        let mut case = case();
        case.client.invoices = vec![invoice("2026-021", "2026-05-01", None)];
        assert_eq!(assessed(&case, "2026-05-01").derived, []);
        for (day, points) in [("2026-05-02", 2.0), ("2026-05-09", 4.0), ("2026-06-01", 8.0)] {
            close_to(assessed(&case, day).score, points);
        }
        let derived = &assessed(&case, "2026-12-01").derived[0];
        assert_eq!(derived.id.as_str(), "late-payment:2026-021");
        assert!(derived.ongoing && derived.moment.day.to_string() == "2026-05-02");
    }

    #[test]
    fn a_late_invoice_that_was_paid_counts_half_and_fades_from_then() {
        let mut case = case();
        case.client.invoices = vec![invoice("1", "2026-05-01", Some("2026-05-31"))];
        close_to(assessed(&case, "2026-05-31").score, 4.0 / 2.0);
        close_to(assessed(&case, "2026-11-27").score, 4.0 / 4.0);
        // It was not paid yet the day before.
        close_to(assessed(&case, "2026-05-30").score, 4.0);
    }

    #[test]
    fn the_payment_terms_stand_in_for_a_missing_due_date() {
        let mut case = case();
        let mut open = invoice("1", "2026-05-01", None);
        open.due = None;
        case.client.invoices = vec![open];
        assert_eq!(assessed(&case, "2026-05-01").derived.len(), 0);
        assert_eq!(assessed(&case, "2026-05-02").derived.len(), 1);
        case.client.payment_terms = None;
        assert_eq!(assessed(&case, "2026-05-02").derived.len(), 0);
    }

    #[test]
    fn a_credit_note_is_never_late() {
        let mut case = case();
        let mut credit = invoice("1", "2026-05-01", None);
        credit.amount.amount = -credit.amount.amount;
        case.client.invoices = vec![credit];
        assert_eq!(assessed(&case, "2026-06-01").derived, []);
    }
}
