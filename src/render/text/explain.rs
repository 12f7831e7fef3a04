//! The score, term by term, as terminal text.

use super::on_file::put_on_file;
use super::{
    Page, TextStyle, Tone, label, none, put_assumed, put_standing, put_unread, said, trend,
};
use crate::locale::{Locale, word};
use crate::phrase::Phrase;
use crate::render::factor;
use crate::report::{Arithmetic, ExplainView, Names, Outlook, TermView, Unread};

/// The score, term by term, and what would change the standing.
pub fn explain_text(view: &ExplainView, locale: &Locale, style: TextStyle) -> String {
    let mut page = Page::new(style);
    let title = Phrase::new("explain-title").with("client", view.name.as_str());
    page.heading(&locale.say(&title));
    let as_of = Phrase::new("report-as-of").with("date", view.as_of);
    page.paragraph(&locale.say(&as_of), Tone::Soft);
    page.gap();
    put_on_file(&mut page, view.on_file.as_ref(), locale);
    put_unread(&mut page, view.unread, locale);
    put_assumed(&mut page, &view.assumed, locale);
    put_standing(&mut page, &view.arithmetic, &view.meaning, locale);
    put_terms(&mut page, &view.arithmetic, &view.flags, view.unread, locale);
    put_outlook(&mut page, &view.outlook, view.unread, locale);
    page.finish()
}

/// Every term with every factor, the sum, the thresholds, and what weights are.
pub(super) fn put_terms(
    page: &mut Page,
    arithmetic: &Arithmetic,
    names: &Names,
    unread: Unread,
    locale: &Locale,
) {
    page.heading(&label(&Phrase::new("report-score"), locale));
    if arithmetic.terms.is_empty() {
        page.paragraph(&none(unread, &Phrase::new("report-score-none"), locale), Tone::Plain);
    } else {
        page.paragraph(&label(&Phrase::new("report-score-about"), locale), Tone::Soft);
        for term in &arithmetic.terms {
            page.gap();
            let flag = names.name(term.flag.as_str(), locale.language());
            let head = format!(
                "{} · {} · {flag} ({})",
                locale.number(term.points, 2),
                locale.date_short(term.date),
                term.incident,
            );
            page.paragraph(&head, Tone::Strong);
            page.indented(&product(term, locale), Tone::Plain);
        }
        page.gap();
        let sum = Phrase::new("report-sum")
            .with("sum", locale.number(arithmetic.sum, 2))
            .with("count", arithmetic.variety.flags.len())
            .with("factor", factor(locale, arithmetic.variety.factor))
            .with("score", arithmetic.score);
        page.paragraph(&locale.say(&sum), Tone::Strong);
    }
    if let Some(breaker) = &arithmetic.deal_breaker {
        page.paragraph(&said(&breaker.said, locale), Tone::Plain);
    }
    let thresholds = Phrase::new("report-thresholds")
        .with("watch", factor(locale, arithmetic.thresholds.watch))
        .with("boundary", factor(locale, arithmetic.thresholds.boundary))
        .with("exit", factor(locale, arithmetic.thresholds.exit));
    page.paragraph(&locale.say(&thresholds), Tone::Plain);
    page.paragraph(&trend(&arithmetic.trend, arithmetic.score, locale), Tone::Plain);
    page.paragraph(&label(&Phrase::new("report-judgement"), locale), Tone::Soft);
}

/// What would change the standing.
pub(super) fn put_outlook(page: &mut Page, outlook: &Outlook, unread: Unread, locale: &Locale) {
    page.heading(&label(&Phrase::new("report-outlook"), locale));
    for sentence in &outlook.said {
        page.item(&said(sentence, locale));
    }
    if outlook.said.is_empty() {
        page.paragraph(&none(unread, &Phrase::new("report-outlook-none"), locale), Tone::Plain);
    }
}

/// `2 (weight) × 1 (medium) × … = 1.48`, no factor left out.
fn product(term: &TermView, locale: &Locale) -> String {
    let number = |value| factor(locale, value);
    let factors = &term.factors;
    let decay = number(factors.decay);
    let age = match term.half_life {
        _ if term.ongoing => Phrase::new("factor-age-ongoing").with("number", decay),
        None => Phrase::new("factor-age-never").with("number", decay),
        Some(half_life) => {
            Phrase::new(if term.settled { "factor-age-settled" } else { "factor-age" })
                .with("number", decay)
                .with("age", i64::from(term.age_days))
                .with("half-life", i64::from(half_life))
        }
    };
    let parts = [
        Phrase::new("factor-weight").with("number", number(factors.weight)),
        Phrase::new("factor-severity")
            .with("number", number(factors.severity))
            .with("word", word(term.severity)),
        Phrase::new("factor-status")
            .with("number", number(factors.status))
            .with("word", word(term.status)),
        age,
        Phrase::new("factor-repeat").with("number", number(factors.repeat)),
        Phrase::new("factor-relief").with("number", number(factors.relief)),
        Phrase::new("factor-same-day").with("number", number(factors.same_day)),
    ];
    let parts: Vec<String> = parts.iter().map(|part| locale.say(part)).collect();
    format!("{} = {}", parts.join(" × "), locale.number(term.points, 2))
}
