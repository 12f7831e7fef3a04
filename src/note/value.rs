//! One value: a date, an amount, a word of a list. Each reading says what is wrong, or nothing.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use jiff::{Timestamp, Zoned};
use rust_decimal::Decimal;

use crate::model::{Currency, Moment, Money};
use crate::phrase::Phrase;

/// Why a value cannot be read: the rule, the message, what to do.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Refusal {
    pub(super) code: &'static str,
    pub(super) message: Phrase,
    pub(super) hint: Option<Phrase>,
}

impl Refusal {
    fn new(code: &'static str, text: &str) -> Self {
        Self { code, message: Phrase::new(code).with("text", shortened(text)), hint: None }
    }

    fn hinting(mut self, hint: Phrase) -> Self {
        self.hint = Some(hint);
        self
    }
}

/// Somebody's text, short enough for a message.
pub(super) fn shortened(text: &str) -> String {
    const LONGEST: usize = 60;
    let mut chars = text.chars();
    let mut short: String = chars.by_ref().take(LONGEST).collect();
    if chars.next().is_some() {
        short.push('…');
    }
    short
}

/// A moment, and how its reading was unclear.
pub(super) type Unclear = Option<Refusal>;

/// Reads `2026-04-11`, `2026-04-11T22:40`, `2026-04-11T22:40:10+02:00` or `…Z`.
///
/// A time without an offset is on the clock of `zone`; the offset counts where it is given.
/// Where the clock was changed, a time that does not exist is moved forward and one that exists
/// twice is the first, and the finding says so.
pub(super) fn moment(text: &str, zone: &TimeZone) -> Result<(Moment, Unclear), Refusal> {
    if let Ok(day) = strict_date(text) {
        return Ok((Moment::on_day(day, zone), implausible(day, text)));
    }
    if !looks_like_date_time(text) {
        return Err(Refusal::new("invalid-date", text).hinting(date_hint(text)));
    }
    if let Ok(zoned) = text.parse::<Zoned>() {
        return Ok(instant(zoned.timestamp(), text, zone));
    }
    if let Ok(at) = text.parse::<Timestamp>() {
        return Ok(instant(at, text, zone));
    }
    let local: DateTime =
        text.parse().map_err(|_| Refusal::new("invalid-date", text).hinting(date_hint(text)))?;
    let ambiguous = zone.to_ambiguous_timestamp(local);
    let unclear = match ambiguous.offset() {
        jiff::tz::AmbiguousOffset::Unambiguous { .. } => implausible(local.date(), text),
        jiff::tz::AmbiguousOffset::Gap { .. } => Some(
            Refusal::new("time-does-not-exist", text)
                .hinting(Phrase::new("time-does-not-exist-hint")),
        ),
        jiff::tz::AmbiguousOffset::Fold { .. } => Some(
            Refusal::new("time-exists-twice", text).hinting(Phrase::new("time-exists-twice-hint")),
        ),
    };
    let at = ambiguous
        .compatible()
        .map_err(|_| Refusal::new("invalid-date", text).hinting(date_hint(text)))?;
    Ok((Moment { at, day: local.date(), time: Some(local.time()) }, unclear))
}

fn instant(at: Timestamp, text: &str, zone: &TimeZone) -> (Moment, Unclear) {
    let moment = Moment::at_instant(at, zone);
    (moment, implausible(moment.day, text))
}

/// Reads a moment that was typed; the message and the hint of a note's finding where it is none,
/// or in a year that nobody can mean.
pub fn typed_moment(text: &str, zone: &TimeZone) -> Result<Moment, (Phrase, Option<Phrase>)> {
    let read = match moment(text, zone) {
        Ok((_, Some(unclear))) if unclear.code == "implausible-date" => Err(unclear),
        read => read.map(|(moment, _)| moment),
    };
    read.map_err(|refusal| (refusal.message, refusal.hint))
}

/// Reads a moment, unclear or not; `None` where it cannot be read.
pub fn parse_moment(text: &str, zone: &TimeZone) -> Option<Moment> {
    moment(text, zone).ok().map(|(moment, _)| moment)
}

