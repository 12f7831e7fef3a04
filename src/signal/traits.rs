//! What the way of writing says beside the words: capitals, chopped sentences.

use crate::finding::Span;

/// The fewest letters of a sentence that can shout.
const FEWEST_LETTERS: usize = 12;

/// The first sentence of which nearly all letters are capitals, in more than three words.
pub(super) fn shouting(text: &str, sentences: &[Span]) -> Option<Span> {
    let shouts = |span: &&Span| {
        let words = span.of(text);
        let (mut letters, mut capitals) = (0, 0);
        for letter in words.chars().filter(|letter| letter.is_alphabetic()) {
            letters += 1;
            capitals += usize::from(letter.is_uppercase());
        }
        letters >= FEWEST_LETTERS
            && capitals * 10 >= letters * 9
            && words.split_whitespace().count() > 3
    };
    sentences.iter().find(shouts).copied()
}

/// The first three sentences in a row that have one word each.
pub(super) fn chopped_words(text: &str, sentences: &[Span]) -> Option<Span> {
    let is_single = |span: &Span| {
        let words = span.of(text);
        words.ends_with('.') && words.len() > 2 && words.split_whitespace().count() == 1
    };
    let three = sentences.windows(3).find(|three| three.iter().all(is_single))?;
    Some(Span::new(three[0].start, three[2].end))
}

/// Days and months, which English writes with a capital, and `I`.
const CAPITALISED: &str = "monday tuesday wednesday thursday friday saturday sunday january \
    february march april may june july august september october november december christmas \
    easter i i'm i'll i've i'd english french german dutch spanish italian";

/// Whether a sentence names somebody who is not `addressed`: a word with a capital that is not
/// its first one.
pub(super) fn names_somebody(sentence: &str, addressed: &str) -> bool {
    let letters = |word: &str| {
        let word = word.split(['\'', '\u{2019}']).next_back().unwrap_or_default();
        word.trim_matches(|letter: char| !letter.is_alphanumeric()).to_owned()
    };
    let mut words = sentence.split_whitespace();
    let _ = words.next();
    words.map(letters).any(|word| {
        word.starts_with(char::is_uppercase)
            && word.chars().any(char::is_lowercase)
            && !CAPITALISED.split_ascii_whitespace().any(|known| known == word.to_lowercase())
            && !addressed.contains(&word)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_capital_that_begins_no_sentence() {
        let names = |sentence| names_somebody(sentence, "Dear Paula,");
        assert!(names("For the hedges ask Donal."));
        assert!(names("Parlez-en à Mariam, à Cotonou."));
        assert!(!names("Nobody in May, Paula, and I am sorry."));
        assert!(!names("Everything is attached."));
    }
}
