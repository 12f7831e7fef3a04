//! Never in anger (R13): the time between deciding an exit and announcing it.

use jiff::Timestamp;

use crate::model::{DecisionId, IncidentId};

/// The time between deciding an exit and announcing it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CoolingOff {
    /// The exit decision that began it.
    pub decision: DecisionId,
    /// When it ends.
    pub until: Timestamp,
    /// The confirmed deal-breaker that waives it.
    pub waived_by: Option<IncidentId>,
}
