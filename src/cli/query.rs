//! `casefile query`: the notes that a question is about.

mod answer;

use std::cmp::Ordering;
use std::collections::BTreeMap;

use clap::ValueEnum;

use super::Outcome;
use super::output::Output;
use super::session::Session;
use crate::assess::AsOf;
use crate::failure::{Failure, FailureKind};
use crate::model::ClientId;
use crate::phrase::Phrase;
use crate::query::{Field, Fields, Key, Query, QueryFault, Row, fields_of, rows_of};
use crate::report::{RowCount, RowCounts, RowView, Unread};
use crate::survey::Survey;
use answer::Answer;

/// Find notes by any field of theirs: 'flags=late-payment severity>=high date>=2026-01'.
///
/// Fields are those of the notes (severity, told.on, invoices.amount), and client, type, id, path and
/// text of every note. Operators: = != < <= > >= and ~ for "contains"; conditions beside each other
/// hold together; or, not and parentheses; "values of several words" in quotes. A field alone asks
/// whether it is there. docs/query.md has all of it.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What has to hold; every note otherwise. Put it in quotes: the shell takes > and ( for its own.
    #[arg(value_name = "EXPR")]
    expression: Vec<String>,
    /// Only this client: its id, or the beginning of it; may be given several times.
    #[arg(short, long, value_name = "CLIENT")]
    client: Vec<String>,
    /// The fields to show, divided by commas; those that are asked about otherwise.
    #[arg(long, value_name = "FIELDS", conflicts_with_all = ["count", "by"])]
    fields: Option<String>,
    /// Sort by these fields; -date for the latest first. By client and path otherwise.
    #[arg(long, value_name = "FIELDS", allow_hyphen_values = true, conflicts_with_all = ["count", "by"])]
    sort: Option<String>,
    /// Print how many there are.
    #[arg(long)]
    count: bool,
    /// Print how many there are for each value of a field.
    #[arg(long, value_name = "FIELD", conflicts_with = "count")]
    by: Option<String>,
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// A table, for a terminal.
    #[default]
    Text,
    /// One document, for programs.
    Json,
    /// One line of JSON for each row.
    Ndjson,
    /// For spreadsheets (RFC 4180); no cell is a formula.
    Csv,
}

/// What is asked, with every name of a field read.
struct Asked {
    query: Query,
    fields: Option<Vec<Field>>,
    /// By which fields, and whether from the greatest down.
    sort: Vec<(Field, bool)>,
    by: Option<Field>,
}

/// What is kept of a row that was found.
struct Found {
    view: Option<RowView>,
    cells: Vec<String>,
    keys: Vec<Option<Key>>,
    values: Vec<String>,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let survey = Survey::of(&vault);
    let clients = args.client.iter().map(|name| vault.find_client(name));
    let clients: Vec<ClientId> = clients.collect::<Result<_, _>>()?;
    let clients = (!clients.is_empty()).then_some(&clients[..]);
    let zone = &vault.settings().zone;
    let today = AsOf::at_instant(session.now(zone), zone).day;
    let text = args.expression.join(" ");
    let query = Query::parse(&text, today).map_err(|fault| refused(&text, fault))?;
    let asked = Asked {
        query,
        fields: args.fields.as_deref().map(parse_fields).transpose()?,
        sort: args.sort.as_deref().map(parse_order).transpose()?.unwrap_or_default(),
        by: args.by.as_deref().map(parse_fields).transpose()?.and_then(|mut by| by.pop()),
    };
    know_fields(args, &text, &asked, &survey)?;

    let format = args.output.format(args.format)?;
    let (columns, cells_of) = answer::columns(&asked, format);
    let listing = !args.count && asked.by.is_none();
    let find = |row: &Row<'_>| Found {
        view: (listing && matches!(format, Format::Json | Format::Ndjson))
            .then(|| RowView::of(row, asked.fields.as_deref())),
        cells: if listing && matches!(format, Format::Text | Format::Csv) {
            cells_of.iter().map(|field| row.cell(field)).collect()
        } else {
            Vec::new()
        },
        keys: asked.sort.iter().map(|(field, _)| row.key(field)).collect(),
        values: asked.by.as_ref().map(|by| row.distinct(by)).unwrap_or_default(),
    };

    let mut answer = Answer::begin(&args.output, format, columns)?;
    let mut tally = Tally::default();
    let mut sorted = Vec::new();
    survey.each_note(
        clients,
        |note, place| {
            let (mut uncompared, mut found) = (0, Vec::new());
            for row in rows_of(note, place) {
                if asked.query.holds(&row, &mut uncompared) {
                    found.push(find(&row));
                }
            }
            (uncompared, found)
        },
        |looked| {
            let (uncompared, found) = looked.made;
            tally.add(uncompared, Unread::of(&looked.faults));
            for found in found {
                tally.count(&found, asked.by.is_some());
                match (listing, asked.sort.is_empty()) {
                    (false, _) => {}
                    (true, true) => answer.put(session, &found)?,
                    (true, false) => sorted.push(found),
                }
            }
            Ok::<(), Failure>(())
        },
    )?;
    sorted.sort_by(|a, b| order(&a.keys, &b.keys, &asked.sort));
    sorted.iter().try_for_each(|found| answer.put(session, found))?;
    match &asked.by {
        _ if listing => answer.end(session, tally.rows)?,
        Some(by) => answer.counts(session, &tally.counts(by))?,
        None => answer.count(session, &RowCount::new(tally.rows))?,
    }
    tally.remark(session, listing);
    Ok(Outcome::Done)
}

