//! `casefile timeline`: everything dated about a client, in order.

use super::Outcome;
use super::output::{Output, TextOrJson};
use super::session::Session;
use crate::assess::assess;
use crate::failure::Failure;
use crate::render;
use crate::report::TimelineView;
use crate::survey::Survey;

/// Print everything dated about a client, in order.
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
    let assessment = assess(&case, survey.catalogue(), vault.settings(), as_of);
    let view = TimelineView::of(&case, survey.catalogue(), &assessment);
    let text = match args.format.or_else(|| args.output.format()).unwrap_or_default() {
        TextOrJson::Text => render::timeline_text(&view, session.ui.locale(), session.text_style()),
        TextOrJson::Json => render::json(&view)?,
    };
    args.output.write(session, &text)?;
    Ok(Outcome::Done)
}
