//! Anchors as views: in the trail, and in its verification.

use jiff::tz::TimeZone;
use serde::Serialize;

use crate::anchor::{CheckedCertificate, Listed, Reason, Shelf, Statement};
use crate::ledger::{AnchorVerdict, VerifiedAnchor};
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
    /// The certificates that vouch for its time stamps, and whether lists name them as revoked.
    pub certificates: Vec<CertificateView>,
    /// A sentence on each verdict that needs one.
    pub because: Vec<String>,
    /// What this proves.
    pub proves: Vec<String>,
    /// What it does not prove.
    pub does_not_prove: Vec<String>,
}

/// A certificate between a time stamp and the root, and what a list of revoked ones says of it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct CertificateView {
    /// Whose it is.
    pub name: String,
    /// Its serial number, in hexadecimal digits.
    pub serial: String,
    /// Its SHA-256 fingerprint.
    pub fingerprint: String,
    /// `unknown`, `not-revoked` or `revoked`.
    pub state: &'static str,
    /// The list's file; `null` where none says anything of it.
    pub list: Option<String>,
    /// When the list was made that does not name it, in UTC.
    pub as_of: Option<String>,
    /// Since when it does not count, in UTC.
    pub revoked_since: Option<String>,
    /// Why, by its name in RFC 5280; `null` where the list gives no reason.
    pub reason: Option<&'static str>,
    /// Where its authority puts a list, by the certificate itself.
    pub address: Option<String>,
}

impl CertificateView {
    fn of(certificate: &CheckedCertificate) -> Self {
        let (state, as_of, revoked) = match &certificate.listed {
            Listed::NoList => ("unknown", None, None),
            Listed::Not { as_of, .. } => ("not-revoked", Some(as_of), None),
            Listed::Revoked(revoked) => ("revoked", None, Some(revoked)),
        };
        Self {
            name: certificate.name.clone(),
            serial: certificate.serial.clone(),
            fingerprint: certificate.fingerprint.clone(),
            state,
            list: certificate.list().map(str::to_owned),
            as_of: as_of.map(ToString::to_string),
            revoked_since: revoked.map(|revoked| revoked.since.to_string()),
            reason: revoked.and_then(|revoked| revoked.reason).map(Reason::name),
            address: certificate.address.clone(),
        }
    }
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
        let verdicts = || anchor.verdicts.iter();
        let certificates = verdicts().flat_map(AnchorVerdict::certificates);
        let trusted = || anchor.stamps().flat_map(|stamped| &stamped.certificates);
        // Two time stamps of one authority have most of this in common.
        let once = |phrases: &mut dyn Iterator<Item = Phrase>| {
            let mut said = Vec::new();
            for sentence in phrases.map(|phrase| say(&phrase)) {
                if !said.contains(&sentence) {
                    said.push(sentence);
                }
            }
            said
        };
        let later = trusted().filter_map(CheckedCertificate::revoked_later);
        let because = verdicts().filter_map(AnchorVerdict::because).chain(later);
        let not_revoked = trusted().filter_map(CheckedCertificate::not_revoked);
        let proves = verdicts().filter_map(AnchorVerdict::proves).chain(not_revoked);
        let too_early = trusted().filter_map(CheckedCertificate::too_early);
        let not = verdicts().filter_map(AnchorVerdict::does_not_prove).chain(too_early);
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
            certificates: certificates.map(CertificateView::of).collect(),
            because: once(&mut because.into_iter()),
            proves: once(&mut proves.into_iter()),
            does_not_prove: once(&mut not.into_iter()),
        }
    }
}
