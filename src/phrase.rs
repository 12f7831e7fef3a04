//! Something to say, before it is put in words: a key of the phrase book and its arguments.
//!
//! Owns: the shape. Must not: know a language; `locale` puts phrases in words.

use jiff::civil::{Date, Time};

use rust_decimal::Decimal;

use crate::model::Money;

/// A key of the phrase book (`src/locale/{en,fr}/*.ftl`) with its arguments.
#[derive(Clone, Debug, PartialEq)]
pub struct Phrase {
    /// The key.
    pub key: &'static str,
    /// The arguments by name.
    pub args: Vec<(&'static str, Arg)>,
}

/// An argument of a phrase.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    /// Text as it is: an id, a path, somebody's words.
    Text(String),
    /// A whole number, for plural rules.
    Count(i64),
    /// A day, written as the language writes dates.
    Day(Date),
    /// A time of day, written as the language writes times.
    Time(Time),
    /// An amount, written as the language writes money.
    Money(Money),
    /// An exact number of percent, written as the language writes percentages.
    Percent(Decimal),
    /// A number with one decimal, written as the language writes numbers.
    Score(f64),
    /// Another phrase.
    Phrase(Box<Phrase>),
}

impl Phrase {
    /// The phrase of this key, without arguments.
    pub const fn new(key: &'static str) -> Self {
        Self { key, args: Vec::new() }
    }

    /// The same with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<Date> for Arg {
    fn from(day: Date) -> Self {
        Self::Day(day)
    }
}

impl From<Time> for Arg {
    fn from(time: Time) -> Self {
        Self::Time(time)
    }
}

impl From<Money> for Arg {
    fn from(money: Money) -> Self {
        Self::Money(money)
    }
}

impl From<Decimal> for Arg {
    fn from(percent: Decimal) -> Self {
        Self::Percent(percent)
    }
}

impl From<f64> for Arg {
    fn from(number: f64) -> Self {
        Self::Score(number)
    }
}

impl From<Phrase> for Arg {
    fn from(phrase: Phrase) -> Self {
        Self::Phrase(Box::new(phrase))
    }
}
