//! Rules of one language made ready to match.

use std::sync::OnceLock;

use regex::{Regex, RegexBuilder};

use super::literal::{Row, ways};
use super::normal::Normal;
use super::pattern::{PatternError, names_set, of_phrase, of_regex};
use super::rule::{LooksFor, Rule};
use super::words::WordBook;
use crate::finding::Span;
use crate::model::Language;

/// The memory that one compiled pattern may take, in bytes.
const LARGEST: usize = 8 << 20;

/// A pattern that is compiled when it is first tried.
#[derive(Debug)]
pub(super) struct Pattern {
    source: String,
    regex: OnceLock<Option<Regex>>,
}

impl Pattern {
    pub(super) const fn new(source: String) -> Self {
        Self { source, regex: OnceLock::new() }
    }

    fn regex(&self) -> Option<&Regex> {
        self.regex.get_or_init(|| compile(&self.source).ok()).as_ref()
    }

    /// The first match that begins at `from` or later.
    pub(super) fn find_at(&self, text: &str, from: usize) -> Option<Span> {
        let found = self.regex()?.find_at(text, from)?;
        Some(Span::new(found.start(), found.end()))
    }

    /// Whether it matches somewhere.
    pub(super) fn is_in(&self, text: &str) -> bool {
        self.regex().is_some_and(|regex| regex.is_match(text))
    }

    /// The ways in which it can match, with the words that each needs; `None` where nothing can
    /// be said.
    pub(super) fn needs(&self) -> Option<Vec<Row>> {
        ways(&regex_syntax::parse(&self.source).ok()?)
    }
}

fn compile(source: &str) -> Result<Regex, PatternError> {
    let built = RegexBuilder::new(source).size_limit(LARGEST).dfa_size_limit(LARGEST).build();
    built.map_err(|error| match error {
        regex::Error::CompiledTooBig(_) => PatternError::TooLarge,
        error => {
            // The message of a syntax error draws the pattern; its last line says what is wrong.
            let text = error.to_string();
            let last = text.lines().last().unwrap_or_default();
            PatternError::Syntax(last.trim_start_matches("error: ").to_owned())
        }
    })
}

/// What a compiled rule does in a sentence.
#[derive(Debug)]
pub(super) enum Search {
    /// Phrases without sets: found by the search for all words at once.
    Phrases(Vec<String>),
    /// A pattern.
    One(Pattern),
    /// Patterns near each other.
    Near(Vec<Pattern>, Option<usize>),
    /// Occurrences counted over the message.
    Counted(Pattern, usize),
    /// A pattern that must be nowhere in the message.
    Absent(Pattern),
    /// Nothing in a single sentence.
    Whole,
}

impl Search {
    /// Whether it looks at the message as a whole.
    pub(super) const fn is_of_the_whole(&self) -> bool {
        matches!(self, Self::Absent(_) | Self::Whole)
    }
}

/// How a rule searches in the words of `book`.
pub(super) fn search(rule: &Rule, book: &WordBook) -> Result<Search, PatternError> {
    Ok(match &rule.looks_for {
        LooksFor::Any(phrases) if phrases.iter().all(|phrase| !names_set(phrase)) => {
            let normal = |phrase: &String| Normal::of(phrase, Some(book.spellings())).text;
            let phrases: Vec<String> = phrases.iter().map(normal).collect();
            if phrases.is_empty() || phrases.iter().any(|phrase| is_wordless(phrase)) {
                return Err(PatternError::Empty);
            }
            Search::Phrases(phrases)
        }
        LooksFor::Any(phrases) => Search::One(Pattern::new(one_of(phrases, book)?)),
        LooksFor::Regex(source) => Search::One(Pattern::new(of_regex(source, book)?)),
        LooksFor::Count { phrases, min } => {
            Search::Counted(Pattern::new(one_of(phrases, book)?), *min)
        }
        LooksFor::All { parts, within_words } => {
            if parts.len() < 2 {
                return Err(PatternError::Empty);
            }
            let patterns: Result<Vec<Pattern>, PatternError> =
                parts.iter().map(|part| one_of(part, book).map(Pattern::new)).collect();
            Search::Near(patterns?, *within_words)
        }
        LooksFor::Absent(phrases) => Search::Absent(Pattern::new(one_of(phrases, book)?)),
        LooksFor::Metadata(_) | LooksFor::MaxWords(_) | LooksFor::Wording => Search::Whole,
    })
}

fn is_wordless(text: &str) -> bool {
    !text.contains(char::is_alphanumeric)
}

/// A pattern of several phrases; each that begins with `/` is a regular expression.
pub(super) fn one_of(phrases: &[String], book: &WordBook) -> Result<String, PatternError> {
    let mut sources = Vec::with_capacity(phrases.len());
    for phrase in phrases {
        let source = match phrase.strip_prefix('/') {
            Some(regex) => of_regex(regex.strip_suffix('/').unwrap_or(regex), book)?,
            None => of_phrase(phrase, book)?,
        };
        if source.is_empty() {
            return Err(PatternError::Empty);
        }
        sources.push(source);
    }
    if sources.is_empty() { Err(PatternError::Empty) } else { Ok(sources.join("|")) }
}

/// What is wrong with the patterns of a rule, and the text of the one that is wrong; `None` for
/// a sound rule.
pub(super) fn check_pattern(rule: &Rule) -> Option<(PatternError, Option<String>)> {
    let languages = rule.language.map_or(Language::ALL.to_vec(), |language| vec![language]);
    for book in languages.into_iter().map(WordBook::of) {
        if let Err(error) = search(rule, book).and_then(|search| sound(&search)) {
            let source = match &rule.looks_for {
                LooksFor::Regex(source) => Some(source.clone()),
                LooksFor::Any(phrases) | LooksFor::Absent(phrases) => phrases
                    .iter()
                    .find(|phrase| one_of(std::slice::from_ref(phrase), book).is_err())
                    .cloned(),
                _ => None,
            };
            return Some((error, source));
        }
        let guards = &rule.guards;
        let lists = [
            &guards.same_sentence,
            &guards.next_sentence,
            &guards.sentence_before,
            &guards.message,
            &guards.named,
            &guards.only_if_also,
            &guards.only_if_before,
            &guards.every_sentence,
        ];
        for phrase in lists.into_iter().flatten() {
            let source = one_of(std::slice::from_ref(phrase), book);
            let tried = source.and_then(|source| compile(&source).map(|_| ()));
            if let Err(error) = tried {
                return Some((error, Some(phrase.clone())));
            }
        }
    }
    None
}

fn sound(search: &Search) -> Result<(), PatternError> {
    let patterns: Vec<&Pattern> = match search {
        Search::One(pattern) | Search::Absent(pattern) | Search::Counted(pattern, _) => {
            vec![pattern]
        }
        Search::Near(patterns, _) => patterns.iter().collect(),
        Search::Phrases(_) | Search::Whole => Vec::new(),
    };
    for pattern in patterns {
        let regex = compile(&pattern.source)?;
        if regex.is_match("") {
            return Err(PatternError::Empty);
        }
    }
    Ok(())
}
