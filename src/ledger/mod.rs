//! The audit trail: decisions recorded as git commits, read back, and verified.
//!
//! Owns: the only use of git2, the commit protocol, and what a history proves. Must not: parse
//! notes (a closure tells what a decision names), read the clock or the environment, or print.

mod allowed_signers;
mod anchors;
mod chain;
mod changes;
mod checking;
mod chronicle;
mod dates;
mod digests;
mod entries;
mod error;
mod folders;
#[doc(hidden)]
pub mod fuzzing;
mod heads;
mod history;
mod identity;
mod index;
mod journal;
mod key_command;
mod keyring;
mod lock;
mod memory;
mod message;
mod open;
mod pack;
mod packfile;
mod paths;
mod pattern;
mod places;
mod plan;
mod record;
mod records;
mod report;
mod revoked;
mod rewriting;
mod seal;
mod sign;
mod signature;
mod state;
mod steps;
mod stored;
mod then;
mod trail;
mod trees;
mod verdict;
mod verified;
mod verify;
mod walk;
mod witness;
mod worktree;
mod write;

use std::path::{Path, PathBuf};
use std::sync::Arc;

pub use anchors::{AnchorDraft, AnchorVerdict, Bound, DraftedChain, Told, VerifiedAnchor, Window};
pub use changes::{Unrecorded, UnrecordedState};
pub use chronicle::{Chronicle, Elsewhere, Stop};
pub use dates::{DateRemark, Dates};
pub use error::LedgerError;
pub use identity::{Identity, IdentityOverride, Person};
pub use keyring::{KeyListFault, Trust};
pub use lock::LedgerLock;
pub use message::{ANCHOR, DECISION, DIGEST, KIND, Message, PREV, STANDING};
pub use pack::{BundleScope, ClientTrail, SignedCommit};
pub use record::{Change, How, Record, Recorded, Warning};
pub use report::Report;
pub use rewriting::Rewritten;
pub use seal::{Fault, Seal, Signing, Unknown, Validity};
pub use state::Operation;
pub use then::{Later, VaultThen};
pub use trail::Entry;
pub use verdict::{Chain, Citation, CitedState, Difference, VERDICTS, Verdict, Witness};
pub use verified::{Kind, Remedy, VerifiedRecord};
pub use verify::{NoteFacts, Past};

/// What `.gitattributes` at the root of a vault must say, so that git never changes the bytes
/// of an original, of a decision or of an anchor. `**/` matters: without it only the top folder is meant.
pub const GIT_ATTRIBUTES: &str =
    "**/evidence/** -text -ident\nclients/*/decisions/** -text -ident\nanchors/** -text -ident\n";

/// The git repository that a vault lies in, and where in it.
pub struct Ledger {
    repository: git2::Repository,
    /// The top of the work tree, absolute.
    work_tree: PathBuf,
    /// The vault's place below the work tree: empty, or ending with `/`.
    prefix: String,
    /// The folders that were read.
    folders: Arc<trees::Kept>,
    /// The digests of large blobs that were read.
    digests: Arc<digests::Digests>,
}

impl Ledger {
    /// The top of the work tree that the vault lies in.
    pub fn work_tree(&self) -> &Path {
        &self.work_tree
    }

    /// The vault's place below the work tree, `/`-separated: empty, or ending with `/`.
    pub fn prefix(&self) -> &str {
        &self.prefix
    }

    /// Whether the history ends early because the repository is a shallow clone.
    pub fn is_shallow(&self) -> bool {
        self.repository.is_shallow()
    }

    /// The file on disk of a path below the work tree.
    fn on_disk(&self, path: &str) -> PathBuf {
        path.split('/').fold(self.work_tree.clone(), |folder, part| folder.join(part))
    }
}

impl std::fmt::Debug for Ledger {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Ledger")
            .field("work_tree", &self.work_tree)
            .field("prefix", &self.prefix)
            .finish_non_exhaustive()
    }
}
