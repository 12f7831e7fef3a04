//! Chats exported as text.

use super::clock::{DateOrder, Written, order_of};
use super::heads::{bracketed, dashed, is_name, timed, titled, unmarked};
use super::{ChatError, ChatForm};
use crate::finding::Span;
use crate::mail::{Doubt, Person, ReadMessage, Sent};

/// How many lines tell what a text is.
const HEAD_LINES: usize = 60;

/// What WhatsApp writes at the beginning of a chat, on some systems below the name of the chat.
const NOTICES: [&str; 3] = [
    "Messages and calls are end-to-end encrypted.",
    "Les messages et les appels sont chiffrés de bout en bout.",
    "Les messages et appels sont chiffrés de bout en bout.",
];

/// The form that a text has, by its first lines; `None` where it is no chat.
pub(super) fn form(head: &str) -> Option<ChatForm> {
    let lines: Vec<&str> = head.lines().take(HEAD_LINES).map(unmarked).collect();
    let mut worded = lines.iter().filter(|line| !line.is_empty());
    let is_exporter = lines.iter().take(6).any(|line| line.starts_with("Channel: "))
        && worded.clone().next().is_some_and(|line| line.starts_with("===="));
    let first = *worded.next()?;
    if bracketed(first).is_some() || dashed(first).is_some() {
        let heads = lines.iter().filter_map(|line| bracketed(line).or_else(|| dashed(line)));
        let is_lines = heads.clone().any(|head| head.name.is_some());
        return Some(if is_lines && !is_exporter { ChatForm::Lines } else { ChatForm::Blocks });
    }
    if is_exporter || titled(first).is_some() {
        return Some(ChatForm::Blocks);
    }
    let days = lines.iter().filter(|line| Written::parse_day(line).is_some()).count();
    let heads = (0..lines.len()).filter(|at| timed(&lines, *at).is_some()).count();
    (days > 0 && heads > 0).then_some(ChatForm::Days)
}

/// Reads a chat in one of the forms of text.
pub(super) fn read(
    form: ChatForm,
    text: &str,
    order: Option<DateOrder>,
) -> Result<Vec<ReadMessage>, ChatError> {
    let pieces = match form {
        ChatForm::Days => in_days(text),
        form => by_heads(text, form),
    };
    let dates: Vec<Written<'_>> = pieces.iter().filter_map(|piece| piece.when).collect();
    let order = match order {
        Some(order) => order,
        None => order_of(&dates).map_err(ChatError::Order)?,
    };
    Ok(pieces.into_iter().filter_map(|piece| piece.message(text, order)).collect())
}

/// A message with its bytes.
struct Piece<'t> {
    name: Option<&'t str>,
    when: Option<Written<'t>>,
    raw: Span,
    words: Span,
}

impl Piece<'_> {
    /// The message; `None` for a line of the program itself.
    fn message(self, text: &str, order: DateOrder) -> Option<ReadMessage> {
        let words = self.words.of(text);
        let kept = words.trim_end();
        if is_notice(kept) {
            return None;
        }
        let mut message = ReadMessage::plain(kept, self.words.start);
        message.raw = alone(text, self.raw);
        message.from = Some(Person::named(self.name?));
        let moment = self.when.and_then(|when| when.moment(order)).map(Sent::OnClock);
        message.sent = moment.filter(|sent| sent.is_possible());
        if self.when.is_some() && message.sent.is_none() {
            message.doubts.push(Doubt::Date);
        }
        Some(message)
    }
}

/// Messages that begin on a line with a date and a name.
fn by_heads(text: &str, form: ChatForm) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        let bare = unmarked(line);
        let skipped = bare.as_ptr().addr() - line.as_ptr().addr();
        let head = bracketed(bare)
            .or_else(|| dashed(bare))
            .or_else(|| (form == ChatForm::Blocks).then(|| titled(bare)).flatten());
        match head {
            Some(mut head) => {
                let mut words = Span::new(at + skipped + head.words, end);
                if form == ChatForm::Blocks && head.name.is_none() {
                    // The rest of the line is the name, the words are below.
                    head.name = Some(bare[head.words..].trim()).filter(|name| is_name(name));
                    words.start = end;
                }
                if head.words == bare.len() {
                    words.start = end;
                }
                let raw = Span::new(at, end);
                pieces.push(Piece { name: head.name, when: head.when, raw, words });
            }
            None if form == ChatForm::Blocks && bare.starts_with("====") => {
                pieces.push(Piece {
                    name: None,
                    when: None,
                    raw: Span::new(at, end),
                    words: Span::new(at, at),
                });
            }
            None => {
                if let Some(last) = pieces.last_mut() {
                    last.raw.end = end;
                    last.words.end = end;
                }
            }
        }
        at = end;
    }
    pieces
}

