//! The lines on which messages of a chat begin.

use jiff::civil::Time;

use super::clock::{Written, parse_time};

/// The longest name of a writer, in characters.
const LONGEST_NAME: usize = 60;

/// The line on which a message begins.
pub(super) struct Head<'t> {
    /// Who writes; `None` for a line of the program itself.
    pub(super) name: Option<&'t str>,
    /// When; `None` where the line says `today`.
    pub(super) when: Option<Written<'t>>,
    /// Where its words begin, in the line.
    pub(super) words: usize,
}

/// A line without the marks of direction that some programs begin it with, and its end.
pub(super) fn unmarked(line: &str) -> &str {
    line.trim_start_matches(['\u{feff}', '\u{200e}', '\u{200f}', '\u{202a}', '\u{202b}'])
        .trim_end_matches(['\n', '\r'])
}

/// `[03/05/2026, 10:02:11] Ann: words`.
pub(super) fn bracketed(line: &str) -> Option<Head<'_>> {
    let (when, rest) = Written::parse(line.strip_prefix('[')?)?;
    let rest = rest.strip_prefix(']')?;
    Some(named(line, rest, when))
}

/// `03/05/2026, 10:02 - Ann: words`.
pub(super) fn dashed(line: &str) -> Option<Head<'_>> {
    let (when, rest) = Written::parse(line)?;
    let rest = rest.trim_start_matches([' ', '\u{a0}', '\u{202f}']);
    let rest = rest.strip_prefix("- ").or_else(|| rest.strip_prefix("– "))?;
    Some(named(line, rest, when))
}

/// A name and its colon before the words.
fn named<'t>(line: &'t str, rest: &'t str, when: Written<'t>) -> Head<'t> {
    let rest = rest.trim_start_matches([' ', '\u{200e}', '\u{a0}', '\u{202f}']);
    let colon = [": ", " : ", ":"].into_iter().find_map(|mark| {
        let at = rest.find(mark)?;
        // A colon at the end of the line has its words below.
        (mark != ":" || at + 1 == rest.len()).then_some((at, mark.len()))
    });
    let head = |words: &str, name| Head { name, when: Some(when), words: line.len() - words.len() };
    match colon.filter(|(at, _)| is_name(rest[..*at].trim())) {
        Some((at, length)) => head(&rest[at + length..], Some(rest[..at].trim())),
        None => head(rest, None),
    }
}

/// `Ann — 03/05/2026 10:02`; of `today` the day is not known.
pub(super) fn titled(line: &str) -> Option<Head<'_>> {
    let (name, when) = line.split_once(" — ")?;
    let (name, when) = (name.trim(), when.trim());
    if !is_name(name) {
        return None;
    }
    let written = match Written::parse(when) {
        Some((written, "")) => Some(written),
        Some(_) => return None,
        None => {
            let days =
                ["today at ", "yesterday at ", "aujourd’hui à ", "aujourd'hui à ", "hier à "];
            let lower = when.to_lowercase();
            let rest = days.iter().find_map(|day| lower.strip_prefix(day))?;
            parse_time(rest).filter(|(_, rest)| rest.trim().is_empty())?;
            None
        }
    };
    Some(Head { name: Some(name), when: written, words: line.len() })
}

/// A name and a time, on one line or on two, and how many lines they take.
pub(super) fn timed<'t>(lines: &[&'t str], at: usize) -> Option<(Option<&'t str>, Time, usize)> {
    let line = lines.get(at)?.trim();
    let alone = |line: &str| {
        let (time, rest) = parse_time(line)?;
        rest.trim().is_empty().then_some(time)
    };
    if let Some(time) = alone(line) {
        return Some((None, time, 1));
    }
    if let Some(time) = lines.get(at + 1).and_then(|next| alone(next.trim())) {
        return is_name(line).then_some((Some(line), time, 2));
    }
    let start = line.rfind(|c: char| c.is_whitespace()).map(|space| {
        // `9:41 PM` is two words.
        let before = &line[..space];
        before
            .rfind(char::is_whitespace)
            .filter(|_| line[space..].trim().len() == 2)
            .unwrap_or(space)
    })?;
    let time = alone(line[start..].trim())?;
    is_name(line[..start].trim()).then_some((Some(line[..start].trim()), time, 1))
}

/// Whether it can be what somebody is called: short, and no sentence.
pub(super) fn is_name(text: &str) -> bool {
    !text.is_empty()
        && text.chars().count() <= LONGEST_NAME
        && text.split_whitespace().count() <= 6
        && !text.ends_with(['.', '!', '?', ',', ';', ':'])
        && !text.contains("://")
}
