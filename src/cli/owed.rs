//! `casefile owed`: what is owed, and what its lateness costs.

use clap::ValueEnum;

use super::output::Output;
use super::session::Session;
use super::{Outcome, surveying};
use crate::assess::AsOf;
use crate::failure::{Failure, FailureKind};
use crate::locale::Locale;
use crate::model::{ClientId, Language};
use crate::phrase::Phrase;
use crate::render;
use crate::report::{OwedView, OwedsView};
use crate::survey::Survey;
use crate::vault::Vault;

/// Print what a client owes: invoices, late interest line by line, reminders, work not billed.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The client: its id, or the beginning of it; all of them otherwise.
    client: Option<String>,
    /// As it was known on that day: 2026-11-20 or 2026-11-20T09:00.
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
    /// Write it in this language, en or fr; yours otherwise, as Markdown the client's.
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal.
    #[default]
    Text,
    /// A document, in the client's language.
    #[value(alias = "md")]
    Markdown,
    /// For programs.
    Json,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let ids = match &args.client {
        Some(name) => vec![vault.find_client(name)?],
        None => vault.client_ids()?,
    };
    let survey = Survey::of(&vault);
    let views = ids
        .iter()
        .map(|id| view(&survey, &vault, id, args.as_of.as_deref(), session))
        .collect::<Result<Vec<(OwedView, Language)>, Failure>>()?;
    let own = match &views[..] {
        [(_, language)] => Some(*language),
        _ => None,
    };
    let mut views: Vec<OwedView> = views.into_iter().map(|(view, _)| view).collect();
    let format = args.output.format(args.format)?;
    let locale = locale(args, format, own, session)?;
    let style = session.text_style();
    let one = args.client.as_ref().and_then(|_| views.pop());
    let text = match (format, one) {
        (Format::Text, Some(view)) => render::owed_text(&view, locale, style),
        (Format::Json, Some(view)) => render::json(&view)?,
        (Format::Markdown, Some(view)) => {
            render::owed_markdown(&surveying::templates(&vault)?, &[view], locale)?
        }
        (Format::Markdown, None) => {
            render::owed_markdown(&surveying::templates(&vault)?, &views, locale)?
        }
        (Format::Text | Format::Json, None) => {
            let zone = &vault.settings().zone;
            let today = AsOf::at_instant(session.now(zone), zone).day;
            let day = views.iter().map(|view| view.as_of).max().unwrap_or(today);
            let view = OwedsView::of(day, views);
            if format == Format::Json {
                render::json(&view)?
            } else {
                render::oweds_text(&view, locale, style)
            }
        }
    };
    args.output.write(session, &text)?;
    Ok(Outcome::Done)
}

fn view(
    survey: &Survey<'_>,
    vault: &Vault,
    id: &ClientId,
    as_of: Option<&str>,
    session: &Session,
) -> Result<(OwedView, Language), Failure> {
    let folder = survey.client(id);
    let as_of = session.as_of(as_of, &folder.case.client.zone)?;
    let view = surveying::owed_view(vault, &folder, as_of)?;
    Ok((view, folder.case.client.language))
}

/// The language that is asked for; a document is in the client's, an answer in the user's.
fn locale(
    args: &Args,
    format: Format,
    own: Option<Language>,
    session: &Session,
) -> Result<&'static Locale, Failure> {
    if let Some(code) = &args.language {
        let language = Language::from_code(code).ok_or_else(|| {
            Failure::new(FailureKind::Usage, Phrase::new("unknown-language").with("code", &**code))
        })?;
        return Ok(Locale::of(language));
    }
    Ok(match own.filter(|_| format == Format::Markdown) {
        Some(language) => Locale::of(language),
        None => session.ui.locale(),
    })
}
