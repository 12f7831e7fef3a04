//! `casefile report`: the red-flag report of one client, several, or all.

use clap::ValueEnum;
use rayon::prelude::*;

use super::on_file::Day;
use super::output::Output;
use super::session::Session;
use super::{Outcome, surveying, words};
use crate::failure::{Failure, FailureKind};
use crate::locale::Locale;
use crate::model::{Language, Standing};
use crate::phrase::Phrase;
use crate::render::{self, mark::MARK};
use crate::report::{ReportView, ReportsView};
use crate::survey::Survey;
use crate::vault::Vault;

/// Print the red-flag report: the score with its arithmetic, boundaries, what changed, what next.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The clients: their ids, or the beginnings of them; all of them otherwise.
    clients: Vec<String>,
    #[command(flatten)]
    day: Day,
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
    /// Write it in this language, en or fr; the client's otherwise.
    #[arg(long, value_name = "CODE")]
    language: Option<String>,
    /// Exit with 1 where a standing is this or worse: watch, boundary, exit.
    #[arg(long, value_name = "STANDING", value_parser = words::standing)]
    fail_on: Option<Standing>,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal.
    #[default]
    Text,
    /// For pull requests and job summaries; at most 1 MiB.
    #[value(alias = "md")]
    Markdown,
    /// One self-contained file that prints well.
    Html,
    /// For programs.
    Json,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let survey = Survey::of(&vault);
    let shown = args.day.ask(session, &vault, &survey, &args.clients)?;
    let views: Vec<ReportView> =
        shown.par_iter().map(|one| surveying::report_view(&one.known(&vault, &survey))).collect();
    let own = match &shown[..] {
        [one] => Some(one.language),
        _ => None,
    };
    let locale = Locale::of(language(args, own, session)?);
    let format = args.output.format(args.format)?;
    let one = !args.clients.is_empty() && views.len() == 1;
    let text = render(format, views.as_slice(), one, &vault, locale, session)?;
    args.output.write(session, &text)?;
    let worst = views.iter().map(|view| view.arithmetic.standing).max();
    let failed = args.fail_on.is_some_and(|limit| worst.is_some_and(|worst| worst >= limit));
    Ok(if failed { Outcome::Found } else { Outcome::Done })
}

/// The language that is asked for, the client's for one, the user's for several.
fn language(args: &Args, own: Option<Language>, session: &Session) -> Result<Language, Failure> {
    match &args.language {
        Some(code) => Language::from_code(code).ok_or_else(|| {
            Failure::new(FailureKind::Usage, Phrase::new("unknown-language").with("code", &**code))
        }),
        None => Ok(own.unwrap_or_else(|| session.ui.locale().language())),
    }
}

fn render(
    format: Format,
    views: &[ReportView],
    one: bool,
    vault: &Vault,
    locale: &'static Locale,
    session: &Session,
) -> Result<String, Failure> {
    let templates = surveying::templates(vault)?;
    Ok(match format {
        Format::Text => render::report_text(views, locale, session.text_style()),
        Format::Markdown => {
            let text = render::reports_markdown(&templates, views, locale)?;
            let limit = render::JOB_SUMMARY_LIMIT - MARK.len();
            render::within(&text, limit, locale) + MARK
        }
        Format::Html => render::reports_html(&templates, views, locale)? + MARK,
        Format::Json => match views {
            [view] if one => render::json_said(view, locale)?,
            views => render::json_said(&ReportsView::of(views), locale)?,
        },
    })
}
