//! A statement of what the trail is now, not written yet.

use std::collections::{BTreeMap, BTreeSet};

use git2::{ObjectType, Oid};
use jiff::Timestamp;

use super::super::error::LedgerError;
use super::super::state::Head;
use super::super::verify::NoteFacts;
use super::super::{Ledger, paths};
use super::tree::TreeDigests;
use crate::anchor::{Shelf, Statement, head_of, reached};
use crate::model::{ClientId, Digest};

/// What would be anchored now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AnchorDraft {
    /// The statement; the one that is there already, where nothing came after it.
    pub statement: Statement,
    /// Where the same is on file already: the path of that statement.
    pub there: Option<String>,
}

/// The chain of one client, as far as a statement covers it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DraftedChain {
    /// The client.
    pub client: ClientId,
    /// The decisions that no other names, sorted.
    pub heads: Vec<Digest>,
    /// How many decisions there are.
    pub count: usize,
}

impl DraftedChain {
    /// The one digest that stands for the heads.
    pub fn head(&self) -> Digest {
        head_of(&self.heads)
    }
}

impl Ledger {
    /// The chain of each client that a statement covers, sorted by client; decisions that HEAD
    /// does not have are left out.
    ///
    /// # Errors
    /// When an object cannot be read.
    pub fn covered_chains(
        &self,
        statement: &Statement,
        read: impl Fn(&str, &[u8]) -> Option<NoteFacts>,
    ) -> Result<Vec<DraftedChain>, LedgerError> {
        let Some(head) = Head::read(&self.repository, true)?.commit else {
            return Ok(Vec::new());
        };
        let known = decisions(self, head, &read)?;
        let covered = reached_in(&known, &statement.heads);
        let mut chains: BTreeMap<&ClientId, DraftedChain> = BTreeMap::new();
        for digest in &covered {
            let Some(decision) = known.get(digest) else { continue };
            for client in &decision.clients {
                let chain = chains.entry(client).or_insert_with(|| DraftedChain {
                    client: client.clone(),
                    heads: Vec::new(),
                    count: 0,
                });
                chain.count += 1;
                if statement.heads.contains(digest) {
                    chain.heads.push(*digest);
                }
            }
        }
        Ok(chains.into_values().filter(|chain| !chain.heads.is_empty()).collect())
    }

    /// What would be anchored now, of one client or of all; `None` where nothing is recorded.
    ///
    /// # Errors
    /// When an object cannot be read.
    pub fn draft_anchor(
        &self,
        client: Option<&ClientId>,
        claimed: Timestamp,
        shelf: &Shelf,
        read: impl Fn(&str, &[u8]) -> Option<NoteFacts>,
    ) -> Result<Option<AnchorDraft>, LedgerError> {
        let Some(head) = Head::read(&self.repository, true)?.commit else { return Ok(None) };
        let known = decisions(self, head, &read)?;
        let named: BTreeSet<Digest> =
            known.values().flat_map(|decision| decision.prev.iter().copied()).collect();
        let mut heads = Vec::new();
        for (digest, decision) in &known {
            let is_asked = client.is_none_or(|client| decision.clients.contains(client));
            if is_asked && !named.contains(digest) {
                heads.push(*digest);
            }
        }
        if heads.is_empty() {
            return Ok(None);
        }
        let tree = TreeDigests::default().of(self, head)?.digest;
        let count = reached_in(&known, &heads).len();
        let same = |statement: &Statement| statement.heads == heads && statement.tree == tree;
        let mut there: Vec<_> = shelf.statements.values().collect();
        there.retain(|(_, statement)| same(statement));
        Ok(Some(match there.into_iter().max_by_key(|(_, statement)| statement.claimed) {
            Some((path, statement)) => {
                AnchorDraft { statement: statement.clone(), there: Some(path.clone()) }
            }
            None => {
                let previous = shelf.last().map(|(digest, _)| digest);
                let statement =
                    Statement::new(claimed, head.to_string(), (heads, count), tree, previous);
                AnchorDraft { statement, there: None }
            }
        }))
    }
}

/// A decision in a commit.
struct Decision {
    /// Whom it is about; two clients may have notes with the same bytes.
    clients: BTreeSet<ClientId>,
    /// What it names before it.
    prev: Vec<Digest>,
}

/// The decisions in a commit by the digests of their bytes.
type Decisions = BTreeMap<Digest, Decision>;

fn decisions(
    ledger: &Ledger,
    commit: Oid,
    read: &impl Fn(&str, &[u8]) -> Option<NoteFacts>,
) -> Result<Decisions, LedgerError> {
    let mut found = Decisions::new();
    let tree = ledger.repository.find_commit(commit)?.tree()?;
    let folder = format!("{}clients", ledger.prefix);
    let Ok(clients) = tree.get_path(std::path::Path::new(&folder)) else { return Ok(found) };
    if clients.kind() != Some(ObjectType::Tree) {
        return Ok(found);
    }
    for client in &ledger.repository.find_tree(clients.id())? {
        let Ok(name) = client.name() else { continue };
        let Ok(tree) = ledger.repository.find_tree(client.id()) else { continue };
        let Some(entry) = tree.get_name("decisions") else { continue };
        let Ok(folder) = ledger.repository.find_tree(entry.id()) else { continue };
        for note in &folder {
            let Ok(note_name) = note.name() else { continue };
            let path = format!("clients/{name}/decisions/{note_name}");
            if note.kind() == Some(ObjectType::Blob) && paths::is_decision(&path) {
                let blob = ledger.repository.find_blob(note.id())?;
                let prev = || read(&path, blob.content()).unwrap_or_default().prev;
                let decision = found.entry(Digest::of(blob.content()));
                let decision =
                    decision.or_insert_with(|| Decision { clients: BTreeSet::new(), prev: prev() });
                decision.clients.insert(ClientId::new(name));
            }
        }
    }
    Ok(found)
}

fn reached_in(known: &Decisions, heads: &[Digest]) -> BTreeSet<Digest> {
    reached(heads, |digest| known.get(&digest).map(|decision| decision.prev.as_slice()))
}
