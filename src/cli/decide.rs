//! `casefile decide`: writes a decision note and commits it.

use std::path::PathBuf;

use jiff::civil::Date;

use super::options::Writing;
use super::recording::{self, NewFile};
use super::session::Session;
use super::{Outcome, evidence, recorded_decision, words};
use crate::assess::{AsOf, assess};
use crate::decide::{self, NewDecision, Request, Resolved};
use crate::failure::{Failure, FailureKind};
use crate::ledger::{Ledger, Message};
use crate::model::{
    Channel, Client, DecisionId, DecisionKind, Digest, FlagId, IncidentId, Moment, Told,
};
use crate::note::{Note, Record};
use crate::phrase::Phrase;
use crate::survey::Survey;
use crate::vault::{Vault, files};

/// Decide, and keep the decision: a note that is never edited, and one commit.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The client: its id, or the beginning of it.
    client: String,
    /// What you decide: accept, decline, boundary, keep, exit, announce, close, reopen, amend.
    #[arg(value_parser = words::decision_kind)]
    kind: DecisionKind,
    /// The limit of a boundary, or the decision in one sentence.
    #[arg(long, value_name = "TEXT")]
    statement: Option<String>,
    /// The red flags that breach a boundary.
    #[arg(long, value_name = "FLAG", value_delimiter = ',', num_args = 1..)]
    covers: Vec<String>,
    /// How the client was told: email, phone, video, chat, in-person, letter.
    #[arg(long, value_name = "CHANNEL", value_parser = words::channel)]
    told: Option<Channel>,
    /// The day the client was told; today otherwise.
    #[arg(long, value_name = "DATE", requires = "told")]
    told_on: Option<Date>,
    /// A file with the text that was sent; it is kept as an exhibit.
    #[arg(long, value_name = "FILE", requires = "told")]
    told_evidence: Option<PathBuf>,
    /// What follows a breach.
    #[arg(long, value_name = "TEXT")]
    consequence: Option<String>,
    /// The day on which a second chance ends; 30 days after telling otherwise.
    #[arg(long, value_name = "DATE")]
    review_by: Option<Date>,
    /// The incidents it rests on; those that count otherwise, and `none` for none.
    #[arg(long, value_name = "INCIDENT", value_delimiter = ',', num_args = 1..)]
    because: Vec<String>,
    /// The decision that an amendment corrects.
    #[arg(long, value_name = "DECISION")]
    supersedes: Option<String>,
    /// Why, in your words.
    #[arg(short, long, value_name = "TEXT", default_value = "")]
    message: String,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let id = vault.find_client(&args.client)?;
    let commit = recording::commits(&vault, args.writing, true);
    let ledger = if commit { Some(Ledger::open(vault.root())?) } else { None };
    // From here on nobody else records: what we read is what our decision rests on.
    let lock = match &ledger {
        Some(ledger) if !args.writing.dry_run => Some(ledger.lock()?),
        _ => None,
    };
    let survey = Survey::of(&vault);
    let case = survey.client(&id).case;
    let as_of = session.now_of(&case.client);
    let assessment = assess(&case, survey.catalogue(), vault.settings(), as_of);
    let (told, mut new) = told(args, session, &vault, &case.client, as_of)?;
    let request = request(args, told, &survey)?;
    let settings = &vault.settings().decide;
    let resolved =
        decide::resolve(request, &case, &assessment, settings, as_of.at).map_err(|refusal| {
            Failure {
                kind: FailureKind::Refused,
                message: refusal.message,
                details: Vec::new(),
                hints: refusal.hint.into_iter().collect(),
            }
        })?;

    let by = match (&vault.settings().author, &ledger) {
        (Some(author), _) => Some(author.clone()),
        (None, Some(ledger)) => {
            Some(ledger.identity(&session.identity_override())?.author.to_string())
        }
        (None, None) => None,
    };
    let cited = digests(&vault, &resolved)?;
    let at = as_of.at.to_zoned(case.client.zone.clone());
    let is_taken = |path: &str| vault.root().join(path).exists();
    let decision = decide::write_up(&resolved, &case.client, &at, by.as_deref(), &cited, is_taken);
    let message = message(&decision, &case.client, &vault);
    new.push(NewFile::new(decision.path.clone(), decision.text.clone()));

    if args.writing.dry_run {
        recording::show(session, &new, commit.then_some(&message))?;
        return Ok(Outcome::Done);
    }
    match (&ledger, &lock) {
        (Some(ledger), Some(lock)) => {
            recording::record(session, &vault, ledger, lock, &new, message)?;
        }
        _ => recording::write_files(&vault, &new)?,
    }
    recording::answer_paths(session, &vault, &new)?;
    remark_what_follows(session, &resolved, &vault, as_of, &case.client);
    Ok(Outcome::Done)
}

