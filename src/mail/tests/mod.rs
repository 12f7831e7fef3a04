//! Mails of every kind, good and bad, read.

use jiff::tz::TimeZone;

use super::{Doubt, Mbox, RawMail, ReadMessage, read_mail};
use crate::finding::Span;

fn read(bytes: impl AsRef<[u8]>) -> ReadMessage {
    let bytes = bytes.as_ref().to_vec();
    read_mail(&RawMail { bytes, ..RawMail::default() })
}

fn own(message: &ReadMessage) -> String {
    message.own().into_iter().map(|span| span.of(&message.text)).collect()
}

/// Asserts that the text stands in the bytes where it is said to.
#[track_caller]
fn is_literal(message: &ReadMessage, bytes: &[u8]) {
    let text = message.text.trim_end();
    let span = message.places.in_file(Span::new(0, text.len())).expect("a place");
    assert_eq!(bytes.get(span.start..span.end), Some(text.as_bytes()));
}

const PLAIN: &str = "From: =?utf-8?Q?L=C3=A9a?= Martin <lea@nova.example>\r\n\
    To: Jenna <jenna@example.org>, bob@example.org\r\nCc: Paul\r\n <paul@nova.example>\r\n\
    Subject: Re: =?iso-8859-1?Q?d=E9lai?=\r\nDate: Sat, 11 Apr 2026 22:40:00 +0200\r\n\
    Message-ID: <abc@nova.example>\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n\
    Déjà vu ?\r\n> ancien\r\nRépondez.\r\n-- \r\nLéa\r\n";

#[test]
fn who_when_what_and_where() {
    let message = read(PLAIN);
    let shown: Vec<String> = message.to.iter().map(ToString::to_string).collect();
    assert_eq!(shown, ["Jenna <jenna@example.org>", "bob@example.org", "Paul <paul@nova.example>"]);
    assert_eq!(
        message.from.as_ref().map(ToString::to_string).as_deref(),
        Some("Léa Martin <lea@nova.example>")
    );
    assert_eq!(message.subject.as_deref(), Some("Re: délai"));
    assert_eq!(message.id.as_deref(), Some("abc@nova.example"));
    let sent = message.sent.expect("a date");
    assert_eq!(sent.to_string(), "2026-04-11T22:40:00+02:00");
    assert_eq!(sent.moment(&TimeZone::UTC).to_string(), "2026-04-11T20:40");
    assert_eq!(own(&message), "Déjà vu ?\r\nRépondez.\r\n");
    assert_eq!(message.raw, Span::new(0, PLAIN.len()));
    is_literal(&message, PLAIN.as_bytes());
    assert_eq!(message.doubts, []);
}

#[test]
fn parts_alternatives_and_encodings() {
    let mail = "From: a@b.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=X\n\n\
        --X\nContent-Type: multipart/alternative; boundary=Y\n\n--Y\n\
        Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n\
        D=E9sol=E9, c'est trop =\ntard.\n--Y\nContent-Type: text/html\n\n<p>Non</p>\n--Y--\n\
        --X\nContent-Type: image/png\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo=\n--X--\n";
    let message = read(mail);
    assert_eq!(message.text.trim_end(), "Désolé, c'est trop tard.");
    assert!(!message.places.are_literal());
    let html = "Subject: x\nContent-Type: text/html; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\
        PGRpdj5Ob24uPC9kaXY+PGJsb2NrcXVvdGU+T3VpPC9ibG9ja3F1b3RlPg==\n";
    let message = read(html);
    assert_eq!((message.text.as_str(), own(&message).as_str()), ("Non.\nOui\n", "Non.\n"));
}

#[test]
fn character_sets_that_are_missing_or_lie() {
    let read_as = |of: &str, body: &[u8]| {
        let head = format!("Subject: x\nContent-Type: text/plain{of}\n\n");
        read([head.as_bytes(), body].concat())
    };
    let western = b"Je suis d\xe9\xe7u, c'est inadmissible \xe0 ce prix.";
    let text = "Je suis déçu, c'est inadmissible à ce prix.";
    for (of, body, doubts) in [
        ("", &western[..], &[][..]),
        ("; charset=utf-8", western, &[Doubt::Charset]),
        ("; charset=us-ascii", western, &[]),
        ("; charset=windows-1252", western, &[]),
        ("; charset=iso-8859-1", text.as_bytes(), &[Doubt::Charset]),
        ("; charset=nonsense", text.as_bytes(), &[]),
        ("", text.as_bytes(), &[]),
    ] {
        let message = read_as(of, body);
        assert_eq!(message.text, text, "{of}");
        assert_eq!(message.doubts, doubts, "{of}");
    }
    let quoted =
        "Subject: x\nContent-Transfer-Encoding: quoted-printable\n\nd=E9=E7u, =E0 demain\n";
    assert_eq!(read(quoted).text, "déçu, à demain\n");
    let header =
        read(b"From: L\xe9a <a@b.example>\nSubject: d\xe9lai d\xe9pass\xe9\nDate: x\n\nA\n");
    assert_eq!(header.subject.as_deref(), Some("délai dépassé"));
    assert_eq!(header.from.and_then(|from| from.name).as_deref(), Some("Léa"));
}

