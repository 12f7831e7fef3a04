//! When a mail says that it was sent, in the forms that programs write.

use jiff::civil::{Date, DateTime, Time};
use jiff::fmt::rfc2822::DateTimeParser;
use jiff::tz::Offset;

use super::Sent;

/// The greatest distance from UTC that any clock has, in seconds.
const FARTHEST: i32 = 14 * 3600;

/// Reads the date of a header: as mails have it, as C prints it, or as ISO 8601.
///
/// Where it names no zone, or one that nobody knows, the time is that of a clock somewhere.
pub(super) fn parse_date(value: &str) -> Option<Sent> {
    let value = without_comments(value);
    let (local, zone) = iso(&value).or_else(|| in_words(&value))?;
    let (name, distance) = zone.split_at(zone.find(['+', '-']).unwrap_or(zone.len()));
    let offset = match (name.to_ascii_uppercase().as_str(), distance) {
        ("AM" | "PM", _) => return None,
        (name, "") => hours_from_utc(name).map(Offset::constant),
        ("" | "GMT" | "UTC" | "UT", distance) => Some(offset(distance)?),
        _ => None,
    };
    match offset {
        Some(offset) => Some(Sent::At(offset.to_timestamp(local).ok()?, offset)),
        None => Some(Sent::OnClock(local)),
    }
}

/// The text without what stands in parentheses, as `(CEST)` behind a distance from UTC.
fn without_comments(value: &str) -> String {
    let mut depth = 0_usize;
    let mut kept = String::with_capacity(value.len());
    for letter in value.trim().chars() {
        match letter {
            '(' => depth += 1,
            ')' if depth > 0 => depth -= 1,
            _ if depth == 0 => kept.push(letter),
            _ => {}
        }
    }
    kept
}

/// `2026-04-13T10:00:00+02:00`, `2026-04-13 10:00`: the time, and the zone behind it.
fn iso(value: &str) -> Option<(DateTime, &str)> {
    let date: Date = value.get(..10)?.parse().ok()?;
    let (time, zone) = split_time(value.get(10..)?.strip_prefix(['T', 't', ' '])?);
    let time: Time = time.parse().ok()?;
    Some((date.to_datetime(time), zone.split_whitespace().next().unwrap_or_default()))
}

/// `Mon, 13 Apr 2026 10:00:00 +0200`, `Mon Apr 13 10:00:00 2026`: the time, and the zone.
fn in_words(value: &str) -> Option<(DateTime, &str)> {
    let is_gap = |letter: char| letter.is_whitespace() || letter == ',';
    let words: Vec<&str> = value.split(is_gap).filter(|word| !word.is_empty()).collect();
    let at = words.iter().position(|word| word.contains(':'))?;
    let (time, zone) = split_time(words[at]);
    let behind = [&[zone][..], &words[at + 1..]].concat();
    let mut behind = behind.into_iter().filter(|word| !word.is_empty());
    let (day, month, year, zone) = match words[..at] {
        [.., day, month, year] if is_number(day) => (day, month, year, behind.next()),
        [.., month, day] => {
            let (years, zones): (Vec<&str>, Vec<&str>) =
                behind.partition(|word| word.len() == 4 && is_number(word));
            (day, month, *years.first()?, zones.first().copied())
        }
        _ => return None,
    };
    let zero = if time.find(':') == Some(1) { "0" } else { "" };
    let parsed =
        DateTimeParser::new().parse_zoned(format!("{day} {month} {year} {zero}{time} +0000"));
    Some((parsed.ok()?.datetime(), zone.unwrap_or_default()))
}

/// A time of day without fractions of a second, and what stands behind it.
fn split_time(text: &str) -> (&str, &str) {
    let end = text.find(|letter: char| !letter.is_ascii_digit() && letter != ':');
    let (time, rest) = text.split_at(end.unwrap_or(text.len()));
    let rest = rest.strip_prefix('.').map_or(rest, |fraction| {
        fraction.trim_start_matches(|letter: char| letter.is_ascii_digit())
    });
    (time, rest)
}

/// The hours from UTC of a zone that mails name, in capitals.
fn hours_from_utc(name: &str) -> Option<i8> {
    Some(match name {
        "UTC" | "UT" | "GMT" | "Z" => 0,
        "CET" | "MET" | "BST" => 1,
        "CEST" | "MEST" => 2,
        "EDT" => -4,
        "EST" | "CDT" => -5,
        "CST" | "MDT" => -6,
        "MST" | "PDT" => -7,
        "PST" => -8,
        _ => return None,
    })
}

/// `+0200`, `-03:30`, `+2`; `None` for what no clock is away from UTC.
fn offset(distance: &str) -> Option<Offset> {
    let digits = distance.get(1..)?.replace(':', "");
    if !is_number(&digits) {
        return None;
    }
    let (hours, minutes) = match digits.len() {
        1 | 2 => (digits.as_str(), "0"),
        4 => digits.split_at(2),
        _ => return None,
    };
    let (hours, minutes): (i32, i32) = (hours.parse().ok()?, minutes.parse().ok()?);
    let seconds = hours * 3600 + minutes * 60;
    let is_possible = minutes < 60 && seconds <= FARTHEST;
    let signed = if distance.starts_with('-') { -seconds } else { seconds };
    Offset::from_seconds(signed).ok().filter(|_| is_possible)
}

fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit())
}
