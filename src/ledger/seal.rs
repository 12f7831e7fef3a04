//! What a commit's signature is worth.
//!
//! Owns: the verdicts on signatures, their names, and the sentences that go with each. Must
//! not: look anything up.

use jiff::Timestamp;

use super::verdict::short;
use crate::phrase::Phrase;

/// What the signature of a commit is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Seal {
    /// There is no commit.
    None,
    /// The commit carries no signature.
    Unsigned,
    /// A key that the reader's list gives to the committer's address made it.
    Signed(Signing),
    /// A key of the list made it, and the list gives that key to somebody else.
    Foreign {
        /// The key.
        key: String,
        /// Whom the list gives it to, as the list has it.
        principals: String,
        /// The address that the commit names as its committer.
        committer: String,
    },
    /// The signature fits the commit, and nobody says whose the key is.
    UnknownKey {
        /// The key.
        key: String,
        /// Why not.
        because: Unknown,
    },
    /// A key made it that the reader's list of revoked keys names.
    Revoked {
        /// The key.
        key: String,
    },
    /// It does not fit the commit.
    Bad(Fault),
    /// Casefile cannot check this kind of signature.
    Unverified {
        /// What kind it is.
        format: String,
    },
}

/// A good signature by a known key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signing {
    /// The key's fingerprint: `SHA256:…`.
    pub key: String,
    /// The address that it speaks for.
    pub principal: String,
    /// Whether the key was valid when it signed.
    pub validity: Validity,
}

/// Whether a key was valid when it signed, by an outside witness's time alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Validity {
    /// The list sets it no bounds.
    Unbounded,
    /// It was.
    Within,
    /// It was not.
    Outside,
    /// The list sets bounds, and nobody trusted says when it signed.
    UnknownTime {
        /// The first moment at which the key is valid.
        after: Option<Timestamp>,
        /// The last one.
        before: Option<Timestamp>,
    },
}

/// Why nobody says whose a key is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unknown {
    /// There is no list (`gpg.ssh.allowedSignersFile`).
    NoList,
    /// The list does not name it.
    NotListed,
    /// The list names it for other things than commits.
    Namespace,
    /// The list names it as one that certifies others, which casefile does not follow.
    Authority,
    /// The list of revoked keys cannot be read, so that any key may be on it.
    Revocations,
}

/// Why a signature does not fit.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fault {
    /// The commit is another than the one signed, or the key another.
    Mismatch,
    /// It was made for something else than a commit.
    Namespace(String),
    /// It cannot be read.
    Unreadable,
}

impl Validity {
    /// Judges a key's bounds by what an outside witness says: signed not earlier than the
    /// first of `window`, not later than the second.
    ///
    /// The commit's own dates have no say: whoever holds the key sets them.
    pub(super) fn judge(
        after: Option<Timestamp>,
        before: Option<Timestamp>,
        [earliest, latest]: [Option<Timestamp>; 2],
    ) -> Self {
        let too_late = before.zip(earliest).is_some_and(|(end, signed)| signed > end);
        let too_early = after.zip(latest).is_some_and(|(start, signed)| signed < start);
        let started = after.is_none_or(|start| earliest.is_some_and(|signed| signed >= start));
        let not_ended = before.is_none_or(|end| latest.is_some_and(|signed| signed <= end));
        match (after, before) {
            (None, None) => Self::Unbounded,
            _ if too_late || too_early => Self::Outside,
            _ if started && not_ended => Self::Within,
            _ => Self::UnknownTime { after, before },
        }
    }
}

