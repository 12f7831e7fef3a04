//! The postmortem: what a project was, in parts that can be made anew without touching what the
//! user wrote around them.

mod parts;
mod view;

pub use parts::{PartProblem, PostmortemError, Problem, Refreshed, refresh, stamp};
pub use view::{Costs, FlagStory, PostmortemView};
