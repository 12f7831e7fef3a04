//! Names of things: a client, a red flag, an incident, a decision.

use std::borrow::Cow;
use std::fmt;

use unicode_normalization::{UnicodeNormalization as _, is_nfc};

/// A text with every accent in one character with its letter (NFC). Some systems and keyboards
/// write them apart; a name is the same name either way.
pub fn composed(text: &str) -> Cow<'_, str> {
    if is_nfc(text) { Cow::Borrowed(text) } else { Cow::Owned(text.nfc().collect()) }
}

/// Whether a text may be an id that notes give: lower-case words joined by hyphens. Letters may
/// have accents, and digits count as letters.
pub fn is_id(text: &str) -> bool {
    let is_letter = |char: char| char.is_alphanumeric() && !char.is_uppercase();
    composed(text).split('-').all(|word| !word.is_empty() && word.chars().all(is_letter))
}

/// The name of a folder: the system finds it by its bytes.
fn unchanged(text: Box<str>) -> Box<str> {
    text
}

/// A name that people type and notes cite.
fn in_one_form(text: Box<str>) -> Box<str> {
    if is_nfc(&text) { text } else { text.nfc().collect::<String>().into() }
}

macro_rules! id {
    ($(#[$doc:meta])* $name:ident = $form:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            #[doc = concat!("Takes the text as the id: `", stringify!($form), "`.")]
            pub fn new(text: impl Into<Box<str>>) -> Self {
                Self($form(text.into()))
            }

            /// The id as text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl std::borrow::Borrow<str> for $name {
            fn borrow(&self) -> &str {
                &self.0
            }
        }
    };
}

id! {
    /// A client: the name of its folder below `clients/`, such as `atelier-nova`.
    ClientId = unchanged
}
id! {
    /// A red flag of the catalogue, such as `late-payment`.
    FlagId = in_one_form
}
id! {
    /// An incident: the name of its note without `.md`; an item of an `incidents:` list is
    /// `<note>#<position from 1>` unless it has an `id:` of its own.
    IncidentId = in_one_form
}
id! {
    /// A decision: the name of its note without `.md`, such as `2026-05-02-boundary-7k3f`.
    DecisionId = in_one_form
}