/// Messages below a name and a time of day, on days that stand on lines of their own.
fn in_days(text: &str) -> Vec<Piece<'_>> {
    let lines: Vec<&str> = text.split_inclusive('\n').map(unmarked).collect();
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    let (mut day, mut name): (Option<Written<'_>>, Option<&str>) = (None, None);
    let (mut index, mut skip) = (0, 0);
    let mut at = 0;
    for line in text.split_inclusive('\n') {
        let end = at + line.len();
        if skip > 0 {
            skip -= 1;
            if let Some(last) = pieces.last_mut() {
                (last.raw.end, last.words) = (end, Span::new(end, end));
            }
        } else if let Some(found) = Written::parse_day(lines[index]) {
            day = Some(found);
            pieces.push(Piece {
                name: None,
                when: None,
                raw: Span::new(at, end),
                words: Span::new(at, at),
            });
        } else if let Some((found, time, taken)) = timed(&lines, index) {
            name = found.or(name);
            skip = taken - 1;
            let when = day.map(|day| day.at(time));
            pieces.push(Piece { name, when, raw: Span::new(at, end), words: Span::new(end, end) });
        } else if let Some(last) = pieces.last_mut() {
            (last.raw.end, last.words.end) = (end, end);
        }
        at = end;
        index += 1;
    }
    pieces
}

/// The bytes of a message by which it is known again in a later export: without the mark of UTF-8
/// that may stand above the first, and without the line ends between it and the next.
fn alone(text: &str, raw: Span) -> Span {
    let whole = raw.of(text);
    let bare = whole.trim_start_matches('\u{feff}');
    let start = raw.start + whole.len() - bare.len();
    Span::new(start, start + bare.trim_end_matches(['\n', '\r']).len())
}

