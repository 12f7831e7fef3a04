//! What the red flags of a view are called.

use std::collections::BTreeMap;

use serde::Serialize;

use super::FlagName;
use crate::assess::Catalogue;
use crate::model::{Flag, Language};

/// The red flags that a view mentions, by id; an unknown one is called by its id.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(transparent)]
pub struct Names(BTreeMap<String, FlagName>);

impl Names {
    /// The names of every red flag of a catalogue.
    pub fn all(catalogue: &Catalogue) -> Self {
        Self(catalogue.iter().map(|flag| (flag.id.to_string(), FlagName::of(flag))).collect())
    }

    /// The name of a red flag; the id where it is unknown.
    pub fn of_id(&self, id: &str) -> FlagName {
        self.0.get(id).cloned().unwrap_or_else(|| FlagName {
            id: id.to_owned(),
            en: id.to_owned(),
            fr: id.to_owned(),
        })
    }

    /// The name of a red flag in a language.
    pub fn name<'a>(&'a self, id: &'a str, language: Language) -> &'a str {
        self.0.get(id).map_or(id, |flag| flag.name(language))
    }

    /// The same with these ids alone, unknown ones included.
    #[must_use]
    pub fn only<'a>(&self, ids: impl IntoIterator<Item = &'a str>) -> Self {
        Self(ids.into_iter().map(|id| (id.to_owned(), self.of_id(id))).collect())
    }
}

impl FlagName {
    /// The name of a red flag.
    pub fn of(flag: &Flag) -> Self {
        Self {
            id: flag.id.to_string(),
            en: flag.name(Language::En).to_owned(),
            fr: flag.name(Language::Fr).to_owned(),
        }
    }
}
