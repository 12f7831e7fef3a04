//! The anchor statement: what the trail was at one moment, in a file that outsiders vouch for.

use jiff::Timestamp;
use serde::{Deserialize, Serialize};

use super::{LARGEST, StatementFault};
use crate::model::Digest;

/// What the trail was at one moment.
///
/// It holds digests alone: no client is named, so that it can be handed over with the evidence
/// about one of them. The fields are in the order of their names, as they are in the file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Statement {
    /// When its author says that it was made; proves nothing.
    pub claimed: Timestamp,
    /// The commit that was checked out, in full.
    pub commit: String,
    /// How many decisions can be reached from the heads.
    pub count: usize,
    /// The digests of the decisions that no other names, sorted.
    pub heads: Vec<Digest>,
    /// The digest of the statement before; `None` for the first.
    pub previous: Option<Digest>,
    /// The shape's number: 1.
    pub schema: u8,
    /// The digest over the vault's files in that commit.
    pub tree: Digest,
}

/// The number of the shape.
const SCHEMA: u8 = 1;

impl Statement {
    /// A statement; the heads are sorted, each once.
    pub fn new(
        claimed: Timestamp,
        commit: String,
        (mut heads, count): (Vec<Digest>, usize),
        tree: Digest,
        previous: Option<Digest>,
    ) -> Self {
        heads.sort();
        heads.dedup();
        Self { claimed, commit, count, heads, previous, schema: SCHEMA, tree }
    }

    /// The bytes of its file: JSON with sorted keys, two spaces of indentation, one line break at
    /// the end. The same statement always has the same bytes.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = serde_json::to_vec_pretty(self).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }

    /// Reads a statement.
    ///
    /// # Errors
    /// Where it is none, is of a newer shape, or has other bytes than casefile writes for it.
    pub fn parse(bytes: &[u8]) -> Result<Self, StatementFault> {
        if bytes.len() > LARGEST {
            return Err(StatementFault::TooLarge);
        }
        let read: Result<Self, _> = serde_json::from_slice(bytes);
        let statement = read.map_err(|_| match schema_of(bytes) {
            Some(schema) if schema > u64::from(SCHEMA) => StatementFault::Newer,
            _ => StatementFault::Unreadable,
        })?;
        if statement.schema != SCHEMA {
            return Err(StatementFault::Newer);
        }
        if statement.to_bytes() != bytes || !statement.heads.is_sorted() {
            return Err(StatementFault::Rewritten);
        }
        Ok(statement)
    }

    /// The name of its files below `anchors/`, without ending: its day, and four letters and
    /// digits from its digest, so that the same vault and clock give the same name.
    pub fn name(&self) -> String {
        const ALPHABET: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";
        let digest = Digest::of(&self.to_bytes());
        let letters = digest.as_bytes().iter().take(4);
        let letters: String =
            letters.map(|byte| char::from(ALPHABET[usize::from(*byte) % 32])).collect();
        format!("{}-{letters}", self.claimed.strftime("%Y-%m-%d"))
    }
}

fn schema_of(bytes: &[u8]) -> Option<u64> {
    let value: serde_json::Value = serde_json::from_slice(bytes).ok()?;
    value.get("schema")?.as_u64()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn statement() -> Statement {
        Statement::new(
            "2026-11-22T09:00:00Z".parse().unwrap(),
            "0".repeat(40),
            (vec![Digest::of(b"b"), Digest::of(b"a"), Digest::of(b"a")], 3),
            Digest::of(b"tree"),
            None,
        )
    }

    #[test]
    fn a_statement_reads_back_and_has_sorted_keys() {
        let bytes = statement().to_bytes();
        assert_eq!(Statement::parse(&bytes), Ok(statement()));
        let text = String::from_utf8(bytes).unwrap();
        let keys: Vec<_> = text.lines().filter_map(|line| line.strip_prefix("  \"")).collect();
        assert!(keys.is_sorted() && text.ends_with("}\n") && !text.ends_with("\n\n"), "{text}");
        assert!(statement().name().starts_with("2026-11-22-"));
    }

    #[test]
    fn a_statement_that_was_touched_is_no_longer_one() {
        let text = String::from_utf8(statement().to_bytes()).unwrap();
        let parse = |text: &str| Statement::parse(text.as_bytes());
        assert_eq!(parse(&text.replace("  ", " ")), Err(StatementFault::Rewritten));
        assert_eq!(parse(&format!("{text}\n")), Err(StatementFault::Rewritten));
        assert_eq!(
            parse(&text.replace("\"schema\": 1", "\"schema\": 2")),
            Err(StatementFault::Newer)
        );
        assert_eq!(parse(&text.replace("sha256:", "md5:")), Err(StatementFault::Unreadable));
        assert_eq!(parse("[[[[[["), Err(StatementFault::Unreadable));
    }
}
