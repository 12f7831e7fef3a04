//! Whether the records are still what they were.
//!
//! Owns: the order of the steps, and the first of them: collecting, and the bytes. Must not: write anything, or
//! parse a note; the caller's closure tells what a note names.

use std::collections::BTreeMap;

use git2::{ObjectType, Oid, Repository};
use jiff::Timestamp;
use rayon::prelude::*;

use super::Ledger;
use super::anchors::{Judged, VerifiedAnchor};
use super::checking::{CheckedCommit, Checking};
use super::error::LedgerError;
use super::history::History;
use super::keyring::{Keyring, Trust};
use super::report::Report;
use super::rewriting::Rewritten;
use super::seal::Seal;
use super::verdict::Chain;
use super::verified::VerifiedRecord;
use super::walk::OidMap;
use super::worktree;
use crate::anchor::{CheckedCertificate, Roots, Stamped};
use crate::model::{Digest, Moment};
use crate::phrase::Phrase;

/// What a decision or an exhibit's note names, as the caller reads it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NoteFacts {
    /// The date it bears.
    pub date: Option<Moment>,
    /// The digests of the decisions before it.
    pub prev: Vec<Digest>,
    /// The digest of the newest time stamp when it was taken.
    pub anchor: Option<Digest>,
    /// The notes it rests on: path below the vault, and digest where it gives one.
    pub cited: Vec<(String, Option<Digest>)>,
    /// The files it vouches for: path below the vault, digest, and size where it gives one.
    pub exhibits: Vec<(String, Digest, Option<u64>)>,
}

/// So few records are read that another thread would not pay.
const FEW: usize = 256;

/// What git and the disk have, read and not yet judged.
pub struct Past<'ledger> {
    ledger: &'ledger Ledger,
    history: History,
    checking: Checking,
    on_disk: BTreeMap<String, Blob>,
}

/// Everything at hand while verifying.
pub(super) struct Evidence<'ledger> {
    pub(super) ledger: &'ledger Ledger,
    pub(super) history: History,
    pub(super) on_disk: BTreeMap<String, Blob>,
    pub(super) blobs: OidMap<Option<Blob>>,
    /// What a blob names as the file under a path; the same bytes name others elsewhere.
    facts: OidMap<Vec<(String, NoteFacts)>>,
}

/// The bytes of a file, recorded or on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Blob {
    pub(super) digest: Digest,
    pub(super) size: u64,
}

impl Blob {
    pub(super) fn of(bytes: &[u8]) -> Self {
        let size = u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        Self { digest: Digest::of(bytes), size }
    }
}

impl Ledger {
    /// Looks at every decision and exhibit in HEAD, local and remote-tracking branches and on
    /// disk; offline and without writing.
    ///
    /// `read` gets a path below the vault and the bytes of a decision or of a note among the
    /// exhibits; `None` says that it names nothing.
    ///
    /// # Errors
    /// When the repository or the disk cannot be read. A record that does not hold is none.
    pub fn verify(
        &self,
        read: impl Fn(&str, &[u8]) -> Option<NoteFacts> + Sync,
    ) -> Result<Report, LedgerError> {
        self.verify_by(&Trust::default(), read)
    }

    /// The same, by another's keys than those that git is told of.
    ///
    /// # Errors
    /// Those of [`Ledger::verify`].
    pub fn verify_by(
        &self,
        trust: &Trust,
        read: impl Fn(&str, &[u8]) -> Option<NoteFacts> + Sync,
    ) -> Result<Report, LedgerError> {
        self.past()?.verify(trust, read)
    }

