//! A list `incidents:` becomes notes: each item with every byte of its keys, the note without it.
//!
//! Owns: which bytes go where, and that what comes out reads as what went in. Must not: name
//! files, or put right what an item says.

use super::edit::quoted;
use super::{Kind, Node, Note};
use crate::finding::Span;
use crate::model::{Client, Incident, IncidentId, Language, Moment};

/// A list taken apart.
#[derive(Clone, Debug, PartialEq)]
pub struct Exploded {
    /// The note without its list; every other byte is as it was.
    pub rest: String,
    /// The notes, in the order of the list.
    pub notes: Vec<ExplodedNote>,
}

/// One item as a note.
#[derive(Clone, Debug, PartialEq)]
pub struct ExplodedNote {
    /// The note's text.
    pub text: String,
    /// When it happened.
    pub moment: Moment,
    /// Words to name it by: what was observed or said, else its first red flag.
    pub words: String,
}

/// Why a list cannot be taken apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ExplodeError {
    /// The note has no list of incidents.
    #[error("the note has no list of incidents")]
    NoList,
    /// This item, counted from 1, would not read the same as a note.
    #[error("item {0} would not read the same as a note")]
    Item(usize),
    /// The rest of the note would not stay as it is.
    #[error("the rest of the note would not stay as it is")]
    Rest,
}

/// The keys of an item that become the body of a note.
const OF_BODY: [&str; 2] = ["observed", "reading"];

/// Takes the list of a note apart. An item keeps its own `id`; one that has none is named by
/// its place in the list, and keeps that name as its `id` where `is_cited` says that somebody
/// names it so.
///
/// # Errors
/// An [`ExplodeError`] where there is no list, or where anything would be lost.
pub fn explode(
    note: &Note<'_>,
    client: &Client,
    is_cited: impl Fn(&IncidentId) -> bool,
) -> Result<Exploded, ExplodeError> {
    let root = note.root().ok_or(ExplodeError::NoList)?;
    let list = root.get("incidents").filter(|list| list.is_list()).ok_or(ExplodeError::NoList)?;
    let items: Vec<Node<'_, '_>> = list.items().collect();
    let incidents = note.read(client, &mut Vec::new()).incidents;
    if items.is_empty() {
        return Err(ExplodeError::NoList);
    }
    if let Some(at) = items.iter().position(|item| !item.is_map()) {
        return Err(ExplodeError::Item(at + 1));
    }
    let mut gone = vec![entry_lines(note, "incidents").ok_or(ExplodeError::Rest)?];
    let mut notes = Vec::new();
    for (at, item) in items.iter().enumerate() {
        let failed = ExplodeError::Item(at + 1);
        let end = items.get(at + 1).map_or(gone[0].end, |next| dash_before(note.text, *next));
        let own_id = item.get("id").is_some();
        let id = IncidentId::new(format!("{}#{}", note.stem(), at + 1));
        let from = incidents.iter().find(|incident| match item.get("id") {
            Some(own) => own.text() == Some(incident.id.as_str()),
            None => incident.id == id,
        });
        let from = from.ok_or(failed)?;
        let kept_id = (!own_id && is_cited(&id)).then_some(&id);
        let start = if at == 0 { gone[0].start } else { dash_before(note.text, *item) };
        let whole = Span::new(start, end);
        let text = note_of(note, *item, whole, kept_id, from, client.language);
        let text = with_endings(&text, note.text);
        if !reads_the_same(&text, *item, from, client) {
            return Err(failed);
        }
        notes.push(ExplodedNote { text, moment: from.moment, words: words(from) });
    }
    if !has_every_comment(note, gone[0], &notes) {
        return Err(ExplodeError::Rest);
    }
    // Without its list an incident's note tells none, and is a free note from here on.
    if note.kind == Some(Kind::Incident) {
        gone.push(entry_lines(note, "type").ok_or(ExplodeError::Rest)?);
    }
    Ok(Exploded { rest: without(note, client, gone)?, notes })
}

