//! The trail and its verification as text.

use std::collections::HashMap;

use super::page::{Column, Page, TextStyle, Tone};
use super::verdicts::named;
use crate::locale::Locale;
use crate::phrase::Phrase;
use crate::report::{AnchorView, AuditView, RecordView, RemedyView, VerificationView, VoucherView};

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
                (day(&entry.date).to_owned(), Tone::Plain),
                (entry.client.clone(), Tone::Plain),
                (kind(entry.kind, locale), Tone::Strong),
                (standing(entry.standing.as_deref().unwrap_or_default(), locale), Tone::Plain),
                (entry.commit.get(..SHORT).unwrap_or(&entry.commit).to_owned(), Tone::Soft),
                (statement.to_owned(), Tone::Plain),
            ]
        })
        .collect();
    page.table(&columns, &rows);
    put_anchors(&mut page, view, locale);
    page.finish()
}

/// The anchors, a line each: when, how many decisions, and who vouches for it.
fn put_anchors(page: &mut Page, view: &AuditView, locale: &Locale) {
    if view.anchors.is_empty() {
        return;
    }
    page.heading(&locale.say(&Phrase::new("audit-anchors")));
    let column = |title: Phrase, flexible, dropped| Column {
        title: locale.say(&title),
        right: false,
        flexible,
        dropped,
    };
    let columns = [
        column(Phrase::new("audit-anchor-date"), false, 0),
        column(Phrase::new("audit-anchor-count"), false, 0),
        column(Phrase::new("audit-anchor-by"), true, 0),
        column(Phrase::new("audit-anchor-file"), false, 1),
    ];
    let rows: Vec<Vec<(String, Tone)>> = view
        .anchors
        .iter()
        .map(|anchor| {
            let vouchers: Vec<String> =
                anchor.vouched_for_by.iter().map(|one| voucher(one, locale)).collect();
            let (vouchers, tone) = if vouchers.is_empty() {
                (locale.say(&Phrase::new("audit-anchor-nobody")), Tone::Soft)
            } else {
                (vouchers.join(" · "), Tone::Plain)
            };
            vec![
                (day(&anchor.claimed).to_owned(), Tone::Plain),
                (anchor.count.to_string(), Tone::Plain),
                (vouchers, tone),
                (anchor.path.clone(), Tone::Soft),
            ]
        })
        .collect();
    page.table(&columns, &rows);
}

fn voucher(voucher: &VoucherView, locale: &Locale) -> String {
    let who = voucher.who.as_deref().unwrap_or_default();
    locale.say(&match voucher.kind {
        "time-stamp" => Phrase::new("audit-anchor-stamp")
            .with("authority", who)
            .with("day", day(voucher.when.as_deref().unwrap_or_default())),
        "witness" => Phrase::new("audit-anchor-witness").with("place", who),
        _ => Phrase::new("audit-anchor-proof"),
    })
}

