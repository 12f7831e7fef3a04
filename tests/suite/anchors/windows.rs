//! Between which moments a record was made, and what that says of its date and its key.

use std::fs;

use super::authority::{Authority, info};
use super::{
    at, digest, import, of_decision, said, stamped, statement, trust, vault, verified, words,
};
use crate::sandbox::Sandbox;

/// Anchors now, stamped at a moment of the test's choosing.
fn stamped_at(sandbox: &Sandbox, authority: &Authority<'_>, now: &str, then: &str) {
    let before = super::statements(sandbox);
    let output = at(sandbox, now, &["audit", "anchor"]);
    assert!(output.status.success(), "{}", said(&output));
    let new = super::statements(sandbox).into_iter().find(|one| !before.contains(one)).unwrap();
    let stamp = authority.forge(&info(&digest(sandbox, &new), then, None), &["signer"], "s.der");
    let output = import(sandbox, &stamp);
    assert!(output.status.success(), "{}", said(&output));
}

fn decide(sandbox: &Sandbox, now: &str, kind: &str) {
    let output = at(sandbox, now, &["decide", "nova", kind, "-m", "why"]);
    assert!(output.status.success(), "{}", said(&output));
}

/// A decision between two time stamps: not before 20 May, not after 10 June.
fn between() -> Sandbox {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    sandbox.casefile(&["new", "Nova"]);
    sandbox
}

#[test]
fn a_decision_between_two_time_stamps_has_a_window() {
    let sandbox = between();
    let authority = Authority::new(&sandbox);
    trust(&sandbox, &authority);
    decide(&sandbox, "2026-05-01T10:00", "accept");
    stamped_at(&sandbox, &authority, "2026-05-20T10:00", "20260520080000Z");
    decide(&sandbox, "2026-06-01T10:00", "exit");
    decide(&sandbox, "2026-06-03T10:00", "keep");
    stamped_at(&sandbox, &authority, "2026-06-10T10:00", "20260610080000.5Z");
    let (value, code) = verified(&sandbox, &[]);
    assert_eq!(code, 0, "{value:#}");
    let window = |name: &str| {
        let records = value["records"].as_array().unwrap();
        let one = records.iter().find(|one| one["path"].as_str().unwrap().contains(name)).unwrap();
        one["window"].clone()
    };
    assert_eq!(
        window("accept"),
        serde_json::json!([serde_json::Value::Null, "2026-05-20T08:00:00Z"])
    );
    let expected = serde_json::json!(["2026-05-20T08:00:00Z", "2026-06-10T08:00:00.5Z"]);
    assert_eq!((window("exit"), window("keep")), (expected.clone(), expected));
    assert_eq!(of_decision(&value, "exit"), ["UNSIGNED", "INTACT", "WINDOW"]);
    let text = sandbox.casefile(&["audit", "verify"]);
    assert!(text.contains("WINDOW [2026-05-20T08:00:00Z, 2026-06-10T08:00:00.5Z]"), "{text}");
    assert!(text.contains("TIMESTAMPED ≤ 2026-05-20T08:00:00Z"), "{text}");
    let french = sandbox.try_casefile(&["--speak", "fr", "audit", "verify"]);
    let french = String::from_utf8(french.stdout).unwrap();
    assert!(french.contains("Elle n'a pas été faite avant le 2026-05-20"), "{french}");
}

