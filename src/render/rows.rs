//! What `query` found, in every form, part by part: a head, rows, an end.

use unicode_width::UnicodeWidthStr as _;

use super::csv::record;
use super::page::{Column, Page, TextStyle, Tone};
use super::{RenderError, json_line};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::{RowCounts, RowView};

/// A cell wider than this is wrapped rather than that a table is given up for it.
const WIDEST_CELL: usize = 32;

/// Rows as aligned text under the names of their fields. Where they do not fit beside each other,
/// the last field, the path, stands below; on a page too narrow for that, each field of a row has a
/// line of its own.
pub fn rows_text(
    names: &[String],
    rows: &[Vec<String>],
    locale: &Locale,
    style: TextStyle,
) -> String {
    let mut page = Page::new(style);
    let widest = |(index, name): (usize, &String)| {
        let cells = rows.iter().filter_map(|row| Some(row.get(index)?.width().min(WIDEST_CELL)));
        2 + cells.chain([name.width()]).max().unwrap_or(0)
    };
    let widths: Vec<usize> = names.iter().enumerate().map(widest).collect();
    let total: usize = widths.iter().sum();
    let room = page.width() + 2;
    if total - widths.last().unwrap_or(&0) > room {
        records(&mut page, names, rows, locale);
        return page.finish();
    }
    let columns: Vec<Column> = names
        .iter()
        .map(|name| Column { title: name.clone(), right: false, flexible: true, dropped: 0 })
        .collect();
    let last = columns.len().saturating_sub(1);
    let rows: Vec<Vec<(String, Tone)>> = rows
        .iter()
        .map(|row| {
            let tone = |index| if index == last && last > 0 { Tone::Soft } else { Tone::Plain };
            row.iter().enumerate().map(|(index, cell)| (cell.clone(), tone(index))).collect()
        })
        .collect();
    let last_fits = rows.iter().all(|row| {
        let last = row.last().map_or(0, |cell| cell.0.width());
        total - widths[widths.len() - 1] + last + 2 <= room
    });
    if last_fits || columns.len() < 2 {
        page.table(&columns, &rows);
    } else {
        page.table_above(&columns, &rows);
    }
    page.finish()
}

/// Each row as lines of its own: the first field, then each other one behind its name.
fn records(page: &mut Page, names: &[String], rows: &[Vec<String>], locale: &Locale) {
    for row in rows {
        for (index, (name, cell)) in names.iter().zip(row).enumerate() {
            if index == 0 {
                page.paragraph(cell, Tone::Strong);
            } else if !cell.is_empty() {
                page.labelled(&format!("{name}{}", locale.colon()), cell);
            }
        }
        page.gap();
    }
}

/// The beginning of rows as one JSON document.
pub const JSON_HEAD: &str = "{\n  \"schema\": 1,\n  \"rows\": [";

/// A row of a JSON document; `first` is the first of all.
///
/// # Errors
/// Where the row cannot be serialised.
pub fn row_json(row: &RowView, first: bool) -> Result<String, RenderError> {
    let line = json_line(row)?;
    Ok(format!("{}\n    {}", if first { "" } else { "," }, line.trim_end()))
}

/// The end of a JSON document with so many rows.
pub fn json_end(count: usize) -> String {
    let bracket = if count == 0 { "]" } else { "\n  ]" };
    format!("{bracket},\n  \"count\": {count}\n}}\n")
}

/// The values of a field with how many rows have each, as text.
pub fn counts_text(view: &RowCounts, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    let count = Column {
        title: locale.say(&Phrase::new("column-count")),
        right: true,
        flexible: false,
        dropped: 0,
    };
    let value = Column { title: view.by.clone(), right: false, flexible: true, dropped: 0 };
    let none = locale.say(&Phrase::new("query-no-value-of"));
    let rows: Vec<Vec<(String, Tone)>> = view
        .counts
        .iter()
        .map(|one| {
            let tone = if one.value.is_some() { Tone::Plain } else { Tone::Soft };
            let value = one.value.clone().unwrap_or_else(|| none.clone());
            vec![(one.count.to_string(), Tone::Plain), (value, tone)]
        })
        .collect();
    page.table(&[count, value], &rows);
    page.finish()
}

/// The same as a table.
pub fn counts_csv(view: &RowCounts) -> String {
    let mut text = record([view.by.as_str(), "count"]);
    for one in &view.counts {
        text += &record([one.value.as_deref().unwrap_or_default(), &one.count.to_string()]);
    }
    text
}
