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
