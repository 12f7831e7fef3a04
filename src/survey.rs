//! The vault looked at as a whole: every note checked, every client loaded.
//!
//! Owns: the order of walking, reading and judging, and what runs side by side. Must not: know
//! a single rule, print, or read the clock.

mod each_note;

use std::collections::{BTreeMap, BTreeSet};

pub use each_note::Looked;

use jiff::Timestamp;
use rayon::prelude::*;

use crate::assess::Catalogue;
use crate::check::{
    Anchored, CaseView, FileNames, Ignored, NoteRules, Surroundings, VaultView, apply_ignores,
    check_case, check_stray, check_vault, duplicate_flags, exhibited_files, findings,
};
use crate::finding::Finding;
use crate::model::{ClientId, Digest};
use crate::note::{Note, PlacedFault, place};
use crate::signal::RuleSet;
use crate::vault::{
    ClientFiles, ClientFolder, FlagNotes, Questions, SCREENING_FILE, SETTINGS_FILE, Uninspected,
    Vault, VaultError, VaultFile, built_in_rules, fingerprint, named_in_settings, read_plain_text,
    read_text,
};

/// A vault with its red flags at hand.
#[derive(Debug)]
pub struct Survey<'v> {
    vault: &'v Vault,
    flags: FlagNotes,
    catalogue: Catalogue,
    questions: Questions,
    others: Vec<VaultFile>,
    faults: Vec<PlacedFault>,
}

/// What holding a vault against every rule found.
#[derive(Clone, Debug)]
pub struct Checked {
    /// How many notes were read.
    pub notes: usize,
    /// The findings, in the order of paths and bytes.
    pub findings: Vec<Finding>,
    /// What the settings held back.
    pub ignored: Vec<Ignored>,
    /// Exhibits that are kept apart and are not on this machine, sorted by note.
    pub absent: Vec<AbsentExhibit>,
}

/// An exhibit that is kept apart and could not be held against its digest.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct AbsentExhibit {
    /// Its note's path below the vault.
    pub note: String,
    /// Where the note says that its file lies.
    pub kept_at: String,
}

impl<'v> Survey<'v> {
    /// Reads the red flags and lists the files outside the clients' folders.
    pub fn of(vault: &'v Vault) -> Self {
        let (others, faults) = vault.other_files();
        let mut flags = vault.flags(&others);
        flags.add_closed(&others, &faults);
        let catalogue = Catalogue::new(flags.flags.iter().cloned(), vault.settings());
        let questions = vault.questions(&others);
        Self { vault, flags, catalogue, questions, others, faults }
    }

    /// The red flags.
    pub const fn catalogue(&self) -> &Catalogue {
        &self.catalogue
    }

    /// The red flags, where nothing else is asked.
    pub fn into_catalogue(self) -> Catalogue {
        self.catalogue
    }

    /// The questions before a yes.
    pub const fn questions(&self) -> &Questions {
        &self.questions
    }

    /// The rules of the red flags, the user's own last.
    pub fn rules(&self) -> Vec<RuleSet> {
        built_in_rules().into_iter().chain(self.flags.rules.iter().cloned()).collect()
    }

    /// The notes of the red flags.
    pub const fn flag_notes(&self) -> &FlagNotes {
        &self.flags
    }

    /// What [`Survey::check`] finds in the notes of the user's own red flags.
    pub fn check_flags(&self) -> Vec<Finding> {
        let is_of_flags = |path: &str| path == "flags" || path.starts_with("flags/");
        let of_files = self.faults.iter().filter(|fault| is_of_flags(&fault.location.path));
        let twice = duplicate_flags(&self.flags.flags);
        let twice = twice.into_iter().map(|anchored| self.place(anchored));
        let faults = of_files.chain(&self.flags.faults).cloned().chain(twice);
        apply_ignores(findings(faults), &self.vault.settings().ignored).0
    }

    /// Everything on file about one client; the other clients are not looked at.
    pub fn client(&self, id: &ClientId) -> ClientFolder {
        self.vault.load_client(&self.vault.client_files(id), &Uninspected)
    }

    /// Does something with every client, side by side; the results are sorted by client.
    ///
    /// # Errors
    /// Where `clients/` cannot be read.
    pub fn each_client<T: Send>(
        &self,
        work: impl Fn(ClientFolder) -> T + Sync,
    ) -> Result<Vec<T>, VaultError> {
        Ok(self.each_of(&self.vault.client_ids()?, work))
    }

    /// The same with these clients, in their order.
    pub fn each_of<T: Send>(
        &self,
        ids: &[ClientId],
        work: impl Fn(ClientFolder) -> T + Sync,
    ) -> Vec<T> {
        ids.par_iter().map(|id| work(self.client(id))).collect()
    }

