//! Histories that were rewritten, honestly or not, and those that only look like it.

use super::verifying::{all_intact, chain, forget, found, path, verify};
use super::{decision, keys, try_record};
use crate::sandbox::Sandbox;
use casefile::ledger::{Ledger, Report};
use casefile::model::Digest;

fn names(report: &Report, name: &str) -> Vec<&'static str> {
    found(report, name).names()
}

/// A commit to rebase upon, beside the first one.
fn base(sandbox: &Sandbox, from: &str) {
    sandbox.git(&["checkout", "-q", "-b", "base", from]);
    sandbox.write("other", "o\n");
    sandbox.git(&["add", "other"]);
    sandbox.git(&["commit", "-q", "--no-gpg-sign", "-m", "other"]);
    sandbox.git(&["checkout", "-q", "main"]);
}

#[test]
fn a_rebase_drops_signatures_and_keeps_the_chain() {
    let sandbox = keys::with_key();
    let (first, one) = decision("a", &[], "why");
    try_record(&sandbox, &first).unwrap();
    try_record(&sandbox, &decision("b", &[one], "why").0).unwrap();
    assert_eq!(names(&verify(&sandbox), "b"), ["INTACT", "SIGNED"]);
    base(&sandbox, "main~2");
    sandbox.git(&["rebase", "-q", "--no-gpg-sign", "base"]);
    let report = verify(&sandbox);
    assert!(!report.holds());
    for name in ["a", "b"] {
        // Run within one second or not, the dates may disagree as well.
        let mut said = names(&report, name);
        said.retain(|name| *name != "DATES-DISAGREE");
        assert_eq!(said, ["REWRITTEN", "UNSIGNED", "INTACT"]);
    }
    assert_eq!(report.rewritten.len(), 1);
    assert_eq!(report.rewritten[0].reference, "refs/heads/main");
    assert_eq!(report.rewritten[0].decisions, Some(2));
    // The next record does not make this machine forget; the user can.
    let (next, _) = decision("c", &[], "why");
    try_record(&sandbox, &next).unwrap();
    assert!(!verify(&sandbox).holds());
    let ledger = Ledger::open(&sandbox.vault()).unwrap();
    assert_eq!(ledger.lock().unwrap().accept_rewriting().unwrap(), 1);
    let report = verify(&sandbox);
    assert!(report.holds() && report.rewritten.is_empty());
    all_intact(&report);
}

#[test]
fn a_squash_keeps_records_intact_and_is_told() {
    let (sandbox, _) = chain();
    sandbox.git(&["reset", "-q", "--soft", "main~3"]);
    sandbox.git(&["commit", "-q", "-m", "squashed"]);
    let report = verify(&sandbox);
    assert_eq!(report.rewritten.len(), 1);
    for name in ["a", "b", "c"] {
        assert_eq!(names(&report, name)[..3], ["REWRITTEN", "UNSIGNED", "INTACT"], "{name}");
    }
    forget(&sandbox);
    let report = verify(&sandbox);
    all_intact(&report);
    assert!(report.rewritten.is_empty(), "another clone has seen nothing else");
}

#[test]
fn an_amended_commit_is_rewritten() {
    let (sandbox, _) = chain();
    sandbox.git(&["commit", "-q", "--amend", "-m", "tidier words"]);
    let report = verify(&sandbox);
    assert_eq!(names(&report, "c")[..1], ["REWRITTEN"]);
    assert_eq!(names(&report, "b"), ["UNSIGNED", "INTACT"]);
    assert!(!report.holds());
}

#[test]
fn a_history_that_git_no_longer_has_is_told() {
    let (sandbox, _) = chain();
    sandbox.git(&["reset", "-q", "--hard", "HEAD~1"]);
    sandbox.git(&["reflog", "expire", "--expire=now", "--all"]);
    sandbox.git(&["gc", "-q", "--prune=now"]);
    let report = verify(&sandbox);
    assert_eq!((report.rewritten.len(), report.rewritten[0].decisions), (1, None));
    assert!(!report.holds());
}

