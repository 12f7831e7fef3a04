//! The red-flag report as terminal text.

use super::explain::{put_outlook, put_terms};
use super::on_file::put_on_file;
use super::{
    Page, TextStyle, Tone, capital, colon, flag_names, label, none, put_assumed, put_standing,
    put_unread, said,
};
use crate::locale::{Locale, deed, word};
use crate::phrase::Phrase;
use crate::report::{IncidentView, ReportView};

/// The red-flag reports of these clients, one below the other.
pub fn report_text(reports: &[ReportView], locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    for report in reports {
        put_report(&mut page, report, locale);
    }
    if reports.is_empty() {
        page.paragraph(&label(&Phrase::new("report-no-clients"), locale), Tone::Plain);
    }
    page.finish()
}

fn put_report(page: &mut Page, report: &ReportView, locale: &Locale) {
    let title = Phrase::new("report-title").with("client", report.name.as_str());
    page.heading(&locale.say(&title));
    let as_of = locale.say(&Phrase::new("report-as-of").with("date", report.as_of));
    let stage = label(&Phrase::new("report-stage"), locale);
    let stage = format!("{stage}{}{}", colon(locale), locale.say(&word(report.stage)));
    page.paragraph(&format!("{as_of} · {stage}"), Tone::Soft);
    page.gap();
    put_on_file(page, report.on_file.as_ref(), locale);
    put_unread(page, report.unread, locale);
    put_assumed(page, &report.assumed, locale);
    put_standing(page, &report.arithmetic, &report.meaning, locale);
    if report.empty {
        page.paragraph(&label(&Phrase::new("report-nothing"), locale), Tone::Plain);
        return;
    }
    put_facts(page, report, locale);
    put_terms(page, &report.arithmetic, &report.flags, report.unread, locale);
    put_boundaries(page, report, locale);
    put_change(page, report, locale);
    put_next(page, report, locale);
    put_outlook(page, &report.outlook, report.unread, locale);
}

fn put_facts(page: &mut Page, report: &ReportView, locale: &Locale) {
    page.heading(&label(&Phrase::new("report-facts"), locale));
    if report.incidents.is_empty() {
        page.paragraph(
            &none(report.unread, &Phrase::new("report-no-incidents"), locale),
            Tone::Plain,
        );
    }
    for (index, incident) in report.incidents.iter().enumerate() {
        if index > 0 {
            page.gap();
        }
        put_incident(page, incident, report, locale);
    }
    if !report.derived.is_empty() {
        page.heading(&label(&Phrase::new("report-derived"), locale));
        page.paragraph(&label(&Phrase::new("report-derived-about"), locale), Tone::Soft);
        for derived in &report.derived {
            let flag = report.flags.name(derived.flag.as_str(), locale.language());
            page.item(&format!("{flag}{}{}", colon(locale), said(&derived.fact, locale)));
        }
    }
    page.heading(&label(&Phrase::new("report-credits"), locale));
    if report.credits.is_empty() {
        page.paragraph(
            &none(report.unread, &Phrase::new("report-no-credits"), locale),
            Tone::Plain,
        );
    }
    for credit in &report.credits {
        page.item(&format!("{}{}{}", locale.moment(&credit.date), colon(locale), credit.text));
    }
    if !report.decisions.is_empty() {
        page.heading(&label(&Phrase::new("report-decisions"), locale));
    }
    for decision in &report.decisions {
        let (date, deed) = (locale.moment(&decision.date), locale.say(&deed(decision.kind)));
        let text = decision.statement.as_deref().unwrap_or(&decision.reason);
        let text =
            if text.trim().is_empty() { String::new() } else { format!("{}{text}", colon(locale)) };
        page.item(&format!("{date} · {deed}{text}"));
    }
}

