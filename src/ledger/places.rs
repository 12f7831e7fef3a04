//! Where the vault and the folders of its clients lay at each commit, under whatever name.
//!
//! Owns: what counts as the same folder under another name. Must not: read what a note says.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use git2::{ObjectType, Oid, Repository, Tree};

use super::Ledger;
use super::chronicle::Chronicle;
use super::error::LedgerError;
use super::folders::{blob, blobs, blobs_on_disk, entry, folder_at, has_vault, vaults};
use crate::model::ClientId;
use crate::vault::{SETTINGS_FILE, files};

/// Where things lay, from HEAD back to one commit.
#[derive(Debug)]
pub(super) struct Places {
    /// The vault at that commit; `None` where it was not there.
    pub(super) prefix: Option<String>,
    /// What each client's folder was called at that commit; those that were not there are left
    /// out.
    pub(super) names: BTreeMap<ClientId, String>,
    /// The tree of each client's folder, with the number of the first commit that has it; the
    /// oldest first.
    pub(super) folders: BTreeMap<ClientId, Vec<(usize, Option<Oid>)>>,
}

/// A walk back through the history.
struct Walk<'r> {
    repository: &'r Repository,
    prefix: Option<String>,
    names: BTreeMap<ClientId, String>,
    /// Clients whose folder is not there; they keep their last name, in case it was away for a
    /// while.
    lost: BTreeSet<ClientId>,
    folders: BTreeMap<ClientId, Vec<(usize, Option<Oid>)>>,
}

impl Ledger {
    /// Follows the vault and the folders of these clients back to a commit.
    pub(super) fn places(
        &self,
        chronicle: &Chronicle,
        tip: usize,
        clients: &[ClientId],
        on_disk: &BTreeSet<ClientId>,
    ) -> Result<Places, LedgerError> {
        let repository = &self.repository;
        let names = clients.iter().map(|id| (id.clone(), id.to_string())).collect();
        let mut walk = Walk {
            repository,
            prefix: Some(self.prefix.clone()),
            names,
            lost: BTreeSet::new(),
            folders: clients.iter().map(|id| (id.clone(), Vec::new())).collect(),
        };
        let mut later: Option<Tree<'_>> = None;
        let mut later_clients = None;
        for (number, stop) in chronicle.stops().iter().enumerate().skip(tip).rev() {
            let tree = repository.find_commit(stop.commit)?.tree()?;
            if later.as_ref().is_some_and(|later| later.id() == tree.id()) {
                walk.same(number);
                continue;
            }
            walk.follow_vault(self, &tree, later.as_ref())?;
            let folder = walk.clients(&tree)?;
            if later.is_some() && folder.as_ref().map(Tree::id) == later_clients {
                walk.same(number);
            } else {
                match &later {
                    Some(_) => {
                        let before =
                            later_clients.map(|id| repository.find_tree(id)).transpose()?;
                        walk.follow_clients(folder.as_ref(), before.as_ref())?;
                    }
                    None => walk.follow_from_disk(self, folder.as_ref(), on_disk)?,
                }
                walk.note(number, folder.as_ref());
            }
            later_clients = folder.map(|folder| folder.id());
            later = Some(tree);
        }
        walk.names.retain(|id, _| !walk.lost.contains(id));
        for changes in walk.folders.values_mut() {
            changes.reverse();
        }
        Ok(Places { prefix: walk.prefix, names: walk.names, folders: walk.folders })
    }
}

