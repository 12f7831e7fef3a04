//! What each anchor is worth by itself: its statement, and every file beside it.

use std::collections::BTreeMap;

use super::super::verified::VerifiedRecord;
use super::judge::Known;
use super::verdict::{AnchorVerdict, VerifiedAnchor};
use super::{AnchorFile, Told};
use crate::anchor::{AnchorLine, Shelf, Stamp, StampState, Statement, Witnessed, head_of, stem};
use crate::model::{ClientId, Digest};

/// Where the lines of which heads were sent.
pub(super) type Sent = Vec<(Vec<Digest>, Told)>;

/// The anchors being looked at, by the path of the statement.
pub(super) struct Anchors<'s> {
    shelf: &'s Shelf,
    known: &'s Known<'s>,
    found: BTreeMap<String, VerifiedAnchor>,
}

impl<'s> Anchors<'s> {
    pub(super) fn new(shelf: &'s Shelf, known: &'s Known<'s>) -> Self {
        Self { shelf, known, found: BTreeMap::new() }
    }

    pub(super) fn add(&mut self, path: &str, verdict: AnchorVerdict) {
        let anchor = self.found.entry(path.to_owned()).or_insert_with(|| VerifiedAnchor {
            path: path.to_owned(),
            digest: None,
            statement: None,
            clients: Vec::new(),
            verdicts: Vec::new(),
        });
        if !anchor.verdicts.contains(&verdict) {
            anchor.verdicts.push(verdict);
        }
    }

    pub(super) fn statements(&mut self) {
        for (digest, (path, statement)) in &self.shelf.statements {
            let covered = self.known.reached(&statement.heads);
            let missing: Vec<Digest> =
                statement.heads.iter().copied().filter(|head| !covered.contains(head)).collect();
            let anchor = VerifiedAnchor {
                path: path.clone(),
                digest: Some(*digest),
                statement: Some(statement.clone()),
                clients: self.known.clients_of(&covered),
                verdicts: Vec::new(),
            };
            self.found.insert(path.clone(), anchor);
            if !missing.is_empty() || covered.len() != statement.count {
                let (said, found) = (statement.count, covered.len());
                self.add(path, AnchorVerdict::Gap { missing, said, found });
            }
        }
        for (path, fault) in &self.shelf.faulty {
            self.add(path, AnchorVerdict::BadStatement(*fault));
        }
    }

    pub(super) fn stamp(&mut self, one: &Stamp) {
        let stamp = one.path.clone();
        let of_token = one.token.as_ref().map(|token| (token.at, token.signer.name()));
        let beside = self.shelf.beside(&one.path);
        let digest = one.token.as_ref().map(|token| token.digest);
        let statement = digest.and_then(|digest| self.shelf.statements.get(&digest));
        let path = statement.map(|(path, _)| path.clone()).or(beside).unwrap_or(stamp.clone());
        let verdict = match (&one.state, of_token) {
            (StampState::Good(stamped), Some((at, authority))) => {
                AnchorVerdict::Timestamped { stamp, at, authority, stamped: stamped.clone() }
            }
            (StampState::Untraced(fault), Some((at, authority))) => {
                AnchorVerdict::Untraced { stamp, at, authority, fault: fault.clone() }
            }
            (StampState::Bad(fault), _) => AnchorVerdict::BadToken { stamp, fault: fault.clone() },
            (StampState::StatementChanged(_), _) => AnchorVerdict::StatementChanged { stamp },
            _ => AnchorVerdict::StatementMissing { stamp },
        };
        self.add(&path, verdict);
    }

