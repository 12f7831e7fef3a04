//! The moment an assessment holds for, and the case as it was known then.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{SignedDuration, ToSpan};

use crate::model::{Case, Moment};

/// The moment an assessment holds for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct AsOf {
    /// The instant.
    pub at: Timestamp,
    /// The day of the instant in the client's time zone.
    pub day: Date,
}

impl AsOf {
    /// This instant, for a client on the clock of `zone`.
    pub fn at_instant(at: Timestamp, zone: &TimeZone) -> Self {
        Self { at, day: zone.to_datetime(at).date() }
    }

    /// The last second of a day in `zone`: everything of that day is known.
    pub fn end_of(day: Date, zone: &TimeZone) -> Self {
        let next = Moment::on_day(day.saturating_add(1.day()), zone).at;
        let at = next.saturating_sub(SignedDuration::from_secs(1)).unwrap_or(next);
        Self { at, day }
    }

    /// The same, whole days earlier.
    #[must_use]
    pub fn days_earlier(self, days: i32) -> Self {
        let back = SignedDuration::from_hours(i64::from(days) * 24);
        Self {
            at: self.at.saturating_sub(back).unwrap_or(Timestamp::MIN),
            day: self.day.saturating_sub(days.days()),
        }
    }

    /// The same, whole days later.
    #[must_use]
    pub fn days_later(self, days: i32) -> Self {
        self.days_earlier(days.saturating_neg())
    }

    /// Whether the moment has come: an earlier day, or this day and no later time.
    pub fn knows(self, moment: Moment) -> bool {
        moment.day <= self.day && (moment.time.is_none() || moment.at <= self.at)
    }

    /// The case as it was known then, its lists in order.
    ///
    /// Everything dated later is gone: notes, invoices issued later, access given later. An
    /// invoice paid later is not paid yet, and access ended later not ended yet. What carries no
    /// date of its own (the agreement, milestones, deliverables) stays as it is today.
    pub fn known(self, case: &Case) -> Case {
        let mut known = case.clone();
        known.incidents.retain(|incident| self.knows(incident.moment));
        known.decisions.retain(|decision| self.knows(decision.moment));
        known.messages.retain(|message| self.knows(message.moment));
        known.credits.retain(|credit| self.knows(credit.moment));
        known.pulses.retain(|pulse| self.knows(pulse.moment));
        known.exhibits.retain(|exhibit| self.knows(exhibit.moment));
        let later = |day: &Date| *day > self.day;
        known.drafts.retain(|draft| !draft.day.as_ref().is_some_and(later));
        known.client.invoices.retain(|invoice| !invoice.issued.as_ref().is_some_and(later));
        for invoice in &mut known.client.invoices {
            invoice.paid = invoice.paid.filter(|day| !later(day));
        }
        known.client.access.retain(|access| !access.since.as_ref().is_some_and(later));
        for access in &mut known.client.access {
            access.ended = access.ended.filter(|day| !later(day));
        }
        known.sort();
        known
    }
}

#[cfg(test)]
mod tests {
    use crate::assess::TrendDirection;
    use crate::assess::fixture::{assessed, boundary, case, invoice, medium, on};

    #[test]
    fn what_is_dated_later_is_not_known() {
        let mut case = case();
        case.incidents =
            vec![medium("2026-03-02", "disrespect"), medium("2026-03-04", "disrespect")];
        case.decisions = vec![boundary("2026-03-05", &["disrespect"])];
        case.client.invoices =
            vec![invoice("1", "2026-03-01", Some("2026-03-04")), invoice("2", "2026-04-10", None)];
        let known = on("2026-03-03").known(&case);
        assert_eq!((known.incidents.len(), known.decisions.len()), (1, 0));
        let invoices = &known.client.invoices;
        assert_eq!((invoices.len(), invoices[0].paid), (1, None));
        assert_eq!(on("2026-12-31").known(&case), case);
    }

    #[test]
    fn the_trend_compares_with_what_was_known_thirty_days_earlier() {
        let mut case = case();
        case.incidents = vec![medium("2026-03-02", "disrespect")];
        assert_eq!(assessed(&case, "2026-03-05").trend.direction, TrendDirection::Rising);
        assert_eq!(assessed(&case, "2026-04-02").trend.direction, TrendDirection::Falling);
        assert_eq!(assessed(&case, "2027-04-02").trend.direction, TrendDirection::Steady);
    }
}
