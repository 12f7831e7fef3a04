//! Signals in messages, and the examples of red flags run.

use serde::Serialize;

use super::SCHEMA;
use super::flags::innocent_explanations;
use crate::assess::Catalogue;
use crate::model::{Language, Severity};
use crate::signal::{Found, RegionKind, ScannedMessage, Signal, TestReport, Verdict};

/// What was found in messages.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScanView {
    /// The number of this shape.
    pub schema: u32,
    /// The messages, in the order of their files.
    pub messages: Vec<ScannedView>,
}

/// What was found in one message.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScannedView {
    /// The file.
    pub path: String,
    /// The language; `None` where it cannot be told.
    pub language: Option<Language>,
    /// Who wrote it, where that is known.
    pub from: Option<String>,
    /// What the signals of each red flag come to, the surest first.
    pub flags: Vec<SuggestedFlag>,
    /// The phrases, in the order of the text.
    pub signals: Vec<SignalView>,
    /// Parts that are not counted as the writer's words.
    pub set_aside: Vec<AsideView>,
}

/// A red flag that a message suggests.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SuggestedFlag {
    /// The red flag.
    pub flag: String,
    /// What its signals come to, from 0 to 1.
    pub confidence: f64,
    /// What it may mean otherwise, in the user's language.
    pub innocent: Vec<String>,
}

/// A phrase that suggests a red flag.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SignalView {
    /// The red flag.
    pub flag: String,
    /// The phrase as it stands in the file.
    pub phrase: String,
    /// Its first byte in the file.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// How sure the rule is on its own, from 0 to 1.
    pub confidence: f64,
    /// The rule.
    pub rule: String,
    /// Why the rule speaks, in the user's language; empty where the note gives no reason.
    pub reason: String,
    /// How bad it would be, where the rule says.
    pub severity: Option<Severity>,
}

/// A part that is not counted.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AsideView {
    /// What it is.
    pub kind: RegionKind,
    /// Its first byte in the file.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
}

impl ScanView {
    /// The view of messages with what was found in each; words are in `language`.
    pub fn of<'m>(
        messages: impl Iterator<Item = (&'m ScannedMessage, &'m Found)>,
        catalogue: &Catalogue,
        language: Language,
    ) -> Self {
        let view = |(message, found)| ScannedView::of(message, found, catalogue, language);
        Self { schema: SCHEMA, messages: messages.map(view).collect() }
    }
}

impl ScannedView {
    fn of(
        message: &ScannedMessage,
        found: &Found,
        catalogue: &Catalogue,
        language: Language,
    ) -> Self {
        let on = |verdict: &&Verdict| !catalogue.is_off(&verdict.id);
        let flags: Vec<SuggestedFlag> = found
            .suggested()
            .filter(on)
            .map(|verdict| SuggestedFlag {
                flag: verdict.id.clone(),
                confidence: hundredths(verdict.confidence),
                innocent: catalogue
                    .get(&verdict.id)
                    .map_or_else(Vec::new, |flag| innocent_explanations(&flag.guidance, language)),
            })
            .collect();
        let of_verdict = |verdict: &Verdict| {
            let view = |signal: &Signal| signal_view(message, &verdict.id, signal, language);
            verdict.signals.iter().map(view).collect::<Vec<_>>()
        };
        let mut signals: Vec<SignalView> =
            found.suggested().filter(on).flat_map(of_verdict).collect();
        signals.sort_by(|a, b| (a.start, a.end, &a.rule).cmp(&(b.start, b.end, &b.rule)));
        let set_aside = message.set_aside.iter().map(|region| AsideView {
            kind: region.kind,
            start: message.offset + region.span.start,
            end: message.offset + region.span.end,
        });
        Self {
            path: message.path.clone(),
            language: found.language,
            from: message.from.clone(),
            flags,
            signals,
            set_aside: set_aside.collect(),
        }
    }
}

fn signal_view(
    message: &ScannedMessage,
    flag: &str,
    signal: &Signal,
    language: Language,
) -> SignalView {
    let rule = &signal.rule;
    SignalView {
        flag: flag.to_owned(),
        phrase: signal.span.of(&message.text).to_owned(),
        start: message.offset + signal.span.start,
        end: message.offset + signal.span.end,
        confidence: rule.confidence,
        rule: rule.id.clone(),
        reason: rule.reason.in_language(language).unwrap_or_default().to_owned(),
        severity: rule.severity,
    }
}

/// Two decimals: more would promise what judgement cannot keep.
fn hundredths(confidence: f64) -> f64 {
    (confidence * 100.0).round() / 100.0
}

/// What running the examples of red flags showed.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FlagTestView {
    /// The number of this shape.
    pub schema: u32,
    /// How many examples ran.
    pub examples: usize,
    /// Those that did not do what their note says.
    pub failed: Vec<FailedView>,
}

/// An example that did not do what its note says.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct FailedView {
    /// The red flag.
    pub flag: String,
    /// Its note.
    pub note: String,
    /// The line of the note.
    pub line: usize,
    /// The example.
    pub text: String,
    /// `flag` or `ok`: the list in which it stands.
    pub expected: &'static str,
    /// The rules that spoke.
    pub rules: Vec<String>,
}

impl FlagTestView {
    /// The view of a report.
    pub fn of(report: &TestReport) -> Self {
        let failed = report.failed.iter().map(|failed| FailedView {
            flag: failed.id.clone(),
            note: failed.path.clone(),
            line: failed.line,
            text: failed.text.clone(),
            expected: if failed.was_to_be_found { "flag" } else { "ok" },
            rules: failed.rules.clone(),
        });
        Self { schema: SCHEMA, examples: report.examples, failed: failed.collect() }
    }
}
