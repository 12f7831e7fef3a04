//! How two sides write to each other: how often, at what hours, how soon they answer.

use jiff::civil::Date;

use super::Side;
use crate::model::{Client, Moment, Period};

/// Without an agreement, so many days without an answer are a silence worth showing.
const USUAL_DAYS: i64 = 7;

/// When messages went which way, collected one by one.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Exchanged {
    dated: Vec<(Moment, Side)>,
    undated: usize,
}

/// What a collection of messages shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exchange {
    /// Messages from the client that have a date.
    pub incoming: usize,
    /// Messages from the user that have a date.
    pub outgoing: usize,
    /// Messages of either that have none.
    pub undated: usize,
    /// How many from the client came outside of the agreed hours; `None` without such hours.
    pub outside_hours: Option<usize>,
    /// How soon the client answered; `None` where they never did.
    pub replies: Option<Replies>,
    /// The times in which an answer was waited for too long, oldest first.
    pub silences: Vec<SilentTime>,
}

/// How soon the client answered the user, in minutes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Replies {
    /// How many answers.
    pub count: usize,
    /// The one in the middle.
    pub median_minutes: i64,
    /// The slowest.
    pub longest_minutes: i64,
}

/// A time without an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
pub struct SilentTime {
    /// The day on which the user wrote.
    pub asked: Date,
    /// The day of the answer; `None` where none came.
    pub answered: Option<Date>,
    /// The days between them, or until now.
    pub days: i64,
}

impl Exchanged {
    /// Adds a message of one side; others do not count.
    pub fn add(&mut self, side: Side, moment: Option<Moment>) {
        match (side, moment) {
            (Side::Other, _) => {}
            (_, Some(moment)) => self.dated.push((moment, side)),
            (_, None) => self.undated += 1,
        }
    }

    /// What they show of a client, as of a day; `None` where there is no message of either side.
    pub fn shown(mut self, client: &Client, now: Moment) -> Option<Exchange> {
        if self.dated.is_empty() && self.undated == 0 {
            return None;
        }
        // What is dated later than now was dated by a clock that is wrong.
        self.dated.retain(|(moment, _)| moment.at <= now.at);
        self.dated.sort_by_key(|(moment, side)| (moment.at, *side == Side::Client));
        let count = |of: Side| self.dated.iter().filter(|(_, side)| *side == of).count();
        let outside = client.hours.as_ref().map(|_| {
            let is_late = |(moment, side): &&(Moment, Side)| {
                *side == Side::Client && outside_hours(client, *moment) == Some(true)
            };
            self.dated.iter().filter(is_late).count()
        });
        let (replies, silences) = self.waits(client.reply_within, now);
        Some(Exchange {
            incoming: count(Side::Client),
            outgoing: count(Side::User),
            undated: self.undated,
            outside_hours: outside,
            replies,
            silences,
        })
    }

    /// From the first message of the user that is not answered yet to the answer.
    fn waits(&self, agreed: Option<Period>, now: Moment) -> (Option<Replies>, Vec<SilentTime>) {
        let mut minutes = Vec::new();
        let mut silences = Vec::new();
        let mut asked: Option<Moment> = None;
        for (moment, side) in &self.dated {
            match (side, asked) {
                (Side::User, None) => asked = Some(*moment),
                (Side::Client, Some(first)) => {
                    minutes.push((moment.at.as_second() - first.at.as_second()) / 60);
                    silences.extend(silent(first.day, Some(moment.day), moment.day, agreed));
                    asked = None;
                }
                _ => {}
            }
        }
        silences.extend(asked.and_then(|first| silent(first.day, None, now.day, agreed)));
        minutes.sort_unstable();
        let replies = minutes.last().map(|longest| Replies {
            count: minutes.len(),
            median_minutes: minutes[minutes.len() / 2],
            longest_minutes: *longest,
        });
        (replies, silences)
    }
}

fn silent(
    asked: Date,
    answered: Option<Date>,
    until: Date,
    agreed: Option<Period>,
) -> Option<SilentTime> {
    let days = asked.until(until).map_or(0, |span| i64::from(span.get_days()));
    let is_long = match agreed {
        Some(agreed) => until > agreed.after(asked),
        None => days > USUAL_DAYS,
    };
    is_long.then_some(SilentTime { asked, answered, days })
}

/// Whether a moment lies outside of the hours agreed with a client; `None` where nobody knows.
pub fn outside_hours(client: &Client, moment: Moment) -> Option<bool> {
    let hours = client.hours.as_ref()?;
    Some(!hours.contains(moment.day.weekday(), moment.time?))
}

#[cfg(test)]
mod tests {
    use jiff::tz::TimeZone;

    use super::*;
    use crate::model::{ClientId, Currency, Language, WorkingHours};
    use crate::note::parse_moment;

    #[test]
    fn delays_silences_and_late_hours_are_counted() {
        let mut client =
            Client::unknown(ClientId::new("a"), Language::En, TimeZone::UTC, Currency::EURO);
        client.hours = WorkingHours::parse("Mon-Fri 09:00-17:30");
        let at = |text| parse_moment(text, &TimeZone::UTC);
        let mut exchanged = Exchanged::default();
        for (side, when) in [
            (Side::Client, "2026-04-13T22:00"),
            (Side::User, "2026-04-14T09:00"),
            (Side::User, "2026-04-14T10:00"),
            (Side::Client, "2026-04-14T11:00"),
            (Side::User, "2026-04-14T12:00"),
            (Side::Client, "2026-04-28T12:00"),
            (Side::User, "2026-04-29T12:00"),
            (Side::Client, "2150-01-01T12:00"),
            (Side::Other, "2026-04-15T12:00"),
        ] {
            exchanged.add(side, at(when));
        }
        exchanged.add(Side::Client, None);
        let now = at("2026-05-20").expect("a day");
        let shown = exchanged.shown(&client, now).expect("messages");
        assert_eq!((shown.incoming, shown.outgoing, shown.undated), (3, 4, 1));
        assert_eq!(shown.outside_hours, Some(1));
        let replies = shown.replies.expect("answers");
        assert_eq!((replies.count, replies.median_minutes), (2, 14 * 24 * 60));
        let days: Vec<(i64, bool)> =
            shown.silences.iter().map(|one| (one.days, one.answered.is_some())).collect();
        assert_eq!(days, [(14, true), (21, false)]);
        assert_eq!(Exchanged::default().shown(&client, now), None);
    }
}
