//! Bytes into text, by the character set that is declared, or the one that they are in.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Encoding, UTF_8};

/// How many bytes the guess looks at.
const SAMPLE: usize = 64 * 1024;

/// Text read from bytes.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded<'b> {
    /// The text; borrowed where it is the bytes themselves.
    pub(super) text: Cow<'b, str>,
    /// Whether the bytes are not in the character set that was declared.
    pub(super) is_wrong: bool,
}

/// The text of bytes that name their character set, or none.
pub(super) fn decode<'b>(bytes: &'b [u8], declared: Option<&str>) -> Decoded<'b> {
    let named = declared.and_then(|name| Encoding::for_label(name.trim().as_bytes()));
    let utf8 = std::str::from_utf8(bytes);
    let right = |text| Decoded { text, is_wrong: false };
    match (utf8, named) {
        (Ok(text), Some(named)) if text.is_ascii() && !named.is_ascii_compatible() => {
            right(named.decode_without_bom_handling(bytes).0)
        }
        (Ok(text), Some(named)) if !text.is_ascii() && named != UTF_8 => {
            // A text of one byte for each letter that happens to be sound UTF-8 is next to
            // impossible; of several bytes it is likely enough to believe what was declared.
            if named.is_single_byte() {
                Decoded { text: text.into(), is_wrong: true }
            } else {
                right(named.decode_without_bom_handling(bytes).0)
            }
        }
        (Ok(text), _) => right(text.into()),
        (Err(_), Some(named)) if named != UTF_8 => {
            right(named.decode_without_bom_handling(bytes).0)
        }
        (Err(_), _) => {
            let text = guess(bytes).decode_without_bom_handling(bytes).0;
            Decoded { text, is_wrong: named.is_some() }
        }
    }
}

/// The text of a file that names no character set; `None` for one that is no text.
///
/// Borrowed where the file is UTF-8: its bytes are then those of the file.
pub fn plain_text(bytes: &[u8]) -> Option<Cow<'_, str>> {
    if let Some((encoding, mark)) = Encoding::for_bom(bytes).filter(|(named, _)| *named != UTF_8) {
        let (text, has_errors) = encoding.decode_without_bom_handling(&bytes[mark..]);
        return (!has_errors).then_some(text);
    }
    (memchr::memchr(0, bytes).is_none()).then(|| decode(bytes, None).text)
}

/// Where letters of a decoded file stand in it, asked for from its beginning on.
#[derive(Debug)]
pub(super) struct InFile<'t> {
    text: &'t str,
    /// How many bytes of the file a letter takes.
    width: fn(char) -> usize,
    /// How far it was read: bytes of the text, and of the file.
    at: (usize, usize),
}

impl<'t> InFile<'t> {
    /// For a text that [`plain_text`] made of these bytes; `None` where its character set has
    /// letters of different widths.
    pub(super) fn of(bytes: &[u8], text: &'t str) -> Option<Self> {
        let mark = Encoding::for_bom(bytes).filter(|(named, _)| *named != UTF_8);
        let (width, start): (fn(char) -> usize, usize) = match mark {
            Some((_, mark)) => (|letter| 2 * letter.len_utf16(), mark),
            None if guess(bytes).is_single_byte() => (|_| 1, 0),
            None => return None,
        };
        Some(Self { text, width, at: (0, start) })
    }

    /// The byte of the file at which the byte `at` of the text stands; not before the last asked.
    pub(super) fn byte(&mut self, at: usize) -> usize {
        let between = self.text.get(self.at.0..at).unwrap_or_default();
        self.at.1 += between.chars().map(self.width).sum::<usize>();
        self.at.0 = self.at.0.max(at);
        self.at.1
    }
}

/// The character set that these bytes are likely to be in, for writers of English and French.
fn guess(bytes: &[u8]) -> &'static Encoding {
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    // The first bytes that are not ASCII say the most, wherever they stand.
    let first = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or_default();
    let end = bytes.len().min(first + SAMPLE);
    detector.feed(&bytes[first.saturating_sub(SAMPLE)..end], end == bytes.len());
    detector.guess(Some(b"fr"), Utf8Detection::Deny)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn undeclared_and_lying_sets_are_read_in_the_one_they_are_in() {
        let western = b"Bien re\xe7u, d\xe9sol\xe9 pour le d\xe9lai \x97 \xe0 demain.";
        let text = "Bien reçu, désolé pour le délai — à demain.";
        let read = |bytes, declared| {
            let decoded = decode(bytes, declared);
            (decoded.text.into_owned(), decoded.is_wrong)
        };
        assert_eq!(read(western, None), (text.to_owned(), false));
        assert_eq!(read(western, Some("utf-8")), (text.to_owned(), true));
        assert_eq!(read(western, Some("windows-1252")), (text.to_owned(), false));
        assert_eq!(read(text.as_bytes(), Some("iso-8859-1")), (text.to_owned(), true));
        assert_eq!(read(text.as_bytes(), Some("no-such-set")), (text.to_owned(), false));
        assert_eq!(read(b"plain", Some("us-ascii")), ("plain".to_owned(), false));
    }

    #[test]
    fn text_of_two_bytes_a_letter_is_read_and_bytes_that_are_no_text_are_not() {
        assert_eq!(plain_text(b"\xff\xfeO\0u\0i\0").as_deref(), Some("Oui"));
        assert_eq!(plain_text(b"\x89PNG\0\0"), None);
    }
}
