//! A message as files of the vault: its bytes with their note, and the message note.

use std::collections::HashSet;
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::on_file::{OnFile, said_by, words_of};
use crate::cli::evidence::{self, Names, NewExhibit, Original};
use crate::cli::messages::Found;
use crate::cli::notes;
use crate::cli::recording::NewFile;
use crate::cli::session::Session;
use crate::mail::{Parties, ReadMessage, Side, asks};
use crate::model::{Case, Channel, Digest, Direction, Moment};
use crate::note::Kind;
use crate::note::compose::{FrontMatter, slug, wikilink};
use crate::signal::RegionKind;
use crate::vault::Vault;

/// The most bytes of a message that its note repeats; the exhibit has all of them.
const LONGEST_BODY: usize = 1 << 20;

/// Messages being filed.
pub(super) struct Filing<'f> {
    session: &'f Session,
    vault: &'f Vault,
    case: &'f Case,
    parties: &'f Parties,
    /// When those were sent that do not say so.
    sent: Option<Moment>,
    /// What is there already.
    on_file: OnFile,
    /// The names of exhibits that this import has given.
    names: Names,
    /// The paths of notes that it has given.
    notes: HashSet<String>,
    /// The file of the newest message.
    file: Arc<str>,
}

/// What became of a message.
pub(super) enum Filed {
    /// It is new.
    New {
        /// Its files.
        files: Vec<NewFile>,
        /// Whether anybody says when it was sent.
        is_dated: bool,
    },
    /// It was on file without some of its files: these.
    Mended(Vec<NewFile>),
    /// The same message is there.
    There,
    /// It is not between the client and the user: who wrote it, or to whom the user did.
    Other(Option<String>),
}

/// What is known of a message beside its words.
struct How {
    direction: Direction,
    moment: Option<Moment>,
    channel: Option<Channel>,
    /// The digest of its bytes.
    bytes: Digest,
}

impl<'f> Filing<'f> {
    /// Looks which messages are there already.
    pub(super) fn begin(
        session: &'f Session,
        vault: &'f Vault,
        case: &'f Case,
        parties: &'f Parties,
        sent: Option<Moment>,
    ) -> Self {
        let on_file = OnFile::of(vault, case);
        Self {
            session,
            vault,
            case,
            parties,
            sent,
            on_file,
            names: Names::default(),
            notes: HashSet::new(),
            file: Arc::default(),
        }
    }

    /// Files a portion, in its order.
    pub(super) fn file(&mut self, portion: &[Found]) -> Vec<Filed> {
        let read: Vec<(ReadMessage, Digest)> =
            portion.par_iter().map(|found| (found.read(), Digest::of(found.raw()))).collect();
        let mut filed = Vec::with_capacity(portion.len());
        for (found, (message, bytes)) in portion.iter().zip(read) {
            if *self.file != *found.path {
                self.on_file.begin_file();
                self.file = Arc::clone(&found.path);
            }
            filed.push(self.one(found, &message, bytes));
        }
        filed
    }

    fn one(&mut self, found: &Found, message: &ReadMessage, bytes: Digest) -> Filed {
        let side = message.from.as_ref().map_or(Side::Client, |from| self.parties.side(from));
        let direction = match side {
            Side::Client => Direction::Incoming,
            // What went to others is none of this client's business, and least of all evidence.
            Side::User if !self.parties.reaches_the_client(&message.to) => {
                return Filed::Other(message.to.first().map(ToString::to_string));
            }
            Side::User => Direction::Outgoing,
            Side::Other if self.parties.know_the_client() => {
                return Filed::Other(message.from.as_ref().map(ToString::to_string));
            }
            Side::Other => Direction::Incoming,
        };
        let body = body(message);
        let moment = message.sent.map(|sent| sent.moment(&self.case.client.zone)).or(self.sent);
        let channel = found.channel();
        let date = moment.map(|moment| moment.to_string());
        let is_there = match channel {
            Some(Channel::Chat) => {
                let from = message.from.as_ref().map(ToString::to_string);
                self.on_file.meets_in_chat(said_by(from.as_deref(), date.as_deref(), &body))
            }
            Some(_) => {
                let words = message.id.as_deref().map(|id| words_of(id, &body));
                self.on_file.meets(bytes, words)
            }
            None => self.on_file.meets_text(bytes, date.as_deref()),
        };
        if is_there {
            return Filed::There;
        }
        let exhibit = self.exhibit(found, bytes, moment);
        self.on_file.add_exhibit(bytes, &exhibit.name);
        let mut files = exhibit.files;
        if self.on_file.mends(&exhibit.name) {
            return if files.is_empty() { Filed::There } else { Filed::Mended(files) };
        }
        let how = How { direction, moment, channel, bytes };
        files.push(self.note(message, &body, &exhibit.name, &how));
        Filed::New { files, is_dated: moment.is_some() }
    }

