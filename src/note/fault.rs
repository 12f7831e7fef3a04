//! A fault of a note's text, before `check` gives it a level and a line.

use crate::finding::Span;
use crate::phrase::Phrase;

/// Something in a note that cannot mean what was meant.
#[derive(Clone, Debug, PartialEq)]
pub struct Fault {
    /// The rule it breaks, such as `invalid-date`.
    pub code: &'static str,
    /// The bytes it concerns.
    pub span: Span,
    /// What is wrong.
    pub message: Phrase,
    /// What to do.
    pub hint: Option<Phrase>,
}

impl Fault {
    /// A fault whose message is the phrase of the same key as its code.
    pub const fn new(code: &'static str, span: Span) -> Self {
        Self { code, span, message: Phrase::new(code), hint: None }
    }

    /// The same with other words.
    #[must_use]
    pub fn saying(mut self, message: Phrase) -> Self {
        self.message = message;
        self
    }

    /// The same with what to do about it.
    #[must_use]
    pub fn hinting(mut self, hint: Phrase) -> Self {
        self.hint = Some(hint);
        self
    }
}
