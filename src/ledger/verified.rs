//! A decision or an exhibit that was verified, and what that does and does not prove.
//!
//! Owns: the verdicts on one record together: whether it holds, their names in order, and what to
//! say of them. Must not: look anything up.

use super::anchors::{Told, Window};
use super::dates::{DateRemark, Dates};
use super::paths::shell_word;
use super::seal::Seal;
use super::verdict::{Citation, CitedState, Difference, VERDICTS, Verdict, Witness, short};
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
    /// Whether a later decision names the bytes first recorded by their digest.
    pub is_named: bool,
    /// The incidents it rests on, and whether they are as they were.
    pub cited: Vec<CitedState>,
    /// What this proves.
    pub proves: Vec<Phrase>,
    /// What it does not prove.
    pub does_not_prove: Vec<Phrase>,
}

/// What to do about a record that does not hold.
#[derive(Clone, Debug, PartialEq)]
pub struct Remedy {
    /// What may have happened without anybody's fault, and what the commands do.
    pub innocent: Phrase,
    /// Commands to type in the vault's folder.
    pub commands: Vec<String>,
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
        if self.is_other_now() {
            if self.is_named {
                phrases.push(Phrase::new("ledger-first-named"));
            }
            if !self.proves.is_empty() || !self.witnessed.is_empty() {
                phrases.push(Phrase::new("ledger-about-first"));
            }
        }
        phrases
    }

    /// What may have happened without anybody's fault, and the commands that show it or undo it.
    pub fn remedy(&self) -> Option<Remedy> {
        let path = shell_word(&self.path);
        let first = self.commit.as_deref().map_or("", short);
        let restore = || format!("git restore --source={first} -- {path}");
        self.verdicts.iter().find_map(|verdict| {
            let (innocent, commands) = match verdict {
                Verdict::Altered { commit: Some(commit), known_by, restored: false }
                    if *known_by == Witness::History =>
                {
                    let innocent = match self.kind {
                        Kind::Decision => Phrase::new("ledger-innocent-altered"),
                        Kind::Exhibit => Phrase::new("ledger-innocent-written-over"),
                    };
                    (innocent, vec![format!("git show {} -- {path}", short(commit)), restore()])
                }
                Verdict::Removed { commit: Some(commit), restored: false } => {
                    let show = format!("git show --stat {}", short(commit));
                    (Phrase::new("ledger-innocent-removed"), vec![show, restore()])
                }
                Verdict::NotRecorded(Difference::Never) if self.kind == Kind::Decision => {
                    (Phrase::new("ledger-innocent-new"), vec!["casefile record".to_owned()])
                }
                Verdict::NotRecorded(Difference::Changed | Difference::Missing) => {
                    (Phrase::new("ledger-innocent-slip"), vec![format!("git restore -- {path}")])
                }
                _ => return None,
            };
            Some(Remedy { innocent, commands })
        })
    }

    /// Whether its file is no longer, or not here, what was first recorded.
    fn is_other_now(&self) -> bool {
        self.verdicts.iter().any(|verdict| match verdict {
            Verdict::Altered { restored, .. } | Verdict::Removed { restored, .. } => !restored,
            Verdict::NotRecorded(difference) => *difference != Difference::Never,
            _ => false,
        })
    }

    /// Whether it was changed or removed once, and is back as it was.
    pub fn was_restored(&self) -> bool {
        self.verdicts.iter().any(|verdict| {
            matches!(
                verdict,
                Verdict::Altered { restored: true, .. } | Verdict::Removed { restored: true, .. }
            )
        })
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
            self.proves.push(Phrase::new(match self.rewritten {
                None => "ledger-proves-unchanged",
                Some(_) => "ledger-proves-unchanged-since",
            }));
        }
        if self.is_named {
            if !self.is_other_now() {
                self.proves.push(Phrase::new("ledger-proves-named"));
            }
        } else if self.kind == Kind::Decision && self.commit.is_some() {
            self.does_not_prove.push(Phrase::new("ledger-not-last"));
        }
        if !self.remotes.is_empty() {
            let branches = self.remotes.join(", ");
            self.proves.push(Phrase::new("ledger-proves-remote").with("branches", branches));
        }
        self.proves.extend(self.seal.proves());
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