    /// Begins another file that was named.
    pub(super) fn begin_file(&mut self) {
        self.on_file.begin_file();
        self.file = Arc::default();
    }

    /// The exhibit with the bytes of a message: one that is there, or a new one.
    fn exhibit(&mut self, found: &Found, bytes: Digest, moment: Option<Moment>) -> NewExhibit {
        let day = moment.map(|moment| moment.day.to_string());
        // What is said on two days may be the same bytes: each day has its exhibit.
        let is_mail = found.channel() == Some(Channel::Email);
        let suits = |name: &&str| is_mail || day.as_ref().is_none_or(|day| name.starts_with(day));
        if let Some(name) = self.on_file.exhibit(bytes).filter(suits) {
            return NewExhibit { name: name.to_owned(), files: Vec::new() };
        }
        let (session, vault, client) = (self.session, self.vault, &self.case.client);
        let original = Original { path: Path::new(&*found.path), kind: found.kind() };
        evidence::of_message(session, vault, client, original, found.raw(), moment, &mut self.names)
    }

    fn note(&mut self, message: &ReadMessage, body: &str, exhibit: &str, how: &How) -> NewFile {
        let date = how.moment.map(|moment| moment.to_string());
        let to: Vec<String> = message.to.iter().map(ToString::to_string).collect();
        let front = FrontMatter::new(Kind::Message);
        let front = match &date {
            Some(date) => front.bare("date", date),
            None => front,
        };
        let front = front.bare("direction", how.direction.as_str());
        let front = match how.channel {
            Some(channel) => front.bare("channel", channel.as_str()),
            None => front,
        };
        let front = front
            .text_if("from", message.from.as_ref().map(ToString::to_string).as_deref())
            .text_if("to", (!to.is_empty()).then(|| to.join(", ")).as_deref())
            .text_if("subject", message.subject.as_deref().filter(|subject| !subject.is_empty()))
            .bare("asks", if asks(&message.text, &message.own()) { "true" } else { "false" })
            .text("exhibit", &wikilink(exhibit))
            .text_if("message-id", message.id.as_deref());
        let words = message.subject.as_deref().unwrap_or(&message.text);
        let name = slug(words.lines().find(|line| !line.trim().is_empty()).unwrap_or_default());
        let name = if name.is_empty() { "message".to_owned() } else { name };
        let (folder, day) = match how.moment {
            Some(moment) => (
                format!("{:04}-{:02}", moment.day.year(), moment.day.month()),
                moment.day.to_string(),
            ),
            None => ("undated".to_owned(), "undated".to_owned()),
        };
        let start = format!(
            "clients/{}/messages/{folder}/{day}-{name}-{}",
            self.case.client.id,
            &how.bytes.to_hex()[..6]
        );
        let path = notes::free(self.vault, &start, &self.notes);
        self.notes.insert(path.clone());
        NewFile::new(path, front.with_body(body))
    }
}

/// The text as a note has it; what quotes an earlier message begins with `>` on every line.
fn body(message: &ReadMessage) -> String {
    let mut body = String::with_capacity(message.text.len());
    let mut at = 0;
    for aside in &message.set_aside {
        body.push_str(message.text.get(at..aside.span.start).unwrap_or_default());
        let words = aside.span.of(&message.text);
        for line in words.split_inclusive('\n') {
            if aside.kind == RegionKind::Quoted && !line.trim_start().starts_with('>') {
                body.push_str("> ");
            }
            body.push_str(line);
        }
        at = aside.span.end;
    }
    body.push_str(message.text.get(at..).unwrap_or_default());
    if body.len() > LONGEST_BODY {
        let end = (0..=LONGEST_BODY).rev().find(|at| body.is_char_boundary(*at));
        body.truncate(end.unwrap_or_default());
        body.push_str(" […]");
    }
    // A note is text: what no editor shows is left to the exhibit.
    body.replace("\r\n", "\n").replace('\0', "\u{fffd}")
}