impl<'r> Walk<'r> {
    /// The vault's folder of clients.
    fn clients(&self, tree: &Tree<'_>) -> Result<Option<Tree<'r>>, LedgerError> {
        let Some(prefix) = &self.prefix else { return Ok(None) };
        folder_at(self.repository, tree, &format!("{prefix}clients"))
    }

    /// The commit before has the same folders: they are as old as it.
    fn same(&mut self, number: usize) {
        for changes in self.folders.values_mut() {
            if let Some((first, _)) = changes.last_mut() {
                *first = number;
            }
        }
    }

    fn note(&mut self, number: usize, clients: Option<&Tree<'_>>) {
        let taken: BTreeSet<String> = self
            .names
            .iter()
            .filter(|(id, _)| !self.lost.contains(*id))
            .map(|(_, name)| name.clone())
            .collect();
        for (id, changes) in &mut self.folders {
            let is_lost = self.lost.contains(id);
            let name = self.names.get(id).filter(|name| !is_lost || !taken.contains(*name));
            let folder = name.and_then(|name| entry(clients?, name));
            if folder.is_some() {
                self.lost.remove(id);
            }
            match changes.last_mut() {
                Some((first, known)) if *known == folder => *first = number,
                _ => changes.push((number, folder)),
            }
        }
    }

    /// Finds the vault where it lay in this tree, if it does not lie where it lay later.
    fn follow_vault(
        &mut self,
        ledger: &Ledger,
        tree: &Tree<'_>,
        later: Option<&Tree<'_>>,
    ) -> Result<(), LedgerError> {
        let Some(prefix) = self.prefix.clone() else { return Ok(()) };
        if has_vault(tree, &prefix) {
            return Ok(());
        }
        let settings_now = match later {
            Some(later) => blob(later, &format!("{prefix}{SETTINGS_FILE}")),
            None => {
                let path = ledger.on_disk(&format!("{prefix}{SETTINGS_FILE}"));
                let bytes = files::read(&path)?.unwrap_or_default();
                Some(Oid::hash_object(ObjectType::Blob, &bytes)?)
            }
        };
        let clients_now = match later {
            Some(later) => folder_at(self.repository, later, &format!("{prefix}clients"))?,
            None => None,
        };
        let mut found = Vec::new();
        vaults(self.repository, tree, &mut found)?;
        found.retain(|place| later.is_none_or(|later| !has_vault(later, place)));
        let mut best: Option<(usize, String)> = None;
        for place in found {
            let clients = folder_at(self.repository, tree, &format!("{place}clients"))?;
            let same = |entry: git2::TreeEntry<'_>| {
                clients_now.as_ref().and_then(|now| now.get_id(entry.id())).is_some()
            };
            let shared = clients.iter().flat_map(Tree::iter).filter(|entry| same(entry.clone()));
            let settings = blob(tree, &format!("{place}{SETTINGS_FILE}"));
            let points = shared.count() * 2 + usize::from(settings == settings_now);
            if points > 0 && best.as_ref().is_none_or(|(most, _)| points > *most) {
                best = Some((points, place));
            }
        }
        self.prefix = best.map(|(_, place)| place);
        Ok(())
    }

    /// Finds the folders that are missing here under another name which is missing later.
    fn follow_clients(
        &mut self,
        clients: Option<&Tree<'_>>,
        later: Option<&Tree<'_>>,
    ) -> Result<(), LedgerError> {
        let missing: Vec<(ClientId, String)> = self
            .names
            .iter()
            .filter(|(id, _)| !self.lost.contains(*id))
            .filter(|(_, name)| clients.is_none_or(|clients| entry(clients, name).is_none()))
            .map(|(id, name)| (id.clone(), name.clone()))
            .collect();
        for (id, name) in missing {
            let folder = later.and_then(|later| entry(later, &name));
            let contents = match folder {
                Some(folder) => blobs(self.repository, folder)?,
                None => HashSet::new(),
            };
            let gone = |name: &str| later.is_none_or(|later| entry(later, name).is_none());
            self.rename(id, clients, &gone, &contents)?;
        }
        Ok(())
    }

    /// The same for the last commit, whose later side are the files on disk.
    fn follow_from_disk(
        &mut self,
        ledger: &Ledger,
        clients: Option<&Tree<'_>>,
        on_disk: &BTreeSet<ClientId>,
    ) -> Result<(), LedgerError> {
        let Some(clients) = clients else {
            self.lost.extend(self.names.keys().cloned());
            return Ok(());
        };
        let gone = |name: &str| !on_disk.contains(name);
        let any_gone = clients.iter().any(|entry| entry.name().is_ok_and(gone));
        let missing: Vec<ClientId> =
            self.names.keys().filter(|id| entry(clients, id.as_str()).is_none()).cloned().collect();
        for id in missing {
            let contents = if any_gone && on_disk.contains(&id) {
                blobs_on_disk(ledger, &format!("{}clients/{id}", ledger.prefix))?
            } else {
                HashSet::new()
            };
            self.rename(id, Some(clients), &gone, &contents)?;
        }
        Ok(())
    }

    /// Takes the folder that is gone later and shares most with a client's; without one, the
    /// client was not on file before.
    fn rename(
        &mut self,
        id: ClientId,
        clients: Option<&Tree<'_>>,
        gone: &dyn Fn(&str) -> bool,
        contents: &HashSet<Oid>,
    ) -> Result<(), LedgerError> {
        let mut best: Option<(usize, String)> = None;
        for entry in clients.into_iter().flat_map(Tree::iter) {
            let Ok(name) = entry.name() else { continue };
            if contents.is_empty() || entry.kind() != Some(ObjectType::Tree) || !gone(name) {
                continue;
            }
            let shared = blobs(self.repository, entry.id())?.intersection(contents).count();
            if shared > 0 && best.as_ref().is_none_or(|(most, _)| shared > *most) {
                best = Some((shared, name.to_owned()));
            }
        }
        match best {
            Some((_, name)) => drop(self.names.insert(id, name)),
            None => drop(self.lost.insert(id)),
        }
        Ok(())
    }
}
