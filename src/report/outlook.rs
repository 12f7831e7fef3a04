//! What would change the standing, and what is due.

use jiff::civil::Date;
use serde::Serialize;

use super::{Names, Sentence, rounded};
use crate::assess::{Due, Explanation, Outcome};
use crate::model::{FlagId, IncidentId, Standing};

/// What would change the standing.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Outlook {
    /// The next standing and the points missing; `None` at `exit`.
    pub next: Option<NextView>,
    /// When the standing falls with nothing new.
    pub fades: Option<FadeView>,
    /// What one more incident of the most frequent red flag would make.
    pub one_more: Option<OneMoreView>,
    /// What an answer on each suspected incident would make.
    pub suspected: Vec<SuspectedView>,
    /// The same in sentences, most useful first.
    pub said: Vec<Sentence>,
}

/// How far the next standing is.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct NextView {
    /// The next standing.
    pub standing: Standing,
    /// Points missing.
    #[serde(serialize_with = "rounded")]
    pub missing: f64,
}

/// When the standing falls with nothing new.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct FadeView {
    /// The first day with a lower standing.
    pub date: Date,
    /// The standing on that day.
    pub standing: Standing,
}

/// A score and what it means.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct OutcomeView {
    /// The score.
    #[serde(serialize_with = "rounded")]
    pub score: f64,
    /// The standing.
    pub standing: Standing,
}

/// What one more incident would make.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct OneMoreView {
    /// Its red flag.
    pub flag: FlagId,
    /// The result.
    #[serde(flatten)]
    pub outcome: OutcomeView,
}

/// What an answer on a suspected incident would make.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SuspectedView {
    /// The incident.
    pub incident: IncidentId,
    /// If it is confirmed.
    pub confirmed: OutcomeView,
    /// If it is dismissed.
    pub dismissed: OutcomeView,
}

impl Outlook {
    /// The view of an explanation.
    pub fn of(explanation: &Explanation, names: &Names) -> Self {
        let next = explanation.next;
        let fades = explanation.fades;
        Self {
            next: next.map(|next| NextView { standing: next.standing, missing: next.missing }),
            fades: fades.map(|fade| FadeView { date: fade.day, standing: fade.standing }),
            one_more: explanation.one_more.as_ref().map(|more| OneMoreView {
                flag: more.flag.clone(),
                outcome: OutcomeView::of(more.outcome),
            }),
            suspected: explanation
                .suspected
                .iter()
                .map(|answer| SuspectedView {
                    incident: answer.incident.clone(),
                    confirmed: OutcomeView::of(answer.confirmed),
                    dismissed: OutcomeView::of(answer.dismissed),
                })
                .collect(),
            said: explanation.phrases().iter().map(|phrase| Sentence::of(phrase, names)).collect(),
        }
    }
}

impl OutcomeView {
    const fn of(outcome: Outcome) -> Self {
        Self { score: outcome.score, standing: outcome.standing }
    }
}

/// Something that is due on a day.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DueView {
    /// The day.
    pub date: Date,
    /// What is due.
    pub what: Sentence,
    /// The path of the note it comes from, or the number of an invoice.
    pub source: String,
    /// Whether the day has passed.
    pub overdue: bool,
}

impl DueView {
    /// The view of a due as seen on `today`.
    pub fn of(due: &Due, today: Date, names: &Names) -> Self {
        Self {
            date: due.day,
            what: Sentence::of(&due.what, names),
            source: due.source.clone(),
            overdue: due.day < today,
        }
    }
}
