//! Where sentences begin and end.

use crate::finding::Span;

/// A sentence longer than this many bytes is cut between two words, so that the cost of a text
/// is proportional to its length whatever is in it.
const LONGEST: usize = 1000;

/// A line at most this long ends its sentence; a longer one may have been wrapped by a program.
const SHORT_LINE: usize = 60;

/// The sentences of `text` below `within`, in order, without the white space around them.
pub fn sentences(text: &str, within: Span) -> Vec<Span> {
    let bytes = text.as_bytes();
    let end = within.end.min(bytes.len());
    let mut found = Vec::new();
    let (mut start, mut line) = (within.start, within.start);
    let mut at = within.start;
    while at < end {
        let ends = match bytes[at] {
            b'\n' => {
                let ends = ends_line(text, line, at, end);
                line = at + 1;
                ends
            }
            b'.' | b'!' | b'?' => ends_sentence(bytes, start, at, end),
            // The last byte of `…` (E2 80 A6).
            0xa6 => at >= 2 && bytes[at - 2..at] == [0xe2, 0x80] && is_space(bytes, at + 1, end),
            _ => false,
        };
        let too_long = at - start >= LONGEST && (bytes[at] == b' ' || at - start >= 2 * LONGEST);
        at += 1;
        if ends || too_long && text.is_char_boundary(at) {
            push(text, Span::new(start, at), &mut found);
            start = at;
        }
    }
    push(text, Span::new(start, end), &mut found);
    found
}

fn push(text: &str, span: Span, found: &mut Vec<Span>) {
    let words = span.of(text);
    let trimmed = words.trim();
    if !trimmed.is_empty() {
        let start = span.start + (words.len() - words.trim_start().len());
        found.push(Span::new(start, start + trimmed.len()));
    }
}

fn is_space(bytes: &[u8], at: usize, end: usize) -> bool {
    at >= end || bytes[at].is_ascii_whitespace() || bytes[at] == 0xc2
}

/// Whether a line break ends the sentence: at an empty line, after a short line, before a
/// capital, a list mark or a quotation.
fn ends_line(text: &str, line: usize, at: usize, end: usize) -> bool {
    let rest = text.get(at + 1..end).unwrap_or_default();
    let next = rest.trim_start_matches([' ', '\t', '\r']).chars().next();
    at - line <= SHORT_LINE
        || next.is_none_or(|next| next == '\n' || next.is_uppercase() || "-*•>#".contains(next))
}

/// Whether a full stop, an exclamation or a question mark ends the sentence.
fn ends_sentence(bytes: &[u8], start: usize, at: usize, end: usize) -> bool {
    let mut next = at + 1;
    if next < end && matches!(bytes[next], b'.' | b'!' | b'?') {
        return false;
    }
    while next < end && matches!(bytes[next], b'"' | b')' | b'\'') {
        next += 1;
    }
    if !is_space(bytes, next, end) {
        return false;
    }
    bytes[at] != b'.' || !is_abbreviation(&bytes[start..at])
}

/// Whether what stands before a full stop is an abbreviation: `Mr`, `Mme`, `p.m`, `n`, one letter.
fn is_abbreviation(before: &[u8]) -> bool {
    let word = before.iter().rev().take_while(|byte| byte.is_ascii_alphanumeric()).count();
    let word = &before[before.len() - word..];
    let known: [&[u8]; 14] = [
        b"mr", b"mrs", b"ms", b"dr", b"prof", b"mme", b"mlle", b"st", b"art", b"env", b"no", b"vs",
        b"eg", b"approx",
    ];
    // One letter, but not `I` or a figure; with a dot before it (`p.m.`) it may end a sentence.
    let single = word.len() == 1 && word[0].is_ascii_uppercase() && word[0] != b'I';
    single || known.contains(&word.to_ascii_lowercase().as_slice())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<&str> {
        sentences(text, Span::new(0, text.len())).iter().map(|span| span.of(text)).collect()
    }

    #[test]
    fn sentences_end_at_marks_lines_and_ellipses() {
        assert_eq!(
            split("One. Two?! Three… four\nFive"),
            ["One.", "Two?!", "Three…", "four", "Five"]
        );
        assert_eq!(
            split("Ask Mr. Low at 2.30 p.m. today."),
            ["Ask Mr. Low at 2.30 p.m.", "today."]
        );
    }

    #[test]
    fn a_wrapped_line_goes_on() {
        let text = "This line was wrapped by a program that cuts at seventy-two letters or\nso, and it goes on.";
        assert_eq!(split(text), [text]);
    }

    #[test]
    fn no_sentence_is_endless() {
        let text = "word ".repeat(10_000);
        assert!(split(&text).iter().all(|sentence| sentence.len() <= 2 * LONGEST));
        let text = "é".repeat(10_000);
        assert!(split(&text).len() > 5);
    }
}
