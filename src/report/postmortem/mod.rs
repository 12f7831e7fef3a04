//! The postmortem: what a project was, in parts that can be made anew without touching what the
//! user wrote around them.

mod view;

pub use view::{Costs, FlagStory, PostmortemView};
