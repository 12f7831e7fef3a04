//! What the answers of a prospect mean, and what to ask or to say next.

use serde::Serialize;

use super::{SCHEMA, Unread};
use crate::assess::{Answered, Counts, Screened, Verdict};
use crate::model::{Client, ClientId, Language, Names, QuestionSet, REFER_TO};

/// What the answers of a prospect mean.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ScreeningView {
    /// The number of this shape.
    pub schema: u32,
    /// The client's id.
    pub client: ClientId,
    /// What they are called.
    pub name: String,
    /// The person the user deals with, without an address.
    pub contact: Option<String>,
    /// The language of documents for them: that of `to_send`.
    pub language: Language,
    /// Go, ask or decline.
    pub verdict: Verdict,
    /// How many answers count how.
    pub counts: CountsView,
    /// With every question answered, so many doubts still mean go.
    pub go_with: usize,
    /// From so many doubts on it is a refusal.
    pub decline_from: usize,
    /// Each question with its answer, in the order of the questions.
    pub answers: Vec<AnswerView>,
    /// Questions for the client, in the client's language: what is unanswered or doubtful.
    pub to_send: Vec<SendView>,
    /// Whom they would be sent to, as the client note says.
    pub refer_to: Option<String>,
    /// What could not be read, and so may not count.
    pub unread: Unread,
}

/// How many answers count how.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct CountsView {
    /// For the work.
    pub good: usize,
    /// Doubts.
    pub doubt: usize,
    /// Against it.
    pub against: usize,
    /// Free text that only the user can weigh.
    pub noted: usize,
    /// Without an answer.
    pub open: usize,
}

/// A question with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct AnswerView {
    /// The question's id.
    pub question: String,
    /// How the user is asked, in English and French.
    pub ask: Words,
    /// The answer as it stands in the note.
    pub answer: Option<String>,
    /// How it counts.
    pub counts: Counts,
    /// The reason.
    pub because: Option<Words>,
    /// The words it can be answered with.
    pub words: Vec<String>,
    /// Whether any text is an answer.
    pub free: bool,
}

/// A question for the client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SendView {
    /// The question's id.
    pub question: String,
    /// Its words, in the client's language.
    pub text: String,
}

/// The same in both languages, where it is there in both.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Words {
    /// In English.
    pub en: Option<String>,
    /// In French.
    pub fr: Option<String>,
}

impl Words {
    fn of(names: &Names) -> Option<Self> {
        let words = Self { en: names.en.clone(), fr: names.fr.clone() };
        (words.en.is_some() || words.fr.is_some()).then_some(words)
    }

    /// The words in `language`, else in the other one.
    pub fn in_language(&self, language: Language) -> &str {
        let (first, second) = match language {
            Language::En => (&self.en, &self.fr),
            Language::Fr => (&self.fr, &self.en),
        };
        first.as_deref().or(second.as_deref()).unwrap_or_default()
    }
}

impl ScreeningView {
    /// The view of weighed answers.
    pub fn of(client: &Client, set: &QuestionSet, screened: &Screened<'_>) -> Self {
        let refer_to = client.screening.0.iter().find(|(key, _)| key == REFER_TO);
        let refer_to = refer_to.map(|(_, who)| who.trim().to_owned());
        let count = |counts| screened.count(counts);
        Self {
            schema: SCHEMA,
            client: client.id.clone(),
            name: client.name.clone(),
            contact: client.contact.as_deref().map(without_address),
            language: client.language,
            verdict: screened.verdict,
            counts: CountsView {
                good: count(Counts::Good),
                doubt: count(Counts::Doubt),
                against: count(Counts::Against),
                noted: count(Counts::Noted),
                open: count(Counts::Open),
            },
            go_with: set.go_with,
            decline_from: set.decline_from,
            answers: screened.answers.iter().map(AnswerView::of).collect(),
            to_send: match screened.verdict {
                Verdict::Ask => to_send(screened, client.language),
                Verdict::Go | Verdict::Decline => Vec::new(),
            },
            refer_to: refer_to.filter(|who| !who.is_empty()),
            unread: Unread::default(),
        }
    }

    /// The same with what could not be read.
    #[must_use]
    pub const fn with_unread(mut self, unread: Unread) -> Self {
        self.unread = unread;
        self
    }
}

impl AnswerView {
    fn of(answered: &Answered<'_>) -> Self {
        let question = answered.question;
        Self {
            question: question.id.clone(),
            ask: Words { en: question.ask.en.clone(), fr: question.ask.fr.clone() },
            answer: answered.answer.clone(),
            counts: answered.counts(),
            because: answered.known.and_then(|known| Words::of(&known.because)),
            words: question.answers.iter().map(|known| known.word.clone()).collect(),
            free: question.free,
        }
    }
}

fn to_send(screened: &Screened<'_>, language: Language) -> Vec<SendView> {
    let asked = screened
        .answers
        .iter()
        .filter(|answered| matches!(answered.counts(), Counts::Open | Counts::Doubt));
    asked
        .filter_map(|answered| {
            let text = answered.question.send.as_ref()?.in_language(language)?.to_owned();
            Some(SendView { question: answered.question.id.clone(), text })
        })
        .collect()
}

/// A person without the address behind the name.
fn without_address(person: &str) -> String {
    person.split('<').next().unwrap_or(person).trim().to_owned()
}
