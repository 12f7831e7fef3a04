//! Keys that the reader's list of revoked keys names: one a line, or OpenSSH's own form.
//!
//! Owns: reading `gpg.ssh.revocationFile` (ssh-keygen(1), KEY REVOCATION LISTS; OpenSSH's
//! PROTOCOL.krl). What is said of certificates is passed over: none is followed. Must not: take
//! a list for empty that it could not read to its end.

use std::collections::HashSet;

use sha1::Sha1;
use sha2::{Digest as _, Sha256};
use ssh_key::public::KeyData;

use super::allowed_signers;
use crate::phrase::Phrase;

/// How a list in OpenSSH's own form begins.
const MAGIC: &[u8] = b"SSHKRL\n\0";
/// The version of its format.
const VERSION: u32 = 1;
/// Serial numbers and names of certificates.
const CERTIFICATES: u8 = 1;
/// Public keys as they are.
const KEYS: u8 = 2;
/// SHA-1 of public keys.
const SHA1: u8 = 3;
/// SHA-256 of public keys.
const SHA256: u8 = 5;
/// What a later version may add.
const EXTENSION: u8 = 255;

/// Revoked keys, by what the list has of them.
#[derive(Debug, Default)]
pub(super) struct Revoked {
    keys: HashSet<Vec<u8>>,
    sha1: HashSet<Vec<u8>>,
    sha256: HashSet<Vec<u8>>,
}

impl Revoked {
    /// Reads a list; the line and the fault of what cannot be read.
    pub(super) fn parse(bytes: &[u8]) -> Result<Self, (Option<usize>, Phrase)> {
        if let Some(binary) = bytes.strip_prefix(MAGIC) {
            let damaged = || (None, Phrase::new("keys-krl-damaged"));
            return Self::parse_binary(binary).ok_or_else(damaged);
        }
        let mut revoked = Self::default();
        for (position, line) in bytes.split(|byte| *byte == b'\n').enumerate() {
            let line = String::from_utf8_lossy(line);
            let line = line.trim();
            if !line.is_empty() && !line.starts_with('#') {
                let fault = |fault| (Some(position + 1), fault);
                let key = allowed_signers::key(line).map_err(fault)?;
                let fault = |_| (Some(position + 1), Phrase::new("keys-bad-key"));
                revoked.keys.insert(wire(&key).ok_or(()).map_err(fault)?);
            }
        }
        Ok(revoked)
    }

    /// `None` where it is damaged, or has something in it that must be understood and is not.
    fn parse_binary(bytes: &[u8]) -> Option<Self> {
        let mut revoked = Self::default();
        let mut rest = Wire(bytes);
        let is_known = rest.number()? == VERSION;
        // Its own number, when it was made, flags; then nothing yet, and a comment.
        rest.take(24)?;
        rest.text()?;
        rest.text()?;
        if !is_known {
            return None;
        }
        while let Some((kind, after)) = rest.0.split_first() {
            rest = Wire(after);
            let mut section = Wire(rest.text()?);
            match *kind {
                KEYS => section.all(None, &mut revoked.keys)?,
                SHA1 => section.all(Some(20), &mut revoked.sha1)?,
                SHA256 => section.all(Some(32), &mut revoked.sha256)?,
                CERTIFICATES => {}
                EXTENSION => {
                    section.text()?;
                    let is_critical = section.take(1)? != [0];
                    section.text()?;
                    if is_critical || !section.0.is_empty() {
                        return None;
                    }
                }
                _ => return None,
            }
        }
        Some(revoked)
    }

    /// Whether the list names a key; one that cannot be compared counts as named.
    pub(super) fn names(&self, key: &KeyData) -> bool {
        let Some(wire) = wire(key) else { return true };
        self.keys.contains(&wire)
            || (!self.sha256.is_empty() && self.sha256.contains(&Sha256::digest(&wire)[..]))
            || (!self.sha1.is_empty() && self.sha1.contains(&Sha1::digest(&wire)[..]))
    }
}

/// A public key as it is sent, which digests are made of.
fn wire(key: &KeyData) -> Option<Vec<u8>> {
    ssh_key::PublicKey::from(key.clone()).to_bytes().ok()
}

/// Bytes as SSH sends them (RFC 4251, 5).
struct Wire<'bytes>(&'bytes [u8]);