/// Reads `2026-04-11`.
pub(super) fn date(text: &str) -> Result<(Date, Unclear), Refusal> {
    let day = strict_date(text)
        .map_err(|()| Refusal::new("invalid-date", text).hinting(date_hint(text)))?;
    Ok((day, implausible(day, text)))
}

fn strict_date(text: &str) -> Result<Date, ()> {
    let bytes = text.as_bytes();
    let shaped = bytes.len() == 10
        && bytes.iter().enumerate().all(|(at, byte)| match at {
            4 | 7 => *byte == b'-',
            _ => byte.is_ascii_digit(),
        });
    if !shaped {
        return Err(());
    }
    text.parse().map_err(|_| ())
}

fn looks_like_date_time(text: &str) -> bool {
    let separated = text.as_bytes().get(10).is_some_and(|byte| matches!(byte, b'T' | b't' | b' '));
    separated && text.get(..10).is_some_and(|day| strict_date(day).is_ok())
}

/// A year that a client cannot have written in.
fn implausible(day: Date, text: &str) -> Unclear {
    let plausible = (1990..=2100).contains(&day.year());
    (!plausible).then(|| {
        Refusal::new("implausible-date", text).hinting(Phrase::new("implausible-date-hint"))
    })
}

/// What `11/04/2026` and `11.04.2026` probably mean; a general hint for anything else.
fn date_hint(text: &str) -> Phrase {
    let parts: Vec<&str> = text.split(['/', '.', '-']).map(str::trim).collect();
    if let [first, second, year] = parts[..]
        && let (Ok(first), Ok(second), Ok(year)) =
            (first.parse::<i8>(), second.parse::<i8>(), year.parse::<i16>())
        && year > 1900
    {
        let day_first = Date::new(year, second, first);
        let month_first = Date::new(year, first, second);
        match (day_first, month_first) {
            (Ok(day), Err(_)) | (Err(_), Ok(day)) => {
                return Phrase::new("invalid-date-write").with("date", day.to_string());
            }
            (Ok(day), Ok(other)) if day == other => {
                return Phrase::new("invalid-date-write").with("date", day.to_string());
            }
            (Ok(day), Ok(other)) => {
                return Phrase::new("invalid-date-either")
                    .with("first", day.to_string())
                    .with("second", other.to_string());
            }
            _ => {}
        }
    }
    Phrase::new("invalid-date-hint")
}

/// Reads `1250.00`, or `1250.00 EUR` where the currency is not the client's.
pub(super) fn money(text: &str, currency: Currency) -> Result<Money, Refusal> {
    let (number, currency) = match split_code(text) {
        Some((number, code)) => {
            let known = Currency::from_code(code).ok_or_else(|| {
                Refusal::new("unknown-currency", code).hinting(Phrase::new("unknown-currency-hint"))
            })?;
            (number, known)
        }
        None => (text, currency),
    };
    let amount = exact(number).ok_or_else(|| {
        let hint = meant_amount(number).map_or_else(
            || Phrase::new("invalid-money-hint"),
            |meant| Phrase::new("invalid-money-write").with("amount", meant),
        );
        Refusal::new("invalid-money", text).hinting(hint)
    })?;
    Ok(Money { amount, currency })
}

/// Reads an amount that was typed; the message and the hint of a note's finding where it is none.
pub fn typed_money(text: &str, currency: Currency) -> Result<Money, (Phrase, Option<Phrase>)> {
    money(text, currency).map_err(|refusal| (refusal.message, refusal.hint))
}

/// Reads an amount; `None` where it cannot be read.
pub fn parse_money(text: &str, currency: Currency) -> Option<Money> {
    money(text, currency).ok()
}

/// The amount and the capitals behind it; `None` where there are none.
fn split_code(text: &str) -> Option<(&str, &str)> {
    let (number, code) = text.rsplit_once(char::is_whitespace)?;
    let is_code = !code.is_empty() && code.bytes().all(|byte| byte.is_ascii_uppercase());
    is_code.then(|| (number.trim_end(), code))
}

