//! Why a certificate was revoked (RFC 5280, 5.3.1), and what of it stands (RFC 3161, 4).

use crate::phrase::Phrase;

/// Why a certificate was revoked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reason {
    /// For a reason that is not told.
    Unspecified,
    /// Somebody else has, or may have, its key.
    KeyCompromise,
    /// Somebody else has, or may have, the key of the authority that issued it.
    AuthorityCompromise,
    /// Its owner's name or position changed.
    AffiliationChanged,
    /// Another took its place.
    Superseded,
    /// It is no longer needed.
    CessationOfOperation,
    /// It does not count for now.
    Hold,
    /// What it allowed was taken back.
    PrivilegeWithdrawn,
    /// Any other.
    Other,
}

impl Reason {
    /// The reason with this number.
    pub(super) const fn of(code: u32) -> Self {
        match code {
            0 => Self::Unspecified,
            1 => Self::KeyCompromise,
            2 => Self::AuthorityCompromise,
            3 => Self::AffiliationChanged,
            4 => Self::Superseded,
            5 => Self::CessationOfOperation,
            6 => Self::Hold,
            9 => Self::PrivilegeWithdrawn,
            _ => Self::Other,
        }
    }

    /// Whether time stamps from before the revocation stay valid.
    ///
    /// RFC 3161, 4: so they do where the reason is given and is one of these four. Without a
    /// reason, or where the key is in other hands, none does, whenever it was made; nor does one
    /// by any other reason, of which it says nothing.
    pub const fn spares_earlier(self) -> bool {
        matches!(
            self,
            Self::Unspecified
                | Self::AffiliationChanged
                | Self::Superseded
                | Self::CessationOfOperation
        )
    }

    /// Its name, as in RFC 5280; the same in every language.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Unspecified => "unspecified",
            Self::KeyCompromise => "keyCompromise",
            Self::AuthorityCompromise => "cACompromise",
            Self::AffiliationChanged => "affiliationChanged",
            Self::Superseded => "superseded",
            Self::CessationOfOperation => "cessationOfOperation",
            Self::Hold => "certificateHold",
            Self::PrivilegeWithdrawn => "privilegeWithdrawn",
            Self::Other => "other",
        }
    }

    /// The reason in words.
    pub fn phrase(self) -> Phrase {
        Phrase::new(match self {
            Self::Unspecified => "revoked-unspecified",
            Self::KeyCompromise => "revoked-key-compromise",
            Self::AuthorityCompromise => "revoked-authority-compromise",
            Self::AffiliationChanged => "revoked-affiliation-changed",
            Self::Superseded => "revoked-superseded",
            Self::CessationOfOperation => "revoked-cessation",
            Self::Hold => "revoked-hold",
            Self::PrivilegeWithdrawn => "revoked-privilege-withdrawn",
            Self::Other => "revoked-other",
        })
    }
}
