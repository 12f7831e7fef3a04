//! Somebody else's text for a terminal: what would act is shown instead.

use std::borrow::Cow;

use unicode_width::UnicodeWidthStr as _;

use crate::finding::Span;

/// The text with control characters and marks that turn the direction of writing shown, not
/// sent; lines stay lines, tabs become spaces.
pub fn visible(text: &str) -> Cow<'_, str> {
    if !text.contains(acts) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len() + 8);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\r' if letters.peek() == Some(&'\n') => {}
            '\t' => shown.push(' '),
            '\u{2028}' | '\u{2029}' => shown.push('\n'),
            letter if acts(letter) => shown.push_str(&picture(letter)),
            letter => shown.push(letter),
        }
    }
    Cow::Owned(shown)
}

/// The same on one line.
pub fn inline(text: &str) -> String {
    // Hard spaces hold numbers and signs together, and stay.
    let shown = visible(text);
    shown.split([' ', '\n']).filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}

/// What was typed on a line of its own, and marks below the bytes that are meant; of a long text
/// what is around them.
pub fn pointed(typed: &str, span: Span, width: usize) -> String {
    const INDENT: &str = "\n  ";
    let part = |from: usize, to: usize| {
        visible(typed.get(from..to).unwrap_or_default()).replace('\n', " ")
    };
    let (mut before, meant) = (part(0, span.start), part(span.start, span.end));
    let mut after = part(span.end, typed.len());
    let room = width.saturating_sub(INDENT.len()).max(20);
    while before.width() + meant.width() > room * 2 / 3 && before.chars().count() > 1 {
        // One sign less, and `…` for all that is left out.
        before = before.chars().skip(if before.starts_with('…') { 2 } else { 1 }).collect();
        before.insert(0, '…');
    }
    while before.width() + meant.width() + after.width() > room && after.chars().count() > 1 {
        let kept = after.trim_end_matches('…').chars().count() - 1;
        after = after.chars().take(kept).chain(['…']).collect();
    }
    let marks = "^".repeat(meant.width().max(1));
    format!("{INDENT}{before}{meant}{after}{INDENT}{}{marks}", " ".repeat(before.width()))
}

/// Whether a character does something instead of being seen; the end of a line apart.
pub(super) fn acts(letter: char) -> bool {
    !matches!(letter, '\n' | ' '..='~')
        && (letter.is_control()
            || matches!(
                letter,
                '\u{202a}'..='\u{202e}'
                    | '\u{2066}'..='\u{2069}'
                    | '\u{2028}'
                    | '\u{2029}'
                    | '\u{feff}'
            ))
}

/// `␛` for the escape character; a code such as `⟨U+202E⟩` where there is no picture.
fn picture(letter: char) -> String {
    let code = u32::from(letter);
    let picture = match code {
        0x00..=0x1f => char::from_u32(0x2400 + code),
        0x7f => Some('␡'),
        _ => None,
    };
    picture.map_or_else(|| format!("⟨U+{code:04X}⟩"), String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_acts_is_shown() {
        assert_eq!(visible("\u{1b}[31mred\u{7}"), "␛[31mred␇");
        assert_eq!(visible("a\u{202e}b\u{9b}1m"), "a⟨U+202E⟩b⟨U+009B⟩1m");
        assert_eq!(visible("one\r\ntwo\tthree\rfour"), "one\ntwo three␍four");
        assert_eq!(visible("Léa שלום 👩‍🎨 日本"), "Léa שלום 👩‍🎨 日本");
        assert_eq!(inline(" one\n\n two "), "one two");
    }

    #[test]
    fn marks_stand_below_what_is_meant() {
        let at = |text: &str, part: &str, width| {
            let start = text.find(part).expect("the part");
            pointed(text, Span::new(start, start + part.len()), width)
        };
        assert_eq!(at("name=é severty=x", "severty", 80), "\n  name=é severty=x\n         ^^^^^^^");
        assert_eq!(at("日本=x", "x", 80), "\n  日本=x\n       ^");
        let end = Span::new(4, 4);
        assert_eq!(pointed("a or", end, 80), "\n  a or\n      ^");
        let long = format!("{}wrong{}", "a ".repeat(500), " b".repeat(500));
        let drawn = at(&long, "wrong", 40);
        let lines: Vec<&str> = drawn.lines().collect();
        assert!(lines.iter().all(|line| line.width() <= 40), "{drawn}");
        let place = lines[2].find('^').expect("marks");
        assert_eq!(lines[1].chars().skip(place).take(5).collect::<String>(), "wrong");
    }

    #[test]
    fn hard_spaces_stay_on_one_line() {
        assert_eq!(visible("1\u{202f}250\u{a0}€"), "1\u{202f}250\u{a0}€");
        assert_eq!(inline("1\u{202f}250\u{a0}€ "), "1\u{202f}250\u{a0}€");
    }
}
