//! What a template can call: phrases, dates, numbers, money, and the escapes of each format.

use jiff::civil::{Date, DateTime};
use jiff::tz::TimeZone;
use minijinja::value::{Kwargs, Serde, Value};
use minijinja::{Environment, Error, ErrorKind};

use super::page::options;
use super::{context, html, markdown, terminal};
use crate::locale::{Locale, PhraseError};
use crate::model::{Language, Moment};
use crate::note::edit::quoted;
use crate::phrase::Arg;

/// The widest line that `wrap` makes.
const WIDEST: usize = 1000;

/// Adds every filter and function.
pub(super) fn add(environment: &mut Environment<'_>, locale: &'static Locale) {
    environment.add_global("lang", locale.language().code());
    // French puts a hard space before a colon.
    let colon = match locale.language() {
        Language::En => ": ",
        Language::Fr => "\u{a0}: ",
    };
    environment.add_global("colon", Value::from_safe_string(colon.to_owned()));
    add_words(environment, locale);
    add_numbers(environment, locale);
    add_dates(environment, locale);
    add_escapes(environment);
}

fn add_words(environment: &mut Environment<'_>, locale: &'static Locale) {
    // say("key", name=value…): a phrase of the phrase book.
    environment.add_function("say", move |key: &str, args: Kwargs| say(locale, key, &args));
    // word("stage", "on-notice"): the name of a value of the model.
    environment.add_function("word", move |kind: &str, value: &str| {
        locale.try_say_key(&format!("{kind}-{value}"), &[]).map_err(fault)
    });
    environment.add_filter("list", move |items: Value| -> Result<String, Error> {
        let items: Vec<String> = items.try_iter()?.map(|item| item.to_string()).collect();
        Ok(locale.list(&items))
    });
    environment.add_filter("replace", replaced);
    environment.add_filter("paragraphs", |text: &str| markdown::paragraphs(text));
    environment.add_filter("capital", |text: &str| capital(text));
    environment.add_filter("in_sentence", |text: &str| in_sentence(text));
}

fn add_numbers(environment: &mut Environment<'_>, locale: &'static Locale) {
    environment.add_filter("score", move |score: f64| locale.score(score));
    environment.add_filter("number", move |number: f64, decimals: Option<u8>| {
        locale.number(number, decimals.unwrap_or(0).min(9))
    });
    environment.add_filter("factor", move |factor: f64| super::factor(locale, factor));
    environment.add_filter("percent", move |share: f64| locale.share(share));
    environment.add_filter("money", move |amount: Serde<serde_json::Value>| {
        let money = context::money(&amount.0).ok_or_else(|| wrong("not an amount"))?;
        Ok::<String, Error>(locale.money(&money))
    });
}

fn add_dates(environment: &mut Environment<'_>, locale: &'static Locale) {
    environment.add_filter("date", move |text: &str| Ok::<String, Error>(locale.date(day(text)?)));
    environment.add_filter("date_short", move |text: &str| {
        Ok::<String, Error>(locale.date_short(day(text)?))
    });
    environment
        .add_filter("month", move |text: &str| Ok::<String, Error>(locale.month(day(text)?)));
    environment
        .add_filter("moment", move |text: &str| Ok::<String, Error>(locale.moment(&moment(text)?)));
}

fn add_escapes(environment: &mut Environment<'_>) {
    let safe = |text: String| Value::from_safe_string(text);
    environment.add_filter("md", move |text: &str| safe(markdown::escape(text)));
    environment.add_filter("md_quote", move |text: &str| safe(markdown::quote(text)));
    environment.add_filter("html", move |text: &str| safe(html::escape(text)));
    environment.add_filter("yaml", move |text: &str| safe(quoted(text)));
    environment.add_filter("plain", move |text: &str| safe(terminal::visible(text).into_owned()));
    environment.add_filter("wrap", |text: &str, width: usize| {
        textwrap::fill(text, options(width.clamp(1, WIDEST)))
    });
}

fn say(locale: &Locale, key: &str, args: &Kwargs) -> Result<String, Error> {
    let mut named: Vec<(&str, Arg)> = Vec::new();
    for name in args.args() {
        let value: Value = args.get(name)?;
        if value.is_undefined() || value.is_none() {
            return Err(wrong(&format!("`{name}` of `{key}` is absent")));
        }
        let json = serde_json::to_value(&value).map_err(|error| wrong(&error.to_string()))?;
        named.push((name, context::arg(&json, locale).map_err(fault)?));
    }
    locale.try_say_key(key, &named).map_err(fault)
}

fn day(text: &str) -> Result<Date, Error> {
    moment(text).map(|moment| moment.day)
}

/// A day, or a day and a time, as views write them; an instant is read on its own clock.
fn moment(text: &str) -> Result<Moment, Error> {
    let utc = TimeZone::UTC;
    let local = text.parse::<DateTime>().ok().filter(|_| !text.ends_with('Z'));
    let day = (text.len() <= 11).then(|| text.parse::<Date>().ok()).flatten();
    let parsed = match (day, local) {
        (Some(day), _) => Some(Moment::on_day(day, &utc)),
        (None, Some(local)) => local
            .to_zoned(utc.clone())
            .ok()
            .map(|zoned| Moment::at_instant(zoned.timestamp(), &utc)),
        (None, None) => text.parse().ok().map(|at| Moment::at_instant(at, &utc)),
    };
    parsed.ok_or_else(|| wrong(&format!("`{text}` is not a date")))
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// The longest text that `replace` makes, in bytes.
const LONGEST_REPLACED: usize = 1024 * 1024;

/// The text with one part put for another, as long as it does not grow without end.
fn replaced(text: &str, from: &str, to: &str) -> Result<String, Error> {
    let places = text.matches(from).count();
    let added = places.saturating_mul(to.len().saturating_sub(from.len()));
    if text.len().saturating_add(added) > LONGEST_REPLACED {
        return Err(wrong(&format!("`replace` makes more than {LONGEST_REPLACED} bytes")));
    }
    Ok(text.replace(from, to))
}

/// A French sentence for the middle of another: without a capital where it begins with a word
/// that is no name.
fn in_sentence(text: &str) -> String {
    const BEGINNINGS: [&str; 22] = [
        "aucun", "aucune", "chaque", "dans", "de", "des", "en", "entre", "il", "je", "la", "le",
        "les", "nous", "on", "pas", "pour", "si", "tout", "toute", "un", "une",
    ];
    let end = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    let first = text[..end].to_lowercase();
    let elided = ["d", "j", "l"].contains(&first.as_str()) && text[end..].starts_with(['\'', '’']);
    if elided || BEGINNINGS.contains(&first.as_str()) {
        return first + &text[end..];
    }
    text.to_owned()
}

#[expect(clippy::needless_pass_by_value, reason = "the argument of map_err")]
fn fault(error: PhraseError) -> Error {
    wrong(&error.to_string())
}

fn wrong(detail: &str) -> Error {
    Error::new(ErrorKind::InvalidOperation, detail.to_owned())
}
