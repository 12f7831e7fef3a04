//! Reading the trail back from the messages of commits.
//!
//! Owns: which commits record decisions, by their trailers. Must not: believe them; that the
//! bytes agree is what `verify` looks at.

use git2::{Commit, Sort};
use jiff::Timestamp;

use super::Ledger;
use super::error::LedgerError;
use super::message::{DECISION, DIGEST, KIND, PREV, STANDING};
use crate::model::{ClientId, DecisionId, DecisionKind, Digest};

/// A decision as its commit tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// The decision.
    pub decision: DecisionId,
    /// The client it is about.
    pub client: ClientId,
    /// The note's path below the vault.
    pub note: String,
    /// What was decided; `None` for a word that this version does not know.
    pub kind: Option<DecisionKind>,
    /// The author's date, which anybody can set.
    pub at: Timestamp,
    /// The author: `Name <address>`.
    pub by: String,
    /// The commit.
    pub commit: String,
    /// The digest of the note, as the commit says.
    pub digest: Option<Digest>,
    /// The digests of the decisions before, as the commit says.
    pub prev: Vec<Digest>,
    /// Standing and score, as the commit says.
    pub standing: Option<String>,
    /// The commit's first line.
    pub subject: String,
    /// Whether the commit carries a signature, good or bad.
    pub signed: bool,
}

impl Ledger {
    /// The message of the last commit of the current branch; empty where there is none.
    ///
    /// # Errors
    /// When the commit cannot be read.
    pub fn last_message(&self) -> Result<String, LedgerError> {
        let Ok(head) = self.repository.head() else { return Ok(String::new()) };
        let commit = head.peel_to_commit()?;
        Ok(String::from_utf8_lossy(commit.message_bytes()).into_owned())
    }

    /// The decisions in the history of the current branch, the newest first.
    ///
    /// # Errors
    /// When an object cannot be read.
    pub fn trail(&self) -> Result<Vec<Entry>, LedgerError> {
        let Ok(head) = self.repository.head() else { return Ok(Vec::new()) };
        let Some(head) = head.target() else { return Ok(Vec::new()) };
        let mut walk = self.repository.revwalk()?;
        walk.set_sorting(Sort::TOPOLOGICAL | Sort::TIME)?;
        walk.push(head)?;
        let mut entries = Vec::new();
        for commit in walk {
            entries.extend(entries_of(&self.repository.find_commit(commit?)?));
        }
        Ok(entries)
    }
}

/// The decisions that a commit says it records.
pub(super) fn entries_of(commit: &Commit<'_>) -> Vec<Entry> {
    let message = String::from_utf8_lossy(commit.message_bytes());
    if !message.contains(DECISION) {
        return Vec::new();
    }
    let mut entries: Vec<Entry> = Vec::new();
    for (name, value) in trailers(&message) {
        if name == DECISION {
            entries.extend(begin(commit, value));
            continue;
        }
        let Some(entry) = entries.last_mut() else { continue };
        match name {
            KIND => {
                entry.kind = DecisionKind::ALL.into_iter().find(|kind| kind.as_str() == value);
            }
            DIGEST => entry.digest = value.parse().ok(),
            PREV => entry.prev.extend(value.parse::<Digest>()),
            STANDING => entry.standing = Some(value.to_owned()),
            _ => {}
        }
    }
    entries
}

fn begin(commit: &Commit<'_>, path: &str) -> Option<Entry> {
    let mut parts = path.split('/');
    let (client, folder, name) = (parts.next()?, parts.next()?, parts.next()?);
    if client.is_empty() || folder != "decisions" || name.is_empty() || parts.next().is_some() {
        return None;
    }
    let author = commit.author();
    Some(Entry {
        decision: DecisionId::new(name),
        client: ClientId::new(client),
        note: format!("clients/{path}.md"),
        kind: None,
        at: Timestamp::from_second(author.when().seconds()).unwrap_or_default(),
        by: format!(
            "{} <{}>",
            String::from_utf8_lossy(author.name_bytes()),
            String::from_utf8_lossy(author.email_bytes())
        ),
        commit: commit.id().to_string(),
        digest: None,
        prev: Vec::new(),
        standing: None,
        subject: String::from_utf8_lossy(commit.summary_bytes().unwrap_or_default()).into_owned(),
        signed: is_signed(commit),
    })
}

/// Whether a commit carries a signature; whether it is good is another question.
pub(super) fn is_signed(commit: &Commit<'_>) -> bool {
    commit
        .raw_header_bytes()
        .split(|byte| *byte == b'\n')
        .any(|line| line.starts_with(b"gpgsig ") || line.starts_with(b"gpgsig-sha256 "))
}

/// The trailers of a message: the lines of its last paragraph, if it is not the first.
pub(super) fn trailers(message: &str) -> Vec<(&str, &str)> {
    let Some((_, last)) = message.trim_end().rsplit_once("\n\n") else { return Vec::new() };
    last.lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(name, value)| (name, value.trim()))
        .collect()
}
