//! The signatures of a message held against the keys that their domains published.

use jiff::Timestamp;
use sha2::{Digest as _, Sha256};

use super::fields::{Field, Message};
use super::record::Record;
use super::record_name;
use super::signature::{Signature, without_value};
use crate::pubkey::key::Check;

/// The most signatures of one message that are looked at.
const MOST: usize = 16;

/// Below this length an RSA key is weak by today's measure, in bits.
const STRONG_BITS: usize = 2048;

/// A signature of a message, and what came of holding it against a key.
#[derive(Clone, Debug, PartialEq)]
pub struct Checked {
    /// The domain that signed; empty where that cannot be read.
    pub domain: String,
    /// Which of its keys.
    pub selector: String,
    /// What came of it.
    pub verdict: Verdict,
    /// The names of the signed fields that the message has, in lower case, each once.
    pub fields: Vec<String>,
    /// How much of the body is signed.
    pub extent: Extent,
    /// When the server says that it signed.
    pub signed_at: Option<Timestamp>,
    /// Until when the server meant the signature to be checked.
    pub expires: Option<Timestamp>,
    /// Whether the domain is that of the sender's address, or one above it.
    pub is_of_sender: bool,
    /// The length of an RSA key that is weak by today's measure, in bits.
    pub weak_bits: Option<usize>,
    /// Whether the domain said that it was only trying this.
    pub is_test: bool,
}

impl Checked {
    /// Where its key is published, and how the file with it is called, without `.txt`.
    pub fn record_name(&self) -> String {
        record_name(&self.selector, &self.domain)
    }
}

/// How much of a body is signed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// All of it.
    Whole,
    /// Its first bytes; what follows may come from anybody.
    First {
        /// How many.
        signed: usize,
        /// How many there are.
        of: usize,
    },
}

/// What came of a signature.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It fits the message and the key.
    Holds,
    /// The body is not the one that was signed.
    BodyChanged,
    /// The fields, or the key, are not those it was made with.
    DoesNotFit,
    /// The key is not on file.
    NoKey,
    /// The file holds no key that could be read.
    KeyUnreadable,
    /// The domain withdrew the key.
    KeyRevoked,
    /// Made in a way that is too weak or unknown here; its name.
    Unsupported(String),
    /// The field cannot be read; the tag that is at fault.
    Malformed(&'static str),
}

/// Checks every signature of a message, in the order of its head. `key_of` gives the text of
/// the file with the key that is published under a name such as `s1._domainkey.example.org`.
pub fn check(raw: &[u8], mut key_of: impl FnMut(&str) -> Option<String>) -> Vec<Checked> {
    let message = Message::read(raw);
    let fields = message.fields();
    let sender = sender_domain(&fields);
    let signed = fields.iter().enumerate().filter(|(_, field)| field.is_called("DKIM-Signature"));
    signed
        .take(MOST)
        .map(|(at, field)| {
            let text = String::from_utf8_lossy(field.value);
            match Signature::read(&text) {
                Ok(signature) => {
                    One { message: &message, fields: &fields, at, signature: &signature }
                        .check(sender.as_deref(), &mut key_of)
                }
                Err(tag) => unread(tag),
            }
        })
        .collect()
}

fn unread(tag: &'static str) -> Checked {
    Checked {
        domain: String::new(),
        selector: String::new(),
        verdict: Verdict::Malformed(tag),
        fields: Vec::new(),
        extent: Extent::Whole,
        signed_at: None,
        expires: None,
        is_of_sender: false,
        weak_bits: None,
        is_test: false,
    }
}

struct One<'m> {
    message: &'m Message<'m>,
    fields: &'m [Field<'m>],
    /// The number of the signature's own field.
    at: usize,
    signature: &'m Signature,
}

