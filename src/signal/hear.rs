//! A message heard: its sentences, the rules that speak in them, what silences those.

use std::cell::OnceCell;

use super::compile::{Pattern, Search};
use super::normal::Normal;
use super::quote::quotations;
use super::rule::{BuiltIn, LooksFor, Metadata, Rule};
use super::sentence::sentences;
use super::sieve::Candidate;
use super::tongue::{Ready, Tongue};
use super::traits::{chopped_words, names_somebody, shouting};
use crate::finding::Span;

/// How often one rule is noted in a message; it counts once.
const MOST_OF_A_RULE: usize = 5;

/// A greeting or a name below a letter has fewer words than this.
const FEWEST_WORDS: usize = 5;

/// What is known about a message beside its text.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Circumstances {
    /// Whether it came outside of the agreed hours; `false` too where nobody knows.
    pub outside_hours: bool,
}

/// A rule that spoke: its number in its language, and the bytes of the original.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub(super) rule: usize,
    pub(super) span: Span,
}

/// A text made ready for one language.
pub(super) struct Hearing<'t> {
    text: &'t str,
    tongue: &'t Tongue,
    /// The sentences in the original.
    sentences: Vec<Span>,
    normal: Normal,
    /// The same sentences in the normalised text.
    bounds: Vec<Span>,
    quoted: Vec<Span>,
    circumstances: Circumstances,
    /// Whether the whole message is considerate, once a rule has asked.
    is_considerate: OnceCell<bool>,
}

impl<'t> Hearing<'t> {
    /// Makes the parts `counted` of a text ready.
    pub(super) fn of(
        text: &'t str,
        counted: &[Span],
        tongue: &'t Tongue,
        circumstances: Circumstances,
    ) -> Self {
        let sentences: Vec<Span> = counted.iter().flat_map(|part| sentences(text, *part)).collect();
        let mut normal = Normal::unplaced();
        let spellings = Some(tongue.book.spellings());
        let bounds =
            sentences.iter().map(|sentence| normal.add(sentence.of(text), spellings)).collect();
        let quoted = counted.iter().flat_map(|part| quotations(text, *part)).collect();
        let is_considerate = OnceCell::new();
        Self { text, tongue, sentences, normal, bounds, quoted, circumstances, is_considerate }
    }

