//! From the certificate of a time stamp to one that the user trusts (RFC 5280, 6).
//!
//! Judged at the time of the stamp, and by the lists of revoked certificates that are here.

use jiff::Timestamp;

use super::certificate::Certificate;
use super::fault::{ListFault, TraceFault};
use super::revocation::{CheckedCertificate, Lists};
use super::token::Token;
use crate::pubkey::pem;

/// The most steps from the signer to the root.
const LONGEST: usize = 6;
/// The most signatures that are checked for one time stamp.
const MOST_CHECKS: usize = 100;
/// The most certificates that a folder of roots may hold.
const MOST_ROOTS: usize = 256;

/// The certificates of the authorities that the user trusts, each with its file.
#[derive(Clone, Debug, Default)]
pub struct Roots {
    trusted: Vec<(String, Certificate)>,
    /// Files without a certificate that can be read.
    pub faulty: Vec<String>,
    /// Their lists of revoked certificates.
    pub lists: Lists,
}

/// A time stamp of an authority that the user trusts.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Stamped {
    /// The file with the certificate that the user trusts.
    pub root_file: String,
    /// Whose it is.
    pub root: String,
    /// Its SHA-256 fingerprint, in hexadecimal digits.
    pub fingerprint: String,
    /// The certificates below that one, the signer's first, and what the lists say of them.
    pub certificates: Vec<CheckedCertificate>,
}

impl Roots {
    /// Adds the certificates of a file, in DER or PEM.
    pub fn add(&mut self, file: &str, bytes: &[u8]) {
        let before = self.trusted.len();
        for certificate in certificates(bytes) {
            if self.trusted.len() < MOST_ROOTS {
                self.trusted.push((file.to_owned(), certificate));
            }
        }
        if self.trusted.len() == before {
            self.faulty.push(file.to_owned());
        }
    }

    /// Whether none is given.
    pub const fn is_empty(&self) -> bool {
        self.trusted.is_empty()
    }

    /// The certificate of this fingerprint.
    pub fn find(&self, fingerprint: &str) -> Option<&Certificate> {
        let mut roots = self.trusted.iter().map(|(_, certificate)| certificate);
        roots.find(|certificate| certificate.fingerprint().to_hex() == fingerprint)
    }

    /// What is wrong with the lists of revoked certificates, by file, held against the
    /// certificates here and in these time stamps; without `now` none is out of date.
    pub fn list_faults<'t>(
        &'t self,
        tokens: impl Iterator<Item = &'t Token>,
        now: Option<Timestamp>,
    ) -> Vec<(String, ListFault)> {
        let trusted = self.trusted.iter().map(|(_, certificate)| certificate);
        let mut all: Vec<_> = trusted.chain(tokens.flat_map(|one| &one.certificates)).collect();
        all.sort_by_key(|one| one.bytes());
        all.dedup_by_key(|one| one.bytes());
        self.lists.faults(&all, now)
    }
}

/// The certificates in a file; those that cannot be read are left out.
fn certificates(bytes: &[u8]) -> Vec<Certificate> {
    if let Some(certificate) = Certificate::parse(bytes) {
        return vec![certificate];
    }
    let blocks = pem::blocks("CERTIFICATE", bytes).into_iter().flatten();
    blocks.filter_map(|block| Certificate::parse(&block)).collect()
}

impl Token {
    /// Follows the certificates from the signer's to one that the user trusts.
    ///
    /// # Errors
    /// Why none of the ways leads there; where several fail, the one that came nearest.
    pub fn trace(&self, roots: &Roots) -> Result<Stamped, TraceFault> {
        valid_then(&self.signer, self.at, false)?;
        if self.signer.extensions.unknown_critical {
            return Err(TraceFault::NotAllowed(self.signer.name()));
        }
        if roots.is_empty() {
            return Err(TraceFault::NoRoots);
        }
        let mut search = Search { token: self, roots, left: MOST_CHECKS, nearest: None };
        match search.from(&self.signer, &mut Vec::new()) {
            Some(stamped) => Ok(stamped),
            None => Err(search
                .nearest
                .unwrap_or_else(|| TraceFault::UnknownRoot(self.signer.issuer_name()))),
        }
    }
}

