//! Which rules are worth trying in which sentence.
//!
//! Each way in which a rule can match has a rarest group of words, its key. One search for all
//! keys goes over the text; only in a sentence that has a key the other words of its way are
//! looked for, each behind the one before.

use aho_corasick::{AhoCorasick, MatchKind};
use rustc_hash::FxHashMap;

use super::compile::{Pattern, Search};
use super::literal::{Group, Literal, Row, rarity};
use crate::finding::Span;

/// The words of all rules of one language.
#[derive(Debug, Default)]
pub(super) struct Sieve {
    /// The ways in which rules can match.
    ways: Vec<Way>,
    /// For each rule the ways of its patterns beside the one that has the keys.
    others: Vec<Vec<Vec<Vec<usize>>>>,
    /// For each text what it makes speak.
    keys: Texts<Key>,
    /// For each text the groups that it is one of.
    words: Texts<usize>,
    /// How many groups there are.
    groups: usize,
    /// Rules that must be tried in every sentence.
    always: Vec<usize>,
}

/// A way in which a rule can match.
#[derive(Debug)]
struct Way {
    rule: usize,
    /// The groups of which a text must be there, in order.
    groups: Vec<usize>,
}

/// What may match where a key is there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Key {
    /// A way.
    Way(usize),
    /// A rule, with these words.
    Phrase(usize),
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

impl Sieve {
    /// The sieve for rules in their order.
    pub(super) fn of<'s>(searches: impl Iterator<Item = &'s Search>) -> Self {
        let mut sieve = Self::default();
        let mut groups = FxHashMap::default();
        searches.enumerate().for_each(|(rule, search)| sieve.add(rule, search, &mut groups));
        sieve.groups = groups.len();
        sieve.keys.make_ready();
        sieve.words.make_ready();
        sieve
    }

    fn add(&mut self, rule: usize, search: &Search, groups: &mut FxHashMap<Group, usize>) {
        let patterns: &[Pattern] = match search {
            Search::One(pattern) | Search::Counted(pattern, _) => std::slice::from_ref(pattern),
            Search::Near(patterns, _) => patterns,
            Search::Phrases(phrases) => {
                for phrase in phrases {
                    let literal = Literal { text: phrase.clone(), begins: false, ends: false };
                    self.keys.add(&literal, Key::Phrase(rule));
                }
                &[]
            }
            Search::Absent(_) | Search::Whole => &[],
        };
        let mut parts: Vec<Vec<Row>> = patterns.iter().filter_map(Pattern::needs).collect();
        // The words of the pattern whose words are rarest are the keys.
        let rarest =
            |ways: &Vec<Row>| ways.iter().filter_map(|row| row.iter().map(rarity).max()).min();
        let key = (0..parts.len()).max_by_key(|part| rarest(&parts[*part]));
        for row in key.map(|key| parts.swap_remove(key)).into_iter().flatten() {
            for literal in row.iter().max_by_key(|group| rarity(group)).into_iter().flatten() {
                self.keys.add(literal, Key::Way(self.ways.len()));
            }
            let is_alone = row.len() == 1 && parts.is_empty();
            let groups = if is_alone { Vec::new() } else { self.numbers(&row, groups) };
            self.ways.push(Way { rule, groups });
        }
        if key.is_none() && !patterns.is_empty() {
            self.always.push(rule);
        }
        let others = parts
            .iter()
            .map(|ways| ways.iter().map(|row| self.numbers(row, groups)).collect::<Vec<_>>());
        let others = others.collect();
        self.others.push(others);
    }

    /// The numbers of the groups of a way.
    fn numbers(&mut self, row: &Row, groups: &mut FxHashMap<Group, usize>) -> Vec<usize> {
        let number = |group: &Group| {
            let next = groups.len();
            *groups.entry(group.clone()).or_insert_with(|| {
                group.iter().for_each(|literal| self.words.add(literal, next));
                next
            })
        };
        row.iter().map(number).collect()
    }

    /// The rules that may speak in these sentences of `text`.
    pub(super) fn candidates(&self, text: &str, sentences: &[Span]) -> Vec<Candidate> {
        let mut found = Vec::new();
        let mut woken = Vec::new();
        let mut heard = vec![usize::MAX; self.others.len()];
        let mut words = Words { sieve: self, hits: Vec::new(), is_there: vec![false; self.groups] };
        let mut keys = self.keys.find(text).peekable();
        for (sentence, of) in sentences.iter().enumerate() {
            // A rule is tried once in a sentence, however many of its words are there.
            let mut put = |rule: usize, found_at| {
                if heard[rule] != sentence {
                    heard[rule] = sentence;
                    found.push(Candidate { rule, sentence, found: found_at });
                }
            };
            while let Some((span, key)) = keys.next_if(|(span, _)| span.end <= of.end) {
                match *key {
                    Key::Way(way) => woken.push(way),
                    Key::Phrase(rule) if is_whole(text, span) => put(rule, Some(span)),
                    Key::Phrase(_) => {}
                }
            }
            for way in woken.drain(..) {
                let Way { rule, groups } = &self.ways[way];
                if groups.is_empty() || words.can_match(*rule, groups, text, *of) {
                    put(*rule, None);
                }
            }
            words.forget();
            self.always.iter().for_each(|rule| put(*rule, None));
        }
        found
    }
}

