//! The two ways of levelling a head and a body before they are signed (RFC 6376, 3.4).

use super::fields::Field;

/// How much a message may change on its way without breaking a signature.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Levelling {
    /// Hardly at all.
    Simple,
    /// Spaces and line breaks.
    Relaxed,
}

impl Levelling {
    pub(super) fn of(word: &str) -> Option<Self> {
        match word {
            "simple" => Some(Self::Simple),
            "relaxed" => Some(Self::Relaxed),
            _ => None,
        }
    }

    /// A field as it is signed.
    pub(super) fn field(self, field: &Field<'_>) -> Vec<u8> {
        match self {
            Self::Simple => field.whole.to_vec(),
            Self::Relaxed => {
                let mut out = field.name.trim_ascii().to_ascii_lowercase();
                out.push(b':');
                let unfolded: Vec<u8> =
                    field.value.iter().copied().filter(|byte| !b"\r\n".contains(byte)).collect();
                out.extend(squeezed(unfolded.trim_ascii()));
                out.extend_from_slice(b"\r\n");
                out
            }
        }
    }

    /// A body as it is signed.
    pub(super) fn body(self, body: &[u8]) -> Vec<u8> {
        let mut out = Vec::with_capacity(body.len() + 2);
        // The line ends of empty lines, which count only when another line follows.
        let mut pending = 0_usize;
        for line in body.split_inclusive(|byte| *byte == b'\n') {
            let content = line.strip_suffix(b"\r\n").unwrap_or(line);
            let content = match self {
                Self::Simple => content.to_vec(),
                Self::Relaxed => squeezed(without_spaces_at_end(content)),
            };
            if content.is_empty() {
                pending += 1;
                continue;
            }
            out.extend(std::iter::repeat_n(*b"\r\n", std::mem::take(&mut pending)).flatten());
            out.extend(content);
            out.extend_from_slice(b"\r\n");
        }
        // An empty body is one line end in one of the ways and nothing in the other.
        if out.is_empty() && self == Self::Simple {
            out.extend_from_slice(b"\r\n");
        }
        out
    }
}

fn without_spaces_at_end(line: &[u8]) -> &[u8] {
    let end = line.iter().rposition(|byte| !matches!(byte, b' ' | b'\t')).map_or(0, |at| at + 1);
    &line[..end]
}

/// Every run of spaces and tabs as one space.
fn squeezed(text: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(text.len());
    let mut is_space = false;
    for byte in text {
        match byte {
            b' ' | b'\t' => is_space = true,
            other => {
                if std::mem::take(&mut is_space) {
                    out.push(b' ');
                }
                out.push(*other);
            }
        }
    }
    if is_space {
        out.push(b' ');
    }
    out
}
