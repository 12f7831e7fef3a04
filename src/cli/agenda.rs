//! `casefile agenda`: what has to be done on which day, over all clients or some.

use std::collections::BTreeSet;

use clap::ValueEnum;
use jiff::ToSpan;
use jiff::civil::Date;

use super::output::Output;
use super::session::Session;
use super::{Outcome, surveying};
use crate::assess::AsOf;
use crate::failure::{Failure, FailureKind};
use crate::note::parse_moment;
use crate::phrase::Phrase;
use crate::render::{self, mark::MARK};
use crate::survey::Survey;

/// Days that are shown where no last day is given.
const AHEAD: i32 = 30;

/// Print what has to be done on which day: reviews, reminders, notice ends, access, lessons.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The clients: their ids, or the beginnings of them; all of them otherwise.
    clients: Vec<String>,
    /// The last day to show: 2026-12-31; 30 days from today otherwise.
    #[arg(long, value_name = "DATE")]
    until: Option<String>,
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal.
    #[default]
    Text,
    /// A checklist, to print or to send.
    #[value(alias = "md")]
    Markdown,
    /// For programs.
    Json,
    /// For a calendar (RFC 5545).
    Ics,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let zone = &vault.settings().zone;
    let today = AsOf::at_instant(session.now(zone), zone).day;
    let until = match args.until.as_deref() {
        Some(text) => parse_moment(text, zone).map(|moment| moment.day).ok_or_else(|| {
            Failure::new(FailureKind::Usage, Phrase::new("not-a-moment").with("text", text))
                .hint(Phrase::new("not-a-moment-hint"))
        })?,
        None => ahead(today),
    };
    let clients = match &args.clients[..] {
        [] => vault.client_ids()?,
        names => {
            let ids = names.iter().map(|name| vault.find_client(name));
            ids.collect::<Result<BTreeSet<_>, _>>()?.into_iter().collect()
        }
    };
    let days = (today, until);
    let view = surveying::agenda_view(&Survey::of(&vault), &vault, session, &clients, days)?;
    let locale = session.ui.locale();
    let text = match args.output.format(args.format)? {
        Format::Text => render::agenda_text(&view, locale, session.text_style()),
        Format::Markdown => {
            render::agenda_markdown(&surveying::templates(&vault)?, &view, locale)? + MARK
        }
        Format::Json => render::json(&view)?,
        Format::Ics => render::agenda_ics(&view, locale),
    };
    args.output.write(session, &text)?;
    Ok(Outcome::Done)
}

fn ahead(today: Date) -> Date {
    today.saturating_add(AHEAD.days())
}
