//! One line per client.

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::{DueView, Names, OnFile, SCHEMA, Unread, rounded};
use crate::assess::{Assessment, Catalogue};
use crate::model::{Client, ClientId, Stage, Standing};

/// One line per client.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct StatusView {
    /// The number of this shape.
    pub schema: u32,
    /// Now.
    pub now: Timestamp,
    /// The day that was asked about; `null` for today.
    pub as_of: Option<Date>,
    /// The clients, in the order they were given.
    pub clients: Vec<ClientStatus>,
    /// How many decisions no outside witness was told of; absent where nobody asks.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unanchored: Option<usize>,
}

/// One client's line.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ClientStatus {
    /// The client.
    pub id: ClientId,
    /// What they are called.
    pub name: String,
    /// Where the relationship is.
    pub stage: Stage,
    /// What the score means.
    pub standing: Standing,
    /// The score.
    #[serde(serialize_with = "rounded")]
    pub score: f64,
    /// `rising`, `steady` or `falling`: the score against that of 30 days earlier.
    pub trend: &'static str,
    /// How many boundaries no decision has ended.
    pub open_boundaries: usize,
    /// How many suspected incidents wait for an answer.
    pub to_verify: usize,
    /// What could not be read, and so may not count.
    pub unread: Unread,
    /// Where the answer about a past day comes from; `null` where it is about today.
    pub on_file: Option<OnFile>,
    /// What is due, sorted by day.
    pub due: Vec<DueView>,
}

impl StatusView {
    /// The lines of these clients.
    pub const fn new(now: Timestamp, clients: Vec<ClientStatus>) -> Self {
        Self { schema: SCHEMA, now, as_of: None, clients, unanchored: None }
    }

    /// The same as of a day.
    #[must_use]
    pub fn as_of(self, day: Date) -> Self {
        Self { as_of: Some(day), ..self }
    }
}

impl ClientStatus {
    /// The line of a client.
    pub fn of(client: &Client, catalogue: &Catalogue, assessment: &Assessment) -> Self {
        let names = Names::all(catalogue);
        let today = assessment.as_of.day;
        Self {
            id: client.id.clone(),
            name: client.name.clone(),
            stage: assessment.stage,
            standing: assessment.standing,
            score: assessment.score,
            trend: assessment.trend.direction.as_str(),
            open_boundaries: assessment.open_boundaries().count(),
            to_verify: assessment.to_verify.len(),
            unread: Unread::default(),
            on_file: None,
            due: assessment.dues.iter().map(|due| DueView::of(due, today, &names)).collect(),
        }
    }
}
