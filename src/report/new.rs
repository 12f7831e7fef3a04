//! What the templates of a new vault and a new client note are filled with.

use serde::Serialize;

/// A new vault's settings.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct NewVaultView<'v> {
    /// The code of its language.
    pub language: &'static str,
    /// The name of its time zone.
    pub timezone: &'v str,
    /// The code of its currency.
    pub currency: &'static str,
}

/// A new client.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NewClientView {
    /// What the client is called.
    pub name: String,
    /// The code of the language of documents for them.
    pub language: &'static str,
    /// The name of their time zone.
    pub timezone: String,
    /// The code of their currency.
    pub currency: &'static str,
}
