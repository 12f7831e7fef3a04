//! What a rule says, as it stands in a note.

use std::sync::Arc;

use super::letter::DraftKind;
use crate::finding::Span;
use crate::model::{Language, Names, Severity};

/// A rule: when it speaks, how sure it is, what silences it.
#[derive(Clone, Debug, PartialEq)]
pub struct Rule {
    /// What it is called: the note's id and its own, such as `scope-creep/minimised`.
    pub id: String,
    /// The language it is written in; `None` for both.
    pub language: Option<Language>,
    /// What it looks for.
    pub looks_for: LooksFor,
    /// How likely the flag is where only this rule speaks, from 0 to 1. Judgement.
    pub confidence: f64,
    /// How bad it would be; `None` where that cannot be told from the words.
    pub severity: Option<Severity>,
    /// What silences it.
    pub guards: Guards,
    /// Why it speaks, in words.
    pub reason: Names,
    /// The letters it holds for, where it is about drafts.
    pub letters: Letters,
    /// Where it stands in its note.
    pub span: Span,
}

/// The letters that a rule about drafts holds for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Letters {
    /// The kinds of letter, such as `exit`; empty for all.
    pub kinds: Vec<String>,
    /// Whether it holds only where the tone is direct.
    pub direct_only: bool,
}

impl Letters {
    /// Whether the rule holds for a kind of letter.
    pub fn hold(&self, kind: DraftKind) -> bool {
        self.kinds.is_empty() || self.kinds.iter().any(|word| word == kind.as_str())
    }
}

/// What a rule looks for.
#[derive(Clone, Debug, PartialEq)]
pub enum LooksFor {
    /// One of several phrases.
    Any(Vec<String>),
    /// One phrase of each list, in one sentence, with at most so many words from first to last.
    All {
        /// The lists.
        parts: Vec<Vec<String>>,
        /// The most words; `None` for the whole sentence.
        within_words: Option<usize>,
    },
    /// A regular expression, in one sentence.
    Regex(String),
    /// Several occurrences of phrases in one text.
    Count {
        /// The phrases.
        phrases: Vec<String>,
        /// The fewest occurrences.
        min: usize,
    },
    /// Something about the message beside its words.
    Metadata(Metadata),
    /// None of several phrases: what is missing in a draft.
    Absent(Vec<String>),
    /// More words than this.
    MaxWords(usize),
    /// What the words of the whole message weigh; no note says so.
    Wording,
}

impl LooksFor {
    /// Whether it is about the text as a whole, not about a phrase of it.
    pub const fn is_about_the_whole(&self) -> bool {
        matches!(self, Self::Absent(_) | Self::MaxWords(_))
    }
}

/// Something about a message beside its words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Metadata {
    /// It came outside of the agreed hours.
    ArrivedOutsideHours,
    /// Most of a sentence is in capitals.
    Shouting,
    /// Sentences of one word in a row: `Read. The. Brief.`
    ChoppedWords,
}

impl Metadata {
    /// Every one, in the order of their words.
    pub const ALL: [Self; 3] = [Self::ArrivedOutsideHours, Self::ChoppedWords, Self::Shouting];

    /// The word in a note.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::ArrivedOutsideHours => "arrived-outside-hours",
            Self::Shouting => "shouting",
            Self::ChoppedWords => "chopped-words",
        }
    }
}

/// What silences a rule.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Guards {
    /// Phrases in the same sentence.
    pub same_sentence: Vec<String>,
    /// Phrases in the sentence after it.
    pub next_sentence: Vec<String>,
    /// Phrases anywhere in the message.
    pub message: Vec<String>,
    /// Phrases of which one must be in the message too; none where the list is empty.
    pub only_if_also: Vec<String>,
    /// Phrases in the sentence before it.
    pub sentence_before: Vec<String>,
    /// Phrases of which one must be in the sentence before it; none where the list is empty.
    pub only_if_before: Vec<String>,
    /// Phrases in a sentence that names somebody who is not addressed.
    pub named: Vec<String>,
    /// Phrases of which one must be in every sentence; none where the list is empty.
    pub every_sentence: Vec<String>,
    /// Built-in guards that do not hold for this rule.
    pub without: Vec<BuiltIn>,
}

/// A guard that holds for every rule that does not switch it off.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BuiltIn {
    /// The words stand between quotation marks.
    Quoted,
    /// The sentence is about a title, a role or a text that is being worked on.
    AboutText,
    /// The message makes amends, leaves a free choice or waives haste, in whatever sentence.
    Considerate,
    /// The sentence says that it is not so.
    Denied,
    /// The sentence is about somebody else.
    ThirdPerson,
    /// The sentence, or one beside it, offers to pay or asks for a price.
    Price,
    /// The sentence thanks or praises.
    Praise,
}

impl BuiltIn {
    /// Every one, in the order of their words.
    pub const ALL: [Self; 7] = [
        Self::AboutText,
        Self::Considerate,
        Self::Denied,
        Self::Praise,
        Self::Price,
        Self::Quoted,
        Self::ThirdPerson,
    ];

    /// The word in a note.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::AboutText => "about-text",
            Self::Considerate => "considerate",
            Self::Denied => "denied",
            Self::Praise => "praise",
            Self::Price => "price",
            Self::Quoted => "quoted",
            Self::ThirdPerson => "third-person",
        }
    }
}

/// The rules of one note, with the examples that hold them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct RuleSet {
    /// The note's id: of a red flag, or of what a draft may have wrong.
    pub id: String,
    /// The note's path; a file name for a built-in one.
    pub path: String,
    /// Whether the note is the user's own.
    pub is_own: bool,
    /// The rules, in the order of the note.
    pub rules: Vec<Arc<Rule>>,
    /// Texts that must be found.
    pub found: Vec<Example>,
    /// Texts that must not be found.
    pub passed: Vec<Example>,
}

/// An example of a note.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Example {
    /// The text.
    pub text: String,
    /// The line of its note on which it begins, from 1.
    pub line: usize,
}
