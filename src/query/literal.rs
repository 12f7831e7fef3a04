//! The right side of a comparison: what it means beside a field, and how a value lies to it.

use std::borrow::Cow;
use std::cmp::Ordering;

use jiff::ToSpan;
use jiff::civil::Date;
use rust_decimal::Decimal;
use unicode_normalization::UnicodeNormalization as _;
use unicode_normalization::char::is_combining_mark;

use super::fault::QueryFault;
use super::field::{Sort, Vocabulary};
use super::row::{Place, unlinked};
use crate::finding::Span;
use crate::model::{Currency, Money, Period, composed};
use crate::note::{meant, parse_moment, parse_money, typed_money};
use crate::phrase::Phrase;

/// The right side of a comparison.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Literal {
    /// As it was written.
    pub(super) text: String,
    /// As `=` compares it: without case.
    folded: String,
    /// As `~` looks for it: without case and accents.
    bare: String,
    meaning: Meaning,
}

#[derive(Clone, Debug, PartialEq)]
enum Meaning {
    Text,
    /// From the first to the last of these days: a day, a month, a year.
    Days(Date, Date),
    /// A time, on the clock of each row.
    Time,
    Number(Decimal, Option<Currency>),
    /// The place of a word in its vocabulary.
    Word(Vocabulary, usize),
    /// A length of time in days.
    Length(u32),
    /// What the text may be beside a field of which nothing is known.
    Any(Option<(Date, Date)>, Option<Decimal>),
}

impl Literal {
    /// What a text means beside a field of this sort; `ordered` for `<` and the like.
    pub(super) fn new(
        text: &str,
        (key, sort): (&str, Sort),
        ordered: bool,
        today: Date,
        span: Span,
    ) -> Result<Self, QueryFault> {
        let meaning = match sort {
            Sort::Text => Meaning::Text,
            Sort::Date => date(text, today, span)?,
            Sort::Number => number(text, span)?,
            Sort::Period => Meaning::Length(length(text).ok_or_else(|| {
                QueryFault::new(span, Phrase::new("query-no-period").with("text", text))
                    .hinting(Phrase::new("query-no-period-hint"))
            })?),
            Sort::Words(vocabulary) => word(text, key, vocabulary, ordered, span)?,
            Sort::Free => Meaning::Any(days(text, today), plain_number(text).map(|it| it.amount)),
        };
        Ok(Self::of_meaning(text, meaning))
    }

    /// A text to look for, whatever the field.
    pub(super) fn sought(text: &str) -> Self {
        Self::of_meaning(text, Meaning::Text)
    }

    fn of_meaning(text: &str, meaning: Meaning) -> Self {
        Self { text: text.to_owned(), folded: folded(text).into_owned(), bare: bare(text), meaning }
    }

    /// Whether a value holds the text somewhere, case and accents apart.
    pub(super) fn is_in(&self, value: &str) -> bool {
        bare(value).contains(&self.bare)
    }

    /// Whether a value is the text, case apart; where the note's word is no word of the format,
    /// nothing else can be said of it.
    pub(super) fn is_text(&self, value: &str) -> bool {
        folded(unlinked(value)) == self.folded || folded(value) == self.folded
    }

    /// How a value lies to this: before, in or after it; `None` where they cannot be compared.
    pub(super) fn position(&self, value: &str, place: &Place<'_>) -> Option<Ordering> {
        match &self.meaning {
            Meaning::Text => Some(self.text_position(value)),
            Meaning::Days(first, last) => {
                let day = parse_moment(value, place.zone)?.day;
                Some(in_days(day, *first, *last))
            }
            Meaning::Time => {
                let (from, at) =
                    (parse_moment(&self.text, place.zone)?, parse_moment(value, place.zone)?);
                // `22:40` is the whole minute.
                let exact = from.time.is_some_and(|time| time.second() != 0);
                let until = from.at.checked_add(if exact { 1 } else { 60 }.seconds()).ok()?;
                Some(match at.at {
                    at if at < from.at => Ordering::Less,
                    at if at < until => Ordering::Equal,
                    _ => Ordering::Greater,
                })
            }
            Meaning::Number(number, currency) => {
                let money = parse_number(value, place.currency)?;
                let same = currency.is_none_or(|currency| currency == money.currency);
                same.then(|| money.amount.cmp(number))
            }
            Meaning::Word(vocabulary, rank) => {
                let words = vocabulary.words();
                Some(words.iter().position(|word| *word == value)?.cmp(rank))
            }
            Meaning::Length(days) => Some(length(value)?.cmp(days)),
            Meaning::Any(days, number) => {
                let of_days = days.and_then(|(first, last)| {
                    Some(in_days(parse_moment(value, place.zone)?.day, first, last))
                });
                let of_numbers = || Some(plain_number(value)?.amount.cmp(number.as_ref()?));
                of_days.or_else(of_numbers).or_else(|| Some(self.text_position(value)))
            }
        }
    }

    /// Whether a value is of the kind that this can be compared with, even where it is not, as
    /// amounts in two currencies.
    pub(super) fn is_readable(&self, value: &str, place: &Place<'_>) -> bool {
        matches!(self.meaning, Meaning::Number(..)) && parse_number(value, place.currency).is_some()
            || self.position(value, place).is_some()
    }

    fn text_position(&self, value: &str) -> Ordering {
        if self.is_text(value) { Ordering::Equal } else { (*folded(value)).cmp(&self.folded) }
    }
}