impl Seal {
    /// The verdicts' names, the same in every language.
    pub const fn names(&self) -> &'static [&'static str] {
        match self {
            Self::None => &[],
            Self::Unsigned => &["UNSIGNED"],
            Self::Signed(signing) => match signing.validity {
                Validity::Unbounded | Validity::Within => &["SIGNED"],
                Validity::Outside => &["KEY-NOT-VALID"],
                Validity::UnknownTime { .. } => &["SIGNED", "UNKNOWN-TIME"],
            },
            Self::Foreign { .. } => &["FOREIGN-PRINCIPAL"],
            Self::UnknownKey { .. } => &["UNKNOWN-KEY"],
            Self::Revoked { .. } => &["REVOKED-KEY"],
            Self::Bad(_) => &["BAD-SIGNATURE"],
            Self::Unverified { .. } => &["UNVERIFIED"],
        }
    }

    /// Whether nothing contradicts what the commit claims; carrying no signature claims nothing.
    pub const fn holds(&self) -> bool {
        match self {
            Self::Bad(_) | Self::Revoked { .. } => false,
            Self::Signed(signing) => !matches!(signing.validity, Validity::Outside),
            _ => true,
        }
    }

    /// Whether the commit carries a signature, good or bad.
    pub const fn is_there(&self) -> bool {
        !matches!(self, Self::None | Self::Unsigned)
    }

    /// The key's fingerprint, where the signature names one that fits.
    pub fn key(&self) -> Option<&str> {
        match self {
            Self::Signed(Signing { key, .. })
            | Self::Foreign { key, .. }
            | Self::UnknownKey { key, .. }
            | Self::Revoked { key } => Some(key),
            _ => None,
        }
    }

    /// Whom the reader's list gives the key to.
    pub fn principal(&self) -> Option<&str> {
        match self {
            Self::Signed(signing) => Some(&signing.principal),
            Self::Foreign { principals, .. } => Some(principals),
            _ => None,
        }
    }

    /// The command that checks what casefile does not.
    pub fn command(&self, commit: &str) -> Option<String> {
        matches!(self, Self::Unverified { .. }).then(|| format!("git verify-commit {commit}"))
    }

    /// What speaks against the commit, or needs a look.
    pub(super) fn because(&self, commit: &str) -> Option<Phrase> {
        let commit = short(commit);
        Some(match self {
            Self::Foreign { key, principals, committer } => Phrase::new("seal-foreign")
                .with("commit", commit)
                .with("key", key.as_str())
                .with("principals", principals.as_str())
                .with("committer", committer.as_str()),
            Self::Revoked { key } => {
                Phrase::new("seal-revoked").with("commit", commit).with("key", key.as_str())
            }
            Self::Bad(Fault::Mismatch) => Phrase::new("seal-bad").with("commit", commit),
            Self::Bad(Fault::Namespace(namespace)) => Phrase::new("seal-bad-namespace")
                .with("commit", commit)
                .with("namespace", namespace.as_str()),
            Self::Bad(Fault::Unreadable) => {
                Phrase::new("seal-bad-unreadable").with("commit", commit)
            }
            Self::Signed(Signing { key, validity: Validity::Outside, .. }) => {
                Phrase::new("seal-key-not-valid").with("commit", commit).with("key", key.as_str())
            }
            _ => return None,
        })
    }

    /// What it proves.
    pub(super) fn proves(&self) -> Option<Phrase> {
        Some(match self {
            Self::Signed(Signing { validity: Validity::Outside, .. }) => return None,
            Self::Signed(Signing { key, principal, .. }) => Phrase::new("seal-proves-signed")
                .with("key", key.as_str())
                .with("principal", principal.as_str()),
            Self::Foreign { key, principals, .. } => Phrase::new("seal-proves-signed")
                .with("key", key.as_str())
                .with("principal", principals.as_str()),
            Self::UnknownKey { key, .. } => {
                Phrase::new("seal-proves-some-key").with("key", key.as_str())
            }
            _ => return None,
        })
    }

    /// What it does not prove.
    pub(super) fn does_not_prove(&self, commit: &str) -> Vec<Phrase> {
        let command = || format!("git verify-commit {}", short(commit));
        match self {
            Self::None => Vec::new(),
            Self::Unsigned => vec![Phrase::new("ledger-not-who")],
            Self::Signed(signing) => {
                let mut phrases = vec![Phrase::new("seal-not-hand")];
                if let Validity::UnknownTime { after, before } = signing.validity {
                    phrases.push(not_when(after, before));
                }
                phrases
            }
            Self::Foreign { committer, .. } => {
                vec![Phrase::new("seal-not-committer").with("committer", committer.as_str())]
            }
            Self::UnknownKey { because, .. } => vec![Phrase::new(match because {
                Unknown::NoList => "seal-not-whose-no-list",
                Unknown::NotListed => "seal-not-whose",
                Unknown::Namespace => "seal-not-whose-namespace",
                Unknown::Authority => "seal-not-whose-authority",
                Unknown::Revocations => "seal-not-whose-revocations",
            })],
            Self::Revoked { .. } | Self::Bad(_) => vec![Phrase::new("seal-not-who")],
            Self::Unverified { format } => vec![
                Phrase::new("seal-not-checked")
                    .with("format", format.as_str())
                    .with("command", command()),
            ],
        }
    }
}

fn not_when(after: Option<Timestamp>, before: Option<Timestamp>) -> Phrase {
    let shown = |at: Timestamp| at.strftime("%Y-%m-%d %H:%MZ").to_string();
    match (after, before) {
        (Some(after), Some(before)) => Phrase::new("seal-not-when-between")
            .with("after", shown(after))
            .with("before", shown(before)),
        (Some(after), None) => Phrase::new("seal-not-when-after").with("after", shown(after)),
        (None, Some(before)) => Phrase::new("seal-not-when-before").with("before", shown(before)),
        (None, None) => Phrase::new("seal-not-hand"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Option<Timestamp> {
        Some(format!("{text}T00:00:00Z").parse().unwrap())
    }

    #[test]
    fn a_key_is_judged_by_trusted_time_alone() {
        let (after, before) = (at("2025-01-01"), at("2026-01-01"));
        let judge = |window| Validity::judge(after, before, window);
        assert_eq!(Validity::judge(None, None, [None, None]), Validity::Unbounded);
        let unknown = Validity::UnknownTime { after, before };
        assert_eq!(judge([None, None]), unknown);
        assert_eq!(judge([None, at("2025-06-01")]), unknown, "it may have signed too early");
        assert_eq!(judge([at("2025-06-01"), None]), unknown, "it may have signed too late");
        assert_eq!(judge([at("2025-06-01"), at("2026-02-01")]), unknown);
        assert_eq!(judge([at("2025-06-01"), at("2025-06-02")]), Validity::Within);
        assert_eq!(judge([at("2025-01-01"), at("2026-01-01")]), Validity::Within);
        assert_eq!(judge([at("2026-01-02"), None]), Validity::Outside);
        assert_eq!(judge([None, at("2024-12-31")]), Validity::Outside);
        let before_only = |window| Validity::judge(None, before, window);
        assert_eq!(before_only([None, at("2025-06-01")]), Validity::Within);
        assert!(!Seal::Bad(Fault::Mismatch).holds() && Seal::Unsigned.holds());
    }
}
