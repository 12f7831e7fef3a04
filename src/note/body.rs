//! The body of a note: headings, links, quotes, and the reading apart from the facts.

use pulldown_cmark::{Event, HeadingLevel, LinkType, Options, Parser, Tag, TagEnd};

use crate::finding::Span;

/// What a body holds, with bytes of the whole file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Body {
    /// Headings, in order.
    pub headings: Vec<Heading>,
    /// Links to notes and files, in order; web addresses are left out.
    pub links: Vec<Link>,
    /// Block quotes and code: words that are not the user's own.
    pub quoted: Vec<Span>,
}

/// A heading.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// 1 for `#` to 6.
    pub level: u8,
    /// Its text without marks.
    pub text: String,
    /// The whole heading.
    pub span: Span,
}

/// A link to a note or a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// What it points to, without a heading after `#`.
    pub target: String,
    /// Whether it is `[[target]]`: found by name, wherever it lies.
    pub wiki: bool,
    /// The whole link.
    pub span: Span,
}

/// Headings that part how something was read from what was observed.
const READING: [&str; 2] = ["reading", "lecture"];

/// Reads the Markdown at `span` of `text`.
pub fn parse_body(text: &str, span: Span) -> Body {
    let mut body = Body::default();
    let mut heading: Option<Heading> = None;
    let options = Options::ENABLE_WIKILINKS | Options::ENABLE_TABLES;
    for (event, range) in Parser::new_ext(span.of(text), options).into_offset_iter() {
        let at = Span::new(span.start + range.start, span.start + range.end);
        if matches!(event, Event::Code(_)) {
            body.quoted.push(at);
        }
        match event {
            Event::Start(Tag::Heading { level, .. }) => {
                heading = Some(Heading { level: depth(level), text: String::new(), span: at });
            }
            Event::End(TagEnd::Heading(_)) => body.headings.extend(heading.take()),
            Event::Text(words) | Event::Code(words) => {
                if let Some(heading) = &mut heading {
                    heading.text.push_str(&words);
                }
            }
            Event::Start(
                Tag::Link { link_type, dest_url, .. } | Tag::Image { link_type, dest_url, .. },
            ) => body.links.extend(link(link_type, &dest_url, at)),
            Event::Start(Tag::BlockQuote(_) | Tag::CodeBlock(_)) => body.quoted.push(at),
            _ => {}
        }
    }
    body
}

const fn depth(level: HeadingLevel) -> u8 {
    match level {
        HeadingLevel::H1 => 1,
        HeadingLevel::H2 => 2,
        HeadingLevel::H3 => 3,
        HeadingLevel::H4 => 4,
        HeadingLevel::H5 => 5,
        HeadingLevel::H6 => 6,
    }
}

fn link(link_type: LinkType, target: &str, span: Span) -> Option<Link> {
    let wiki = matches!(link_type, LinkType::WikiLink { .. });
    let elsewhere = target.contains("://")
        || matches!(link_type, LinkType::Autolink | LinkType::Email)
        || target.starts_with("mailto:")
        || target.starts_with("tel:");
    let target = target.split('#').next().unwrap_or_default();
    (!elsewhere && !target.is_empty()).then(|| Link { target: target.to_owned(), wiki, span })
}

/// The facts and the reading of a body: everything outside and inside the section `## Reading`
/// (or `## Lecture`).
pub fn observed_and_reading(text: &str, span: Span) -> (String, Option<String>) {
    let body = span.of(text);
    if !mentions_reading(body) {
        return (body.trim().to_owned(), None);
    }
    let Some((section, content)) = reading_section(text, span) else {
        return (body.trim().to_owned(), None);
    };
    let before = text[span.start..section.start].trim_end();
    let after = text[section.end..span.end].trim();
    let observed = format!("{before}\n\n{after}");
    (observed.trim().to_owned(), Some(content.of(text).trim().to_owned()))
}

/// The section of the reading, heading included, and its content alone.
pub fn reading_section(text: &str, span: Span) -> Option<(Span, Span)> {
    let headings = plain_headings(text, span).unwrap_or_else(|| parse_body(text, span).headings);
    let at = headings.iter().position(|heading| {
        READING.iter().any(|name| heading.text.trim().eq_ignore_ascii_case(name))
    })?;
    let heading = &headings[at];
    let end = headings[at + 1..]
        .iter()
        .find(|next| next.level <= heading.level)
        .map_or(span.end, |next| next.span.start);
    Some((Span::new(heading.span.start, end), Span::new(heading.span.end, end)))
}

/// The headings of a body whose lines alone decide which ones there are, several times faster
/// than [`parse_body`]; `None` where they do not: fences, HTML, indentation, underlines, lists,
/// block quotes, tables, escapes and marks in headings.
fn plain_headings(text: &str, span: Span) -> Option<Vec<Heading>> {
    let body = span.of(text);
    let mut headings = Vec::new();
    let mut start = span.start;
    for line in body.split_inclusive('\n') {
        let at = Span::new(start, start + line.len());
        start = at.end;
        let content = line.trim_end_matches('\n').trim_end_matches('\r');
        match content.as_bytes().first() {
            None => {}
            Some(b'#') => headings.push(plain_heading(content, at)?),
            Some(first) => {
                let decides = first.is_ascii_alphabetic() || !first.is_ascii();
                if !decides || content.contains('\r') {
                    return None;
                }
            }
        }
    }
    Some(headings)
}

