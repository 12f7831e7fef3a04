//! What is handed over about one client: which files under which names, and what vouches for
//! them.
//!
//! Owns: the names inside a bundle, the numbers of exhibits, the BagIt manifests, the limits of
//! places that take evidence. Pure: no files, no clock. Must not: know how a chronology reads,
//! or write anything.

mod bag;
mod exhibits;
mod names;
mod profile;

pub use bag::{Bag, BagInfo};
pub use exhibits::{BundleExhibit, number_exhibits};
pub use names::{Taken, safe_name};
pub use profile::{Excess, Profile};
