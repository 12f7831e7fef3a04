//! A red flag: a kind of behaviour, with what the catalogue says about it.

use super::{FlagId, Language};

/// An entry of the catalogue.
#[derive(Clone, Debug, PartialEq)]
pub struct Flag {
    /// Its id, such as `scope-creep`.
    pub id: FlagId,
    /// What it is called in each language.
    pub names: Names,
    /// Points of one confirmed incident of medium severity on the day it happens.
    /// Judgement, not measurement.
    pub weight: f64,
    /// How it fades; `None` where the entry leaves it to the settings.
    pub half_life: Option<HalfLife>,
    /// Whether one confirmed incident means exit whatever the sum.
    pub deal_breaker: bool,
    /// Where the entry comes from.
    pub origin: FlagOrigin,
    /// What it looks like, innocent explanations, questions and a response, as Markdown.
    pub guidance: String,
}

/// How the points of an incident fade.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HalfLife {
    /// After this many days an incident counts half.
    Days(u32),
    /// An incident never counts less.
    Never,
}

impl Default for HalfLife {
    /// Sixty days, as most of the built-in red flags. Judgement, not measurement.
    fn default() -> Self {
        Self::Days(60)
    }
}

impl HalfLife {
    /// The days; `None` if it never fades.
    pub const fn days(self) -> Option<u32> {
        match self {
            Self::Days(days) => Some(days),
            Self::Never => None,
        }
    }
}

/// What a red flag is called.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Names {
    /// In English.
    pub en: Option<String>,
    /// In French.
    pub fr: Option<String>,
}

impl Names {
    /// The name in `language`, else in the other one.
    pub fn in_language(&self, language: Language) -> Option<&str> {
        let (first, second) = match language {
            Language::En => (&self.en, &self.fr),
            Language::Fr => (&self.fr, &self.en),
        };
        first.as_deref().or(second.as_deref())
    }
}

/// Where a red flag comes from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FlagOrigin {
    /// Built into the program.
    BuiltIn,
    /// The user's own note, as a path below the vault.
    Vault(String),
}

impl Flag {
    /// The name in `language`, else in the other one, else the id.
    pub fn name(&self, language: Language) -> &str {
        self.names.in_language(language).unwrap_or(self.id.as_str())
    }
}
