//! What the commits of a history being made say, and who made them.
//!
//! Owns: that no word about another client goes along. Must not: change who made a commit, or
//! when.

use git2::{Commit, Oid, Signature};

use super::super::error::LedgerError;
use super::super::message;
use super::super::trail::{self, Entry};
use super::{Rewriting, SignedCommit};
use crate::model::ClientId;

/// The trailer with the commit of the whole trail that a commit of the bundle stands for.
const SOURCE: &str = "Casefile-Source";

impl Rewriting<'_> {
    /// The message: as it was where it tells of this client's decisions alone, else a plain
    /// one with this client's trailers; always with the commit it stands for.
    pub(super) fn message(&mut self, source: &Commit<'_>) -> Result<String, LedgerError> {
        let client = self.scope.client;
        let mut entries = trail::entries_of(source);
        let all = entries.len();
        entries.retain(|entry| entry.client == *client);
        let own =
            !entries.is_empty() && entries.len() == all && self.touches_nobody_else(source)?;
        if !own {
            return Ok(plain_message(client, &entries, source));
        }
        if let (Some(entry), true) = (entries.first(), trail::is_signed(source)) {
            self.signed.push(SignedCommit {
                decision: entry.decision.clone(),
                commit: source.id().to_string(),
                bytes: self.repository.odb()?.read(source.id())?.data().to_vec(),
            });
        }
        let message = String::from_utf8_lossy(source.message_bytes());
        Ok(format!("{}\n{SOURCE}: {}\n", message.trim_end(), source.id()))
    }

    /// Whether a commit changes nothing in the folder of another client.
    fn touches_nobody_else(&self, commit: &Commit<'_>) -> Result<bool, LedgerError> {
        let parent = match commit.parent_count() {
            0 => None,
            1 => commit.parent(0).ok().map(|parent| parent.tree_id()),
            _ => return Ok(false),
        };
        let clients = self.folder.rsplit_once('/').map_or("", |(clients, _)| clients);
        let folder = |root: Oid| self.source.folder(root, clients);
        let (Ok(before), Ok(now)) = (parent.map_or(Ok(None), folder), folder(commit.tree_id()))
        else {
            return Ok(false);
        };
        let mut others = Vec::new();
        let own = format!("{}/", self.folder);
        let foreign = |path: &str| !path.starts_with(&own);
        self.source.compare(clients, [before, now], &foreign, &mut others);
        // What is unknown may be about anybody.
        Ok(others.is_empty() && !self.source.is_damaged())
    }
}

/// A message that says no more than what was recorded of this client.
fn plain_message(client: &ClientId, entries: &[Entry], source: &Commit<'_>) -> String {
    let mut trailers = Vec::new();
    for entry in entries {
        trailers.push((message::DECISION, format!("{client}/decisions/{}", entry.decision)));
        trailers.extend(entry.kind.map(|kind| (message::KIND, kind.as_str().to_owned())));
        trailers.extend(entry.digest.map(|digest| (message::DIGEST, digest.to_string())));
        trailers.extend(entry.prev.iter().map(|prev| (message::PREV, prev.to_string())));
        trailers.extend(entry.standing.clone().map(|said| (message::STANDING, said)));
    }
    trailers.push((SOURCE, source.id().to_string()));
    let message = message::Message {
        client: Some(client.clone()),
        action: "record".to_owned(),
        trailers,
        ..message::Message::default()
    };
    message.render()
}

/// A person in a commit: `author Jenna <j@x.example> 1777708800 +0200`.
pub(super) fn person_line(role: &str, person: &Signature<'_>) -> Vec<u8> {
    let plain = |bytes: &[u8]| -> Vec<u8> {
        bytes.iter().copied().filter(|byte| !b"\0\n<>".contains(byte)).collect()
    };
    let when = person.when();
    let (sign, minutes) = (when.sign(), when.offset_minutes().unsigned_abs());
    let seconds = when.seconds();
    let mut line = [role.as_bytes(), b" ", &plain(person.name_bytes()), b" <"].concat();
    line.extend_from_slice(&plain(person.email_bytes()));
    let clock = format!("> {seconds} {sign}{:02}{:02}\n", minutes / 60, minutes % 60);
    line.extend_from_slice(clock.as_bytes());
    line
}
