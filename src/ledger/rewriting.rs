//! Whether a history that was seen is still part of the one that is there.
//!
//! Owns: tips seen on this machine and those of remotes, against the local branches. Must not:
//! judge bytes; a record may be rewritten with its commit and still be what it was.

use std::collections::BTreeMap;

use git2::Oid;

use super::error::LedgerError;
use super::heads::{self, Tips};
use super::trail;
use super::verdict::short;
use super::verified::VerifiedRecord;
use super::verify::Evidence;
use crate::phrase::Phrase;

/// A tip that was seen and is no longer part of the history.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rewritten {
    /// The branch: `refs/heads/main`.
    pub reference: String,
    /// The commit it was at.
    pub commit: String,
    /// How many decisions were recorded in what was lost; `None` where git no longer has it.
    pub decisions: Option<usize>,
}

impl Rewritten {
    /// What happened, and the innocent explanation.
    pub fn phrase(&self) -> Phrase {
        let phrase = match self.decisions {
            Some(count) => Phrase::new("ledger-rewritten-tip").with("count", count),
            None => Phrase::new("ledger-rewritten-gone"),
        };
        phrase
            .with("branch", self.reference.trim_start_matches("refs/").to_owned())
            .with("commit", short(&self.commit))
    }
}

impl Evidence<'_> {
    /// Finds decisions whose commits were replaced, and marks them.
    pub(super) fn find_rewriting(
        &self,
        records: &mut BTreeMap<String, VerifiedRecord>,
    ) -> Result<Vec<Rewritten>, LedgerError> {
        let tips = Tips::of(self.ledger)?;
        let mut found = Vec::new();
        for tip in heads::seen(self.ledger)? {
            let only = self.ledger.only_in(tip.commit, &tips.must_hold(&tip))?;
            let decisions = match &only {
                Some(commits) => Some(self.mark(commits, records, |_| true)?),
                None => None,
            };
            if decisions != Some(0) {
                let (reference, commit) = (tip.reference, tip.commit.to_string());
                found.push(Rewritten { reference, commit, decisions });
            }
        }
        let local: Vec<Oid> = tips.local.iter().map(|tip| tip.commit).collect();
        for tip in &tips.remote {
            let Some(commits) = self.ledger.only_in(tip.commit, &local)? else { continue };
            // What we do not have yet is another machine's; what we have by another commit was
            // rewritten here or there.
            let decisions = self.mark(&commits, records, |record| record.on_head)?;
            if decisions > 0 && !found.iter().any(|lost| lost.commit == tip.commit.to_string()) {
                let (reference, commit) = (tip.reference.clone(), tip.commit.to_string());
                found.push(Rewritten { reference, commit, decisions: Some(decisions) });
            }
        }
        Ok(found)
    }

    /// Marks the records that these commits made; says how many there are.
    fn mark(
        &self,
        commits: &[Oid],
        records: &mut BTreeMap<String, VerifiedRecord>,
        counts: impl Fn(&VerifiedRecord) -> bool,
    ) -> Result<usize, LedgerError> {
        let mut marked = 0;
        for commit in commits {
            for entry in trail::entries_of(&self.ledger.repository.find_commit(*commit)?) {
                match records.get_mut(self.now_at(&entry.note)) {
                    Some(record) if counts(record) => {
                        record.rewritten.get_or_insert_with(|| entry.commit.clone());
                        marked += 1;
                    }
                    _ => {}
                }
            }
        }
        Ok(marked)
    }
}
