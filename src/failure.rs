//! Why a command could not do what it was asked, in a form that can be said in two languages.
//!
//! Owns: kind, message, what the system said, hints; the exit code of each kind. Must not:
//! print, or know a command.

mod of_ledger;
mod of_render;
mod of_vault;

use crate::finding::Span;
use crate::phrase::Phrase;

/// A command could not do what it was asked.
#[derive(Clone, Debug, PartialEq)]
pub struct Failure {
    /// What kind of failure it is.
    pub kind: FailureKind,
    /// What could not be done.
    pub message: Phrase,
    /// What the system said, as it said it.
    pub details: Vec<String>,
    /// What to do, one imperative sentence each.
    pub hints: Vec<Phrase>,
    /// What was typed, and the bytes of it that cannot be carried out.
    pub typed: Option<Box<(String, Span)>>,
}

/// What kind of failure it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FailureKind {
    /// The words of the command cannot be carried out.
    Usage,
    /// What was named is not there.
    NotFound,
    /// It could be done and must not be: a wrong stage, a cooling-off period.
    Refused,
    /// A name is taken, by whatever.
    Taken,
    /// A file cannot be read or written.
    Files,
    /// Git refused, or is in the middle of something.
    Git,
    /// It is done, and only the answer that says so cannot be written.
    Unanswered,
    /// Nobody reads our answer any more: no failure of ours.
    ClosedPipe,
}

impl Failure {
    /// A failure without hints.
    pub const fn new(kind: FailureKind, message: Phrase) -> Self {
        Self { kind, message, details: Vec::new(), hints: Vec::new(), typed: None }
    }

    /// The same with what to do.
    #[must_use]
    pub fn hint(mut self, hint: Phrase) -> Self {
        self.hints.push(hint);
        self
    }

    /// The same with the place in what was typed.
    #[must_use]
    pub fn at(mut self, typed: &str, span: Span) -> Self {
        self.typed = Some(Box::new((typed.to_owned(), span)));
        self
    }

    /// The same with what the system said.
    #[must_use]
    pub fn because(mut self, detail: impl std::fmt::Display) -> Self {
        self.details.push(detail.to_string());
        self
    }

    /// A failure to answer becomes one that says what is done all the same, so that nobody does
    /// it again; where nobody reads the answer it stays what it is.
    #[must_use]
    pub fn unanswered(self, done: Phrase) -> Self {
        match self.kind {
            FailureKind::ClosedPipe => self,
            _ => Self {
                kind: FailureKind::Unanswered,
                message: done,
                hints: vec![Phrase::new("unanswered-hint")],
                ..self
            },
        }
    }

    /// The exit code: 2, 3 where all is done but the answer, and 0 where nobody reads it.
    pub const fn exit_code(&self) -> u8 {
        match self.kind {
            FailureKind::ClosedPipe => 0,
            FailureKind::Unanswered => 3,
            _ => 2,
        }
    }
}

impl From<std::io::Error> for Failure {
    fn from(error: std::io::Error) -> Self {
        if error.kind() == std::io::ErrorKind::BrokenPipe {
            return Self::new(FailureKind::ClosedPipe, Phrase::new("closed-pipe"));
        }
        Self::new(FailureKind::Files, Phrase::new("cannot-write-answer")).because(error)
    }
}
