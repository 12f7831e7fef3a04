//! The client's recent period against their own earlier one (R6).
//!
//! Owns: which differences are worth a word. Silent with too little data, and where a difference
//! this large is no surprise.

mod facts;
mod figures;
#[cfg(test)]
mod tests;
mod words;

use super::AsOf;
use super::occurrence::Occurrence;
use crate::model::Case;
use crate::phrase::Phrase;

/// A difference from the client's own past that is hardly luck.
#[derive(Clone, Debug, PartialEq)]
pub struct Change {
    /// What differs.
    pub what: Compared,
    /// Which way.
    pub course: Course,
    /// The earlier period.
    pub earlier: Measure,
    /// The last 90 days, or the last six messages where those are more.
    pub recent: Measure,
    /// The chance that luck alone makes a difference this large or larger, at most 0.05.
    pub chance: f64,
}

/// What is compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Compared {
    /// Incidents per month, dismissed ones left out.
    Incidents,
    /// The share of their messages that arrive outside the agreed hours.
    OutOfHours,
    /// Hours until they answer a message that asks.
    ReplyDelay,
    /// The share of their messages that an incident came from, dismissed ones left out.
    CitedMessages,
    /// The share of their messages that begin with a greeting; chats are left out.
    Greetings,
    /// The share of their French messages that say *tu*, of those that say *tu* or *vous*.
    Pronoun,
}

/// Whether the recent period has more or less of what is counted.
#[derive(Clone, Copy)]
enum Turn {
    More,
    Fewer,
}

/// Which way something went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Course {
    /// It got worse.
    Worse,
    /// It got better.
    Better,
    /// It became different, which is neither by itself.
    Neither,
}

impl Compared {
    /// What it means that there is more of it, or less.
    const fn course(self, turn: Turn) -> Course {
        match (self, turn) {
            (Self::Pronoun, _) => Course::Neither,
            (Self::Greetings, Turn::Fewer) => Course::Worse,
            (Self::Greetings, Turn::More) => Course::Better,
            (_, Turn::More) => Course::Worse,
            (_, Turn::Fewer) => Course::Better,
        }
    }
}

/// One period of a comparison.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Measure {
    /// Incidents; messages outside hours, with an incident, with a greeting, with *tu*; answers
    /// slower than the earlier median.
    pub count: usize,
    /// Days; messages; answers.
    pub of: usize,
    /// Incidents per month (30.4375 days); the share from 0 to 1; the median delay in hours.
    pub value: f64,
}

impl Change {
    /// The change in one sentence: both figures, and the chance that it is luck.
    pub fn phrase(&self) -> Phrase {
        let rose = self.recent.value > self.earlier.value;
        let is_worse = self.course == Course::Worse;
        let either = |one, other| if is_worse { one } else { other };
        let phrase = Phrase::new(match self.what {
            Compared::Incidents => either("change-incidents-worse", "change-incidents-better"),
            Compared::OutOfHours => {
                either("change-out-of-hours-worse", "change-out-of-hours-better")
            }
            Compared::ReplyDelay => either("change-reply-delay-worse", "change-reply-delay-better"),
            Compared::CitedMessages => {
                either("change-cited-messages-worse", "change-cited-messages-better")
            }
            Compared::Greetings => either("change-greetings-worse", "change-greetings-better"),
            Compared::Pronoun if rose => "change-pronoun-tu",
            Compared::Pronoun => "change-pronoun-vous",
        });
        let phrase = match self.what {
            Compared::Incidents => phrase
                .with("earlier", self.earlier.count)
                .with("earlier-days", self.earlier.of)
                .with("recent", self.recent.count)
                .with("recent-days", self.recent.of),
            Compared::OutOfHours
            | Compared::CitedMessages
            | Compared::Greetings
            | Compared::Pronoun => phrase
                .with("earlier", self.earlier.count)
                .with("earlier-of", self.earlier.of)
                .with("recent", self.recent.count)
                .with("recent-of", self.recent.of),
            Compared::ReplyDelay => phrase
                .with("earlier", self.earlier.value)
                .with("earlier-of", self.earlier.of)
                .with("recent", self.recent.value)
                .with("recent-of", self.recent.of),
        };
        phrase.with("chance", chance(self.chance))
    }
}

/// A chance in whole percent, at least one.
fn chance(chance: f64) -> Phrase {
    let percent = (2_i64..=100).rev().find(|percent| chance * 100.0 >= whole(*percent) - 0.5);
    match percent {
        Some(percent) => Phrase::new("change-chance").with("number", percent),
        None if chance >= 0.01 => Phrase::new("change-chance").with("number", 1_i64),
        None => Phrase::new("change-chance-below-one"),
    }
}

fn whole(percent: i64) -> f64 {
    i32::try_from(percent).map_or(100.0, f64::from)
}

/// The differences from the client's own past that are hardly luck.
pub(super) fn changes(known: &Case, occurrences: &[Occurrence], as_of: AsOf) -> Vec<Change> {
    let found = [
        facts::incidents(known, occurrences, as_of),
        facts::out_of_hours(known, as_of),
        facts::delays(known, as_of),
        words::cited_messages(known, as_of),
        words::greetings(known, as_of),
        words::pronouns(known, as_of),
    ];
    found.into_iter().flatten().collect()
}
