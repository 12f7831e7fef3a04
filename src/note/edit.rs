//! Edits of a note's text: only the bytes that were asked for change.

use super::{Fault, Node, Note};
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
    /// The value is there and no map.
    #[error("`{0}` is no map")]
    NotAMap(String),
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
                let colon = behind_colon(text, name.span()).ok_or_else(|| unsafe_to_set(key))?;
                splice(text, colon, &format!(" {}", quoted(value)))
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

/// The text with `entry` of the map `key` of the front matter set to `value`, as [`set_scalar`]
/// sets a key; a map that is absent is added as the last lines of the front matter.
///
/// # Errors
/// As [`set_scalar`], and where `key` holds something else than a map.
pub fn set_in_map(text: &str, key: &str, entry: &str, value: &str) -> Result<String, EditError> {
    let mut faults = Vec::new();
    let note = Note::parse("", text, &mut faults);
    let front = note.parts.front.ok_or(EditError::NoFrontMatter)?;
    let ending = if front.of(text).contains("\r\n") { "\r\n" } else { "\n" };
    let line = format!("{}: {}", quoted(entry), quoted(value));
    let map = note.root().and_then(|root| root.entry(key)).map(|(_, map)| map);
    let edited = match map {
        None => {
            let lines = format!("{key}:{ending}  {line}{ending}");
            splice(text, Span::new(front.end, front.end), &lines)
        }
        Some(map) if map.is_null() && map.span().start == map.span().end => {
            let (name, _) = note.root().and_then(|root| root.entry(key)).unwrap_or((map, map));
            let colon = behind_colon(text, name.span()).ok_or_else(|| unsafe_to_set(key))?;
            splice(text, colon, &format!(" {{{line}}}"))
        }
        Some(map) if !map.is_map() => return Err(EditError::NotAMap(key.to_owned())),
        Some(map) => set_entry(text, map, entry, &line, ending)?,
    };
    let before = map.map(answers).unwrap_or_default();
    let mut faults: Vec<Fault> = Vec::new();
    let note = Note::parse("", &edited, &mut faults);
    let mut after = note
        .root()
        .and_then(|root| root.get(key))
        .map(answers)
        .ok_or_else(|| unsafe_to_set(key))?;
    let said = after.iter().position(|(name, text)| name == entry && text == value);
    let others = |all: Vec<(String, String)>| -> Vec<(String, String)> {
        all.into_iter().filter(|(name, _)| name != entry).collect()
    };
    if said.is_some() && others(before) == others(std::mem::take(&mut after)) {
        Ok(edited)
    } else {
        Err(unsafe_to_set(entry))
    }
}

/// Sets an entry of a map that is there: in place, or behind the last one.
fn set_entry(
    text: &str,
    map: Node<'_, '_>,
    entry: &str,
    line: &str,
    ending: &str,
) -> Result<String, EditError> {
    let value = line.split_once(": ").map_or(line, |(_, value)| value);
    if let Some((name, node)) = map.entry(entry) {
        if node.text().is_none() {
            return Err(EditError::NotAScalar(entry.to_owned()));
        }
        let span = node.span();
        if span.start < span.end {
            return Ok(splice(text, span, value));
        }
        let colon = behind_colon(text, name.span()).ok_or_else(|| unsafe_to_set(entry))?;
        return Ok(splice(text, colon, &format!(" {value}")));
    }
    let span = map.span();
    let is_flow = span.of(text).starts_with('{');
    let Some((first, _)) = map.entries().next() else {
        let inside = Span::new(span.start + 1, span.start + 1);
        return Ok(splice(text, inside, line));
    };
    let last = map.entries().last().map_or(first.span(), |(name, value)| {
        if value.span().end > name.span().end { value.span() } else { name.span() }
    });
    if is_flow {
        return Ok(splice(text, Span::new(last.end, last.end), &format!(", {line}")));
    }
    let line_start = text[..first.span().start].rfind('\n').map_or(0, |at| at + 1);
    let indent = &text[line_start..first.span().start];
    let end = text[last.end..].find('\n').map_or(text.len(), |at| last.end + at + 1);
    Ok(splice(text, Span::new(end, end), &format!("{indent}{line}{ending}")))
}

/// The entries of a map that are text, nothing for anything else.
fn answers(map: Node<'_, '_>) -> Vec<(String, String)> {
    let text = |node: Node<'_, '_>| node.text().map(str::to_owned).unwrap_or_default();
    map.entries().map(|(name, value)| (text(name), text(value))).collect()
}

/// The place behind the colon of a key.
fn behind_colon(text: &str, name: Span) -> Option<Span> {
    let colon = text[name.end..].find(':').map(|at| name.end + at + 1)?;
    Some(Span::new(colon, colon))
}

fn unsafe_to_set(key: &str) -> EditError {
    EditError::Unsafe(key.to_owned())
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
    fn an_entry_of_a_map_is_set_wherever_the_map_stands() {
        let set = |text: &str| set_in_map(text, "screening", "goals", "vague, so far");
        for (text, edited) in [
            (
                "---\ntype: client\n---\n",
                "---\ntype: client\nscreening:\n  goals: \"vague, so far\"\n---\n",
            ),
            (
                "---\nscreening: {craft: core}  # first call\nname: A\n---\n",
                "---\nscreening: {craft: core, goals: \"vague, so far\"}  # first call\nname: A\n---\n",
            ),
            (
                "---\nscreening: {goals: realistic, craft: core}\n---\n",
                "---\nscreening: {goals: \"vague, so far\", craft: core}\n---\n",
            ),
            (
                "---\r\nscreening:\r\n  craft: core # x\r\n\r\nname: A\r\n---\r\n",
                "---\r\nscreening:\r\n  craft: core # x\r\n  goals: \"vague, so far\"\r\n\r\nname: A\r\n---\r\n",
            ),
            (
                "---\nscreening:\n    goals:\n    craft: core\n---\n",
                "---\nscreening:\n    goals: \"vague, so far\"\n    craft: core\n---\n",
            ),
            (
                "---\nscreening:\nname: A\n---\n",
                "---\nscreening: {goals: \"vague, so far\"}\nname: A\n---\n",
            ),
            ("---\nscreening: {}\n---\n", "---\nscreening: {goals: \"vague, so far\"}\n---\n"),
        ] {
            assert_eq!(set(text).as_deref(), Ok(edited));
        }
    }

    #[test]
    fn an_entry_is_refused_where_it_would_cost_something() {
        let set = |text: &str| set_in_map(text, "screening", "goals", "vague");
        let no_map = Err(EditError::NotAMap("screening".to_owned()));
        assert_eq!(set("---\nscreening: mutual\n---\n"), no_map);
        let list = Err(EditError::NotAScalar("goals".to_owned()));
        assert_eq!(set("---\nscreening: {goals: [a]}\n---\n"), list);
        assert_eq!(set("text"), Err(EditError::NoFrontMatter));
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
