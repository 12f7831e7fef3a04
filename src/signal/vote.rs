//! Which language a text is in: a vote of small words.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use crate::model::Language;

/// Words that are frequent in English and rare in French.
const ENGLISH: &str = "the and you to of is it we i for that this are be with have not your on \
    will can my was if do our at by what from they but please me so or would there all up out \
    no just an as has get hi thanks hello when how it's i'm don't see one could";
/// Words that are frequent in French and rare in English.
const FRENCH: &str = "le la les et vous de est un une je pas pour que des nous en ce il elle du \
    au avec votre vos sur qui dans mais tu te ton ta ne plus ca sont bonjour merci mon ma mes si \
    se cette ai avez c'est j'ai faut aux par on moi toi tout bien salut svp stp ou y a";

/// How many words vote; the first ones of a message say enough.
const VOTERS: usize = 300;

/// The language that more of the small words belong to; `None` where neither wins.
///
/// Expects words in lower case without accents, and reads the first few hundred.
pub fn language_of(normal: &str) -> Option<Language> {
    let known = known();
    let words = normal
        .split(|letter: char| !letter.is_alphanumeric() && letter != '\'')
        .filter(|word| !word.is_empty());
    let mut lead = 0_i32;
    for word in words.take(VOTERS) {
        lead += match known.get(word) {
            Some(Language::En) => 1,
            Some(Language::Fr) => -1,
            None if is_elided(word) => -1,
            None => 0,
        };
    }
    match lead {
        0 => None,
        1.. => Some(Language::En),
        _ => Some(Language::Fr),
    }
}

/// The words that vote.
fn known() -> &'static FxHashMap<&'static str, Language> {
    static KNOWN: OnceLock<FxHashMap<&str, Language>> = OnceLock::new();
    KNOWN.get_or_init(|| {
        let english = ENGLISH.split_ascii_whitespace().map(|word| (word, Language::En));
        let french = FRENCH.split_ascii_whitespace().map(|word| (word, Language::Fr));
        english.chain(french).collect()
    })
}

/// Whether a word is in nearly every text of its language.
pub(super) fn is_frequent(word: &str) -> bool {
    known().contains_key(word)
}

/// Whether a word begins as only French ones do: `l'affiche`, `qu'il`.
fn is_elided(word: &str) -> bool {
    word.split_once('\'').is_some_and(|(start, rest)| {
        rest.len() > 1 && matches!(start, "l" | "d" | "j" | "n" | "qu" | "c" | "s" | "m" | "t")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_small_words_vote() {
        assert_eq!(language_of("where is my file"), Some(Language::En));
        assert_eq!(language_of("j'attends l'affiche depuis lundi"), Some(Language::Fr));
        assert_eq!(language_of("ok"), None);
    }
}
