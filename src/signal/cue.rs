//! The words of a text as cues: each word, and each two that follow each other.

use std::collections::BTreeSet;

use super::normal::Normal;
use super::sentence::sentences;
use super::words::WordBook;
use crate::finding::Span;
use crate::model::Language;

/// How many letters of a word count; what follows is mostly its ending.
const BEGINNING: usize = 5;

/// Stands before the first word of a sentence.
pub(super) const FIRST: &str = "^";
/// Stands after the last one.
pub(super) const LAST: &str = "$";
/// Stands for every number.
const NUMBER: &str = "0";

/// The words of a normalised sentence, each by its beginning, with the bytes of the whole word.
/// Marks of question and exclamation are words.
pub(super) fn words(sentence: &str) -> impl Iterator<Item = (Span, &str)> {
    let mut from = 0;
    std::iter::from_fn(move || {
        let rest = &sentence[from..];
        let start = from + rest.find(|letter| is_in_word(letter) || is_mark(letter))?;
        let belongs = if sentence[start..].starts_with(is_mark) { is_mark } else { is_in_word };
        let word = &sentence[start..];
        let word = &word[..word.find(|letter| !belongs(letter)).unwrap_or(word.len())];
        from = start + word.len();
        Some((Span::new(start, from), beginning(word)))
    })
}

fn beginning(word: &str) -> &str {
    if word.starts_with(|letter: char| letter.is_ascii_digit()) {
        return NUMBER;
    }
    let end = word.char_indices().nth(BEGINNING).map_or(word.len(), |(end, _)| end);
    &word[..end]
}

fn is_in_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '\''
}

const fn is_mark(letter: char) -> bool {
    matches!(letter, '?' | '!')
}

/// The cues of a whole text, as tables of wording name them: `atten`, `atten vous`, `^ atten`.
pub fn cues(text: &str, language: Language) -> BTreeSet<String> {
    let spellings = WordBook::of(language).spellings();
    let mut found = BTreeSet::new();
    for sentence in sentences(text, Span::new(0, text.len())) {
        let normal = Normal::of(sentence.of(text), Some(spellings));
        let mut before = FIRST;
        for (_, word) in words(&normal.text) {
            found.insert(word.to_owned());
            found.insert(format!("{before} {word}"));
            before = word;
        }
        found.insert(format!("{before} {LAST}"));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_cut_and_numbers_are_all_alike() {
        let found: Vec<&str> =
            words("call me back?! at 18h30, l'affiche").map(|one| one.1).collect();
        assert_eq!(found, ["call", "me", "back", "?!", "at", "0", "l'aff"]);
        assert_eq!(words(" - ").count(), 0);
    }

    #[test]
    fn a_text_has_its_words_and_each_two_in_a_row() {
        let found = cues("Answer me. Answer!", Language::En);
        let expected = ["! $", "!", "^ answe", "answe", "answe !", "answe me", "me", "me $"];
        assert_eq!(found, expected.map(str::to_owned).into());
    }
}
