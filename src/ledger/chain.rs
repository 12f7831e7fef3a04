//! The chain of decisions: each names those before it by their digests.
//!
//! Owns: whether every link is there, and where each client's chain starts and ends. Must not:
//! look at commits; the chain is bound to bytes and outlasts any rewriting of them. A circle
//! cannot be: it would take a digest known before its own bytes.

use std::collections::{BTreeMap, HashMap, HashSet};

use git2::Oid;

use super::paths::is_decision;
use super::verdict::{Chain, Verdict};
use super::verified::VerifiedRecord;
use super::verify::Evidence;
use crate::model::{ClientId, Digest};

impl Evidence<'_> {
    /// Whether each decision named before another is there; what each client's chain is.
    pub(super) fn follow_chain(
        &self,
        records: &mut BTreeMap<String, VerifiedRecord>,
    ) -> Vec<Chain> {
        let mut known = HashSet::new();
        let mut naming: HashMap<Digest, usize> = HashMap::new();
        let mut current: Vec<(&str, Digest, &[Digest])> = Vec::new();
        for (path, file) in self.history.files.iter().filter(|(path, _)| is_decision(path)) {
            known.extend(
                file.versions.iter().filter_map(|(oid, _)| self.blob(*oid)).map(|b| b.digest),
            );
            let version = file.on_head.or(file.versions.last().map(|(oid, _)| *oid));
            if let Some(oid) = version
                && let (Some(blob), Some(facts)) = (self.blob(oid), self.facts(oid, path))
                && records.contains_key(path)
            {
                current.push((path, blob.digest, &facts.prev));
                for prev in &facts.prev {
                    *naming.entry(*prev).or_default() += 1;
                }
            }
        }
        let mut chains: BTreeMap<ClientId, Chain> = BTreeMap::new();
        for (path, digest, prev) in current {
            let Some(record) = records.get_mut(path) else { continue };
            let missing: Vec<_> =
                prev.iter().copied().filter(|prev| !known.contains(prev)).collect();
            if !missing.is_empty() {
                record.verdicts.push(Verdict::Gap { missing });
            }
            let named = |digest: &Digest| naming.get(digest).copied().unwrap_or_default();
            record.is_named = record.digest.as_ref().is_some_and(|digest| named(digest) > 0);
            let chain = chains.entry(record.client.clone()).or_insert_with(|| Chain {
                client: record.client.clone(),
                starts: Vec::new(),
                heads: Vec::new(),
                count: 0,
            });
            chain.count += 1;
            if prev.is_empty() {
                chain.starts.push(path.to_owned());
            }
            if named(&digest) == 0 {
                chain.heads.push((path.to_owned(), digest));
            }
        }
        let chains: Vec<Chain> = chains.into_values().collect();
        self.find_unjoined(&chains, records);
        chains
    }

    /// Marks decisions that one recorded after them does not know: whoever records names all
    /// that nobody has named, so they were put in later, or histories were put one upon another.
    fn find_unjoined(&self, chains: &[Chain], records: &mut BTreeMap<String, VerifiedRecord>) {
        let first = |path: &str| {
            let file = self.history.files.get(path)?;
            file.versions.first().map(|(_, commit)| *commit)
        };
        let place = |commit: &Oid| self.history.order.get(commit).copied();
        let mut of_clients: HashMap<ClientId, Vec<(String, Oid)>> = HashMap::new();
        for (path, record) in records.iter().filter(|(path, _)| is_decision(path)) {
            let decisions = of_clients.entry(record.client.clone()).or_default();
            decisions.extend(first(path).map(|commit| (path.clone(), commit)));
        }
        for chain in chains.iter().filter(|chain| chain.count > 1) {
            let Some(decisions) = of_clients.get(&chain.client) else { continue };
            for (head, _) in &chain.heads {
                // Of one that was altered the others name the bytes it had: that is said already.
                let altered = self.history.files.get(head).is_some_and(|f| f.versions.len() > 1);
                let Some(own) = first(head).filter(|_| !altered) else { continue };
                let after = decisions.iter().find(|(path, commit)| {
                    path != head && place(commit) > place(&own) && self.is_behind(own, *commit)
                });
                if let (Some((path, _)), Some(record)) = (after, records.get_mut(head)) {
                    record.unknown_to = Some(path.clone());
                }
            }
        }
    }

    fn is_behind(&self, earlier: Oid, later: Oid) -> bool {
        self.ledger.repository.graph_descendant_of(later, earlier).unwrap_or(false)
    }
}