/// An exact decimal: digits, at most one dot, a minus sign before them.
pub(super) fn exact(text: &str) -> Option<Decimal> {
    let digits = text.strip_prefix('-').unwrap_or(text);
    let shaped = digits.bytes().all(|byte| byte.is_ascii_digit() || byte == b'.')
        && digits.bytes().next().is_some_and(|byte| byte.is_ascii_digit())
        && digits.bytes().next_back().is_some_and(|byte| byte.is_ascii_digit());
    if !shaped {
        return None;
    }
    Decimal::from_str_exact(text).ok()
}

/// What an amount with separators of thousands or a decimal comma means.
fn meant_amount(text: &str) -> Option<String> {
    let plain: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && !matches!(c, '€' | '$' | '£' | '\''))
        .collect();
    let last = plain.rfind([',', '.'])?;
    let (whole, fraction) = plain.split_at(last);
    let fraction = &fraction[1..];
    let whole: String = whole.chars().filter(|c| !matches!(c, ',' | '.')).collect();
    // Three digits after the only kind of separator are thousands: `1,250` is 1250.
    let meant = if fraction.len() == 3 && !(plain.contains(',') && plain.contains('.')) {
        format!("{whole}{fraction}")
    } else {
        format!("{whole}.{fraction}")
    };
    exact(&meant).map(|_| meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paris() -> TimeZone {
        TimeZone::get("Europe/Paris").expect("bundled zone")
    }

    fn code(text: &str) -> &'static str {
        match moment(text, &paris()) {
            Ok((_, None)) => "",
            Ok((_, Some(refusal))) | Err(refusal) => refusal.code,
        }
    }

    #[test]
    fn local_times_are_on_the_clients_clock_and_offsets_count() {
        let (local, _) = moment("2026-04-11T22:40", &paris()).expect("a moment");
        let (offset, _) = moment("2026-04-11T21:40+01:00", &paris()).expect("a moment");
        let (utc, _) = moment("2026-04-11T20:40Z", &paris()).expect("a moment");
        assert_eq!(local.at, utc.at);
        assert_eq!(offset, utc);
        assert_eq!(local.to_string(), "2026-04-11T22:40");
    }

    #[test]
    fn clock_changes_are_reported() {
        assert_eq!(code("2026-03-29T02:30"), "time-does-not-exist");
        assert_eq!(code("2026-10-25T02:30"), "time-exists-twice");
        assert_eq!(code("2026-10-25T02:30+02:00"), "");
    }

    #[test]
    fn dates_that_are_none_are_refused() {
        for text in ["2026-02-30", "11/04/2026", "20260411", "April 11", "2026-4-1", ""] {
            assert_eq!(code(text), "invalid-date", "{text}");
        }
        assert_eq!(code("0000-01-01"), "implausible-date");
        assert_eq!(code("9999-12-31"), "implausible-date");
    }

    #[test]
    fn a_date_in_another_order_is_put_right_where_it_is_clear() {
        let hint = |text| date(text).expect_err("no date").hint.expect("a hint").key;
        assert_eq!(hint("23/04/2026"), "invalid-date-write");
        assert_eq!(hint("11/04/2026"), "invalid-date-either");
        assert_eq!(hint("yesterday"), "invalid-date-hint");
    }

    #[test]
    fn money_is_exact_and_separators_are_refused_with_the_fix() {
        let read = |text: &str| money(text, Currency::EURO).map(|money| money.to_string());
        assert_eq!(read("1250.00").expect("money"), "1250.00 EUR");
        assert_eq!(read("-3.005 USD").expect("money"), "-3.005 USD");
        assert_eq!(read("123456789012345678.99").expect("money"), "123456789012345678.99 EUR");
        let meant = |text: &str| match read(text).expect_err("no money").hint {
            Some(hint) => hint.args.first().map(|(_, arg)| arg.clone()),
            None => None,
        };
        assert_eq!(meant("1,250.00"), Some("1250.00".into()));
        assert_eq!(meant("1250,10"), Some("1250.10".into()));
        assert_eq!(meant("1.250,10"), Some("1250.10".into()));
        assert_eq!(meant("1,250"), Some("1250".into()));
        for spaced in ["1 250,00", "1\u{a0}250,00", "1\u{202f}250,00", "1 250,00 EUR"] {
            assert_eq!(meant(spaced), Some("1250.00".into()), "{spaced}");
        }
        assert_eq!(meant("a lot"), None);
    }
}
