//! Incidents: one in a note, or several in its list `incidents:`.

use super::{Note, Record};
use crate::model::{Channel, Client, FlagId, Incident, IncidentId, Moment, Severity, Status};
use crate::note::body::{link_target, observed_and_reading};
use crate::note::{Fault, Fields};
use crate::phrase::Phrase;

/// The note as one incident; `None` where it has no date that can be read.
pub(super) fn read_single(
    note: &Note<'_>,
    client: &Client,
    fields: &mut Fields<'_, '_, '_>,
) -> Option<Record> {
    let id = IncidentId::new(note.stem());
    let mut incident = read_incident(note, client, fields, id, None)?;
    let (observed, reading) = observed_and_reading(note.text, note.parts.body);
    incident.observed = observed;
    incident.reading = reading;
    Some(Record::Incidents(vec![incident]))
}

/// The items of `incidents:`; a date of the note holds for items without one.
pub(super) fn read_list(
    note: &Note<'_>,
    client: &Client,
    fields: &mut Fields<'_, '_, '_>,
) -> Record {
    let inherited = fields.moment("date", &client.zone);
    let mut incidents = Vec::new();
    for (position, item) in fields.maps("incidents").into_iter().enumerate() {
        let mut faults = Vec::new();
        let mut of_item = Fields::new(item, &mut faults);
        of_item.check_keys(crate::note::Kind::Incident.keys());
        let id = match of_item.text("id") {
            Some(id) => IncidentId::new(id),
            None => IncidentId::new(format!("{}#{}", note.stem(), position + 1)),
        };
        if let Some(mut incident) = read_incident(note, client, &mut of_item, id, inherited) {
            incident.observed = of_item.text("observed").unwrap_or_default().to_owned();
            incident.reading = of_item.text("reading").map(str::to_owned);
            incidents.push(incident);
        }
        faults.into_iter().for_each(|fault| fields.report(fault));
    }
    Record::Incidents(incidents)
}

fn read_incident(
    note: &Note<'_>,
    client: &Client,
    fields: &mut Fields<'_, '_, '_>,
    id: IncidentId,
    inherited: Option<Moment>,
) -> Option<Incident> {
    let moment = match fields.get("date") {
        Some(_) => fields.moment("date", &client.zone),
        None if inherited.is_none() => {
            fields.missing("date");
            None
        }
        None => inherited,
    };
    if fields.get("flags").is_none() {
        fields.missing("flags");
    }
    let flags = read_flags(fields);
    let severity = fields.word("severity", &Severity::ALL, Severity::as_str);
    if severity.is_none() && fields.get("severity").is_none() {
        fields.missing("severity");
    }
    Some(Incident {
        id,
        note: note.path.to_owned(),
        moment: moment?,
        flags,
        severity: severity.unwrap_or(Severity::Medium),
        status: fields.word("status", &Status::ALL, Status::as_str).unwrap_or_default(),
        channel: fields.word("channel", &Channel::ALL, Channel::as_str),
        quote: fields.text("quote").map(str::to_owned),
        evidence: fields
            .texts("evidence")
            .into_iter()
            .map(|(value, _)| link_target(value).to_owned())
            .collect(),
        hours: fields.number("hours"),
        cost: fields.money("cost", client.currency),
        our_part: fields.text("our-part").map(str::to_owned),
        observed: String::new(),
        reading: None,
    })
}

/// The flags, each once, in the order of the note.
fn read_flags(fields: &mut Fields<'_, '_, '_>) -> Vec<FlagId> {
    let mut flags: Vec<FlagId> = Vec::new();
    for (name, span) in fields.texts("flags") {
        let flag = FlagId::new(link_target(name));
        if flags.contains(&flag) {
            fields.report(
                Fault::new("repeated-flag", span)
                    .saying(Phrase::new("repeated-flag").with("flag", name))
                    .hinting(Phrase::new("repeated-flag-hint")),
            );
        } else {
            flags.push(flag);
        }
    }
    flags
}
