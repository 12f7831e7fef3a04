//! From what a rule says to a regular expression over normalised text.

use std::fmt::Write as _;

use super::normal::{fold, is_apostrophe};
use super::words::WordBook;

/// How deep sets may name each other.
const DEEPEST: usize = 6;
/// How long a pattern may grow when its sets are written out, in bytes.
const LONGEST: usize = 200_000;

/// Why a pattern cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub(super) enum PatternError {
    /// It names a set that is not in the words of its language.
    #[error("no set <{0}>")]
    UnknownSet(String),
    /// It grows too long, or its sets name each other in a circle.
    #[error("too large")]
    TooLarge,
    /// It is no regular expression.
    #[error("{0}")]
    Syntax(String),
    /// It matches nothing, or text without a word.
    #[error("empty")]
    Empty,
}

/// Whether a phrase names a set, so that it is more than its letters.
pub(super) fn names_set(phrase: &str) -> bool {
    sets(phrase).next().is_some()
}

/// The names between `<` and `>`.
pub(super) fn sets(source: &str) -> impl Iterator<Item = &str> {
    source.match_indices('<').filter_map(|(at, _)| {
        let name = source[at + 1..].split_once('>')?.0;
        let is_group = source[..at].ends_with("(?") || source[..at].ends_with("(?P");
        let is_name =
            !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'-');
        (is_name && !is_group).then_some(name)
    })
}

/// The regular expression of a phrase: its words as they are, its sets written out.
pub(super) fn of_phrase(phrase: &str, book: &WordBook) -> Result<String, PatternError> {
    let mut pattern = String::new();
    let mut rest = phrase;
    while let Some(name) = sets(rest).next() {
        let marked = format!("<{name}>");
        let Some((before, after)) = rest.split_once(&marked) else { break };
        pattern.push_str(&escaped(before, book));
        expand(&marked, book, DEEPEST, &mut pattern)?;
        rest = after;
    }
    pattern.push_str(&escaped(rest, book));
    Ok(bounded(&pattern))
}

/// The regular expression of a pattern that a person wrote.
pub(super) fn of_regex(source: &str, book: &WordBook) -> Result<String, PatternError> {
    let mut pattern = String::new();
    expand(source, book, DEEPEST, &mut pattern)?;
    Ok(pattern)
}

/// A regular expression for each word of a set.
pub(super) fn of_items(name: &str, book: &WordBook) -> Result<Vec<String>, PatternError> {
    let items = book.set(name).ok_or_else(|| PatternError::UnknownSet(name.to_owned()))?;
    let item = |words: &String| {
        let mut one = String::new();
        expand(words, book, DEEPEST, &mut one)?;
        Ok(bounded(&one))
    };
    items.iter().map(item).collect()
}

fn escaped(words: &str, book: &WordBook) -> String {
    let normal = super::normal::Normal::of(words, Some(book.spellings())).text;
    // Normalising takes the white space away at the start; between a set and a word it counts.
    let space = if words.starts_with(' ') { " " } else { "" };
    format!("{space}{}", regex_syntax::escape(&normal))
}

/// A pattern that begins and ends with whole words.
fn bounded(pattern: &str) -> String {
    /// Between words. Dear, so that it stands only where `\b` could be wrong: before what need not
    /// begin with a letter, and behind what need not end with one.
    const OUTSIDE: &str = r"(?-u:\b{start-half}|\b{end-half})";
    const WORD: &str = r"(?-u:\b)";
    let mut last = pattern.chars().rev();
    let ends_in_letter =
        last.next().is_some_and(char::is_alphanumeric) && last.next() != Some('\\');
    let before = if pattern.starts_with(char::is_alphanumeric) { WORD } else { OUTSIDE };
    let after = if ends_in_letter { WORD } else { OUTSIDE };
    format!("{before}(?:{pattern}){after}")
}

