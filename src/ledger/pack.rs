//! One client's trail as a git bundle that names no other client.
//!
//! Owns: the history with this client's folder alone, made in memory, and the format
//! `git bundle` version 2. Must not: write into the vault's repository, or decide where the
//! bundle goes. Why it is made this way: `docs/decisions/2026-11-22-ledger-of-one-client.md`.

use std::collections::HashMap;
use std::path::Path;

use git2::{Buf, Commit, FileMode, ObjectType, Oid, Repository, Sort, Tree};
use jiff::Timestamp;

use super::error::LedgerError;
use super::folders::DEEPEST;
use super::trail::{self, Entry};
use super::trees::Trees;
use super::{Ledger, message};
use crate::model::{ClientId, DecisionId};

/// The branch that a clone of the bundle has.
const BRANCH: &str = "refs/heads/main";
/// The trailer with the commit of the whole trail that a commit of the bundle stands for.
const SOURCE: &str = "Casefile-Source";
/// Before the loose and the packed objects of a repository, whose priorities are 1 and 2.
const BEFORE_ALL: i32 = 1000;

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
        // A handle of its own: what is made below goes to its memory and nowhere else.
        let repository = Repository::open(self.repository.path())?;
        let odb = repository.odb()?;
        let _memory = odb.add_new_mempack_backend(BEFORE_ALL)?;
        let mut rewriting = Rewriting {
            repository: &repository,
            source: Trees::of(&repository)?,
            folder: format!("{}clients/{}", self.prefix, scope.client),
            scope,
            top: Vec::new(),
            trees: HashMap::new(),
            folders: HashMap::new(),
            commits: HashMap::new(),
            signed: Vec::new(),
        };
        for (name, bytes) in scope.top {
            rewriting.top.push((*name, repository.blob(bytes)?));
        }
        let mut walk = repository.revwalk()?;
        walk.set_sorting(Sort::TOPOLOGICAL | Sort::REVERSE)?;
        walk.push(head)?;
        for commit in walk {
            rewriting.rewrite(&repository.find_commit(commit?)?)?;
        }
        let Some(tip) = rewriting.commits.get(&head).copied().flatten() else { return Ok(None) };
        let signed = rewriting.signed;
        let (bundle, commits) = bundle_of(&repository, tip)?;
        Ok(Some(ClientTrail { bundle, commits, signed }))
    }
}

/// A history being made.
struct Rewriting<'r> {
    repository: &'r Repository,
    /// The folders of the whole trail, as they are.
    source: Trees<'r>,
    /// The client's folder below the work tree.
    folder: String,
    scope: &'r BundleScope<'r>,
    top: Vec<(&'r str, Oid)>,
    /// Folders as they are, and without what is no plain file; `None` for an empty one.
    trees: HashMap<Oid, Option<Oid>>,
    /// The client's folder in each new commit.
    folders: HashMap<Oid, Oid>,
    /// What stands for each commit; `None` before the client's first.
    commits: HashMap<Oid, Option<Oid>>,
    signed: Vec<SignedCommit>,
}

