//! `casefile postmortem`: makes the document, or makes its generated parts anew.

use super::document::{self, Document};
use super::options::Writing;
use super::session::Session;
use super::{Outcome, surveying};
use crate::failure::Failure;
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::render;
use crate::report::postmortem::PostmortemView;

/// Make the postmortem of a client, or refresh it: what you wrote in it is never touched.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The client: its id, or the beginning of it.
    client: String,
    /// By today's files, without what is dated after that day: 2026-11-20 or 2026-11-20T09:00.
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    surveying::about_files(session, &args.client, args.as_of.as_deref(), |session, known| {
        let view = PostmortemView::of(known.case, known.catalogue, &known.assessment())
            .with_unread(known.unread);
        let client = &known.case.client;
        let templates = surveying::templates(known.vault)?;
        let fresh = render::postmortem_markdown(&templates, &view, Locale::of(client.language))?;
        let document = Document {
            client: &client.id,
            name: "postmortem.md",
            action: "postmortem",
            fresh,
            unchanged: Phrase::new("postmortem-up-to-date"),
        };
        document::write(session, known.vault, document, args.writing)?;
        Ok(Outcome::Done)
    })
}
