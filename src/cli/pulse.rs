//! `casefile pulse`: how a client weighs on the user.

use super::options::Writing;
use super::recording::{self, NewFile};
use super::session::Session;
use super::{Outcome, notes, words};
use crate::failure::{Failure, FailureKind};
use crate::ledger::Message;
use crate::model::Sleep;
use crate::note::Kind;
use crate::note::compose::FrontMatter;
use crate::phrase::Phrase;
use crate::survey::Survey;

/// Write down how this client weighs on you, next to how the work itself does.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The client: its id, or the beginning of it.
    client: String,
    /// Stress from the client, 1 (none) to 5; asked for otherwise.
    #[arg(long, value_name = "1-5", value_parser = clap::value_parser!(u8).range(1..=5))]
    client_stress: Option<u8>,
    /// Stress from the work itself, 1 (none) to 5; asked for otherwise.
    #[arg(long, value_name = "1-5", value_parser = clap::value_parser!(u8).range(1..=5))]
    work_stress: Option<u8>,
    /// You dread their name in the inbox.
    #[arg(long)]
    dread: bool,
    /// How you slept: kept, lost.
    #[arg(long, value_name = "SLEEP", value_parser = words::sleep)]
    sleep: Option<Sleep>,
    /// A line about it.
    #[arg(short, long, value_name = "TEXT", default_value = "")]
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
    let of_client = stress(session, args.client_stress, "--client-stress", &client.name)?;
    let of_work = stress(session, args.work_stress, "--work-stress", &client.name)?;
    let front = FrontMatter::new(Kind::Pulse)
        .bare("date", &moment.to_string())
        .bare("client-stress", &of_client.to_string())
        .bare("work-stress", &of_work.to_string());
    let front = if args.dread { front.bare("dread", "true") } else { front };
    let front = match args.sleep {
        Some(sleep) => front.bare("sleep", sleep.as_str()),
        None => front,
    };
    let folder = format!("clients/{id}");
    let note = front.with_body(&args.message);
    let message = Message {
        client: Some(id),
        action: "pulse".to_owned(),
        style: vault.settings().ledger.subject,
        ..Message::default()
    };
    recording::write_new(session, &vault, &message, args.writing, || {
        let path = notes::free_path(&vault, &folder, moment, "", "pulse");
        vec![NewFile::new(path, note.as_str())]
    })?;
    Ok(Outcome::Done)
}

/// The number that was given, or asked for.
fn stress(
    session: &Session,
    given: Option<u8>,
    flag: &'static str,
    client: &str,
) -> Result<u8, Failure> {
    if let Some(stress) = given {
        return Ok(stress);
    }
    let question = Phrase::new(match flag {
        "--client-stress" => "ask-client-stress",
        _ => "ask-work-stress",
    })
    .with("client", client);
    while let Some(answer) = session.ui.ask(&question)? {
        match answer.parse() {
            Ok(stress @ 1..=5) => return Ok(stress),
            _ => session.ui.remark(&Phrase::new("ask-one-to-five")),
        }
    }
    Err(Failure::new(FailureKind::Usage, Phrase::new("missing-flag").with("flag", flag))
        .hint(Phrase::new("missing-flag-hint").with("flag", flag)))
}
