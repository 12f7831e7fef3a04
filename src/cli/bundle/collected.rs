//! The files of a client as they go into a bundle, each read once.

use std::collections::{BTreeMap, BTreeSet};

use aho_corasick::AhoCorasick;

use crate::assess::AsOf;
use crate::bundle::{Bag, BundleExhibit, Taken, number_exhibits, safe_name};
use crate::check::exhibited_files;
use crate::failure::Failure;
use crate::ledger::Ledger;
use crate::model::{Case, Digest, Exhibit, Moment, composed};
use crate::phrase::Phrase;
use crate::render;
use crate::vault::{Vault, files};

/// A file that is kept apart and larger than this is not put into a bundle, in bytes.
const LARGEST_APART: u64 = 512 * 1024 * 1024;

/// The files of a client, by path below the vault.
pub(super) struct Collected {
    /// The originals, numbered.
    pub(super) exhibits: Vec<BundleExhibit>,
    /// The bytes of the originals.
    evidence: BTreeMap<String, Vec<u8>>,
    /// Decisions.
    pub(super) decisions: BTreeMap<String, Vec<u8>>,
    /// Every other file: notes and tables.
    pub(super) originals: BTreeMap<String, Vec<u8>>,
    /// Files that only tell of what happened later.
    pub(super) left_out: BTreeSet<String>,
    /// Files that cannot be read.
    pub(super) unreadable: Vec<String>,
    /// What is to be said of exhibits that are kept apart, and are not in the bundle.
    pub(super) apart: Vec<Phrase>,
    /// The client's folder below the vault, with `/` at its end.
    folder: String,
    /// The digests of the time stamps that decisions name.
    stamps: Vec<Digest>,
}

impl Collected {
    /// Reads the files; what `as_of` does not know yet is left out.
    pub(super) fn read(vault: &Vault, case: &Case, as_of: Option<AsOf>) -> Self {
        let id = &case.client.id;
        let folder = format!("clients/{id}/");
        let listed = vault.client_files(id);
        let exhibited = exhibited_files(case);
        let later = as_of.map(|as_of| later(case, as_of)).unwrap_or_default();
        let mut unreadable: Vec<String> = listed
            .faults
            .iter()
            .filter(|fault| fault.fault.code == "unreadable")
            .map(|fault| fault.location.path.clone())
            .collect();
        let (mut evidence, mut decisions, mut originals) =
            (BTreeMap::new(), BTreeMap::new(), BTreeMap::new());
        for file in listed.notes.iter().chain(&listed.others) {
            if later.contains(&file.path) {
                continue;
            }
            let Ok(Some(bytes)) = files::read(&file.full(vault.root())) else {
                unreadable.push(file.path.clone());
                continue;
            };
            let below = file.path.strip_prefix(&folder).unwrap_or(&file.path);
            let is_original = exhibited.contains(composed(&file.path).as_ref())
                || !file.is_note() && format!("/{below}").contains("/evidence/");
            let of = if is_original {
                &mut evidence
            } else if file.is_note() && below.starts_with("decisions/") {
                &mut decisions
            } else {
                &mut originals
            };
            of.insert(file.path.clone(), bytes);
        }
        let known = |exhibit: &&Exhibit| !later.contains(&path_of(exhibit));
        let notes: BTreeMap<String, &Exhibit> = case
            .exhibits
            .iter()
            .filter(known)
            .map(|exhibit| (on_disk(exhibit, &evidence), exhibit))
            .collect();
        let apart = detached(vault, &notes, &mut evidence);
        let exhibits = number_exhibits(&evidence, &notes, vault.settings().author.as_deref());
        let known = case.decisions.iter().filter(|one| decisions.contains_key(&one.note));
        let stamps = known.filter_map(|one| one.anchor).collect();
        Self {
            exhibits,
            evidence,
            decisions,
            originals,
            left_out: later,
            unreadable,
            apart,
            folder,
            stamps,
        }
    }

    /// The numbers of the exhibits that each note names by their files.
    pub(super) fn named_in(&self) -> BTreeMap<String, Vec<String>> {
        let files = self.exhibits.iter().map(BundleExhibit::file);
        let Ok(names) = AhoCorasick::new(files) else { return BTreeMap::new() };
        let notes = self.originals.iter().chain(&self.decisions);
        let named = notes.filter(|(path, _)| path.ends_with(".md")).map(|(path, text)| {
            let found = names.find_overlapping_iter(text).map(|found| found.pattern().as_usize());
            let found: BTreeSet<usize> = found.collect();
            let exhibits = found.into_iter().filter_map(|at| self.exhibits.get(at));
            let named = exhibits.filter(|exhibit| exhibit.note.as_ref() != Some(path));
            let mut numbers: Vec<String> = named.map(|exhibit| exhibit.number.clone()).collect();
            numbers.sort();
            (path.clone(), numbers)
        });
        named.filter(|(_, numbers)| !numbers.is_empty()).collect()
    }

    /// Whether every decision is in the last commit as it is here, under the same name.
    pub(super) fn decisions_are_recorded(&self, ledger: &Ledger) -> Result<bool, Failure> {
        let is_safe = |path: &str| {
            let name = path.rsplit('/').next().unwrap_or(path);
            safe_name(name) == name
        };
        let decisions = self.decisions.iter().map(|(path, bytes)| (path.as_str(), &bytes[..]));
        Ok(self.decisions.iter().all(|(path, _)| is_safe(path))
            && ledger.has_exactly(&self.folder, decisions)?)
    }

