//! `unresponsive`: no answer for longer than agreed.

use jiff::ToSpan;
use jiff::civil::Date;

use super::logged::stands_for;
use super::{Derived, UNRESPONSIVE};
use crate::assess::measure::days_between;
use crate::assess::occurrence::Occurrence;
use crate::assess::silence::Silence;
use crate::assess::{AsOf, Boundary};
use crate::model::{Case, FlagId, Moment, Period, Severity};
use crate::phrase::Phrase;

/// A silence, against the time in which an answer was agreed.
#[derive(Clone, Copy, Debug)]
pub(super) struct AgreedSilence<'a> {
    silence: Silence<'a>,
    /// The last day for an answer.
    limit: Date,
    /// The day after it: the silence counts from then on.
    due: Date,
    /// Days from the question to the answer, or until now.
    length: i32,
}

impl<'a> AgreedSilence<'a> {
    /// How long it lasted, or has lasted until now.
    pub(super) fn new(silence: Silence<'a>, reply_within: Period, as_of: AsOf) -> Self {
        let limit = silence.limit(reply_within);
        let end = silence.answered.map_or(as_of.day, |answer| answer.moment.day);
        let length = days_between(silence.asked.moment.day, end);
        Self { silence, limit, due: limit.saturating_add(1.day()), length }
    }

    /// The days in which an answer was agreed.
    fn agreed(&self) -> i32 {
        days_between(self.silence.asked.moment.day, self.limit)
    }

    /// Whether the answer did not come in time.
    fn is_due(&self) -> bool {
        self.length > self.agreed()
    }

    fn severity(&self) -> Severity {
        if self.length <= 2 * self.agreed() { Severity::Low } else { Severity::Medium }
    }

    fn fact(&self) -> Phrase {
        let mut fact = Phrase::new(match self.silence.answered {
            Some(_) => "fact-unresponsive-answered",
            None => "fact-unresponsive-open",
        });
        if let Some(answer) = self.silence.answered {
            fact = fact.with("answered", answer.moment.day);
        }
        fact.with("asked", self.silence.asked.moment.day)
            .with("limit", self.limit)
            .with("days", i64::from(self.length))
    }
}

/// One incident for each silence, dated the day after the last day for an answer.
pub(super) fn derive(
    known: &Case,
    silences: &[AgreedSilence<'_>],
    boundaries: &[Boundary],
) -> Vec<Derived> {
    let mut found = Vec::new();
    for silence in silences.iter().filter(|silence| silence.is_due()) {
        let asked = silence.silence.asked;
        let derived = Derived::confirmed(
            UNRESPONSIVE,
            &asked.moment.day.to_string(),
            Moment::on_day(silence.due, &known.client.zone),
            silence.severity(),
            silence.fact(),
            &asked.note,
        );
        let logged = known.incidents.iter().any(|logged| {
            silence.silence.holds(logged.moment.day) && stands_for(logged, &derived, boundaries)
        });
        if !logged {
            found.push(derived);
        }
    }
    found
}

/// Lets the `unresponsive` incidents of one silence share a day: they are one occurrence.
///
/// They do so from the day of asking on, due or not, or the day on which it falls due would take
/// back what they counted before.
pub(super) fn share_silence(occurrence: &mut Occurrence, silences: &[AgreedSilence<'_>]) {
    if !occurrence.has(UNRESPONSIVE) {
        return;
    }
    let day = occurrence.moment.day;
    if let Some(silence) = silences.iter().find(|silence| silence.silence.holds(day)) {
        occurrence.shared_days.push((FlagId::new(UNRESPONSIVE), silence.due));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::fixture::{assessed, case, close_to, incident, medium, message};
    use crate::model::{Direction, Status};

    #[test]
    fn a_silence_falls_due_the_day_after_the_limit_and_fades_from_then() {
        let mut case = case();
        case.messages = vec![
            message("2026-04-13T10:00", Direction::Outgoing, true),
            message("2026-04-14T10:00", Direction::Outgoing, true),
        ];
        assert_eq!(assessed(&case, "2026-04-15").derived, []);
        assert_eq!(assessed(&case, "2026-04-15").dues[0].what.key, "due-reply");
        let due = assessed(&case, "2026-04-16");
        assert_eq!(due.derived.len(), 1);
        assert_eq!(due.derived[0].id.as_str(), "unresponsive:2026-04-13");
        assert_eq!(due.derived[0].severity, Severity::Low);
        assert_eq!(assessed(&case, "2026-04-17").derived[0].severity, Severity::Low);
        assert_eq!(assessed(&case, "2026-04-18").derived[0].severity, Severity::Medium);
        close_to(assessed(&case, "2026-06-15").score, 1.0);
    }

    #[test]
    fn an_answer_in_time_or_on_the_same_day_is_no_silence() {
        let mut case = case();
        case.messages = vec![
            message("2026-04-13T10:00", Direction::Outgoing, true),
            message("2026-04-13", Direction::Incoming, false),
            message("2026-04-20T10:00", Direction::Outgoing, true),
            message("2026-04-22T23:00", Direction::Incoming, false),
        ];
        assert_eq!(assessed(&case, "2026-06-01").derived, []);
    }

    #[test]
    fn an_answer_ends_a_silence_and_the_next_question_begins_another() {
        let mut case = case();
        case.messages = vec![
            message("2026-04-01T10:00", Direction::Outgoing, true),
            message("2026-04-10T10:00", Direction::Incoming, false),
            message("2026-04-10T11:00", Direction::Outgoing, true),
        ];
        let keys: Vec<&str> =
            assessed(&case, "2026-05-01").derived.iter().map(|one| one.fact.key).collect();
        assert_eq!(keys, ["fact-unresponsive-answered", "fact-unresponsive-open"]);
    }

    #[test]
    fn notes_of_one_silence_share_a_day_before_it_is_due() {
        let mut case = case();
        case.client.reply_within = Some(Period::Days(5));
        case.messages = vec![message("2026-04-13T10:00", Direction::Outgoing, true)];
        case.incidents =
            vec![medium("2026-04-14", "unresponsive"), medium("2026-04-15", "unresponsive")];
        let shares = |day| -> Vec<f64> {
            assessed(&case, day).terms.iter().map(|term| term.day_share).collect()
        };
        assert_eq!(shares("2026-04-15"), [0.25, 1.0]);
        assert_eq!(shares("2026-04-30").iter().sum::<f64>(), 1.5);
    }

    #[test]
    fn a_note_within_the_silence_stands_for_it_if_it_counts_as_much() {
        let mut case = case();
        case.messages = vec![message("2026-04-13T10:00", Direction::Outgoing, true)];
        case.incidents = vec![medium("2026-04-20", "unresponsive")];
        assert_eq!(assessed(&case, "2026-04-20").derived, []);
        case.incidents =
            vec![incident("2026-04-20", "unresponsive", Severity::Low, Status::Confirmed)];
        let shared = assessed(&case, "2026-04-20");
        assert_eq!(shared.derived.len(), 1);
        let shares: Vec<f64> = shared.terms.iter().map(|term| term.day_share).collect();
        assert_eq!(shares, [1.0, 0.25]);
    }
}