#[test]
fn commits_without_decisions_may_come_and_go() {
    let (sandbox, _) = chain();
    sandbox.git(&["commit", "-q", "--allow-empty", "-m", "draft"]);
    let (next, _) = decision("d", &[], "why");
    sandbox.git(&["branch", "side"]);
    try_record(&sandbox, &next).unwrap();
    sandbox.git(&["branch", "-q", "-D", "side"]);
    let report = verify(&sandbox);
    all_intact(&report);
    assert!(report.rewritten.is_empty(), "a branch merged elsewhere may be deleted");
}

/// A remote of the sandbox, with its branches fetched.
fn publish(sandbox: &Sandbox) {
    let remote = sandbox.home().join("remote");
    sandbox.git(&["init", "-q", "--bare", remote.to_str().unwrap()]);
    sandbox.git(&["remote", "add", "origin", remote.to_str().unwrap()]);
    sandbox.git(&["push", "-q", "origin", "main"]);
}

#[test]
fn what_was_pushed_and_then_rewritten_is_told_by_the_remote() {
    let (sandbox, _) = chain();
    publish(&sandbox);
    sandbox.git(&["commit", "-q", "--amend", "-m", "tidier words"]);
    forget(&sandbox);
    let report = verify(&sandbox);
    assert_eq!(report.rewritten.len(), 1);
    assert_eq!(report.rewritten[0].reference, "refs/remotes/origin/main");
    assert_eq!(names(&report, "c")[..1], ["REWRITTEN"]);
    assert!(!report.holds());
}

#[test]
fn a_remote_that_was_rewritten_is_told_by_this_machine() {
    let (sandbox, digests) = chain();
    publish(&sandbox);
    let (next, _) = decision("d", &[digests[2]], "why");
    sandbox.git(&["checkout", "-q", "-b", "work"]);
    try_record(&sandbox, &next).unwrap();
    sandbox.git(&["push", "-q", "origin", "work:main"]);
    let (last, _) = decision("e", &[], "why");
    try_record(&sandbox, &last).unwrap();
    // Somebody forces the remote back, and only remote-tracking branches are left to tell.
    sandbox.git(&["checkout", "-q", "main"]);
    sandbox.git(&["branch", "-q", "-D", "work"]);
    sandbox.git(&["push", "-q", "-f", "origin", "main"]);
    let report = verify(&sandbox);
    assert!(!report.holds());
    assert!(report.rewritten.iter().any(|lost| lost.reference == "refs/remotes/origin/main"));
    assert_eq!(names(&report, "d")[..2], ["REMOVED", "REWRITTEN"]);
}

#[test]
fn two_machines_that_went_on_apart_are_no_rewriting() {
    let (sandbox, digests) = chain();
    publish(&sandbox);
    let clone = sandbox.home().join("clone");
    let remote = sandbox.home().join("remote");
    sandbox.git(&["clone", "-q", "-b", "main", remote.to_str().unwrap(), clone.to_str().unwrap()]);
    let other = Ledger::open(&clone).unwrap();
    other.lock().unwrap().record(&decision("d-there", &[digests[2]], "there").0).unwrap();
    sandbox.git_in(&clone, &["push", "-q", "origin", "main"]);
    try_record(&sandbox, &decision("d-here", &[digests[2]], "here").0).unwrap();
    sandbox.git(&["fetch", "-q", "origin"]);
    let report = verify(&sandbox);
    all_intact(&report);
    assert!(report.rewritten.is_empty());
    assert_eq!(report.chains[0].heads.len(), 2, "the two histories are told by their heads");
    sandbox.git(&["merge", "-q", "--no-edit", "origin/main"]);
    let report = verify(&sandbox);
    all_intact(&report);
    assert!(report.rewritten.is_empty());
}

#[test]
fn two_histories_that_contradict_each_other_are_altered() {
    let (sandbox, _) = chain();
    publish(&sandbox);
    sandbox.git(&["checkout", "-q", "-b", "fork", "main~1"]);
    forget(&sandbox);
    let (other, digest) = decision("c", &[], "another story");
    try_record(&sandbox, &other).unwrap();
    let report = verify(&sandbox);
    assert!(names(&report, "c").contains(&"ALTERED"));
    assert_ne!(
        Digest::of(sandbox.git(&["show", &format!("main:{}", path("c"))]).as_bytes()),
        digest
    );
}