    /// Holds every note against every rule.
    ///
    /// # Errors
    /// Where `clients/` cannot be read.
    pub fn check(&self, now: Timestamp) -> Result<Checked, VaultError> {
        let ids = self.vault.client_ids()?;
        let clients: Vec<ClientFiles> =
            ids.par_iter().map(|id| self.vault.client_files(id)).collect();
        let of_clients =
            clients.iter().flat_map(|client| client.notes.iter().chain(&client.others));
        let files = self.others.iter().chain(of_clients).map(|file| file.path.as_str());
        let names = FileNames::of(files.chain([SETTINGS_FILE]));
        let ids: BTreeSet<ClientId> = ids.into_iter().collect();
        let surroundings = Surroundings {
            catalogue: &self.catalogue,
            settings: self.vault.settings(),
            questions: &self.questions.set,
            clients: &ids,
            files: &names,
            now,
        };
        let mut faults: Vec<PlacedFault> = self.vault.setting_faults().to_vec();
        let read = self.flags.faults.iter().chain(&self.questions.faults);
        faults.extend(self.faults.iter().chain(read).cloned());
        let named = named_in_settings(self.vault.settings_text());
        let view = VaultView { named: &named, flags: &self.flags.flags };
        let of_vault = check_vault(&view, &surroundings);
        faults.extend(of_vault.into_iter().map(|anchored| self.place(anchored)));
        faults.extend(self.check_strays(&surroundings));
        let others = || self.others.iter();
        faults.extend(others().filter_map(|file| self.vault.check_jurisdiction(file)));
        faults.extend(others().filter_map(|file| self.vault.check_revocation_list(file)));
        let of_clients: Vec<(Vec<PlacedFault>, Vec<AbsentExhibit>)> =
            clients.par_iter().map(|client| self.check_client(client, &surroundings)).collect();
        let mut absent = Vec::new();
        for (of_client, absent_ones) in of_clients {
            faults.extend(of_client);
            absent.extend(absent_ones);
        }
        absent.sort();

        let of_clients: usize = clients.iter().map(|client| client.notes.len()).sum();
        let of_others = self.others.iter().filter(|file| file.is_note()).count();
        let (findings, ignored) = apply_ignores(findings(faults), &self.vault.settings().ignored);
        Ok(Checked { notes: of_clients + of_others, findings, ignored, absent })
    }

    fn check_client(
        &self,
        files: &ClientFiles,
        surroundings: &Surroundings<'_>,
    ) -> (Vec<PlacedFault>, Vec<AbsentExhibit>) {
        let folder = self.vault.load_client(files, &NoteRules(surroundings));
        let exhibited = exhibited_files(&folder.case);
        let (mut evidence, unreadable) = self.vault.evidence_digests(files, &exhibited);
        let absent = self.detached_digests(&folder, &mut evidence);
        let view = CaseView {
            case: &folder.case,
            files,
            client_note: folder.client_note.as_deref(),
            further_client_notes: &folder.further_client_notes,
            evidence: &evidence,
        };
        let anchored = check_case(&view, surroundings);
        let mut faults = folder.faults;
        faults.extend(unreadable);
        faults.extend(anchored.into_iter().map(|anchored| self.place(anchored)));
        (faults, absent)
    }

    /// Adds the digests of files that are kept apart; those that are not here are told.
    fn detached_digests(
        &self,
        folder: &ClientFolder,
        evidence: &mut BTreeMap<String, Digest>,
    ) -> Vec<AbsentExhibit> {
        let mut absent = Vec::new();
        for exhibit in folder.case.exhibits.iter().filter(|exhibit| exhibit.is_detached()) {
            if evidence.contains_key(&exhibit.path()) {
                continue;
            }
            let found = self.vault.find_detached(exhibit);
            match found.and_then(|path| fingerprint(&path).ok().flatten()) {
                Some(found) => drop(evidence.insert(exhibit.path(), found.digest)),
                None => absent.push(AbsentExhibit {
                    note: exhibit.note.clone(),
                    kept_at: exhibit.kept_at.clone().unwrap_or_else(|| exhibit.path()),
                }),
            }
        }
        absent
    }

    /// Notes outside the clients' folders and `flags/`: free notes, or notes that got lost.
    fn check_strays(&self, surroundings: &Surroundings<'_>) -> Vec<PlacedFault> {
        let strays = self.others.iter().filter(|file| {
            file.is_note()
                && !file.path.starts_with("flags/")
                && !file.path.starts_with("templates/")
                && file.path != SCREENING_FILE
        });
        let mut faults = Vec::new();
        for file in strays {
            let read = read_text(&file.full(self.vault.root()));
            let mut of_note = read.faults;
            let note = Note::parse(&file.path, &read.text, &mut of_note);
            check_stray(&note, surroundings, &mut of_note);
            faults.extend(place(&file.path, &read.text, of_note));
        }
        faults
    }

    fn place(&self, anchored: Anchored) -> PlacedFault {
        let read = read_plain_text(&self.vault.root().join(&anchored.path));
        anchored.place(&read.text)
    }
}
