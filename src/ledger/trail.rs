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
    stated(&message).into_iter().map(|stated| Entry::of(commit, stated)).collect()
}

/// The decisions that a message says its commit records.
pub(super) fn stated(message: &str) -> Vec<Stated<'_>> {
    let mut all: Vec<Stated<'_>> = Vec::new();
    if !message.contains(DECISION) {
        return all;
    }
    for (name, value) in trailers(message) {
        if name == DECISION {
            all.extend(Stated::begin(value));
            continue;
        }
        let Some(stated) = all.last_mut() else { continue };
        match name {
            KIND => stated.kind = Some(value),
            DIGEST => stated.digest = value.parse().ok(),
            PREV => stated.prev.extend(value.parse::<Digest>()),
            STANDING => stated.standing = Some(value),
            _ => {}
        }
    }
    all
}

/// A decision as the trailers of a message tell it.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Stated<'message> {
    /// `atelier-nova/decisions/2026-05-02-boundary-7k3f`.
    path: &'message str,
    client: &'message str,
    decision: &'message str,
    kind: Option<&'message str>,
    pub(super) digest: Option<Digest>,
    prev: Vec<Digest>,
    standing: Option<&'message str>,
}

impl<'message> Stated<'message> {
    fn begin(path: &'message str) -> Option<Self> {
        let mut parts = path.split('/');
        let (client, folder, decision) = (parts.next()?, parts.next()?, parts.next()?);
        let is_whole = !client.is_empty() && folder == "decisions" && !decision.is_empty();
        (is_whole && parts.next().is_none()).then_some(Self {
            path,
            client,
            decision,
            kind: None,
            digest: None,
            prev: Vec::new(),
            standing: None,
        })
    }

    /// The note's path below the vault.
    pub(super) fn note(&self) -> String {
        format!("clients/{}.md", self.path)
    }
}

impl Entry {
    fn of(commit: &Commit<'_>, stated: Stated<'_>) -> Self {
        let author = commit.author();
        let kind = |word: &str| DecisionKind::ALL.into_iter().find(|kind| kind.as_str() == word);
        Self {
            decision: DecisionId::new(stated.decision),
            client: ClientId::new(stated.client),
            note: stated.note(),
            kind: stated.kind.and_then(kind),
            at: Timestamp::from_second(author.when().seconds()).unwrap_or_default(),
            by: format!(
                "{} <{}>",
                String::from_utf8_lossy(author.name_bytes()),
                String::from_utf8_lossy(author.email_bytes())
            ),
            commit: commit.id().to_string(),
            digest: stated.digest,
            prev: stated.prev,
            standing: stated.standing.map(str::to_owned),
            subject: String::from_utf8_lossy(commit.summary_bytes().unwrap_or_default())
                .into_owned(),
            signed: is_signed(commit),
        }
    }
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
