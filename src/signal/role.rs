//! What each sentence of a letter does: it thanks, names the last day, accuses. A letter lacks
//! what none of its sentences does, and says too much by one of them.

use std::sync::OnceLock;

use regex::RegexSet;

use super::cue::context;
use super::letter::DraftKind;
use super::lexicon::Lexicon;
use super::normal::Normal;
use super::pattern::of_items;
use super::sentence::sentences;
use super::wording::{self, Wording, bare, chance, log_odds};
use super::words::WordBook;
use crate::finding::Span;
use crate::model::Language;

/// How words and rules come to log-odds together. Fitted for each finding on letters that neither
/// the tables nor the rules had seen (`docs/language.md`).
struct Weights {
    /// Of the log-odds that the words give.
    words: f64,
    /// Of what the rules come to, from 0 to 1.
    rules: f64,
    /// Of every letter, or of every sentence.
    base: f64,
    /// Of the natural logarithm of how many sentences the letter has: the more there are, the more
    /// of them only seem to do something.
    length: f64,
}

const fn weights(words: f64, rules: f64, base: f64, length: f64) -> Weights {
    Weights { words, rules, base, length }
}

impl Weights {
    fn chance(&self, words: f64, rules: f64, length: f64) -> f64 {
        let sum = self.words * log_odds(words) + self.rules * rules + self.base;
        chance(sum + self.length * length)
    }
}

/// What a letter needs: the finding where it is missing, and for each kind of letter the roles of
/// which a sentence must play one.
struct Need {
    finding: &'static str,
    weights: Weights,
    of: &'static [(DraftKind, &'static [&'static str])],
}

const NEEDS: [Need; 5] = [
    Need {
        finding: "no-thanks",
        weights: weights(1.6, 0.0, -4.8, 0.6),
        of: &[(DraftKind::Exit, &["thanks"]), (DraftKind::Decline, &["thanks"])],
    },
    Need {
        finding: "no-reason",
        weights: weights(1.2, 0.8, -4.8, 1.1),
        of: &[(DraftKind::Exit, &["reason"]), (DraftKind::Decline, &["reason"])],
    },
    Need {
        finding: "no-substitute",
        weights: weights(1.3, 1.2, -5.9, 1.2),
        of: &[(DraftKind::Exit, &["substitute"]), (DraftKind::Decline, &["substitute"])],
    },
    Need {
        finding: "no-clear-end",
        weights: weights(1.5, 1.4, -7.2, 1.0),
        of: &[
            (DraftKind::Exit, &["last-day"]),
            (DraftKind::Decline, &["no"]),
            (DraftKind::Handover, &["last-day"]),
            (DraftKind::Final, &["silence"]),
        ],
    },
    Need {
        finding: "no-next-steps",
        weights: weights(1.6, 1.2, -7.0, 1.9),
        of: &[
            (DraftKind::Exit, &["step", "ask"]),
            (DraftKind::Boundary, &["limit"]),
            (DraftKind::FollowUp, &["step", "ask"]),
            (DraftKind::Platform, &["ask"]),
            (DraftKind::Handover, &["open-items", "step"]),
        ],
    },
];

/// What a letter should not say: the finding, and the role of the sentence that says it.
struct Fault {
    finding: &'static str,
    role: &'static str,
    weights: Weights,
}

const fn fault(finding: &'static str, role: &'static str, weights: Weights) -> Fault {
    Fault { finding, role, weights }
}

const FAULTS: [Fault; 8] = [
    fault("blame", "blame", weights(1.6, 3.4, 3.5, -0.7)),
    fault("uncited", "complaint", weights(1.2, 3.0, 2.9, -1.0)),
    fault("opinion-as-fact", "verdict", weights(1.4, 3.1, 2.9, -0.8)),
    fault("insult", "insult", weights(1.6, 3.0, 4.0, -1.0)),
    fault("but-word", "contrast", weights(2.0, 4.2, 3.1, -0.1)),
    fault("open-door", "door", weights(1.6, 1.7, 3.9, -0.3)),
    fault("threat", "threat", weights(1.4, 5.0, 3.0, -0.8)),
    fault("new-promise", "promise", weights(1.9, 3.2, 4.2, -0.5)),
];

/// So many words are named.
const MOST_WORDS: usize = 4;

/// A complaint is none where the sentence has a day of this set.
const DATED: (&str, &str) = ("complaint", "dated");

/// What words weigh towards each role, in one language.
#[derive(Debug)]
struct Roles {
    words: Wording,
    dated: RegexSet,
    book: &'static WordBook,
}

impl Roles {
    fn of(language: Language) -> &'static Self {
        static CELLS: [OnceLock<Roles>; 2] = [OnceLock::new(), OnceLock::new()];
        let (cell, table) = match language {
            Language::En => (&CELLS[0], wording::ENGLISH_ROLES),
            Language::Fr => (&CELLS[1], wording::FRENCH_ROLES),
        };
        cell.get_or_init(|| {
            let book = WordBook::of(language);
            let dated = RegexSet::new(of_items(DATED.1, book).unwrap_or_default());
            // A test holds that the built-in sets are sound.
            let dated = dated.unwrap_or_default();
            Self { words: Wording::parse(table).with(Lexicon::of(language)), dated, book }
        })
    }
}

