//! A message as it is scanned, wherever it was read from.

use super::hear::Circumstances;
use super::regions::{Region, RegionKind, regions};
use super::signals::{Found, Signals};
use crate::finding::Span;
use crate::model::Moment;

/// A message: the one shape that readers of mail, chats and text give to the rules.
#[derive(Clone, Debug, PartialEq)]
pub struct ScannedMessage {
    /// The file it comes from.
    pub path: String,
    /// Who wrote it, where that is known.
    pub from: Option<String>,
    /// When, where that is known; a missing date is unknown, never "in hours".
    pub date: Option<Moment>,
    /// The whole text, as it is in the file.
    pub text: String,
    /// The bytes before the text in its file, so that spans can be given in bytes of the file.
    pub offset: usize,
    /// Parts that are not the writer's own words, in order and apart from each other.
    pub set_aside: Vec<Region>,
    /// What else is known.
    pub circumstances: Circumstances,
}

impl ScannedMessage {
    /// A plain text; quoted replies and signatures are found in it.
    pub fn plain(path: &str, text: &str, offset: usize) -> Self {
        let own = |region: &Region| region.kind != RegionKind::Own;
        Self {
            path: path.to_owned(),
            from: None,
            date: None,
            text: text.to_owned(),
            offset,
            set_aside: regions(text).into_iter().filter(own).collect(),
            circumstances: Circumstances::default(),
        }
    }

    /// The parts that are the writer's own words.
    pub fn own(&self) -> Vec<Span> {
        let mut own = Vec::new();
        let mut at = 0;
        for aside in &self.set_aside {
            own.push(Span::new(at, aside.span.start));
            at = aside.span.end;
        }
        own.push(Span::new(at, self.text.len()));
        own.retain(|span| span.start < span.end);
        own
    }

    /// What the rules find in the writer's own words.
    pub fn scan(&self, signals: &Signals) -> Found {
        signals.in_parts(&self.text, &self.own(), self.circumstances)
    }
}
