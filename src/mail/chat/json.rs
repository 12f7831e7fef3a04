//! Chats exported as JSON: a day of a Slack channel, and Discord's exporter.

use std::collections::BTreeMap;

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

#[derive(Default, Deserialize)]
struct Profile {
    real_name: Option<String>,
    display_name: Option<String>,
    email: Option<String>,
}

/// Somebody in the `users.json` of a Slack export.
#[derive(Deserialize)]
struct User {
    id: String,
    name: Option<String>,
    real_name: Option<String>,
    #[serde(default)]
    profile: Profile,
}

/// Who the ids of a Slack export are, as the `users.json` beside its channels says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct People(BTreeMap<String, Person>);

impl People {
    /// Reads `users.json`; whoever cannot be read stays an id.
    pub fn parse(bytes: &[u8]) -> Self {
        let users: Vec<&RawValue> = serde_json::from_slice(bytes).unwrap_or_default();
        let users = users.iter().filter_map(|user| serde_json::from_str::<User>(user.get()).ok());
        let some = |text: &String| !text.trim().is_empty();
        let known = users.filter_map(|User { id, name, real_name, profile }| {
            let names = [profile.real_name, real_name, profile.display_name, name];
            let name = names.into_iter().flatten().find(some);
            let address = profile.email.filter(some);
            (name.is_some() || address.is_some()).then_some((id, Person { name, address }))
        });
        Self(known.collect())
    }

    fn name(&self, id: &str) -> Option<&str> {
        self.0.get(id)?.name.as_deref()
    }
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
pub(super) fn read(text: &str, people: &People) -> Result<Vec<ReadMessage>, ChatError> {
    let json = text.trim_start_matches('\u{feff}');
    let raw: Vec<&RawValue> = if json.trim_start().starts_with('[') {
        serde_json::from_str(json).map_err(|_| ChatError::NoMessages)?
    } else {
        let export: Export<'_> = serde_json::from_str(json).map_err(|_| ChatError::NoMessages)?;
        export.messages
    };
    Ok(raw.into_iter().filter_map(|raw| message(text, raw.get(), people)).collect())
}

fn message(text: &str, raw: &str, people: &People) -> Option<ReadMessage> {
    let entry: Entry = serde_json::from_str(raw).ok()?;
    if entry.subtype.as_deref().is_some_and(|kind| !OF_WORDS.contains(&kind)) {
        return None;
    }
    let words = match (&entry.text, &entry.content) {
        (Some(words), _) => unescaped(words, people),
        (None, Some(words)) => words.clone(),
        (None, None) => return None,
    };
    let mut message = ReadMessage::plain(&words, 0);
    message.decoded();
    let start = raw.as_ptr().addr() - text.as_ptr().addr();
    message.raw = Span::new(start, start + raw.len());
    let known = entry.user.as_ref().and_then(|id| people.0.get(id)).cloned();
    let profile = entry.user_profile.map(|of| [of.real_name, of.display_name]);
    let author = entry.author.map(|of| [of.nickname, of.name]);
    let names = profile.into_iter().chain(author).flatten().flatten();
    let name = names.chain(entry.username).chain(entry.user).find(|name| !name.trim().is_empty());
    message.from = known.or_else(|| name.map(|name| Person::named(&name)));
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

/// Slack's own escapes: `&gt;`, `<https://x.example|x>` for a link, `<@U1>` for somebody.
fn unescaped(text: &str, people: &People) -> String {
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
        match link.strip_prefix('@').and_then(|id| people.name(id)) {
            Some(name) => {
                out.push('@');
                out.push_str(name);
            }
            None => out.push_str(link.rsplit('|').next().unwrap_or(link)),
        }
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
        let messages = read_chat(ChatForm::Json, SLACK.as_bytes(), None, &People::default())
            .expect("messages");
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
    fn ids_of_slack_are_the_people_of_its_list() {
        let people = People::parse(
            r#"[{"id": "U1", "name": "lea", "profile": {"real_name": "Léa Martin", "email": "lea@nova.example"}},
                {"id": "U2", "name": "bob", "profile": {"real_name": " "}}, {"id": "U3"}, {"name": "nobody"}, 7]"#
                .as_bytes(),
        );
        assert_eq!(people.name("U2"), Some("bob"));
        assert_eq!((people.name("U3"), people.0.len()), (None, 2));
        assert_eq!(People::parse(b"{\"members\": 1}"), People::default());
        let day = r#"[{"type": "message", "user": "U1", "ts": "1775940000.0", "text": "<@U2> and <@U3>?"}]"#;
        let messages = read_chat(ChatForm::Json, day.as_bytes(), None, &people).expect("messages");
        assert_eq!(messages[0].from, Some(Person::parse("Léa Martin <lea@nova.example>")));
        assert_eq!(messages[0].text, "@bob and @U3?");
    }

    #[test]
    fn discord_and_what_is_no_chat() {
        let discord = r#"{"guild": {}, "messages": [{"id": "7", "timestamp": "2026-05-03T10:02:11+02:00",
            "content": "Hi", "author": {"name": "ann", "nickname": "Ann"}}]}"#;
        let messages = read_chat(ChatForm::Json, discord.as_bytes(), None, &People::default())
            .expect("messages");
        assert_eq!(messages[0].from, Some(Person::named("Ann")));
        for text in
            ["[]", "{\"messages\": 1}", "[1, \"ts\", \"text\"]", "[{\"ts\"", "[{\"text\": 1}]"]
        {
            let read = read_chat(ChatForm::Json, text.as_bytes(), None, &People::default());
            assert_eq!(read, Err(ChatError::NoMessages), "{text}");
        }
        assert_eq!(unescaped("a < b <c <d> <", &People::default()), "a < b <c d <");
    }

    #[test]
    fn brackets_without_end_are_no_chat() {
        let text = "[".repeat(200_000);
        assert_eq!(
            read_chat(ChatForm::Json, text.as_bytes(), None, &People::default()),
            Err(ChatError::NoMessages)
        );
    }
}
