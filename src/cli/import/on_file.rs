//! Which messages of a client are on file already, whole.
//!
//! A message is three files: its bytes, their note, and the message note. Where an import was
//! stopped, or somebody removed one, the others are no reason to leave the message out.

use std::collections::{HashMap, HashSet};

use rayon::prelude::*;

use crate::model::{Case, Digest, Store};
use crate::note::body::link_target;
use crate::note::{Kind, Note};
use crate::vault::{ClientFiles, Vault, read_text};

/// The messages that are on file, and what is there of others.
#[derive(Default)]
pub(super) struct OnFile {
    /// Digests of the bytes of messages that are whole.
    bytes: HashSet<Digest>,
    /// Digests of the ids and words of messages that are whole.
    words: HashSet<Digest>,
    /// Digests of the bytes and dates of messages that are whole.
    dated: HashSet<(Digest, String)>,
    /// Digests of the bytes of whole messages whose notes have no date.
    undated: HashSet<Digest>,
    /// Of chats, how many messages that are whole say the same, at the same time, from the same.
    said: HashMap<Digest, usize>,
    /// The same of the file that is being read.
    met: HashMap<Digest, usize>,
    /// The names of exhibits that message notes name and that are not there, and how many do.
    broken: HashMap<String, usize>,
    /// The exhibits that are there with their notes: digest and name.
    exhibits: HashMap<Digest, String>,
}

impl OnFile {
    /// Looks through what is on file about a client.
    pub(super) fn of(vault: &Vault, case: &Case) -> Self {
        let files = vault.client_files(&case.client.id);
        let there = exhibits(case, &files);
        let known: HashSet<&str> = case.messages.iter().map(|one| one.note.as_str()).collect();
        let is_message = |path: &str| path.contains("/messages/") || known.contains(path);
        let notes = files.notes.par_iter().filter(|note| is_message(&note.path));
        let notes: Vec<OfNote> = notes.filter_map(|note| OfNote::read(vault, &note.path)).collect();
        let mut on_file = Self::default();
        for OfNote { exhibit, words, said, date } in notes {
            match exhibit.map(|name| (there.get(&name).copied(), name)) {
                Some((None, name)) => *on_file.broken.entry(name).or_default() += 1,
                // A note that somebody wrote by hand may name no exhibit: its id tells it.
                whole => {
                    let bytes = whole.and_then(|(digest, _)| digest);
                    on_file.bytes.extend(bytes);
                    match date {
                        Some(date) => on_file.dated.extend(bytes.map(|bytes| (bytes, date))),
                        None => on_file.undated.extend(bytes),
                    }
                    on_file.words.extend(words);
                    *on_file.said.entry(said).or_default() += 1;
                }
            }
        }
        on_file.exhibits = there.into_iter().map(|(name, digest)| (digest, name)).collect();
        on_file
    }

    /// Whether a mail is there; if not, it is from now on.
    pub(super) fn meets(&mut self, bytes: Digest, words: Option<Digest>) -> bool {
        if self.bytes.contains(&bytes) || words.is_some_and(|words| self.words.contains(&words)) {
            return true;
        }
        self.bytes.insert(bytes);
        self.words.extend(words);
        false
    }

    /// The same of a text, which its bytes and its date tell: what is sent again on another day is
    /// another message. Where nobody says the date of one of them, the same words are one.
    pub(super) fn meets_text(&mut self, bytes: Digest, date: Option<&str>) -> bool {
        let dated = date.map(|date| (bytes, date.to_owned()));
        let is_there = match &dated {
            Some(dated) => self.undated.contains(&bytes) || self.dated.contains(dated),
            None => self.bytes.contains(&bytes),
        };
        self.bytes.insert(bytes);
        match dated {
            Some(dated) => self.dated.extend([dated]),
            None => self.undated.extend([bytes]),
        }
        is_there
    }

    /// The same of a message of a chat: what is said twice within a minute are two messages.
    pub(super) fn meets_in_chat(&mut self, said: Digest) -> bool {
        let met = self.met.entry(said).or_default();
        *met += 1;
        let there = self.said.entry(said).or_default();
        let is_there = *met <= *there;
        *there = (*there).max(*met);
        is_there
    }

    /// Begins another file: what was met in the one before may be said in it again.
    pub(super) fn begin_file(&mut self) {
        self.met.clear();
    }

    /// The exhibit with these bytes.
    pub(super) fn exhibit(&self, bytes: Digest) -> Option<&str> {
        self.exhibits.get(&bytes).map(String::as_str)
    }

    /// Knows an exhibit that is being made.
    pub(super) fn add_exhibit(&mut self, bytes: Digest, name: &str) {
        self.exhibits.insert(bytes, name.to_owned());
    }

    /// Whether a message note is there that named this exhibit in vain; each of them once.
    pub(super) fn mends(&mut self, exhibit: &str) -> bool {
        let Some(left) = self.broken.get_mut(exhibit).filter(|left| **left > 0) else {
            return false;
        };
        *left -= 1;
        true
    }
}

/// The exhibits whose files are there, or are kept elsewhere: name and digest.
fn exhibits(case: &Case, files: &ClientFiles) -> HashMap<String, Digest> {
    let names: HashSet<&str> =
        files.others.iter().filter_map(|file| file.path.rsplit('/').next()).collect();
    let exhibits = case.exhibits.iter();
    exhibits
        .filter(|one| one.store == Store::Detached || names.contains(one.file.as_str()))
        .map(|one| (one.file.clone(), one.digest))
        .collect()
}

/// What a message note tells about which message it is.
struct OfNote {
    exhibit: Option<String>,
    words: Option<Digest>,
    said: Digest,
    date: Option<String>,
}

impl OfNote {
    fn read(vault: &Vault, path: &str) -> Option<Self> {
        let read = read_text(&vault.root().join(path));
        let note = Note::parse(path, &read.text, &mut Vec::new());
        let key = |key| note.root()?.get(key)?.text();
        if key("type") != Some(Kind::Message.as_str()) {
            return None;
        }
        let body = note.parts.body.of(&read.text);
        Some(Self {
            exhibit: key("exhibit").map(|link| link_target(link).to_owned()),
            words: key("message-id").map(|id| words_of(id, body)),
            said: said_by(key("from"), key("date"), body),
            date: key("date").map(str::to_owned),
        })
    }
}

/// The digest of a message's id and of its words: the same mail that came by two ways is one, and
/// another text under the same id is another message.
pub(super) fn words_of(id: &str, body: &str) -> Digest {
    Digest::of(format!("message-id:{}\n{}", id.trim(), signs(body)).as_bytes())
}

/// The digest of who said what when in a chat; `date` is as a note has it.
pub(super) fn said_by(from: Option<&str>, date: Option<&str>, body: &str) -> Digest {
    let [from, date] = [from, date].map(Option::unwrap_or_default);
    Digest::of(format!("chat:{from}\n{date}\n{}", signs(body)).as_bytes())
}

/// What is written, however its lines break and are quoted.
fn signs(body: &str) -> String {
    body.chars().filter(|sign| !sign.is_whitespace() && *sign != '>').collect()
}
