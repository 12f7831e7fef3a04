//! The chronology and the instructions of a bundle through their templates.

use serde::Serialize;
use serde_json::Value as Json;

use super::report::without_gaps;
use super::withhold::{Pattern, Withheld, Withholding};
use super::{RenderError, Templates, context, terminal, workflow};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::{ChronologyView, ReadmeView};

/// A chronology in both forms, and what was taken out of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chronology {
    /// As Markdown.
    pub markdown: String,
    /// As one HTML file that prints on pages.
    pub html: String,
    /// What is withheld, in the order it was asked for, each counted once.
    pub withheld: Vec<Withheld>,
}

/// What the templates `chronology.md` and `chronology.html` see.
#[derive(Serialize)]
struct Shown {
    chronology: Json,
    withheld: Vec<Withheld>,
}

/// Keys whose values are no words: dates, digests, codes, numbers of facts and exhibits.
const CODES: [&str; 9] =
    ["date", "as_of", "issued", "due", "acquired", "digest", "kind", "shown_by", "exhibit"];

/// The chronology through its templates; what `patterns` say is shown nowhere in it.
///
/// # Errors
/// Where a template is faulty.
pub fn chronology(
    templates: &Templates,
    view: &ChronologyView,
    patterns: Vec<Pattern>,
    locale: &'static Locale,
) -> Result<Chronology, RenderError> {
    let mut json = context::in_words(view, locale)?;
    let mut withholding = Withholding::new(patterns, |number| {
        locale.say(&Phrase::new("chronology-withheld").with("number", number))
    });
    withholding.view(&mut json, &CODES);
    let withheld = withholding.found();
    let shown = Shown { chronology: json, withheld: withheld.clone() };
    let markdown = templates.render("chronology.md", &shown, locale)?;
    let html = templates.render("chronology.html", &shown, locale)?;
    Ok(Chronology {
        markdown: workflow::defused(&without_gaps(&markdown)).into_owned(),
        html: workflow::defused(&html).into_owned(),
        withheld,
    })
}

/// `README-VERIFY.txt`: the commands with which a stranger checks a bundle.
///
/// # Errors
/// Where the template is faulty.
pub fn readme_verify(
    templates: &Templates,
    view: &ReadmeView,
    locale: &'static Locale,
) -> Result<String, RenderError> {
    let text = templates.render("readme-verify.txt", view, locale)?;
    Ok(terminal::visible(&without_gaps(&text)).into_owned())
}
