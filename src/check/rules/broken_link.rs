//! `broken-link`: a link of a note's text, or a name of a piece of evidence, finds no file.

use crate::check::{Finds, Rule, Surroundings};
use crate::finding::{Level, Span};
use crate::model::Client;
use crate::note::body::{Link, link_target};
use crate::note::{Fault, Fields, Kind, Node, Note, Recorded};
use crate::phrase::Phrase;

pub(super) const RULE: Rule = Rule {
    code: "broken-link",
    level: Level::Error,
    why: "Evidence and notes point to each other by name. A name that finds no file proves \
          nothing to anybody who follows it.",
    finds: Finds::InNote(find),
};

fn find(
    note: &Note<'_>,
    _: &Recorded,
    _: &Client,
    surroundings: &Surroundings<'_>,
    faults: &mut Vec<Fault>,
) {
    if let Some(root) = note.root() {
        match note.kind {
            Some(Kind::Message) => find_values(root, "exhibit", surroundings, faults),
            Some(Kind::Decision) => {
                if let Some(told) = root.get("told") {
                    find_values(told, "evidence", surroundings, faults);
                }
            }
            _ => {
                find_values(root, "evidence", surroundings, faults);
                for item in root.get("incidents").into_iter().flat_map(Node::items) {
                    find_values(item, "evidence", surroundings, faults);
                }
            }
        }
    }
    // What a client wrote into a message is theirs, whatever it looks like.
    if note.kind != Some(Kind::Message) {
        find_links(note, surroundings, faults);
    }
}

/// Files that a value names, by name wherever they lie.
fn find_values(
    map: Node<'_, '_>,
    key: &'static str,
    surroundings: &Surroundings<'_>,
    faults: &mut Vec<Fault>,
) {
    if !map.is_map() || map.get(key).is_none() {
        return;
    }
    for (value, span) in Fields::new(map, &mut Vec::new()).texts(key) {
        let target = link_target(value);
        let elsewhere = target.contains("://");
        if !elsewhere && !target.is_empty() && !surroundings.files.has_name(target) {
            faults.push(broken(target, span));
        }
    }
}

/// Links of the text: wikilinks by name, others by their path from the note's folder.
pub(super) fn find_links(
    note: &Note<'_>,
    surroundings: &Surroundings<'_>,
    faults: &mut Vec<Fault>,
) {
    if all_lead_somewhere(note, surroundings) {
        return;
    }
    for link in &note.body().links {
        if !leads_somewhere(link, note.path, surroundings) {
            faults.push(broken(&link.target, link.span));
        }
    }
}

/// Whether everything that looks like a link leads somewhere: the Markdown need not be parsed.
fn all_lead_somewhere(note: &Note<'_>, surroundings: &Surroundings<'_>) -> bool {
    let body = note.parts.body.of(note.text);
    let starts = |mark: &'static str| memchr::memmem::find_iter(body.as_bytes(), mark.as_bytes());
    let found = |start: usize, ends: &[char], wiki| {
        let rest = body.get(start + 2..).unwrap_or_default();
        let target = rest.split(ends).next().unwrap_or_default().to_owned();
        let link = Link { target, wiki, span: Span::default() };
        !link.target.is_empty() && leads_somewhere(&link, note.path, surroundings)
    };
    starts("[[").all(|start| found(start, &[']', '|', '#', '\n'], true))
        && starts("](").all(|start| found(start, &[')', '#', ' ', '\n'], false))
}

fn broken(target: &str, span: Span) -> Fault {
    Fault::new("broken-link", span)
        .saying(Phrase::new("broken-link").with("target", target))
        .hinting(Phrase::new("broken-link-hint"))
}

/// Whether a link finds a file, or cannot be known to find none.
fn leads_somewhere(link: &Link, from: &str, surroundings: &Surroundings<'_>) -> bool {
    let files = surroundings.files;
    if link.wiki {
        return files.has_name(&link.target);
    }
    let target = percent_decoded(&link.target);
    let Some(path) = resolved(from, target.split('?').next().unwrap_or_default()) else {
        return true;
    };
    let hidden = path.split('/').any(|part| part.starts_with('.'));
    hidden || path.is_empty() || files.has_path(&path) || files.has_folder(&path)
}

/// The path below the vault that a relative path from a note's folder leads to; `None` where it
/// leads out of the vault.
fn resolved(from: &str, target: &str) -> Option<String> {
    let folder = from.rsplit_once('/').map_or("", |(folder, _)| folder);
    let mut parts: Vec<&str> = match target.starts_with('/') {
        true => Vec::new(),
        false => folder.split('/').filter(|part| !part.is_empty()).collect(),
    };
    for part in target.split('/') {
        match part {
            "" | "." => {}
            ".." => {
                parts.pop()?;
            }
            part => parts.push(part),
        }
    }
    Some(parts.join("/"))
}

/// `a%20b` as `a b`; an escape that gives no text stays as it is written.
fn percent_decoded(text: &str) -> String {
    if !text.contains('%') {
        return text.to_owned();
    }
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((byte, after)) = rest.split_first() {
        let code = after.get(..2).and_then(|code| std::str::from_utf8(code).ok());
        let code =
            code.filter(|_| *byte == b'%').and_then(|code| u8::from_str_radix(code, 16).ok());
        bytes.push(code.unwrap_or(*byte));
        rest = if code.is_some() { &after[2..] } else { after };
    }
    String::from_utf8(bytes).unwrap_or_else(|_| text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_are_resolved_against_the_folder_of_the_note() {
        let from = "clients/a/2026-04/x.md";
        assert_eq!(
            resolved(from, "../evidence/b.eml").as_deref(),
            Some("clients/a/evidence/b.eml")
        );
        assert_eq!(resolved(from, "./y").as_deref(), Some("clients/a/2026-04/y"));
        assert_eq!(resolved(from, "/flags/z.md").as_deref(), Some("flags/z.md"));
        assert_eq!(resolved(from, "../../../../etc/passwd"), None);
        assert_eq!(percent_decoded("a%20b%C3%A9%zz%"), "a bé%zz%");
    }
}
