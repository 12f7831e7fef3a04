//! A `DKIM-Signature` field read: who signed what, and how.

use jiff::Timestamp;

use super::levelled::Levelling;
use crate::pubkey::pem::base64;

/// The most fields that one signature may name.
const MOST_FIELDS: usize = 500;

/// A list of `name=value` (RFC 6376, 3.2).
pub(super) struct Tags(Vec<(String, String)>);

impl Tags {
    /// Reads a list; `None` where it is none, or where a name stands twice.
    pub(super) fn read(text: &str) -> Option<Self> {
        let mut tags: Vec<(String, String)> = Vec::new();
        for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
            let (name, value) = part.split_once('=')?;
            let name = name.trim().to_owned();
            if tags.iter().any(|(known, _)| *known == name) {
                return None;
            }
            tags.push((name, value.trim().to_owned()));
        }
        Some(Self(tags))
    }

    pub(super) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// A value with its white space taken out, as names and numbers are folded.
    fn plain(&self, name: &str) -> Option<String> {
        self.get(name).map(|value| value.split_whitespace().collect())
    }
}

/// The kind of key that signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum KeyKind {
    Rsa,
    Ed25519,
}

/// A signature.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Signature {
    pub(super) domain: String,
    pub(super) selector: String,
    /// The kind of key; the name of the way of signing where it is none of ours.
    pub(super) key: Result<KeyKind, String>,
    pub(super) head: Levelling,
    pub(super) body: Levelling,
    /// The names of the fields that are signed, in the order of signing, in lower case.
    pub(super) fields: Vec<String>,
    /// How many bytes of the body are signed; `None` for all.
    pub(super) length: Option<usize>,
    pub(super) body_digest: Vec<u8>,
    pub(super) value: Vec<u8>,
    /// The domain of whoever it is signed for.
    pub(super) identity: Option<String>,
    pub(super) signed_at: Option<Timestamp>,
    pub(super) expires: Option<Timestamp>,
}

impl Signature {
    /// Reads the value of a field.
    ///
    /// # Errors
    /// The tag that is missing or cannot be read; `tags` for the list as a whole.
    pub(super) fn read(value: &str) -> Result<Self, &'static str> {
        let tags = Tags::read(value).ok_or("tags")?;
        if tags.get("v") != Some("1") {
            return Err("v");
        }
        let domain = tags.plain("d").filter(|name| is_name(name)).ok_or("d")?.to_lowercase();
        let selector = tags.plain("s").filter(|name| is_name(name)).ok_or("s")?;
        let key = match tags.plain("a").ok_or("a")?.as_str() {
            "rsa-sha256" => Ok(KeyKind::Rsa),
            "ed25519-sha256" => Ok(KeyKind::Ed25519),
            other => Err(other.to_owned()),
        };
        let ways = tags.plain("c").unwrap_or_else(|| "simple/simple".to_owned());
        let (head, body) = ways.split_once('/').unwrap_or((&ways, "simple"));
        let fields: Vec<String> =
            tags.plain("h").ok_or("h")?.split(':').map(str::to_lowercase).collect();
        if !fields.iter().any(|name| name == "from") || fields.len() > MOST_FIELDS {
            return Err("h");
        }
        let identity = tags.plain("i").map(|identity| {
            identity.rsplit_once('@').map_or(identity.as_str(), |(_, at)| at).to_lowercase()
        });
        let is_inside = |of: &String| *of == domain || of.ends_with(&format!(".{domain}"));
        if identity.as_ref().is_some_and(|of| !is_inside(of)) {
            return Err("i");
        }
        Ok(Self {
            head: Levelling::of(head).ok_or("c")?,
            body: Levelling::of(body).ok_or("c")?,
            length: tags.plain("l").map(|digits| digits.parse().map_err(|_| "l")).transpose()?,
            body_digest: tags.get("bh").and_then(base64).ok_or("bh")?,
            value: tags.get("b").and_then(base64).filter(|all| !all.is_empty()).ok_or("b")?,
            signed_at: moment(&tags, "t")?,
            expires: moment(&tags, "x")?,
            domain,
            selector,
            key,
            fields,
            identity,
        })
    }
}

fn moment(tags: &Tags, name: &'static str) -> Result<Option<Timestamp>, &'static str> {
    let Some(digits) = tags.plain(name) else { return Ok(None) };
    let seconds: i64 = digits.parse().map_err(|_| name)?;
    Timestamp::from_second(seconds).map(Some).map_err(|_| name)
}

/// Whether a text can be a name in the domain name system, and so part of a file's name.
fn is_name(text: &str) -> bool {
    text.len() <= 253
        && text.split('.').all(|label| {
            !label.is_empty()
                && label.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte))
        })
}

/// A field's value with that of its tag `b` taken out: a signature does not sign itself.
pub(super) fn without_value(value: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(value.len());
    for (at, tag) in value.split(|byte| *byte == b';').enumerate() {
        if at > 0 {
            out.push(b';');
        }
        let equals = tag.iter().position(|byte| *byte == b'=');
        match equals.filter(|equals| tag[..*equals].trim_ascii() == b"b") {
            Some(equals) => {
                out.extend_from_slice(&tag[..=equals]);
                // The end of the line belongs to the field, not to its last tag.
                if value.ends_with(b"\r\n") && tag.ends_with(b"\r\n") && is_last(value, at) {
                    out.extend_from_slice(b"\r\n");
                }
            }
            None => out.extend_from_slice(tag),
        }
    }
    out
}

fn is_last(value: &[u8], at: usize) -> bool {
    value.iter().filter(|byte| **byte == b';').count() == at
}