    /// The path in a bundle of each decision, by its digest.
    pub(super) fn decisions_by_digest(&self) -> BTreeMap<Digest, String> {
        self.in_bag().map(|(bytes, path)| (Digest::of(bytes), path)).collect()
    }

    /// The digests of the time stamps that decisions name.
    pub(super) fn stamps(&self) -> impl Iterator<Item = Digest> {
        self.stamps.iter().copied()
    }

    /// The decisions, each with its path in a bundle.
    fn in_bag(&self) -> impl Iterator<Item = (&[u8], String)> {
        let mut taken = Taken::default();
        self.decisions.iter().map(move |(path, bytes)| {
            let below = path.strip_prefix(&self.folder).unwrap_or(path);
            let below = below.strip_prefix("decisions/").unwrap_or(below);
            (bytes.as_slice(), taken.path(&format!("03-decisions/{below}")))
        })
    }

    /// Puts every file into the bag, under safe names; the bytes of originals and other files
    /// are in the bag from then on.
    pub(super) fn put_into(&mut self, bag: &mut Bag) {
        for exhibit in self.exhibits.iter().filter(|exhibit| !exhibit.absent) {
            let bytes = self.evidence.remove(&exhibit.source).unwrap_or_default();
            bag.add_known(&exhibit.path, bytes, exhibit.digest);
        }
        let mut taken = Taken::default();
        for (path, bytes) in &mut self.originals {
            let below = path.strip_prefix(&self.folder).unwrap_or(path);
            bag.add(&taken.path(&format!("02-originals/{below}")), std::mem::take(bytes));
        }
        for (bytes, path) in self.in_bag() {
            bag.add(&path, bytes);
        }
        bag.add("05-custody.csv", render::custody_csv(&self.exhibits));
    }
}

/// Why a file that is kept apart is not in the bundle.
enum LeftOut {
    Absent,
    Other,
    Large,
}

/// Takes in the files of exhibits that are kept apart, each read once; what is to be said of
/// those that are left out.
fn detached(
    vault: &Vault,
    notes: &BTreeMap<String, &Exhibit>,
    evidence: &mut BTreeMap<String, Vec<u8>>,
) -> Vec<Phrase> {
    let mut said = Vec::new();
    for (path, exhibit) in notes.iter().filter(|(_, exhibit)| exhibit.is_detached()) {
        if evidence.contains_key(path) {
            continue;
        }
        let left_out = match bytes_apart(vault, exhibit) {
            Ok(bytes) => {
                evidence.insert(path.clone(), bytes);
                continue;
            }
            Err(left_out) => left_out,
        };
        said.push(
            Phrase::new(match left_out {
                LeftOut::Absent => "bundle-detached-absent",
                LeftOut::Other => "bundle-detached-other",
                LeftOut::Large => "bundle-detached-large",
            })
            .with("path", exhibit.kept_at.as_deref().unwrap_or(path))
            .with("file", exhibit.file.as_str()),
        );
    }
    said
}

fn bytes_apart(vault: &Vault, exhibit: &Exhibit) -> Result<Vec<u8>, LeftOut> {
    if exhibit.size > LARGEST_APART {
        return Err(LeftOut::Large);
    }
    let found = vault.find_detached(exhibit).ok_or(LeftOut::Absent)?;
    // Another length is another file, and need not be read to say so.
    if found.metadata().map_err(|_| LeftOut::Absent)?.len() != exhibit.size {
        return Err(LeftOut::Other);
    }
    let bytes = files::read(&found).ok().flatten().ok_or(LeftOut::Absent)?;
    if Digest::of(&bytes) == exhibit.digest { Ok(bytes) } else { Err(LeftOut::Other) }
}

/// The path of an exhibit's file: it lies beside the note.
fn path_of(exhibit: &Exhibit) -> String {
    let folder = exhibit.note.rsplit_once('/').map_or("", |(folder, _)| folder);
    format!("{folder}/{}", exhibit.file.trim_start_matches("./"))
}

/// The same as the file's name is written on disk, which may put accents apart.
fn on_disk(exhibit: &Exhibit, evidence: &BTreeMap<String, Vec<u8>>) -> String {
    let path = path_of(exhibit);
    let same = |file: &&String| composed(file) == composed(&path);
    if evidence.contains_key(&path) {
        path
    } else {
        evidence.keys().find(same).cloned().unwrap_or(path)
    }
}

/// The files that only tell of what happened later.
fn later(case: &Case, as_of: AsOf) -> BTreeSet<String> {
    let mut told: Vec<(String, Moment)> = Vec::new();
    told.extend(case.incidents.iter().map(|one| (one.note.clone(), one.moment)));
    told.extend(case.decisions.iter().map(|one| (one.note.clone(), one.moment)));
    told.extend(case.messages.iter().map(|one| (one.note.clone(), one.moment)));
    told.extend(case.credits.iter().map(|one| (one.note.clone(), one.moment)));
    told.extend(case.pulses.iter().map(|one| (one.note.clone(), one.moment)));
    told.extend(case.exhibits.iter().map(|one| (one.note.clone(), one.moment)));
    told.extend(case.exhibits.iter().map(|one| (path_of(one), one.moment)));
    let known: BTreeSet<String> = told
        .iter()
        .filter(|(_, moment)| as_of.knows(*moment))
        .map(|(path, _)| path.clone())
        .collect();
    told.into_iter().map(|(path, _)| path).filter(|path| !known.contains(path)).collect()
}
