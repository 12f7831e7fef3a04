//! The signature in a commit, and whether it fits: in process, without running a program.
//!
//! Owns: taking a commit apart as git does, and the check of SSH signatures. Must not: decide
//! whose a key is; `keyring` does.

use ssh_key::public::KeyData;
use ssh_key::{Algorithm, EcdsaCurve, Error, LineEnding, PublicKey, SshSig};

use super::seal::Fault;
use crate::pubkey::key::Key;

/// What a signature of a commit must be made for.
pub(super) const NAMESPACE: &str = "git";

/// The longest signature that is looked at, in bytes; an RSA key of 4,096 bits needs 1,600.
const LONGEST: usize = 64 * 1024;
/// The sizes of RSA keys that are checked in process, in bits.
const RSA_BITS: std::ops::RangeInclusive<usize> = 2048..=4096;

/// A commit taken apart.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct SignedCommit {
    /// The signature, armoured.
    pub(super) signature: Vec<u8>,
    /// The bytes it is made over: the commit without its signatures.
    pub(super) content: Vec<u8>,
}

/// Whether a signature fits its commit, whoever made it.
#[derive(Debug)]
pub(super) enum Fit {
    /// This key made it over these bytes, for commits.
    Fits(KeyData),
    /// It does not.
    Bad(Fault),
    /// It is of a kind that is not checked here.
    Unchecked(String),
}

impl SignedCommit {
    /// Takes the bytes of a commit apart as git does; `None` where it carries no signature.
    pub(super) fn parse(commit: &[u8]) -> Option<Self> {
        let mut parts = Self { signature: Vec::new(), content: Vec::with_capacity(commit.len()) };
        let mut header = Header::Other;
        let mut is_signed = false;
        let mut rest = commit;
        while !rest.is_empty() {
            let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
            let (line, after) = rest.split_at(end);
            if line == b"\n" {
                parts.content.extend_from_slice(rest);
                break;
            }
            header = match line {
                [b' ', ..] => header,
                _ if line.starts_with(b"gpgsig ") => Header::Signature,
                _ if line.starts_with(b"gpgsig") => Header::OtherSignature,
                _ => Header::Other,
            };
            match header {
                Header::Signature => {
                    is_signed = true;
                    let value = line.strip_prefix(b"gpgsig ").or(line.strip_prefix(b" "));
                    parts.signature.extend_from_slice(value.unwrap_or(line));
                }
                Header::OtherSignature => {}
                Header::Other => parts.content.extend_from_slice(line),
            }
            rest = after;
        }
        is_signed.then_some(parts)
    }

    /// Whether the signature fits; `keys` are those that were met on the way here.
    pub(super) fn check(&self, keys: &mut Keys) -> Fit {
        let armour = self.signature.as_slice();
        for (start, format) in [
            (&b"-----BEGIN PGP SIGNATURE-----"[..], "openpgp"),
            (b"-----BEGIN PGP MESSAGE-----", "openpgp"),
            (b"-----BEGIN SIGNED MESSAGE-----", "x509"),
        ] {
            if armour.starts_with(start) {
                return Fit::Unchecked(format.to_owned());
            }
        }
        if armour.len() > LONGEST {
            return Fit::Bad(Fault::Unreadable);
        }
        match SshSig::from_pem(armour.trim_ascii()) {
            Ok(signature) if is_reencoded(&signature, armour) => {
                check_ssh(&signature, &self.content, keys)
            }
            Ok(_) => Fit::Bad(Fault::Unreadable),
            Err(Error::AlgorithmUnknown | Error::Version { .. }) => {
                Fit::Unchecked("ssh".to_owned())
            }
            Err(Error::AlgorithmUnsupported { algorithm }) => {
                Fit::Unchecked(algorithm.as_str().to_owned())
            }
            Err(_) => Fit::Bad(Fault::Unreadable),
        }
    }
}

/// Whether a signature is written in the one way there is; the parser overlooks wrong lengths
/// that `ssh-keygen` refuses. Keys on a token are left to the check itself.
fn is_reencoded(signature: &SshSig, armour: &[u8]) -> bool {
    if matches!(signature.algorithm(), Algorithm::SkEd25519 | Algorithm::SkEcdsaSha2NistP256) {
        return true;
    }
    let own = signature.to_pem(LineEnding::LF).unwrap_or_default();
    let (own, armour) = (own.trim_ascii().as_bytes(), armour.trim_ascii());
    let is_dense = |byte: &&u8| !byte.is_ascii_whitespace();
    own == armour || own.iter().filter(is_dense).eq(armour.iter().filter(is_dense))
}

/// Which header the lines belong to.
#[derive(Clone, Copy)]
enum Header {
    /// The signature over this commit's bytes.
    Signature,
    /// One over another form of the commit, such as `gpgsig-sha256`.
    OtherSignature,
    /// Any other, or none.
    Other,
}

/// The last Ed25519 key that was met: most commits have the key of the one before, and reading it
/// takes as long as a tenth of the check.
#[derive(Default)]
pub(super) struct Keys(Option<([u8; 32], Option<Key>)>);

impl Keys {
    /// `None` where these bytes are no key.
    fn ed25519(&mut self, bytes: [u8; 32]) -> Option<&Key> {
        if self.0.as_ref().is_none_or(|(known, _)| *known != bytes) {
            self.0 = Some((bytes, Key::ed25519(&bytes).ok()));
        }
        self.0.as_ref()?.1.as_ref()
    }
}

