//! The catalogue as terminal text: the list, and one red flag's page.

use super::{Page, TextStyle, Tone, column, label};
use crate::locale::{Locale, word};
use crate::model::{FlagId, FlagOrigin, Period};
use crate::phrase::Phrase;
use crate::render::factor;
use crate::report::{FlagPage, FlagView, FlagsView};

/// The red flags, one line each.
pub fn flags_text(view: &FlagsView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    let title = |phrase: Phrase| label(&phrase, locale);
    let columns = [
        column(title(Phrase::new("column-flag")), false, false, 0),
        column(title(Phrase::new("column-name")), false, true, 0),
        column(title(Phrase::new("column-weight")), true, false, 1),
        column(title(Phrase::new("column-half-life")), true, false, 2),
        column(String::new(), false, true, 3),
    ];
    let rows: Vec<Vec<(String, Tone)>> = view
        .flags
        .iter()
        .map(|flag| {
            let tone = if flag.off { Tone::Soft } else { Tone::Plain };
            vec![
                (flag.id.to_string(), Tone::Strong),
                (flag.name.name(locale.language()).to_owned(), tone),
                (factor(locale, flag.weight), tone),
                (half_life(flag, locale), tone),
                (remarks(flag, locale), Tone::Soft),
            ]
        })
        .collect();
    page.table(&columns, &rows);
    let replaced = view.flags.iter().filter(|flag| flag.replaces_built_in).map(|flag| &flag.id);
    put_replaced(&mut page, replaced, locale);
    page.finish()
}

/// Says which built-in red flags the user's own stand in place of, where there are any.
pub(super) fn put_replaced<'i>(
    page: &mut Page,
    ids: impl Iterator<Item = &'i FlagId>,
    locale: &Locale,
) {
    let ids: Vec<&str> = ids.map(FlagId::as_str).collect();
    if !ids.is_empty() {
        let phrase = Phrase::new("flags-replaced").with("count", ids.len());
        page.paragraph(&locale.say(&phrase.with("flags", ids.join(", "))), Tone::Notable);
    }
}

/// One red flag with what there is to know about it.
pub fn flag_page_text(view: &FlagPage, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    let flag = &view.flag;
    page.heading(&format!("{} ({})", flag.name.name(locale.language()), flag.id));
    let weight = Phrase::new("flag-weight").with("weight", factor(locale, flag.weight));
    page.paragraph(&locale.say(&weight), Tone::Plain);
    let half = flag.half_life.map(|days| {
        let period = Period::Days(u16::try_from(days).unwrap_or(u16::MAX));
        Phrase::new("flag-half-life").with("period", locale.period(period))
    });
    let half = half.map_or_else(
        || super::capital(&label(&Phrase::new("half-life-never"), locale)),
        |phrase| locale.say(&phrase),
    );
    page.paragraph(&half, Tone::Plain);
    let origin = match &flag.note {
        None => locale.say(&word(FlagOrigin::BuiltIn)),
        Some(note) => format!("{} ({note})", locale.say(&word(FlagOrigin::Vault(note.clone())))),
    };
    let origin = match flag.replaces_built_in {
        true => Phrase::new("flag-origin-replaces").with("origin", origin),
        false => Phrase::new("flag-origin").with("origin", origin),
    };
    page.paragraph(&locale.say(&origin), Tone::Plain);
    let marks = remarks(flag, locale);
    if !marks.is_empty() {
        page.paragraph(&super::capital(&marks), Tone::Notable);
    }
    page.gap();
    put_markdown(&mut page, &view.guidance);
    page.finish()
}

/// Headings, lists, quotes and paragraphs; anything else as it is written.
fn put_markdown(page: &mut Page, markdown: &str) {
    for block in markdown.split("\n\n") {
        let block = block.trim_matches('\n');
        let (heading, rest) = match block.split_once('\n') {
            Some((first, rest)) if first.starts_with('#') => (Some(first), rest),
            None if block.starts_with('#') => (Some(block), ""),
            _ => (None, block),
        };
        if let Some(heading) = heading {
            page.heading(heading.trim_start_matches('#').trim());
        } else {
            page.gap();
        }
        for paragraph in crate::render::markdown::paragraphs(rest) {
            match paragraph.strip_prefix("- ").or_else(|| paragraph.strip_prefix("* ")) {
                Some(item) => page.item(item),
                None => match paragraph.strip_prefix("> ") {
                    Some(quote) => page.indented(&quote.replace(" > ", " "), Tone::Plain),
                    None => page.paragraph(&paragraph, Tone::Plain),
                },
            }
        }
    }
}

fn half_life(flag: &FlagView, locale: &Locale) -> String {
    flag.half_life.map_or_else(
        || label(&Phrase::new("half-life-never"), locale),
        |days| locale.days(i64::from(days)),
    )
}

fn remarks(flag: &FlagView, locale: &Locale) -> String {
    let mut marks = Vec::new();
    if flag.deal_breaker {
        marks.push(label(&Phrase::new("deal-breaker"), locale));
    }
    if flag.off {
        marks.push(label(&Phrase::new("switched-off"), locale));
    }
    if flag.note.is_some() {
        marks.push(locale.say(&word(FlagOrigin::Vault(String::new()))));
    }
    marks.join(", ")
}