    /// The rules that speak, in the order of the text.
    pub(super) fn hits<'r>(&self, rule_at: impl Fn((usize, usize)) -> &'r Rule) -> Vec<Hit> {
        let mut hits = Vec::new();
        let mut heard = vec![0_usize; self.tongue.rules.len()];
        let mut silenced = vec![None; self.tongue.rules.len()];
        for candidate in self.tongue.sieve.candidates(&self.normal.text, &self.bounds) {
            let index = candidate.rule;
            if heard[index] >= MOST_OF_A_RULE {
                continue;
            }
            let ready = &self.tongue.rules[index];
            let rule = rule_at(ready.at);
            let Some(span) = self.find(&candidate, ready, rule) else { continue };
            if *silenced[index].get_or_insert_with(|| self.is_silenced(ready)) {
                continue;
            }
            heard[index] += 1;
            hits.push(Hit { rule: index, span });
        }
        for rule in self.tongue.whole.iter().copied() {
            let ready = &self.tongue.rules[rule];
            let found = self.whole(rule_at(ready.at), ready).filter(|_| !self.is_silenced(ready));
            hits.extend(found.map(|span| Hit { rule, span }));
        }
        hits.sort_by_key(|hit| (hit.span, hit.rule));
        hits
    }

    /// Which set of rules, and which rule of it, spoke.
    pub(super) fn rule_at(&self, hit: Hit) -> (usize, usize) {
        self.tongue.rules[hit.rule].at
    }

    /// The sentences, normalised.
    pub(super) fn normals(&self) -> impl Iterator<Item = &str> {
        (0..self.bounds.len()).map(|sentence| self.normal_of(sentence))
    }

    /// The bytes of a sentence in the original.
    pub(super) fn sentence(&self, sentence: usize) -> Option<Span> {
        self.sentences.get(sentence).copied()
    }

    /// The original of bytes of a normalised sentence.
    pub(super) fn quote(&self, sentence: usize, found: Span) -> Option<&str> {
        Some(self.original(sentence, found)?.of(self.text))
    }

    fn normal_of(&self, sentence: usize) -> &str {
        self.bounds.get(sentence).map_or("", |bounds| bounds.of(&self.normal.text))
    }

    /// The bytes of the original in which a rule speaks in a sentence, its guards heard.
    fn find(&self, candidate: &Candidate, ready: &Ready, rule: &Rule) -> Option<Span> {
        let sentence = candidate.sentence;
        let words = self.normal_of(sentence);
        let base = self.bounds.get(sentence)?.start;
        let mut from = 0;
        // The first match may stand between quotation marks, and the next one not.
        for _ in 0..3 {
            let found = match (&ready.search, candidate.found) {
                (_, Some(span)) if from == 0 => Span::new(span.start - base, span.end - base),
                (Search::One(pattern), _) => pattern.find_at(words, from)?,
                (Search::Near(patterns, within), _) if from == 0 => near(patterns, *within, words)?,
                (Search::Counted(pattern, min), _) if from == 0 => {
                    self.counted(pattern, *min, sentence)?
                }
                _ => return None,
            };
            if self.is_guarded(sentence, ready, rule) {
                return None;
            }
            let span = self.original(sentence, found)?;
            let is_quoted = self
                .quoted
                .iter()
                .any(|quoted| quoted.start <= span.start && span.end <= quoted.end);
            if !is_quoted || rule.guards.without.contains(&BuiltIn::Quoted) {
                return Some(span);
            }
            from = found.end.max(1);
        }
        None
    }

    /// The first occurrence in this sentence, where the message has enough of them.
    fn counted(&self, pattern: &Pattern, min: usize, sentence: usize) -> Option<Span> {
        let first = pattern.find_at(self.normal_of(sentence), 0)?;
        let mut seen = 0;
        let mut at = 0;
        while let Some(found) = pattern.find_at(&self.normal.text, at) {
            seen += 1;
            at = found.end.max(at + 1);
            if seen >= min || !self.normal.text.is_char_boundary(at) {
                break;
            }
        }
        (seen >= min).then_some(first)
    }

    /// The bytes of the original for bytes of a normalised sentence.
    fn original(&self, sentence: usize, found: Span) -> Option<Span> {
        let of = *self.sentences.get(sentence)?;
        let placed = Normal::of(of.of(self.text), Some(self.tongue.book.spellings()));
        let words = found.of(&placed.text);
        let start = found.start + (words.len() - words.trim_start().len());
        let found = Span::new(start, found.start + words.trim_end().len());
        let span = placed.original(found);
        Some(Span::new(of.start + span.start, of.start + span.end))
    }

    /// Whether something in the sentence, or beside it, silences the rule there.
    fn is_guarded(&self, sentence: usize, ready: &Ready, rule: &Rule) -> bool {
        let here = self.normal_of(sentence);
        let next = self.normal_of(sentence + 1);
        let before = sentence.checked_sub(1).map_or("", |before| self.normal_of(before));
        if ready.same_sentence.as_ref().is_some_and(|guard| guard.is_in(here)) {
            return true;
        }
        if ready.next_sentence.as_ref().is_some_and(|guard| guard.is_in(next)) {
            return true;
        }
        if ready.sentence_before.as_ref().is_some_and(|guard| guard.is_in(before))
            || ready.only_if_before.as_ref().is_some_and(|guard| !guard.is_in(before))
        {
            return true;
        }
        BuiltIn::ALL.into_iter().zip(&self.tongue.built_in).any(|(guard, pattern)| {
            if guard == BuiltIn::Quoted || rule.guards.without.contains(&guard) {
                return false;
            }
            match guard {
                BuiltIn::Considerate => {
                    *self.is_considerate.get_or_init(|| pattern.is_in(&self.normal.text))
                }
                BuiltIn::Price => [here, before, next].iter().any(|words| pattern.is_in(words)),
                _ => pattern.is_in(here),
            }
        })
    }

    /// Whether something anywhere in the message silences the rule.
    fn is_silenced(&self, ready: &Ready) -> bool {
        let is_in = |pattern: &Pattern| pattern.is_in(&self.normal.text);
        ready.message.as_ref().is_some_and(is_in)
            || ready.only_if_also.as_ref().is_some_and(|also| !is_in(also))
            || ready.named.as_ref().is_some_and(|guard| self.is_in_a_naming_sentence(guard))
            || ready.every_sentence.as_ref().is_some_and(|guard| !self.is_in_every_sentence(guard))
    }

    /// Whether it matches in a sentence that names somebody who is not addressed.
    fn is_in_a_naming_sentence(&self, pattern: &Pattern) -> bool {
        let addressed = self.sentences.first().map_or("", |first| first.of(self.text));
        let names = |of: &Span| names_somebody(of.of(self.text), addressed);
        (0..self.sentences.len())
            .any(|of| names(&self.sentences[of]) && pattern.is_in(self.normal_of(of)))
    }

    /// Whether it matches in every sentence that has more than a few words.
    fn is_in_every_sentence(&self, pattern: &Pattern) -> bool {
        (0..self.sentences.len())
            .map(|of| self.normal_of(of))
            .all(|words| words.split(' ').nth(FEWEST_WORDS - 1).is_none() || pattern.is_in(words))
    }

    /// Where a rule about the message as a whole speaks.
    fn whole(&self, rule: &Rule, ready: &Ready) -> Option<Span> {
        let first = self.sentences.first().copied()?;
        match &rule.looks_for {
            LooksFor::Metadata(Metadata::ArrivedOutsideHours) => {
                self.circumstances.outside_hours.then_some(first)
            }
            LooksFor::Metadata(Metadata::Shouting) => shouting(self.text, &self.sentences),
            LooksFor::Metadata(Metadata::ChoppedWords) => chopped_words(self.text, &self.sentences),
            LooksFor::MaxWords(most) => {
                let words = self.sentences.iter().map(|span| span.of(self.text));
                let count: usize = words.map(|text| text.split_whitespace().count()).sum();
                (count > *most).then_some(first)
            }
            _ => match &ready.search {
                Search::Absent(pattern) if !pattern.is_in(&self.normal.text) => Some(first),
                _ => None,
            },
        }
    }
}

