//! Whether the certificates of a time stamp were revoked, as far as the lists say that the user
//! keeps beside the roots.
//!
//! Which list is whose is found by its signature. A list says what was so on its day: it proves
//! nothing of a later one.

use std::cmp::Reverse;

use jiff::Timestamp;

use super::certificate::Certificate;
use super::fault::{ListFault, shown};
use super::reason::Reason;
use super::revocation_list::RevocationList;
use super::token::Token;
use crate::phrase::Phrase;

/// The most lists that are kept: each of them may cost every time stamp a signature.
const MOST_LISTS: usize = 256;

/// Lists of revoked certificates, each with its file.
#[derive(Clone, Debug, Default)]
pub struct Lists {
    lists: Vec<(String, RevocationList)>,
    /// Files that hold none, or one that cannot be used.
    faulty: Vec<(String, ListFault)>,
}

/// A certificate between a time stamp and the root, and what the lists say of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CheckedCertificate {
    /// Whose it is.
    pub name: String,
    /// Its serial number, in hexadecimal digits.
    pub serial: String,
    /// Its SHA-256 fingerprint, in hexadecimal digits.
    pub fingerprint: String,
    /// What the lists say.
    pub listed: Listed,
    /// Where a newer list can be fetched, by the certificate itself.
    pub address: Option<String>,
}

/// What the lists say of a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Listed {
    /// There is none by its issuer that can be used.
    NoList,
    /// The newest does not name it.
    Not {
        /// The list's file.
        list: String,
        /// When the list was made.
        as_of: Timestamp,
        /// Whether that was before the time stamp, so that it says nothing of its moment.
        before_stamp: bool,
    },
    /// One names it.
    Revoked(Revocation),
}

/// That a list names a certificate.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Revocation {
    /// The list's file.
    pub list: String,
    /// Since when the certificate does not count.
    pub since: Timestamp,
    /// Why, where the list says so.
    pub reason: Option<Reason>,
}

impl Lists {
    /// Adds the lists of a file.
    pub fn add(&mut self, file: &str, bytes: &[u8]) {
        match RevocationList::parse(bytes) {
            Ok(lists) if self.lists.len() + lists.len() > MOST_LISTS => {
                self.faulty.push((file.to_owned(), ListFault::TooMany));
            }
            Ok(lists) => {
                self.lists.extend(lists.into_iter().map(|list| (file.to_owned(), list)));
            }
            Err(fault) => self.faulty.push((file.to_owned(), fault)),
        }
    }

    /// The lists of a file.
    pub fn of_file<'l>(&'l self, file: &'l str) -> impl Iterator<Item = &'l RevocationList> {
        self.lists.iter().filter(move |(name, _)| name == file).map(|(_, list)| list)
    }

    /// Those about a certificate, by its issuer; the newest first.
    fn about(
        &self,
        certificate: &Certificate,
        issuer: &Certificate,
    ) -> Vec<&(String, RevocationList)> {
        let lists = self.lists.iter();
        let lists =
            lists.filter(|(_, list)| list.is_by(issuer).is_ok() && list.covers(certificate));
        let mut lists: Vec<_> = lists.collect();
        lists.sort_by_key(|(_, list)| Reverse(list.this_update));
        lists
    }

    /// What they say of a certificate that vouches for a time stamp.
    pub(super) fn check(
        &self,
        certificate: &Certificate,
        issuer: &Certificate,
        stamp: &Token,
    ) -> CheckedCertificate {
        let lists = self.about(certificate, issuer);
        // An older list counts too: newer ones leave out what has expired. A hold may be lifted.
        let entries = lists.iter().enumerate().filter_map(|(age, (file, list))| {
            let entry = list.entry(&certificate.serial)?;
            (age == 0 || entry.reason != Some(Reason::Hold)).then_some((file, entry))
        });
        let listed = match (entries.into_iter().next(), lists.first()) {
            (Some((file, entry)), _) => {
                let (list, since, reason) = (file.clone(), entry.since, entry.reason);
                Listed::Revoked(Revocation { list, since, reason })
            }
            (None, Some((file, list))) => Listed::Not {
                list: file.clone(),
                as_of: list.this_update,
                before_stamp: list.this_update < stamp.at,
            },
            (None, None) => Listed::NoList,
        };
        CheckedCertificate {
            name: certificate.name(),
            serial: certificate.serial(),
            fingerprint: certificate.fingerprint().to_hex(),
            listed,
            address: certificate.list_address().map(str::to_owned),
        }
    }

