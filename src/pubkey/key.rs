//! Public keys and the signatures they check: RSA (PKCS #1 v1.5) and ECDSA on P-256 and P-384,
//! with SHA-256, SHA-384 and SHA-512.

use std::ops::RangeInclusive;

use der::asn1::ObjectIdentifier;
use p256::ecdsa::signature::Verifier as _;
use p256::ecdsa::signature::hazmat::PrehashVerifier as _;
use rsa::traits::PublicKeyParts as _;
use rsa::{BigUint, Pkcs1v15Sign, RsaPublicKey};
use sha2::{Digest as _, Sha256, Sha384, Sha512};

use super::asn1::{Element, Malformed, tag};

const RSA: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.1");
const RSA_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.11");
const RSA_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.12");
const RSA_SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.113549.1.1.13");
const EC: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.2.1");
const EC_SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.2");
const EC_SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.3");
const EC_SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.4.3.4");
const P256: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.2.840.10045.3.1.7");
const P384: ObjectIdentifier = ObjectIdentifier::new_unwrap("1.3.132.0.34");
const SHA256: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.1");
const SHA384: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.2");
const SHA512: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.16.840.1.101.3.4.2.3");

/// What comes before the digest in an RSA signature, by RFC 8017, 9.2; the last but one of the
/// octets that change names the function, the others are lengths.
const PREFIX: [u8; 19] = [
    0x30, 0x31, 0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05,
    0x00, 0x04, 0x20,
];

/// Sizes of RSA keys that are used, in bits; a smaller one can be broken, a larger one takes time.
const RSA_BITS: RangeInclusive<usize> = 2048..=8192;

/// Sizes of RSA keys that sign mail, in bits: many servers still have 1024, and a verifier takes
/// them (RFC 8301, 3.2).
const MAIL_BITS: RangeInclusive<usize> = 1024..=8192;

/// A function that makes digests.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hash {
    Sha256,
    Sha384,
    Sha512,
}

impl Hash {
    /// Reads an `AlgorithmIdentifier`; `None` for a function that is not used here.
    pub(crate) fn read(element: &Element<'_>) -> Result<Option<Self>, Malformed> {
        let named = Scheme::read(element)?;
        Ok(if named.is_plain { Self::of(named.oid) } else { None })
    }

    fn of(oid: ObjectIdentifier) -> Option<Self> {
        match oid {
            SHA256 => Some(Self::Sha256),
            SHA384 => Some(Self::Sha384),
            SHA512 => Some(Self::Sha512),
            _ => None,
        }
    }

    pub(crate) fn digest(self, bytes: &[u8]) -> Vec<u8> {
        match self {
            Self::Sha256 => Sha256::digest(bytes).to_vec(),
            Self::Sha384 => Sha384::digest(bytes).to_vec(),
            Self::Sha512 => Sha512::digest(bytes).to_vec(),
        }
    }

    fn scheme(self) -> Pkcs1v15Sign {
        let (name, length) = match self {
            Self::Sha256 => (1, 32),
            Self::Sha384 => (2, 48),
            Self::Sha512 => (3, 64),
        };
        let mut prefix = PREFIX;
        prefix[1] = 0x11 + length;
        prefix[14] = name;
        prefix[18] = length;
        Pkcs1v15Sign { hash_len: Some(usize::from(length)), prefix: Box::new(prefix) }
    }
}

/// A way to sign, as a certificate or a token names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scheme {
    oid: ObjectIdentifier,
    /// Whether nothing more is said about it.
    is_plain: bool,
}

impl Scheme {
    /// Reads an `AlgorithmIdentifier`.
    pub(crate) fn read(element: &Element<'_>) -> Result<Self, Malformed> {
        const NULL: [u8; 2] = [0x05, 0x00];
        let mut parts = element.inside();
        let oid = parts.expect(tag::OID)?.oid()?;
        let is_plain = parts.is_empty() || parts.next()?.whole == NULL && parts.is_empty();
        Ok(Self { oid, is_plain })
    }

    /// The digest function that it names; `None` where it names none that is used here.
    pub(crate) fn hash(self) -> Option<Hash> {
        self.parts(None).map(|(_, hash)| hash)
    }

