//! DER, element by element: tag, value, and the bytes of both.
//!
//! `der` reads the headers, strictly; what nests is read as far as it is asked for.

pub(crate) use der::asn1::ObjectIdentifier;
use der::{Decode as _, Header, Reader as _, SliceReader};
use jiff::Timestamp;

/// Bytes that are not the DER that was expected.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Malformed;

/// The first octet of an element: class, form, number.
pub(crate) mod tag {
    pub(crate) const BOOLEAN: u8 = 0x01;
    pub(crate) const INTEGER: u8 = 0x02;
    pub(crate) const BIT_STRING: u8 = 0x03;
    pub(crate) const OCTET_STRING: u8 = 0x04;
    pub(crate) const OID: u8 = 0x06;
    pub(crate) const ENUMERATED: u8 = 0x0a;
    pub(crate) const UTF8: u8 = 0x0c;
    pub(crate) const UTC_TIME: u8 = 0x17;
    pub(crate) const TIME: u8 = 0x18;
    pub(crate) const SEQUENCE: u8 = 0x30;
    pub(crate) const SET: u8 = 0x31;

    /// `[number]` around other elements.
    pub(crate) const fn around(number: u8) -> u8 {
        0xa0 | number
    }

    /// `[number]` in the place of a plain tag.
    pub(crate) const fn plain(number: u8) -> u8 {
        0x80 | number
    }
}

/// One element.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Element<'a> {
    pub(crate) tag: u8,
    pub(crate) value: &'a [u8],
    /// Tag, length and value.
    pub(crate) whole: &'a [u8],
}

/// Elements one after the other.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Elements<'a>(&'a [u8]);

impl<'a> Elements<'a> {
    pub(crate) const fn of(bytes: &'a [u8]) -> Self {
        Self(bytes)
    }

    pub(crate) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    pub(crate) fn next(&mut self) -> Result<Element<'a>, Malformed> {
        let mut reader = SliceReader::new(self.0).map_err(|_| Malformed)?;
        let whole = reader.tlv_bytes().map_err(|_| Malformed)?;
        let mut inside = SliceReader::new(whole).map_err(|_| Malformed)?;
        Header::decode(&mut inside).map_err(|_| Malformed)?;
        let value = whole.get(usize::try_from(inside.position()).map_err(|_| Malformed)?..);
        self.0 = self.0.get(whole.len()..).ok_or(Malformed)?;
        let tag = *whole.first().ok_or(Malformed)?;
        Ok(Element { tag, value: value.ok_or(Malformed)?, whole })
    }

    /// The next element, which must have this tag.
    pub(crate) fn expect(&mut self, tag: u8) -> Result<Element<'a>, Malformed> {
        let element = self.next()?;
        if element.tag == tag { Ok(element) } else { Err(Malformed) }
    }

    /// The next element if it has this tag.
    pub(crate) fn maybe(&mut self, tag: u8) -> Result<Option<Element<'a>>, Malformed> {
        if self.0.first() == Some(&tag) { self.next().map(Some) } else { Ok(None) }
    }

    pub(crate) const fn finish(self) -> Result<(), Malformed> {
        if self.0.is_empty() { Ok(()) } else { Err(Malformed) }
    }
}

impl<'a> Element<'a> {
    /// The one element that these bytes are.
    pub(crate) fn only(bytes: &'a [u8]) -> Result<Self, Malformed> {
        let mut elements = Elements::of(bytes);
        let element = elements.next()?;
        elements.finish().map(|()| element)
    }

