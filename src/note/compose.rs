//! New notes as text: front matter that every reader understands, and a body.

use std::fmt::Write as _;

use super::Kind;
use super::edit::quoted;
use crate::model::composed;

/// Front matter being written, key by key, in the order of the calls.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FrontMatter(String);

impl FrontMatter {
    /// Front matter of a note of this kind.
    pub fn new(kind: Kind) -> Self {
        Self(format!("---\ntype: {}\n", kind.as_str()))
    }

    /// A key with a text, quoted where a reader could take it for something else.
    #[must_use]
    pub fn text(self, key: &str, value: &str) -> Self {
        self.bare(key, &quoted(value))
    }

    /// The same where there is a text.
    #[must_use]
    pub fn text_if(self, key: &str, value: Option<&str>) -> Self {
        match value {
            Some(value) => self.text(key, value),
            None => self,
        }
    }

    /// A key with a value that needs no quotes: a number, a date, a word of the format.
    #[must_use]
    pub fn bare(mut self, key: &str, value: &str) -> Self {
        let _ = writeln!(self.0, "{key}: {value}");
        self
    }

    /// A key with a list of texts on one line; nothing for an empty list.
    #[must_use]
    pub fn list<'t>(self, key: &str, items: impl IntoIterator<Item = &'t str>) -> Self {
        let items: Vec<String> = items.into_iter().map(quoted).collect();
        if items.is_empty() { self } else { self.bare(key, &format!("[{}]", items.join(", "))) }
    }

    /// A key with a map on one line.
    #[must_use]
    pub fn map(self, key: &str, entries: &[(&str, &str)]) -> Self {
        self.bare(key, &flow_map(entries))
    }

    /// A key with a list of maps, one a line; nothing for an empty list.
    #[must_use]
    pub fn maps(mut self, key: &str, maps: &[Vec<(&str, &str)>]) -> Self {
        if maps.is_empty() {
            return self;
        }
        let _ = writeln!(self.0, "{key}:");
        for entries in maps {
            let _ = writeln!(self.0, "  - {}", flow_map(entries));
        }
        self
    }

    /// The whole note.
    pub fn with_body(self, body: &str) -> String {
        let body = body.trim_end();
        let ending = if body.is_empty() { "" } else { "\n" };
        format!("{}---\n{body}{ending}", self.0)
    }
}

fn flow_map(entries: &[(&str, &str)]) -> String {
    let entries: Vec<String> =
        entries.iter().map(|(key, value)| format!("{}: {}", quoted(key), quoted(value))).collect();
    format!("{{{}}}", entries.join(", "))
}

/// A wikilink to a file.
pub fn wikilink(target: &str) -> String {
    format!("[[{target}]]")
}

/// A name for a file, from somebody's words: lower-case letters, digits and hyphens, at most
/// 40, accents folded; empty where nothing is left.
pub fn slug(words: &str) -> String {
    const LONGEST: usize = 40;
    let mut slug = String::new();
    for char in composed(words).chars().flat_map(char::to_lowercase) {
        let folded = fold(char);
        if folded.is_empty() {
            if !slug.is_empty() && !slug.ends_with('-') {
                slug.push('-');
            }
        } else {
            slug.push_str(folded.as_str());
        }
        if slug.len() >= LONGEST {
            break;
        }
    }
    // A word cut in two is left out, unless it is the only one.
    if slug.len() >= LONGEST
        && let Some(last) = slug.rfind('-')
    {
        slug.truncate(last);
    }
    slug.truncate(slug.trim_end_matches('-').len());
    slug
}

/// A lower-case letter without its accent; empty for what cannot stand in a name.
fn fold(char: char) -> String {
    let folded = match char {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => "a",
        'ç' => "c",
        'é' | 'è' | 'ê' | 'ë' => "e",
        'î' | 'ï' | 'í' | 'ì' => "i",
        'ñ' => "n",
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' | 'ø' => "o",
        'ù' | 'û' | 'ü' | 'ú' => "u",
        'ÿ' => "y",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        char if char.is_ascii_alphanumeric() => return char.to_string(),
        _ => "",
    };
    folded.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_note_reads_as_it_was_written() {
        let note = FrontMatter::new(Kind::Incident)
            .bare("date", "2026-04-11")
            .list("flags", ["time-boundary"])
            .text("quote", "Pourquoi : toi ?")
            .map("told", &[("on", "2026-04-12"), ("how", "email")])
            .maps("because", &[vec![("incident", "a#1"), ("digest", "sha256:00")]])
            .with_body("What happened.\n\n");
        assert_eq!(
            note,
            "---\ntype: incident\ndate: 2026-04-11\nflags: [time-boundary]\n\
             quote: \"Pourquoi : toi ?\"\ntold: {\"on\": 2026-04-12, how: email}\nbecause:\n  \
             - {incident: \"a#1\", digest: \"sha256:00\"}\n---\nWhat happened.\n"
        );
    }

    #[test]
    fn names_are_plain_and_whole_words() {
        assert_eq!(slug("Appel à 22h40 : « urgent » !"), "appel-a-22h40-urgent");
        assert_eq!(slug("Œuvre"), "oeuvre");
        assert_eq!(slug("🙂"), "");
        let long = slug("a very long sentence that goes on and on about the matter");
        assert_eq!(long, "a-very-long-sentence-that-goes-on-and");
    }
}