    /// What is wrong with the lists, by file: those that cannot be read or used, those by none
    /// of these certificates or about none of them, and those that are out of date `now`.
    pub(super) fn faults(
        &self,
        certificates: &[&Certificate],
        now: Option<Timestamp>,
    ) -> Vec<(String, ListFault)> {
        let mut faults = self.faulty.clone();
        for (file, list) in &self.lists {
            faults
                .extend(self.fault_of(list, certificates, now).map(|fault| (file.clone(), fault)));
        }
        faults.sort_by(|(a, _), (b, _)| a.cmp(b));
        faults.dedup();
        faults
    }

    fn fault_of(
        &self,
        list: &RevocationList,
        certificates: &[&Certificate],
        now: Option<Timestamp>,
    ) -> Option<ListFault> {
        let mut fault = ListFault::UnknownIssuer(list.issuer_name());
        let is_by_one = certificates.iter().any(|issuer| match list.is_by(issuer) {
            Ok(()) => true,
            Err(ListFault::UnknownIssuer(_)) => false,
            Err(other) => {
                fault = other;
                false
            }
        });
        if !is_by_one {
            return Some(fault);
        }
        let issued = |one: &&&Certificate| one.issuer == list.issuer && one.subject != one.issuer;
        let issued: Vec<_> = certificates.iter().filter(issued).collect();
        let about: Vec<_> = issued.iter().filter(|one| list.covers(one)).collect();
        if about.is_empty() && !issued.is_empty() {
            return Some(ListFault::Elsewhere(list.issuer_name()));
        }
        let ended = list.next_update.filter(|next| now.is_some_and(|now| *next < now))?;
        let is_newer = |other: &RevocationList| {
            other.issuer == list.issuer && other.this_update > list.this_update
        };
        if self.lists.iter().any(|(_, other)| is_newer(other)) {
            return None;
        }
        let address = about.iter().find_map(|one| one.list_address()).map(str::to_owned);
        Some(ListFault::Outdated { made: list.this_update, ended, address })
    }
}

impl CheckedCertificate {
    /// Why no time stamp counts that it vouches for and that may be as late as this; `None`
    /// where nothing is known against it.
    pub(super) fn stops(&self, latest: Timestamp) -> Option<&Revocation> {
        let Listed::Revoked(revoked) = &self.listed else { return None };
        let spares = revoked.reason.is_some_and(Reason::spares_earlier);
        (!spares || revoked.since <= latest).then_some(revoked)
    }

    /// Whether no list says anything of it.
    pub fn is_unknown(&self) -> bool {
        self.listed == Listed::NoList
    }

    /// The file of the list that says something of it.
    pub fn list(&self) -> Option<&str> {
        match &self.listed {
            Listed::NoList => None,
            Listed::Not { list, .. } => Some(list),
            Listed::Revoked(revoked) => Some(&revoked.list),
        }
    }

    /// That it was revoked, and that the time stamp stands nevertheless.
    pub fn revoked_later(&self) -> Option<Phrase> {
        let Listed::Revoked(Revocation { list, since, reason }) = &self.listed else { return None };
        let said = about("revoked-later", &self.name, *since, list);
        Some(said.with("reason", (*reason)?.phrase()))
    }

    /// That it was not revoked, and as of when.
    pub fn not_revoked(&self) -> Option<Phrase> {
        let Listed::Not { list, as_of, .. } = &self.listed else { return None };
        Some(about("certificate-not-revoked", &self.name, *as_of, list))
    }

    /// That the list is too old to say anything of the time stamp's moment.
    pub fn too_early(&self) -> Option<Phrase> {
        let Listed::Not { list, as_of, before_stamp: true } = &self.listed else { return None };
        Some(about("certificate-list-too-early", &self.name, *as_of, list))
    }
}

impl Revocation {
    /// Why a time stamp does not count for which the certificate of this name vouches.
    pub(super) fn phrase(&self, name: &str) -> Phrase {
        let said = |key| about(key, name, self.since, &self.list);
        match self.reason {
            None => said("revoked-without-reason"),
            Some(reason) => said(match reason {
                Reason::Hold => "revoked-for-now",
                _ if reason.spares_earlier() => "revoked-before",
                _ => "revoked-for-all",
            })
            .with("reason", reason.phrase()),
        }
    }
}

/// A sentence on a certificate: its name, a moment, the list.
fn about(key: &'static str, name: &str, at: Timestamp, list: &str) -> Phrase {
    Phrase::new(key).with("name", name).with("at", shown(at)).with("list", list)
}
