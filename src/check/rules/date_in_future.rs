//! `date-in-future`: a note says that something happened on a day that has not come.

use jiff::{SignedDuration, Timestamp};

use crate::check::{Finds, Rule, Surroundings};
use crate::finding::Level;
use crate::model::{Client, Moment};
use crate::note::{Fault, Node, Note, Record, Recorded, parse_moment};
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "date-in-future",
    level: Level::Warning,
    why: "`date` is the moment the thing happened. One that has not come is nearly always the \
          wrong year or month, and the note counts for nothing until then.",
    finds: Finds::InNote(find),
};

/// Clocks differ between zones and machines; a note of tomorrow is let pass.
pub(crate) const LEEWAY: SignedDuration = SignedDuration::from_hours(24);

fn find(
    note: &Note<'_>,
    recorded: &Recorded,
    client: &Client,
    surroundings: &Surroundings<'_>,
    faults: &mut Vec<Fault>,
) {
    let limit = surroundings.now.saturating_add(LEEWAY).unwrap_or(Timestamp::MAX);
    let late = |moment: &Moment| moment.at > limit;
    let recorded_late = match &recorded.record {
        Record::Decision(decision) => late(&decision.moment),
        Record::Credit(credit) => late(&credit.moment),
        Record::Pulse(pulse) => late(&pulse.moment),
        Record::Message(message) => late(&message.moment),
        Record::Exhibit(exhibit) => late(&exhibit.moment),
        Record::Client
        | Record::Flag(_)
        | Record::Lessons(_)
        | Record::Plan(_)
        | Record::Draft(_)
        | Record::Text => false,
    };
    if !recorded_late && !recorded.incidents.iter().any(|incident| late(&incident.moment)) {
        return;
    }
    let Some(root) = note.root() else { return };
    let items = root.get("incidents").into_iter().flat_map(Node::items);
    for map in std::iter::once(root).chain(items) {
        let Some(value) = map.get("date") else { continue };
        let moment = value.text().and_then(|text| parse_moment(text, &client.zone));
        if let Some(moment) = moment.filter(late) {
            faults.push(
                Fault::new("date-in-future", value.span())
                    .saying(Phrase::new("date-in-future").with("date", moment.day))
                    .hinting(Phrase::new("date-in-future-hint")),
            );
        }
    }
}
