//! The tests that need files, programs or git: one binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

mod architecture;
#[cfg(unix)]
mod as_of;
mod bundle;
mod examples;
#[cfg(unix)]
mod goldens;
mod hostile;
#[cfg(unix)]
mod json_shapes;
#[cfg(unix)]
mod killed;
mod language;
mod laws;
mod ledger;
#[cfg(unix)]
mod names;
#[cfg(unix)]
mod readme;
#[cfg(unix)]
mod repositories;
mod rules;
mod rules_page;
mod sandbox;
mod snapshot;
#[cfg(unix)]
mod transcripts;
#[cfg(unix)]
mod two_at_once;
#[cfg(unix)]
mod user_work;
