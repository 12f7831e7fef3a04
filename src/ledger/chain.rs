//! The chain of decisions: each names those before it by their digests.
//!
//! Owns: whether every link is there, and where each client's chain starts and ends. Must not:
//! look at commits; the chain is bound to bytes and outlasts any rewriting of them. A circle
//! cannot be: it would take a digest known before its own bytes.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::paths::is_decision;
use super::verdict::{Chain, Verdict, VerifiedRecord};
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
            record.named_by = naming.get(&digest).copied().unwrap_or_default();
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
            if record.named_by == 0 {
                chain.heads.push((path.to_owned(), digest));
            }
        }
        chains.into_values().collect()
    }
}
