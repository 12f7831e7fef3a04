//! The red-flag report of one client.

use std::collections::{BTreeMap, BTreeSet};

use jiff::Timestamp;
use jiff::civil::Date;
use serde::Serialize;

use super::assumed::assumed;
use super::sentence::hours_named;
use super::{
    Arithmetic, BoundaryView, ChangeView, CreditView, DecisionView, DerivedView, DueView, FlagName,
    IncidentView, Names, OnFile, Outlook, RateView, SCHEMA, ScorePoint, Sentence, Unread,
};
use crate::assess::{Assessment, Catalogue, Explanation};
use crate::model::{
    Case, Channel, Client, ClientId, FlagId, IncidentId, Language, Moment, Settings, Stage,
    Standing, Status,
};
use crate::phrase::Phrase;

/// The red-flag report of one client.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ReportView {
    /// The number of this shape.
    pub schema: u32,
    /// The day it holds for.
    pub as_of: Date,
    /// The instant it holds for.
    pub at: Timestamp,
    /// The client's id.
    pub client: ClientId,
    /// What they are called.
    pub name: String,
    /// The language of documents for them.
    pub language: Language,
    /// Who they are.
    pub details: Details,
    /// Where the relationship is.
    pub stage: Stage,
    /// What could not be read, and so may not count.
    pub unread: Unread,
    /// Where the answer about a past day comes from; `null` where it is about today.
    pub on_file: Option<OnFile>,
    /// What is taken for values of incidents that could not be read.
    pub assumed: Vec<Sentence>,
    /// Whether nothing at all is on file: no incident, fact, boundary, good moment or due.
    pub empty: bool,
    /// What the standing means, in one sentence.
    pub meaning: Sentence,
    /// How the score comes about.
    #[serde(flatten)]
    pub arithmetic: Arithmetic,
    /// Incidents that notes tell, oldest first, dismissed ones included.
    pub incidents: Vec<IncidentView>,
    /// Incidents that facts make.
    pub derived: Vec<DerivedView>,
    /// Good moments.
    pub credits: Vec<CreditView>,
    /// Decisions.
    pub decisions: Vec<DecisionView>,
    /// Boundaries.
    pub boundaries: Vec<BoundaryView>,
    /// Differences from the client's own past.
    pub changes: Vec<ChangeView>,
    /// Incidents per month of engagement.
    pub rate: Option<RateView>,
    /// Where each red flag was seen first.
    pub first_sightings: Vec<SightingView>,
    /// How often each red flag was seen, most often first.
    pub counts: Vec<FlagCount>,
    /// Suspected incidents to ask about.
    pub to_verify: Vec<VerifyView>,
    /// What is due.
    pub due: Vec<DueView>,
    /// What would change the standing.
    pub outlook: Outlook,
    /// The score over time; empty where the caller asks for none.
    pub history: Vec<ScorePoint>,
    /// What the red flags that occur are called.
    pub flags: Names,
}

/// Who a client is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Details {
    /// The person the user deals with.
    pub contact: Option<String>,
    /// The person who decides.
    pub decision_maker: Option<String>,
    /// The platform the work runs on.
    pub platform: Option<String>,
    /// The day the agreement began.
    pub signed: Option<Date>,
    /// The agreed hours.
    pub hours: Option<FlagName>,
    /// The channel used most with them.
    pub channel: Option<Channel>,
}

/// Where a red flag was seen first.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SightingView {
    /// The red flag.
    pub flag: FlagId,
    /// The day.
    pub date: Date,
    /// The incident.
    pub incident: IncidentId,
}

/// How often a red flag was seen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FlagCount {
    /// The red flag.
    pub flag: FlagId,
    /// Incidents, dismissed ones left out and derived ones counted.
    pub count: usize,
}

/// A suspected incident to ask about.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VerifyView {
    /// The incident.
    pub incident: IncidentId,
    /// When it happened.
    pub date: Moment,
    /// Its red flags.
    pub flags: Vec<FlagId>,
}

/// The reports of several clients.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct ReportsView<'r> {
    /// The number of this shape.
    pub schema: u32,
    /// The reports, sorted by client.
    pub reports: &'r [ReportView],
}

impl<'r> ReportsView<'r> {
    /// The view of these reports.
    pub const fn of(reports: &'r [ReportView]) -> Self {
        Self { schema: SCHEMA, reports }
    }
}