fn put_incident(page: &mut Page, incident: &IncidentView, report: &ReportView, locale: &Locale) {
    let flags = flag_names(&incident.flags, &report.flags, locale);
    page.paragraph(&format!("{} · {flags}", locale.moment(&incident.date)), Tone::Strong);
    let marks = Phrase::new("report-marks")
        .with("severity", word(incident.severity))
        .with("status", word(incident.status));
    let marks = locale.say(&marks);
    page.indented(&format!("{marks} · {}", incident.id), Tone::Soft);
    for paragraph in crate::render::markdown::paragraphs(&incident.observed) {
        page.indented(&paragraph, Tone::Plain);
    }
    if let Some(quote) = &incident.quote {
        let quote = Phrase::new("report-quoted").with("text", quote.as_str());
        page.indented(&locale.say(&quote), Tone::Plain);
    }
    let mut labelled = |phrase: Phrase, text: &str| {
        let head = format!("{}{}", label(&phrase, locale), colon(locale));
        page.labelled(&head, text);
    };
    if let Some(reading) = &incident.reading {
        labelled(Phrase::new("report-reading"), reading);
    }
    if let Some(part) = &incident.our_part {
        labelled(Phrase::new("report-our-part"), part);
    }
    if !incident.evidence.is_empty() {
        labelled(Phrase::new("report-evidence"), &incident.evidence.join(", "));
    }
}

fn put_boundaries(page: &mut Page, report: &ReportView, locale: &Locale) {
    if report.boundaries.is_empty() {
        return;
    }
    page.heading(&label(&Phrase::new("report-boundaries"), locale));
    for boundary in &report.boundaries {
        let unstated = label(&Phrase::new("report-boundary-unstated"), locale);
        let statement = if boundary.statement.is_empty() { &unstated } else { &boundary.statement };
        page.paragraph(statement, Tone::Strong);
        let told = said(&boundary.told_said, locale);
        page.indented(&format!("{told} {}", said(&boundary.said, locale)), Tone::Plain);
        if let Some(consequence) = &boundary.consequence {
            let head = label(&Phrase::new("report-boundary-consequence"), locale);
            page.labelled(&format!("{head}{}", colon(locale)), consequence);
        }
    }
}

fn put_change(page: &mut Page, report: &ReportView, locale: &Locale) {
    page.heading(&label(&Phrase::new("report-change"), locale));
    for change in &report.changes {
        page.item(&said(&change.said, locale));
    }
    if report.changes.is_empty() {
        page.paragraph(&label(&Phrase::new("report-change-none"), locale), Tone::Plain);
    }
    if let Some(rate) = &report.rate {
        page.paragraph(&said(&rate.said, locale), Tone::Plain);
    }
    if !report.first_sightings.is_empty() {
        page.heading(&label(&Phrase::new("report-first-sightings"), locale));
        for sighting in &report.first_sightings {
            let flag = report.flags.name(sighting.flag.as_str(), locale.language());
            let date = locale.date_short(sighting.date);
            page.item(&format!("{date} · {flag} ({})", sighting.incident));
        }
    }
}

fn put_next(page: &mut Page, report: &ReportView, locale: &Locale) {
    page.heading(&label(&Phrase::new("report-next"), locale));
    for due in &report.due {
        let date = locale.date(due.date);
        let date = if due.overdue {
            locale.say(&Phrase::new("status-overdue").with("date", date))
        } else {
            date
        };
        page.item(&format!("{date}{}{}", colon(locale), capital(&said(&due.what, locale))));
    }
    for one in &report.to_verify {
        let head = label(&Phrase::new("report-verify"), locale);
        let flags = flag_names(&one.flags, &report.flags, locale);
        let question = label(&Phrase::new("report-verify-question"), locale);
        let date = locale.moment(&one.date);
        let incident = &one.incident;
        page.item(&format!("{head}{}{date}, {flags} ({incident}). {question}", colon(locale)));
    }
    if report.due.is_empty() && report.to_verify.is_empty() {
        page.paragraph(&none(report.unread, &Phrase::new("report-next-none"), locale), Tone::Plain);
    }
}