#[test]
fn a_decision_dated_back_behind_a_time_stamp_that_it_names() {
    let sandbox = between();
    let authority = Authority::new(&sandbox);
    trust(&sandbox, &authority);
    decide(&sandbox, "2026-05-01T10:00", "accept");
    stamped_at(&sandbox, &authority, "2026-05-20T10:00", "20260520080000Z");
    // Within a day it may be a clock, or the day of another zone.
    decide(&sandbox, "2026-05-19T12:00", "exit");
    decide(&sandbox, "2026-05-02T10:00", "close");
    let (value, code) = verified(&sandbox, &[]);
    assert_eq!(code, 1);
    assert!(!of_decision(&value, "exit").contains(&"DATE-CONTRADICTS-ANCHOR".to_owned()));
    let verdicts = of_decision(&value, "close");
    assert!(verdicts.contains(&"DATE-CONTRADICTS-ANCHOR".to_owned()), "{verdicts:?}");
    let text = value.to_string();
    assert!(
        text.contains("it was written later than it says") && text.contains("Innocent"),
        "{text}"
    );
    // A follower inherits it, even one from which the line was taken out by hand.
    let note = sandbox.git(&["ls-files", "clients/nova/decisions/*-close-*"]);
    let text = sandbox.read(note.trim());
    let prev = digest(&sandbox, note.trim());
    let lines: Vec<_> = text.lines().filter(|line| !line.starts_with("anchor:")).collect();
    let lines = lines.join("\n").replace("prev: [\"", &format!("prev: [\"sha256:{prev}\", \""));
    sandbox.write("clients/nova/decisions/2026-05-02-hand.md", lines + "\n");
    sandbox.git(&["add", "clients/nova/decisions"]);
    sandbox.git(&["commit", "-qm", "by hand"]);
    let (value, _) = verified(&sandbox, &[]);
    let verdicts = of_decision(&value, "hand");
    assert!(verdicts.contains(&"DATE-CONTRADICTS-ANCHOR".to_owned()), "{verdicts:?}");
}

#[test]
fn a_time_stamp_that_is_named_and_gone_is_not_taken_for_a_bound() {
    let sandbox = vault();
    stamped(&sandbox);
    sandbox.casefile(&["decide", "nova", "exit", "-m", "why"]);
    let (value, _) = verified(&sandbox, &[]);
    assert!(of_decision(&value, "exit").contains(&"WINDOW".to_owned()));
    for file in sandbox.files().keys().filter(|path| path.starts_with("anchors")) {
        fs::remove_file(sandbox.vault().join(file)).unwrap();
    }
    super::squash(&sandbox);
    let (value, code) = verified(&sandbox, &[]);
    assert_eq!((code, of_decision(&value, "exit").contains(&"WINDOW".to_owned())), (0, false));
    assert!(value.to_string().contains("it names a time stamp that is not here"), "{value:#}");
}

#[test]
fn a_decision_names_the_newest_time_stamp_that_is_trusted_and_no_other() {
    let sandbox = vault();
    let authority = stamped(&sandbox);
    let exit = |name: &str| {
        let note = sandbox.git(&["ls-files", &format!("clients/nova/decisions/*-{name}-*")]);
        sandbox.read(note.trim())
    };
    sandbox.casefile(&["decide", "nova", "exit", "-m", "why"]);
    let stamp = digest(&sandbox, &statement(&sandbox).replace("json", "tsr"));
    assert!(exit("exit").contains(&format!("\nanchor: \"sha256:{stamp}\"\n")), "{}", exit("exit"));
    fs::remove_file(sandbox.vault().join("anchors/roots/root.pem")).unwrap();
    sandbox.casefile(&["decide", "nova", "keep", "-m", "why"]);
    assert!(!exit("keep").contains("anchor:"), "{}", exit("keep"));
    assert!(sandbox.try_casefile(&["check"]).status.success());
    drop(authority);
}

#[test]
fn an_exhibit_is_covered_by_the_files_of_the_commit() {
    let sandbox = vault();
    sandbox.write("clients/nova/evidence/mail.txt", "hello\n");
    sandbox.git(&["add", "clients/nova/evidence"]);
    sandbox.git(&["commit", "-qm", "exhibit"]);
    stamped(&sandbox);
    sandbox.write("clients/nova/evidence/later.txt", "later\n");
    sandbox.git(&["add", "clients/nova/evidence"]);
    sandbox.git(&["commit", "-qm", "later"]);
    let (value, code) = verified(&sandbox, &[]);
    assert_eq!(code, 0);
    let exhibits = value["exhibits"].as_array().unwrap();
    let names = |at: usize| words(&exhibits[at]["verdicts"]);
    assert_eq!(exhibits[0]["decision"], "later.txt");
    assert!(!names(0).contains(&"TIMESTAMPED") && names(1).contains(&"TIMESTAMPED"));
}

