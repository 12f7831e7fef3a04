//! Edits of a note's text: only the bytes that were asked for change.

use super::{Fault, Note};
use crate::finding::Span;

/// Why a value cannot be set.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EditError {
    /// The note has no front matter that can be read.
    #[error("the note has no front matter")]
    NoFrontMatter,
    /// The value is a list or a map.
    #[error("`{0}` is not a single value")]
    NotAScalar(String),
    /// The edited text would not say what was asked.
    #[error("`{0}` cannot be set without changing more of the note")]
    Unsafe(String),
}

/// The text with the scalar `key` of the front matter set to `value`; every other byte stays,
/// a comment behind the value and the line endings included.
///
/// A key that is absent is added as the last line of the front matter.
///
/// # Errors
/// Where there is no front matter, where the value is a list or a map, and where the edited
/// text, read again, would not give `value`.
pub fn set_scalar(text: &str, key: &str, value: &str) -> Result<String, EditError> {
    let mut faults = Vec::new();
    let note = Note::parse("", text, &mut faults);
    let front = note.parts.front.ok_or(EditError::NoFrontMatter)?;
    let root = note.root();
    let entry = root.and_then(|root| root.entry(key));
    let edited = match entry {
        Some((_, node)) if node.text().is_none() => {
            return Err(EditError::NotAScalar(key.to_owned()));
        }
        Some((name, node)) => {
            let span = node.span();
            if span.start == span.end {
                // An empty value: it begins behind the colon.
                let colon = text[name.span().end..]
                    .find(':')
                    .map(|at| name.span().end + at + 1)
                    .ok_or_else(|| EditError::Unsafe(key.to_owned()))?;
                splice(text, Span::new(colon, colon), &format!(" {}", quoted(value)))
            } else {
                splice(text, span, &quoted(value))
            }
        }
        None => {
            let ending = if front.of(text).contains("\r\n") { "\r\n" } else { "\n" };
            let line = format!("{key}: {}{ending}", quoted(value));
            splice(text, Span::new(front.end, front.end), &line)
        }
    };
    let says = |text: &str| {
        let mut faults: Vec<Fault> = Vec::new();
        let note = Note::parse("", text, &mut faults);
        note.root().and_then(|root| root.entry(key)?.1.text().map(str::to_owned))
    };
    if says(&edited).as_deref() == Some(value) {
        Ok(edited)
    } else {
        Err(EditError::Unsafe(key.to_owned()))
    }
}

fn splice(text: &str, span: Span, with: &str) -> String {
    [&text[..span.start], with, &text[span.end..]].concat()
}

/// A value as YAML: plain where every reader takes it for the same text, in double quotes
/// otherwise.
pub fn quoted(value: &str) -> String {
    if is_plain(value) {
        return value.to_owned();
    }
    let mut text = String::with_capacity(value.len() + 2);
    text.push('"');
    for char in value.chars() {
        match char {
            '"' => text.push_str("\\\""),
            '\\' => text.push_str("\\\\"),
            '\n' => text.push_str("\\n"),
            '\r' => text.push_str("\\r"),
            '\t' => text.push_str("\\t"),
            char if is_hidden(char) => text.push_str(&escape(char)),
            char => text.push(char),
        }
    }
    text.push('"');
    text
}

fn escape(char: char) -> String {
    let code = u32::from(char);
    if code <= 0xffff { format!("\\u{code:04x}") } else { format!("\\U{code:08x}") }
}

/// Control characters, line separators, marks of direction and of byte order.
fn is_hidden(char: char) -> bool {
    char.is_control()
        || matches!(
            char,
            '\u{85}' | '\u{2028}' | '\u{2029}' | '\u{feff}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}'
        )
}

/// Whether a value may stand without quotes: it begins with a letter and cannot be taken for a
/// number, a truth, nothing, a date, a comment, a key or a list. A bare date stays bare.
fn is_plain(value: &str) -> bool {
    let date =
        value.len() >= 10 && super::value::parse_moment(value, &jiff::tz::TimeZone::UTC).is_some();
    // The name of a zone in brackets would end a list between brackets.
    let shaped = value
        .chars()
        .all(|char| char.is_ascii_digit() || matches!(char, '-' | '+' | ':' | '.' | 'T' | 'Z'));
    if date && shaped {
        return true;
    }
    let begins = value.chars().next().is_some_and(char::is_alphabetic);
    let ends = !value.ends_with([' ', ':']);
    let safe = value.chars().all(|char| {
        char.is_alphanumeric()
            || matches!(char, ' ' | '-' | '_' | '.' | '/' | '@' | '\'' | '(' | ')')
    });
    let word = !matches!(
        value.to_ascii_lowercase().as_str(),
        "true" | "false" | "yes" | "no" | "on" | "off" | "y" | "n" | "null"
    );
    begins && ends && safe && word
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_is_set_and_its_comment_stays() {
        let text = "---\r\nstatus: suspected   # asked on Monday\r\nflags: [a]\r\n---\r\nText";
        let edited = set_scalar(text, "status", "confirmed").expect("an edit");
        assert_eq!(edited, text.replace("suspected", "confirmed"));
    }

    #[test]
    fn an_absent_key_becomes_the_last_line() {
        let edited = set_scalar("---\ntype: incident\n---\n", "status", "dismissed");
        assert_eq!(edited.as_deref(), Ok("---\ntype: incident\nstatus: dismissed\n---\n"));
    }

    #[test]
    fn an_empty_value_is_filled() {
        let edited = set_scalar("---\nstatus:\nflags: [a]\n---\n", "status", "confirmed");
        assert_eq!(edited.as_deref(), Ok("---\nstatus: confirmed\nflags: [a]\n---\n"));
    }

    #[test]
    fn lists_and_notes_without_front_matter_are_refused() {
        assert_eq!(
            set_scalar("---\nflags: [a]\n---\n", "flags", "b"),
            Err(EditError::NotAScalar("flags".to_owned()))
        );
        assert_eq!(set_scalar("text", "status", "b"), Err(EditError::NoFrontMatter));
    }

    #[test]
    fn values_are_quoted_where_a_reader_could_take_them_for_something_else() {
        for (value, written) in [
            ("late call", "late call"),
            ("2026-04-11", "2026-04-11"),
            ("2026-04-11T22:40:00+02:00", "2026-04-11T22:40:00+02:00"),
            ("2026-04-11T22:40+02:00[Europe/Paris]", "\"2026-04-11T22:40+02:00[Europe/Paris]\""),
            ("no", "\"no\""),
            ("19:00", "\"19:00\""),
            ("a: b #c", "\"a: b #c\""),
            ("say \"hi\"", "\"say \\\"hi\\\"\""),
            ("", "\"\""),
            ("\u{1b}[31m", "\"\\u001b[31m\""),
        ] {
            assert_eq!(quoted(value), written);
        }
    }
}