#[test]
fn a_date_that_is_missing_or_impossible_is_unknown() {
    let dated = |date: &str| read(format!("Subject: x\n{date}\nX: y\n\nbody\n"));
    assert_eq!((dated("Y: z").sent, dated("Y: z").doubts), (None, vec![]));
    for date in [
        "Date: Thu, 1 Jan 1970 00:00:00 +0000",
        "Date: 31 Feb 2026 10:00:00 +0000",
        "Date: 11 Apr 2150 10:00:00 +0000",
        "Date: 11 Apr 2026 25:00:00 +0000",
        "Date: soon",
        "Date:",
        "Date: Fri, 31 Dec 1970 10:00:00 +0000",
        "Date: 11 Apr 2101 10:00:00 +0000",
        "Date: 11 Apr 2026 10:00:00 +1401",
        "Date: 11 Apr 2026 10:00:00 -2300",
        "Date: 11 Apr 2026 10:00:00 +0260",
        "Date: 11 Apr 2026 10:00:00 PM",
        "Date: Mon Apr 31 10:00:00 2026",
        "Date: 2026-13-13T10:00:00Z",
        "Date: 2026-04-13",
        "Date: 13 Apr 10:00:00 +0200",
        "Date: \u{e9}\u{1f621} 13 Apr 2026 \u{e9}:\u{1f621}",
    ] {
        let message = dated(date);
        assert_eq!((message.sent, message.doubts), (None, vec![Doubt::Date]), "{date}");
    }
    let leap = dated("Date: Wed, 31 Dec 2025 23:59:60 -0330");
    assert_eq!(
        leap.sent.map(|sent| sent.to_string()).as_deref(),
        Some("2025-12-31T23:59:59-03:30")
    );
}

