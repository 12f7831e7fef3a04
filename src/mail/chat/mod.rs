//! Exported chats: WhatsApp, Slack, Discord, Upwork.
//!
//! Text exports name the writer and the time on a line and have the words on it or below it; JSON
//! exports have an object for each message.

mod clock;
mod heads;
mod json;
mod text;

pub use clock::DateOrder;
pub use json::People;

use super::charset::InFile;
use super::{ReadMessage, plain_text};
use crate::finding::Span;

/// The form of an exported chat.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChatForm {
    /// `[03/05/2026, 10:02] Ann: words`, `03/05/2026, 10:02 - Ann: words`: WhatsApp, and Discord
    /// as it is copied in its compact view.
    Lines,
    /// `[03/05/2026 10:02 AM] ann` or `Ann — 03/05/2026 10:02`, the words below: Discord.
    Blocks,
    /// A name and a time, the words below, days on lines of their own: Upwork.
    Days,
    /// A list of objects: Slack, and Discord.
    Json,
}

/// Why a chat cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChatError {
    /// Its days may be read with the day or the month first.
    #[error("`{0}` may be read with the day or the month first")]
    Order(String),
    /// It is no JSON of a chat.
    #[error("no messages in it")]
    NoMessages,
}

/// The form of the chat that a text begins as; `None` where it is none.
pub fn chat_form(head: &str) -> Option<ChatForm> {
    let head = head.trim_start_matches('\u{feff}');
    if head.trim_start().starts_with(['[', '{']) && json::is_chat(head) {
        return Some(ChatForm::Json);
    }
    text::form(head)
}

/// The messages of a chat, in its order; `people` says who the ids of a Slack export are.
///
/// # Errors
/// A [`ChatError`] where nobody but the user can say what its days are, or there is no message.
pub fn read_chat(
    form: ChatForm,
    bytes: &[u8],
    order: Option<DateOrder>,
    people: &People,
) -> Result<Vec<ReadMessage>, ChatError> {
    let text = plain_text(bytes).ok_or(ChatError::NoMessages)?;
    let is_literal = matches!(text, std::borrow::Cow::Borrowed(_));
    let mut messages = match form {
        ChatForm::Json => json::read(&text, people)?,
        form => text::read(form, &text, order)?,
    };
    if messages.is_empty() {
        return Err(ChatError::NoMessages);
    }
    if !is_literal {
        messages.iter_mut().for_each(ReadMessage::decoded);
        place_in_file(&mut messages, bytes, &text);
    }
    Ok(messages)
}

/// Has each message name its bytes of the file, where the file has the text in another character
/// set; the whole file where nobody can tell which they are.
fn place_in_file(messages: &mut [ReadMessage], bytes: &[u8], text: &str) {
    let mut in_file = InFile::of(bytes, text);
    for message in messages {
        message.raw = match &mut in_file {
            Some(in_file) => {
                let start = in_file.byte(message.raw.start);
                Span::new(start, in_file.byte(message.raw.end))
            }
            None => Span::new(0, bytes.len()),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CHAT: &str =
        "23/05/2026, 10:02 - Éloïse: Ça va 🙂 ?\n23/05/2026, 10:05 - Ann: Déjà payé.\n";

    /// The bytes of the file that each message names.
    fn bytes_of(file: &[u8]) -> Vec<&[u8]> {
        let messages = read_chat(ChatForm::Lines, file, None, &People::default());
        let raw = messages.unwrap_or_default();
        raw.into_iter().map(|message| &file[message.raw.start..message.raw.end]).collect()
    }

    #[test]
    fn messages_of_a_chat_in_another_character_set_name_their_bytes_of_the_file() {
        let wide =
            |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
        let file = [b"\xff\xfe".to_vec(), wide(CHAT)].concat();
        let expected: Vec<Vec<u8>> = CHAT.lines().map(wide).collect();
        assert_eq!(bytes_of(&file), expected);
        // One byte for each letter.
        let western = CHAT.replace("🙂 ", "");
        let narrow = |text: &str| encoding_rs::WINDOWS_1252.encode(text).0.into_owned();
        let expected: Vec<Vec<u8>> = western.lines().map(narrow).collect();
        assert_eq!(bytes_of(&narrow(&western)), expected);
    }
}
