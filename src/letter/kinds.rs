//! The letters that there are.

use crate::exit::Tone;
use crate::model::Channel;
use crate::phrase::Phrase;
use crate::signal::DraftKind;

/// A situation that a letter is written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Letter {
    /// Asks what a suspected incident meant.
    Question,
    /// Tells a limit.
    Boundary,
    /// Asks for an overdue payment.
    Reminder,
    /// Turns a prospect down.
    Decline,
    /// Ends the work: the user cannot give it what it needs.
    Apologetic,
    /// Ends the work: the two do not fit.
    MutualFit,
    /// Ends the work, shortly.
    Direct,
    /// Confirms in writing what was said in a talk.
    FollowUp,
    /// Tells the platform, with the receipts.
    Platform,
    /// Hands the work over.
    Handover,
    /// Introduces somebody who could go on.
    Reference,
    /// The last message: no further contact.
    Final,
}

impl Letter {
    /// Every one, from the first doubt to the last word.
    pub const ALL: [Self; 12] = [
        Self::Question,
        Self::Boundary,
        Self::Reminder,
        Self::Decline,
        Self::Apologetic,
        Self::MutualFit,
        Self::Direct,
        Self::FollowUp,
        Self::Platform,
        Self::Handover,
        Self::Reference,
        Self::Final,
    ];

    /// Its name: on the command line, of its templates and of its draft.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Question => "question",
            Self::Boundary => "boundary",
            Self::Reminder => "reminder",
            Self::Decline => "decline",
            Self::Apologetic => "apologetic",
            Self::MutualFit => "mutual-fit",
            Self::Direct => "direct",
            Self::FollowUp => "follow-up",
            Self::Platform => "platform",
            Self::Handover => "handover",
            Self::Reference => "reference",
            Self::Final => "final",
        }
    }

    /// The letter of this name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|letter| letter.as_str() == name)
    }

    /// What it is for, in one line.
    pub fn situation(self) -> Phrase {
        Phrase::new(match self {
            Self::Question => "letter-question",
            Self::Boundary => "letter-boundary",
            Self::Reminder => "letter-reminder",
            Self::Decline => "letter-decline",
            Self::Apologetic => "letter-apologetic",
            Self::MutualFit => "letter-mutual-fit",
            Self::Direct => "letter-direct",
            Self::FollowUp => "letter-follow-up",
            Self::Platform => "letter-platform",
            Self::Handover => "letter-handover",
            Self::Reference => "letter-reference",
            Self::Final => "letter-final",
        })
    }

    /// What it is checked as.
    pub const fn kind(self) -> DraftKind {
        match self {
            Self::Boundary => DraftKind::Boundary,
            Self::Decline => DraftKind::Decline,
            Self::Apologetic | Self::MutualFit | Self::Direct => DraftKind::Exit,
            Self::FollowUp => DraftKind::FollowUp,
            Self::Platform => DraftKind::Platform,
            Self::Handover => DraftKind::Handover,
            Self::Final => DraftKind::Final,
            Self::Question | Self::Reminder | Self::Reference => DraftKind::Other,
        }
    }

    /// Whether it ends the work.
    pub const fn ends(self) -> bool {
        matches!(self, Self::Apologetic | Self::MutualFit | Self::Direct)
    }

    /// The only tone that it is written in; `None` where it follows the advice.
    pub const fn tone(self) -> Option<Tone> {
        match self {
            Self::Question | Self::Apologetic | Self::MutualFit => Some(Tone::Empathetic),
            Self::Direct | Self::Final => Some(Tone::Direct),
            _ => None,
        }
    }

    /// The template of its talking points; `None` for what has to be written.
    pub const fn talk(self) -> Option<&'static str> {
        match self {
            Self::Apologetic | Self::MutualFit | Self::Direct => Some("talk-exit"),
            Self::Boundary => Some("talk-boundary"),
            Self::Decline => Some("talk-decline"),
            Self::Question => Some("talk-question"),
            Self::Reminder => Some("talk-reminder"),
            _ => None,
        }
    }

    /// The letter that goes out after the talk.
    pub const fn after_talk(self) -> Self {
        match self {
            Self::Apologetic | Self::MutualFit | Self::Direct | Self::Question => Self::FollowUp,
            other => other,
        }
    }

    /// Where nobody says how: in the way the advice for telling names, where it can be spoken and
    /// is about the relationship; else in writing, by the way that is used with them.
    pub fn channel(self, advised: Channel, used: Option<Channel>) -> Channel {
        let written = used.filter(|used| !used.is_spoken()).unwrap_or(Channel::Email);
        match self {
            Self::Apologetic | Self::MutualFit | Self::Direct => advised,
            Self::Boundary | Self::Question => {
                used.filter(|used| used.is_spoken()).unwrap_or(Channel::Phone)
            }
            Self::Platform | Self::Reminder => Channel::Email,
            _ => written,
        }
    }
}
