//! Recording: files, a commit and the index, all or nothing.
//!
//! Owns: the order of the steps, which is what keeps other people's work and our own apart.
//! Must not: write anything before every check has passed.

use std::path::PathBuf;
use std::time::{Duration, Instant};

use git2::{ErrorCode, Oid};
use jiff::tz::Offset;

use super::LedgerLock;
use super::error::LedgerError;
use super::identity::Identity;
use super::index::{PrivateIndex, Snapshot};
use super::journal::{Journal, Landing, Written};
use super::lock::IndexLock;
use super::message::Message;
use super::plan::Plan;
use super::sign::Signer;
use super::state::Head;
use super::write;
use super::{heads, memory};
use crate::model::SignPolicy;
use crate::phrase::Phrase;
use crate::vault::{at_once, files};

/// How long to wait for git to let go of the index.
const INDEX_PATIENCE: Duration = Duration::from_secs(2);
/// How long to follow a branch that others move.
const BRANCH_PATIENCE: Duration = Duration::from_secs(10);
/// How often to look again.
const PAUSE: Duration = Duration::from_millis(10);

/// What is to be recorded in one commit.
#[derive(Clone, Debug)]
pub struct Record {
    /// The files, each once.
    pub changes: Vec<Change>,
    /// What the commit says.
    pub message: Message,
    /// Who wrote and who commits.
    pub identity: Identity,
    /// When.
    pub at: jiff::Timestamp,
    /// The offset from UTC in which git shows the time.
    pub offset: Offset,
    /// Whether the commit is signed.
    pub sign: SignPolicy,
    /// Whether to go on where no branch is checked out.
    pub allow_detached: bool,
}

/// One file of a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The path below the vault, `/`-separated.
    pub path: String,
    /// Where its bytes come from.
    pub how: How,
}

/// Where the bytes of a file come from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum How {
    /// A new file with these bytes; refused if the name is taken.
    Create(Vec<u8>),
    /// These bytes in the place of a file's.
    Replace(Vec<u8>),
    /// The file as it is on disk, or its removal if it is gone.
    AsIs,
}

/// What was recorded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Recorded {
    /// The commit.
    pub commit: String,
    /// The branch it is on, or `HEAD`.
    pub branch: String,
    /// Whether it is signed.
    pub signed: bool,
    /// What the user should know.
    pub warnings: Vec<Warning>,
}

/// Something the user should know about a record that was made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Warning {
    /// A merge is in progress; it stays so, and the record is not part of it.
    MergeInProgress,
    /// Git's index was busy for two seconds: the commit is made, and the next run brings the
    /// index up to date. Until then `git status` shows the files as removed.
    IndexBusy,
    /// The vault is in a submodule: the repository around it still names the commit before.
    InSubmodule,
    /// A file is so large that it will weigh on the repository for ever.
    Large {
        /// The path below the work tree.
        path: String,
        /// Its size.
        bytes: usize,
    },
}

impl Warning {
    /// The warning as one sentence.
    pub fn phrase(&self) -> Phrase {
        match self {
            Self::MergeInProgress => Phrase::new("ledger-warning-merge"),
            Self::IndexBusy => Phrase::new("ledger-warning-index-busy"),
            Self::InSubmodule => Phrase::new("ledger-warning-submodule"),
            Self::Large { path, bytes } => Phrase::new("ledger-warning-large")
                .with("path", path.as_str())
                .with("megabytes", bytes >> 20),
        }
    }
}

/// How one attempt to land a commit went.
enum Attempt {
    Landed {
        commit: Oid,
        branch: String,
        index_follows: bool,
    },
    /// The branch moved meanwhile.
    Again,
}