    /// Reads what there is to verify, before anything is known of what notes mean.
    ///
    /// # Errors
    /// When the repository or the disk cannot be read.
    pub fn past(&self) -> Result<Past<'_>, LedgerError> {
        // Each object is read once.
        git2::opts::enable_caching(false);
        let vault = self.on_disk(self.prefix.trim_end_matches('/'));
        let (history, on_disk) = std::thread::scope(|scope| {
            let on_disk = scope.spawn(|| worktree::on_disk(&vault));
            let history = History::collect(self);
            (history, on_disk.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic)))
        });
        let (history, checking) = history?;
        Ok(Past { ledger: self, history, checking, on_disk: on_disk? })
    }

    /// Whether the last commit has exactly these bytes under a path below the vault.
    ///
    /// # Errors
    /// When HEAD cannot be read.
    pub fn is_recorded(&self, path: &str, bytes: &[u8]) -> Result<bool, LedgerError> {
        let head = super::state::Head::read(&self.repository, true)?;
        let tree = super::write::tree_of(&self.repository, head.commit)?;
        let blob =
            tree.and_then(|tree| super::write::blob_at(&tree, &format!("{}{path}", self.prefix)));
        let Some((oid, _)) = blob else { return Ok(false) };
        Ok(bytes == self.repository.find_blob(oid)?.content())
    }
}

impl Past<'_> {
    /// Looks at every decision and exhibit; `trust` and `read` as for [`Ledger::verify_by`].
    ///
    /// # Errors
    /// Those of [`Ledger::verify`].
    pub fn verify(
        self,
        trust: &Trust,
        read: impl Fn(&str, &[u8]) -> Option<NoteFacts> + Sync,
    ) -> Result<Report, LedgerError> {
        let Self { ledger, history, checking, on_disk } = self;
        let ring = Keyring::load(ledger, trust)?;
        let roots = trust.roots(ledger)?;
        let evidence = Evidence::read(ledger, history, on_disk, &read);
        git2::opts::enable_caching(true);
        let mut records = evidence.records(&read)?;
        let (chains, judged, rewritten) = evidence.compare(&roots, trust.now, &mut records)?;
        let checked = checking.finish(&evidence.history);
        let history = &evidence.history;
        let sealed = |(path, mut record): (String, VerifiedRecord)| {
            record.seal = seal_of(history.first_commit(&path), &checked, &ring, &judged);
            record.conclude()
        };
        let shallow = ledger.repository.is_shallow();
        let report = Report {
            records: records.into_par_iter().map(sealed).collect(),
            chains,
            head: ledger.repository.head().ok().and_then(|h| h.target()).map(|h| h.to_string()),
            commits: evidence.history.commits,
            damaged: evidence.history.damaged.iter().map(ToString::to_string).collect(),
            shallow,
            rewritten,
            limits: limits(shallow, ring.is_inside, &judged.anchors, trust),
            anchors: judged.anchors,
            faulty_roots: judged.faulty_roots,
            list_faults: judged.list_faults,
            key_faults: ring.faults,
        };
        // To let go of so much takes a while; nobody waits for it.
        let Evidence { history, on_disk, blobs, facts, .. } = evidence;
        rayon::spawn(move || drop((history, on_disk, blobs, facts, checked)));
        Ok(report)
    }
}

impl<'ledger> Evidence<'ledger> {
    /// Reads every version of every record.
    fn read(
        ledger: &'ledger Ledger,
        history: History,
        on_disk: BTreeMap<String, Blob>,
        read: &(impl Fn(&str, &[u8]) -> Option<NoteFacts> + Sync),
    ) -> Self {
        let files = history.files.iter();
        let versions: Vec<(Oid, &String)> = files
            .flat_map(|(path, file)| file.versions.iter().map(move |(oid, _)| (*oid, path)))
            .collect();
        // A repository is one thread's own: each that reads opens another.
        let (place, digests) = (ledger.repository.path(), &*ledger.digests);
        let found: Vec<_> = versions
            .par_iter()
            .with_min_len(FEW)
            .map_init(
                || Repository::open(place).ok(),
                |repository, (oid, path)| {
                    if let Some(blob) = digests.of(*oid).filter(|_| !is_note(path)) {
                        return Some((blob, ((*path).clone(), NoteFacts::default())));
                    }
                    let odb = repository.as_ref()?.odb().ok()?;
                    let object = odb.read(*oid).ok()?;
                    let bytes =
                        Some(object.data()).filter(|_| object.kind() == ObjectType::Blob)?;
                    Some((Blob::of(bytes), ((*path).clone(), facts_of(path, bytes, read))))
                },
            )
            .collect();
        let mut blobs = OidMap::with_capacity_and_hasher(versions.len(), Default::default());
        let mut facts: OidMap<Vec<(String, NoteFacts)>> =
            OidMap::with_capacity_and_hasher(versions.len(), Default::default());
        for ((oid, _), found) in versions.into_iter().zip(found) {
            let (blob, facts_there) = found.unzip();
            facts.entry(oid).or_default().extend(facts_there);
            blobs.insert(oid, blob);
        }
        Self { ledger, history, on_disk, blobs, facts }
    }

