//! Where the relationship is, from the decisions; and which decision may follow.

use super::AsOf;
use crate::model::{Case, DecisionKind, Stage};
use crate::phrase::Phrase;

/// Where the relationship is at `as_of`.
pub fn stage(case: &Case, as_of: AsOf) -> Stage {
    todo!()
}

/// The decisions that may follow at a stage; an amendment also needs a decision to correct.
pub const fn allowed(stage: Stage) -> &'static [DecisionKind] {
    use DecisionKind::{Accept, Amend, Announce, Boundary, Close, Decline, Exit, Keep, Reopen};
    match stage {
        Stage::Prospect => &[Accept, Decline, Amend],
        Stage::Engaged => &[Boundary, Exit, Close, Amend],
        Stage::OnNotice => &[Boundary, Keep, Exit, Close, Amend],
        Stage::Leaving => &[Keep, Announce, Amend],
        Stage::Told => &[Keep, Close, Amend],
        Stage::Closed | Stage::Declined => &[Reopen, Amend],
    }
}

/// Whether a decision may follow at a stage; else a phrase that says why not.
pub fn check_transition(stage: Stage, kind: DecisionKind) -> Result<(), Phrase> {
    todo!()
}