impl LedgerLock<'_> {
    /// Records these files in one commit, and nothing else: what the user staged or changed
    /// stays as it is.
    ///
    /// # Errors
    /// Any [`LedgerError`]; then no file is changed and no commit made.
    pub fn record(&self, record: &Record) -> Result<Recorded, LedgerError> {
        let signer = Signer::of(self.ledger, record.sign, &record.identity)?;
        let mut plan = Plan::make(self.ledger, record)?;
        let mut journal = Journal::load(self.ledger)?;
        journal.writing = plan.files.iter().map(|(written, ..)| written.clone()).collect();
        journal.landing.clone_from(&plan.entries);
        journal.save(self.ledger)?;
        let landed = write_files(&plan)
            .and_then(|()| self.land(record, signer.as_ref(), &plan, &mut journal));
        match landed {
            Ok((commit, branch, index_follows)) => {
                if !index_follows {
                    plan.warnings.push(Warning::IndexBusy);
                }
                memory::remember(self.ledger, &plan.protected);
                heads::remember(self.ledger);
                journal.landed(index_follows);
                // The record is made; a journal that stays says so to the next run.
                let _ = journal.save(self.ledger);
                Ok(Recorded {
                    commit: commit.to_string(),
                    branch,
                    signed: signer.is_some(),
                    warnings: plan.warnings,
                })
            }
            Err(error) => {
                // Where undoing fails, the journal on disk stays for the next run.
                if journal.undo(self.ledger).is_ok() {
                    let _ = journal.save(self.ledger);
                }
                Err(error)
            }
        }
    }

    fn land(
        &self,
        record: &Record,
        signer: Option<&Signer>,
        plan: &Plan<'_>,
        journal: &mut Journal,
    ) -> Result<(Oid, String, bool), LedgerError> {
        let start = Instant::now();
        loop {
            match self.attempt(record, signer, plan, journal, start)? {
                Attempt::Landed { commit, branch, index_follows } => {
                    return Ok((commit, branch, index_follows));
                }
                Attempt::Again if start.elapsed() < BRANCH_PATIENCE => std::thread::sleep(PAUSE),
                Attempt::Again => {
                    let head = Head::read(&self.ledger.repository, true)?;
                    return Err(LedgerError::BranchBusy { branch: head.short().to_owned() });
                }
            }
        }
    }

    fn attempt(
        &self,
        record: &Record,
        signer: Option<&Signer>,
        plan: &Plan<'_>,
        journal: &mut Journal,
        start: Instant,
    ) -> Result<Attempt, LedgerError> {
        let ledger = self.ledger;
        let head = Head::read(&ledger.repository, record.allow_detached)?;
        let commit = write::commit(ledger, record, signer, &plan.entries, head.commit)?;
        let lock = loop {
            match IndexLock::take(ledger)? {
                Some(lock) => break Some(lock),
                None if start.elapsed() < INDEX_PATIENCE => std::thread::sleep(PAUSE),
                None => break None,
            }
        };
        let private = match &lock {
            Some(_) => Some(self.private_index(plan, journal)?),
            None => None,
        };
        if Head::read(&ledger.repository, record.allow_detached)? != head {
            return Ok(Attempt::Again);
        }
        // Written down first: a later commit may drop our files from HEAD, and only by its name
        // does the next run then know that this one was made.
        journal.commit =
            Some(Landing { oid: commit.to_string(), reference: head.reference.clone() });
        journal.save(ledger)?;
        if !self.move_branch(&head, commit, record)? {
            return Ok(Attempt::Again);
        }
        // From here on the record is made, and an error would say otherwise.
        let index_follows = private.is_some_and(|private| private.put_in_place(ledger).is_ok());
        drop(lock);
        Ok(Attempt::Landed { commit, branch: head.short().to_owned(), index_follows })
    }

    /// A copy of the index with our entries; made under git's lock, since programs that add
    /// without a pause would else be faster than any copy.
    fn private_index(
        &self,
        plan: &Plan<'_>,
        journal: &Journal,
    ) -> Result<PrivateIndex, LedgerError> {
        let snapshot = Snapshot::take(self.ledger)?;
        let mut private = snapshot.copy(self.ledger)?;
        journal.apply_queue(self.ledger, &mut private)?;
        for entry in &plan.entries {
            private.apply(self.ledger, entry)?;
        }
        private.write(&snapshot)?;
        Ok(private)
    }

    /// Moves the branch if it is still where we took it; says whether it was.
    fn move_branch(&self, head: &Head, commit: Oid, record: &Record) -> Result<bool, LedgerError> {
        let subject = record.message.subject();
        let repository = &self.ledger.repository;
        let moved = match head.commit {
            Some(parent) => {
                let line = format!("commit: {subject}");
                repository.reference_matching(&head.reference, commit, true, parent, &line)
            }
            None => {
                let line = format!("commit (initial): {subject}");
                repository.reference(&head.reference, commit, false, &line)
            }
        };
        match moved {
            Ok(_) => Ok(true),
            Err(error)
                if matches!(
                    error.code(),
                    ErrorCode::Modified
                        | ErrorCode::Locked
                        | ErrorCode::Exists
                        | ErrorCode::NotFound
                ) =>
            {
                Ok(false)
            }
            Err(error) => Err(error.into()),
        }
    }
}

fn write_files(plan: &Plan<'_>) -> Result<(), LedgerError> {
    let write = |(written, path, bytes): &(Written, PathBuf, &[u8])| {
        if written.before.is_none() {
            files::create_new(path, bytes)
        } else {
            files::replace(path, bytes)
        }
    };
    at_once(&plan.files, write).map_err(|(error, _)| error.into())
}
