//! Who signed a time stamp, and whether they signed what is in it (RFC 5652, RFC 5035).

use sha1::{Digest as _, Sha1};

use super::certificate::Certificate;
use super::fault::TokenFault;
use super::token::TST_INFO;
use crate::pubkey::asn1::{Element, Malformed, ObjectIdentifier, tag};
use crate::pubkey::key::{Check, Hash, Scheme};

const CONTENT_TYPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.3");
const MESSAGE_DIGEST: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.4");
const CERTIFICATE_V1: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.12");
const CERTIFICATE_V2: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.9.16.2.47");

/// A `SignerInfo`.
pub(super) struct Signer<'a> {
    /// By the issuer and the serial number, or by the identifier of the key.
    identifier: Element<'a>,
    pub(super) hash: Option<Hash>,
    /// The signed attributes, with the tag they have in the token.
    attributes: Element<'a>,
    scheme: Scheme,
    signature: &'a [u8],
}

impl<'a> Signer<'a> {
    pub(super) fn read(element: &Element<'a>) -> Result<Self, TokenFault> {
        let mut fields = element.inside();
        let version = fields.expect(tag::INTEGER)?.small()?;
        let identifier = fields.next()?;
        let hash = Hash::read(&fields.expect(tag::SEQUENCE)?)?;
        let attributes = fields.expect(tag::around(0))?;
        let scheme = Scheme::read(&fields.expect(tag::SEQUENCE)?)?;
        let signature = fields.expect(tag::OCTET_STRING)?.value;
        fields.maybe(tag::around(1))?;
        fields.finish()?;
        // RFC 5652, 5.3: the version says how the certificate is named.
        if version != if identifier.tag == tag::SEQUENCE { 1 } else { 3 } {
            return Err(TokenFault::Unreadable);
        }
        Ok(Self { identifier, hash, attributes, scheme, signature })
    }

    /// The certificate of the key that signed this content; every step, or the first that fails.
    pub(super) fn check(
        &self,
        content: &[u8],
        certificates: &[Certificate],
    ) -> Result<Certificate, TokenFault> {
        let hash = self.hash.ok_or_else(|| TokenFault::Unsupported("digest".to_owned()))?;
        let certificate = certificates.iter().find(|one| self.names(one));
        let certificate = certificate.ok_or(TokenFault::NoCertificate)?;
        let content_type = self.one(CONTENT_TYPE)?.ok_or(TokenFault::OtherContent)?;
        let digest = self.one(MESSAGE_DIGEST)?.ok_or(TokenFault::OtherContent)?;
        if content_type.oid() != Ok(TST_INFO) || digest.value != hash.digest(content) {
            return Err(TokenFault::OtherContent);
        }
        if !self.binds(certificate)? {
            return Err(TokenFault::OtherCertificate);
        }
        // What is signed has the tag of a set in the place of the one it has in the token.
        let mut signed = self.attributes.whole.to_vec();
        if let Some(first) = signed.first_mut() {
            *first = tag::SET;
        }
        match certificate.key.check(self.scheme, Some(hash), &signed, self.signature) {
            Check::Fits => {}
            Check::Bad => return Err(TokenFault::BadSignature),
            Check::Unsupported(name) => return Err(TokenFault::Unsupported(name)),
        }
        if !certificate.is_for_time_stamping() {
            return Err(TokenFault::NotForTimeStamping(certificate.name()));
        }
        Ok(certificate.clone())
    }

    fn names(&self, certificate: &Certificate) -> bool {
        if self.identifier.tag == tag::plain(0) {
            return certificate.extensions.subject_key.as_deref() == Some(self.identifier.value);
        }
        let mut parts = self.identifier.inside();
        let issuer = parts.expect(tag::SEQUENCE).map(|issuer| issuer.whole == certificate.issuer);
        let serial = parts.expect(tag::INTEGER).map(|serial| serial.value == certificate.serial);
        issuer == Ok(true) && serial == Ok(true)
    }

    /// The one value of a signed attribute; `None` where it is absent, or there are several.
    fn one(&self, wanted: ObjectIdentifier) -> Result<Option<Element<'a>>, Malformed> {
        let mut attributes = self.attributes.inside();
        let mut found = Vec::new();
        while !attributes.is_empty() {
            let mut parts = attributes.expect(tag::SEQUENCE)?.inside();
            if parts.expect(tag::OID)?.oid()? == wanted {
                found.push(Element::only(parts.expect(tag::SET)?.value));
            }
        }
        match found.as_slice() {
            [only] => (*only).map(Some),
            _ => Ok(None),
        }
    }

    /// Whether what is signed names this certificate by its digest, so that no other one for
    /// the same key can take its place. Where both attributes are there, both must.
    fn binds(&self, certificate: &Certificate) -> Result<bool, Malformed> {
        let whole = certificate.bytes();
        let v2 = match self.one(CERTIFICATE_V2)? {
            Some(value) => {
                // SigningCertificateV2, the list, and the first of it: the signer's own.
                let mut first = first_of_list(&value)?.inside();
                let hash = match first.maybe(tag::SEQUENCE)? {
                    Some(named) => Hash::read(&named)?,
                    None => Some(Hash::Sha256),
                };
                let digest = first.expect(tag::OCTET_STRING)?.value;
                Some(hash.is_some_and(|hash| digest == hash.digest(whole)))
            }
            None => None,
        };
        let v1 = match self.one(CERTIFICATE_V1)? {
            Some(value) => {
                let digest = first_of_list(&value)?.inside().expect(tag::OCTET_STRING)?.value;
                Some(digest == Sha1::digest(whole).as_slice())
            }
            None => None,
        };
        Ok((v1.is_some() || v2.is_some()) && v1 != Some(false) && v2 != Some(false))
    }
}

fn first_of_list<'a>(value: &Element<'a>) -> Result<Element<'a>, Malformed> {
    value.inside().expect(tag::SEQUENCE)?.inside().expect(tag::SEQUENCE)
}
