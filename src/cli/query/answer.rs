//! The answer of a question, written as it is found.

use super::{Asked, Format, Found};
use crate::cli::output::{Output, Parts};
use crate::cli::session::Session;
use crate::failure::Failure;
use crate::query::{Field, Query};
use crate::render::{csv, json, json_line, rows};
use crate::report::{RowCount, RowCounts};

/// How many rows of text are laid out together.
const TOGETHER: usize = 1000;

/// An answer that is being written.
pub(super) struct Answer {
    parts: Parts,
    format: Format,
    columns: Vec<String>,
    waiting: Vec<Vec<String>>,
    rows: usize,
}

/// The names of a table's columns, and their fields: those that are asked for, else where a row is
/// from, when, what it is, and what the question is about.
pub(super) fn columns(asked: &Asked, format: Format) -> (Vec<String>, Vec<Field>) {
    let usual = match format {
        Format::Csv => "client,path,id,type,date",
        _ => "date,client,type",
    };
    let fields = asked.fields.clone().unwrap_or_else(|| {
        let mut fields = Query::parse_fields(usual).unwrap_or_default();
        let last = Query::parse_fields("path").unwrap_or_default();
        let of_text = if format == Format::Csv { &[][..] } else { &last[..] };
        for field in asked.query.fields.iter().chain(of_text) {
            // The whole text of a note is no cell.
            let is_text = field.name() == "text";
            if !is_text && fields.iter().all(|there| there.keys != field.keys) {
                fields.push(field.clone());
            }
        }
        fields
    });
    (fields.iter().map(Field::name).collect(), fields)
}

impl Answer {
    /// Nothing is written yet.
    pub(super) fn begin(
        output: &Output,
        format: Format,
        columns: Vec<String>,
    ) -> Result<Self, Failure> {
        let parts = output.begin()?;
        Ok(Self { parts, format, columns, waiting: Vec::new(), rows: 0 })
    }

    /// Writes a row.
    pub(super) fn put(&mut self, session: &Session, found: &Found) -> Result<(), Failure> {
        self.head(session)?;
        let first = self.rows == 0;
        self.rows += 1;
        match (self.format, &found.view) {
            (Format::Json, Some(view)) => self.parts.write(session, &rows::row_json(view, first)?),
            (Format::Ndjson, Some(view)) => self.parts.write(session, &json_line(view)?),
            (Format::Csv, _) => {
                self.parts.write(session, &csv::record(found.cells.iter().map(String::as_str)))
            }
            _ => {
                self.waiting.push(found.cells.clone());
                if self.waiting.len() < TOGETHER { Ok(()) } else { self.lay_out(session) }
            }
        }
    }

    fn head(&mut self, session: &Session) -> Result<(), Failure> {
        match self.format {
            Format::Json if self.rows == 0 => self.parts.write(session, rows::JSON_HEAD),
            Format::Csv if self.rows == 0 => {
                self.parts.write(session, &csv::record(self.columns.iter().map(String::as_str)))
            }
            _ => Ok(()),
        }
    }

    fn lay_out(&mut self, session: &Session) -> Result<(), Failure> {
        if self.waiting.is_empty() {
            return Ok(());
        }
        let text = rows::rows_text(
            &self.columns,
            &self.waiting,
            session.ui.locale(),
            session.text_style(),
        );
        self.waiting.clear();
        self.parts.write(session, &text)
    }

    /// All rows are written.
    pub(super) fn end(mut self, session: &Session, count: usize) -> Result<(), Failure> {
        self.head(session)?;
        self.lay_out(session)?;
        if self.format == Format::Json {
            self.parts.write(session, &rows::json_end(count))?;
        }
        self.parts.finish(session)
    }

    /// Writes how many rows there are, and nothing of them.
    pub(super) fn count(mut self, session: &Session, count: &RowCount) -> Result<(), Failure> {
        let number = count.count.to_string();
        let text = match self.format {
            Format::Text => number + "\n",
            Format::Json => json(count)?,
            Format::Ndjson => json_line(count)?,
            Format::Csv => csv::record(["count"]) + &csv::record([number.as_str()]),
        };
        self.parts.write(session, &text)?;
        self.parts.finish(session)
    }

    /// Writes how many rows each value has.
    pub(super) fn counts(mut self, session: &Session, view: &RowCounts) -> Result<(), Failure> {
        let text = match self.format {
            Format::Text => rows::counts_text(view, session.ui.locale(), session.text_style()),
            Format::Json => json(view)?,
            Format::Ndjson => {
                let lines = view.counts.iter().map(json_line);
                lines.collect::<Result<String, _>>()?
            }
            Format::Csv => rows::counts_csv(view),
        };
        self.parts.write(session, &text)?;
        self.parts.finish(session)
    }
}
