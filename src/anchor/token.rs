//! A time stamp (RFC 3161): what it says, and whether its signer said it.

use jiff::{SignedDuration, Timestamp};

use super::LARGEST;
use super::certificate::Certificate;
use super::fault::TokenFault;
use super::signer::Signer;
use crate::model::Digest;
use crate::pubkey::asn1::{Element, Elements, Malformed, ObjectIdentifier, tag, wrap};
use crate::pubkey::key::Hash;

const SIGNED_DATA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.7.2");
/// The type of what a time stamp signs.
pub(super) const TST_INFO: ObjectIdentifier =
    ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.1.4");

/// The most certificates that are looked at.
const MOST_CERTIFICATES: usize = 32;

/// A time stamp whose signature fits the certificate in it.
///
/// Whether the user trusts who issued that certificate is another question: see
/// [`Token::trace`].
#[derive(Clone, Debug)]
pub struct Token {
    /// The digest of the file that it is for.
    pub digest: Digest,
    /// When the authority says that it made it.
    pub at: Timestamp,
    /// How far its clock may be off.
    pub accuracy: SignedDuration,
    /// The serial number, in hexadecimal digits.
    pub serial: String,
    /// The nonce, in DER's octets.
    pub nonce: Option<Vec<u8>>,
    /// The digest of the token itself, without the answer around it.
    pub identity: Digest,
    /// The certificate of the key that signed.
    pub signer: Certificate,
    /// Every certificate in it.
    pub(super) certificates: Vec<Certificate>,
}

/// What a time stamp is made for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Imprint {
    hash: Option<Hash>,
    octets: Vec<u8>,
}

/// The fields of a `TSTInfo`.
struct Info {
    imprint: Imprint,
    serial: String,
    at: Timestamp,
    accuracy: SignedDuration,
    nonce: Option<Vec<u8>>,
}

impl From<Malformed> for TokenFault {
    fn from(_: Malformed) -> Self {
        Self::Unreadable
    }
}

impl Token {
    /// Reads a time stamp, bare or in an authority's answer, and checks it against itself.
    ///
    /// # Errors
    /// Why it cannot be one.
    pub fn parse(bytes: &[u8]) -> Result<Self, TokenFault> {
        let token = bare(bytes)?;
        let mut outer = token.inside();
        if outer.expect(tag::OID)?.oid()? != SIGNED_DATA {
            return Err(TokenFault::Unreadable);
        }
        let signed = Element::only(outer.expect(tag::around(0))?.value)?;
        let mut parts = signed.inside();
        let version = parts.expect(tag::INTEGER)?.small()?;
        let functions = parts.expect(tag::SET)?;
        let mut content = parts.expect(tag::SEQUENCE)?.inside();
        if content.expect(tag::OID)?.oid()? != TST_INFO {
            return Err(TokenFault::Unreadable);
        }
        let content = Element::only(content.expect(tag::around(0))?.value)?;
        if content.tag != tag::OCTET_STRING {
            return Err(TokenFault::Unreadable);
        }
        let certificates = match parts.maybe(tag::around(0))? {
            Some(set) => certificates(set.inside())?,
            None => Vec::new(),
        };
        parts.maybe(tag::around(1))?;
        let signers = signers(parts.expect(tag::SET)?.inside())?;
        parts.finish()?;
        let [signer] = signers.as_slice() else {
            return Err(TokenFault::Signers(signers.len()));
        };
        let info = Info::read(content.value)?;
        let digest = info.imprint.digest().ok_or(TokenFault::OtherFunction)?;
        let signer = Signer::read(signer)?;
        if !(1..=5).contains(&version) || !names(functions.inside(), signer.hash)? {
            return Err(TokenFault::Unreadable);
        }
        let signer = signer.check(content.value, &certificates)?;
        Ok(Self {
            digest,
            at: info.at,
            accuracy: info.accuracy,
            serial: info.serial,
            nonce: info.nonce,
            identity: Digest::of(token.whole),
            signer,
            certificates,
        })
    }

    /// Whether it is for this statement, and answers this request where there is one.
    ///
    /// # Errors
    /// Which of the two it is not.
    pub fn fits(&self, statement: Digest, nonce: Option<&[u8]>) -> Result<(), TokenFault> {
        if self.digest != statement {
            return Err(TokenFault::OtherFile);
        }
        if nonce.is_some() && self.nonce.as_deref() != nonce {
            return Err(TokenFault::OtherNonce);
        }
        Ok(())
    }

    /// The certificate in it with this fingerprint.
    pub fn certificate(&self, fingerprint: &str) -> Option<&Certificate> {
        self.certificates.iter().find(|one| one.fingerprint().to_hex() == fingerprint)
    }

    /// The first moment at which it can have been made, by the authority's clock.
    pub fn earliest(&self) -> Timestamp {
        self.at.saturating_sub(self.accuracy).unwrap_or(self.at)
    }

    /// The last one.
    pub fn latest(&self) -> Timestamp {
        self.at.saturating_add(self.accuracy).unwrap_or(self.at)
    }
}

/// The bytes of an authority's answer with this time stamp: the answer itself, or a bare time
/// stamp with the one line around it that says that it was granted.
///
/// # Errors
/// Where it is neither.
pub fn as_response(bytes: &[u8]) -> Result<Vec<u8>, TokenFault> {
    let token = bare(bytes)?;
    if token.whole.len() != bytes.len() {
        return Ok(bytes.to_vec());
    }
    let status = wrap(tag::SEQUENCE, &wrap(tag::INTEGER, &[0]));
    Ok(wrap(tag::SEQUENCE, &[status.as_slice(), token.whole].concat()))
}

