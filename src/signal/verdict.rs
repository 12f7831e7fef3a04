//! What is found in a message: phrases, and what they come to together.

use std::sync::Arc;

use super::rule::{LooksFor, Rule};
use super::together::Worded;
use crate::finding::Span;
use crate::model::Language;

/// From this confidence on a flag is suggested where rules alone count.
pub const THRESHOLD: f64 = 0.5;

/// What was found in a message.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The language of the message; `None` where it cannot be told.
    pub language: Option<Language>,
    /// What was found for each note whose rules spoke, the surest first.
    pub verdicts: Vec<Verdict>,
}

/// What the rules of one note, and the words of the whole message, come to.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The note's id: a red flag.
    pub id: String,
    /// How likely it is, from 0 to 1. Where rules alone count, what its phrases come to:
    /// 1 − (1 − a)(1 − b)… over their confidences, a further phrase of the same rule counted half.
    pub confidence: f64,
    /// The phrases, in the order of the text.
    pub signals: Vec<Signal>,
    /// What the words of the whole message say; `None` where they are not weighed.
    pub(super) worded: Option<Worded>,
}

/// A phrase that suggests a red flag.
#[derive(Clone, Debug, PartialEq)]
pub struct Signal {
    /// The bytes of the original.
    pub span: Span,
    /// The rule that spoke.
    pub rule: Arc<Rule>,
}

impl Found {
    /// The verdicts that are sure enough to be shown.
    pub fn suggested(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts.iter().filter(|verdict| verdict.is_suggested())
    }
}

impl Verdict {
    /// A verdict to which signals are added before it is weighed.
    pub(super) const fn empty(id: String) -> Self {
        Self { id, confidence: 0.0, signals: Vec::new(), worded: None }
    }

    /// Keeps some of its phrases; its confidence is that of those. Without the sentence whose
    /// words weigh, rules alone count.
    pub fn retain(&mut self, keep: impl FnMut(&Signal) -> bool) {
        let had = self.has_wording();
        self.signals.retain(keep);
        if had && !self.has_wording() {
            self.worded = None;
        }
        self.weigh();
    }

    /// Whether it is sure enough to be shown.
    pub fn is_suggested(&self) -> bool {
        match &self.worded {
            Some(worded) => worded.is_suggested(self.rules()),
            // A sum of decimals may lie a hair below the threshold.
            None => self.confidence > THRESHOLD - 1e-9,
        }
    }

    fn has_wording(&self) -> bool {
        self.signals.iter().any(|signal| signal.rule.looks_for == LooksFor::Wording)
    }

    /// Leaves out the phrases of all other rules.
    pub(super) fn keep(&mut self, holds: impl Fn(&Rule) -> bool) {
        self.retain(|signal| holds(&signal.rule));
    }

    /// Says how likely it is by its phrases, and by the words of the whole where they count.
    pub(super) fn weigh(&mut self) {
        let rules = self.rules();
        self.confidence = self.worded.map_or(rules, |worded| worded.confidence(rules));
    }

    /// What its phrases come to. The first phrase of a rule counts whole, a further one half: it
    /// says the same again.
    pub(super) fn rules(&self) -> f64 {
        let by_rules: Vec<&Rule> = self
            .signals
            .iter()
            .map(|signal| &*signal.rule)
            .filter(|rule| rule.looks_for != LooksFor::Wording)
            .collect();
        let mut innocent = 1.0;
        for (index, rule) in by_rules.iter().enumerate() {
            let is_repeated = by_rules[..index].iter().any(|earlier| earlier.span == rule.span);
            let share = if is_repeated { 0.5 } else { 1.0 };
            innocent *= 1.0 - rule.confidence * share;
        }
        1.0 - innocent
    }
}