#[test]
fn dates_are_understood_in_every_form_that_programs_write() {
    for (date, expected) in [
        ("Mon, 13 Apr 2026 10:00:00 +0200", "2026-04-13T10:00:00+02:00"),
        ("Mon,\r\n 13 Apr 2026\r\n 10:00:00 +0200 (CEST)", "2026-04-13T10:00:00+02:00"),
        ("13 Apr 26 9:05 -0330", "2026-04-13T09:05:00-03:30"),
        ("Tue, 13 Apr 2026 10:00:00+02:00", "2026-04-13T10:00:00+02:00"),
        ("Mon, 13 Apr 2026 10:00 EST", "2026-04-13T10:00:00-05:00"),
        ("Mon, 13 Apr 2026 10:00:00 CEST", "2026-04-13T10:00:00+02:00"),
        ("Mon, 13 Apr 2026 10:00:00 mest", "2026-04-13T10:00:00+02:00"),
        ("Mon, 13 Apr 2026 10:00:00 CET", "2026-04-13T10:00:00+01:00"),
        ("Mon, 13 Apr 2026 10:00:00 MET", "2026-04-13T10:00:00+01:00"),
        ("Mon, 13 Apr 2026 10:00:00 BST", "2026-04-13T10:00:00+01:00"),
        ("Mon, 13 Apr 2026 10:00:00 EDT", "2026-04-13T10:00:00-04:00"),
        ("Mon, 13 Apr 2026 10:00:00 CST", "2026-04-13T10:00:00-06:00"),
        ("Mon, 13 Apr 2026 10:00:00 CDT", "2026-04-13T10:00:00-05:00"),
        ("Mon, 13 Apr 2026 10:00:00 MST", "2026-04-13T10:00:00-07:00"),
        ("Mon, 13 Apr 2026 10:00:00 MDT", "2026-04-13T10:00:00-06:00"),
        ("Mon, 13 Apr 2026 10:00:00 PST", "2026-04-13T10:00:00-08:00"),
        ("Mon, 13 Apr 2026 10:00:00 PDT", "2026-04-13T10:00:00-07:00"),
        ("Mon, 13 Apr 2026 10:00:00 GMT", "2026-04-13T10:00:00+00:00"),
        ("Mon, 13 Apr 2026 10:00:00 UT", "2026-04-13T10:00:00+00:00"),
        ("Mon, 13 Apr 2026 10:00:00 UTC", "2026-04-13T10:00:00+00:00"),
        ("Mon, 13 Apr 2026 10:00:00 Z", "2026-04-13T10:00:00+00:00"),
        ("Mon, 13 Apr 2026 10:00:00 GMT+0200", "2026-04-13T10:00:00+02:00"),
        ("Mon, 13 Apr 2026 10:00:00 +1400", "2026-04-13T10:00:00+14:00"),
        ("Mon, 13 Apr 2026 10:00:00 AEST", "2026-04-13T10:00:00"),
        ("Mon, 13 Apr 2026 10:00:00", "2026-04-13T10:00:00"),
        ("Mon, 13 Apr 2026 10:00", "2026-04-13T10:00:00"),
        ("Mon Apr 13 10:00:00 2026", "2026-04-13T10:00:00"),
        ("Mon Apr  6 10:00:00 2026 +0200", "2026-04-06T10:00:00+02:00"),
        ("Mon Apr 13 10:00:00 CEST 2026", "2026-04-13T10:00:00+02:00"),
        ("2026-04-13T10:00:00+02:00", "2026-04-13T10:00:00+02:00"),
        ("2026-04-13T10:00:00.123Z", "2026-04-13T10:00:00+00:00"),
        ("Mon, 13 Apr 2026 10:00:00.123 +0200", "2026-04-13T10:00:00+02:00"),
        ("Mon, 13 Apr 2026 10:00:00 +02:00 CEST", "2026-04-13T10:00:00+02:00"),
        ("2026-04-13 10:00:00 +0200", "2026-04-13T10:00:00+02:00"),
        ("2026-04-13T10:00", "2026-04-13T10:00:00"),
        ("Fri, 1 Jan 1971 00:00:00 +0000", "1971-01-01T00:00:00+00:00"),
        ("Fri, 31 Dec 2100 10:00:00 +0000", "2100-12-31T10:00:00+00:00"),
    ] {
        let message = read(format!("Subject: x\nDate: {date}\nX: y\n\nbody\n"));
        let sent = message.sent.map(|sent| sent.to_string());
        assert_eq!((sent.as_deref(), message.doubts), (Some(expected), vec![]), "{date}");
    }
}

#[test]
fn mails_cut_short_and_bytes_that_are_none_lose_no_words() {
    let mail = "From: a@b.example\nContent-Type: multipart/mixed; boundary=X\n\n--X\n\
        Content-Type: text/plain\n\nPay me back or else.\n--X\nContent-Type: text/html\n\n<p>No";
    let whole = "Pay me back or else.";
    let end = mail.find(whole).unwrap_or_default() + whole.len();
    for length in end..mail.len() {
        assert!(read(&mail[..length]).text.contains(whole), "cut at {length}");
    }
    for bytes in
        [&b""[..], b"\n", b"\r\n\r\n", b"\0\0\0\xff\xfe", b"no header at all", b":\n\n", b"A:"]
    {
        let message = read(bytes);
        assert_eq!(message.raw.end, bytes.len());
    }
    assert_eq!(read(b"no header at all").text, "no header at all");
    let emoji = "Subject: \u{1f621}\n\n\u{1f621}\u{1f621}\n";
    assert_eq!(read(emoji).text, "\u{1f621}\u{1f621}\n");
    let arabic =
        "Subject: x\nContent-Type: text/plain; charset=utf-8\n\n\u{202b}أريد أموالي\u{202c}\n";
    is_literal(&read(arabic), arabic.as_bytes());
}

