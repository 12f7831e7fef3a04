//! Incidents that facts make by themselves (R3): recomputed at each run, never written to notes.
//!
//! Owns: one rule per file, and which logged incident stands for a derived one. Must not: count.

mod boundary_crossed;
mod late_payment;
mod logged;
mod outweighs_work;
mod time_boundary;
mod unresponsive;

use jiff::civil::Date;

use super::occurrence::Occurrence;
use super::silence::{Silence, silences};
use super::{AsOf, Boundary, Catalogue};
use crate::model::{Case, FlagId, IncidentId, Moment, Severity, Status};
use crate::phrase::Phrase;

pub(crate) use late_payment::{due_day, is_charge};
pub(super) use time_boundary::is_outside;

/// The red flag of an invoice paid late or not at all.
pub(super) const LATE_PAYMENT: &str = "late-payment";
/// The red flag of asking outside the agreed hours.
pub(super) const TIME_BOUNDARY: &str = "time-boundary";
/// The red flag of an answer that does not come.
pub(super) const UNRESPONSIVE: &str = "unresponsive";
/// The red flag of a client who weighs more than the work.
pub(super) const OUTWEIGHS_WORK: &str = "outweighs-work";
/// The red flag of a boundary that did not hold.
pub(super) const BOUNDARY_CROSSED: &str = "boundary-crossed";

/// An incident that a fact makes.
#[derive(Clone, Debug, PartialEq)]
pub struct Derived {
    /// Its id: the red flag, a colon and the fact, such as `late-payment:2026-021`.
    pub id: IncidentId,
    /// The red flag.
    pub flag: FlagId,
    /// When it fell due.
    pub moment: Moment,
    /// How bad it is.
    pub severity: Severity,
    /// How sure it is: confirmed, or that of the incident which crossed a boundary.
    pub status: Status,
    /// The fact it comes from.
    pub fact: Phrase,
    /// The path of the note that tells the fact, or the number of the invoice.
    pub source: String,
    /// Whether the fact lasts: it does not fade until it ends.
    pub ongoing: bool,
    /// The day its age counts from: its own, or the day a late invoice was paid.
    pub fades_from: Date,
    /// Whether it is the late payment of an invoice that has since been paid.
    pub settled: bool,
}

impl Derived {
    /// A confirmed incident that fades from the day it happened.
    fn confirmed(
        flag: &str,
        about: &str,
        moment: Moment,
        severity: Severity,
        fact: Phrase,
        source: &str,
    ) -> Self {
        Self {
            id: IncidentId::new(format!("{flag}:{about}")),
            flag: FlagId::new(flag),
            moment,
            severity,
            status: Status::Confirmed,
            fact,
            source: source.to_owned(),
            ongoing: false,
            fades_from: moment.day,
            settled: false,
        }
    }
}

/// The derived incidents of a case, sorted by moment and id, and all incidents that count.
///
/// Rules whose red flag is switched off find nothing. Boundaries come last, so that they see
/// what the other rules found; a crossed boundary is not itself a crossing.
pub(super) fn derive(
    known: &Case,
    boundaries: &[Boundary],
    catalogue: &Catalogue,
    as_of: AsOf,
) -> (Vec<Derived>, Vec<Occurrence>) {
    let silences = agreed_silences(known, as_of);
    let late = late_payment::late_invoices(&known.client, as_of);
    let mut derived = late_payment::derive(&late, known);
    derived.extend(time_boundary::derive(known, boundaries));
    derived.extend(unresponsive::derive(known, &silences, boundaries));
    derived.extend(outweighs_work::derive(&known.pulses));
    derived.retain(|incident| !catalogue.is_off(incident.flag.as_str()));

    let logged =
        known.incidents.iter().filter_map(|incident| Occurrence::logged(incident, catalogue));
    let mut occurrences: Vec<Occurrence> =
        logged.chain(derived.iter().map(Occurrence::derived)).collect();
    for occurrence in &mut occurrences {
        unresponsive::share_silence(occurrence, &silences);
        late_payment::share_invoice(occurrence, &late);
    }
    if !catalogue.is_off(BOUNDARY_CROSSED) {
        let crossings = boundary_crossed::derive(known, &occurrences, boundaries, &derived);
        for (crossing, shared_day) in crossings {
            let mut occurrence = Occurrence::derived(&crossing);
            occurrence.shared_days.push((crossing.flag.clone(), shared_day));
            occurrences.push(occurrence);
            derived.push(crossing);
        }
    }
    derived.sort_by(|a, b| (a.moment, &a.id).cmp(&(b.moment, &b.id)));
    occurrences.sort_by(|a, b| (a.moment, &a.id).cmp(&(b.moment, &b.id)));
    (derived, occurrences)
}

/// The silences with the day on which each falls due; none where no time for answers is agreed.
fn agreed_silences(known: &Case, as_of: AsOf) -> Vec<unresponsive::AgreedSilence<'_>> {
    let Some(reply_within) = known.client.reply_within else { return Vec::new() };
    silences(&known.messages)
        .into_iter()
        .map(|silence: Silence<'_>| unresponsive::AgreedSilence::new(silence, reply_within, as_of))
        .collect()
}
