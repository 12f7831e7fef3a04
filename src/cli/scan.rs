//! `casefile scan`: signals in messages.

use std::path::Path;

use super::Outcome;
use super::output::{Output, TextOrJson};
use super::reading::{Flags, texts};
use super::session::Session;
use crate::failure::Failure;
use crate::note::{Note, split};
use crate::phrase::Phrase;
use crate::render;
use crate::report::ScanView;
use crate::signal::{Found, ScannedMessage, Signals};

/// Look for signals in messages: phrases that suggest a red flag, with the rule and the reason.
///
/// A signal is a suggestion, never an incident. Quoted replies and signatures are not counted as
/// the writer's words.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// A file, a folder with .txt and .md files, or - for standard input.
    #[arg(default_value = "-")]
    path: String,
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<TextOrJson>,
    #[command(flatten)]
    output: Output,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let flags = Flags::of(session)?;
    let mut messages = Vec::new();
    for (path, text) in texts(&args.path, session)? {
        // The head of a note is not what somebody wrote.
        let is_note = Path::new(&path).extension().is_some_and(|ending| ending == "md");
        let body =
            if is_note { split(&text, &mut Vec::new()).body } else { (0..text.len()).into() };
        if is_note && is_own_note(&path, &text) {
            continue;
        }
        messages.push(ScannedMessage::plain(&path, body.of(&text), body.start));
    }
    let signals = Signals::new(flags.rules);
    let found: Vec<Found> = messages.iter().map(|message| message.scan(&signals)).collect();
    let locale = session.ui.locale();
    let view = ScanView::of(messages.iter().zip(&found), &flags.catalogue, locale.language());
    let text = match args.output.format(args.format)? {
        TextOrJson::Text => render::scan_text(&view, locale, session.text_style()),
        TextOrJson::Json => render::json(&view)?,
    };
    args.output.write(session, &text)?;
    let suggested = view.messages.iter().filter(|message| !message.flags.is_empty()).count();
    session.ui.remark(
        &Phrase::new("scan-summary").with("messages", messages.len()).with("suggested", suggested),
    );
    Ok(Outcome::Done)
}

/// Whether a note records something other than a message: those are the user's own words.
fn is_own_note(path: &str, text: &str) -> bool {
    let note = Note::parse(path, text, &mut Vec::new());
    note.kind.is_some_and(|kind| kind != crate::note::Kind::Message)
}
