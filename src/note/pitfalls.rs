//! Values that this program reads as they were meant and other readers of YAML do not.

use super::Fault;
use super::tree::{Node, Tree};
use super::value::shortened;
use crate::finding::Span;
use crate::phrase::Phrase;

/// Words that YAML 1.1 readers take for true and false.
const TRUTH_WORDS: [&str; 6] = ["yes", "no", "on", "off", "y", "n"];
/// Keys of truth values, where a word of truth is a wrong value and not a pitfall.
const TRUTH_KEYS: [&str; 3] = ["asks", "dread", "deal-breaker"];

/// Reports pitfalls of the front matter.
pub(super) fn report_pitfalls(text: &str, front: Span, tree: &Tree<'_>, faults: &mut Vec<Fault>) {
    for node in tree.scalars().filter(|node| node.is_plain()) {
        report_scalar(text, node, faults);
    }
    for comment in tree.comments() {
        report_comment(text, front, *comment, faults);
    }
}

fn report_scalar(text: &str, node: Node<'_, '_>, faults: &mut Vec<Fault>) {
    let Some(value) = node.text() else { return };
    let Some(first) = value.bytes().next() else { return };
    let code = if first.is_ascii_digit() {
        match value.as_bytes() {
            bytes if is_bare_time(bytes) => "bare-time",
            bytes if has_leading_zero(bytes) => "leading-zero",
            _ => return,
        }
    } else if value.len() <= 3 && TRUTH_WORDS.iter().any(|word| value.eq_ignore_ascii_case(word)) {
        if is_key(text, node) || is_value_of(text, node, &TRUTH_KEYS) {
            return;
        }
        "bare-truth"
    } else if value.starts_with(['“', '”', '‘', '’']) {
        "smart-quotes"
    } else {
        return;
    };
    let hint = match code {
        "bare-time" => "bare-time-hint",
        "leading-zero" => "leading-zero-hint",
        "bare-truth" => "bare-truth-hint",
        _ => "smart-quotes-hint",
    };
    faults.push(
        Fault::new(code, node.span())
            .saying(Phrase::new(code).with("text", shortened(value)))
            .hinting(Phrase::new(hint).with("text", shortened(value))),
    );
}

/// The format has a key `on`; every reader of this format knows it.
fn is_key(text: &str, node: Node<'_, '_>) -> bool {
    text[node.span().end..].trim_start_matches(' ').starts_with(':')
}

/// `19:00`: a number of minutes to YAML 1.1 readers.
fn is_bare_time(bytes: &[u8]) -> bool {
    (4..=8).contains(&bytes.len())
        && bytes.contains(&b':')
        && bytes.iter().all(|byte| byte.is_ascii_digit() || *byte == b':')
}

/// `014`: an octal number to YAML 1.1 readers.
fn has_leading_zero(bytes: &[u8]) -> bool {
    bytes.len() > 1 && bytes[0] == b'0' && bytes.iter().all(u8::is_ascii_digit)
}

fn is_value_of(text: &str, node: Node<'_, '_>, keys: &[&str]) -> bool {
    let before = text[..node.span().start].trim_end();
    let line = before.rsplit('\n').next().unwrap_or(before);
    line.strip_suffix(':').is_some_and(|key| keys.contains(&key.trim()))
}

/// `quote: He said #1 is late`: the rest of the line is gone. A comment has a space after `#`.
fn report_comment(text: &str, front: Span, comment: Span, faults: &mut Vec<Fault>) {
    let line_start = text[front.start..comment.start]
        .rfind('\n')
        .map_or(front.start, |newline| front.start + newline + 1);
    let before = text[line_start..comment.start].trim();
    let after = comment.of(text).strip_prefix('#').unwrap_or_default();
    let follows_value = before.split_once(':').is_some_and(|(_, value)| !value.trim().is_empty())
        || before.strip_prefix("- ").is_some_and(|value| !value.trim().is_empty());
    if follows_value && !before.ends_with(['"', '\'', ']', '}']) && !after.starts_with([' ', '\t'])
    {
        faults.push(Fault::new("cut-by-hash", comment).hinting(Phrase::new("cut-by-hash-hint")));
    }
}