impl Rewriting<'_> {
    fn rewrite(&mut self, commit: &Commit<'_>) -> Result<(), LedgerError> {
        let parents = self.parents(commit)?;
        let later = self
            .scope
            .until
            .is_some_and(|until| commit.author().when().seconds() > until.as_second());
        let folder = if later { None } else { self.folder_of(&commit.tree()?)? };
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
    fn parents(&self, commit: &Commit<'_>) -> Result<Vec<Oid>, LedgerError> {
        let mut parents: Vec<Oid> = Vec::new();
        for parent in commit.parent_ids().filter_map(|id| self.commits.get(&id).copied().flatten())
        {
            if !parents.contains(&parent) {
                parents.push(parent);
            }
        }
        let mut kept = Vec::new();
        for parent in &parents {
            let mut behind = false;
            for other in parents.iter().filter(|other| *other != parent) {
                behind |= self.repository.graph_descendant_of(*other, *parent)?;
            }
            if !behind {
                kept.push(*parent);
            }
        }
        Ok(kept)
    }

    /// The client's folder in a tree, with plain files alone.
    fn folder_of(&mut self, tree: &Tree<'_>) -> Result<Option<Oid>, LedgerError> {
        match tree.get_path(Path::new(&self.folder)) {
            Ok(entry) if entry.kind() == Some(ObjectType::Tree) => self.plain(entry.id(), 0),
            _ => Ok(None),
        }
    }

    /// The folder without links and submodules, which may name what is outside it.
    fn plain(&mut self, folder: Oid, depth: usize) -> Result<Option<Oid>, LedgerError> {
        if let Some(known) = self.trees.get(&folder) {
            return Ok(*known);
        }
        if depth > DEEPEST {
            return Err(LedgerError::TooLarge);
        }
        let tree = self.repository.find_tree(folder)?;
        let mut kept = Vec::new();
        let mut as_it_is = true;
        for entry in &tree {
            let mode = entry.filemode();
            let plain = match entry.kind() {
                Some(ObjectType::Tree) => self.plain(entry.id(), depth + 1)?,
                Some(ObjectType::Blob) if mode != i32::from(FileMode::Link) => Some(entry.id()),
                _ => None,
            };
            as_it_is &= plain == Some(entry.id());
            kept.extend(plain.map(|plain| (entry, plain, mode)));
        }
        let plain = match &kept[..] {
            [] => None,
            // To build it anew would look for each of its files in git's store.
            _ if as_it_is => Some(folder),
            kept => {
                let mut builder = self.repository.treebuilder(None)?;
                for (entry, plain, mode) in kept {
                    builder.insert(entry.name_bytes(), *plain, *mode)?;
                }
                Some(builder.write()?)
            }
        };
        self.trees.insert(folder, plain);
        Ok(plain)
    }

    fn commit(
        &mut self,
        source: &Commit<'_>,
        folder: Oid,
        parents: &[Oid],
    ) -> Result<Oid, LedgerError> {
        let mut builder = self.repository.treebuilder(None)?;
        builder.insert(self.scope.client.as_str(), folder, i32::from(FileMode::Tree))?;
        let clients = builder.write()?;
        let mut builder = self.repository.treebuilder(None)?;
        builder.insert("clients", clients, i32::from(FileMode::Tree))?;
        for (name, blob) in &self.top {
            builder.insert(*name, *blob, i32::from(FileMode::Blob))?;
        }
        let tree = self.repository.find_tree(builder.write()?)?;
        let parents = parents
            .iter()
            .map(|parent| self.repository.find_commit(*parent))
            .collect::<Result<Vec<_>, _>>()?;
        let message = self.message(source)?;
        let content = self.repository.commit_create_buffer(
            &source.author(),
            &source.committer(),
            &message,
            &tree,
            &parents.iter().collect::<Vec<_>>(),
        )?;
        let made = self.repository.odb()?.write(ObjectType::Commit, &content)?;
        self.folders.insert(made, folder);
        Ok(made)
    }

    /// The message: as it was where it tells of this client's decisions alone, else a plain
    /// one with this client's trailers; always with the commit it stands for.
    fn message(&mut self, source: &Commit<'_>) -> Result<String, LedgerError> {
        let client = self.scope.client;
        let mut entries = trail::entries_of(source);
        let all = entries.len();
        entries.retain(|entry| entry.client == *client);
        let own =
            !entries.is_empty() && entries.len() == all && self.touches_nobody_else(source)?;
        if !own {
            return Ok(plain_message(client, &entries, source));
        }
        if let (Some(entry), true) = (entries.first(), trail::is_signed(source)) {
            self.signed.push(SignedCommit {
                decision: entry.decision.clone(),
                commit: source.id().to_string(),
                bytes: self.repository.odb()?.read(source.id())?.data().to_vec(),
            });
        }
        let message = String::from_utf8_lossy(source.message_bytes());
        Ok(format!("{}\n{SOURCE}: {}\n", message.trim_end(), source.id()))
    }

    /// Whether a commit changes nothing in the folder of another client.
    fn touches_nobody_else(&self, commit: &Commit<'_>) -> Result<bool, LedgerError> {
        let parent = match commit.parent_count() {
            0 => None,
            1 => commit.parent(0).ok().map(|parent| parent.tree_id()),
            _ => return Ok(false),
        };
        let clients = self.folder.rsplit_once('/').map_or("", |(clients, _)| clients);
        let folder = |root: Oid| self.source.folder(root, clients);
        let (Ok(before), Ok(now)) = (parent.map_or(Ok(None), folder), folder(commit.tree_id()))
        else {
            return Ok(false);
        };
        let mut others = Vec::new();
        let own = format!("{}/", self.folder);
        let foreign = |path: &str| !path.starts_with(&own);
        self.source.compare(clients, [before, now], &foreign, &mut others);
        // What is unknown may be about anybody.
        Ok(others.is_empty() && !self.source.is_damaged())
    }
}

/// A message that says no more than what was recorded of this client.
fn plain_message(client: &ClientId, entries: &[Entry], source: &Commit<'_>) -> String {
    let mut trailers = Vec::new();
    for entry in entries {
        trailers.push((message::DECISION, format!("{client}/decisions/{}", entry.decision)));
        trailers.extend(entry.kind.map(|kind| (message::KIND, kind.as_str().to_owned())));
        trailers.extend(entry.digest.map(|digest| (message::DIGEST, digest.to_string())));
        trailers.extend(entry.prev.iter().map(|prev| (message::PREV, prev.to_string())));
        trailers.extend(entry.standing.clone().map(|said| (message::STANDING, said)));
    }
    trailers.push((SOURCE, source.id().to_string()));
    let message = message::Message {
        client: Some(client.clone()),
        action: "record".to_owned(),
        trailers,
        ..message::Message::default()
    };
    message.render()
}

/// The bytes of a bundle with this tip, and how many commits are in it.
fn bundle_of(repository: &Repository, tip: Oid) -> Result<(Vec<u8>, usize), LedgerError> {
    let mut commits = 0;
    let mut walk = repository.revwalk()?;
    walk.push(tip)?;
    for commit in walk {
        commit?;
        commits += 1;
    }
    let mut walk = repository.revwalk()?;
    walk.set_sorting(Sort::TOPOLOGICAL)?;
    walk.push(tip)?;
    let mut pack = repository.packbuilder()?;
    // One thread, so that the same objects become the same bytes.
    pack.set_threads(1);
    pack.insert_walk(&mut walk)?;
    let mut packed = Buf::new();
    pack.write_buf(&mut packed)?;
    let mut bundle = format!("# v2 git bundle\n{tip} {BRANCH}\n{tip} HEAD\n\n").into_bytes();
    bundle.extend_from_slice(&packed);
    Ok((bundle, commits))
}
