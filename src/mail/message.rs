//! A message as it was read.

use std::fmt;

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::{Offset, TimeZone};

use super::Doubt;
use super::damage::repaired;
use crate::finding::Span;
use crate::model::Moment;
use crate::signal::{Places, Region, RegionKind, regions_of_pasted};

/// A message as it was read from the bytes of a file.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct ReadMessage {
    /// Who wrote it, where that is told.
    pub from: Option<Person>,
    /// To whom, copies included.
    pub to: Vec<Person>,
    /// When; `None` where it does not say, or says no possible day.
    pub sent: Option<Sent>,
    /// The id that its sender's program gave it, without the angle brackets.
    pub id: Option<String>,
    /// Its subject.
    pub subject: Option<String>,
    /// Its words, quoted ones included.
    pub text: String,
    /// Where the text stands in the file.
    pub places: Places,
    /// Parts of the text that are not the writer's own words, in order and apart.
    pub set_aside: Vec<Region>,
    /// The bytes of the file that are this message, headers included; of a chat without the line
    /// ends between it and the next.
    pub raw: Span,
    /// What is not as it says.
    pub doubts: Vec<Doubt>,
}

impl ReadMessage {
    /// A text that stands in its file from this byte on; quoted replies and signatures are
    /// found in it.
    pub fn plain(text: &str, at: usize) -> Self {
        let mut message = Self {
            text: text.to_owned(),
            places: Places::at(at, text.len()),
            raw: Span::new(at, at + text.len()),
            ..Self::default()
        };
        if let Some(repair) = repaired(text) {
            message.text = repair.text;
            message.places = Places::default();
            for (place, length) in repair.runs {
                message.places.push(place.map(|place| at + place), length);
            }
            message.doubts.push(Doubt::Mended);
        }
        if message.text.contains('\u{fffd}') {
            message.doubts.push(Doubt::Lost);
        }
        let pasted = regions_of_pasted(&message.text).into_iter();
        message.set_aside = pasted.filter(|region| region.kind != RegionKind::Own).collect();
        message
    }

    /// Says that its file has the text in another form.
    pub fn decoded(&mut self) {
        self.places = Places::default();
        self.places.push(None, self.text.len());
    }

    /// The parts of the text that are the writer's own words.
    pub fn own(&self) -> Vec<Span> {
        let mut own = Vec::new();
        let mut at = 0;
        for aside in &self.set_aside {
            own.push(Span::new(at, aside.span.start));
            at = aside.span.end;
        }
        own.push(Span::new(at, self.text.len()));
        own.retain(|span| span.start < span.end);
        own
    }

    /// The bytes of its file for bytes of its text; of the text itself where the file has any of
    /// it in another form.
    pub fn span(&self, span: Span) -> Span {
        let literal = if self.places.are_literal() { self.places.in_file(span) } else { None };
        literal.unwrap_or(span)
    }
}

/// Somebody who writes or receives.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Person {
    /// What they call themselves.
    pub name: Option<String>,
    /// Their address, as it was typed.
    pub address: Option<String>,
}

impl Person {
    /// Somebody known by name alone.
    pub fn named(name: &str) -> Self {
        Self { name: Some(name.to_owned()), address: None }
    }

    /// Reads `Léa Martin <lea@example.org>`, an address alone, or a name alone.
    pub fn parse(text: &str) -> Self {
        let text = text.trim();
        let (name, address) = match text.rsplit_once('<') {
            Some((name, address)) => (name.trim(), address.trim_end_matches('>').trim()),
            None if text.contains('@') && !text.contains(' ') => ("", text),
            None => (text, ""),
        };
        let some = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        Self { name: some(name.trim_matches('"')), address: some(address) }
    }
}

impl fmt::Display for Person {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (&self.name, &self.address) {
            (Some(name), Some(address)) => write!(f, "{name} <{address}>"),
            (Some(one), None) | (None, Some(one)) => f.write_str(one),
            (None, None) => Ok(()),
        }
    }
}

/// When a message was sent, as it says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sent {
    /// An instant, with the sender's distance from UTC.
    At(Timestamp, Offset),
    /// The time on a clock whose zone it does not name, as chats have it and some mails.
    OnClock(DateTime),
}

impl Sent {
    /// The moment on the clock of `zone`.
    pub fn moment(self, zone: &TimeZone) -> Moment {
        match self {
            Self::At(at, _) => Moment::at_instant(at, zone),
            Self::OnClock(local) => {
                let at = zone.to_ambiguous_zoned(local).compatible();
                at.map_or_else(
                    |_| Moment::on_day(local.date(), zone),
                    |zoned| Moment::at_instant(zoned.timestamp(), zone),
                )
            }
        }
    }

    /// Whether a message can have been sent in this year: clocks that were never set say 1970.
    pub(super) fn is_possible(self) -> bool {
        let year = match self {
            Self::At(at, offset) => offset.to_datetime(at).year(),
            Self::OnClock(local) => local.year(),
        };
        (1971..=2100).contains(&year)
    }
}

impl fmt::Display for Sent {
    /// `2026-05-02T10:15:00+02:00`, without the offset where none is told.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::At(at, offset) => write!(f, "{}", at.display_with_offset(*offset)),
            Self::OnClock(local) => write!(f, "{local}"),
        }
    }
}
