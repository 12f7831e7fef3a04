//! What the words of a whole text weigh, by tables learnt from labelled texts.
//!
//! A table has a row for each cue: how rare it is, and what it weighs towards each label, all in
//! hundredths, the weights of log-odds. The row of every cue that a text has counts once, divided
//! by the length of the text: the root of the sum of the squares of how rare its cues are. The
//! first row holds whatever the words are; in place of a rarity it has the square that a cue
//! without a row adds.

use std::collections::BTreeSet;
use std::hash::{BuildHasher, Hash};

use rustc_hash::{FxBuildHasher, FxHashMap, FxHashSet};

use super::cue::{FIRST, LAST, words as words_of};
use super::lexicon::Lexicon;
use super::vote::is_frequent;
use crate::finding::Span;
use crate::model::Names;

/// The built-in table of English.
pub(super) const ENGLISH: &str = include_str!("../../templates/wording/en.tsv");
/// The built-in table of French.
pub(super) const FRENCH: &str = include_str!("../../templates/wording/fr.tsv");

/// The built-in table of the kinds of letters in English.
pub(super) const ENGLISH_LETTERS: &str = include_str!("../../templates/wording/letters.en.tsv");
/// The built-in table of the kinds of letters in French.
pub(super) const FRENCH_LETTERS: &str = include_str!("../../templates/wording/letters.fr.tsv");

/// The built-in table of what sentences of letters do in English.
pub(super) const ENGLISH_ROLES: &str = include_str!("../../templates/wording/roles.en.tsv");
/// The built-in table of what sentences of letters do in French.
pub(super) const FRENCH_ROLES: &str = include_str!("../../templates/wording/roles.fr.tsv");

/// A table of one language.
#[derive(Debug, Default)]
pub(super) struct Wording {
    pub(super) labels: Vec<String>,
    /// Why a sentence is shown, with `{words}` where they stand.
    reason: Names,
    /// For each word its number.
    words: FxHashMap<String, u32>,
    /// For each word, and for two in a row, the row; words of which only pairs weigh have none.
    rows: FxHashMap<(u32, u32), u32>,
    /// The log-odds of each label whatever the words are.
    base: Vec<f32>,
    /// Row after row.
    weights: Vec<f32>,
    /// For each row the square of how rare its cue is.
    squares: Vec<f32>,
    /// The same for a cue that has no row.
    unknown: f32,
    /// What words mean, and for each meaning its number; `None` where words alone weigh.
    meanings: Option<(&'static Lexicon, Vec<Option<u32>>)>,
}

/// Stands in the second place of a cue that is one word.
const ALONE: u32 = u32::MAX;

/// A cue in a sentence.
enum Met {
    /// Its row, and its bytes.
    Known(u32, Span),
    /// What tells it from others that have no row.
    Unknown(u64),
}

/// A word as a cue: its number, or what tells it from others that have none.
#[derive(Clone, Copy)]
struct Numbered {
    number: Option<u32>,
    mark: u64,
}

impl Wording {
    /// Reads a table; what is no number weighs nothing.
    pub(super) fn parse(text: &str) -> Self {
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        let mut table = Self::default();
        let mut reason = || lines.next().and_then(|line| Some(line.split_once('\t')?.1.to_owned()));
        table.reason = Names { en: reason(), fr: reason() };
        let head = lines.next().unwrap_or_default();
        table.labels = head.split('\t').skip(2).map(str::to_owned).collect();
        if let Some(line) = lines.next() {
            (table.unknown, table.base) = table.row(line);
        }
        for (row, line) in (0..).zip(lines) {
            let cue = line.split('\t').next().unwrap_or_default();
            let (first, second) = match cue.split_once(' ') {
                Some((first, second)) => (table.number(first), table.number(second)),
                None => (table.number(cue), ALONE),
            };
            table.rows.insert((first, second), row);
            let (rarity, weights) = table.row(line);
            table.weights.extend(weights);
            table.squares.push(rarity * rarity);
        }
        table
    }

    /// The same where what words mean weighs too.
    pub(super) fn with(mut self, lexicon: &'static Lexicon) -> Self {
        let numbers = lexicon.names().iter().map(|name| self.words.get(name).copied()).collect();
        self.meanings = Some((lexicon, numbers));
        self
    }

    /// Why a sentence is shown that has these words.
    pub(super) fn reason(&self, words: &[&str]) -> Names {
        let with = |text: &String, open: &str, close: &str| {
            let words: Vec<String> =
                words.iter().map(|word| format!("{open}{}{close}", bare(word))).collect();
            text.replace("{words}", &words.join(", "))
        };
        Names {
            en: self.reason.en.as_ref().map(|text| with(text, "“", "”")),
            fr: self.reason.fr.as_ref().map(|text| with(text, "«\u{a0}", "\u{a0}»")),
        }
    }

