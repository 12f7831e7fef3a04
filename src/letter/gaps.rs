//! What a case does not say: the marks in a letter, and where to write it.

use std::ops::Range;

/// What a case may not say: the phrase that stands for it in a letter, and the one that says where
/// to write it.
pub const GAPS: [(&str, &str); 14] = [
    ("gap-agreed", "gap-in-draft"),
    ("gap-boundary", "gap-boundary-where"),
    ("gap-contact", "gap-contact-where"),
    ("gap-deliverables", "gap-deliverables-where"),
    ("gap-invoice", "gap-invoice-where"),
    ("gap-limit", "gap-in-draft"),
    ("gap-next-day", "gap-in-draft"),
    ("gap-platform", "gap-platform-where"),
    ("gap-question", "gap-question-where"),
    ("gap-reason", "gap-reason-where"),
    ("gap-receipts", "gap-receipts-where"),
    ("gap-substitute", "gap-substitute-where"),
    ("gap-talk-day", "gap-talk-day-where"),
    ("gap-you", "gap-you-where"),
];

/// What a quotation has in place of words that were left out: no mark.
const LEFT_OUT: &str = "[…]";

/// The marks `[… …]` of a text, each once, in its order.
pub fn marks(text: &str) -> Vec<&str> {
    let mut marks = Vec::new();
    for mark in mark_spans(text).into_iter().map(|span| &text[span]) {
        if !marks.contains(&mark) {
            marks.push(mark);
        }
    }
    marks
}

/// Where the marks `[… …]` of a text stand.
pub fn mark_spans(text: &str) -> Vec<Range<usize>> {
    const START: &str = "[…";
    let mut spans = Vec::new();
    let mut from = 0;
    while let Some(start) = text[from..].find(START).map(|at| from + at) {
        let after = &text[start..];
        // A mark that is never closed ends with its line.
        let line = after.find('\n').unwrap_or(after.len());
        let end = after[..line].find(']').map_or(line, |at| at + 1);
        let mark = after[..end].trim_end();
        if mark != LEFT_OUT {
            spans.push(start..start + mark.len());
        }
        from = start + end;
    }
    spans
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn marks_are_found_once_each() {
        assert_eq!(marks("Hello [… name], [… day]\n[… name] [...] [a]"), ["[… name]", "[… day]"]);
        assert_eq!(marks("[… open\nnext]"), ["[… open"]);
        assert!(marks("He wrote: “We pay […] on Friday.”").is_empty());
        assert!(marks("plain").is_empty());
    }
}
