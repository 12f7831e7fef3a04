//! The audit trail and its verification as views.

use jiff::tz::TimeZone;
use rayon::prelude::*;
use serde::Serialize;

use super::{AnchorEntryView, AnchorView};
use crate::ledger::{Citation, Entry, Kind, Report, Told, VerifiedRecord};
use crate::phrase::Phrase;

/// The trail: every decision, the newest first.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AuditView {
    /// The shape's number: 1.
    pub schema: u8,
    /// The decisions.
    pub entries: Vec<EntryView>,
    /// The anchors, the newest first.
    pub anchors: Vec<AnchorEntryView>,
}

/// A decision as its commit tells it.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct EntryView {
    /// The decision's id.
    pub decision: String,
    /// The client's id.
    pub client: String,
    /// What was decided; `null` for a word that this version does not know.
    pub kind: Option<&'static str>,
    /// The commit's date, with the offset of the vault's clock; anybody can set it.
    pub date: String,
    /// The author.
    pub by: String,
    /// The commit, in full.
    pub commit: String,
    /// The digest of the note.
    pub digest: Option<String>,
    /// The digests of the decisions before.
    pub prev: Vec<String>,
    /// Standing and score.
    pub standing: Option<String>,
    /// Whether the commit carries a signature, good or bad.
    pub signed: bool,
    /// The commit's first line.
    pub subject: String,
}

impl AuditView {
    /// The view of these entries, dated on the clock of `zone`, and of the anchors.
    pub fn new(entries: &[Entry], anchors: Vec<AnchorEntryView>, zone: &TimeZone) -> Self {
        let view = |entry: &Entry| EntryView {
            decision: entry.decision.to_string(),
            client: entry.client.to_string(),
            kind: entry.kind.map(|kind| kind.as_str()),
            date: entry.at.to_zoned(zone.clone()).strftime("%Y-%m-%dT%H:%M:%S%:z").to_string(),
            by: entry.by.clone(),
            commit: entry.commit.clone(),
            digest: entry.digest.map(|digest| digest.to_string()),
            prev: entry.prev.iter().map(ToString::to_string).collect(),
            standing: entry.standing.clone(),
            signed: entry.signed,
            subject: entry.subject.clone(),
        };
        Self { schema: 1, entries: entries.iter().map(view).collect(), anchors }
    }
}

/// What verifying found, in words.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct VerificationView {
    /// The shape's number: 1.
    pub schema: u8,
    /// Whether every record holds.
    pub ok: bool,
    /// What no verdict proves.
    pub limits: Vec<String>,
    /// How many commits were looked at.
    pub commits: usize,
    /// The decisions, sorted by path.
    pub records: Vec<RecordView>,
    /// The exhibits, sorted by path.
    pub exhibits: Vec<RecordView>,
    /// The chain of each client.
    pub chains: Vec<ChainView>,
    /// The anchors, sorted by path.
    pub anchors: Vec<AnchorView>,
    /// Files among the certificates to trust that hold none that can be read.
    pub faulty_roots: Vec<String>,
    /// What is wrong with lists of revoked certificates, sorted by file.
    pub list_faults: Vec<ListFaultView>,
    /// Branches whose history was rewritten since it was seen.
    pub rewritten: Vec<RewrittenView>,
    /// Commits and folders that git cannot read, or whose bytes do not fit their name.
    pub damaged: Vec<DamagedView>,
    /// Faults of the lists of keys that signatures were checked against.
    pub key_faults: Vec<KeyFaultView>,
}

/// An object of git's that cannot be read.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DamagedView {
    /// Its name.
    pub object: String,
    /// What that means, and the innocent explanation.
    pub because: String,
}

/// A branch whose history was rewritten since it was seen.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RewrittenView {
    /// The branch: `refs/heads/main`.
    pub reference: String,
    /// The commit it was at.
    pub commit: String,
    /// How many decisions were recorded in what was lost; `null` where git no longer has it.
    pub decisions: Option<usize>,
    /// What happened, and the innocent explanation.
    pub because: String,
}

/// A fault of a list of keys.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct KeyFaultView {
    /// The file.
    pub file: String,
    /// The line, from 1; `null` for the file as a whole.
    pub line: Option<usize>,
    /// What is wrong.
    pub message: String,
}

/// What is wrong with a list of revoked certificates.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct ListFaultView {
    /// The file, below the certificates that are trusted.
    pub file: String,
    /// What is wrong, and what to do.
    pub message: String,
}

/// A commit's signature.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct SignatureView {
    /// The fingerprint of the key that made it; `null` where it was not or could not be checked.
    pub key: Option<String>,
    /// Whom the reader's list gives the key to.
    pub principal: Option<String>,
    /// The command that checks what casefile does not.
    pub command: Option<String>,
}

/// The dates of a record; anybody can set them.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DatesView {
    /// What the note says.
    pub note: Option<String>,
    /// When the commit says that it was written, in UTC.
    pub author: String,
    /// When the commit says that it was made, in UTC.
    pub committer: String,
}