fn plain_heading(line: &str, span: Span) -> Option<Heading> {
    let text = line.trim_start_matches('#');
    let level = u8::try_from(line.len() - text.len()).ok().filter(|level| *level <= 6)?;
    let text = text.strip_prefix(' ')?;
    let is_plain = |char: char| char.is_alphanumeric() || matches!(char, ' ' | ',' | '-' | '\'');
    let plain = text.chars().all(is_plain) && !text.trim().is_empty();
    plain.then(|| Heading { level, text: text.trim().to_owned(), span })
}

fn mentions_reading(body: &str) -> bool {
    let has = |word: &str| memchr::memmem::find(body.as_bytes(), word.as_bytes()).is_some();
    has("eading") || has("ecture") || has("EADING") || has("ECTURE")
}

/// The target of a wikilink written as a value, `[[note]]`, `[[note|shown]]` or `[[note#part]]`;
/// a text without brackets is its own target.
pub fn link_target(value: &str) -> &str {
    let inner = value
        .trim()
        .strip_prefix("[[")
        .and_then(|rest| rest.strip_suffix("]]"))
        .unwrap_or_else(|| value.trim());
    inner.split(['|', '#']).next().unwrap_or(inner).trim()
}

/// The incident that a value names: an id as it stands, `note#2` for an item of a list, or a
/// wikilink to either.
pub fn incident_target(value: &str) -> &str {
    let value = value.trim();
    let Some(inner) = value.strip_prefix("[[").and_then(|rest| rest.strip_suffix("]]")) else {
        return value;
    };
    let inner = inner.split('|').next().unwrap_or(inner).trim();
    let is_item = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    match inner.rsplit_once('#') {
        Some((_, part)) if is_item(part) => inner,
        _ => link_target(value),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> (String, Option<String>) {
        observed_and_reading(text, Span::new(0, text.len()))
    }

    #[test]
    fn the_reading_is_parted_from_the_facts() {
        let text = "He called.\n\n## Reading\n\nHe is under pressure.\n\n## After\n\nI wrote.\n";
        let (observed, reading) = parts(text);
        assert_eq!(observed, "He called.\n\n## After\n\nI wrote.");
        assert_eq!(reading.as_deref(), Some("He is under pressure."));
        assert_eq!(parts("Il a appelé.\n\n## Lecture\nStress.\n").1.as_deref(), Some("Stress."));
        assert_eq!(parts("Reading his mail took an hour.").1, None);
    }

    #[test]
    fn lines_that_decide_give_the_headings_of_the_parser() {
        for text in [
            "Facts.\n\n## Reading\nSo I read it.\n# After\nMore.\n",
            "Facts\n## Lecture\r\nÀ voir.\r\n### Sous-titre\n\nFin",
            "# A\n## B\n",
            "",
        ] {
            let span = Span::new(0, text.len());
            assert_eq!(plain_headings(text, span), Some(parse_body(text, span).headings));
        }
        for text in ["```\n## Reading\n```\n", "Reading\n---\n", "- a\n", "##Reading\n", "## *A*\n"]
        {
            assert_eq!(plain_headings(text, Span::new(0, text.len())), None, "{text}");
        }
    }

    proptest::proptest! {
        #[test]
        fn lines_give_the_headings_of_the_parser_or_none(
            lines in proptest::collection::vec("(#{0,4} ?)?[a-z=|>`é*.1-]{0,3}( [a-z#-]{1,3})?\r?", 0..6)
        ) {
            let text = lines.join("\n");
            let span = Span::new(0, text.len());
            if let Some(headings) = plain_headings(&text, span) {
                proptest::prop_assert_eq!(headings, parse_body(&text, span).headings);
            }
        }
    }

    #[test]
    fn links_are_found_and_web_addresses_left_out() {
        let text = "See [[2026-04-11-late-call|the call]], [a](files/a.pdf), <https://a.example>.";
        let body = parse_body(text, Span::new(0, text.len()));
        let targets: Vec<_> = body.links.iter().map(|link| (&*link.target, link.wiki)).collect();
        assert_eq!(targets, [("2026-04-11-late-call", true), ("files/a.pdf", false)]);
    }

    #[test]
    fn a_link_value_gives_its_target() {
        assert_eq!(link_target("[[a-note|shown]]"), "a-note");
        assert_eq!(link_target("file.eml"), "file.eml");
    }

    #[test]
    fn an_item_of_a_list_is_named_by_its_place() {
        for (value, id) in [
            ("2026-04-11-call", "2026-04-11-call"),
            (" list#2 ", "list#2"),
            ("[[list#2]]", "list#2"),
            ("[[list#2|the second]]", "list#2"),
            ("[[2026-04-11-call#Reading]]", "2026-04-11-call"),
            ("[[2026-04-11-call|a call]]", "2026-04-11-call"),
        ] {
            assert_eq!(incident_target(value), id);
        }
    }
}
