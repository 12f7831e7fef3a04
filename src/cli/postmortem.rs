//! `casefile postmortem`: makes the document, or makes its generated parts anew.

use super::options::Writing;
use super::recording::{self, NewFile};
use super::session::Session;
use super::turn::in_turn;
use super::{Outcome, surveying};
use crate::failure::{Failure, FailureKind};
use crate::ledger::Message;
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::render;
use crate::report::postmortem::{PostmortemError, PostmortemView, refresh};
use crate::vault::files;

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
        let message = Message {
            client: Some(client.id.clone()),
            action: "postmortem".to_owned(),
            style: known.vault.settings().ledger.subject,
            ..Message::default()
        };
        let path = format!("clients/{}/postmortem.md", client.id);
        in_turn(known.vault, args.writing, false, |turn| {
            let new = match files::read(&known.vault.root().join(&path))? {
                None => NewFile::new(path, fresh),
                Some(old) => match refreshed(&path, &old, &fresh, session)? {
                    Some(text) => NewFile::replacing(path, old, text),
                    None => {
                        session.ui.remark(&Phrase::new("postmortem-up-to-date"));
                        return Ok(());
                    }
                },
            };
            recording::write(session, known.vault, turn, &[new], message, args.writing)
        })?;
        Ok(Outcome::Done)
    })
}

/// The user's document with its generated parts made anew; `None` where nothing changes.
fn refreshed(
    path: &str,
    old: &[u8],
    fresh: &str,
    session: &Session,
) -> Result<Option<String>, Failure> {
    let old = std::str::from_utf8(old).map_err(|_| {
        Failure::new(FailureKind::Refused, Phrase::new("note-not-utf8").with("note", path))
    })?;
    let refreshed = refresh(old, fresh).map_err(|PostmortemError::NoParts| {
        Failure::new(FailureKind::Refused, Phrase::new("postmortem-no-parts").with("note", path))
            .hint(Phrase::new("postmortem-no-parts-hint"))
    })?;
    refreshed.problems.iter().for_each(|problem| session.ui.remark(&problem.phrase()));
    Ok((refreshed.text != old).then_some(refreshed.text))
}
