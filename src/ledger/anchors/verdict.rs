//! What verifying found of an anchor, and what that does and does not prove.

use jiff::Timestamp;

use super::super::verdict::short;
use super::window::shown;
use crate::anchor::{
    CheckedCertificate, OtsFault, Promise, Stamped, Statement, StatementFault, TokenFault,
    TraceFault,
};
use crate::model::{ClientId, Digest};
use crate::phrase::Phrase;

/// An anchor: a statement and what outside witnesses say of it.
#[derive(Clone, Debug, PartialEq)]
pub struct VerifiedAnchor {
    /// The statement's path below the vault; that of the time stamp where there is no statement.
    pub path: String,
    /// The digest of the statement's bytes.
    pub digest: Option<Digest>,
    /// What it says; `None` where it cannot be read.
    pub statement: Option<Statement>,
    /// The clients whose decisions it covers, sorted.
    pub clients: Vec<ClientId>,
    /// How it stands: one verdict for each time stamp, proof and line, and for what is wrong.
    pub verdicts: Vec<AnchorVerdict>,
}

/// How an anchor stands. Files are given by their path below the vault.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AnchorVerdict {
    /// A good time stamp of an authority that the user trusts.
    Timestamped {
        /// The time stamp's file.
        stamp: String,
        /// When, by the authority's clock.
        at: Timestamp,
        /// The name on the certificate that signed.
        authority: String,
        /// The certificate that the user trusts.
        stamped: Stamped,
    },
    /// A time stamp that is good in itself.
    Untraced {
        /// The time stamp's file.
        stamp: String,
        /// When, by the clock of whoever made it.
        at: Timestamp,
        /// The name on the certificate that signed.
        authority: String,
        /// Why it is not known whose it is, or what speaks against it.
        fault: TraceFault,
    },
    /// A file that should be a time stamp for the statement, and is not.
    BadToken {
        /// The file.
        stamp: String,
        /// Why not.
        fault: TokenFault,
    },
    /// The statement has other bytes than those that were stamped.
    StatementChanged {
        /// The time stamp's file, or the proof's.
        stamp: String,
    },
    /// The statement that was stamped is not there.
    StatementMissing {
        /// The time stamp's file, or the proof's.
        stamp: String,
    },
    /// The statement cannot be read.
    BadStatement(StatementFault),
    /// It names decisions that are nowhere in the history, or more than there are.
    Gap {
        /// The heads that are nowhere.
        missing: Vec<Digest>,
        /// How many decisions it says there are.
        said: usize,
        /// How many there are.
        found: usize,
    },
    /// The commit that it names has other files than it says.
    TreeDiffers,
    /// A file of the anchor was changed after it was recorded.
    Altered {
        /// The file.
        file: String,
        /// The commit.
        commit: String,
        /// Whether the first bytes are back.
        restored: bool,
    },
    /// A file of the anchor was recorded and is, or was, gone.
    Removed {
        /// The file.
        file: String,
        /// The commit.
        commit: String,
        /// Whether it is back.
        restored: bool,
    },
    /// A file on disk is not what is recorded.
    NotRecorded {
        /// The file.
        file: String,
    },
    /// A proof of OpenTimestamps leads to this.
    Promised {
        /// The proof's file.
        proof: String,
        /// What stands at its end.
        promise: Promise,
    },
    /// A file that should be a proof, and is not.
    BadProof {
        /// The file.
        proof: String,
        /// Why not.
        fault: OtsFault,
    },
    /// Its line was sent.
    Witnessed {
        /// The file that says so.
        file: String,
        /// Where, in the user's words.
        place: String,
        /// When, as the user says.
        when: String,
        /// The clients whose lines were sent, sorted.
        clients: Vec<ClientId>,
    },
    /// What is said to have been sent, or the file that shows it, is not of this statement.
    WitnessDiffers {
        /// The file that says so.
        file: String,
    },
    /// Nobody outside says anything of it.
    NotStamped,
}

