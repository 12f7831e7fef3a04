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

/// A silence that lasted, or has lasted, longer than agreed.
#[derive(Clone, Copy, Debug)]
pub(super) struct DueSilence<'a> {
    silence: Silence<'a>,
    /// The last day for an answer.
    limit: Date,
    /// The day after it: the silence counts from then on.
    due: Date,
    /// Days from the question to the answer, or until now.
    length: i32,
}

impl<'a> DueSilence<'a> {
    /// `None` if the answer came in time, or can still come in time.
    pub(super) fn new(silence: Silence<'a>, reply_within: Period, as_of: AsOf) -> Option<Self> {
        let limit = silence.limit(reply_within);
        let end = silence.answered.map_or(as_of.day, |answer| answer.moment.day);
        let length = days_between(silence.asked.moment.day, end);
        (limit < end).then_some(Self { silence, limit, due: limit.saturating_add(1.day()), length })
    }

    fn severity(&self) -> Severity {
        let agreed = days_between(self.silence.asked.moment.day, self.limit);
        if self.length <= 2 * agreed { Severity::Low } else { Severity::Medium }
    }

    fn fact(&self) -> Phrase {
        let fact = match self.silence.answered {
            Some(answer) => {
                Phrase::new("fact-unresponsive-answered").with("answered", answer.moment.day)
            }
            None => Phrase::new("fact-unresponsive-open"),
        };
        fact.with("asked", self.silence.asked.moment.day)
            .with("limit", self.limit)
            .with("days", i64::from(self.length))
    }
}

/// One incident for each silence, dated the day after the last day for an answer.
pub(super) fn derive(
    known: &Case,
    silences: &[DueSilence<'_>],
    boundaries: &[Boundary],
) -> Vec<Derived> {
    let mut found = Vec::new();
    for silence in silences {
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
pub(super) fn share_silence(occurrence: &mut Occurrence, silences: &[DueSilence<'_>]) {
    if !occurrence.has(UNRESPONSIVE) {
        return;
    }
    let day = occurrence.moment.day;
    if let Some(silence) = silences.iter().find(|silence| silence.silence.holds(day)) {
        occurrence.shared_day = Some((FlagId::new(UNRESPONSIVE), silence.due));
    }
}
