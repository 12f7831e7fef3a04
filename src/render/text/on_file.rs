//! Where an answer about a past day comes from, at its head.

use super::{Page, Tone, colon, said};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::{ClientStatus, OnFile};

/// How many differences a document lists, as in `templates/on-file.md`.
const LISTED: usize = 12;

/// Where the answer comes from, what differs today, and what dates are worth.
pub(super) fn put_on_file(page: &mut Page, on_file: Option<&OnFile>, locale: &Locale) {
    let Some(on_file) = on_file else { return };
    for sentence in &on_file.said {
        page.paragraph(&said(sentence, locale), tone(on_file));
    }
    for one in on_file.differences.iter().take(LISTED) {
        page.item(&format!("{}{}{}", one.path, colon(locale), said(&one.said, locale)));
    }
    if let Some(count) = on_file.differences.len().checked_sub(LISTED).filter(|count| *count > 0) {
        page.item(&locale.say(&Phrase::new("on-file-more").with("count", count)));
    }
    for sentence in &on_file.remarks {
        page.paragraph(&said(sentence, locale), Tone::Soft);
    }
    page.gap();
}

/// The same below the lines of several clients: those alone of which there is something to say.
pub(super) fn put_on_files(page: &mut Page, clients: &[ClientStatus], locale: &Locale) {
    let mut remarks: Vec<String> = Vec::new();
    for client in clients {
        let Some(on_file) = &client.on_file else { continue };
        page.gap();
        let sentences: Vec<String> =
            on_file.said.iter().map(|sentence| said(sentence, locale)).collect();
        let text = format!("{}{}{}", client.name, colon(locale), sentences.join(" "));
        page.paragraph(&text, tone(on_file));
        if !on_file.differences.is_empty() {
            let count = on_file.differences.len();
            page.item(&locale.say(&Phrase::new("on-file-notes").with("count", count)));
        }
        for remark in on_file.remarks.iter().map(|sentence| said(sentence, locale)) {
            if !remarks.contains(&remark) {
                remarks.push(remark);
            }
        }
    }
    if !remarks.is_empty() {
        page.gap();
    }
    remarks.iter().for_each(|remark| page.paragraph(remark, Tone::Soft));
}

fn tone(on_file: &OnFile) -> Tone {
    if on_file.same == Some(true) { Tone::Plain } else { Tone::Notable }
}
