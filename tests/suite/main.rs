//! The tests that need files, programs or git: one binary.

mod examples;
mod hostile;
mod laws;
mod rules;
mod rules_page;