/// The sentences of a letter, and how likely each plays each role.
pub(super) struct Played {
    roles: &'static Roles,
    sentences: Vec<(Span, Vec<f64>)>,
}

/// How likely sentences of a letter say something.
pub(super) struct SaidSo {
    /// How likely any of them does, from 0 to 1.
    pub(super) chance: f64,
    /// The likeliest one, the first of those that are equally likely.
    pub(super) likeliest: Span,
    /// Each sentence with its own chance.
    pub(super) sentences: Vec<(Span, f64)>,
}

impl Played {
    /// Reads a letter.
    pub(super) fn of(text: &str, language: Language) -> Self {
        let roles = Roles::of(language);
        let silent = roles.words.labels.iter().position(|label| label == DATED.0);
        let spans = sentences(text, Span::new(0, text.len()));
        let spellings = Some(roles.book.spellings());
        let normals: Vec<String> =
            spans.iter().map(|span| Normal::of(span.of(text), spellings).text).collect();
        let mut sentences = Vec::new();
        for (index, (span, normal)) in spans.into_iter().zip(&normals).enumerate() {
            let own = std::iter::once(normal.as_str());
            let Some(mut chances) = roles.words.chances_with(1, own, &context(&normals, index))
            else {
                continue;
            };
            if let Some(silent) = silent.filter(|_| roles.dated.is_match(normal)) {
                chances[silent] = 0.0;
            }
            sentences.push((span, chances));
        }
        Self { roles, sentences }
    }

    /// Whether sentences are looked at for this finding.
    pub(super) fn knows(id: &str) -> bool {
        FAULTS.iter().any(|fault| fault.finding == id)
            || NEEDS.iter().any(|need| need.finding == id)
    }

    /// How likely a letter of a kind lacks what the finding names, from 0 to 1; `None` where no
    /// letter of the kind needs it. `rules` says whether a rule found it missing.
    pub(super) fn missing(&self, id: &str, kind: DraftKind, rules: bool) -> Option<f64> {
        let need = NEEDS.iter().find(|need| need.finding == id)?;
        let (_, roles) = need.of.iter().find(|(of, _)| *of == kind)?;
        let columns: Vec<usize> = roles.iter().filter_map(|role| self.column(role)).collect();
        let none_does = |chances: &Vec<f64>| -> f64 {
            columns.iter().map(|column| 1.0 - chances[*column]).product()
        };
        let nobody: f64 = self.sentences.iter().map(|(_, chances)| none_does(chances)).product();
        Some(need.weights.chance(nobody, if rules { 1.0 } else { 0.0 }, self.length()))
    }

    /// How likely sentences say what the finding names; `None` where the finding is none of a
    /// sentence. `rules` says what the rules come to in a sentence.
    pub(super) fn said(&self, id: &str, rules: impl Fn(Span) -> f64) -> Option<SaidSo> {
        let fault = FAULTS.iter().find(|fault| fault.finding == id)?;
        let column = self.column(fault.role)?;
        let chance = |span: Span, chances: &[f64]| {
            fault.weights.chance(chances[column], rules(span), self.length())
        };
        let sentences: Vec<(Span, f64)> =
            self.sentences.iter().map(|(span, chances)| (*span, chance(*span, chances))).collect();
        let innocent: f64 = sentences.iter().map(|(_, chance)| 1.0 - chance).product();
        let likeliest = sentences.iter().rev().max_by(|(_, a), (_, b)| a.total_cmp(b));
        let likeliest = likeliest.map_or_else(Span::default, |(span, _)| *span);
        Some(SaidSo { chance: 1.0 - innocent, likeliest, sentences })
    }

    /// The words of a sentence of this letter that weigh most towards what the finding names, the
    /// heaviest first.
    pub(super) fn words(&self, id: &str, text: &str, sentence: Span) -> Vec<String> {
        let fault = FAULTS.iter().find(|fault| fault.finding == id);
        let Some(column) = fault.and_then(|fault| self.column(fault.role)) else {
            return Vec::new();
        };
        let own = sentence.of(text);
        let normal = Normal::of(own, Some(self.roles.book.spellings()));
        let (_, heavy) = self
            .roles
            .words
            .heaviest(column, std::iter::once(normal.text.as_str()))
            .unwrap_or_default();
        let words = heavy.into_iter().map(|span| bare(normal.original(span).of(own)).to_owned());
        words.filter(|word| word.contains(char::is_alphanumeric)).take(MOST_WORDS).collect()
    }

    /// Where the letter begins.
    pub(super) fn beginning(&self) -> Span {
        self.sentences.first().map_or_else(Span::default, |(span, _)| *span)
    }

    /// The natural logarithm of how many sentences there are.
    fn length(&self) -> f64 {
        f64::from(u32::try_from(self.sentences.len()).unwrap_or(u32::MAX)).max(1.0).ln()
    }

    fn column(&self, role: &str) -> Option<usize> {
        self.roles.words.labels.iter().position(|label| label == role)
    }
}