impl VerifiedAnchor {
    /// Whether nothing speaks against it.
    pub fn holds(&self) -> bool {
        self.verdicts.iter().all(AnchorVerdict::holds)
    }

    /// Whether an authority that the user trusts vouches for it.
    pub fn is_trusted(&self) -> bool {
        self.stamps().next().is_some()
    }

    /// The ways from its time stamps to authorities that the user trusts.
    pub fn stamps(&self) -> impl Iterator<Item = &Stamped> {
        self.verdicts.iter().filter_map(|verdict| match verdict {
            AnchorVerdict::Timestamped { stamped, .. } => Some(stamped),
            _ => None,
        })
    }

    /// The names of the verdicts, the same in every language.
    pub fn names(&self) -> Vec<&'static str> {
        let mut verdicts: Vec<_> = self.verdicts.iter().collect();
        verdicts.sort_by_key(|verdict| verdict.holds());
        verdicts.into_iter().map(AnchorVerdict::name).collect()
    }
}

impl AnchorVerdict {
    /// The verdict's name, the same in every language.
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Timestamped { .. } => "TIMESTAMPED",
            Self::Untraced { fault, .. } => match fault {
                TraceFault::NoRoots | TraceFault::UnknownRoot(_) => "CHAIN-NOT-VERIFIED",
                TraceFault::NotValidThen { is_root: true, .. } => "ROOT-NOT-VALID",
                TraceFault::NotValidThen { .. } | TraceFault::NotAllowed(_) => {
                    "CERTIFICATE-NOT-VALID"
                }
                TraceFault::Revoked { .. } => "CERTIFICATE-REVOKED",
            },
            Self::BadToken { .. } => "BAD-TIMESTAMP",
            Self::StatementChanged { .. } => "STATEMENT-CHANGED",
            Self::StatementMissing { .. } => "STATEMENT-MISSING",
            Self::BadStatement(_) => "BAD-STATEMENT",
            Self::Gap { .. } => "GAP",
            Self::TreeDiffers => "TREE-DIFFERS",
            Self::Altered { .. } => "ALTERED",
            Self::Removed { .. } => "REMOVED",
            Self::NotRecorded { .. } => "NOT-RECORDED",
            Self::Promised { promise, .. } => match promise {
                Promise::Bitcoin { .. } => "BITCOIN-NOT-CHECKED",
                Promise::Pending(_) => "PENDING",
                Promise::Unknown => "UNVERIFIED",
            },
            Self::BadProof { .. } => "BAD-PROOF",
            Self::Witnessed { .. } => "WITNESSED",
            Self::WitnessDiffers { .. } => "WITNESS-DIFFERS",
            Self::NotStamped => "NOT-STAMPED",
        }
    }

    /// Whether it does not speak against the anchor.
    pub const fn holds(&self) -> bool {
        match self {
            Self::Timestamped { .. }
            | Self::Promised { .. }
            | Self::Witnessed { .. }
            | Self::NotStamped => true,
            Self::Untraced { fault, .. } => !fault.contradicts(),
            Self::Altered { restored, .. } | Self::Removed { restored, .. } => *restored,
            _ => false,
        }
    }

    /// What lists of revoked certificates say of those that vouch for a time stamp.
    pub fn certificates(&self) -> &[CheckedCertificate] {
        match self {
            Self::Timestamped { stamped, .. } => &stamped.certificates,
            Self::Untraced { fault: TraceFault::Revoked { certificate, .. }, .. } => {
                std::slice::from_ref(certificate)
            }
            _ => &[],
        }
    }

    /// What was found, with the innocent explanation and what to do where something is wrong.
    pub fn because(&self) -> Option<Phrase> {
        Some(match self {
            Self::Timestamped { .. } | Self::Witnessed { .. } => return None,
            Self::Untraced { stamp, fault, .. } => Phrase::new(match fault {
                TraceFault::Revoked { .. } => "anchor-revoked",
                fault if fault.contradicts() => "anchor-not-valid",
                _ => "anchor-untraced",
            })
            .with("file", stamp.as_str())
            .with("why", fault.phrase()),
            Self::BadToken { stamp, fault } => Phrase::new("anchor-bad-token")
                .with("file", stamp.as_str())
                .with("why", fault.phrase()),
            Self::StatementChanged { stamp } => {
                Phrase::new("anchor-statement-changed").with("file", stamp.as_str())
            }
            Self::StatementMissing { stamp } => {
                Phrase::new("anchor-statement-missing").with("file", stamp.as_str())
            }
            Self::BadStatement(fault) => {
                Phrase::new("anchor-bad-statement").with("why", fault.phrase())
            }
            Self::Gap { missing, said, found } => Phrase::new("anchor-gap")
                .with("missing", missing.len())
                .with("said", *said)
                .with("found", *found),
            Self::TreeDiffers => Phrase::new("anchor-tree-differs"),
            Self::Altered { file, commit, restored } => Phrase::new(match restored {
                true => "anchor-altered-restored",
                false => "anchor-altered",
            })
            .with("file", file.as_str())
            .with("commit", short(commit)),
            Self::Removed { file, commit, restored } => Phrase::new(match restored {
                true => "anchor-removed-restored",
                false => "anchor-removed",
            })
            .with("file", file.as_str())
            .with("commit", short(commit)),
            Self::NotRecorded { file } => {
                Phrase::new("anchor-not-recorded").with("file", file.as_str())
            }
            Self::Promised { proof, promise } => promised(proof, promise),
            Self::BadProof { proof, fault } => Phrase::new("anchor-bad-proof")
                .with("file", proof.as_str())
                .with("why", fault.phrase()),
            Self::WitnessDiffers { file } => {
                Phrase::new("anchor-witness-differs").with("file", file.as_str())
            }
            Self::NotStamped => Phrase::new("anchor-not-stamped"),
        })
    }

    /// What it proves.
    pub fn proves(&self) -> Option<Phrase> {
        Some(match self {
            Self::Timestamped { at, authority, stamped, .. } => {
                Phrase::new("anchor-proves-stamped")
                    .with("at", shown(*at))
                    .with("authority", authority.as_str())
                    .with("root", stamped.root.as_str())
                    .with("file", stamped.root_file.as_str())
                    .with("fingerprint", stamped.fingerprint.as_str())
            }
            Self::Untraced { at, authority, fault, .. } if !fault.contradicts() => {
                Phrase::new("anchor-proves-untraced")
                    .with("at", shown(*at))
                    .with("authority", authority.as_str())
            }
            Self::Witnessed { place, when, .. } => Phrase::new("anchor-proves-witnessed")
                .with("place", place.as_str())
                .with("when", when.as_str()),
            _ => return None,
        })
    }

    /// What it does not prove.
    pub fn does_not_prove(&self) -> Option<Phrase> {
        Some(Phrase::new(match self {
            Self::Timestamped { .. } => "anchor-not-since-when",
            Self::Untraced { fault, .. } if !fault.contradicts() => "anchor-not-whose",
            Self::Untraced { .. } | Self::BadToken { .. } | Self::StatementChanged { .. } => {
                "anchor-not-when"
            }
            Self::Witnessed { .. } => "anchor-not-sent",
            Self::Promised { .. } => "anchor-not-block",
            Self::NotStamped => "anchor-not-when-own",
            _ => return None,
        }))
    }
}

fn promised(proof: &str, promise: &Promise) -> Phrase {
    match promise {
        Promise::Bitcoin { height, merkle_root } => Phrase::new("anchor-bitcoin")
            .with("file", proof)
            .with("height", height.to_string())
            .with("root", merkle_root.as_str()),
        Promise::Pending(calendar) => {
            Phrase::new("anchor-pending").with("file", proof).with("calendar", calendar.as_str())
        }
        Promise::Unknown => Phrase::new("anchor-promise-unknown").with("file", proof),
    }
}