/// Where every pattern matches with the fewest words from the first to the last match.
fn near(patterns: &[Pattern], within: Option<usize>, words: &str) -> Option<Span> {
    let mut places: Vec<(Span, usize)> = Vec::new();
    for (part, pattern) in patterns.iter().enumerate() {
        let mut at = 0;
        let before = places.len();
        while let Some(found) = pattern.find_at(words, at) {
            places.push((found, part));
            at = found.end.max(at + 1);
            if places.len() - before >= 8 || at > words.len() || !words.is_char_boundary(at) {
                break;
            }
        }
        if places.len() == before {
            return None;
        }
    }
    places.sort_by_key(|(span, _)| (span.start, span.end));
    let mut best: Option<Span> = None;
    for first in 0..places.len() {
        let mut seen = vec![false; patterns.len()];
        let mut end = 0;
        for (span, part) in &places[first..] {
            seen[*part] = true;
            end = end.max(span.end);
            if seen.iter().all(|seen| *seen) {
                let span = Span::new(places[first].0.start, end);
                if best.is_none_or(|best| span.end - span.start < best.end - best.start) {
                    best = Some(span);
                }
                break;
            }
        }
    }
    let best = best?;
    let count = best.of(words).split(' ').count();
    within.is_none_or(|most| count <= most).then_some(best)
}
