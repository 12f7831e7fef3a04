//! Boundaries: limits told to the client, and whether they held (R9–R11).

use jiff::civil::Date;

use crate::model::{DecisionId, FlagId, IncidentId, Moment};

/// A limit told to the client.
#[derive(Clone, Debug, PartialEq)]
pub struct Boundary {
    /// The decision that set it.
    pub decision: DecisionId,
    /// The path of the decision's note.
    pub note: String,
    /// The limit in the user's words; empty where the decision gives none.
    pub statement: String,
    /// The red flags that breach it, sorted.
    pub covers: Vec<FlagId>,
    /// When the client was told: the day of telling, else the moment of the decision.
    pub told: Moment,
    /// The day on which the second chance ends.
    pub review_by: Date,
    /// What the user said would follow.
    pub consequence: Option<String>,
    /// Where it is.
    pub state: BoundaryState,
    /// Every incident that breached it, oldest first, derived ones included.
    pub breaches: Vec<IncidentId>,
    /// Whether it held until its review date or until a `keep`: relieves earlier incidents.
    pub kept: bool,
    /// Whether the review date has passed without a decision, breached or not.
    pub review_overdue: bool,
    /// When a later decision ended it.
    pub ended: Option<Moment>,
}

/// Where a boundary is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BoundaryState {
    /// Decided; the client is told on a later day.
    NotYetTold,
    /// Told, not breached, before its review date.
    InForce,
    /// Told and breached; no decision since has ended it.
    Breached {
        /// The first incident that breached it.
        by: IncidentId,
        /// That incident's day.
        on: Date,
    },
    /// Not breached, but its review date has passed without a decision.
    ReviewOverdue {
        /// The review date.
        since: Date,
    },
    /// Ended, and held until then.
    Kept {
        /// The decision that ended it.
        by: DecisionId,
        /// That decision's day.
        on: Date,
    },
    /// Replaced by a later boundary on the same flags, or by an amendment.
    Superseded {
        /// The decision that replaced it.
        by: DecisionId,
        /// The day it was replaced.
        on: Date,
    },
    /// Ended by a decision before its review date, or after a breach.
    Ended {
        /// The decision that ended it.
        by: DecisionId,
        /// That decision's day.
        on: Date,
    },
}

impl Boundary {
    /// Whether it is told, or will be, and no decision has ended it.
    pub const fn is_open(&self) -> bool {
        self.ended.is_none()
    }
}
