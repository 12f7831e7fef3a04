//! A message as files of the vault: its bytes with their note, and the message note.

use std::collections::HashSet;
use std::path::Path;

use rayon::prelude::*;

use crate::cli::evidence;
use crate::cli::messages::Found;
use crate::cli::recording::NewFile;
use crate::cli::session::Session;
use crate::mail::{Parties, ReadMessage, Side, asks};
use crate::model::{Case, Channel, Digest, Direction, Moment};
use crate::note::compose::{FrontMatter, slug, wikilink};
use crate::note::{Kind, Note};
use crate::signal::RegionKind;
use crate::vault::{Vault, read_text};

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
    /// Digests of the ids and of the bytes of messages that are there.
    there: HashSet<Digest>,
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
    /// The same message is there.
    There,
    /// It is neither of the client nor of the user.
    Other,
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
        let id_of = |message: &crate::model::Message| {
            let read = read_text(&vault.root().join(&message.note));
            let note = Note::parse(&message.note, &read.text, &mut Vec::new());
            note.root()?.get("message-id")?.text().map(digest_of_id)
        };
        let ids: Vec<Digest> = case.messages.par_iter().filter_map(id_of).collect();
        let bytes = case.exhibits.iter().map(|exhibit| exhibit.digest);
        let there = ids.into_iter().chain(bytes).collect();
        Self { session, vault, case, parties, sent, there }
    }

    /// Files a portion, in its order.
    pub(super) fn file(&mut self, portion: &[Found]) -> Vec<Filed> {
        let read: Vec<(ReadMessage, Digest)> =
            portion.par_iter().map(|found| (found.read(), Digest::of(found.raw()))).collect();
        portion
            .iter()
            .zip(read)
            .map(|(found, (message, bytes))| self.one(found, &message, bytes))
            .collect()
    }

    fn one(&mut self, found: &Found, message: &ReadMessage, bytes: Digest) -> Filed {
        let side = message.from.as_ref().map_or(Side::Client, |from| self.parties.side(from));
        let direction = match side {
            Side::Client => Direction::Incoming,
            Side::User => Direction::Outgoing,
            Side::Other if self.parties.know_the_client() => return Filed::Other,
            Side::Other => Direction::Incoming,
        };
        let id = message.id.as_deref().map(digest_of_id);
        if self.there.contains(&bytes) || id.is_some_and(|id| self.there.contains(&id)) {
            return Filed::There;
        }
        self.there.insert(bytes);
        self.there.extend(id);
        let moment = message.sent.map(|sent| sent.moment(&self.case.client.zone)).or(self.sent);
        let (session, vault, client) = (self.session, self.vault, &self.case.client);
        let origin = Path::new(&*found.path);
        let exhibit =
            evidence::of_message(session, vault, client, origin, found.kind(), found.raw(), moment);
        let mut files = exhibit.files;
        files.push(self.note(message, direction, moment, &exhibit.name, found.channel(), bytes));
        Filed::New { files, is_dated: moment.is_some() }
    }

    fn note(
        &self,
        message: &ReadMessage,
        direction: Direction,
        moment: Option<Moment>,
        exhibit: &str,
        channel: Channel,
        bytes: Digest,
    ) -> NewFile {
        let date = moment.map(|moment| moment.to_string());
        let to: Vec<String> = message.to.iter().map(ToString::to_string).collect();
        let front = FrontMatter::new(Kind::Message);
        let front = match &date {
            Some(date) => front.bare("date", date),
            None => front,
        };
        let front = front
            .bare("direction", direction.as_str())
            .bare("channel", channel.as_str())
            .text_if("from", message.from.as_ref().map(ToString::to_string).as_deref())
            .text_if("to", (!to.is_empty()).then(|| to.join(", ")).as_deref())
            .text_if("subject", message.subject.as_deref().filter(|subject| !subject.is_empty()))
            .bare("asks", if asks(&message.text, &message.own()) { "true" } else { "false" })
            .text("exhibit", &wikilink(exhibit))
            .text_if("message-id", message.id.as_deref());
        let words = message.subject.as_deref().unwrap_or(&message.text);
        let name = slug(words.lines().find(|line| !line.trim().is_empty()).unwrap_or_default());
        let name = if name.is_empty() { "message".to_owned() } else { name };
        let (folder, day) = match moment {
            Some(moment) => (
                format!("{:04}-{:02}", moment.day.year(), moment.day.month()),
                moment.day.to_string(),
            ),
            None => ("undated".to_owned(), "undated".to_owned()),
        };
        let path = format!(
            "clients/{}/messages/{folder}/{day}-{name}-{}.md",
            self.case.client.id,
            &bytes.to_hex()[..6]
        );
        NewFile::new(path, front.with_body(&body(message)))
    }
}

fn digest_of_id(id: &str) -> Digest {
    Digest::of(format!("message-id:{}", id.trim()).as_bytes())
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
