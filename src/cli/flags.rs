//! `casefile flags`: the catalogue of red flags.

use super::output::{Output, TextOrJson};
use super::session::Session;
use super::{Outcome, words};
use crate::assess::Catalogue;
use crate::failure::{Failure, FailureKind};
use crate::model::Settings;
use crate::render;
use crate::report::{FlagPage, FlagsView};
use crate::survey::Survey;
use crate::vault::built_in_flags;

/// Print the red flags, or all about one: what it looks like, innocent explanations, questions.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The red flag.
    flag: Option<String>,
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<TextOrJson>,
    #[command(flatten)]
    output: Output,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let catalogue = catalogue(session)?;
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

/// The vault's red flags; outside of a vault, the built-in ones.
fn catalogue(session: &mut Session) -> Result<Catalogue, Failure> {
    match session.vault() {
        Ok(vault) => Ok(Survey::of(&vault).catalogue().clone()),
        Err(failure) if failure.kind == FailureKind::NotFound => {
            Ok(Catalogue::new(built_in_flags(), &Settings::default()))
        }
        Err(failure) => Err(failure),
    }
}
