//! What reading left out: without it a view would take silence for peace.

use std::collections::BTreeSet;

use serde::Serialize;

use super::{ClientStatus, ExplainView, ReportView, Sentence, TimelineView};
use crate::check::findings;
use crate::finding::Level;
use crate::note::PlacedFault;
use crate::phrase::Phrase;
use crate::report::postmortem::PostmortemView;

/// How much of what is on file could not be read, and so may not count.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Unread {
    /// Notes with at least one error of reading.
    pub notes: usize,
    /// The errors of reading.
    pub faults: usize,
}

impl Unread {
    /// The errors among the faults of reading, and the notes they are in.
    pub fn of(faults: &[PlacedFault]) -> Self {
        let mut errors = findings(faults.iter().cloned());
        errors.retain(|finding| finding.level == Level::Error);
        let notes: BTreeSet<&str> =
            errors.iter().map(|finding| finding.location.path.as_str()).collect();
        Self { notes: notes.len(), faults: errors.len() }
    }

    /// Whether everything was read.
    pub const fn is_none(self) -> bool {
        self.faults == 0
    }

    /// Both together.
    #[must_use]
    pub const fn and(self, other: Self) -> Self {
        Self { notes: self.notes + other.notes, faults: self.faults + other.faults }
    }

    /// The same in words; `None` where everything was read.
    pub fn phrase(self) -> Option<Phrase> {
        let phrase = Phrase::new("unread").with("notes", self.notes).with("faults", self.faults);
        (!self.is_none()).then_some(phrase)
    }

    /// What a standing means where something was not read: a calm one may not be true.
    fn qualify(self, meaning: &mut Sentence) {
        if !self.is_none() && meaning.key() == "report-meaning-clear" {
            *meaning = Sentence::of(&Phrase::new("unread-meaning-clear"), &super::Names::default());
        }
    }
}

impl ReportView {
    /// The same, knowing what was not read.
    #[must_use]
    pub fn with_unread(mut self, unread: Unread) -> Self {
        self.unread = unread;
        self.empty &= unread.is_none();
        unread.qualify(&mut self.meaning);
        self
    }
}

impl ExplainView {
    /// The same, knowing what was not read.
    #[must_use]
    pub fn with_unread(mut self, unread: Unread) -> Self {
        self.unread = unread;
        unread.qualify(&mut self.meaning);
        self
    }
}

impl ClientStatus {
    /// The same, knowing what was not read.
    #[must_use]
    pub const fn with_unread(mut self, unread: Unread) -> Self {
        self.unread = unread;
        self
    }
}

impl TimelineView {
    /// The same, knowing what was not read.
    #[must_use]
    pub const fn with_unread(mut self, unread: Unread) -> Self {
        self.unread = unread;
        self
    }
}

impl PostmortemView {
    /// The same, knowing what was not read.
    #[must_use]
    pub const fn with_unread(mut self, unread: Unread) -> Self {
        self.unread = unread;
        self
    }
}
