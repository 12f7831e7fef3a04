//! The first page: what was agreed, the sum, what is asked.

use jiff::civil::Date;

use crate::model::{Amounts, Client, Invoice, LateInterest, Money, Period, Stage};
use crate::phrase::Phrase;

/// What was agreed, as far as the client note tells.
pub(super) fn agreed(client: &Client) -> Vec<Phrase> {
    let period = |period: Period| match period {
        Period::Days(days) => Phrase::new("days").with("count", i64::from(days)),
        Period::Months(months) => Phrase::new("months").with("count", i64::from(months)),
    };
    let mut agreed = Vec::new();
    agreed.extend(client.signed.map(|day| Phrase::new("chronology-signed").with("date", day)));
    agreed.extend(
        client
            .hours
            .as_ref()
            .map(|hours| Phrase::new("chronology-hours").with("hours", hours.to_string())),
    );
    agreed.extend(
        client
            .reply_within
            .map(|within| Phrase::new("chronology-reply").with("period", period(within))),
    );
    agreed.extend(
        client
            .payment_terms
            .map(|terms| Phrase::new("chronology-terms").with("period", period(terms))),
    );
    if let Some(LateInterest::Yearly(rate)) = &client.late_interest {
        agreed.push(Phrase::new("chronology-interest").with("rate", rate.to_string()));
    }
    agreed.extend(
        client.notice.map(|notice| Phrase::new("chronology-notice").with("period", period(notice))),
    );
    agreed
}

/// The sums: invoiced, paid, open, overdue; one of each for every currency.
pub(super) fn sum(client: &Client, day: Date) -> Vec<Phrase> {
    let total = |kept: &dyn Fn(&&Invoice) -> bool| -> Vec<Money> {
        let amounts: Amounts =
            client.invoices.iter().filter(kept).map(|invoice| invoice.amount).collect();
        amounts.iter().collect()
    };
    let invoiced = total(&|_| true);
    let each = |amounts: Vec<Money>, phrase: &dyn Fn(Money) -> Phrase| -> Vec<Phrase> {
        amounts.into_iter().map(phrase).collect()
    };
    let mut sum =
        each(invoiced, &|amount| Phrase::new("chronology-invoiced").with("amount", amount));
    sum.extend(each(total(&|invoice| invoice.paid.is_some()), &|amount| {
        Phrase::new("chronology-paid").with("amount", amount)
    }));
    sum.extend(each(total(&|invoice| invoice.paid.is_none()), &|amount| {
        Phrase::new("chronology-open").with("amount", amount)
    }));
    sum.extend(each(total(&|invoice| is_overdue(invoice, day)), &|amount| {
        Phrase::new("chronology-overdue").with("amount", amount)
    }));
    sum
}

/// What is asked, as far as the file tells: payment of what is overdue, else that an end or a
/// limit is taken note of.
pub(super) fn asked(client: &Client, stage: Stage, day: Date) -> Vec<Phrase> {
    let mut overdue: Vec<&Invoice> =
        client.invoices.iter().filter(|invoice| is_overdue(invoice, day)).collect();
    overdue.sort_by_key(|invoice| (invoice.due, invoice.id.clone()));
    let mut asked: Vec<Phrase> = overdue
        .iter()
        .filter_map(|invoice| {
            let phrase = Phrase::new("chronology-ask-payment")
                .with("amount", invoice.amount)
                .with("invoice", invoice.id.as_str())
                .with("date", invoice.due?)
                .with("count", days_between(invoice.due?, day));
            Some(phrase)
        })
        .collect();
    if matches!(stage, Stage::Told | Stage::Closed) {
        asked.push(Phrase::new("chronology-ask-end"));
    }
    if asked.is_empty() {
        asked.push(Phrase::new("chronology-ask-nothing"));
    }
    asked
}

fn is_overdue(invoice: &Invoice, day: Date) -> bool {
    invoice.paid.is_none() && invoice.due.is_some_and(|due| due < day)
}

/// Whole days from one day to a later one.
pub(super) fn days_between(from: Date, to: Date) -> i64 {
    from.until(to).map_or(0, |span| i64::from(span.get_days()))
}
