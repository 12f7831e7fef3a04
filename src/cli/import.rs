//! `casefile import`: messages become exhibits and message notes, and suggest red flags.

mod filing;
mod on_file;
mod suggesting;

use std::collections::{BTreeMap, BTreeSet};

use super::messages::{Found, MOST_NAMES, Reading, Whose, each_portion, most_frequent};
use super::options::Writing;
use super::output::{Output, TextOrJson};
use super::recording::{self, NewFile};
use super::session::Session;
use super::turn::in_turn;
use super::{Outcome, evidence, words};
use crate::failure::{Failure, FailureKind};
use crate::ledger::Message;
use crate::mail::Refused;
use crate::model::{Case, ClientId};
use crate::phrase::Phrase;
use crate::render;
use crate::report::SuggestionsView;
use crate::signal::Signals;
use crate::survey::Survey;
use crate::vault::{Vault, files};
use filing::{Filed, Filing};
use suggesting::{Suggested, Suggestion};

/// Take messages into the vault: the bytes of each as an exhibit, and a message note.
///
/// Reads mails (.eml), mailboxes (mbox), text, and exported chats. A message that is there
/// already is left out, so an import that was stopped goes on where it was. Without FILE it lists
/// the red flags that the client's messages suggest and that you have neither accepted nor refused.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Files or folders with messages; - for standard input.
    #[arg(value_name = "FILE")]
    files: Vec<String>,
    #[command(flatten)]
    whose: Whose,
    #[command(flatten)]
    reading: Reading,
    /// When those were sent that do not say so, such as a text: 2026-11-20T22:40 or 2026-11-20.
    #[arg(long, value_name = "MOMENT", requires = "files")]
    date: Option<String>,
    /// Write a suspected incident that cites the message of this suggestion.
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    accept: Vec<String>,
    /// Never suggest the phrases of this suggestion again.
    #[arg(long, value_name = "ID", value_delimiter = ',', requires = "because")]
    refuse: Vec<String>,
    /// Why a suggestion is refused.
    #[arg(long, value_name = "TEXT", requires = "refuse")]
    because: Option<String>,
    /// How to print the suggestions.
    #[arg(short, long, value_enum)]
    format: Option<TextOrJson>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    writing: Writing,
}

impl Args {
    /// Refuses answers that contradict each other, or give no reason.
    fn refuse_nonsense(&self) -> Result<(), Failure> {
        if let Some(id) = self.accept.iter().find(|id| self.refuse.contains(id)) {
            let message = Phrase::new("accepted-and-refused").with("id", id.as_str());
            return Err(Failure::new(FailureKind::Usage, message)
                .hint(Phrase::new("accepted-and-refused-hint")));
        }
        if self.because.as_deref().is_some_and(|because| because.trim().is_empty()) {
            return Err(Failure::new(FailureKind::Usage, Phrase::new("refused-without-reason"))
                .hint(Phrase::new("refused-without-reason-hint")));
        }
        Ok(())
    }
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let Some(name) = &args.whose.client else {
        return Err(Failure::new(FailureKind::Usage, Phrase::new("import-no-client"))
            .hint(Phrase::new("import-no-client-hint")));
    };
    let id = vault.find_client(name)?;
    let decides = !args.accept.is_empty() || !args.refuse.is_empty();
    args.refuse_nonsense()?;
    if !args.files.is_empty() {
        import(args, session, &vault, &id)?;
        if args.writing.dry_run && !decides {
            return Ok(Outcome::Done);
        }
    }
    let survey = Survey::of(&vault);
    let case = survey.client(&id).case;
    let known = Known { session, vault: &vault, survey: &survey, case: &case };
    let suggested = known.suggestions()?;
    if decides {
        known.decide(args, &suggested)?;
    } else if args.files.is_empty() {
        known.list(args, &suggested.open)?;
    } else if !suggested.open.is_empty() {
        let phrase = Phrase::new("import-suggests").with("count", suggested.open.len());
        session.ui.remark(&phrase.with("client", id.as_str()));
    }
    if !decides && !suggested.refused.is_empty() {
        let phrase = Phrase::new("import-refused").with("count", suggested.refused.len());
        session.ui.remark(&phrase.with("path", known.refused_path()));
    }
    Ok(Outcome::Done)
}

