//! The exit plan through its template, and its next step as text.

use super::page::{Page, TextStyle, Tone};
use super::report::without_gaps;
use super::{RenderError, Templates, workflow};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::parts::stamp;
use crate::report::{NextStepView, PlanView};

/// A new exit plan: generated parts between their markers, the steps and the user's words around
/// them.
///
/// # Errors
/// Where the template is faulty.
pub fn plan_markdown(
    templates: &Templates,
    view: &PlanView,
    locale: &'static Locale,
) -> Result<String, RenderError> {
    let document = templates.render("exit-plan.md", view, locale)?;
    Ok(stamp(&workflow::defused(&without_gaps(&document))))
}

/// The one safe next step.
pub fn next_step_text(view: &NextStepView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    match (&view.step, &view.text) {
        (Some(id), Some(text)) => {
            page.paragraph(id, Tone::Strong);
            page.indented(text, Tone::Plain);
        }
        _ if view.done => page.paragraph(&locale.say(&Phrase::new("plan-next-done")), Tone::Plain),
        _ => {
            let stuck = Phrase::new("plan-next-stuck").with("steps", view.waiting.join(", "));
            page.paragraph(&locale.say(&stuck), Tone::Notable);
        }
    }
    page.finish()
}
