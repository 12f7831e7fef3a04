//! All rules of one language, found in one pass over a text.

use aho_corasick::{AhoCorasick, MatchKind};

use super::compile::{Pattern, Search, one_of, search};
use super::rule::{BuiltIn, Rule, RuleSet};
use super::words::WordBook;
use crate::finding::Span;
use crate::model::Language;

/// The rules of one language.
#[derive(Debug)]
pub(super) struct Tongue {
    pub(super) book: &'static WordBook,
    pub(super) rules: Vec<Ready>,
    /// Rules that must be tried in every sentence.
    always: Vec<usize>,
    /// The ways in which rules can match.
    ways: Vec<Way>,
    words: Option<AhoCorasick>,
    /// For each pattern of `words` what it means.
    meaning: Vec<Vec<Meaning>>,
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

/// What it means that words were found.
#[derive(Clone, Copy, Debug)]
enum Meaning {
    /// The rule speaks.
    Phrase(usize),
    /// One of the words of this group is there, of this way in which a rule can match.
    Hint(usize, u8),
}

/// A way in which a rule can match.
#[derive(Clone, Copy, Debug)]
struct Way {
    rule: usize,
    /// A bit for each group of words of which one must be there.
    all: u8,
}

/// A rule that may speak.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Candidate {
    /// The rule's number among the rules of its language.
    pub(super) rule: usize,
    /// The sentence.
    pub(super) sentence: usize,
    /// The bytes, where they are known already.
    pub(super) found: Option<Span>,
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
        let (mut literals, mut meaning) = (Vec::new(), Vec::new());
        let (mut always, mut ways) = (Vec::new(), Vec::new());
        let mut known = std::collections::HashMap::new();
        let mut add = |word: String, means: Meaning| {
            let index = *known.entry(word.clone()).or_insert_with(|| {
                literals.push(word);
                meaning.push(Vec::new());
                literals.len() - 1
            });
            meaning[index].push(means);
        };
        for (index, ready) in rules.iter().enumerate() {
            match ready.needs() {
                Needs::Phrases(phrases) => {
                    phrases.into_iter().for_each(|phrase| add(phrase, Meaning::Phrase(index)));
                }
                Needs::Ways(of_rule) => {
                    for groups in of_rule {
                        let all = (1 << groups.len()) - 1;
                        for (group, words) in groups.into_iter().enumerate() {
                            let hint = Meaning::Hint(ways.len(), 1 << group);
                            words.into_iter().for_each(|word| add(word, hint));
                        }
                        ways.push(Way { rule: index, all });
                    }
                }
                Needs::Nothing => always.push(index),
                Needs::NoSentence => {}
            }
        }
        let words = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&literals).ok();
        let built_in = BuiltIn::ALL.map(|guard| {
            let set = format!("<{}>", guard.as_str());
            Pattern::new(one_of(&[set], book).unwrap_or_else(|_| "[^\\s\\S]".to_owned()))
        });
        Self { book, rules, always, ways, words, meaning, built_in }
    }

    /// The rules that may speak in these sentences of `text`.
    pub(super) fn candidates(&self, text: &str, sentences: &[Span]) -> Vec<Candidate> {
        let mut found = Vec::new();
        // A rule is tried once in a sentence, however many of its words are there.
        let mut tried = vec![usize::MAX; self.rules.len()];
        // The groups of each way that were seen, and in which sentence.
        let mut seen = vec![(u32::MAX, 0_u8); self.ways.len()];
        let mut sentence = 0;
        for hit in self.words.iter().flat_map(|words| words.find_overlapping_iter(text)) {
            while sentences.get(sentence).is_some_and(|span| span.end < hit.end()) {
                sentence += 1;
            }
            for meaning in &self.meaning[hit.pattern().as_usize()] {
                let (rule, span) = match *meaning {
                    Meaning::Hint(way, group) => {
                        let at = &mut seen[way];
                        let here = u32::try_from(sentence).unwrap_or(u32::MAX - 1);
                        if at.0 != here {
                            *at = (here, 0);
                        }
                        at.1 |= group;
                        let way = self.ways[way];
                        if at.1 != way.all {
                            continue;
                        }
                        (way.rule, None)
                    }
                    Meaning::Phrase(rule) => {
                        if !is_whole(text, hit.start(), hit.end()) {
                            continue;
                        }
                        (rule, Some(Span::new(hit.start(), hit.end())))
                    }
                };
                if tried[rule] != sentence {
                    tried[rule] = sentence;
                    found.push(Candidate { rule, sentence, found: span });
                }
            }
        }
        for sentence in 0..sentences.len() {
            found.extend(self.always.iter().map(|rule| Candidate {
                rule: *rule,
                sentence,
                found: None,
            }));
        }
        found
    }
}

/// Whether the bytes are whole words.
fn is_whole(text: &str, start: usize, end: usize) -> bool {
    let before = text[..start].chars().next_back();
    let after = text[end..].chars().next();
    let first = text[start..].chars().next();
    let last = text[..end].chars().next_back();
    let cuts = |inside: Option<char>, outside: Option<char>| {
        inside.is_some_and(char::is_alphanumeric) && outside.is_some_and(char::is_alphanumeric)
    };
    !cuts(first, before) && !cuts(last, after)
}

enum Needs {
    Phrases(Vec<String>),
    Ways(Vec<Vec<Vec<String>>>),
    Nothing,
    NoSentence,
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

    /// What must be in a sentence before the rule is worth trying.
    fn needs(&self) -> Needs {
        let rarest = |patterns: &[Pattern]| {
            let needed = patterns.iter().filter_map(Pattern::needs);
            needed.max_by_key(|ways| {
                let words = || ways.iter().flat_map(|groups| groups[0].iter());
                let shortest = words().map(String::len).min().unwrap_or_default();
                (shortest.min(5), std::cmp::Reverse(words().count()))
            })
        };
        let words = match &self.search {
            Search::Phrases(phrases) => return Needs::Phrases(phrases.clone()),
            Search::Whole => return Needs::NoSentence,
            Search::One(pattern) | Search::Counted(pattern, _) => pattern.needs(),
            Search::Near(patterns, _) => rarest(patterns),
        };
        words.map_or(Needs::Nothing, Needs::Ways)
    }
}
