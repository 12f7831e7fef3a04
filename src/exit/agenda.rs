//! What has to be done on which day: reviews, invoices, reminders, access, lessons.

use jiff::civil::Date;
use jiff::{Timestamp, ToSpan};

use super::{Ending, Owed, Reminder};
use crate::assess::{Assessment, Counts, Verdict, screen};
use crate::model::{Access, Case, DecisionKind, DraftNote, Party, QuestionSet, Stage};
use crate::phrase::Phrase;

/// Something to be done on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// The day.
    pub day: Date,
    /// The instant, where it matters.
    pub at: Option<Timestamp>,
    /// What kind of thing it is.
    pub kind: EntryKind,
    /// What is to be done.
    pub what: Phrase,
    /// The path of the note it comes from, or the number of an invoice.
    pub source: String,
}

/// A kind of thing in the agenda.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum EntryKind {
    /// A boundary is to be reviewed.
    Review,
    /// A boundary was breached, and nothing was decided since.
    Breach,
    /// An invoice is due.
    Invoice,
    /// An invoice is to be asked for.
    Reminder,
    /// An answer is due.
    Reply,
    /// The cooling-off period ends.
    CoolingOff,
    /// The client is to be told of the exit.
    Announce,
    /// Questions before a yes wait for an answer.
    Screening,
    /// The notice ends.
    NoticeEnd,
    /// Access is to be ended.
    Access,
    /// A lesson is to be put into practice.
    Lesson,
}

impl EntryKind {
    /// The word in JSON and in calendars.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Review => "review",
            Self::Breach => "breach",
            Self::Invoice => "invoice",
            Self::Reminder => "reminder",
            Self::Reply => "reply",
            Self::CoolingOff => "cooling-off",
            Self::Announce => "announce",
            Self::Screening => "screening",
            Self::NoticeEnd => "notice-end",
            Self::Access => "access",
            Self::Lesson => "lesson",
        }
    }
}

/// Everything with a day about one client, past days included, sorted by day. `farewell` is the
/// letter that is written for an exit still to be announced.
pub fn agenda(
    case: &Case,
    assessment: &Assessment,
    owed: &Owed,
    farewell: Option<&DraftNote>,
    questions: &QuestionSet,
) -> Vec<Entry> {
    let known = assessment.as_of.known(case);
    let mut entries = dues(&known, assessment, farewell);
    entries.extend(owed.reminders.iter().filter_map(|reminder| {
        Some(Entry {
            day: reminder.from?,
            at: None,
            kind: EntryKind::Reminder,
            what: reminder_phrase(reminder),
            source: reminder.invoice.clone(),
        })
    }));
    entries.extend(announcement(&known, assessment, farewell));
    entries.extend(screening(&known, assessment, questions));
    entries.extend(access(&known, assessment.stage));
    entries.extend(lessons(&known, assessment.as_of.day));
    entries.sort_by(|a, b| (a.day, a.at, a.kind, &a.source).cmp(&(b.day, b.at, b.kind, &b.source)));
    entries
}

fn reminder_phrase(reminder: &Reminder) -> Phrase {
    Phrase::new(if reminder.last { "agenda-reminder-last" } else { "agenda-reminder" })
        .with("invoice", reminder.invoice.as_str())
        .with("number", reminder.number)
}

fn dues(known: &Case, assessment: &Assessment, farewell: Option<&DraftNote>) -> Vec<Entry> {
    let until = assessment.cooling_off.as_ref().map(|period| period.until);
    let what = |due: &crate::assess::Due, kind| match due.what.args.first() {
        Some((_, time)) if kind == EntryKind::CoolingOff => match farewell {
            Some(_) => Phrase::new("agenda-cooling-off").with("time", time.clone()),
            None => Phrase::new("agenda-cooling-off-unwritten")
                .with("time", time.clone())
                .with("client", known.client.id.as_str()),
        },
        _ => due.what.clone(),
    };
    let entry = |due: &crate::assess::Due| {
        let kind = match due.what.key {
            "due-boundary-review" => EntryKind::Review,
            "due-boundary-breached" | "due-boundary-breached-said" => EntryKind::Breach,
            "due-invoice" => EntryKind::Invoice,
            "due-notice-end" => EntryKind::NoticeEnd,
            "due-cooling-off-end" => EntryKind::CoolingOff,
            _ => EntryKind::Reply,
        };
        Entry {
            day: due.day,
            at: until.filter(|_| kind == EntryKind::CoolingOff),
            kind,
            what: what(due, kind),
            source: due.source.clone(),
        }
    };
    assessment.dues.iter().map(entry).collect()
}

