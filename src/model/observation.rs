//! Dated notes that are not incidents: messages, credits, pulses, exhibits.

use super::{Channel, Digest, Moment, Pronoun};

/// A message between the client and the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// The note's path below the vault.
    pub note: String,
    /// When it arrived or was sent.
    pub moment: Moment,
    /// Who wrote it.
    pub direction: Direction,
    /// How it came.
    pub channel: Option<Channel>,
    /// Its subject.
    pub subject: Option<String>,
    /// Whether it asks for an answer or for work.
    pub asks: bool,
    /// The name of the exhibit with its bytes.
    pub exhibit: Option<String>,
    /// How its writer speaks to the reader.
    pub manner: Manner,
}

/// How the writer of a message speaks to its reader, by their own words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Manner {
    /// Whether it begins with a greeting; `None` where it has no words, or nobody looked.
    pub greets: Option<bool>,
    /// How it addresses the reader; `None` where it does not, or is not in French.
    pub pronoun: Option<Pronoun>,
}

/// Which way a message went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Direction {
    /// From the client.
    Incoming,
    /// From the user.
    Outgoing,
}

impl Direction {
    /// Both directions.
    pub const ALL: [Self; 2] = [Self::Incoming, Self::Outgoing];

    /// The word in a note.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Incoming => "incoming",
            Self::Outgoing => "outgoing",
        }
    }
}

/// A good moment.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Credit {
    /// The note's path below the vault.
    pub note: String,
    /// When.
    pub moment: Moment,
    /// What went well, in the user's words.
    pub text: String,
}

/// How this client weighs on the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pulse {
    /// The note's path below the vault.
    pub note: String,
    /// When.
    pub moment: Moment,
    /// Stress from the client, 1 (none) to 5.
    pub client_stress: u8,
    /// Stress from the work itself, 1 (none) to 5.
    pub work_stress: u8,
    /// Dread at their name in the inbox.
    pub dread: Option<bool>,
    /// How the user slept.
    pub sleep: Option<Sleep>,
}

/// How the user slept.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Sleep {
    /// As usual.
    Kept,
    /// Lost over this client.
    Lost,
}

impl Sleep {
    /// Both values.
    pub const ALL: [Self; 2] = [Self::Kept, Self::Lost];

    /// The word in a note.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Kept => "kept",
            Self::Lost => "lost",
        }
    }
}

/// An original file kept as evidence.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exhibit {
    /// The note's path below the vault.
    pub note: String,
    /// When it was acquired.
    pub moment: Moment,
    /// The file's name; it lies beside its note.
    pub file: String,
    /// The digest of the file's bytes when it was acquired.
    pub digest: Digest,
    /// Its length in bytes.
    pub size: u64,
    /// Where it comes from, in the user's words.
    pub origin: Option<String>,
    /// Who acquired it.
    pub by: Option<String>,
    /// Where its bytes are kept.
    pub store: Store,
    /// Where a detached file lies: an absolute path, or one below the vault.
    pub kept_at: Option<String>,
}

/// Where the bytes of an exhibit are kept.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Store {
    /// In the vault, beside the note.
    #[default]
    Vault,
    /// Apart: the note has the digest alone, and git never gets the bytes.
    Detached,
}

impl Store {
    /// Both values.
    pub const ALL: [Self; 2] = [Self::Vault, Self::Detached];

    /// The word in a note.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Vault => "vault",
            Self::Detached => "detached",
        }
    }
}

impl Exhibit {
    /// Whether its bytes are kept apart from the vault.
    pub fn is_detached(&self) -> bool {
        self.store == Store::Detached
    }

    /// The path of its file below the vault: beside the note.
    pub fn path(&self) -> String {
        let folder = self.note.rsplit_once('/').map_or("", |(folder, _)| folder);
        format!("{folder}/{}", self.file.trim_start_matches("./"))
    }
}
