//! A finding about a client as a whole names a note and a key; its bytes are found once.

use crate::finding::Span;
use crate::note::{Fault, Note, PlacedFault, place};

/// A fault that names its place by a key.
#[derive(Clone, Debug, PartialEq)]
pub struct Anchored {
    /// The note or file, below the vault.
    pub path: String,
    /// The key whose value is at fault; `None` for the note as a whole.
    pub key: Option<&'static str>,
    /// The fault; its span is not set yet.
    pub fault: Fault,
}

impl Anchored {
    /// A fault of this code at `key` of the note at `path`.
    pub fn new(
        path: impl Into<String>,
        key: impl Into<Option<&'static str>>,
        fault: Fault,
    ) -> Self {
        Self { path: path.into(), key: key.into(), fault }
    }

    /// The fault with its place in `text`, the text of the note: the value of the key, else
    /// the first key, else the first character.
    pub fn place(self, text: &str) -> PlacedFault {
        let Self { path, key, mut fault } = self;
        fault.span = find_key(text, &path, key).unwrap_or_default();
        let placed = place(&path, text, vec![fault.clone()]).into_iter().next();
        placed.unwrap_or_else(|| crate::note::place_at_start(&path, fault))
    }
}

fn find_key(text: &str, path: &str, key: Option<&str>) -> Option<Span> {
    let note = Note::parse(path, text, &mut Vec::new());
    let root = note.root()?;
    let value = key.and_then(|key| root.entry(key)).map(|(_, value)| value.span());
    value.or_else(|| root.entries().next().map(|(name, _)| name.span()))
}