#[test]
fn a_part_in_base64_that_was_cut_short_is_read_as_far_as_it_goes() {
    // « Désolé, c'est trop tard. »
    let whole = "RMOpc29sw6ksIGMnZXN0IHRyb3AgdGFyZC4=";
    let text = "Désolé, c'est trop tard.";
    let coded = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n";
    let multipart =
        format!("Subject: x\nContent-Type: multipart/mixed; boundary=X\n\n--X\n{coded}");
    for head in [format!("Subject: x\n{coded}"), multipart.clone()] {
        for length in 4..whole.len() {
            let message = read(format!("{head}{}", &whole[..length]));
            assert!(text.starts_with(&*message.text), "{length}: {:?}", message.text);
            // Three bytes for four letters, and a character is of one or two.
            assert!(message.text.len() + 2 >= length * 3 / 4, "{length}: {:?}", message.text);
            // A whole group of letters may be all that there was.
            let is_told = head == multipart || length % 4 != 0;
            assert_eq!(message.doubts.contains(&Doubt::Incomplete), is_told, "{length}");
            assert!(!message.doubts.contains(&Doubt::Charset), "{length}");
        }
    }
    let half = read(format!("Subject: x\n{coded}w6lhYWHD\n"));
    assert_eq!((&*half.text, &*half.doubts), ("éaaa", &[Doubt::Incomplete][..]));
    let single = read(format!("Subject: x\n{coded}{whole}\n"));
    assert_eq!((&*single.text, &*single.doubts), (text, &[][..]));
    let ended = read(format!("{multipart}{whole}\n--X--\n"));
    assert_eq!((&*ended.text, &*ended.doubts), (text, &[][..]));
    // Something else stands below, or in between.
    for behind in ["\n_______\nA list: a@b.example", "\n*\nRMOpc29s\n"] {
        for head in [format!("Subject: x\n{coded}"), multipart.clone()] {
            let message = read(format!("{head}{whole}{behind}"));
            assert_eq!((&*message.text, &*message.doubts), (text, &[Doubt::Incomplete][..]));
        }
    }
    // What only says that it is in base64 is text.
    for plain in ["Pay me back, or else.", "Hello", "Bonjour\n\nPay me back, or else."] {
        let message = read(format!("{multipart}{plain}\n"));
        assert_eq!((message.text.trim_end(), &*message.doubts), (plain, &[][..]));
    }
    for set in ["", "; charset=iso-8859-1"] {
        let head = format!("Content-Type: text/plain{set}\nContent-Transfer-Encoding: base64\n\n");
        for plain in ["Merci\n\nJe ne paierai pas.", "Salut\n\nNon."] {
            assert_eq!(read(format!("{head}{plain}\n")).text.trim_end(), plain);
        }
    }
    // A character set that it lies about changes nothing.
    let western = "SmUgc3VpcyBk6edzLCBj4WVzdCBpbmFkbWlzc2libGUg4CBjZSBwcml4IQ";
    let message = read(format!("{multipart}{western}"));
    assert!(message.text.starts_with("Je suis d\u{e9}\u{e7}s"), "{:?}", message.text);
    assert_eq!(message.doubts, [Doubt::Incomplete, Doubt::Charset]);
    let html = "Content-Type: text/html\nContent-Transfer-Encoding: base64\n\nPGI+Tm9uPC9iPiAm";
    let message = read(format!("Content-Type: multipart/mixed; boundary=X\n\n--X\n{html}"));
    assert_eq!((message.text.trim_end(), &*message.doubts), ("Non &", &[Doubt::Incomplete][..]));
}

#[test]
fn a_quoted_printable_part_without_its_end_is_read_too() {
    let message = read(
        "Content-Type: multipart/mixed; boundary=X\n\n--X\n\
         Content-Type: text/plain; charset=iso-8859-1\n\
         Content-Transfer-Encoding: quoted-printable\n\nD=E9sol=E9, c'est tro",
    );
    assert_eq!(message.text, "Désolé, c'est tro");
    assert_eq!(message.doubts, [Doubt::Incomplete]);
}

#[test]
fn an_attachment_that_was_cut_short_is_no_text() {
    let message = read(
        "Content-Type: multipart/mixed; boundary=X\n\n--X\n\nsee the film\n--X\n\
         Content-Type: video/mp4\nContent-Transfer-Encoding: base64\n\nQUJDQUJDQUJD\nQUJDQU",
    );
    assert_eq!(message.text.trim_end(), "see the film");
    assert_eq!(message.doubts, [Doubt::Incomplete]);
}

#[test]
fn line_ends_of_every_kind_are_kept() {
    let mail = "Subject: x\r\nFrom: a@b.example\n\r\none\r\ntwo\nthree\rfour\n";
    let message = read(mail);
    assert_eq!(message.text, "one\r\ntwo\nthree\rfour\n");
    is_literal(&message, mail.as_bytes());
}

