//! All rules of one language, made ready.

use super::compile::{Pattern, Search, one_of, search};
use super::rule::{BuiltIn, Rule, RuleSet};
use super::sieve::Sieve;
use super::words::WordBook;
use crate::model::Language;

/// The rules of one language.
#[derive(Debug)]
pub(super) struct Tongue {
    pub(super) book: &'static WordBook,
    pub(super) rules: Vec<Ready>,
    /// The rules that look at a message as a whole.
    pub(super) whole: Vec<usize>,
    pub(super) sieve: Sieve,
    pub(super) built_in: [Pattern; 7],
}

/// A rule made ready.
#[derive(Debug)]
pub(super) struct Ready {
    /// Which set of rules, and which rule of it.
    pub(super) at: (usize, usize),
    pub(super) search: Search,
    pub(super) same_sentence: Option<Pattern>,
    pub(super) next_sentence: Option<Pattern>,
    pub(super) message: Option<Pattern>,
    pub(super) only_if_also: Option<Pattern>,
    pub(super) sentence_before: Option<Pattern>,
    pub(super) only_if_before: Option<Pattern>,
    pub(super) named: Option<Pattern>,
    pub(super) every_sentence: Option<Pattern>,
}

impl Tongue {
    /// Makes the rules of this language ready; those that cannot be used are left out.
    pub(super) fn of(language: Language, sets: &[RuleSet]) -> Self {
        let book = WordBook::of(language);
        let mut rules = Vec::new();
        for (set, rule, at) in sets.iter().enumerate().flat_map(|(set, rules)| {
            rules.rules.iter().enumerate().map(move |(rule, of)| (set, rule, of))
        }) {
            if at.language.is_none_or(|of| of == language) {
                rules.extend(Ready::of(at, (set, rule), book));
            }
        }
        let of_the_whole = |rule: &usize| rules[*rule].search.is_of_the_whole();
        let whole = (0..rules.len()).filter(of_the_whole).collect();
        let sieve = Sieve::of(rules.iter().map(|ready| &ready.search));
        let built_in = BuiltIn::ALL.map(|guard| {
            let set = format!("<{}>", guard.as_str());
            Pattern::new(one_of(&[set], book).unwrap_or_else(|_| "[^\\s\\S]".to_owned()))
        });
        Self { book, rules, whole, sieve, built_in }
    }
}

impl Ready {
    fn of(rule: &Rule, at: (usize, usize), book: &WordBook) -> Option<Self> {
        let guard = |phrases: &[String]| {
            let source = if phrases.is_empty() { None } else { one_of(phrases, book).ok() };
            source.map(Pattern::new)
        };
        Some(Self {
            at,
            search: search(rule, book).ok()?,
            same_sentence: guard(&rule.guards.same_sentence),
            next_sentence: guard(&rule.guards.next_sentence),
            message: guard(&rule.guards.message),
            only_if_also: guard(&rule.guards.only_if_also),
            sentence_before: guard(&rule.guards.sentence_before),
            only_if_before: guard(&rule.guards.only_if_before),
            named: guard(&rule.guards.named),
            every_sentence: guard(&rule.guards.every_sentence),
        })
    }
}
