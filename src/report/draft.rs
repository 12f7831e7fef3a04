//! What was found in a draft.

use std::ops::Range;

use serde::Serialize;

use super::SCHEMA;
use crate::finding::Span;
use crate::model::Language;
use crate::signal::{CheckedDraft, DraftFinding, DraftKind, DraftRules};

/// The code of a mark that is left to fill in: not of a rule, since nobody may accept it.
const MARK_LEFT: &str = "mark-left";

/// A letter with more marks than this is no letter yet; the first ones are told.
const MOST_MARKS: usize = 100;

/// What was found in a draft.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DraftView {
    /// The number of this shape.
    pub schema: u32,
    /// The language of the draft; `None` where it cannot be told.
    pub language: Option<Language>,
    /// The kind of letter it was checked as; `None` where several are likely, or none is.
    pub kind: Option<&'static str>,
    /// Whether the kind was guessed from the text.
    pub guessed: bool,
    /// The tone it was checked for: `empathetic` or `direct`.
    pub tone: &'static str,
    /// The findings, in the order of the text.
    pub findings: Vec<DraftFindingView>,
    /// How many findings the text accepts.
    pub accepted: usize,
}

/// A finding of a draft.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DraftFindingView {
    /// The rule, such as `but-word`.
    pub code: String,
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The words; empty where something is missing.
    pub phrase: String,
    /// Where else in the letter it is, in the order of the text.
    pub also: Vec<PlaceView>,
    /// The words that weigh most, the heaviest first; empty where a rule spoke or something is
    /// missing.
    pub words: Vec<String>,
    /// What is wrong, in the user's language.
    pub message: String,
    /// What to write instead, in the user's language.
    pub hint: String,
    /// A sentence that could stand there, in the language of the draft; `None` where it has none.
    pub example: Option<String>,
}

/// Words of a draft, and where they stand.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PlaceView {
    /// The line, from 1.
    pub line: usize,
    /// The column in characters, from 1.
    pub column: usize,
    /// The words.
    pub phrase: String,
}

/// Where the lines of a text begin.
struct Lines<'t> {
    text: &'t str,
    starts: Vec<usize>,
}

impl<'t> Lines<'t> {
    fn of(text: &'t str) -> Self {
        let ends = text.match_indices('\n').map(|(at, _)| at + 1);
        Self { text, starts: std::iter::once(0).chain(ends).collect() }
    }

    fn place(&self, span: Span) -> PlaceView {
        let line = self.starts.partition_point(|start| *start <= span.start).max(1);
        let start = self.starts.get(line - 1).copied().unwrap_or_default();
        PlaceView {
            line,
            column: Span::new(start, span.start).of(self.text).chars().count() + 1,
            phrase: span.of(self.text).to_owned(),
        }
    }
}

impl DraftView {
    /// The view of a checked draft; words are in `language`.
    pub fn of(
        text: &str,
        checked: &CheckedDraft,
        rules: &[DraftRules],
        guessed: bool,
        tone: &'static str,
        language: Language,
    ) -> Self {
        let lines = Lines::of(text);
        let view = |finding: &DraftFinding| {
            let rules = rules.iter().find(|rules| rules.set.id == finding.id);
            let words = |of: fn(&DraftRules) -> &crate::model::Names| {
                rules
                    .and_then(|rules| of(rules).in_language(language))
                    .unwrap_or_default()
                    .to_owned()
            };
            let PlaceView { line, column, phrase } = lines.place(finding.span);
            DraftFindingView {
                code: finding.id.clone(),
                line,
                column,
                phrase: if finding.is_absence { String::new() } else { phrase },
                also: finding.also.iter().map(|span| lines.place(*span)).collect(),
                words: finding.words.clone(),
                message: words(|rules| &rules.name),
                hint: words(|rules| &rules.instead),
                example: rules
                    .and_then(|rules| rules.example.in_language(checked.language?))
                    .map(str::to_owned),
            }
        };
        Self {
            schema: SCHEMA,
            language: checked.language,
            kind: checked.kind().map(DraftKind::as_str),
            guessed,
            tone,
            findings: checked.findings.iter().map(view).collect(),
            accepted: checked.accepted.len(),
        }
    }

    /// Adds each mark that is left in the text as a finding: what is wrong, and what to write
    /// instead, in the user's language.
    pub fn add_marks(&mut self, text: &str, marks: &[Range<usize>], message: &str, hint: &str) {
        let lines = Lines::of(text);
        let finding = |mark: &Range<usize>| {
            let place = lines.place(Span::new(mark.start, mark.end));
            DraftFindingView {
                code: MARK_LEFT.to_owned(),
                line: place.line,
                column: place.column,
                phrase: place.phrase,
                also: Vec::new(),
                words: Vec::new(),
                message: message.to_owned(),
                hint: hint.to_owned(),
                example: None,
            }
        };
        self.findings.extend(marks.iter().take(MOST_MARKS).map(finding));
        self.findings.sort_by_key(|finding| (finding.line, finding.column));
    }
}
