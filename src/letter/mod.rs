//! Letters: which there are, which one fits now and why, and what is left to fill in.
//!
//! Owns: the situations that a letter is written for, and the marks `[… …]` of what a case does
//! not say. Must not: hold the text of a letter (those are templates), read files or the clock, or
//! send anything.

mod advice;
mod gaps;
mod kinds;
mod part;
mod written;

pub use advice::{Advice, advise};
pub use gaps::{GAPS, mark_spans, marks};
pub use kinds::Letter;
pub use part::{LETTER_STARTS, letter_in};
pub use written::written_farewell;
