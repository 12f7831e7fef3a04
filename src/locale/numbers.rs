//! Numbers: grouped, rounded half away from zero, never through a float unless they come as one.

use fixed_decimal::{Decimal as Digits, SignDisplay, SignedRoundingMode, UnsignedRoundingMode};
use icu_decimal::DecimalFormatter;
use icu_locale_core::{Locale as Tag, locale};
use rust_decimal::Decimal;

use super::Locale;
use crate::model::{Language, Period};
use crate::phrase::Phrase;

impl Locale {
    /// A number with this many decimals: `1,234.50`, `1 234,50`.
    pub fn number(&self, number: f64, decimals: u8) -> String {
        write_float(self.language(), number, decimals)
    }

    /// A number with one decimal, as scores are written.
    pub fn score(&self, score: f64) -> String {
        self.number(score, 1)
    }

    /// A whole number.
    pub fn count(&self, count: i64) -> String {
        write_digits(self.language(), Digits::from(count))
    }

    /// An exact number with the decimals it has.
    pub fn decimal(&self, number: Decimal) -> String {
        write_exact(self.language(), number)
    }

    /// An exact number of percent: `12.5%`, `12,5 %`.
    pub fn percent(&self, percent: Decimal) -> String {
        self.say(&Phrase::new("percent").with("number", self.decimal(percent)))
    }

    /// A share between 0 and 1 in whole percent: `38%`, `38 %`.
    pub fn share(&self, share: f64) -> String {
        self.say(&Phrase::new("percent").with("number", self.number(share * 100.0, 0)))
    }

    /// A number of days: `1 day`, `2 days`.
    pub fn days(&self, days: i64) -> String {
        self.say(&Phrase::new("days").with("count", days))
    }

    /// A length of time: `30 days`, `2 mois`.
    pub fn period(&self, period: Period) -> String {
        match period {
            Period::Days(days) => self.days(i64::from(days)),
            Period::Months(months) => {
                self.say(&Phrase::new("months").with("count", i64::from(months)))
            }
        }
    }

    /// Things in a row: `a, b and c`, `a, b et c`.
    pub fn list(&self, items: &[String]) -> String {
        match items {
            [] => String::new(),
            [only] => only.clone(),
            [first @ .., last] => {
                let first = first.join(", ");
                self.say(&Phrase::new("list").with("first", first).with("last", last.as_str()))
            }
        }
    }
}

/// A float, rounded as its shortest decimal form reads: 0.25 to one decimal is 0.3.
pub(super) fn write_float(language: Language, number: f64, decimals: u8) -> String {
    let plain = number.to_string();
    // Too small to be grouped, and whole: every language here writes it so.
    if decimals == 0 && (1..=3).contains(&plain.len()) && plain.bytes().all(|b| b.is_ascii_digit())
    {
        return plain;
    }
    let Ok(mut digits) = plain.parse::<Digits>() else {
        // Infinity or not a number: nothing that a language writes differently.
        return plain;
    };
    let last = -i16::from(decimals);
    digits.round_with_mode(last, SignedRoundingMode::Unsigned(UnsignedRoundingMode::HalfExpand));
    digits.pad_end(last);
    write_digits(language, digits)
}

/// An exact number, digit for digit.
pub(super) fn write_exact(language: Language, number: Decimal) -> String {
    let plain = number.to_string();
    plain.parse().map_or(plain, |digits| write_digits(language, digits))
}

fn write_digits(language: Language, digits: Digits) -> String {
    let digits = digits.with_sign_display(SignDisplay::Negative);
    DecimalFormatter::try_new(tag(language).into(), Default::default())
        .map_or_else(|_| digits.to_string(), |formatter| formatter.format(&digits).to_string())
}

/// The language as ICU names it.
pub(super) const fn tag(language: Language) -> Tag {
    match language {
        Language::En => locale!("en-GB"),
        Language::Fr => locale!("fr-FR"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_whole_numbers_are_written_as_all_others() {
        for language in [Language::En, Language::Fr] {
            for number in (0_u32..1100).step_by(7) {
                let written = write_digits(language, Digits::from(number));
                assert_eq!(write_float(language, number.into(), 0), written);
            }
            assert_eq!(write_float(language, 999.6, 0), write_float(language, 1000.0, 0));
        }
    }
}
