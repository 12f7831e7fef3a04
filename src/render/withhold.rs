//! Taking words out of a document that is handed over.
//!
//! Owns: what counts as the same words. Must not: touch an original.

use serde::Serialize;
use serde_json::Value as Json;

/// A text that is not shown.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Withheld {
    /// Its number, from 1: what stands in its place.
    pub number: usize,
    /// What kind of text it is: `amount`, `address`, `name`.
    pub kind: &'static str,
    /// How often it was taken out.
    pub count: usize,
}

/// A text to be taken out.
#[derive(Clone, Debug)]
pub struct Pattern {
    folded: Vec<char>,
    kind: &'static str,
}

impl Pattern {
    /// The pattern of a plain text: case does not matter, nor what kind of space it is, nor how
    /// the digits of a number are grouped. `None` where nothing is left to look for.
    pub fn new(text: &str) -> Option<Self> {
        let folded: Vec<char> =
            fold(text.trim()).into_iter().map(|(letter, _, _)| letter).collect();
        let letters = text.chars().filter(|c| c.is_alphabetic()).count();
        let kind = match text {
            text if text.contains('@') => "address",
            text if text.contains(|c: char| c.is_ascii_digit()) && letters <= 3 => "amount",
            _ => "name",
        };
        (!folded.is_empty()).then_some(Self { folded, kind })
    }
}

/// The patterns of a document, and how often each was found.
#[derive(Clone, Debug)]
pub struct Withholding {
    /// The longest first, so that a name is not cut by a part of it.
    patterns: Vec<(Pattern, usize)>,
    counts: Vec<usize>,
    /// What is put in the place of the pattern of a number.
    marks: Vec<String>,
}

impl Withholding {
    /// Takes these out; `mark` says what stands in the place of the first, second…
    pub fn new(patterns: Vec<Pattern>, mark: impl Fn(usize) -> String) -> Self {
        let marks = (1..=patterns.len()).map(mark).collect();
        let counts = vec![0; patterns.len()];
        let mut patterns: Vec<(Pattern, usize)> =
            patterns.into_iter().enumerate().map(|(at, pattern)| (pattern, at)).collect();
        patterns.sort_by_key(|(pattern, at)| (std::cmp::Reverse(pattern.folded.len()), *at));
        Self { patterns, counts, marks }
    }

    /// The text without what is withheld.
    pub fn text(&mut self, text: &str) -> String {
        let folded = fold(text);
        let mut shown = String::with_capacity(text.len());
        let (mut at, mut kept) = (0, 0);
        while at < folded.len() {
            let found = self.patterns.iter().find(|(pattern, _)| {
                let end = at + pattern.folded.len();
                end <= folded.len()
                    && folded[at..end].iter().zip(&pattern.folded).all(|(a, b)| a.0 == *b)
            });
            let Some((pattern, number)) = found else {
                at += 1;
                continue;
            };
            let last = at + pattern.folded.len() - 1;
            let (start, end) = (folded[at].1, folded[last].2);
            // A letter whose lower case is two may be matched by its second alone.
            if start >= kept {
                shown.push_str(&text[kept..start]);
                shown.push_str(&self.marks[*number]);
                self.counts[*number] += 1;
                kept = end;
            }
            at = last + 1;
        }
        shown.push_str(&text[kept..]);
        shown
    }

    /// Takes out of every text of a view but those under `kept`: dates, digests, codes. A link
    /// that would show it becomes `null`.
    pub(super) fn view(&mut self, view: &mut Json, kept: &[&str]) {
        match view {
            Json::String(text) => *text = self.text(text),
            Json::Array(items) => items.iter_mut().for_each(|item| self.view(item, kept)),
            Json::Object(map) => {
                for (key, value) in map {
                    if key == "href" {
                        let mut trial = self.clone();
                        if value.as_str().is_some_and(|href| trial.text(href) != href) {
                            *value = Json::Null;
                        }
                    } else if !kept.contains(&key.as_str()) {
                        self.view(value, kept);
                    }
                }
            }
            _ => {}
        }
    }

    /// What was taken out how often, in the order it was asked for.
    pub fn found(&self) -> Vec<Withheld> {
        let mut found: Vec<Withheld> = self
            .patterns
            .iter()
            .map(|(pattern, at)| Withheld {
                number: at + 1,
                kind: pattern.kind,
                count: self.counts[*at],
            })
            .collect();
        found.sort_by_key(|withheld| withheld.number);
        found
    }
}

/// The letters as they are compared, each with the bytes it stands for.
fn fold(text: &str) -> Vec<(char, usize, usize)> {
    let letters: Vec<(usize, char)> = text.char_indices().collect();
    let mut folded = Vec::with_capacity(letters.len());
    for (at, (start, letter)) in letters.iter().enumerate() {
        let digit = |at: Option<usize>| {
            at.and_then(|at| letters.get(at)).is_some_and(|(_, c)| c.is_ascii_digit())
        };
        let groups = letter.is_whitespace() || matches!(letter, ',' | '.' | '\'' | '’');
        if groups && digit(at.checked_sub(1)) && digit(Some(at + 1)) {
            continue;
        }
        let end = start + letter.len_utf8();
        if letter.is_whitespace() {
            folded.push((' ', *start, end));
        } else {
            folded.extend(letter.to_lowercase().map(|lower| (lower, *start, end)));
        }
    }
    folded
}

#[cfg(test)]
mod tests {
    use super::*;

    fn without(text: &str, patterns: &[&str]) -> (String, Vec<usize>) {
        let patterns = patterns.iter().filter_map(|text| Pattern::new(text)).collect();
        let mut withholding = Withholding::new(patterns, |number| format!("[{number}]"));
        let text = withholding.text(text);
        (text, withholding.found().iter().map(|withheld| withheld.count).collect())
    }

    #[test]
    fn names_and_amounts_go_whatever_their_form() {
        assert_eq!(
            without("Léa Martin, LÉA MARTIN and Martin", &["Martin", "léa martin"]),
            ("[2], [2] and [1]".to_owned(), vec![1, 2])
        );
        assert_eq!(without("€2,400.00", &["2400.00"]), ("€[1]".to_owned(), vec![1]));
        assert_eq!(without("2\u{202f}400,00\u{a0}€ ou 2 400", &["2400"]).0, "[1],00\u{a0}€ ou [1]");
        assert_eq!(without("İstanbul", &["i"]), ("[1]stanbul".to_owned(), vec![1]));
        assert_eq!(without("nothing", &["x"]), ("nothing".to_owned(), vec![0]));
        assert!(Pattern::new("  ").is_none());
    }

    #[test]
    fn the_list_says_what_kind_of_text_it_was() {
        let kind = |text| Pattern::new(text).map(|pattern| pattern.kind);
        assert_eq!(kind("2400"), Some("amount"));
        assert_eq!(kind("2 400,00 EUR"), Some("amount"));
        assert_eq!(kind("lea@nova.example"), Some("address"));
        assert_eq!(kind("Léa"), Some("name"));
    }
}
