//! Which parts of a message are its writer's own words: quoted replies and signatures are not.
//!
//! Marks, never deletes. Silent where unsure: an ordinary line ending in "a écrit" is no header,
//! and what stands below "Cordialement" counts unless a signature mark (`-- `) stands before it.

use crate::finding::Span;

/// A part of a message.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Region {
    /// What it is.
    pub kind: RegionKind,
    /// Its bytes, whole lines.
    pub span: Span,
}

/// What a part of a message is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum RegionKind {
    /// The writer's own words.
    Own,
    /// Words of an earlier message, or of somebody else.
    Quoted,
    /// What stands below the mark `-- `, or a line that a phone adds.
    Signature,
    /// Bytes of a file in letters: uuencode, or the signature of PGP.
    Attached,
}

/// A mail that is pasted or quoted shows no more headers than this.
const MOST_HEADERS: usize = 8;

struct Line<'t> {
    span: Span,
    text: &'t str,
}

/// The regions of a text, in order; together they are the whole text.
pub fn regions(text: &str) -> Vec<Region> {
    let lines = lines(text);
    let mut found: Vec<Region> = Vec::new();
    let (mut below, mut index) = (RegionKind::Own, 0);
    while index < lines.len() {
        let line = &lines[index];
        let (kind, count) = if below == RegionKind::Quoted || line.text.starts_with('>') {
            (RegionKind::Quoted, 1)
        } else if let Some(count) = attribution(&lines[index..]) {
            let quotes = lines.get(index + count).is_some_and(|next| next.text.starts_with('>'));
            // With `>` below it only those lines are quoted; without, all that follows.
            if !quotes {
                below = RegionKind::Quoted;
            }
            (RegionKind::Quoted, count)
        } else if is_divider(line.text) || header_block(&lines[index..]).is_some() {
            below = RegionKind::Quoted;
            (RegionKind::Quoted, 1)
        } else if line.span.of(text).trim_end_matches(['\r', '\n']) == "-- " {
            below = RegionKind::Signature;
            (RegionKind::Signature, 1)
        } else if let Some(count) = attached(&lines[index..]) {
            (RegionKind::Attached, count)
        } else if is_sent_from(line.text) {
            (RegionKind::Signature, 1)
        } else {
            (below, 1)
        };
        for line in &lines[index..index + count] {
            match found.last_mut().filter(|last| last.kind == kind) {
                Some(last) => last.span.end = line.span.end,
                None => found.push(Region { kind, span: line.span }),
            }
        }
        index += count;
    }
    found
}

fn lines(text: &str) -> Vec<Line<'_>> {
    let mut start = 0;
    text.split_inclusive('\n')
        .map(|line| {
            let span = Span::new(start, start + line.len());
            start += line.len();
            Line { span, text: line.trim() }
        })
        .collect()
}

