//! Credits, pulses, messages and exhibits.

use super::{Note, Record};
use crate::model::{
    Channel, Client, Credit, Direction, Exhibit, Manner, Message, Moment, Pulse, Sleep, Store,
};
use crate::note::body::link_target;
use crate::note::{Fault, Fields};
use crate::phrase::Phrase;

fn required_moment(client: &Client, fields: &mut Fields<'_, '_, '_>) -> Option<Moment> {
    if fields.get("date").is_none() {
        fields.missing("date");
    }
    fields.moment("date", &client.zone)
}

/// A good moment: the body says what went well.
pub(super) fn read_credit(
    note: &Note<'_>,
    client: &Client,
    fields: &mut Fields<'_, '_, '_>,
) -> Option<Record> {
    let moment = required_moment(client, fields)?;
    let text = note.parts.body.of(note.text).trim().to_owned();
    Some(Record::Credit(Credit { note: note.path.to_owned(), moment, text }))
}

/// A pulse: two numbers from 1 to 5.
pub(super) fn read_pulse(
    note: &Note<'_>,
    client: &Client,
    fields: &mut Fields<'_, '_, '_>,
) -> Option<Record> {
    let moment = required_moment(client, fields);
    let client_stress = read_stress("client-stress", fields);
    let work_stress = read_stress("work-stress", fields);
    let pulse = Pulse {
        note: note.path.to_owned(),
        moment: moment?,
        client_stress: client_stress?,
        work_stress: work_stress?,
        dread: fields.truth("dread"),
        sleep: fields.word("sleep", &Sleep::ALL, Sleep::as_str),
    };
    Some(Record::Pulse(pulse))
}

fn read_stress(key: &'static str, fields: &mut Fields<'_, '_, '_>) -> Option<u8> {
    if fields.get(key).is_none() {
        fields.missing(key);
    }
    fields.whole(key, 1, 5).and_then(|stress| u8::try_from(stress).ok())
}

/// A message; what it says is its body, which is looked at elsewhere for its manner.
pub(super) fn read_message(
    note: &Note<'_>,
    client: &Client,
    fields: &mut Fields<'_, '_, '_>,
) -> Option<Record> {
    let moment = fields.moment("date", &client.zone);
    if fields.get("date").is_none() {
        let kind = fields.get("type").map_or(fields.span(), |kind| kind.span());
        let hint = Phrase::new("undated-message-hint");
        fields.report(Fault::new("undated-message", kind).hinting(hint));
    }
    if fields.get("direction").is_none() {
        fields.missing("direction");
    }
    let direction = fields.word("direction", &Direction::ALL, Direction::as_str);
    let message = Message {
        note: note.path.to_owned(),
        moment: moment?,
        direction: direction?,
        channel: fields.word("channel", &Channel::ALL, Channel::as_str),
        subject: fields.text("subject").map(str::to_owned),
        asks: fields.truth("asks").unwrap_or(false),
        exhibit: fields.text("exhibit").map(|link| link_target(link).to_owned()),
        manner: Manner::default(),
    };
    Some(Record::Message(message))
}

/// An exhibit: the file it is about and that file's digest.
pub(super) fn read_exhibit(
    note: &Note<'_>,
    client: &Client,
    fields: &mut Fields<'_, '_, '_>,
) -> Option<Record> {
    let moment = required_moment(client, fields);
    for key in ["file", "sha256"] {
        if fields.get(key).is_none() {
            fields.missing(key);
        }
    }
    let exhibit = Exhibit {
        note: note.path.to_owned(),
        moment: moment?,
        file: fields.text("file")?.to_owned(),
        digest: fields.digest("sha256")?,
        size: fields.whole("size", 0, u64::MAX).unwrap_or(0),
        origin: fields.text("origin").map(str::to_owned),
        by: fields.text("acquired-by").map(str::to_owned),
        store: fields.word("store", &Store::ALL, Store::as_str).unwrap_or_default(),
        kept_at: fields.text("kept-at").map(str::to_owned),
    };
    Some(Record::Exhibit(exhibit))
}
