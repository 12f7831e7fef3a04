//! Never in anger (R13): the time between deciding an exit and announcing it.

use jiff::{SignedDuration, Timestamp};

use super::DealBreaker;
use crate::model::{Case, DecideSettings, DecisionId, DecisionKind, IncidentId, Stage};

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

impl CoolingOff {
    /// The time left before announcing is allowed; `None` if it is allowed.
    pub fn left(&self, now: Timestamp) -> Option<SignedDuration> {
        let left = self.until.duration_since(now);
        (self.waived_by.is_none() && left.is_positive()).then_some(left)
    }
}

/// The cooling-off period of a client whose exit is decided and not announced.
pub(super) fn cooling_off(
    known: &Case,
    stage: Stage,
    deal_breaker: Option<&DealBreaker>,
    settings: &DecideSettings,
) -> Option<CoolingOff> {
    if stage != Stage::Leaving {
        return None;
    }
    let exit = known.decisions.iter().rfind(|decision| decision.kind == DecisionKind::Exit)?;
    let hours = SignedDuration::from_hours(i64::from(settings.cooling_off_hours));
    Some(CoolingOff {
        decision: exit.id.clone(),
        until: exit.moment.at.saturating_add(hours).unwrap_or(Timestamp::MAX),
        waived_by: deal_breaker.map(|breaker| breaker.incident.clone()),
    })
}
