//! Why a statement, a time stamp or its authority is not to be believed, in one sentence each.

use jiff::Timestamp;

use super::revocation::{CheckedCertificate, Revocation};
use crate::phrase::Phrase;

/// Why a file is no statement.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StatementFault {
    /// It is larger than any statement.
    TooLarge,
    /// It is not one.
    Unreadable,
    /// A newer version wrote it.
    Newer,
    /// It says what a statement says in other bytes than casefile writes.
    Rewritten,
}

/// Why a file is no time stamp for a statement.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TokenFault {
    /// It is larger than any time stamp.
    TooLarge,
    /// It cannot be read as one.
    Unreadable,
    /// The authority answered that it makes none.
    Refused(String),
    /// It is made by another digest function than SHA-256.
    OtherFunction,
    /// It is for another file.
    OtherFile,
    /// It does not answer the request that was made.
    OtherNonce,
    /// It has another number of signers than one.
    Signers(usize),
    /// Its signer's certificate is not in it.
    NoCertificate,
    /// What is signed does not name the signer's certificate, as it must.
    OtherCertificate,
    /// What is signed is not what is in it.
    OtherContent,
    /// Its signature does not fit.
    BadSignature,
    /// Casefile does not check this kind of signature.
    Unsupported(String),
    /// Its signer's certificate is not for time stamps alone, or does not insist on it.
    NotForTimeStamping(String),
}

/// Why a good time stamp is not one of an authority that the user trusts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TraceFault {
    /// No certificate of an authority is given.
    NoRoots,
    /// None of those given leads to it; the name of the issuer that is missing.
    UnknownRoot(String),
    /// A certificate on the way was not valid then.
    NotValidThen {
        /// Whose.
        name: String,
        /// Whether it is the one the user trusts.
        is_root: bool,
        /// The first moment at which it is valid.
        from: Timestamp,
        /// The last one.
        to: Timestamp,
    },
    /// A certificate on the way must not issue others, or has limits that are not known here.
    NotAllowed(String),
    /// A certificate on the way was revoked, so that this time stamp does not count.
    Revoked {
        /// Which, and what the lists say of it.
        certificate: Box<CheckedCertificate>,
        /// How it was revoked.
        by: Revocation,
    },
}

/// Why a list of revoked certificates says nothing, or less than it could.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ListFault {
    /// It is larger than any that is read.
    TooLarge,
    /// With it there would be more lists than are read.
    TooMany,
    /// It cannot be read as one.
    Unreadable,
    /// It tells of certificates by others than its issuer.
    Indirect,
    /// It only tells what changed since another.
    Delta,
    /// It is only about some reasons, or about no certificates of keys.
    Partial,
    /// It has an extension that must be understood, and is not; by its number.
    UnknownCritical(String),
    /// No certificate of its issuer is here; the issuer's name.
    UnknownIssuer(String),
    /// Its signature does not fit the key of the authority of this name.
    BadSignature(String),
    /// The authority of this name must not sign lists.
    NotAllowed(String),
    /// Casefile does not check this kind of signature.
    Unsupported(String),
    /// It is about other certificates of its issuer than those that are here.
    Elsewhere(String),
    /// Its authority has made a newer one since.
    Outdated {
        /// When it was made.
        made: Timestamp,
        /// By when there was to be a newer one.
        ended: Timestamp,
        /// Where that is, as far as the certificates say.
        address: Option<String>,
    },
}

impl StatementFault {
    /// The fault as one sentence.
    pub fn phrase(self) -> Phrase {
        Phrase::new(match self {
            Self::TooLarge => "statement-too-large",
            Self::Unreadable => "statement-unreadable",
            Self::Newer => "statement-newer",
            Self::Rewritten => "statement-rewritten",
        })
    }
}

