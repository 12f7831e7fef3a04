//! Who commits, as git is told.
//!
//! Owns: the order in which git looks. Must not: read the environment, or invent anybody.

use git2::{Config, Signature, Time};
use jiff::tz::Offset;

use super::Ledger;
use super::error::LedgerError;

/// Who wrote and who commits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Identity {
    /// The author.
    pub author: Person,
    /// The committer.
    pub committer: Person,
}

/// A name and an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The name.
    pub name: String,
    /// The address.
    pub email: String,
}

impl std::fmt::Display for Person {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} <{}>", self.name, self.email)
    }
}

/// What the environment says of who commits; the caller reads it, libgit2 does not.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IdentityOverride {
    /// `GIT_AUTHOR_NAME`.
    pub author_name: Option<String>,
    /// `GIT_AUTHOR_EMAIL`.
    pub author_email: Option<String>,
    /// `GIT_COMMITTER_NAME`.
    pub committer_name: Option<String>,
    /// `GIT_COMMITTER_EMAIL`.
    pub committer_email: Option<String>,
}

impl Ledger {
    /// Who commits here: the environment first, then `author.*` and `committer.*`, then `user.*`.
    ///
    /// # Errors
    /// [`LedgerError::IdentityMissing`] with the settings to make.
    pub fn identity(&self, environment: &IdentityOverride) -> Result<Identity, LedgerError> {
        let config = self.repository.config()?.snapshot()?;
        let mut missing = Vec::new();
        let mut find = |given: &Option<String>, own: &str, shared: &'static str| {
            let found = given
                .as_deref()
                .and_then(clean)
                .or_else(|| setting(&config, own))
                .or_else(|| setting(&config, shared));
            if found.is_none() && !missing.contains(&shared) {
                missing.push(shared);
            }
            found.unwrap_or_default()
        };
        let author = Person {
            name: find(&environment.author_name, "author.name", "user.name"),
            email: find(&environment.author_email, "author.email", "user.email"),
        };
        let committer = Person {
            name: find(&environment.committer_name, "committer.name", "user.name"),
            email: find(&environment.committer_email, "committer.email", "user.email"),
        };
        if missing.is_empty() {
            Ok(Identity { author, committer })
        } else {
            Err(LedgerError::IdentityMissing { keys: missing })
        }
    }
}

impl Person {
    /// This person at this moment, as a commit names them.
    pub(super) fn sign_at(
        &self,
        at: jiff::Timestamp,
        offset: Offset,
    ) -> Result<Signature<'static>, git2::Error> {
        Signature::new(&self.name, &self.email, &Time::new(at.as_second(), offset.seconds() / 60))
    }
}

fn setting(config: &Config, key: &str) -> Option<String> {
    config.get_str(key).ok().and_then(clean)
}

/// As git cleans names: no angle brackets, line breaks or punctuation at the ends.
fn clean(text: &str) -> Option<String> {
    let kept: String =
        text.chars().filter(|c| !c.is_control() && !matches!(c, '<' | '>')).collect();
    let kept = kept.trim_matches(|c: char| c.is_whitespace() || ".,:;\"\\'".contains(c));
    (!kept.is_empty()).then(|| kept.to_owned())
}
