//! The list of keys that a person trusts: OpenSSH's `allowed_signers`, as `ssh-keygen` reads it.
//!
//! Owns: the format, and which lines speak for a key. Must not: read files, or decide what a
//! signature is worth; a line with a fault is named and speaks for nobody.

use jiff::Timestamp;
use jiff::civil::DateTime;
use jiff::tz::TimeZone;
use ssh_key::PublicKey;
use ssh_key::public::KeyData;

use super::pattern;
use crate::phrase::Phrase;

/// A list of keys.
#[derive(Debug, Default)]
pub(super) struct AllowedSigners {
    /// The lines that could be read.
    pub(super) lines: Vec<AllowedSigner>,
    /// The lines that could not, counted from 1, and why.
    pub(super) faults: Vec<(usize, Phrase)>,
}

/// One line: a key, and for whom it speaks.
#[derive(Debug)]
pub(super) struct AllowedSigner {
    /// Patterns of addresses, separated by commas, as the line has them.
    pub(super) principals: String,
    /// The key.
    pub(super) key: KeyData,
    /// Whether the key certifies other keys, which casefile does not follow.
    pub(super) is_authority: bool,
    /// Patterns of what the key may sign; `None` for everything.
    pub(super) namespaces: Option<String>,
    /// The first moment at which the key is valid.
    pub(super) after: Option<Timestamp>,
    /// The last one.
    pub(super) before: Option<Timestamp>,
}

impl AllowedSigners {
    /// Reads a list; times without a zone are on the clock of `zone`.
    pub(super) fn parse(bytes: &[u8], zone: &TimeZone) -> Self {
        let mut list = Self::default();
        for (position, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
            let line = String::from_utf8_lossy(line);
            match parse_line(line.trim_end_matches('\r'), zone) {
                Ok(Some(signer)) => list.lines.push(signer),
                Ok(None) => {}
                Err(fault) => list.faults.push((position + 1, fault)),
            }
        }
        list
    }
}

impl AllowedSigner {
    /// Whether the key may sign in this namespace.
    pub(super) fn signs_in(&self, namespace: &str) -> bool {
        self.namespaces.as_deref().is_none_or(|list| pattern::is_in_list(namespace, list))
    }

    /// Whether the key speaks for this address.
    pub(super) fn speaks_for(&self, address: &str) -> bool {
        pattern::is_in_list(address, &self.principals)
    }
}

/// `principals [options] type key [comment]`.
fn parse_line(line: &str, zone: &TimeZone) -> Result<Option<AllowedSigner>, Phrase> {
    let line = line.trim_start_matches(BLANK);
    if line.is_empty() || line.starts_with('#') {
        return Ok(None);
    }
    if line.contains('\0') {
        return Err(Phrase::new("keys-control"));
    }
    let (principals, rest) = first_word(line)?;
    if rest.is_empty() {
        return Err(Phrase::new("keys-no-key"));
    }
    let (options, rest) = if is_key_type(rest) { ("", rest) } else { options(rest)? };
    let mut signer = AllowedSigner {
        principals,
        key: key(rest)?,
        is_authority: false,
        namespaces: None,
        after: None,
        before: None,
    };
    signer.apply(options, zone)?;
    Ok(Some(signer))
}

const BLANK: [char; 2] = [' ', '\t'];

/// The first word, of which a part may stand in quotes, and what follows the space after it.
fn first_word(line: &str) -> Result<(String, &str), Phrase> {
    let end = line.find(|c: char| BLANK.contains(&c) || c == '"').unwrap_or(line.len());
    let (start, rest) = line.split_at(end);
    match rest.strip_prefix('"') {
        None => Ok((start.to_owned(), rest.trim_start_matches(BLANK))),
        Some(rest) => {
            let (quoted, rest) =
                rest.split_once('"').ok_or_else(|| Phrase::new("keys-unclosed-quote"))?;
            Ok((format!("{start}{quoted}"), rest.trim_start_matches(BLANK)))
        }
    }
}

/// Whether a text begins with the name of a kind of key.
fn is_key_type(text: &str) -> bool {
    ["ssh-", "ecdsa-sha2-", "sk-ssh-", "sk-ecdsa-"].iter().any(|start| text.starts_with(start))
}

/// The options, and what follows them: the first space outside quotes ends them.
fn options(text: &str) -> Result<(&str, &str), Phrase> {
    let mut quoted = false;
    let mut bytes = text.bytes().enumerate();
    while let Some((at, byte)) = bytes.next() {
        match byte {
            b'\\' if text.as_bytes().get(at + 1) == Some(&b'"') => {
                bytes.next();
            }
            b'"' => quoted = !quoted,
            b' ' | b'\t' if !quoted => {
                let (options, rest) = text.split_at(at);
                return Ok((options, rest.trim_start_matches(BLANK)));
            }
            _ => {}
        }
    }
    Err(Phrase::new(if quoted { "keys-unclosed-quote" } else { "keys-no-key" }))
}

