//! Somebody else's text inside Markdown: in a sentence, a heading or a table cell.

use super::terminal::visible;

/// The text as one line of Markdown that shows it: nothing in it is a mark, HTML, a table's
/// border, a mention or a workflow command.
pub fn escape(text: &str) -> String {
    let text = visible(text);
    let mut escaped = String::with_capacity(text.len() + 8);
    let mut before = ' ';
    let mut letters = text.trim().chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied().unwrap_or(' ');
        match letter {
            '\n' | ' ' => {
                if !escaped.ends_with(' ') {
                    escaped.push(' ');
                }
            }
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '&' if next == '#' || next.is_ascii_alphabetic() => escaped.push_str("&amp;"),
            // A mention would notify a stranger; a comment inside keeps it text.
            '@' if !is_word(before) && is_word(next) => escaped.push_str("@<!-- -->"),
            '_' if is_word(before) && is_word(next) => escaped.push('_'),
            '\\' | '`' | '*' | '_' | '[' | ']' | '|' | '~' | '$' => {
                push_marked(&mut escaped, letter)
            }
            '!' if next == '[' => push_marked(&mut escaped, letter),
            ':' if next == ':' => push_marked(&mut escaped, letter),
            '#' if next == '#' || before == '#' => push_marked(&mut escaped, letter),
            '-' | '+' | '#' | '=' if escaped.is_empty() => push_marked(&mut escaped, letter),
            '.' | ')' if is_number(&escaped) => push_marked(&mut escaped, letter),
            letter => escaped.push(letter),
        }
        before = letter;
    }
    escaped
}

/// The text as a block quote, paragraph by paragraph.
pub fn quote(text: &str) -> String {
    let lines: Vec<String> =
        paragraphs(text).iter().map(|paragraph| format!("> {}", escape(paragraph))).collect();
    lines.join("\n>\n")
}

/// The paragraphs of a text: what blank lines part, list items on their own.
pub fn paragraphs(text: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut open = false;
    for line in text.lines().map(str::trim) {
        let item = line.starts_with("- ") || line.starts_with("* ");
        match found.last_mut().filter(|_| open && !item) {
            _ if line.is_empty() => open = false,
            Some(last) => {
                last.push(' ');
                last.push_str(line);
            }
            None => {
                found.push(line.to_owned());
                open = true;
            }
        }
    }
    found
}

fn push_marked(escaped: &mut String, letter: char) {
    escaped.push('\\');
    escaped.push(letter);
}

fn is_word(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_'
}

/// Whether the line so far is a number, so that what follows would begin a list.
fn is_number(line: &str) -> bool {
    (1..10).contains(&line.len()) && line.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn marks_are_shown_and_do_nothing() {
        for (text, escaped) in [
            ("a|b `c` *d*", "a\\|b \\`c\\` \\*d\\*"),
            ("<img src=x>", "&lt;img src=x&gt;"),
            ("one\n# two\n\nthree", "one # two three"),
            ("# title", "\\# title"),
            ("- item", "\\- item"),
            ("1. item", "1\\. item"),
            ("2026-04-11-late_call", "2026-04-11-late_call"),
            ("![x](y) [[z]]", "\\!\\[x\\](y) \\[\\[z\\]\\]"),
            ("AT&T & co &copy;", "AT&amp;T & co &amp;copy;"),
            ("thanks @octocat", "thanks @<!-- -->octocat"),
            ("lea@nova.example", "lea@nova.example"),
            ("::error::x", "\\::error\\::x"),
            ("##[error]x", "\\#\\#\\[error\\]x"),
            ("\u{1b}[31m", "␛\\[31m"),
            ("12,50 € 👍 שלום", "12,50 € 👍 שלום"),
        ] {
            assert_eq!(escape(text), escaped, "{text}");
        }
    }

    #[test]
    fn paragraphs_and_list_items_stay_apart() {
        assert_eq!(paragraphs("a\nb\n\nc\n- d\n- e\n"), ["a b", "c", "- d", "- e"]);
        assert_eq!(quote("a\n\n<b>"), "> a\n>\n> &lt;b&gt;");
    }
}
