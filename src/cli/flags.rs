//! `casefile flags`: the catalogue of red flags.

use super::output::{Output, TextOrJson};
use super::reading::Flags;
use super::session::Session;
use super::{Outcome, words};
use crate::failure::{Failure, FailureKind};
use crate::finding::{Finding, Level};
use crate::locale::Locale;
use crate::model::{FlagId, Language};
use crate::phrase::Phrase;
use crate::render;
use crate::render::findings::{finding_line, flag_test_json};
use crate::report::{FlagPage, FlagTestView, FlagsView};
use crate::signal::{Signals, test_examples};
use crate::vault::UnreadFlag;

/// Print the red flags, or all about one: what it looks like, innocent explanations, questions.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The red flag.
    flag: Option<String>,
    /// Run the examples in the notes of the red flags, or of this one, and print the faults of your
    /// own notes; exit with 1 where an example fails or a fault is an error.
    #[arg(long)]
    test: bool,
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<TextOrJson>,
    #[command(flatten)]
    output: Output,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let flags = Flags::of(session)?;
    if args.test {
        return test(args, flags, session);
    }
    let catalogue = &flags.catalogue;
    let (locale, style) = (session.ui.locale(), session.text_style());
    let format = args.output.format(args.format)?;
    let text = match &args.flag {
        Some(name) => {
            let id = known(&flags, name, session)?;
            let Some(flag) = catalogue.get(id.as_str()) else { return Ok(Outcome::Done) };
            let page = FlagPage::of(flag, catalogue, locale.language());
            match format {
                TextOrJson::Text => render::flag_page_text(&page, locale, style),
                TextOrJson::Json => render::json_said(&page, session.ui.locale())?,
            }
        }
        None => {
            let view = FlagsView::of(catalogue);
            match format {
                TextOrJson::Text => render::flags_text(&view, locale, style),
                TextOrJson::Json => render::json_said(&view, session.ui.locale())?,
            }
        }
    };
    args.output.write(session, &text)?;
    Ok(Outcome::Done)
}

fn test(args: &Args, mut flags: Flags, session: &Session) -> Result<Outcome, Failure> {
    let only = match &args.flag {
        Some(name) => Some(tested(&flags, name, session)?),
        None => None,
    };
    if let Some(id) = &only {
        flags.findings.retain(|finding| flags.notes.is_about(&finding.location.path, id));
    }
    let (catalogue, findings) = (&flags.catalogue, &flags.findings);
    let signals = Signals::new(flags.rules);
    let report = test_examples(&signals, only.as_ref().map(FlagId::as_str));
    let view = FlagTestView::of(&report, catalogue, only.as_ref());
    let text = match args.output.format(args.format)? {
        TextOrJson::Text => {
            render::flag_test_text(&view, findings, session.ui.locale(), session.text_style())
        }
        // Messages of JSON stay English, as those of `check`.
        TextOrJson::Json => flag_test_json(&view, findings, Locale::of(Language::En))?,
    };
    args.output.write(session, &text)?;
    let fails = findings.iter().any(|finding| finding.level == Level::Error);
    Ok(if view.failed.is_empty() && !fails { Outcome::Done } else { Outcome::Found })
}

/// The red flag whose examples are to run; one with a note that cannot be read has none, and its
/// findings are the answer.
fn tested(flags: &Flags, name: &str, session: &Session) -> Result<FlagId, Failure> {
    let id = FlagId::new(name);
    let is_found = flags.notes.unread_as(&id).is_some_and(|unread| has_findings(flags, unread));
    if is_found { Ok(id) } else { known(flags, name, session) }
}

fn has_findings(flags: &Flags, unread: &UnreadFlag) -> bool {
    flags.findings.iter().any(|finding| finding.location.path == unread.path)
}

/// The red flag of this id; where a note of the user's own was to be it, why it is none.
fn known(flags: &Flags, name: &str, session: &Session) -> Result<FlagId, Failure> {
    let unread = flags.notes.unread_as(&FlagId::new(name));
    match (words::known_flag(&flags.catalogue, name), unread) {
        (Err(_), Some(unread)) => Err(cannot_be_read(flags, unread, session)),
        (Ok(id), Some(unread)) if has_findings(flags, unread) => {
            let note = unread.path.as_str();
            let remark = Phrase::new("flag-unread-other").with("note", note);
            session.ui.remark(&remark.with("flag", name));
            Ok(id)
        }
        (known, _) => known,
    }
}

fn cannot_be_read(flags: &Flags, unread: &UnreadFlag, session: &Session) -> Failure {
    let message = Phrase::new("flag-unread").with("note", unread.path.as_str());
    let message = message.with("flag", unread.id.as_str());
    let of_note = |finding: &&Finding| finding.location.path == unread.path;
    let mut findings = flags.findings.iter().filter(of_note).peekable();
    // A note without `type` may be there, and has no fault.
    let hint = match findings.peek() {
        Some(first) => first.hint.clone(),
        None => Some(Phrase::new("no-flag-hint")),
    };
    let failure = Failure::new(FailureKind::NotFound, message);
    let failure = findings.fold(failure, |failure, finding| {
        failure.because(finding_line(finding, session.ui.locale()))
    });
    Failure { hints: hint.into_iter().collect(), ..failure }
}
