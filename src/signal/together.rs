//! What rules and the words of a whole message come to together.
//!
//! For each red flag the words give a chance by their table; the rules that spoke move its
//! log-odds by [`PULL`] times what they come to, and where they are [`SURE`] they stand. That anything is wrong is one minus the product
//! of what speaks against each. From [`ANY`] on the surest flag is suggested, and every other one
//! that is likely on its own.

use super::hear::Hearing;
use super::rule::{Guards, Letters, LooksFor, Rule, RuleSet};
use super::verdict::{Found, Signal, Verdict};
use super::wording::{Wording, chance, log_odds};
use crate::finding::Span;

/// How far rules that are certain move the log-odds.
const PULL: f64 = 3.0;
/// From here on rules are sure: of 590 harmless messages that they had not seen, four come so far.
const SURE: f64 = 0.75;
/// From this chance of any flag on one is suggested. Set on messages that neither the rules nor
/// the tables had seen, so that about one harmless message in thirty is flagged
/// (`docs/language.md`).
const ANY: f64 = 0.56;
/// A flag beside a surer one is suggested from this chance on.
const BESIDE: f64 = 0.4;
/// A sentence is shown for its words from this chance on, or where no rule spoke.
const SHOWN: f64 = 0.2;
/// Of a message with fewer known cues the words say too little.
const FEWEST: u32 = 4;
/// So many words are named.
const MOST_WORDS: usize = 4;

/// What the words of the whole message say about one flag.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Worded {
    /// How likely the flag is by the words alone.
    pub(super) chance: f64,
    /// How likely any other flag is.
    others: f64,
    /// The least confidence that is suggested.
    least: f64,
}

impl Worded {
    pub(super) fn is_suggested(self, confidence: f64) -> bool {
        1.0 - (1.0 - confidence) * (1.0 - self.others) > ANY - 1e-9
            && confidence > self.least - 1e-9
    }
}

/// How likely a flag is by the chance that the words give and what the rules come to; rules that
/// are sure are not outvoted.
pub(super) fn confidence(worded: f64, rules: f64) -> f64 {
    let together = chance(log_odds(worded) + PULL * rules);
    if rules >= SURE { together.max(rules) } else { together }
}

/// Weighs the words of a message with the rules that spoke; own notes of the user are left to
/// their rules.
pub(super) fn weigh_together(
    found: &mut Found,
    table: &Wording,
    hearing: &Hearing<'_>,
    sets: &[RuleSet],
) {
    let Some(chances) = table.chances(FEWEST, hearing.normals()) else { return };
    let known = |label: &String| sets.iter().any(|set| set.id == *label && !set.is_own);
    let weighed: Vec<(usize, f64)> = chances
        .into_iter()
        .enumerate()
        .filter(|(label, _)| table.labels.get(*label).is_some_and(known))
        .collect();
    let rules = |label: usize| {
        let verdict = found.verdicts.iter().find(|one| one.id == table.labels[label]);
        verdict.map_or(0.0, Verdict::rules)
    };
    let sure: Vec<f64> =
        weighed.iter().map(|(label, worded)| confidence(*worded, rules(*label))).collect();
    let innocent: f64 = sure.iter().map(|sure| 1.0 - sure).product();
    let least = sure.iter().copied().fold(0.0, f64::max).min(BESIDE);
    for ((label, chance), sure) in weighed.into_iter().zip(sure) {
        let others = 1.0 - innocent / (1.0 - sure);
        let worded = Worded { chance, others, least };
        let id = &table.labels[label];
        let at = found.verdicts.iter().position(|one| one.id == *id);
        if at.is_none() && !worded.is_suggested(sure) {
            continue;
        }
        let at = at.unwrap_or_else(|| {
            found.verdicts.push(Verdict::empty(id.clone()));
            found.verdicts.len() - 1
        });
        let verdict = &mut found.verdicts[at];
        verdict.worded = Some(worded);
        verdict.weigh();
        if worded.is_suggested(sure) && (chance >= SHOWN || verdict.signals.is_empty()) {
            verdict.signals.extend(sentence(table, label, chance, hearing));
            verdict.signals.sort_by_key(|signal| signal.span);
        }
    }
}

/// The sentence whose words weigh most towards a label, as a signal.
fn sentence(table: &Wording, label: usize, chance: f64, hearing: &Hearing<'_>) -> Option<Signal> {
    let (sentence, heavy) = table.heaviest(label, hearing.normals())?;
    let mut words: Vec<&str> = Vec::new();
    for word in heavy.into_iter().filter_map(|span| hearing.quote(sentence, span)) {
        if words.len() < MOST_WORDS && !words.iter().any(|known| known.eq_ignore_ascii_case(word)) {
            words.push(word);
        }
    }
    let rule = Rule {
        id: format!("{}/wording", table.labels[label]),
        language: None,
        looks_for: LooksFor::Wording,
        confidence: chance,
        severity: None,
        guards: Guards::default(),
        reason: table.reason(&words),
        letters: Letters::default(),
        span: Span::default(),
    };
    Some(Signal { span: hearing.sentence(sentence)?, rule: rule.into() })
}