/// The words of one sentence.
struct Words<'s> {
    sieve: &'s Sieve,
    /// Groups of which a text is there, in the order of their ends.
    hits: Vec<(Span, usize)>,
    /// Whether a text of a group is there.
    is_there: Vec<bool>,
}

impl Words<'_> {
    /// Whether a rule can match in a sentence in which one of these ways has its key.
    fn can_match(&mut self, rule: usize, groups: &[usize], text: &str, sentence: Span) -> bool {
        // A sentence that has a key has words.
        if self.hits.is_empty() {
            self.look_at(text, sentence);
        }
        let others = &self.sieve.others[rule];
        self.are_in_order(groups)
            && others.iter().all(|ways| ways.iter().any(|groups| self.are_in_order(groups)))
    }

    fn look_at(&mut self, text: &str, sentence: Span) {
        for (span, group) in self.sieve.words.find(sentence.of(text)) {
            self.hits.push((span, *group));
            self.is_there[*group] = true;
        }
    }

    fn forget(&mut self) {
        for (_, group) in self.hits.drain(..) {
            self.is_there[group] = false;
        }
    }

    /// Whether a text of each group is there, one behind the other.
    fn are_in_order(&self, groups: &[usize]) -> bool {
        let mut from = 0;
        groups.iter().all(|group| self.is_there[*group])
            && groups.iter().all(|group| {
                let is_next = |hit: &&(Span, usize)| hit.1 == *group && hit.0.start >= from;
                // Of those that fit, the one that ends first leaves most room.
                self.hits.iter().find(is_next).inspect(|hit| from = hit.0.end).is_some()
            })
    }
}

/// Literals that are looked for all at once, and what each means.
#[derive(Debug)]
struct Texts<T> {
    search: Option<AhoCorasick>,
    texts: Vec<String>,
    numbers: FxHashMap<String, usize>,
    /// For each text what it means where a word begins and ends with it, or need not.
    meanings: Vec<Vec<Meaning<T>>>,
}

#[derive(Debug)]
struct Meaning<T> {
    begins: bool,
    ends: bool,
    of: Vec<T>,
}

impl<T> Default for Texts<T> {
    fn default() -> Self {
        let (texts, numbers) = (Vec::new(), FxHashMap::default());
        Self { search: None, texts, numbers, meanings: Vec::new() }
    }
}

impl<T: PartialEq> Texts<T> {
    fn add(&mut self, literal: &Literal, of: T) {
        let number = *self.numbers.entry(literal.text.clone()).or_insert_with(|| {
            self.texts.push(literal.text.clone());
            self.meanings.push(Vec::new());
            self.texts.len() - 1
        });
        let (begins, ends) = (literal.begins, literal.ends);
        let meanings = &mut self.meanings[number];
        match meanings.iter_mut().find(|known| known.begins == begins && known.ends == ends) {
            Some(known) if known.of.last() == Some(&of) => {}
            Some(known) => known.of.push(of),
            None => meanings.push(Meaning { begins, ends, of: vec![of] }),
        }
    }

    /// Makes the search for all that was added.
    fn make_ready(&mut self) {
        let search = AhoCorasick::builder().match_kind(MatchKind::Standard).build(&self.texts);
        self.search = search.ok();
        self.numbers = FxHashMap::default();
        self.texts = Vec::new();
    }

