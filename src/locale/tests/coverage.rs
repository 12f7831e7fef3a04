//! The phrase book and the source agree: nothing missing, nothing left over.

use std::collections::BTreeSet;

use super::book::{self, Message};
use super::source;
use crate::locale::phrases::sources;
use crate::model::Language;

#[test]
fn both_languages_have_the_same_keys_with_the_same_variables() {
    let (english, mut faults) = book::read(Language::En);
    let (french, more) = book::read(Language::Fr);
    faults.extend(more);
    for (key, message) in &english {
        match french.get(key) {
            None => faults.push(format!("`{key}` is in English only")),
            Some(other) if other.variables != message.variables => faults.push(format!(
                "`{key}` names {:?} in English and {:?} in French",
                message.variables, other.variables
            )),
            Some(_) => {}
        }
    }
    faults.extend(
        french
            .keys()
            .filter(|key| !english.contains_key(*key))
            .map(|key| format!("`{key}` is in French only")),
    );
    none(&faults);
}

#[test]
fn every_message_inside_another_is_in_the_book() {
    let mut faults = Vec::new();
    for language in Language::ALL {
        let (book, _) = book::read(language);
        for (key, message) in &book {
            let lost = message.messages.iter().filter(|inner| !book.contains_key(*inner));
            faults.extend(lost.map(|inner| {
                format!("`{key}` refers to `{inner}`, which is not in {}", language.code())
            }));
        }
    }
    none(&faults);
}

#[test]
fn every_phrase_of_the_source_is_in_the_book_with_its_arguments() {
    let (book, _) = book::read(Language::En);
    let mut faults = Vec::new();
    for (file, text) in source::files("src", Some("rs")) {
        for found in source::phrases(&file, &text) {
            let (place, key) = (&found.place, &found.key);
            let Some(message) = book.get(key) else {
                faults.push(format!("{place}: no phrase `{key}`"));
                continue;
            };
            for extra in found.arguments.difference(&message.variables) {
                faults.push(format!("{place}: `{key}` does not name ${extra}"));
            }
            for missing in message.variables.difference(&found.arguments) {
                if found.complete {
                    faults.push(format!("{place}: `{key}` needs ${missing}"));
                }
            }
        }
    }
    none(&faults);
}

#[test]
fn every_phrase_of_the_templates_is_in_the_book() {
    let (book, _) = book::read(Language::En);
    let mut faults = Vec::new();
    for (file, text) in source::files("templates", None) {
        for call in ["say(\"", "say('"] {
            let keys = text.split(call).skip(1).filter_map(|rest| rest.split(['"', '\'']).next());
            faults.extend(
                keys.filter(|key| !book.contains_key(*key))
                    .map(|key| format!("{file}: no phrase `{key}`")),
            );
        }
    }
    none(&faults);
}

#[test]
fn every_phrase_of_the_book_is_used() {
    let (book, _) = book::read(Language::En);
    let mut files = source::files("src", Some("rs"));
    files.extend(source::files("templates", None));
    let mut used: BTreeSet<&str> =
        files.iter().flat_map(|(_, text)| source::quotations(text)).collect();
    used.extend(book.values().flat_map(|Message { messages, .. }| messages).map(String::as_str));
    let unused: Vec<_> = book
        .keys()
        .filter(|key| !used.contains(key.as_str()))
        .map(|key| format!("`{key}` is used nowhere"))
        .collect();
    none(&unused);
}

#[test]
fn every_file_of_the_book_is_embedded() {
    for language in Language::ALL {
        let embedded: Vec<_> = sources(language)
            .iter()
            .map(|(area, _)| format!("src/locale/{}/{area}.ftl", language.code()))
            .collect();
        let folder = format!("src/locale/{}", language.code());
        let present: Vec<_> =
            source::files(&folder, Some("ftl")).into_iter().map(|(name, _)| name).collect();
        assert_eq!(embedded, present, "in the order of their names");
    }
}

fn none(faults: &[String]) {
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
