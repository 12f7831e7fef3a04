//! A message cut into the fields of its head and its body.

use std::borrow::Cow;

/// A message with `\r\n` at the end of every line, as servers sign it.
///
/// A file that was saved with plain `\n` is read as if it still had `\r\n`: no server sends a
/// bare `\n`, and the line ends are the only thing that changes.
pub(super) struct Message<'m> {
    text: Cow<'m, [u8]>,
    /// Where each field of the head begins.
    starts: Vec<usize>,
    /// Where the last field ends.
    head_end: usize,
    body: usize,
}

impl<'m> Message<'m> {
    pub(super) fn read(raw: &'m [u8]) -> Self {
        let raw = without_envelope(raw);
        let text = with_line_ends(raw);
        let mut starts = Vec::new();
        let mut at = 0;
        loop {
            let line = line_at(&text, at);
            let content = line.strip_suffix(b"\r\n").unwrap_or(line);
            if content.is_empty() {
                let body = at + line.len();
                return Self { starts, head_end: at, body, text };
            }
            if !content.starts_with(b" ") && !content.starts_with(b"\t") {
                starts.push(at);
            }
            at += line.len();
        }
    }

    pub(super) fn body(&self) -> &[u8] {
        self.text.get(self.body..).unwrap_or_default()
    }

    /// The fields in the order of the head: name, value and whole, the line end included.
    pub(super) fn fields(&self) -> Vec<Field<'_>> {
        let ends = self.starts.iter().skip(1).copied().chain([self.head_end]);
        let wholes = self.starts.iter().zip(ends).map(|(start, end)| &self.text[*start..end]);
        wholes.filter_map(Field::of).collect()
    }
}

/// A field of a message's head.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Field<'m> {
    /// As it is written, spaces before the colon included.
    pub(super) name: &'m [u8],
    /// What stands after the colon, the line end included.
    pub(super) value: &'m [u8],
    /// Both.
    pub(super) whole: &'m [u8],
}

impl<'m> Field<'m> {
    fn of(whole: &'m [u8]) -> Option<Self> {
        let colon = whole.iter().position(|byte| *byte == b':')?;
        Some(Self { name: &whole[..colon], value: &whole[colon + 1..], whole })
    }

    pub(super) fn is_called(&self, name: &str) -> bool {
        self.name.trim_ascii().eq_ignore_ascii_case(name.as_bytes())
    }
}

/// Drops the line that mailboxes put before a message.
fn without_envelope(raw: &[u8]) -> &[u8] {
    if raw.starts_with(b"From ") { &raw[line_at(raw, 0).len()..] } else { raw }
}

fn line_at(text: &[u8], at: usize) -> &[u8] {
    let rest = text.get(at..).unwrap_or_default();
    let end = memchr::memchr(b'\n', rest).map_or(rest.len(), |end| end + 1);
    &rest[..end]
}

fn with_line_ends(raw: &[u8]) -> Cow<'_, [u8]> {
    let is_bare = |at: &usize| *at == 0 || raw[*at - 1] != b'\r';
    if !memchr::memchr_iter(b'\n', raw).any(|at| is_bare(&at)) {
        return Cow::Borrowed(raw);
    }
    let mut text = Vec::with_capacity(raw.len() + raw.len() / 20);
    let mut from = 0;
    for at in memchr::memchr_iter(b'\n', raw).filter(is_bare) {
        text.extend_from_slice(&raw[from..at]);
        text.extend_from_slice(b"\r\n");
        from = at + 1;
    }
    text.extend_from_slice(&raw[from..]);
    Cow::Owned(text)
}