    /// Whether it is one of RSA, and its digest function: `hash` where it names none.
    fn parts(self, hash: Option<Hash>) -> Option<(bool, Hash)> {
        let (is_rsa, hash) = match self.oid {
            RSA_SHA256 => (true, Some(Hash::Sha256)),
            RSA_SHA384 => (true, Some(Hash::Sha384)),
            RSA_SHA512 => (true, Some(Hash::Sha512)),
            RSA => (true, hash),
            EC_SHA256 => (false, Some(Hash::Sha256)),
            EC_SHA384 => (false, Some(Hash::Sha384)),
            EC_SHA512 => (false, Some(Hash::Sha512)),
            EC => (false, hash),
            _ => return None,
        };
        Some((is_rsa, hash.filter(|_| self.is_plain)?))
    }

    fn unsupported(self) -> Check {
        Check::Unsupported(self.oid.to_string())
    }
}

/// How a signature stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Check {
    Fits,
    Bad,
    /// Casefile does not know this kind of key or signature, or it is too weak.
    Unsupported(String),
}

/// A public key.
#[derive(Clone, Debug)]
pub(crate) enum Key {
    Rsa(Box<RsaPublicKey>),
    Ed25519(Box<ed25519_dalek::VerifyingKey>),
    P256(Box<p256::ecdsa::VerifyingKey>),
    P384(Box<p384::ecdsa::VerifyingKey>),
    /// Of this name.
    Unsupported(String),
}

impl Key {
    /// Reads a `SubjectPublicKeyInfo`.
    pub(crate) fn read(element: &Element<'_>) -> Result<Self, Malformed> {
        let mut parts = element.inside();
        let mut algorithm = parts.expect(tag::SEQUENCE)?.inside();
        let bits = parts.expect(tag::BIT_STRING)?.bits()?;
        let oid = algorithm.expect(tag::OID)?.oid()?;
        match oid {
            RSA => Self::rsa(&Element::only(bits)?, &RSA_BITS),
            EC => {
                let curve = algorithm.expect(tag::OID)?.oid()?;
                match curve {
                    P256 => p256::ecdsa::VerifyingKey::from_sec1_bytes(bits)
                        .map(|key| Self::P256(Box::new(key)))
                        .map_err(|_| Malformed),
                    P384 => p384::ecdsa::VerifyingKey::from_sec1_bytes(bits)
                        .map(|key| Self::P384(Box::new(key)))
                        .map_err(|_| Malformed),
                    other => Ok(Self::Unsupported(format!("EC {other}"))),
                }
            }
            other => Ok(Self::Unsupported(other.to_string())),
        }
    }

    /// Reads an `RSAPublicKey`.
    fn rsa(element: &Element<'_>, sizes: &RangeInclusive<usize>) -> Result<Self, Malformed> {
        let mut numbers = element.inside();
        let modulus = BigUint::from_bytes_be(numbers.expect(tag::INTEGER)?.value);
        let exponent = BigUint::from_bytes_be(numbers.expect(tag::INTEGER)?.value);
        let size = modulus.bits();
        if !sizes.contains(&size) {
            return Ok(Self::Unsupported(format!("RSA {size}")));
        }
        let key = RsaPublicKey::new_with_max_size(modulus, exponent, *sizes.end());
        key.map(|key| Self::Rsa(Box::new(key))).map_err(|_| Malformed)
    }

    /// Reads the RSA key of a mail server: a `SubjectPublicKeyInfo`, or the `RSAPublicKey` alone,
    /// as some publish it.
    pub(crate) fn rsa_of_mail(der: &[u8]) -> Result<Self, Malformed> {
        let element = Element::only(der)?;
        let mut parts = element.inside();
        let first = parts.next()?;
        if first.tag != tag::SEQUENCE {
            return Self::rsa(&element, &MAIL_BITS);
        }
        if first.inside().expect(tag::OID)?.oid()? != RSA {
            return Err(Malformed);
        }
        Self::rsa(&Element::only(parts.expect(tag::BIT_STRING)?.bits()?)?, &MAIL_BITS)
    }

