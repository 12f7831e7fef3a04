//! Where each red flag was seen first.

use std::collections::BTreeMap;

use jiff::civil::Date;

use super::occurrence::Occurrence;
use crate::model::{FlagId, IncidentId};

/// The first incident with a red flag.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FirstSighting {
    /// The red flag.
    pub flag: FlagId,
    /// The day.
    pub day: Date,
    /// The incident, derived ones included.
    pub incident: IncidentId,
}

/// The first incident of each red flag, from incidents that are sorted by moment.
pub(super) fn first_sightings(occurrences: &[Occurrence]) -> Vec<FirstSighting> {
    let mut first: BTreeMap<&FlagId, &Occurrence> = BTreeMap::new();
    for incident in occurrences {
        for flag in &incident.flags {
            first.entry(flag).or_insert(incident);
        }
    }
    let mut sightings: Vec<FirstSighting> = first
        .into_iter()
        .map(|(flag, incident)| FirstSighting {
            flag: flag.clone(),
            day: incident.moment.day,
            incident: incident.id.clone(),
        })
        .collect();
    sightings.sort_by(|a, b| (a.day, &a.flag).cmp(&(b.day, &b.flag)));
    sightings
}
