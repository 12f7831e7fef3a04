//! Where the front matter of a note ends and its body begins.
//!
//! `gray_matter` decides what is front matter; the byte splitter beside it says where, since
//! `gray_matter` trims, joins and copies. The engine given to it reads nothing: its own YAML
//! reader must never see a file (see `docs/decisions/2026-11-22-gray-matter-splits-only.md`).

use gray_matter::engine::Engine;
use gray_matter::{Matter, Pod};

use super::Fault;
use crate::finding::Span;
use crate::phrase::Phrase;

/// The parts of a note, as byte spans of its text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Parts {
    /// The lines between the fences, without them; `None` where there is no front matter.
    pub front: Option<Span>,
    /// What follows the closing fence, or the whole text after a byte order mark.
    pub body: Span,
}

/// The first bytes of a file that some editors write and no YAML reader expects.
const BYTE_ORDER_MARK: &str = "\u{feff}";

/// Splits a note, adding a fault for each fence that does not do what it seems to.
pub fn split(text: &str, faults: &mut Vec<Fault>) -> Parts {
    let start = if text.starts_with(BYTE_ORDER_MARK) {
        let span = Span::new(0, BYTE_ORDER_MARK.len());
        faults
            .push(Fault::new("byte-order-mark", span).hinting(Phrase::new("byte-order-mark-hint")));
        BYTE_ORDER_MARK.len()
    } else {
        0
    };
    let parts = split_after(text, start, faults);
    debug_assert!(agrees(text, start, parts), "gray_matter splits this note elsewhere");
    parts
}

fn split_after(text: &str, start: usize, faults: &mut Vec<Fault>) -> Parts {
    let whole = Parts { front: None, body: Span::new(start, text.len()) };
    let mut lines = lines_from(text, start);
    let Some(open) = lines.next() else { return whole };
    if open.of(text).trim_end() != "---" || open.end == text.len() {
        report_late_fence(text, start, faults);
        return whole;
    }
    let front_start = open.end;
    let mut dots = None;
    for line in lines {
        match line.of(text).trim_end() {
            "---" if is_front_matter(&text[start..line.end]) => {
                let front = Span::new(front_start, line.start);
                return Parts { front: Some(front), body: Span::new(line.end, text.len()) };
            }
            "..." if dots.is_none() => dots = Some(line),
            _ => {}
        }
    }
    if let Some(line) = dots {
        faults.push(Fault::new("dots-close", line).hinting(Phrase::new("dots-close-hint")));
        let front = Span::new(front_start, line.start);
        return Parts { front: Some(front), body: Span::new(line.end, text.len()) };
    }
    faults.push(
        Fault::new("unclosed-front-matter", trimmed(text, open))
            .hinting(Phrase::new("unclosed-front-matter-hint")),
    );
    whole
}

/// Text before the first fence hides the front matter from every reader.
fn report_late_fence(text: &str, start: usize, faults: &mut Vec<Fault>) {
    const LINES_LOOKED_AT: usize = 20;
    let mut lines = lines_from(text, start).take(LINES_LOOKED_AT);
    let Some(fence) = lines.find(|line| line.of(text).trim() == "---") else { return };
    if lines.any(|line| line.of(text).starts_with("type:")) {
        faults.push(
            Fault::new("text-before-front-matter", trimmed(text, fence))
                .hinting(Phrase::new("text-before-front-matter-hint")),
        );
    }
}

fn trimmed(text: &str, line: Span) -> Span {
    Span::new(line.start, line.start + line.of(text).trim_end().len())
}

/// The lines from byte `start` on, each with its line ending.
fn lines_from(text: &str, start: usize) -> impl Iterator<Item = Span> + '_ {
    let bytes = text.as_bytes();
    let mut next = start;
    std::iter::from_fn(move || {
        if next >= bytes.len() {
            return None;
        }
        let end = memchr::memchr(b'\n', &bytes[next..]).map_or(bytes.len(), |at| next + at + 1);
        let line = Span::new(next, end);
        next = end;
        Some(line)
    })
}

/// An engine that reads nothing, so that `gray_matter` splits and does no more.
struct SplitOnly;

impl Engine for SplitOnly {
    fn parse(_: &str) -> gray_matter::Result<Pod> {
        Ok(Pod::Null)
    }
}

/// Whether `gray_matter` sees front matter in the head of a note, both fences included.
fn is_front_matter(head: &str) -> bool {
    Matter::<SplitOnly>::new()
        .parse::<Pod>(head)
        .is_ok_and(|entity| !entity.matter.is_empty() || entity.content.trim().is_empty())
}

/// Whether `gray_matter` finds the same front matter in the whole text.
fn agrees(text: &str, start: usize, parts: Parts) -> bool {
    let Ok(entity) = Matter::<SplitOnly>::new().parse::<Pod>(&text[start..]) else { return false };
    let own = parts.front.map_or("", |front| front.of(text));
    let closed_by_dots = parts.front.is_some_and(|front| text[front.end..].starts_with("..."));
    closed_by_dots || entity.matter == normalised(own)
}

fn normalised(front: &str) -> String {
    front.lines().collect::<Vec<_>>().join("\n").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn codes(text: &str) -> (Option<&str>, &str, Vec<&'static str>) {
        let mut faults = Vec::new();
        let parts = split(text, &mut faults);
        let front = parts.front.map(|span| span.of(text));
        (front, parts.body.of(text), faults.iter().map(|fault| fault.code).collect())
    }

    #[test]
    fn fences_part_front_matter_and_body() {
        assert_eq!(codes("---\na: 1\n---\nbody\n"), (Some("a: 1\n"), "body\n", vec![]));
        assert_eq!(codes("---\r\na: 1\r\n---\r\nb"), (Some("a: 1\r\n"), "b", vec![]));
        assert_eq!(codes("---\n---\nbody"), (Some(""), "body", vec![]));
        assert_eq!(codes("just text"), (None, "just text", vec![]));
        assert_eq!(codes(""), (None, "", vec![]));
    }

    #[test]
    fn fences_that_fail_are_named() {
        assert_eq!(codes("---\na: 1\n").2, vec!["unclosed-front-matter"]);
        assert_eq!(codes("---\na: 1\n...\nb"), (Some("a: 1\n"), "b", vec!["dots-close"]));
        assert_eq!(codes("\u{feff}---\na: 1\n---\n").2, vec!["byte-order-mark"]);
        assert_eq!(codes("\n---\ntype: incident\n---\n").2, vec!["text-before-front-matter"]);
        assert_eq!(codes("a rule\n---\nis no fence").2, Vec::<&str>::new());
    }
}
