//! A decision being taken: whether it may be, what it rests on, and the note it becomes.
//!
//! Owns: the refusals (wrong stage, cooling-off, something missing) and the shape of the note.
//! Must not: write anything, read the clock, or know git; everything is an argument.

mod close;
mod note;
mod resolve;

use jiff::civil::Date;

use crate::model::{DecisionId, DecisionKind, FlagId, IncidentId, Told};
use crate::phrase::Phrase;

pub use note::{NewDecision, write_up};
pub use resolve::{Resolved, RestsOn, resolve};

/// What the user wants to decide.
#[derive(Clone, Debug, PartialEq)]
pub struct Request {
    /// What is decided.
    pub kind: DecisionKind,
    /// A boundary's limit, or the one sentence of another decision.
    pub statement: Option<String>,
    /// The red flags that breach a boundary.
    pub covers: Vec<FlagId>,
    /// When and how the client was told.
    pub told: Option<Told>,
    /// What follows a breach.
    pub consequence: Option<String>,
    /// The day on which a second chance ends.
    pub review_by: Option<Date>,
    /// The incidents it rests on; `None` leaves the choice to the kind of decision.
    pub because: Option<Vec<IncidentId>>,
    /// The decision that an amendment corrects.
    pub supersedes: Option<DecisionId>,
    /// What is open and stays so where a case is closed: names, or `all`.
    pub leave_open: Vec<String>,
    /// Why, in the user's words.
    pub reason: String,
}

/// Why a decision cannot be taken, and what to do.
#[derive(Clone, Debug, PartialEq)]
pub struct Refusal {
    /// Why.
    pub message: Phrase,
    /// What stands in the way, one phrase each.
    pub details: Vec<Phrase>,
    /// What to do.
    pub hint: Option<Phrase>,
}

impl Refusal {
    const fn new(message: Phrase) -> Self {
        Self { message, details: Vec::new(), hint: None }
    }

    fn hint(mut self, hint: Phrase) -> Self {
        self.hint = Some(hint);
        self
    }
}
