//! The tables: their names, their columns, what a cell holds.

use jiff::Timestamp;
use jiff::civil::Date;
use rust_decimal::Decimal;
use serde_json::{Map, Number, Value};

/// A table of the export.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Table {
    /// Every note, and each item of a list of incidents.
    Notes,
    /// One row for each client.
    Clients,
    /// Incidents, those that facts make included.
    Incidents,
    /// The terms of the scores.
    Terms,
    /// Invoices and credit notes, with what lateness costs.
    Invoices,
    /// The decisions.
    Decisions,
}

/// A column of a table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ColumnOf {
    /// Its name: small letters and underscores, which every engine takes without quotes.
    pub name: &'static str,
    /// What its cells hold.
    pub holds: Holds,
}

/// What the cells of a column hold; each may be empty.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Holds {
    /// Text.
    Text,
    /// A day, `2026-04-11`.
    Date,
    /// An instant in UTC, `2026-04-11T20:40:00Z`.
    Instant,
    /// A whole number.
    Count,
    /// A number with a fraction, rounded to six decimals.
    Number,
    /// An exact amount: digits and a dot; a text in NDJSON, which has no exact numbers.
    Amount,
    /// `true` or `false`.
    Truth,
    /// Texts: a list in NDJSON, divided by `; ` in CSV.
    List,
    /// A map in NDJSON, the same as JSON text in CSV.
    Map,
}

/// A cell of a row.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Nothing.
    Empty,
    /// Text, a day, an instant or an amount.
    Text(String),
    /// A whole number.
    Count(i64),
    /// A number with a fraction.
    Number(f64),
    /// Yes or no.
    Truth(bool),
    /// Texts.
    List(Vec<String>),
    /// A map.
    Map(Value),
}

/// A column for each name, in this order.
macro_rules! columns {
    ($($holds:ident: $($name:literal)+;)+) => {
        &[$($(ColumnOf { name: $name, holds: Holds::$holds }),+),+]
    };
}

impl Table {
    /// Every table.
    pub const ALL: [Self; 6] =
        [Self::Notes, Self::Clients, Self::Incidents, Self::Terms, Self::Invoices, Self::Decisions];

    /// The word on the command line and in the documentation.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Notes => "notes",
            Self::Clients => "clients",
            Self::Incidents => "incidents",
            Self::Terms => "terms",
            Self::Invoices => "invoices",
            Self::Decisions => "decisions",
        }
    }

    /// The columns in their order; `vault` and `client` come first in every table.
    pub const fn columns(self) -> &'static [ColumnOf] {
        match self {
            Self::Notes => columns! {
                Text: "vault" "client" "path" "id" "type";
                Date: "date";
                Instant: "at_utc";
                List: "flags";
                Text: "severity" "status" "kind" "channel" "direction";
                Amount: "hours" "cost";
                Text: "currency" "text";
                Map: "front_matter";
            },
            Self::Clients => columns! {
                Text: "vault" "client" "name" "language" "timezone" "currency" "platform";
                Date: "signed" "as_of";
                Text: "stage" "standing";
                Number: "score";
                Text: "trend";
                Count: "incidents" "to_verify" "open_boundaries";
                Number: "incidents_per_month";
                Count: "unread_notes";
            },
            Self::Incidents => columns! {
                Text: "vault" "client" "incident" "source";
                Date: "date";
                Instant: "at_utc";
                List: "flags";
                Text: "severity" "status";
                Truth: "derived" "ongoing" "settled";
                Text: "channel";
                Number: "hours";
                Amount: "cost";
                Text: "currency" "quote" "observed" "reading" "our_part";
                List: "evidence";
            },
            Self::Terms => columns! {
                Text: "vault" "client" "incident" "flag";
                Date: "date" "as_of";
                Text: "severity" "status";
                Truth: "derived";
                Count: "age_days";
                Number: "points" "weight" "severity_factor" "status_factor" "decay" "repeat";
                Number: "relief" "same_day" "variety";
            },
            Self::Invoices => columns! {
                Text: "vault" "client" "invoice" "source";
                Date: "issued" "due" "paid" "as_of";
                Amount: "amount";
                Text: "currency" "state";
                Count: "days_late";
                Amount: "interest" "compensation";
            },
            Self::Decisions => columns! {
                Text: "vault" "client" "decision" "path" "kind";
                Date: "date";
                Instant: "at_utc";
                Text: "by" "statement" "reason" "standing";
                Number: "score";
                List: "covers" "because";
                Date: "told_on";
                Text: "told_how" "consequence";
                Date: "review_by";
                Text: "supersedes" "digest";
            },
        }
    }
}

impl Holds {
    /// The word in the documentation.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Text => "text",
            Self::Date => "date",
            Self::Instant => "timestamp",
            Self::Count => "integer",
            Self::Number => "number",
            Self::Amount => "decimal",
            Self::Truth => "boolean",
            Self::List => "list",
            Self::Map => "map",
        }
    }
}

impl Cell {
    /// The cell as JSON.
    pub fn json(&self) -> Value {
        match self {
            Self::Empty => Value::Null,
            Self::Text(text) => Value::String(text.clone()),
            Self::Count(count) => Value::Number((*count).into()),
            Self::Number(number) => Number::from_f64(*number).map_or(Value::Null, Value::Number),
            Self::Truth(truth) => Value::Bool(*truth),
            Self::List(texts) => texts.iter().cloned().map(Value::String).collect(),
            Self::Map(map) => map.clone(),
        }
    }

    /// The cell as text.
    pub fn text(&self) -> String {
        match self {
            Self::Empty => String::new(),
            Self::Text(text) => text.clone(),
            Self::Count(count) => count.to_string(),
            Self::Number(number) => number.to_string(),
            Self::Truth(truth) => truth.to_string(),
            Self::List(texts) => texts.join("; "),
            Self::Map(map) => map.to_string(),
        }
    }

    /// A number, rounded to six decimals, so that every machine writes the same.
    pub(super) fn number(number: f64) -> Self {
        Self::Number((number * 1e6).round() / 1e6)
    }
}

/// A row of a table as a map from its columns.
pub fn row_map(table: Table, cells: &[Cell]) -> Value {
    let names = table.columns().iter().map(|column| column.name.to_owned());
    Value::Object(names.zip(cells.iter().map(Cell::json)).collect::<Map<_, _>>())
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Date> for Cell {
    fn from(day: Date) -> Self {
        Self::Text(day.to_string())
    }
}

impl From<Timestamp> for Cell {
    fn from(at: Timestamp) -> Self {
        Self::Text(at.to_string())
    }
}

impl From<Decimal> for Cell {
    fn from(amount: Decimal) -> Self {
        Self::Text(amount.to_string())
    }
}

impl From<i64> for Cell {
    fn from(count: i64) -> Self {
        Self::Count(count)
    }
}

impl From<usize> for Cell {
    fn from(count: usize) -> Self {
        Self::Count(i64::try_from(count).unwrap_or(i64::MAX))
    }
}

impl From<bool> for Cell {
    fn from(truth: bool) -> Self {
        Self::Truth(truth)
    }
}

impl From<Vec<String>> for Cell {
    fn from(texts: Vec<String>) -> Self {
        Self::List(texts)
    }
}

impl<T: Into<Self>> From<Option<T>> for Cell {
    fn from(value: Option<T>) -> Self {
        value.map_or(Self::Empty, Into::into)
    }
}
