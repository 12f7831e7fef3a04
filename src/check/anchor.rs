//! A finding about a client as a whole names a note and a key; its bytes are found once.

use crate::finding::Span;
use crate::note::{Fault, Note, PlacedFault, place};

/// A fault that names its place by a key.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchored {
    /// The note or file, below the vault.
    pub path: String,
    /// Where in it.
    pub spot: Spot,
    /// The fault; its span is not set yet.
    pub fault: Fault,
}

/// A place in a file, before its bytes are known.
#[derive(Clone, Debug, PartialEq)]
pub enum Spot {
    /// The first key of the note, else its first character.
    Start,
    /// The value of a key, else as [`Spot::Start`].
    Key(&'static str),
    /// The last mention of these words in the value of a key, else in the whole file.
    Words(&'static str, String),
    /// These bytes.
    Bytes(Span),
}

impl Anchored {
    /// A fault at `key` of the note at `path`, or of the note as a whole.
    pub fn new(
        path: impl Into<String>,
        key: impl Into<Option<&'static str>>,
        fault: Fault,
    ) -> Self {
        let spot = key.into().map_or(Spot::Start, Spot::Key);
        Self { path: path.into(), spot, fault }
    }

    /// A fault at the last mention of `words` in the value of `key`.
    pub fn at_words(
        path: impl Into<String>,
        key: &'static str,
        words: impl Into<String>,
        fault: Fault,
    ) -> Self {
        Self { path: path.into(), spot: Spot::Words(key, words.into()), fault }
    }

    /// A fault at these bytes of the file at `path`.
    pub fn at_bytes(path: impl Into<String>, span: Span, fault: Fault) -> Self {
        Self { path: path.into(), spot: Spot::Bytes(span), fault }
    }

    /// The fault with its place in `text`, the text of the file.
    pub fn place(self, text: &str) -> PlacedFault {
        let Self { path, spot, mut fault } = self;
        fault.span = find(text, &path, &spot).unwrap_or_default();
        let placed = place(&path, text, vec![fault.clone()]).into_iter().next();
        placed.unwrap_or_else(|| crate::note::place_at_start(&path, fault))
    }
}

fn find(text: &str, path: &str, spot: &Spot) -> Option<Span> {
    if let Spot::Bytes(span) = spot {
        return Some(*span);
    }
    // Only notes have front matter; in a table, words are looked for everywhere.
    let note = path.ends_with(".md").then(|| Note::parse(path, text, &mut Vec::new()));
    let root = note.as_ref().and_then(Note::root);
    let value = |key| root.and_then(|root| root.entry(key)).map(|(_, value)| value.span());
    let found = match spot {
        Spot::Start | Spot::Bytes(_) => None,
        Spot::Key(key) => value(key),
        Spot::Words(key, words) => {
            let within = value(key).unwrap_or(Span::new(0, text.len()));
            let last = within.of(text).rfind(words.as_str()).filter(|_| !words.is_empty());
            last.map(|at| Span::new(within.start + at, within.start + at + words.len()))
                .or_else(|| value(key))
        }
    };
    found.or_else(|| root?.entries().next().map(|(name, _)| name.span()))
}
