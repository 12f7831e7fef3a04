//! `casefile decide`: writes a decision note and commits it.

use super::decision::{self, Taking};
use super::options::Writing;
use super::session::Session;
use super::telling::Telling;
use super::{Outcome, words};
use crate::decide::Request;
use crate::failure::Failure;
use crate::model::{DecisionId, DecisionKind, FlagId, IncidentId, Told};
use crate::phrase::Phrase;

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
    #[command(flatten)]
    telling: Telling,
    /// What follows a breach.
    #[arg(long, value_name = "TEXT")]
    consequence: Option<String>,
    /// The day on which a second chance ends; 30 days after telling otherwise.
    #[arg(long, value_name = "DATE")]
    review_by: Option<String>,
    /// The incidents it rests on; those that count otherwise, and `none` for none.
    #[arg(long, value_name = "INCIDENT", value_delimiter = ',', num_args = 1..)]
    because: Vec<String>,
    /// What is open and stays so when the case is closed: the name of a step, the number of an
    /// invoice, a title, or `all`; -m says why. Once for each.
    #[arg(long, value_name = "ITEM")]
    leave_open: Vec<String>,
    /// The decision that an amendment corrects.
    #[arg(long, value_name = "DECISION")]
    supersedes: Option<String>,
    /// Why, in your words; needed where there is no --statement, and asked for otherwise.
    #[arg(short, long, value_name = "TEXT", default_value = "")]
    message: String,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let id = vault.find_client(&args.client)?;
    let reason = reason(args, session)?;
    decision::take(session, &vault, &id, args.writing, |taking| {
        let (told, exhibits) = args.telling.told(session, taking)?;
        Ok((Request { reason, ..request(args, told, taking)? }, exhibits))
    })?;
    Ok(Outcome::Done)
}

/// Why it is decided. Asked for before anything is read: nobody waits for an answer.
fn reason(args: &Args, session: &Session) -> Result<String, Failure> {
    let said = |text: &str| !text.trim().is_empty();
    if said(&args.message) || args.statement.as_deref().is_some_and(said) {
        return Ok(args.message.clone());
    }
    Ok(session.ui.ask(&Phrase::new("ask-reason"))?.unwrap_or_default())
}

fn request(args: &Args, told: Option<Told>, taking: &Taking<'_>) -> Result<Request, Failure> {
    let covers: Vec<FlagId> = args.covers.iter().map(|flag| FlagId::new(flag.trim())).collect();
    for flag in &covers {
        words::known_flag(taking.catalogue, flag.as_str())?;
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
        review_by: words::day(args.review_by.as_deref(), &taking.case.client)?,
        because,
        supersedes: args
            .supersedes
            .as_deref()
            .map(|id| DecisionId::new(id.trim_end_matches(".md"))),
        leave_open: args.leave_open.clone(),
        reason: String::new(),
    })
}
