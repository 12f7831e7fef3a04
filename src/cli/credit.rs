//! `casefile credit`: writes down a good moment.

use super::options::Writing;
use super::recording::{self, NewFile};
use super::session::Session;
use super::{Outcome, notes, words};
use crate::failure::Failure;
use crate::ledger::Message;
use crate::note::Kind;
use crate::note::compose::FrontMatter;
use crate::survey::Survey;

/// Write down a good moment: reports show them beside the red flags.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The client: its id, or the beginning of it.
    client: String,
    /// What went well, in a line.
    #[arg(short, long, value_name = "TEXT")]
    message: String,
    /// When: 2026-04-11 or 2026-04-11T22:40, on the client's clock; now otherwise.
    #[arg(long, value_name = "MOMENT")]
    date: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let id = vault.find_client(&args.client)?;
    let client = Survey::of(&vault).client(&id).case.client;
    let moment = words::moment(session, args.date.as_deref(), &client)?;
    let note =
        FrontMatter::new(Kind::Credit).bare("date", &moment.to_string()).with_body(&args.message);
    let folder = format!("clients/{id}");
    let message = Message {
        client: Some(id),
        action: "credit".to_owned(),
        style: vault.settings().ledger.subject,
        ..Message::default()
    };
    recording::write_new(session, &vault, &message, args.writing, || {
        let path = notes::free_path(&vault, &folder, moment, &args.message, "credit");
        vec![NewFile::new(path, note.as_str())]
    })?;
    Ok(Outcome::Done)
}
