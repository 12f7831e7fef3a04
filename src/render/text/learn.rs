//! What closed cases teach, as terminal text.

use super::{Page, TextStyle, Tone, put_unread, said};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::LearnView;

/// The figures with their counts and intervals, and how to read them.
pub fn learn_text(view: &LearnView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    let title = Phrase::new("learn-title").with("date", locale.date(view.as_of));
    page.heading(&locale.say(&title));
    put_unread(&mut page, view.unread, locale);
    page.paragraph(&locale.say(&view.headline()), Tone::Plain);
    for section in &view.sections {
        page.heading(&said(&section.title, locale));
        section.lines.iter().for_each(|line| page.item(&said(line, locale)));
    }
    page.gap();
    view.about.iter().for_each(|sentence| page.paragraph(&said(sentence, locale), Tone::Soft));
    page.finish()
}
