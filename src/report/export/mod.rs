//! Tables for engines that analyse: one row for each thing, with columns that stay.
//!
//! Owns: the tables, their columns in order, and the rows. Columns are added at the end of a table,
//! never taken away or renamed; `docs/export.md` lists them, and a test holds the two together.

mod assessed;
mod noted;
mod table;

pub use table::{Cell, ColumnOf, Holds, Table, row_map};

use crate::assess::{AsOf, Assessment};
use crate::exit::Owed;
use crate::model::Case;
use crate::query::Row;

/// A client, as the tables about it see it.
#[derive(Clone, Copy, Debug)]
pub struct Exported<'e> {
    /// What is on file.
    pub case: &'e Case,
    /// What it means.
    pub assessment: &'e Assessment,
    /// What is owed.
    pub owed: &'e Owed,
    /// Notes with at least one error of reading.
    pub unread: usize,
}

impl Exported<'_> {
    /// The rows of a table about this client, without the column `vault`; none of the table of
    /// notes, which does not rest on what they mean.
    pub fn rows(&self, table: Table) -> Vec<Vec<Cell>> {
        match table {
            Table::Notes => Vec::new(),
            Table::Clients => vec![assessed::client(self)],
            Table::Incidents => assessed::incidents(self),
            Table::Terms => assessed::terms(self),
            Table::Invoices => assessed::invoices(self),
            Table::Decisions => noted::decisions(&self.known()),
        }
    }

    fn known(&self) -> Case {
        self.as_of().known(self.case)
    }

    const fn as_of(&self) -> AsOf {
        self.assessment.as_of
    }
}

/// A row of the table of notes, without the column `vault`.
pub fn note_row(row: &Row<'_>) -> Vec<Cell> {
    noted::note(row)
}