struct Search<'s> {
    token: &'s Token,
    roots: &'s Roots,
    /// How many more signatures may be checked.
    left: usize,
    /// Why the way that came nearest to a root did not lead there.
    nearest: Option<TraceFault>,
}

impl<'s> Search<'s> {
    /// A root above this certificate; `below` are those on the way up to it.
    fn from(
        &mut self,
        certificate: &'s Certificate,
        below: &mut Vec<&'s Certificate>,
    ) -> Option<Stamped> {
        if let Some(found) = self.at_root(certificate, below) {
            return Some(found);
        }
        below.push(certificate);
        let issuers = self.token.certificates.iter();
        for issuer in issuers.filter(|issuer| issuer.subject == certificate.issuer) {
            let is_new = below.iter().all(|known| known.bytes() != issuer.bytes());
            if !is_new || below.len() > LONGEST || !self.issued(certificate, issuer) {
                continue;
            }
            if let Err(fault) = may_issue(issuer, below.len() - 1, self.token.at, false) {
                self.nearest.get_or_insert(fault);
                continue;
            }
            if let Some(found) = self.from(issuer, below) {
                return Some(found);
            }
        }
        if self.nearest.is_none() {
            self.nearest = Some(TraceFault::UnknownRoot(certificate.issuer_name()));
        }
        below.pop();
        None
    }

    /// Where the user trusts this certificate or the one above it.
    fn at_root(
        &mut self,
        certificate: &'s Certificate,
        below: &[&'s Certificate],
    ) -> Option<Stamped> {
        for (file, root) in &self.roots.trusted {
            let itself = root.bytes() == certificate.bytes();
            let above = root.subject == certificate.issuer;
            let leads = itself || above && self.issued(certificate, root);
            if !leads {
                continue;
            }
            let sound = if itself {
                valid_then(root, self.token.at, true)
            } else {
                may_issue(root, below.len(), self.token.at, true)
            };
            let mut way = [below, &[certificate]].concat();
            way.extend((!itself).then_some(root));
            match sound.and_then(|()| self.not_revoked(&way)) {
                Ok(certificates) => {
                    return Some(Stamped {
                        root_file: file.clone(),
                        root: root.name(),
                        fingerprint: root.fingerprint().to_hex(),
                        certificates,
                    });
                }
                Err(fault) => self.nearest = Some(fault),
            }
        }
        None
    }

    /// What the lists say of the certificates on a way up to a root, but for the root itself.
    fn not_revoked(&self, way: &[&Certificate]) -> Result<Vec<CheckedCertificate>, TraceFault> {
        let pairs = way.iter().zip(way.iter().skip(1));
        let checked = pairs.map(|(one, issuer)| {
            let certificate = self.roots.lists.check(one, issuer, self.token);
            match certificate.stops(self.token.latest()).cloned() {
                Some(by) => Err(TraceFault::Revoked { certificate: Box::new(certificate), by }),
                None => Ok(certificate),
            }
        });
        checked.collect()
    }

    fn issued(&mut self, certificate: &Certificate, issuer: &Certificate) -> bool {
        match self.left.checked_sub(1) {
            Some(left) => {
                self.left = left;
                certificate.is_issued_by(issuer)
            }
            None => false,
        }
    }
}

/// Whether a certificate may stand above `between` others that issue, at that time.
fn may_issue(
    issuer: &Certificate,
    between: usize,
    at: Timestamp,
    is_root: bool,
) -> Result<(), TraceFault> {
    valid_then(issuer, at, is_root)?;
    let long = issuer.extensions.path_length.and_then(|length| usize::try_from(length).ok());
    let long = long.is_some_and(|length| between > length);
    if !issuer.may_issue() || issuer.extensions.unknown_critical || long {
        return Err(TraceFault::NotAllowed(issuer.name()));
    }
    Ok(())
}

fn valid_then(certificate: &Certificate, at: Timestamp, is_root: bool) -> Result<(), TraceFault> {
    if certificate.is_valid_at(at) {
        return Ok(());
    }
    Err(TraceFault::NotValidThen {
        name: certificate.name(),
        is_root,
        from: certificate.not_before,
        to: certificate.not_after,
    })
}
