//! Every file of `anchors/` side by side: which stamp is for which statement, and whether it
//! is good.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap};

use jiff::Timestamp;

use super::{
    FOLDER, OtsFault, OtsProof, Roots, Stamped, Statement, StatementFault, Token, TokenFault,
    TraceFault, Witnessed, nonce_of,
};
use crate::model::Digest;

/// The files of `anchors/`, read.
#[derive(Clone, Debug, Default)]
pub struct Shelf {
    /// The statements by the digest of their bytes, with their path.
    pub statements: BTreeMap<Digest, (String, Statement)>,
    /// Files that should be statements or tell of a line that was sent, and cannot be read.
    pub faulty: Vec<(String, StatementFault)>,
    /// The time stamps, sorted by path.
    pub stamps: Vec<Stamp>,
    /// The proofs of OpenTimestamps, sorted by path.
    pub proofs: Vec<Proof>,
    /// What was sent where, sorted by path.
    pub witnessed: Vec<(String, Witnessed)>,
}

/// A time stamp beside the statements.
#[derive(Clone, Debug)]
pub struct Stamp {
    /// Its path below the vault.
    pub path: String,
    /// The digest of its file, which later decisions name.
    pub file: Digest,
    /// What it says; `None` where it cannot be read.
    pub token: Option<Token>,
    /// How it stands.
    pub state: StampState,
}

/// How a time stamp stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum StampState {
    /// It is good, and of an authority that the user trusts.
    Good(Stamped),
    /// It is good in itself; whose it is, is open or contradicted.
    Untraced(TraceFault),
    /// It is none, or not for this statement.
    Bad(TokenFault),
    /// It is for other bytes than the statement beside it has, at this path.
    StatementChanged(String),
    /// The statement that it is for is not there.
    StatementMissing,
}

impl StampState {
    /// Whether nothing speaks against it.
    pub const fn is_open_or_good(&self) -> bool {
        match self {
            Self::Good(_) => true,
            Self::Untraced(fault) => !fault.contradicts(),
            _ => false,
        }
    }
}

/// A proof of OpenTimestamps beside the statements.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proof {
    /// Its path below the vault.
    pub path: String,
    /// What it leads to, or why it is none.
    pub found: Result<OtsProof, OtsFault>,
}

