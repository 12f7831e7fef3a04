//! One client's trail as a git bundle that names no other client.
//!
//! Owns: the history with this client's folder alone, made in memory, and the format
//! `git bundle` version 2. Must not: write into the vault's repository, or decide where the
//! bundle goes. Why it is made this way: `docs/decisions/2026-11-22-ledger-of-one-client.md`.

mod folder;
mod said;

use std::collections::{HashMap, HashSet};
use std::sync::Arc;

use git2::{Commit, ObjectType, Odb, Oid, Repository, Sort};
use jiff::Timestamp;

use super::Ledger;
use super::digests::Digests;
use super::entries::FOLDER;
use super::error::LedgerError;
use super::packfile::{PackFile, name_of};
use super::trees::Trees;
use crate::model::{ClientId, DecisionId, Digest};

/// The branch that a clone of the bundle has.
const BRANCH: &str = "refs/heads/main";
/// The mode of a file that is no program.
const PLAIN: u32 = 0o100_644;

/// What of a trail goes into a bundle.
#[derive(Clone, Debug)]
pub struct BundleScope<'a> {
    /// The client.
    pub client: &'a ClientId,
    /// Commits dated later are left out; `None` takes all of them.
    pub until: Option<Timestamp>,
    /// Files that lie at the top of every commit, sorted by name: what makes the clone a vault.
    pub top: &'a [(&'a str, Vec<u8>)],
}

/// The trail of one client.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ClientTrail {
    /// The bytes of the git bundle.
    pub bundle: Vec<u8>,
    /// Their digest.
    pub digest: Digest,
    /// How many commits it holds.
    pub commits: usize,
    /// The commits of the whole trail that are signed and tell of this client's decisions
    /// alone, each as git stores it: the signature is over these bytes.
    pub signed: Vec<SignedCommit>,
}

/// A commit of the whole trail whose signature a stranger can check.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SignedCommit {
    /// The decision it recorded.
    pub decision: DecisionId,
    /// The commit.
    pub commit: String,
    /// Its bytes, as `git cat-file commit` prints them.
    pub bytes: Vec<u8>,
}

impl Ledger {
    /// The trail of one client from the history of HEAD; `None` where nothing of this client
    /// is recorded. Nothing is written.
    ///
    /// # Errors
    /// When an object cannot be read.
    pub fn client_trail(
        &self,
        scope: &BundleScope<'_>,
    ) -> Result<Option<ClientTrail>, LedgerError> {
        let Some(head) = self.repository.head().ok().and_then(|head| head.target()) else {
            return Ok(None);
        };
        let mut made = Rewriting::of(self, scope, head, None)?;
        let Some(tip) = made.tip(head) else { return Ok(None) };
        let reachable = made.reachable(tip);
        if reachable.len() < made.parents.len() {
            // Some were made that nothing leads to: they are left out of the pack.
            made = Rewriting::of(self, scope, head, Some(&reachable))?;
        }
        let head = format!("# v2 git bundle\n{tip} {BRANCH}\n{tip} HEAD\n\n");
        let mut bundle = made.pack.finish();
        bundle.splice(0..0, head.into_bytes());
        let (digest, commits) = (Digest::of(&bundle), reachable.len());
        Ok(Some(ClientTrail { bundle, digest, commits, signed: made.signed }))
    }
}

/// A history being made.
struct Rewriting<'r> {
    odb: &'r Odb<'r>,
    repository: &'r Repository,
    /// The folders of the whole trail, as they are.
    source: Trees<'r>,
    /// The client's folder below the work tree.
    folder: String,
    scope: &'r BundleScope<'r>,
    /// The commits that go into the pack; `None` for all.
    wanted: Option<&'r HashSet<Oid>>,
    pack: PackFile,
    digests: &'r Digests,
    top: Vec<(&'r str, Oid)>,
    /// Folders as they are, and without what is no plain file; `None` for an empty one.
    trees: HashMap<Oid, Option<Oid>>,
    /// The bytes of folders that are not as they are in the whole trail.
    made: HashMap<Oid, Arc<[u8]>>,
    /// The client's folder in each new commit.
    folders: HashMap<Oid, Oid>,
    /// The parents of each new commit, and the length of the longest way to a first one.
    parents: HashMap<Oid, (Vec<Oid>, usize)>,
    /// What stands for each commit; `None` before the client's first.
    commits: HashMap<Oid, Option<Oid>>,
    signed: Vec<SignedCommit>,
}

/// What rewriting a history made.
struct Rewritten {
    pack: PackFile,
    parents: HashMap<Oid, (Vec<Oid>, usize)>,
    commits: HashMap<Oid, Option<Oid>>,
    signed: Vec<SignedCommit>,
}

impl Rewritten {
    /// What stands for a commit.
    fn tip(&self, commit: Oid) -> Option<Oid> {
        self.commits.get(&commit).copied().flatten()
    }

    /// The new commits behind one of them, with itself.
    fn reachable(&self, tip: Oid) -> HashSet<Oid> {
        let mut found = HashSet::from([tip]);
        let mut left = vec![tip];
        while let Some(commit) = left.pop() {
            let parents = self.parents.get(&commit).into_iter().flat_map(|(parents, _)| parents);
            left.extend(parents.copied().filter(|parent| found.insert(*parent)));
        }
        found
    }
}

