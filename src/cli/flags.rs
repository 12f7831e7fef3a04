//! `casefile flags`: the catalogue of red flags.

use super::output::{Output, TextOrJson};
use super::reading::Flags;
use super::session::Session;
use super::{Outcome, words};
use crate::failure::Failure;
use crate::render;
use crate::report::{FlagPage, FlagTestView, FlagsView};
use crate::signal::{Signals, test_examples};

/// Print the red flags, or all about one: what it looks like, innocent explanations, questions.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The red flag.
    flag: Option<String>,
    /// Run the examples in the notes of the red flags, or of this one; exit with 1 where one fails.
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
    let catalogue = flags.catalogue;
    let (locale, style) = (session.ui.locale(), session.text_style());
    let format = args.output.format(args.format)?;
    let text = match &args.flag {
        Some(name) => {
            let id = words::known_flag(&catalogue, name)?;
            let Some(flag) = catalogue.get(id.as_str()) else { return Ok(Outcome::Done) };
            let page = FlagPage::of(flag, &catalogue, locale.language());
            match format {
                TextOrJson::Text => render::flag_page_text(&page, locale, style),
                TextOrJson::Json => render::json_said(&page, session.ui.locale())?,
            }
        }
        None => {
            let view = FlagsView::of(&catalogue);
            match format {
                TextOrJson::Text => render::flags_text(&view, locale, style),
                TextOrJson::Json => render::json_said(&view, session.ui.locale())?,
            }
        }
    };
    args.output.write(session, &text)?;
    Ok(Outcome::Done)
}

fn test(args: &Args, flags: Flags, session: &Session) -> Result<Outcome, Failure> {
    let only = match &args.flag {
        Some(name) => Some(words::known_flag(&flags.catalogue, name)?),
        None => None,
    };
    let signals = Signals::new(flags.rules);
    let report = test_examples(&signals, only.as_ref().map(|id| id.as_str()));
    let view = FlagTestView::of(&report);
    let text = match args.output.format(args.format)? {
        TextOrJson::Text => {
            render::flag_test_text(&view, session.ui.locale(), session.text_style())
        }
        TextOrJson::Json => render::json(&view)?,
    };
    args.output.write(session, &text)?;
    Ok(if view.failed.is_empty() { Outcome::Done } else { Outcome::Found })
}
