//! A note's text into what it records, whatever its kind.

mod client;
mod decision;
mod flag;
mod incident;
mod observation;

use std::sync::OnceLock;

pub use client::{read_client, read_table_rows};
pub(crate) use flag::parse_half_life;

use super::body::{Body, parse_body};
use super::kind::{KINDS, Kind};
use super::pitfalls::report_pitfalls;
use super::{Fault, Fields, Node, Parts, Tree, parse_front_matter, split};
use crate::model::{Client, Credit, Decision, Exhibit, Flag, Incident, Message, Pulse};

/// A note's text with its parts found, before it is known what it records.
#[derive(Debug)]
pub struct Note<'a> {
    /// The path below the vault, `/`-separated.
    pub path: &'a str,
    /// The whole text.
    pub text: &'a str,
    /// Where the front matter and the body are.
    pub parts: Parts,
    /// The front matter.
    pub tree: Tree<'a>,
    /// What it says it is; `None` for a free note.
    pub kind: Option<Kind>,
    body: OnceLock<Body>,
}

/// What a note records.
#[derive(Clone, Debug, PartialEq)]
pub enum Record {
    /// A client note; its content is read first, on its own.
    Client,
    /// Incidents, one or several.
    Incidents(Vec<Incident>),
    /// A decision.
    Decision(Box<Decision>),
    /// A good moment.
    Credit(Credit),
    /// A pulse.
    Pulse(Pulse),
    /// A message.
    Message(Message),
    /// An original file.
    Exhibit(Exhibit),
    /// A red flag.
    Flag(Box<Flag>),
    /// Text that records nothing dated: free notes, drafts, plans, postmortems, and notes too
    /// damaged to say.
    Text,
}

impl<'a> Note<'a> {
    /// Finds the parts of a note's text.
    pub fn parse(path: &'a str, text: &'a str, faults: &mut Vec<Fault>) -> Self {
        let parts = split(text, faults);
        let tree = parts
            .front
            .map(|front| {
                let tree = parse_front_matter(text, front, faults);
                report_pitfalls(text, front, &tree, faults);
                tree
            })
            .unwrap_or_default();
        let mut note = Self { path, text, parts, tree, kind: None, body: OnceLock::new() };
        note.kind = note.root().and_then(|root| {
            let mut fields = Fields::new(root, faults);
            fields.word("type", &KINDS, Kind::as_str)
        });
        note
    }

    /// The map of the front matter.
    pub fn root(&self) -> Option<Node<'_, 'a>> {
        self.tree.root()
    }

    /// What the body holds; read on first use.
    pub fn body(&self) -> &Body {
        self.body.get_or_init(|| parse_body(self.text, self.parts.body))
    }

    /// The file name without its folder and `.md`.
    pub fn stem(&self) -> &'a str {
        let name = self.path.rsplit('/').next().unwrap_or(self.path);
        name.strip_suffix(".md").unwrap_or(name)
    }

    /// Reads what the note records about `client`.
    pub fn record(&self, client: &Client, faults: &mut Vec<Fault>) -> Record {
        let Some(root) = self.root() else { return Record::Text };
        let mut fields = Fields::new(root, faults);
        if let Some(kind) = self.kind {
            fields.check_keys(kind.keys());
        }
        if fields.get("incidents").is_some() && self.kind != Some(Kind::Client) {
            return incident::read_list(self, client, &mut fields);
        }
        match self.kind {
            Some(Kind::Client) => Some(Record::Client),
            Some(Kind::Incident) => incident::read_single(self, client, &mut fields),
            Some(Kind::Decision) => decision::read_decision(self, client, &mut fields),
            Some(Kind::Credit) => observation::read_credit(self, client, &mut fields),
            Some(Kind::Pulse) => observation::read_pulse(self, client, &mut fields),
            Some(Kind::Message) => observation::read_message(self, client, &mut fields),
            Some(Kind::Exhibit) => observation::read_exhibit(self, client, &mut fields),
            Some(Kind::Flag) => flag::read_flag(self, &mut fields),
            Some(Kind::Draft | Kind::Plan | Kind::Postmortem) | None => None,
        }
        .unwrap_or(Record::Text)
    }
}

/// Reads a red-flag note; `None` where it is none or too damaged.
pub fn read_flag_note(note: &Note<'_>, faults: &mut Vec<Fault>) -> Option<Flag> {
    let root = note.root().filter(|_| note.kind == Some(Kind::Flag))?;
    let mut fields = Fields::new(root, faults);
    fields.check_keys(Kind::Flag.keys());
    match flag::read_flag(note, &mut fields) {
        Some(Record::Flag(flag)) => Some(*flag),
        _ => None,
    }
}
