//! The tests that need files, programs or git: one binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod architecture;
mod bundle;
mod examples;
mod hostile;
mod laws;
mod ledger;
mod rules;
mod rules_page;
mod sandbox;