/// `type key [comment]`.
pub(super) fn key(text: &str) -> Result<KeyData, Phrase> {
    let mut words = text.split_whitespace();
    let (Some(kind), Some(data)) = (words.next(), words.next()) else {
        return Err(Phrase::new("keys-no-key"));
    };
    if !is_key_type(kind) {
        return Err(Phrase::new("keys-unknown-kind").with("kind", kind));
    }
    PublicKey::from_openssh(&format!("{kind} {data}"))
        .map(|key| key.key_data().clone())
        .map_err(|_| Phrase::new("keys-bad-key"))
}

impl AllowedSigner {
    /// Takes the options up, as `name` or `name="value"`, separated by commas.
    fn apply(&mut self, options: &str, zone: &TimeZone) -> Result<(), Phrase> {
        let mut rest = options;
        while !rest.is_empty() {
            let end = rest.find(['=', ',']).unwrap_or(rest.len());
            let (name, after) = rest.split_at(end);
            let value = match after.strip_prefix('=') {
                Some(after) => {
                    let (value, after) = unquoted(after)?;
                    rest = after;
                    Some(value)
                }
                None => {
                    rest = after;
                    None
                }
            };
            self.set(&name.to_ascii_lowercase(), value, zone)?;
            rest = match rest.strip_prefix(',') {
                Some("") => return Err(Phrase::new("keys-option").with("option", ",")),
                Some(next) => next,
                None if rest.is_empty() => "",
                None => return Err(Phrase::new("keys-option").with("option", rest)),
            };
        }
        match (self.after, self.before) {
            (Some(after), Some(before)) if before <= after => Err(Phrase::new("keys-window")),
            _ => Ok(()),
        }
    }

    fn set(&mut self, name: &str, value: Option<String>, zone: &TimeZone) -> Result<(), Phrase> {
        let twice = || Phrase::new("keys-option-twice").with("option", name);
        let time = |value: &str| {
            moment(value, zone).ok_or_else(|| Phrase::new("keys-time").with("value", value))
        };
        match (name, value) {
            ("cert-authority", None) => self.is_authority = true,
            ("namespaces", Some(list)) if self.namespaces.is_none() => self.namespaces = Some(list),
            ("valid-after", Some(value)) if self.after.is_none() => {
                self.after = Some(time(&value)?);
            }
            ("valid-before", Some(value)) if self.before.is_none() => {
                self.before = Some(time(&value)?);
            }
            ("namespaces" | "valid-after" | "valid-before", Some(_)) => return Err(twice()),
            _ => return Err(Phrase::new("keys-option").with("option", name)),
        }
        Ok(())
    }
}

/// A value in quotes, in which `\"` stands for a quote, and what follows it.
fn unquoted(text: &str) -> Result<(String, &str), Phrase> {
    let unclosed = || Phrase::new("keys-unclosed-quote");
    let inside = text.strip_prefix('"').ok_or_else(unclosed)?;
    let mut value = String::new();
    let mut letters = inside.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '"' => return Ok((value, &inside[at + 1..])),
            '\\' if letters.peek().is_some_and(|(_, next)| *next == '"') => {
                letters.next();
                value.push('"');
            }
            other => value.push(other),
        }
    }
    Err(unclosed())
}

/// `YYYYMMDD`, `YYYYMMDDHHMM` or `YYYYMMDDHHMMSS`, with `Z` or `UTC` behind it for UTC.
fn moment(text: &str, zone: &TimeZone) -> Option<Timestamp> {
    let upper = text.to_ascii_uppercase();
    let (digits, is_utc) = match upper.strip_suffix("UTC").or_else(|| upper.strip_suffix('Z')) {
        Some(digits) => (digits, true),
        None => (upper.as_str(), false),
    };
    if !digits.bytes().all(|byte| byte.is_ascii_digit()) || ![8, 12, 14].contains(&digits.len()) {
        return None;
    }
    let number = |from: usize, to: usize| match digits.get(from..to) {
        Some(part) => part.parse::<i16>().ok(),
        None => Some(0),
    };
    let small = |from: usize, to: usize| i8::try_from(number(from, to)?).ok();
    let civil = DateTime::new(
        number(0, 4)?,
        small(4, 6)?,
        small(6, 8)?,
        small(8, 10)?,
        small(10, 12)?,
        small(12, 14)?,
        0,
    );
    let zone = if is_utc { TimeZone::UTC } else { zone.clone() };
    Some(civil.ok()?.to_zoned(zone).ok()?.timestamp())
}

#[cfg(test)]
mod tests;
