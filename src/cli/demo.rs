//! `casefile demo`: the whole story on the example vault, in a temporary folder.

use std::path::{Path, PathBuf};

use super::decision;
use super::options::Writing;
use super::session::Session;
use super::surveying::Known;
use super::{Outcome, example, surveying, verifying};
use crate::decide::Request;
use crate::failure::{Failure, FailureKind};
use crate::ledger::Ledger;
use crate::model::{Channel, DecisionKind, FlagId, Told};
use crate::phrase::Phrase;
use crate::render;
use crate::report::{Unread, VerificationView};
use crate::survey::Survey;
use crate::vault::{Vault, files};

/// The moment of the story.
const NOW: &str = "2026-11-20T09:00";
/// The client the story is about.
const CLIENT: &str = "moulin-lacaze";

/// Tell the whole story on the example vault, in a temporary folder.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Keep the vault of the story in this folder.
    #[arg(long, value_name = "DIR")]
    keep: Option<PathBuf>,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let temporary = tempfile::tempdir().map_err(|error| {
        Failure::new(FailureKind::Files, Phrase::new("no-temporary-folder")).because(error)
    })?;
    let folder = args.keep.clone().unwrap_or_else(|| temporary.path().join("vault"));
    let vault = example::settle(&folder)?;
    let session = session.elsewhere(folder.clone(), NOW, &example::author(&vault));
    let story = Story { session: &session, vault: &vault };
    story.read()?;
    story.look()?;
    story.understand()?;
    let decision = story.decide()?;
    story.verify()?;
    story.tamper(&folder.join(decision))?;
    match &args.keep {
        Some(kept) => {
            story.tell(&Phrase::new("demo-kept").with("path", kept.display().to_string()))?
        }
        None => story.tell(&Phrase::new("demo-end"))?,
    }
    Ok(Outcome::Done)
}

struct Story<'s> {
    session: &'s Session,
    vault: &'s Vault,
}

impl Story<'_> {
    fn tell(&self, phrase: &Phrase) -> Result<(), Failure> {
        let style = self.session.text_style();
        let text = self.session.ui.locale().say(phrase);
        self.session.ui.answer(&format!("\n{}\n", render::paragraph_text(&text, style)))
    }

    fn typed(&self, command: &str) -> Result<(), Failure> {
        self.session.ui.answer_line(&format!("$ {command}"))
    }

    /// Every note is read and held against every rule.
    fn read(&self) -> Result<(), Failure> {
        let survey = Survey::of(self.vault);
        let now = self.session.now(&self.vault.settings().zone);
        let checked = survey.check(now)?;
        let clients = self.vault.client_ids()?.len();
        self.tell(&Phrase::new("demo-read").with("clients", clients).with("notes", checked.notes))?;
        self.typed("casefile check")?;
        let found = Phrase::new("check-summary")
            .with("notes", checked.notes)
            .with("errors", 0_usize)
            .with("warnings", checked.findings.len());
        self.session.ui.answer_line(&self.session.ui.locale().say(&found))
    }

    /// One line for each client.
    fn look(&self) -> Result<(), Failure> {
        self.tell(&Phrase::new("demo-look"))?;
        self.typed("casefile")?;
        let view = surveying::status_view(&Survey::of(self.vault), self.vault, self.session)?;
        let (locale, style) = (self.session.ui.locale(), self.session.text_style());
        self.session.ui.answer(&render::status_text(&view, locale, style))
    }

    /// The score of one client, with its arithmetic.
    fn understand(&self) -> Result<(), Failure> {
        self.tell(&Phrase::new("demo-understand"))?;
        self.typed(&format!("casefile explain {CLIENT}"))?;
        let survey = Survey::of(self.vault);
        let folder = survey.client(&self.vault.find_client(CLIENT)?);
        let (case, unread) = (folder.case, Unread::of(&folder.faults));
        let as_of = self.session.now_of(&case.client);
        let known = Known {
            vault: self.vault,
            catalogue: survey.catalogue(),
            settings: self.vault.settings(),
            case: &case,
            unread,
            as_of,
            on_file: None,
        };
        let view = surveying::explain_view(&known);
        let (locale, style) = (self.session.ui.locale(), self.session.text_style());
        self.session.ui.answer(&render::explain_text(&view, locale, style))
    }

    /// A boundary is decided, written down and committed; answers with the path of its note.
    fn decide(&self) -> Result<PathBuf, Failure> {
        self.tell(&Phrase::new("demo-decide"))?;
        let say = |key: &Phrase| self.session.ui.locale().say(key);
        let statement = say(&Phrase::new("demo-statement"));
        self.typed(&format!("casefile decide {CLIENT} boundary --statement \"{statement}\" …"))?;
        let id = self.vault.find_client(CLIENT)?;
        decision::take(self.session, self.vault, &id, Writing::default(), |taking| {
            let request = Request {
                kind: DecisionKind::Boundary,
                statement: Some(statement),
                covers: vec![FlagId::new("late-payment"), FlagId::new("unresponsive")],
                told: Some(Told {
                    on: taking.as_of.day,
                    time: None,
                    how: Some(Channel::Email),
                    evidence: None,
                }),
                consequence: Some(say(&Phrase::new("demo-consequence"))),
                review_by: None,
                because: None,
                supersedes: None,
                leave_open: Vec::new(),
                reason: say(&Phrase::new("demo-reason")),
            };
            Ok((request, Vec::new()))
        })?;
        let newest = Ledger::open(self.vault.root())?.trail()?.into_iter().next();
        let note = newest.map(|entry| entry.note).unwrap_or_default();
        self.typed("git log -1")?;
        self.session.ui.answer(&self.last_commit()?)?;
        Ok(PathBuf::from(note))
    }

    /// The message of the last commit, as plain git shows it.
    fn last_commit(&self) -> Result<String, Failure> {
        let message = Ledger::open(self.vault.root())?.last_message()?;
        let lines = message
            .lines()
            .map(|line| if line.is_empty() { "\n".to_owned() } else { format!("    {line}\n") });
        Ok(lines.collect())
    }

    /// Everything holds.
    fn verify(&self) -> Result<(), Failure> {
        self.tell(&Phrase::new("demo-verify"))?;
        self.typed("casefile audit verify")?;
        let ledger = Ledger::open(self.vault.root())?;
        let report = verifying::verify(self.vault, &ledger)?;
        let head = verifying::headline(&report);
        self.session.ui.answer_line(&self.session.ui.locale().say(&head))
    }

    /// Somebody changes one word of the decision, and it shows.
    fn tamper(&self, note: &Path) -> Result<(), Failure> {
        self.tell(&Phrase::new("demo-tamper"))?;
        self.typed(&format!("casefile audit verify {CLIENT}"))?;
        let before = files::read(note)?.unwrap_or_default();
        let changed = String::from_utf8_lossy(&before).replacen("kind: boundary", "kind: keep", 1);
        files::replace(note, changed.as_bytes())?;
        let ledger = Ledger::open(self.vault.root())?;
        let mut report = verifying::verify(self.vault, &ledger)?;
        report.keep_client(&self.vault.find_client(CLIENT)?);
        let (locale, style) = (self.session.ui.locale(), self.session.text_style());
        let view = VerificationView::new(&report, |phrase| locale.say(phrase));
        self.session.ui.answer(&render::verification_text(&view, locale, style))?;
        files::replace(note, &before)?;
        Ok(())
    }
}
