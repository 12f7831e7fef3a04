//! From a view to what a template sees: sentences in words, everything else as JSON has it.

use minijinja::value::Serde;
use serde::Serialize;
use serde_json::Value as Json;

use super::RenderError;
use crate::locale::{Locale, PhraseError};
use crate::model::{Currency, Money};
use crate::phrase::Arg;

/// A view as a template sees it: every sentence is a string in the locale's language.
///
/// # Errors
/// Where a view cannot be serialised, or a sentence cannot be said.
pub(super) fn context(
    view: &impl Serialize,
    locale: &Locale,
) -> Result<minijinja::Value, RenderError> {
    Ok(minijinja::Value::from(Serde(in_words(view, locale)?)))
}

/// A view as JSON with every sentence in words.
///
/// # Errors
/// As [`context`].
pub(super) fn in_words(view: &impl Serialize, locale: &Locale) -> Result<Json, RenderError> {
    let mut json = serde_json::to_value(view).map_err(RenderError::view)?;
    put_in_words(&mut json, locale).map_err(RenderError::Phrase)?;
    Ok(json)
}

fn put_in_words(json: &mut Json, locale: &Locale) -> Result<(), PhraseError> {
    if let Some((key, args)) = sentence(json) {
        *json = Json::String(say(key, args, locale)?);
        return Ok(());
    }
    match json {
        Json::Array(items) => items.iter_mut().try_for_each(|item| put_in_words(item, locale)),
        Json::Object(map) => map.values_mut().try_for_each(|value| put_in_words(value, locale)),
        _ => Ok(()),
    }
}

/// A view as JSON in which every sentence has its words beside its key and arguments.
///
/// # Errors
/// As [`context`].
pub(super) fn with_words(view: &impl Serialize, locale: &Locale) -> Result<Json, RenderError> {
    let mut json = serde_json::to_value(view).map_err(RenderError::view)?;
    put_words_beside(&mut json, locale).map_err(RenderError::Phrase)?;
    Ok(json)
}

fn put_words_beside(json: &mut Json, locale: &Locale) -> Result<(), PhraseError> {
    let text = sentence(json).map(|(key, args)| say(key, args, locale)).transpose()?;
    match json {
        Json::Array(items) => {
            items.iter_mut().try_for_each(|item| put_words_beside(item, locale))?;
        }
        Json::Object(map) => {
            map.values_mut().try_for_each(|value| put_words_beside(value, locale))?;
            if let Some(text) = text {
                map.insert("text".to_owned(), Json::String(text));
            }
        }
        _ => {}
    }
    Ok(())
}

/// The key and the arguments, if this is a sentence.
fn sentence(json: &Json) -> Option<(&str, &serde_json::Map<String, Json>)> {
    let map = json.as_object().filter(|map| map.len() == 2)?;
    Some((map.get("key")?.as_str()?, map.get("args")?.as_object()?))
}

fn say(
    key: &str,
    args: &serde_json::Map<String, Json>,
    locale: &Locale,
) -> Result<String, PhraseError> {
    let args = args
        .iter()
        .map(|(name, value)| Ok((name.as_str(), arg(value, locale)?)))
        .collect::<Result<Vec<_>, PhraseError>>()?;
    locale.try_say_key(key, &args)
}

/// An argument of a phrase, by the shape of its JSON.
pub(super) fn arg(value: &Json, locale: &Locale) -> Result<Arg, PhraseError> {
    if let Some((key, args)) = sentence(value) {
        return Ok(Arg::Text(say(key, args, locale)?));
    }
    Ok(match value {
        Json::String(text) => Arg::Text(text.clone()),
        Json::Number(number) => number
            .as_i64()
            .map(Arg::Count)
            .or_else(|| number.as_f64().map(Arg::Score))
            .unwrap_or_else(|| Arg::Text(number.to_string())),
        Json::Object(map) => {
            let text = |key: &str| map.get(key).and_then(Json::as_str);
            let day = text("day").and_then(|day| day.parse().ok()).map(Arg::Day);
            let time = || text("time").and_then(|time| time.parse().ok()).map(Arg::Time);
            let percent =
                || text("percent").and_then(|number| number.parse().ok()).map(Arg::Percent);
            let flag = || text(locale.language().code()).map(Arg::from);
            let money = || money(value).map(Arg::Money);
            day.or_else(time)
                .or_else(percent)
                .or_else(flag)
                .or_else(money)
                .unwrap_or_else(|| Arg::Text(value.to_string()))
        }
        other => Arg::Text(other.to_string()),
    })
}

/// An amount, from `{"amount": …, "currency": …}`.
pub(super) fn money(value: &Json) -> Option<Money> {
    let amount = value.get("amount")?.as_str()?.parse().ok()?;
    let currency = Currency::from_code(value.get("currency")?.as_str()?)?;
    Some(Money { amount, currency })
}
