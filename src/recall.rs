//! What was on file on a day: the trail is asked, with today's files beside it.
//!
//! Owns: when the trail can answer, which notes of then count, and what today's files tell
//! differently. Must not: put anything in words, write anything, or read the clock.

mod differences;

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use jiff::Timestamp;

use crate::assess::{AsOf, Catalogue};
use crate::ledger::{Chronicle, Elsewhere, Ledger, LedgerError, Stop, VaultThen};
use crate::model::{Case, ClientId, Decision, Digest, Settings};
use crate::phrase::Phrase;
use crate::survey::Survey;
use crate::vault::{ClientFiles, ClientFolder, PastFiles, Uninspected, Vault};
pub use differences::{Difference, DifferenceKind};
use differences::{Today, differences};

/// A vault and its trail.
#[derive(Debug)]
pub struct Recall<'v> {
    vault: &'v Vault,
    /// Today's red flags.
    catalogue: &'v Catalogue,
    ledger: Ledger,
    chronicle: Option<Chronicle>,
    on_disk: BTreeSet<ClientId>,
}

/// What is known of a client on a day, and from where.
#[derive(Debug)]
pub enum Answer {
    /// What was on file.
    Trail(Box<OnFileThen>),
    /// Nothing shows what was on file: today's files have to answer.
    Files(Why),
}

/// What was on file.
#[derive(Debug)]
pub struct OnFileThen {
    /// The commit.
    pub stop: Stop,
    /// What the notes of then tell.
    pub folder: ClientFolder,
    /// The red flags of then.
    pub catalogue: Arc<Catalogue>,
    /// The settings of then.
    pub settings: Settings,
    /// Whether there were settings; without them today's stand in.
    pub had_settings: bool,
    /// What today's files tell differently of that day, or no more.
    pub differences: Vec<Difference>,
    /// Notes that no commit had, and whose bytes a decision of then names.
    pub vouched: usize,
    /// Commits of that time about this client that were merged later.
    pub merged_later: usize,
    /// A commit whose own date is earlier than one it builds upon.
    pub backdated: Option<Stop>,
}

/// Why the trail cannot answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Why {
    /// The vault lies in no repository.
    NoRepository,
    /// The branch has no commit.
    Unborn,
    /// The first commit is of this time.
    BeforeFirst(Timestamp),
    /// The clone is shallow, and its first commit is of this time.
    Shallow(Timestamp),
    /// Nothing about the client was recorded by then; the first of it at this time.
    NoClient(Option<Timestamp>),
    /// Of the client only decisions and exhibits were recorded by then.
    OnlyDecisions {
        /// The commit.
        stop: Stop,
        /// How many decisions.
        decisions: usize,
        /// The last of them that says where the client stood.
        last: Option<Box<Decision>>,
    },
    /// The trail cannot be read.
    Unreadable {
        /// Why not.
        reason: Phrase,
        /// What to do.
        hint: Phrase,
    },
}

impl<'v> Recall<'v> {
    /// Looks at the repository that the vault lies in.
    ///
    /// # Errors
    /// Where there is none, or its history cannot be read.
    pub fn open(vault: &'v Vault, catalogue: &'v Catalogue) -> Result<Self, LedgerError> {
        let ledger = Ledger::open(vault.root())?;
        let chronicle = ledger.chronicle()?;
        let on_disk = vault.client_ids().unwrap_or_default().into_iter().collect();
        Ok(Self { vault, catalogue, ledger, chronicle, on_disk })
    }

