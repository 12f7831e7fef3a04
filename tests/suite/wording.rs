//! The tables of words that weigh: they are what the labelled messages give, and what they do.

#[path = "../../examples/learn_wording/learn.rs"]
mod learn;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use casefile::model::Language;
use casefile::signal::{Signal, Signals, cues};
use casefile::vault::built_in_rules;
use learn::{Text, table};
use serde_json::Value;

use crate::language::entries;

/// How far a weight may be from the one in the table, in hundredths: the solver stops where
/// nothing moves any more, and the last digit is rounded.
const NEAR: i32 = 2;

/// The rows of a table by their cues, without what stands above them.
fn rows(table: &str) -> BTreeMap<&str, Vec<i32>> {
    table
        .lines()
        .skip_while(|line| !line.starts_with("cue\t"))
        .skip(1)
        .map(|line| {
            let mut cells = line.split('\t');
            let cue = cells.next().unwrap();
            (cue, cells.map(|cell| cell.parse().unwrap()).collect())
        })
        .collect()
}

#[test]
fn the_tables_are_what_the_labelled_texts_give() {
    let tables = [Language::En, Language::Fr].into_iter().flat_map(|language| {
        let code = language.code();
        [
            (language, format!("messages.{code}.jsonl"), format!("{code}.tsv")),
            (language, format!("drafts.{code}.jsonl"), format!("letters.{code}.tsv")),
        ]
    });
    for (language, texts, name) in tables {
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates/wording").join(&name);
        let written = fs::read_to_string(path).unwrap();
        let head = written.lines().find(|line| line.starts_with("cue\t")).unwrap();
        let labels: Vec<&str> = head.split('\t').skip(1).collect();
        let texts: Vec<Text> = entries(&texts)
            .iter()
            .map(|entry| Text {
                cues: cues(entry["text"].as_str().unwrap(), language),
                labels: labels_of(entry),
            })
            .collect();
        let learnt = table(&texts.iter().collect::<Vec<_>>(), &labels, "");
        let (written, learnt) = (rows(&written), rows(&learnt));
        assert_eq!(written.keys().collect::<Vec<_>>(), learnt.keys().collect::<Vec<_>>(), "{name}");
        for (cue, weights) in &written {
            let far =
                weights.iter().zip(&learnt[cue]).any(|(one, other)| (one - other).abs() > NEAR);
            assert!(!far, "{name} {cue:?}: {weights:?}, learnt {:?}", learnt[cue]);
        }
    }
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
