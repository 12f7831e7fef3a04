//! What is to be done differently: an action with a day.

use jiff::civil::Date;

/// A lesson of a postmortem.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lesson {
    /// What will be done.
    pub what: String,
    /// By whom.
    pub owner: Option<String>,
    /// By which day.
    pub due: Option<Date>,
    /// The intake question, contract clause or red flag that it changes, see [`LessonTarget`].
    pub changes: Option<String>,
    /// The day it was done; `None` while it is open.
    pub done: Option<Date>,
    /// The path of its note below the vault.
    pub note: String,
}

/// What a lesson changes, as its text says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LessonTarget<'t> {
    /// `question:ID`: a question before a yes.
    Question(&'t str),
    /// `flag:ID`: a red flag.
    Flag(&'t str),
    /// Anything else, such as `clause:late interest`.
    Other(&'t str),
}

impl<'t> LessonTarget<'t> {
    /// Reads the value of `changes`.
    pub fn of(text: &'t str) -> Self {
        match text.split_once(':').map(|(kind, id)| (kind.trim(), id.trim())) {
            Some(("question", id)) => Self::Question(id),
            Some(("flag", id)) => Self::Flag(id),
            _ => Self::Other(text),
        }
    }
}
