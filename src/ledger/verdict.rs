//! What verifying found, and what that does and does not prove.
//!
//! Owns: the verdicts, their names, and the sentences that go with each. Must not: look
//! anything up.

use super::anchors::{Told, Window};
use super::dates::{DateRemark, Dates};
use super::seal::Seal;
use crate::model::{ClientId, Digest};
use crate::phrase::Phrase;

/// A decision or an exhibit, and how it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct VerifiedRecord {
    /// The path below the vault.
    pub path: String,
    /// Decision or exhibit.
    pub kind: Kind,
    /// The client it is about.
    pub client: ClientId,
    /// The digest of the bytes that were first recorded; on disk, where nothing is recorded.
    pub digest: Option<Digest>,
    /// The commit that first had them.
    pub commit: Option<String>,
    /// The path it had before it was moved.
    pub moved_from: Option<String>,
    /// Whether it is in the history of what is checked out, not only on another branch.
    pub on_head: bool,
    /// How it stands; `Intact` alone, or one or more others.
    pub verdicts: Vec<Verdict>,
    /// What the signature of that commit is worth.
    pub seal: Seal,
    /// Remote-tracking branches that have the same bytes, as last fetched.
    pub remotes: Vec<String>,
    /// The commit that recorded it before the history was rewritten.
    pub rewritten: Option<String>,
    /// Between which moments it was made, by outside witnesses.
    pub window: Window,
    /// Where the lines were sent that cover it.
    pub witnessed: Vec<Told>,
    /// How the date it bears lies outside of that window.
    pub contradiction: Option<Phrase>,
    /// The digest of a time stamp that it names and that is not there.
    pub lost_stamp: Option<Digest>,
    /// Its dates; `None` where nothing is recorded.
    pub dates: Option<Dates>,
    /// A decision recorded after it, where nobody names this one; the path below the vault.
    pub unknown_to: Option<String>,
    /// How many later decisions name it by its digest.
    pub named_by: usize,
    /// The incidents it rests on, and whether they are as they were.
    pub cited: Vec<CitedState>,
    /// What this proves.
    pub proves: Vec<Phrase>,
    /// What it does not prove.
    pub does_not_prove: Vec<Phrase>,
}

/// What kind of file never changes once it is recorded.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Kind {
    /// A decision note.
    Decision,
    /// A file kept as evidence.
    Exhibit,
}

/// How a record stands. Commits are given in full.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// Recorded, never changed or removed, and every decision it names is there.
    Intact,
    /// Its bytes are or were others than those recorded.
    Altered {
        /// The commit that shows it; `None` where no commit does.
        commit: Option<String>,
        /// How that is known.
        known_by: Witness,
        /// Whether HEAD has the first bytes again.
        restored: bool,
    },
    /// It was recorded and is, or was, gone.
    Removed {
        /// The commit that removed it; `None` where the history no longer shows it at all.
        commit: Option<String>,
        /// Whether HEAD has the first bytes again.
        restored: bool,
    },
    /// It names decisions that are nowhere in the history.
    Gap {
        /// Their digests.
        missing: Vec<Digest>,
    },
    /// What is on disk is not what is recorded.
    NotRecorded(Difference),
    /// Git cannot read its bytes: the repository is damaged.
    Unreadable,
}

/// How it is known that a record was altered.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Witness {
    /// A commit changed it.
    History,
    /// The commit that recorded it says another digest.
    Trailer,
    /// A note says another digest or size of this exhibit.
    Note(String),
    /// This machine recorded other bytes.
    Memory,
}

/// How the file on disk differs from the record.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Difference {
    /// It was never committed.
    Never,
    /// It was changed and not committed.
    Changed,
    /// It is not there.
    Missing,
}

/// An incident that a decision rests on, now.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CitedState {
    /// The note's path below the vault.
    pub path: String,
    /// How it is now.
    pub state: Citation,
}

/// How a cited note is now.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Citation {
    /// As it was cited.
    Unchanged,
    /// Edited since; nothing speaks against that, but the decision rested on other words.
    EditedSince,
    /// No longer there.
    Gone,
    /// The decision gives no digest.
    Unbound,
}

