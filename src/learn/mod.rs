//! What the user's own closed cases teach (R27): counts with intervals, and silence where there
//! are too few.
//!
//! Owns: which cases count, the figures, and how sure they are. Must not: read files or the clock,
//! or know a language.

mod closed;
mod figures;
mod interval;

pub use closed::{ClosedCase, Late};
pub use figures::{AnswerShare, FlagShare, Group, Learned};
pub use interval::{Median, Share};

/// Figures over fewer cases than this are not told.
pub const NEEDED: usize = 5;

/// A decision within so many days of the first red flag is prompt: the review period of a boundary
/// that was set on the first day. Judgement, not measurement.
pub const PROMPT_DAYS: i32 = 30;
