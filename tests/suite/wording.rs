//! The tables of words that weigh: they are what the labelled messages give, and what they do.

mod faults;
#[path = "../../examples/learn_wording/learn.rs"]
mod learn;
#[path = "../../examples/learn_wording/texts.rs"]
mod texts;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use casefile::finding::Span;
use casefile::model::Language;
use casefile::signal::{Signal, Signals, cues, sentences};
use casefile::vault::built_in_rules;
use faults::faults;
use learn::{Counting, table};
use serde_json::Value;
use texts::{ROLES, Text, labelled_sentences, sentence_of};

use crate::language::entries;

/// Holds a table against the texts it is learnt from.
fn assert_learnt(name: &str, texts: &[Text], counting: Counting) {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/wording").join(name);
    let faults = faults(&fs::read_to_string(path).unwrap(), texts, counting);
    assert!(
        faults.is_empty(),
        "{name}: {} faults, {:#?}",
        faults.len(),
        &faults[..faults.len().min(5)]
    );
}

#[test]
fn the_tables_are_what_the_labelled_texts_give() {
    for language in Language::ALL {
        let code = language.code();
        for (texts, name, counting) in
            [("messages", "", Counting::MESSAGES), ("drafts", "letters.", Counting::LETTERS)]
        {
            let entries = entries(&format!("{texts}.{code}.jsonl"));
            let texts: Vec<Text> = entries.iter().map(|entry| text_of(entry, language)).collect();
            assert_learnt(&format!("{name}{code}.tsv"), &texts, counting);
        }
    }
}

#[test]
fn a_table_has_no_faults_where_it_is_learnt_and_some_where_it_is_not() {
    let entries = entries("drafts.en.jsonl");
    let some = entries.iter().take(60);
    let mut texts: Vec<Text> = some.map(|entry| text_of(entry, Language::En)).collect();
    let learnt = table(&texts, &["exit", "decline"], Counting::LETTERS, "");
    assert_eq!(faults(&learnt, &texts, Counting::LETTERS), Vec::<String>::new());
    let last = learnt.trim_end().rfind('\n').unwrap();
    let cut = faults(&learnt[..last], &texts, Counting::LETTERS);
    assert!(cut.iter().any(|fault| fault.ends_with("is missing")), "{cut:?}");
    let exit = texts.iter_mut().find(|text| text.labels.contains("exit")).unwrap();
    exit.labels = BTreeSet::from(["decline".to_owned()]);
    assert_eq!(faults(&learnt, &texts, Counting::LETTERS).len(), 2);
}

#[test]
fn the_tables_of_roles_are_what_the_labelled_sentences_give() {
    for language in Language::ALL {
        let code = language.code();
        let lines = roles(language);
        let texts = labelled_sentences(&lines, language, |_| false).unwrap();
        let known = |label: &String| ROLES.contains(&&**label);
        assert!(texts.iter().all(|text| text.labels.iter().all(known)), "{code}");
        assert_learnt(&format!("roles.{code}.tsv"), &texts, Counting::SENTENCES);
    }
}

/// The sentences of the letters stand in the file of roles, each once and in order.
#[test]
fn every_sentence_of_a_labelled_letter_has_its_roles() {
    for language in Language::ALL {
        let code = language.code();
        let lines = roles(language);
        let mut by_letter: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for line in lines.lines() {
            let (id, sentence, _) = sentence_of(line).unwrap();
            by_letter.entry(id).or_default().push(sentence);
        }
        for entry in entries(&format!("drafts.{code}.jsonl")) {
            let (id, text) = (entry["id"].as_str().unwrap(), entry["text"].as_str().unwrap());
            let spans = sentences(text, Span::new(0, text.len()));
            let words = |text: &str| text.split_whitespace().collect::<Vec<_>>().join(" ");
            let expected: Vec<String> = spans.iter().map(|span| words(span.of(text))).collect();
            assert_eq!(by_letter.get(id).map(Vec::as_slice).unwrap_or_default(), expected, "{id}");
        }
    }
}

/// The lines of the labelled sentences.
fn roles(language: Language) -> String {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/language");
    fs::read_to_string(path.join(format!("roles.{}.tsv", language.code()))).unwrap()
}

/// A message or a letter as it is learnt from.
fn text_of(entry: &Value, language: Language) -> Text {
    Text { cues: cues(entry["text"].as_str().unwrap(), language), labels: labels_of(entry) }
}

/// The flags of a message; of a letter, its kind.
fn labels_of(entry: &Value) -> BTreeSet<String> {
    let labels = entry["flags"].as_array().into_iter().flatten().chain(entry.get("kind"));
    labels.map(|label| label.as_str().unwrap().to_owned()).collect()
}

fn messages(language: Language) -> Vec<String> {
    let entries = entries(&format!("messages.{}.jsonl", language.code()));
    entries.iter().map(|entry| entry["text"].as_str().unwrap().to_owned()).collect()
}

fn flags(signals: &Signals, text: &str) -> Vec<(String, f64)> {
    let found = signals.in_text(text);
    found.suggested().map(|verdict| (verdict.id.clone(), verdict.confidence)).collect()
}

#[test]
fn words_weigh_where_no_rule_spoke_and_can_be_refused() {
    let rules = Signals::new(built_in_rules());
    let both = Signals::new(built_in_rules()).with_wording();
    let is_silent = |text: &&String| flags(&rules, text).is_empty();
    let texts: Vec<String> = messages(Language::En).into_iter().rev().take(200).collect();
    let mut heard = 0;
    for text in texts.iter().filter(is_silent) {
        let found = both.in_text(text);
        let Some(verdict) = found.suggested().next() else { continue };
        heard += 1;
        let worded = |signal: &Signal| signal.rule.id == format!("{}/wording", verdict.id);
        let Some(said) = verdict.signals.iter().find(|signal| worded(signal)) else { continue };
        let reason = said.rule.reason.en.as_ref().unwrap();
        assert!(reason.contains('“') && !said.span.of(text).is_empty(), "{verdict:?}");
        // The sentence refused, rules alone count.
        let mut refused = verdict.clone();
        refused.retain(|signal| !worded(signal));
        assert!(!refused.is_suggested(), "{text}");
    }
    assert!(heard > 10, "{heard}");
}

#[test]
fn a_note_of_the_user_is_left_to_its_rules() {
    let mut own = built_in_rules();
    own.retain(|set| set.id == "ultimatum");
    own[0].is_own = true;
    let text = own[0].found[0].text.clone();
    let alone = Signals::new(own.clone());
    let weighed = Signals::new(own).with_wording();
    assert!(!flags(&alone, &text).is_empty());
    assert_eq!(flags(&alone, &text), flags(&weighed, &text));
}

#[test]
fn too_few_words_weigh_nothing() {
    let both = Signals::new(built_in_rules()).with_wording();
    for text in ["", "ok", "👍", "...", "Merci !"] {
        assert_eq!(flags(&both, text), [], "{text:?}");
    }
}
