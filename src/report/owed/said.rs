//! What is owed in sentences: terms, invoices, the lines of the interest.

use rust_decimal::Decimal;

use super::{DepositView, LineView, MilestoneView};
use crate::exit::{HeldDeposit, Interest, InterestLine, Owed, OwedInvoice, Progress, Terms};
use crate::model::Money;
use crate::phrase::{Arg, Phrase};
use crate::report::{Names, Sentence};

pub(super) fn said(phrase: &Phrase) -> Sentence {
    Sentence::of(phrase, &Names::default())
}

/// The decimal with two places at least, as rates are written: `10.15`, `8.00`.
fn percent(rate: Decimal) -> Decimal {
    let mut rate = rate.normalize();
    if rate.scale() < 2 {
        rate.rescale(2);
    }
    rate
}

pub(super) fn said_terms(terms: &Terms) -> Vec<Sentence> {
    let mut phrases = Vec::new();
    match terms {
        Terms::Unset => phrases.push(Phrase::new("owed-terms-unset")),
        Terms::Waived => phrases.push(Phrase::new("owed-terms-waived")),
        Terms::Yearly(rate) => {
            phrases.push(Phrase::new("owed-terms-yearly").with("rate", rate.normalize()));
        }
        Terms::Unknown(name) => {
            phrases.push(Phrase::new("owed-terms-unknown").with("name", name.as_str()));
        }
        Terms::Law(law) if law.margin.is_none() => {
            phrases.push(Phrase::new("owed-terms-no-rate").with("law", law.law.as_str()));
        }
        Terms::Law(law) => {
            phrases.push(
                Phrase::new("owed-terms-law")
                    .with("law", law.law.as_str())
                    .with("source", law.rates_source.as_str())
                    .with("checked", law.checked),
            );
            let until = law.known_until();
            phrases
                .extend(until.map(|day| Phrase::new("owed-terms-known-until").with("until", day)));
        }
    }
    let own = terms.law().and_then(|law| law.own.as_deref());
    phrases.extend(own.map(|path| Phrase::new("owed-terms-own").with("path", path)));
    phrases.iter().map(said).collect()
}

pub(super) fn invoice_phrase(invoice: &OwedInvoice) -> Phrase {
    let phrase = Phrase::new(match (invoice.due, invoice.paid) {
        (None, _) => "owed-invoice-no-due",
        (Some(_), Some(_)) => "owed-invoice-paid",
        (Some(_), None) if invoice.days_late > 0 => "owed-invoice-overdue",
        (Some(_), None) => "owed-invoice-open",
    });
    let mut phrase = phrase.with("invoice", invoice.id.as_str()).with("amount", invoice.amount);
    if let Some(due) = invoice.due {
        phrase = phrase.with("due", due);
        if invoice.days_late > 0 {
            phrase = phrase.with("days", invoice.days_late);
        }
        if let Some(paid) = invoice.paid {
            phrase = phrase.with("paid", paid);
        }
    }
    phrase
}

pub(super) fn lines(principal: Money, interest: &Interest) -> Vec<LineView> {
    let line = |line: &InterestLine| {
        let mut phrase = Phrase::new(match line.reference {
            Some(_) => "owed-line-law",
            None => "owed-line-yearly",
        })
        .with("from", line.from)
        .with("until", line.until)
        .with("principal", principal)
        .with("rate", percent(line.rate))
        .with("days", line.days)
        .with("amount", line.amount);
        if let Some(reference) = line.reference {
            phrase = phrase.with("reference", percent(reference));
        }
        LineView {
            from: line.from,
            until: line.until,
            days: line.days,
            reference: line.reference.map(|rate| percent(rate).to_string()),
            rate: percent(line.rate).to_string(),
            amount: line.amount,
            said: said(&phrase),
        }
    };
    interest.lines.iter().map(line).collect()
}

pub(super) fn remarks(interest: &Interest) -> Vec<Sentence> {
    let mut phrases: Vec<Phrase> = interest
        .unknown
        .iter()
        .map(|(from, until)| {
            Phrase::new("owed-line-unknown").with("from", *from).with("until", *until)
        })
        .collect();
    if interest.too_large {
        phrases.push(Phrase::new("owed-line-too-large"));
    }
    if interest.lines.len() > 1 {
        phrases.push(Phrase::new("owed-line-total").with("amount", interest.total));
    }
    if let Some(sum) = interest.compensation {
        phrases.push(Phrase::new("owed-line-compensation").with("amount", sum));
    }
    if interest.compensation_unclear {
        phrases.push(Phrase::new("owed-line-compensation-unclear"));
    }
    phrases.iter().map(said).collect()
}

pub(super) fn milestones(owed: &Owed) -> Vec<MilestoneView> {
    let view = |progress: &Progress| MilestoneView {
        title: progress.title.clone(),
        due: progress.due,
        amount: progress.amount,
        done: progress.done.normalize().to_string(),
        worth: progress.worth,
        said: said(
            &Phrase::new("owed-milestone")
                .with("title", progress.title.as_str())
                .with("done", progress.done.normalize())
                .with("amount", progress.amount)
                .with("worth", progress.worth),
        ),
    };
    owed.progress.iter().map(view).collect()
}

pub(super) fn held(owed: &Owed) -> Vec<DepositView> {
    let view = |deposit: &HeldDeposit| {
        let untitled = || Phrase::new("owed-deposit-untitled").into();
        let title = deposit.title.as_deref().map_or_else(untitled, Arg::from);
        let phrase = match deposit.received {
            Some(day) => Phrase::new("owed-deposit")
                .with("title", title)
                .with("amount", deposit.amount)
                .with("received", day),
            None => Phrase::new("owed-deposit-undated")
                .with("title", title)
                .with("amount", deposit.amount),
        };
        DepositView {
            title: deposit.title.clone(),
            amount: deposit.amount,
            received: deposit.received,
            said: said(&phrase),
        }
    };
    owed.deposits.iter().map(view).collect()
}
