//! A key as its domain publishes it, read from what `dig`, `host` or `nslookup` printed.

use super::signature::{KeyKind, Tags};
use crate::pubkey::key::Key;
use crate::pubkey::pem::base64;

/// A published key.
pub(super) struct Record {
    pub(super) kind: Option<KeyKind>,
    /// The key; `None` where it was revoked.
    pub(super) key: Option<Key>,
    /// Whether it is only good for the domain itself, not for names below it.
    pub(super) is_strict: bool,
    /// Whether the domain says that it is only trying this.
    pub(super) is_test: bool,
}

impl Record {
    /// Reads the text of a file; `None` where it holds no key.
    pub(super) fn read(text: &str) -> Option<Self> {
        records(text).iter().find_map(|record| Self::of(record))
    }

    fn of(record: &str) -> Option<Self> {
        let tags = Tags::read(record)?;
        let lists = |name: &str, word: &str| {
            tags.get(name).is_none_or(|list| list.split(':').any(|one| one.trim() == word))
        };
        if tags.get("v").is_some_and(|version| version != "DKIM1") || !lists("h", "sha256") {
            return None;
        }
        if !lists("s", "*") && !lists("s", "email") {
            return None;
        }
        let flags = |flag: &str| tags.get("t").is_some() && lists("t", flag);
        let published = base64(tags.get("p")?)?;
        let kind = match tags.get("k").unwrap_or("rsa") {
            "rsa" => Some(KeyKind::Rsa),
            "ed25519" => Some(KeyKind::Ed25519),
            _ => None,
        };
        let key = match kind {
            _ if published.is_empty() => None,
            Some(KeyKind::Rsa) => Some(Key::rsa_of_mail(&published).ok()?),
            Some(KeyKind::Ed25519) => Some(Key::ed25519(&published).ok()?),
            None => Some(Key::Unsupported(tags.get("k").unwrap_or_default().to_owned())),
        };
        Some(Self { kind, key, is_strict: flags("s"), is_test: flags("y") })
    }
}

/// The records in a text: the quoted pieces of a line put together, or the lines as they are.
fn records(text: &str) -> Vec<String> {
    let lines = || text.lines().map(str::trim).filter(|line| !line.starts_with([';', '#']));
    let quoted: Vec<String> = lines()
        .filter(|line| line.contains('"'))
        .map(|line| line.split('"').skip(1).step_by(2).collect::<String>().replace("\\;", ";"))
        .collect();
    if quoted.is_empty() { vec![lines().collect()] } else { quoted }
}