    /// The clients that were on file at a moment and whose folder is gone since, under whatever
    /// name.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn gone(&self, moment: Timestamp) -> Result<Vec<ClientId>, LedgerError> {
        let Some(chronicle) = &self.chronicle else { return Ok(Vec::new()) };
        let Some(tip) = chronicle.at(moment) else { return Ok(Vec::new()) };
        let then = self.ledger.vault_then(chronicle, tip, &[], &self.on_disk)?;
        Ok(then.map(|then| then.gone).unwrap_or_default())
    }

    /// What today's files tell of a client whose folder is gone.
    pub fn nothing(vault: &Vault, id: &ClientId) -> ClientFolder {
        vault.load_client(&no_files(id), &Uninspected)
    }

    /// What was on file of each of these clients at a moment; with what today's files tell.
    ///
    /// # Errors
    /// When the history cannot be read.
    pub fn answers(&self, asked: &[(&ClientFolder, AsOf)]) -> Result<Vec<Answer>, LedgerError> {
        let Some(chronicle) = &self.chronicle else {
            return Ok(asked.iter().map(|_| Answer::Files(Why::Unborn)).collect());
        };
        let mut by_tip: BTreeMap<Option<usize>, Vec<usize>> = BTreeMap::new();
        for (number, (_, as_of)) in asked.iter().enumerate() {
            by_tip.entry(chronicle.at(as_of.at)).or_default().push(number);
        }
        let mut answers: BTreeMap<usize, Answer> = BTreeMap::new();
        for (tip, numbers) in by_tip {
            let of_tip: Vec<(&ClientFolder, AsOf)> = numbers.iter().map(|at| asked[*at]).collect();
            let found = match tip {
                Some(tip) => self.at(chronicle, tip, &of_tip)?,
                None => of_tip.iter().map(|_| Answer::Files(before_first(chronicle))).collect(),
            };
            answers.extend(numbers.into_iter().zip(found));
        }
        Ok(answers.into_values().collect())
    }

    /// The answers that one commit gives.
    fn at(
        &self,
        chronicle: &Chronicle,
        tip: usize,
        asked: &[(&ClientFolder, AsOf)],
    ) -> Result<Vec<Answer>, LedgerError> {
        let ids: Vec<ClientId> = asked.iter().map(|(now, _)| now.case.client.id.clone()).collect();
        let then = self.ledger.vault_then(chronicle, tip, &ids, &self.on_disk)?;
        let (Some(then), Some(stop)) = (then, chronicle.stop(tip)) else {
            return Ok(ids.iter().map(|_| Answer::Files(Why::NoClient(None))).collect());
        };
        let vault = self.vault.as_it_was(then.common.clone());
        let one = At {
            recall: self,
            chronicle,
            stop,
            then: &then,
            catalogue: Arc::new(Survey::of(&vault).into_catalogue()),
            backdated: chronicle.backdated(tip),
            elsewhere: chronicle.elsewhere(tip),
        };
        asked.iter().map(|(now, as_of)| one.client(now, *as_of)).collect()
    }
}

/// One commit, asked about.
struct At<'r, 'v> {
    recall: &'r Recall<'v>,
    chronicle: &'r Chronicle,
    stop: &'r Stop,
    then: &'r VaultThen,
    catalogue: Arc<Catalogue>,
    backdated: Option<&'r Stop>,
    elsewhere: Elsewhere,
}