    fn number(&mut self, word: &str) -> u32 {
        let next = u32::try_from(self.words.len()).unwrap_or(ALONE);
        *self.words.entry(word.to_owned()).or_insert(next)
    }

    /// The second column of a line, and the others.
    fn row(&self, line: &str) -> (f32, Vec<f32>) {
        let cells = line.split('\t').skip(1).map(|cell| cell.parse::<f32>().unwrap_or_default());
        let mut row: Vec<f32> = cells.map(|hundredths| hundredths / 100.0).collect();
        row.resize(self.labels.len() + 1, 0.0);
        (row.remove(0), row)
    }

    fn numbered(&self, word: &str) -> Numbered {
        let number = self.words.get(word).copied();
        let mark = number.map_or_else(|| mark_of(word), u64::from);
        Numbered { number, mark }
    }

    /// The cues of a normalised sentence.
    fn met(&self, sentence: &str, mut each: impl FnMut(Met)) {
        let row = |first, second| self.rows.get(&(first, second)).copied();
        let mut add = |first: Numbered, second: Option<Numbered>, span: Span| {
            let numbers = match second {
                Some(second) => first.number.zip(second.number),
                None => first.number.map(|first| (first, ALONE)),
            };
            let mark = || mark_of(&(first.mark, second.map(|second| second.mark)));
            each(match numbers.and_then(|(first, second)| row(first, second)) {
                Some(row) => Met::Known(row, span),
                None => Met::Unknown(mark()),
            });
        };
        let mut before = self.numbered(FIRST);
        let mut start = 0;
        for (span, word) in words_of(sentence) {
            let word = self.numbered(word);
            add(word, None, span);
            add(before, Some(word), Span::new(start, span.end));
            (before, start) = (word, span.start);
        }
        add(before, Some(self.numbered(LAST)), Span::new(start, sentence.len()));
        let Some((lexicon, numbers)) = &self.meanings else { return };
        for meaning in lexicon.meanings(sentence) {
            let number = numbers.get(usize::from(meaning.number)).copied().flatten();
            if let Some(row) = number.and_then(|one| row(one, ALONE)) {
                each(Met::Known(row, meaning.span));
            }
        }
    }

    /// How likely each label is, from 0 to 1; `None` where fewer than `fewest` cues are known.
    pub(super) fn chances<'s>(
        &self,
        fewest: u32,
        sentences: impl Iterator<Item = &'s str>,
    ) -> Option<Vec<f64>> {
        self.chances_with(fewest, sentences, &BTreeSet::new())
    }

    /// The same with other cues beside those of the words.
    pub(super) fn chances_with<'s>(
        &self,
        fewest: u32,
        sentences: impl Iterator<Item = &'s str>,
        others: &BTreeSet<String>,
    ) -> Option<Vec<f64>> {
        let columns = self.labels.len();
        let mut seen = vec![false; self.squares.len()];
        let mut unseen = FxHashSet::default();
        let mut sums = vec![0.0_f32; columns];
        let (mut count, mut square) = (0_u32, 0.0_f32);
        let mut add = |met: Met| match met {
            Met::Known(row, _) => {
                let row = usize::try_from(row).unwrap_or_default();
                if !std::mem::replace(&mut seen[row], true) {
                    count += 1;
                    square += self.squares[row];
                    let weights = &self.weights[row * columns..][..columns];
                    sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
                }
            }
            Met::Unknown(mark) => {
                if unseen.insert(mark) {
                    square += self.unknown;
                }
            }
        };
        sentences.for_each(|sentence| self.met(sentence, &mut add));
        for other in others {
            let one = self.numbered(other);
            let row = one.number.and_then(|number| self.rows.get(&(number, ALONE)));
            add(row.map_or(Met::Unknown(one.mark), |row| Met::Known(*row, Span::default())));
        }
        let length = f64::from(square.max(f32::MIN_POSITIVE)).sqrt();
        let chance =
            |(base, sum): (&f32, &f32)| chance(f64::from(*base) + f64::from(*sum) / length);
        (count >= fewest).then(|| self.base.iter().zip(&sums).map(chance).collect())
    }

    /// The sentence that weighs most towards a label, and the words in it that do, the heaviest
    /// first; no two of them overlap.
    pub(super) fn heaviest<'s>(
        &self,
        label: usize,
        sentences: impl Iterator<Item = &'s str>,
    ) -> Option<(usize, Vec<Span>)> {
        let weighed = sentences.map(|text| (text, self.weights(label, text))).enumerate();
        let sum = |weights: &[(f32, Span)]| weights.iter().map(|(weight, _)| weight).sum::<f32>();
        let (sentence, (text, mut heavy)) =
            weighed.max_by(|(_, (_, one)), (_, (_, other))| sum(one).total_cmp(&sum(other)))?;
        heavy.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut words: Vec<Span> = Vec::new();
        for (_, span) in heavy.into_iter().take_while(|(weight, _)| *weight > 0.0) {
            if words.iter().all(|other| other.end <= span.start || span.end <= other.start) {
                words.push(span);
            }
        }
        // “you” and “that” explain nothing to a reader, as long as other words weigh too.
        let tells = |span: &Span| {
            words_of(span.of(text))
                .any(|(_, word)| word.contains(char::is_alphanumeric) && !is_frequent(word))
        };
        if words.iter().any(tells) {
            words.retain(tells);
        }
        (!words.is_empty()).then_some((sentence, words))
    }

    /// What each cue of a sentence weighs towards a label, and where it stands first.
    fn weights(&self, label: usize, sentence: &str) -> Vec<(f32, Span)> {
        let mut seen = FxHashSet::default();
        let mut weights = Vec::new();
        self.met(sentence, |met| {
            let Met::Known(row, span) = met else { return };
            if seen.insert(row) {
                let row = usize::try_from(row).unwrap_or_default();
                weights.push((self.weights[row * self.labels.len() + label], span));
            }
        });
        weights
    }
}

