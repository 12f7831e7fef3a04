//! How bad an incident is.

/// How bad an incident is, from a nuisance to something that cannot be undone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Severity {
    /// A nuisance.
    Low,
    /// Costs time, money or peace of mind.
    Medium,
    /// Cannot go on like this.
    High,
    /// Harm that may not be repaired.
    Critical,
}

impl Severity {
    /// Every severity, from low to critical.
    pub const ALL: [Self; 4] = [Self::Low, Self::Medium, Self::High, Self::Critical];

    /// The word in a note.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Low => "low",
            Self::Medium => "medium",
            Self::High => "high",
            Self::Critical => "critical",
        }
    }

    /// The factor in the score: ½, 1, 2, 4. Judgement, not measurement.
    pub const fn factor(self) -> f64 {
        match self {
            Self::Low => 0.5,
            Self::Medium => 1.0,
            Self::High => 2.0,
            Self::Critical => 4.0,
        }
    }
}
