//! Why a statement, a time stamp or its authority is not to be believed, in one sentence each.

use jiff::Timestamp;

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
        let shown = |at: &Timestamp| at.strftime("%Y-%m-%d %H:%MZ").to_string();
        match self {
            Self::NoRoots => Phrase::new("trace-no-roots"),
            Self::UnknownRoot(issuer) => {
                Phrase::new("trace-unknown-root").with("issuer", issuer.as_str())
            }
            Self::NotValidThen { name, is_root: false, from, to } => {
                Phrase::new("trace-not-valid-then")
                    .with("name", name.as_str())
                    .with("from", shown(from))
                    .with("to", shown(to))
            }
            Self::NotValidThen { name, from, to, .. } => Phrase::new("trace-root-not-valid-then")
                .with("name", name.as_str())
                .with("from", shown(from))
                .with("to", shown(to)),
            Self::NotAllowed(name) => Phrase::new("trace-not-allowed").with("name", name.as_str()),
        }
    }

    /// Whether it speaks against the time stamp, and not only leaves open whose it is.
    pub const fn contradicts(&self) -> bool {
        matches!(self, Self::NotValidThen { .. } | Self::NotAllowed(_))
    }
}
