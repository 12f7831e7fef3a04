//! Silences: a message that asks, and the first answer after it.

use jiff::civil::Date;

use crate::model::{Direction, Message, Moment, Period};

/// An outgoing message that asks, and what came back; further ones that ask before the answer
/// belong to the same silence.
#[derive(Clone, Copy, Debug)]
pub(super) struct Silence<'a> {
    /// The first message that asks.
    pub(super) asked: &'a Message,
    /// The answer, if there is one.
    pub(super) answered: Option<&'a Message>,
}

impl Silence<'_> {
    /// The last day for an answer.
    pub(super) fn limit(&self, reply_within: Period) -> Date {
        reply_within.after(self.asked.moment.day)
    }

    /// Whether a day lies in it: after the day of asking, up to the day of the answer.
    pub(super) fn holds(&self, day: Date) -> bool {
        self.asked.moment.day < day && self.answered.is_none_or(|answer| day <= answer.moment.day)
    }
}

/// Every silence in messages that are sorted by moment, oldest first.
pub(super) fn silences(messages: &[Message]) -> Vec<Silence<'_>> {
    let incoming: Vec<&Message> =
        messages.iter().filter(|message| message.direction == Direction::Incoming).collect();
    let mut silences: Vec<Silence<'_>> = Vec::new();
    for asked in messages {
        if asked.direction != Direction::Outgoing || !asked.asks {
            continue;
        }
        let still = silences.last().is_some_and(|last| {
            last.answered.is_none_or(|answer| answers(asked.moment, answer.moment))
        });
        if !still {
            let from = incoming.partition_point(|answer| answer.moment.day < asked.moment.day);
            let answered = incoming
                .iter()
                .skip(from)
                .copied()
                .find(|answer| answers(asked.moment, answer.moment));
            silences.push(Silence { asked, answered });
        }
    }
    silences
}

/// Whether a message at `answer` can answer one at `asked`; on the same day it is taken to,
/// unless the times say otherwise.
fn answers(asked: Moment, answer: Moment) -> bool {
    answer.day > asked.day
        || answer.day == asked.day
            && (asked.time.is_none() || answer.time.is_none() || answer.at > asked.at)
}