/// Words as they are shown: without the signs around them, where anything else is left.
pub(super) fn bare(words: &str) -> &str {
    let bare = words.trim_matches(|sign: char| !sign.is_alphanumeric());
    if bare.is_empty() { words } else { bare }
}

/// What tells a cue from others.
fn mark_of(cue: &(impl Hash + ?Sized)) -> u64 {
    FxBuildHasher.hash_one(cue)
}

/// The chance that log-odds stand for, from 0 to 1.
pub(super) fn chance(log_odds: f64) -> f64 {
    1.0 / (1.0 + (-log_odds).exp())
}

/// The log-odds of a chance.
pub(super) fn log_odds(chance: f64) -> f64 {
    let chance = chance.clamp(1e-6, 1.0 - 1e-6);
    (chance / (1.0 - chance)).ln()
}

#[cfg(test)]
mod tests {
    use super::*;

    const TABLE: &str = "# words\nreason-en\tweighs: {words}\nreason-fr\tpèse\u{202f}: {words}\n\
        cue\trare\tblame\tirony\n\t50\t-100\t-200\nyou\t100\t300\t0\n\
        you never\t100\t200\t100\nthank\t100\t-400\t0\n\
        ^ you\t100\t100\t0\nnever\t100\t0\t0\n";

    fn near(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-6
    }

    #[test]
    fn chances_are_log_odds_over_the_length_of_the_text() {
        let table = Wording::parse(TABLE);
        assert_eq!(table.labels, ["blame", "irony"]);
        // `^ you`, `you`, `you never`, `never`: each counts once, however often it is there. Of
        // `call`, `never call`, `call $` and `you $` each adds a half to the square.
        let chances = table.chances(4, ["you never call", "you"].into_iter()).unwrap_or_default();
        let length = (4.0_f64 + 4.0 * 0.5).sqrt();
        assert!(near(chances[0], chance(-1.0 + 6.0 / length)), "{chances:?}");
        assert!(near(chances[1], chance(-2.0 + 1.0 / length)), "{chances:?}");
        assert_eq!(table.chances(4, ["you call"].into_iter()), None);
        assert!(near(log_odds(chance(1.5)), 1.5));
    }

    #[test]
    fn the_heaviest_sentence_is_named_with_its_words() {
        let table = Wording::parse(TABLE);
        let (sentence, words) =
            table.heaviest(0, ["thank you", "you never call"].into_iter()).unwrap_or_default();
        assert_eq!((sentence, words), (1, vec![Span::new(0, 3)]));
        assert_eq!(table.heaviest(0, ["thank"].into_iter()), None);
        assert_eq!(table.reason(&["you", "I"]).en.as_deref(), Some("weighs: “you”, “I”"));
    }

    #[test]
    fn a_table_that_is_none_weighs_nothing() {
        for text in ["", "# nothing", "a\tb\n\n\nc\tx\ty\tz\n"] {
            let table = Wording::parse(text);
            assert_eq!(table.chances(4, ["c c d e f"].into_iter()), None, "{text:?}");
        }
    }
}
