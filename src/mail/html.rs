//! HTML of mails into text, with the parts that quote an earlier message told apart.

use mail_parser::decoders::html::add_html_token;

use crate::finding::Span;

/// Text of HTML.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct HtmlText {
    /// The text; a block begins a line.
    pub(super) text: String,
    /// The parts of the text that quote an earlier message, in order and apart.
    pub(super) quoted: Vec<Span>,
}

/// Elements whose content is no text.
const SILENT: [&str; 6] = ["head", "style", "script", "template", "title", "noscript"];
/// Elements that stand in a line; any other one begins a new line.
const INLINE: [&str; 24] = [
    "a", "abbr", "b", "big", "center", "cite", "code", "del", "em", "font", "i", "img", "ins",
    "kbd", "label", "mark", "o:p", "q", "s", "small", "span", "strong", "sub", "u",
];
/// Elements that have no end.
const VOID: [&str; 8] = ["br", "hr", "img", "input", "link", "meta", "col", "wbr"];
/// What marks the block in which a mail program quotes the message that is answered.
const QUOTING: [&str; 8] = [
    "gmail_quote",
    "gmail_extra",
    "yahoo_quoted",
    "protonmail_quote",
    "moz-cite-prefix",
    "divRplyFwdMsg",
    "appendonsend",
    "OLK_SRC_BODY_SECTION",
];
/// Marks behind which everything is an earlier message, up to the end.
const ENDING: [&str; 3] = ["divRplyFwdMsg", "appendonsend", "stopSpelling"];

/// Reads HTML in one pass.
pub(super) fn html_text(html: &str) -> HtmlText {
    let mut reader = Reader::default();
    let mut at = 0;
    while at < html.len() {
        let Some(open) = memchr::memchr(b'<', &html.as_bytes()[at..]).map(|found| at + found)
        else {
            break;
        };
        let rest = &html[open..];
        let is_tag = rest[1..].starts_with(|c: char| c.is_ascii_alphabetic() || "/!?".contains(c));
        if !is_tag {
            reader.text(&html[at..=open]);
            at = open + 1;
            continue;
        }
        reader.text(&html[at..open]);
        let (end, mark) = if rest.starts_with("<!--") { ("-->", 3) } else { (">", 1) };
        // A tag that never ends is the end of the text.
        let Some(length) = rest.find(end) else {
            at = html.len();
            break;
        };
        if mark == 1 {
            reader.tag(&rest[1..length]);
        }
        at = open + length + mark;
        if let Some(silent) = reader.silent.take() {
            at += end_of(&html[at..], silent);
        }
    }
    reader.text(&html[at..]);
    reader.finish()
}

/// The bytes up to the end of an element whose content is no text.
fn end_of(html: &str, name: &str) -> usize {
    let mut at = 0;
    while let Some(found) = html[at..].find("</") {
        at += found + 2;
        if html.as_bytes()[at..]
            .get(..name.len())
            .is_some_and(|end| end.eq_ignore_ascii_case(name.as_bytes()))
        {
            return at - 2;
        }
    }
    html.len()
}

#[derive(Default)]
struct Reader {
    out: HtmlText,
    /// White space that stands before the next word.
    space: bool,
    /// How many elements are open within the one that quotes, itself included.
    depth: usize,
    /// Its name: only elements of this name are counted.
    name: String,
    /// Where it began, while one is open.
    quote: Option<usize>,
    /// Whether all that follows is quoted.
    is_ending: bool,
    silent: Option<&'static str>,
}

impl Reader {
    fn text(&mut self, html: &str) {
        for word in html.split_inclusive([' ', '\t', '\r', '\n']) {
            let token = word.trim_end_matches([' ', '\t', '\r', '\n']);
            if !token.is_empty() {
                if self.space && !self.out.text.is_empty() && !self.out.text.ends_with('\n') {
                    self.out.text.push(' ');
                }
                self.space = false;
                put_entities(&mut self.out.text, token);
            }
            self.space |= token.len() < word.len();
        }
    }

