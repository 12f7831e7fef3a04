//! Everything dated about a client, in order.

use jiff::civil::Date;
use serde::Serialize;

use super::records::plain;
use super::{Names, OnFile, SCHEMA, Sentence, Unread};
use crate::assess::{Assessment, Catalogue};
use crate::locale::{deed, word};
use crate::model::{
    Case, ClientId, DecisionKind, Direction, FlagId, Incident, Invoice, Moment, Severity, Sleep,
    Status,
};
use crate::phrase::Phrase;

/// Everything dated about a client, in order.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimelineView {
    /// The number of this shape.
    pub schema: u32,
    /// The day it holds for.
    pub as_of: Date,
    /// The client's id.
    pub client: ClientId,
    /// What they are called.
    pub name: String,
    /// What could not be read, and so may not count.
    pub unread: Unread,
    /// Where the answer about a past day comes from; `null` where it is about today.
    pub on_file: Option<OnFile>,
    /// What happened, oldest first.
    pub entries: Vec<TimelineEntry>,
    /// What the red flags that occur are called.
    pub flags: Names,
}

/// Something dated.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct TimelineEntry {
    /// When.
    pub date: Moment,
    /// `signed`, `invoice-issued`, `invoice-due`, `invoice-paid`, `message`, `credit`, `pulse`,
    /// `incident`, `derived`, `exhibit`, `decision`.
    pub kind: &'static str,
    /// What it was, in words.
    pub title: Sentence,
    /// More about it in the words of the note; empty where there are none.
    pub text: String,
    /// Whether the text is what the client said.
    pub quoted: bool,
    /// Its red flags.
    pub flags: Vec<FlagId>,
    /// How bad it was.
    pub severity: Option<Severity>,
    /// How sure the user is.
    pub status: Option<Status>,
    /// What was decided.
    pub decision: Option<DecisionKind>,
    /// The note, or the number of the invoice.
    pub source: String,
}

impl TimelineView {
    /// The timeline of a case, as it was known at the moment of the assessment.
    pub fn of(case: &Case, catalogue: &Catalogue, assessment: &Assessment) -> Self {
        let names = Names::all(catalogue);
        let known = assessment.as_of.known(case);
        let mut entries = Vec::new();
        let mut push = |entry: Draft| entries.push(entry.done(&names));
        agreement(&known).for_each(&mut push);
        known.incidents.iter().map(Draft::incident).for_each(&mut push);
        observations(&known).for_each(&mut push);
        decisions(&known).for_each(&mut push);
        for derived in &assessment.derived {
            let title = Phrase::new("timeline-derived").with("flag", derived.flag.as_str());
            let mut draft = Draft::new(derived.moment, "derived", title, &derived.source);
            draft.flags = vec![derived.flag.clone()];
            draft.severity = Some(derived.severity);
            draft.status = Some(derived.status);
            draft.fact = Some(derived.fact.clone());
            push(draft);
        }
        entries.sort_by_key(|entry: &TimelineEntry| entry.date);
        entries.retain(|entry| entry.date.day <= assessment.as_of.day);
        let ids = entries.iter().flat_map(|entry| &entry.flags).map(FlagId::as_str);
        let flags = names.only(ids);
        Self {
            schema: SCHEMA,
            as_of: assessment.as_of.day,
            client: known.client.id.clone(),
            name: known.client.name.clone(),
            unread: Unread::default(),
            on_file: None,
            entries,
            flags,
        }
    }
}

/// An entry before its phrases become sentences.
struct Draft {
    date: Moment,
    kind: &'static str,
    title: Phrase,
    fact: Option<Phrase>,
    text: String,
    quoted: bool,
    flags: Vec<FlagId>,
    severity: Option<Severity>,
    status: Option<Status>,
    decision: Option<DecisionKind>,
    source: String,
}

impl Draft {
    fn new(date: Moment, kind: &'static str, title: Phrase, source: &str) -> Self {
        Self {
            date,
            kind,
            title,
            fact: None,
            text: String::new(),
            quoted: false,
            flags: Vec::new(),
            severity: None,
            status: None,
            decision: None,
            source: source.to_owned(),
        }
    }

    fn saying(self, text: &str) -> Self {
        Self { text: plain(text), ..self }
    }

