//! `draft --check`: what is left to fill in, where a draft comes from, and what is no draft.

use serde_json::Value;

use crate::sandbox::Sandbox;

const HEAD: &str = "---\ntype: draft\nkind: boundary\ntone: direct\n---\n";

fn checked(sandbox: &Sandbox, text: &str, more: &[&str]) -> Value {
    let arguments = [&["draft", "--check", "-", "-f", "json"][..], more].concat();
    let output = sandbox.pipe(&arguments, text);
    serde_json::from_slice(&output.stdout).expect("JSON")
}

fn codes(view: &Value) -> Vec<&str> {
    let findings = view["findings"].as_array().unwrap();
    findings.iter().filter_map(|finding| finding["code"].as_str()).collect()
}

#[test]
fn what_is_left_to_fill_in_is_a_finding_and_a_quotation_that_is_cut_is_none() {
    let sandbox = Sandbox::new();
    let text = "Hello [… name],\n\nYou wrote: “We pay […] on 4 May.” Thanks.\n";
    let view = checked(&sandbox, text, &["--kind", "other"]);
    assert_eq!(codes(&view), ["mark-left"]);
    let mark = &view["findings"][0];
    assert_eq!((&mark["line"], &mark["column"]), (&1.into(), &7.into()));
    assert_eq!(mark["phrase"], "[… name]");
    let strict = ["draft", "--check", "-", "--strict", "--kind", "other"];
    assert_eq!(sandbox.pipe(&strict, text).status.code(), Some(1));
}

#[test]
fn a_draft_is_judged_alike_from_a_file_and_from_a_pipe() {
    let sandbox = Sandbox::new();
    let body = "Hello,\n\nCall me when things change.\n";
    let text =
        format!("{HEAD}- Say it calmly: you are a liar.\n\n<!-- casefile:letter -->\n\n{body}");
    sandbox.write("draft.md", &text);
    let of_file = sandbox.casefile(&["draft", "--check", "draft.md", "-f", "json"]);
    let of_file: Value = serde_json::from_str(&of_file).unwrap();
    let of_pipe = checked(&sandbox, &text, &[]);
    assert_eq!(of_file, of_pipe);
    assert_eq!((&of_pipe["kind"], &of_pipe["tone"]), (&"boundary".into(), &"direct".into()));
    assert!(!codes(&of_pipe).contains(&"insult"), "the points for the talk are no part of it");
}

#[test]
fn every_place_of_a_finding_is_named() {
    let sandbox = Sandbox::new();
    let text = "Hello,\n\nyou are a liar.\nYou are a scammer.\nYou are an idiot.\n";
    let view = checked(&sandbox, text, &["--kind", "other", "--language", "en"]);
    let findings = view["findings"].as_array().unwrap();
    let insult = findings.iter().find(|finding| finding["code"] == "insult").unwrap();
    let also = insult["also"].as_array().unwrap();
    let lines = also.iter().map(|place| place["line"].as_u64().unwrap());
    let mut lines: Vec<u64> = lines.chain(insult["line"].as_u64()).collect();
    lines.sort_unstable();
    assert_eq!(lines, [3, 4, 5]);
}

#[test]
fn a_last_message_with_an_open_door_is_told_whoever_names_its_tone_or_not() {
    let sandbox = Sandbox::new();
    let text = "Dana, this is my last message. I will not answer any more. If you change your mind, \
                call me any time, my door stays open.\n";
    assert!(codes(&checked(&sandbox, text, &[])).contains(&"open-door"));
    let warm = checked(&sandbox, text, &["--tone", "empathetic"]);
    assert!(!codes(&warm).contains(&"open-door"), "a tone that is named is kept");
}

#[test]
fn nothing_is_no_draft() {
    let sandbox = Sandbox::new();
    for text in ["", " \n\n", HEAD] {
        let output = sandbox.pipe(&["draft", "--check", "-"], text);
        assert_eq!(output.status.code(), Some(2), "{text:?}");
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(said.contains("there is no text in `-`"), "{said}");
    }
}
