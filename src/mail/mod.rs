//! Messages as they come: mail, mailboxes, exported chats, plain text; bytes in, messages out.
//!
//! Owns: what a message is before anything is looked for in it: who, when, which words, where
//! these stand in the file, and what was quoted. Must not: open files, know the time, or judge
//! what is said. A fault of a message is a [`Doubt`] beside it; nothing here refuses a message.

mod asks;
mod charset;
mod chat;
mod damage;
mod date;
mod doubt;
mod eml;
mod encoded;
mod exchange;
mod format;
mod html;
mod manner;
mod mbox;
mod message;
mod parties;
mod pronoun;
mod refused;

pub use asks::asks;
pub use charset::plain_text;
pub use chat::{ChatError, ChatForm, DateOrder, People, chat_form, read_chat};
pub use damage::{Repair, repaired};
pub use doubt::Doubt;
pub use eml::read_mail;
pub use exchange::{Exchange, Exchanged, Replies, SilentTime, outside_hours};
pub use format::{Format, format_of};
pub use manner::{greets, manner};
pub use mbox::{LARGEST_MAIL, Mbox, RawMail};
pub use message::{Person, ReadMessage, Sent};
pub use parties::{Parties, Side};
pub use pronoun::pronoun;
pub use refused::Refused;

#[cfg(test)]
mod tests;
