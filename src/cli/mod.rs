//! The commands: each loads, computes, renders, writes or records, and nothing else.
//!
//! Owns: what can be typed, and the exit code. Must not: hold logic of the field; a command
//! imports no other command.

mod decision;
mod document;
mod evidence;
mod example;
mod messages;
mod notes;
mod on_file;
mod options;
mod output;
mod paths;
mod reading;
mod recording;
mod session;
mod surveying;
mod telling;
mod turn;
mod verifying;
mod words;

mod agenda;
mod audit;
mod bundle;
mod check;
mod confirm;
mod credit;
mod decide;
mod demo;
mod draft;
mod explain;
mod explode;
mod export;
mod flags;
mod import;
mod init;
mod learn;
mod log;
mod new;
mod owed;
mod plan;
mod postmortem;
mod pulse;
mod query;
mod record;
mod report;
mod scan;
mod screen;
mod status;
mod timeline;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::failure::Failure;
use options::Global;
use session::Session;

/// Keep track of problem clients: red flags, boundaries, decisions, and an audit trail in git.
///
/// Exit codes: 0 done, nothing found; 1 done, with findings of level error (warnings too with
/// --strict) or a standing at or above --fail-on; 2 could not do it, or not all of it; 3 did it, and
/// could not write the answer: what is recorded or written stays, and is not to be done again.
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
    Status(status::Args),
    Report(report::Args),
    Explain(explain::Args),
    Timeline(timeline::Args),
    Check(check::Args),
    Flags(flags::Args),
    Scan(scan::Args),
    Screen(screen::Args),
    Import(import::Args),
    Draft(draft::Args),
    Log(log::Args),
    Credit(credit::Args),
    Pulse(pulse::Args),
    Confirm(confirm::ConfirmArgs),
    Dismiss(confirm::DismissArgs),
    Explode(explode::Args),
    Export(export::Args),
    Owed(owed::Args),
    Agenda(agenda::Args),
    Plan(plan::Args),
    Decide(decide::Args),
    Postmortem(postmortem::Args),
    Learn(learn::Args),
    Query(query::Args),
    Record(record::Args),
    Audit(audit::Args),
    Bundle(bundle::Args),
    New(new::Args),
    Init(init::Args),
    Demo(demo::Args),
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
    let mut session = match Session::start(cli.global) {
        Ok(session) => session,
        Err((ui, failure)) => {
            ui.report(&failure);
            return ExitCode::from(failure.exit_code());
        }
    };
    match dispatch(cli.command, &mut session) {
        Ok(outcome) => {
            let found = u8::from(outcome == Outcome::Found);
            ExitCode::from(session.undone().unwrap_or(found))
        }
        Err(failure) => {
            session.ui.report(&failure);
            ExitCode::from(failure.exit_code())
        }
    }
}

fn dispatch(command: Option<Command>, session: &mut Session) -> Result<Outcome, Failure> {
    match command {
        None => status::run(&status::Args::default(), session),
        Some(Command::Status(args)) => status::run(&args, session),
        Some(Command::Report(args)) => report::run(&args, session),
        Some(Command::Explain(args)) => explain::run(&args, session),
        Some(Command::Timeline(args)) => timeline::run(&args, session),
        Some(Command::Check(args)) => check::run(&args, session),
        Some(Command::Flags(args)) => flags::run(&args, session),
        Some(Command::Scan(args)) => scan::run(&args, session),
        Some(Command::Screen(args)) => screen::run(&args, session),
        Some(Command::Import(args)) => import::run(&args, session),
        Some(Command::Draft(args)) => draft::run(&args, session),
        Some(Command::Log(args)) => log::run(&args, session),
        Some(Command::Credit(args)) => credit::run(&args, session),
        Some(Command::Pulse(args)) => pulse::run(&args, session),
        Some(Command::Confirm(args)) => confirm::confirm(&args, session),
        Some(Command::Dismiss(args)) => confirm::dismiss(&args, session),
        Some(Command::Explode(args)) => explode::run(&args, session),
        Some(Command::Export(args)) => export::run(&args, session),
        Some(Command::Owed(args)) => owed::run(&args, session),
        Some(Command::Agenda(args)) => agenda::run(&args, session),
        Some(Command::Plan(args)) => plan::run(&args, session),
        Some(Command::Decide(args)) => decide::run(&args, session),
        Some(Command::Postmortem(args)) => postmortem::run(&args, session),
        Some(Command::Learn(args)) => learn::run(&args, session),
        Some(Command::Query(args)) => query::run(&args, session),
        Some(Command::Record(args)) => record::run(&args, session),
        Some(Command::Audit(args)) => audit::run(&args, session),
        Some(Command::Bundle(args)) => bundle::run(&args, session),
        Some(Command::New(args)) => new::run(&args, session),
        Some(Command::Init(args)) => init::run(&args, session),
        Some(Command::Demo(args)) => demo::run(&args, session),
    }
}
