//! A decision being taken and recorded: the same for every command that takes one.

use super::options::Writing;
use super::recording::{self, NewFile};
use super::session::Session;
use super::turn::{Turn, in_turn};
use crate::assess::{AsOf, Assessment, Catalogue, assess};
use crate::decide::{self, NewDecision, Request, Resolved};
use crate::exit::{Ending, OpenItem, Plan, Terms, open_items};
use crate::failure::{Failure, FailureKind};
use crate::ledger::{DECISION, DIGEST, KIND, Ledger, Message, PREV, STANDING, Unrecorded};
use crate::model::{Case, Client, ClientId, Decision, DecisionKind, Digest, Moment};
use crate::note::{Note, Record};
use crate::phrase::Phrase;
use crate::survey::Survey;
use crate::vault::{Vault, files};

/// What is at hand while a decision is taken.
pub(super) struct Taking<'t> {
    pub(super) vault: &'t Vault,
    pub(super) catalogue: &'t Catalogue,
    pub(super) case: &'t Case,
    pub(super) as_of: AsOf,
}

/// Takes a decision: `ask` says what is decided, and which exhibits are new with it.
pub(super) fn take(
    session: &Session,
    vault: &Vault,
    id: &ClientId,
    writing: Writing,
    ask: impl FnOnce(&Taking<'_>) -> Result<(Request, Vec<NewFile>), Failure>,
) -> Result<(), Failure> {
    // From here on nobody else records: what we read is what our decision rests on.
    in_turn(vault, writing, true, |turn| take_in_turn(session, vault, turn, id, writing, ask))
}

fn take_in_turn(
    session: &Session,
    vault: &Vault,
    turn: &Turn<'_>,
    id: &ClientId,
    writing: Writing,
    ask: impl FnOnce(&Taking<'_>) -> Result<(Request, Vec<NewFile>), Failure>,
) -> Result<(), Failure> {
    let survey = Survey::of(vault);
    let case = survey.client(id).case;
    let as_of = session.now_of(&case.client);
    let assessment = assess(&case, survey.catalogue(), vault.settings(), as_of);
    let (request, mut new) =
        ask(&Taking { vault, catalogue: survey.catalogue(), case: &case, as_of })?;
    let settings = &vault.settings().decide;
    let open = open_at_closing(&request, vault, &case, &assessment);
    let mut resolved = decide::resolve(request, &case, &assessment, settings, &open, as_of.at)
        .map_err(|refusal| refused(refusal, session))?;
    resolved.anchor = vault.shelf(None)?.newest().map(|(stamp, _)| stamp);
    let by = match (&vault.settings().author, turn.ledger) {
        (Some(author), _) => Some(author.clone()),
        (None, Some(ledger)) => {
            Some(ledger.identity(session.identity_override())?.author.to_string())
        }
        (None, None) => None,
    };
    let cited = digests(vault, &resolved)?;
    let at = as_of.at.to_zoned(case.client.zone.clone());
    let is_taken = |path: &str| vault.root().join(path).exists();
    let decision = decide::write_up(&resolved, &case.client, &at, by.as_deref(), &cited, is_taken);
    let message = message_of_new(&decision, &case.client, vault);
    new.push(NewFile::new(decision.path.clone(), decision.text.clone()));

    if writing.dry_run {
        return recording::show(session, &new, turn.ledger.map(|_| &message));
    }
    let recorded = match (turn.ledger, turn.lock) {
        (Some(ledger), Some(lock)) => {
            Some(recording::record(session, vault, ledger, lock, &new, message)?)
        }
        _ => {
            recording::write_files(vault, &new)?;
            None
        }
    };
    // From here on the decision stands, and whatever fails must not say otherwise.
    let answered = recording::answer_paths(session, vault, &new);
    if let Some(ledger) = turn.ledger {
        remark_unrecorded(session, vault, ledger, &resolved);
    }
    remark_what_follows(session, &resolved, vault, as_of, &case.client);
    answered.map_err(|failure| {
        let id = decision.path.rsplit('/').next().unwrap_or_default().trim_end_matches(".md");
        failure.unanswered(match recorded {
            Some(recorded) => Phrase::new("unanswered-decision")
                .with("decision", id)
                .with("commit", recording::short(&recorded)),
            None => Phrase::new("unanswered-decision-written")
                .with("decision", id)
                .with("path", decision.path.as_str()),
        })
    })
}

/// Says where a decision rests on notes that are not in git: somebody with a clone lacks them.
fn remark_unrecorded(session: &Session, vault: &Vault, ledger: &Ledger, resolved: &Resolved) {
    let is_recorded = |note: &str| {
        let bytes = files::read(&vault.root().join(note)).ok().flatten().unwrap_or_default();
        ledger.is_recorded(note, &bytes).unwrap_or(false)
    };
    let notes = resolved.because.iter().map(|rests_on| rests_on.note.as_str());
    let missing = notes.filter(|note| !is_recorded(note)).count();
    if missing > 0 {
        let of = resolved.because.len();
        session
            .ui
            .remark(&Phrase::new("rests-on-unrecorded").with("count", missing).with("of", of));
    }
}

/// What is open, where a case is to be closed.
fn open_at_closing(
    request: &Request,
    vault: &Vault,
    case: &Case,
    assessment: &Assessment,
) -> Vec<OpenItem> {
    if request.kind != DecisionKind::Close {
        return Vec::new();
    }
    // What lateness costs opens nothing of its own.
    let plan = Plan::of(case, assessment, &Terms::Unset, &vault.settings().exit);
    open_items(&assessment.as_of.known(case).client, &plan, &case.plans)
}

fn refused(refusal: decide::Refusal, session: &Session) -> Failure {
    let say = |phrase: &Phrase| session.ui.locale().say(phrase);
    let details = refusal.details.iter().map(say).collect();
    let failure = Failure { details, ..Failure::new(FailureKind::Refused, refusal.message) };
    refusal.hint.into_iter().fold(failure, Failure::hint)
}

/// The digest of each cited incident's note, as it is now.
fn digests(vault: &Vault, resolved: &Resolved) -> Result<Vec<Digest>, Failure> {
    let digest = |note: &str| {
        let bytes = files::read(&vault.root().join(note))?;
        Ok(Digest::of(&bytes.unwrap_or_default()))
    };
    resolved.because.iter().map(|rests_on| digest(&rests_on.note)).collect()
}

/// The message of a decision not written yet, read back from its text as `audit` will read it.
fn message_of_new(decision: &NewDecision, client: &Client, vault: &Vault) -> Message {
    let note = Note::parse(&decision.path, &decision.text, &mut Vec::new());
    match note.record(client, &mut Vec::new()) {
        Record::Decision(decision) => message(&decision, vault),
        _ => Message::default(),
    }
}

/// The files with the message of each, in the order the decisions were taken; a note that
/// cannot be read as a decision gets a message without trailers.
pub(super) fn messages(vault: &Vault, files: Vec<Unrecorded>) -> Vec<(Unrecorded, Message)> {
    if files.is_empty() {
        return Vec::new();
    }
    let survey = Survey::of(vault);
    let mut found: Vec<(Option<Decision>, Unrecorded)> = files
        .into_iter()
        .map(|file| {
            let client = file.path.split('/').nth(1).unwrap_or_default();
            let case = vault.find_client(client).ok().map(|id| survey.client(&id).case);
            (case.and_then(|case| decision_at(case, &file.path)), file)
        })
        .collect();
    found.sort_by(|a, b| {
        let key = |decision: &Option<Decision>| decision.as_ref().map(|d| (d.moment, d.id.clone()));
        (key(&a.0), &a.1).cmp(&(key(&b.0), &b.1))
    });
    found
        .into_iter()
        .map(|(decision, file)| {
            let message = decision.map_or_else(
                || Message { action: "decision".to_owned(), ..Message::default() },
                |decision| message(&decision, vault),
            );
            (file, message)
        })
        .collect()
}

fn decision_at(case: Case, path: &str) -> Option<Decision> {
    case.decisions.into_iter().find(|decision| decision.note == path)
}

/// The message that records a decision; its trailers are what `audit` reads back.
pub(super) fn message(decision: &Decision, vault: &Vault) -> Message {
    let client = &decision.client;
    let mut trailers = vec![
        (DECISION, format!("{client}/decisions/{}", decision.id)),
        (KIND, decision.kind.as_str().to_owned()),
        (DIGEST, decision.digest.to_string()),
    ];
    trailers.extend(decision.prev.iter().map(|digest| (PREV, digest.to_string())));
    if let (Some(standing), Some(score)) = (decision.standing, decision.score) {
        trailers.push((STANDING, format!("{} {score:.1}", standing.as_str())));
    }
    Message {
        client: Some(client.clone()),
        action: decision.kind.as_str().to_owned(),
        statement: decision.statement.clone().unwrap_or_default(),
        body: decision.reason.clone(),
        trailers,
        style: vault.settings().ledger.subject,
    }
}

/// What the decision sets going, on the way to the user.
fn remark_what_follows(
    session: &Session,
    resolved: &Resolved,
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
            let hours = i64::from(vault.settings().decide.cooling_off_hours);
            let end = as_of.at.saturating_add(jiff::SignedDuration::from_hours(hours));
            let end = Moment::at_instant(end.unwrap_or(as_of.at), &client.zone);
            let end = session.ui.locale().moment(&end);
            session.ui.remark(&Phrase::new("after-exit").with("moment", end));
        }
        DecisionKind::Announce => remark_announced(session, resolved, client),
        DecisionKind::Close => {
            if !resolved.left_open.is_empty() {
                let count = resolved.left_open.len();
                session.ui.remark(&Phrase::new("after-close-open").with("count", count));
            }
            session.ui.remark(&Phrase::new("after-close"));
        }
        _ => {}
    }
}

/// The last day, and what is still to be written or kept.
fn remark_announced(session: &Session, resolved: &Resolved, client: &Client) {
    let Some(told) = &resolved.request.told else { return };
    let ending = Ending::told_on(told.on, client.notice);
    if ending.notice.is_some() {
        session.ui.remark(&Phrase::new("after-announce-end").with("day", ending.last_day));
    }
    let is_spoken = told.how.is_some_and(crate::model::Channel::is_spoken);
    session.ui.remark(&match (is_spoken, &told.evidence) {
        (true, None) => Phrase::new("after-announce-write").with("client", client.id.as_str()),
        (_, None) => Phrase::new("after-announce-keep"),
        (_, Some(_)) => Phrase::new("after-announce-kept"),
    });
}
