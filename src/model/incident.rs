//! A dated occurrence of one or more red flags.

use super::{Channel, FlagId, IncidentId, Moment, Money, Severity};

/// Something that happened, as a note tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Incident {
    /// Its id: the note's name, with a position for an item of a list.
    pub id: IncidentId,
    /// The note's path below the vault, `/`-separated.
    pub note: String,
    /// When it happened.
    pub moment: Moment,
    /// The red flags it shows.
    pub flags: Vec<FlagId>,
    /// How bad it was.
    pub severity: Severity,
    /// How sure the user is.
    pub status: Status,
    /// How it reached the user.
    pub channel: Option<Channel>,
    /// Their words.
    pub quote: Option<String>,
    /// Names of the exhibits that show it.
    pub evidence: Vec<String>,
    /// Hours it cost; `None` if not noted.
    pub hours: Option<f64>,
    /// Money it cost.
    pub cost: Option<Money>,
    /// What the user did that played a part.
    pub our_part: Option<String>,
    /// What happened, in facts: Markdown, the reading apart.
    pub observed: String,
    /// Values that could not be read, and what is taken for each.
    pub assumed: Vec<Assumed>,
    /// How the user read it: the section `## Reading` or `## Lecture`, without its heading.
    pub reading: Option<String>,
}

/// What is taken for a value of an incident that could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Assumed {
    /// A severity; `None` where none is written.
    Severity(Option<String>, Severity),
    /// A status.
    Status(String, Status),
}

/// How sure the user is that an incident means what it seems to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Status {
    /// Not asked yet: counts half.
    Suspected,
    /// Sure of it.
    #[default]
    Confirmed,
    /// It was something else: counts nothing.
    Dismissed,
}

impl Status {
    /// Every status.
    pub const ALL: [Self; 3] = [Self::Suspected, Self::Confirmed, Self::Dismissed];

    /// The word in a note.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Suspected => "suspected",
            Self::Confirmed => "confirmed",
            Self::Dismissed => "dismissed",
        }
    }

    /// The factor in the score: ½, 1, 0.
    pub const fn factor(self) -> f64 {
        match self {
            Self::Suspected => 0.5,
            Self::Confirmed => 1.0,
            Self::Dismissed => 0.0,
        }
    }
}