/// The lines of an entry of the front matter, comments between it and the next key left out.
fn entry_lines(note: &Note<'_>, key: &str) -> Option<Span> {
    let (front, root) = (note.parts.front?, note.root()?);
    let start = root.entry(key)?.0.span().start;
    let begins_line = |at: usize| note.text[..at].ends_with('\n');
    if !begins_line(start) {
        return None;
    }
    let keys = root.entries().map(|(key, _)| key.span().start);
    let next = keys.filter(|at| *at > start).min().unwrap_or(front.end);
    if !begins_line(next) {
        return None;
    }
    let mut end = next;
    for line in note.text[start..next].split_inclusive('\n').rev() {
        if !(line.trim().is_empty() || line.starts_with('#')) {
            break;
        }
        end -= line.len();
    }
    Some(Span::new(start, end))
}

/// Where the `-` of an item stands, or the item itself in a list between brackets.
fn dash_before(text: &str, item: Node<'_, '_>) -> usize {
    let start = item.span().start;
    let line = text[..start].rfind('\n').map_or(0, |newline| newline + 1);
    match text[line..start].rfind('-') {
        Some(_) if text[line..start].trim_start().starts_with('-') => line,
        _ => start,
    }
}

/// An item as the text of a note.
fn note_of(
    note: &Note<'_>,
    item: Node<'_, '_>,
    whole: Span,
    kept_id: Option<&IncidentId>,
    incident: &Incident,
    language: Language,
) -> String {
    let mut text = String::from("---\n");
    if item.entry("type").is_none() {
        text.push_str("type: incident\n");
    }
    if let Some(id) = kept_id {
        text.push_str(&format!("id: {}\n", quoted(id.as_str())));
    }
    if item.get("date").is_none()
        && let Some(date) = note.root().and_then(|root| root.get("date"))
    {
        text.push_str(&format!("date: {}\n", date.span().of(note.text)));
    }
    let is_flow = note.text[item.span().start..].starts_with('{');
    let keys: Vec<(Node<'_, '_>, Node<'_, '_>)> = item.entries().collect();
    let first = keys.first().map_or(whole.end, |(key, _)| key.span().start);
    comments(note, Span::new(whole.start, first), &mut text);
    for (at, (key, value)) in keys.iter().enumerate() {
        let next = keys.get(at + 1).map_or(whole.end, |(next, _)| next.span().start);
        let part = Span::new(key.span().start, next);
        let is_null_date = key.text() == Some("date") && value.is_null();
        if key.text().is_some_and(|key| OF_BODY.contains(&key)) || is_null_date {
            comments(note, Span::new(value.span().end.min(next), next), &mut text);
        } else if is_flow {
            text.push_str(&flow_entry(note, *key, *value));
            comments(note, Span::new(value.span().end.min(next), next), &mut text);
        } else {
            let indent = column(note.text, key.span().start);
            dedented(part.of(note.text).trim_end(), indent, &mut text);
        }
    }
    text.push_str("---\n");
    let observed = incident.observed.trim();
    if !observed.is_empty() {
        text.push_str(observed);
        text.push('\n');
    }
    if let Some(reading) = incident.reading.as_deref() {
        let heading = match language {
            Language::En => "Reading",
            Language::Fr => "Lecture",
        };
        text.push_str(&format!("\n## {heading}\n\n{}\n", reading.trim()));
    }
    text
}

/// How many bytes stand before it in its line.
fn column(text: &str, at: usize) -> usize {
    at - text[..at].rfind('\n').map_or(0, |newline| newline + 1)
}

/// Lines without the indentation of their item.
fn dedented(lines: &str, indent: usize, text: &mut String) {
    for line in lines.lines() {
        let spaces = line.len() - line.trim_start_matches(' ').len();
        text.push_str(&line[spaces.min(indent)..]);
        text.push('\n');
    }
}

/// The comments in a stretch of the note, each on a line of its own.
fn comments(note: &Note<'_>, within: Span, text: &mut String) {
    let inside = |span: &&Span| span.start >= within.start && span.end <= within.end;
    for comment in note.tree.comments().iter().filter(inside) {
        text.push_str(comment.of(note.text).trim_end());
        text.push('\n');
    }
}

