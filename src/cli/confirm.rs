//! `casefile confirm` and `casefile dismiss`: what a suspected incident turned out to be.

use super::options::Writing;
use super::recording::{self, NewFile};
use super::session::Session;
use super::turn::{Turn, in_turn};
use super::{Outcome, words};
use crate::failure::{Failure, FailureKind};
use crate::ledger::Message;
use crate::model::{Incident, Status, composed};
use crate::note::body::reading_section;
use crate::note::edit::set_scalar;
use crate::note::{Note, nearest};
use crate::phrase::Phrase;
use crate::survey::Survey;
use crate::vault::{Vault, files};

/// Say that a suspected incident was what it seemed: it counts in full from now on.
#[derive(Debug, clap::Args)]
pub(super) struct ConfirmArgs {
    #[command(flatten)]
    verified: Verified,
}

/// Say that an incident was something else: it counts nothing, and stays on file.
#[derive(Debug, clap::Args)]
pub(super) struct DismissArgs {
    #[command(flatten)]
    verified: Verified,
}

#[derive(Debug, clap::Args)]
struct Verified {
    /// The client: its id, or the beginning of it.
    client: String,
    /// The incident: the name of its note.
    incident: String,
    /// What they said when you asked; it is added to the note.
    #[arg(short, long, value_name = "TEXT")]
    message: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn confirm(args: &ConfirmArgs, session: &mut Session) -> Result<Outcome, Failure> {
    set_status(&args.verified, Status::Confirmed, session)
}

pub(super) fn dismiss(args: &DismissArgs, session: &mut Session) -> Result<Outcome, Failure> {
    set_status(&args.verified, Status::Dismissed, session)
}

fn set_status(args: &Verified, status: Status, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let session = &*session;
    // From reading the note to writing it nobody else answers: of two answers none is lost.
    in_turn(&vault, args.writing, false, |turn| answer(args, status, session, &vault, turn))?;
    Ok(Outcome::Done)
}

fn answer(
    args: &Verified,
    status: Status,
    session: &Session,
    vault: &Vault,
    turn: &Turn<'_>,
) -> Result<(), Failure> {
    let id = vault.find_client(&args.client)?;
    let case = Survey::of(vault).client(&id).case;
    let incident = find(&case.incidents, &args.incident)?;
    let path = vault.root().join(&incident.note);
    let bytes = files::read(&path)?.unwrap_or_default();
    let text = String::from_utf8(bytes.clone()).map_err(|_| {
        Failure::new(
            FailureKind::Refused,
            Phrase::new("note-not-utf8").with("note", incident.note.as_str()),
        )
    })?;
    if has_list(&incident.note, &text) {
        return Err(Failure::new(
            FailureKind::Refused,
            Phrase::new("incident-in-list").with("note", incident.note.as_str()),
        )
        .hint(Phrase::new("incident-in-list-hint").with("note", incident.note.as_str())));
    }
    let mut edited = set_scalar(&text, "status", status.as_str()).map_err(|error| {
        Failure::new(
            FailureKind::Refused,
            Phrase::new("cannot-edit").with("note", incident.note.as_str()),
        )
        .because(error)
        .hint(Phrase::new("cannot-edit-hint").with("status", status.as_str()))
    })?;
    if let Some(said) = &args.message {
        let moment = words::moment(session, None, &case.client)?;
        edited = with_answer(&incident.note, &edited, &format!("{}: {said}", moment.day));
    }
    let message = Message {
        client: Some(id),
        action: format!("incident {}", status.as_str()),
        statement: incident.id.to_string(),
        body: args.message.clone().unwrap_or_default(),
        style: vault.settings().ledger.subject,
        ..Message::default()
    };
    let note = NewFile::replacing(incident.note.clone(), bytes, edited);
    recording::write(session, vault, turn, &[note], message, args.writing)
}

/// Whether incidents are items of a list in the note, so that no key of it is of one alone.
fn has_list(path: &str, text: &str) -> bool {
    let note = Note::parse(path, text, &mut Vec::new());
    let list = note.root().and_then(|root| root.get("incidents"));
    list.is_some_and(|list| list.items().next().is_some())
}

/// The note with an answer at the end of the facts: before the reading, where there is one.
fn with_answer(path: &str, text: &str, answer: &str) -> String {
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let body = Note::parse(path, text, &mut Vec::new()).parts.body;
    let at = reading_section(text, body).map_or(text.len(), |(section, _)| section.start);
    let (facts, rest) = text.split_at(at);
    let gap = if facts.ends_with('\n') { ending.to_owned() } else { ending.repeat(2) };
    let gap = if facts.ends_with(&ending.repeat(2)) { String::new() } else { gap };
    let after = if rest.is_empty() { "" } else { ending };
    format!("{facts}{gap}{answer}{ending}{after}{rest}")
}

fn find<'c>(incidents: &'c [Incident], name: &str) -> Result<&'c Incident, Failure> {
    let name = composed(name.trim_end_matches(".md"));
    let name = name.as_ref();
    let ids = || incidents.iter().map(|incident| incident.id.as_str());
    if let Some(incident) = incidents.iter().find(|incident| incident.id.as_str() == name) {
        return Ok(incident);
    }
    let mut beginning = incidents.iter().filter(|incident| incident.id.as_str().starts_with(name));
    if let (Some(incident), None) = (beginning.next(), beginning.next()) {
        return Ok(incident);
    }
    let failure =
        Failure::new(FailureKind::NotFound, Phrase::new("no-incident").with("name", name));
    Err(match nearest(name, ids()) {
        Some(near) => failure.hint(Phrase::new("no-incident-nearest").with("name", near)),
        None => failure.hint(
            Phrase::new("no-incident-known").with("names", ids().collect::<Vec<_>>().join(", ")),
        ),
    })
}
