//! What is wrong with an expression, and where in it.

use crate::finding::Span;
use crate::phrase::Phrase;

/// What is wrong with an expression.
#[derive(Clone, Debug, PartialEq)]
pub struct QueryFault {
    /// Where it is, in bytes of the expression.
    pub span: Span,
    /// What is wrong.
    pub message: Phrase,
    /// What to write instead.
    pub hint: Option<Phrase>,
}

impl QueryFault {
    /// A fault without a hint.
    pub(super) const fn new(span: Span, message: Phrase) -> Self {
        Self { span, message, hint: None }
    }

    /// The same with what to write instead.
    pub(super) fn hinting(mut self, hint: Phrase) -> Self {
        self.hint = Some(hint);
        self
    }
}
