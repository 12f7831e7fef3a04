//! What `query` found: rows, how many, or how many of each value.

use serde::Serialize;
use serde_json::{Map, Value};

use super::SCHEMA;
use crate::query::{Field, Row};

/// A row that was found.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RowView {
    /// The client; `null` outside the clients' folders.
    pub client: Option<String>,
    /// The path of the note below the vault.
    pub path: String,
    /// What it is called: `<note>#2` for an item of a list without an id of its own.
    pub id: String,
    /// What it is; `null` for a free note.
    #[serde(rename = "type")]
    pub kind: Option<String>,
    /// The fields that were asked for, or the whole front matter, as the note writes them.
    pub fields: Value,
}

impl RowView {
    /// A row with these fields; its whole front matter where there are none.
    pub fn of(row: &Row<'_>, fields: Option<&[Field]>) -> Self {
        let one = |name: &str| {
            let field =
                Field { keys: vec![name.to_owned()], span: crate::finding::Span::default() };
            row.values(&field).first().map(|value| value.to_string())
        };
        Self {
            client: one("client"),
            path: row.path().to_owned(),
            id: row.id().into_owned(),
            kind: one("type"),
            fields: fields.map_or_else(|| row.front_matter(), |fields| chosen(row, fields)),
        }
    }
}

/// Each field under its name.
fn chosen(row: &Row<'_>, fields: &[Field]) -> Value {
    let entries: Map<String, Value> =
        fields.iter().map(|field| (field.name(), row.value(field))).collect();
    Value::Object(entries)
}

/// How many rows were found.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowCount {
    /// The number of this shape.
    pub schema: u32,
    /// How many.
    pub count: usize,
}

impl RowCount {
    /// So many.
    pub const fn new(count: usize) -> Self {
        Self { schema: SCHEMA, count }
    }
}

/// How many rows have each value of a field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct RowCounts {
    /// The number of this shape.
    pub schema: u32,
    /// The field.
    pub by: String,
    /// How many rows were found; one with several values counts for each of them below.
    pub count: usize,
    /// The values, the most frequent first.
    pub counts: Vec<ValueCount>,
}

/// How many rows have a value.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ValueCount {
    /// The value; `null` for rows without one.
    pub value: Option<String>,
    /// How many rows.
    pub count: usize,
}

impl RowCounts {
    /// The counts of a field's values, the most frequent first, then by value.
    pub fn new(
        by: String,
        count: usize,
        counts: impl IntoIterator<Item = (Option<String>, usize)>,
    ) -> Self {
        let mut counts: Vec<ValueCount> =
            counts.into_iter().map(|(value, count)| ValueCount { value, count }).collect();
        counts.sort_by(|a, b| b.count.cmp(&a.count).then_with(|| a.value.cmp(&b.value)));
        Self { schema: SCHEMA, by, count, counts }
    }
}