impl Shelf {
    /// Sorts files by what they are, given by path below the vault and bytes; a path may come
    /// with several bytes, of several times.
    pub fn sort<'f>(files: impl IntoIterator<Item = (&'f str, &'f [u8])>, roots: &Roots) -> Self {
        let mut shelf = Self::default();
        let mut answers = Vec::new();
        let mut nonces = HashMap::new();
        let files: BTreeSet<(&str, &[u8])> = files.into_iter().collect();
        for (path, bytes) in files {
            match path.rsplit_once('.').map(|(_, ending)| ending) {
                Some("json") if path.contains("-witness-") => match Witnessed::parse(bytes) {
                    Ok(read) => shelf.witnessed.push((path.to_owned(), read)),
                    Err(fault) => shelf.faulty.push((path.to_owned(), fault)),
                },
                Some("json") => match Statement::parse(bytes) {
                    Ok(read) => {
                        shelf.statements.insert(Digest::of(bytes), (path.to_owned(), read));
                    }
                    Err(fault) => shelf.faulty.push((path.to_owned(), fault)),
                },
                Some("tsq") => nonces.extend(nonce_of(bytes)),
                Some("tsr") => answers.push((path, bytes)),
                Some("ots") => {
                    let found = OtsProof::parse(bytes);
                    shelf.proofs.push(Proof { path: path.to_owned(), found });
                }
                _ => {}
            }
        }
        for (path, bytes) in answers {
            shelf.stamps.push(shelf.stamp(path, bytes, &nonces, roots));
        }
        shelf
    }

    fn stamp(
        &self,
        path: &str,
        bytes: &[u8],
        nonces: &HashMap<Digest, Vec<u8>>,
        roots: &Roots,
    ) -> Stamp {
        let (token, state) = match Token::parse(bytes) {
            Err(fault) => (None, StampState::Bad(fault)),
            Ok(token) => {
                let nonce = nonces.get(&token.digest).map(Vec::as_slice);
                let state = if !self.statements.contains_key(&token.digest) {
                    match self.beside(path) {
                        Some(statement) => StampState::StatementChanged(statement),
                        None => StampState::StatementMissing,
                    }
                } else if let Err(fault) = token.fits(token.digest, nonce) {
                    StampState::Bad(fault)
                } else {
                    token.trace(roots).map_or_else(StampState::Untraced, StampState::Good)
                };
                (Some(token), state)
            }
        };
        Stamp { path: path.to_owned(), file: Digest::of(bytes), token, state }
    }

    /// The statement whose name a file beside it begins with, readable or not.
    pub fn beside(&self, path: &str) -> Option<String> {
        let good = self.statements.values().map(|(path, _)| path);
        let statements = good.chain(self.faulty.iter().map(|(path, _)| path));
        let stem = stem(path);
        statements.filter(|other| self::stem(other) == stem).min().cloned()
    }

    /// The newest time stamp of an authority that the user trusts: the digest of its file, and
    /// when it was made.
    pub fn newest(&self) -> Option<(Digest, Timestamp)> {
        let good = self.stamps.iter().filter(|stamp| matches!(stamp.state, StampState::Good(_)));
        let good = good.filter_map(|stamp| Some((stamp.file, stamp.token.as_ref()?.at)));
        good.max_by_key(|(file, at)| (*at, *file))
    }

    /// The statement that no other names as the one before it; of several the newest.
    pub fn last(&self) -> Option<(Digest, &Statement)> {
        let named: BTreeSet<Digest> =
            self.statements.values().filter_map(|(_, statement)| statement.previous).collect();
        let last = self.statements.iter().filter(|(digest, _)| !named.contains(digest));
        last.map(|(digest, (_, statement))| (*digest, statement))
            .max_by_key(|(digest, statement)| (statement.claimed, *digest))
    }

    /// The statements, the newest first: the last one and those before it, then any others.
    pub fn newest_first(&self) -> Vec<(Digest, &str, &Statement)> {
        let mut order = Vec::new();
        let mut next = self.last().map(|(digest, _)| digest);
        while let Some(digest) = next
            && !order.contains(&digest)
            && let Some((_, statement)) = self.statements.get(&digest)
        {
            order.push(digest);
            next = statement.previous;
        }
        let mut others: Vec<_> =
            self.statements.iter().filter(|(digest, _)| !order.contains(digest)).collect();
        others.sort_by_key(|(digest, (_, one))| (Reverse(one.claimed), **digest));
        order.extend(others.into_iter().map(|(digest, _)| *digest));
        let find = |digest: &Digest| self.statements.get_key_value(digest);
        let found = order.iter().filter_map(find);
        found.map(|(digest, (path, one))| (*digest, path.as_str(), one)).collect()
    }

    /// The statements that somebody outside vouches for, or was told of: a time stamp that can
    /// be read, a proof, or a line that was sent.
    pub fn vouched_for(&self) -> impl Iterator<Item = &Statement> {
        let stamped = self.stamps.iter().filter(|stamp| stamp.state.is_open_or_good());
        let stamped = stamped.filter_map(|stamp| Some(stamp.token.as_ref()?.digest));
        let proven = self.proofs.iter().filter_map(|proof| Some(proof.found.as_ref().ok()?.digest));
        let told = self.witnessed.iter().map(|(_, witnessed)| witnessed.statement);
        let vouched: BTreeSet<Digest> = stamped.chain(proven).chain(told).collect();
        vouched.into_iter().filter_map(|digest| Some(&self.statements.get(&digest)?.1))
    }
}

/// The name of the statement that a file of `anchors/` belongs to: `2026-11-22-k3f9`.
pub fn stem(path: &str) -> &str {
    let name = path.strip_prefix(FOLDER).unwrap_or(path).trim_start_matches('/');
    let name = name.split('.').next().unwrap_or(name);
    // Three parts of the day, and the letters.
    name.match_indices('-').nth(3).map_or(name, |(end, _)| &name[..end])
}

/// Every digest that can be reached from these heads by what each names before it.
pub fn reached<'p>(
    heads: &[Digest],
    prev: impl Fn(Digest) -> Option<&'p [Digest]>,
) -> BTreeSet<Digest> {
    let mut reached = BTreeSet::new();
    let mut left = heads.to_vec();
    while let Some(digest) = left.pop() {
        if let Some(before) = prev(digest)
            && reached.insert(digest)
        {
            left.extend_from_slice(before);
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_belongs_to_the_statement_it_is_named_after() {
        for path in [
            "anchors/2026-11-22-k3f9.json",
            "anchors/2026-11-22-k3f9.tsr",
            "anchors/2026-11-22-k3f9-2.tsr",
            "anchors/2026-11-22-k3f9-witness-ab2c.json",
        ] {
            assert_eq!(stem(path), "2026-11-22-k3f9", "{path}");
        }
        assert_eq!(stem("anchors/other.tsr"), "other");
    }

    #[test]
    fn what_a_head_reaches_ends_where_nothing_is_known() {
        let digest = |text: &str| Digest::of(text.as_bytes());
        let known: BTreeMap<Digest, Vec<Digest>> = BTreeMap::from([
            (digest("c"), vec![digest("b"), digest("lost")]),
            (digest("b"), vec![digest("a")]),
            (digest("a"), vec![]),
            (digest("other"), vec![]),
        ]);
        let prev = |digest| known.get(&digest).map(Vec::as_slice);
        assert_eq!(reached(&[digest("c")], prev).len(), 3);
        assert!(reached(&[digest("lost")], prev).is_empty());
    }
}