fn check_ssh(signature: &SshSig, content: &[u8], keys: &mut Keys) -> Fit {
    let key = signature.public_key();
    if signature.namespace() != NAMESPACE {
        return Fit::Bad(Fault::Namespace(signature.namespace().to_owned()));
    }
    if !is_supported(key) {
        return Fit::Unchecked(key.algorithm().as_str().to_owned());
    }
    let fits = match key {
        KeyData::Ed25519(bytes) if signature.reserved().is_empty() => {
            let is_ed25519 = signature.algorithm() == Algorithm::Ed25519;
            let signed = SshSig::signed_data(NAMESPACE, signature.hash_alg(), content);
            signed.ok().zip(keys.ed25519(bytes.0)).is_some_and(|(signed, key)| {
                is_ed25519 && key.fits_ed25519(&signed, signature.signature_bytes())
            })
        }
        _ => PublicKey::from(key.clone()).verify(NAMESPACE, content, signature).is_ok(),
    };
    if fits { Fit::Fits(key.clone()) } else { Fit::Bad(Fault::Mismatch) }
}

/// Whether keys of this kind and size are checked here; for others a failed check would say
/// nothing about the signature.
fn is_supported(key: &KeyData) -> bool {
    match (key.algorithm(), key) {
        (Algorithm::Ed25519 | Algorithm::SkEd25519 | Algorithm::SkEcdsaSha2NistP256, _) => true,
        (Algorithm::Ecdsa { curve }, _) => {
            matches!(curve, EcdsaCurve::NistP256 | EcdsaCurve::NistP384)
        }
        (_, KeyData::Rsa(key)) => {
            let modulus = key.n.as_positive_bytes().unwrap_or_default();
            RSA_BITS.contains(&(modulus.len() * 8))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use ssh_key::private::Ed25519Keypair;
    use ssh_key::{HashAlg, PrivateKey};

    use super::*;

    #[test]
    fn a_commit_is_taken_apart_as_git_does() {
        let commit = b"tree 1\nauthor a\ngpgsig -----BEGIN\n one\n  two\n -----END\n \ngpgsig-sha256 x\n y\nextra z\n w\n\ngpgsig not a header\n a\n";
        let parts = SignedCommit::parse(commit).unwrap();
        assert_eq!(parts.signature, b"-----BEGIN\none\n two\n-----END\n\n");
        assert_eq!(parts.content, b"tree 1\nauthor a\nextra z\n w\n\ngpgsig not a header\n a\n");
        assert_eq!(SignedCommit::parse(b"tree 1\n\ngpgsig x\n"), None);
        assert_eq!(SignedCommit::parse(b""), None);
    }

    #[test]
    fn what_is_no_signature_is_bad() {
        for text in ["", "x", "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n"] {
            let parts = SignedCommit { signature: text.into(), content: Vec::new() };
            assert!(
                matches!(parts.check(&mut Keys::default()), Fit::Bad(Fault::Unreadable)),
                "{text}"
            );
        }
        let parts = SignedCommit { signature: vec![b'A'; LONGEST + 1], content: Vec::new() };
        assert!(matches!(parts.check(&mut Keys::default()), Fit::Bad(Fault::Unreadable)));
        let pgp = b"-----BEGIN PGP SIGNATURE-----\n".to_vec();
        let parts = SignedCommit { signature: pgp, content: Vec::new() };
        assert!(
            matches!(parts.check(&mut Keys::default()), Fit::Unchecked(format) if format == "openpgp")
        );
    }

    #[test]
    fn a_key_that_was_met_before_stands_for_no_other() {
        let commits = [1, 2, 1, 1, 2].map(|seed| {
            let key = PrivateKey::from(Ed25519Keypair::from_seed(&[seed; 32]));
            let content = vec![seed; 9];
            let signature = key.sign(NAMESPACE, HashAlg::Sha512, &content).unwrap();
            let signature = signature.to_pem(LineEnding::LF).unwrap().into_bytes();
            (key.public_key().key_data().clone(), SignedCommit { signature, content })
        });
        let mut keys = Keys::default();
        for (key, mut commit) in commits {
            assert!(matches!(commit.check(&mut keys), Fit::Fits(found) if found == key));
            commit.content.push(0);
            assert!(matches!(commit.check(&mut keys), Fit::Bad(Fault::Mismatch)));
        }
    }

    proptest::proptest! {
        #[test]
        fn no_commit_is_too_strange(bytes: Vec<u8>, body in "(gpgsig |gpgsig-|tree| |\n|a){0,30}") {
            for commit in [bytes.as_slice(), body.as_bytes()] {
                if let Some(parts) = SignedCommit::parse(commit) {
                    assert!(parts.signature.len() + parts.content.len() <= commit.len());
                    let _ = parts.check(&mut Keys::default());
                }
            }
        }

        #[test]
        fn no_armoured_bytes_are_too_strange(bytes in proptest::collection::vec(0_u8..=255, 0..200)) {
            let mut blob = b"SSHSIG\x00\x00\x00\x01".to_vec();
            blob.extend(bytes);
            let line = base64(&blob);
            let armour = format!("-----BEGIN SSH SIGNATURE-----\n{line}\n-----END SSH SIGNATURE-----\n");
            let _ = SignedCommit { signature: armour.into(), content: Vec::new() }.check(&mut Keys::default());
        }
    }

    fn base64(bytes: &[u8]) -> String {
        let table = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        let mut text = String::new();
        for chunk in bytes.chunks(3) {
            let word = chunk.iter().chain([0, 0].iter()).take(3);
            let word = word.fold(0_usize, |word, byte| (word << 8) | usize::from(*byte));
            for place in 0..4 {
                let letter = char::from(table[(word >> (18 - 6 * place)) & 63]);
                text.push(if place > chunk.len() { '=' } else { letter });
            }
        }
        text
    }
}
