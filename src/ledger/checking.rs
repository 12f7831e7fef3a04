//! Signatures being checked while other things are looked at: they take the longest, and wait for
//! nothing but the bytes of the commits.
//!
//! Owns: which commits are looked at first, and who does it when. Must not: say what a signature
//! is worth.

use std::collections::BTreeSet;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::JoinHandle;

use git2::Oid;
use memchr::memmem;
use rayon::prelude::*;

use super::history::History;
use super::message::DECISION;
use super::signature::{Fit, Keys, SignedCommit};
use super::stored::StoredCommit;
use super::walk::OidMap;

/// How many commits are taken at once.
const PORTION: usize = 16;
/// So few signatures are checked when they are asked for.
const FEW: usize = 64;

/// The bytes of each commit, as git stores them.
pub(super) type StoredCommits = OidMap<Box<[u8]>>;

/// The signature of a commit.
#[derive(Debug)]
pub(super) struct CheckedCommit {
    /// How it fits.
    pub(super) fit: Fit,
    /// The address that the commit names as its committer.
    pub(super) committer: String,
}

/// Signatures being checked by a thread of their own.
pub(super) struct Checking {
    queue: Arc<Queue>,
    thread: Option<JoinHandle<()>>,
}

struct Queue {
    stored: Arc<StoredCommits>,
    commits: Vec<Oid>,
    next: AtomicUsize,
    done: Mutex<Vec<(Oid, CheckedCommit)>>,
}

impl Checking {
    /// Begins with the commits that state decisions: most of them are the first that had one.
    pub(super) fn begin(stored: &Arc<StoredCommits>) -> Self {
        let decision = memmem::Finder::new(DECISION);
        let states = stored.iter().filter(|(_, bytes)| decision.find(bytes).is_some());
        let commits: Vec<Oid> = states.map(|(commit, _)| *commit).collect();
        let many = commits.len() > FEW;
        let queue = Arc::new(Queue {
            stored: Arc::clone(stored),
            commits,
            next: AtomicUsize::new(0),
            done: Mutex::default(),
        });
        let own = Arc::clone(&queue);
        let thread = many.then(|| std::thread::spawn(move || own.work()));
        Self { queue, thread }
    }

    /// How the signatures of the commits fit that first had a record; those without one are left
    /// out.
    pub(super) fn finish(self, history: &History) -> OidMap<CheckedCommit> {
        let Self { queue, thread } = self;
        // What is left is for every core.
        rayon::broadcast(|_| queue.work());
        if let Some(thread) = thread {
            thread.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
        }
        let done = std::mem::take(&mut *queue.done.lock().unwrap_or_else(PoisonError::into_inner));
        let mut checked: OidMap<CheckedCommit> = done.into_iter().collect();
        let looked_at: BTreeSet<&Oid> = queue.commits.iter().collect();
        let first = history.files.values().filter_map(|file| file.versions.first());
        let first = first.map(|(_, commit)| commit).filter(|commit| !looked_at.contains(commit));
        let others: BTreeSet<&Oid> = first.collect();
        let others: Vec<_> = others
            .into_par_iter()
            .filter_map(|commit| queue.check(commit, &mut Keys::default()))
            .collect();
        checked.extend(others);
        checked
    }
}

impl Queue {
    /// Checks until nothing is left.
    fn work(&self) {
        let mut keys = Keys::default();
        loop {
            let start = self.next.fetch_add(PORTION, Ordering::Relaxed);
            let Some(left) = self.commits.get(start..).filter(|left| !left.is_empty()) else {
                return;
            };
            let portion = left.iter().take(PORTION);
            let checked: Vec<_> =
                portion.filter_map(|commit| self.check(commit, &mut keys)).collect();
            self.done.lock().unwrap_or_else(PoisonError::into_inner).extend(checked);
        }
    }

    fn check(&self, commit: &Oid, keys: &mut Keys) -> Option<(Oid, CheckedCommit)> {
        let bytes = self.stored.get(commit)?;
        let fit = SignedCommit::parse(bytes)?.check(keys);
        let committer = StoredCommit::parse(bytes)?.committer.email().into_owned();
        Some((*commit, CheckedCommit { fit, committer }))
    }
}
