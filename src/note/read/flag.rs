//! Red flags, built in or the user's own.

use super::{Note, Record};
use crate::finding::Span;
use crate::model::{Direction, Flag, FlagId, FlagOrigin, HalfLife, Period};
use crate::note::Fault;
use crate::note::Fields;
use crate::phrase::Phrase;

/// The weight of a red flag whose note gives none.
const DEFAULT_WEIGHT: f64 = 2.0;

/// A red flag; its id is the note's name where it gives none that can be read.
pub(super) fn read_flag(note: &Note<'_>, fields: &mut Fields<'_, '_, '_>) -> Option<Record> {
    let id = fields.id("id").unwrap_or_else(|| note.stem());
    // Nothing else asks for it, but a word that means nothing is told.
    fields.word("direction", &Direction::ALL, Direction::as_str);
    let flag = Flag {
        id: FlagId::new(id),
        names: fields.names("name"),
        weight: fields.number("weight").unwrap_or(DEFAULT_WEIGHT),
        half_life: read_half_life(fields),
        deal_breaker: fields.truth("deal-breaker").unwrap_or(false),
        origin: FlagOrigin::Vault(note.path.to_owned()),
        guidance: note.parts.body.of(note.text).trim().to_owned(),
    };
    Some(Record::Flag(Box::new(flag)))
}

/// `60 days`, or `never`; `None` where the note gives none, or one that cannot be read.
fn read_half_life(fields: &mut Fields<'_, '_, '_>) -> Option<HalfLife> {
    fields.read_with("half-life", |text| {
        parse_half_life(text).ok_or_else(|| {
            Fault::new("invalid-period", Span::default())
                .saying(Phrase::new("invalid-period").with("text", text))
                .hinting(Phrase::new("invalid-half-life-hint"))
        })
    })
}

/// A half-life; `None` for anything that is no length of time.
pub(crate) fn parse_half_life(text: &str) -> Option<HalfLife> {
    if text == "never" {
        return Some(HalfLife::Never);
    }
    match Period::parse(text)? {
        Period::Days(0) | Period::Months(0) => None,
        Period::Days(days) => Some(HalfLife::Days(u32::from(days))),
        Period::Months(months) => Some(HalfLife::Days(u32::from(months) * 30)),
    }
}