/// Writes `source` with its words as they are matched and its sets written out.
fn expand(
    source: &str,
    book: &WordBook,
    depth: usize,
    pattern: &mut String,
) -> Result<(), PatternError> {
    let mut letters = source.char_indices();
    let (mut word, mut in_class) = (String::new(), false);
    while let Some((at, letter)) = letters.next() {
        if pattern.len() > LONGEST {
            return Err(PatternError::TooLarge);
        }
        if letter.is_ascii_lowercase() || letter == '\'' && !word.is_empty() {
            word.push(letter);
            continue;
        }
        if is_apostrophe(letter) && !word.is_empty() {
            word.push('\'');
            continue;
        }
        if let Some(folded) = fold(letter) {
            word.push_str(folded);
            continue;
        }
        let ends_word = !letter.is_ascii_digit();
        put_word(&mut word, ends_word && !in_class && !is_repetition(letter), book, pattern);
        match letter {
            '\\' => match letters.next() {
                Some((_, 'b')) => pattern.push_str(r"(?-u:\b)"),
                escaped => {
                    pattern.push('\\');
                    pattern.extend(escaped.map(|(_, letter)| letter));
                }
            },
            '<' if !in_class => {
                let name = sets(&source[at..]).next().filter(|_| !is_group(&source[..at]));
                let Some(name) = name else {
                    pattern.push('<');
                    continue;
                };
                put_set(name, book, depth, pattern)?;
                letters.by_ref().take(name.len() + 1).for_each(drop);
            }
            '-' if !in_class && starts_word(&source[at + 1..]) => pattern.push(' '),
            _ if is_apostrophe(letter) => pattern.push('\''),
            _ => {
                in_class = match letter {
                    '[' => true,
                    ']' => false,
                    _ => in_class,
                };
                letter.to_lowercase().for_each(|letter| pattern.push(letter));
            }
        }
    }
    put_word(&mut word, true, book, pattern);
    Ok(())
}

/// Whether the letter repeats what stands before it, so that a word does not end there.
const fn is_repetition(letter: char) -> bool {
    matches!(letter, '?' | '*' | '+' | '{')
}

fn is_group(before: &str) -> bool {
    before.ends_with("(?") || before.ends_with("(?P")
}

fn starts_word(rest: &str) -> bool {
    rest.chars().next().is_some_and(char::is_alphabetic)
}

fn put_word(word: &mut String, whole: bool, book: &WordBook, pattern: &mut String) {
    // `I'(m|ve)`: an apostrophe at the end belongs to what follows.
    // One or two letters are more likely an ending in an alternation, `(e|s)`, than a word.
    let is_word = whole && (word.len() > 2 || word.contains('\''));
    match book.spellings().full(word).filter(|_| is_word) {
        Some(full) => pattern.push_str(full),
        None => pattern.push_str(word),
    }
    word.clear();
}

fn put_set(
    name: &str,
    book: &WordBook,
    depth: usize,
    pattern: &mut String,
) -> Result<(), PatternError> {
    let Some(words) = book.set(name) else {
        return Err(PatternError::UnknownSet(name.to_owned()));
    };
    let Some(depth) = depth.checked_sub(1) else { return Err(PatternError::TooLarge) };
    let _ = write!(pattern, r"(?:");
    for (index, words) in words.iter().enumerate() {
        if index > 0 {
            pattern.push('|');
        }
        let mut one = String::new();
        expand(words, book, depth, &mut one)?;
        pattern.push_str(&bounded(&one));
    }
    pattern.push(')');
    Ok(())
}

#[cfg(test)]
mod tests {
    use regex::Regex;

    use super::*;

    #[test]
    fn an_item_that_begins_or_ends_with_a_group_is_whole_words_too() {
        let note = "---\nsets:\n  late: ['(?:very|so) late', 'over(?:due|ly late)', 'as late|pay(s)?', '''s late', \
                    'late\\?']\n---\n";
        let book = WordBook::parse("words.md", note, &mut Vec::new());
        let regex = Regex::new(&of_phrase("<late>", &book).expect("a pattern")).expect("sound");
        for found in ["so late.", "is overdue", "pays", "as late", "it's late", "late?", "late?no"]
        {
            assert!(regex.is_match(found), "{found}");
        }
        for passed in
            ["also late", "so lately", "overdues", "payment", "repay", "has late", "plate?"]
        {
            assert!(!regex.is_match(passed), "{passed}");
        }
    }
}
