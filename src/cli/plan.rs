//! `casefile plan`: the exit plan, and its next step.

use clap::ValueEnum;

use super::Outcome;
use super::document::{self, Document};
use super::options::Writing;
use super::output::Output;
use super::session::Session;
use super::surveying::{self, Known};
use crate::exit::{Plan, next_step};
use crate::failure::{Failure, FailureKind};
use crate::locale::Locale;
use crate::model::Step;
use crate::note::{Note, read_steps};
use crate::phrase::Phrase;
use crate::render;
use crate::report::{NextStepView, PlanView};
use crate::vault::read_text;

/// The plan's name in the client's folder.
const FILE: &str = "exit-plan.md";

/// Make the exit plan of a client, or refresh it; `plan next CLIENT` prints the one safe next step.
///
/// Your steps, ticks and words in the plan are never touched.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The client: its id, or the beginning of it; `next` before it asks for the next step.
    #[arg(required = true, num_args = 1..=2, value_name = "[next] CLIENT")]
    words: Vec<String>,
    /// As it was known on that day: 2026-11-20 or 2026-11-20T09:00.
    #[arg(long, value_name = "DATE")]
    as_of: Option<String>,
    /// Print it in this form, and write no plan.
    #[arg(short, long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    writing: Writing,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal; the next step alone.
    Text,
    /// A document, in the client's language.
    #[default]
    #[value(alias = "md")]
    Markdown,
    /// For programs.
    Json,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    match &args.words[..] {
        [client] => make(args, client, session),
        [next, client] if next == "next" => print_next(args, client, session),
        _ => Err(Failure::new(
            FailureKind::Usage,
            Phrase::new("plan-unknown-word").with("word", args.words.join(" ")),
        )
        .hint(Phrase::new("plan-unknown-word-hint"))),
    }
}

fn make(args: &Args, client: &str, session: &mut Session) -> Result<Outcome, Failure> {
    surveying::about_files(session, client, args.as_of.as_deref(), |session, known| {
        let plan = plan(known)?;
        let client = &known.case.client;
        let view = PlanView::of(client, known.catalogue, &plan).with_unread(known.unread);
        let document = || {
            let templates = surveying::templates(known.vault)?;
            Ok::<_, Failure>(render::plan_markdown(&templates, &view, Locale::of(client.language))?)
        };
        if args.format.is_some() || args.output.output.is_some() {
            let text = match args.output.format(args.format)? {
                Format::Json => render::json(&view)?,
                Format::Markdown => document()?,
                Format::Text => {
                    let next = built_in_next(&view, &plan, session);
                    render::next_step_text(&next, session.ui.locale(), session.text_style())
                }
            };
            return args.output.write(session, &text);
        }
        let document = Document {
            client: &client.id,
            name: FILE,
            action: "plan",
            fresh: document()?,
            unchanged: Phrase::new("plan-up-to-date"),
        };
        document::write(session, known.vault, document, args.writing)
    })?;
    Ok(Outcome::Done)
}

fn print_next(args: &Args, client: &str, session: &mut Session) -> Result<Outcome, Failure> {
    surveying::about_files(session, client, args.as_of.as_deref(), |session, known| {
        let client = &known.case.client;
        let path = format!("clients/{}/{FILE}", client.id);
        let full = known.vault.root().join(&path);
        if !full.is_file() {
            let message = Phrase::new("no-plan").with("path", path.as_str());
            return Err(Failure::new(FailureKind::NotFound, message)
                .hint(Phrase::new("no-plan-hint").with("client", client.id.as_str())));
        }
        let read = read_text(&full);
        let note = Note::parse(&path, &read.text, &mut Vec::new());
        let steps: Vec<Step> = read_steps(&note).into_iter().map(|placed| placed.step).collect();
        if steps.is_empty() {
            let message = Phrase::new("plan-without-steps").with("path", path.as_str());
            return Err(Failure::new(FailureKind::Refused, message)
                .hint(Phrase::new("plan-without-steps-hint")));
        }
        let plan = plan(known)?;
        let view = NextStepView::of(&client.id, &next_step(&steps, &plan.conditions));
        let format = args.format.unwrap_or(Format::Text);
        let text = match format {
            Format::Json => render::json(&view)?,
            Format::Text | Format::Markdown => {
                render::next_step_text(&view, session.ui.locale(), session.text_style())
            }
        };
        args.output.write(session, &text)
    })?;
    Ok(Outcome::Done)
}

fn plan(known: &Known<'_>) -> Result<Plan, Failure> {
    let terms = surveying::client_terms(known.vault, &known.case.client)?;
    let exit = &known.vault.settings().exit;
    Ok(Plan::of(known.case, &known.assessment(), &terms, exit))
}

/// The next step of a plan that is not written yet.
fn built_in_next(view: &PlanView, plan: &Plan, session: &Session) -> NextStepView {
    let locale = session.ui.locale();
    let owned = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect();
    let steps: Vec<Step> = view
        .steps
        .iter()
        .map(|step| Step {
            id: step.id.to_owned(),
            done: false,
            text: locale.say(&step.what.phrase(locale.language())),
            after: owned(&step.after),
            only_if: owned(&step.only_if),
        })
        .collect();
    NextStepView::of(&view.client, &next_step(&steps, &plan.conditions))
}
