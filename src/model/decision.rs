//! What the user resolved: a note that is never edited, and one commit.

use jiff::civil::{Date, Time};

use super::{Channel, ClientId, DecisionId, Digest, FlagId, IncidentId, Moment, Standing};

/// A decision as its note tells it.
#[derive(Clone, Debug, PartialEq)]
pub struct Decision {
    /// Its id: the note's name.
    pub id: DecisionId,
    /// The client it is about.
    pub client: ClientId,
    /// The note's path below the vault, `/`-separated.
    pub note: String,
    /// The digest of the note's bytes.
    pub digest: Digest,
    /// What was decided.
    pub kind: DecisionKind,
    /// When.
    pub moment: Moment,
    /// By whom: `Name <address>`.
    pub by: Option<String>,
    /// The standing on that day.
    pub standing: Option<Standing>,
    /// The score on that day.
    pub score: Option<f64>,
    /// The incidents it rests on.
    pub because: Vec<Cited>,
    /// A boundary's limit, or an announcement's or amendment's one sentence.
    pub statement: Option<String>,
    /// The red flags that breach a boundary.
    pub covers: Vec<FlagId>,
    /// When and how the client was told.
    pub told: Option<Told>,
    /// What follows a breach, in the words the user chose while calm.
    pub consequence: Option<String>,
    /// The day on which a second chance ends.
    pub review_by: Option<Date>,
    /// The decision that an amendment corrects.
    pub supersedes: Option<DecisionId>,
    /// What was open when the case was closed, and left so: names of steps, numbers of invoices,
    /// titles.
    pub left_open: Vec<String>,
    /// Whether the cooling-off period was waived because of a confirmed deal-breaker.
    pub cooling_off_waived: bool,
    /// Digests of the heads of this client's chain when it was recorded.
    pub prev: Vec<Digest>,
    /// Digest of the newest time stamp when it was recorded: it was not made before that.
    pub anchor: Option<Digest>,
    /// Why, in the user's words: the note's body.
    pub reason: String,
}

/// An incident that a decision rests on.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Cited {
    /// The incident; one that a fact made has a colon in its id.
    pub incident: IncidentId,
    /// The note that tells the fact of an incident that a fact made; `None` for a noted one.
    pub note: Option<String>,
    /// The digest of its note's bytes on that day; `None` if the note gives none.
    pub digest: Option<Digest>,
}

/// How something was told to the client.
#[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
pub struct Told {
    /// On which day.
    pub on: Date,
    /// At what time, on the client's clock.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time: Option<Time>,
    /// By which channel.
    pub how: Option<Channel>,
    /// The exhibit that holds the sent text.
    pub evidence: Option<String>,
}

/// What a decision decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum DecisionKind {
    /// Take the prospect on.
    Accept,
    /// Do not take the prospect on.
    Decline,
    /// Tell the client a limit.
    Boundary,
    /// Go on together.
    Keep,
    /// End it; starts the cooling-off period.
    Exit,
    /// The client has been told of the exit.
    Announce,
    /// It is over.
    Close,
    /// Begin again.
    Reopen,
    /// Correct an earlier decision.
    Amend,
}

impl DecisionKind {
    /// Every kind.
    pub const ALL: [Self; 9] = [
        Self::Accept,
        Self::Decline,
        Self::Boundary,
        Self::Keep,
        Self::Exit,
        Self::Announce,
        Self::Close,
        Self::Reopen,
        Self::Amend,
    ];

    /// The word in a note and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Accept => "accept",
            Self::Decline => "decline",
            Self::Boundary => "boundary",
            Self::Keep => "keep",
            Self::Exit => "exit",
            Self::Announce => "announce",
            Self::Close => "close",
            Self::Reopen => "reopen",
            Self::Amend => "amend",
        }
    }
}