/// Files every message that is not there yet, portion by portion, each portion one commit.
fn import(args: &Args, session: &mut Session, vault: &Vault, id: &ClientId) -> Result<(), Failure> {
    let (_, parties) = args.whose.known(session)?;
    let session = &*session;
    if !args.writing.dry_run {
        in_turn(vault, args.writing, false, |turn| {
            // Where nothing can be locked, somebody else may be writing at this moment.
            let folders = if turn.is_alone { &["evidence", "messages"][..] } else { &[] };
            for folder in folders {
                files::remove_leftovers(&vault.root().join(format!("clients/{id}/{folder}")));
            }
            Ok(())
        })?;
    }
    let case = Survey::of(vault).client(id).case;
    let given = args.date.as_deref();
    let sent = given.map(|text| words::moment(session, Some(text), &case.client)).transpose()?;
    let mut filing = Filing::begin(session, vault, &case, &parties, sent);
    let mut tally = Tally::default();
    for file in &args.files {
        filing.begin_file();
        let mut not_written = None;
        let read = each_portion(session, file, &args.reading, &mut |portion: Vec<Found>| {
            let before = tally.written();
            let files: Vec<_> =
                filing.file(&portion).into_iter().flat_map(|filed| tally.add(filed)).collect();
            if files.is_empty() {
                return Ok(());
            }
            let count = tally.written() - before;
            let message = Message {
                client: Some(id.clone()),
                action: "import".to_owned(),
                statement: session
                    .ui
                    .locale()
                    .say(&Phrase::new("import-statement").with("count", count)),
                style: vault.settings().ledger.subject,
                ..Message::default()
            };
            if !recording::commits(vault, args.writing, false) {
                evidence::remark_large(session, &files);
            }
            recording::write_new(session, vault, &message, args.writing, || files.clone())
                .inspect_err(|failure| not_written = Some(failure.clone()))
        });
        match read {
            // One file of several that cannot be read is no reason to leave the others.
            Err(failure) if args.files.len() > 1 && not_written.is_none() => {
                session.report(&failure);
            }
            read => read?,
        }
    }
    tally.say(session, args.writing.dry_run);
    Ok(())
}

/// How many messages came to what.
#[derive(Default)]
struct Tally {
    taken: usize,
    mended: usize,
    there: usize,
    others: usize,
    /// Whom the others are of, and how many.
    writers: BTreeMap<String, usize>,
    undated: usize,
}

impl Tally {
    /// Counts a message; its files, where some are to be written.
    fn add(&mut self, filed: Filed) -> Vec<NewFile> {
        match filed {
            Filed::New { files, is_dated } => {
                self.taken += 1;
                self.undated += usize::from(!is_dated);
                return files;
            }
            Filed::Mended(files) => {
                self.mended += 1;
                return files;
            }
            Filed::There => self.there += 1,
            Filed::Other(whose) => {
                self.others += 1;
                let whose = whose.unwrap_or_default();
                if self.writers.len() < MOST_NAMES || self.writers.contains_key(&whose) {
                    *self.writers.entry(whose).or_default() += 1;
                }
            }
        }
        Vec::new()
    }

    /// Messages of which files were written.
    const fn written(&self) -> usize {
        self.taken + self.mended
    }

    fn say(&self, session: &Session, is_dry: bool) {
        let summary = if is_dry { "import-summary-dry" } else { "import-summary" };
        let summary = Phrase::new(summary).with("taken", self.taken).with("there", self.there);
        session.ui.remark(&summary);
        for (words, count) in [("import-mended", self.mended), ("import-undated", self.undated)] {
            if count > 0 {
                session.ui.remark(&Phrase::new(words).with("count", count));
            }
        }
        if self.others > 0 {
            let names = most_frequent(&self.writers).join(", ");
            let phrase = Phrase::new("import-others").with("count", self.others);
            session.ui.remark(&phrase.with("names", names));
        }
    }
}

/// The client as the vault has them.
struct Known<'k> {
    session: &'k Session,
    vault: &'k Vault,
    survey: &'k Survey<'k>,
    case: &'k Case,
}

