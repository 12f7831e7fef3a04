//! What a letter is for, and how that is guessed where nobody says.

use std::sync::OnceLock;

use regex::RegexSet;

use super::lexicon::Lexicon;
use super::normal::Normal;
use super::pattern::of_items;
use super::sentence::sentences;
use super::wording::{self, Wording, log_odds};
use super::words::WordBook;
use crate::finding::Span;
use crate::model::Language;

/// What a letter is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DraftKind {
    /// Ends the work.
    Exit,
    /// Tells a limit.
    Boundary,
    /// Turns an enquiry down.
    Decline,
    /// Sums up a talk.
    FollowUp,
    /// Tells the platform.
    Platform,
    /// Hands the work over.
    Handover,
    /// Says that no further answer will come.
    Final,
    /// Anything else: only what holds for every letter is looked for. Never guessed.
    Other,
}

impl DraftKind {
    /// Every one that can be guessed.
    pub const ALL: [Self; 7] = [
        Self::Platform,
        Self::Final,
        Self::Handover,
        Self::FollowUp,
        Self::Decline,
        Self::Exit,
        Self::Boundary,
    ];

    /// The word in a note and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Exit => "exit",
            Self::Boundary => "boundary",
            Self::Decline => "decline",
            Self::FollowUp => "follow-up",
            Self::Platform => "platform",
            Self::Handover => "handover",
            Self::Final => "final",
            Self::Other => "other",
        }
    }
}

/// What the log-odds that words give count: on letters that were left out, so they fit best.
const WORDS: f64 = 2.0;
/// What a mark of a kind adds to its log-odds: a phrase that hardly any other kind has.
const MARK: f64 = 1.0;
/// What a hint adds: a phrase that other kinds have too, less often.
const HINT: f64 = 0.35;
/// The least that phrases come to where the words of the letter fit no kind.
const FEWEST: f64 = 0.7;
/// Of a letter with fewer known cues the words say too little.
const FEWEST_CUES: u32 = 24;
/// From this chance on the words of the letter fit a kind.
const FITS: f64 = 0.08;
/// How many times less likely than the likeliest kind another one may be and still be plausible,
/// as a logarithm.
const MARGIN: f64 = 0.7;

/// A kind of letter, and how likely a letter is of it, from 0 to 1.
pub(super) type Likely = (DraftKind, f64);

/// Those of the kinds that a letter may well be; `Other` alone where there is none.
pub(super) fn plausible(likely: &[Likely]) -> Vec<DraftKind> {
    let best = likely.first().map_or(0.0, |(_, chance)| *chance);
    let may_be = likely.iter().filter(|(_, chance)| *chance >= best * (-MARGIN).exp());
    let kinds: Vec<DraftKind> = may_be.map(|(kind, _)| *kind).collect();
    if kinds.is_empty() { vec![DraftKind::Other] } else { kinds }
}

/// How likely a letter is of each kind, the likeliest first, together 1; none where nothing is
/// said.
///
/// The words of the letter give each kind a chance by their table. Each phrase of the sets
/// `<letter-KIND>` adds to its logarithm once, however often it is there, those of
/// `<letter-KIND-hint>` less.
pub(super) fn likely_kinds(text: &str, language: Language) -> Vec<Likely> {
    let mut normal = Normal::unplaced();
    let spellings = Some(WordBook::of(language).spellings());
    let whole = Span::new(0, text.len());
    let bounds: Vec<Span> = sentences(text, whole)
        .into_iter()
        .map(|sentence| normal.add(sentence.of(text), spellings))
        .collect();
    let evidence = Evidence::of(language);
    let mut phrases = [0.0; DraftKind::ALL.len()];
    for index in evidence.phrases.matches(&normal.text) {
        let (kind, weight) = evidence.speaks_for[index];
        phrases[kind] += weight;
    }
    let words =
        evidence.words.chances(FEWEST_CUES, bounds.iter().map(|bounds| bounds.of(&normal.text)));
    let chances = DraftKind::ALL.map(|kind| {
        let column = evidence.words.labels.iter().position(|label| label == kind.as_str());
        column.and_then(|column| words.as_ref()?.get(column).copied()).unwrap_or(FITS / 2.0)
    });
    let says_something = |(phrases, chance): (&f64, &f64)| *phrases >= FEWEST || *chance >= FITS;
    if !phrases.iter().zip(&chances).any(says_something) {
        return Vec::new();
    }
    let odds = chances
        .into_iter()
        .zip(phrases)
        .map(|(chance, phrases)| (WORDS * log_odds(chance) + phrases).exp());
    let odds: Vec<f64> = odds.collect();
    let sum: f64 = odds.iter().sum();
    let mut likely: Vec<Likely> =
        DraftKind::ALL.into_iter().zip(odds).map(|(kind, odds)| (kind, odds / sum)).collect();
    likely.sort_by(|one, other| other.1.total_cmp(&one.1));
    likely
}

