//! Generated parts inside a document that belongs to the user.
//!
//! A part stands between two lines of its own, `<!-- casefile:begin NAME DIGEST -->` and
//! `<!-- casefile:end NAME -->`. The digest is of the part's text (line endings as LF), so that
//! a part somebody wrote in is seen, and left alone.

use std::collections::BTreeSet;

use crate::model::Digest;
use crate::phrase::Phrase;

const BEGIN: &str = "<!-- casefile:begin ";
const END: &str = "<!-- casefile:end ";
const CLOSE: &str = " -->";
/// Hexadecimal digits of a digest in a marker.
const DIGITS: usize = 8;

/// A document with its generated parts made anew.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refreshed {
    /// The whole text; every byte outside the refreshed parts is as it was.
    pub text: String,
    /// The parts that were made anew, in the order of the document, unchanged ones included.
    pub refreshed: Vec<String>,
    /// The parts that were left alone.
    pub problems: Vec<PartProblem>,
}

/// A part that was left alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartProblem {
    /// The part's name; what stands in its place where the marker cannot be read.
    pub part: String,
    /// The line of its marker, from 1; `None` where it has none.
    pub line: Option<usize>,
    /// Why.
    pub problem: Problem,
}

/// Why a part was left alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It has no markers.
    Missing,
    /// Its markers do not come as one beginning and one end after it.
    Markers,
    /// Another marker stands inside it.
    Nested,
    /// Its text is not the one that was generated.
    Edited,
    /// A line looks like a marker and is none.
    Unreadable,
}

/// Why a document cannot be refreshed at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PartsError {
    /// There is no marker in it.
    #[error("no generated part is marked in the document")]
    NoParts,
}

impl PartProblem {
    /// What to tell the user.
    pub fn phrase(&self) -> Phrase {
        let phrase = Phrase::new(match self.problem {
            Problem::Missing => return self.missing(),
            Problem::Markers => "part-markers",
            Problem::Nested => "part-nested",
            Problem::Edited => "part-edited",
            Problem::Unreadable => "part-unreadable",
        });
        let line = self.line.unwrap_or(1).to_string();
        phrase.with("part", self.part.as_str()).with("line", line)
    }

    fn missing(&self) -> Phrase {
        Phrase::new("part-missing").with("part", self.part.as_str())
    }
}

/// A rendered document with the digest of each part put into its marker.
pub fn stamp(document: &str) -> String {
    let layout = Layout::of(document);
    let mut text = String::with_capacity(document.len() + 64);
    let mut at = 0;
    for part in layout.sound_parts().filter_map(Result::ok) {
        text.push_str(&document[at..part.marker.0]);
        text.push_str(&begin(part.name, part.content(document)));
        at = part.marker.1;
    }
    text.push_str(&document[at..]);
    text
}

/// The user's document with the parts of a newly rendered one.
///
/// Only text whose digest says that it was generated is replaced; a part without text and
/// without a digest is filled. Everything else stays, byte for byte.
///
/// # Errors
/// Where no part is marked at all.
pub fn refresh(old: &str, new: &str) -> Result<Refreshed, PartsError> {
    let layout = Layout::of(old);
    if layout.marks.is_empty() {
        return Err(PartsError::NoParts);
    }
    let fresh = Layout::of(new);
    let fresh: Vec<Part<'_>> = fresh.sound_parts().filter_map(Result::ok).collect();
    let mut refreshed = Refreshed {
        text: String::with_capacity(old.len()),
        refreshed: Vec::new(),
        problems: layout.unreadable(),
    };
    let mut at = 0;
    for part in layout.sound_parts() {
        let part = match part {
            Ok(part) => part,
            Err(problem) => {
                refreshed.problems.push(problem);
                continue;
            }
        };
        let Some(replacement) = fresh.iter().find(|fresh| fresh.name == part.name) else {
            continue;
        };
        let content = part.content(old);
        let untouched = match part.digest {
            Some(digest) => digest == digest_of(content),
            None => content.trim().is_empty(),
        };
        if !untouched {
            refreshed.problems.push(part.problem(Problem::Edited));
            continue;
        }
        let content = with_endings(replacement.content(new), part.ending);
        refreshed.text.push_str(&old[at..part.marker.0]);
        refreshed.text.push_str(&begin(part.name, &content));
        refreshed.text.push_str(part.ending);
        refreshed.text.push_str(&content);
        at = part.body.1;
        refreshed.refreshed.push(part.name.to_owned());
    }
    refreshed.text.push_str(&old[at..]);
    let named: BTreeSet<&str> = layout.marks.iter().map(|mark| mark.name).collect();
    refreshed.problems.extend(fresh.iter().filter(|part| !named.contains(part.name)).map(|part| {
        PartProblem { part: part.name.to_owned(), line: None, problem: Problem::Missing }
    }));
    refreshed.problems.sort_by_key(|problem| problem.line.unwrap_or(usize::MAX));
    Ok(refreshed)
}

