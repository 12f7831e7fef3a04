//! `late-payment`: an invoice paid after its due date, or unpaid past it.

use std::collections::BTreeSet;

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::{Derived, LATE_PAYMENT};
use crate::assess::AsOf;
use crate::assess::measure::days_between;
use crate::assess::occurrence::Occurrence;
use crate::model::{Case, Client, FlagId, Invoice, Moment, Severity, Status};
use crate::phrase::Phrase;

/// An invoice that was paid after its due date, or is unpaid past it.
#[derive(Clone, Copy, Debug)]
pub(super) struct LateInvoice<'a> {
    invoice: &'a Invoice,
    due: Date,
    /// The first day on which it was late.
    from: Date,
    /// The last: the day of payment, or today.
    until: Date,
}

impl<'a> LateInvoice<'a> {
    fn of(invoice: &'a Invoice, client: &Client, as_of: AsOf) -> Option<Self> {
        if !is_charge(invoice) {
            return None;
        }
        let due = due_day(invoice, client)?;
        let (from, until) = (due.saturating_add(1.day()), invoice.paid.unwrap_or(as_of.day));
        (until >= from).then_some(Self { invoice, due, from, until })
    }

    const fn settled(&self) -> bool {
        self.invoice.paid.is_some()
    }

    fn holds(&self, day: Date) -> bool {
        self.from <= day && day <= self.until
    }

    fn incident(&self, zone: &TimeZone) -> Derived {
        let invoice = self.invoice;
        let days = days_between(self.due, self.until);
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
            .with("due", self.due)
            .with("days", i64::from(days));
        let (moment, severity) = (Moment::on_day(self.from, zone), severity(days));
        let (about, note) = (&invoice.id, &invoice.note);
        Derived {
            ongoing: !self.settled(),
            settled: self.settled(),
            fades_from: invoice.paid.unwrap_or(self.from),
            ..Derived::confirmed(LATE_PAYMENT, about, moment, severity, fact, note)
        }
    }
}

/// The late invoices of a client, first due first.
pub(super) fn late_invoices(client: &Client, as_of: AsOf) -> Vec<LateInvoice<'_>> {
    let invoices = client.invoices.iter();
    let mut late: Vec<LateInvoice<'_>> =
        invoices.filter_map(|invoice| LateInvoice::of(invoice, client, as_of)).collect();
    late.sort_by(|a, b| (a.from, &a.invoice.id).cmp(&(b.from, &b.invoice.id)));
    late
}

/// The invoice that a note of this day is about: of several, the one that was due first.
fn invoice_of<'a, 'b>(late: &'b [LateInvoice<'a>], day: Date) -> Option<&'b LateInvoice<'a>> {
    late.iter().find(|invoice| invoice.holds(day))
}

/// One incident for each late invoice, dated the day after it was due. It lasts until the
/// invoice is paid, and fades from then on. Where the user has dismissed a note on it, none.
pub(super) fn derive(late: &[LateInvoice<'_>], known: &Case) -> Vec<Derived> {
    let judged: BTreeSet<&str> = known
        .incidents
        .iter()
        .filter(|logged| logged.status == Status::Dismissed && is_late_payment(&logged.flags))
        .filter_map(|logged| invoice_of(late, logged.moment.day))
        .map(|invoice| invoice.invoice.id.as_str())
        .collect();
    late.iter()
        .filter(|invoice| !judged.contains(invoice.invoice.id.as_str()))
        .map(|invoice| invoice.incident(&known.client.zone))
        .collect()
}

fn is_late_payment(flags: &[FlagId]) -> bool {
    flags.iter().any(|flag| flag.as_str() == LATE_PAYMENT)
}

/// Lets the user's own notes on a late invoice share the day on which it became late, and the
/// relief once it is paid: they tell one fact.
///
/// They do not take its place: the fact lasts, and the notes fade.
pub(super) fn share_invoice(occurrence: &mut Occurrence, late: &[LateInvoice<'_>]) {
    if occurrence.derived || !is_late_payment(&occurrence.flags) {
        return;
    }
    if let Some(invoice) = invoice_of(late, occurrence.moment.day) {
        occurrence.shared_days.push((FlagId::new(LATE_PAYMENT), invoice.from));
        occurrence.settled = invoice.settled();
    }
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
pub(crate) fn is_charge(invoice: &Invoice) -> bool {
    invoice.amount.amount.is_sign_positive() && !invoice.amount.amount.is_zero()
}

/// The day an invoice is due: its own, else by the payment terms; `None` if neither is known.
pub(crate) fn due_day(invoice: &Invoice, client: &Client) -> Option<Date> {
    invoice.due.or_else(|| Some(client.payment_terms?.after(invoice.issued?)))
}

#[cfg(test)]
mod tests {
    use crate::assess::fixture::{assessed, case, close_to, incident, invoice};
    use crate::model::{Severity, Status};

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

    #[test]
    fn a_note_on_a_late_invoice_tells_the_same_fact() {
        let mut case = case();
        case.client.invoices = vec![invoice("1", "2026-05-01", Some("2026-05-31"))];
        case.incidents =
            vec![incident("2026-05-20", "late-payment", Severity::Medium, Status::Confirmed)];
        // On the day of payment: 4 for the fact and a quarter of the faded note, both relieved.
        let paid = assessed(&case, "2026-05-31");
        let shares: Vec<f64> = paid.terms.iter().map(|term| term.day_share).collect();
        assert_eq!(shares, [1.0, 0.25]);
        assert!(paid.terms.iter().all(|term| (term.relief - 0.5).abs() < 1e-9));
        assert!(paid.score > 2.0 && paid.score < 2.5, "{}", paid.score);
        // A note of a day on which nothing was late is a fact of its own.
        case.incidents[0].moment =
            crate::assess::fixture::moment_of("2026-06-01".parse().unwrap(), None);
        assert!(assessed(&case, "2026-06-01").score > 5.9);
    }

    #[test]
    fn a_dismissed_note_takes_the_place_of_the_invoice_it_is_about() {
        let mut case = case();
        case.client.invoices =
            vec![invoice("1", "2026-05-01", None), invoice("2", "2026-05-10", None)];
        case.incidents =
            vec![incident("2026-05-20", "late-payment", Severity::Low, Status::Dismissed)];
        let derived = assessed(&case, "2026-05-20").derived;
        let ids: Vec<&str> = derived.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids, ["late-payment:2"]);
    }
}
