//! All rules at work: signals of a message, and what they come to together.

use std::sync::Arc;

use super::hear::{Circumstances, Hearing};
use super::normal::Normal;
use super::rule::{Rule, RuleSet};
use super::together::weigh_together;
use super::tongue::Tongue;
use super::verdict::{Found, Signal, Verdict};
use super::vote::language_of;
use super::wording::{self, Wording};
use crate::finding::Span;
use crate::model::Language;

/// How many bytes decide about the language.
const SAMPLE: usize = 4000;

/// Rules made ready for both languages.
#[derive(Debug)]
pub struct Signals {
    sets: Vec<RuleSet>,
    english: Tongue,
    french: Tongue,
    /// The tables of wording, English first; `None` where rules alone count.
    wording: [Option<Wording>; 2],
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
        Self { sets: kept, english, french, wording: [None, None] }
    }

    /// The same with the words of a whole message weighed too, by the built-in tables.
    pub fn with_wording(self) -> Self {
        let tables = [(Language::En, wording::ENGLISH), (Language::Fr, wording::FRENCH)];
        tables
            .into_iter()
            .fold(self, |signals, (language, table)| signals.with_table(language, table))
    }

    /// The same with this table for one language, as `templates/wording/` has them.
    pub fn with_table(mut self, language: Language, table: &str) -> Self {
        self.wording[usize::from(language == Language::Fr)] = Some(Wording::parse(table));
        self
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
        let hearings =
            tongues.into_iter().map(|tongue| Hearing::of(text, own, tongue, circumstances));
        let hearings: Vec<Hearing<'_>> = hearings.collect();
        let mut found = Found { language, verdicts: Vec::new() };
        for hearing in &hearings {
            for hit in hearing.hits(|at| self.rule(at)) {
                let at = hearing.rule_at(hit);
                let signal = Signal { span: hit.span, rule: Arc::clone(self.rule(at)) };
                add(&mut found.verdicts, &self.sets[at.0].id, signal);
            }
        }
        found.verdicts.iter_mut().for_each(Verdict::weigh);
        if let (Some(language), [hearing]) = (language, &hearings[..])
            && let Some(table) = &self.wording[usize::from(language == Language::Fr)]
        {
            weigh_together(&mut found, table, hearing, &self.sets);
        }
        found
            .verdicts
            .sort_by(|a, b| b.confidence.total_cmp(&a.confidence).then_with(|| a.id.cmp(&b.id)));
        found
    }

    fn rule(&self, at: (usize, usize)) -> &Arc<Rule> {
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
            let mut verdict = Verdict::empty(id.to_owned());
            verdict.signals.push(signal);
            verdicts.push(verdict);
        }
    }
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
