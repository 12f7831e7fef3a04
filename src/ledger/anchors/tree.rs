//! The digest over a vault's files in a commit: the recipe is in `docs/format.md`.

use std::collections::{BTreeSet, HashMap};
use std::path::Path;

use git2::{ObjectType, Oid, Tree};
use sha2::{Digest as _, Sha256};

use super::super::Ledger;
use super::super::error::LedgerError;
use crate::anchor::FOLDER;
use crate::model::Digest;

/// More names than any vault has: a few bytes can name the same folder over and over.
const MOST_NAMES: usize = 1_000_000;
/// A longer path can be on no disk.
const LONGEST_PATH: usize = 1 << 15;

/// Digests of blobs, each made once.
#[derive(Default)]
pub(super) struct TreeDigests {
    blobs: HashMap<Oid, Digest>,
}

/// The digest over the files of a commit, and those of the files.
pub(super) struct TreeDigest {
    pub(super) digest: Digest,
    pub(super) files: BTreeSet<Digest>,
}

impl TreeDigests {
    /// The digest over the vault's files in a commit, without those in `anchors/`: for each file,
    /// in the order of the bytes of their paths, its SHA-256 in hexadecimal digits, two spaces,
    /// its path below the vault, and a zero byte. A link counts as the text that it is.
    pub(super) fn of(&mut self, ledger: &Ledger, commit: Oid) -> Result<TreeDigest, LedgerError> {
        let mut sum = Sha256::new();
        let mut files = BTreeSet::new();
        let tree = ledger.repository.find_commit(commit)?.tree()?;
        let vault = ledger.prefix.trim_end_matches('/');
        let vault = if vault.is_empty() {
            Some(tree)
        } else {
            let entry = tree.get_path(Path::new(vault)).ok();
            let entry = entry.filter(|entry| entry.kind() == Some(ObjectType::Tree));
            entry.map(|entry| ledger.repository.find_tree(entry.id())).transpose()?
        };
        let mut listed = Vec::new();
        if let Some(tree) = vault {
            list(ledger, &tree, &[], &mut listed)?;
        }
        listed.sort();
        let anchors = format!("{FOLDER}/").into_bytes();
        for (path, oid) in listed.iter().filter(|(path, _)| !path.starts_with(&anchors)) {
            let digest = match self.blobs.get(oid) {
                Some(digest) => *digest,
                None => {
                    let digest = Digest::of(ledger.repository.find_blob(*oid)?.content());
                    self.blobs.insert(*oid, digest);
                    digest
                }
            };
            sum.update(digest.to_hex());
            sum.update(b"  ");
            sum.update(path);
            sum.update([0]);
            files.insert(digest);
        }
        let hex: String = sum.finalize().iter().map(|octet| format!("{octet:02x}")).collect();
        let digest = hex.parse().map_err(|_| git2::Error::from_str("no digest"))?;
        Ok(TreeDigest { digest, files })
    }
}

/// Every file of a tree, by its path; submodules have none.
fn list(
    ledger: &Ledger,
    tree: &Tree<'_>,
    above: &[u8],
    found: &mut Vec<(Vec<u8>, Oid)>,
) -> Result<(), LedgerError> {
    let mut names = 0;
    let mut left = vec![(above.to_vec(), tree.id())];
    while let Some((above, tree)) = left.pop() {
        for entry in &ledger.repository.find_tree(tree)? {
            names += 1;
            let path = [above.as_slice(), entry.name_bytes()].concat();
            if names > MOST_NAMES || path.len() > LONGEST_PATH {
                return Err(LedgerError::TooLarge);
            }
            match entry.kind() {
                Some(ObjectType::Tree) => left.push(([&path[..], b"/"].concat(), entry.id())),
                Some(ObjectType::Blob) => found.push((path, entry.id())),
                _ => {}
            }
        }
    }
    Ok(())
}
