//! `casefile learn`: what the user's own closed cases teach.

use clap::ValueEnum;
use rayon::prelude::*;

use super::on_file::Day;
use super::output::Output;
use super::session::Session;
use super::{Outcome, surveying};
use crate::failure::Failure;
use crate::learn::ClosedCase;
use crate::render::{self, mark::MARK};
use crate::report::{LearnView, Names, Unread};
use crate::survey::Survey;

/// Print what your own closed cases teach: which red flags came first, how long until something
/// was decided, what waiting cost, which screening answers went with bad ends.
///
/// Every figure comes with the number of its cases and an interval; below five closed cases there
/// is none.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    day: Day,
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
    /// For a note or a pull request.
    #[value(alias = "md")]
    Markdown,
    /// For programs.
    Json,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let survey = Survey::of(&vault);
    let questions = &survey.questions().set;
    let shown = args.day.ask(session, &vault, &survey, &[])?;
    let read: Vec<(Option<ClosedCase>, Unread)> = shown
        .par_iter()
        .map(|one| {
            let known = one.known(&vault, &survey);
            let (catalogue, settings) = (known.catalogue, known.settings);
            let case = ClosedCase::of(known.case, catalogue, settings, questions, known.as_of);
            (case, known.unread)
        })
        .collect();
    let zone = &vault.settings().zone;
    let today = match args.day.date(session, zone)? {
        Some(day) => day,
        None => crate::assess::AsOf::at_instant(session.now(zone), zone).day,
    };
    let unread = read.iter().fold(Unread::default(), |all, (_, unread)| all.and(*unread));
    let cases: Vec<ClosedCase> = read.into_iter().filter_map(|(case, _)| case).collect();
    let names = Names::all(survey.catalogue());
    let view = LearnView::of(cases, &names, today).with_unread(unread);
    let locale = session.ui.locale();
    let text = match args.output.format(args.format)? {
        Format::Text => render::learn_text(&view, locale, session.text_style()),
        Format::Markdown => {
            render::learn_markdown(&surveying::templates(&vault)?, &view, locale)? + MARK
        }
        Format::Json => render::json_said(&view, locale)?,
    };
    args.output.write(session, &text)?;
    Ok(Outcome::Done)
}
