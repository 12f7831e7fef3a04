//! Leaving in order: what is owed, and what has to be closed first.
//!
//! Owns: the arithmetic of money owed and of late interest, and the order of an exit. Must not:
//! read files, the clock or the environment, print, or know a language; "now" is an argument.

mod agenda;
mod closing;
mod ending;
mod interest;
mod owed;
mod plan;
mod reminders;
mod steps;
mod telling;
mod terms;

pub use agenda::{Entry, EntryKind, agenda};
pub use closing::{OpenItem, open_items};
pub use ending::{Ending, GRACE_DAYS};
pub use interest::{Interest, InterestLine};
pub use owed::{HeldDeposit, OpenCredit, Owed, OwedInvoice, Progress, Totals};
pub use plan::{Leaving, NextPayment, Plan, Runway};
pub use reminders::Reminder;
pub use steps::{CONDITIONS, Next, PlannedStep, missing, next_step, open_steps, planned_steps};
pub use telling::{Telling, Tone, is_harsh};
pub use terms::{Terms, terms};
