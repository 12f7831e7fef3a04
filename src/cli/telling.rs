//! How the client was told, on the command line of a decision, and the text that was sent.

use std::path::{Path, PathBuf};

use super::decision::Taking;
use super::evidence;
use super::recording::NewFile;
use super::session::Session;
use super::words;
use crate::failure::{Failure, FailureKind};
use crate::letter::{letter_in, marks};
use crate::model::{Channel, Moment, Told};
use crate::note::{Kind, Note};
use crate::phrase::Phrase;
use crate::vault::files;

/// How the client was told.
#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("by").multiple(true))]
pub(super) struct Telling {
    /// How the client was told: email, phone, video, chat, in-person, letter.
    #[arg(long, visible_alias = "channel", value_name = "CHANNEL", value_parser = words::channel, group = "by")]
    told: Option<Channel>,
    /// When the client was told: 2026-11-20 or 2026-11-20T09:30; today otherwise.
    #[arg(long, visible_alias = "at", value_name = "DATE", requires = "by")]
    told_on: Option<String>,
    /// A file with the text that was sent; its bytes are kept as an exhibit.
    #[arg(long, visible_alias = "sent", value_name = "FILE", requires = "told")]
    told_evidence: Option<PathBuf>,
    /// The draft that was sent as it stands: a note below drafts/; its letter is kept as an exhibit.
    #[arg(long, value_name = "NOTE", conflicts_with = "told_evidence", group = "by")]
    draft: Option<PathBuf>,
}

impl Telling {
    /// When and how the client was told, and the exhibit of what was sent.
    pub(super) fn told(
        &self,
        session: &Session,
        taking: &Taking<'_>,
    ) -> Result<(Option<Told>, Vec<NewFile>), Failure> {
        let draft = self.draft.as_deref().map(|path| Draft::read(path, session, taking));
        let draft = draft.transpose()?;
        let how = self.told.or_else(|| draft.as_ref().and_then(|draft| draft.channel));
        if how.is_none() && draft.is_none() {
            return Ok((None, Vec::new()));
        }
        let client = &taking.case.client;
        let at = match self.told_on.as_deref() {
            Some(text) => words::moment(session, Some(text), client)?,
            None => Moment::on_day(taking.as_of.day, &client.zone),
        };
        let exhibit = match (draft, &self.told_evidence) {
            (Some(draft), _) => Some(evidence::of_message(
                session,
                taking.vault,
                client,
                evidence::Original { path: &draft.place, kind: &draft.named },
                &draft.letter,
                Some(at),
                &mut evidence::Names::new(),
            )),
            (None, Some(file)) => Some(evidence::exhibit(session, taking.vault, client, file, at)?),
            (None, None) => None,
        };
        let (evidence, new) = match exhibit {
            Some(exhibit) => (Some(exhibit.name), exhibit.files),
            None => (None, Vec::new()),
        };
        Ok((Some(Told { on: at.day, time: at.time, how, evidence }), new))
    }
}

/// A draft that was sent.
struct Draft {
    /// Where it lies.
    place: PathBuf,
    /// The name of its exhibit, before the day and the digest.
    named: String,
    /// The bytes of its letter.
    letter: Vec<u8>,
    /// The channel it names.
    channel: Option<Channel>,
}

impl Draft {
    /// Reads a draft of the client: its head is left out, and points for a talk.
    fn read(path: &Path, session: &Session, taking: &Taking<'_>) -> Result<Self, Failure> {
        let shown = path.display().to_string();
        let refused = |message: Phrase| {
            Failure::new(FailureKind::Refused, message).hint(Phrase::new("draft-sent-hint"))
        };
        let full = place(path, session, taking).ok_or_else(|| {
            Failure::new(
                FailureKind::NotFound,
                Phrase::new("no-draft").with("path", shown.as_str()),
            )
            .hint(Phrase::new("no-draft-hint").with("client", taking.case.client.id.as_str()))
        })?;
        let bytes = files::read(&full)?.unwrap_or_default();
        let text = String::from_utf8(bytes)
            .map_err(|_| refused(Phrase::new("note-not-utf8").with("note", shown.as_str())))?;
        let note = Note::parse(&shown, &text, &mut Vec::new());
        if note.kind != Some(Kind::Draft) {
            return Err(refused(Phrase::new("not-a-draft").with("path", shown.as_str())));
        }
        let body = note.parts.body.of(&text);
        let letter = &body[letter_in(body)];
        let left = marks(letter);
        if !left.is_empty() {
            let message = Phrase::new("draft-not-sent")
                .with("path", shown.as_str())
                .with("marks", left.join(", "));
            return Err(refused(message));
        }
        if letter.trim().is_empty() {
            return Err(refused(Phrase::new("draft-empty").with("path", shown.as_str())));
        }
        let said = note.root().and_then(|root| root.get("channel")?.text().map(str::to_owned));
        let channel = said.and_then(|said| words::channel(&said).ok());
        // Not `.md`: what begins like a note would be read as one. The exhibit has a day of its own.
        let stem = full.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let day = stem.get(..10).filter(|day| day.parse::<jiff::civil::Date>().is_ok());
        let bare = day.map_or(&*stem, |_| stem[10..].trim_start_matches('-'));
        let named = format!("{bare}.txt");
        Ok(Self { place: full, named, letter: letter.as_bytes().to_vec(), channel })
    }
}

/// Where a draft of the client lies: as it was typed, below the vault, or by its name in `drafts/`.
fn place(path: &Path, session: &Session, taking: &Taking<'_>) -> Option<PathBuf> {
    let root = taking.vault.root();
    let folder = root.join("clients").join(taking.case.client.id.as_str());
    let drafts = folder.join("drafts");
    let typed = [session.folder().join(path), root.join(path), drafts.join(path)];
    let named = typed.iter().map(|path| path.with_extension("md"));
    let mut places = typed.iter().cloned().chain(named);
    let is_of_client = |path: &PathBuf| {
        let real = path.canonicalize().ok().zip(folder.canonicalize().ok());
        path.is_file() && real.is_some_and(|(path, folder)| path.starts_with(folder))
    };
    places.find(is_of_client)
}
