//! Between which moments a record was made, by outside witnesses.

use std::collections::{BTreeSet, HashMap};

use jiff::{SignedDuration, Timestamp};

use crate::model::{ClientId, Digest, Moment};
use crate::phrase::Phrase;

/// How far a record's own date may lie outside of its window: clocks differ, and a day may be
/// meant on another clock than the one it is read on.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// Between which moments a record was made.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Window {
    /// Not earlier: it names a time stamp that was made then.
    pub earliest: Option<Bound>,
    /// Not later: a time stamp made then is for a statement that covers it.
    pub latest: Option<Bound>,
}

/// Where a line was sent that covers a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Told {
    /// In the user's words.
    pub place: String,
    /// The clients whose lines were sent, sorted.
    pub clients: Vec<ClientId>,
}

impl Told {
    /// What it proves.
    pub fn phrase(&self) -> Phrase {
        Phrase::new("window-witnessed").with("place", self.place.as_str())
    }
}

/// One end of a window.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Bound {
    /// When.
    pub at: Timestamp,
    /// The file of the time stamp, below the vault.
    pub stamp: String,
    /// Whose it is.
    pub authority: String,
}

/// Bounds of decisions by their digests.
pub(super) type Bounds = HashMap<Digest, Bound>;

impl Window {
    /// The two ends.
    pub fn ends(&self) -> [Option<Timestamp>; 2] {
        [&self.earliest, &self.latest].map(|bound| bound.as_ref().map(|bound| bound.at))
    }

    /// The verdict's name, the same in every language.
    pub const fn name(&self) -> Option<&'static str> {
        match (&self.earliest, &self.latest) {
            (Some(_), _) => Some("WINDOW"),
            (None, Some(_)) => Some("TIMESTAMPED"),
            (None, None) => None,
        }
    }

    /// How a date that a note bears lies outside by more than a day.
    pub(crate) fn contradiction(&self, date: Moment) -> Option<Phrase> {
        // A day without a time lasts until its end.
        let length = if date.time.is_some() { SignedDuration::ZERO } else { DAY };
        let end = date.at.saturating_add(length).unwrap_or(date.at);
        if let Some(bound) = &self.earliest
            && bound.at.duration_since(end) > DAY
        {
            return Some(
                Phrase::new("window-dated-before")
                    .with("date", date.to_string())
                    .with("at", shown(bound.at))
                    .with("stamp", bound.stamp.as_str()),
            );
        }
        let bound = self.latest.as_ref()?;
        (date.at.duration_since(bound.at) > DAY).then(|| {
            Phrase::new("window-dated-after")
                .with("date", date.to_string())
                .with("at", shown(bound.at))
                .with("stamp", bound.stamp.as_str())
        })
    }

    /// What it proves.
    pub(crate) fn proves(&self) -> Vec<Phrase> {
        let mut phrases = Vec::new();
        if let Some(bound) = &self.earliest {
            phrases.push(
                Phrase::new("window-not-before")
                    .with("at", shown(bound.at))
                    .with("stamp", bound.stamp.as_str())
                    .with("authority", bound.authority.as_str()),
            );
        }
        if let Some(bound) = &self.latest {
            phrases.push(
                Phrase::new("window-not-after")
                    .with("at", shown(bound.at))
                    .with("stamp", bound.stamp.as_str())
                    .with("authority", bound.authority.as_str()),
            );
        }
        phrases
    }
}

/// A moment as people read it, in UTC.
pub(super) fn shown(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M:%SZ").to_string()
}

/// The last moment at which each decision can have been made: the earliest of the time stamps
/// that cover it, given with what each covers.
pub(super) fn latest(covered: Vec<(Bound, BTreeSet<Digest>)>) -> Bounds {
    let mut covered = covered;
    covered.sort();
    let mut bounds = Bounds::new();
    for (bound, digests) in covered {
        for digest in digests {
            bounds.entry(digest).or_insert_with(|| bound.clone());
        }
    }
    bounds
}

/// The first moment at which each decision can have been made: the latest of the time stamps
/// that it names, and of those that a decision before it names.
pub(super) fn earliest(
    named: Vec<(Digest, Bound)>,
    naming: &HashMap<Digest, Vec<Digest>>,
) -> Bounds {
    let mut named = named;
    named.sort_by(|(_, a), (_, b)| b.cmp(a));
    let mut bounds = Bounds::new();
    for (digest, bound) in named {
        let mut left = vec![digest];
        while let Some(digest) = left.pop() {
            // The latest comes first: what has a bound has a later one, and so has what follows.
            if bounds.contains_key(&digest) {
                continue;
            }
            bounds.insert(digest, bound.clone());
            left.extend(naming.get(&digest).into_iter().flatten());
        }
    }
    bounds
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;

    fn at(text: &str) -> Timestamp {
        text.parse().unwrap()
    }

    fn bound(text: &str) -> Bound {
        Bound { at: at(text), stamp: "a.tsr".to_owned(), authority: "x".to_owned() }
    }

    #[test]
    fn a_date_is_held_against_the_window_with_a_day_to_spare() {
        let window = Window {
            earliest: Some(bound("2026-05-02T12:00:00Z")),
            latest: Some(bound("2026-05-04T12:00:00Z")),
        };
        let paris = TimeZone::get("Europe/Paris").unwrap();
        let key = |moment: Moment| window.contradiction(moment).map(|phrase| phrase.key);
        let day = |text: &str| key(Moment::on_day(text.parse().unwrap(), &paris));
        let instant = |text: &str| key(Moment::at_instant(at(text), &paris));
        for fine in ["2026-05-01", "2026-05-03", "2026-05-05"] {
            assert_eq!(day(fine), None, "{fine}");
        }
        assert_eq!(day("2026-04-29"), Some("window-dated-before"));
        assert_eq!(day("2026-05-06"), Some("window-dated-after"));
        assert_eq!(instant("2026-05-01T12:00:00Z"), None);
        assert_eq!(instant("2026-05-01T11:59:59Z"), Some("window-dated-before"));
        assert_eq!(instant("2026-05-05T12:00:01Z"), Some("window-dated-after"));
        assert_eq!(
            Window::default().contradiction(Moment::at_instant(at("1999-01-01T00:00:00Z"), &paris)),
            None
        );
    }

    #[test]
    fn bounds_follow_the_chain() {
        let [a, b, c] = ["a", "b", "c"].map(|text| Digest::of(text.as_bytes()));
        let naming = HashMap::from([(a, vec![b]), (b, vec![c])]);
        let named = vec![(a, bound("2026-01-01T00:00:00Z")), (b, bound("2026-03-01T00:00:00Z"))];
        let first = earliest(named, &naming);
        assert_eq!(first[&a], bound("2026-01-01T00:00:00Z"));
        assert_eq!(first[&c], bound("2026-03-01T00:00:00Z"));
        let later = (bound("2026-05-01T00:00:00Z"), BTreeSet::from([a, b, c]));
        let sooner = (bound("2026-02-01T00:00:00Z"), BTreeSet::from([a]));
        let last = latest(vec![later, sooner]);
        assert_eq!(last[&a], bound("2026-02-01T00:00:00Z"));
        assert_eq!(last[&c], bound("2026-05-01T00:00:00Z"));
    }
}
