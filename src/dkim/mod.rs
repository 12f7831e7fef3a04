//! What a mail server signed of a message (DKIM, RFC 6376 and 8463), checked offline.
//!
//! Owns: the signatures in a message's head, their two ways of levelling text, and what comes of
//! holding them against a published key. Pure: bytes in, an answer out. Must not: ask a name
//! server (the key is handed in, as text), or say that a message is authentic: a signature says
//! what a domain's server signed, and nothing about who sat at the keyboard.

mod check;
mod fields;
mod levelled;
mod record;
mod signature;

#[cfg(test)]
mod tests;

pub use check::{Checked, Extent, Verdict, check};

/// Where the key of a signature is published: `selector._domainkey.domain`.
pub fn record_name(selector: &str, domain: &str) -> String {
    format!("{selector}._domainkey.{domain}")
}
