//! What messages suggest and nobody has answered yet.

use serde::Serialize;

use super::SCHEMA;
use super::flags::innocent_explanations;
use super::scan::{hundredths, longest_of_each_rule};
use crate::assess::Catalogue;
use crate::model::{Client, ClientId, Language, Moment};
use crate::signal::{Signal, Verdict};

/// The open suggestions about a client.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SuggestionsView {
    /// The number of this shape.
    pub schema: u32,
    /// The client.
    pub client: ClientId,
    /// The suggestions, oldest message first.
    pub suggestions: Vec<SuggestionView>,
}

/// A red flag that a message suggests.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SuggestionView {
    /// What it is accepted or refused by.
    pub id: String,
    /// The red flag.
    pub flag: String,
    /// The message note.
    pub message: String,
    /// When the message was sent.
    pub date: Moment,
    /// Who wrote it.
    pub from: Option<String>,
    /// What its phrases come to, from 0 to 1.
    pub confidence: f64,
    /// The phrases.
    pub phrases: Vec<SuggestedPhrase>,
    /// What it may mean otherwise.
    pub innocent: Vec<String>,
}

/// A phrase with the rule that spoke.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SuggestedPhrase {
    /// The phrase as it stands in the message.
    pub phrase: String,
    /// The rule.
    pub rule: String,
    /// Why it speaks; empty where its note gives no reason.
    pub reason: String,
}

impl SuggestionsView {
    /// The view of a client's suggestions.
    pub fn of(client: &Client, suggestions: Vec<SuggestionView>) -> Self {
        Self { schema: SCHEMA, client: client.id.clone(), suggestions }
    }
}

impl SuggestionView {
    /// A suggestion with its phrases, in `language`; where it comes from is left to the caller.
    pub fn of<'v>(
        id: &str,
        verdict: &Verdict,
        phrases: impl Iterator<Item = (&'v Signal, &'v String)>,
        message: (&str, Moment, Option<&str>),
        catalogue: &Catalogue,
        language: Language,
    ) -> Self {
        let (note, date, from) = message;
        let innocent = catalogue.get(&verdict.id);
        let spoken = longest_of_each_rule(phrases, |(signal, _)| (&signal.rule.id, signal.span));
        Self {
            id: id.to_owned(),
            flag: verdict.id.clone(),
            message: note.to_owned(),
            date,
            from: from.map(str::to_owned),
            confidence: hundredths(verdict.confidence),
            phrases: each_once(spoken.into_iter().map(|(signal, phrase)| SuggestedPhrase {
                phrase: phrase.clone(),
                rule: signal.rule.id.clone(),
                reason: signal.rule.reason.in_language(language).unwrap_or_default().to_owned(),
            })),
            innocent: innocent
                .map_or_else(Vec::new, |flag| innocent_explanations(&flag.guidance, language)),
        }
    }
}

/// The same words may stand twice.
fn each_once(phrases: impl Iterator<Item = SuggestedPhrase>) -> Vec<SuggestedPhrase> {
    let mut once = Vec::new();
    for phrase in phrases {
        if !once.contains(&phrase) {
            once.push(phrase);
        }
    }
    once
}
