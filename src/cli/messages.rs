//! Messages from anywhere, in portions that fit into memory however large the mailbox is.

mod text;

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};
use std::path::Path;
use std::sync::Arc;

use super::session::Session;
use super::words;
use crate::failure::{Failure, FailureKind};
use crate::mail::{
    ChatError, ChatForm, DateOrder, Format, LARGEST_MAIL, Mbox, Parties, Person, RawMail,
    ReadMessage, format_of, read_chat, read_mail,
};
use crate::model::{Channel, Client};
use crate::phrase::Phrase;
use crate::survey::Survey;
use crate::vault::{message_files, open, shown};
use text::{PeopleBeside, chat_of, is_json, no_chat, no_order, no_text, text_message, unreadable};

/// How many bytes of a file tell what it is.
const HEAD: u64 = 16 * 1024;
/// How many bytes of messages are worked on at once.
const PORTION: usize = 8 << 20;
/// How many messages are worked on at once.
const MOST_AT_ONCE: usize = 4096;
/// After so many bytes progress is shown again.
const STEP: usize = 16 << 20;

/// A message as it came out of a file.
pub(super) struct Found {
    /// The file, as it was typed.
    pub(super) path: Arc<str>,
    content: Content,
}

enum Content {
    Mail(RawMail),
    /// A text, or a message of a chat, and the file it comes from.
    Read {
        message: Box<ReadMessage>,
        file: Arc<Vec<u8>>,
        chat: Option<ChatForm>,
    },
}

impl Found {
    /// The message; reading it is what takes time.
    pub(super) fn read(&self) -> ReadMessage {
        match &self.content {
            Content::Mail(raw) => read_mail(raw),
            Content::Read { message, .. } => (**message).clone(),
        }
    }

    /// Its bytes, exactly.
    pub(super) fn raw(&self) -> &[u8] {
        match &self.content {
            Content::Mail(raw) => &raw.bytes,
            Content::Read { message, file, chat: Some(_) } => {
                file.get(message.raw.start..message.raw.end).unwrap_or(file)
            }
            Content::Read { file, .. } => file,
        }
    }

    /// What its bytes are called as an exhibit.
    pub(super) const fn kind(&self) -> &'static str {
        match &self.content {
            Content::Mail(_) => "mail.eml",
            Content::Read { chat: Some(ChatForm::Json), .. } => "chat.json",
            Content::Read { chat: Some(_), .. } => "chat.txt",
            Content::Read { chat: None, .. } => "message.txt",
        }
    }

    /// How it came; of a text that somebody pasted its form does not tell.
    pub(super) const fn channel(&self) -> Option<Channel> {
        match &self.content {
            Content::Mail(_) => Some(Channel::Email),
            Content::Read { chat: Some(_), .. } => Some(Channel::Chat),
            Content::Read { chat: None, .. } => None,
        }
    }

    fn size(&self) -> usize {
        match &self.content {
            Content::Mail(raw) => raw.bytes.len(),
            Content::Read { message, .. } => message.text.len(),
        }
    }
}

/// Whose messages they are.
#[derive(Debug, clap::Args)]
pub(super) struct Whose {
    /// The client: their hours count, and only what their contact writes.
    #[arg(long, value_name = "CLIENT")]
    pub(super) client: Option<String>,
    /// Who writes for the client: an address, or words of a name.
    #[arg(long, value_name = "NAME")]
    from: Vec<String>,
}

impl Whose {
    /// The client, where one is named, and who is on which side.
    pub(super) fn known(
        &self,
        session: &mut Session,
    ) -> Result<(Option<Client>, Parties), Failure> {
        let mut parties = Parties::default();
        let vault = match session.vault() {
            Ok(vault) => Some(vault),
            Err(failure) if failure.kind == FailureKind::NotFound && self.client.is_none() => None,
            Err(failure) => return Err(failure),
        };
        let mut client = None;
        if let Some(vault) = &vault {
            let author = vault.settings().author.as_deref();
            author.into_iter().for_each(|author| parties.add_user(&Person::parse(author)));
            if let Some(name) = &self.client {
                let id = vault.find_client(name)?;
                let found = Survey::of(vault).client(&id).case.client;
                let names = [&found.contact, &found.decision_maker];
                names
                    .into_iter()
                    .flatten()
                    .for_each(|name| parties.add_client(&Person::parse(name)));
                client = Some(found);
            }
        }
        self.from.iter().for_each(|name| parties.add_named(name));
        Ok((client, parties))
    }
}

