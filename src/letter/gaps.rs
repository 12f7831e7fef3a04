//! What a case does not say: the marks in a letter, and where to write it.

/// What a case may not say: the phrase that stands for it in a letter, and the one that says where
/// to write it.
pub const GAPS: [(&str, &str); 12] = [
    ("gap-agreed", "gap-in-draft"),
    ("gap-boundary", "gap-boundary-where"),
    ("gap-contact", "gap-contact-where"),
    ("gap-deliverables", "gap-deliverables-where"),
    ("gap-invoice", "gap-invoice-where"),
    ("gap-limit", "gap-in-draft"),
    ("gap-next-day", "gap-in-draft"),
    ("gap-platform", "gap-platform-where"),
    ("gap-question", "gap-question-where"),
    ("gap-receipts", "gap-receipts-where"),
    ("gap-substitute", "gap-substitute-where"),
    ("gap-you", "gap-you-where"),
];

/// The marks `[… …]` of a text, each once, in its order.
pub fn marks(text: &str) -> Vec<&str> {
    const START: &str = "[…";
    let mut marks = Vec::new();
    let mut rest = text;
    while let Some(start) = rest.find(START) {
        let after = &rest[start..];
        // A mark that is never closed ends with its line.
        let line = after.find('\n').unwrap_or(after.len());
        let end = after[..line].find(']').map_or(line, |at| at + 1);
        let mark = after[..end].trim_end();
        if !marks.contains(&mark) {
            marks.push(mark);
        }
        rest = &after[end..];
    }
    marks
}

#[cfg(test)]
mod tests {
    use super::marks;

    #[test]
    fn marks_are_found_once_each() {
        assert_eq!(marks("Hello [… name], [… day]\n[… name] [...] [a]"), ["[… name]", "[… day]"]);
        assert_eq!(marks("[… open\nnext]"), ["[… open"]);
        assert_eq!(marks("[…]"), ["[…]"]);
        assert!(marks("plain").is_empty());
    }
}
