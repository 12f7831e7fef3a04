//! Words that rules have in common: sets such as `<soon>`, and other spellings; for each language
//! one file for every rule and one for the rules about letters.

use std::collections::HashMap;
use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::model::Language;
use crate::note::{Fault, Note};

const ENGLISH_FILES: [(&str, &str); 2] = [
    ("en.md", include_str!("../../templates/words/en.md")),
    ("en-letters.md", include_str!("../../templates/words/en-letters.md")),
];
const FRENCH_FILES: [(&str, &str); 2] = [
    ("fr.md", include_str!("../../templates/words/fr.md")),
    ("fr-letters.md", include_str!("../../templates/words/fr-letters.md")),
];

/// The words of a language.
#[derive(Clone, Debug, Default)]
pub struct WordBook {
    sets: HashMap<String, Vec<String>>,
    spellings: Spellings,
}

/// Other spellings of a language, and what they stand for: `u` for `you`, `don't` for `do not`.
#[derive(Clone, Debug, Default)]
pub struct Spellings(FxHashMap<String, String>);

impl Spellings {
    /// What a word stands for; `None` where it is spelt as in books.
    pub fn full(&self, word: &str) -> Option<&str> {
        self.0.get(word).map(String::as_str)
    }
}

impl WordBook {
    /// The built-in words of a language.
    pub fn of(language: Language) -> &'static Self {
        static ENGLISH: OnceLock<WordBook> = OnceLock::new();
        static FRENCH: OnceLock<WordBook> = OnceLock::new();
        let (cell, files) = match language {
            Language::En => (&ENGLISH, ENGLISH_FILES),
            Language::Fr => (&FRENCH, FRENCH_FILES),
        };
        cell.get_or_init(|| {
            let mut book = Self::default();
            files.iter().for_each(|(name, text)| book.read(name, text, &mut Vec::new()));
            book
        })
    }

    /// Reads the words of a note: `spellings:` and `sets:`.
    pub fn parse(path: &str, text: &str, faults: &mut Vec<Fault>) -> Self {
        let mut book = Self::default();
        book.read(path, text, faults);
        book
    }

    fn read(&mut self, path: &str, text: &str, faults: &mut Vec<Fault>) {
        let note = Note::parse(path, text, faults);
        let Some(root) = note.root() else { return };
        for (word, full) in root.get("spellings").into_iter().flat_map(|map| map.entries()) {
            if let (Some(word), Some(full)) = (word.text(), full.text()) {
                self.spellings.0.insert(word.to_owned(), full.to_owned());
            }
        }
        for (name, items) in root.get("sets").into_iter().flat_map(|map| map.entries()) {
            let Some(name) = name.text() else { continue };
            let words = items.items().filter_map(|item| item.text().map(str::to_owned)).collect();
            self.sets.insert(name.to_owned(), words);
        }
    }

    /// The words of a set, each a piece of a pattern; `None` where there is no such set.
    pub fn set(&self, name: &str) -> Option<&[String]> {
        self.sets.get(name).map(Vec::as_slice)
    }

    /// The names of the sets, sorted.
    pub fn names(&self) -> Vec<&str> {
        let mut names: Vec<&str> = self.sets.keys().map(String::as_str).collect();
        names.sort_unstable();
        names
    }

    /// The other spellings.
    pub const fn spellings(&self) -> &Spellings {
        &self.spellings
    }
}