/// The time stamp in some bytes, without the answer around it.
fn bare(bytes: &[u8]) -> Result<Element<'_>, TokenFault> {
    if bytes.len() > LARGEST {
        return Err(TokenFault::TooLarge);
    }
    let whole = Element::only(bytes)?;
    if whole.tag != tag::SEQUENCE {
        return Err(TokenFault::Unreadable);
    }
    let mut parts = whole.inside();
    let first = parts.next()?;
    if first.tag == tag::OID {
        return Ok(whole);
    }
    if first.tag != tag::SEQUENCE {
        return Err(TokenFault::Unreadable);
    }
    let mut said = first.inside();
    let status = said.expect(tag::INTEGER)?.small()?;
    if status > 1 {
        let texts = said.maybe(tag::SEQUENCE)?.map(|texts| texts.inside().maybe(tag::UTF8));
        let why = texts.and_then(Result::ok).flatten().map(|text| text.value).unwrap_or_default();
        let why = String::from_utf8_lossy(why).into_owned();
        return Err(TokenFault::Refused(if why.is_empty() { format!("{status}") } else { why }));
    }
    let token = parts.expect(tag::SEQUENCE)?;
    parts.finish()?;
    Ok(token)
}

/// Whether a list of digest functions names one and no strange ones.
fn names(mut set: Elements<'_>, wanted: Option<Hash>) -> Result<bool, Malformed> {
    let mut found = false;
    while !set.is_empty() {
        found |= Hash::read(&set.expect(tag::SEQUENCE)?)? == wanted;
    }
    Ok(found)
}

fn certificates(mut set: Elements<'_>) -> Result<Vec<Certificate>, TokenFault> {
    let mut found = Vec::new();
    while !set.is_empty() {
        let element = set.next()?;
        // Other kinds of certificates, and those that cannot be read, lead nowhere.
        found.extend(Certificate::parse(element.whole));
        if found.len() > MOST_CERTIFICATES {
            return Err(TokenFault::TooLarge);
        }
    }
    Ok(found)
}

fn signers(mut set: Elements<'_>) -> Result<Vec<Element<'_>>, TokenFault> {
    let mut found = Vec::new();
    while !set.is_empty() {
        found.push(set.expect(tag::SEQUENCE)?);
    }
    Ok(found)
}

impl Imprint {
    /// Reads a `MessageImprint`.
    pub(super) fn read(element: &Element<'_>) -> Result<Self, Malformed> {
        let mut parts = element.inside();
        let hash = Hash::read(&parts.expect(tag::SEQUENCE)?)?;
        let octets = parts.expect(tag::OCTET_STRING)?.value.to_vec();
        parts.finish()?;
        Ok(Self { hash, octets })
    }

    /// The digest, where it is a SHA-256.
    pub(super) fn digest(&self) -> Option<Digest> {
        let hex: String = self.octets.iter().map(|octet| format!("{octet:02x}")).collect();
        if self.hash == Some(Hash::Sha256) { hex.parse().ok() } else { None }
    }
}

impl Info {
    fn read(bytes: &[u8]) -> Result<Self, Malformed> {
        let whole = Element::only(bytes)?;
        let mut fields = whole.inside();
        if whole.tag != tag::SEQUENCE || fields.expect(tag::INTEGER)?.value != [1] {
            return Err(Malformed);
        }
        fields.expect(tag::OID)?;
        let imprint = Imprint::read(&fields.expect(tag::SEQUENCE)?)?;
        let serial = fields.expect(tag::INTEGER)?.value;
        let serial = serial.iter().map(|octet| format!("{octet:02x}")).collect();
        let at = fields.expect(tag::TIME)?.instant()?;
        let accuracy = match fields.maybe(tag::SEQUENCE)? {
            Some(said) => accuracy(said.inside())?,
            None => SignedDuration::ZERO,
        };
        fields.maybe(tag::BOOLEAN)?;
        let nonce = fields.maybe(tag::INTEGER)?.map(|nonce| nonce.value.to_vec());
        fields.maybe(tag::around(0))?;
        if let Some(extensions) = fields.maybe(tag::around(1))? {
            refuse_critical(extensions.inside())?;
        }
        fields.finish()?;
        Ok(Self { imprint, serial, at, accuracy, nonce })
    }
}

fn accuracy(mut parts: Elements<'_>) -> Result<SignedDuration, Malformed> {
    let seconds = parts.maybe(tag::INTEGER)?.map_or(Ok(0), |part| part.small())?;
    let millis = parts.maybe(tag::plain(0))?.map_or(Ok(0), |part| part.small())?;
    let micros = parts.maybe(tag::plain(1))?.map_or(Ok(0), |part| part.small())?;
    parts.finish()?;
    let whole = SignedDuration::from_secs(i64::from(seconds));
    let parts = SignedDuration::from_millis(i64::from(millis))
        .checked_add(SignedDuration::from_micros(i64::from(micros)));
    whole.checked_add(parts.ok_or(Malformed)?).ok_or(Malformed)
}

/// What says that it must be understood, and is not, stops the reading.
fn refuse_critical(mut extensions: Elements<'_>) -> Result<(), Malformed> {
    while !extensions.is_empty() {
        let mut parts = extensions.expect(tag::SEQUENCE)?.inside();
        parts.expect(tag::OID)?;
        if let Some(critical) = parts.maybe(tag::BOOLEAN)?
            && critical.truth()?
        {
            return Err(Malformed);
        }
    }
    Ok(())
}