    pub(super) fn proofs(&mut self) {
        for one in &self.shelf.proofs {
            let proof = one.path.clone();
            let beside = self.shelf.beside(&proof);
            match &one.found {
                Err(fault) => {
                    let path = beside.unwrap_or(proof.clone());
                    self.add(&path, AnchorVerdict::BadProof { proof, fault: *fault });
                }
                Ok(found) => match (self.shelf.statements.get(&found.digest), beside) {
                    (Some((path, _)), _) => {
                        for promise in found.promises.iter().cloned() {
                            let proof = proof.clone();
                            self.add(path, AnchorVerdict::Promised { proof, promise });
                        }
                    }
                    (None, Some(path)) => {
                        self.add(&path, AnchorVerdict::StatementChanged { stamp: proof });
                    }
                    (None, None) => {
                        let path = proof.clone();
                        self.add(&path, AnchorVerdict::StatementMissing { stamp: proof });
                    }
                },
            }
        }
    }

    /// Holds what was sent against the statement; where which heads' lines were sent.
    pub(super) fn witnessed(&mut self, records: &BTreeMap<String, VerifiedRecord>) -> Sent {
        let mut sent = Vec::new();
        for (file, told) in &self.shelf.witnessed {
            let Some((path, statement)) = self.shelf.statements.get(&told.statement) else {
                let path = self.shelf.beside(file).unwrap_or_else(|| file.clone());
                self.add(&path, AnchorVerdict::StatementMissing { stamp: file.clone() });
                continue;
            };
            let heads = self.sent_heads(statement, told);
            let shown = told.exhibit.as_ref().is_none_or(|exhibit| {
                records.get(exhibit).is_some_and(|record| record.digest == told.exhibit_digest)
            });
            match heads.filter(|_| shown) {
                Some(heads) => {
                    let (place, when) = (told.place.clone(), told.when.clone());
                    let clients = self.known.clients_of(&heads.iter().copied().collect());
                    sent.push((heads, Told { place: place.clone(), clients: clients.clone() }));
                    let file = file.clone();
                    self.add(path, AnchorVerdict::Witnessed { file, place, when, clients });
                }
                None => self.add(path, AnchorVerdict::WitnessDiffers { file: file.clone() }),
            }
        }
        sent
    }

    /// The heads of the statement whose lines were sent; `None` if a line is of another.
    fn sent_heads(&self, statement: &Statement, told: &Witnessed) -> Option<Vec<Digest>> {
        let mut of_clients: BTreeMap<&ClientId, Vec<Digest>> = BTreeMap::new();
        for head in &statement.heads {
            for client in self.known.clients.get(head).into_iter().flatten() {
                of_clients.entry(client).or_default().push(*head);
            }
        }
        let mut sent = Vec::new();
        for line in &told.lines {
            let of_line = of_clients.values().find(|heads| AnchorLine::is_in(line, head_of(heads)));
            sent.extend_from_slice(of_line?);
        }
        Some(sent)
    }

    /// What happened to the files themselves since they were recorded.
    pub(super) fn files(&mut self, files: &BTreeMap<String, AnchorFile>) {
        for (path, one) in files {
            let anchor = self.found.keys().find(|known| stem(known) == stem(path)).cloned();
            let anchor = anchor.unwrap_or_else(|| path.clone());
            let (file, restored) = (path.clone(), one.restored);
            if let Some(commit) = one.changed {
                let (file, commit) = (file.clone(), commit.to_string());
                self.add(&anchor, AnchorVerdict::Altered { file, commit, restored });
            }
            if let Some(commit) = one.removed {
                let (file, commit) = (file.clone(), commit.to_string());
                self.add(&anchor, AnchorVerdict::Removed { file, commit, restored });
            }
            if one.differs_on_disk {
                self.add(&anchor, AnchorVerdict::NotRecorded { file });
            }
        }
    }

    pub(super) fn finish(mut self) -> Vec<VerifiedAnchor> {
        for anchor in self.found.values_mut() {
            let vouched = anchor.verdicts.iter().any(|verdict| {
                !matches!(
                    verdict,
                    AnchorVerdict::Altered { .. } | AnchorVerdict::NotRecorded { .. }
                )
            });
            if !vouched {
                anchor.verdicts.push(AnchorVerdict::NotStamped);
            }
        }
        self.found.into_values().collect()
    }
}
