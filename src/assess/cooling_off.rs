//! Never in anger (R13): the time between deciding an exit and announcing it.

use jiff::{SignedDuration, Timestamp};

use super::Catalogue;
use crate::model::{Case, DecideSettings, DecisionId, DecisionKind, IncidentId, Stage, Status};

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
    catalogue: &Catalogue,
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
        waived_by: waived_by(known, catalogue),
    })
}

/// The earliest confirmed deal-breaker since the user last decided to stay: a `keep` answers what
/// was known then.
fn waived_by(known: &Case, catalogue: &Catalogue) -> Option<IncidentId> {
    let keep = known.decisions.iter().rfind(|decision| decision.kind == DecisionKind::Keep);
    let since = |moment| keep.is_none_or(|keep| moment > keep.moment);
    let breaks = |flag: &crate::model::FlagId| {
        catalogue.counting(flag.as_str()).is_some_and(|flag| flag.deal_breaker)
    };
    let mut incidents = known.incidents.iter();
    let breaker = incidents.find(|incident| {
        incident.status == Status::Confirmed
            && since(incident.moment)
            && incident.flags.iter().any(breaks)
    })?;
    Some(breaker.id.clone())
}

#[cfg(test)]
mod tests {
    use crate::assess::AsOf;
    use crate::assess::fixture::{assessed, case, catalogue, decision, medium, moment};
    use crate::assess::{Assessment, assess};
    use crate::model::{Case, DecisionKind, Settings};

    fn at(case: &Case, when: &str) -> Assessment {
        let moment = moment(when);
        let as_of = AsOf { at: moment.at, day: moment.day };
        assess(case, &catalogue(), &Settings::default(), as_of)
    }

    #[test]
    fn an_exit_cools_off_for_a_day() {
        let mut case = case();
        case.decisions = vec![decision("2026-03-02T18:00", DecisionKind::Exit)];
        let evening = at(&case, "2026-03-02T20:00");
        let left = evening.cooling_off.unwrap().left(evening.as_of.at).unwrap();
        assert_eq!(left.as_hours(), 22);
        assert_eq!(evening.dues.len(), 1);
        let next = at(&case, "2026-03-03T18:00");
        assert_eq!(next.cooling_off.unwrap().left(next.as_of.at), None);
        assert_eq!(next.dues, []);
    }

    #[test]
    fn a_confirmed_deal_breaker_waives_it() {
        let mut case = case();
        case.decisions = vec![decision("2026-03-02T18:00", DecisionKind::Exit)];
        case.incidents = vec![medium("2026-03-02T17:00", "threat")];
        let evening = at(&case, "2026-03-02T20:00");
        let period = evening.cooling_off.unwrap();
        assert_eq!(period.waived_by.as_ref(), Some(&case.incidents[0].id));
        assert_eq!(period.left(evening.as_of.at), None);
    }

    #[test]
    fn a_deal_breaker_before_a_keep_waives_nothing() {
        let mut case = case();
        case.incidents = vec![medium("2026-02-20", "threat")];
        case.decisions = vec![
            decision("2026-02-25", DecisionKind::Keep),
            decision("2026-03-02T18:00", DecisionKind::Exit),
        ];
        assert_eq!(at(&case, "2026-03-02T20:00").cooling_off.unwrap().waived_by, None);
        case.incidents.push(medium("2026-03-01", "threat"));
        let waived = at(&case, "2026-03-02T20:00").cooling_off.unwrap().waived_by;
        assert_eq!(waived, Some(case.incidents[1].id.clone()));
    }

    #[test]
    fn there_is_none_once_the_client_stays() {
        let mut case = case();
        case.decisions = vec![
            decision("2026-03-02T18:00", DecisionKind::Exit),
            decision("2026-03-02T19:00", DecisionKind::Keep),
        ];
        assert_eq!(assessed(&case, "2026-03-02").cooling_off, None);
    }
}
