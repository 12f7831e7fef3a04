//! `outweighs-work`: the client weighs more than the work, twice in a row.

use super::{Derived, OUTWEIGHS_WORK};
use crate::model::{Pulse, Severity};
use crate::phrase::Phrase;

/// One incident for each run of two pulses or more, dated by the latest of the run.
pub(super) fn derive(pulses: &[Pulse]) -> Vec<Derived> {
    pulses.chunk_by(|a, b| outweighs(a) == outweighs(b)).filter_map(incident).collect()
}

const fn outweighs(pulse: &Pulse) -> bool {
    pulse.client_stress > pulse.work_stress
}

fn incident(run: &[Pulse]) -> Option<Derived> {
    let (first, last) = (run.first()?, run.last()?);
    if run.len() < 2 || !outweighs(first) {
        return None;
    }
    let fact = Phrase::new("fact-outweighs-work")
        .with("count", run.len())
        .with("first", first.moment.day)
        .with("last", last.moment.day);
    let about = first.moment.to_string();
    let (moment, note) = (last.moment, &last.note);
    Some(Derived::confirmed(OUTWEIGHS_WORK, &about, moment, Severity::Medium, fact, note))
}

#[cfg(test)]
mod tests {
    use crate::assess::fixture::{assessed, case, pulse};

    #[test]
    fn it_takes_two_in_a_row_and_a_run_is_one_incident() {
        let mut case = case();
        case.pulses = vec![pulse("2026-04-01", 4, 2), pulse("2026-04-08", 2, 2)];
        case.pulses.push(pulse("2026-04-15", 5, 1));
        assert_eq!(assessed(&case, "2026-05-01").derived, []);
        case.pulses.extend([pulse("2026-04-22", 4, 3), pulse("2026-04-29", 3, 2)]);
        let derived = assessed(&case, "2026-05-01").derived;
        assert_eq!(derived.len(), 1);
        assert_eq!(derived[0].id.as_str(), "outweighs-work:2026-04-15");
        assert_eq!(derived[0].moment.day.to_string(), "2026-04-29");
    }
}
