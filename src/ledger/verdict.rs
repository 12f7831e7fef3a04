//! What verifying found: the verdicts, their names, and the sentence that goes with each.
//!
//! Must not: look anything up.

use crate::model::{ClientId, Digest};
use crate::phrase::Phrase;

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

/// The first digits of a commit, as people quote it.
pub(super) fn short(commit: &str) -> &str {
    commit.get(..10).unwrap_or(commit)
}
