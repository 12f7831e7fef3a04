//! The dates of a record against each other.
//!
//! Owns: which of them disagree, and by how much. Must not: take any of them for proof; only
//! an outside witness proves when.

use std::collections::{BTreeMap, HashMap};

use jiff::tz::Offset;
use jiff::{SignedDuration, Timestamp};

use super::paths::is_decision;
use super::verified::VerifiedRecord;
use super::verify::Evidence;
use crate::model::{Digest, Moment};
use crate::phrase::Phrase;

/// How far clocks may differ before it is worth a word.
const SKEW: SignedDuration = SignedDuration::from_hours(1);
/// From this delay on an entry is late.
const DAY: SignedDuration = SignedDuration::from_hours(24);

/// The dates of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dates {
    /// What the note says.
    pub note: Option<Moment>,
    /// When the commit says that it was written.
    pub author: Timestamp,
    /// When the commit says that it was made.
    pub committer: Timestamp,
    /// What is to be said about them.
    pub remarks: Vec<DateRemark>,
}

/// Something about the dates of a record. None of them is a failure: dates can be set freely,
/// and clocks go wrong.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DateRemark {
    /// It was recorded this many days after the date it bears.
    Late(i64),
    /// It bears a date after that of its commit.
    Ahead,
    /// The commit was made this many days after it was written: a rebase or an amendment.
    Remade(i64),
    /// The commit says that it was made before it was written.
    MadeBeforeWritten,
    /// It is dated before a decision that it names.
    BeforeNamed,
}

impl DateRemark {
    /// The remark as one sentence.
    pub fn phrase(self) -> Phrase {
        match self {
            Self::Late(days) => Phrase::new("date-late").with("days", days),
            Self::Ahead => Phrase::new("date-ahead"),
            Self::Remade(days) => Phrase::new("date-remade").with("days", days),
            Self::MadeBeforeWritten => Phrase::new("date-made-before-written"),
            Self::BeforeNamed => Phrase::new("date-before-named"),
        }
    }

    /// Whether the dates contradict each other, and not only lie apart.
    pub const fn contradicts(self) -> bool {
        matches!(self, Self::Ahead | Self::MadeBeforeWritten | Self::BeforeNamed)
    }
}

impl Evidence<'_> {
    /// Fills in the dates of each record that a commit has.
    pub(super) fn compare_dates(&self, records: &mut BTreeMap<String, VerifiedRecord>) {
        for (path, file) in &self.history.files {
            let Some((blob, commit)) = file.versions.first() else { continue };
            let Some(record) = records.get_mut(path) else { continue };
            let Some(commit) = self.history.commit(*commit) else { continue };
            let (author, committer) = (commit.author.when, commit.committer.when);
            let note = self.facts(*blob, path).and_then(|facts| facts.date);
            // A moved file's first commit here is the move, which says nothing about the record.
            let note = note.filter(|_| record.moved_from.is_none());
            record.dates = Some(Dates::compare(note, instant(author), instant(committer), author));
        }
        self.compare_along_chain(records);
    }

    fn compare_along_chain(&self, records: &mut BTreeMap<String, VerifiedRecord>) {
        let mut known: HashMap<Digest, (Option<Moment>, Timestamp)> = HashMap::new();
        for (path, record) in records.iter().filter(|(path, _)| is_decision(path)) {
            let first = self.history.files.get(path).and_then(|file| file.versions.first());
            if let (Some(blob), Some(dates)) =
                (first.and_then(|(oid, _)| self.blob(*oid)), &record.dates)
            {
                known.insert(blob.digest, (dates.note, dates.author));
            }
        }
        for (path, record) in records.iter_mut() {
            let first = self.history.files.get(path).and_then(|file| file.versions.first());
            let Some(facts) = first.and_then(|(oid, _)| self.facts(*oid, path)) else { continue };
            let Some(dates) = &mut record.dates else { continue };
            let named = facts.prev.iter().filter_map(|prev| known.get(prev));
            if named.into_iter().any(|earlier| dates.is_before(*earlier)) {
                dates.remarks.push(DateRemark::BeforeNamed);
            }
        }
    }
}

