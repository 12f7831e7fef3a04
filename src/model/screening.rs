//! The questions before a yes (R8), as a note tells them.

use super::Names;

/// The key beside the answers that names whom the client would be sent to; it is no question.
pub const REFER_TO: &str = "refer-to";

/// The questions in force, with the rule that weighs the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QuestionSet {
    /// The questions, in the order in which they are asked; their ids are distinct.
    pub questions: Vec<Question>,
    /// With every question answered, so many doubts still mean go.
    pub go_with: usize,
    /// From so many doubts on it is a refusal.
    pub decline_from: usize,
}

/// A question before a yes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// Its id, such as `decided-by`: the key of its answer in the client note.
    pub id: String,
    /// How the user is asked.
    pub ask: Names,
    /// How the client is asked; `None` where only the user can answer.
    pub send: Option<Names>,
    /// Whether any text is an answer.
    pub free: bool,
    /// The answers that can be weighed.
    pub answers: Vec<KnownAnswer>,
}

/// An answer that can be weighed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct KnownAnswer {
    /// The word in the client note.
    pub word: String,
    /// What it weighs.
    pub weighs: Weighs,
    /// The reason, put into words.
    pub because: Names,
}

/// What an answer weighs.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weighs {
    /// It speaks for the work.
    Good,
    /// It is to be asked about.
    Doubt,
    /// It means decline, whatever the others say.
    Against,
    /// It says that there is no answer yet.
    Open,
}

impl Weighs {
    /// Every weight.
    pub const ALL: [Self; 4] = [Self::Good, Self::Doubt, Self::Against, Self::Open];

    /// The word in a note.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Good => "good",
            Self::Doubt => "doubt",
            Self::Against => "against",
            Self::Open => "open",
        }
    }
}

impl QuestionSet {
    /// The question of this id.
    pub fn get(&self, id: &str) -> Option<&Question> {
        self.questions.iter().find(|question| question.id == id)
    }
}

impl Question {
    /// The known answer that a text gives: its word alone, or followed by details behind a
    /// comma, in any case.
    pub fn known(&self, answer: &str) -> Option<&KnownAnswer> {
        let word = answer.split([',', ';']).next().unwrap_or(answer).trim().to_lowercase();
        self.answers.iter().find(|known| known.word.to_lowercase() == word)
    }

    /// Whether `check` takes this text for an answer.
    pub fn takes(&self, answer: &str) -> bool {
        self.free || is_no_answer(answer) || self.known(answer).is_some()
    }
}

/// Whether a text says nothing: empty, or a question mark.
pub fn is_no_answer(answer: &str) -> bool {
    matches!(answer.trim(), "" | "?")
}
