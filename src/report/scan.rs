//! Signals in messages, and the examples of red flags run.

use serde::Serialize;

use super::SCHEMA;
use super::flags::innocent_explanations;
use crate::assess::Catalogue;
use crate::finding::Span;
use crate::mail::{Doubt, Exchange, ReadMessage, Replies, SilentTime};
use crate::model::{FlagId, Language, Severity};
use crate::signal::{Found, Region, RegionKind, Signal, TestReport, Verdict};

/// What was found in one message.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScannedView {
    /// The file.
    pub path: String,
    /// The first byte of the message in the file.
    pub start: usize,
    /// The byte after its last.
    pub end: usize,
    /// The language; `None` where it cannot be told.
    pub language: Option<Language>,
    /// Who wrote it, where that is known.
    pub from: Option<String>,
    /// When it was sent, with the offset where it names one; `None` where that is unknown.
    pub date: Option<String>,
    /// Its subject.
    pub subject: Option<String>,
    /// The id that its sender's program gave it.
    pub id: Option<String>,
    /// Whether it came outside of the agreed hours; `None` where nobody can tell.
    pub outside_hours: Option<bool>,
    /// Whether the file has the text in another form: bytes are then those of `text`.
    pub decoded: bool,
    /// The text, where it is not literally in the file and something was found in it.
    pub text: Option<String>,
    /// What is not as the message says.
    pub doubts: Vec<Doubt>,
    /// What the signals of each red flag come to, the surest first.
    pub flags: Vec<SuggestedFlag>,
    /// The phrases, in the order of the text.
    pub signals: Vec<SignalView>,
    /// Parts that are not counted as the writer's words.
    pub set_aside: Vec<AsideView>,
}

/// How two sides write to each other.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ExchangeView {
    /// Messages from the client that have a date.
    pub incoming: usize,
    /// Messages from the user that have a date.
    pub outgoing: usize,
    /// Messages of either that have none.
    pub undated: usize,
    /// How many from the client came outside of the agreed hours; `None` without such hours.
    pub outside_hours: Option<usize>,
    /// How soon the client answered.
    pub replies: Option<Replies>,
    /// The times in which an answer was waited for longer than agreed, oldest first.
    pub silences: Vec<SilentTime>,
}

impl ExchangeView {
    /// The view of what messages show.
    pub fn of(exchange: &Exchange) -> Self {
        Self {
            incoming: exchange.incoming,
            outgoing: exchange.outgoing,
            undated: exchange.undated,
            outside_hours: exchange.outside_hours,
            replies: exchange.replies,
            silences: exchange.silences.clone(),
        }
    }
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

impl ScannedView {
    /// The view of a message with what was found in it; words are in `language`.
    pub fn of(
        path: &str,
        message: &ReadMessage,
        outside_hours: Option<bool>,
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
        signals.sort_by(|a, b| {
            let place = (a.start, a.end, &a.rule).cmp(&(b.start, b.end, &b.rule));
            place.then(b.confidence.total_cmp(&a.confidence))
        });
        // A rule of several patterns may know the same words twice; the surest is told.
        signals.dedup_by(|later, first| {
            (later.start, later.end, &later.flag, &later.rule, &later.reason)
                == (first.start, first.end, &first.flag, &first.rule, &first.reason)
        });
        let aside = |region: &Region| {
            let span = message.span(region.span);
            AsideView { kind: region.kind, start: span.start, end: span.end }
        };
        let decoded = !message.places.are_literal();
        Self {
            path: path.to_owned(),
            start: message.raw.start,
            end: message.raw.end,
            language: found.language,
            from: message.from.as_ref().map(ToString::to_string),
            date: message.sent.map(|sent| sent.to_string()),
            subject: message.subject.clone(),
            id: message.id.clone(),
            outside_hours,
            decoded,
            text: (decoded && !signals.is_empty()).then(|| message.text.clone()),
            doubts: message.doubts.clone(),
            flags,
            signals,
            set_aside: message.set_aside.iter().map(aside).collect(),
        }
    }
}

fn signal_view(
    message: &ReadMessage,
    flag: &str,
    signal: &Signal,
    language: Language,
) -> SignalView {
    let rule = &signal.rule;
    let span = message.span(signal.span);
    SignalView {
        flag: flag.to_owned(),
        phrase: signal.span.of(&message.text).to_owned(),
        start: span.start,
        end: span.end,
        confidence: hundredths(rule.confidence),
        rule: rule.id.clone(),
        reason: rule.reason.in_language(language).unwrap_or_default().to_owned(),
        severity: rule.severity,
    }
}

/// What rules know, without what the same rule says about words that it has told: the longest is
/// kept. `place` names the rule and its words.
pub fn longest_of_each_rule<T>(
    told: impl Iterator<Item = T>,
    place: impl Fn(&T) -> (&str, Span),
) -> Vec<T> {
    let length = |one: &T| {
        let (_, span) = place(one);
        span.end - span.start
    };
    let mut kept: Vec<T> = Vec::new();
    for one in told {
        let (rule, span) = place(&one);
        let is_same = |other: &&mut T| {
            let (other_rule, other_span) = place(other);
            rule == other_rule && span.overlaps(other_span)
        };
        let same = kept.iter_mut().find(is_same);
        match same {
            Some(other) if length(other) < length(&one) => *other = one,
            Some(_) => {}
            None => kept.push(one),
        }
    }
    kept
}

/// Two decimals: more would promise what judgement cannot keep.
pub(super) fn hundredths(confidence: f64) -> f64 {
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
    /// The built-in red flags that the user's own stand in place of, sorted.
    pub replaced: Vec<FlagId>,
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
    /// The view of a report about all red flags of a catalogue, or about one.
    pub fn of(report: &TestReport, catalogue: &Catalogue, only: Option<&FlagId>) -> Self {
        let failed = report.failed.iter().map(|failed| FailedView {
            flag: failed.id.clone(),
            note: failed.path.clone(),
            line: failed.line,
            text: failed.text.clone(),
            expected: if failed.was_to_be_found { "flag" } else { "ok" },
            rules: failed.rules.clone(),
        });
        let replaced = catalogue
            .iter()
            .map(|flag| &flag.id)
            .filter(|id| only.is_none_or(|only| only == *id))
            .filter(|id| catalogue.replaces_built_in(id.as_str()));
        Self {
            schema: SCHEMA,
            examples: report.examples,
            failed: failed.collect(),
            replaced: replaced.cloned().collect(),
        }
    }
}
