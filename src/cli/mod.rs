//! The commands: each loads, computes, renders, writes or records, and nothing else.
//!
//! Owns: what can be typed, and the exit code. Must not: hold logic of the field; a command
//! imports no other command.

mod options;
mod recording;
mod session;

mod audit;
mod check;
mod confirm;
mod credit;
mod decide;
mod init;
mod log;
mod new;
mod pulse;
mod record;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::failure::Failure;
use options::Global;
use session::Session;

/// Keep track of problem clients: red flags, boundaries, decisions, and an audit trail in git.
///
/// Exit codes: 0 done, nothing found; 1 done, with findings of level error (warnings too with
/// --strict) or a standing at or above --fail-on; 2 could not do it.
#[derive(Debug, Parser)]
#[command(name = "casefile", version, max_term_width = 100)]
struct Cli {
    #[command(flatten)]
    global: Global,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Init(init::Args),
    New(new::Args),
    Log(log::Args),
    Credit(credit::Args),
    Pulse(pulse::Args),
    Confirm(confirm::ConfirmArgs),
    Dismiss(confirm::DismissArgs),
    Check(check::Args),
    Decide(decide::Args),
    Record(record::Args),
    Audit(audit::Args),
}

/// How a command ended that did what it was asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Outcome {
    /// Nothing was found.
    Done,
    /// Findings of level error, or a standing that was to fail.
    Found,
}

/// Parses the words of the command line, runs the command and says how it went.
pub fn run(words: impl Iterator<Item = OsString>) -> ExitCode {
    let cli = match Cli::try_parse_from(words) {
        Ok(cli) => cli,
        Err(error) => {
            let usage = error.use_stderr();
            let _ = error.print();
            return ExitCode::from(if usage { 2 } else { 0 });
        }
    };
    let mut session = Session::start(cli.global);
    match session.and_then(|session| dispatch(cli.command, session)) {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Found) => ExitCode::from(1),
        Err(failure) => ExitCode::from(failure.exit_code()),
    }
}
