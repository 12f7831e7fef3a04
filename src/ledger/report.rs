//! Everything that verifying found, side by side.
//!
//! Owns: whether the whole holds, and what of it is about one client. Must not: judge a record.

use super::anchors::{AnchorVerdict, VerifiedAnchor};
use super::keyring::KeyListFault;
use super::rewriting::Rewritten;
use super::verdict::Chain;
use super::verified::VerifiedRecord;
use crate::anchor::ListFault;
use crate::model::ClientId;
use crate::phrase::Phrase;

/// What verifying found.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// Every decision and exhibit, sorted by path.
    pub records: Vec<VerifiedRecord>,
    /// The chain of each client's decisions, sorted by client.
    pub chains: Vec<Chain>,
    /// The commit that is checked out; `None` in a repository without commits.
    pub head: Option<String>,
    /// How many commits were looked at.
    pub commits: usize,
    /// Commits and folders that git cannot read, whose bytes do not fit their name, or that are
    /// larger than any vault's: what they held is unknown.
    pub damaged: Vec<String>,
    /// Whether the history ends early because this is a shallow clone.
    pub shallow: bool,
    /// Branches whose history was rewritten since this machine or a remote saw it.
    pub rewritten: Vec<Rewritten>,
    /// The anchors: statements, and what outside witnesses say of them; sorted by path.
    pub anchors: Vec<VerifiedAnchor>,
    /// Files among the certificates to trust that hold none that can be read.
    pub faulty_roots: Vec<String>,
    /// What is wrong with lists of revoked certificates, by file.
    pub list_faults: Vec<(String, ListFault)>,
    /// Faults of the lists of keys that signatures were checked against.
    pub key_faults: Vec<KeyListFault>,
    /// What no verdict of this report proves; never empty.
    pub limits: Vec<Phrase>,
}

impl Report {
    /// Leaves out what is not about one client. An anchor stays that covers some of its records,
    /// or that something speaks against.
    pub fn keep_client(&mut self, id: &ClientId) {
        self.records.retain(|record| record.client == *id);
        self.chains.retain(|chain| chain.client == *id);
        self.anchors.retain(|anchor| anchor.clients.contains(id) || !anchor.holds());
    }

    /// Leaves out of the anchors what was said to be sent together with other clients' lines,
    /// since the user's words on it may name them; and their names.
    pub fn name_only(&mut self, id: &ClientId) {
        let is_own = |clients: &[ClientId]| clients.iter().all(|client| client == id);
        for anchor in &mut self.anchors {
            anchor.clients.retain(|client| client == id);
            anchor.verdicts.retain(|verdict| match verdict {
                AnchorVerdict::Witnessed { clients, .. } => is_own(clients),
                _ => true,
            });
            if anchor.verdicts.is_empty() {
                anchor.verdicts.push(AnchorVerdict::NotStamped);
            }
        }
        for record in &mut self.records {
            record.witnessed.retain(|told| is_own(&told.clients));
        }
    }

    /// Whether every record holds, and none can have been lost with a history that was seen.
    pub fn holds(&self) -> bool {
        self.records.iter().all(VerifiedRecord::holds)
            && self.rewritten.iter().all(|lost| lost.decisions.is_some())
            && self.anchors.iter().all(VerifiedAnchor::holds)
            && self.damaged.is_empty()
    }
}
