//! Signals: phrases of a message that suggest a red flag, and of a draft that should not go out.
//!
//! Owns: what the rules of notes mean (`signals:`, `guards:`, `examples:`), how text is made
//! ready for them, what is found, and how several weak signals add up. Must not: read files,
//! know the time, or put anything in words beyond what the notes say.
//!
//! A text is cut into sentences ([`sentences`]), each is normalised with a way back to its bytes
//! ([`Normal`]), and a sieve leaves of all rules those whose words are in a sentence, in order;
//! only they are tried, there alone. So the cost is proportional to the text and nearly the same
//! for ten rules and a thousand. The words of the whole message weigh beside the rules, by tables
//! learnt from labelled messages; `together` says what both come to.

mod compile;
mod cue;
mod draft;
mod hear;
mod letter;
mod lexicon;
mod literal;
mod normal;
mod pattern;
mod places;
mod quote;
mod read;
mod regions;
mod role;
mod rule;
mod sentence;
mod sieve;
mod signals;
mod test;
mod together;
mod tongue;
mod traits;
mod verdict;
mod vote;
mod wording;
mod words;

pub use cue::{cues, cues_in_letter};
pub use draft::{CheckedDraft, DraftCheck, DraftFinding, DraftRules, check_draft};
pub use hear::Circumstances;
pub use letter::DraftKind;
pub use normal::Normal;
pub use places::Places;
pub use quote::quotations;
pub use read::{read_draft_rules, read_rules};
pub use regions::{Region, RegionKind, regions, regions_of_pasted};
pub use rule::{BuiltIn, Example, Guards, Letters, LooksFor, Metadata, Rule, RuleSet};
pub use sentence::sentences;
pub use signals::Signals;
pub use test::{Failed, TestReport, test_examples};
pub use verdict::{Found, Signal, THRESHOLD, Verdict};
pub use vote::language_of;
pub use words::{Spellings, WordBook};