impl<'bytes> Wire<'bytes> {
    fn take(&mut self, length: usize) -> Option<&'bytes [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn number(&mut self) -> Option<u32> {
        Some(u32::from_be_bytes(self.take(4)?.try_into().ok()?))
    }

    /// A length and as many bytes.
    fn text(&mut self) -> Option<&'bytes [u8]> {
        let length = usize::try_from(self.number()?).ok()?;
        self.take(length)
    }

    /// Every text to the end, each of the given length.
    fn all(&mut self, length: Option<usize>, found: &mut HashSet<Vec<u8>>) -> Option<()> {
        while !self.0.is_empty() {
            let text = self.text()?;
            if text.is_empty() || length.is_some_and(|length| length != text.len()) {
                return None;
            }
            found.insert(text.to_vec());
        }
        Some(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const KEY: &str =
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILM+rvN+ot98qgEN796jTiQfZfG1KaT0PtFDJ/XFSqti";

    fn text(bytes: &[u8]) -> Vec<u8> {
        [&u32::try_from(bytes.len()).unwrap().to_be_bytes()[..], bytes].concat()
    }

    fn list(sections: &[(u8, Vec<u8>)]) -> Vec<u8> {
        let mut bytes = [MAGIC, &VERSION.to_be_bytes(), &[0; 24], &text(b""), &text(b"x")].concat();
        for (kind, section) in sections {
            bytes.push(*kind);
            bytes.extend(text(section));
        }
        bytes
    }

    fn fault(bytes: &[u8]) -> Option<(Option<usize>, &'static str)> {
        Revoked::parse(bytes).err().map(|(line, phrase)| (line, phrase.key))
    }

    #[test]
    fn a_plain_list_has_one_key_a_line() {
        let lines = format!("# gone\n\n{KEY} comment\r\n");
        let key = allowed_signers::key(KEY).unwrap();
        assert!(Revoked::parse(lines.as_bytes()).unwrap().names(&key));
        assert!(!Revoked::parse(b"# none\n").unwrap().names(&key));
        let lines = format!("{KEY}\nnonsense\n");
        assert_eq!(fault(lines.as_bytes()), Some((Some(2), "keys-no-key")));
    }

    #[test]
    fn a_key_is_named_as_it_is_or_by_its_digest() {
        let key = allowed_signers::key(KEY).unwrap();
        let wire = wire(&key).unwrap();
        let hashes = [Sha1::digest(&wire).to_vec(), Sha256::digest(&wire).to_vec()];
        for (kind, named) in [(KEYS, &wire), (SHA1, &hashes[0]), (SHA256, &hashes[1])] {
            let other = vec![7; named.len()];
            let both = [text(&other), text(named)].concat();
            let found = Revoked::parse(&list(&[(CERTIFICATES, vec![1]), (kind, both)])).unwrap();
            assert!(found.names(&key), "{kind}");
            let found = Revoked::parse(&list(&[(kind, text(&other))])).unwrap();
            assert!(!found.names(&key), "{kind}");
        }
    }

    #[test]
    fn what_is_not_understood_to_its_end_is_no_list() {
        let extension = |critical: u8| [text(b"x@y.example"), vec![critical], text(b"")].concat();
        assert_eq!(fault(&list(&[])), None);
        assert_eq!(fault(&list(&[(EXTENSION, extension(0))])), None);
        let damaged = Some((None, "keys-krl-damaged"));
        let odd = [(EXTENSION, extension(1)), (4, Vec::new()), (9, Vec::new())];
        let short = [(SHA1, text(&[1; 19])), (SHA256, text(&[1; 20])), (KEYS, text(b""))];
        for section in odd.into_iter().chain(short) {
            assert_eq!(fault(&list(&[section])), damaged);
        }
        let whole = list(&[(KEYS, text(b"key"))]);
        let empty = list(&[]).len();
        for cut in (MAGIC.len()..whole.len()).filter(|cut| *cut != empty) {
            assert_eq!(fault(&whole[..cut]), damaged, "{cut}");
        }
        let mut later = whole;
        later[MAGIC.len() + 3] = 2;
        assert_eq!(fault(&later), damaged);
    }

    proptest::proptest! {
        #[test]
        fn no_bytes_are_too_strange(bytes: Vec<u8>) {
            let _ = Revoked::parse(&bytes);
            let _ = Revoked::parse(&[MAGIC, &bytes].concat());
            let _ = Revoked::parse(&[&list(&[])[..], &bytes].concat());
        }
    }
}
