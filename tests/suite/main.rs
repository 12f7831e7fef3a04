//! The tests that need files, programs or git: one binary.
#![expect(clippy::unwrap_used, reason = "a test that cannot go on has failed")]

#[cfg(target_os = "linux")]
mod accents;
#[cfg(unix)]
mod anchors;
mod architecture;
#[cfg(unix)]
mod as_of;
#[cfg(unix)]
mod boundaries;
mod bundle;
#[cfg(unix)]
mod console;
#[cfg(unix)]
mod detached;
mod draft_check;
mod examples;
#[cfg(unix)]
mod explode;
#[cfg(unix)]
mod export;
#[cfg(unix)]
mod farewell;
mod fuzz_corpus;
#[cfg(unix)]
mod goldens;
mod hostile;
#[cfg(unix)]
mod import;
#[cfg(unix)]
mod json_shapes;
#[cfg(unix)]
mod killed;
mod language;
mod laws;
#[cfg(unix)]
mod learning;
#[cfg(unix)]
mod leaving;
mod ledger;
mod letters;
#[cfg(unix)]
mod mail;
#[cfg(unix)]
mod mail_signatures;
#[cfg(unix)]
mod money;
#[cfg(unix)]
mod names;
#[cfg(unix)]
mod on_file;
#[cfg(unix)]
mod outputs;
#[cfg(unix)]
mod own_flags;
mod python;
#[cfg(unix)]
mod query;
#[cfg(unix)]
mod readme;
#[cfg(unix)]
mod repositories;
mod requirements;
mod rules;
mod rules_page;
mod sandbox;
#[cfg(unix)]
mod sarif;
#[cfg(unix)]
mod screening;
mod snapshot;
#[cfg(unix)]
mod too_large;
#[cfg(unix)]
mod transcripts;
#[cfg(unix)]
mod two_at_once;
#[cfg(unix)]
mod user_work;
mod wording;