    fn incident(incident: &Incident) -> Self {
        let title = Phrase::new("timeline-incident")
            .with("severity", word(incident.severity))
            .with("status", word(incident.status));
        let quote = incident.quote.as_deref().map(str::trim);
        let text = quote.unwrap_or_else(|| first_paragraph(&incident.observed));
        Self {
            quoted: quote.is_some(),
            flags: incident.flags.clone(),
            severity: Some(incident.severity),
            status: Some(incident.status),
            ..Self::new(incident.moment, "incident", title, &incident.note).saying(text)
        }
    }

    fn done(self, names: &Names) -> TimelineEntry {
        // A derived incident's words are its fact.
        let title = self.fact.unwrap_or(self.title);
        TimelineEntry {
            date: self.date,
            kind: self.kind,
            title: Sentence::of(&title, names),
            text: self.text,
            quoted: self.quoted,
            flags: self.flags,
            severity: self.severity,
            status: self.status,
            decision: self.decision,
            source: self.source,
        }
    }
}

fn first_paragraph(text: &str) -> &str {
    text.split("\n\n").next().unwrap_or(text)
}

fn agreement(known: &Case) -> impl Iterator<Item = Draft> + '_ {
    let client = &known.client;
    let on = |day| Moment::on_day(day, &client.zone);
    let signed = client.signed.map(|day| {
        Draft::new(on(day), "signed", Phrase::new("timeline-signed"), client.id.as_str())
    });
    let of_invoice = move |invoice: &Invoice| {
        let entry = |day, kind| {
            let title = Phrase::new(match kind {
                "invoice-issued" => "timeline-invoice-issued",
                "invoice-due" => "timeline-invoice-due",
                _ => "timeline-invoice-paid",
            })
            .with("invoice", invoice.id.as_str())
            .with("amount", invoice.amount);
            Draft::new(on(day), kind, title, &invoice.id)
        };
        let late = invoice.due.filter(|due| invoice.paid.is_none_or(|paid| paid > *due));
        let issued = invoice.issued.map(|day| entry(day, "invoice-issued"));
        let due = late.map(|day| entry(day, "invoice-due"));
        let paid = invoice.paid.map(|day| entry(day, "invoice-paid"));
        [issued, due, paid].into_iter().flatten()
    };
    signed.into_iter().chain(client.invoices.iter().flat_map(of_invoice))
}

fn observations(known: &Case) -> impl Iterator<Item = Draft> + '_ {
    let messages = known.messages.iter().map(|message| {
        let title = Phrase::new(match (message.direction, message.asks) {
            (Direction::Incoming, true) => "timeline-message-asks",
            (Direction::Incoming, false) => "timeline-message-in",
            (Direction::Outgoing, _) => "timeline-message-out",
        });
        let title = title.with("channel", channel(message.channel));
        let subject = message.subject.as_deref().unwrap_or_default();
        Draft::new(message.moment, "message", title, &message.note).saying(subject)
    });
    let credits = known.credits.iter().map(|credit| {
        Draft::new(credit.moment, "credit", Phrase::new("timeline-credit"), &credit.note)
            .saying(&credit.text)
    });
    let pulses = known.pulses.iter().map(|pulse| {
        let title = Phrase::new(match pulse.sleep {
            Some(Sleep::Lost) => "timeline-pulse-sleepless",
            _ => "timeline-pulse",
        })
        .with("client", i64::from(pulse.client_stress))
        .with("work", i64::from(pulse.work_stress));
        Draft::new(pulse.moment, "pulse", title, &pulse.note)
    });
    let exhibits = known.exhibits.iter().map(|exhibit| {
        let title = Phrase::new("timeline-exhibit").with("file", exhibit.file.as_str());
        let origin = exhibit.origin.as_deref().unwrap_or_default();
        Draft::new(exhibit.moment, "exhibit", title, &exhibit.note).saying(origin)
    });
    messages.chain(credits).chain(pulses).chain(exhibits)
}

fn channel(channel: Option<crate::model::Channel>) -> Phrase {
    channel.map_or(Phrase::new("timeline-message-any"), crate::locale::by_channel)
}

fn decisions(known: &Case) -> impl Iterator<Item = Draft> + '_ {
    known.decisions.iter().map(|decision| {
        let title = Phrase::new("timeline-decision").with("deed", deed(decision.kind));
        let text = decision.statement.as_deref().unwrap_or(&decision.reason);
        Draft {
            flags: decision.covers.clone(),
            decision: Some(decision.kind),
            ..Draft::new(decision.moment, "decision", title, &decision.note).saying(text)
        }
    })
}
