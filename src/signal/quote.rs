//! Words between quotation marks.

use crate::finding::Span;

/// A quotation longer than this many bytes is more likely a mark that was never closed.
const LONGEST: usize = 1500;

/// The quotations in a part of `text`, marks included.
pub fn quotations(text: &str, within: Span) -> Vec<Span> {
    let mut found = Vec::new();
    let mut open: Option<(usize, char)> = None;
    for (at, letter) in within.of(text).char_indices() {
        let at = within.start + at;
        if let Some((start, mark)) = open {
            let closes = match mark {
                '"' => letter == '"',
                '“' | '„' => matches!(letter, '”' | '“' | '"'),
                '«' => letter == '»',
                _ => matches!(letter, '’' | '\'') && closes_single(text, at, letter),
            };
            if closes {
                found.push(Span::new(start, at + letter.len_utf8()));
                open = None;
                continue;
            }
            if at - start <= LONGEST {
                continue;
            }
            open = None;
        }
        let opens = matches!(letter, '"' | '“' | '„' | '«')
            || matches!(letter, '‘' | '\'') && opens_single(text, at, letter);
        if opens {
            open = Some((at, letter));
        }
    }
    found
}

/// Whether a single mark opens: white space before it and a letter behind it.
fn opens_single(text: &str, at: usize, letter: char) -> bool {
    let before = text[..at].chars().next_back();
    let after = text[at + letter.len_utf8()..].chars().next();
    before.is_none_or(|before| before.is_whitespace() || before == '(')
        && after.is_some_and(char::is_alphabetic)
}

/// Whether a single mark closes: no letter behind it.
fn closes_single(text: &str, at: usize, letter: char) -> bool {
    !text[at + letter.len_utf8()..].chars().next().is_some_and(char::is_alphanumeric)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quotations_of_both_languages_are_found() {
        let text = r#"He wrote "pay now" and « payez », don't ask, it's 'so so'."#;
        let found = quotations(text, Span::new(0, text.len()));
        let found: Vec<&str> = found.iter().map(|span| span.of(text)).collect();
        assert_eq!(found, [r#""pay now""#, "« payez »", "'so so'"]);
    }

    #[test]
    fn a_million_marks_take_no_time() {
        let text = "\"'“".repeat(300_000);
        assert!(quotations(&text, Span::new(0, text.len())).len() > 1000);
    }
}
