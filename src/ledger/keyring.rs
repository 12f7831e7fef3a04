//! Whose keys are trusted, by what the reader set up outside the vault.
//!
//! Owns: where the lists of keys are (git's own settings), and whose a key is. Must not: take
//! a list for trusted because it lies in the vault: who can change the vault can change it.

use std::path::{Path, PathBuf};

use git2::{Config, ErrorCode};
use jiff::Timestamp;
use jiff::tz::TimeZone;
use ssh_key::HashAlg;
use ssh_key::public::KeyData;

use super::Ledger;
use super::allowed_signers::{AllowedSigner, AllowedSigners};
use super::error::LedgerError;
use super::revoked::Revoked;
use super::seal::{Seal, Signing, Unknown, Validity};
use super::signature::{Fit, NAMESPACE};
use crate::anchor::{ROOTS, Roots};
use crate::phrase::Phrase;
use crate::vault::{anchors, files};

/// Whose word the reader takes.
#[derive(Clone, Debug)]
pub struct Trust {
    /// A list of keys to use in the place of `gpg.ssh.allowedSignersFile`.
    pub allowed_signers: Option<PathBuf>,
    /// The clock on which times without a zone in such a list are read.
    pub zone: TimeZone,
    /// A folder of certificates of time-stamping authorities to use in the place of the vault's
    /// `anchors/roots/`.
    pub roots: Option<PathBuf>,
    /// By when lists of revoked certificates are out of date; `None` says it of none.
    pub now: Option<Timestamp>,
}

/// A fault of a list of keys.
#[derive(Clone, Debug, PartialEq)]
pub struct KeyListFault {
    /// The file.
    pub file: PathBuf,
    /// The line, from 1; `None` for the file as a whole.
    pub line: Option<usize>,
    /// What is wrong.
    pub what: Phrase,
}

/// The lists of keys.
#[derive(Debug)]
pub(super) struct Keyring {
    /// `None` if there is none.
    allowed: Option<AllowedSigners>,
    /// `None` if there is one that cannot be read.
    revoked: Option<Revoked>,
    pub(super) faults: Vec<KeyListFault>,
    /// Whether the list of keys lies in the work tree that it is to vouch for.
    pub(super) is_inside: bool,
}

impl Default for Trust {
    fn default() -> Self {
        Self { allowed_signers: None, zone: TimeZone::UTC, roots: None, now: None }
    }
}

impl Trust {
    /// The certificates of the authorities whose time stamps are believed.
    pub(super) fn roots(&self, ledger: &Ledger) -> Result<Roots, LedgerError> {
        let inside = ledger.on_disk(&format!("{}{ROOTS}", ledger.prefix));
        Ok(anchors::roots(self.roots.as_deref().unwrap_or(&inside))?)
    }
}

impl Keyring {
    /// Reads the lists that git is told of.
    pub(super) fn load(ledger: &Ledger, trust: &Trust) -> Result<Self, LedgerError> {
        let config = ledger.repository.config()?.snapshot()?;
        let mut ring = Self {
            allowed: None,
            revoked: Some(Revoked::default()),
            faults: Vec::new(),
            is_inside: false,
        };
        let listed = match &trust.allowed_signers {
            Some(path) => Some(path.clone()),
            None => setting(&config, ledger, "gpg.ssh.allowedSignersFile")?,
        };
        if let Some(path) = listed {
            ring.is_inside = is_inside(ledger, &path);
            if let Some(bytes) = ring.read(&path) {
                let list = AllowedSigners::parse(&bytes, &trust.zone);
                for (line, what) in &list.faults {
                    ring.fault(&path, Some(*line), what.clone());
                }
                ring.allowed = Some(list);
            }
        }
        if let Some(path) = setting(&config, ledger, "gpg.ssh.revocationFile")? {
            ring.revoked = match ring.read(&path).map(|bytes| Revoked::parse(&bytes)) {
                Some(Ok(keys)) => Some(keys),
                Some(Err((line, what))) => {
                    ring.fault(&path, line, what);
                    None
                }
                None => None,
            };
        }
        Ok(ring)
    }

