//! One mail: headers, the text that its writer typed, and where that stands in the file.

use std::borrow::Cow;
use std::sync::OnceLock;

use mail_parser::{
    Address, Encoding, HeaderName, Message, MessageParser, MessagePart, MimeHeaders as _, PartType,
};

use super::charset::{Decoded, decode};
use super::damage::repaired;
use super::date::parse_date;
use super::encoded::{is_utf8, is_whole, named_encoding, undone, undone_so_far};
use super::html::html_text;
use super::mbox::{begins_with_header, is_separator};
use super::{Doubt, Person, RawMail, ReadMessage};
use crate::finding::Span;
use crate::signal::{Region, RegionKind, regions};

/// The most parts that a mail is read with: whoever nests deeper wants to be no mail.
const MOST_PARTS: usize = 2_000;
/// The most bytes that may be looked through again for each part, in all.
const MOST_WORK: usize = 1 << 32;

/// Reads one mail, whatever its bytes are.
pub fn read_mail(raw: &RawMail) -> ReadMessage {
    let skipped = before_headers(&raw.bytes);
    let bytes = &raw.bytes[skipped..];
    let mut read =
        ReadMessage { raw: Span::new(raw.at, raw.at + raw.bytes.len()), ..ReadMessage::default() };
    if raw.is_cut {
        read.doubts.push(Doubt::Length);
    }
    let mut body = Body { at: raw.at + skipped, is_escaped: raw.is_escaped, read };
    let end = head_end(bytes);
    let parts = memchr::memmem::find_iter(bytes, b"ontent-").count();
    if !begins_with_header(bytes) {
        body.put_text(bytes, 0, None);
    } else if parts > MOST_PARTS || parts.saturating_mul(bytes.len()) > MOST_WORK {
        body.read.doubts.push(Doubt::Parts);
        if let Some(mail) = parser().parse_headers(&bytes[..end]) {
            body.headers(&mail, &bytes[..end]);
        }
        body.put_text(&bytes[end..], end, None);
    } else if let Some(mail) = parser().parse(bytes) {
        body.headers(&mail, &bytes[..end]);
        body.parts(&mail, bytes);
    } else {
        body.put_text(bytes, 0, None);
    }
    body.finish()
}

fn parser() -> &'static MessageParser {
    static PARSER: OnceLock<MessageParser> = OnceLock::new();
    PARSER.get_or_init(|| {
        MessageParser::new()
            .with_minimal_headers()
            .header_id(HeaderName::MessageId)
            .default_header_ignore()
    })
}

/// The bytes before the first header: a mark of UTF-8, empty lines, the separator of a mailbox.
fn before_headers(bytes: &[u8]) -> usize {
    let mut at = if bytes.starts_with(b"\xef\xbb\xbf") { 3 } else { 0 };
    while matches!(bytes.get(at), Some(b'\n' | b'\r')) {
        at += 1;
    }
    let line = memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |end| at + end);
    let is_first = is_separator(bytes[at..line].trim_ascii_end());
    if is_first && bytes.get(line + 1..).is_some_and(begins_with_header) { line + 1 } else { at }
}

/// The byte after the empty line that ends the headers.
fn head_end(bytes: &[u8]) -> usize {
    let mut at = 0;
    while let Some(end) = memchr::memchr(b'\n', &bytes[at..]) {
        let line = &bytes[at..at + end];
        at += end + 1;
        if line.is_empty() || line == b"\r" {
            return at;
        }
    }
    bytes.len()
}

/// A message being put together.
struct Body {
    /// Where the mail begins in its file.
    at: usize,
    is_escaped: bool,
    read: ReadMessage,
}

