//! The order of rows by a field.

use jiff::Timestamp;
use rust_decimal::Decimal;

use super::field::{Field, Sort};
use super::literal::{folded, length, parse_number};
use super::row::Row;
use crate::model::Currency;
use crate::note::parse_moment;

/// What a row is sorted by: the first value of a field, as what it is compared as. Values of one
/// kind come before those of the next, and unreadable ones are text.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Key {
    /// When.
    At(Timestamp),
    /// A number, or the place of a word in its order.
    Number(Decimal),
    /// An amount; two currencies are never compared.
    Money(Currency, Decimal),
    /// Text, capitals apart.
    Text(String),
}

impl Row<'_> {
    /// What the row is sorted by; `None` where it has no value.
    pub fn key(&self, field: &Field) -> Option<Key> {
        let values = self.values(field);
        let value = values.first()?;
        let moment = || parse_moment(value, self.place.zone).map(|moment| Key::At(moment.at));
        let number = || {
            let money = parse_number(value, self.place.currency)?;
            Some(if AMOUNTS.contains(&field.name().as_str()) {
                Key::Money(money.currency, money.amount)
            } else {
                Key::Number(money.amount)
            })
        };
        let key = match field.sort().0 {
            Sort::Date => moment(),
            Sort::Number => number(),
            Sort::Period => length(value).map(|days| Key::Number(days.into())),
            Sort::Words(vocabulary) if vocabulary.has_order() => {
                let place = vocabulary.words().iter().position(|word| word == value);
                place.map(|place| Key::Number(place.into()))
            }
            Sort::Words(_) | Sort::Text => None,
            Sort::Free => moment().or_else(number),
        };
        Some(key.unwrap_or_else(|| Key::Text(folded(value).into_owned())))
    }
}

/// Fields whose numbers are amounts of money.
const AMOUNTS: [&str; 4] = ["cost", "deposits.amount", "invoices.amount", "milestones.amount"];
