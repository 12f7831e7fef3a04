//! A Markdown document made to fit: cut where a section begins, never inside one.

use crate::locale::Locale;
use crate::phrase::Phrase;

/// What a job summary of a CI run may hold, in bytes: just below one mebibyte.
pub const JOB_SUMMARY_LIMIT: usize = 1024 * 1024 - 1024;

/// The document if it fits into `limit` bytes; else as many whole sections as fit, with a line
/// that says how many were left out.
///
/// Text from notes never begins a section, since it is escaped.
pub fn within(document: &str, limit: usize, locale: &Locale) -> String {
    if document.len() <= limit {
        return document.to_owned();
    }
    let starts = section_starts(document);
    let mut shortest = String::new();
    for (index, start) in starts.iter().enumerate().rev() {
        let note = Phrase::new("report-left-out").with("count", starts.len() - index);
        shortest = format!("{}> {}\n", &document[..*start], locale.say(&note));
        if shortest.len() <= limit {
            return shortest;
        }
    }
    // Not even the line fits: nothing is better than half a sentence.
    if shortest.len() <= limit { shortest } else { String::new() }
}

/// Where each heading of the first three levels begins.
fn section_starts(document: &str) -> Vec<usize> {
    let mut starts = Vec::new();
    let mut at = 0;
    for line in document.split_inclusive('\n') {
        let level = line.bytes().take_while(|byte| *byte == b'#').count();
        if (1..=3).contains(&level) && line[level..].starts_with(' ') {
            starts.push(at);
        }
        at += line.len();
    }
    starts
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Language;

    #[test]
    fn a_document_is_cut_at_whole_sections_and_says_so() {
        let document = format!("# A\n\none\n\n## B\n\n{}\n\n## C\n\nthree\n", "x".repeat(300));
        let locale = Locale::of(Language::En);
        assert_eq!(within(&document, 1000, locale), document);
        let cut = within(&document, 200, locale);
        assert!(cut.starts_with("# A\n\none\n\n> "), "{cut}");
        assert!(cut.contains("2 sections") && !cut.contains('x'.to_string().repeat(3).as_str()));
        assert!(cut.len() <= 200);
        assert_eq!(within(&document, 10, locale), "");
    }
}
