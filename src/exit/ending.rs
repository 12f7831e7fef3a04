//! When it ends: the day of telling, the notice, the days of grace.

use jiff::civil::Date;

use crate::model::{Case, DecisionKind, Period, Stage};

/// Days during which the other side keeps its access after being told, where the agreement gives
/// no longer notice. Judgement: a month is enough to fetch one's files.
pub const GRACE_DAYS: u16 = 30;

/// When it ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ending {
    /// The day the client was told, or would be.
    pub told: Date,
    /// The last day of work, by the agreed notice; `told` where none is agreed.
    pub last_day: Date,
    /// The notice that is agreed.
    pub notice: Option<Period>,
    /// The last day of their access to what is ours: the end of the notice or of the days of
    /// grace, whichever comes later.
    pub grace_until: Date,
}

impl Ending {
    /// The end, if the client is told on this day.
    pub fn told_on(told: Date, notice: Option<Period>) -> Self {
        let last_day = notice.map_or(told, |notice| notice.after(told));
        let grace = Period::Days(GRACE_DAYS).after(told);
        Self { told, last_day, notice, grace_until: last_day.max(grace) }
    }

    /// The end of a client who was told; `None` before that, and once they stay.
    pub fn of(known: &Case, stage: Stage) -> Option<Self> {
        if !matches!(stage, Stage::Told | Stage::Closed) {
            return None;
        }
        let mut decisions = known.decisions.iter();
        let announce = decisions.rfind(|decision| decision.kind == DecisionKind::Announce)?;
        let told = announce.told.as_ref().map_or(announce.moment.day, |told| told.on);
        Some(Self::told_on(told, known.client.notice))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn grace_lasts_as_long_as_the_notice_and_at_least_a_month() {
        let told: Date = "2026-11-20".parse().unwrap();
        let end = |notice| {
            let end = Ending::told_on(told, notice);
            (end.last_day.to_string(), end.grace_until.to_string())
        };
        assert_eq!(end(None), ("2026-11-20".to_owned(), "2026-12-20".to_owned()));
        let two_months = Some(Period::Months(2));
        assert_eq!(end(two_months), ("2027-01-20".to_owned(), "2027-01-20".to_owned()));
        let week = Some(Period::Days(7));
        assert_eq!(end(week), ("2026-11-27".to_owned(), "2026-12-20".to_owned()));
    }
}
