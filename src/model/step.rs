//! An exit plan as a note: the steps of its checklist.

/// A step of an exit plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Step {
    /// Its name, by which other steps need it.
    pub id: String,
    /// Whether it is ticked.
    pub done: bool,
    /// What is to be done, in the words of the plan.
    pub text: String,
    /// The steps that come before it.
    pub after: Vec<String>,
    /// When it has to be done at all: every one of these words has to hold.
    pub only_if: Vec<String>,
}

/// An exit plan as its note tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlanNote {
    /// The path of the note below the vault.
    pub note: String,
    /// The steps, in the order of the text.
    pub steps: Vec<Step>,
}
