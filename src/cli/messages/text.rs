//! What a text is: a chat, a note, somebody's words; and what to say of one that is none.

use std::io;
use std::io::Read as _;
use std::path::{Path, PathBuf};

use crate::failure::{Failure, FailureKind};
use crate::mail::{ChatForm, People, Person, ReadMessage, chat_form, plain_text};
use crate::note::{Kind, Note, split};
use crate::phrase::Phrase;
use crate::vault::open;

/// How many bytes of a text tell whether it is a chat.
const HEAD_OF_CHAT: usize = 64 * 1024;

/// The most bytes of a list of people that are read.
const LARGEST_LIST: u64 = 64 << 20;

/// The list of people in the folder above that of a file: a Slack export has a folder for each
/// channel.
#[derive(Default)]
pub(super) struct PeopleBeside {
    list: Option<PathBuf>,
    pub(super) people: People,
}

impl PeopleBeside {
    /// Looks for the list of another file. Where there is none, ids stay ids.
    pub(super) fn meet(&mut self, file: &Path) {
        let folder =
            file.parent().and_then(Path::parent).filter(|_| is_json(&file.to_string_lossy()));
        let list = folder.map(|folder| folder.join("users.json"));
        if list == self.list {
            return;
        }
        let mut bytes = Vec::new();
        let read = list.as_ref().and_then(|list| open(list).ok());
        let _ = read.map(|list| list.take(LARGEST_LIST).read_to_end(&mut bytes));
        self.people = People::parse(&bytes);
        self.list = list;
    }
}

/// Whether a file says that it is JSON.
pub(super) fn is_json(path: &str) -> bool {
    Path::new(path).extension().is_some_and(|ending| ending.eq_ignore_ascii_case("json"))
}

/// The form of a chat that a text is, by its first lines; a note is none.
pub(super) fn chat_of(path: &str, bytes: &[u8]) -> Option<ChatForm> {
    let is_note = Path::new(path).extension().is_some_and(|ending| ending == "md");
    let head = plain_text(&bytes[..bytes.len().min(HEAD_OF_CHAT)]).filter(|_| !is_note)?;
    chat_form(&head)
}

/// Nobody but the user can say what the days of a chat are.
pub(super) fn no_order(path: &str, example: &str) -> Failure {
    let message = Phrase::new("no-date-order").with("path", path).with("date", example);
    Failure::new(FailureKind::Usage, message).hint(Phrase::new("no-date-order-hint"))
}

/// A file that was named is no text.
pub(super) fn no_text(path: &str) -> Failure {
    Failure::new(FailureKind::Usage, Phrase::new("no-text").with("path", path))
        .hint(Phrase::new("no-text-hint"))
}

/// A file that was given as a chat is none.
pub(super) fn no_chat(path: &str) -> Failure {
    Failure::new(FailureKind::Usage, Phrase::new("no-chat").with("path", path))
        .hint(Phrase::new("no-chat-hint"))
}

/// A text or a note as a message; `Some(None)` for a note that is none, and for one without a word;
/// `None` for what is no text.
pub(super) fn text_message(path: &str, bytes: &[u8]) -> Option<Option<ReadMessage>> {
    let text = plain_text(bytes)?;
    // The head of a note is not what somebody wrote.
    let is_note = Path::new(path).extension().is_some_and(|ending| ending == "md");
    let note = is_note.then(|| Note::parse(path, &text, &mut Vec::new()));
    let kind = note.as_ref().and_then(|note| note.kind);
    if kind.is_some_and(|kind| kind != Kind::Message) {
        return Some(None);
    }
    let body = if is_note {
        split(&text, &mut Vec::new()).body
    } else {
        // The mark that some editors begin UTF-8 with is no word.
        let mark = text.len() - text.trim_start_matches('\u{feff}').len();
        (mark..text.len()).into()
    };
    if body.of(&text).trim().is_empty() {
        return Some(None);
    }
    let mut message = ReadMessage::plain(body.of(&text), body.start);
    if let std::borrow::Cow::Owned(_) = text {
        message.decoded();
    }
    let root = note.as_ref().and_then(Note::root);
    let key = |key| root.and_then(|root| root.get(key)?.text());
    if key("direction") == Some("outgoing") {
        return Some(None);
    }
    message.from = key("from").map(Person::parse);
    message.subject = key("subject").map(str::to_owned);
    Some(Some(message))
}

/// A file that cannot be read.
pub(super) fn unreadable(path: &str, error: &io::Error) -> Failure {
    if error.kind() == io::ErrorKind::NotFound {
        return Failure::new(FailureKind::NotFound, Phrase::new("path-missing").with("path", path))
            .hint(Phrase::new("path-missing-hint"));
    }
    Failure::new(FailureKind::Files, Phrase::new("cannot-read").with("path", path))
        .because(error)
        .hint(Phrase::new("cannot-read-hint"))
}
