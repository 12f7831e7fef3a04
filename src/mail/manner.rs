//! How a message speaks to its reader: whether it begins with a greeting, and its pronoun.
//!
//! A plain look at words, silent where unsure: "Hello?" calls somebody and greets nobody.

use super::pronoun;
use crate::finding::Span;
use crate::model::Manner;
use crate::signal::{Normal, RegionKind, regions};

/// Words that greet by themselves, as they are matched: lower case, without accents.
const GREETINGS: [&str; 16] = [
    "hi",
    "hello",
    "hey",
    "hiya",
    "howdy",
    "yo",
    "greetings",
    "bonjour",
    "bonsoir",
    "rebonjour",
    "salut",
    "coucou",
    "bjr",
    "bsr",
    "slt",
    "allo",
];

/// Times of day that greet where nothing but a name or a sign follows: "Morning Ann,", but not
/// "Morning calls are fine".
const TIMES: [&str; 8] = [
    "good morning",
    "good afternoon",
    "good evening",
    "good day",
    "morning",
    "afternoon",
    "evening",
    "bon matin",
];

/// Words that may follow a time of day in place of a name.
const EVERYBODY: [&str; 10] =
    ["all", "everyone", "both", "team", "there", "again", "to", "from", "sir", "madam"];

/// What somebody is called first of all; the salutation ends with a sign.
const DEAR: [&str; 5] = ["dear", "cher", "chere", "chers", "cheres"];

/// Words after those of [`DEAR`] that make it something else: "Cher payé", "Dear God".
const NOT_DEAR: [&str; 9] = ["me", "god", "lord", "paye", "payee", "pour", "mais", "et", "trop"];

/// Titles that greet where they stand alone or the line has nothing else: "Madame, Monsieur,".
const TITLES: [&str; 14] = [
    "madame",
    "monsieur",
    "mesdames",
    "messieurs",
    "mademoiselle",
    "mme",
    "mlle",
    "mr",
    "mrs",
    "ms",
    "sir",
    "sirs",
    "madam",
    "maitre",
];

/// A salutation has no more letters than this.
const LONGEST_LINE: usize = 120;

/// A line with a title and nothing else has no more words than this.
const TITLED_WORDS: usize = 5;

/// How a text speaks to its reader, quoted replies and signatures left out.
pub fn manner(text: &str) -> Manner {
    let own = regions(text).into_iter().filter(|region| region.kind == RegionKind::Own);
    let own: Vec<Span> = own.map(|region| region.span).collect();
    Manner { greets: greets(text, &own), pronoun: pronoun(text, &own) }
}

/// Whether the writer's own words begin with a greeting; `None` where there are none.
pub fn greets(text: &str, own: &[Span]) -> Option<bool> {
    let mut lines = own.iter().flat_map(|part| part.of(text).lines());
    lines.find(|line| line.contains(char::is_alphanumeric)).map(is_greeting)
}

/// Whether a line begins with a greeting.
fn is_greeting(line: &str) -> bool {
    let is_quote = |letter: char| matches!(letter, '"' | '“' | '„' | '«' | '‘' | '\'');
    let line =
        line.trim_start_matches(|letter: char| !letter.is_alphanumeric() && !is_quote(letter));
    let head: String = line.chars().take(LONGEST_LINE).collect();
    let head = head.trim_end();
    let normal = Normal::of(head, None).text;
    if let Some(again) = normal.strip_prefix("re ") {
        return is_word_of(&GREETINGS, first_word(again));
    }
    if is_hyphenated(head) {
        return false;
    }
    let first = first_word(&normal);
    let rest = normal.get(first.len()..).unwrap_or_default();
    if is_word_of(&GREETINGS, first) {
        return !rest.trim_start().starts_with('?');
    }
    if normal.starts_with("to whom it may concern")
        || TIMES.iter().any(|time| is_time_of_day(head, &normal, time))
    {
        return true;
    }
    let called = ["mon ", "ma ", "mes ", "my "].iter().find_map(|own| normal.strip_prefix(own));
    let called = called.unwrap_or(&normal);
    let dear = first_word(called);
    if DEAR.contains(&dear) {
        let name = called.strip_prefix(dear).and_then(|rest| rest.strip_prefix(' '));
        let name = first_word(name.unwrap_or_default());
        return !name.is_empty() && !NOT_DEAR.contains(&name);
    }
    let ends_with_sign = head.ends_with([',', '!', ':']);
    let words = normal.split_whitespace().filter(|word| word.contains(char::is_alphanumeric));
    TITLES.contains(&first)
        && (rest.starts_with(',') || ends_with_sign && words.count() <= TITLED_WORDS)
}

