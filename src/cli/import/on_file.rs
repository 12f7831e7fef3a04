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
    /// The names of exhibits that a message note names, whether they are there or not.
    cited: HashSet<String>,
    /// The exhibits that are there with their notes: digest and name.
    exhibits: HashMap<Digest, String>,
}

impl OnFile {
    /// Looks through what is on file about a client.
    pub(super) fn of(vault: &Vault, case: &Case) -> Self {
        let files = vault.client_files(&case.client.id);
        let mut on_file = Self { exhibits: exhibits(case, &files), ..Self::default() };
        let digests: HashMap<String, Digest> =
            on_file.exhibits.iter().map(|(digest, name)| (name.clone(), *digest)).collect();
        let is_message = |path: &str| {
            path.contains("/messages/") || case.messages.iter().any(|one| one.note == path)
        };
        let notes = files.notes.par_iter().filter(|note| is_message(&note.path));
        let notes: Vec<OfNote> = notes.filter_map(|note| OfNote::read(vault, &note.path)).collect();
        for OfNote { exhibit, words } in notes {
            let digest = exhibit.as_ref().map(|name| digests.get(name));
            // A note that somebody wrote by hand may name no exhibit: its id tells it.
            if digest.is_none_or(|digest| digest.is_some()) {
                on_file.words.extend(words);
                on_file.bytes.extend(digest.flatten());
            }
            on_file.cited.extend(exhibit);
        }
        on_file
    }

    /// Whether a message is there; if not, it is from now on.
    pub(super) fn meets(&mut self, bytes: Digest, words: Option<Digest>) -> bool {
        if self.bytes.contains(&bytes) || words.is_some_and(|words| self.words.contains(&words)) {
            return true;
        }
        self.bytes.insert(bytes);
        self.words.extend(words);
        false
    }

    /// The exhibit with these bytes.
    pub(super) fn exhibit(&self, bytes: Digest) -> Option<&str> {
        self.exhibits.get(&bytes).map(String::as_str)
    }

    /// Knows an exhibit that is being made.
    pub(super) fn add_exhibit(&mut self, bytes: Digest, name: &str) {
        self.exhibits.insert(bytes, name.to_owned());
    }

    /// Whether a message note names this exhibit.
    pub(super) fn is_cited(&self, exhibit: &str) -> bool {
        self.cited.contains(exhibit)
    }
}

/// The exhibits whose files are there, or are kept elsewhere.
fn exhibits(case: &Case, files: &ClientFiles) -> HashMap<Digest, String> {
    let names: HashSet<&str> =
        files.others.iter().filter_map(|file| file.path.rsplit('/').next()).collect();
    let is_there = |name: &str| names.contains(name);
    let exhibits = case.exhibits.iter();
    exhibits
        .filter(|exhibit| exhibit.store == Store::Detached || is_there(&exhibit.file))
        .map(|exhibit| (exhibit.digest, exhibit.file.clone()))
        .collect()
}

/// What a message note tells about which message it is.
struct OfNote {
    exhibit: Option<String>,
    words: Option<Digest>,
}

impl OfNote {
    fn read(vault: &Vault, path: &str) -> Option<Self> {
        let read = read_text(&vault.root().join(path));
        let note = Note::parse(path, &read.text, &mut Vec::new());
        let key = |key| note.root()?.get(key)?.text();
        if key("type") != Some(Kind::Message.as_str()) {
            return None;
        }
        let words = key("message-id").map(|id| words_of(id, note.parts.body.of(&read.text)));
        Some(Self { exhibit: key("exhibit").map(|link| link_target(link).to_owned()), words })
    }
}

/// The digest of a message's id and of its letters and digits: the same mail that came by two
/// ways is one, and another text under the same id is another message.
pub(super) fn words_of(id: &str, body: &str) -> Digest {
    let letters: String = body.chars().filter(|one| one.is_alphanumeric()).collect();
    Digest::of(format!("message-id:{}\n{letters}", id.trim()).as_bytes())
}