impl Body {
    fn headers(&mut self, mail: &Message<'_>, head: &[u8]) {
        // Headers in bytes of an undeclared character set are read anew, as text.
        let recoded = std::str::from_utf8(head).is_err().then(|| decode(head, None).text);
        let again = recoded.as_ref().and_then(|text| parser().parse_headers(text.as_bytes()));
        let mail = again.as_ref().unwrap_or(mail);
        self.read.from = mail.from().into_iter().flat_map(people).next();
        self.read.to = [mail.to(), mail.cc()].into_iter().flatten().flat_map(people).collect();
        self.read.subject = mail.subject().map(|subject| subject.trim().to_owned());
        self.read.id = mail.message_id().map(|id| id.trim().to_owned());
        let date = mail.header_raw(HeaderName::Date);
        self.read.sent = date.and_then(parse_date).filter(|sent| sent.is_possible());
        if self.read.sent.is_none() && date.is_some() {
            self.doubt(Doubt::Date);
        }
    }

    fn parts(&mut self, mail: &Message<'_>, bytes: &[u8]) {
        let is_worded = |part: &&MessagePart<'_>| match &part.body {
            PartType::Text(text) | PartType::Html(text) => !text.trim().is_empty(),
            _ => false,
        };
        let has_words =
            |ids: &[u32]| ids.iter().filter_map(|id| mail.part(*id)).any(|part| is_worded(&part));
        // Some programs leave the plain text empty.
        let bodies = [&mail.text_body, &mail.html_body].into_iter().find(|ids| has_words(ids));
        let is_body = |id: usize| {
            bodies.is_some_and(|ids| ids.iter().any(|body| usize::try_from(*body) == Ok(id)))
        };
        for (id, part) in mail.parts.iter().enumerate() {
            let is_html = part.content_type().is_some_and(|of| of.subtype() == Some("html"));
            // What a mail that was cut short has left of a text counts too.
            let is_left = part.is_encoding_problem && (bodies.is_none() || !is_html);
            if is_left && is_attached(part) {
                self.doubt(Doubt::Incomplete);
            } else if is_body(id) || is_left && is_worded(&part) {
                self.part(part, bytes, is_html || matches!(part.body, PartType::Html(_)));
            }
        }
    }

    fn part(&mut self, part: &MessagePart<'_>, bytes: &[u8], is_html: bool) {
        let (PartType::Text(text) | PartType::Html(text)) = &part.body else { return };
        let start = usize::try_from(part.offset_body).unwrap_or_default();
        let end = usize::try_from(part.offset_end).unwrap_or_default();
        let source = bytes.get(start..end).unwrap_or_default();
        let declared = part.content_type().and_then(|of| of.attribute("charset"));
        let is_cut = part.encoding == Encoding::Base64 && !is_whole(source, text);
        let so_far = (is_cut || part.encoding == Encoding::None)
            .then(|| undone_so_far(source, named_encoding(part), declared))
            .flatten();
        if so_far.is_some() {
            self.doubt(Doubt::Incomplete);
        } else if part.encoding == Encoding::None {
            // The same bytes where they are text already.
            if is_html {
                let decoded = decode(source, declared);
                self.put_html(&decoded);
            } else {
                self.put_text(source, start, declared);
            }
            return;
        }
        let is_plain =
            text.is_ascii() || declared.is_some_and(is_utf8) && !text.contains('\u{fffd}');
        let again = || (!is_plain).then(|| undone(source, part.encoding)).flatten();
        let raw = so_far.or_else(again);
        let decoded = match &raw {
            Some(raw) => decode(raw, declared),
            None => Decoded { text: Cow::Borrowed(&**text), is_wrong: false },
        };
        if is_html {
            self.put_html(&decoded);
        } else {
            if decoded.is_wrong {
                self.doubt(Doubt::Charset);
            }
            self.begin_part();
            self.put(&decoded.text, None);
        }
    }

    fn doubt(&mut self, doubt: Doubt) {
        if !self.read.doubts.contains(&doubt) {
            self.read.doubts.push(doubt);
        }
    }

    /// Text that stands in the mail at this byte, as it is or in another character set.
    fn put_text(&mut self, source: &[u8], start: usize, declared: Option<&str>) {
        let decoded = decode(source, declared);
        if decoded.is_wrong {
            self.doubt(Doubt::Charset);
        }
        self.begin_part();
        match &decoded.text {
            Cow::Borrowed(text) => self.put_lines(text, self.at + start),
            Cow::Owned(text) => self.put(text, None),
        }
    }

    /// Text as it is; the `>` that a mailbox put before `From ` is left out.
    fn put_lines(&mut self, text: &str, at: usize) {
        let mut done = 0;
        if self.is_escaped {
            for found in memchr::memmem::find_iter(text.as_bytes(), b">From ") {
                let begins = found == 0 || text.as_bytes()[found - 1] == b'\n';
                if begins {
                    self.put(&text[done..found], Some(at + done));
                    done = found + 1;
                }
            }
        }
        self.put(&text[done..], Some(at + done));
    }

    fn put_html(&mut self, decoded: &Decoded<'_>) {
        if decoded.is_wrong {
            self.doubt(Doubt::Charset);
        }
        self.begin_part();
        let mended = repaired(&decoded.text);
        if mended.is_some() {
            self.doubt(Doubt::Mended);
        }
        let html = html_text(mended.as_ref().map_or(&*decoded.text, |repair| &repair.text));
        let base = self.read.text.len();
        self.put(&html.text, None);
        self.read.set_aside.extend(html.quoted.into_iter().map(|span| Region {
            kind: RegionKind::Quoted,
            span: Span::new(base + span.start, base + span.end),
        }));
    }

    fn begin_part(&mut self) {
        if !self.read.text.is_empty() && !self.read.text.ends_with('\n') {
            self.put("\n", None);
        }
    }

    fn put(&mut self, text: &str, file: Option<usize>) {
        let Some(repair) = repaired(text) else {
            self.read.text.push_str(text);
            self.read.places.push(file, text.len());
            return;
        };
        self.doubt(Doubt::Mended);
        self.read.text.push_str(&repair.text);
        for (at, length) in repair.runs {
            let place = file.and_then(|file| Some(file + at?));
            self.read.places.push(place, length);
        }
    }

    fn finish(mut self) -> ReadMessage {
        let of_html = std::mem::take(&mut self.read.set_aside);
        if self.read.text.contains('\u{fffd}') {
            self.doubt(Doubt::Lost);
        }
        self.read.set_aside = aside(&self.read.text, of_html);
        self.read
    }
}

