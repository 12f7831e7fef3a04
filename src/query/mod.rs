//! Questions about notes: `flags=late-payment severity>=high date>=2026-01`.
//!
//! Owns: the language of `casefile query`, what each field is compared as, and which rows a note
//! has. Must not: touch files, know the day, or read what a note means: `note` does. The language
//! for people is `docs/query.md`.

mod fault;
mod field;
mod literal;
mod order;
mod parse;
mod row;
mod token;

#[cfg(test)]
mod tests;

pub use fault::QueryFault;
pub use field::{Field, Fields, fields_of};
pub use order::Key;
pub use parse::{Expr, Op, Query};
pub use row::{Place, Row, rows_of};
