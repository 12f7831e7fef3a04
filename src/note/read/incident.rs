//! Incidents: one in a note, or several in its list `incidents:`.

use super::Note;
use crate::model::{
    Assumed, Channel, Client, FlagId, Incident, IncidentId, Moment, Severity, Status,
};
use crate::note::body::{link_target, observed_and_reading};
use crate::note::value::shortened;
use crate::note::{Fault, Fields, Kind};
use crate::phrase::Phrase;

/// The note as one incident; `None` where it has no date that can be read.
pub(super) fn read_single(
    note: &Note<'_>,
    client: &Client,
    fields: &mut Fields<'_, '_, '_>,
) -> Option<Incident> {
    let id = IncidentId::new(fields.text("id").unwrap_or(note.stem()));
    let mut incident = read_incident(note, client, fields, id, None)?;
    let (observed, reading) = observed_and_reading(note.text, note.parts.body);
    incident.observed = observed;
    incident.reading = reading;
    Some(incident)
}

/// The keys of an incident that a note with a list `incidents:` has on its items instead; its
/// `date` holds for all of them.
const OF_ITEMS: [&str; 12] = [
    "flags", "severity", "status", "channel", "quote", "evidence", "hours", "cost", "our-part",
    "id", "observed", "reading",
];

/// Whether the note lists incidents; an empty list is none.
pub(super) fn has_list(fields: &Fields<'_, '_, '_>) -> bool {
    fields.get("incidents").is_some_and(|node| !node.is_list() || node.items().next().is_some())
}

/// The items of `incidents:`; a date of the note holds for items without one.
pub(super) fn read_list(
    note: &Note<'_>,
    client: &Client,
    fields: &mut Fields<'_, '_, '_>,
) -> Vec<Incident> {
    if note.kind == Some(Kind::Incident) {
        for key in OF_ITEMS {
            fields.unread(key, Phrase::new("unknown-key-of-item"));
        }
    }
    let inherited = fields.moment("date", &client.zone);
    let mut incidents = Vec::new();
    for (position, item) in fields.maps("incidents").into_iter().enumerate() {
        let mut faults = Vec::new();
        let mut of_item = Fields::new(item, &mut faults);
        of_item.check_keys(Kind::Incident.keys());
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
    incidents
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
    let status = fields.word("status", &Status::ALL, Status::as_str);
    let written = |key| fields.get(key).map(|node| shortened(node.text().unwrap_or("[…]")));
    let mut assumed = Vec::new();
    if severity.is_none() {
        assumed.push(Assumed::Severity(written("severity"), Severity::Medium));
    }
    if let (None, Some(written)) = (status, written("status")) {
        assumed.push(Assumed::Status(written, Status::default()));
    }
    Some(Incident {
        id,
        note: note.path.to_owned(),
        moment: moment?,
        flags,
        severity: severity.unwrap_or(Severity::Medium),
        status: status.unwrap_or_default(),
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
        assumed,
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
