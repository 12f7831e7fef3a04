//! The note that an anchor line was sent: where, when, and what shows it.

use serde::{Deserialize, Serialize};

use super::{LARGEST, StatementFault};
use crate::model::Digest;

/// That the lines of a statement were sent to somebody.
///
/// It is the user's word; what others can check is the message that the other side still has,
/// and the exhibit. The fields are in the order of their names, as they are in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Witnessed {
    /// A file that shows it, below the vault.
    pub exhibit: Option<String>,
    /// The digest of that file.
    pub exhibit_digest: Option<Digest>,
    /// The lines that were sent, in the order of their clients.
    pub lines: Vec<String>,
    /// The shape's number: 1.
    pub schema: u8,
    /// The digest of the statement.
    pub statement: Digest,
    /// When, as the user says: a day or a moment.
    pub when: String,
    /// Where, in the user's words.
    #[serde(rename = "where")]
    pub place: String,
}

impl Witnessed {
    /// The bytes of its file: JSON as a statement's.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Reads one.
    ///
    /// # Errors
    /// Where it is none, or of a newer shape.
    pub fn parse(bytes: &[u8]) -> Result<Self, StatementFault> {
        if bytes.len() > LARGEST {
            return Err(StatementFault::TooLarge);
        }
        let read: Self = serde_json::from_slice(bytes).map_err(|_| StatementFault::Unreadable)?;
        if read.schema == 1 { Ok(read) } else { Err(StatementFault::Newer) }
    }
}
