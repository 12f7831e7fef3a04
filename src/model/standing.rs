//! What a score means, and where a relationship is.

/// What the score of a client means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Standing {
    /// Nothing to do.
    Clear,
    /// Look again soon; write things down.
    Watch,
    /// Time to tell them a limit.
    Boundary,
    /// Time to prepare an exit.
    Exit,
}

impl Standing {
    /// Every standing, from clear to exit.
    pub const ALL: [Self; 4] = [Self::Clear, Self::Watch, Self::Boundary, Self::Exit];

    /// The word in notes, in JSON and on the command line.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Clear => "clear",
            Self::Watch => "watch",
            Self::Boundary => "boundary",
            Self::Exit => "exit",
        }
    }
}

/// Where the relationship is; derived from decisions, never typed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Stage {
    /// Not accepted yet.
    Prospect,
    /// Working together.
    Engaged,
    /// A boundary was told and is in force.
    OnNotice,
    /// The exit is decided and being prepared; the client does not know.
    Leaving,
    /// The client was told.
    Told,
    /// It is over.
    Closed,
    /// Never began.
    Declined,
}

impl Stage {
    /// Every stage, in the order they are passed through.
    pub const ALL: [Self; 7] = [
        Self::Prospect,
        Self::Engaged,
        Self::OnNotice,
        Self::Leaving,
        Self::Told,
        Self::Closed,
        Self::Declined,
    ];

    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Prospect => "prospect",
            Self::Engaged => "engaged",
            Self::OnNotice => "on-notice",
            Self::Leaving => "leaving",
            Self::Told => "told",
            Self::Closed => "closed",
            Self::Declined => "declined",
        }
    }

    /// Whether nothing more is due from either side.
    pub const fn is_over(self) -> bool {
        matches!(self, Self::Closed | Self::Declined)
    }
}
