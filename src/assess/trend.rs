//! The score against that of 30 days earlier.

/// How many days the trend looks back.
pub(super) const BACK_DAYS: i32 = 30;

/// A difference of this many points is none.
const STEADY: f64 = 0.5;

/// The score against that of 30 days earlier, from the case as it was known then.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Trend {
    /// Which way it went.
    pub direction: TrendDirection,
    /// The score now.
    pub now: f64,
    /// The score 30 days earlier.
    pub earlier: f64,
}

/// Which way the score went.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum TrendDirection {
    /// By more than half a point up.
    Rising,
    /// Within half a point.
    Steady,
    /// By more than half a point down.
    Falling,
}

impl TrendDirection {
    /// The word in JSON.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Rising => "rising",
            Self::Steady => "steady",
            Self::Falling => "falling",
        }
    }
}

impl Trend {
    /// The trend between two scores.
    pub(super) fn between(earlier: f64, now: f64) -> Self {
        let direction = if now - earlier > STEADY {
            TrendDirection::Rising
        } else if earlier - now > STEADY {
            TrendDirection::Falling
        } else {
            TrendDirection::Steady
        };
        Self { direction, now, earlier }
    }
}
