//! Everything dated about a client, as terminal text.

use super::on_file::put_on_file;
use super::{Page, TextStyle, Tone, capital, date_width, flag_names, none, put_unread, said};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::{TimelineEntry, TimelineView};

/// Everything dated about a client, in order, under its months.
pub fn timeline_text(view: &TimelineView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    page.heading(&locale.say(&Phrase::new("timeline-title").with("client", view.name.as_str())));
    put_on_file(&mut page, view.on_file.as_ref(), locale);
    put_unread(&mut page, view.unread, locale);
    if view.entries.is_empty() {
        page.paragraph(&none(view.unread, &Phrase::new("timeline-empty"), locale), Tone::Plain);
    }
    let mut month = String::new();
    for entry in &view.entries {
        let this = locale.month(entry.date.day);
        if this != month {
            page.heading(&capital(&this));
            month = this;
        }
        let flags = if entry.kind == "derived" {
            String::new()
        } else {
            flag_names(&entry.flags, &view.flags, locale)
        };
        let title = said(&entry.title, locale);
        let head = if flags.is_empty() { title } else { format!("{title} · {flags}") };
        let date = locale.date_short(entry.date.day);
        let time = entry.date.time.map(|time| format!(" {}", locale.time(time)));
        let date = format!("{date}{}", time.unwrap_or_default());
        page.beside(&date, date_width(locale), &head, Tone::Plain);
        let text = words(entry, locale);
        if !text.is_empty() {
            page.beside("", date_width(locale), &text, Tone::Soft);
        }
    }
    page.finish()
}

/// The words of an entry, in quotation marks where they are somebody else's.
fn words(entry: &TimelineEntry, locale: &Locale) -> String {
    if entry.quoted {
        locale.say(&Phrase::new("report-quoted").with("text", entry.text.as_str()))
    } else {
        entry.text.clone()
    }
}
