//! The tests that need files, programs or git: one binary.

mod ledger;
mod sandbox;
