//! The names of the model's values, as keys of the phrase book.

use crate::finding::Level;
use crate::model::{
    Channel, DecisionKind, DeliverableState, Direction, FlagOrigin, Language, Party, Severity,
    Sleep, Stage, Standing, Status,
};
use crate::phrase::Phrase;

/// Something that has a name in the phrase book.
pub trait Word {
    /// The key of its name.
    fn key(&self) -> &'static str;
}

/// The name of a value, as it stands in a sentence or a table.
pub fn word(thing: impl Word) -> Phrase {
    Phrase::new(thing.key())
}

/// How something was said: `by e-mail`, `in person`.
pub const fn by_channel(channel: Channel) -> Phrase {
    Phrase::new(match channel {
        Channel::Email => "by-email",
        Channel::Phone => "by-phone",
        Channel::Video => "by-video",
        Channel::Chat => "by-chat",
        Channel::InPerson => "by-in-person",
        Channel::Letter => "by-letter",
    })
}

/// What a decision of this kind did, for a line of a timeline: `boundary set`, `exit decided`.
pub const fn deed(kind: DecisionKind) -> Phrase {
    Phrase::new(match kind {
        DecisionKind::Accept => "deed-accept",
        DecisionKind::Decline => "deed-decline",
        DecisionKind::Boundary => "deed-boundary",
        DecisionKind::Keep => "deed-keep",
        DecisionKind::Exit => "deed-exit",
        DecisionKind::Announce => "deed-announce",
        DecisionKind::Close => "deed-close",
        DecisionKind::Reopen => "deed-reopen",
        DecisionKind::Amend => "deed-amend",
    })
}

impl<T: Word> Word for &T {
    fn key(&self) -> &'static str {
        (*self).key()
    }
}

macro_rules! words {
    ($($thing:ident { $($value:pat => $key:literal),* $(,)? })*) => {
        $(impl Word for $thing {
            fn key(&self) -> &'static str {
                match self {
                    $($value => $key,)*
                }
            }
        })*
    };
}

words! {
    Standing {
        Self::Clear => "standing-clear",
        Self::Watch => "standing-watch",
        Self::Boundary => "standing-boundary",
        Self::Exit => "standing-exit",
    }
    Stage {
        Self::Prospect => "stage-prospect",
        Self::Engaged => "stage-engaged",
        Self::OnNotice => "stage-on-notice",
        Self::Leaving => "stage-leaving",
        Self::Told => "stage-told",
        Self::Closed => "stage-closed",
        Self::Declined => "stage-declined",
    }
    Severity {
        Self::Low => "severity-low",
        Self::Medium => "severity-medium",
        Self::High => "severity-high",
        Self::Critical => "severity-critical",
    }
    Status {
        Self::Suspected => "status-suspected",
        Self::Confirmed => "status-confirmed",
        Self::Dismissed => "status-dismissed",
    }
    DecisionKind {
        Self::Accept => "kind-accept",
        Self::Decline => "kind-decline",
        Self::Boundary => "kind-boundary",
        Self::Keep => "kind-keep",
        Self::Exit => "kind-exit",
        Self::Announce => "kind-announce",
        Self::Close => "kind-close",
        Self::Reopen => "kind-reopen",
        Self::Amend => "kind-amend",
    }
    Channel {
        Self::Email => "channel-email",
        Self::Phone => "channel-phone",
        Self::Video => "channel-video",
        Self::Chat => "channel-chat",
        Self::InPerson => "channel-in-person",
        Self::Letter => "channel-letter",
    }
    DeliverableState {
        Self::Owed => "deliverable-owed",
        Self::Paid => "deliverable-paid",
        Self::Ready => "deliverable-ready",
        Self::Delivered => "deliverable-delivered",
        Self::Dropped => "deliverable-dropped",
    }
    Direction {
        Self::Incoming => "direction-incoming",
        Self::Outgoing => "direction-outgoing",
    }
    Party {
        Self::Us => "party-us",
        Self::Them => "party-them",
        Self::Both => "party-both",
    }
    Sleep {
        Self::Kept => "sleep-kept",
        Self::Lost => "sleep-lost",
    }
    Language {
        Self::En => "language-en",
        Self::Fr => "language-fr",
    }
    Level {
        Self::Error => "level-error",
        Self::Warning => "level-warning",
    }
    FlagOrigin {
        Self::BuiltIn => "origin-built-in",
        Self::Vault(_) => "origin-vault",
    }
}
