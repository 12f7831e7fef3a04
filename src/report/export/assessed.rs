//! Rows of what notes come to: standing, incidents, terms of the score, invoices.

use super::{Cell, Exported};
use crate::assess::Term;
use crate::exit::OwedInvoice;
use crate::model::{Channel, Invoice};

/// A client's standing, and how much there is about it.
pub(super) fn client(of: &Exported<'_>) -> Vec<Cell> {
    let (client, assessment) = (&of.case.client, of.assessment);
    vec![
        client.id.as_str().into(),
        client.name.as_str().into(),
        client.language.code().into(),
        client.zone.iana_name().into(),
        client.currency.code().into(),
        client.platform.clone().into(),
        client.signed.into(),
        of.as_of().day.into(),
        assessment.stage.as_str().into(),
        assessment.standing.as_str().into(),
        Cell::number(assessment.score),
        assessment.trend.direction.as_str().into(),
        (of.known().incidents.len() + assessment.derived.len()).into(),
        assessment.to_verify.len().into(),
        assessment.open_boundaries().count().into(),
        assessment.rate.as_ref().map_or(Cell::Empty, |rate| Cell::number(rate.per_month)),
        of.unread.into(),
    ]
}

/// The incidents of the notes, then those that facts make.
pub(super) fn incidents(of: &Exported<'_>) -> Vec<Vec<Cell>> {
    let known = of.known();
    let client = known.client.id.as_str();
    let noted = known.incidents.iter().map(|incident| {
        vec![
            client.into(),
            incident.id.to_string().into(),
            incident.note.as_str().into(),
            incident.moment.day.into(),
            incident.moment.at.into(),
            incident.flags.iter().map(ToString::to_string).collect::<Vec<_>>().into(),
            incident.severity.as_str().into(),
            incident.status.as_str().into(),
            false.into(),
            false.into(),
            false.into(),
            incident.channel.map(Channel::as_str).into(),
            incident.hours.map_or(Cell::Empty, Cell::number),
            incident.cost.map(|cost| cost.amount).into(),
            incident.cost.map(|cost| cost.currency.code()).into(),
            incident.quote.clone().into(),
            incident.observed.as_str().into(),
            incident.reading.clone().into(),
            incident.our_part.clone().into(),
            incident.evidence.clone().into(),
        ]
    });
    let derived = of.assessment.derived.iter().map(|derived| {
        let mut row: Vec<Cell> = vec![
            client.into(),
            derived.id.to_string().into(),
            derived.source.as_str().into(),
            derived.moment.day.into(),
            derived.moment.at.into(),
            vec![derived.flag.to_string()].into(),
            derived.severity.as_str().into(),
            derived.status.as_str().into(),
            true.into(),
            derived.ongoing.into(),
            derived.settled.into(),
        ];
        row.resize(row.len() + 8, Cell::Empty);
        row.push(Vec::new().into());
        row
    });
    noted.chain(derived).collect()
}

/// The terms of the score: the score is the sum of `points` × `variety`.
pub(super) fn terms(of: &Exported<'_>) -> Vec<Vec<Cell>> {
    let variety = of.assessment.variety.factor;
    let row = |term: &Term| {
        vec![
            of.case.client.id.as_str().into(),
            term.incident.to_string().into(),
            term.flag.to_string().into(),
            term.day.into(),
            of.as_of().day.into(),
            term.severity.as_str().into(),
            term.status.as_str().into(),
            term.derived.into(),
            i64::from(term.age_days).into(),
            Cell::number(term.points),
            Cell::number(term.weight),
            Cell::number(term.severity_factor),
            Cell::number(term.status_factor),
            Cell::number(term.decay),
            Cell::number(term.repeat),
            Cell::number(term.relief),
            Cell::number(term.day_share),
            Cell::number(variety),
        ]
    };
    of.assessment.terms.iter().map(row).collect()
}

/// Every invoice and credit note, with what its lateness costs.
pub(super) fn invoices(of: &Exported<'_>) -> Vec<Vec<Cell>> {
    let known = of.known();
    let late = || of.owed.open.iter().chain(&of.owed.paid_late);
    let row = |invoice: &Invoice| {
        let owed = late().find(|one| {
            (&one.id, &one.note, one.amount) == (&invoice.id, &invoice.note, invoice.amount)
                && (one.issued, one.paid) == (invoice.issued, invoice.paid)
        });
        vec![
            known.client.id.as_str().into(),
            invoice.id.as_str().into(),
            invoice.note.as_str().into(),
            invoice.issued.into(),
            owed.and_then(|owed| owed.due).or(invoice.due).into(),
            invoice.paid.into(),
            of.as_of().day.into(),
            invoice.amount.amount.into(),
            invoice.amount.currency.code().into(),
            state(invoice, owed).into(),
            owed.map_or(0, |owed| owed.days_late).into(),
            owed.and_then(OwedInvoice::interest_sum).map(|money| money.amount).into(),
            owed.and_then(OwedInvoice::fixed_sum).map(|money| money.amount).into(),
        ]
    };
    known.client.invoices.iter().map(row).collect()
}

/// Where an invoice stands: `credit` for a credit note that was not settled.
fn state(invoice: &Invoice, owed: Option<&OwedInvoice>) -> &'static str {
    match owed {
        Some(owed) if owed.is_overdue() => "overdue",
        Some(owed) if owed.paid.is_some() => "paid-late",
        _ if invoice.paid.is_some() => "paid",
        _ if invoice.amount.amount.is_sign_negative() => "credit",
        _ => "open",
    }
}