    /// Holds the records against everything but their signatures.
    fn compare(
        &self,
        roots: &Roots,
        now: Option<Timestamp>,
        records: &mut BTreeMap<String, VerifiedRecord>,
    ) -> Result<(Vec<Chain>, Judged, Vec<Rewritten>), LedgerError> {
        self.compare_with_trailers(records);
        self.compare_with_notes(records);
        self.compare_with_memory(records)?;
        self.compare_with_remotes(records)?;
        let chains = self.follow_chain(records);
        let judged = self.judge_anchors(roots, now, records)?;
        self.compare_dates(records);
        let rewritten = self.find_rewriting(records)?;
        Ok((chains, judged, rewritten))
    }

    pub(super) fn blob(&self, oid: Oid) -> Option<&Blob> {
        self.blobs.get(&oid)?.as_ref()
    }

    /// Whether any decision names a time stamp.
    pub(super) fn names_stamps(&self) -> bool {
        self.facts.values().flatten().any(|(_, facts)| facts.anchor.is_some())
    }

    /// What a blob names as the file under this path.
    pub(super) fn facts(&self, oid: Oid, path: &str) -> Option<&NoteFacts> {
        let facts = self.facts.get(&oid)?.iter().find(|(known, _)| known == path);
        facts.map(|(_, facts)| facts)
    }
}

/// What the signature of a record's first commit is worth.
fn seal_of(
    commit: Option<Oid>,
    checked: &OidMap<CheckedCommit>,
    ring: &Keyring,
    judged: &Judged,
) -> Seal {
    let Some(commit) = commit else { return Seal::None };
    let Some(CheckedCommit { fit, committer }) = checked.get(&commit) else {
        return Seal::Unsigned;
    };
    ring.seal(fit, committer, judged.commits.get(&commit).copied().unwrap_or_default())
}

pub(super) fn facts_of(
    path: &str,
    bytes: &[u8],
    read: &(impl Fn(&str, &[u8]) -> Option<NoteFacts> + Sync),
) -> NoteFacts {
    if is_note(path) { read(path, bytes).unwrap_or_default() } else { NoteFacts::default() }
}

fn is_note(path: &str) -> bool {
    path.ends_with(".md")
}

/// What no verdict proves.
fn limits(
    shallow: bool,
    keys_inside: bool,
    anchors: &[VerifiedAnchor],
    trust: &Trust,
) -> Vec<Phrase> {
    let cut_off = shallow.then(|| Phrase::new("ledger-limit-shallow"));
    let mut limits: Vec<Phrase> = cut_off.into_iter().collect();
    limits.extend([
        Phrase::new("ledger-limit-complete"),
        Phrase::new("ledger-limit-truth"),
        Phrase::new("ledger-limit-time"),
    ]);
    if keys_inside {
        limits.push(Phrase::new("ledger-limit-keys-inside"));
    }
    if anchors.iter().any(VerifiedAnchor::is_trusted) {
        let stamps = || anchors.iter().flat_map(VerifiedAnchor::stamps);
        let has_list = |stamp: &Stamped| stamp.certificates.iter().any(|one| !one.is_unknown());
        let lacks_list = |stamp: &Stamped| {
            stamp.certificates.is_empty()
                || stamp.certificates.iter().any(CheckedCertificate::is_unknown)
        };
        if stamps().any(lacks_list) {
            limits.push(Phrase::new("ledger-limit-revoked"));
        }
        if stamps().any(has_list) {
            limits.push(Phrase::new("ledger-limit-lists"));
        }
        if trust.roots.is_none() {
            limits.push(Phrase::new("ledger-limit-roots-inside"));
        }
    }
    limits
}
