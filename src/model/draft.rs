//! A letter that was written and not sent yet.

use jiff::civil::Date;

/// A letter that was written and not sent yet, as the head of its note tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftNote {
    /// The path of the note below the vault.
    pub note: String,
    /// The day it was written; `None` where the note does not say.
    pub day: Option<Date>,
    /// The letter it was made from, such as `mutual-fit`.
    pub template: Option<String>,
    /// What it is checked as, such as `exit`.
    pub kind: Option<String>,
}