/// Whether the line begins with this time of day, and then a name, a sign or its end.
fn is_time_of_day(line: &str, normal: &str, time: &str) -> bool {
    let Some(rest) = normal.strip_prefix(time) else { return false };
    if !rest.starts_with(' ') {
        return !rest.starts_with(|next: char| next.is_alphanumeric() || "?'-".contains(next));
    }
    let mut words = line.split_whitespace().skip(time.split(' ').count());
    words.next().is_none_or(|word| {
        word.starts_with(|first: char| first.is_uppercase() || !first.is_alphanumeric())
            || EVERYBODY.contains(&first_word(&Normal::of(word, None).text))
    })
}

fn first_word(normal: &str) -> &str {
    let end = normal.find(|letter: char| !letter.is_alphanumeric());
    normal.get(..end.unwrap_or(normal.len())).unwrap_or_default()
}

/// Whether a word is one of these, its last letter perhaps drawn out: `heyyy`.
fn is_word_of(words: &[&str], word: &str) -> bool {
    let drawn = || word.char_indices().next_back().map(|(at, _)| &word[..at]);
    words.contains(&word)
        || drawn().is_some_and(|short| {
            words.contains(&short) && short.chars().next_back() == word.chars().next_back()
        })
}

/// Whether the first word goes on behind a hyphen: `hi-res`, `Re-bonjour`.
fn is_hyphenated(line: &str) -> bool {
    let rest = line.trim_start_matches(char::is_alphanumeric);
    let rest = rest.strip_prefix(['-', '\u{2010}', '\u{2011}']);
    rest.is_some_and(|rest| rest.starts_with(char::is_alphanumeric))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn greetings_of_both_languages_are_heard() {
        for text in [
            "Hi Jenna, where is it?",
            "\n\n  Hello,\nthe files please.",
            "HEYYY you",
            "**Good morning**",
            "Good evening Jenna,",
            "Morning all, one more thing",
            "Morning Jenna — one more thing",
            "Dear Ms Ray,",
            "To whom it may concern,",
            "Bonjour,\nvoici le texte.",
            "bonsoir Jenna",
            "Re-bonjour, j'oubliais",
            "Re bonjour ! Pour le post",
            "Allô Maxime! Petite question.",
            "Good evening sir. I know it is late.",
            "Mon cher Étienne, voici le chapitre.",
            "Salut !",
            "Chère Jenna, ci-joint le bon à tirer.",
            "Madame, Monsieur,",
            "Madame Ray,\nje vous écris",
            "Monsieur, je vous écris",
            "> Where is it?\nHello, here it is.",
        ] {
            assert_eq!(manner(text).greets, Some(true), "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_a_greeting_is_none() {
        for text in [
            "Where is it?",
            "Hello? Anybody there?",
            "Allô ? Il y a quelqu'un ?",
            "Re your questions: yes.",
            "Mon chat a mangé le devis.",
            "Hi-res files by tonight.",
            "Morning calls are fine.",
            "Evening's fine.",
            "Good day rate, that.",
            "Dear God, not again.",
            "History of the logo, please.",
            "Cher payé pour un logo, je trouve.",
            "Monsieur Dupont m'a dit que vous tardiez.",
            "« Bonjour », voilà ce que j'attends sur l'affiche.",
            "Jenna,\nbonjour l'ambiance.",
            "Le mot bonjour manque.",
            "Send it.\n\nOn 3 May 2026 at 10:02, Ann wrote:\n> Hello Ann,\n",
            "Où en est-on ?\n-- \nBonjour Design\n",
        ] {
            assert_eq!(manner(text).greets, Some(false), "{text}");
        }
    }

    #[test]
    fn a_message_without_words_says_nothing() {
        for text in ["", "\n \n", "👍", "> Bonjour, vous avez le fichier ?\n", "-- \nAnn\n"] {
            assert_eq!(manner(text), Manner::default(), "{text}");
        }
    }
}
