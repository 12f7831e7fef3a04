//! Logged and derived incidents in one shape, as the score and the boundaries see them.

use jiff::civil::Date;

use super::{Catalogue, Derived};
use crate::model::{FlagId, Incident, IncidentId, Moment, Severity, Status};

/// A suspected or confirmed incident, logged or derived.
#[derive(Clone, Debug)]
pub(super) struct Occurrence {
    pub(super) id: IncidentId,
    pub(super) moment: Moment,
    /// Sorted, without repetition and without those switched off.
    pub(super) flags: Vec<FlagId>,
    pub(super) severity: Severity,
    pub(super) status: Status,
    pub(super) derived: bool,
    pub(super) ongoing: bool,
    /// Whether it is the late payment of an invoice that has since been paid.
    pub(super) settled: bool,
    pub(super) fades_from: Date,
    /// The days that its flags share with others, where they are not the incident's own.
    pub(super) shared_days: Vec<(FlagId, Date)>,
}

impl Occurrence {
    /// A logged incident; `None` if it was dismissed.
    pub(super) fn logged(incident: &Incident, catalogue: &Catalogue) -> Option<Self> {
        if incident.status == Status::Dismissed {
            return None;
        }
        let mut flags: Vec<FlagId> = incident
            .flags
            .iter()
            .filter(|flag| !catalogue.is_off(flag.as_str()))
            .cloned()
            .collect();
        flags.sort();
        flags.dedup();
        Some(Self {
            id: incident.id.clone(),
            moment: incident.moment,
            flags,
            severity: incident.severity,
            status: incident.status,
            derived: false,
            ongoing: false,
            settled: false,
            fades_from: incident.moment.day,
            shared_days: Vec::new(),
        })
    }

    /// A derived incident.
    pub(super) fn derived(derived: &Derived) -> Self {
        Self {
            id: derived.id.clone(),
            moment: derived.moment,
            flags: vec![derived.flag.clone()],
            severity: derived.severity,
            status: derived.status,
            derived: true,
            ongoing: derived.ongoing,
            settled: derived.settled,
            fades_from: derived.fades_from,
            shared_days: Vec::new(),
        }
    }

    /// Whether it shows the red flag.
    pub(super) fn has(&self, flag: &str) -> bool {
        self.flags.iter().any(|own| own.as_str() == flag)
    }

    /// Whether it shows one of the red flags.
    pub(super) fn has_any(&self, flags: &[FlagId]) -> bool {
        flags.iter().any(|flag| self.has(flag.as_str()))
    }

    /// The day that `flag` of this incident shares with others.
    pub(super) fn day_of(&self, flag: &str) -> Date {
        let shared = self.shared_days.iter().find(|(shared, _)| shared.as_str() == flag);
        shared.map_or(self.moment.day, |(_, day)| *day)
    }

    /// Whether it happened by itself, not because another incident crossed a boundary.
    pub(super) fn is_own(&self) -> bool {
        !(self.derived && self.has(super::derived::BOUNDARY_CROSSED))
    }
}