/// Whether every comment of the list is in one of the notes.
fn has_every_comment(note: &Note<'_>, list: Span, notes: &[ExplodedNote]) -> bool {
    let count = |text: &str| Note::parse("", text, &mut Vec::new()).tree.comments().len();
    let inside = |span: &&Span| span.start >= list.start && span.end <= list.end;
    let kept: usize = notes.iter().map(|note| count(&note.text)).sum();
    note.tree.comments().iter().filter(inside).count() == kept
}

/// An entry of a map between braces, on lines of its own.
fn flow_entry(note: &Note<'_>, key: Node<'_, '_>, value: Node<'_, '_>) -> String {
    let raw = value.span().of(note.text);
    let value = match value.text() {
        Some(text) if raw.contains('\n') => quoted(text),
        _ => raw.replace('\n', "\n  "),
    };
    format!("{}: {value}", key.span().of(note.text)).trim_end().to_owned() + "\n"
}

fn words(incident: &Incident) -> String {
    let observed = incident.observed.trim();
    let said = if observed.is_empty() { incident.quote.as_deref() } else { Some(observed) };
    let flag = || incident.flags.first().map(ToString::to_string).unwrap_or_default();
    said.map_or_else(flag, str::to_owned)
}

/// The text with the line endings of the note it comes from.
fn with_endings(text: &str, of: &str) -> String {
    let text = text.replace("\r\n", "\n");
    if of.contains("\r\n") { text.replace('\n', "\r\n") } else { text }
}

/// Whether a new note tells the same incident, with every key of the item.
fn reads_the_same(text: &str, item: Node<'_, '_>, from: &Incident, client: &Client) -> bool {
    let note = Note::parse(&from.note, text, &mut Vec::new());
    let Some(root) = note.root() else { return false };
    let kept = |key: Node<'_, '_>, value: Node<'_, '_>| {
        let name = key.text().unwrap_or_default();
        OF_BODY.contains(&name)
            || name == "date" && value.is_null()
            || root.entry(name).is_some_and(|(_, kept)| same(kept, value))
    };
    let incidents = note.read(client, &mut Vec::new()).incidents;
    let [incident] = &incidents[..] else { return false };
    let plain = |incident: &Incident| Incident {
        id: IncidentId::new(""),
        observed: incident.observed.trim().replace("\r\n", "\n"),
        reading: incident.reading.as_deref().map(|text| text.trim().replace("\r\n", "\n")),
        ..incident.clone()
    };
    plain(incident) == plain(from) && item.entries().all(|(key, value)| kept(key, value))
}

/// Whether two nodes have the same values, however they are written.
fn same(a: Node<'_, '_>, b: Node<'_, '_>) -> bool {
    let pairs = |a: Node<'_, '_>, b: Node<'_, '_>| {
        a.items().count() == b.items().count()
            && a.items().zip(b.items()).all(|(a, b)| same(a, b))
            && a.entries().count() == b.entries().count()
            && a.entries().zip(b.entries()).all(|(a, b)| same(a.0, b.0) && same(a.1, b.1))
    };
    a.text() == b.text() && a.is_list() == b.is_list() && pairs(a, b)
}

