//! Keys of a map: those that nothing reads, the nearest known word, and what has a name.

use super::Fields;
use crate::model::{Names, is_id};
use crate::note::Fault;
use crate::note::tree::Node;
use crate::note::value::shortened;
use crate::phrase::Phrase;

impl<'t, 'a> Fields<'t, 'a, '_> {
    /// Reports keys that are not among `known` but look like one of them.
    pub fn check_keys(&mut self, known: &[&'static str]) {
        for (key, _) in self.map.entries() {
            let Some(name) = key.text().filter(|name| !known.contains(name)) else { continue };
            if let Some(near) = nearest(name, known.iter().copied()) {
                self.report(unknown_key(key, name, nearest_hint(near)));
            }
        }
    }

    /// Reports every key that is not among `known`, in maps where a misspelt one would be silent.
    pub fn only_keys(&mut self, known: &[&'static str]) {
        self.only_keys_beside(known, &[]);
    }

    /// The same with keys of which something else is said.
    pub fn only_keys_beside(&mut self, known: &[&'static str], others: &[&'static str]) {
        for (key, _) in self.map.entries() {
            let is_passed = |name: &&str| known.contains(name) || others.contains(name);
            let Some(name) = key.text().filter(|name| !is_passed(name)) else { continue };
            let hint = match nearest(name, known.iter().copied()) {
                Some(near) => nearest_hint(near),
                None => Phrase::new("unknown-key-known").with("known", known.join(", ")),
            };
            self.report(unknown_key(key, name, hint));
        }
    }

    /// An id: lower-case words joined by hyphens.
    pub fn id(&mut self, key: &'static str) -> Option<&'t str> {
        let text = self.text(key)?;
        if is_id(text) {
            return Some(text);
        }
        let node = self.get(key)?;
        self.wrong_type(node, key, "wrong-type-id");
        None
    }

    /// What something is called: a text, or one for each language.
    pub fn names(&mut self, key: &'static str) -> Names {
        self.get(key).map(|node| self.names_at(node, key)).unwrap_or_default()
    }

    /// The same at a node below `key`.
    pub fn names_at(&mut self, node: Node<'t, 'a>, key: &'static str) -> Names {
        if let Some(text) = node.text() {
            return Names { en: Some(text.to_owned()), fr: None };
        }
        if !node.is_map() {
            self.wrong_type(node, key, "wrong-type-map");
            return Names::default();
        }
        let mut names = Fields::new(node, self.faults);
        names.only_keys(&["en", "fr"]);
        Names { en: names.text("en").map(str::to_owned), fr: names.text("fr").map(str::to_owned) }
    }
}

fn unknown_key(key: Node<'_, '_>, name: &str, hint: Phrase) -> Fault {
    Fault::new("unknown-key", key.span())
        .saying(Phrase::new("unknown-key").with("key", shortened(name)))
        .hinting(hint)
}

fn nearest_hint(near: &str) -> Phrase {
    Phrase::new("unknown-key-nearest").with("word", near)
}

/// The known word that a misspelt one is nearest to: at most a third of its letters away.
pub(crate) fn nearest<'k>(word: &str, known: impl Iterator<Item = &'k str>) -> Option<&'k str> {
    if word.len() > 64 {
        return None;
    }
    let folded = word.to_lowercase().replace('_', "-");
    known
        .map(|candidate| (strsim::osa_distance(&folded, candidate), candidate))
        .filter(|(distance, candidate)| *distance <= (candidate.len().max(3) / 3).min(3))
        .min()
        .map(|(_, candidate)| candidate)
}