fn begin(name: &str, content: &str) -> String {
    format!("{BEGIN}{name} {}{CLOSE}", digest_of(content))
}

fn digest_of(content: &str) -> String {
    let mut digest = Digest::of(content.replace("\r\n", "\n").as_bytes()).to_hex();
    digest.truncate(DIGITS);
    digest
}

fn with_endings(content: &str, ending: &str) -> String {
    let plain = content.replace("\r\n", "\n");
    if ending == "\r\n" { plain.replace('\n', "\r\n") } else { plain }
}

/// The markers of a document.
struct Layout<'t> {
    text: &'t str,
    marks: Vec<Mark<'t>>,
    /// Lines that look like markers and are none.
    strange: Vec<(usize, &'t str)>,
}

/// A line that is a marker.
#[derive(Clone, Copy)]
struct Mark<'t> {
    name: &'t str,
    begins: bool,
    digest: Option<&'t str>,
    /// From 1.
    line: usize,
    /// The marker without the line's indentation and ending.
    marker: (usize, usize),
    /// The whole line with its ending.
    whole: (usize, usize),
}

/// A part whose markers are sound.
#[derive(Clone, Copy)]
struct Part<'t> {
    name: &'t str,
    digest: Option<&'t str>,
    line: usize,
    /// The begin marker.
    marker: (usize, usize),
    /// From behind the begin marker's line to the end marker's line.
    body: (usize, usize),
    ending: &'static str,
}

impl<'t> Part<'t> {
    fn content(&self, text: &'t str) -> &'t str {
        &text[self.body.0..self.body.1]
    }

    fn problem(&self, problem: Problem) -> PartProblem {
        PartProblem { part: self.name.to_owned(), line: Some(self.line), problem }
    }
}

impl<'t> Layout<'t> {
    fn of(text: &'t str) -> Self {
        let mut layout = Self { text, marks: Vec::new(), strange: Vec::new() };
        let mut start = 0;
        for (index, whole) in text.split_inclusive('\n').enumerate() {
            let end = start + whole.len();
            let bare = whole.trim();
            match parse_marker(bare) {
                Some((name, begins, digest)) => {
                    let from = start + (whole.len() - whole.trim_start().len());
                    layout.marks.push(Mark {
                        name,
                        begins,
                        digest,
                        line: index + 1,
                        marker: (from, from + bare.len()),
                        whole: (start, end),
                    });
                }
                // Words of the client are escaped, so no line of theirs begins like this.
                None if bare.starts_with('<')
                    && (bare.contains("casefile:begin") || bare.contains("casefile:end")) =>
                {
                    layout.strange.push((index + 1, bare));
                }
                None => {}
            }
            start = end;
        }
        layout
    }

    fn unreadable(&self) -> Vec<PartProblem> {
        let problem = |(line, text): &(usize, &str)| PartProblem {
            part: (*text).to_owned(),
            line: Some(*line),
            problem: Problem::Unreadable,
        };
        self.strange.iter().map(problem).collect()
    }

    /// Every part by the order of its first marker; an error for one whose markers are not sound.
    fn sound_parts(&self) -> impl Iterator<Item = Result<Part<'t>, PartProblem>> + '_ {
        let mut seen = BTreeSet::new();
        let firsts = self.marks.iter().filter(move |mark| seen.insert(mark.name));
        firsts.map(|mark| self.part(mark))
    }

    fn part(&self, first: &Mark<'t>) -> Result<Part<'t>, PartProblem> {
        let own: Vec<(usize, &Mark<'t>)> =
            self.marks.iter().enumerate().filter(|(_, mark)| mark.name == first.name).collect();
        let problem =
            |problem| PartProblem { part: first.name.to_owned(), line: Some(first.line), problem };
        let [(from, begin), (to, end)] = own[..] else { return Err(problem(Problem::Markers)) };
        if !begin.begins || end.begins {
            return Err(problem(Problem::Markers));
        }
        if to != from + 1 {
            return Err(problem(Problem::Nested));
        }
        let line = &self.text[begin.whole.0..begin.whole.1];
        Ok(Part {
            name: begin.name,
            digest: begin.digest,
            line: begin.line,
            marker: begin.marker,
            body: (begin.whole.1, end.whole.0),
            ending: if line.ends_with("\r\n") { "\r\n" } else { "\n" },
        })
    }
}

/// The name, whether it begins a part, and the digest of a line that is a marker.
fn parse_marker(line: &str) -> Option<(&str, bool, Option<&str>)> {
    let is_word = |word: &str| {
        !word.is_empty() && word.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'-')
    };
    let (rest, begins) = match line.strip_prefix(BEGIN) {
        Some(rest) => (rest, true),
        None => (line.strip_prefix(END)?, false),
    };
    let mut words = rest.strip_suffix(CLOSE)?.split(' ');
    let (name, digest, more) = (words.next()?, words.next(), words.next());
    let sound = is_word(name) && digest.is_none_or(is_word) && more.is_none();
    (sound && (begins || digest.is_none())).then_some((name, begins, digest))
}

#[cfg(test)]
mod tests;
