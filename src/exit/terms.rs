//! What a late payment costs this client: the contract's rate, a law, or nothing.

use rust_decimal::Decimal;

use crate::model::{Client, Jurisdiction, LateInterest, REMINDERS};

/// What a late payment costs a client.
#[derive(Clone, Debug, PartialEq)]
pub enum Terms {
    /// The client note does not say.
    Unset,
    /// `none`: no interest is asked.
    Waived,
    /// The contract's rate in percent a year.
    Yearly(Decimal),
    /// The law of a place.
    Law(Box<Jurisdiction>),
    /// A place of which no file tells.
    Unknown(String),
}

/// The terms of a client, `law` being the file that the note names, where there is one.
pub fn terms(client: &Client, law: Option<Jurisdiction>) -> Terms {
    match &client.late_interest {
        None => Terms::Unset,
        Some(LateInterest::None) => Terms::Waived,
        Some(LateInterest::Yearly(rate)) => Terms::Yearly(*rate),
        Some(LateInterest::Jurisdiction(name)) => {
            law.map_or_else(|| Terms::Unknown((*name).to_owned()), |law| Terms::Law(Box::new(law)))
        }
    }
}

impl Terms {
    /// The law, where there is one.
    pub fn law(&self) -> Option<&Jurisdiction> {
        match self {
            Self::Law(law) => Some(law),
            _ => None,
        }
    }

    /// Days from the due date to the first reminder, then from each to the next.
    pub(super) fn reminders(&self) -> &[u16] {
        self.law().map_or(&REMINDERS, |law| &law.reminders)
    }
}
