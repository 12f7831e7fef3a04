//! All rules at work: signals of a message, and what they come to together.

use super::hear::{Circumstances, Hearing};
use super::normal::Normal;
use super::rule::{Rule, RuleSet};
use super::tongue::Tongue;
use super::vote::language_of;
use crate::finding::Span;
use crate::model::Language;

/// From this confidence on a flag is suggested.
pub const THRESHOLD: f64 = 0.5;

/// How many bytes decide about the language.
const SAMPLE: usize = 4000;

/// Rules made ready for both languages.
#[derive(Debug)]
pub struct Signals {
    sets: Vec<RuleSet>,
    english: Tongue,
    french: Tongue,
}

/// What was found in a message.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Found {
    /// The language of the message; `None` where it cannot be told.
    pub language: Option<Language>,
    /// What was found for each note whose rules spoke, the surest first.
    pub verdicts: Vec<Verdict>,
}

/// What the rules of one note come to in a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Verdict {
    /// The note's id: a red flag.
    pub id: String,
    /// What its phrases come to: 1 − (1 − a)(1 − b)… over their confidences, a further phrase of
    /// the same rule counted half.
    pub confidence: f64,
    /// The phrases, in the order of the text.
    pub signals: Vec<Signal>,
}

impl Verdict {
    /// Keeps some of its phrases; its confidence is that of those.
    pub fn retain(&mut self, keep: impl FnMut(&Signal) -> bool) {
        self.signals.retain(keep);
        weigh(self);
    }

    /// Whether it is sure enough to be shown.
    pub fn is_suggested(&self) -> bool {
        // A sum of decimals may lie a hair below the threshold.
        self.confidence > THRESHOLD - 1e-9
    }

    /// Leaves out the phrases of all other rules.
    pub(super) fn keep(&mut self, holds: impl Fn(&Rule) -> bool) {
        self.signals.retain(|signal| holds(&signal.rule));
        weigh(self);
    }
}

/// A phrase that suggests a red flag.
#[derive(Clone, Debug, PartialEq)]
pub struct Signal {
    /// The bytes of the original.
    pub span: Span,
    /// The rule that spoke.
    pub rule: Rule,
}

impl Found {
    /// The verdicts that are sure enough to be shown.
    pub fn suggested(&self) -> impl Iterator<Item = &Verdict> {
        self.verdicts.iter().filter(|verdict| verdict.is_suggested())
    }
}

impl Signals {
    /// Makes rules ready; of two sets with one id the later one counts.
    pub fn new(sets: Vec<RuleSet>) -> Self {
        let mut kept: Vec<RuleSet> = Vec::with_capacity(sets.len());
        for set in sets {
            match kept.iter_mut().find(|kept| kept.id == set.id) {
                Some(earlier) => *earlier = set,
                None => kept.push(set),
            }
        }
        let english = Tongue::of(Language::En, &kept);
        let french = Tongue::of(Language::Fr, &kept);
        Self { sets: kept, english, french }
    }

    /// The rules by note.
    pub fn sets(&self) -> &[RuleSet] {
        &self.sets
    }

    /// What is found in a whole text.
    pub fn in_text(&self, text: &str) -> Found {
        self.in_parts(text, &[Span::new(0, text.len())], Circumstances::default())
    }

    /// What is found in the parts of a text that are its writer's own words.
    pub fn in_parts(&self, text: &str, own: &[Span], circumstances: Circumstances) -> Found {
        self.in_language(guess(text, own), text, own, circumstances)
    }

    /// The same where the language is known.
    pub(super) fn in_language(
        &self,
        language: Option<Language>,
        text: &str,
        own: &[Span],
        circumstances: Circumstances,
    ) -> Found {
        let tongues = match language {
            Some(Language::En) => vec![&self.english],
            Some(Language::Fr) => vec![&self.french],
            // Too few words to tell: either language may speak.
            None => vec![&self.english, &self.french],
        };
        let mut found = Found { language, verdicts: Vec::new() };
        for tongue in tongues {
            let hearing = Hearing::of(text, own, tongue, circumstances);
            for hit in hearing.hits(|at| self.rule(at)) {
                let at = tongue.rules[hit.rule].at;
                let signal = Signal { span: hit.span, rule: self.rule(at).clone() };
                add(&mut found.verdicts, &self.sets[at.0].id, signal);
            }
        }
        found.verdicts.iter_mut().for_each(weigh);
        found
            .verdicts
            .sort_by(|a, b| b.confidence.total_cmp(&a.confidence).then_with(|| a.id.cmp(&b.id)));
        found
    }

    fn rule(&self, at: (usize, usize)) -> &Rule {
        &self.sets[at.0].rules[at.1]
    }
}

fn add(verdicts: &mut Vec<Verdict>, id: &str, signal: Signal) {
    match verdicts.iter_mut().find(|verdict| verdict.id == id) {
        Some(verdict) => {
            if !verdict.signals.contains(&signal) {
                verdict.signals.push(signal);
            }
        }
        None => {
            verdicts.push(Verdict { id: id.to_owned(), confidence: 0.0, signals: vec![signal] })
        }
    }
}

/// The first phrase of a rule counts whole, a further one half: it says the same again.
fn weigh(verdict: &mut Verdict) {
    let mut innocent = 1.0;
    for (index, signal) in verdict.signals.iter().enumerate() {
        let is_repeated =
            verdict.signals[..index].iter().any(|earlier| earlier.rule.span == signal.rule.span);
        let share = if is_repeated { 0.5 } else { 1.0 };
        innocent *= 1.0 - signal.rule.confidence * share;
    }
    verdict.confidence = 1.0 - innocent;
}

/// The language of the first words.
pub(super) fn guess(text: &str, own: &[Span]) -> Option<Language> {
    let mut sample = String::new();
    for part in own {
        let words = part.of(text);
        let mut end = words.len().min(SAMPLE - sample.len().min(SAMPLE));
        while !words.is_char_boundary(end) {
            end -= 1;
        }
        sample.push_str(&words[..end]);
        sample.push('\n');
    }
    language_of(&Normal::of(&sample, None).text)
}
