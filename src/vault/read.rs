//! Bytes of a note into text that can be read, whatever they are.

use std::borrow::Cow;
use std::io::Read as _;
use std::path::Path;

use crate::finding::Span;
use crate::model::Digest;
use crate::note::Fault;
use crate::phrase::Phrase;

/// The largest note that is read, in MiB. A note is written by a person; an original belongs
/// into `evidence/`.
const LARGEST_MIB: i64 = 8;
/// The same in bytes: what is larger is not read.
pub const LARGEST: u64 = LARGEST_MIB.unsigned_abs() * 1024 * 1024;

/// A length that few notes exceed, in bytes.
const USUAL: usize = 4096;

/// The text of a note.
#[derive(Debug, Default)]
pub struct ReadText {
    /// The text; empty where the file is not read.
    pub text: String,
    /// The digest of the file's bytes, where they are not those of the text.
    pub digest: Option<Digest>,
    /// What is wrong with its bytes.
    pub faults: Vec<Fault>,
}

/// Reads a note. Bytes that are not UTF-8 are replaced one by one, so that every span stays
/// true.
pub fn read_text(path: &Path) -> ReadText {
    try_read_text(path).unwrap_or_else(|error| unreadable(&error.to_string()))
}

/// The same, refused where the system does.
pub(super) fn try_read_text(path: &Path) -> std::io::Result<ReadText> {
    Ok(read_limited(path)?.map_or_else(too_large, decode))
}

/// A note that is over the limit.
pub(super) fn too_large() -> ReadText {
    unread(
        Fault::new("note-too-large", Span::default())
            .hinting(Phrase::new("note-too-large-hint").with("limit", LARGEST_MIB)),
    )
}

/// A note whose bytes cannot be had.
pub(super) fn unreadable(reason: &str) -> ReadText {
    unread(
        Fault::new("unreadable", Span::default())
            .saying(Phrase::new("unreadable").with("reason", reason))
            .hinting(Phrase::new("unreadable-hint")),
    )
}

fn unread(fault: Fault) -> ReadText {
    ReadText { faults: vec![fault], ..ReadText::default() }
}

/// The same for a path that was not found by walking: links are not followed, and only plain
/// files are opened.
pub fn read_plain_text(path: &Path) -> ReadText {
    match std::fs::symlink_metadata(path) {
        Ok(metadata) if metadata.is_file() => read_text(path),
        _ => ReadText::default(),
    }
}

fn read_limited(path: &Path) -> std::io::Result<Option<Vec<u8>>> {
    let file = std::fs::File::open(path)?;
    // Nearly every note fits, which spares asking for its length.
    let mut bytes = Vec::with_capacity(USUAL);
    file.take(LARGEST + 1).read_to_end(&mut bytes)?;
    let too_large = u64::try_from(bytes.len()).map_or(true, |length| length > LARGEST);
    Ok((!too_large).then_some(bytes))
}

/// The text that these bytes are.
pub(super) fn decode(bytes: Vec<u8>) -> ReadText {
    if let Some(at) = memchr::memchr(0, &bytes) {
        return unread(
            Fault::new("not-text", Span::default())
                .saying(Phrase::new("not-text").with("byte", at))
                .hinting(Phrase::new("not-text-hint")),
        );
    }
    match String::from_utf8(bytes) {
        Ok(text) => ReadText { text, ..ReadText::default() },
        Err(error) => {
            let start = error.utf8_error().valid_up_to();
            let text = replaced(error.as_bytes());
            let fault = Fault::new("invalid-utf8", Span::new(start, start + 1))
                .hinting(Phrase::new("invalid-utf8-hint"));
            let digest = Some(Digest::of(error.as_bytes()));
            ReadText { text: text.into_owned(), digest, faults: vec![fault] }
        }
    }
}

/// The bytes as text of the same length, `?` for each byte that is no part of a character.
fn replaced(bytes: &[u8]) -> Cow<'_, str> {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        chunk.invalid().iter().for_each(|_| text.push('?'));
    }
    text.into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bytes_that_are_no_text_keep_their_length() {
        let read = decode(b"caf\xe9 noir".to_vec());
        assert_eq!((read.text.as_str(), read.faults[0].code), ("caf? noir", "invalid-utf8"));
        assert_eq!(read.faults[0].span, Span::new(3, 4));
        assert_eq!(read.digest, Some(Digest::of(b"caf\xe9 noir")));
    }

    #[test]
    fn a_file_with_a_zero_byte_is_no_note() {
        let read = decode(b"\x89PNG\0".to_vec());
        assert_eq!((read.text.as_str(), read.faults[0].code), ("", "not-text"));
    }
}
