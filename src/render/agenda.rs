//! The agenda through its template.

use jiff::civil::Date;
use serde::Serialize;

use super::report::without_gaps;
use super::text::capital;
use super::{RenderError, Templates, workflow};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::{AgendaEntry, AgendaView, NotAnchored, Unread};

/// What the template `agenda.md` sees.
#[derive(Serialize)]
struct Agenda<'v> {
    until: Date,
    unread: Unread,
    months: Vec<Month<'v>>,
    not_anchored: &'v [NotAnchored],
}

/// What is overdue, or falls into a month.
#[derive(Serialize)]
struct Month<'v> {
    title: String,
    entries: Vec<&'v AgendaEntry>,
}

/// The agenda as a Markdown checklist: what is overdue, then month by month.
///
/// # Errors
/// Where the template is faulty.
pub fn agenda_markdown(
    templates: &Templates,
    view: &AgendaView,
    locale: &'static Locale,
) -> Result<String, RenderError> {
    let mut months: Vec<Month<'_>> = Vec::new();
    for entry in &view.entries {
        let title = month_of(entry, locale);
        match months.last_mut() {
            Some(month) if month.title == title => month.entries.push(entry),
            _ => months.push(Month { title, entries: vec![entry] }),
        }
    }
    let agenda = Agenda {
        until: view.until,
        unread: view.unread,
        months,
        not_anchored: view.not_anchored.as_deref().unwrap_or_default(),
    };
    let document = templates.render("agenda.md", &agenda, locale)?;
    Ok(workflow::defused(&without_gaps(&document)).into_owned())
}

/// The heading that an entry stands below.
pub(super) fn month_of(entry: &AgendaEntry, locale: &Locale) -> String {
    if entry.overdue {
        locale.say(&Phrase::new("agenda-overdue"))
    } else {
        capital(&locale.month(entry.date))
    }
}
