//! casefile: notes on clients in, red-flag reports, postmortems and a git audit trail out.
//!
//! Data flows one way: files → notes → case → assessment → documents → files and git.

pub mod finding;
pub mod ledger;
pub mod model;
pub mod phrase;
pub mod vault;
