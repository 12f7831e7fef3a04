//! Leaving in order: what is owed, and what has to be closed first.
//!
//! Owns: the arithmetic of money owed and of late interest, and the order of an exit. Must not:
//! read files, the clock or the environment, print, or know a language; "now" is an argument.

mod interest;
mod owed;
mod reminders;
mod terms;

pub use interest::{Interest, InterestLine};
pub use owed::{HeldDeposit, OpenCredit, Owed, OwedInvoice, Progress, Totals};
pub use reminders::Reminder;
pub use terms::{Terms, terms};
