//! What the generated parts of a postmortem are made of.

use jiff::civil::Date;
use serde::Serialize;

use crate::assess::{Assessment, Catalogue};
use crate::model::{
    Amounts, Case, ClientId, Decision, DecisionKind, FlagId, IncidentId, Language, Sleep, Stage,
    Standing, Status,
};
use crate::report::{
    CreditView, Names, RateView, SCHEMA, Sentence, TimelineEntry, TimelineView, Unread, rounded,
};

/// What the generated parts of a postmortem are made of.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct PostmortemView {
    /// The number of this shape.
    pub schema: u32,
    /// The day it holds for.
    pub as_of: Date,
    /// The client's id.
    pub client: ClientId,
    /// What they are called.
    pub name: String,
    /// The language of documents for them.
    pub language: Language,
    /// Where the relationship is.
    pub stage: Stage,
    /// What the score means.
    pub standing: Standing,
    /// The score.
    #[serde(serialize_with = "rounded")]
    pub score: f64,
    /// The day the work began, as far as the file knows.
    pub since: Option<Date>,
    /// Incidents per month.
    pub rate: Option<RateView>,
    /// What could not be read, and so may not count.
    pub unread: Unread,
    /// What happened, without messages and exhibits.
    pub timeline: Vec<TimelineEntry>,
    /// Each red flag from its first sighting to a decision.
    pub stories: Vec<FlagStory>,
    /// What it cost.
    pub costs: Costs,
    /// Good moments.
    pub credits: Vec<CreditView>,
    /// What the red flags that occur are called.
    pub flags: Names,
}

/// A red flag from its first sighting to a decision.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FlagStory {
    /// The red flag.
    pub flag: FlagId,
    /// The day it was seen first.
    pub first: Date,
    /// Where.
    pub incident: IncidentId,
    /// The first decision from that day on that concerns it: a boundary that covers it or rests
    /// on an incident with it, an exit, a refusal or the close.
    pub decision: Option<DecisionKind>,
    /// Its day.
    pub decided: Option<Date>,
    /// Whole days between the two.
    pub days: Option<i32>,
}

/// What it cost.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Costs {
    /// Hours noted with incidents, dismissed ones left out.
    #[serde(serialize_with = "rounded")]
    pub hours: f64,
    /// Money noted with incidents.
    pub money: Amounts,
    /// Invoices that are due and not paid.
    pub unpaid: Amounts,
    /// Nights lost, from pulses.
    pub nights: usize,
    /// Pulses on file.
    pub pulses: usize,
}

impl PostmortemView {
    /// The view of a case, as it was known at the moment of the assessment.
    pub fn of(case: &Case, catalogue: &Catalogue, assessment: &Assessment) -> Self {
        let names = Names::all(catalogue);
        let known = assessment.as_of.known(case);
        let timeline = TimelineView::of(case, catalogue, assessment);
        let mut entries = timeline.entries;
        entries.retain(|entry| !matches!(entry.kind, "message" | "exhibit" | "invoice-issued"));
        let ids: Vec<String> = assessment
            .first_sightings
            .iter()
            .map(|sighting| sighting.flag.to_string())
            .chain(entries.iter().flat_map(|entry| entry.flags.iter().map(FlagId::to_string)))
            .collect();
        Self {
            schema: SCHEMA,
            as_of: assessment.as_of.day,
            client: known.client.id.clone(),
            name: known.client.name.clone(),
            language: known.client.language,
            stage: assessment.stage,
            standing: assessment.standing,
            score: assessment.score,
            since: assessment.rate.as_ref().map(|rate| rate.since),
            rate: assessment.rate.as_ref().map(|rate| RateView::of(rate, &names)),
            unread: Unread::default(),
            timeline: entries,
            stories: stories(&known, assessment),
            costs: Costs::of(&known, assessment.as_of.day),
            credits: known.credits.iter().map(CreditView::of).collect(),
            flags: names.only(ids.iter().map(String::as_str)),
        }
    }

    /// The rate in words, where there is one.
    pub fn rate_said(&self) -> Option<&Sentence> {
        self.rate.as_ref().map(|rate| &rate.said)
    }
}

fn stories(known: &Case, assessment: &Assessment) -> Vec<FlagStory> {
    let story = |flag: &FlagId, first: Date, incident: &IncidentId| {
        let mut later = known.decisions.iter().filter(|decision| decision.moment.day >= first);
        let answer = later.find(|decision| concerns(decision, flag, known));
        FlagStory {
            flag: flag.clone(),
            first,
            incident: incident.clone(),
            decision: answer.map(|decision| decision.kind),
            decided: answer.map(|decision| decision.moment.day),
            days: answer.map(|decision| (decision.moment.day - first).get_days()),
        }
    };
    let sightings = assessment.first_sightings.iter();
    let stories = sightings.map(|sighting| story(&sighting.flag, sighting.day, &sighting.incident));
    // What was first seen after the end is on file, and belongs to no decision any more.
    stories.filter(|story| assessment.stage != Stage::Closed || story.decision.is_some()).collect()
}

/// Whether a decision answers a red flag: it covers it or rests on an incident that shows it;
/// the end of the work answers all of them.
fn concerns(decision: &Decision, flag: &FlagId, known: &Case) -> bool {
    use DecisionKind::{Boundary, Close, Decline, Exit};
    match decision.kind {
        Exit | Close | Decline => true,
        Boundary => {
            let shows = |id: &IncidentId| {
                let mut incidents = known.incidents.iter();
                incidents.any(|incident| incident.id == *id && incident.flags.contains(flag))
            };
            decision.covers.contains(flag)
                || decision.because.iter().any(|cited| shows(&cited.incident))
        }
        _ => false,
    }
}

impl Costs {
    fn of(known: &Case, today: Date) -> Self {
        let counting = known.incidents.iter().filter(|one| one.status != Status::Dismissed);
        let unpaid = known.client.invoices.iter().filter(|invoice| {
            invoice.paid.is_none()
                && invoice.due.is_some_and(|due| due < today)
                && invoice.amount.amount.is_sign_positive()
        });
        Self {
            hours: counting.clone().filter_map(|incident| incident.hours).sum::<f64>().max(0.0),
            money: counting
                .filter_map(|incident| incident.cost)
                .filter(|cost| !cost.amount.is_zero())
                .collect(),
            unpaid: unpaid.map(|invoice| invoice.amount).collect(),
            nights: known.pulses.iter().filter(|pulse| pulse.sleep == Some(Sleep::Lost)).count(),
            pulses: known.pulses.len(),
        }
    }
}
