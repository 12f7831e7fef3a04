//! The words of a text as cues: each word, each two that follow each other, and what they mean.

use std::collections::BTreeSet;

use super::lexicon::Lexicon;
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
/// Stands before the place of a sentence in its letter.
const PLACE: char = '@';
/// Stands before a word of the sentence before.
const BEFORE: char = '<';
/// Places are told apart up to here.
const FAR: usize = 4;
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

/// The cues of a whole text, as tables of wording name them: `atten`, `atten vous`, `^ atten`,
/// and for what the words mean `=wait`.
pub fn cues(text: &str, language: Language) -> BTreeSet<String> {
    let spellings = WordBook::of(language).spellings();
    let mut found = BTreeSet::new();
    for sentence in sentences(text, Span::new(0, text.len())) {
        add_cues(&Normal::of(sentence.of(text), Some(spellings)).text, language, &mut found);
    }
    found
}

/// The cues of each sentence of a letter: its own, and where it stands.
pub fn cues_in_letter(sentences: &[&str], language: Language) -> Vec<BTreeSet<String>> {
    let spellings = Some(WordBook::of(language).spellings());
    let normals: Vec<String> =
        sentences.iter().map(|sentence| Normal::of(sentence, spellings).text).collect();
    let cues_of = |(index, normal): (usize, &String)| {
        let mut found = context(&normals, index);
        add_cues(normal, language, &mut found);
        found
    };
    normals.iter().enumerate().map(cues_of).collect()
}

fn add_cues(normal: &str, language: Language, found: &mut BTreeSet<String>) {
    let mut before = FIRST;
    for (_, word) in words(normal) {
        found.insert(word.to_owned());
        found.insert(format!("{before} {word}"));
        before = word;
    }
    found.insert(format!("{before} {LAST}"));
    let lexicon = Lexicon::of(language);
    let meanings = lexicon.meanings(normal).into_iter();
    found.extend(meanings.map(|meaning| lexicon.name(meaning.number).to_owned()));
}

/// Where a normalised sentence of a letter stands: `@0` is the first, `@-0` the last, those beyond
/// [`FAR`] are alike; and `<atten` for each word of the sentence before it.
pub(super) fn context(normals: &[String], index: usize) -> BTreeSet<String> {
    let left = normals.len().saturating_sub(index + 1);
    let mut found = BTreeSet::from([
        format!("{PLACE}{}", index.min(FAR)),
        format!("{PLACE}-{}", left.min(FAR)),
    ]);
    if let Some(before) = index.checked_sub(1).and_then(|before| normals.get(before)) {
        found.extend(words(before).map(|(_, word)| format!("{BEFORE}{word}")));
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
        let expected = ["!", "! $", "^ answe", "answe", "answe !", "answe me", "me", "me $"];
        let (meanings, words): (Vec<&str>, Vec<&str>) =
            found.iter().map(String::as_str).partition(|cue| cue.starts_with('='));
        assert_eq!(words, expected);
        assert!(meanings.contains(&"=answer-verb"), "{meanings:?}");
    }

    #[test]
    fn a_sentence_of_a_letter_has_its_place_and_the_words_before_it() {
        let found = cues_in_letter(&["Dear Ann,", "thanks.", "Bye"], Language::En);
        let has = |index: usize, cue: &str| found.get(index).is_some_and(|one| one.contains(cue));
        assert!(has(0, "@0") && has(0, "@-2") && has(2, "@-0") && has(1, "<dear"), "{found:?}");
        assert!(has(1, "thank") && !has(0, "<dear") && !has(2, "<ann"), "{found:?}");
    }
}
