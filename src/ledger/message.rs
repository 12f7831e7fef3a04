//! The message of a commit: subject, body, trailers.
//!
//! Owns: the wording's shape, and that nobody's words can pass for a trailer. Must not: know
//! what a decision means.

use crate::model::{ClientId, SubjectStyle};

/// The name of the trailer that names a decision: its path below `clients/` without `.md`.
pub const DECISION: &str = "Casefile-Decision";
/// The name of the trailer that says what was decided.
pub const KIND: &str = "Casefile-Kind";
/// The name of the trailer with the digest of the note's bytes.
pub const DIGEST: &str = "Casefile-Digest";
/// The name of the trailer with the digest of a head of the chain before; may repeat.
pub const PREV: &str = "Casefile-Prev";
/// The name of the trailer that names an anchor's file.
pub const ANCHOR: &str = "Casefile-Anchor";
/// The name of the trailer with standing and score.
pub const STANDING: &str = "Casefile-Standing";

/// The longest subject, in characters.
const LONGEST_SUBJECT: usize = 100;

/// What a commit says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Message {
    /// The client it is about; `None` for several or none.
    pub client: Option<ClientId>,
    /// What was done in a word that names nobody: `boundary`, `record`.
    pub action: String,
    /// The one sentence of it, in the user's words.
    pub statement: String,
    /// Why, in the user's words.
    pub body: String,
    /// Names and values that programs read, in this order.
    pub trailers: Vec<(&'static str, String)>,
    /// How much the subject says.
    pub style: SubjectStyle,
}

impl Message {
    /// The first line: `casefile(atelier-nova): boundary, no calls outside 09:00-17:30`.
    ///
    /// Terse, it names neither client nor statement: `casefile: boundary`.
    pub fn subject(&self) -> String {
        let action = one_line(&self.action);
        let mut subject = match (&self.client, self.style) {
            (Some(client), SubjectStyle::Full) => {
                format!("casefile({}): {action}", one_line(client.as_str()))
            }
            _ => format!("casefile: {action}"),
        };
        let statement = one_line(&self.statement);
        if self.style == SubjectStyle::Full && !statement.is_empty() {
            subject.push_str(", ");
            subject.push_str(&statement);
        }
        if subject.chars().count() > LONGEST_SUBJECT {
            subject = subject.chars().take(LONGEST_SUBJECT - 1).collect();
            subject.truncate(subject.trim_end().len());
            subject.push('…');
        }
        subject
    }

    /// The whole message, as git stores it.
    pub fn render(&self) -> String {
        let mut text = self.subject();
        text.push('\n');
        let body = harmless(&self.body);
        if !body.is_empty() {
            text.push('\n');
            text.push_str(&body);
        }
        let trailers = self
            .trailers
            .iter()
            .map(|(name, value)| (name, one_line(value)))
            .filter(|(_, value)| !value.is_empty());
        for (position, (name, value)) in trailers.enumerate() {
            if position == 0 {
                text.push('\n');
            }
            text.push_str(name);
            text.push_str(": ");
            text.push_str(&value);
            text.push('\n');
        }
        text
    }
}

/// The text on one line, runs of spaces and control characters as one space.
fn one_line(text: &str) -> String {
    let spaced: String =
        text.chars().map(|c| if c.is_control() || is_break(c) { ' ' } else { c }).collect();
    spaced.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The user's words as a body: a line that git could take for a trailer, a comment or the
/// start of a patch is moved one column to the right, where git takes it for text.
fn harmless(body: &str) -> String {
    let mut text = String::new();
    let mut blank = 0;
    for line in body.replace("\r\n", "\n").split(|c| c == '\n' || c == '\r' || is_break(c)) {
        let line: String = line.chars().filter(|c| !c.is_control() || *c == '\t').collect();
        let line = line.trim_end();
        if line.is_empty() {
            blank += 1;
            continue;
        }
        if blank > 0 && !text.is_empty() {
            text.push('\n');
        }
        blank = 0;
        if !is_plain(line) {
            text.push(' ');
        }
        text.push_str(line);
        text.push('\n');
    }
    text
}

const fn is_break(c: char) -> bool {
    matches!(c, '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Whether no program of git's takes this line for more than text.
fn is_plain(line: &str) -> bool {
    let Some(first) = line.chars().next() else { return true };
    if !first.is_alphanumeric() {
        // A space is harmless, but a tab or a sign may begin a comment, divider or patch.
        return first == ' ' || !first.is_ascii();
    }
    if ["diff -", "From ", "Index", "(cherry"].iter().any(|start| line.starts_with(start)) {
        return false;
    }
    // `trailer.separators` may name any sign, so a first word followed by any is suspect.
    let word = line.trim_start_matches(|c: char| c.is_ascii_alphanumeric() || c == '-');
    match word.chars().next() {
        None => true,
        Some(' ' | '\t') => {
            word.trim_start().chars().next().is_none_or(|c| c.is_alphanumeric() || !c.is_ascii())
        }
        Some(sign) => {
            sign.is_alphanumeric() || matches!(sign, '\'' | ',' | '.') || !sign.is_ascii()
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_reads_as_in_the_document() {
        let message = Message {
            client: Some(ClientId::new("atelier-nova")),
            action: "boundary".to_owned(),
            statement: "no calls outside 09:00-17:30".to_owned(),
            body: "Third call after 22:00 in two weeks.".to_owned(),
            trailers: vec![(KIND, "boundary".to_owned()), (STANDING, "boundary 14.2".to_owned())],
            style: SubjectStyle::Full,
        };
        assert_eq!(
            message.render(),
            "casefile(atelier-nova): boundary, no calls outside 09:00-17:30\n\n\
             Third call after 22:00 in two weeks.\n\n\
             Casefile-Kind: boundary\nCasefile-Standing: boundary 14.2\n"
        );
        let terse = Message { style: SubjectStyle::Terse, ..message };
        assert_eq!(terse.subject(), "casefile: boundary");
    }

    #[test]
    fn a_line_that_looks_like_a_trailer_is_moved() {
        let body =
            "First.\r\nCasefile-Kind: exit\n--- \n# cut\n\n\n\nÇa va: oui\nNote : x\na\u{2028}B=c";
        assert_eq!(
            harmless(body),
            "First.\n Casefile-Kind: exit\n ---\n # cut\n\nÇa va: oui\n Note : x\na\n B=c\n"
        );
    }

    #[test]
    fn a_subject_and_a_trailer_are_one_line() {
        let message = Message {
            action: "keep".to_owned(),
            statement: "a\n\nCasefile-Kind: exit\u{0}".to_owned(),
            trailers: vec![(STANDING, "x\nCasefile-Kind: exit".to_owned())],
            ..Message::default()
        };
        assert_eq!(
            message.render(),
            "casefile: keep, a Casefile-Kind: exit\n\nCasefile-Standing: x Casefile-Kind: exit\n"
        );
    }
}
