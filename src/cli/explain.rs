//! `casefile explain`: the score of a client, term by term.

use super::output::Question;
use super::session::Session;
use super::{Outcome, surveying};
use crate::failure::Failure;
use crate::render;

/// Print the score of a client, term by term, and what would change the standing.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    question: Question,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let question = &args.question;
    surveying::about(session, &question.client, &question.day, |session, known| {
        let view = surveying::explain_view(known);
        let (locale, style) = (session.ui.locale(), session.text_style());
        question.answer(
            session,
            || render::explain_text(&view, locale, style),
            || render::json_said(&view, session.ui.locale()),
        )
    })?;
    Ok(Outcome::Done)
}