/// The chain of one client's decisions.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chain {
    /// The client.
    pub client: ClientId,
    /// Decisions that name none before them; more than one is worth a look.
    pub starts: Vec<String>,
    /// Decisions that no other names.
    pub heads: Vec<(String, Digest)>,
    /// How many decisions there are.
    pub count: usize,
}

/// The name of every verdict on a record, from the weakest link to the strongest.
pub const VERDICTS: [&str; 24] = [
    "ALTERED",
    "REMOVED",
    "UNREADABLE",
    "BAD-SIGNATURE",
    "REVOKED-KEY",
    "KEY-NOT-VALID",
    "DATE-CONTRADICTS-ANCHOR",
    "GAP",
    "NOT-RECORDED",
    "REWRITTEN",
    "DATES-DISAGREE",
    "NOT-IN-CHAIN",
    "FOREIGN-PRINCIPAL",
    "UNSIGNED",
    "UNKNOWN-KEY",
    "UNVERIFIED",
    "UNKNOWN-TIME",
    "NOT-ON-HEAD",
    "INTACT",
    "CONSISTENT-WITH-REMOTE",
    "SIGNED",
    "WITNESSED",
    "TIMESTAMPED",
    "WINDOW",
];

impl Verdict {
    /// The verdict's name, the same in every language.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Intact => "INTACT",
            Self::Altered { .. } => "ALTERED",
            Self::Removed { .. } => "REMOVED",
            Self::Gap { .. } => "GAP",
            Self::NotRecorded(_) => "NOT-RECORDED",
            Self::Unreadable => "UNREADABLE",
        }
    }

    /// One sentence on it; `Intact` needs none beside what it proves.
    pub fn phrase(&self) -> Option<Phrase> {
        let with = |key, commit: &Option<String>| {
            Phrase::new(key).with("commit", commit.as_deref().map_or("", short))
        };
        Some(match self {
            Self::Intact => return None,
            Self::Altered { commit, restored: true, .. } => with("ledger-altered-restored", commit),
            Self::Altered { commit, known_by, .. } => match known_by {
                Witness::History => with("ledger-altered", commit),
                Witness::Trailer => with("ledger-altered-trailer", commit),
                Witness::Note(note) => {
                    Phrase::new("ledger-altered-note").with("note", note.as_str())
                }
                Witness::Memory => Phrase::new("ledger-altered-memory"),
            },
            Self::Removed { commit, restored: true } => with("ledger-removed-restored", commit),
            Self::Removed { commit: Some(_), .. } => match self {
                Self::Removed { commit, .. } => with("ledger-removed", commit),
                _ => return None,
            },
            Self::Removed { commit: None, .. } => Phrase::new("ledger-removed-memory"),
            Self::Gap { missing } => {
                let digests: Vec<_> = missing.iter().map(|d| d.to_hex()[..12].to_owned()).collect();
                Phrase::new("ledger-gap")
                    .with("count", missing.len())
                    .with("digests", digests.join(", "))
            }
            Self::NotRecorded(Difference::Never) => Phrase::new("ledger-not-recorded-never"),
            Self::NotRecorded(Difference::Changed) => Phrase::new("ledger-not-recorded-changed"),
            Self::NotRecorded(Difference::Missing) => Phrase::new("ledger-not-recorded-missing"),
            Self::Unreadable => Phrase::new("ledger-unreadable"),
        })
    }
}

impl VerifiedRecord {
    /// Whether nothing speaks against this record.
    ///
    /// What was restored holds; an exhibit that was never committed holds too, since a vault
    /// may commit decisions alone.
    pub fn holds(&self) -> bool {
        self.verdicts.iter().all(|verdict| match verdict {
            Verdict::Intact => true,
            Verdict::Altered { restored, .. } | Verdict::Removed { restored, .. } => *restored,
            Verdict::NotRecorded(Difference::Never) => self.kind == Kind::Exhibit,
            Verdict::NotRecorded(_) | Verdict::Gap { .. } | Verdict::Unreadable => false,
        }) && self.seal.holds()
            && self.rewritten.is_none()
            && self.contradiction.is_none()
    }

