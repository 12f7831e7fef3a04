//! What rules and the words of a whole message come to together.
//!
//! For each red flag the words give a chance by their table; the rules that spoke move its
//! log-odds by [`PULL`] times what they come to, and where they are [`SURE`] they stand: so a
//! message leans towards a flag. That it leans towards any is one minus the product of what
//! speaks against each, and many that are a little likely make one that is. From [`ANY`] on the
//! surest flag is suggested, and every other one that is likely on its own.
//!
//! A length that counts every unknown word keeps the chances of a table low. How likely a flag is
//! when all is said is its [`confidence`], by constants fitted on messages that were left out.

use super::hear::Hearing;
use super::rule::{Guards, Letters, LooksFor, Rule, RuleSet};
use super::verdict::{Found, Signal, Verdict};
use super::wording::{Wording, chance, log_odds};
use crate::finding::Span;

/// How far rules that are certain move the log-odds.
const PULL: f64 = 0.8;
/// From here on rules are sure, and words do not outvote them.
const SURE: f64 = 0.85;
/// From this chance of any flag on one is suggested. Set on messages that neither the rules nor
/// the tables had seen, so that about one harmless message in fifty is flagged
/// (`docs/language.md`).
const ANY: f64 = 0.345;
/// What the log-odds of a table count in a confidence, what certain rules add, and what every
/// flag has: fitted on the same messages.
const FITTED: (f64, f64, f64) = (3.5, 3.7, 7.8);
/// No confidence is higher: of the surest flags on those messages one in a hundred was wrong.
const SUREST: f64 = 0.99;
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
    /// How likely the flag is by the table alone.
    chance: f64,
    /// How far the message leans towards any other flag, from 0 to 1.
    others: f64,
    /// The least confidence that is suggested.
    least: f64,
}

impl Worded {
    /// Whether the flag is suggested where its rules come to `rules`.
    pub(super) fn is_suggested(self, rules: f64) -> bool {
        1.0 - (1.0 - leaning(self.chance, rules)) * (1.0 - self.others) > ANY - 1e-9
            && self.confidence(rules) > self.least - 1e-9
    }

    /// How likely the flag is where its rules come to `rules`.
    pub(super) fn confidence(self, rules: f64) -> f64 {
        confidence(self.chance, rules)
    }
}

/// How far a message leans towards a flag, by the chance that the words give and what the rules
/// come to.
fn leaning(worded: f64, rules: f64) -> f64 {
    at_least(rules, chance(log_odds(worded) + PULL * rules))
}

/// How likely a flag is, by the same.
fn confidence(worded: f64, rules: f64) -> f64 {
    let (words, pull, shift) = FITTED;
    at_least(rules, chance(words * log_odds(worded) + pull * rules + shift)).min(SUREST)
}

/// Rules that are sure are not outvoted.
fn at_least(rules: f64, together: f64) -> f64 {
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
    let rules = |label: &String| {
        let verdict = found.verdicts.iter().find(|one| one.id == *label);
        verdict.map_or(0.0, Verdict::rules)
    };
    let labels = table.labels.iter().zip(chances).enumerate();
    let weighed: Vec<(usize, f64, f64)> = labels
        .filter(|(_, (label, _))| known(label))
        .map(|(index, (label, chance))| (index, chance, rules(label)))
        .collect();
    let innocent: f64 =
        weighed.iter().map(|(_, chance, rules)| 1.0 - leaning(*chance, *rules)).product();
    let surest = weighed.iter().map(|(_, chance, rules)| confidence(*chance, *rules));
    let least = surest.fold(0.0, f64::max).min(BESIDE);
    for (label, chance, rules) in weighed {
        let others = 1.0 - innocent / (1.0 - leaning(chance, rules));
        let worded = Worded { chance, others, least };
        let id = &table.labels[label];
        let at = found.verdicts.iter().position(|one| one.id == *id);
        if at.is_none() && !worded.is_suggested(rules) {
            continue;
        }
        let at = at.unwrap_or_else(|| {
            found.verdicts.push(Verdict::empty(id.clone()));
            found.verdicts.len() - 1
        });
        let verdict = &mut found.verdicts[at];
        verdict.worded = Some(worded);
        verdict.weigh();
        if worded.is_suggested(rules)
            && (worded.confidence(0.0) >= SHOWN || verdict.signals.is_empty())
        {
            verdict.signals.extend(sentence(table, label, worded.confidence(0.0), hearing));
            verdict.signals.sort_by_key(|signal| signal.span);
        }
    }
}

/// The sentence whose words weigh most towards a label, as a signal.
fn sentence(
    table: &Wording,
    label: usize,
    confidence: f64,
    hearing: &Hearing<'_>,
) -> Option<Signal> {
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
        confidence,
        severity: None,
        guards: Guards::default(),
        reason: table.reason(&words),
        letters: Letters::default(),
        span: Span::default(),
    };
    Some(Signal { span: hearing.sentence(sentence)?, rule: rule.into() })
}