    /// What is inside.
    pub(crate) const fn inside(&self) -> Elements<'a> {
        Elements(self.value)
    }

    pub(crate) fn oid(&self) -> Result<ObjectIdentifier, Malformed> {
        if self.tag != tag::OID {
            return Err(Malformed);
        }
        ObjectIdentifier::from_bytes(self.value).map_err(|_| Malformed)
    }

    /// The whole octets of a bit string.
    pub(crate) const fn bits(&self) -> Result<&'a [u8], Malformed> {
        match (self.tag, self.value) {
            (tag::BIT_STRING, [0, octets @ ..]) => Ok(octets),
            _ => Err(Malformed),
        }
    }

    /// A small number, not negative.
    pub(crate) fn small(&self) -> Result<u32, Malformed> {
        let (first, rest) = self.value.split_first().ok_or(Malformed)?;
        if *first > 0x7f || self.value.len() > 5 {
            return Err(Malformed);
        }
        let wide = rest.iter().fold(u64::from(*first), |sum, octet| sum << 8 | u64::from(*octet));
        u32::try_from(wide).map_err(|_| Malformed)
    }

    pub(crate) fn truth(&self) -> Result<bool, Malformed> {
        match (self.tag, self.value) {
            (tag::BOOLEAN, [0]) => Ok(false),
            (tag::BOOLEAN, [0xff]) => Ok(true),
            _ => Err(Malformed),
        }
    }

    /// The instant of a `UTCTime` or a `GeneralizedTime` in UTC, with or without a fraction.
    pub(crate) fn instant(&self) -> Result<Timestamp, Malformed> {
        let text = std::str::from_utf8(self.value).map_err(|_| Malformed)?;
        let text = text.strip_suffix('Z').ok_or(Malformed)?;
        let (whole, fraction) = text.split_once('.').map_or((text, ""), |(w, f)| (w, f));
        let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if !digits(whole) || !digits(fraction) || fraction.len() > 9 || text.ends_with('.') {
            return Err(Malformed);
        }
        let full = match (self.tag, whole.len()) {
            (tag::UTC_TIME, 12) if fraction.is_empty() && whole < "50" => format!("20{whole}"),
            (tag::UTC_TIME, 12) if fraction.is_empty() => format!("19{whole}"),
            (tag::TIME, 14) => whole.to_owned(),
            _ => return Err(Malformed),
        };
        let part = |from: usize, to: usize| full.get(from..to).unwrap_or_default();
        let dot = if fraction.is_empty() { "" } else { "." };
        let written = format!(
            "{}-{}-{}T{}:{}:{}{dot}{fraction}Z",
            part(0, 4),
            part(4, 6),
            part(6, 8),
            part(8, 10),
            part(10, 12),
            part(12, 14)
        );
        written.parse().map_err(|_| Malformed)
    }
}

/// An element of this tag around these bytes.
pub(crate) fn wrap(tag: u8, value: &[u8]) -> Vec<u8> {
    let mut bytes = vec![tag];
    match u8::try_from(value.len()) {
        Ok(short) if short < 0x80 => bytes.push(short),
        _ => {
            let octets = value.len().to_be_bytes();
            let octets = octets.iter().copied().skip_while(|octet| *octet == 0);
            let octets: Vec<u8> = octets.collect();
            bytes.push(0x80 | u8::try_from(octets.len()).unwrap_or(8));
            bytes.extend(octets);
        }
    }
    bytes.extend_from_slice(value);
    bytes
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_are_read_one_by_one_and_no_further() {
        let bytes = [wrap(tag::INTEGER, &[7]), wrap(tag::OCTET_STRING, &[1; 300])].concat();
        let mut elements = Elements::of(&bytes);
        assert_eq!(elements.expect(tag::INTEGER).unwrap().small(), Ok(7));
        assert_eq!(elements.maybe(tag::SET), Ok(None));
        assert_eq!(elements.next().unwrap().value.len(), 300);
        assert!(elements.is_empty() && elements.next().is_err());
        for bytes in [&[][..], &[0x30], &[0x30, 5, 1], &[0x30, 0x80, 0, 0], &[0x30, 0x81, 1, 0]] {
            assert!(Element::only(bytes).is_err(), "{bytes:?}");
        }
    }

    #[test]
    fn instants_are_read_with_and_without_a_fraction() {
        let at = |tag, text: &str| {
            let bytes = wrap(tag, text.as_bytes());
            Element::only(&bytes).unwrap().instant().map(|at| at.to_string())
        };
        assert_eq!(at(tag::TIME, "20261122090000Z").unwrap(), "2026-11-22T09:00:00Z");
        assert_eq!(at(tag::TIME, "20261122090000.25Z").unwrap(), "2026-11-22T09:00:00.25Z");
        assert_eq!(at(tag::UTC_TIME, "491122090000Z").unwrap(), "2049-11-22T09:00:00Z");
        assert_eq!(at(tag::UTC_TIME, "991122090000Z").unwrap(), "1999-11-22T09:00:00Z");
        for text in ["20261122090000", "2026112209Z", "20261322090000Z", "20261122090000.Z", "é"] {
            assert!(at(tag::TIME, text).is_err(), "{text}");
        }
    }
}
