//! Dates that disagree, and those that only lie apart.

use super::verifying::{found, verify};
use super::{create, record_of, try_record};
use crate::sandbox::Sandbox;
use casefile::ledger::{DateRemark, Record};
use casefile::model::Digest;

/// Records a decision that bears `date` at the moment `at`.
fn decide(sandbox: &Sandbox, name: &str, date: &str, at: &str, prev: Option<Digest>) -> Digest {
    let prev = prev.map(|digest| format!("prev: {digest}\n")).unwrap_or_default();
    let text = format!("date: {date}\n{prev}");
    let record = record_of(vec![create(&format!("clients/nova/decisions/{name}.md"), &text)]);
    try_record(sandbox, &Record { at: at.parse().unwrap(), ..record }).unwrap();
    Digest::of(text.as_bytes())
}

fn remarks(sandbox: &Sandbox, name: &str) -> Vec<DateRemark> {
    found(&verify(sandbox), name).dates.as_ref().unwrap().remarks.clone()
}

#[test]
fn a_late_entry_is_told_and_holds() {
    let sandbox = Sandbox::with_commit();
    decide(&sandbox, "a", "2026-05-02T08:00:00Z", "2026-05-14T09:00:00Z", None);
    let report = verify(&sandbox);
    assert_eq!(remarks(&sandbox, "a"), [DateRemark::Late(12)]);
    assert_eq!(found(&report, "a").names(), ["UNSIGNED", "INTACT"]);
    assert_eq!(found(&report, "a").because().len(), 1);
    assert!(report.holds());
}

#[test]
fn a_commit_dated_back_along_the_chain_disagrees() {
    let sandbox = Sandbox::with_commit();
    let first = decide(&sandbox, "a", "2026-05-02T08:00:00Z", "2026-05-02T08:00:00Z", None);
    decide(&sandbox, "b", "2026-05-03T08:00:00Z", "2026-05-03T08:00:00Z", Some(first));
    assert_eq!(remarks(&sandbox, "b"), []);
    decide(&sandbox, "c", "2025-03-01T08:00:00Z", "2025-03-01T08:00:00Z", Some(first));
    assert_eq!(remarks(&sandbox, "c"), [DateRemark::BeforeNamed]);
    let report = verify(&sandbox);
    assert_eq!(found(&report, "c").names(), ["DATES-DISAGREE", "UNSIGNED", "INTACT"]);
    assert!(report.holds(), "a clock may have been wrong");
}

#[test]
fn a_note_dated_after_its_commit_disagrees() {
    let sandbox = Sandbox::with_commit();
    decide(&sandbox, "a", "2026-05-09T08:00:00Z", "2026-05-02T08:00:00Z", None);
    assert_eq!(remarks(&sandbox, "a"), [DateRemark::Ahead]);
}

#[test]
fn a_rebase_keeps_the_date_of_writing() {
    let sandbox = Sandbox::with_commit();
    decide(&sandbox, "a", "2026-04-20T08:00:00Z", "2026-04-20T08:00:00Z", None);
    // The sandbox's git commits on 1 May.
    sandbox.git(&["commit", "-q", "--amend", "--no-edit"]);
    assert_eq!(remarks(&sandbox, "a"), [DateRemark::Remade(11)]);
}
