//! X.509 certificates, as far as a time stamp needs them (RFC 5280).

use jiff::Timestamp;

use super::extension::{Extension, extensions, points_in, web_address};
use crate::model::Digest;
use crate::pubkey::asn1::{Element, Elements, Malformed, ObjectIdentifier, tag};
use crate::pubkey::key::{Check, Key, Scheme};
use crate::pubkey::pem;

const COMMON_NAME: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.3");
const ORGANISATION: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.4.10");
const SUBJECT_KEY: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.14");
const KEY_USAGE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.15");
const BASIC: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.19");
const POINTS: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.31");
const EXTENDED_USAGE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.37");
const TIME_STAMPING: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.6.1.5.5.7.3.8");

/// Extensions that may be critical without being looked at: they only restrict policies and
/// names, or say how the key's owner is found. Any other critical one stops the chain.
const HARMLESS: [ObjectIdentifier; 3] = [
    ObjectIdentifier::new_unwrap("2.5.29.17"),
    ObjectIdentifier::new_unwrap("2.5.29.32"),
    ObjectIdentifier::new_unwrap("2.5.29.35"),
];

/// A certificate.
#[derive(Clone, Debug)]
pub struct Certificate {
    whole: Vec<u8>,
    signed: Vec<u8>,
    pub(super) serial: Vec<u8>,
    pub(super) issuer: Vec<u8>,
    pub(super) subject: Vec<u8>,
    /// The first moment at which it is valid.
    pub not_before: Timestamp,
    /// The last one.
    pub not_after: Timestamp,
    pub(super) key: Key,
    scheme: Scheme,
    signature: Vec<u8>,
    pub(super) extensions: Extensions,
}

/// What the extensions say.
#[derive(Clone, Debug, Default)]
pub(super) struct Extensions {
    pub(super) is_authority: bool,
    pub(super) path_length: Option<u32>,
    /// The octets of the bit string; absent, everything is allowed.
    key_usage: Option<Vec<u8>>,
    /// Whether it is critical, and whether it is for time stamps alone.
    extended_usage: Option<(bool, bool)>,
    pub(super) subject_key: Option<Vec<u8>>,
    /// Where the lists are that it would stand on, as the names are written.
    pub(super) points: Vec<Vec<u8>>,
    /// Whether there is a critical one that is not understood.
    pub(super) unknown_critical: bool,
}

impl Certificate {
    /// Reads a certificate in DER; `None` where it is none.
    pub fn parse(bytes: &[u8]) -> Option<Self> {
        Self::read(bytes).ok()
    }

    fn read(bytes: &[u8]) -> Result<Self, Malformed> {
        let Signed { signed, scheme, signature } = Signed::read(bytes)?;
        let mut fields = signed.inside();
        fields.maybe(tag::around(0))?;
        let serial = fields.expect(tag::INTEGER)?.value.to_vec();
        // The algorithm is named twice, once where the signature covers it.
        if Scheme::read(&fields.expect(tag::SEQUENCE)?)? != scheme {
            return Err(Malformed);
        }
        let issuer = fields.expect(tag::SEQUENCE)?.whole.to_vec();
        let mut validity = fields.expect(tag::SEQUENCE)?.inside();
        let (not_before, not_after) = (validity.next()?.instant()?, validity.next()?.instant()?);
        let subject = fields.expect(tag::SEQUENCE)?.whole.to_vec();
        let key = Key::read(&fields.expect(tag::SEQUENCE)?)?;
        for number in [1, 2] {
            fields.maybe(tag::plain(number))?;
        }
        let extensions = match fields.maybe(tag::around(3))? {
            Some(list) => Extensions::read(Element::only(list.value)?.inside())?,
            None => Extensions::default(),
        };
        fields.finish()?;
        Ok(Self {
            whole: bytes.to_vec(),
            signed: signed.whole.to_vec(),
            serial,
            issuer,
            subject,
            not_before,
            not_after,
            key,
            scheme,
            signature: signature.to_vec(),
            extensions,
        })
    }

    /// Its bytes, in DER.
    pub fn bytes(&self) -> &[u8] {
        &self.whole
    }

    /// Its SHA-256 fingerprint, as authorities publish it.
    pub fn fingerprint(&self) -> Digest {
        Digest::of(&self.whole)
    }

    /// Whom it is of: the common name, else the organisation, else nothing.
    pub fn name(&self) -> String {
        name_in(&self.subject)
    }

    /// Who issued it.
    pub fn issuer_name(&self) -> String {
        name_in(&self.issuer)
    }

    /// The same in the form of PEM, for programs that take no other.
    pub fn to_pem(&self) -> String {
        pem::block("CERTIFICATE", &self.whole).unwrap_or_default()
    }

