//! The extensions of certificates and of revocation lists (RFC 5280, 4.2 and 5.2), and the names
//! of the places that lists are fetched from.

use crate::pubkey::asn1::{Element, Elements, Malformed, ObjectIdentifier, tag};

/// One extension.
pub(super) struct Extension<'a> {
    pub(super) oid: ObjectIdentifier,
    /// Whether who does not understand it must stop.
    pub(super) critical: bool,
    /// What is in its octets.
    pub(super) value: &'a [u8],
}

/// The extensions in a list, in their order.
pub(super) fn extensions(mut list: Elements<'_>) -> Result<Vec<Extension<'_>>, Malformed> {
    let mut found = Vec::new();
    while !list.is_empty() {
        let mut parts = list.expect(tag::SEQUENCE)?.inside();
        let oid = parts.expect(tag::OID)?.oid()?;
        let critical = parts.maybe(tag::BOOLEAN)?.is_some_and(|said| said.truth() != Ok(false));
        let value = parts.expect(tag::OCTET_STRING)?.value;
        parts.finish()?;
        found.push(Extension { oid, critical, value });
    }
    Ok(found)
}

/// The names in a `DistributionPointName`, each as it is written; none where it is given
/// relative to its issuer.
pub(super) fn names_in(point: &Element<'_>) -> Result<Vec<Vec<u8>>, Malformed> {
    let mut names = Vec::new();
    if let Some(full) = point.inside().maybe(tag::around(0))? {
        let mut left = full.inside();
        while !left.is_empty() {
            names.push(left.next()?.whole.to_vec());
        }
    }
    Ok(names)
}

/// The names of the places where the issuer of a certificate puts its lists
/// (`CRLDistributionPoints`); those of lists that somebody else issues are left out.
pub(super) fn points_in(value: &[u8]) -> Result<Vec<Vec<u8>>, Malformed> {
    let mut names = Vec::new();
    let mut points = Element::only(value)?.inside();
    while !points.is_empty() {
        let mut parts = points.expect(tag::SEQUENCE)?.inside();
        let point = parts.maybe(tag::around(0))?;
        parts.maybe(tag::plain(1))?;
        let by_another = parts.maybe(tag::around(2))?.is_some();
        if let Some(point) = point.filter(|_| !by_another) {
            names.extend(names_in(&point)?);
        }
    }
    Ok(names)
}

/// The first of these names that is an address of the web and can be typed in a command.
pub(super) fn web_address(names: &[Vec<u8>]) -> Option<&str> {
    const ADDRESS: u8 = tag::plain(6);
    let is_plain = |c: char| c.is_ascii_alphanumeric() || "-._~:/?#&=%+,@".contains(c);
    let addresses = names.iter().filter_map(|name| {
        let name = Element::only(name).ok().filter(|name| name.tag == ADDRESS)?;
        std::str::from_utf8(name.value).ok()
    });
    addresses.into_iter().find(|address| {
        let is_web = address.starts_with("http://") || address.starts_with("https://");
        is_web && address.chars().all(is_plain)
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pubkey::asn1::wrap;

    #[test]
    fn an_address_that_a_shell_could_misread_is_not_offered() {
        let name = |text: &str| wrap(tag::plain(6), text.as_bytes());
        let ldap = name("ldap://x/c=a");
        let sound = name("http://crl.example/a.crl?x=1&y=2");
        for bad in ["http://x/'; rm -rf ~'", "http://x/$(id)", "http://x/\u{e9}", "http://x/a b"] {
            assert_eq!(web_address(&[name(bad), ldap.clone()]), None, "{bad}");
        }
        assert_eq!(web_address(&[ldap, sound]), Some("http://crl.example/a.crl?x=1&y=2"));
    }
}
