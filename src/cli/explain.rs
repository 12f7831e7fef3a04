//! `casefile explain`: the score of a client, term by term.

use super::output::{Output, TextOrJson};
use super::session::Session;
use super::{Outcome, surveying};
use crate::failure::Failure;
use crate::render;
use crate::survey::Survey;

/// Print the score of a client, term by term, and what would change the standing.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The client: its id, or the beginning of it.
    client: String,
    /// As it was known on that day: 2026-11-20 or 2026-11-20T09:00.
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<TextOrJson>,
    #[command(flatten)]
    output: Output,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let id = vault.find_client(&args.client)?;
    let survey = Survey::of(&vault);
    let case = survey.client(&id).case;
    let as_of = session.as_of(args.as_of.as_deref(), &case.client)?;
    let view = surveying::explain_view(&survey, &vault, &case, as_of);
    let text = match args.format.or_else(|| args.output.format()).unwrap_or_default() {
        TextOrJson::Text => render::explain_text(&view, session.ui.locale(), session.text_style()),
        TextOrJson::Json => render::json(&view)?,
    };
    args.output.write(session, &text)?;
    Ok(Outcome::Done)
}
