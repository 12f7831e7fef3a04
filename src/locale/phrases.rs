//! From a phrase to words: the phrase book and its arguments.

use std::borrow::Cow;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::types::FluentValue;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

use super::{Locale, numbers};
use crate::model::Language;
use crate::phrase::{Arg, Phrase};

/// A phrase that the phrase book cannot say.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PhraseError {
    /// The phrase book has no such key.
    #[error("no phrase `{0}`")]
    UnknownKey(String),
    /// The phrase needs an argument that it was not given, or refers to nothing.
    #[error("phrase `{key}`: {fault}")]
    Faulty {
        /// The key.
        key: String,
        /// What fluent says about it.
        fault: String,
    },
}

impl Locale {
    /// The phrase in words; `⟨key⟩` in the place of what cannot be said.
    pub fn say(&self, phrase: &Phrase) -> String {
        self.speak(phrase.key, &phrase.args, &mut Vec::new())
    }

    /// The phrase in words.
    ///
    /// # Errors
    /// The first fault of the phrase or of one inside it: an unknown key, a missing argument.
    pub fn try_say(&self, phrase: &Phrase) -> Result<String, PhraseError> {
        self.try_say_key(phrase.key, &phrase.args)
    }

    /// The phrase of a key known only at run time, as templates call it.
    ///
    /// # Errors
    /// As [`Self::try_say`].
    pub fn try_say_key(&self, key: &str, args: &[(&str, Arg)]) -> Result<String, PhraseError> {
        let mut faults = Vec::new();
        let words = self.speak(key, args, &mut faults);
        faults.into_iter().next().map_or(Ok(words), Err)
    }

    /// The words, whatever happens; what went wrong is added to `faults`.
    fn speak(&self, key: &str, args: &[(&str, Arg)], faults: &mut Vec<PhraseError>) -> String {
        let bundle = &self.book.0;
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            faults.push(PhraseError::UnknownKey(key.to_owned()));
            return placeholder(key);
        };
        let mut values = FluentArgs::with_capacity(args.len());
        for (name, arg) in args {
            values.set(*name, self.value(arg, faults));
        }
        let mut errors = Vec::new();
        let words = bundle.format_pattern(pattern, Some(&values), &mut errors).into_owned();
        match errors.first() {
            None => words,
            Some(error) => {
                faults.push(PhraseError::Faulty { key: key.to_owned(), fault: error.to_string() });
                placeholder(key)
            }
        }
    }

    fn value<'a>(&self, arg: &'a Arg, faults: &mut Vec<PhraseError>) -> FluentValue<'a> {
        match arg {
            Arg::Text(text) => FluentValue::from(text.as_str()),
            Arg::Count(count) => FluentValue::from(*count),
            Arg::Day(day) => self.date(*day).into(),
            Arg::Time(time) => self.time(*time).into(),
            Arg::Money(money) => self.money(money).into(),
            Arg::Percent(percent) => self.percent(*percent).into(),
            Arg::Score(score) => self.score(*score).into(),
            Arg::Phrase(phrase) => self.speak(phrase.key, &phrase.args, faults).into(),
        }
    }
}

fn placeholder(key: &str) -> String {
    format!("⟨{key}⟩")
}

/// All phrases of one language.
pub(super) struct PhraseBook(FluentBundle<FluentResource>);

impl PhraseBook {
    /// Reads the phrases of this language. A faulty entry is left out, and a test says so.
    pub(super) fn of(language: Language) -> Self {
        // The two-letter codes are valid, and enough for the plural rules.
        let id: LanguageIdentifier = language.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![id]);
        bundle.set_use_isolating(false);
        match language {
            Language::En => bundle.set_formatter(Some(|value, _| count(Language::En, value))),
            Language::Fr => {
                bundle.set_formatter(Some(|value, _| count(Language::Fr, value)));
                bundle.set_transform(Some(hard_spaces));
            }
        }
        for (_, source) in sources(language) {
            let resource = FluentResource::try_new((*source).to_owned());
            bundle.add_resource_overriding(resource.unwrap_or_else(|(readable, _)| readable));
        }
        Self(bundle)
    }
}

/// A count as the language writes it; any other value as fluent writes it.
fn count(language: Language, value: &FluentValue<'_>) -> Option<String> {
    match value {
        FluentValue::Number(number) => {
            let decimals = number.options.minimum_fraction_digits.unwrap_or_default();
            let decimals = u8::try_from(decimals).unwrap_or(u8::MAX);
            Some(numbers::write_float(language, number.value, decimals))
        }
        _ => None,
    }
}

/// Makes the spaces hard that French puts before `: ; ! ? % »` and after `«`, so that the
/// phrase book can be typed with plain ones.
fn hard_spaces(text: &str) -> Cow<'_, str> {
    const PAIRS: [(&str, &str); 7] = [
        (" :", "\u{a0}:"),
        (" ;", "\u{202f};"),
        (" !", "\u{202f}!"),
        (" ?", "\u{202f}?"),
        (" %", "\u{202f}%"),
        (" »", "\u{a0}»"),
        ("« ", "«\u{a0}"),
    ];
    let mut text = Cow::Borrowed(text);
    for (soft, hard) in PAIRS {
        if text.contains(soft) {
            text = Cow::Owned(text.replace(soft, hard));
        }
    }
    text
}

/// The files of a language: area and text.
pub(super) const fn sources(language: Language) -> &'static [(&'static str, &'static str)] {
    macro_rules! embedded {
        ($code:literal: $($area:literal)*) => {
            &[$(($area, include_str!(concat!($code, "/", $area, ".ftl")))),*]
        };
    }
    match language {
        Language::En => {
            embedded!("en": "anchor" "assess" "bundle" "cli" "exit" "failure" "finding" "learn" "ledger"
                "letter" "on-file" "query" "report" "screening" "words")
        }
        Language::Fr => {
            embedded!("fr": "anchor" "assess" "bundle" "cli" "exit" "failure" "finding" "learn" "ledger"
                "letter" "on-file" "query" "report" "screening" "words")
        }
    }
}
