//! Names of things: a client, a red flag, an incident, a decision.

use std::fmt;

macro_rules! id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name(Box<str>);

        impl $name {
            /// Takes the text as the id, unchanged.
            pub fn new(text: impl Into<Box<str>>) -> Self {
                Self(text.into())
            }

            /// The id as it is written.
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
    ClientId
}
id! {
    /// A red flag of the catalogue, such as `late-payment`.
    FlagId
}
id! {
    /// An incident: the name of its note without `.md`; an item of an `incidents:` list is
    /// `<note>#<position from 1>` unless it has an `id:` of its own.
    IncidentId
}
id! {
    /// A decision: the name of its note without `.md`, such as `2026-05-02-boundary-7k3f`.
    DecisionId
}
