//! What a letter is for, and how that is guessed where nobody says.

use std::sync::OnceLock;

use regex::RegexSet;

use super::normal::Normal;
use super::pattern::of_items;
use super::words::WordBook;
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

/// What a mark of a kind counts: a phrase that hardly any other kind has.
const MARK: usize = 3;
/// What a hint counts: a phrase that other kinds have too, less often.
const HINT: usize = 1;
/// What the likeliest kind must come to.
const FEWEST: usize = 2;
/// How far behind the likeliest kind another one may be and still be plausible.
const MARGIN: usize = 1;

/// The kinds that a letter may well be, the likeliest first; `Other` alone where nothing is said.
///
/// Each phrase of the sets `<letter-KIND>` counts once, however often it is there, those of
/// `<letter-KIND-hint>` less.
pub(super) fn plausible_kinds(text: &str, language: Language) -> Vec<DraftKind> {
    let normal = Normal::of(text, Some(WordBook::of(language).spellings())).text;
    let evidence = Evidence::of(language);
    let mut scores = [0; DraftKind::ALL.len()];
    for index in evidence.phrases.matches(&normal) {
        let (kind, weight) = evidence.speaks_for[index];
        scores[kind] += weight;
    }
    let best = scores.iter().max().copied().unwrap_or_default();
    if best < FEWEST {
        return vec![DraftKind::Other];
    }
    let mut kinds: Vec<(usize, DraftKind)> = scores.into_iter().zip(DraftKind::ALL).collect();
    kinds.retain(|(score, _)| score + MARGIN >= best);
    kinds.sort_by_key(|(score, _)| std::cmp::Reverse(*score));
    kinds.into_iter().map(|(_, kind)| kind).collect()
}

/// Phrases that speak for a kind of letter, in one language.
#[derive(Debug)]
struct Evidence {
    phrases: RegexSet,
    /// For each phrase the number of its kind, and what it counts.
    speaks_for: Vec<(usize, usize)>,
}

impl Evidence {
    fn of(language: Language) -> &'static Self {
        static ENGLISH: OnceLock<Evidence> = OnceLock::new();
        static FRENCH: OnceLock<Evidence> = OnceLock::new();
        let cell = match language {
            Language::En => &ENGLISH,
            Language::Fr => &FRENCH,
        };
        cell.get_or_init(|| Self::read(WordBook::of(language)))
    }

    fn read(book: &WordBook) -> Self {
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
        Self { phrases: RegexSet::new(phrases).unwrap_or_default(), speaks_for }
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
        let kinds = |text| plausible_kinds(text, Language::En);
        let exit = "I am ending our cooperation. My last day is 31 May, the last invoice follows.";
        assert_eq!(kinds(exit), [DraftKind::Exit]);
        let platform = "Dear support team, please release the payment for order 5520.";
        assert_eq!(kinds(platform), [DraftKind::Platform]);
        let french = "Merci d'avoir pensé à moi. Je ne prendrai pas ce projet.";
        assert_eq!(plausible_kinds(french, Language::Fr), [DraftKind::Decline]);
    }

    #[test]
    fn a_letter_that_says_nothing_is_of_no_kind() {
        assert_eq!(plausible_kinds("Dear Mr Low, hello.", Language::En), [DraftKind::Other]);
        assert_eq!(plausible_kinds("", Language::Fr), [DraftKind::Other]);
    }
}
