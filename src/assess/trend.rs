//! The score against that of 30 days earlier.

/// The score against that of 30 days earlier, from the case as it was known then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// Which way it went.
    pub direction: Direction,
    /// The score now.
    pub now: f64,
    /// The score 30 days earlier.
    pub earlier: f64,
}

/// Which way the score went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Direction {
    /// By more than half a point up.
    Rising,
    /// Within half a point.
    Steady,
    /// By more than half a point down.
    Falling,
}

impl Direction {
    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rising => "rising",
            Self::Steady => "steady",
            Self::Falling => "falling",
        }
    }
}