fn new_key(sandbox: &Sandbox) -> std::path::PathBuf {
    let key = sandbox.home().join("key");
    let mut command = sandbox.command("ssh-keygen");
    let made = command.args(["-q", "-N", "", "-t", "ed25519", "-f"]).arg(&key).status();
    assert!(made.unwrap().success());
    key
}

#[test]
fn a_key_is_judged_by_the_window_and_not_by_the_commit() {
    let sandbox = between();
    let key = new_key(&sandbox);
    let public = fs::read_to_string(sandbox.home().join("key.pub")).unwrap();
    let allow = |bounds: &str| {
        let list = sandbox.home().join("allowed");
        fs::write(&list, format!("jenna@example.org {bounds} {public}")).unwrap();
        sandbox.git(&["config", "gpg.ssh.allowedSignersFile", list.to_str().unwrap()]);
    };
    sandbox.git(&["config", "gpg.format", "ssh"]);
    sandbox.git(&["config", "user.signingkey", key.to_str().unwrap()]);
    sandbox.git(&["config", "commit.gpgsign", "true"]);
    let authority = Authority::new(&sandbox);
    trust(&sandbox, &authority);
    decide(&sandbox, "2026-05-01T10:00", "accept");
    stamped_at(&sandbox, &authority, "2026-05-20T10:00", "20260520080000Z");
    decide(&sandbox, "2026-05-20T12:00", "exit");
    stamped_at(&sandbox, &authority, "2026-06-10T10:00", "20260610080000Z");
    let verdicts = |name: &str| of_decision(&verified(&sandbox, &[]).0, name);
    // Valid over the whole window: no longer unknown.
    allow("valid-after=\"20260101\",valid-before=\"20270101\"");
    assert!(verdicts("exit").contains(&"SIGNED".to_owned()));
    assert!(!verdicts("exit").contains(&"UNKNOWN-TIME".to_owned()), "{:?}", verdicts("exit"));
    // Its first decision has no earliest moment: it may have been signed before the key began.
    assert!(verdicts("accept").contains(&"UNKNOWN-TIME".to_owned()));
    // Ended before the window began, whatever date the commit bears.
    allow("valid-before=\"20260501\"");
    assert!(verdicts("exit").contains(&"KEY-NOT-VALID".to_owned()), "{:?}", verdicts("exit"));
    assert_eq!(verified(&sandbox, &[]).1, 1);
    // Began after it ended.
    allow("valid-after=\"20260701\"");
    assert!(verdicts("accept").contains(&"KEY-NOT-VALID".to_owned()));
    // Ended within it: nobody knows.
    allow("valid-before=\"20260601\"");
    assert!(verdicts("exit").contains(&"UNKNOWN-TIME".to_owned()), "{:?}", verdicts("exit"));
}

#[test]
fn signing_anew_with_an_old_key_gains_no_window() {
    let sandbox = between();
    let authority = Authority::new(&sandbox);
    trust(&sandbox, &authority);
    decide(&sandbox, "2026-05-01T10:00", "accept");
    stamped_at(&sandbox, &authority, "2026-05-20T10:00", "20260520080000Z");
    let key = new_key(&sandbox);
    let public = fs::read_to_string(sandbox.home().join("key.pub")).unwrap();
    let list = sandbox.home().join("allowed");
    fs::write(&list, format!("jenna@example.org valid-before=\"20260601\" {public}")).unwrap();
    for (name, value) in [
        ("gpg.format", "ssh"),
        ("user.signingkey", key.to_str().unwrap()),
        ("commit.gpgsign", "true"),
        ("gpg.ssh.allowedSignersFile", list.to_str().unwrap()),
    ] {
        sandbox.git(&["config", name, value]);
    }
    // The bytes of the decision are covered; the commit that carries them now is not.
    super::squash(&sandbox);
    let verdicts = of_decision(&verified(&sandbox, &[]).0, "accept");
    assert!(verdicts.contains(&"TIMESTAMPED".to_owned()), "{verdicts:?}");
    assert!(verdicts.contains(&"UNKNOWN-TIME".to_owned()), "{verdicts:?}");
}