    fn tag(&mut self, tag: &str) {
        let is_end = tag.starts_with('/');
        let name_end = |c: char| c.is_ascii_whitespace() || c == '/' || c == '>';
        let tag = tag.trim_start_matches('/');
        let name = tag.split(name_end).next().unwrap_or_default().to_ascii_lowercase();
        if !is_end {
            self.silent = SILENT.into_iter().find(|silent| *silent == name);
        }
        let is_block = !INLINE.contains(&&*name) && !SILENT.contains(&&*name);
        if is_block {
            self.end_line(name == "br");
        }
        if self.quote.is_some() && !self.is_ending && name == self.name {
            self.depth = if is_end { self.depth - 1 } else { self.depth + 1 };
            if self.depth == 0 {
                self.end_quote();
            }
        } else if self.quote.is_none() && !is_end && begins_quote(&name, tag) {
            self.end_line(false);
            self.quote = Some(self.out.text.len());
            self.is_ending = ENDING.iter().any(|mark| tag.contains(mark)) || is_divider(&name, tag);
            self.depth = 1;
            self.name = name;
        }
    }

    fn end_line(&mut self, always: bool) {
        let text = &mut self.out.text;
        if always || !text.is_empty() && !text.ends_with('\n') {
            text.push('\n');
        }
        self.space = false;
    }

    fn end_quote(&mut self) {
        self.end_line(false);
        if let Some(start) = self.quote.take() {
            self.out.quoted.push(Span::new(start, self.out.text.len()));
        }
    }

    fn finish(mut self) -> HtmlText {
        if self.quote.is_some() {
            self.end_quote();
        }
        self.out.quoted.retain(|span| span.start < span.end);
        self.out
    }
}

fn begins_quote(name: &str, tag: &str) -> bool {
    if VOID.contains(&name) && name != "hr" {
        return false;
    }
    name == "blockquote" || QUOTING.iter().any(|mark| tag.contains(mark)) || is_divider(name, tag)
}

/// The line that Outlook draws above the message that is answered.
fn is_divider(name: &str, tag: &str) -> bool {
    name == "div" && {
        let style = tag.to_ascii_lowercase().replace(' ', "");
        style.contains("border:none;border-top:solid")
    }
}

fn put_entities(out: &mut String, token: &str) {
    let mut at = 0;
    while let Some(found) = token[at..].find('&').map(|found| at + found) {
        let body = &token[found + 1..];
        let end = body.bytes().take(32).position(|byte| byte == b';');
        let is_name = |name: &str| {
            !name.is_empty()
                && name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'#')
        };
        let Some(end) = end.filter(|end| is_name(&body[..*end])) else {
            out.push_str(&token[at..=found]);
            at = found + 1;
            continue;
        };
        out.push_str(&token[at..found]);
        at = found + end + 2;
        add_html_token(out, &token.as_bytes()[found..at], false);
    }
    out.push_str(&token[at..]);
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(html: &str) -> String {
        let read = html_text(html);
        let mut own = String::new();
        let mut at = 0;
        for quoted in &read.quoted {
            own.push_str(&read.text[at..quoted.start]);
            at = quoted.end;
        }
        own + &read.text[at..]
    }

    #[test]
    fn blocks_are_lines_and_what_is_no_text_is_left_out() {
        let html = "<html><head><title>x</title></head><body><style>p{}</style>\
            <p>Caf&eacute; &amp; th&#233;<br>n&#x27;importe</p><div>a <b>b</b>\n c</div>x < y \
            <!-- <p>no</p> --><script>if (a<b) {}</script>fin &c &;";
        assert_eq!(html_text(html).text, "Café & thé\nn'importe\na b c\nx < y fin &c &;");
    }

    #[test]
    fn quoted_blocks_are_told_apart_and_the_words_below_are_own() {
        assert_eq!(
            own("<div>Non.</div><blockquote type=cite>Oui ?<div>x</div></blockquote><p>Voilà</p>"),
            "Non.\nVoilà\n"
        );
        assert_eq!(
            own("<div>Ok</div><div class=\"gmail_quote\">Le 3 mai<div>a</div> écrit</div>Fin"),
            "Ok\nFin"
        );
        assert_eq!(
            own(
                "<p>Pay.</p><hr id=\"stopSpelling\"><div id=\"divRplyFwdMsg\">De : x</div><p>old</p>"
            ),
            "Pay.\n"
        );
        assert_eq!(
            own(
                "<p>Pay.</p><div style='border:none;border-top:solid #E1E1E1 1.0pt'><p>From</p></div>old"
            ),
            "Pay.\n"
        );
    }

    #[test]
    fn tags_that_never_end_take_no_time() {
        for piece in ["<", "<a", "<!--", "<blockquote>", "</", "&", "<script>"] {
            let html = piece.repeat(200_000);
            assert!(html_text(&html).text.len() <= html.len());
        }
    }
}
