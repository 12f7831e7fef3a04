//! What has to be done on which day, as terminal text.

use super::{Page, TextStyle, Tone, colon, date_width, label, none, put_unread, said};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::render::agenda::month_of;
use crate::report::{AgendaEntry, AgendaView};

/// What is overdue, then what is to come, under its months.
pub fn agenda_text(view: &AgendaView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    let title = Phrase::new("agenda-title").with("until", locale.date(view.until));
    page.heading(&locale.say(&title));
    put_unread(&mut page, view.unread, locale);
    if view.entries.is_empty() {
        page.paragraph(&none(view.unread, &Phrase::new("agenda-empty"), locale), Tone::Plain);
    }
    let mut heading = String::new();
    for entry in &view.entries {
        let this = month_of(entry, locale);
        if this != heading {
            page.heading(&this);
            heading = this;
        }
        put(&mut page, entry, locale);
    }
    put_not_anchored(&mut page, view, locale);
    page.finish()
}

fn put_not_anchored(page: &mut Page, view: &AgendaView, locale: &Locale) {
    let Some(open) = view.not_anchored.as_ref().filter(|open| !open.is_empty()) else { return };
    page.heading(&label(&Phrase::new("agenda-not-anchored"), locale));
    for of_client in open {
        let what = Phrase::new("agenda-not-anchored-count").with("count", of_client.notes.len());
        let text = format!("{}{}{}", of_client.name, colon(locale), locale.say(&what));
        let since = locale.date_short(of_client.since);
        page.beside(&since, date_width(locale), &text, Tone::Plain);
    }
    page.paragraph(&locale.say(&Phrase::new("agenda-not-anchored-hint")), Tone::Soft);
}

fn put(page: &mut Page, entry: &AgendaEntry, locale: &Locale) {
    let time = entry.time.as_ref().and_then(|time| time.parse().ok());
    let time = time.map(|time| format!(" {}", locale.time(time))).unwrap_or_default();
    let date = format!("{}{time}", locale.date_short(entry.date));
    let text = format!("{}{}{}", entry.name, colon(locale), said(&entry.what, locale));
    let tone = if entry.overdue { Tone::Notable } else { Tone::Plain };
    page.beside(&date, date_width(locale), &text, tone);
}
