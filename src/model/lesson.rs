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
    /// The intake question, contract clause or red flag that it changes.
    pub changes: Option<String>,
    /// The day it was done; `None` while it is open.
    pub done: Option<Date>,
    /// The path of its note below the vault.
    pub note: String,
}