/// Whether the program wrote it, though it stands below a name.
fn is_notice(words: &str) -> bool {
    let words = words.trim_start_matches('\u{200e}');
    NOTICES.iter().any(|notice| words.starts_with(notice))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::chat::{People, chat_form, read_chat};

    /// Each message as `name|time|words`, after its bytes were looked at.
    fn read(text: &str) -> Vec<String> {
        let form = chat_form(text).expect("a chat");
        let messages =
            read_chat(form, text.as_bytes(), None, &People::default()).expect("messages");
        let show = |message: &ReadMessage| {
            if !message.text.is_empty() {
                let span = Span::new(0, message.text.len());
                let place = message.places.in_file(span).expect("a place");
                assert_eq!(place.of(text), message.text);
                assert!(message.raw.start <= place.start && place.end <= message.raw.end);
            }
            let name = message.from.as_ref().map(ToString::to_string).unwrap_or_default();
            let sent = message.sent.map(|sent| sent.to_string()).unwrap_or_default();
            format!("{name}|{sent}|{}", message.text.replace('\n', "/"))
        };
        messages.iter().map(show).collect()
    }

    #[test]
    fn whatsapp_of_both_systems() {
        let ios = "\u{200e}[13/05/2026, 22:40:11] Léa Martin: Tu es là ?\nRéponds.\n\
            [13/05/2026 22:41:00] \u{200e}Léa Martin : \u{200e}image absente\n[14/05/2026, 08:00:00] Jenna: Oui : à 9:00\n";
        assert_eq!(
            read(ios),
            [
                "Léa Martin|2026-05-13T22:40:11|Tu es là ?/Réponds.",
                "Léa Martin|2026-05-13T22:41:00|\u{200e}image absente",
                "Jenna|2026-05-14T08:00:00|Oui : à 9:00"
            ]
        );
        let android = "5/13/26, 9:41\u{202f}PM - Messages and calls are end-to-end encrypted.\n\
            5/13/26, 9:42\u{202f}PM - Ann: Pay me\n\n5 euros\n5/14/26, 12:01\u{202f}AM - Bob: no\n";
        assert_eq!(
            read(android),
            ["Ann|2026-05-13T21:42:00|Pay me//5 euros", "Bob|2026-05-14T00:01:00|no"]
        );
    }

    #[test]
    fn what_whatsapp_says_itself_is_nobodys_message() {
        let text = "[13/05/2026, 22:40:11] Léa: \u{200e}Les messages et les appels sont chiffrés de \
            bout en bout. Seules les personnes…\n[13/05/2026, 22:41:00] Léa: Tu es là ?\n";
        assert_eq!(read(text), ["Léa|2026-05-13T22:41:00|Tu es là ?"]);
    }

    #[test]
    fn discord_and_upwork() {
        let exporter = "====\nGuild: Work\nChannel: general\n====\n\n[03-May-26 10:02 PM] ann#1234\nPay me.\n\n\
            [04-May-26 09:00 AM] bob\nHello: you\n";
        assert_eq!(
            read(exporter),
            ["ann#1234|2026-05-03T22:02:00|Pay me.", "bob|2026-05-04T09:00:00|Hello: you"]
        );
        let copied = "Ann — 13/05/2026 22:02\nPay me.\nNow.\nBob — Today at 9:00 AM\nHello\n";
        assert_eq!(read(copied), ["Ann|2026-05-13T22:02:00|Pay me./Now.", "Bob||Hello"]);
        let upwork = "Saturday, Apr 11, 2026\nLéa Martin\n10:42 PM\nWhere are you?\n\n11:00 PM\nHello??\n\
            Sunday, Apr 12, 2026\nJenna Ray 9:05 AM\nGood morning.\n";
        assert_eq!(
            read(upwork),
            [
                "Léa Martin|2026-04-11T22:42:00|Where are you?",
                "Léa Martin|2026-04-11T23:00:00|Hello??",
                "Jenna Ray|2026-04-12T09:05:00|Good morning."
            ]
        );
    }

    #[test]
    fn a_day_that_may_be_a_month_is_asked_for() {
        let text = "03/05/2026, 10:02 - Ann: x\n04/05/2026, 10:02 - Ann: y\n";
        let read = |order| read_chat(ChatForm::Lines, text.as_bytes(), order, &People::default());
        assert_eq!(read(None), Err(ChatError::Order("03/05/2026".to_owned())));
        let sent = |order| read(Some(order)).ok().and_then(|messages| messages[0].sent);
        let shown = |order| sent(order).map(|sent| sent.to_string());
        assert_eq!(shown(DateOrder::DayFirst).as_deref(), Some("2026-05-03T10:02:00"));
        assert_eq!(shown(DateOrder::MonthFirst).as_deref(), Some("2026-03-05T10:02:00"));
    }

    #[test]
    fn the_bytes_of_a_message_do_not_depend_on_what_follows_it() {
        let chats = [
            (
                "[13/05/2026, 22:40:11] Léa: Tu es là ?\nRéponds.",
                "\r\n\n[14/05/2026, 08:00:00] Jenna: Oui",
            ),
            ("13/05/2026, 22:40 - Léa: ", "\n14/05/2026, 08:00 - Jenna: Oui\n"),
            (
                "[13-May-26 10:02 PM] ann\nPay me.",
                "\n\n[14-May-26 09:00 AM] bob\nno\n\n====\nExported\n====\n",
            ),
            (
                "Saturday, Apr 11, 2026\nAnn\n10:42 PM\nPay me.",
                "\n\nSunday, Apr 12, 2026\nBob 9:05 AM\nno\n",
            ),
        ];
        for (chat, later) in chats {
            let first = |text: &str| {
                let form = chat_form(text).expect("a chat");
                let read = read_chat(form, text.as_bytes(), None, &People::default());
                read.expect("messages")[0].raw.of(text).to_owned()
            };
            let whole = &chat[chat.find("Ann").unwrap_or_default()..];
            assert_eq!(first(chat), whole);
            for behind in ["\n", "\r\n", "\n\n", later] {
                assert_eq!(first(&format!("{chat}{behind}")), whole, "{behind:?}");
            }
            assert_eq!(first(&format!("\u{feff}{chat}{later}")), whole, "behind a mark");
        }
    }

    #[test]
    fn a_moment_that_there_is_not_begins_a_message_without_a_date() {
        for head in [
            "14/04/2026, 24:05 - Jenna: no",
            "14/04/2026, 22:60 - Jenna: no",
            "14/04/26, 13:05 PM - Jenna: no",
            "31/02/2026, 10:00 - Jenna: no",
            "99/04/2026, 10:00 - Jenna: no",
            "[14/04/2026, 24:05:11] Jenna: no",
        ] {
            let text =
                format!("13/04/2026, 22:02 - Karl: yes\n{head}\n14/04/2026, 23:00 - Karl: well\n");
            assert_eq!(
                read(&text),
                ["Karl|2026-04-13T22:02:00|yes", "Jenna||no", "Karl|2026-04-14T23:00:00|well"],
                "{head}"
            );
            let read = read_chat(ChatForm::Lines, text.as_bytes(), None, &People::default());
            assert_eq!(read.expect("messages")[1].doubts, [Doubt::Date], "{head}");
        }
        let ratio = "13/04/2026, 22:02 - Karl: see\n14/04/2026, 2405:1 - Jenna: no\n";
        assert_eq!(read(ratio).len(), 1, "no time at all");
    }

    #[test]
    fn a_date_that_there_is_not_does_not_tell_the_order_of_the_others() {
        let text =
            "03/05/2026, 10:02 - Ann: x\n31/02/2026, 10:02 - Ann: y\n99/05/2026, 10:02 - Ann: z\n";
        let read = read_chat(ChatForm::Lines, text.as_bytes(), None, &People::default());
        assert_eq!(read, Err(ChatError::Order("03/05/2026".to_owned())));
    }

    #[test]
    fn ordinary_texts_are_no_chats() {
        for text in [
            "",
            "Hello,\n\nsee you at 10:02 on 03/05/2026 - Ann: fine?\n",
            "Meeting\n10:00\nwe talk\n11:00\nend\n",
            "Ann — a designer\n",
            "🙂🙂\n",
            "[1] a note: x\n",
            "Monday 11 May 2026\nI was at the office all day.\n",
        ] {
            assert_eq!(chat_form(text), None, "{text:?}");
        }
    }

    #[test]
    fn a_chat_of_heads_alone_takes_no_time() {
        let text = "13/05/2026, 10:02 - Ann: \n".repeat(50_000);
        assert_eq!(read(&text).len(), 50_000);
    }
}
