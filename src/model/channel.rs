//! The ways people reach each other.

/// How something was said.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Channel {
    /// E-mail.
    Email,
    /// Telephone.
    Phone,
    /// Video call.
    Video,
    /// Chat or text messages, a platform's inbox included.
    Chat,
    /// Face to face.
    InPerson,
    /// A letter on paper.
    Letter,
}

impl Channel {
    /// Every channel.
    pub const ALL: [Self; 6] =
        [Self::Email, Self::Phone, Self::Video, Self::Chat, Self::InPerson, Self::Letter];

    /// Whether nothing of it is in writing.
    pub const fn is_spoken(self) -> bool {
        matches!(self, Self::Phone | Self::Video | Self::InPerson)
    }

    /// The word in a note.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Phone => "phone",
            Self::Video => "video",
            Self::Chat => "chat",
            Self::InPerson => "in-person",
            Self::Letter => "letter",
        }
    }
}
