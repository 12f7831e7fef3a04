//! Signals and drafts: the examples of the notes, floors of the figures in `docs/language.md`,
//! and texts that must not take long.

use std::fs;
use std::path::Path;

use casefile::note::{Note, read_flag_note};
use casefile::signal::{DraftCheck, Signals, read_rules, test_examples};
use casefile::vault::{built_in_draft_rules, built_in_rules};
use serde_json::Value;

use crate::sandbox::Sandbox;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The labelled texts of a file below `tests/language/`.
pub(crate) fn entries(name: &str) -> Vec<Value> {
    let text = fs::read_to_string(root().join("tests/language").join(name)).unwrap();
    text.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn every_built_in_rule_can_be_read() {
    let mut faults = Vec::new();
    for folder in ["flags", "draft-rules"] {
        for entry in fs::read_dir(root().join("templates").join(folder)).unwrap() {
            let path = entry.unwrap().path();
            let text = fs::read_to_string(&path).unwrap();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            let mut found = Vec::new();
            let note = Note::parse(&name, &text, &mut found);
            // `type: draft-rule` is a word of these notes alone.
            found.clear();
            read_rules(&note, &name, true, &mut found);
            if folder == "flags" {
                assert!(read_flag_note(&note, &mut found).is_some(), "{name}");
            }
            faults.extend(found.iter().map(|fault| format!("{name}: {}", fault.code)));
        }
    }
    assert_eq!(faults, Vec::<String>::new());
}

#[test]
fn every_built_in_signal_says_why_in_both_languages() {
    let sets = built_in_rules();
    let rules = sets.iter().flat_map(|set| set.rules.iter().map(|rule| (&set.id, rule)));
    let silent: Vec<String> = rules
        .filter(|(_, rule)| rule.reason.en.is_none() || rule.reason.fr.is_none())
        .map(|(flag, rule)| format!("{flag}/{}", rule.id))
        .collect();
    assert_eq!(silent, Vec::<String>::new());
}

#[test]
fn the_examples_of_the_built_in_red_flags_hold() {
    let signals = Signals::new(built_in_rules());
    let report = test_examples(&signals, None);
    assert!(report.examples >= 11 * 48 - 20, "{} examples", report.examples);
    let failed: Vec<_> = report.failed.iter().map(|failed| (&failed.id, &failed.text)).collect();
    assert!(failed.is_empty(), "{failed:#?}");
}

/// Of harmless messages how many are flagged, and of the others: floors that a later change must
/// not quietly lose.
#[test]
fn the_figures_of_messages_do_not_fall() {
    let signals = Signals::new(built_in_rules()).with_wording();
    for (code, most_wrong, fewest_right) in
        [("en", MESSAGES[0].0, MESSAGES[0].1), ("fr", MESSAGES[1].0, MESSAGES[1].1)]
    {
        let (mut wrong, mut right) = (0, 0);
        for entry in entries(&format!("messages.{code}.jsonl")) {
            let is_flagged =
                signals.in_text(entry["text"].as_str().unwrap()).suggested().count() > 0;
            let is_harmless = entry["flags"].as_array().unwrap().is_empty();
            wrong += usize::from(is_flagged && is_harmless);
            right += usize::from(is_flagged && !is_harmless);
        }
        assert!(wrong <= most_wrong, "{code}: {wrong} harmless messages are flagged");
        assert!(right >= fewest_right, "{code}: only {right} messages are flagged");
    }
}

/// Most harmless messages flagged and fewest others: English (of 1,454 and 1,464), French (of 1,539
/// and 1,541). The tables are learnt from them, so this holds the way they are read, not how well.
const MESSAGES: [(usize, usize); 2] = [(8, 1450), (8, 1525)];

#[test]
fn the_figures_of_drafts_do_not_fall() {
    let rules = built_in_draft_rules();
    let checks = [false, true].map(|is_direct| DraftCheck::guessing(&rules, is_direct));
    for (code, floor) in [("en", 0.95), ("fr", 0.95)] {
        let (mut right, mut wrong, mut missed) = (0_u32, 0_u32, 0_u32);
        for entry in entries(&format!("drafts.{code}.jsonl")) {
            let text = entry["text"].as_str().unwrap();
            let checked = checks[usize::from(entry["tone"] == "direct")].of(text, None);
            let labelled: Vec<&str> =
                entry["findings"].as_array().unwrap().iter().filter_map(Value::as_str).collect();
            let found: Vec<&str> = checked.findings.iter().map(|found| found.id.as_str()).collect();
            for id in &found {
                if labelled.contains(id) { right += 1 } else { wrong += 1 }
            }
            missed +=
                u32::try_from(labelled.iter().filter(|id| !found.contains(id)).count()).unwrap();
        }
        let f1 = f64::from(2 * right) / f64::from(2 * right + wrong + missed);
        assert!(f1 >= floor, "{code}: micro-F1 {f1:.2}");
    }
}

#[test]
fn no_text_takes_long() {
    let signals = Signals::new(built_in_rules()).with_wording();
    // Were it quadratic, even the small size would not come to an end.
    let size = if cfg!(debug_assertions) { 1 << 17 } else { 10 << 20 };
    for piece in ["a", "refund ", "\n", "\"", "!", "é", "if you do not pay ", "> "] {
        let text = piece.repeat(size / piece.len());
        let found = signals.in_text(&text);
        assert!(found.verdicts.iter().all(|verdict| !verdict.signals.is_empty()), "{piece:?}");
    }
}

#[test]
fn scan_names_phrases_by_bytes_of_the_file() {
    let sandbox = Sandbox::with_example();
    let text = "---\ntype: message\n---\nDéjà vu.\n> Rendez l'argent ou je laisse un mauvais avis.\n\
                Remboursez-moi ou je poste les captures sur LinkedIn.\n";
    sandbox.write("inbox/mail.md", text);
    let output = sandbox.try_casefile(&["scan", "inbox", "-f", "json"]);
    assert_eq!(output.status.code(), Some(0));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let message = &found["messages"][0];
    assert_eq!(message["language"], "fr");
    let signals = message["signals"].as_array().unwrap();
    assert!(!signals.is_empty());
    for signal in signals {
        let at = |key: &str| usize::try_from(signal[key].as_u64().unwrap()).unwrap();
        assert_eq!(text.get(at("start")..at("end")), signal["phrase"].as_str());
        assert!(at("start") > text.find("Remboursez").unwrap() - 1, "quoted words are not counted");
    }
}

#[test]
fn examples_of_a_users_own_flag_are_run() {
    let sandbox = Sandbox::with_example();
    sandbox.write(
        "flags/tea.md",
        "---\ntype: flag\nid: tea\nname: Tea\nsignals:\n  - {lang: en, any: [more tea]}\nexamples:\n  \
         flag: [Bring us more tea., Bring us coffee.]\n---\n",
    );
    let output = sandbox.try_casefile(&["flags", "tea", "--test", "-f", "json"]);
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["failed"].as_array().unwrap().len(), 1);
    assert_eq!(found["failed"][0]["line"], 8);
}

