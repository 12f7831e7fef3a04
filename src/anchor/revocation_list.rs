//! Lists of revoked certificates (RFC 5280, 5), as far as time stamps need them: whole lists, by
//! the authority that issued the certificates in them.

use std::collections::HashMap;
use std::collections::hash_map::Entry as Slot;

use jiff::Timestamp;

use super::certificate::{Certificate, Signed, name_in};
use super::extension::{Extension, extensions, names_in};
use super::fault::ListFault;
use super::reason::Reason;
use crate::pubkey::asn1::{Element, Elements, Malformed, ObjectIdentifier, tag};
use crate::pubkey::key::{Check, Hash, Scheme};
use crate::pubkey::pem;

const DELTA: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.27");
const SCOPE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.28");
const REASON: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.21");
const INVALID_SINCE: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.24");
const OTHER_ISSUER: ObjectIdentifier = ObjectIdentifier::new_unwrap("2.5.29.29");

/// The label of a list in PEM.
const LABEL: &str = "X509 CRL";

/// The largest file of lists that is read, in bytes: authorities with many customers have long
/// ones.
pub const LARGEST_LIST: usize = 16 << 20;

/// A list of revoked certificates.
#[derive(Clone, Debug)]
pub struct RevocationList {
    whole: Vec<u8>,
    pub(super) issuer: Vec<u8>,
    /// When it was made.
    pub this_update: Timestamp,
    /// By when the authority makes the next one, where it says so.
    pub next_update: Option<Timestamp>,
    scheme: Scheme,
    /// The digest of what is signed; `None` where the function is not used here.
    digest: Option<(Hash, Vec<u8>)>,
    signature: Vec<u8>,
    entries: HashMap<Vec<u8>, Entry>,
    scope: Scope,
}

/// What a list says of one certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Entry {
    /// Since when it does not count: when it was revoked or, if that is earlier, when it became
    /// invalid, as far as the authority knows (RFC 5280, 5.3.2).
    pub(super) since: Timestamp,
    /// Why, where the list says so.
    pub(super) reason: Option<Reason>,
}

/// Which certificates of its issuer a list is about.
#[derive(Clone, Debug, Default)]
struct Scope {
    /// Only those that name one of these places.
    places: Option<Vec<Vec<u8>>>,
    only_users: bool,
    only_authorities: bool,
}

impl From<Malformed> for ListFault {
    fn from(_: Malformed) -> Self {
        Self::Unreadable
    }
}

impl RevocationList {
    /// Reads the lists in a file: one in DER, or any number in PEM.
    ///
    /// # Errors
    /// Why the file is none, or holds one that cannot be used.
    pub fn parse(bytes: &[u8]) -> Result<Vec<Self>, ListFault> {
        if bytes.len() > LARGEST_LIST {
            return Err(ListFault::TooLarge);
        }
        let blocks = pem::blocks(LABEL, bytes);
        if blocks.is_empty() {
            return Ok(vec![Self::read(bytes)?]);
        }
        blocks.iter().map(|block| Self::read(block.as_ref().ok_or(Malformed)?)).collect()
    }

    fn read(bytes: &[u8]) -> Result<Self, ListFault> {
        let Signed { signed, scheme, signature } = Signed::read(bytes)?;
        let mut fields = signed.inside();
        if let Some(version) = fields.maybe(tag::INTEGER)?
            && version.value != [1]
        {
            return Err(ListFault::Unreadable);
        }
        // The algorithm is named twice, once where the signature covers it.
        if Scheme::read(&fields.expect(tag::SEQUENCE)?)? != scheme {
            return Err(ListFault::Unreadable);
        }
        let issuer = fields.expect(tag::SEQUENCE)?.whole.to_vec();
        let this_update = fields.next()?.instant()?;
        let mut next_update = None;
        for kind in [tag::UTC_TIME, tag::TIME] {
            if let Some(said) = fields.maybe(kind)? {
                next_update = Some(said.instant()?);
                break;
            }
        }
        let listed = fields.maybe(tag::SEQUENCE)?;
        let scope = match fields.maybe(tag::around(0))? {
            Some(list) => Scope::read(Element::only(list.value)?.inside())?,
            None => Scope::default(),
        };
        fields.finish()?;
        let entries = match listed {
            Some(listed) => entries(listed.inside())?,
            None => HashMap::new(),
        };
        let digest = scheme.hash().map(|hash| (hash, hash.digest(signed.whole)));
        let (whole, signature) = (bytes.to_vec(), signature.to_vec());
        Ok(Self {
            whole,
            issuer,
            this_update,
            next_update,
            scheme,
            digest,
            signature,
            entries,
            scope,
        })
    }

    /// Whose list it is: the common name of its issuer, else the organisation, else nothing.
    pub fn issuer_name(&self) -> String {
        name_in(&self.issuer)
    }

