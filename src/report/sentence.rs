//! A phrase inside a view: machine-readable in JSON, words in a document.

use serde::Serialize;
use serde::ser::{SerializeMap, Serializer};

use super::Names;
use crate::model::{Language, WorkingHours};
use crate::phrase::{Arg, Phrase};

/// A phrase inside a view, red flags by name.
///
/// JSON: `{"key": …, "args": {…}}`, to which rendering adds the words as `"text"`; a day is `{"day": "2026-04-11"}`, a red flag or agreed hours
/// `{"id": …, "en": …, "fr": …}`.
#[derive(Clone, Debug, PartialEq)]
pub struct Sentence {
    key: &'static str,
    args: Vec<(&'static str, SentenceArg)>,
}

#[derive(Clone, Debug, PartialEq)]
enum SentenceArg {
    Plain(Arg),
    Flag(FlagName),
    Sentence(Sentence),
}

/// A red flag's id and what it is called in both languages.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct FlagName {
    /// The id.
    pub id: String,
    /// In English, else in French, else the id.
    pub en: String,
    /// In French, else in English, else the id.
    pub fr: String,
}

impl FlagName {
    /// The name in a language.
    pub fn name(&self, language: Language) -> &str {
        match language {
            Language::En => &self.en,
            Language::Fr => &self.fr,
        }
    }
}

impl Sentence {
    /// The phrase; an argument `flag` that is a red flag's id becomes its name.
    pub fn of(phrase: &Phrase, names: &Names) -> Self {
        let args = phrase.args.iter().map(|(name, arg)| {
            let arg = match arg {
                Arg::Text(id) if *name == "flag" => SentenceArg::Flag(names.of_id(id)),
                Arg::Text(hours) if *name == "hours" && WorkingHours::parse(hours).is_some() => {
                    SentenceArg::Flag(hours_named(hours))
                }
                Arg::Phrase(inner) => SentenceArg::Sentence(Self::of(inner, names)),
                plain => SentenceArg::Plain(plain.clone()),
            };
            (*name, arg)
        });
        Self { key: phrase.key, args: args.collect() }
    }

    /// The key of its phrase.
    pub(super) const fn key(&self) -> &'static str {
        self.key
    }

    /// The phrase to say in a language.
    pub fn phrase(&self, language: Language) -> Phrase {
        self.args.iter().fold(Phrase::new(self.key), |phrase, (name, arg)| match arg {
            SentenceArg::Plain(arg) => phrase.with(name, arg.clone()),
            SentenceArg::Flag(flag) => phrase.with(name, flag.name(language)),
            SentenceArg::Sentence(inner) => phrase.with(name, inner.phrase(language)),
        })
    }
}

/// Agreed hours with the days as each language writes them.
pub(super) fn hours_named(hours: &str) -> FlagName {
    const FRENCH: [(&str, &str); 7] = [
        ("Mon", "lun."),
        ("Tue", "mar."),
        ("Wed", "mer."),
        ("Thu", "jeu."),
        ("Fri", "ven."),
        ("Sat", "sam."),
        ("Sun", "dim."),
    ];
    let (days, times) = hours.rsplit_once(' ').unwrap_or(("", hours));
    let spaced = |days: &str| days.replace('-', "–").replace(',', ", ");
    let french = FRENCH.iter().fold(days.to_owned(), |days, (from, to)| days.replace(from, to));
    let times = times.replace('-', "–");
    FlagName {
        id: hours.to_owned(),
        en: format!("{} {times}", spaced(days)),
        fr: format!("{} {times}", spaced(&french)),
    }
}

impl Serialize for Sentence {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(2))?;
        map.serialize_entry("key", self.key)?;
        map.serialize_entry("args", &Args(&self.args))?;
        map.end()
    }
}

struct Args<'a>(&'a [(&'static str, SentenceArg)]);

impl Serialize for Args<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_map(self.0.iter().map(|(name, arg)| (name, arg)))
    }
}

impl Serialize for SentenceArg {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Flag(flag) => flag.serialize(serializer),
            Self::Sentence(inner) => inner.serialize(serializer),
            Self::Plain(Arg::Text(text)) => serializer.serialize_str(text),
            Self::Plain(Arg::Count(count)) => serializer.serialize_i64(*count),
            Self::Plain(Arg::Score(score)) => super::rounded(score, serializer),
            Self::Plain(Arg::Money(money)) => money.serialize(serializer),
            Self::Plain(Arg::Percent(percent)) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("percent", &percent.to_string())?;
                map.end()
            }
            Self::Plain(Arg::Day(day)) => {
                let mut map = serializer.serialize_map(Some(1))?;
                map.serialize_entry("day", day)?;
                map.end()
            }
            Self::Plain(Arg::Time(time)) => {
                let mut map = serializer.serialize_map(Some(1))?;
                let time = format!("{:02}:{:02}", time.hour(), time.minute());
                map.serialize_entry("time", &time)?;
                map.end()
            }
            // `of` takes phrases apart.
            Self::Plain(Arg::Phrase(phrase)) => serializer.serialize_str(phrase.key),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn agreed_hours_are_written_in_both_languages() {
        let hours = hours_named("Mon-Thu,Sat 09:00-17:30");
        assert_eq!(hours.en, "Mon–Thu, Sat 09:00–17:30");
        assert_eq!(hours.fr, "lun.–jeu., sam. 09:00–17:30");
    }
}
