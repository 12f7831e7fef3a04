//! Puts phrases in words, and writes dates, numbers and money as each language writes them.
//!
//! Owns: the phrase book (`en/*.ftl`, `fr/*.ftl`) and everything that differs between English
//! and French. Must not: decide what is said; whoever has something to say makes a `Phrase`.
//!
//! The only user of fluent and of the ICU crates.
//!
//! To say something new: write `key = …` into the file of its area in both languages, with the
//! kinds of its arguments in a comment, and make `Phrase::new("key").with("name", value)` where
//! it is said. Keys are literals, so that the tests can hold source and phrase book together:
//! where the key depends on a value, put the `match` between the parentheses of `Phrase::new`.
//! French can be typed with plain spaces before its punctuation.

mod dates;
mod money;
mod numbers;
mod phrases;
mod words;

#[cfg(test)]
mod tests;

use std::sync::OnceLock;

pub use phrases::PhraseError;
pub use words::{Word, by_channel, deed, word};

use crate::model::Language;
use phrases::PhraseBook;

/// How one language says and writes things.
///
/// English is written as in Britain: day, month, year; no comma before the last `and`.
pub struct Locale {
    language: Language,
    book: PhraseBook,
}

impl Locale {
    /// The locale of this language; its phrase book is read at the first call.
    pub fn of(language: Language) -> &'static Self {
        static ENGLISH: OnceLock<Locale> = OnceLock::new();
        static FRENCH: OnceLock<Locale> = OnceLock::new();
        let cell = match language {
            Language::En => &ENGLISH,
            Language::Fr => &FRENCH,
        };
        cell.get_or_init(|| Self { language, book: PhraseBook::of(language) })
    }

    /// A colon with its space after it, and in French a hard one before it.
    pub const fn colon(&self) -> &'static str {
        match self.language {
            Language::En => ": ",
            Language::Fr => "\u{a0}: ",
        }
    }

    /// The language.
    pub const fn language(&self) -> Language {
        self.language
    }
}
