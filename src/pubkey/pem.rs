//! Base64, plain and between the two lines of PEM (RFC 7468).

use base64ct::{Base64, Encoding as _};
use der::pem::{LineEnding, encode_string};

/// A PEM block; `None` where the label cannot be written.
pub(crate) fn block(label: &'static str, bytes: &[u8]) -> Option<String> {
    encode_string(label, LineEnding::LF, bytes).ok()
}

/// The bytes of each block with this label; `None` for one without an end, or that is no base64.
pub(crate) fn blocks(label: &str, text: &[u8]) -> Vec<Option<Vec<u8>>> {
    let [begin, end] = ["BEGIN", "END"].map(|word| format!("-----{word} {label}-----"));
    let text = String::from_utf8_lossy(text);
    let parts = text.split(&begin).skip(1);
    parts.map(|part| base64(part.split_once(&end)?.0)).collect()
}

/// The bytes of base64 with white space anywhere; `None` where it is none.
pub(crate) fn base64(text: &str) -> Option<Vec<u8>> {
    let plain: String = text.chars().filter(|char| !char.is_ascii_whitespace()).collect();
    Base64::decode_vec(&plain).ok()
}
