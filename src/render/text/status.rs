//! One line per client, as terminal text.

use super::on_file::put_on_files;
use super::{Page, TextStyle, Tone, column, label, put_unread, said};
use crate::locale::{Locale, word};
use crate::model::Standing;
use crate::phrase::Phrase;
use crate::report::{ClientStatus, StatusView, Unread};

/// The narrowest page with what is due beside the rest.
const BESIDE: usize = 80;

/// One line per client: name, standing, score and its direction, stage, what is due next.
///
/// A narrow page loses the direction; below 80 columns what is due is on a second line.
pub fn status_text(view: &StatusView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    if let Some(date) = view.as_of {
        page.paragraph(&locale.say(&Phrase::new("on-file-status").with("date", date)), Tone::Soft);
        page.gap();
    }
    if view.clients.is_empty() {
        page.paragraph(&label(&Phrase::new("status-empty"), locale), Tone::Plain);
        return page.finish();
    }
    let unread = view.clients.iter().map(|client| client.unread);
    put_unread(&mut page, unread.fold(Unread::default(), Unread::and), locale);
    let title = |phrase: Phrase| label(&phrase, locale);
    let columns = [
        column(title(Phrase::new("column-client")), false, true, 0),
        column(title(Phrase::new("column-standing")), false, false, 0),
        column(title(Phrase::new("column-score")), true, false, 0),
        column(title(Phrase::new("column-trend")), false, false, 1),
        column(title(Phrase::new("column-stage")), false, true, 0),
        column(title(Phrase::new("column-due")), false, true, 0),
    ];
    let rows: Vec<Vec<(String, Tone)>> =
        view.clients.iter().map(|client| row(client, locale)).collect();
    if page.width() < BESIDE {
        page.table_above(&columns, &rows);
    } else {
        page.table(&columns, &rows);
    }
    put_on_files(&mut page, &view.clients, locale);
    if let Some(count) = view.unanchored.filter(|count| *count > 0) {
        page.gap();
        let said = Phrase::new("status-unanchored").with("count", count);
        page.paragraph(&locale.say(&said), Tone::Soft);
    }
    page.finish()
}

fn row(client: &ClientStatus, locale: &Locale) -> Vec<(String, Tone)> {
    let standing = match client.standing {
        Standing::Clear => Tone::Soft,
        Standing::Watch => Tone::Plain,
        Standing::Boundary | Standing::Exit => Tone::Notable,
    };
    let trend = Phrase::new(match client.trend {
        "rising" => "trend-rising",
        "falling" => "trend-falling",
        _ => "trend-steady",
    });
    // Of a case that is over no number alarms any more.
    let over = client.stage.is_over();
    let shown =
        |text: String, tone| if over { ("–".to_owned(), Tone::Soft) } else { (text, tone) };
    vec![
        (client.name.clone(), Tone::Strong),
        shown(locale.say(&word(client.standing)), standing),
        shown(locale.score(client.score), Tone::Plain),
        shown(locale.say(&trend), Tone::Soft),
        (locale.say(&word(client.stage)), Tone::Plain),
        due(client, locale),
    ]
}

/// What is due first, and how many incidents wait to be confirmed.
fn due(client: &ClientStatus, locale: &Locale) -> (String, Tone) {
    let mut parts = Vec::new();
    let mut tone = if client.due.is_empty() { Tone::Soft } else { Tone::Plain };
    if !client.unread.is_none() {
        tone = Tone::Notable;
        let unread = Phrase::new("status-unread").with("notes", client.unread.notes);
        parts.push(locale.say(&unread));
    }
    if let Some(due) = client.due.first() {
        let date = locale.date_short(due.date);
        let date = if due.overdue {
            tone = Tone::Notable;
            locale.say(&Phrase::new("status-overdue").with("date", date))
        } else {
            date
        };
        parts.push(format!("{date}{}{}", super::colon(locale), said(&due.what, locale)));
    }
    if client.to_verify > 0 {
        let verify = Phrase::new("status-to-verify").with("count", client.to_verify);
        parts.push(locale.say(&verify));
    }
    if parts.is_empty() {
        return (label(&Phrase::new("status-nothing-due"), locale), Tone::Soft);
    }
    (parts.join(" · "), tone)
}