    /// The names of every verdict on it, the weakest link first; the same in every language.
    pub fn names(&self) -> Vec<&'static str> {
        let mut names: Vec<_> = self.verdicts.iter().map(Verdict::name).collect();
        if self.rewritten.is_some() {
            names.push("REWRITTEN");
        }
        names.extend(self.seal.names());
        if self.remarks().any(DateRemark::contradicts) {
            names.push("DATES-DISAGREE");
        }
        names.extend(self.window.name());
        if !self.witnessed.is_empty() {
            names.push("WITNESSED");
        }
        if self.contradiction.is_some() {
            names.push("DATE-CONTRADICTS-ANCHOR");
        }
        if self.unknown_to.is_some() {
            names.push("NOT-IN-CHAIN");
        }
        if self.is_only_elsewhere() {
            names.push("NOT-ON-HEAD");
        }
        if !self.remotes.is_empty() {
            names.push("CONSISTENT-WITH-REMOTE");
        }
        names.sort_by_key(|name| VERDICTS.iter().position(|known| known == name));
        names
    }

    /// One sentence on each verdict that needs one.
    pub fn because(&self) -> Vec<Phrase> {
        let commit = self.commit.as_deref().unwrap_or_default();
        let mut phrases: Vec<_> = self.verdicts.iter().filter_map(Verdict::phrase).collect();
        if let Some(lost) = &self.rewritten {
            phrases.push(Phrase::new("ledger-rewritten").with("commit", short(lost)));
        }
        phrases.extend(self.seal.because(commit));
        phrases.extend(self.remarks().map(DateRemark::phrase));
        phrases.extend(self.contradiction.clone());
        if let Some(later) = &self.unknown_to {
            phrases.push(Phrase::new("ledger-not-in-chain").with("later", later.as_str()));
        }
        phrases
    }

    /// Whether it is recorded on another branch and was never on the one checked out.
    fn is_only_elsewhere(&self) -> bool {
        let removed = |verdict: &Verdict| matches!(verdict, Verdict::Removed { .. });
        self.commit.is_some() && !self.on_head && !self.verdicts.iter().any(removed)
    }

    fn remarks(&self) -> impl Iterator<Item = DateRemark> {
        self.dates.iter().flat_map(|dates| dates.remarks.iter().copied())
    }

    /// Fills in what the verdicts prove and do not.
    pub(super) fn conclude(mut self) -> Self {
        let full = self.commit.clone().unwrap_or_default();
        let commit = short(&full);
        if self.verdicts.is_empty() {
            self.verdicts.push(Verdict::Intact);
        }
        if self.verdicts == [Verdict::Intact] {
            self.proves.push(Phrase::new("ledger-proves-unchanged").with("commit", commit));
        }
        if self.named_by > 0 {
            self.proves.push(Phrase::new("ledger-proves-named").with("count", self.named_by));
        } else if self.kind == Kind::Decision && self.commit.is_some() {
            self.does_not_prove.push(Phrase::new("ledger-not-last"));
        }
        if !self.remotes.is_empty() {
            let branches = self.remotes.join(", ");
            self.proves.push(Phrase::new("ledger-proves-remote").with("branches", branches));
        }
        self.proves.extend(self.seal.proves(commit));
        self.proves.extend(self.window.proves());
        if let Some(stamp) = self.lost_stamp {
            let digest = stamp.to_hex()[..12].to_owned();
            self.does_not_prove.push(Phrase::new("window-stamp-lost").with("digest", digest));
        }
        self.does_not_prove.extend(self.seal.does_not_prove(commit));
        if self.is_only_elsewhere() {
            self.does_not_prove.push(Phrase::new("ledger-not-on-head"));
        }
        if self.cited.iter().any(|cited| cited.state != Citation::Unchanged) {
            self.does_not_prove.push(Phrase::new("ledger-not-cited"));
        }
        self
    }
}

/// The first digits of a commit, as people quote it.
pub(super) fn short(commit: &str) -> &str {
    commit.get(..10).unwrap_or(commit)
}
