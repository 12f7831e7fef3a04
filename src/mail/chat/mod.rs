//! Exported chats: WhatsApp, Slack, Discord, Upwork.
//!
//! Text exports name the writer and the time on a line and have the words on it or below it; JSON
//! exports have an object for each message.

mod clock;
mod json;
mod text;

pub use clock::DateOrder;
pub use json::People;

use super::{ReadMessage, plain_text};

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
    }
    Ok(messages)
}