impl Known<'_> {
    /// Where refused phrases are remembered.
    fn refused_path(&self) -> String {
        format!("clients/{}/refused-signals.md", self.case.client.id)
    }

    fn refused_text(&self) -> Result<Option<String>, Failure> {
        let path = self.vault.root().join(self.refused_path());
        let bytes = files::read(&path)?;
        Ok(bytes.map(|bytes| String::from_utf8_lossy(&bytes).into_owned()))
    }

    /// What the messages suggest and nobody has answered yet.
    fn suggestions(&self) -> Result<Suggested, Failure> {
        let refused = Refused::parse(&self.refused_text()?.unwrap_or_default());
        let signals = Signals::new(self.survey.rules()).with_wording();
        let catalogue = self.survey.catalogue();
        Ok(Suggested::of(self.vault, self.case, catalogue, &signals, &refused))
    }

    fn list(&self, args: &Args, open: &[Suggestion]) -> Result<(), Failure> {
        let locale = self.session.ui.locale();
        let (catalogue, language) = (self.survey.catalogue(), locale.language());
        let shown = open.iter().map(|one| one.view(catalogue, language)).collect();
        let view = SuggestionsView::of(&self.case.client, shown);
        let text = match args.output.format(args.format)? {
            TextOrJson::Text => render::suggestions_text(&view, locale, self.session.text_style()),
            TextOrJson::Json => render::json(&view)?,
        };
        args.output.write(self.session, &text)
    }

    /// Accepts and refuses what was named.
    fn decide(&self, args: &Args, suggested: &Suggested) -> Result<(), Failure> {
        let find = |id: &String| {
            suggested.open.iter().find(|one| one.id == *id).ok_or_else(|| {
                let is_refused = suggested.refused.iter().any(|one| one.id == *id);
                let words = if is_refused { "refused-suggestion" } else { "unknown-suggestion" };
                let phrase = Phrase::new(words).with("id", id.as_str());
                let client = self.case.client.id.as_str();
                Failure::new(FailureKind::NotFound, phrase)
                    .hint(Phrase::new("unknown-suggestion-hint").with("client", client))
            })
        };
        // An id that was typed twice is meant once.
        let each = |ids: &[String]| -> BTreeSet<String> { ids.iter().cloned().collect() };
        let accepted = each(&args.accept);
        let accepted = accepted.iter().map(find).collect::<Result<Vec<_>, _>>()?;
        let refused = each(&args.refuse);
        let refused = refused.iter().map(find).collect::<Result<Vec<_>, _>>()?;
        for one in accepted {
            let message = self.message("incident", &one.flag);
            recording::write_new(self.session, self.vault, &message, args.writing, || {
                vec![one.incident(self.vault, &self.case.client)]
            })?;
        }
        if refused.is_empty() {
            return Ok(());
        }
        let because = args.because.as_deref().unwrap_or_default();
        let statement = refused.iter().map(|one| one.flag.as_str()).collect::<Vec<_>>().join(", ");
        let message = self.message("refused", &statement);
        let before = self.refused_text()?;
        let zone = &self.case.client.zone;
        let day = zone.to_datetime(self.session.now(zone)).date();
        let head =
            || format!("# {}\n\n", self.session.ui.locale().say(&Phrase::new("refused-title")));
        let mut text = before.clone().unwrap_or_else(head);
        if !text.ends_with('\n') {
            text.push('\n');
        }
        refused.iter().for_each(|one| text.push_str(&one.refusals(because, day)));
        let file = match before {
            Some(before) => NewFile::replacing(self.refused_path(), before, text),
            None => NewFile::new(self.refused_path(), text),
        };
        in_turn(self.vault, args.writing, false, |turn| {
            recording::write(self.session, self.vault, turn, &[file], message, args.writing)
        })
    }

    fn message(&self, action: &str, statement: &str) -> Message {
        Message {
            client: Some(self.case.client.id.clone()),
            action: action.to_owned(),
            statement: statement.to_owned(),
            style: self.vault.settings().ledger.subject,
            ..Message::default()
        }
    }
}
