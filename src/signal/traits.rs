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