impl Dates {
    fn compare(
        note: Option<Moment>,
        author: Timestamp,
        committer: Timestamp,
        shown: git2::Time,
    ) -> Self {
        let mut remarks = Vec::new();
        if let Some(moment) = note {
            // A day without a time lasts until its end.
            let length = if moment.time.is_some() { SignedDuration::ZERO } else { DAY };
            let delay = author.duration_since(moment.at);
            if delay >= length + DAY {
                let days = day_of(author, shown).map_or(0, |day| {
                    i64::from(day.since(moment.day).map_or(0, |span| span.get_days()))
                });
                remarks.push(DateRemark::Late(days.max(1)));
            } else if delay < -SKEW {
                remarks.push(DateRemark::Ahead);
            }
        }
        let delay = committer.duration_since(author);
        if delay >= DAY {
            remarks.push(DateRemark::Remade(delay.as_hours() / 24));
        } else if delay < -SKEW {
            remarks.push(DateRemark::MadeBeforeWritten);
        }
        Self { note, author, committer, remarks }
    }

    /// Whether the note or the commit is dated before that of an earlier decision.
    fn is_before(&self, (note, author): (Option<Moment>, Timestamp)) -> bool {
        let notes = self.note.zip(note).is_some_and(|(own, other)| {
            let with_times = own.time.is_some() && other.time.is_some();
            if with_times { own.at < other.at } else { own.day < other.day }
        });
        notes || author.duration_since(self.author) > SKEW
    }
}

fn instant(time: git2::Time) -> Timestamp {
    Timestamp::from_second(time.seconds()).unwrap_or(Timestamp::MAX)
}

/// The day on the clock that the commit was made by.
fn day_of(at: Timestamp, shown: git2::Time) -> Option<jiff::civil::Date> {
    let offset = Offset::from_seconds(shown.offset_minutes().checked_mul(60)?).ok()?;
    Some(offset.to_datetime(at).date())
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;

    fn remarks(note: &str, author: &str, committer: &str) -> Vec<DateRemark> {
        let at = |text: &str| -> Timestamp { text.parse().unwrap() };
        let note = match note.parse() {
            Ok(at) => Moment::at_instant(at, &TimeZone::UTC),
            Err(_) => Moment::on_day(note.parse().unwrap(), &TimeZone::UTC),
        };
        let shown = git2::Time::new(0, 120);
        Dates::compare(Some(note), at(author), at(committer), shown).remarks
    }

    #[test]
    fn dates_that_agree_need_no_word() {
        let author = "2026-05-02T08:15:00Z";
        for note in ["2026-05-02T08:15:00Z", "2026-05-01T10:00:00Z", "2026-05-02", "2026-05-01"] {
            assert_eq!(remarks(note, author, author), [], "{note}");
        }
        assert_eq!(remarks("2026-05-02T09:00:00Z", author, author), [], "clocks differ");
    }

    #[test]
    fn dates_that_disagree_are_told() {
        let author = "2026-05-14T23:15:00Z";
        assert_eq!(remarks("2026-05-02T08:00:00Z", author, author), [DateRemark::Late(13)]);
        assert_eq!(remarks("2026-05-12", author, author), [DateRemark::Late(3)]);
        assert_eq!(remarks("2026-05-16", author, author), [DateRemark::Ahead]);
        assert_eq!(remarks("2026-05-14", author, "2026-05-20T00:00:00Z"), [DateRemark::Remade(5)]);
        let before = remarks("2026-05-14", author, "2026-05-01T00:00:00Z");
        assert_eq!(before, [DateRemark::MadeBeforeWritten]);
        assert!(before[0].contradicts() && !DateRemark::Late(1).contradicts());
    }
}
