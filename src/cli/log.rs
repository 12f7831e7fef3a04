//! `casefile log`: writes an incident note.

use std::path::PathBuf;

use super::options::Writing;
use super::recording::{self, NewFile};
use super::session::Session;
use super::{Outcome, evidence, notes, words};
use crate::assess::{AsOf, stage};
use crate::failure::Failure;
use crate::ledger::Message;
use crate::locale::Locale;
use crate::model::{Channel, FlagId, Language, Severity, Stage, Status};
use crate::note::Kind;
use crate::note::compose::{FrontMatter, wikilink};
use crate::phrase::Phrase;
use crate::survey::Survey;

/// Write down an incident: what happened, and which red flags it shows.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The client: its id, or the beginning of it.
    client: String,
    /// The red flags; `casefile flags` lists them.
    #[arg(required = true, value_name = "FLAG")]
    flags: Vec<String>,
    /// When it happened: 2026-04-11 or 2026-04-11T22:40, on the client's clock; now otherwise.
    #[arg(long, value_name = "MOMENT")]
    date: Option<String>,
    /// How bad it was: low, medium, high, critical.
    #[arg(long, value_name = "SEVERITY", default_value = "medium", value_parser = words::severity)]
    severity: Severity,
    /// How sure you are: suspected, confirmed.
    #[arg(long, value_name = "STATUS", default_value = "confirmed", value_parser = words::status)]
    status: Status,
    /// How it reached you: email, phone, video, chat, in-person, letter.
    #[arg(long, value_name = "CHANNEL", value_parser = words::channel)]
    channel: Option<Channel>,
    /// Their words.
    #[arg(long, value_name = "TEXT")]
    quote: Option<String>,
    /// A file that shows it; it is copied into the client's evidence, byte for byte.
    #[arg(long, value_name = "FILE")]
    evidence: Vec<PathBuf>,
    /// Leave the evidence where it is and keep its digest alone: for files too large for git.
    #[arg(long, requires = "evidence")]
    detached: bool,
    /// Hours it cost.
    #[arg(long, value_name = "NUMBER", value_parser = words::hours)]
    hours: Option<f64>,
    /// What you did that played a part; asked for when the severity is high or critical.
    #[arg(long, value_name = "TEXT")]
    our_part: Option<String>,
    /// What happened, in facts; without it your editor opens.
    #[arg(short, long, value_name = "TEXT")]
    message: Option<String>,
    #[command(flatten)]
    writing: Writing,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let id = vault.find_client(&args.client)?;
    let survey = Survey::of(&vault);
    let flags = known_flags(&survey, &args.flags)?;
    let case = survey.client(&id).case;
    let client = &case.client;
    let moment = words::moment(session, args.date.as_deref(), client)?;
    let our_part = match (&args.our_part, args.severity >= Severity::High) {
        (None, true) => session.ui.ask(&Phrase::new("ask-our-part"))?,
        (given, _) => given.clone(),
    };

    let mut exhibits = Vec::new();
    let mut names = Vec::new();
    for file in &args.evidence {
        let exhibit = if args.detached {
            evidence::detached(session, &vault, client, file, moment)?
        } else {
            evidence::exhibit(session, &vault, client, file, moment)?
        };
        let link = wikilink(&exhibit.name);
        if !names.contains(&link) {
            names.push(link);
            exhibits.extend(exhibit.files);
        }
    }
    let front = FrontMatter::new(Kind::Incident)
        .bare("date", &moment.to_string())
        .list("flags", flags.iter().map(FlagId::as_str))
        .bare("severity", args.severity.as_str())
        .bare("status", args.status.as_str());
    let front = match args.channel {
        Some(channel) => front.bare("channel", channel.as_str()),
        None => front,
    };
    let front = front
        .text_if("quote", args.quote.as_deref())
        .list("evidence", names.iter().map(String::as_str));
    let front = match args.hours {
        Some(hours) => front.bare("hours", &hours.to_string()),
        None => front,
    };
    let front = front.text_if("our-part", our_part.as_deref());

    let said = args.message.as_deref().filter(|text| !text.trim().is_empty());
    let words = said.or(args.quote.as_deref()).unwrap_or_default();
    let folder = format!("clients/{id}");
    let free_path = || notes::free_path(&vault, &folder, moment, words, flags[0].as_str());
    let note = match said {
        Some(text) => Some(front.with_body(text)),
        None if args.writing.dry_run => Some(front.with_body("")),
        None => in_editor(session, &free_path(), &front, client.language)?,
    };
    let Some(note) = note else {
        session.ui.remark(&Phrase::new("nothing-written"));
        return Ok(Outcome::Done);
    };
    let message = Message {
        client: Some(id),
        action: "incident".to_owned(),
        statement: flags.iter().map(FlagId::as_str).collect::<Vec<_>>().join(", "),
        style: vault.settings().ledger.subject,
        ..Message::default()
    };
    if !recording::commits(&vault, args.writing, false) {
        // A commit says so itself.
        evidence::remark_large(session, &exhibits);
    }
    recording::write_new(session, &vault, &message, args.writing, || {
        // Another `log` may have put the same original on file since it was looked for.
        let fresh = |file: &&NewFile| !vault.root().join(&file.path).exists();
        let exhibits = exhibits.iter().filter(fresh).cloned();
        exhibits.chain([NewFile::new(free_path(), note.as_str())]).collect()
    })?;
    let now = AsOf::at_instant(session.now(&client.zone), &client.zone);
    if stage(&case, now) == Stage::Closed {
        session.ui.remark(&Phrase::new("logged-after-close"));
    }
    Ok(Outcome::Done)
}

/// The note as the user writes it up; a prompt that was left in it is taken out again.
fn in_editor(
    session: &Session,
    path: &str,
    front: &FrontMatter,
    language: Language,
) -> Result<Option<String>, Failure> {
    let name = path.rsplit('/').next().unwrap_or(path);
    let prompt = Locale::of(language).say(&Phrase::new("incident-prompt"));
    let draft = front.clone().with_body(&format!("<!-- {prompt} -->\n"));
    let written = notes::edited(session, name, &draft)?;
    Ok(written.map(|text| text.replacen(&format!("<!-- {prompt} -->\n"), "", 1)))
}

fn known_flags(survey: &Survey<'_>, names: &[String]) -> Result<Vec<FlagId>, Failure> {
    let mut flags = Vec::new();
    for name in names.iter().flat_map(|names| names.split(',')).map(str::trim) {
        let flag = words::known_flag(survey.catalogue(), name)?;
        if !flags.contains(&flag) {
            flags.push(flag);
        }
    }
    Ok(flags)
}