/// Telling the client of an exit that is decided, from the day it is allowed, and from the day
/// after its letter was written; it is never overdue, since the exit can be taken back.
fn announcement(
    known: &Case,
    assessment: &Assessment,
    farewell: Option<&DraftNote>,
) -> Option<Entry> {
    let period = assessment.cooling_off.as_ref()?;
    let as_of = assessment.as_of;
    let exit = known.decisions.iter().find(|decision| decision.id == period.decision)?;
    let rested = |draft: &DraftNote| Some(draft.day?.saturating_add(1.day()));
    let decided = exit.moment.day;
    let what = match farewell {
        Some(_) => Phrase::new("agenda-announce").with("decided", decided),
        None => Phrase::new("agenda-announce-unwritten")
            .with("decided", decided)
            .with("client", known.client.id.as_str()),
    };
    period.left(as_of.at).is_none().then(|| Entry {
        day: farewell.and_then(rested).map_or(as_of.day, |from| from.max(as_of.day)),
        at: None,
        kind: EntryKind::Announce,
        what,
        source: exit.note.clone(),
    })
}

/// What a prospect was asked and has not answered, once the first answer is on file.
fn screening(known: &Case, assessment: &Assessment, questions: &QuestionSet) -> Option<Entry> {
    let client = &known.client;
    let screened = screen(questions, &client.screening);
    let open = screened.count(Counts::Open);
    let awaited = assessment.stage == Stage::Prospect
        && screened.verdict == Verdict::Ask
        && !client.screening.0.is_empty()
        && open > 0;
    awaited.then(|| Entry {
        day: assessment.as_of.day,
        at: None,
        kind: EntryKind::Screening,
        what: Phrase::new("agenda-screening")
            .with("count", open)
            .with("client", client.id.as_str()),
        source: client.id.as_str().to_owned(),
    })
}

/// Access that is to be ended once the client was told: ours on the last day, theirs at the end
/// of the days of grace; all of it on the day of closing.
fn access(known: &Case, stage: Stage) -> Vec<Entry> {
    let closed = known.decisions.iter().rfind(|decision| decision.kind == DecisionKind::Close);
    let closed = closed.filter(|_| stage == Stage::Closed).map(|close| close.moment.day);
    let ending = Ending::of(known, stage);
    let day = |access: &Access| {
        closed.or_else(|| {
            let ending = ending?;
            Some(if access.held_by == Party::Them { ending.grace_until } else { ending.last_day })
        })
    };
    let open = known.client.access.iter().filter(|access| access.ended.is_none());
    open.filter_map(|access| {
        Some(Entry {
            day: day(access)?,
            at: None,
            kind: EntryKind::Access,
            what: access_phrase(access),
            source: access.what.clone(),
        })
    })
    .collect()
}

/// What is to be done about an access.
pub(super) fn access_phrase(access: &Access) -> Phrase {
    let phrase = Phrase::new(match access.held_by {
        Party::Them => "access-end-theirs",
        Party::Us => "access-end-ours",
        Party::Both => "access-change-shared",
    });
    phrase.with("what", access.what.as_str())
}

fn lessons(known: &Case, today: Date) -> Vec<Entry> {
    let open = known.lessons.iter().filter(|lesson| lesson.done.is_none_or(|day| day > today));
    open.filter_map(|lesson| {
        Some(Entry {
            day: lesson.due?,
            at: None,
            kind: EntryKind::Lesson,
            what: Phrase::new("agenda-lesson").with("what", lesson.what.as_str()),
            source: lesson.note.clone(),
        })
    })
    .collect()
}
