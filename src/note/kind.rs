//! What a note is: the value of `type:`, and the keys that belong to it.

/// What a note is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Kind {
    /// A client and what was agreed.
    Client,
    /// One incident, or several in a list.
    Incident,
    /// A good moment.
    Credit,
    /// How the client weighs on the user.
    Pulse,
    /// A message.
    Message,
    /// An original file.
    Exhibit,
    /// What was resolved.
    Decision,
    /// A letter not sent yet.
    Draft,
    /// The exit plan.
    Plan,
    /// What there is to learn.
    Postmortem,
    /// A red flag.
    Flag,
    /// The questions before a yes.
    Screening,
}

/// Every kind of note, in the order of their words.
pub const KINDS: [Kind; 12] = [
    Kind::Client,
    Kind::Credit,
    Kind::Decision,
    Kind::Draft,
    Kind::Exhibit,
    Kind::Flag,
    Kind::Incident,
    Kind::Message,
    Kind::Plan,
    Kind::Postmortem,
    Kind::Pulse,
    Kind::Screening,
];

impl Kind {
    /// The word in a note.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Client => "client",
            Self::Incident => "incident",
            Self::Credit => "credit",
            Self::Pulse => "pulse",
            Self::Message => "message",
            Self::Exhibit => "exhibit",
            Self::Decision => "decision",
            Self::Draft => "draft",
            Self::Plan => "plan",
            Self::Postmortem => "postmortem",
            Self::Flag => "flag",
            Self::Screening => "screening",
        }
    }

    /// The keys that this program reads or writes in a note of this kind; others are kept.
    pub const fn keys(self) -> &'static [&'static str] {
        match self {
            Self::Client => &[
                "type",
                "client",
                "name",
                "contact",
                "decision-maker",
                "language",
                "pronoun",
                "substitute",
                "timezone",
                "currency",
                "channel",
                "platform",
                "signed",
                "notice",
                "hours",
                "reply-within",
                "payment-terms",
                "late-interest",
                "scope",
                "income-share",
                "invoices",
                "milestones",
                "deliverables",
                "access",
                "deposits",
                "screening",
                "incidents",
                "tags",
                "aliases",
            ],
            Self::Incident => &[
                "type",
                "client",
                "date",
                "flags",
                "severity",
                "status",
                "channel",
                "quote",
                "evidence",
                "hours",
                "cost",
                "our-part",
                "incidents",
                "id",
                "observed",
                "reading",
                "tags",
                "aliases",
            ],
            Self::Credit => &["type", "client", "date", "tags", "aliases", "incidents"],
            Self::Pulse => &[
                "type",
                "client",
                "date",
                "client-stress",
                "work-stress",
                "dread",
                "sleep",
                "tags",
                "aliases",
            ],
            Self::Message => &[
                "type",
                "client",
                "date",
                "direction",
                "channel",
                "from",
                "to",
                "subject",
                "asks",
                "exhibit",
                "message-id",
                "tags",
                "aliases",
                "incidents",
            ],
            Self::Exhibit => &[
                "type",
                "client",
                "date",
                "file",
                "sha256",
                "size",
                "store",
                "kept-at",
                "media-type",
                "origin",
                "acquired-by",
                "tags",
                "aliases",
            ],
            Self::Decision => &[
                "type",
                "client",
                "kind",
                "date",
                "by",
                "standing",
                "score",
                "because",
                "statement",
                "covers",
                "told",
                "consequence",
                "review-by",
                "supersedes",
                "cooling-off",
                "left-open",
                "prev",
                "anchor",
            ],
            Self::Draft => &[
                "type", "client", "date", "template", "kind", "tone", "channel", "language", "for",
                "tags", "aliases",
            ],
            Self::Plan => &["type", "client", "date", "tags", "aliases"],
            Self::Postmortem => &["type", "client", "date", "lessons", "tags", "aliases"],
            Self::Flag => &[
                "type",
                "id",
                "name",
                "weight",
                "half-life",
                "deal-breaker",
                "direction",
                "signals",
                "guards",
                "reasons",
                "examples",
                "tags",
                "aliases",
            ],
            Self::Screening => &["type", "go-with", "decline-from", "questions", "tags", "aliases"],
        }
    }
}
