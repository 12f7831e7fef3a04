//! A mailbox in one file, message by message: `From ` lines that end in a date stand between.
//!
//! Reads from anything that gives bytes, and holds one message at a time.

use std::io::{self, Read};

/// The longest message that is taken whole, in bytes; of a longer one only so much is kept.
pub const LARGEST_MAIL: usize = 256 << 20;

/// How many bytes are read at a time.
const CHUNK: usize = 256 * 1024;
/// A line longer than this is no separator.
const LONGEST_LINE: usize = 1000;

/// The bytes of one message.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct RawMail {
    /// Its first byte in the file.
    pub at: usize,
    /// Its bytes exactly, without the separator above it and the empty line that ends it.
    pub bytes: Vec<u8>,
    /// Whether it was too long, and the rest was left out.
    pub is_cut: bool,
    /// Whether lines that begin with `From ` have a `>` before them, as mailboxes write it.
    pub is_escaped: bool,
}

/// The messages of a mailbox, in its order.
#[derive(Debug)]
pub struct Mbox<R> {
    from: R,
    buffer: Vec<u8>,
    /// The place of the buffer's first byte in the file.
    at: usize,
    /// Where the message begins that is being read, in the buffer.
    start: usize,
    /// Up to where separators were looked for.
    searched: usize,
    is_ended: bool,
    /// Whether the rest of a message that was too long is being passed over.
    is_skipping: bool,
    has_begun: bool,
    largest: usize,
}

/// What a line that begins with `From ` is.
enum Line {
    /// A separator; the length of the line with its end.
    Separator(usize),
    /// Words of a message.
    Words,
    /// More bytes are needed to tell.
    Unknown,
}

impl<R: Read> Mbox<R> {
    /// The messages in these bytes.
    pub const fn new(from: R) -> Self {
        Self {
            from,
            buffer: Vec::new(),
            at: 0,
            start: 0,
            searched: 0,
            is_ended: false,
            is_skipping: false,
            has_begun: false,
            largest: LARGEST_MAIL,
        }
    }

    /// How many bytes of the file were read.
    pub const fn position(&self) -> usize {
        self.at + self.start
    }

    /// Reads on; a long message that was passed over is let go.
    fn fill(&mut self) -> io::Result<()> {
        if self.is_skipping {
            // What was searched is no separator.
            self.start = self.searched.saturating_sub(1).max(self.start);
        }
        // The line break above what comes next may belong to the next separator.
        let done = self.start.min(self.searched);
        self.buffer.drain(..done);
        self.at += done;
        self.start -= done;
        self.searched -= done;
        let before = self.buffer.len();
        // A long message is read in longer pieces, so that it is moved few times.
        let chunk = CHUNK.max(before / 2);
        let limit = u64::try_from(chunk).unwrap_or(u64::MAX);
        self.from.by_ref().take(limit).read_to_end(&mut self.buffer)?;
        self.is_ended = self.buffer.len() == before;
        Ok(())
    }

    /// The message up to `end` of the buffer.
    fn take(&mut self, end: usize) -> RawMail {
        let whole = &self.buffer[self.start..end];
        let is_cut = whole.len() > self.largest;
        let kept = if is_cut { &whole[..self.largest] } else { without_last_line(whole) };
        let bytes = kept.to_vec();
        RawMail { at: self.at + self.start, bytes, is_cut, is_escaped: true }
    }

    fn next_mail(&mut self) -> io::Result<Option<RawMail>> {
        loop {
            let found = if self.has_begun {
                let rest = &self.buffer[self.searched..];
                memchr::memmem::find(rest, b"\nFrom ").map(|found| self.searched + found + 1)
            } else if self.buffer.len() >= 5 || self.is_ended {
                // The first line may be a separator too.
                self.has_begun = true;
                self.buffer.starts_with(b"From ").then_some(0)
            } else {
                None
            };
            if let Some(line) = found {
                match line_at(&self.buffer[line..], self.is_ended) {
                    Line::Separator(length) => {
                        let is_skipping = std::mem::take(&mut self.is_skipping);
                        let mail = (!is_skipping && line > self.start).then(|| self.take(line));
                        self.start = line + length;
                        self.searched = self.start.saturating_sub(1);
                        if let Some(mail) = mail.filter(|mail| !mail.bytes.trim_ascii().is_empty())
                        {
                            return Ok(Some(mail));
                        }
                        continue;
                    }
                    Line::Words => {
                        self.searched = line;
                        continue;
                    }
                    // The first line has no line break before it to be found by.
                    Line::Unknown if line == 0 => self.has_begun = false,
                    Line::Unknown => self.searched = line - 1,
                }
            } else if self.has_begun {
                self.searched = self.buffer.len().saturating_sub(5).max(self.searched);
            }
            if self.is_ended {
                let end = self.buffer.len();
                let mail = (!self.is_skipping && end > self.start).then(|| self.take(end));
                self.start = end;
                return Ok(mail.filter(|mail| !mail.bytes.trim_ascii().is_empty()));
            }
            if !self.is_skipping && self.searched.saturating_sub(self.start) > self.largest {
                let mail = self.take(self.searched);
                self.is_skipping = true;
                return Ok(Some(mail));
            }
            self.fill()?;
        }
    }
}

impl<R: Read> Iterator for Mbox<R> {
    type Item = io::Result<RawMail>;

    fn next(&mut self) -> Option<Self::Item> {
        self.next_mail().transpose()
    }
}

