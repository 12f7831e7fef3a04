//! `casefile status`, and `casefile` alone: one line for each client.

use rayon::prelude::*;

use super::on_file::Day;
use super::output::{Output, TextOrJson};
use super::session::Session;
use super::{Outcome, surveying, words};
use crate::failure::Failure;
use crate::model::Standing;
use crate::render;
use crate::report::StatusView;
use crate::survey::Survey;

/// Print one line for each client: standing, score and its direction, stage, what is due next.
#[derive(Debug, Default, clap::Args)]
pub(super) struct Args {
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<TextOrJson>,
    #[command(flatten)]
    day: Day,
    #[command(flatten)]
    output: Output,
    /// Exit with 1 where a standing is this or worse: watch, boundary, exit.
    #[arg(long, value_name = "STANDING", value_parser = words::standing)]
    fail_on: Option<Standing>,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let survey = Survey::of(&vault);
    let view = match args.day.date(session, &vault.settings().zone)? {
        Some(date) => {
            let shown = args.day.ask(session, &vault, &survey, &[])?;
            let lines = shown.par_iter();
            let lines = lines.map(|one| surveying::status_line(&one.known(&vault, &survey)));
            StatusView::new(session.now(&vault.settings().zone), lines.collect()).as_of(date)
        }
        None => surveying::status_view(&survey, &vault, session)?,
    };
    let text = match args.output.format(args.format)? {
        TextOrJson::Text => render::status_text(&view, session.ui.locale(), session.text_style()),
        TextOrJson::Json => render::json_said(&view, session.ui.locale())?,
    };
    args.output.write(session, &text)?;
    let worst = view
        .clients
        .iter()
        .filter(|client| !client.stage.is_over())
        .map(|client| client.standing)
        .max();
    let failed = args.fail_on.is_some_and(|limit| worst.is_some_and(|worst| worst >= limit));
    Ok(if failed { Outcome::Found } else { Outcome::Done })
}
