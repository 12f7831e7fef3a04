//! The letters that there are, and the one that fits.

use serde::Serialize;

use super::{LetterView, Names, SCHEMA, Sentence, plan};
use crate::assess::Catalogue;
use crate::exit::{Plan, Tone};
use crate::letter::{Advice, Letter};
use crate::model::{Channel, ClientId, Language};

/// The letters that there are, and the one that is advised.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LettersView {
    /// The number of this shape.
    pub schema: u32,
    /// The client's id; `None` where none is named.
    pub client: Option<ClientId>,
    /// The letters, built-in ones first.
    pub letters: Vec<LetterChoice>,
    /// The name of the letter that fits now.
    pub advised: Option<String>,
    /// Why it, or why none.
    pub reason: Option<Sentence>,
    /// How to say it, and why.
    pub telling: Option<plan::TellingView>,
}

/// A letter that there is.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LetterChoice {
    /// Its name.
    pub name: String,
    /// What it is for; `None` for one of the vault's own.
    pub situation: Option<Sentence>,
    /// Whether the vault has templates of its own for it.
    pub own: bool,
}

impl LettersView {
    /// The letters, `own` being the names for which the vault has templates, sorted.
    pub fn of(own: &[String]) -> Self {
        let is_own = |name: &str| own.iter().any(|own| own == name);
        let names = Names::default();
        let built_in = Letter::ALL.into_iter().map(|letter| LetterChoice {
            name: letter.as_str().to_owned(),
            situation: Some(Sentence::of(&letter.situation(), &names)),
            own: is_own(letter.as_str()),
        });
        let more = own.iter().filter(|name| Letter::from_name(name).is_none());
        let more = more.map(|name| LetterChoice { name: name.clone(), situation: None, own: true });
        Self {
            schema: SCHEMA,
            client: None,
            letters: built_in.chain(more).collect(),
            advised: None,
            reason: None,
            telling: None,
        }
    }

    /// The same, with what fits a client now.
    #[must_use]
    pub fn advising(
        self,
        client: &ClientId,
        advice: &Advice,
        exit: &Plan,
        catalogue: &Catalogue,
    ) -> Self {
        let names = Names::all(catalogue);
        Self {
            client: Some(client.clone()),
            advised: advice.letter.map(|letter| letter.as_str().to_owned()),
            reason: Some(Sentence::of(&advice.reason, &names)),
            telling: advice
                .letter
                .is_some_and(Letter::ends)
                .then(|| plan::TellingView::of(&exit.telling, &names)),
            ..self
        }
    }
}

/// A letter that was printed and not written.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct LetterDraftView {
    /// The number of this shape.
    pub schema: u32,
    /// The client's id.
    pub client: ClientId,
    /// The name of the letter.
    pub letter: String,
    /// The language it is written in.
    pub language: Language,
    /// How it is meant.
    pub tone: Tone,
    /// How it goes out.
    pub channel: Channel,
    /// The letter; before it, for a talk, the points and a mark.
    pub text: String,
    /// What is left to fill in.
    pub gaps: Vec<GapView>,
}

/// A mark in a letter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct GapView {
    /// The mark as it stands in the letter.
    pub mark: String,
    /// Where to write what it stands for, in the user's language.
    pub place: String,
}

impl LetterDraftView {
    /// The view of a letter that was filled from `view`.
    pub fn of(client: &ClientId, view: &LetterView, text: &str, gaps: Vec<GapView>) -> Self {
        Self {
            schema: SCHEMA,
            client: client.clone(),
            letter: view.letter.clone(),
            language: view.language,
            tone: view.tone,
            channel: view.channel,
            text: text.to_owned(),
            gaps,
        }
    }
}