/// What is set aside in a text of which some parts are known to be quoted already.
pub(super) fn aside(text: &str, known: Vec<Region>) -> Vec<Region> {
    let mut aside = Vec::new();
    let mut at = 0;
    let between = |start: usize, end: usize, aside: &mut Vec<Region>| {
        for region in regions(text.get(start..end).unwrap_or_default()) {
            if region.kind != RegionKind::Own {
                let span = Span::new(start + region.span.start, start + region.span.end);
                aside.push(Region { span, ..region });
            }
        }
    };
    for region in known {
        between(at, region.span.start, &mut aside);
        at = region.span.end;
        aside.push(region);
    }
    between(at, text.len(), &mut aside);
    aside
}

/// Whether a part is a file in base64 and none of the words of a mail.
fn is_attached(part: &MessagePart<'_>) -> bool {
    let is_file = part.content_type().is_some_and(|of| of.ctype() != "text")
        || part.content_disposition().is_some_and(|of| of.is_attachment());
    is_file && named_encoding(part) == Encoding::Base64
}

fn people(address: &Address<'_>) -> Vec<Person> {
    let some =
        |text: Option<&str>| text.map(str::trim).filter(|text| !text.is_empty()).map(str::to_owned);
    address
        .iter()
        .map(|one| Person { name: some(one.name()), address: some(one.address()) })
        .filter(|person| person.name.is_some() || person.address.is_some())
        .collect()
}