impl<'r> Rewriting<'r> {
    /// Rewrites the history behind a commit; puts the wanted new commits into a pack.
    fn of(
        ledger: &Ledger,
        scope: &BundleScope<'_>,
        head: Oid,
        wanted: Option<&HashSet<Oid>>,
    ) -> Result<Rewritten, LedgerError> {
        let repository = &ledger.repository;
        let odb = repository.odb()?;
        let mut rewriting = Rewriting {
            odb: &odb,
            repository,
            source: Trees::of(ledger)?,
            folder: format!("{}clients/{}", ledger.prefix, scope.client),
            scope,
            wanted,
            pack: PackFile::new(),
            digests: &ledger.digests,
            top: Vec::new(),
            trees: HashMap::new(),
            made: HashMap::new(),
            folders: HashMap::new(),
            parents: HashMap::new(),
            commits: HashMap::new(),
            signed: Vec::new(),
        };
        for (name, bytes) in scope.top {
            let oid = name_of(ObjectType::Blob, bytes)?;
            rewriting.top.push((*name, oid));
            if !rewriting.pack.has(oid) {
                rewriting.pack.add(oid, ObjectType::Blob, bytes);
            }
        }
        let mut walk = repository.revwalk()?;
        walk.set_sorting(Sort::TOPOLOGICAL | Sort::REVERSE)?;
        walk.push(head)?;
        for commit in walk {
            rewriting.rewrite(&repository.find_commit(commit?)?)?;
        }
        let Rewriting { pack, parents, commits, signed, .. } = rewriting;
        Ok(Rewritten { pack, parents, commits, signed })
    }

    fn rewrite(&mut self, commit: &Commit<'_>) -> Result<(), LedgerError> {
        let parents = self.parents(commit);
        let later = self
            .scope
            .until
            .is_some_and(|until| commit.author().when().seconds() > until.as_second());
        let folder = if later { None } else { self.folder_of(commit)? };
        let stands = match (folder, &parents[..]) {
            // Nothing of this client yet, or nothing any more, or a day that is not asked for.
            (None, parents) => parents.first().copied(),
            (Some(folder), [only]) if self.folders.get(only) == Some(&folder) => Some(*only),
            (Some(folder), parents) => Some(self.commit(commit, folder, parents)?),
        };
        self.commits.insert(commit.id(), stands);
        Ok(())
    }

    /// What stands for a commit's parents: each once, without those that another has behind it.
    fn parents(&self, commit: &Commit<'_>) -> Vec<Oid> {
        let mut parents: Vec<Oid> = Vec::new();
        for parent in commit.parent_ids().filter_map(|id| self.commits.get(&id).copied().flatten())
        {
            if !parents.contains(&parent) {
                parents.push(parent);
            }
        }
        let is_behind = |parent: &Oid| {
            parents.iter().any(|other| other != parent && self.is_behind(*parent, *other))
        };
        parents.iter().copied().filter(|parent| !is_behind(parent)).collect()
    }

    /// Whether one new commit leads to another.
    fn is_behind(&self, earlier: Oid, later: Oid) -> bool {
        let height = |commit: &Oid| self.parents.get(commit).map_or(0, |(_, height)| *height);
        let end = height(&earlier);
        let mut seen = HashSet::new();
        let mut left = vec![later];
        while let Some(commit) = left.pop() {
            let parents = self.parents.get(&commit).into_iter().flat_map(|(parents, _)| parents);
            for parent in parents.filter(|parent| height(parent) >= end) {
                if *parent == earlier {
                    return true;
                }
                if seen.insert(*parent) {
                    left.push(*parent);
                }
            }
        }
        false
    }

    fn commit(
        &mut self,
        source: &Commit<'_>,
        folder: Oid,
        parents: &[Oid],
    ) -> Result<Oid, LedgerError> {
        let client = self.scope.client.as_str().as_bytes();
        let clients = self.make(&[(FOLDER, client, folder)])?;
        let mut top: Vec<(u32, &[u8], Oid)> =
            self.top.iter().map(|(name, blob)| (PLAIN, name.as_bytes(), *blob)).collect();
        top.push((FOLDER, b"clients", clients));
        // No name is the beginning of another, so that the order of names is git's.
        top.sort_unstable_by_key(|(_, name, _)| *name);
        let root = self.make(&top)?;
        let mut content = format!("tree {root}\n").into_bytes();
        for parent in parents {
            content.extend_from_slice(format!("parent {parent}\n").as_bytes());
        }
        for (role, person) in [("author", source.author()), ("committer", source.committer())] {
            content.extend_from_slice(&said::person_line(role, &person));
        }
        content.push(b'\n');
        content.extend_from_slice(self.message(source)?.as_bytes());
        let made = name_of(ObjectType::Commit, &content)?;
        let height = |parent: &Oid| self.parents.get(parent).map_or(0, |(_, height)| *height);
        let height = parents.iter().map(height).max().map_or(0, |height| height + 1);
        self.parents.insert(made, (parents.to_vec(), height));
        self.folders.insert(made, folder);
        if self.wanted.is_none_or(|wanted| wanted.contains(&made)) && !self.pack.has(made) {
            self.pack.add(made, ObjectType::Commit, &content);
            for folder in [root, clients] {
                if !self.pack.has(folder) {
                    let bytes = self.bytes_of(folder)?;
                    self.pack.add(folder, ObjectType::Tree, &bytes);
                }
            }
            let before = parents.first().and_then(|parent| self.folders.get(parent)).copied();
            self.put(folder, before)?;
        }
        Ok(made)
    }
}
