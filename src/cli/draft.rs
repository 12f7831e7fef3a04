//! `casefile draft --check`: a letter looked at before it goes.

use clap::ValueEnum;

use super::Outcome;
use super::output::{Output, TextOrJson};
use super::reading::texts;
use super::session::Session;
use crate::failure::{Failure, FailureKind};
use crate::note::split;
use crate::phrase::Phrase;
use crate::render;
use crate::report::DraftView;
use crate::signal::{DraftCheck, DraftKind};
use crate::vault::built_in_draft_rules;

/// Check a letter before it goes: blame, promises, what is missing, and what to write instead.
///
/// A finding is accepted by a comment in the draft, with a reason:
/// <!-- casefile:accept but-word: it is a quotation -->
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The draft, or - for standard input.
    #[arg(long, value_name = "FILE")]
    check: String,
    /// How the letter is meant; an open door is only a finding where it is direct.
    #[arg(long, value_enum, default_value_t)]
    tone: Tone,
    /// What the letter is for; guessed from its text otherwise.
    #[arg(long, value_enum)]
    kind: Option<Kind>,
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<TextOrJson>,
    #[command(flatten)]
    output: Output,
    /// Exit with 1 where something is found.
    #[arg(long)]
    strict: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Tone {
    /// Warm; the door may stay open.
    #[default]
    Empathetic,
    /// Plain; it is over.
    Direct,
}

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
        }
    }
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let rules = match session.vault() {
        Ok(vault) => vault.draft_rules(),
        Err(failure) if failure.kind == FailureKind::NotFound => built_in_draft_rules(),
        Err(failure) => return Err(failure),
    };
    let mut drafts = texts(&args.check, session)?;
    let (path, text) = match (drafts.pop(), drafts.is_empty()) {
        (Some(draft), true) => draft,
        _ => {
            let message = Phrase::new("one-draft").with("path", args.check.as_str());
            return Err(
                Failure::new(FailureKind::Usage, message).hint(Phrase::new("one-draft-hint"))
            );
        }
    };
    // The head of a note is not part of the letter; its bytes keep their place.
    let start = if path.ends_with(".md") { split(&text, &mut Vec::new()).body.start } else { 0 };
    let blank = |byte: u8| if byte == b'\n' { '\n' } else { ' ' };
    let letter: String = text[..start].bytes().map(blank).chain(text[start..].chars()).collect();
    let is_direct = args.tone == Tone::Direct;
    let check = match args.kind {
        Some(kind) => DraftCheck::new(&rules, kind.into(), is_direct),
        None => DraftCheck::guessing(&rules, is_direct),
    };
    let checked = check.of(&letter, None);
    if args.kind.is_none() {
        session.ui.remark(&match checked.kind() {
            Some(kind) => Phrase::new("draft-kind-guessed").with("kind", kind.as_str()),
            None => Phrase::new("draft-kind-unsure"),
        });
    }
    let locale = session.ui.locale();
    let view = DraftView::of(&letter, &checked, &rules, args.kind.is_none(), locale.language());
    let text = match args.output.format(args.format)? {
        TextOrJson::Text => render::draft_text(&view, locale, session.text_style()),
        TextOrJson::Json => render::json(&view)?,
    };
    args.output.write(session, &text)?;
    for (finding, reason) in &checked.accepted {
        session.ui.remark(
            &Phrase::new("draft-accepted")
                .with("code", finding.id.as_str())
                .with("reason", reason.as_str()),
        );
    }
    Ok(if args.strict && !view.findings.is_empty() { Outcome::Found } else { Outcome::Done })
}