/// How many rows were found, and what could not be told.
#[derive(Default)]
struct Tally {
    rows: usize,
    values: BTreeMap<Option<String>, usize>,
    uncompared: usize,
    unread: Unread,
}

impl Tally {
    fn add(&mut self, uncompared: usize, unread: Unread) {
        self.uncompared += uncompared;
        self.unread = self.unread.and(unread);
    }

    fn count(&mut self, found: &Found, by: bool) {
        self.rows += 1;
        if by && found.values.is_empty() {
            *self.values.entry(None).or_default() += 1;
        }
        for value in &found.values {
            *self.values.entry(Some(value.clone())).or_default() += 1;
        }
    }

    fn counts(&self, by: &Field) -> RowCounts {
        let counts = self.values.iter().map(|(value, count)| (value.clone(), *count));
        RowCounts::new(by.name(), self.rows, counts)
    }

    /// What is said beside the answer.
    fn remark(&self, session: &Session, listing: bool) {
        if listing {
            session.ui.remark(&Phrase::new("query-found").with("count", self.rows));
        }
        if self.uncompared > 0 {
            session.ui.remark(&Phrase::new("query-uncompared").with("count", self.uncompared));
        }
        if let Some(phrase) = self.unread.phrase() {
            session.ui.remark(&phrase);
        }
    }
}

/// Rows without a value come last, whichever way.
fn order(a: &[Option<Key>], b: &[Option<Key>], by: &[(Field, bool)]) -> Ordering {
    for ((a, b), (_, down)) in a.iter().zip(b).zip(by) {
        let order = match (a, b) {
            (Some(a), Some(b)) if *down => b.cmp(a),
            (Some(a), Some(b)) => a.cmp(b),
            _ => a.is_none().cmp(&b.is_none()),
        };
        if order.is_ne() {
            return order;
        }
    }
    Ordering::Equal
}

fn refused(typed: &str, fault: QueryFault) -> Failure {
    let failure = Failure::new(FailureKind::Usage, fault.message).at(typed, fault.span);
    fault.hint.into_iter().fold(failure, Failure::hint)
}

fn parse_fields(text: &str) -> Result<Vec<Field>, Failure> {
    Query::parse_fields(text).map_err(|fault| refused(text, fault))
}

fn parse_order(text: &str) -> Result<Vec<(Field, bool)>, Failure> {
    let directed = |mut field: Field| {
        let down = field.keys[0].starts_with('-');
        if down {
            field.keys[0].remove(0);
            field.span.start += 1;
        }
        (field, down)
    };
    Ok(parse_fields(text)?.into_iter().map(directed).collect())
}

/// Refuses a field that neither the format nor any note of the vault has.
fn know_fields(args: &Args, text: &str, asked: &Asked, survey: &Survey<'_>) -> Result<(), Failure> {
    let typed = |text: &Option<String>| text.clone().unwrap_or_default();
    let (fields, sort, by) = (typed(&args.fields), typed(&args.sort), typed(&args.by));
    let named: Vec<(&str, &Field)> = (asked.query.fields.iter().map(|field| (text, field)))
        .chain(asked.fields.iter().flatten().map(|field| (fields.as_str(), field)))
        .chain(asked.sort.iter().map(|(field, _)| (sort.as_str(), field)))
        .chain(asked.by.iter().map(|field| (by.as_str(), field)))
        .collect();
    let mut known = Fields::default();
    if named.iter().any(|(_, field)| !field.is_of_format()) {
        // The whole vault, whichever clients are asked about: a field may be somebody's own.
        survey.each_note(
            None,
            |note, _| note.root().map(fields_of).unwrap_or_default(),
            |looked| {
                known.extend(looked.made);
                Ok::<(), Failure>(())
            },
        )?;
    }
    named
        .into_iter()
        .try_for_each(|(typed, field)| known.know(field).map_err(|fault| refused(typed, fault)))
}
