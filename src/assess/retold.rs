//! What two readings of a client tell differently of what was known at a moment.

use std::collections::{BTreeMap, BTreeSet};

use jiff::civil::Date;

use super::AsOf;
use crate::model::{Case, Credit, Decision, Exhibit, Incident, Message, Pulse};

/// A note that two readings tell differently.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Retold {
    /// Its path below the vault.
    pub note: String,
    /// The first day that it tells of, in the reading that has it.
    pub day: Date,
    /// Whether the first reading has it.
    pub then: bool,
    /// Whether the second reading has it.
    pub now: bool,
}

/// What a note tells of what was known.
#[derive(Default, PartialEq)]
struct Told<'c> {
    day: Option<Date>,
    incidents: Vec<&'c Incident>,
    decisions: Vec<&'c Decision>,
    messages: Vec<&'c Message>,
    credits: Vec<&'c Credit>,
    pulses: Vec<&'c Pulse>,
    exhibits: Vec<&'c Exhibit>,
}

/// The notes that tell different things, or that only one reading has, sorted by day and path.
///
/// What is dated after the moment is no difference: neither reading knew it.
pub fn retold(then: &Case, now: &Case, as_of: AsOf) -> Vec<Retold> {
    let (then, now) = (as_of.known(then), as_of.known(now));
    let (then, now) = (told(&then), told(&now));
    let notes: BTreeSet<&str> = then.keys().chain(now.keys()).copied().collect();
    let mut found: Vec<Retold> = notes
        .into_iter()
        .filter(|note| then.get(note) != now.get(note))
        .map(|note| {
            let days = [now.get(note), then.get(note)].into_iter().flatten();
            Retold {
                note: note.to_owned(),
                day: days.filter_map(|told| told.day).next().unwrap_or(as_of.day),
                then: then.contains_key(note),
                now: now.contains_key(note),
            }
        })
        .collect();
    found.sort_by(|a, b| (a.day, &a.note).cmp(&(b.day, &b.note)));
    found
}

/// Whether two readings tell the same of what was agreed, as it was known at a moment.
pub fn agree_on_client(then: &Case, now: &Case, as_of: AsOf) -> bool {
    as_of.known(then).client == as_of.known(now).client
}

fn told(case: &Case) -> BTreeMap<&str, Told<'_>> {
    let mut told: BTreeMap<&str, Told<'_>> = BTreeMap::new();
    macro_rules! file {
        ($($list:ident),*) => {
            $(for one in &case.$list {
                let of_note = told.entry(one.note.as_str()).or_default();
                let day = one.moment.day;
                of_note.day = Some(of_note.day.map_or(day, |known| known.min(day)));
                of_note.$list.push(one);
            })*
        };
    }
    file!(incidents, decisions, messages, credits, pulses, exhibits);
    told
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assess::fixture::{case, medium, on};

    #[test]
    fn only_what_was_known_can_differ() {
        let (mut then, mut now) = (case(), case());
        then.incidents = vec![medium("2026-03-02", "disrespect")];
        now.incidents = vec![
            medium("2026-03-02", "disrespect"),
            medium("2026-03-03", "threat"),
            medium("2026-03-09", "threat"),
        ];
        let found = retold(&then, &now, on("2026-03-05"));
        let days: Vec<_> = found.iter().map(|one| (one.day.to_string(), one.then)).collect();
        assert_eq!(days, [("2026-03-03".to_owned(), false)]);
        assert!(retold(&then, &then, on("2026-03-05")).is_empty());
        then.incidents[0].observed.push('!');
        let found = retold(&then, &now, on("2026-03-02"));
        assert_eq!((found.len(), found[0].then, found[0].now), (1, true, true));
    }
}
