//! What the words of a whole text weigh, by tables learnt from labelled texts.
//!
//! A table has a column for each label and a row for each cue; the first row holds whatever the
//! words are. The weights are hundredths of log-odds. The row of every cue that a text has
//! counts once, divided by the square root of how many there are.

use rustc_hash::{FxHashMap, FxHashSet};

use super::cue::{FIRST, LAST, words};
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
}

/// Stands in the second place of a cue that is one word.
const ALONE: u32 = u32::MAX;

/// A cue in a sentence: its row and its bytes.
struct Met {
    row: u32,
    span: Span,
}

impl Wording {
    /// Reads a table; what is no number weighs nothing.
    pub(super) fn parse(text: &str) -> Self {
        let mut lines = text.lines().filter(|line| !line.starts_with('#'));
        let mut table = Self::default();
        let mut reason = || lines.next().and_then(|line| Some(line.split_once('\t')?.1.to_owned()));
        table.reason = Names { en: reason(), fr: reason() };
        let head = lines.next().unwrap_or_default();
        table.labels = head.split('\t').skip(1).map(str::to_owned).collect();
        table.base = lines.next().map(|line| table.row(line)).unwrap_or_default();
        for (row, line) in (0..).zip(lines) {
            let cue = line.split('\t').next().unwrap_or_default();
            let (first, second) = match cue.split_once(' ') {
                Some((first, second)) => (table.number(first), table.number(second)),
                None => (table.number(cue), ALONE),
            };
            table.rows.insert((first, second), row);
            let weights = table.row(line);
            table.weights.extend(weights);
        }
        table
    }

    /// Why a sentence is shown that has these words.
    pub(super) fn reason(&self, words: &[&str]) -> Names {
        let with = |text: &String, open: &str, close: &str| {
            let words: Vec<String> =
                words.iter().map(|word| format!("{open}{word}{close}")).collect();
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

    fn row(&self, line: &str) -> Vec<f32> {
        let cells = line.split('\t').skip(1).map(|cell| cell.parse::<f32>().unwrap_or_default());
        let mut row: Vec<f32> = cells.map(|hundredths| hundredths / 100.0).collect();
        row.resize(self.labels.len(), 0.0);
        row
    }

    /// The cues of a normalised sentence that weigh.
    fn met(&self, sentence: &str, mut each: impl FnMut(Met)) {
        let number = |word: &str| self.words.get(word).copied();
        let mut add = |cue: (u32, u32), span: Span| {
            if let Some(row) = self.rows.get(&cue) {
                each(Met { row: *row, span });
            }
        };
        let mut before = number(FIRST);
        let mut start = 0;
        for (span, word) in words(sentence) {
            let word = number(word);
            if let Some(word) = word {
                add((word, ALONE), span);
                if let Some(before) = before {
                    add((before, word), Span::new(start, span.end));
                }
            }
            (before, start) = (word, span.start);
        }
        if let (Some(before), Some(last)) = (before, number(LAST)) {
            add((before, last), Span::new(start, sentence.len()));
        }
    }

    /// How likely each label is, from 0 to 1; `None` where fewer than `fewest` cues are known.
    pub(super) fn chances<'s>(
        &self,
        fewest: u32,
        sentences: impl Iterator<Item = &'s str>,
    ) -> Option<Vec<f64>> {
        let columns = self.labels.len();
        let mut seen = vec![false; self.rows.len()];
        let mut sums = vec![0.0_f32; columns];
        let mut count = 0_u32;
        for sentence in sentences {
            self.met(sentence, |met| {
                let row = usize::try_from(met.row).unwrap_or_default();
                if !std::mem::replace(&mut seen[row], true) {
                    count += 1;
                    let weights = &self.weights[row * columns..][..columns];
                    sums.iter_mut().zip(weights).for_each(|(sum, weight)| *sum += weight);
                }
            });
        }
        let length = f64::from(count).sqrt();
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
        let weighed = sentences.map(|sentence| self.weights(label, sentence)).enumerate();
        let sum = |weights: &[(f32, Span)]| weights.iter().map(|(weight, _)| weight).sum::<f32>();
        let (sentence, mut heavy) =
            weighed.max_by(|(_, one), (_, other)| sum(one).total_cmp(&sum(other)))?;
        heavy.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
        let mut words: Vec<Span> = Vec::new();
        for (_, span) in heavy.into_iter().take_while(|(weight, _)| *weight > 0.0) {
            if words.iter().all(|other| other.end <= span.start || span.end <= other.start) {
                words.push(span);
            }
        }
        (!words.is_empty()).then_some((sentence, words))
    }

    /// What each cue of a sentence weighs towards a label, and where it stands first.
    fn weights(&self, label: usize, sentence: &str) -> Vec<(f32, Span)> {
        let mut seen = FxHashSet::default();
        let mut weights = Vec::new();
        self.met(sentence, |met| {
            if seen.insert(met.row) {
                let row = usize::try_from(met.row).unwrap_or_default();
                weights.push((self.weights[row * self.labels.len() + label], met.span));
            }
        });
        weights
    }
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
        cue\tblame\tirony\n\t-100\t-200\nyou\t300\t0\nyou never\t200\t100\nthank\t-400\t0\n\
        ^ you\t100\t0\nnever\t0\t0\n";

    fn near(one: f64, other: f64) -> bool {
        (one - other).abs() < 1e-6
    }

    #[test]
    fn chances_are_log_odds_over_the_root_of_the_number_of_cues() {
        let table = Wording::parse(TABLE);
        assert_eq!(table.labels, ["blame", "irony"]);
        // `^ you`, `you`, `you never`, `never`: each counts once, however often it is there.
        let chances = table.chances(4, ["you never call", "you"].into_iter()).unwrap_or_default();
        assert!(near(chances[0], chance(-1.0 + 6.0 / 2.0)), "{chances:?}");
        assert!(near(chances[1], chance(-2.0 + 1.0 / 2.0)), "{chances:?}");
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
        for text in ["", "# nothing", "a\tb\n\n\nc\tx\ty\n"] {
            let table = Wording::parse(text);
            assert_eq!(table.chances(4, ["c c d e f"].into_iter()), None, "{text:?}");
        }
    }
}