impl At<'_, '_> {
    fn client(&self, now: &ClientFolder, as_of: AsOf) -> Result<Answer, LedgerError> {
        let recall = self.recall;
        let id = &now.case.client.id;
        let below = format!("clients/{id}/");
        let mut files = self.then.common.clone();
        self.then.clients.get(id).into_iter().for_each(|own| files.extend(own));
        if files.paths(&below).next().is_none() {
            let first = recall.ledger.first_of(self.chronicle, self.then, id);
            return Ok(Answer::Files(Why::NoClient(first.map(|stop| stop.at))));
        }
        let on_disk = recall.on_disk.contains(id);
        let listed = if on_disk { recall.vault.client_files(id) } else { no_files(id) };
        let today = Today::read(recall.vault, &listed);
        let before = recall.vault.as_it_was(files.clone());
        let folder = before.load_client(&before.client_files(id), &Uninspected);
        let alone = files.paths(&below).all(is_recorded_alone);
        if alone && !today.paths().all(is_recorded_alone) {
            return Ok(Answer::Files(self.only_decisions(folder.case)));
        }
        let vouched = self.vouched(id, &folder.case, &files, &today)?;
        let count = vouched.len();
        for (path, bytes) in vouched {
            files.put(path, bytes);
        }
        let vault = recall.vault.as_it_was(files.clone());
        let mut folder = match count {
            0 => folder,
            _ => vault.load_client(&vault.client_files(id), &Uninspected),
        };
        folder.faults.extend(vault.setting_faults().iter().cloned());
        let sides = differences::Sides {
            then: &files,
            today: &today,
            vault: recall.vault,
            settings: vault.settings(),
            catalogues: [&self.catalogue, recall.catalogue],
        };
        let mut found = differences(&sides, &folder, now, as_of);
        let paths = found.iter().map(|difference| difference.path.clone()).collect();
        let later = recall.ledger.later(self.chronicle, self.then, id, &paths)?;
        for difference in &mut found {
            difference.recorded = later.get(&difference.path).map(|later| match difference.kind {
                DifferenceKind::Late => later.first.clone(),
                _ => later.last.clone(),
            });
        }
        if folder.client_note.is_none() {
            // Nothing of then says what they are called.
            folder.case.client.name.clone_from(&now.case.client.name);
            folder.case.client.language = now.case.client.language;
        }
        let merged_later = recall.ledger.merged_later(&self.elsewhere, self.then, id, as_of.at)?;
        Ok(Answer::Trail(Box::new(OnFileThen {
            stop: self.stop.clone(),
            settings: vault.settings().clone(),
            had_settings: files.bytes(crate::vault::SETTINGS_FILE).is_some(),
            folder,
            catalogue: Arc::clone(&self.catalogue),
            differences: found,
            vouched: count,
            merged_later,
            backdated: self.backdated.cloned(),
        })))
    }

    fn only_decisions(&self, case: Case) -> Why {
        let decisions = case.decisions.len();
        let last = case.decisions.into_iter().rfind(|decision| decision.standing.is_some());
        Why::OnlyDecisions { stop: self.stop.clone(), decisions, last: last.map(Box::new) }
    }

    /// Notes of today whose bytes a decision of then names: they were on file when it was taken.
    ///
    /// A note that the commit has too, in other words, counts in the words of the decision only
    /// where no commit changed it since the decision.
    fn vouched(
        &self,
        id: &ClientId,
        case: &Case,
        then: &PastFiles,
        today: &Today,
    ) -> Result<Vec<(String, Vec<u8>)>, LedgerError> {
        let mut cited: BTreeMap<Digest, &str> = BTreeMap::new();
        for decision in &case.decisions {
            cited.extend(
                decision.because.iter().filter_map(|one| Some((one.digest?, &*decision.note))),
            );
        }
        let mut vouched = Vec::new();
        for (path, bytes) in today.others_than(then) {
            let Some(decision) = cited.get(&Digest::of(bytes)) else { continue };
            let files = [path, decision];
            let ledger = &self.recall.ledger;
            if then.get(path).is_none()
                || ledger.unchanged_since(self.chronicle, self.then, id, files)?
            {
                vouched.push((path.to_owned(), bytes.to_vec()));
            }
        }
        Ok(vouched)
    }
}

fn before_first(chronicle: &Chronicle) -> Why {
    let first = chronicle.stops().first().map_or(Timestamp::MIN, |stop| stop.at);
    if chronicle.is_shallow() { Why::Shallow(first) } else { Why::BeforeFirst(first) }
}

/// Whether a file of a client is recorded by itself, whatever becomes of the notes.
fn is_recorded_alone(path: &str) -> bool {
    let mut parts = path.split('/').skip(2);
    let first = parts.next();
    first == Some("decisions") || first == Some("evidence")
}

fn no_files(id: &ClientId) -> ClientFiles {
    ClientFiles { id: id.clone(), notes: Vec::new(), others: Vec::new(), faults: Vec::new() }
}
