//! A length of time in an agreement: `30 days`, `1 month`.

use std::fmt;

use jiff::ToSpan;
use jiff::civil::Date;

/// A length of time as agreements write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Period {
    /// Calendar days.
    Days(u16),
    /// Calendar months; the end is clamped to the last day of a shorter month.
    Months(u16),
}

impl Period {
    /// Reads `30 days`, `2 weeks`, `1 month`, `1 year`; `None` for anything else.
    pub fn parse(text: &str) -> Option<Self> {
        let (number, unit) = text.trim().split_once(char::is_whitespace)?;
        let number: u16 = number.parse().ok()?;
        match unit.trim() {
            "day" | "days" => Some(Self::Days(number)),
            "week" | "weeks" => number.checked_mul(7).map(Self::Days),
            "month" | "months" => Some(Self::Months(number)),
            "year" | "years" => number.checked_mul(12).map(Self::Months),
            _ => None,
        }
    }

    /// The day this period after `start`; the last day there is, where that is out of range.
    pub fn after(self, start: Date) -> Date {
        let span = match self {
            Self::Days(days) => i32::from(days).days(),
            Self::Months(months) => i32::from(months).months(),
        };
        start.saturating_add(span)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (number, unit) = match self {
            Self::Days(days) => (days, "day"),
            Self::Months(months) => (months, "month"),
        };
        let plural = if *number == 1 { "" } else { "s" };
        write!(f, "{number} {unit}{plural}")
    }
}

impl serde::Serialize for Period {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}
