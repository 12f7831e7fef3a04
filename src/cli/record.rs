//! `casefile record`: commits notes that were edited by hand.

use std::collections::BTreeSet;

use super::recording;
use super::session::Session;
use super::{Outcome, decision};
use crate::failure::{Failure, FailureKind};
use crate::ledger::{Change, How, Ledger, Message, Unrecorded, UnrecordedState};
use crate::model::{ClientId, Exhibit};
use crate::phrase::Phrase;
use crate::survey::Survey;
use crate::vault::{SETTINGS_FILE, Vault};

/// Commit the notes you wrote or edited by hand: one commit, and one for each decision.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The client whose notes are recorded; the whole vault otherwise.
    client: Option<String>,
    /// Why, in your words.
    #[arg(short, long, value_name = "TEXT", default_value = "")]
    message: String,
    /// Show what would be recorded; commit nothing.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let client = args.client.as_deref().map(|name| vault.find_client(name)).transpose()?;
    let folder = client.as_ref().map_or_else(String::new, |id| format!("clients/{id}"));
    let ledger = Ledger::open(vault.root())?;
    // Taking the lock may finish what a killed run began: a dry run writes nothing.
    let lock = if args.dry_run { None } else { Some(ledger.lock()?) };
    let (unrecorded, foreign): (Vec<Unrecorded>, Vec<Unrecorded>) = ledger
        .unrecorded(&folder)?
        .into_iter()
        .partition(|file| file.utf8 && !file.staged && belongs(&file.path));
    let (apart, unrecorded) = kept_apart(&vault, unrecorded);
    for file in apart {
        session.ui.remark(&Phrase::new("left-detached").with("path", file.path));
    }
    for file in foreign {
        let key = match &file {
            Unrecorded { utf8: false, .. } => "left-unnamed",
            Unrecorded { staged: true, .. } => "left-staged",
            Unrecorded { .. } => "left-alone",
        };
        session.ui.remark(&Phrase::new(key).with("path", file.path));
    }
    let (decisions, notes): (Vec<Unrecorded>, Vec<Unrecorded>) =
        unrecorded.into_iter().partition(|file| is_decision(&file.path));
    if let Some(file) = decisions.iter().find(|file| file.state != UnrecordedState::New) {
        return Err(decision_changed(file));
    }
    if decisions.is_empty() && notes.is_empty() {
        session.ui.remark(&Phrase::new("nothing-to-record-hint"));
        return Ok(Outcome::Done);
    }
    let mut commits: Vec<(Vec<Unrecorded>, Message)> = Vec::new();
    if !notes.is_empty() {
        let message = message_of_notes(&notes, client, &args.message, &vault);
        commits.push((notes, message));
    }
    for (file, message) in decision::messages(&vault, decisions) {
        commits.push((vec![file], message));
    }
    let (mut answered, mut done) = (Ok(()), Vec::new());
    for (files, message) in commits {
        let Some(lock) = &lock else {
            session.ui.answer(&message.render())?;
            session.ui.answer_line("")?;
            continue;
        };
        let changes =
            files.iter().map(|file| Change { path: file.path.clone(), how: How::AsIs }).collect();
        let record = recording::record_of(session, &vault, &ledger, changes, message)?;
        let recorded = recording::land(session, lock, &record)?;
        let subject = record.message.subject();
        let commit = recording::short(&recorded);
        // Where one answer cannot be written, what is left is recorded all the same.
        answered = answered.and(session.ui.answer_line(&format!("{commit} {subject}")));
        done.push(commit);
    }
    answered.map_err(|failure: Failure| {
        let commits = Phrase::new("unanswered-commits").with("count", done.len());
        failure.unanswered(commits.with("commits", done.join("`, `")))
    })?;
    Ok(Outcome::Done)
}

/// Whether a file is of the vault: what lies in its folders, notes beside them, its settings.
fn belongs(path: &str) -> bool {
    let hidden = path.split('/').any(|part| part.starts_with('.'));
    let of_vault =
        ["clients/", "flags/", "templates/", "anchors/"].iter().any(|top| path.starts_with(top));
    let beside = !path.contains('/') && (path.ends_with(".md") || path == SETTINGS_FILE);
    (!hidden && (of_vault || beside))
        || matches!(path, ".gitattributes" | ".gitignore")
        || path.starts_with(".github/")
}

fn is_decision(path: &str) -> bool {
    let parts: Vec<&str> = path.split('/').collect();
    matches!(parts[..], ["clients", _, "decisions", name] if name.ends_with(".md"))
}

/// Parts off the files of exhibits that are kept apart: git is not to have their bytes.
fn kept_apart(vault: &Vault, unrecorded: Vec<Unrecorded>) -> (Vec<Unrecorded>, Vec<Unrecorded>) {
    let is_original = |file: &&Unrecorded| {
        file.state != UnrecordedState::Removed
            && file.path.starts_with("clients/")
            && !file.path.ends_with(".md")
    };
    let clients: BTreeSet<ClientId> = unrecorded
        .iter()
        .filter(is_original)
        .filter_map(|file| file.path.split('/').nth(1).map(ClientId::new))
        .collect();
    let survey = Survey::of(vault);
    let apart: BTreeSet<String> = clients
        .iter()
        .flat_map(|id| survey.client(id).case.exhibits)
        .filter(Exhibit::is_detached)
        .map(|exhibit| exhibit.path())
        .collect();
    unrecorded.into_iter().partition(|file| apart.contains(&file.path))
}

/// A decision is never edited: what was changed by hand is not recorded in silence.
fn decision_changed(file: &Unrecorded) -> Failure {
    let path = file.path.as_str();
    let message = Phrase::new(match file.state {
        UnrecordedState::Removed => "decision-removed",
        UnrecordedState::New | UnrecordedState::Changed => "decision-changed",
    });
    Failure::new(FailureKind::Refused, message.with("path", path))
        .hint(Phrase::new("decision-changed-hint").with("path", path))
}

fn message_of_notes(
    notes: &[Unrecorded],
    client: Option<ClientId>,
    why: &str,
    vault: &Vault,
) -> Message {
    const LISTED: usize = 50;
    let mut body = why.to_owned();
    if !body.is_empty() {
        body.push_str("\n\n");
    }
    for note in notes.iter().take(LISTED) {
        let state = match note.state {
            UnrecordedState::New => "added",
            UnrecordedState::Changed => "changed",
            UnrecordedState::Removed => "removed",
        };
        body.push_str(&format!("{state} {}\n", note.path));
    }
    if notes.len() > LISTED {
        body.push_str(&format!("and {} more\n", notes.len() - LISTED));
    }
    let plural = if notes.len() == 1 { "" } else { "s" };
    Message {
        client,
        action: format!("record {} file{plural}", notes.len()),
        statement: why.lines().next().unwrap_or_default().to_owned(),
        body,
        trailers: Vec::new(),
        style: vault.settings().ledger.subject,
    }
}