    /// Its serial number in hexadecimal digits, as `openssl` writes it.
    pub fn serial(&self) -> String {
        let octets = self.serial.strip_prefix(&[0]).filter(|rest| !rest.is_empty());
        octets.unwrap_or(&self.serial).iter().map(|octet| format!("{octet:02X}")).collect()
    }

    /// Where its issuer's list of revoked certificates can be fetched, by HTTP.
    pub fn list_address(&self) -> Option<&str> {
        web_address(&self.extensions.points)
    }

    /// Whether it may issue others: an authority whose key may sign certificates.
    pub(super) fn may_issue(&self) -> bool {
        const KEY_CERT_SIGN: u8 = 0x04;
        self.extensions.is_authority && self.may(KEY_CERT_SIGN)
    }

    /// Whether its key may sign lists of revoked certificates.
    pub(super) fn may_sign_lists(&self) -> bool {
        const CRL_SIGN: u8 = 0x02;
        self.may(CRL_SIGN)
    }

    /// Whether the uses of its key, where they are given, have one of these.
    fn may(&self, uses: u8) -> bool {
        let usage = self.extensions.key_usage.as_ref();
        usage.is_none_or(|bits| bits.first().is_some_and(|bits| bits & uses != 0))
    }

    /// Whether its one use is to sign time stamps, said so that nobody may pass over it
    /// (RFC 3161, 2.3).
    pub(super) fn is_for_time_stamping(&self) -> bool {
        const SIGNING: u8 = 0xc0;
        self.extensions.extended_usage == Some((true, true)) && self.may(SIGNING)
    }

    pub(super) fn is_valid_at(&self, at: Timestamp) -> bool {
        self.not_before <= at && at <= self.not_after
    }

    /// Whether this certificate was issued with the key of another.
    pub(super) fn is_issued_by(&self, other: &Self) -> bool {
        self.issuer == other.subject
            && other.key.check(self.scheme, None, &self.signed, &self.signature) == Check::Fits
    }
}

/// What an authority signs, and its signature: the shape of certificates and of lists of them
/// (RFC 5280, 4.1.1 and 5.1.1).
pub(super) struct Signed<'a> {
    pub(super) signed: Element<'a>,
    pub(super) scheme: Scheme,
    pub(super) signature: &'a [u8],
}

impl<'a> Signed<'a> {
    pub(super) fn read(bytes: &'a [u8]) -> Result<Self, Malformed> {
        let whole = Element::only(bytes)?;
        if whole.tag != tag::SEQUENCE {
            return Err(Malformed);
        }
        let mut parts = whole.inside();
        let signed = parts.expect(tag::SEQUENCE)?;
        let scheme = Scheme::read(&parts.expect(tag::SEQUENCE)?)?;
        let signature = parts.expect(tag::BIT_STRING)?.bits()?;
        parts.finish()?;
        Ok(Self { signed, scheme, signature })
    }
}

impl Extensions {
    fn read(list: Elements<'_>) -> Result<Self, Malformed> {
        let mut read = Self::default();
        for Extension { oid, critical, value } in extensions(list)? {
            let element = Element::only(value);
            match oid {
                BASIC => {
                    let mut basic = element?.inside();
                    read.is_authority = match basic.maybe(tag::BOOLEAN)? {
                        Some(said) => said.truth()?,
                        None => false,
                    };
                    read.path_length =
                        basic.maybe(tag::INTEGER)?.map(|length| length.small()).transpose()?;
                }
                KEY_USAGE => match element?.value {
                    [unused, bits @ ..] if *unused < 8 => read.key_usage = Some(bits.to_vec()),
                    _ => return Err(Malformed),
                },
                EXTENDED_USAGE => {
                    let mut uses = element?.inside();
                    let first = uses.expect(tag::OID)?.oid()?;
                    let only = first == TIME_STAMPING && uses.is_empty();
                    read.extended_usage = Some((critical, only));
                }
                SUBJECT_KEY => read.subject_key = Some(element?.value.to_vec()),
                // It only helps to find a list: one that cannot be read stops nothing.
                POINTS if !critical => read.points = points_in(value).unwrap_or_default(),
                other => read.unknown_critical |= critical && !HARMLESS.contains(&other),
            }
        }
        Ok(read)
    }
}

/// The common name in a `Name`, else the organisation; what is no text is left out.
pub(super) fn name_in(name: &[u8]) -> String {
    let find = |wanted: ObjectIdentifier| -> Option<String> {
        let mut sets = Element::only(name).ok()?.inside();
        let mut found = None;
        while let Ok(set) = sets.expect(tag::SET) {
            let mut pair = set.inside().expect(tag::SEQUENCE).ok()?.inside();
            if pair.expect(tag::OID).ok()?.oid() == Ok(wanted) {
                let text = pair.next().ok()?.value;
                found = Some(String::from_utf8_lossy(text).into_owned());
            }
        }
        found
    };
    find(COMMON_NAME).or_else(|| find(ORGANISATION)).unwrap_or_default()
}