#[test]
fn a_draft_is_checked_and_a_finding_accepted_with_a_reason() {
    let sandbox = Sandbox::with_example();
    let letter = "Dear Ann,\n\nI love your ideas, but I can only plan what is in the offer. From Monday \
                  on I answer between 9 and 5.\n";
    sandbox.write("letter.txt", letter);
    let check = ["draft", "--check", "letter.txt", "--kind", "boundary", "--strict", "-f", "json"];
    let output = sandbox.try_casefile(&check);
    assert_eq!(output.status.code(), Some(1));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["findings"][0]["code"], "but-word");
    assert_eq!(found["findings"][0]["line"], 3);
    sandbox
        .write("letter.txt", format!("<!-- casefile:accept but-word: her own words -->\n{letter}"));
    assert_eq!(sandbox.try_casefile(&check).status.code(), Some(0));
}

#[test]
fn a_draft_in_another_character_set_is_read_in_it() {
    let sandbox = Sandbox::with_example();
    let text = "Bonjour,\n\nVous êtes vraiment nul, et rien n'a été payé.\n\nJenna\n";
    let latin: Vec<u8> = text.chars().map(|c| u8::try_from(u32::from(c)).unwrap()).collect();
    let utf16: Vec<u8> =
        std::iter::once(0xfeff).chain(text.encode_utf16()).flat_map(u16::to_le_bytes).collect();
    for (name, bytes) in [("latin.txt", latin), ("utf16.txt", utf16)] {
        sandbox.write(name, bytes);
        let said = sandbox.casefile(&["--speak", "fr", "draft", "--check", name]);
        assert!(said.contains("Vous êtes vraiment nul"), "{name}: {said}");
    }
}

#[test]
fn a_file_without_a_word_is_no_message() {
    let sandbox = Sandbox::with_example();
    sandbox.write("inbox/empty.txt", " \n\n");
    let found: Value =
        serde_json::from_str(&sandbox.casefile(&["scan", "inbox", "-f", "json"])).unwrap();
    assert_eq!(found["messages"].as_array().unwrap().len(), 0);
    sandbox.casefile(&["import", "inbox", "--client", "harbour"]);
    assert_eq!(sandbox.git(&["status", "--short", "clients"]), "");
}
