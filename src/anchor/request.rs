//! The request for a time stamp (RFC 3161, 2.4.1), which the user posts to an authority.

use super::token::Imprint;
use crate::model::Digest;
use crate::pubkey::asn1::{Element, Malformed, tag, wrap};

/// The `AlgorithmIdentifier` of SHA-256.
const SHA256: [u8; 15] =
    [0x30, 0x0d, 0x06, 0x09, 0x60, 0x86, 0x48, 0x01, 0x65, 0x03, 0x04, 0x02, 0x01, 0x05, 0x00];

/// A request over the digest of a statement, in DER: SHA-256, a nonce, and the wish that the
/// answer holds the certificate.
///
/// The nonce comes from the digest, so that the same statement has the same request: it tells
/// the answers to different statements apart, and an answer that is repeated says nothing false.
pub fn request(statement: Digest) -> Vec<u8> {
    let seed = [b"casefile time-stamp nonce\n".as_slice(), statement.as_bytes()].concat();
    let mut nonce = Digest::of(&seed).as_bytes()[..8].to_vec();
    // Positive, and without octets that say nothing.
    nonce[0] = nonce[0] & 0x7f | 0x40;
    let imprint = [SHA256.as_slice(), &wrap(tag::OCTET_STRING, statement.as_bytes())].concat();
    let fields = [
        wrap(tag::INTEGER, &[1]),
        wrap(tag::SEQUENCE, &imprint),
        wrap(tag::INTEGER, &nonce),
        wrap(tag::BOOLEAN, &[0xff]),
    ];
    wrap(tag::SEQUENCE, &fields.concat())
}

/// The nonce of a request, and the digest it is for; `None` where it is no request with a nonce.
pub fn nonce_of(request: &[u8]) -> Option<(Digest, Vec<u8>)> {
    read(request).ok().flatten()
}

fn read(request: &[u8]) -> Result<Option<(Digest, Vec<u8>)>, Malformed> {
    let mut fields = Element::only(request)?.inside();
    fields.expect(tag::INTEGER)?;
    let imprint = Imprint::read(&fields.expect(tag::SEQUENCE)?)?;
    fields.maybe(tag::OID)?;
    let nonce = fields.maybe(tag::INTEGER)?;
    Ok(imprint.digest().zip(nonce.map(|nonce| nonce.value.to_vec())))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_request_names_its_digest_and_its_nonce() {
        let (a, b) = (Digest::of(b"a"), Digest::of(b"b"));
        let (digest, nonce) = nonce_of(&request(a)).unwrap();
        assert_eq!((digest, nonce.len()), (a, 8));
        assert_ne!(nonce, nonce_of(&request(b)).unwrap().1);
        assert_eq!(request(a), request(a));
        for cut in 0..request(a).len() {
            assert_eq!(nonce_of(&request(a)[..cut]), None);
        }
    }
}
