//! What a file with messages is, by its first bytes and its name.

use super::mbox::is_separator;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Format {
    /// One mail with its headers.
    Mail,
    /// Many mails in one file.
    Mailbox,
    /// A text, or a note.
    Text,
    /// Bytes that are no message.
    Unknown,
}

/// Headers of which a mail has at least one, and a text that somebody typed has none.
const OF_MAIL: [&str; 9] = [
    "message-id",
    "mime-version",
    "received",
    "return-path",
    "delivered-to",
    "dkim-signature",
    "content-type",
    "x-mailer",
    "in-reply-to",
];

/// What a file is that begins with these bytes; its name decides where they leave it open.
pub fn format_of(name: &str, head: &[u8]) -> Format {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    let ending = ending.as_deref().unwrap_or_default();
    let first = head.trim_ascii_start();
    let line = first.split(|byte| *byte == b'\n').next().unwrap_or_default();
    if is_separator(line.trim_ascii_end()) || matches!(ending, "mbox" | "mbx") {
        return Format::Mailbox;
    }
    if ending == "eml" || has_headers(first) {
        return Format::Mail;
    }
    let is_utf16 = head.starts_with(&[0xff, 0xfe]) || head.starts_with(&[0xfe, 0xff]);
    if memchr::memchr(0, head).is_some() && !is_utf16 { Format::Unknown } else { Format::Text }
}

/// Whether a text begins with headers of a mail.
fn has_headers(head: &[u8]) -> bool {
    let head = head.strip_prefix(b"\xef\xbb\xbf").unwrap_or(head);
    let mut is_mail = false;
    let mut count = 0;
    let (mut has_from, mut is_addressed) = (false, false);
    for line in head.split(|byte| *byte == b'\n') {
        let line = line.strip_suffix(b"\r").unwrap_or(line);
        if line.is_empty() {
            break;
        }
        if matches!(line[0], b' ' | b'\t') && count > 0 {
            continue;
        }
        let name: String = line
            .iter()
            .take_while(|byte| byte.is_ascii_alphanumeric() || **byte == b'-')
            .map(|byte| char::from(byte.to_ascii_lowercase()))
            .collect();
        if name.is_empty() || line.get(name.len()) != Some(&b':') {
            return false;
        }
        count += 1;
        is_mail |= OF_MAIL.contains(&name.as_str());
        has_from |= name == "from";
        is_addressed |= matches!(name.as_str(), "to" | "subject" | "date");
    }
    is_mail || has_from && is_addressed
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn content_decides_and_then_the_name() {
        let mail = b"Subject: x\nMIME-Version: 1.0\n\nHello";
        assert_eq!(format_of("-", mail), Format::Mail);
        assert_eq!(format_of("a.txt", b"From: Ann\nSent: Monday\n\nHello"), Format::Text);
        let pasted = b"From: Ann <a@x.example>\nTo: b@x.example\nSubject: x\n\nHello";
        assert_eq!(format_of("a.txt", pasted), Format::Mail);
        assert_eq!(format_of("a.eml", b""), Format::Mail);
        assert_eq!(format_of("Inbox", b"From - Tue May  5 10:02:11 2026\nA: b"), Format::Mailbox);
        assert_eq!(format_of("a.txt", b"From now on in 2026\n"), Format::Text);
        assert_eq!(format_of("a.bin", b"\x00\x01"), Format::Unknown);
        assert_eq!(format_of("a.txt", b"\xff\xfea\x00"), Format::Text);
    }
}
