//! Public keys of others, and the signatures they check.
//!
//! Owns: DER, element by element, and the arithmetic of RSA, ECDSA and Ed25519. Pure: bytes in, an answer
//! out. The only user of `der`, `rsa`, `p256`,
//! `p384` and `ed25519_dalek`. Must not: know whose key it is, or
//! what a signature is worth.

pub(crate) mod asn1;
pub(crate) mod key;
pub(crate) mod pem;
