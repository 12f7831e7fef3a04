//! `casefile export`: tables for engines that analyse.

use clap::ValueEnum;

use super::output::Output;
use super::session::Session;
use super::{Outcome, surveying};
use crate::assess::{AsOf, assess};
use crate::exit::Owed;
use crate::failure::{Failure, FailureKind};
use crate::model::ClientId;
use crate::note::{KINDS, nearest};
use crate::phrase::Phrase;
use crate::query::rows_of;
use crate::render::{csv, json_line};
use crate::report::{Cell, Exported, Table, Unread, note_row, row_map};
use crate::survey::Survey;
use crate::vault::{ClientFolder, Vault};

/// Print a table for a spreadsheet, DuckDB or Spark: every note, or what the notes come to.
///
/// One row for each thing, with columns that stay (docs/export.md). Exports of several vaults can be
/// put one behind the other: the first column says which vault a row is from.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The clients: their ids, or the beginnings of them; all of them otherwise.
    clients: Vec<String>,
    /// What there is a row for.
    #[arg(long, value_enum, default_value_t)]
    table: TableName,
    /// Of the table of notes, only notes of this type; may be given several times.
    #[arg(long = "type", value_name = "TYPE")]
    kinds: Vec<String>,
    /// What the vault is called in the first column; the name of its folder otherwise.
    #[arg(long, value_name = "NAME")]
    name: Option<String>,
    /// Leave out the line of CSV that names the columns, to put it behind another export.
    #[arg(long)]
    no_header: bool,
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// One line of JSON for each row.
    #[default]
    #[value(alias = "jsonl")]
    Ndjson,
    /// For spreadsheets too (RFC 4180); no cell is a formula.
    Csv,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum TableName {
    /// Every note, and each item of a list of incidents.
    #[default]
    Notes,
    /// One row for each client: stage, standing, score.
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

impl TableName {
    const fn table(self) -> Table {
        match self {
            Self::Notes => Table::Notes,
            Self::Clients => Table::Clients,
            Self::Incidents => Table::Incidents,
            Self::Terms => Table::Terms,
            Self::Invoices => Table::Invoices,
            Self::Decisions => Table::Decisions,
        }
    }
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    known_kinds(args)?;
    let clients = args.clients.iter().map(|name| vault.find_client(name));
    let clients: Vec<ClientId> = clients.collect::<Result<_, _>>()?;
    let format = args.output.format(args.format)?;
    let table = args.table.table();
    let name = args.name.clone().unwrap_or_else(|| vault.name());
    let mut parts = args.output.begin()?;
    if format == Format::Csv && !args.no_header {
        let names = table.columns().iter().map(|column| column.name);
        parts.write(session, &csv::record(names))?;
    }
    let survey = Survey::of(&vault);
    let given = (!clients.is_empty()).then_some(&clients[..]);
    let line = |row: Vec<Cell>| -> Result<String, Failure> {
        let cells: Vec<Cell> = std::iter::once(name.as_str().into()).chain(row).collect();
        Ok(match format {
            Format::Ndjson => json_line(&row_map(table, &cells))?,
            Format::Csv => {
                let texts: Vec<String> = cells.iter().map(Cell::text).collect();
                csv::record(texts.iter().map(String::as_str))
            }
        })
    };
    let mut unread = Unread::default();
    if table == Table::Notes {
        let is_asked = |cells: &Vec<Cell>| {
            let kind = cells.get(3).map(Cell::text).unwrap_or_default();
            args.kinds.is_empty() || args.kinds.contains(&kind)
        };
        survey.each_note(
            given,
            |note, place| {
                let rows = rows_of(note, place);
                rows.iter().map(note_row).filter(is_asked).collect::<Vec<_>>()
            },
            |looked| {
                unread = unread.and(Unread::of(&looked.faults));
                looked.made.into_iter().try_for_each(|row| parts.write(session, &line(row)?))
            },
        )?;
    } else {
        survey.each_client_in_turn(
            given,
            |folder| rows_of_client(&survey, &vault, session, table, &folder),
            |made| {
                let (rows, of_client) = made?;
                unread = unread.and(of_client);
                rows.into_iter().try_for_each(|row| parts.write(session, &line(row)?))
            },
        )?;
    }
    parts.finish(session)?;
    if let Some(phrase) = unread.phrase() {
        session.ui.remark(&phrase);
    }
    Ok(Outcome::Done)
}

/// Refuses a type that the format does not have, and types of another table.
fn known_kinds(args: &Args) -> Result<(), Failure> {
    if args.table != TableName::Notes && !args.kinds.is_empty() {
        return Err(Failure::new(FailureKind::Usage, Phrase::new("export-type-of-notes"))
            .hint(Phrase::new("export-type-of-notes-hint")));
    }
    let known = || KINDS.iter().map(|kind| kind.as_str());
    let unknown = args.kinds.iter().find(|kind| known().all(|known| known != kind.as_str()));
    let Some(kind) = unknown else { return Ok(()) };
    let message = Phrase::new("unknown-value").with("key", "--type").with("text", kind.as_str());
    let hint = match nearest(kind, known()) {
        Some(near) => Phrase::new("unknown-value-nearest").with("word", near),
        None => {
            let words: Vec<&str> = known().collect();
            Phrase::new("unknown-value-hint").with("words", words.join(", "))
        }
    };
    Err(Failure::new(FailureKind::Usage, message).hint(hint))
}

fn rows_of_client(
    survey: &Survey<'_>,
    vault: &Vault,
    session: &Session,
    table: Table,
    folder: &ClientFolder,
) -> Result<(Vec<Vec<Cell>>, Unread), Failure> {
    let (case, settings) = (&folder.case, vault.settings());
    let now = session.now(&settings.zone);
    let as_of = AsOf::at_instant(now, &case.client.zone);
    let assessment = assess(case, survey.catalogue(), settings, as_of);
    let owed = Owed::of(case, &surveying::client_terms(vault, &case.client)?, as_of);
    let unread = Unread::of(&folder.faults);
    let exported = Exported { case, assessment: &assessment, owed: &owed, unread: unread.notes };
    Ok((exported.rows(table), unread))
}
