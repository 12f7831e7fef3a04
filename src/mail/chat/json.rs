//! Chats exported as JSON: a day of a Slack channel, and Discord's exporter.

use jiff::Timestamp;
use jiff::tz::Offset;
use serde::Deserialize;
use serde_json::value::RawValue;

use super::ChatError;
use crate::finding::Span;
use crate::mail::{Doubt, Person, ReadMessage, Sent};

/// Kinds of Slack messages that are somebody's words; others tell who came and went.
const OF_WORDS: [&str; 4] = ["thread_broadcast", "file_share", "me_message", "bot_message"];

/// A message of either program.
#[derive(Deserialize)]
struct Entry {
    // Slack.
    ts: Option<String>,
    text: Option<String>,
    subtype: Option<String>,
    user: Option<String>,
    username: Option<String>,
    user_profile: Option<Profile>,
    // Discord.
    timestamp: Option<String>,
    content: Option<String>,
    author: Option<Author>,
}

#[derive(Deserialize)]
struct Profile {
    real_name: Option<String>,
    display_name: Option<String>,
}

#[derive(Deserialize)]
struct Author {
    name: Option<String>,
    nickname: Option<String>,
}

#[derive(Deserialize)]
struct Export<'t> {
    #[serde(borrow)]
    messages: Vec<&'t RawValue>,
}

/// Whether JSON begins as the messages of a chat do.
pub(super) fn is_chat(head: &str) -> bool {
    let has = |key: &str| head.contains(key);
    has("\"ts\"") && (has("\"text\"") || has("\"user\""))
        || has("\"messages\"")
        || has("\"timestamp\"") && has("\"content\"")
}

/// Reads every message that is somebody's words.
pub(super) fn read(text: &str) -> Result<Vec<ReadMessage>, ChatError> {
    let json = text.trim_start_matches('\u{feff}');
    let raw: Vec<&RawValue> = if json.trim_start().starts_with('[') {
        serde_json::from_str(json).map_err(|_| ChatError::NoMessages)?
    } else {
        let export: Export<'_> = serde_json::from_str(json).map_err(|_| ChatError::NoMessages)?;
        export.messages
    };
    Ok(raw.into_iter().filter_map(|raw| message(text, raw.get())).collect())
}

fn message(text: &str, raw: &str) -> Option<ReadMessage> {
    let entry: Entry = serde_json::from_str(raw).ok()?;
    if entry.subtype.as_deref().is_some_and(|kind| !OF_WORDS.contains(&kind)) {
        return None;
    }
    let words = match (&entry.text, &entry.content) {
        (Some(words), _) => unescaped(words),
        (None, Some(words)) => words.clone(),
        (None, None) => return None,
    };
    let mut message = ReadMessage::plain(&words, 0);
    message.decoded();
    let start = raw.as_ptr().addr() - text.as_ptr().addr();
    message.raw = Span::new(start, start + raw.len());
    let profile = entry.user_profile.map(|of| [of.real_name, of.display_name]);
    let author = entry.author.map(|of| [of.nickname, of.name]);
    let names = profile.into_iter().chain(author).flatten().flatten();
    let name = names.chain(entry.username).chain(entry.user).find(|name| !name.trim().is_empty());
    message.from = name.map(|name| Person::named(&name));
    let written = entry.ts.as_deref().or(entry.timestamp.as_deref());
    message.sent = written.and_then(instant).filter(|sent| sent.is_possible());
    if written.is_some() && message.sent.is_none() {
        message.doubts.push(Doubt::Date);
    }
    Some(message)
}

/// `1712345678.000200`, seconds since 1970, or `2026-05-03T10:02:11+02:00`.
fn instant(text: &str) -> Option<Sent> {
    let seconds = text.split('.').next()?.parse().ok();
    let at = match seconds {
        Some(seconds) => Timestamp::from_second(seconds).ok()?,
        None => text.parse().ok()?,
    };
    Some(Sent::At(at, Offset::UTC))
}

/// Slack's own escapes: `&gt;`, and `<https://x.example|x>` for a link.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(open) = rest.find('<') {
        out.push_str(&rest[..open]);
        let inside = &rest[open + 1..];
        let Some(close) = inside.find(['>', '<']).filter(|at| inside[*at..].starts_with('>'))
        else {
            out.push('<');
            rest = inside;
            continue;
        };
        let link = &inside[..close];
        out.push_str(link.rsplit('|').next().unwrap_or(link));
        rest = &inside[close + 1..];
    }
    out.push_str(rest);
    out.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::mail::chat::{ChatForm, chat_form, read_chat};

    const SLACK: &str = r#"[
  {"type": "message", "subtype": "channel_join", "user": "U1", "ts": "1775939999.0", "text": "joined"},
  {"type": "message", "user": "U1", "ts": "1775940000.000200",
   "text": "&gt; old\nPay <https://x.example|here> &amp; now", "user_profile": {"real_name": "L\u00e9a"}},
  {"type": "message", "user": "U2", "ts": "nonsense", "text": "no"}
]"#;

    #[test]
    fn a_day_of_slack() {
        assert_eq!(chat_form(SLACK), Some(ChatForm::Json));
        let messages = read_chat(ChatForm::Json, SLACK.as_bytes(), None).expect("messages");
        assert_eq!(messages.len(), 2);
        assert_eq!(messages[0].text, "> old\nPay here & now");
        assert_eq!(messages[0].set_aside.len(), 1);
        assert_eq!(messages[0].from, Some(Person::named("Léa")));
        assert_eq!(
            messages[0].sent.map(|sent| sent.to_string()).as_deref(),
            Some("2026-04-11T20:40:00+00:00")
        );
        let raw = messages[0].raw.of(SLACK);
        assert!(raw.starts_with('{') && raw.ends_with("}}"));
        assert_eq!((messages[1].sent, &messages[1].doubts[..]), (None, &[Doubt::Date][..]));
    }

    #[test]
    fn discord_and_what_is_no_chat() {
        let discord = r#"{"guild": {}, "messages": [{"id": "7", "timestamp": "2026-05-03T10:02:11+02:00",
            "content": "Hi", "author": {"name": "ann", "nickname": "Ann"}}]}"#;
        let messages = read_chat(ChatForm::Json, discord.as_bytes(), None).expect("messages");
        assert_eq!(messages[0].from, Some(Person::named("Ann")));
        for text in
            ["[]", "{\"messages\": 1}", "[1, \"ts\", \"text\"]", "[{\"ts\"", "[{\"text\": 1}]"]
        {
            let read = read_chat(ChatForm::Json, text.as_bytes(), None);
            assert_eq!(read, Err(ChatError::NoMessages), "{text}");
        }
        assert_eq!(unescaped("a < b <c <d> <"), "a < b <c d <");
    }

    #[test]
    fn brackets_without_end_are_no_chat() {
        let text = "[".repeat(200_000);
        assert_eq!(read_chat(ChatForm::Json, text.as_bytes(), None), Err(ChatError::NoMessages));
    }
}