/// How files are read.
#[derive(Clone, Copy, Debug, clap::Args)]
pub(super) struct Reading {
    /// The order of dates in a chat that may be read either way: day-first, month-first,
    /// year-first.
    #[arg(long, value_name = "ORDER", value_parser = words::date_order)]
    date_order: Option<DateOrder>,
}

/// Hands over every message at a path, or of standard input where it is `-`, portion by portion,
/// in the order of the files. A chat of a folder that only its user could read is reported, and the
/// rest is handed over.
pub(super) fn each_portion(
    session: &Session,
    path: &str,
    reading: &Reading,
    work: &mut dyn FnMut(Vec<Found>) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let order = reading.date_order;
    let mut portion = Portion {
        session,
        order,
        people: PeopleBeside::default(),
        found: Vec::new(),
        size: 0,
        seen: 0,
        said: 0,
        work,
    };
    if path == "-" {
        portion.add_file(path, true, io::stdin().lock())?;
    } else {
        let full = session.folder().join(Path::new(path));
        let files = message_files(&full).map_err(|error| unreadable(path, &error))?;
        let is_alone = files.first().is_some_and(|file| *file == full);
        let start = format!("{}/", shown(session.folder()));
        for file in &files {
            let name = shown(file);
            let name = name.strip_prefix(&start).unwrap_or(&name);
            let bytes = open(file).map_err(|error| unreadable(name, &error))?;
            portion.people.meet(file);
            portion.add_file(name, is_alone, bytes)?;
        }
    }
    portion.finish()
}

/// So many names are enough to find the right one among.
pub(super) const MOST_NAMES: usize = 1000;

/// The names that stand most often, so many as fit into a line.
pub(super) fn most_frequent(names: &BTreeMap<String, usize>) -> Vec<&str> {
    const MOST_NAMED: usize = 5;
    let mut names: Vec<(&str, usize)> =
        names.iter().map(|(name, count)| (name.as_str(), *count)).collect();
    names.retain(|(name, _)| !name.is_empty());
    names.sort_by_key(|(name, count)| (std::cmp::Reverse(*count), *name));
    names.into_iter().take(MOST_NAMED).map(|(name, _)| name).collect()
}

struct Portion<'s> {
    session: &'s Session,
    order: Option<DateOrder>,
    /// Who the ids of a Slack export are.
    people: PeopleBeside,
    found: Vec<Found>,
    size: usize,
    /// Bytes of messages up to now.
    seen: usize,
    /// Up to where progress was shown.
    said: usize,
    work: &'s mut dyn FnMut(Vec<Found>) -> Result<(), Failure>,
}

