//! Words looked for in what was observed: outside of the reading, of quotations and of what
//! somebody is reported to have said. Silent where it cannot know.

use std::sync::OnceLock;

use aho_corasick::{AhoCorasick, MatchKind, packed};

use crate::finding::Span;
use crate::note::body::reading_section;
use crate::note::{Kind, Node, Note, Recorded};

/// Words to look for, in English and French.
pub(super) struct Words {
    wordings: &'static [Wording],
    matcher: OnceLock<Option<Matcher>>,
}

/// The automaton, and for each of its patterns the position of the wording.
struct Matcher {
    /// Much faster, and without regard for upper case; `None` where the processor cannot.
    screen: Option<packed::Searcher>,
    automaton: AhoCorasick,
    wordings: Vec<usize>,
}

/// A word or a few, and where they do not count.
pub(super) struct Wording {
    text: &'static str,
    not_before: &'static [&'static str],
    not_after: &'static [&'static str],
    of_others: bool,
}

impl Wording {
    /// These words, whoever is spoken of.
    pub(super) const fn new(text: &'static str) -> Self {
        Self { text, not_before: &[], not_after: &[], of_others: false }
    }

    /// These words, unless the user speaks of themselves.
    pub(super) const fn of_others(text: &'static str) -> Self {
        Self { text, not_before: &[], not_after: &[], of_others: true }
    }

    /// The same, unless one of these follows.
    pub(super) const fn not_before(self, following: &'static [&'static str]) -> Self {
        Self { not_before: following, ..self }
    }

    /// The same, unless one of these stands before.
    pub(super) const fn not_after(self, preceding: &'static [&'static str]) -> Self {
        Self { not_after: preceding, ..self }
    }
}

/// Verbs of report: what follows them in the sentence is what somebody said.
const REPORTS: [&str; 20] = [
    "said",
    "says",
    "told",
    "wrote",
    "writes",
    "asked",
    "replied",
    "answered",
    "explained",
    "added",
    "dit",
    "disait",
    "écrit",
    "écrivait",
    "demandé",
    "répondu",
    "expliqué",
    "ajouté",
    "annoncé",
    "according",
];

/// The user themselves, as the subject of a sentence.
const SELF: [&str; 8] = ["i", "we", "i've", "i'd", "je", "j'ai", "nous", "j'avais"];

impl Words {
    pub(super) const fn new(wordings: &'static [Wording]) -> Self {
        Self { wordings, matcher: OnceLock::new() }
    }

    /// Each of the words in what an incident note says was observed, with its bytes.
    pub(super) fn find_in_observed<'a>(
        &self,
        note: &Note<'a>,
        recorded: &Recorded,
    ) -> Vec<(&'a str, Span)> {
        let mut found = Vec::new();
        if recorded.incidents.is_empty() {
            return found;
        }
        for item in
            note.root().and_then(|root| root.get("incidents")).into_iter().flat_map(Node::items)
        {
            if let Some(observed) = item.get("observed") {
                self.find_in(note.text, scalar_inside(note.text, observed), &[], &mut found);
            }
        }
        let body = note.parts.body;
        if note.kind == Some(Kind::Incident) && self.occur_in(body.of(note.text)) {
            let reading = reading_section(note.text, body).map(|(section, _)| section);
            let mut apart = note.body().quoted.clone();
            apart.extend(reading);
            self.find_in(note.text, body, &apart, &mut found);
        }
        found
    }

    fn matcher(&self) -> Option<&Matcher> {
        let build = || {
            let mut patterns = Vec::new();
            let mut wordings = Vec::new();
            for (position, wording) in self.wordings.iter().enumerate() {
                patterns.push(wording.text.to_owned());
                wordings.push(position);
                if wording.text.contains('\'') {
                    patterns.push(wording.text.replace('\'', "’"));
                    wordings.push(position);
                }
            }
            let lower = patterns.iter().map(|pattern| pattern.to_ascii_lowercase());
            let screen = packed::Config::new().builder().extend(lower).build();
            let automaton = AhoCorasick::builder()
                .ascii_case_insensitive(true)
                .match_kind(MatchKind::LeftmostLongest)
                .build(patterns)
                .ok()?;
            Some(Matcher { screen, automaton, wordings })
        };
        self.matcher.get_or_init(build).as_ref()
    }

    fn occur_in(&self, text: &str) -> bool {
        self.matcher().is_some_and(|matcher| match &matcher.screen {
            Some(screen) => screen.find(text.to_ascii_lowercase()).is_some(),
            None => matcher.automaton.is_match(text),
        })
    }

    fn find_in<'a>(
        &self,
        text: &'a str,
        within: Span,
        apart: &[Span],
        found: &mut Vec<(&'a str, Span)>,
    ) {
        let Some(matcher) = self.matcher() else { return };
        let words = within.of(text);
        for hit in matcher.automaton.find_iter(words) {
            let span = Span::new(within.start + hit.start(), within.start + hit.end());
            if apart.iter().any(|apart| apart.start <= span.start && span.end <= apart.end) {
                continue;
            }
            let wording = &self.wordings[matcher.wordings[hit.pattern().as_usize()]];
            let (before, after) = (&words[..hit.start()], &words[hit.end()..]);
            if wording.counts_between(before, after) && !is_quoted(before, after) {
                found.push((span.of(text), span));
            }
        }
    }
}

