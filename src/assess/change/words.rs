//! What their messages say: which an incident came from, greetings, *tu* and *vous*.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::figures::shares;
use super::{Change, Compared};
use crate::assess::AsOf;
use crate::model::{Case, Channel, Direction, Message, Pronoun, Status};

/// The share of incoming messages that an incident cites: by its exhibit in `evidence`, by a link
/// in what was observed, or in the message note itself.
pub(super) fn cited_messages(known: &Case, as_of: AsOf) -> Option<Change> {
    let cited = cited(known);
    let is_cited = |message: &Message| {
        let exhibit = message.exhibit.as_deref();
        cited.contains(name(&message.note)) || exhibit.is_some_and(|it| cited.contains(name(it)))
    };
    let messages: Vec<(Date, bool)> =
        incoming(known).map(|message| (message.moment.day, is_cited(message))).collect();
    shares(Compared::CitedMessages, &messages, as_of)
}

/// The share of incoming messages with text that begin with a greeting. In a chat few lines do,
/// so that a move from mail to chat would look like a loss.
pub(super) fn greetings(known: &Case, as_of: AsOf) -> Option<Change> {
    let messages: Vec<(Date, bool)> = incoming(known)
        .filter(|message| message.channel != Some(Channel::Chat))
        .filter_map(|message| Some((message.moment.day, message.manner.greets?)))
        .collect();
    shares(Compared::Greetings, &messages, as_of)
}

/// The share of *tu* among incoming messages that say *tu* or *vous*.
pub(super) fn pronouns(known: &Case, as_of: AsOf) -> Option<Change> {
    let messages: Vec<(Date, bool)> = incoming(known)
        .filter_map(|message| Some((message.moment.day, message.manner.pronoun? == Pronoun::Tu)))
        .collect();
    shares(Compared::Pronoun, &messages, as_of)
}

fn incoming(known: &Case) -> impl Iterator<Item = &Message> {
    known.messages.iter().filter(|message| message.direction == Direction::Incoming)
}

/// The names of files that incidents cite or stand in, those that were dismissed left out.
fn cited(known: &Case) -> BTreeSet<&str> {
    let counted = known.incidents.iter().filter(|one| one.status != Status::Dismissed);
    counted
        .flat_map(|incident| {
            let evidence = incident.evidence.iter().map(String::as_str);
            evidence.chain(links(&incident.observed)).chain([incident.note.as_str()])
        })
        .map(name)
        .collect()
}

/// The targets of the wikilinks in a text.
fn links(text: &str) -> impl Iterator<Item = &str> {
    text.split("[[").skip(1).filter_map(|rest| {
        let (inner, _) = rest.split_once("]]")?;
        inner.split(['|', '#']).next()
    })
}

/// A file's name without its folder and `.md`.
fn name(path: &str) -> &str {
    let name = path.trim().rsplit('/').next().unwrap_or_default();
    name.strip_suffix(".md").unwrap_or(name)
}
