//! What the law of a place says about late payment between businesses.

use std::collections::BTreeMap;
use std::fmt;

use jiff::civil::Date;
use rust_decimal::Decimal;

use super::Money;

/// The rules on late payment that a client note names, such as `eu`.
#[derive(Clone, Debug, PartialEq)]
pub struct Jurisdiction {
    /// The word of the client note and of the file: `eu`, `fr`, `uk`, `us`.
    pub id: String,
    /// What it is called.
    pub name: InBoth,
    /// What one has to know to read the figures.
    pub about: InBoth,
    /// The law, with its articles.
    pub law: String,
    /// Where the reference rates come from.
    pub rates_source: String,
    /// The day on which somebody last compared the table of rates with its source.
    pub checked: Date,
    /// Points above the reference rate; `None` where the law gives no rate.
    pub margin: Option<Decimal>,
    /// Which half-year's reference rate counts.
    pub rate_of: RateOf,
    /// Reference rates in percent a year.
    pub rates: BTreeMap<HalfYear, Decimal>,
    /// The fixed sum for the costs of recovery, by the size of the debt, smallest first.
    pub compensation: Vec<FixedSum>,
    /// Days from the due date to the first reminder, then from each to the next.
    pub reminders: Vec<u16>,
    /// The path below the vault of the file that adds to the built-in one.
    pub own: Option<String>,
}

/// Days between reminders where no jurisdiction says otherwise: from the due date to the first,
/// then from each to the next. Practice, not law.
pub const REMINDERS: [u16; 3] = [3, 7, 14];

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq, serde::Serialize)]
pub struct InBoth {
    /// In English.
    pub en: String,
    /// In French.
    pub fr: String,
}

/// Which half-year's reference rate counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RateOf {
    /// Each half-year's own.
    HalfYear,
    /// That of the half-year in which interest starts to run, until payment.
    FirstDay,
}

/// A fixed sum for debts of a size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FixedSum {
    /// The smallest debt it holds for, in the currency of the sum.
    pub from: Decimal,
    /// The sum.
    pub sum: Money,
}

/// January to June, or July to December.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct HalfYear {
    year: i16,
    second: bool,
}

impl HalfYear {
    /// The half-year of a day.
    pub fn of(day: Date) -> Self {
        Self { year: day.year(), second: day.month() > 6 }
    }

    /// Reads `2026-H1`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (year, half) = text.split_once("-H")?;
        let year = Some(year).filter(|year| year.len() == 4)?.parse().ok()?;
        match half {
            "1" => Some(Self { year, second: false }),
            "2" => Some(Self { year, second: true }),
            _ => None,
        }
    }

    /// Its last day.
    pub fn last(self) -> Date {
        let (month, day) = if self.second { (12, 31) } else { (6, 30) };
        Date::new(self.year, month, day).unwrap_or(Date::MAX)
    }
}

impl fmt::Display for HalfYear {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-H{}", self.year, if self.second { 2 } else { 1 })
    }
}

impl Jurisdiction {
    /// The last day with a known reference rate; `None` where there is no table.
    pub fn known_until(&self) -> Option<Date> {
        self.rates.last_key_value().map(|(half, _)| half.last())
    }
}