    fn read(&mut self, path: &Path) -> Option<Vec<u8>> {
        let what = match files::read(path) {
            Ok(Some(bytes)) => return Some(bytes),
            Ok(None) => Phrase::new("keys-missing"),
            Err(error) => Phrase::new("keys-unreadable").with("reason", error.to_string()),
        };
        self.fault(path, None, what);
        None
    }

    fn fault(&mut self, file: &Path, line: Option<usize>, what: Phrase) {
        self.faults.push(KeyListFault { file: file.to_path_buf(), line, what });
    }

    /// What a signature is worth that fits so; `window` tells between which moments its commit
    /// was made, by outside witnesses.
    pub(super) fn seal(&self, fit: &Fit, committer: &str, window: [Option<Timestamp>; 2]) -> Seal {
        match fit {
            Fit::Fits(key) => self.seal_of(key, committer, window),
            Fit::Bad(fault) => Seal::Bad(fault.clone()),
            Fit::Unchecked(format) => Seal::Unverified { format: format.clone() },
        }
    }

    /// Whose a key is that made a good signature, within a window by an outside witness.
    fn seal_of(&self, key: &KeyData, committer: &str, window: [Option<Timestamp>; 2]) -> Seal {
        let name = key.fingerprint(HashAlg::Sha256).to_string();
        let unknown = |because| Seal::UnknownKey { key: name.clone(), because };
        let Some(revoked) = &self.revoked else { return unknown(Unknown::Revocations) };
        if revoked.names(key) {
            return Seal::Revoked { key: name };
        }
        let Some(allowed) = &self.allowed else { return unknown(Unknown::NoList) };
        let lines: Vec<_> = allowed.lines.iter().filter(|line| line.key == *key).collect();
        let usable: Vec<&AllowedSigner> = lines
            .iter()
            .copied()
            .filter(|line| !line.is_authority && line.signs_in(NAMESPACE))
            .collect();
        if usable.is_empty() {
            return unknown(match lines.first() {
                None => Unknown::NotListed,
                Some(_) if lines.iter().all(|line| line.is_authority) => Unknown::Authority,
                Some(_) => Unknown::Namespace,
            });
        }
        let validities = usable
            .iter()
            .filter(|line| line.speaks_for(committer))
            .map(|line| Validity::judge(line.after, line.before, window));
        match validities.min_by_key(rank) {
            Some(validity) => {
                Seal::Signed(Signing { key: name, principal: committer.to_owned(), validity })
            }
            None => {
                let principals: Vec<_> =
                    usable.iter().map(|line| line.principals.as_str()).collect();
                Seal::Foreign {
                    key: name,
                    principals: principals.join(", "),
                    committer: committer.to_owned(),
                }
            }
        }
    }
}

/// The most favourable line of several for one key counts, as it does for `ssh-keygen`.
const fn rank(validity: &Validity) -> u8 {
    match validity {
        Validity::Unbounded => 0,
        Validity::Within => 1,
        Validity::UnknownTime { .. } => 2,
        Validity::Outside => 3,
    }
}

/// A file that git is told of; below the work tree where its path is relative, as for git.
fn setting(config: &Config, ledger: &Ledger, name: &str) -> Result<Option<PathBuf>, LedgerError> {
    match config.get_path(name) {
        Ok(path) if path.as_os_str().is_empty() => Ok(None),
        Ok(path) => Ok(Some(ledger.work_tree.join(path))),
        Err(error) if error.code() == ErrorCode::NotFound => Ok(None),
        Err(error) => Err(error.into()),
    }
}

fn is_inside(ledger: &Ledger, path: &Path) -> bool {
    path.canonicalize().is_ok_and(|path| path.starts_with(&ledger.work_tree))
}