/// A decision or an exhibit, and how it stands.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct RecordView {
    /// The decision's id, or the exhibit's name.
    pub decision: String,
    /// The client's id.
    pub client: String,
    /// The path below the vault.
    pub path: String,
    /// The digest of the bytes that were first recorded.
    pub digest: Option<String>,
    /// The commit that first had them.
    pub commit: Option<String>,
    /// Whether nothing speaks against it.
    pub holds: bool,
    /// The verdicts' names, the weakest link first.
    pub verdicts: Vec<&'static str>,
    /// The weakest link.
    pub weakest: &'static str,
    /// Remote-tracking branches that have the same bytes, as last fetched.
    pub remotes: Vec<String>,
    /// A sentence on each verdict that needs one.
    pub because: Vec<String>,
    /// What this proves.
    pub proves: Vec<String>,
    /// What it does not prove.
    pub does_not_prove: Vec<String>,
    /// Not earlier than, not later than, by an outside witness; `null` without one.
    pub window: [Option<String>; 2],
    /// Where the line was sent that covers it, in the user's words.
    pub witnessed: Vec<String>,
    /// Whether the commit carries a signature, good or bad; the verdicts say which.
    pub signed: bool,
    /// The signature; `null` where there is none.
    pub signature: Option<SignatureView>,
    /// The commit that recorded it before the history was rewritten.
    pub rewritten: Option<String>,
    /// Its dates; `null` where nothing is recorded.
    pub dates: Option<DatesView>,
    /// Incidents it rests on whose notes are no longer as they were.
    pub edited_since: Vec<String>,
    /// What may have happened without anybody's fault, and what shows or undoes it.
    pub remedy: Option<RemedyView>,
    /// Whether it was changed or removed once, and is back as it was.
    pub was_restored: bool,
}

/// What to do about a record that does not hold.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize)]
pub struct RemedyView {
    /// What may have happened without anybody's fault, and what the commands do.
    pub innocent: String,
    /// Commands to type in the vault's folder.
    pub commands: Vec<String>,
}

/// The chain of one client's decisions.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct ChainView {
    /// The client's id.
    pub client: String,
    /// How many decisions there are.
    pub count: usize,
    /// The digests of decisions that no other names.
    pub heads: Vec<String>,
}

impl VerificationView {
    /// The view of a report, each sentence put in words by `say`.
    pub fn new(report: &Report, say: impl Fn(&Phrase) -> String + Sync) -> Self {
        let of_kind = |kind: Kind| {
            let records = report.records.par_iter().filter(|record| record.kind == kind);
            records.map(|record| RecordView::new(record, &say)).collect()
        };
        let chain = |chain: &crate::ledger::Chain| ChainView {
            client: chain.client.to_string(),
            count: chain.count,
            heads: chain.heads.iter().map(|(_, digest)| digest.to_string()).collect(),
        };
        let rewritten = report.rewritten.iter().map(|lost| RewrittenView {
            reference: lost.reference.clone(),
            commit: lost.commit.clone(),
            decisions: lost.decisions,
            because: say(&lost.phrase()),
        });
        let damaged = report.damaged.iter().map(|object| DamagedView {
            object: object.clone(),
            because: say(&Phrase::new("ledger-damaged")),
        });
        let key_faults = report.key_faults.iter().map(|fault| KeyFaultView {
            file: fault.file.display().to_string(),
            line: fault.line,
            message: say(&fault.what),
        });
        let list_faults = report.list_faults.iter().map(|(file, fault)| ListFaultView {
            file: file.clone(),
            message: say(&fault.phrase(file)),
        });
        Self {
            schema: 1,
            ok: report.holds(),
            limits: report.limits.iter().map(&say).collect(),
            commits: report.commits,
            records: of_kind(Kind::Decision),
            exhibits: of_kind(Kind::Exhibit),
            chains: report.chains.iter().map(chain).collect(),
            anchors: report.anchors.iter().map(|one| AnchorView::new(one, &say)).collect(),
            faulty_roots: report.faulty_roots.clone(),
            list_faults: list_faults.collect(),
            rewritten: rewritten.collect(),
            damaged: damaged.collect(),
            key_faults: key_faults.collect(),
        }
    }
}

impl RecordView {
    fn new(record: &VerifiedRecord, say: &impl Fn(&Phrase) -> String) -> Self {
        let name = record.path.rsplit('/').next().unwrap_or(&record.path);
        let name = match record.kind {
            Kind::Decision => name.trim_end_matches(".md"),
            Kind::Exhibit => name,
        };
        let verdicts = record.names();
        Self {
            decision: name.to_owned(),
            client: record.client.to_string(),
            path: record.path.clone(),
            digest: record.digest.map(|digest| digest.to_string()),
            commit: record.commit.clone(),
            holds: record.holds(),
            weakest: verdicts.first().copied().unwrap_or_default(),
            verdicts,
            remotes: record.remotes.clone(),
            because: record.because().iter().map(say).collect(),
            proves: record
                .proves
                .iter()
                .cloned()
                .chain(record.witnessed.iter().map(Told::phrase))
                .map(|phrase| say(&phrase))
                .collect(),
            does_not_prove: record.does_not_prove.iter().map(say).collect(),
            window: record.window.ends().map(|end| end.map(|at| at.to_string())),
            witnessed: record.witnessed.iter().map(|told| told.place.clone()).collect(),
            signed: record.seal.is_there(),
            signature: record.seal.is_there().then(|| SignatureView {
                key: record.seal.key().map(str::to_owned),
                principal: record.seal.principal().map(str::to_owned),
                command: record.commit.as_deref().and_then(|commit| record.seal.command(commit)),
            }),
            rewritten: record.rewritten.clone(),
            dates: record.dates.as_ref().map(|dates| DatesView {
                note: dates.note.map(|moment| moment.to_string()),
                author: dates.author.to_string(),
                committer: dates.committer.to_string(),
            }),
            edited_since: record
                .cited
                .iter()
                .filter(|cited| matches!(cited.state, Citation::EditedSince | Citation::Gone))
                .map(|cited| cited.path.clone())
                .collect(),
            remedy: record.remedy().map(|remedy| RemedyView {
                innocent: say(&remedy.innocent),
                commands: remedy.commands,
            }),
            was_restored: record.was_restored(),
        }
    }
}
