//! The anchors that cover one client's decisions, as they go into a bundle: digests, time
//! stamps and certificates, and no other client's name.

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

use jiff::Timestamp;

use super::collected::Collected;
use crate::anchor::{
    CheckedCertificate, LIST, Listed, ROOTS, RevocationList, Roots, Shelf, Stamp, StampState,
    Stamped, Statement, Token, TraceFault,
};
use crate::bundle::{Bag, safe_name};
use crate::failure::Failure;
use crate::ledger::Report;
use crate::model::{ClientId, Digest};
use crate::report::{ListView, StampView};
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

    /// What is told of the certificates between a time stamp and the root at this path; puts
    /// lists of revoked ones into the bag, and every certificate but the signer's.
    fn lists(&self, stamped: &Stamped, token: &Token, root: &str, bag: &mut Bag) -> Vec<ListView> {
        if stamped.certificates.iter().all(CheckedCertificate::is_unknown) {
            return Vec::new();
        }
        let mut lists = Vec::new();
        let mut issuer = root.to_owned();
        let signer = token.signer.fingerprint().to_hex();
        for one in stamped.certificates.iter().rev() {
            let certificate = token.certificate(&one.fingerprint);
            let certificate = certificate.filter(|_| one.fingerprint != signer).map(|between| {
                // Not among the roots: nobody is asked to trust it.
                let name = in_bag(&format!("{}.pem", &one.fingerprint[..8]));
                let path = name.replace(FOLDER, &format!("{FOLDER}/between"));
                bag.add(&path, between.to_pem());
                path
            });
            if let Some(view) = self.list(one, bag) {
                let issuer = Some(issuer.clone());
                lists.push(ListView { issuer, certificate: certificate.clone(), ..view });
            }
            issuer = certificate.unwrap_or(issuer);
        }
        lists.reverse();
        lists
    }

    /// What is told of a certificate that a list says something of; puts the list into the bag.
    fn list(&self, one: &CheckedCertificate, bag: &mut Bag) -> Option<ListView> {
        let name = one.list()?;
        let lists: String = self.roots.lists.of_file(name).map(RevocationList::to_pem).collect();
        let file = beside_root(name, &Digest::of(lists.as_bytes()).to_hex(), LIST);
        bag.add(&file, lists);
        let as_of = match &one.listed {
            Listed::Not { as_of, .. } => Some(as_of.strftime("%Y-%m-%d %H:%M:%SZ").to_string()),
            _ => None,
        };
        let (name, serial) = (one.name.clone(), one.serial.clone());
        Some(ListView { file, name, serial, issuer: None, certificate: None, as_of })
    }

    /// What is told of a time stamp that covers this client or is named by a decision; puts the
    /// certificate that it leads to, and lists of revoked ones, into the bag.
    fn view(&self, stamp: &Stamp, bag: &mut Bag) -> Option<StampView> {
        let token = stamp.token.as_ref()?;
        let covers = self.covering.contains(&token.digest);
        let is_named = self.named.contains(&stamp.file);
        if !covers && !is_named {
            return None;
        }
        let (root, lists) = match &stamp.state {
            StampState::Good(stamped) => {
                let root = self.roots.find(&stamped.fingerprint)?.to_pem();
                let path = beside_root(&stamped.root_file, &stamped.fingerprint, ".pem");
                bag.add(&path, root);
                let lists = self.lists(stamped, token, &path, bag);
                (Some((path, stamped.fingerprint.clone())), lists)
            }
            StampState::Untraced(TraceFault::Revoked { certificate, .. }) => {
                (None, Vec::from_iter(self.list(certificate, bag)))
            }
            StampState::Untraced(_) => (None, Vec::new()),
            _ => return None,
        };
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
            taken_out: in_bag(&stamp.path).replace(FOLDER, "..").replace(".tsr", ""),
            lists,
            heads: heads.iter().filter_map(|head| self.decisions.get(head).cloned()).collect(),
            named: is_named,
        })
    }
}

/// `04-anchors/roots/tsa-4be109aa.pem`, from the name of a file beside the roots.
fn beside_root(file: &str, digest: &str, ending: &str) -> String {
    let name = Path::new(file).file_stem().unwrap_or_default().to_string_lossy();
    let short = digest.get(..8).unwrap_or_default();
    in_bag(&format!("{name}-{short}{ending}")).replace(FOLDER, &format!("{FOLDER}/roots"))
}

/// `04-anchors/2026-11-22-k3f9.json`; a name that is typed in a command has no spaces or quotes.
fn in_bag(path: &str) -> String {
    let name = safe_name(path.rsplit('/').next().unwrap_or(path));
    let plain = |c: char| if c.is_ascii_alphanumeric() || "-._".contains(c) { c } else { '_' };
    format!("{FOLDER}/{}", name.chars().map(plain).collect::<String>())
}
