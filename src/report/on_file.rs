//! What was on file on a day, held against what today's files tell of it.

use jiff::Timestamp;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use serde::Serialize;

use super::{ClientStatus, ExplainView, Names, ReportView, Sentence, TimelineView, rounded};
use crate::assess::AsOf;
use crate::locale::word;
use crate::model::Standing;
use crate::phrase::Phrase;
use crate::recall::{Difference, DifferenceKind, OnFileThen, Why};

/// How many digits of a commit are shown, as people quote it.
const SHORT: usize = 10;

/// Where an answer about a past day comes from.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OnFile {
    /// `trail`: what was on file; `files`: what today's files tell of the day.
    pub from: &'static str,
    /// Why today's files answer: `no-repository`, `unborn`, `before-first`, `shallow`,
    /// `no-client`, `only-decisions`, `unreadable`; `null` where the trail does.
    pub why: Option<&'static str>,
    /// The commit that the trail stood at.
    pub commit: Option<String>,
    /// From when on it counts, by the dates of commits.
    pub recorded: Option<Timestamp>,
    /// Whether today's files tell the same of the day; `null` where only they were asked.
    pub same: Option<bool>,
    /// The score by what was on file; `null` where only today's files were asked.
    pub then: Option<Counted>,
    /// The score by today's files, of the same day.
    pub today: Counted,
    /// What differs: settings, red flags and what was agreed first, then notes by day.
    pub differences: Vec<DifferenceView>,
    /// Notes that no commit had then, and whose bytes a decision of then names.
    pub vouched: usize,
    /// Where the answer comes from, or why not from the trail; the scores where they differ.
    pub said: Vec<Sentence>,
    /// What else there is to know about it.
    pub remarks: Vec<Sentence>,
}

/// A score and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Counted {
    /// The standing.
    pub standing: Standing,
    /// The score.
    #[serde(serialize_with = "rounded")]
    pub score: f64,
}

/// A file that tells something else of the day than it did then.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DifferenceView {
    /// Its path below the vault.
    pub path: String,
    /// `late`, `edited`, `removed`, `settings`, `flag`.
    pub kind: &'static str,
    /// The first day it tells of; `null` for what bears no date of its own.
    pub date: Option<Date>,
    /// When the difference was recorded; `null` where no commit has it to this day.
    pub recorded: Option<Timestamp>,
    /// The commit that recorded it.
    pub commit: Option<String>,
    /// How many days after its date a late note was recorded.
    pub days: Option<i64>,
    /// The same in one sentence.
    pub said: Sentence,
}

impl Counted {
    fn is(self, other: Self) -> bool {
        self.standing == other.standing && (self.score - other.score).abs() < 0.05
    }
}

impl OnFile {
    /// The answer of the trail; the scores are by what was on file, and by today's files.
    pub fn of_trail(
        then: &OnFileThen,
        [counted, today]: [Counted; 2],
        as_of: AsOf,
        zone: &TimeZone,
    ) -> Self {
        let zone = zone.clone();
        let day = |at: Timestamp| zone.to_datetime(at).date();
        let view = |one: &Difference| DifferenceView::of(one, &day);
        let differences: Vec<DifferenceView> = then.differences.iter().map(view).collect();
        let same = differences.is_empty() && counted.is(today);
        let commit = then.stop.commit();
        let short = commit.get(..SHORT).unwrap_or(&commit).to_owned();
        let head = Phrase::new(if same { "on-file-same" } else { "on-file-differs" })
            .with("day", as_of.day)
            .with("commit", short)
            .with("date", day(then.stop.at));
        let mut said = vec![head];
        if !same {
            said.push(scores(counted, today, as_of.day));
        }
        let mut remarks = Vec::new();
        if then.vouched > 0 {
            remarks.push(Phrase::new("on-file-vouched").with("count", then.vouched));
        }
        if !then.had_settings {
            remarks.push(Phrase::new("on-file-no-settings"));
        }
        if then.merged_later > 0 {
            remarks.push(Phrase::new("on-file-merged-later").with("count", then.merged_later));
        }
        if let Some(stop) = &then.backdated {
            let commit = stop.commit();
            let short = commit.get(..SHORT).unwrap_or(&commit).to_owned();
            remarks.push(Phrase::new("on-file-backdated").with("commit", short));
        }
        remarks.push(Phrase::new("on-file-dates"));
        Self {
            from: "trail",
            why: None,
            commit: Some(commit),
            recorded: Some(then.stop.at),
            same: Some(same),
            then: Some(counted),
            today,
            differences,
            vouched: then.vouched,
            said: sentences(&said),
            remarks: sentences(&remarks),
        }
    }

