//! Decisions, as the tool writes them.

use jiff::tz::TimeZone;

use super::{Note, Record};
use crate::model::{
    Channel, Cited, Client, Decision, DecisionId, DecisionKind, Digest, FlagId, IncidentId,
    Standing, Told,
};
use crate::note::Fields;
use crate::note::body::{incident_target, link_target};

/// A decision; `None` where its kind or its date cannot be read.
pub(super) fn read_decision(
    note: &Note<'_>,
    client: &Client,
    fields: &mut Fields<'_, '_, '_>,
) -> Option<Record> {
    for key in ["kind", "date"] {
        if fields.get(key).is_none() {
            fields.missing(key);
        }
    }
    let kind = fields.word("kind", &DecisionKind::ALL, DecisionKind::as_str);
    let moment = fields.moment("date", &client.zone);
    let prev = fields.digests("prev");
    let decision = Decision {
        id: DecisionId::new(note.stem()),
        client: client.id.clone(),
        note: note.path.to_owned(),
        digest: Digest::of(note.text.as_bytes()),
        kind: kind?,
        moment: moment?,
        prev,
        anchor: fields.digest("anchor"),
        by: fields.text("by").map(str::to_owned),
        standing: fields.word("standing", &Standing::ALL, Standing::as_str),
        score: fields.number("score"),
        because: read_because(fields),
        statement: fields.text("statement").map(str::to_owned),
        covers: fields
            .texts("covers")
            .into_iter()
            .map(|(flag, _)| FlagId::new(link_target(flag)))
            .collect(),
        told: read_told(fields, &client.zone),
        consequence: fields.text("consequence").map(str::to_owned),
        review_by: fields.date("review-by"),
        supersedes: fields.text("supersedes").map(|id| DecisionId::new(link_target(id))),
        left_open: fields.texts("left-open").into_iter().map(|(name, _)| name.to_owned()).collect(),
        cooling_off_waived: fields.text("cooling-off") == Some("waived"),
        reason: note.parts.body.of(note.text).trim().to_owned(),
    };
    Some(Record::Decision(Box::new(decision)))
}

fn read_because(fields: &mut Fields<'_, '_, '_>) -> Vec<Cited> {
    let mut cited = Vec::new();
    for item in fields.maps("because") {
        let mut faults = Vec::new();
        let mut of_item = Fields::new(item, &mut faults);
        match of_item.text("incident") {
            Some(id) => cited.push(Cited {
                incident: IncidentId::new(incident_target(id)),
                note: of_item.text("note").map(str::to_owned),
                digest: of_item.digest("digest"),
            }),
            None => of_item.missing("incident"),
        }
        faults.into_iter().for_each(|fault| fields.report(fault));
    }
    cited
}

fn read_told(fields: &mut Fields<'_, '_, '_>, zone: &TimeZone) -> Option<Told> {
    let map = fields.map("told")?;
    let mut faults = Vec::new();
    let mut told = Fields::new(map, &mut faults);
    if told.get("on").is_none() {
        told.missing("on");
    }
    let on = told.moment("on", zone);
    let how = told.word("how", &Channel::ALL, Channel::as_str);
    let evidence = told.text("evidence").map(|value| link_target(value).to_owned());
    faults.into_iter().for_each(|fault| fields.report(fault));
    let on = on?;
    Some(Told { on: on.day, time: on.time, how, evidence })
}
