//! Parts below a transfer encoding, and what is left of one that ends too soon.

use mail_parser::decoders::base64::base64_decode;
use mail_parser::decoders::quoted_printable::quoted_printable_decode;
use mail_parser::{Encoding, MessagePart, MimeHeaders as _};

use super::charset::decode;

/// So many letters without a space are no word that somebody typed.
const LONGEST_WORD: usize = 40;

/// The transfer encoding that a part names, whether or not its bytes are in it.
pub(super) fn named_encoding(part: &MessagePart<'_>) -> Encoding {
    let is = |name: &str| {
        part.content_transfer_encoding().is_some_and(|named| named.eq_ignore_ascii_case(name))
    };
    if is("base64") {
        Encoding::Base64
    } else if is("quoted-printable") {
        Encoding::QuotedPrintable
    } else {
        Encoding::None
    }
}

/// The bytes below a transfer encoding.
pub(super) fn undone(source: &[u8], encoding: Encoding) -> Option<Vec<u8>> {
    match encoding {
        Encoding::QuotedPrintable => quoted_printable_decode(source),
        Encoding::Base64 => base64_decode(source),
        Encoding::None => None,
    }
}

/// Whether base64 ends where a group of four letters does, and its text in UTF-8 where a letter does.
pub(super) fn is_whole(source: &[u8], text: &str) -> bool {
    let rest = text.trim_end_matches('\u{fffd}');
    let is_half = rest.len() < text.len() && !rest.is_ascii() && !rest.contains('\u{fffd}');
    !is_half && source.iter().filter(|byte| is_base64(**byte)).count() % 4 == 0
}

/// What is left of a text that was cut short or damaged below its transfer encoding; `None` where
/// it is not in that encoding at all, whatever the part says.
pub(super) fn undone_so_far(
    source: &[u8],
    encoding: Encoding,
    declared: Option<&str>,
) -> Option<Vec<u8>> {
    let is_coded = |line: &&[u8]| line.trim_ascii().iter().all(|byte| is_base64(*byte));
    let coded = match encoding {
        Encoding::Base64 => {
            let lines = source.split_inclusive(|byte| *byte == b'\n').take_while(is_coded);
            &source[..lines.map(<[u8]>::len).sum()]
        }
        _ => source,
    };
    let mut bytes = undone(coded, encoding)?;
    drop_half_a_letter(&mut bytes, declared);
    let is_sure = encoding != Encoding::Base64
        || coded.split(|byte| *byte == b'\n').any(|line| line.len() > LONGEST_WORD);
    // In a set of single bytes every word that somebody typed would give something.
    let is_plausible = std::str::from_utf8(&bytes).is_ok() && is_text(&bytes, declared);
    (!bytes.is_empty() && (is_sure || is_plausible)).then_some(bytes)
}

fn is_base64(byte: u8) -> bool {
    byte.is_ascii_alphanumeric() || matches!(byte, b'+' | b'/' | b'=')
}

/// The last letter of UTF-8, where not all of its bytes are there.
fn drop_half_a_letter(bytes: &mut Vec<u8>, declared: Option<&str>) {
    if declared.is_none_or(is_utf8)
        && let Err(error) = std::str::from_utf8(bytes)
        && error.error_len().is_none()
    {
        bytes.truncate(error.valid_up_to());
    }
}

/// Whether bytes are such as somebody types, and not what a plain word gives that is taken for
/// base64.
fn is_text(bytes: &[u8], declared: Option<&str>) -> bool {
    let decoded = decode(bytes, declared);
    let is_typed = |letter: char| letter.is_whitespace() || !letter.is_control();
    !decoded.is_wrong && !decoded.text.contains('\u{fffd}') && decoded.text.chars().all(is_typed)
}

/// Whether a character set is called UTF-8.
pub(super) fn is_utf8(name: &str) -> bool {
    name.trim().eq_ignore_ascii_case("utf-8") || name.trim().eq_ignore_ascii_case("utf8")
}