    /// Why today's files answer, and not the trail.
    pub fn of_files(why: &Why, today: Counted, as_of: AsOf, zone: &TimeZone) -> Self {
        let day = |at: Timestamp| zone.to_datetime(at).date();
        let (code, mut said) = match why {
            Why::NoRepository => ("no-repository", vec![Phrase::new("on-file-no-repository")]),
            Why::Unborn => ("unborn", vec![Phrase::new("on-file-unborn")]),
            Why::BeforeFirst(first) => {
                let phrase = Phrase::new("on-file-before-first");
                ("before-first", vec![phrase.with("day", as_of.day).with("first", day(*first))])
            }
            Why::Shallow(first) => {
                ("shallow", vec![Phrase::new("on-file-shallow").with("first", day(*first))])
            }
            Why::NoClient(first) => ("no-client", vec![no_client(first.map(day), as_of.day)]),
            Why::OnlyDecisions { decisions, last, .. } => {
                let head = Phrase::new("on-file-only-decisions")
                    .with("day", as_of.day)
                    .with("count", *decisions);
                let stated = last.as_deref().and_then(|last| {
                    let (standing, score) = last.standing.zip(last.score)?;
                    let stated = Phrase::new("on-file-stated").with("date", last.moment.day);
                    Some(stated.with("standing", word(standing)).with("score", score))
                });
                ("only-decisions", [head].into_iter().chain(stated).collect())
            }
            Why::Unreadable { reason, hint } => {
                let phrase = Phrase::new("on-file-unreadable").with("reason", reason.clone());
                ("unreadable", vec![phrase.with("hint", hint.clone())])
            }
        };
        said.push(Phrase::new("on-file-from-files"));
        let stop = match why {
            Why::OnlyDecisions { stop, .. } => Some(stop),
            _ => None,
        };
        Self {
            from: "files",
            why: Some(code),
            commit: stop.map(|stop| stop.commit()),
            recorded: stop.map(|stop| stop.at),
            same: None,
            then: None,
            today,
            differences: Vec::new(),
            vouched: 0,
            said: sentences(&said),
            remarks: Vec::new(),
        }
    }
}

impl DifferenceView {
    fn of(one: &Difference, day: &impl Fn(Timestamp) -> Date) -> Self {
        let recorded = one.recorded.as_ref().map(|stop| day(stop.at));
        let days = one.day.zip(recorded).and_then(|(from, to)| days_between(from, to));
        let days = days.filter(|_| one.kind == DifferenceKind::Late);
        let said = match (one.kind, recorded) {
            (DifferenceKind::Settings, _) => Phrase::new("on-file-settings"),
            (DifferenceKind::Flag, _) => Phrase::new("on-file-flag"),
            (DifferenceKind::Late, Some(date)) => match (one.day, days) {
                (Some(day), Some(days)) => {
                    Phrase::new("on-file-late").with("day", day).with("days", days)
                }
                _ => Phrase::new("on-file-late-undated").with("date", date),
            },
            (DifferenceKind::Late, None) => match one.day {
                Some(day) => Phrase::new("on-file-unrecorded").with("day", day),
                None => Phrase::new("on-file-unrecorded-undated"),
            },
            (DifferenceKind::Edited, Some(date)) => {
                Phrase::new("on-file-edited").with("date", date)
            }
            (DifferenceKind::Edited, None) => Phrase::new("on-file-edited-unrecorded"),
            (DifferenceKind::Removed, Some(date)) => {
                Phrase::new("on-file-removed").with("date", date)
            }
            (DifferenceKind::Removed, None) => Phrase::new("on-file-removed-unrecorded"),
        };
        Self {
            path: one.path.clone(),
            kind: match one.kind {
                DifferenceKind::Late => "late",
                DifferenceKind::Edited => "edited",
                DifferenceKind::Removed => "removed",
                DifferenceKind::Settings => "settings",
                DifferenceKind::Flag => "flag",
            },
            date: one.day,
            recorded: one.recorded.as_ref().map(|stop| stop.at),
            commit: one.recorded.as_ref().map(|stop| stop.commit()),
            days,
            said: Sentence::of(&said, &Names::default()),
        }
    }
}

fn sentences(said: &[Phrase]) -> Vec<Sentence> {
    said.iter().map(|phrase| Sentence::of(phrase, &Names::default())).collect()
}

fn scores(then: Counted, today: Counted, day: Date) -> Phrase {
    if then.is(today) {
        return Phrase::new("on-file-scores-same")
            .with("score", then.score)
            .with("standing", word(then.standing));
    }
    Phrase::new("on-file-scores")
        .with("day", day)
        .with("then", then.score)
        .with("then-standing", word(then.standing))
        .with("today", today.score)
        .with("today-standing", word(today.standing))
}

fn no_client(first: Option<Date>, day: Date) -> Phrase {
    match first {
        Some(first) => Phrase::new("on-file-no-client").with("day", day).with("first", first),
        None => Phrase::new("on-file-never").with("day", day),
    }
}

fn days_between(from: Date, to: Date) -> Option<i64> {
    Some(i64::from(from.until(to).ok()?.get_days()))
}

impl ReportView {
    /// The same, knowing where the answer comes from.
    #[must_use]
    pub fn with_on_file(mut self, on_file: Option<OnFile>) -> Self {
        self.on_file = on_file;
        self
    }
}

impl ExplainView {
    /// The same, knowing where the answer comes from.
    #[must_use]
    pub fn with_on_file(mut self, on_file: Option<OnFile>) -> Self {
        self.on_file = on_file;
        self
    }
}

impl TimelineView {
    /// The same, knowing where the answer comes from.
    #[must_use]
    pub fn with_on_file(mut self, on_file: Option<OnFile>) -> Self {
        self.on_file = on_file;
        self
    }
}

impl ClientStatus {
    /// The same, knowing where the answer comes from.
    #[must_use]
    pub fn with_on_file(mut self, on_file: Option<OnFile>) -> Self {
        self.on_file = on_file;
        self
    }
}