/// The note without these bytes; everything else must read as before.
fn without(note: &Note<'_>, client: &Client, mut gone: Vec<Span>) -> Result<String, ExplodeError> {
    gone.sort_by_key(|span| std::cmp::Reverse(span.start));
    let mut rest = note.text.to_owned();
    for span in gone {
        rest.replace_range(span.start..span.end, "");
    }
    let after = Note::parse(note.path, &rest, &mut Vec::new());
    let is_gone =
        |key: &str| key == "incidents" || key == "type" && note.kind == Some(Kind::Incident);
    let kept: Vec<_> = note.root().into_iter().flat_map(Node::entries).collect();
    let kept = kept.into_iter().filter(|(key, _)| !key.text().is_some_and(is_gone));
    let left: Vec<_> = after.root().into_iter().flat_map(Node::entries).collect();
    let same_keys = kept.clone().count() == left.len()
        && kept.zip(&left).all(|(a, b)| same(a.0, b.0) && same(a.1, b.1));
    let same_body = after.parts.body.of(&rest) == note.parts.body.of(note.text);
    let no_incident = after.read(client, &mut Vec::new()).incidents.is_empty();
    if same_keys && same_body && no_incident { Ok(rest) } else { Err(ExplodeError::Rest) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{ClientId, Currency};

    fn client() -> Client {
        let zone = jiff::tz::TimeZone::UTC;
        Client::unknown(ClientId::new("nova"), Language::En, zone, Currency::EURO)
    }

    fn exploded(text: &str) -> Result<Exploded, ExplodeError> {
        let note = Note::parse("clients/nova/nova.md", text, &mut Vec::new());
        explode(&note, &client(), |id| id.as_str() == "nova#2")
    }

    #[test]
    fn every_byte_of_an_item_goes_into_its_note() {
        let text = "---\ntype: client # ours\nname: Nova\nincidents:\n  # from the call\n  \
            - date: 2026-04-11T22:40   # late\n    flags: [time-boundary]\n    severity: low\n    \
            observed: |\n      A call.\n\n      # no comment\n    mood: [bad,\n      worse]\n  # the second\n  \
            - {date: 2026-04-12, flags: [threat], severity: high, reading: Anger., x: {a: 1}} # flow\n\
            # of the currency\ncurrency: EUR\n---\nText.\n";
        let done = exploded(text).expect("two notes");
        assert_eq!(
            done.rest,
            "---\ntype: client # ours\nname: Nova\n# of the currency\ncurrency: EUR\n---\nText.\n"
        );
        assert_eq!(
            done.notes[0].text,
            "---\ntype: incident\n# from the call\ndate: 2026-04-11T22:40   # late\n\
             flags: [time-boundary]\nseverity: low\nmood: [bad,\n  worse]\n# the second\n---\n\
             A call.\n\n# no comment\n"
        );
        assert_eq!(
            done.notes[1].text,
            "---\ntype: incident\nid: \"nova#2\"\ndate: 2026-04-12\nflags: [threat]\n\
             severity: high\nx: {a: 1}\n# flow\n---\n\n## Reading\n\nAnger.\n"
        );
        let crlf = exploded(&text.replace('\n', "\r\n")).expect("two notes");
        assert_eq!(crlf.rest, done.rest.replace('\n', "\r\n"));
        assert_eq!(crlf.notes[0].text, done.notes[0].text.replace('\n', "\r\n"));
    }

    #[test]
    fn a_note_of_incidents_becomes_a_free_note_and_gives_its_date() {
        let text = "---\ntype: incident\ndate: 2026-04-11\nincidents:\n\
            - flags: [threat]\n  severity: low\n  observed: Here.\n- date:\n  flags: [threat]\n  \
            severity: low\n---\nTwo things.\n";
        let done = exploded(text).expect("two notes");
        assert_eq!(done.rest, "---\ndate: 2026-04-11\n---\nTwo things.\n");
        assert!(done.notes.iter().all(|note| note.text.contains("\ndate: 2026-04-11\n")));
        assert_eq!(done.notes[0].words, "Here.");
        assert_eq!(done.notes[1].words, "threat");
    }

    #[test]
    fn what_would_not_read_the_same_is_refused() {
        let with = |items: &str| {
            exploded(&format!("---\ntype: client\nincidents:\n{items}---\n")).map(|_| ())
        };
        let sound = "  - {date: 2026-04-12, flags: [threat], severity: low}\n";
        assert_eq!(with(sound), Ok(()));
        assert_eq!(exploded("---\ntype: client\n---\n"), Err(ExplodeError::NoList));
        assert_eq!(with("  - text\n"), Err(ExplodeError::Item(1)));
        assert_eq!(with(&format!("{sound}  - {{date: soon}}\n")), Err(ExplodeError::Item(2)));
        let forged = "  - {date: 2026-04-12, flags: [threat], severity: low, observed: \"A\\n## Reading\\nB\"}\n";
        assert_eq!(with(forged), Err(ExplodeError::Item(1)));
        let flow = "---\n{type: client, incidents: [{date: 2026-04-12, flags: [threat], severity: low}]}\n---\n";
        assert_eq!(exploded(flow), Err(ExplodeError::Rest));
    }
}