#[test]
fn nesting_without_end_is_read_as_far_as_it_makes_sense() {
    let wrap = |depth: usize, of: &str| {
        let mut mail = String::new();
        (0..depth).for_each(|level| mail.push_str(&of.replace("LEVEL", &level.to_string())));
        mail.push_str("Content-Type: text/plain\n\nthe words\n");
        mail
    };
    let multipart = "Content-Type: multipart/mixed; boundary=bLEVEL\n\n--bLEVEL\n";
    for depth in [1, 1_000, 5_000] {
        assert!(read(wrap(depth, multipart)).text.contains("the words"), "{depth} parts");
    }
    for depth in [1_000, 20_000] {
        let message = read(wrap(depth, "Content-Type: message/rfc822\n\n"));
        assert_eq!(message.doubts.contains(&Doubt::Parts), depth > 2_000);
    }
}

#[test]
fn an_attachment_of_any_size_is_no_text() {
    let size = if cfg!(debug_assertions) { 4 << 20 } else { 100 << 20 };
    let line = format!("{}\n", "QUJD".repeat(19));
    let mail = format!(
        "Subject: x\nContent-Type: multipart/mixed; boundary=X\n\n--X\n\nsee the film\n--X\n\
         Content-Type: video/mp4\nContent-Transfer-Encoding: base64\n\n{}\n--X--\n",
        line.repeat(size / line.len())
    );
    assert_eq!(read(mail).text.trim_end(), "see the film");
}

#[test]
fn a_mailbox_gives_the_bytes_and_the_words_of_each_message() {
    let mailbox = "From a Sat Apr 11 22:40:00 2026\nSubject: one\n\n>From now on you pay.\nFrom here on.\n\
        > quoted\n\nFrom b Sun Apr 12 22:40:00 2026\nSubject: two\n\nBye\n";
    let mails: Vec<RawMail> = Mbox::new(mailbox.as_bytes()).filter_map(Result::ok).collect();
    let messages: Vec<ReadMessage> = mails.iter().map(read_mail).collect();
    assert_eq!(own(&messages[0]), "From now on you pay.\nFrom here on.\n");
    let at = |word: &str| {
        let start = messages[0].text.find(word).unwrap_or_default();
        let span = messages[0].places.in_file(Span::new(start, start + word.len()));
        span.map(|span| span.of(mailbox))
    };
    assert_eq!(at("From now on you"), Some("From now on you"));
    assert_eq!(at("here on"), Some("here on"));
    assert_eq!(messages[1].raw.of(mailbox), "Subject: two\n\nBye\n");
}

#[test]
fn bytes_without_end_are_read_once() {
    for piece in
        ["a", "word ", "\n", "\"", "> ", "\r", "é", "=", "A: b\n", "\n--X", "Content-", "<"]
    {
        let size = if cfg!(debug_assertions) { 1 << 18 } else { 10 << 20 };
        let text = piece.repeat(size / piece.len());
        for head in [
            "",
            "Subject: x\n\n",
            "Content-Type: text/html\n\n",
            "Content-Type: multipart/mixed; boundary=X\n\n--X\n\n",
            "Subject: x\nContent-Transfer-Encoding: quoted-printable\n\n",
        ] {
            let message = read(format!("{head}{text}"));
            assert!(message.text.len() <= head.len() + text.len() + 2);
        }
    }
}

#[test]
fn a_separator_may_end_where_the_bytes_read_so_far_end() {
    let separator = "From x Sat Apr 11 22:40:00 2026\n";
    let mail = "From: a@x.example\n\nHi\n\n";
    // A message ends where a piece of 256 KiB does, or a little before or behind.
    for distance in 0..80 {
        let words = "a".repeat((256 << 10) - separator.len() - 20 - distance);
        let text = format!("{separator}{}{words}\n\n{separator}{separator}{mail}", &mail[..20]);
        let mails: Vec<RawMail> = Mbox::new(text.as_bytes()).map(|mail| mail.unwrap()).collect();
        let last = mails.last().unwrap();
        assert_eq!(mails.len(), 2, "{distance}");
        assert_eq!(&text.as_bytes()[last.at..last.at + last.bytes.len()], &*last.bytes);
        assert!(last.bytes.ends_with(b"Hi\n"), "{distance}: {last:?}");
    }
    let empty = b"From x \xc9at Apr 1\x961 22:40:00\nFrom x Sat Apr 11 22:40:00 2026\n\n";
    assert!(Mbox::new(&empty[..]).all(|mail| mail.is_ok()));
}
