//! `casefile explode`: a list of incidents in a note becomes a note for each.

use std::path::PathBuf;

use super::Outcome;
use super::options::Writing;
use super::paths::below_vault;
use super::recording::{self, NewFile};
use super::session::Session;
use super::turn::{Turn, in_turn};
use crate::failure::{Failure, FailureKind};
use crate::ledger::Message;
use crate::model::{Case, IncidentId};
use crate::note::compose::slug;
use crate::note::explode::{ExplodeError, Exploded, ExplodedNote, explode};
use crate::note::{Kind, Note};
use crate::phrase::Phrase;
use crate::survey::Survey;
use crate::vault::{Vault, files};

/// Turn the list `incidents:` of a note into a note for each: nothing is lost, nothing else of
/// the note changes, and no file is written over.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The note with the list.
    note: PathBuf,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let session = &*session;
    in_turn(&vault, args.writing, false, |turn| take_apart(args, session, &vault, turn))?;
    Ok(Outcome::Done)
}

fn take_apart(
    args: &Args,
    session: &Session,
    vault: &Vault,
    turn: &Turn<'_>,
) -> Result<(), Failure> {
    let path = below_vault(&args.note, vault, session)?;
    let client = match path.split('/').collect::<Vec<_>>()[..] {
        ["clients", client, .., name] if name.ends_with(".md") => client,
        _ => {
            return Err(refused(Phrase::new("explode-no-note").with("note", path.as_str()))
                .hint(Phrase::new("explode-no-note-hint")));
        }
    };
    let id = vault.find_client(client)?;
    let case = Survey::of(vault).client(&id).case;
    let bytes = files::read(&vault.root().join(&path))?.unwrap_or_default();
    let text = std::str::from_utf8(&bytes)
        .map_err(|_| refused(Phrase::new("note-not-utf8").with("note", path.as_str())))?;
    let note = Note::parse(&path, text, &mut Vec::new());
    if note.kind == Some(Kind::Decision) {
        return Err(refused(Phrase::new("path-never-changes").with("path", path.as_str()))
            .hint(Phrase::new("path-never-changes-hint")));
    }
    let exploded = explode(&note, &case.client, |id| is_cited(&case, id))
        .map_err(|error| not_taken_apart(error, &path))?;
    let message = Message {
        client: Some(id),
        action: format!("explode {} incidents", exploded.notes.len()),
        statement: note.stem().to_owned(),
        style: vault.settings().ledger.subject,
        ..Message::default()
    };
    let is_empty = note.kind == Some(Kind::Incident) && note.parts.body.of(text).trim().is_empty();
    let new = new_files(vault, &path, &bytes, exploded);
    recording::write(session, vault, turn, &new, message, args.writing)?;
    if is_empty {
        session.ui.remark(&Phrase::new("explode-left").with("note", path.as_str()));
    }
    Ok(())
}

/// The new notes beside the old one, each under a name that is free, and the old one last.
fn new_files(vault: &Vault, path: &str, bytes: &[u8], exploded: Exploded) -> Vec<NewFile> {
    let folder = path.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut new: Vec<NewFile> = Vec::new();
    for note in exploded.notes {
        let stem = format!("{folder}/{}-{}", note.moment.day, name(&note));
        let is_taken = |path: &String| {
            vault.root().join(path).exists() || new.iter().any(|file| file.path == *path)
        };
        let free = std::iter::once(format!("{stem}.md"))
            .chain((2..).map(|number| format!("{stem}-{number}.md")))
            .find(|path| !is_taken(path));
        new.push(NewFile::new(free.unwrap_or(stem), note.text));
    }
    new.push(NewFile::replacing(path, bytes, exploded.rest));
    new
}

fn name(note: &ExplodedNote) -> String {
    let slug = slug(note.words.lines().next().unwrap_or_default());
    if slug.is_empty() { "incident".to_owned() } else { slug }
}

/// Whether a decision rests on the incident by this name.
fn is_cited(case: &Case, id: &IncidentId) -> bool {
    case.decisions.iter().flat_map(|decision| &decision.because).any(|cited| cited.incident == *id)
}

fn refused(message: Phrase) -> Failure {
    Failure::new(FailureKind::Refused, message)
}

fn not_taken_apart(error: ExplodeError, path: &str) -> Failure {
    match error {
        ExplodeError::NoList => refused(Phrase::new("explode-no-list").with("note", path))
            .hint(Phrase::new("explode-no-list-hint")),
        ExplodeError::Item(number) => {
            refused(Phrase::new("explode-item").with("note", path).with("number", number))
                .hint(Phrase::new("explode-item-hint").with("note", path))
        }
        ExplodeError::Rest => refused(Phrase::new("cannot-edit").with("note", path))
            .hint(Phrase::new("explode-rest-hint")),
    }
}
