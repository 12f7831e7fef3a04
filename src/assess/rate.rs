//! Incidents per month of engagement (R7), so that a long good client is not outranked.

use jiff::civil::Date;

use super::AsOf;
use super::measure::{MONTH_DAYS, days_between, number};
use super::occurrence::Occurrence;
use crate::model::{Case, DecisionKind, Stage};

/// Incidents per month of engagement.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Rate {
    /// The day the engagement began: signed, else the first dated thing.
    pub since: Date,
    /// The last day of it: that of the close decision, else the day of the assessment.
    pub until: Date,
    /// Incidents since then, dismissed ones and crossed boundaries left out.
    pub incidents: usize,
    /// Months of 30.4375 days, at least one.
    pub months: f64,
    /// Incidents per month.
    pub per_month: f64,
}

/// Incidents per month from the beginning of the engagement to its end, or until now.
pub(super) fn rate(
    known: &Case,
    occurrences: &[Occurrence],
    stage: Stage,
    as_of: AsOf,
) -> Option<Rate> {
    let since = engaged_since(known, as_of)?;
    let until = closed_on(known, stage).unwrap_or(as_of.day).max(since);
    let incidents = occurrences
        .iter()
        .filter(|incident| incident.is_own())
        .filter(|incident| (since..=until).contains(&incident.moment.day))
        .count();
    let months = (f64::from(days_between(since, until)) / MONTH_DAYS).max(1.0);
    Some(Rate { since, until, incidents, months, per_month: number(incidents) / months })
}

/// The day of signing, else the first dated thing; `None` where nothing is dated.
pub(super) fn engaged_since(known: &Case, as_of: AsOf) -> Option<Date> {
    let signed = known.client.signed.filter(|day| *day <= as_of.day);
    signed.or_else(|| {
        let firsts = [
            known.incidents.first().map(|incident| incident.moment.day),
            known.decisions.first().map(|decision| decision.moment.day),
            known.messages.first().map(|message| message.moment.day),
            known.credits.first().map(|credit| credit.moment.day),
            known.pulses.first().map(|pulse| pulse.moment.day),
            known.client.invoices.iter().filter_map(|invoice| invoice.issued).min(),
        ];
        firsts.into_iter().flatten().min()
    })
}

fn closed_on(known: &Case, stage: Stage) -> Option<Date> {
    let close = known.decisions.iter().rfind(|decision| decision.kind == DecisionKind::Close);
    close.filter(|_| stage == Stage::Closed).map(|decision| decision.moment.day)
}

#[cfg(test)]
mod tests {
    use crate::assess::fixture::{assessed, case, close_to, decision, incident, medium};
    use crate::model::{DecisionKind, Severity, Status};

    #[test]
    fn dismissed_incidents_and_those_after_the_end_are_left_out() {
        let mut case = case();
        case.client.signed = "2025-01-01".parse().ok();
        case.decisions = vec![decision("2026-01-01", DecisionKind::Close)];
        case.incidents = vec![
            medium("2025-03-01", "disrespect"),
            incident("2025-04-01", "disrespect", Severity::Low, Status::Dismissed),
            medium("2026-02-01", "disrespect"),
        ];
        let rate = assessed(&case, "2026-03-01").rate.unwrap();
        assert_eq!((rate.incidents, rate.until.to_string().as_str()), (1, "2026-01-01"));
        close_to(rate.per_month, 30.4375 / 365.0);
    }

    #[test]
    fn an_engagement_of_days_counts_as_a_month_and_an_empty_case_has_no_rate() {
        let mut case = case();
        assert_eq!(assessed(&case, "2026-03-01").rate, None);
        case.incidents = vec![medium("2026-03-01", "disrespect")];
        close_to(assessed(&case, "2026-03-01").rate.unwrap().per_month, 1.0);
    }
}