/// How many lines an attribution takes: `On 3 May 2026, Ann wrote:`, over at most three lines.
///
/// It begins with `On` or `Le`, has a figure, a verb of writing and ends with a colon.
fn attribution(lines: &[Line<'_>]) -> Option<usize> {
    let starts = ["On ", "Le ", "le ", "El ", "Am "];
    if !starts.iter().any(|start| lines[0].text.starts_with(start)) {
        return None;
    }
    let mut joined = String::new();
    for (index, line) in lines.iter().take(3).enumerate() {
        if line.text.is_empty() || line.text.len() > 300 {
            return None;
        }
        joined.push_str(line.text);
        joined.push(' ');
        if line.text.ends_with(':') {
            let folded: String = joined
                .chars()
                .map(|letter| if letter == '\u{a0}' { ' ' } else { letter })
                .collect();
            let verbs = [" wrote", " a écrit", " a ecrit", " écrit", "schrieb", " écrivait"];
            let is = is_dated(&folded) && verbs.iter().any(|verb| folded.contains(verb));
            return is.then_some(index + 1);
        }
    }
    None
}

/// Whether a year, a time of day or an address is named; a single figure is no date.
fn is_dated(line: &str) -> bool {
    let bytes = line.as_bytes();
    let digit = |at: usize| bytes.get(at).is_some_and(u8::is_ascii_digit);
    let is_time =
        |at: usize| digit(at) && matches!(bytes.get(at + 1), Some(b':' | b'h')) && digit(at + 2);
    let is_year = |at: usize| (at..at + 4).all(digit);
    (0..bytes.len()).any(|at| is_time(at) || is_year(at)) || line.contains('@')
}

/// `-----Original Message-----` and the like.
fn is_divider(line: &str) -> bool {
    let inner = line.trim_matches(['-', '_', ' ']);
    let marked = line.starts_with("--") || line.starts_with("__");
    let words = ["original message", "message d'origine", "message d’origine", "message original"];
    let words =
        [&words[..], &["forwarded message", "message transféré", "message transfere"]].concat();
    marked && words.contains(&inner.to_lowercase().as_str())
}

/// The regions of a text that somebody pasted: headers at its very top are set aside, and what
/// follows them is the message.
pub fn regions_of_pasted(text: &str) -> Vec<Region> {
    let lines = lines(text);
    let blank = lines.iter().take_while(|line| line.text.is_empty()).count();
    let Some(headers) = lines.get(blank..).and_then(header_block) else { return regions(text) };
    let start = lines[blank + headers - 1].span.end;
    let mut found = vec![Region { kind: RegionKind::Quoted, span: Span::new(0, start) }];
    found.extend(regions(&text[start..]).into_iter().map(|region| Region {
        kind: region.kind,
        span: Span::new(start + region.span.start, start + region.span.end),
    }));
    found
}

/// How many lines two or more headers in a row take: `From:` `Sent:`, `De :` `Envoyé :`.
fn header_block(lines: &[Line<'_>]) -> Option<usize> {
    let is_header = |line: &&Line<'_>| {
        let names = [
            "From", "Sent", "To", "Subject", "Date", "Cc", "De", "Envoyé", "Envoye", "À", "A",
            "Objet",
        ];
        let plain = line.text.trim_start_matches('*');
        plain.split_once(':').is_some_and(|(name, rest)| {
            names.contains(&name.trim().trim_matches('*')) && !rest.trim().is_empty()
        })
    };
    let first = lines.first()?.text.trim_start_matches('*');
    let count = lines.iter().take(MOST_HEADERS).take_while(is_header).count();
    ((first.starts_with("From") || first.starts_with("De")) && count >= 2).then_some(count)
}

/// How many lines bytes of a file take that begin here: `begin 644 logo.png` up to `end`, or
/// what stands between the lines of PGP.
fn attached(lines: &[Line<'_>]) -> Option<usize> {
    /// A signature of PGP has fewer lines.
    const LONGEST: usize = 60;
    let first = lines[0].text;
    if first == "-----BEGIN PGP SIGNATURE-----" {
        let end = lines.iter().take(LONGEST).position(|line| line.text.starts_with("-----END"));
        return end.map(|end| end + 1);
    }
    let mode = first.strip_prefix("begin ")?.split(' ').next()?;
    if mode.len() != 3 || !mode.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    // Bytes in letters have none of these in lower case.
    let is_byte = |line: &&Line<'_>| !line.text.bytes().any(|byte| byte.is_ascii_lowercase());
    let count = lines[1..].iter().take_while(is_byte).count();
    (lines.get(count + 1)?.text == "end").then_some(count + 2)
}

/// A line that a phone adds below a message.
fn is_sent_from(line: &str) -> bool {
    let starts = ["Sent from my ", "Envoyé de mon ", "Envoyé depuis mon ", "Envoyé à partir de "];
    line.len() < 80 && starts.iter().any(|start| line.starts_with(start))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn own(text: &str) -> String {
        let own = regions(text).into_iter().filter(|region| region.kind == RegionKind::Own);
        own.map(|region| region.span.of(text)).collect()
    }

    #[test]
    fn quoted_replies_are_not_own_words() {
        assert_eq!(own("Yes.\n> No?\nSee you.\n"), "Yes.\nSee you.\n");
        assert_eq!(
            own("Oui.\n\nLe 3 mai 2026 à 10:02, Ann a écrit :\n> Non ?\n> Si.\nEt voilà.\n"),
            "Oui.\n\nEt voilà.\n"
        );
        assert_eq!(
            own("Yes.\n\nOn Tue, 3 May 2026 at 10:02\nAnn <a@example.org> wrote:\nold text\n"),
            "Yes.\n\n"
        );
        assert_eq!(own("Ok\n\nDe : Ann\nEnvoyé : lundi\nÀ : Bob\nancien\n"), "Ok\n\n");
        assert_eq!(own("Ok\n-----Original Message-----\nold\n"), "Ok\n");
    }

    #[test]
    fn headers_at_the_top_of_a_pasted_mail_swallow_nothing() {
        for headers in ["From: Ann\nSent: Monday\n", "\nDe : Léa\nÀ : moi\nObjet : délai\n"] {
            let text = format!("{headers}\nPay or I go.\n\nDe : moi\nObjet : délai\n\nOld.\n");
            let own = regions_of_pasted(&text).into_iter();
            let own = own.filter(|region| region.kind == RegionKind::Own);
            let own: Vec<&str> = own.map(|region| region.span.of(&text).trim()).collect();
            assert_eq!(own, ["Pay or I go."]);
        }
        assert_eq!(regions_of_pasted(""), regions(""));
        assert_eq!(regions_of_pasted("From: Ann"), regions("From: Ann"));
    }

    #[test]
    fn an_ordinary_line_swallows_nothing() {
        let text = "Voyez ce que le juge a écrit\nJe veux être remboursé.\n";
        assert_eq!(own(text), text);
        let text = "On the 3 designs she wrote:\nI want my money back.\n";
        assert_eq!(own(text), text);
    }

    #[test]
    fn bytes_of_a_file_are_no_words_and_an_ordinary_beginning_is() {
        assert_eq!(own("See:\nbegin 644 a.png\nM.5!.1PT*\n`\nend\nBye\n"), "See:\nBye\n");
        let text = "begin 644 tasks\nand then end\n";
        assert_eq!(own(text), text);
        let signed = "Yes\n-----BEGIN PGP SIGNATURE-----\n\niQ\n-----END PGP SIGNATURE-----\n";
        assert_eq!(own(signed), "Yes\n");
    }

    #[test]
    fn a_postscript_below_the_greeting_counts() {
        let text = "Cordialement,\nAnn\n\nPS : sinon, mon avocat vous écrira.\n";
        assert_eq!(own(text), text);
        assert_eq!(own("Bye\n-- \nAnn\nHead of Something\n"), "Bye\n");
    }
}
