//! Words by what they mean: `overdue`, `unpaid` and `in arrears` are all `owed`.
//!
//! A table learnt from a few thousand texts knows few words well. Where it weighs what a word
//! means, a word that no text had is weighed too.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::normal::Normal;
use super::words::{Spellings, WordBook};
use crate::finding::Span;
use crate::model::Language;

const ENGLISH: &str = include_str!("../../templates/lexicon/en.tsv");
const FRENCH: &str = include_str!("../../templates/lexicon/fr.tsv");

/// A word that may end in any way has at least so many letters before its `*`.
const SHORTEST_STEM: usize = 4;
/// The meanings of the words of a language.
#[derive(Debug, Default)]
pub(super) struct Lexicon {
    names: Vec<String>,
    whole: FxHashMap<String, Vec<Entry>>,
    stems: FxHashMap<String, Vec<Entry>>,
}

/// What follows the first word of an entry, and what the entry means.
#[derive(Debug)]
struct Entry {
    rest: Vec<Word>,
    meaning: u16,
}

/// A word of an entry.
#[derive(Debug)]
struct Word {
    text: String,
    is_stem: bool,
}

impl Word {
    fn is(&self, word: &str) -> bool {
        if self.is_stem { word.starts_with(&self.text) } else { word == self.text }
    }
}

/// A meaning in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Meaning {
    /// Its number in [`Lexicon::names`].
    pub(super) number: u16,
    /// The bytes.
    pub(super) span: Span,
}

impl Lexicon {
    /// The built-in meanings of a language.
    pub(super) fn of(language: Language) -> &'static Self {
        static CELLS: [OnceLock<Lexicon>; 2] = [OnceLock::new(), OnceLock::new()];
        let (cell, table) = match language {
            Language::En => (&CELLS[0], ENGLISH),
            Language::Fr => (&CELLS[1], FRENCH),
        };
        cell.get_or_init(|| Self::parse(table, WordBook::of(language).spellings()))
    }

    /// Reads a line for each meaning: its name, a tabulator, and entries between commas.
    fn parse(table: &str, spellings: &Spellings) -> Self {
        let mut lexicon = Self::default();
        for line in table.lines().filter(|line| !line.starts_with('#')) {
            let Some((name, entries)) = line.split_once('\t') else { continue };
            let meaning = u16::try_from(lexicon.names.len()).unwrap_or(u16::MAX);
            lexicon.names.push(format!("={name}"));
            for entry in entries.split(", ") {
                lexicon.add(meaning, words_of(entry, spellings));
            }
        }
        lexicon
    }

    fn add(&mut self, meaning: u16, mut words: Vec<Word>) {
        if words.is_empty() {
            return;
        }
        let first = words.remove(0);
        let beginnings = if first.is_stem { &mut self.stems } else { &mut self.whole };
        beginnings.entry(first.text).or_default().push(Entry { rest: words, meaning });
    }

    /// The meanings, each as tables of wording name it: `=owed`.
    pub(super) fn names(&self) -> &[String] {
        &self.names
    }

    /// The name of a meaning.
    pub(super) fn name(&self, number: u16) -> &str {
        self.names.get(usize::from(number)).map_or("", String::as_str)
    }

    /// What the words of a normalised sentence mean, in their order.
    pub(super) fn meanings(&self, sentence: &str) -> Vec<Meaning> {
        let words: Vec<Span> = words(sentence).collect();
        let mut found = Vec::new();
        for (at, span) in words.iter().enumerate() {
            let first = span.of(sentence);
            let known = self.whole.get(first);
            let longest = if first.is_ascii() { first.len() } else { 0 };
            let stems = (SHORTEST_STEM..=longest).filter_map(|end| self.stems.get(&first[..end]));
            for entry in known.into_iter().chain(stems).flatten() {
                let mut following = words[at + 1..].iter();
                let is_there = entry
                    .rest
                    .iter()
                    .all(|word| following.next().is_some_and(|span| word.is(span.of(sentence))));
                if is_there {
                    let end = words[at + entry.rest.len()].end;
                    let span = Span::new(span.start, end);
                    found.push(Meaning { number: entry.meaning, span });
                }
            }
        }
        found
    }
}

/// The words of an entry as they are matched; one with a `*` may go on.
fn words_of(entry: &str, spellings: &Spellings) -> Vec<Word> {
    let mut found: Vec<Word> = Vec::new();
    for word in entry.split_whitespace() {
        let normal = Normal::of(word, Some(spellings)).text;
        found.extend(
            words(&normal).map(|span| Word { text: span.of(&normal).into(), is_stem: false }),
        );
        if let Some(last) = found.last_mut() {
            last.is_stem = word.ends_with('*') && last.text.len() >= SHORTEST_STEM;
        }
    }
    found
}

/// The words of a normalised sentence; `l'affiche` is two.
fn words(sentence: &str) -> impl Iterator<Item = Span> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let start = from + sentence[from..].find(char::is_alphanumeric)?;
        let rest = &sentence[start..];
        from = start + rest.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(rest.len());
        Some(Span::new(start, from))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn lexicon() -> Lexicon {
        let table =
            "# what\nowed\toverdue, in arrears, unpaid*\nnegation\tnot, l'aucun\nodd\tday*, \n";
        Lexicon::parse(table, WordBook::of(Language::En).spellings())
    }

    fn found(sentence: &str) -> Vec<(&'static str, String)> {
        let names = ["owed", "negation", "odd"];
        let meanings = lexicon().meanings(sentence);
        let name = |meaning: &Meaning| names[usize::from(meaning.number)];
        meanings
            .iter()
            .map(|meaning| (name(meaning), meaning.span.of(sentence).to_owned()))
            .collect()
    }

    #[test]
    fn words_phrases_and_stems_have_their_meaning() {
        let owed = |text: &str| vec![("owed", text.to_owned())];
        assert_eq!(found("the unpaidness of it"), owed("unpaidness"));
        assert_eq!(found("we are in arrears here"), owed("in arrears"));
        assert_eq!(found("in the arrears"), []);
        assert_eq!(found("l'aucun"), [("negation", "l'aucun".to_owned())]);
        // A stem of three letters is a whole word.
        assert_eq!((found("days"), found("day").len()), (vec![], 1));
    }

    #[test]
    fn the_built_in_meanings_are_the_same_in_both_languages() {
        let [english, french] = Language::ALL.map(Lexicon::of);
        assert_eq!(english.names(), french.names());
        for lexicon in [english, french] {
            let count = lexicon.names().len();
            let meanings = lexicon.whole.values().chain(lexicon.stems.values()).flatten();
            let mut is_there = vec![false; count];
            meanings.for_each(|entry| is_there[usize::from(entry.meaning)] = true);
            assert!(count > 100 && is_there.iter().all(|is_there| *is_there));
        }
    }
}