    /// How many certificates it names.
    pub fn count(&self) -> usize {
        self.entries.len()
    }

    /// The list in the form of PEM, for programs that take no other.
    pub fn to_pem(&self) -> String {
        pem::block(LABEL, &self.whole).unwrap_or_default()
    }

    /// Whether the authority with this certificate made it.
    ///
    /// # Errors
    /// Why it is not known to have, or must not.
    pub(super) fn is_by(&self, issuer: &Certificate) -> Result<(), ListFault> {
        if self.issuer != issuer.subject {
            return Err(ListFault::UnknownIssuer(self.issuer_name()));
        }
        let checked = match &self.digest {
            Some((hash, digest)) => {
                issuer.key.check_hashed(self.scheme, *hash, digest, &self.signature)
            }
            None => issuer.key.check(self.scheme, None, &[], &self.signature),
        };
        match checked {
            Check::Fits if issuer.may_sign_lists() => Ok(()),
            Check::Fits => Err(ListFault::NotAllowed(issuer.name())),
            Check::Bad => Err(ListFault::BadSignature(issuer.name())),
            Check::Unsupported(name) => Err(ListFault::Unsupported(name)),
        }
    }

    /// Whether it is about this certificate of its issuer.
    pub(super) fn covers(&self, certificate: &Certificate) -> bool {
        let Scope { places, only_users, only_authorities } = &self.scope;
        let extensions = &certificate.extensions;
        let of_kind = if extensions.is_authority { !only_users } else { !only_authorities };
        let places = places.as_ref();
        of_kind && places.is_none_or(|all| all.iter().any(|one| extensions.points.contains(one)))
    }

    /// What it says of its issuer's certificate with this number; `None` where it does not name it.
    pub(super) fn entry(&self, serial: &[u8]) -> Option<Entry> {
        self.entries.get(serial).copied()
    }
}

impl Scope {
    /// Reads the extensions of a list.
    fn read(list: Elements<'_>) -> Result<Self, ListFault> {
        let mut scope = Self::default();
        for Extension { oid, critical, value } in extensions(list)? {
            match oid {
                DELTA => return Err(ListFault::Delta),
                SCOPE => {
                    let mut parts = Element::only(value)?.inside();
                    if let Some(point) = parts.maybe(tag::around(0))? {
                        scope.places = Some(names_in(&point)?);
                    }
                    let mut says = |number| -> Result<bool, Malformed> {
                        let said = parts.maybe(tag::plain(number))?;
                        Ok(said.is_some_and(|said| said.value != [0]))
                    };
                    (scope.only_users, scope.only_authorities) = (says(1)?, says(2)?);
                    let some_reasons = says(3)?;
                    if says(4)? {
                        return Err(ListFault::Indirect);
                    }
                    if some_reasons || says(5)? {
                        return Err(ListFault::Partial);
                    }
                    parts.finish()?;
                }
                other if critical => return Err(ListFault::UnknownCritical(other.to_string())),
                _ => {}
            }
        }
        Ok(scope)
    }
}

fn entries(mut list: Elements<'_>) -> Result<HashMap<Vec<u8>, Entry>, ListFault> {
    let mut entries = HashMap::new();
    while !list.is_empty() {
        let mut parts = list.expect(tag::SEQUENCE)?.inside();
        let serial = parts.expect(tag::INTEGER)?.value.to_vec();
        let mut entry = Entry { since: parts.next()?.instant()?, reason: None };
        if let Some(list) = parts.maybe(tag::SEQUENCE)? {
            entry.read(list.inside())?;
        }
        parts.finish()?;
        match entries.entry(serial) {
            Slot::Vacant(slot) => drop(slot.insert(entry)),
            // Named twice, which no list should do: what leaves less standing counts.
            Slot::Occupied(mut slot) if entry.weight() < slot.get().weight() => {
                slot.insert(entry);
            }
            Slot::Occupied(_) => {}
        }
    }
    Ok(entries)
}

impl Entry {
    /// Reads the extensions of an entry. One that must be understood, and is not, makes the
    /// whole list useless (RFC 5280, 5.3).
    fn read(&mut self, list: Elements<'_>) -> Result<(), ListFault> {
        for Extension { oid, critical, value } in extensions(list)? {
            match oid {
                REASON => {
                    let code = Element::only(value)?;
                    if code.tag != tag::ENUMERATED {
                        return Err(ListFault::Unreadable);
                    }
                    self.reason = Some(Reason::of(code.small()?));
                }
                INVALID_SINCE => {
                    self.since = self.since.min(Element::only(value)?.instant()?);
                }
                OTHER_ISSUER => return Err(ListFault::Indirect),
                other if critical => return Err(ListFault::UnknownCritical(other.to_string())),
                _ => {}
            }
        }
        Ok(())
    }

    fn weight(self) -> (bool, Timestamp) {
        (self.reason.is_some_and(Reason::spares_earlier), self.since)
    }
}