impl Portion<'_> {
    fn add_file(&mut self, path: &str, is_alone: bool, mut file: impl Read) -> Result<(), Failure> {
        let failed = |error: io::Error| unreadable(path, &error);
        let mut head = Vec::new();
        file.by_ref().take(HEAD).read_to_end(&mut head).map_err(failed)?;
        let format = format_of(path, &head);
        let name: Arc<str> = path.into();
        let mut file = Cursor::new(head).chain(file);
        let found = |content| Found { path: Arc::clone(&name), content };
        match format {
            Format::Mailbox => {
                for mail in Mbox::new(file) {
                    self.add(found(Content::Mail(mail.map_err(failed)?)))?;
                }
            }
            Format::Mail => {
                let (bytes, is_cut) = read_whole(&mut file).map_err(failed)?;
                if bytes.trim_ascii().is_empty() {
                    // As an empty text: there is no message in it.
                    return Ok(());
                }
                self.add(found(Content::Mail(RawMail { bytes, is_cut, ..RawMail::default() })))?;
            }
            Format::Text => {
                let (bytes, is_cut) = read_whole(&mut file).map_err(failed)?;
                let chat = chat_of(path, &bytes);
                if is_cut {
                    self.leave_out(path, is_alone)?;
                } else if let Some(form) = chat {
                    self.add_chat(path, &name, form, bytes, is_alone)?;
                } else if is_json(path) {
                    // A list of something else that lies among messages is none of them.
                    if is_alone {
                        return Err(no_chat(path));
                    }
                } else {
                    match text_message(path, &bytes) {
                        Some(Some(message)) => {
                            let file = Arc::new(bytes);
                            self.add(found(Content::Read { message: message.into(), file, chat }))?;
                        }
                        Some(None) => {}
                        None => self.leave_out(path, is_alone)?,
                    }
                }
            }
            Format::Unknown => self.leave_out(path, is_alone)?,
        }
        Ok(())
    }

    /// The messages of a chat. Where only the user can say what its days are, they are asked.
    fn add_chat(
        &mut self,
        path: &str,
        name: &Arc<str>,
        form: ChatForm,
        bytes: Vec<u8>,
        is_alone: bool,
    ) -> Result<(), Failure> {
        let people = &self.people.people;
        let read = match read_chat(form, &bytes, self.order, people) {
            Err(ChatError::Order(example)) => {
                let question =
                    Phrase::new("ask-date-order").with("path", path).with("date", &*example);
                let answer = self.session.ui.ask(&question)?;
                match answer.and_then(|answer| words::date_order(&answer).ok()) {
                    Some(order) => read_chat(form, &bytes, Some(order), people),
                    None if is_alone => return Err(no_order(path, &example)),
                    None => {
                        self.session.report(&no_order(path, &example));
                        return Ok(());
                    }
                }
            }
            read => read,
        };
        let Ok(messages) = read else {
            return if is_alone { Err(no_chat(path)) } else { Ok(()) };
        };
        let file = Arc::new(bytes);
        for message in messages {
            let (message, file) = (message.into(), Arc::clone(&file));
            let content = Content::Read { message, file, chat: Some(form) };
            self.add(Found { path: Arc::clone(name), content })?;
        }
        Ok(())
    }

    /// What is no text cannot be done where it is what was named; among others it is left out.
    fn leave_out(&self, path: &str, is_alone: bool) -> Result<(), Failure> {
        if is_alone {
            return Err(no_text(path));
        }
        self.session.ui.remark(&Phrase::new("left-out").with("path", path));
        Ok(())
    }

    fn add(&mut self, found: Found) -> Result<(), Failure> {
        self.size += found.size();
        self.found.push(found);
        if self.size >= PORTION || self.found.len() >= MOST_AT_ONCE {
            self.hand_over()
        } else {
            Ok(())
        }
    }

    fn hand_over(&mut self) -> Result<(), Failure> {
        self.seen += std::mem::take(&mut self.size);
        (self.work)(std::mem::take(&mut self.found))?;
        if self.seen - self.said >= STEP {
            self.said = self.seen;
            let phrase = Phrase::new("progress-read").with("megabytes", self.seen >> 20);
            self.session.ui.progress(&phrase);
        }
        Ok(())
    }

    fn finish(mut self) -> Result<(), Failure> {
        let done = self.hand_over();
        self.session.ui.end_progress();
        done
    }
}

/// The bytes of a file, and whether it has more than a message may have.
fn read_whole(file: &mut impl Read) -> io::Result<(Vec<u8>, bool)> {
    let mut bytes = Vec::new();
    file.take(u64::try_from(LARGEST_MAIL).unwrap_or(u64::MAX).saturating_add(1))
        .read_to_end(&mut bytes)?;
    let is_cut = bytes.len() > LARGEST_MAIL;
    bytes.truncate(LARGEST_MAIL);
    Ok((bytes, is_cut))
}