/// Phrases that speak for a kind of letter, in one language.
#[derive(Debug)]
struct Evidence {
    phrases: RegexSet,
    /// For each phrase the number of its kind, and what it counts.
    speaks_for: Vec<(usize, f64)>,
    /// What the words of letters weigh towards each kind.
    words: Wording,
}

impl Evidence {
    fn of(language: Language) -> &'static Self {
        static ENGLISH: OnceLock<Evidence> = OnceLock::new();
        static FRENCH: OnceLock<Evidence> = OnceLock::new();
        let (cell, table) = match language {
            Language::En => (&ENGLISH, wording::ENGLISH_LETTERS),
            Language::Fr => (&FRENCH, wording::FRENCH_LETTERS),
        };
        cell.get_or_init(|| {
            let words = Wording::parse(table).with(Lexicon::of(language));
            Self::read(WordBook::of(language), words)
        })
    }

    fn read(book: &WordBook, words: Wording) -> Self {
        let (mut phrases, mut speaks_for) = (Vec::new(), Vec::new());
        for (index, kind) in DraftKind::ALL.into_iter().enumerate() {
            for (suffix, weight) in [("", MARK), ("-hint", HINT)] {
                let items = of_items(&format!("letter-{}{suffix}", kind.as_str()), book);
                for item in items.unwrap_or_default() {
                    phrases.push(item);
                    speaks_for.push((index, weight));
                }
            }
        }
        // A test holds that the built-in sets are sound.
        Self { phrases: RegexSet::new(phrases).unwrap_or_default(), speaks_for, words }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_kind_has_sound_evidence_in_both_languages() {
        for language in Language::ALL {
            let evidence = Evidence::of(language);
            assert_eq!(evidence.phrases.len(), evidence.speaks_for.len(), "a pattern is unsound");
            for index in 0..DraftKind::ALL.len() {
                for weight in [MARK, HINT] {
                    assert!(evidence.speaks_for.contains(&(index, weight)), "{language:?} {index}");
                }
            }
        }
    }

    #[test]
    fn a_letter_says_what_it_is_for() {
        let kinds = |text| plausible(&likely_kinds(text, Language::En));
        let exit = "I am ending our cooperation. My last day is 31 May, the last invoice follows.";
        assert_eq!(kinds(exit), [DraftKind::Exit]);
        let platform = "Dear support team, please release the payment for order 5520.";
        assert_eq!(kinds(platform), [DraftKind::Platform]);
        let french = "Merci d'avoir pensé à moi. Je ne prendrai pas ce projet.";
        assert_eq!(plausible(&likely_kinds(french, Language::Fr)), [DraftKind::Decline]);
        let sum: f64 = likely_kinds(french, Language::Fr).iter().map(|(_, chance)| chance).sum();
        assert!((sum - 1.0).abs() < 1e-9, "{sum}");
    }

    #[test]
    fn a_letter_that_says_nothing_is_of_no_kind() {
        assert_eq!(likely_kinds("Dear Mr Low, hello.", Language::En), []);
        assert_eq!(plausible(&likely_kinds("", Language::Fr)), [DraftKind::Other]);
    }
}
