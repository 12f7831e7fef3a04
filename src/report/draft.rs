//! What was found in a draft.

use serde::Serialize;

use super::SCHEMA;
use crate::finding::Span;
use crate::model::Language;
use crate::signal::{CheckedDraft, DraftFinding, DraftKind, DraftRules};

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
    /// The words that weigh most, the heaviest first; empty where a rule spoke or something is
    /// missing.
    pub words: Vec<String>,
    /// What is wrong, in the user's language.
    pub message: String,
    /// What to write instead, in the user's language.
    pub hint: String,
}

impl DraftView {
    /// The view of a checked draft; words are in `language`.
    pub fn of(
        text: &str,
        checked: &CheckedDraft,
        rules: &[DraftRules],
        guessed: bool,
        language: Language,
    ) -> Self {
        let view = |finding: &DraftFinding| {
            let rules = rules.iter().find(|rules| rules.set.id == finding.id);
            let words = |of: fn(&DraftRules) -> &crate::model::Names| {
                rules
                    .and_then(|rules| of(rules).in_language(language))
                    .unwrap_or_default()
                    .to_owned()
            };
            let before = Span::new(0, finding.span.start).of(text);
            let line_start = before.rfind('\n').map_or(0, |at| at + 1);
            DraftFindingView {
                code: finding.id.clone(),
                line: before.matches('\n').count() + 1,
                column: before[line_start..].chars().count() + 1,
                phrase: match finding.is_absence {
                    true => String::new(),
                    false => finding.span.of(text).to_owned(),
                },
                words: finding.words.clone(),
                message: words(|rules| &rules.name),
                hint: words(|rules| &rules.instead),
            }
        };
        Self {
            schema: SCHEMA,
            language: checked.language,
            kind: checked.kind().map(DraftKind::as_str),
            guessed,
            findings: checked.findings.iter().map(view).collect(),
            accepted: checked.accepted.len(),
        }
    }
}
