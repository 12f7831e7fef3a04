//! Every rule has an example that breaks it, and the same put right.

use casefile::check::RULES;
use casefile::finding::Finding;
use casefile::locale::Locale;
use casefile::model::Language;

use crate::examples::{self, may_read_everything};

fn shown(findings: &[Finding]) -> Vec<String> {
    let show = |finding: &Finding| {
        let at = &finding.location;
        let words = Locale::of(Language::En).say(&finding.message);
        format!("{} {}:{}:{} {words}", finding.code, at.path, at.start.line, at.start.column)
    };
    findings.iter().map(show).collect()
}

/// Rules whose examples cannot be made here: a superuser may read everything, and a system
/// without symbolic links has none.
fn is_out_of_reach(code: &str) -> bool {
    match code {
        "unreadable" => may_read_everything(),
        "symbolic-link" => cfg!(not(unix)),
        _ => false,
    }
}

#[test]
fn the_base_vault_checks_clean() {
    let example = examples::load("unreadable", "good").expect("an example");
    assert_eq!(shown(&example.check()), Vec::<String>::new());
}

#[test]
fn every_bad_example_breaks_its_rule() {
    let mut silent = Vec::new();
    for code in examples::codes().iter().filter(|code| !is_out_of_reach(code)) {
        let Some(example) = examples::load(code, "bad") else {
            silent.push(format!("`{code}` has no bad example"));
            continue;
        };
        let findings = example.check();
        if !findings.iter().any(|finding| finding.code == code) {
            silent.push(format!("`{code}` is not found, but {:?}", shown(&findings)));
        }
    }
    assert!(silent.is_empty(), "\n{}\n", silent.join("\n"));
}

#[test]
fn every_good_example_checks_clean() {
    let mut loud = Vec::new();
    for code in examples::codes() {
        let Some(example) = examples::load(&code, "good") else {
            loud.push(format!("`{code}` has no good example"));
            continue;
        };
        let findings = example.check();
        if !findings.is_empty() {
            loud.push(format!("`{code}`: {:?}", shown(&findings)));
        }
    }
    assert!(loud.is_empty(), "\n{}\n", loud.join("\n"));
}

#[test]
fn every_rule_has_its_examples_and_every_example_a_rule() {
    let mut rules: Vec<&str> = RULES.iter().copied().flatten().map(|rule| rule.code).collect();
    rules.sort_unstable();
    assert_eq!(rules, examples::codes());
}

#[test]
fn the_groups_of_rules_are_sorted_and_no_code_comes_twice() {
    for group in RULES {
        assert!(group.is_sorted_by(|a, b| a.code < b.code));
    }
}

#[test]
fn every_finding_of_the_examples_can_be_said_in_both_languages() {
    let mut faults = Vec::new();
    for code in examples::codes() {
        let Some(example) = examples::load(&code, "bad") else { continue };
        for finding in example.check() {
            for phrase in std::iter::once(&finding.message).chain(&finding.hint) {
                for language in Language::ALL {
                    let said = Locale::of(language).try_say(phrase);
                    faults.extend(said.err().map(|error| format!("{code}: {error}")));
                }
            }
        }
    }
    assert!(faults.is_empty(), "\n{}\n", faults.join("\n"));
}