fn told(
    args: &Args,
    session: &Session,
    vault: &Vault,
    client: &Client,
    as_of: AsOf,
) -> Result<(Option<Told>, Vec<NewFile>), Failure> {
    let Some(how) = args.told else { return Ok((None, Vec::new())) };
    let on = args.told_on.unwrap_or(as_of.day);
    let mut told = Told { on, how: Some(how), evidence: None };
    let mut new = Vec::new();
    if let Some(file) = &args.told_evidence {
        let seen = Moment::on_day(on, &client.zone);
        let exhibit = evidence::exhibit(session, vault, client, file, seen)?;
        told.evidence = Some(exhibit.name);
        new = exhibit.files;
    }
    Ok((Some(told), new))
}

fn request(args: &Args, told: Option<Told>, survey: &Survey<'_>) -> Result<Request, Failure> {
    let covers: Vec<FlagId> = args.covers.iter().map(|flag| FlagId::new(flag.trim())).collect();
    for flag in &covers {
        words::known_flag(survey.catalogue(), flag.as_str())?;
    }
    let because = match &args.because[..] {
        [] => None,
        [none] if none == "none" => Some(Vec::new()),
        ids => Some(ids.iter().map(|id| IncidentId::new(id.trim_end_matches(".md"))).collect()),
    };
    let non_empty = |text: &Option<String>| text.clone().filter(|text| !text.trim().is_empty());
    Ok(Request {
        kind: args.kind,
        statement: non_empty(&args.statement),
        covers,
        told,
        consequence: non_empty(&args.consequence),
        review_by: args.review_by,
        because,
        supersedes: args
            .supersedes
            .as_deref()
            .map(|id| DecisionId::new(id.trim_end_matches(".md"))),
        reason: args.message.clone(),
    })
}

/// The digest of each cited incident's note, as it is now.
fn digests(vault: &Vault, resolved: &Resolved<'_>) -> Result<Vec<Digest>, Failure> {
    let digest = |note: &str| {
        let bytes = files::read(&vault.root().join(note))?;
        Ok(Digest::of(&bytes.unwrap_or_default()))
    };
    resolved.because.iter().map(|incident| digest(&incident.note)).collect()
}

/// The commit that records the decision, read back from its text as `audit` will read it.
fn message(decision: &NewDecision, client: &Client, vault: &Vault) -> Message {
    let note = Note::parse(&decision.path, &decision.text, &mut Vec::new());
    match note.record(client, &mut Vec::new()) {
        Record::Decision(decision) => recorded_decision::message(&decision, vault),
        _ => Message::default(),
    }
}

/// What the decision sets going, on the way to the user.
fn remark_what_follows(
    session: &Session,
    resolved: &Resolved<'_>,
    vault: &Vault,
    as_of: AsOf,
    client: &Client,
) {
    match resolved.request.kind {
        DecisionKind::Boundary => {
            if let Some(day) = resolved.request.review_by {
                session.ui.remark(&Phrase::new("after-boundary").with("day", day));
            }
        }
        DecisionKind::Exit => {
            let hours = vault.settings().decide.cooling_off_hours;
            let end = as_of.at + jiff::SignedDuration::from_hours(i64::from(hours));
            let end = Moment::at_instant(end, &client.zone);
            let end = session.ui.locale().moment(&end);
            session.ui.remark(&Phrase::new("after-exit").with("moment", end));
        }
        DecisionKind::Announce => session.ui.remark(&Phrase::new("after-announce")),
        DecisionKind::Close => session.ui.remark(&Phrase::new("after-close")),
        _ => {}
    }
}