impl Wording {
    fn counts_between(&self, before: &str, after: &str) -> bool {
        let ends_word =
            self.text.ends_with('\'') || !after.chars().next().is_some_and(char::is_alphanumeric);
        let begins_word = !before.chars().next_back().is_some_and(char::is_alphanumeric);
        if !begins_word || !ends_word {
            return false;
        }
        let sentence = before.rsplit(['.', '!', '?', ';']).next().unwrap_or(before);
        let sentence = sentence.to_lowercase().replace('’', "'");
        let following = after.trim_start().to_lowercase();
        let stands_behind = self.not_before.iter().any(|words| {
            let rest = following.strip_prefix(words);
            rest.is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
        });
        let earlier: Vec<&str> = sentence.split_whitespace().collect();
        let stands_before = earlier.last().is_some_and(|word| self.not_after.contains(word));
        let of_self =
            self.of_others && earlier.iter().rev().take(2).any(|word| SELF.contains(word));
        let reported = earlier.iter().any(|word| REPORTS.contains(&word.trim_matches([',', ':'])));
        !(stands_behind || stands_before || of_self || reported)
    }
}

/// Whether the place between two texts lies between quotation marks of the same paragraph.
fn is_quoted(before: &str, after: &str) -> bool {
    let before = before.rsplit("\n\n").next().unwrap_or(before);
    let after = after.split("\n\n").next().unwrap_or(after);
    let (mut curved, mut angled, mut straight) = (false, false, false);
    for char in before.chars() {
        match char {
            '“' | '”' => curved = char == '“',
            '«' | '»' => angled = char == '«',
            '"' => straight = !straight,
            _ => {}
        }
    }
    curved || angled || (straight && after.contains('"'))
}

/// The bytes of a scalar without its quotation marks.
fn scalar_inside(text: &str, node: Node<'_, '_>) -> Span {
    let span = node.span();
    let raw = span.of(text);
    let quoted = raw.len() >= 2 && (raw.starts_with('"') || raw.starts_with('\''));
    if quoted { Span::new(span.start + 1, span.end - 1) } else { span }
}

#[cfg(test)]
mod tests {
    use super::*;

    static WORDS: Words =
        Words::new(&[Wording::new("never").not_before(&["mind"]), Wording::of_others("wanted to")]);

    fn found(text: &str) -> usize {
        let mut found = Vec::new();
        WORDS.find_in(text, Span::new(0, text.len()), &[], &mut found);
        found.len()
    }

    #[test]
    fn words_count_outside_of_quotations_and_reports() {
        assert_eq!(found("He never calls. She never writes."), 2);
        assert_eq!(found("He wanted to hurt."), 1);
        for silent in [
            "« Tu never réponds »",
            "\"You never answer,\" was all.",
            "“never”",
            "She said that she never got it.",
            "Nevertheless we met.",
            "I wanted to go on.",
            "Never mind the date.",
        ] {
            assert_eq!(found(silent), 0, "{silent}");
        }
        assert_eq!(found("A 15\" screen. He never paid."), 1);
    }
}