fn day(moment: &str) -> &str {
    moment.get(..10).unwrap_or(moment)
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
    let restored = records().filter(|record| record.holds && record.was_restored).count();
    if restored > 0 {
        let said = Phrase::new("verify-restored").with("count", restored);
        page.paragraph(&locale.say(&said), Tone::Plain);
    }
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
    if !view.faulty_roots.is_empty() {
        let files = view.faulty_roots.join(", ");
        page.gap();
        page.paragraph(
            &locale.say(&Phrase::new("verify-faulty-roots").with("files", files)),
            Tone::Plain,
        );
    }
    if !view.list_faults.is_empty() {
        page.heading(&locale.say(&Phrase::new("verify-list-faults")));
    }
    for fault in &view.list_faults {
        page.item(&format!("{}: {}", fault.file, fault.message));
    }
    if view.anchors.iter().any(|anchor| !anchor.holds) {
        let broken = view.anchors.iter().filter(|anchor| !anchor.holds);
        let of = view.anchors.len();
        let said =
            Phrase::new("verify-anchors-broken").with("count", broken.count()).with("of", of);
        page.gap();
        page.paragraph(&locale.say(&said), Tone::Strong);
    }
    for alike in alike(view) {
        put_records(&mut page, &alike, locale);
    }
    if !view.anchors.is_empty() {
        page.heading(&locale.say(&Phrase::new("verify-anchors")));
    }
    let (holding, broken): (Vec<_>, Vec<_>) = view.anchors.iter().partition(|one| one.holds);
    for anchor in broken.into_iter().chain(holding) {
        put_anchor(&mut page, anchor, locale);
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

/// What is said of a record, but for its name.
type Said<'v> =
    (&'v [&'static str], &'v [Option<String>; 2], [&'v [String]; 4], Option<&'v RemedyView>);

/// Records of which the same is said, together: first those that do not hold, then those that were
/// restored. Exhibits of which nothing is to be said are left out.
fn alike(view: &VerificationView) -> Vec<Vec<&RecordView>> {
    let exhibits = view.exhibits.iter().filter(|one| !one.holds || one.was_restored);
    let mut groups: Vec<Vec<&RecordView>> = Vec::new();
    let mut places: HashMap<Said<'_>, usize> = HashMap::new();
    for record in view.records.iter().chain(exhibits) {
        let RecordView { because, proves, does_not_prove, edited_since, .. } = record;
        let sentences = [because, proves, does_not_prove, edited_since].map(Vec::as_slice);
        let said = (&*record.verdicts, &record.window, sentences, record.remedy.as_ref());
        let place = *places.entry(said).or_insert(groups.len());
        match groups.get_mut(place) {
            Some(group) => group.push(record),
            None => groups.push(vec![record]),
        }
    }
    groups.sort_by_key(|group| group.first().map(|one| (one.holds, !one.was_restored)));
    groups
}

/// Records of which the same is said: their verdicts, their names, and what that means.
fn put_records(page: &mut Page, alike: &[&RecordView], locale: &Locale) {
    let Some(record) = alike.first() else { return };
    page.gap();
    let shown: Vec<String> =
        record.verdicts.iter().map(|verdict| with_window(verdict, record)).collect();
    page.paragraph(&named(&shown, &record.verdicts, locale), Tone::Notable);
    for record in alike {
        let commit = record.commit.as_deref().map(|commit| {
            let short = commit.get(..SHORT).unwrap_or(commit);
            locale.say(&Phrase::new("verify-commit").with("commit", short))
        });
        let commit = commit.map(|commit| format!(" ({commit})")).unwrap_or_default();
        page.indented(&format!("{}{commit}", record.path), Tone::Strong);
    }
    record.because.iter().for_each(|sentence| page.indented(sentence, Tone::Plain));
    if let Some(RemedyView { innocent, commands }) = &record.remedy {
        page.indented(innocent, Tone::Plain);
        commands.iter().for_each(|command| page.command(command));
    }
    put_proof(page, [&record.proves, &record.does_not_prove], locale);
    for note in &record.edited_since {
        let sentence = Phrase::new("verify-edited-since").with("note", note.as_str());
        page.indented(&locale.say(&sentence), Tone::Plain);
    }
}

/// A verdict's name, with the moments that it is about: `TIMESTAMPED ≤ …`, `WINDOW […, …]`.
fn with_window(verdict: &str, record: &RecordView) -> String {
    let [earliest, latest] = record.window.each_ref().map(|end| end.as_deref().unwrap_or("…"));
    match verdict {
        "TIMESTAMPED" => format!("TIMESTAMPED ≤ {latest}"),
        "WINDOW" => format!("WINDOW [{earliest}, {latest}]"),
        other => other.to_owned(),
    }
}

/// What something proves, and what not.
pub(super) fn put_proof(page: &mut Page, [proves, not]: [&Vec<String>; 2], locale: &Locale) {
    for (label, sentences) in
        [(Phrase::new("verify-proves"), proves), (Phrase::new("verify-does-not-prove"), not)]
    {
        let label = format!("{} ", locale.say(&label));
        sentences.iter().for_each(|sentence| page.labelled(&label, sentence));
    }
}

fn put_anchor(page: &mut Page, anchor: &AnchorView, locale: &Locale) {
    page.gap();
    let shown: Vec<String> = anchor.verdicts.iter().map(|name| (*name).to_owned()).collect();
    let verdicts = named(&shown, &anchor.verdicts, locale);
    page.paragraph(&format!("{verdicts}  {}", anchor.path), Tone::Notable);
    if let Some(count) = anchor.count {
        let covers = Phrase::new("verify-anchor-covers").with("count", count);
        let digest = anchor.digest.as_deref().unwrap_or_default();
        page.indented(&format!("{}, {digest}", locale.say(&covers)), Tone::Soft);
    }
    anchor.because.iter().for_each(|sentence| page.indented(sentence, Tone::Plain));
    put_proof(page, [&anchor.proves, &anchor.does_not_prove], locale);
}
