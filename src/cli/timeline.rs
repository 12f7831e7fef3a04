//! `casefile timeline`: everything dated about a client, in order.

use super::output::Question;
use super::session::Session;
use super::{Outcome, surveying};
use crate::failure::Failure;
use crate::render;
use crate::report::TimelineView;

/// Print everything dated about a client, in order.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    #[command(flatten)]
    question: Question,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let question = &args.question;
    surveying::about(session, &question.client, &question.day, |session, known| {
        let view = TimelineView::of(known.case, known.catalogue, &known.assessment())
            .with_unread(known.unread)
            .with_on_file(known.on_file.clone());
        let (locale, style) = (session.ui.locale(), session.text_style());
        question.answer(
            session,
            || render::timeline_text(&view, locale, style),
            || render::json_said(&view, session.ui.locale()),
        )
    })?;
    Ok(Outcome::Done)
}
