//! What is owed, as terminal text.

use super::{Page, TextStyle, Tone, column, label, put_unread, said};
use crate::locale::Locale;
use crate::model::Amounts;
use crate::phrase::Phrase;
use crate::report::{OwedInvoiceView, OwedView, OwedsView, Sentence, SumsView};

/// What one client owes, with the arithmetic.
pub fn owed_text(view: &OwedView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    let title = Phrase::new("owed-title")
        .with("client", view.name.as_str())
        .with("date", locale.date(view.as_of));
    page.heading(&locale.say(&title));
    put_unread(&mut page, view.unread, locale);
    if view.empty {
        page.paragraph(&label(&Phrase::new("owed-nothing"), locale), Tone::Plain);
        put_list(&mut page, &Phrase::new("owed-assumed"), &view.assumed, locale);
        return page.finish();
    }
    view.terms.iter().for_each(|terms| page.paragraph(&said(terms, locale), Tone::Soft));
    put_sums(&mut page, &view.sums, locale);
    put_invoices(&mut page, &Phrase::new("owed-invoices"), &view.invoices, locale);
    put_invoices(&mut page, &Phrase::new("owed-paid-late"), &view.late, locale);
    if !view.credits.is_empty() {
        page.heading(&label(&Phrase::new("owed-credits"), locale));
        for credit in &view.credits {
            page.item(&format!("{} · {}", credit.id, locale.money(&credit.amount)));
        }
    }
    let milestones: Vec<Sentence> = view.milestones.iter().map(|one| one.said.clone()).collect();
    put_list(&mut page, &Phrase::new("owed-milestones"), &milestones, locale);
    let held: Vec<Sentence> = view.held.iter().map(|one| one.said.clone()).collect();
    put_list(&mut page, &Phrase::new("owed-held"), &held, locale);
    let reminders: Vec<Sentence> = view.reminders.iter().map(|one| one.said.clone()).collect();
    put_list(&mut page, &Phrase::new("owed-reminders"), &reminders, locale);
    if !reminders.is_empty() {
        page.paragraph(&label(&Phrase::new("owed-reminders-about"), locale), Tone::Soft);
    }
    put_list(&mut page, &Phrase::new("owed-assumed"), &view.assumed, locale);
    page.gap();
    if let Some(law) = &view.law {
        let about = match locale.language() {
            crate::model::Language::En => &law.about.en,
            crate::model::Language::Fr => &law.about.fr,
        };
        page.paragraph(about, Tone::Soft);
    }
    page.paragraph(&label(&Phrase::new("owed-hand"), locale), Tone::Soft);
    page.finish()
}

/// What every client owes, one line each, and the sums.
pub fn oweds_text(view: &OwedsView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    let title = Phrase::new("owed-title-all").with("date", locale.date(view.as_of));
    page.heading(&locale.say(&title));
    if view.clients.is_empty() {
        page.paragraph(&label(&Phrase::new("owed-no-clients"), locale), Tone::Plain);
        return page.finish();
    }
    let unread = view.clients.iter().map(|client| client.unread);
    let all = unread.fold(crate::report::Unread::default(), crate::report::Unread::and);
    put_unread(&mut page, all, locale);
    let columns = [
        column(label(&Phrase::new("column-client"), locale), false, true, 0),
        column(label(&Phrase::new("owed-outstanding"), locale), true, true, 0),
        column(label(&Phrase::new("owed-overdue"), locale), true, true, 0),
        column(label(&Phrase::new("owed-charges"), locale), true, true, 2),
        column(label(&Phrase::new("owed-unbilled"), locale), true, true, 1),
        column(label(&Phrase::new("owed-deposits"), locale), true, true, 3),
    ];
    let row = |name: &str, sums: &SumsView, tone| {
        let cell = |amounts: &Amounts| (amounts_text(amounts, locale), Tone::Plain);
        let charges = sums.interest.iter().chain(sums.compensation.iter()).collect();
        vec![
            (name.to_owned(), tone),
            cell(&sums.outstanding),
            cell(&sums.overdue),
            cell(&charges),
            cell(&sums.unbilled),
            cell(&sums.deposits),
        ]
    };
    let mut rows: Vec<Vec<(String, Tone)>> =
        view.clients.iter().map(|client| row(&client.name, &client.sums, Tone::Strong)).collect();
    let together = label(&Phrase::new("owed-total"), locale);
    rows.push(row(&together, &view.together, Tone::Soft));
    page.table(&columns, &rows);
    page.gap();
    page.paragraph(&label(&Phrase::new("owed-more"), locale), Tone::Soft);
    page.finish()
}

/// Amounts of several currencies beside each other; a dash for none.
fn amounts_text(amounts: &Amounts, locale: &Locale) -> String {
    let amounts: Vec<String> = amounts.iter().map(|money| locale.money(&money)).collect();
    if amounts.is_empty() { "–".to_owned() } else { amounts.join(" · ") }
}

fn put_sums(page: &mut Page, sums: &SumsView, locale: &Locale) {
    let nothing = sums.outstanding.is_empty() && sums.unbilled.is_empty();
    if nothing {
        page.gap();
        page.paragraph(&label(&Phrase::new("owed-all-settled"), locale), Tone::Plain);
    }
    let lines = [
        (Phrase::new("owed-outstanding"), &sums.outstanding, Tone::Strong),
        (Phrase::new("owed-overdue"), &sums.overdue, Tone::Notable),
        (Phrase::new("owed-interest"), &sums.interest, Tone::Plain),
        (Phrase::new("owed-compensation"), &sums.compensation, Tone::Plain),
        (Phrase::new("owed-to-ask"), &sums.to_ask, Tone::Plain),
        (Phrase::new("owed-paid-late"), &sums.paid_late, Tone::Plain),
        (Phrase::new("owed-late-charges"), &sums.late_charges, Tone::Plain),
        (Phrase::new("owed-unbilled"), &sums.unbilled, Tone::Plain),
        (Phrase::new("owed-in-progress"), &sums.in_progress, Tone::Plain),
        (Phrase::new("owed-deposits"), &sums.deposits, Tone::Plain),
    ];
    let shown = lines.into_iter().filter(|(_, amounts, _)| !amounts.is_empty());
    let rows: Vec<Vec<(String, Tone)>> = shown
        .map(|(phrase, amounts, tone)| {
            vec![(label(&phrase, locale), Tone::Plain), (amounts_text(amounts, locale), tone)]
        })
        .collect();
    let untitled = |right| column(String::new(), right, true, 0);
    page.table(&[untitled(false), untitled(true)], &rows);
}

fn put_invoices(page: &mut Page, title: &Phrase, invoices: &[OwedInvoiceView], locale: &Locale) {
    if invoices.is_empty() {
        return;
    }
    page.heading(&label(title, locale));
    for invoice in invoices {
        page.item(&said(&invoice.said, locale));
        let lines = invoice.lines.iter().map(|line| &line.said).chain(&invoice.remarks);
        lines.for_each(|line| page.indented(&said(line, locale), Tone::Soft));
    }
}

fn put_list(page: &mut Page, title: &Phrase, items: &[Sentence], locale: &Locale) {
    if items.is_empty() {
        return;
    }
    page.heading(&label(title, locale));
    items.iter().for_each(|item| page.item(&said(item, locale)));
}