    /// What is meant in a text, with the bytes, in the order of their ends.
    fn find<'t>(&'t self, text: &'t str) -> impl Iterator<Item = (Span, &'t T)> {
        let found = self.search.iter().flat_map(move |search| search.find_overlapping_iter(text));
        found.flat_map(move |hit| {
            let span = Span::new(hit.start(), hit.end());
            let before = span.start.checked_sub(1).and_then(|before| text.as_bytes().get(before));
            let goes_before = is_word(before);
            let goes_behind = is_word(text.as_bytes().get(span.end));
            let meanings = self.meanings[hit.pattern().as_usize()].iter();
            let whole = meanings.filter(move |meaning| {
                !(meaning.begins && goes_before || meaning.ends && goes_behind)
            });
            whole.flat_map(move |meaning| meaning.of.iter().map(move |of| (span, of)))
        })
    }
}

fn is_word(byte: Option<&u8>) -> bool {
    byte.is_some_and(|byte| byte.is_ascii_alphanumeric() || *byte == b'_')
}

/// Whether the bytes are whole words.
fn is_whole(text: &str, span: Span) -> bool {
    let before = text[..span.start].chars().next_back();
    let after = text[span.end..].chars().next();
    let first = text[span.start..].chars().next();
    let last = text[..span.end].chars().next_back();
    let cuts = |inside: Option<char>, outside: Option<char>| {
        inside.is_some_and(char::is_alphanumeric) && outside.is_some_and(char::is_alphanumeric)
    };
    !cuts(first, before) && !cuts(last, after)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::path::Path;

    use super::*;
    use crate::model::Language;
    use crate::note::Note;
    use crate::signal::normal::Normal;
    use crate::signal::tongue::Tongue;
    use crate::signal::{RuleSet, read_rules, sentences};

    fn below(folder: &str) -> Vec<String> {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
        let entries = fs::read_dir(folder).expect("a folder");
        let mut paths: Vec<_> = entries.map(|entry| entry.expect("an entry").path()).collect();
        paths.sort();
        paths.iter().map(|path| fs::read_to_string(path).expect("text")).collect()
    }

    #[test]
    fn no_rule_is_left_out_where_its_patterns_match() {
        let read = |text: &String| {
            let note = Note::parse("a.md", text, &mut Vec::new());
            read_rules(&note, "a", false, &mut Vec::new())
        };
        let sets: Vec<RuleSet> = below("templates/flags").iter().map(read).collect();
        let examples = sets.iter().flat_map(|set| &set.found);
        let texts: Vec<&str> = examples.step_by(3).map(|example| &*example.text).collect();
        let mut matches = 0;
        for tongue in Language::ALL.map(|language| Tongue::of(language, &sets)) {
            for text in &texts {
                let mut normal = Normal::unplaced();
                let spellings = Some(tongue.book.spellings());
                let of = sentences(text, Span::new(0, text.len()));
                let bounds: Vec<Span> =
                    of.iter().map(|span| normal.add(span.of(text), spellings)).collect();
                let found = tongue.sieve.candidates(&normal.text, &bounds);
                for (rule, ready) in tongue.rules.iter().enumerate() {
                    let patterns: Vec<&Pattern> = match &ready.search {
                        Search::One(pattern) | Search::Counted(pattern, _) => vec![pattern],
                        Search::Near(patterns, _) => patterns.iter().collect(),
                        _ => continue,
                    };
                    for (sentence, span) in bounds.iter().enumerate() {
                        let words = span.of(&normal.text);
                        if patterns.iter().all(|pattern| pattern.is_in(words)) {
                            matches += 1;
                            let candidate = Candidate { rule, sentence, found: None };
                            assert!(found.contains(&candidate), "rule {rule} in {words:?}");
                        }
                    }
                }
            }
        }
        assert!(matches > 100, "only {matches} matches");
    }

    #[test]
    fn words_must_stand_in_order_and_end_where_they_must() {
        let search = [Search::One(Pattern::new(r"(?-u:\b)pay(?-u:\b).*tomorrow".to_owned()))];
        let sieve = Sieve::of(search.iter());
        let is_tried = |text: &str| !sieve.candidates(text, &[Span::new(0, text.len())]).is_empty();
        assert!(is_tried("you pay it tomorrow"));
        assert!(!is_tried("tomorrow you pay"));
        assert!(!is_tried("payment tomorrow"));
    }
}
