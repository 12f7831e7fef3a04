//! Text in the log of a GitHub workflow: commands of ours, and none of anybody else's.

use std::borrow::Cow;

/// The text as the message of a workflow command.
pub fn message(text: &str) -> String {
    text.replace('%', "%25").replace('\r', "%0D").replace('\n', "%0A")
}

/// The text as a property of a workflow command, such as a file's name.
pub fn property(text: &str) -> String {
    message(text).replace(':', "%3A").replace(',', "%2C")
}

/// A finished document in which no line is a workflow command: those that would be one begin
/// with a backslash instead.
pub fn defused(document: &str) -> Cow<'_, str> {
    let is_command = |line: &str| line.trim_start().starts_with("::") || line.contains("##[");
    if !document.lines().any(is_command) {
        return Cow::Borrowed(document);
    }
    let lines = document.split_inclusive('\n').map(|line| {
        let line = line.replace("##[", "##\\[");
        match line.find("::").filter(|at| line[..*at].trim().is_empty()) {
            Some(at) => format!("{}\\{}", &line[..at], &line[at..]),
            None => line,
        }
    });
    Cow::Owned(lines.collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_cannot_end_its_command() {
        assert_eq!(message("100%\n::error::x"), "100%25%0A::error::x");
        assert_eq!(property("a:b,c"), "a%3Ab%2Cc");
    }

    #[test]
    fn no_line_of_a_document_is_a_command() {
        assert_eq!(defused("a\n  ::error::x\nb ##[group]\n"), "a\n  \\::error::x\nb ##\\[group]\n");
        assert_eq!(defused("std::fs"), "std::fs");
    }
}