impl One<'_> {
    fn check(
        &self,
        sender: Option<&str>,
        key_of: &mut impl FnMut(&str) -> Option<String>,
    ) -> Checked {
        let signature = self.signature;
        let picked = self.picked();
        let mut names = Vec::new();
        for field in &picked {
            let name = String::from_utf8_lossy(field.name.trim_ascii()).to_lowercase();
            if !names.contains(&name) {
                names.push(name);
            }
        }
        let is_of = |sender: &str| {
            sender == signature.domain || sender.ends_with(&format!(".{}", signature.domain))
        };
        let body = signature.body.body(self.message.body());
        let of = body.len();
        let mut checked = Checked {
            domain: signature.domain.clone(),
            selector: signature.selector.clone(),
            verdict: Verdict::Holds,
            fields: names,
            extent: match signature.length {
                Some(signed) if signed < of => Extent::First { signed, of },
                _ => Extent::Whole,
            },
            signed_at: signature.signed_at,
            expires: signature.expires,
            is_of_sender: sender.is_some_and(is_of),
            weak_bits: None,
            is_test: false,
        };
        checked.verdict = self.verdict(&picked, &body, key_of, &mut checked);
        checked
    }

    fn verdict(
        &self,
        picked: &[&Field<'_>],
        body: &[u8],
        key_of: &mut impl FnMut(&str) -> Option<String>,
        checked: &mut Checked,
    ) -> Verdict {
        let signature = self.signature;
        let kind = match &signature.key {
            Ok(kind) => *kind,
            Err(name) => return Verdict::Unsupported(name.clone()),
        };
        let length = signature.length.unwrap_or(body.len());
        let is_same = body
            .get(..length)
            .is_some_and(|signed| Sha256::digest(signed).as_slice() == signature.body_digest);
        if !is_same {
            return Verdict::BodyChanged;
        }
        let Some(text) = key_of(&checked.record_name()) else { return Verdict::NoKey };
        let Some(record) = Record::read(&text) else { return Verdict::KeyUnreadable };
        let Some(key) = record.key else { return Verdict::KeyRevoked };
        checked.weak_bits = key.rsa_bits().filter(|bits| *bits < STRONG_BITS);
        checked.is_test = record.is_test;
        let is_below = signature.identity.as_ref().is_some_and(|of| *of != signature.domain);
        if record.kind.is_some_and(|of| of != kind) || record.is_strict && is_below {
            return Verdict::DoesNotFit;
        }
        match key.check_digest(&self.head_digest(picked), &signature.value) {
            Check::Fits => Verdict::Holds,
            Check::Bad => Verdict::DoesNotFit,
            Check::Unsupported(name) => Verdict::Unsupported(name),
        }
    }

    /// The fields that are signed: of several with one name the last one that was not taken yet.
    fn picked(&self) -> Vec<&Field<'_>> {
        let mut taken = vec![false; self.fields.len()];
        taken[self.at] = true;
        let last = |name: &String| {
            let at = (0..self.fields.len())
                .rev()
                .find(|at| !taken[*at] && self.fields[*at].is_called(name))?;
            taken[at] = true;
            Some(&self.fields[at])
        };
        self.signature.fields.iter().filter_map(last).collect()
    }

    fn head_digest(&self, picked: &[&Field<'_>]) -> [u8; 32] {
        let way = self.signature.head;
        let mut hash = Sha256::new();
        for field in picked {
            hash.update(way.field(field));
        }
        let own = &self.fields[self.at];
        let value = without_value(own.value);
        let mut whole = own.name.to_vec();
        whole.push(b':');
        whole.extend_from_slice(&value);
        let own = way.field(&Field { name: own.name, value: &value, whole: &whole });
        hash.update(own.strip_suffix(b"\r\n").unwrap_or(&own));
        hash.finalize().into()
    }
}

/// The domain of the sender's address, where there is exactly one `From`.
fn sender_domain(fields: &[Field<'_>]) -> Option<String> {
    let mut senders = fields.iter().filter(|field| field.is_called("From"));
    let (first, None) = (senders.next()?, senders.next()) else { return None };
    let text = String::from_utf8_lossy(first.value);
    let (_, domain) = text.rsplit_once('@')?;
    let is_part = |char: char| char.is_ascii_alphanumeric() || ".-_".contains(char);
    let end = domain.find(|char| !is_part(char)).unwrap_or(domain.len());
    Some(domain[..end].to_lowercase()).filter(|domain| !domain.is_empty())
}