/// What the line is that begins here with `From `.
fn line_at(bytes: &[u8], is_ended: bool) -> Line {
    let within = &bytes[..bytes.len().min(LONGEST_LINE)];
    let Some(end) = memchr::memchr(b'\n', within) else {
        return if within.len() == LONGEST_LINE || is_ended && !is_separator(within) {
            Line::Words
        } else if is_ended {
            Line::Separator(bytes.len())
        } else {
            Line::Unknown
        };
    };
    if !is_separator(&bytes[..end]) {
        return Line::Words;
    }
    // Below a separator stands a header; where words of a message follow, it is quoted.
    let below = &bytes[end + 1..];
    let below = &below[..below.len().min(LONGEST_LINE)];
    match memchr::memchr(b'\n', below) {
        Some(_) if !begins_with_header(below) => Line::Words,
        None if !is_ended && below.len() < LONGEST_LINE => Line::Unknown,
        _ => Line::Separator(end + 1),
    }
}

/// Whether a line begins with `From ` and ends in a date: a time of day and a year.
pub(super) fn is_separator(line: &[u8]) -> bool {
    let Some(rest) = line.strip_prefix(b"From ") else { return false };
    let Ok(text) = std::str::from_utf8(rest) else { return false };
    let last: Vec<&str> = text.split_ascii_whitespace().rev().take(4).collect();
    let is_year = |word: &&&str| word.len() == 4 && matches!(word.parse::<u16>(), Ok(1970..=2199));
    let is_time = |word: &&&str| {
        let mut parts = word.split(':');
        let is_pair = |part: Option<&str>| {
            part.is_some_and(|part| {
                (1..=2).contains(&part.len()) && part.bytes().all(|byte| byte.is_ascii_digit())
            })
        };
        is_pair(parts.next()) && is_pair(parts.next())
    };
    // The year is the last word, but for a distance from UTC behind it.
    last.iter().take(2).any(|word| is_year(&word)) && last.iter().any(|word| is_time(&word))
}

/// Whether a line is `Name: value`, or ends the head.
pub(super) fn begins_with_header(line: &[u8]) -> bool {
    let name = line.iter().take_while(|byte| byte.is_ascii_graphic() && **byte != b':').count();
    name > 0 && line.get(name) == Some(&b':')
        || matches!(line, [b'\n', ..] | [b'\r', b'\n', ..])
        || line.starts_with(b">From ")
}

/// Mailboxes put an empty line behind each message: it is not of the message.
fn without_last_line(bytes: &[u8]) -> &[u8] {
    let ends = [(&b"\r\n\r\n"[..], 2), (b"\n\n", 1)];
    let cut = ends.iter().find(|(end, _)| bytes.ends_with(end)).map_or(0, |(_, cut)| *cut);
    &bytes[..bytes.len() - cut]
}

#[cfg(test)]
mod tests {
    use super::*;

    const TWO: &str = "From - Tue May  5 10:02:11 2026\r\nFrom: a@b.example\r\n\r\nHello\r\n\
        From here it goes wrong in 2026\r\nFrom x Tue May  5 10:02:11 2026\r\nno header below\r\n\
        \r\nFrom c@d.example Wed May  6 08:00:00 2026 +0200\nSubject: x\n\nBye\n";

    fn read(text: &[u8]) -> Vec<RawMail> {
        Mbox::new(text).map(|mail| mail.unwrap_or_default()).collect()
    }

    /// Gives a byte at a time.
    struct Slow<'b>(&'b [u8]);

    impl Read for Slow<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let count = self.0.len().min(buffer.len()).min(1);
            buffer[..count].copy_from_slice(&self.0[..count]);
            self.0 = &self.0[count..];
            Ok(count)
        }
    }

    #[test]
    fn only_a_line_that_ends_in_a_date_with_a_header_below_begins_a_message() {
        let found = read(TWO.as_bytes());
        assert_eq!(found.len(), 2);
        for mail in &found {
            assert!(TWO.as_bytes()[mail.at..].starts_with(&mail.bytes), "the slice is exact");
        }
        assert!(found[0].bytes.ends_with(b"no header below\r\n"));
        assert_eq!(found[1].bytes, b"Subject: x\n\nBye\n");
        let slowly: Vec<RawMail> =
            Mbox::new(Slow(TWO.as_bytes())).map(Result::unwrap_or_default).collect();
        assert_eq!(slowly, found);
    }

    #[test]
    fn a_message_that_is_too_long_is_cut_and_the_next_one_is_whole() {
        let long = format!("From a Tue May  5 10:02:11 2026\nA: b\n\n{}\n\n", "x".repeat(900_000));
        let text = format!("{long}From b Tue May  5 10:02:11 2026\nC: d\n\nshort\n");
        let mut mbox = Mbox::new(text.as_bytes());
        mbox.largest = 1000;
        let found: Vec<RawMail> = mbox.map(Result::unwrap_or_default).collect();
        assert_eq!(found.len(), 2);
        assert!(found[0].is_cut && found[0].bytes.len() <= 1000);
        assert_eq!(found[1].bytes, b"C: d\n\nshort\n");
        assert_eq!(&text.as_bytes()[found[1].at..], b"C: d\n\nshort\n");
    }

    #[test]
    fn nothing_and_no_separator() {
        assert_eq!(read(b""), []);
        assert_eq!(read(b"\n\n"), []);
        assert_eq!(read(b"Subject: x\n\nalone\n").len(), 1);
        assert_eq!(read(b"From a Tue May  5 10:02:11 2026").len(), 0);
    }

    #[test]
    fn mailboxes_of_one_line_or_of_separators_alone_take_no_time() {
        assert_eq!(read("\nFrom ".repeat(500_000).as_bytes()).len(), 1);
        let separators = "From a Tue May  5 10:02:11 2026\n".repeat(50_000);
        assert!(read(separators.as_bytes()).len() <= 1);
    }
}
