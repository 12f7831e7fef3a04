//! The agenda as a calendar that other programs read (RFC 5545).
//!
//! One event for each entry: of a whole day, or at an instant. Lines end in CRLF and are folded
//! at 75 bytes; text is escaped. The id of an event is made from what it is about and not from
//! its day, so that a calendar moves it where the day changes.

use std::fmt::Write as _;

use jiff::ToSpan;
use jiff::civil::Date;
use jiff::tz::TimeZone;

use super::terminal;
use crate::locale::Locale;
use crate::model::Digest;
use crate::report::{AgendaEntry, AgendaView};

/// The longest line in bytes, without its end (RFC 5545, 3.1).
const LONGEST: usize = 75;

/// The agenda as a calendar.
pub fn agenda_ics(view: &AgendaView, locale: &Locale) -> String {
    let mut calendar = Calendar::default();
    calendar.line("BEGIN:VCALENDAR");
    calendar.line("VERSION:2.0");
    calendar.line("PRODID:-//casefile//casefile 1//EN");
    calendar.line("CALSCALE:GREGORIAN");
    calendar.line("X-WR-CALNAME:casefile");
    if view.entries.is_empty() {
        calendar.component_of_nothing();
    }
    let mut seen = std::collections::BTreeMap::new();
    for entry in &view.entries {
        let about = [entry.client.as_str(), entry.kind.as_str(), &entry.source].join("\n");
        let count = seen.entry(about.clone()).and_modify(|count| *count += 1).or_insert(1);
        calendar.event(entry, &format!("{about}\n{count}"), view, locale);
    }
    calendar.line("END:VCALENDAR");
    calendar.0
}

#[derive(Default)]
struct Calendar(String);

impl Calendar {
    fn event(&mut self, entry: &AgendaEntry, about: &str, view: &AgendaView, locale: &Locale) {
        let mut id = Digest::of(about.as_bytes()).to_hex();
        id.truncate(32);
        let words = locale.say(&entry.what.phrase(locale.language()));
        self.line("BEGIN:VEVENT");
        self.line(&format!("UID:{id}@casefile.invalid"));
        self.line(&format!("DTSTAMP:{}", instant(view.now)));
        match entry.at {
            Some(at) => {
                self.line(&format!("DTSTART:{}", instant(at)));
                self.line("DURATION:PT15M");
            }
            None => {
                self.line(&format!("DTSTART;VALUE=DATE:{}", day(entry.date)));
                let next = entry.date.saturating_add(1.day());
                self.line(&format!("DTEND;VALUE=DATE:{}", day(next)));
            }
        }
        self.text("SUMMARY", &format!("{}{}{words}", entry.name, locale.colon()));
        self.text("DESCRIPTION", &entry.source);
        self.text("CATEGORIES", entry.kind.as_str());
        // Nobody else has to see it, and it takes no time that could be booked.
        self.line("CLASS:PRIVATE");
        self.line("TRANSP:TRANSPARENT");
        self.line("END:VEVENT");
    }

    /// A calendar has at least one component (RFC 5545, 3.6); a time zone shows nothing.
    fn component_of_nothing(&mut self) {
        for line in [
            "BEGIN:VTIMEZONE",
            "TZID:UTC",
            "BEGIN:STANDARD",
            "DTSTART:19700101T000000",
            "TZOFFSETFROM:+0000",
            "TZOFFSETTO:+0000",
            "END:STANDARD",
            "END:VTIMEZONE",
        ] {
            self.line(line);
        }
    }

    fn text(&mut self, name: &str, text: &str) {
        self.line(&format!("{name}:{}", escaped(text)));
    }

    /// A line, folded: what does not fit goes on behind a space, and no letter is cut.
    fn line(&mut self, line: &str) {
        let mut width = 0;
        for letter in line.chars() {
            if width + letter.len_utf8() > LONGEST {
                self.0.push_str("\r\n ");
                width = 1;
            }
            self.0.push(letter);
            width += letter.len_utf8();
        }
        self.0.push_str("\r\n");
    }
}

/// Text of a value (RFC 5545, 3.3.11); what acts on a terminal is shown.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in terminal::visible(text).chars() {
        match letter {
            '\\' | ';' | ',' => escaped.extend(['\\', letter]),
            '\n' => escaped.push_str("\\n"),
            letter => escaped.push(letter),
        }
    }
    escaped
}

fn instant(at: jiff::Timestamp) -> String {
    let at = TimeZone::UTC.to_datetime(at);
    let mut text = day(at.date());
    let _ = write!(text, "T{:02}{:02}{:02}Z", at.hour(), at.minute(), at.second());
    text
}

fn day(day: Date) -> String {
    format!("{:04}{:02}{:02}", day.year().max(0), day.month(), day.day())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_lines_are_folded_between_letters_at_75_bytes() {
        let mut calendar = Calendar::default();
        calendar.text("SUMMARY", &"é".repeat(100));
        for line in calendar.0.split("\r\n") {
            assert!(line.len() <= LONGEST, "{line}");
        }
        let unfolded = calendar.0.replace("\r\n ", "");
        assert_eq!(unfolded, format!("SUMMARY:{}\r\n", "é".repeat(100)));
    }

    #[test]
    fn text_cannot_end_its_value() {
        assert_eq!(escaped("a;b,c\\d\r\nEND:VEVENT\u{1b}"), "a\\;b\\,c\\\\d\\nEND:VEVENT␛");
    }
}