fn in_days(day: Date, first: Date, last: Date) -> Ordering {
    match day {
        day if day < first => Ordering::Less,
        day if day > last => Ordering::Greater,
        _ => Ordering::Equal,
    }
}

/// Text as `=` compares it: accents in one character with their letters, no capitals.
pub(super) fn folded(text: &str) -> Cow<'_, str> {
    if text.is_ascii() && !text.bytes().any(|byte| byte.is_ascii_uppercase()) {
        return Cow::Borrowed(text.trim());
    }
    Cow::Owned(composed(text.trim()).to_lowercase())
}

/// Text as `~` looks for it: no accents, no capitals, one kind of space and apostrophe.
fn bare(text: &str) -> String {
    let plain =
        text.nfd().filter(|letter| !is_combining_mark(*letter)).map(|letter| match letter {
            '’' => '\'',
            letter if letter.is_whitespace() => ' ',
            letter => letter,
        });
    plain.collect::<String>().to_lowercase()
}

fn date(text: &str, today: Date, span: Span) -> Result<Meaning, QueryFault> {
    if let Some((first, last)) = days(text, today) {
        return Ok(Meaning::Days(first, last));
    }
    // The zone of no row is known yet; a time that one clock skips is none of the user's faults.
    if parse_moment(text, &jiff::tz::TimeZone::UTC).is_some() {
        return Ok(Meaning::Time);
    }
    Err(QueryFault::new(span, Phrase::new("query-no-date").with("text", text))
        .hinting(Phrase::new("query-no-date-hint")))
}

/// The days of `2026`, `2026-01`, `2026-01-31`, `today`, `today-30`, `today+7`.
fn days(text: &str, today: Date) -> Option<(Date, Date)> {
    if let Some(away) = text.strip_prefix("today") {
        let day = match away {
            "" => today,
            _ => {
                let signed = away.starts_with(['-', '+']);
                let away = away.strip_suffix('d').unwrap_or(away);
                let count: i32 = away.parse().ok().filter(|_| signed)?;
                today.checked_add(jiff::Span::new().try_days(count).ok()?).ok()?
            }
        };
        return Some((day, day));
    }
    let part = |from: usize, to: usize| -> Option<i16> {
        let digits = text.get(from..to)?;
        digits.bytes().all(|byte| byte.is_ascii_digit()).then(|| digits.parse().ok())?
    };
    let dashed = |at: usize| text.as_bytes().get(at) == Some(&b'-');
    match text.len() {
        4 => {
            let year = part(0, 4)?;
            Some((Date::new(year, 1, 1).ok()?, Date::new(year, 12, 31).ok()?))
        }
        7 if dashed(4) => {
            let first = Date::new(part(0, 4)?, i8::try_from(part(5, 7)?).ok()?, 1).ok()?;
            Some((first, first.last_of_month()))
        }
        10 if dashed(4) && dashed(7) => {
            let (month, day) = (i8::try_from(part(5, 7)?), i8::try_from(part(8, 10)?));
            let day = Date::new(part(0, 4)?, month.ok()?, day.ok()?).ok()?;
            Some((day, day))
        }
        _ => None,
    }
}

/// An amount, a number or a percentage; a number is taken for an amount in `currency`.
pub(super) fn parse_number(text: &str, currency: Currency) -> Option<Money> {
    let text = text.trim();
    parse_money(text.strip_suffix('%').map_or(text, str::trim_end), currency)
}

/// A number, whatever its unit.
fn plain_number(text: &str) -> Option<Money> {
    parse_number(text, Currency::EURO)
}

fn number(text: &str, span: Span) -> Result<Meaning, QueryFault> {
    let plain = text.trim().trim_end_matches('%').trim_end();
    let money = typed_money(plain, Currency::EURO).map_err(|(_, hint)| {
        let fault = QueryFault::new(span, Phrase::new("query-no-number").with("text", text));
        fault.hinting(hint.unwrap_or_else(|| Phrase::new("invalid-money-hint")))
    })?;
    let names_it = plain.ends_with(|letter: char| letter.is_ascii_uppercase());
    Ok(Meaning::Number(money.amount, names_it.then_some(money.currency)))
}

/// The days of `30 days` or `1 month`, a month for thirty.
pub(super) fn length(text: &str) -> Option<u32> {
    const MONTH: u32 = 30;
    Some(match Period::parse(text)? {
        Period::Days(days) => u32::from(days),
        Period::Months(months) => u32::from(months) * MONTH,
    })
}

fn word(
    text: &str,
    key: &str,
    vocabulary: Vocabulary,
    ordered: bool,
    span: Span,
) -> Result<Meaning, QueryFault> {
    let words = vocabulary.words();
    if ordered && !vocabulary.has_order() {
        let message = Phrase::new("query-no-order").with("field", key);
        return Err(QueryFault::new(span, message).hinting(Phrase::new("query-no-order-hint")));
    }
    let lower = composed(text.trim()).to_lowercase();
    let rank = |word: &str| words.iter().position(|known| *known == word);
    if let Some(rank) = rank(&lower) {
        return Ok(Meaning::Word(vocabulary, rank));
    }
    let message = Phrase::new("unknown-value").with("key", key).with("text", text);
    let hint = match meant(key, text, words.iter().copied()) {
        Some(word) => Phrase::new("unknown-value-nearest").with("word", word),
        None => Phrase::new("unknown-value-hint").with("words", words.join(", ")),
    };
    Err(QueryFault::new(span, message).hinting(hint))
}
