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
    let mut first: Vec<(&FlagId, &Occurrence)> = first.into_iter().collect();
    first.sort_by(|(a, of_a), (b, of_b)| (of_a.moment, a).cmp(&(of_b.moment, b)));
    first
        .into_iter()
        .map(|(flag, incident)| FirstSighting {
            flag: flag.clone(),
            day: incident.moment.day,
            incident: incident.id.clone(),
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::assess::fixture::{assessed, case, medium};

    #[test]
    fn each_flag_is_sighted_once_where_it_came_first() {
        let mut case = case();
        case.incidents = vec![
            medium("2026-03-04", "disrespect"),
            medium("2026-03-02", "scope-creep"),
            medium("2026-03-01", "disrespect"),
        ];
        let sightings = assessed(&case, "2026-03-05").first_sightings;
        let days: Vec<(String, &str)> =
            sightings.iter().map(|one| (one.day.to_string(), one.flag.as_str())).collect();
        let expected = [("2026-03-01", "disrespect"), ("2026-03-02", "scope-creep")];
        assert_eq!(days, expected.map(|(day, flag)| (day.to_owned(), flag)));
    }
}