impl TokenFault {
    /// The fault as one sentence.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::TooLarge => Phrase::new("token-too-large"),
            Self::Unreadable => Phrase::new("token-unreadable"),
            Self::Refused(why) => Phrase::new("token-refused").with("why", why.as_str()),
            Self::OtherFunction => Phrase::new("token-other-function"),
            Self::OtherFile => Phrase::new("token-other-file"),
            Self::OtherNonce => Phrase::new("token-other-nonce"),
            Self::Signers(count) => Phrase::new("token-signers").with("count", *count),
            Self::NoCertificate => Phrase::new("token-no-certificate"),
            Self::OtherCertificate => Phrase::new("token-other-certificate"),
            Self::OtherContent => Phrase::new("token-other-content"),
            Self::BadSignature => Phrase::new("token-bad-signature"),
            Self::Unsupported(name) => Phrase::new("token-unsupported").with("name", name.as_str()),
            Self::NotForTimeStamping(name) => {
                Phrase::new("token-not-for-time-stamping").with("name", name.as_str())
            }
        }
    }
}

impl TraceFault {
    /// The fault as one sentence.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::NoRoots => Phrase::new("trace-no-roots"),
            Self::UnknownRoot(issuer) => {
                Phrase::new("trace-unknown-root").with("issuer", issuer.as_str())
            }
            Self::NotValidThen { name, is_root: false, from, to } => {
                Phrase::new("trace-not-valid-then")
                    .with("name", name.as_str())
                    .with("from", shown(*from))
                    .with("to", shown(*to))
            }
            Self::NotValidThen { name, from, to, .. } => Phrase::new("trace-root-not-valid-then")
                .with("name", name.as_str())
                .with("from", shown(*from))
                .with("to", shown(*to)),
            Self::NotAllowed(name) => Phrase::new("trace-not-allowed").with("name", name.as_str()),
            Self::Revoked { certificate, by } => by.phrase(&certificate.name),
        }
    }

    /// Whether it speaks against the time stamp, and not only leaves open whose it is.
    pub const fn contradicts(&self) -> bool {
        matches!(self, Self::NotValidThen { .. } | Self::NotAllowed(_) | Self::Revoked { .. })
    }
}

impl ListFault {
    /// The fault as one sentence, and what to do; `file` is the list's name.
    pub fn phrase(&self, file: &str) -> Phrase {
        match self {
            Self::TooLarge => Phrase::new("list-too-large"),
            Self::TooMany => Phrase::new("list-too-many"),
            Self::Unreadable => Phrase::new("list-unreadable"),
            Self::Indirect => Phrase::new("list-indirect"),
            Self::Delta => Phrase::new("list-delta"),
            Self::Partial => Phrase::new("list-partial"),
            Self::UnknownCritical(oid) => {
                Phrase::new("list-unknown-critical").with("oid", oid.as_str())
            }
            Self::UnknownIssuer(name) => {
                Phrase::new("list-unknown-issuer").with("issuer", name.as_str())
            }
            Self::BadSignature(name) => {
                Phrase::new("list-bad-signature").with("issuer", name.as_str())
            }
            Self::NotAllowed(name) => Phrase::new("list-not-allowed").with("issuer", name.as_str()),
            Self::Unsupported(name) => Phrase::new("list-unsupported").with("name", name.as_str()),
            Self::Elsewhere(name) => Phrase::new("list-elsewhere").with("issuer", name.as_str()),
            Self::Outdated { made, ended, address } => {
                let said = match address {
                    Some(address) => Phrase::new("list-outdated-address")
                        .with("command", fetching(file, address)),
                    None => Phrase::new("list-outdated"),
                };
                said.with("made", shown(*made)).with("ended", shown(*ended))
            }
        }
    }
}

/// The command that fetches a list; the address has no quotes in it.
pub fn fetching(file: &str, address: &str) -> String {
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._".contains(c);
    let file: String = file.chars().map(|c| if is_plain(c) { c } else { '_' }).collect();
    format!("curl --location --output {file} '{address}'")
}

/// A moment as it is told.
pub(super) fn shown(at: Timestamp) -> String {
    at.strftime("%Y-%m-%d %H:%M:%SZ").to_string()
}
