//! `casefile new`: a client note from a template.

use super::options::Writing;
use super::recording::{self, NewFile};
use super::session::Session;
use super::turn::in_turn;
use super::{Outcome, surveying};
use crate::failure::{Failure, FailureKind};
use crate::ledger::Message;
use crate::locale::Locale;
use crate::model::ClientId;
use crate::note::compose::slug;
use crate::phrase::Phrase;
use crate::report::NewClientView;

/// Make the folder and the note of a new client.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// What the client is called; the id of the folder is made from it.
    name: String,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let id = slug(&args.name);
    if id.is_empty() {
        return Err(Failure::new(
            FailureKind::Usage,
            Phrase::new("no-id-in-name").with("name", args.name.as_str()),
        )
        .hint(Phrase::new("no-id-in-name-hint")));
    }
    let settings = vault.settings();
    let language = settings.language.unwrap_or_else(|| session.ui.locale().language());
    let view = NewClientView {
        name: args.name.clone(),
        language: language.code(),
        timezone: settings.zone.iana_name().unwrap_or("UTC").to_owned(),
        currency: settings.currency.code(),
    };
    let note =
        surveying::templates(&vault)?.render("new-client.md", &view, Locale::of(language))?;
    let message = Message {
        client: Some(ClientId::new(id.as_str())),
        action: "new client".to_owned(),
        style: settings.ledger.subject,
        ..Message::default()
    };
    let file = NewFile::new(format!("clients/{id}/{id}.md"), note);
    in_turn(&vault, args.writing, false, |turn| {
        recording::write(session, &vault, turn, &[file], message, args.writing)
    })?;
    Ok(Outcome::Done)
}
