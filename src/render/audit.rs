//! The trail and its verification as text.

use super::page::{Column, Page, TextStyle, Tone};
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::{AuditView, RecordView, VerificationView};

/// How many digits of a commit are shown, as people quote it.
const SHORT: usize = 10;

/// The trail, a decision a line, the newest first.
pub fn audit_text(view: &AuditView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    if view.entries.is_empty() {
        page.paragraph(&locale.say(&Phrase::new("audit-empty")), Tone::Plain);
        return page.finish();
    }
    let column = |key: &'static str, flexible, dropped| Column {
        title: locale.say(&Phrase::new(match key {
            "date" => "audit-date",
            "client" => "audit-client",
            "kind" => "audit-kind",
            "standing" => "audit-standing",
            "commit" => "audit-commit",
            _ => "audit-subject",
        })),
        right: false,
        flexible,
        dropped,
    };
    let columns = [
        column("date", false, 0),
        column("client", false, 0),
        column("kind", false, 0),
        column("standing", false, 3),
        column("commit", false, 2),
        column("subject", true, 1),
    ];
    let rows: Vec<Vec<(String, Tone)>> = view
        .entries
        .iter()
        .map(|entry| {
            let statement = entry.subject.split_once(", ").map_or("", |(_, statement)| statement);
            vec![
                (entry.date.get(..10).unwrap_or(&entry.date).to_owned(), Tone::Plain),
                (entry.client.clone(), Tone::Plain),
                (kind(entry.kind, locale), Tone::Strong),
                (standing(entry.standing.as_deref().unwrap_or_default(), locale), Tone::Plain),
                (entry.commit.get(..SHORT).unwrap_or(&entry.commit).to_owned(), Tone::Soft),
                (statement.to_owned(), Tone::Plain),
            ]
        })
        .collect();
    page.table(&columns, &rows);
    page.finish()
}

/// What was decided, in the user's language; `?` for a word that this version does not know.
fn kind(kind: Option<&str>, locale: &Locale) -> String {
    let said = kind.map(|kind| locale.try_say_key(&format!("kind-{kind}"), &[]));
    said.and_then(Result::ok).unwrap_or_else(|| "?".to_owned())
}

/// A standing and its score as a commit tells them, such as `boundary 15.2`.
fn standing(told: &str, locale: &Locale) -> String {
    let (word, rest) = told.split_once(' ').unwrap_or((told, ""));
    let Ok(said) = locale.try_say_key(&format!("standing-{word}"), &[]) else {
        return told.to_owned();
    };
    let score = rest.trim_matches(['(', ')']).parse().map(|score| locale.score(score));
    let rest = score.unwrap_or_else(|_| rest.to_owned());
    format!("{said} {rest}").trim_end().to_owned()
}

/// What verifying found: the records that do not hold first, each with what it proves.
pub fn verification_text(view: &VerificationView, locale: &Locale, style: TextStyle) -> String {
    let records = || view.records.iter().chain(&view.exhibits);
    let broken = records().filter(|record| !record.holds).count();
    let head = if records().next().is_none() {
        Phrase::new("verify-nothing")
    } else if broken == 0 && !view.damaged.is_empty() {
        Phrase::new("verify-damaged").with("count", view.damaged.len())
    } else if broken == 0 {
        Phrase::new("verify-holds")
            .with("decisions", view.records.len())
            .with("exhibits", view.exhibits.len())
            .with("commits", view.commits)
    } else {
        Phrase::new("verify-broken").with("count", broken).with("of", records().count())
    };
    let mut page = Page::new(style);
    page.paragraph(&locale.say(&head), Tone::Strong);
    for lost in &view.rewritten {
        page.gap();
        page.paragraph(&format!("REWRITTEN  {}", lost.reference), Tone::Notable);
        page.indented(&lost.because, Tone::Plain);
    }
    for damaged in &view.damaged {
        page.gap();
        page.paragraph(&format!("UNREADABLE  {}", damaged.object), Tone::Notable);
        page.indented(&damaged.because, Tone::Plain);
    }
    put_key_faults(&mut page, view, locale);
    for record in records().filter(|record| !record.holds) {
        put_record(&mut page, record, locale);
    }
    for record in view.records.iter().filter(|record| record.holds) {
        put_record(&mut page, record, locale);
    }
    page.heading(&locale.say(&Phrase::new("verify-limits")));
    view.limits.iter().for_each(|limit| page.item(limit));
    page.finish()
}

fn put_key_faults(page: &mut Page, view: &VerificationView, locale: &Locale) {
    if !view.key_faults.is_empty() {
        page.heading(&locale.say(&Phrase::new("verify-key-faults")));
    }
    for fault in &view.key_faults {
        let line = fault.line.map(|line| format!(":{line}")).unwrap_or_default();
        page.item(&format!("{}{line}: {}", fault.file, fault.message));
    }
}

fn put_record(page: &mut Page, record: &RecordView, locale: &Locale) {
    page.gap();
    page.paragraph(&format!("{}  {}", record.verdicts.join(", "), record.path), Tone::Notable);
    record.because.iter().for_each(|sentence| page.indented(sentence, Tone::Plain));
    for (label, sentences) in [
        (Phrase::new("verify-proves"), &record.proves),
        (Phrase::new("verify-does-not-prove"), &record.does_not_prove),
    ] {
        let label = format!("{} ", locale.say(&label));
        sentences.iter().for_each(|sentence| page.labelled(&label, sentence));
    }
    for note in &record.edited_since {
        let sentence = Phrase::new("verify-edited-since").with("note", note.as_str());
        page.indented(&locale.say(&sentence), Tone::Plain);
    }
}
