//! Digests of large blobs: whoever reads one first tells the others, who need not read it for that.
//!
//! Must not: hold bytes, or be asked whether something is there.

use std::sync::{Mutex, MutexGuard, PoisonError};

use git2::Oid;

use super::verify::Blob;
use super::walk::OidMap;

/// Smaller ones are read as quickly as looked up, in bytes.
const LARGE: usize = 4 << 10;

/// The digests that were told so far.
#[derive(Default)]
pub(super) struct Digests(Mutex<OidMap<Blob>>);

impl Digests {
    /// Tells the bytes of a blob.
    pub(super) fn tell(&self, oid: Oid, bytes: &[u8]) {
        if bytes.len() >= LARGE {
            let blob = Blob::of(bytes);
            self.all().insert(oid, blob);
        }
    }

    /// What was told of a blob.
    pub(super) fn of(&self, oid: Oid) -> Option<Blob> {
        self.all().get(&oid).copied()
    }

    fn all(&self) -> MutexGuard<'_, OidMap<Blob>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