impl ReportView {
    /// The report of a case; `assessment` and `explanation` are of the same case and moment.
    pub fn of(
        case: &Case,
        catalogue: &Catalogue,
        settings: &Settings,
        assessment: &Assessment,
        explanation: &Explanation,
        history: Vec<ScorePoint>,
    ) -> Self {
        let names = Names::all(catalogue);
        let as_of = assessment.as_of;
        let known = as_of.known(case);
        let derived = &assessment.derived;
        let due: Vec<DueView> =
            assessment.dues.iter().map(|due| DueView::of(due, as_of.day, &names)).collect();
        let empty = known.incidents.is_empty()
            && derived.is_empty()
            && known.credits.is_empty()
            && known.decisions.is_empty()
            && due.is_empty();
        let view = Self {
            schema: SCHEMA,
            as_of: as_of.day,
            at: as_of.at,
            client: known.client.id.clone(),
            name: known.client.name.clone(),
            language: known.client.language,
            details: Details::of(&known.client),
            stage: assessment.stage,
            unread: Unread::default(),
            on_file: None,
            assumed: assumed(&known),
            empty,
            meaning: Sentence::of(&meaning(assessment), &names),
            arithmetic: Arithmetic::of(assessment, &settings.score, &names),
            incidents: known.incidents.iter().map(IncidentView::of).collect(),
            derived: derived.iter().map(|derived| DerivedView::of(derived, &names)).collect(),
            credits: known.credits.iter().map(CreditView::of).collect(),
            decisions: known.decisions.iter().map(DecisionView::of).collect(),
            boundaries: assessment
                .boundaries
                .iter()
                .map(|boundary| BoundaryView::of(boundary, &known, &names))
                .collect(),
            changes: assessment
                .changes
                .iter()
                .map(|change| ChangeView::of(change, &names))
                .collect(),
            rate: assessment.rate.as_ref().map(|rate| RateView::of(rate, &names)),
            first_sightings: assessment
                .first_sightings
                .iter()
                .map(|sighting| SightingView {
                    flag: sighting.flag.clone(),
                    date: sighting.day,
                    incident: sighting.incident.clone(),
                })
                .collect(),
            counts: counts(&known, assessment),
            to_verify: to_verify(&known, assessment),
            due,
            outlook: outlook(assessment, explanation, &names),
            history,
            flags: Names::default(),
        };
        let flags = names.only(view.mentioned().iter().map(FlagId::as_str));
        Self { flags, ..view }
    }

    /// The red flags that occur.
    fn mentioned(&self) -> BTreeSet<FlagId> {
        let mut ids: BTreeSet<FlagId> = BTreeSet::new();
        ids.extend(self.arithmetic.terms.iter().map(|term| term.flag.clone()));
        ids.extend(self.incidents.iter().flat_map(|incident| incident.flags.iter().cloned()));
        ids.extend(self.derived.iter().map(|derived| derived.flag.clone()));
        ids.extend(self.boundaries.iter().flat_map(|boundary| boundary.covers.iter().cloned()));
        ids.extend(self.first_sightings.iter().map(|sighting| sighting.flag.clone()));
        ids
    }
}

impl Details {
    /// Who a client is.
    pub fn of(client: &Client) -> Self {
        Self {
            contact: client.contact.clone(),
            decision_maker: client.decision_maker.clone(),
            platform: client.platform.clone(),
            signed: client.signed,
            hours: client.hours.as_ref().map(|hours| hours_named(&hours.to_string())),
            channel: client.channel,
        }
    }
}

/// What the standing means now: what was decided about it comes first, then a deal-breaker.
pub(super) fn meaning(assessment: &Assessment) -> Phrase {
    match (assessment.stage, &assessment.deal_breaker) {
        (Stage::Leaving, _) => Phrase::new("report-meaning-leaving"),
        (Stage::Told, _) => Phrase::new("report-meaning-told"),
        (Stage::Closed, _) => Phrase::new("report-meaning-closed"),
        (Stage::Declined, _) => Phrase::new("report-meaning-declined"),
        (Stage::Prospect | Stage::Engaged | Stage::OnNotice, Some(breaker)) => {
            Phrase::new("report-meaning-deal-breaker")
                .with("flag", breaker.flag.as_str())
                .with("date", breaker.day)
        }
        (Stage::Prospect | Stage::Engaged | Stage::OnNotice, None) => {
            Phrase::new(match assessment.standing {
                Standing::Clear => "report-meaning-clear",
                Standing::Watch => "report-meaning-watch",
                Standing::Boundary => "report-meaning-boundary",
                Standing::Exit => "report-meaning-exit",
            })
        }
    }
}

/// What would change the standing; of a case that is over nothing is said.
pub(super) fn outlook(
    assessment: &Assessment,
    explanation: &Explanation,
    names: &Names,
) -> Outlook {
    let mut outlook = Outlook::of(explanation, names);
    if assessment.stage.is_over() {
        outlook.said.clear();
    }
    outlook
}

fn counts(known: &Case, assessment: &Assessment) -> Vec<FlagCount> {
    let mut counts: BTreeMap<&FlagId, usize> = BTreeMap::new();
    let noted = known.incidents.iter().filter(|incident| incident.status != Status::Dismissed);
    for flag in noted.flat_map(|incident| &incident.flags) {
        *counts.entry(flag).or_default() += 1;
    }
    for derived in &assessment.derived {
        *counts.entry(&derived.flag).or_default() += 1;
    }
    let mut counts: Vec<FlagCount> =
        counts.into_iter().map(|(flag, count)| FlagCount { flag: flag.clone(), count }).collect();
    counts.sort_by_key(|one| std::cmp::Reverse(one.count));
    counts
}

fn to_verify(known: &Case, assessment: &Assessment) -> Vec<VerifyView> {
    let suspected = assessment.to_verify.iter().filter_map(|id| {
        let incident = known.incidents.iter().find(|incident| incident.id == *id)?;
        Some(VerifyView {
            incident: incident.id.clone(),
            date: incident.moment,
            flags: incident.flags.clone(),
        })
    });
    suspected.collect()
}
