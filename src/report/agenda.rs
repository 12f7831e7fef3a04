//! What has to be done on which day, over all clients.

use jiff::Timestamp;
use jiff::civil::{Date, Time};
use serde::Serialize;

use super::{Names, SCHEMA, Sentence, Unread};
use crate::exit::{Entry, EntryKind};
use crate::model::{Case, Client, ClientId, Digest};

/// What has to be done on which day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AgendaView {
    /// The number of this shape.
    pub schema: u32,
    /// Now.
    pub now: Timestamp,
    /// Today, on the vault's clock.
    pub today: Date,
    /// The last day that is shown.
    pub until: Date,
    /// What could not be read, and so may not count.
    pub unread: Unread,
    /// What has to be done, sorted by day; what is overdue comes first by itself.
    pub entries: Vec<AgendaEntry>,
    /// The decisions that no outside witness was told of, by client; absent where nobody asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub not_anchored: Option<Vec<NotAnchored>>,
}

/// The decisions about one client that no outside witness was told of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotAnchored {
    /// The client.
    pub client: ClientId,
    /// What they are called.
    pub name: String,
    /// The day of the earliest of them.
    pub since: Date,
    /// The paths of their notes, the earliest first; at least one.
    pub notes: Vec<String>,
}

/// Something to be done on a day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AgendaEntry {
    /// The day.
    pub date: Date,
    /// The time of day on the client's clock, where it matters, as `09:00`.
    pub time: Option<String>,
    /// The instant, where it matters.
    pub at: Option<Timestamp>,
    /// The client.
    pub client: ClientId,
    /// What they are called.
    pub name: String,
    /// What kind of thing it is.
    pub kind: EntryKind,
    /// What is to be done.
    pub what: Sentence,
    /// The path of the note it comes from, the number of an invoice, or what access is to.
    pub source: String,
    /// Whether the day has passed.
    pub overdue: bool,
}

impl AgendaView {
    /// The entries up to a day, sorted by day, then by client.
    pub fn new(now: Timestamp, today: Date, until: Date, clients: Vec<Vec<AgendaEntry>>) -> Self {
        let mut entries: Vec<AgendaEntry> = clients.into_iter().flatten().collect();
        entries.retain(|entry| entry.date <= until);
        entries.sort_by(|a, b| (a.date, a.at, &a.client).cmp(&(b.date, b.at, &b.client)));
        Self {
            schema: SCHEMA,
            now,
            today,
            until,
            unread: Unread::default(),
            entries,
            not_anchored: None,
        }
    }

    /// The same, knowing what was not read.
    #[must_use]
    pub const fn with_unread(mut self, unread: Unread) -> Self {
        self.unread = unread;
        self
    }
}

impl NotAnchored {
    /// Those of a case for which `is_open` holds; `None` where there are none.
    pub fn of(case: &Case, is_open: impl Fn(Digest) -> bool) -> Option<Self> {
        let mut open: Vec<(Date, String)> = case
            .decisions
            .iter()
            .filter(|decision| is_open(decision.digest))
            .map(|decision| (decision.moment.day, decision.note.clone()))
            .collect();
        open.sort();
        let since = open.first()?.0;
        Some(Self {
            client: case.client.id.clone(),
            name: case.client.name.clone(),
            since,
            notes: open.into_iter().map(|(_, note)| note).collect(),
        })
    }
}

impl AgendaEntry {
    /// The view of an entry as seen on the client's `today`.
    pub fn of(entry: &Entry, client: &Client, today: Date, names: &Names) -> Self {
        let time = entry.at.map(|at| client.zone.to_datetime(at).time());
        let text = |time: Time| format!("{:02}:{:02}", time.hour(), time.minute());
        Self {
            date: entry.day,
            time: time.map(text),
            at: entry.at,
            client: client.id.clone(),
            name: client.name.clone(),
            kind: entry.kind,
            what: Sentence::of(&entry.what, names),
            source: entry.source.clone(),
            overdue: entry.day < today,
        }
    }
}