    /// Reads the 32 bytes of an Ed25519 key.
    pub(crate) fn ed25519(bytes: &[u8]) -> Result<Self, Malformed> {
        let bytes: [u8; 32] = bytes.try_into().map_err(|_| Malformed)?;
        let key = ed25519_dalek::VerifyingKey::from_bytes(&bytes).map_err(|_| Malformed)?;
        Ok(Self::Ed25519(Box::new(key)))
    }

    /// The length of an RSA key in bits.
    pub(crate) fn rsa_bits(&self) -> Option<usize> {
        if let Self::Rsa(key) = self { Some(key.n().bits()) } else { None }
    }

    /// Checks a signature over a SHA-256 digest by RSA or Ed25519, as mail servers sign
    /// (RFC 6376, 3.3; RFC 8463, 3).
    pub(crate) fn check_digest(&self, digest: &[u8; 32], signature: &[u8]) -> Check {
        let fits = match self {
            Self::Rsa(key) => {
                signature.len() == key.size()
                    && key.verify(Hash::Sha256.scheme(), digest, signature).is_ok()
            }
            Self::Ed25519(key) => ed25519_dalek::Signature::from_slice(signature)
                .is_ok_and(|signature| key.verify_strict(digest, &signature).is_ok()),
            Self::Unsupported(name) => return Check::Unsupported(name.clone()),
            Self::P256(_) | Self::P384(_) => false,
        };
        if fits { Check::Fits } else { Check::Bad }
    }

    /// Whether an Ed25519 signature over a message fits, by the equation of RFC 8032, 5.1.7, and no
    /// more: as `ssh-key` checks it.
    pub(crate) fn fits_ed25519(&self, message: &[u8], signature: &[u8]) -> bool {
        let Self::Ed25519(key) = self else { return false };
        let signature = ed25519_dalek::Signature::from_slice(signature);
        signature.is_ok_and(|signature| key.verify(message, &signature).is_ok())
    }

    /// Checks a signature over a message; `hash` is the function where the scheme names none.
    pub(crate) fn check(
        &self,
        scheme: Scheme,
        hash: Option<Hash>,
        message: &[u8],
        signature: &[u8],
    ) -> Check {
        match scheme.parts(hash) {
            Some((_, hash)) => self.check_hashed(scheme, hash, &hash.digest(message), signature),
            None => scheme.unsupported(),
        }
    }

    /// The same over the digest of a message that was made with this function.
    pub(crate) fn check_hashed(
        &self,
        scheme: Scheme,
        hash: Hash,
        digest: &[u8],
        signature: &[u8],
    ) -> Check {
        let Some((is_rsa, hash)) = scheme.parts(Some(hash)) else { return scheme.unsupported() };
        let fits = match self {
            Self::Rsa(key) if is_rsa => {
                signature.len() == key.size()
                    && key.verify(hash.scheme(), digest, signature).is_ok()
            }
            Self::P256(key) if !is_rsa => p256::ecdsa::Signature::from_der(signature)
                .is_ok_and(|signature| key.verify_prehash(digest, &signature).is_ok()),
            Self::P384(key) if !is_rsa => p384::ecdsa::Signature::from_der(signature)
                .is_ok_and(|signature| key.verify_prehash(digest, &signature).is_ok()),
            Self::Unsupported(name) => return Check::Unsupported(name.clone()),
            _ => false,
        };
        if fits { Check::Fits } else { Check::Bad }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_prefix_of_each_digest_is_the_published_one() {
        // RFC 8017, 9.2, note 1.
        let prefix = |hash: Hash| hash.scheme().prefix;
        assert_eq!(prefix(Hash::Sha256)[..2], [0x30, 0x31]);
        assert_eq!(prefix(Hash::Sha384)[..2], [0x30, 0x41]);
        assert_eq!(prefix(Hash::Sha512)[..2], [0x30, 0x51]);
        assert_eq!(prefix(Hash::Sha384)[14..], [0x02, 0x05, 0x00, 0x04, 0x30]);
        assert_eq!(prefix(Hash::Sha512)[14..], [0x03, 0x05, 0x00, 0x04, 0x40]);
    }
}
