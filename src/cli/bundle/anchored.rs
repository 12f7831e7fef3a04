//! The anchors that cover one client's decisions, as they go into a bundle: digests, time
//! stamps and certificates, and no other client's name.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::Timestamp;

use super::collected::Collected;
use crate::anchor::{ROOTS, Roots, Shelf, Stamp, StampState, Statement};
use crate::bundle::{Bag, safe_name};
use crate::failure::Failure;
use crate::ledger::Report;
use crate::model::{ClientId, Digest};
use crate::report::StampView;
use crate::vault::{Vault, anchors};

/// The folder of a bundle that holds them.
const FOLDER: &str = "04-anchors";

/// What is known of the anchors while a bundle is made.
pub(super) struct Anchored {
    shelf: Shelf,
    roots: Roots,
    files: BTreeMap<String, Vec<u8>>,
    /// The statements that cover this client, by digest.
    covering: BTreeSet<Digest>,
    /// The time stamps that this client's decisions name.
    named: BTreeSet<Digest>,
    /// The path in the bundle of each decision.
    decisions: BTreeMap<Digest, String>,
}

impl Anchored {
    /// Reads the anchors; `report` is of this client alone, and what was claimed after `until`
    /// is left out.
    pub(super) fn read(
        vault: &Vault,
        report: &Report,
        collected: &Collected,
        until: Option<Timestamp>,
    ) -> Result<Self, Failure> {
        let roots = anchors::roots(&vault.root().join(ROOTS))?;
        let known = |one: &Statement| until.is_none_or(|until| one.claimed <= until);
        let covers = report.anchors.iter().filter(|one| !one.clients.is_empty());
        let covers = covers.filter(|one| one.statement.as_ref().is_some_and(known));
        let covering = covers.filter_map(|one| one.digest).collect();
        let named = collected.stamps().collect();
        let decisions = collected.decisions_by_digest();
        let shelf = vault.shelf(None)?;
        let files = vault.anchor_files()?.into_iter().collect();
        Ok(Self { shelf, roots, files, covering, named, decisions })
    }

    /// Puts the files into the bag; what a stranger is told about each time stamp.
    pub(super) fn put_into(&self, bag: &mut Bag, id: &ClientId) -> Vec<StampView> {
        let mut paths = BTreeSet::new();
        for digest in &self.covering {
            let Some((path, _)) = self.shelf.statements.get(digest) else { continue };
            paths.insert(path.clone());
            let query = path.replace(".json", ".tsq");
            paths.extend(Some(query).filter(|query| self.files.contains_key(query)));
        }
        for proof in &self.shelf.proofs {
            let digest = proof.found.as_ref().ok().map(|found| found.digest);
            if digest.is_some_and(|digest| self.covering.contains(&digest)) {
                paths.insert(proof.path.clone());
            }
        }
        let own = format!("casefile {id} ");
        for (path, told) in &self.shelf.witnessed {
            let only = !told.lines.is_empty() && told.lines.iter().all(|one| one.starts_with(&own));
            if only && self.covering.contains(&told.statement) {
                paths.insert(path.clone());
            }
        }
        let mut views = Vec::new();
        for stamp in &self.shelf.stamps {
            if let Some(view) = self.view(stamp, bag) {
                paths.insert(stamp.path.clone());
                views.push(view);
            }
        }
        for path in paths {
            if let Some(bytes) = self.files.get(&path) {
                bag.add(&in_bag(&path), bytes.as_slice());
            }
        }
        views
    }

    /// What is told of a time stamp that covers this client or is named by a decision; puts the
    /// certificate that it leads to into the bag.
    fn view(&self, stamp: &Stamp, bag: &mut Bag) -> Option<StampView> {
        let token = stamp.token.as_ref()?;
        let root = match &stamp.state {
            StampState::Good(stamped) => {
                let name = Path::new(&stamped.root_file).file_stem().unwrap_or_default();
                let short = stamped.fingerprint.get(..8).unwrap_or_default();
                let name = format!("{}-{short}.pem", name.to_string_lossy());
                let path = in_bag(&name).replace(FOLDER, &format!("{FOLDER}/roots"));
                bag.add(&path, self.roots.find(&stamped.fingerprint)?.to_pem());
                Some((path, stamped.fingerprint.clone()))
            }
            StampState::Untraced(_) => None,
            _ => return None,
        };
        let covers = self.covering.contains(&token.digest);
        let is_named = self.named.contains(&stamp.file);
        if !covers && !is_named {
            return None;
        }
        let statement = self.shelf.statements.get(&token.digest).filter(|_| covers);
        let heads = statement.map(|(_, one)| one.heads.as_slice()).unwrap_or_default();
        let (root, fingerprint) = root.unzip();
        Some(StampView {
            file: in_bag(&stamp.path),
            imprint: token.digest.to_hex(),
            statement: statement.map(|(path, _)| in_bag(path)),
            at: token.at.strftime("%Y-%m-%d %H:%M:%SZ").to_string(),
            epoch: token.at.as_second(),
            authority: token.signer.name(),
            root,
            fingerprint,
            heads: heads.iter().filter_map(|head| self.decisions.get(head).cloned()).collect(),
            named: is_named,
        })
    }
}

/// `04-anchors/2026-11-22-k3f9.json`; a name that is typed in a command has no spaces or quotes.
fn in_bag(path: &str) -> String {
    let name = safe_name(path.rsplit('/').next().unwrap_or(path));
    let plain = |c: char| if c.is_ascii_alphanumeric() || "-._".contains(c) { c } else { '_' };
    format!("{FOLDER}/{}", name.chars().map(plain).collect::<String>())
}
