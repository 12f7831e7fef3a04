//! Words of the command line into values of the field.

use jiff::civil::Date;

use super::session::Session;
use crate::assess::Catalogue;
use crate::check::FUTURE_LEEWAY;
use crate::failure::{Failure, FailureKind};
use crate::mail::DateOrder;
use crate::model::{
    Channel, Client, DecisionKind, FlagId, Language, Moment, Severity, Sleep, Standing, Status,
};
use crate::note::{meant, nearest, typed_moment};
use crate::phrase::Phrase;

/// One of a list of words; the error names them, or the nearest one.
fn one_of<T: Copy>(
    key: &str,
    text: &str,
    all: &[T],
    as_str: impl Fn(T) -> &'static str,
) -> Result<T, String> {
    if let Some(value) = all.iter().copied().find(|value| as_str(*value) == text) {
        return Ok(value);
    }
    let words: Vec<&str> = all.iter().map(|value| as_str(*value)).collect();
    Err(match meant(key, text, words.iter().copied()) {
        Some(near) => format!("did you mean `{near}`?"),
        None => format!("it takes one of: {}", words.join(", ")),
    })
}

/// A severity.
pub(super) fn severity(text: &str) -> Result<Severity, String> {
    one_of("severity", text, &Severity::ALL, Severity::as_str)
}

/// The order of the numbers of dates.
pub(super) fn date_order(text: &str) -> Result<DateOrder, String> {
    one_of("order", text.trim(), &DateOrder::ALL, DateOrder::as_str)
}

/// A status.
pub(super) fn status(text: &str) -> Result<Status, String> {
    one_of("status", text, &Status::ALL, Status::as_str)
}

/// A channel.
pub(super) fn channel(text: &str) -> Result<Channel, String> {
    one_of("channel", text, &Channel::ALL, Channel::as_str)
}

/// A language.
pub(super) fn language(text: &str) -> Result<Language, String> {
    one_of("language", text, &Language::ALL, Language::code)
}

/// A standing.
pub(super) fn standing(text: &str) -> Result<Standing, String> {
    one_of("standing", text, &Standing::ALL, Standing::as_str)
}

/// What a decision decides.
pub(super) fn decision_kind(text: &str) -> Result<DecisionKind, String> {
    one_of("kind", text, &DecisionKind::ALL, DecisionKind::as_str)
}

/// Hours that something cost: a number from 0 to 10,000, with a dot or a comma.
pub(super) fn hours(text: &str) -> Result<f64, String> {
    let number: Option<f64> = text.replace(',', ".").parse().ok();
    number
        .filter(|hours| (0.0..=10_000.0).contains(hours))
        .ok_or_else(|| "it takes a number of hours such as 0.5".to_owned())
}

/// How the user slept.
pub(super) fn sleep(text: &str) -> Result<Sleep, String> {
    one_of("sleep", text, &Sleep::ALL, Sleep::as_str)
}

/// The moment that was given, on the client's clock; now, to the minute, where none was.
pub(super) fn moment(
    session: &Session,
    given: Option<&str>,
    client: &Client,
) -> Result<Moment, Failure> {
    let Some(text) = given else {
        let now = Moment::at_instant(session.now(&client.zone), &client.zone);
        let time =
            now.time.and_then(|time| time.with().second(0).subsec_nanosecond(0).build().ok());
        return Ok(Moment { time, ..now });
    };
    let moment = typed_moment(text, &client.zone).map_err(not_a_moment)?;
    refuse_future(session, moment, client)?;
    Ok(moment)
}

/// Refuses what `check` would find as `date-in-future`: what is noted has happened.
fn refuse_future(session: &Session, moment: Moment, client: &Client) -> Result<(), Failure> {
    let limit = session.now(&client.zone).saturating_add(FUTURE_LEEWAY);
    if limit.is_ok_and(|limit| moment.at > limit) {
        let message = Phrase::new("date-in-future").with("date", moment.day);
        return Err(
            Failure::new(FailureKind::Usage, message).hint(Phrase::new("date-in-future-hint"))
        );
    }
    Ok(())
}

/// The day that was given.
pub(super) fn day(given: Option<&str>, client: &Client) -> Result<Option<Date>, Failure> {
    let read = |text| typed_moment(text, &client.zone).map(|moment| moment.day);
    given.map(read).transpose().map_err(not_a_moment)
}

fn not_a_moment((message, hint): (Phrase, Option<Phrase>)) -> Failure {
    Failure { hints: hint.into_iter().collect(), ..Failure::new(FailureKind::Usage, message) }
}

/// The red flag of this id.
pub(super) fn known_flag(catalogue: &Catalogue, name: &str) -> Result<FlagId, Failure> {
    if let Some(flag) = catalogue.get(name) {
        return Ok(flag.id.clone());
    }
    let failure =
        Failure::new(FailureKind::NotFound, Phrase::new("unknown-flag").with("flag", name));
    Err(failure.hint(match nearest(name, catalogue.iter().map(|flag| flag.id.as_str())) {
        Some(near) => Phrase::new("unknown-flag-nearest").with("flag", near),
        None => Phrase::new("unknown-flag-list"),
    }))
}
