//! Anchors as views: in the trail, and in its verification.

use jiff::tz::TimeZone;
use serde::Serialize;

use crate::anchor::{Shelf, Statement};
use crate::ledger::VerifiedAnchor;
use crate::model::Digest;
use crate::phrase::Phrase;

/// An anchor as the trail lists it: what is there, not what it is worth.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AnchorEntryView {
    /// The statement's path below the vault.
    pub path: String,
    /// The digest of its bytes.
    pub digest: String,
    /// When its author says that it was made, on the vault's clock.
    pub claimed: String,
    /// How many decisions it covers.
    pub count: usize,
    /// Who vouches for it: `time-stamp`, `opentimestamps` or `witness`, and the details.
    pub vouched_for_by: Vec<VoucherView>,
}

/// Somebody outside who vouches for a statement, or was told of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct VoucherView {
    /// `time-stamp`, `opentimestamps` or `witness`.
    pub kind: &'static str,
    /// The name on the authority's certificate, or where the line was sent.
    pub who: Option<String>,
    /// When: the time of the stamp in UTC, or what the user says.
    pub when: Option<String>,
}

/// An anchor and what verifying found of it, in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AnchorView {
    /// The statement's path below the vault, or that of a time stamp without one.
    pub path: String,
    /// The digest of the statement's bytes.
    pub digest: Option<String>,
    /// When its author says that it was made.
    pub claimed: Option<String>,
    /// How many decisions it says that it covers.
    pub count: Option<usize>,
    /// The digests of the heads.
    pub heads: Vec<String>,
    /// Whether nothing speaks against it.
    pub holds: bool,
    /// The verdicts' names.
    pub verdicts: Vec<&'static str>,
    /// A sentence on each verdict that needs one.
    pub because: Vec<String>,
    /// What this proves.
    pub proves: Vec<String>,
    /// What it does not prove.
    pub does_not_prove: Vec<String>,
}

impl AnchorEntryView {
    /// The anchors of a shelf whose statement passes, the newest first.
    pub fn list(
        shelf: &Shelf,
        zone: &TimeZone,
        is_asked: impl Fn(&Statement) -> bool,
    ) -> Vec<Self> {
        let found = shelf.newest_first().into_iter().filter(|(_, _, one)| is_asked(one));
        let view = |(digest, path, one): (Digest, &str, &Statement)| Self {
            path: path.to_owned(),
            digest: digest.to_string(),
            claimed: one
                .claimed
                .to_zoned(zone.clone())
                .strftime("%Y-%m-%dT%H:%M:%S%:z")
                .to_string(),
            count: one.count,
            vouched_for_by: vouchers(shelf, digest),
        };
        found.map(view).collect()
    }
}

fn vouchers(shelf: &Shelf, statement: Digest) -> Vec<VoucherView> {
    let mut vouchers = Vec::new();
    for stamp in &shelf.stamps {
        if let Some(token) = &stamp.token
            && stamp.state.is_open_or_good()
            && token.digest == statement
        {
            let who = Some(token.signer.name());
            let when = Some(token.at.to_string());
            vouchers.push(VoucherView { kind: "time-stamp", who, when });
        }
    }
    let proven = |found: &Result<crate::anchor::OtsProof, _>| {
        found.as_ref().is_ok_and(|proof| proof.digest == statement)
    };
    if shelf.proofs.iter().any(|proof| proven(&proof.found)) {
        vouchers.push(VoucherView { kind: "opentimestamps", who: None, when: None });
    }
    for (_, told) in shelf.witnessed.iter().filter(|(_, told)| told.statement == statement) {
        let (who, when) = (Some(told.place.clone()), Some(told.when.clone()));
        vouchers.push(VoucherView { kind: "witness", who, when });
    }
    vouchers
}

impl AnchorView {
    /// The view of a verified anchor, each sentence put in words by `say`.
    pub fn new(anchor: &VerifiedAnchor, say: &impl Fn(&Phrase) -> String) -> Self {
        let statement = anchor.statement.as_ref();
        let mut not = Vec::new();
        for phrase in anchor.verdicts.iter().filter_map(|verdict| verdict.does_not_prove()) {
            if !not.contains(&phrase) {
                not.push(phrase);
            }
        }
        let verdicts = || anchor.verdicts.iter();
        Self {
            path: anchor.path.clone(),
            digest: anchor.digest.map(|digest| digest.to_string()),
            claimed: statement.map(|one| one.claimed.to_string()),
            count: statement.map(|one| one.count),
            heads: statement
                .map(|one| one.heads.iter().map(ToString::to_string).collect())
                .unwrap_or_default(),
            holds: anchor.holds(),
            verdicts: anchor.names(),
            because: verdicts().filter_map(|one| one.because()).map(|one| say(&one)).collect(),
            proves: verdicts().filter_map(|one| one.proves()).map(|one| say(&one)).collect(),
            does_not_prove: not.iter().map(say).collect(),
        }
    }
}
