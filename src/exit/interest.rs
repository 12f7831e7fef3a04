//! Simple interest on a late invoice, line by line.
//!
//! A line is principal × rate × days ÷ 365, rounded half away from zero to the decimals of the
//! currency; the total is the sum of the lines as they are shown. The year has 365 days, leap
//! years included, as the courts and the tables of the three laws count. The first day is the
//! day after the due date; the day of payment counts.

use std::cmp::min;

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::{Decimal, RoundingStrategy};

use super::Terms;
use crate::model::{FixedSum, HalfYear, Jurisdiction, Money, RateOf};

/// Interest on one invoice.
#[derive(Clone, Debug, PartialEq)]
pub struct Interest {
    /// The lines of the sum, oldest first.
    pub lines: Vec<InterestLine>,
    /// Days for which no reference rate is known: nothing is counted for them.
    pub unknown: Vec<(Date, Date)>,
    /// The sum of the lines.
    pub total: Money,
    /// The fixed sum for the costs of recovery.
    pub compensation: Option<Money>,
    /// Whether the fixed sum depends on the size of the debt in another currency.
    pub compensation_unclear: bool,
    /// Whether a line was too large to compute, and is left out.
    pub too_large: bool,
}

/// A line of the sum.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct InterestLine {
    /// The first day.
    pub from: Date,
    /// The last day; it counts.
    pub until: Date,
    /// How many days these are.
    pub days: i64,
    /// The reference rate in percent a year; `None` for a contract's rate.
    pub reference: Option<Decimal>,
    /// The whole rate in percent a year.
    pub rate: Decimal,
    /// Principal × rate × days ÷ 365, rounded.
    pub amount: Money,
}

/// The interest on a principal that is late from `first` to `last`, both counted; `None` where
/// the terms give none.
pub(super) fn interest(
    principal: Money,
    first: Date,
    last: Date,
    terms: &Terms,
) -> Option<Interest> {
    let zero = Decimal::new(0, principal.currency.decimals());
    let none = Money { amount: zero, currency: principal.currency };
    let mut interest = Interest {
        lines: Vec::new(),
        unknown: Vec::new(),
        total: none,
        compensation: None,
        compensation_unclear: false,
        too_large: false,
    };
    match terms {
        Terms::Yearly(rate) if *rate > Decimal::ZERO => {
            interest.add(principal, (first, last), None, *rate);
        }
        Terms::Law(law) => {
            let margin = law.margin?;
            for (from, until, reference) in periods(law, first, last) {
                match reference {
                    Some(rate) => interest.add(principal, (from, until), Some(rate), rate + margin),
                    None => interest.miss(from, until),
                }
            }
            interest.compensate(principal, &law.compensation);
        }
        _ => return None,
    }
    Some(interest)
}

impl Interest {
    fn add(
        &mut self,
        principal: Money,
        span: (Date, Date),
        reference: Option<Decimal>,
        rate: Decimal,
    ) {
        let (from, until) = span;
        let days = days_of(from, until);
        let amount = principal
            .amount
            .checked_mul(rate)
            .and_then(|product| product.checked_mul(Decimal::from(days)))
            .and_then(|product| product.checked_div(Decimal::from(36_500)));
        let Some(amount) = amount else {
            self.too_large = true;
            return;
        };
        let amount = rounded(Money { amount, currency: principal.currency });
        self.total.amount = self.total.amount.saturating_add(amount.amount);
        self.lines.push(InterestLine { from, until, days, reference, rate, amount });
    }

    /// Days without a known rate; those that follow each other are one span.
    fn miss(&mut self, from: Date, until: Date) {
        match self.unknown.last_mut() {
            Some(last) if last.1.saturating_add(1.day()) == from => last.1 = until,
            _ => self.unknown.push((from, until)),
        }
    }

    /// The sum of the highest step that the debt reaches. Several steps are told apart by the
    /// debt's size, which has to be in their currency.
    fn compensate(&mut self, principal: Money, sums: &[FixedSum]) {
        let comparable =
            sums.len() < 2 || sums.iter().all(|s| s.sum.currency == principal.currency);
        self.compensation_unclear = !comparable;
        let reached = sums.iter().rfind(|sum| sums.len() == 1 || sum.from <= principal.amount);
        self.compensation = reached.filter(|_| comparable).map(|sum| sum.sum);
    }
}

/// Spans of days with the reference rate of each; `None` for one that the table does not know.
fn periods(law: &Jurisdiction, first: Date, last: Date) -> Vec<(Date, Date, Option<Decimal>)> {
    let rate = |day| law.rates.get(&HalfYear::of(day)).copied();
    if law.rate_of == RateOf::FirstDay {
        return if first <= last { vec![(first, last, rate(first))] } else { Vec::new() };
    }
    let mut periods = Vec::new();
    let mut from = first;
    while from <= last {
        let until = min(HalfYear::of(from).last(), last);
        periods.push((from, until, rate(from)));
        if until >= last {
            break;
        }
        from = until.saturating_add(1.day());
    }
    periods
}

/// The days from one to another, both counted.
fn days_of(from: Date, until: Date) -> i64 {
    from.until(until).map_or(0, |span| i64::from(span.get_days())) + 1
}

/// An amount rounded half away from zero to the decimals of its currency.
pub(super) fn rounded(money: Money) -> Money {
    let decimals = money.currency.decimals();
    let amount =
        money.amount.round_dp_with_strategy(decimals, RoundingStrategy::MidpointAwayFromZero);
    Money { amount, ..money }
}

#[cfg(test)]
mod tests;
