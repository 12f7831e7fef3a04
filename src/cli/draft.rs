//! `casefile draft`: a letter from the case; `--check`: a letter looked at before it goes.

mod check;
mod letter;
mod list;

use clap::ValueEnum;

use super::options::Writing;
use super::output::{Output, TextOrJson};
use super::session::Session;
use super::{Outcome, words};
use crate::exit;
use crate::failure::Failure;
use crate::model::{Channel, Language};
use crate::signal::DraftKind;

/// Write a letter from the case, or check one before it goes.
///
/// `draft CLIENT` lists the letters and says which one fits now; `draft CLIENT LETTER` writes one
/// below `drafts/` for you to edit. Templates of your own in `templates/letters/` win.
///
/// A finding of --check is accepted by a comment in the draft, with a reason:
/// <!-- casefile:accept but-word: it is a quotation -->
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The client: its id, or the beginning of it.
    client: Option<String>,
    /// The letter; `casefile draft` lists them.
    letter: Option<String>,
    /// Check this draft, or - for standard input, and write nothing.
    #[arg(
        long,
        value_name = "FILE",
        conflicts_with_all = ["client", "channel", "dry_run", "no_commit"]
    )]
    check: Option<String>,
    /// How it is meant: empathetic or direct; as the case advises, or as the draft says.
    #[arg(long, value_enum)]
    tone: Option<Tone>,
    /// How it goes out: email, phone, video, chat, in-person, letter. A talk gets points to say, and
    /// the message that confirms it.
    #[arg(long, value_name = "CHANNEL", value_parser = words::channel)]
    channel: Option<Channel>,
    /// The language it is written in: en or fr; otherwise the client's, or as its words tell.
    #[arg(long, value_name = "CODE", value_parser = words::language)]
    language: Option<Language>,
    /// What a draft is checked as; as it says, else guessed from its text.
    #[arg(long, value_enum, requires = "check")]
    kind: Option<Kind>,
    /// How to print it; a letter is printed then, and not written.
    #[arg(short, long, value_enum)]
    format: Option<TextOrJson>,
    #[command(flatten)]
    output: Output,
    /// Exit with 1 where something is found.
    #[arg(long, requires = "check")]
    strict: bool,
    #[command(flatten)]
    writing: Writing,
}

/// How a letter is meant.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Tone {
    /// Warm; the door may stay open.
    #[default]
    Empathetic,
    /// Plain; it is over.
    Direct,
}

impl From<Tone> for exit::Tone {
    fn from(tone: Tone) -> Self {
        match tone {
            Tone::Empathetic => Self::Empathetic,
            Tone::Direct => Self::Direct,
        }
    }
}

/// What a letter is checked as.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Kind {
    /// Ends the work.
    Exit,
    /// Tells a limit.
    Boundary,
    /// Turns an enquiry down.
    Decline,
    /// Sums up a talk.
    FollowUp,
    /// Tells the platform.
    Platform,
    /// Hands the work over.
    Handover,
    /// Says that no further answer will come.
    Final,
    /// Anything else: only what holds for every letter.
    Other,
}

impl From<Kind> for DraftKind {
    fn from(kind: Kind) -> Self {
        match kind {
            Kind::Exit => Self::Exit,
            Kind::Boundary => Self::Boundary,
            Kind::Decline => Self::Decline,
            Kind::FollowUp => Self::FollowUp,
            Kind::Platform => Self::Platform,
            Kind::Handover => Self::Handover,
            Kind::Final => Self::Final,
            Kind::Other => Self::Other,
        }
    }
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    match (&args.check, &args.client, &args.letter) {
        (Some(path), _, _) => check::run(args, path, session),
        (None, Some(client), Some(letter)) => letter::run(args, client, letter, session),
        (None, client, _) => list::run(args, client.as_deref(), session),
    }
}
