//! What verifying says of honest histories and of attacks.

use std::fs;

use super::{create, decision, record, try_record};
use crate::sandbox::Sandbox;
use casefile::ledger::{
    Citation, Difference, Kind, Ledger, NoteFacts, Report, Seal, Verdict, VerifiedRecord, Witness,
};
use casefile::model::{Digest, Moment};
use jiff::tz::TimeZone;

/// Reads `date:`, `prev:`, `cites:` and `exhibit:` lines; a stand-in for the note reader.
pub(super) fn read(_: &str, bytes: &[u8]) -> Option<NoteFacts> {
    let mut facts = NoteFacts::default();
    for line in String::from_utf8_lossy(bytes).lines() {
        let mut words = line.split_whitespace();
        match (words.next(), words.next(), words.next()) {
            (Some("date:"), Some(date), _) => {
                facts.date = Some(Moment::at_instant(date.parse().ok()?, &TimeZone::UTC));
            }
            (Some("prev:"), Some(digest), _) => facts.prev.push(digest.parse().ok()?),
            (Some("cites:"), Some(path), digest) => {
                facts.cited.push((path.to_owned(), digest.and_then(|d| d.parse().ok())));
            }
            (Some("exhibit:"), Some(path), Some(digest)) => {
                facts.exhibits.push((path.to_owned(), digest.parse().ok()?, None));
            }
            _ => {}
        }
    }
    Some(facts)
}

pub(super) fn verify(sandbox: &Sandbox) -> Report {
    Ledger::open(&sandbox.vault()).unwrap().verify(read).unwrap()
}

pub(super) fn path(name: &str) -> String {
    format!("clients/nova/decisions/{name}.md")
}

pub(super) fn found<'report>(report: &'report Report, name: &str) -> &'report VerifiedRecord {
    let path = path(name);
    report.records.iter().find(|record| record.path == path).unwrap()
}

fn names(report: &Report, name: &str) -> Vec<&'static str> {
    found(report, name).verdicts.iter().map(Verdict::name).collect()
}

/// Three decisions `a`, `b`, `c`, each naming the one before.
pub(super) fn chain() -> (Sandbox, Vec<Digest>) {
    let sandbox = Sandbox::with_commit();
    let mut digests: Vec<Digest> = Vec::new();
    for name in ["a", "b", "c"] {
        let prev: Vec<_> = digests.last().copied().into_iter().collect();
        let (record, digest) = decision(name, &prev, "why");
        try_record(&sandbox, &record).unwrap();
        digests.push(digest);
    }
    (sandbox, digests)
}

/// Forgets what this machine remembers, as another clone would.
pub(super) fn forget(sandbox: &Sandbox) {
    for file in ["recorded", "heads"] {
        let _ = fs::remove_file(sandbox.vault().join(".git/casefile").join(file));
    }
}

pub(super) fn all_intact(report: &Report) {
    for record in &report.records {
        assert_eq!(record.verdicts, [Verdict::Intact], "{}", record.path);
    }
    assert!(report.holds());
}

#[test]
fn an_honest_history_is_intact() {
    let (sandbox, digests) = chain();
    let report = verify(&sandbox);
    all_intact(&report);
    assert_eq!((report.records.len(), report.commits, report.shallow), (3, 4, false));
    let first = found(&report, "a");
    assert_eq!(
        (first.digest, first.kind, first.seal.clone()),
        (Some(digests[0]), Kind::Decision, Seal::Unsigned)
    );
    assert!(first.is_named && !found(&report, "c").is_named);
    assert_eq!(report.chains.len(), 1);
    assert_eq!(report.chains[0].starts, [path("a")]);
    assert_eq!(report.chains[0].heads, [(path("c"), digests[2])]);
    assert_eq!(report.limits.len(), 3);
    assert!(report.records.iter().all(|r| !r.proves.is_empty() && !r.does_not_prove.is_empty()));
}

#[test]
fn an_empty_repository_verifies() {
    let report = verify(&Sandbox::new());
    assert!(report.records.is_empty() && report.holds() && report.head.is_none());
}

#[test]
fn a_changed_decision_is_altered_with_its_commit() {
    let (sandbox, digests) = chain();
    sandbox.write(&path("b"), "other\n");
    assert_eq!(found(&verify(&sandbox), "b").verdicts, [Verdict::NotRecorded(Difference::Changed)]);
    sandbox.git(&["commit", "-qam", "tidy"]);
    let commit = Some(sandbox.git(&["rev-parse", "HEAD"]).trim().to_owned());
    let report = verify(&sandbox);
    let altered = Verdict::Altered { commit, known_by: Witness::History, restored: false };
    assert_eq!(found(&report, "b").verdicts, [altered]);
    assert_eq!(found(&report, "b").digest, Some(digests[1]));
    assert_eq!(names(&report, "c"), ["INTACT"]);
    assert!(!report.holds());
    sandbox.git(&["revert", "--no-edit", "HEAD"]);
    let report = verify(&sandbox);
    assert!(matches!(found(&report, "b").verdicts[..], [Verdict::Altered { restored: true, .. }]));
    assert!(report.holds());
}

#[test]
fn a_removed_decision_is_removed_with_its_commit() {
    let (sandbox, _) = chain();
    fs::remove_file(sandbox.vault().join(path("b"))).unwrap();
    assert_eq!(found(&verify(&sandbox), "b").verdicts, [Verdict::NotRecorded(Difference::Missing)]);
    sandbox.git(&["commit", "-qam", "tidy"]);
    let commit = Some(sandbox.git(&["rev-parse", "HEAD"]).trim().to_owned());
    let report = verify(&sandbox);
    assert_eq!(found(&report, "b").verdicts, [Verdict::Removed { commit, restored: false }]);
    assert!(!report.holds());
    sandbox.git(&["revert", "--no-edit", "HEAD"]);
    assert!(verify(&sandbox).holds());
}

#[test]
fn a_note_never_committed_is_not_recorded() {
    let (sandbox, _) = chain();
    sandbox.write(&path("d"), "d\n");
    sandbox.write("clients/nova/evidence/x.eml", "x\n");
    let report = verify(&sandbox);
    assert_eq!(found(&report, "d").verdicts, [Verdict::NotRecorded(Difference::Never)]);
    assert!(!report.holds());
    fs::remove_file(sandbox.vault().join(path("d"))).unwrap();
    assert!(verify(&sandbox).holds(), "an exhibit may stay outside git");
}

/// Runs a script over every commit, as `git filter-branch` does.
fn rewrite(sandbox: &Sandbox, arguments: &[&str]) {
    let output = sandbox
        .command("git")
        .env("FILTER_BRANCH_SQUELCH_WARNING", "1")
        .args(["filter-branch", "-f"])
        .args(arguments)
        .output()
        .unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    for name in sandbox.git(&["for-each-ref", "--format=%(refname)", "refs/original"]).lines() {
        sandbox.git(&["update-ref", "-d", name]);
    }
}

#[test]
fn a_decision_dropped_from_the_whole_history_leaves_a_gap() {
    let (sandbox, digests) = chain();
    rewrite(
        &sandbox,
        &["--index-filter", &format!("git rm -q --cached --ignore-unmatch {}", path("b"))],
    );
    let report = verify(&sandbox);
    let gap = Verdict::Gap { missing: vec![digests[1]] };
    assert_eq!(found(&report, "c").verdicts, [gap]);
    assert_eq!(found(&report, "b").verdicts, [Verdict::Removed { commit: None, restored: false }]);
    forget(&sandbox);
    let report = verify(&sandbox);
    assert_eq!((names(&report, "c"), names(&report, "a")), (vec!["GAP"], vec!["INTACT"]));
    assert_eq!(report.records.len(), 2);
}

#[test]
fn a_decision_changed_in_the_whole_history_is_altered_and_leaves_a_gap() {
    let (sandbox, _) = chain();
    let script = format!("if [ -f {0} ]; then sed -i s/why/because/ {0}; fi", path("b"));
    rewrite(&sandbox, &["--tree-filter", &script]);
    forget(&sandbox);
    let report = verify(&sandbox);
    assert!(matches!(
        found(&report, "b").verdicts[..],
        [Verdict::Altered { known_by: Witness::Trailer, restored: false, .. }]
    ));
    assert_eq!(names(&report, "c"), ["GAP"]);
    // The forger who rewrites the trailers too is still found by the chain.
    rewrite(&sandbox, &["--msg-filter", "grep -v Casefile-Digest"]);
    let report = verify(&sandbox);
    assert_eq!((names(&report, "b"), names(&report, "c")), (vec!["INTACT"], vec!["GAP"]));
}

#[test]
fn the_newest_decision_dropped_is_missed_by_this_machine_alone() {
    let (sandbox, _) = chain();
    sandbox.git(&["reset", "-q", "--hard", "HEAD~1"]);
    assert_eq!(names(&verify(&sandbox), "c"), ["REMOVED"]);
    forget(&sandbox);
    all_intact(&verify(&sandbox));
}

#[test]
fn remote_tracking_branches_remember_too() {
    let (sandbox, digests) = chain();
    let remote = sandbox.home().join("remote");
    sandbox.git(&["clone", "-q", "--bare", ".", remote.to_str().unwrap()]);
    sandbox.git(&["remote", "add", "origin", remote.to_str().unwrap()]);
    sandbox.git(&["fetch", "-q", "origin"]);
    sandbox.git(&["reset", "-q", "--hard", "HEAD~1"]);
    forget(&sandbox);
    let report = verify(&sandbox);
    let record = found(&report, "c");
    assert_eq!((record.digest, record.on_head), (Some(digests[2]), false));
}

#[test]
fn merged_branches_stay_intact() {
    let (sandbox, digests) = chain();
    sandbox.git(&["checkout", "-q", "-b", "other"]);
    let (left, left_digest) = decision("d-left", &[digests[2]], "left");
    try_record(&sandbox, &left).unwrap();
    sandbox.git(&["checkout", "-q", "main"]);
    let (right, right_digest) = decision("d-right", &[digests[2]], "right");
    try_record(&sandbox, &right).unwrap();
    let report = verify(&sandbox);
    all_intact(&report);
    assert!(!found(&report, "d-left").on_head);
    sandbox.git(&["merge", "-q", "--no-edit", "other"]);
    let report = verify(&sandbox);
    all_intact(&report);
    assert_eq!(report.chains[0].heads.len(), 2);
    let (joined, _) = decision("e", &[left_digest, right_digest], "joined");
    try_record(&sandbox, &joined).unwrap();
    let report = verify(&sandbox);
    all_intact(&report);
    assert_eq!(report.chains[0].heads.len(), 1);
}

#[test]
fn a_decision_put_in_between_is_not_in_the_chain() {
    let (sandbox, digests) = chain();
    // Between `a` and `b`, in a history made anew; `b` and `c` never heard of it.
    sandbox.git(&["checkout", "-q", "-b", "inserted", "main~2"]);
    try_record(&sandbox, &decision("x", &[digests[0]], "put in").0).unwrap();
    sandbox.git(&["cherry-pick", "main~1", "main"]);
    sandbox.git(&["branch", "-q", "-f", "main", "inserted"]);
    sandbox.git(&["checkout", "-q", "main"]);
    sandbox.git(&["branch", "-q", "-D", "inserted"]);
    forget(&sandbox);
    let report = verify(&sandbox);
    let put_in = found(&report, "x");
    assert_eq!(put_in.names()[0], "NOT-IN-CHAIN");
    assert_eq!(put_in.unknown_to.as_deref(), Some(&*path("b")));
    assert!(found(&report, "c").unknown_to.is_none());
    // Two machines' work put one upon the other looks the same, until a decision names both.
    let x = put_in.digest.unwrap();
    try_record(&sandbox, &decision("d", &[digests[2], x], "joined").0).unwrap();
    assert!(verify(&sandbox).records.iter().all(|record| record.unknown_to.is_none()));
}

#[test]
fn of_two_histories_that_diverge_both_are_verified() {
    let (sandbox, digests) = chain();
    let remote = sandbox.home().join("remote");
    sandbox.git(&["clone", "-q", "--bare", ".", remote.to_str().unwrap()]);
    sandbox.git(&["remote", "add", "origin", remote.to_str().unwrap()]);
    try_record(&sandbox, &decision("theirs", &[digests[2]], "theirs").0).unwrap();
    sandbox.git(&["push", "-q", "origin", "main"]);
    sandbox.git(&["reset", "-q", "--hard", "HEAD~1"]);
    forget(&sandbox);
    try_record(&sandbox, &decision("ours", &[digests[2]], "ours").0).unwrap();
    let report = verify(&sandbox);
    assert_eq!(found(&report, "theirs").names()[..2], ["UNSIGNED", "NOT-ON-HEAD"]);
    assert!(found(&report, "theirs").names().contains(&"CONSISTENT-WITH-REMOTE"));
    assert_eq!(found(&report, "ours").names(), ["UNSIGNED", "INTACT"]);
    assert!(found(&report, "c").names().contains(&"CONSISTENT-WITH-REMOTE"));
    assert_eq!(report.chains[0].heads.len(), 2);
    assert!(report.holds());
}

#[test]
fn a_merge_that_drops_one_side_removes() {
    let (sandbox, digests) = chain();
    sandbox.git(&["checkout", "-q", "-b", "other"]);
    try_record(&sandbox, &decision("d", &[digests[2]], "left").0).unwrap();
    sandbox.git(&["checkout", "-q", "main"]);
    sandbox.git(&["commit", "-q", "--allow-empty", "-m", "main"]);
    sandbox.git(&["merge", "-q", "-s", "ours", "--no-edit", "other"]);
    let report = verify(&sandbox);
    let commit = Some(sandbox.git(&["rev-parse", "HEAD"]).trim().to_owned());
    assert_eq!(found(&report, "d").verdicts, [Verdict::Removed { commit, restored: false }]);
}

#[test]
fn a_merge_that_changes_a_decision_alters() {
    let (sandbox, digests) = chain();
    sandbox.git(&["checkout", "-q", "-b", "other"]);
    try_record(&sandbox, &decision("d", &[digests[2]], "left").0).unwrap();
    sandbox.git(&["checkout", "-q", "main"]);
    sandbox.git(&["commit", "-q", "--allow-empty", "-m", "main"]);
    sandbox.git(&["merge", "-q", "--no-commit", "--no-ff", "other"]);
    sandbox.write(&path("a"), "evil\n");
    sandbox.git(&["commit", "-qam", "merge"]);
    let commit = Some(sandbox.git(&["rev-parse", "HEAD"]).trim().to_owned());
    let report = verify(&sandbox);
    let altered = Verdict::Altered { commit, known_by: Witness::History, restored: false };
    assert_eq!(found(&report, "a").verdicts, [altered]);
    assert_eq!(names(&report, "d"), ["INTACT"]);
}

#[test]
fn a_decision_put_in_the_place_of_another_by_git_replace_is_not_believed() {
    let (sandbox, digests) = chain();
    let blob = |name: &str| sandbox.git(&["rev-parse", &format!("HEAD:{}", path(name))]);
    sandbox.git(&["replace", blob("a").trim(), blob("b").trim()]);
    assert!(sandbox.git(&["show", &format!("HEAD:{}", path("a"))]).contains("prev:"));
    assert_eq!(found(&verify(&sandbox), "a").digest, Some(digests[0]));
}

#[test]
fn rebase_and_squash_keep_records_intact() {
    let (sandbox, digests) = chain();
    sandbox.git(&["checkout", "-q", "-b", "work", "HEAD~2"]);
    forget(&sandbox);
    sandbox.git(&["checkout", "-q", "main"]);
    sandbox.git(&["checkout", "-q", "-b", "base", "main~3"]);
    sandbox.write("other", "o\n");
    sandbox.git(&["add", "other"]);
    sandbox.git(&["commit", "-q", "-m", "other"]);
    sandbox.git(&["checkout", "-q", "main"]);
    sandbox.git(&["rebase", "-q", "base"]);
    all_intact(&verify(&sandbox));
    sandbox.git(&["reset", "-q", "--soft", "main~2"]);
    sandbox.git(&["commit", "-q", "-m", "squashed"]);
    sandbox.git(&["branch", "-D", "-q", "work"]);
    let report = verify(&sandbox);
    all_intact(&report);
    assert_eq!(report.records.len(), 3);
    assert_eq!(report.chains[0].heads, [(path("c"), digests[2])]);
}

#[test]
fn a_client_may_be_renamed() {
    let (sandbox, _) = chain();
    sandbox.git(&["mv", "clients/nova", "clients/nova-2"]);
    sandbox.git(&["commit", "-q", "-m", "rename"]);
    let report = verify(&sandbox);
    all_intact(&report);
    assert_eq!(report.records.len(), 3);
    assert_eq!(report.records[0].path, "clients/nova-2/decisions/a.md");
    assert_eq!(report.records[0].moved_from.as_deref(), Some(path("a").as_str()));
}

#[test]
fn a_forged_decision_stays_altered_when_its_client_is_renamed() {
    let (sandbox, digests) = chain();
    sandbox.write(&path("b"), "forged\n");
    sandbox.git(&["commit", "-qam", "tidy"]);
    let commit = Some(sandbox.git(&["rev-parse", "HEAD"]).trim().to_owned());
    sandbox.git(&["mv", "clients/nova", "clients/nova-sas"]);
    sandbox.git(&["commit", "-q", "-m", "rename"]);
    for _ in ["with memory", "without"] {
        let report = verify(&sandbox);
        let moved = path("b").replace("nova", "nova-sas");
        let record = report.records.iter().find(|record| record.path == moved).unwrap();
        let commit = commit.clone();
        let altered = Verdict::Altered { commit, known_by: Witness::History, restored: false };
        assert_eq!((&record.verdicts, record.digest), (&vec![altered], Some(digests[1])));
        assert!(!report.holds());
        forget(&sandbox);
    }
    sandbox.git(&["mv", "clients/nova-sas", "clients/nova"]);
    sandbox.git(&["commit", "-q", "-m", "and back"]);
    assert_eq!(names(&verify(&sandbox), "b"), ["ALTERED"]);
}

#[test]
fn a_decision_moved_alone_is_removed() {
    let (sandbox, _) = chain();
    sandbox.write("clients/other/decisions/x.md", "x\n");
    sandbox.git(&["add", "."]);
    sandbox.git(&["commit", "-q", "-m", "other"]);
    sandbox.git(&["mv", &path("c"), "clients/other/decisions/c.md"]);
    sandbox.git(&["commit", "-q", "-m", "away"]);
    assert_eq!(names(&verify(&sandbox), "c"), ["REMOVED"]);
    forget(&sandbox);
    assert_eq!(names(&verify(&sandbox), "c"), ["REMOVED"]);
}

#[test]
fn bytes_that_lie_elsewhere_do_not_satisfy_the_memory() {
    let (sandbox, _) = chain();
    sandbox.git(&["reset", "-q", "--hard", "HEAD~1"]);
    let (copy, _) = decision("c", &[], "other");
    try_record(&sandbox, &copy).unwrap();
    assert!(!verify(&sandbox).holds());
    assert_eq!(names(&verify(&sandbox), "c"), ["ALTERED"]);
}

#[test]
fn equal_notes_name_what_lies_beside_each() {
    let sandbox = Sandbox::with_commit();
    let mut changes = Vec::new();
    for client in ["ada", "bob"] {
        let folder = format!("clients/{client}/evidence");
        changes.push(create(&format!("{folder}/mail.eml"), format!("{client}\n")));
        changes.push(create(&format!("{folder}/mail.md"), "about the file beside\n"));
    }
    record(&sandbox, changes);
    let beside = |path: &str, _: &[u8]| {
        let file = path.replace(".md", ".eml");
        let exhibits = vec![(file, Digest::of(b"ada\n"), None)];
        Some(NoteFacts { exhibits, ..NoteFacts::default() })
    };
    let report = Ledger::open(&sandbox.vault()).unwrap().verify(beside).unwrap();
    let standing = |path: &str| {
        report.records.iter().find(|record| record.path == path).unwrap().verdicts[0].name()
    };
    assert_eq!(standing("clients/ada/evidence/mail.eml"), "INTACT");
    assert_eq!(standing("clients/bob/evidence/mail.eml"), "ALTERED");
}

#[test]
fn other_line_endings_are_other_bytes() {
    let (sandbox, _) = chain();
    let text = sandbox.read(&path("a")).replace('\n', "\r\n");
    sandbox.write(&path("a"), &text);
    let changed = Verdict::NotRecorded(Difference::Changed);
    assert_eq!(found(&verify(&sandbox), "a").verdicts, [changed]);
    let ledger = Ledger::open(&sandbox.vault()).unwrap();
    assert!(!ledger.is_recorded(&path("a"), text.as_bytes()).unwrap());
}

#[test]
fn exhibits_are_held_to_their_notes_and_to_history() {
    let sandbox = Sandbox::with_commit();
    let (good, bad) = ("clients/nova/evidence/2026/good.eml", "clients/nova/evidence/bad.eml");
    let digest = Digest::of(b"good\n");
    let note = format!("exhibit: {good} {digest}\nexhibit: {bad} {digest}\n");
    record(
        &sandbox,
        vec![
            create(good, "good\n"),
            create(bad, "bad\n"),
            create("clients/nova/evidence/n.md", note),
        ],
    );
    let report = verify(&sandbox);
    let of = |path: &str| report.records.iter().find(|record| record.path == path).unwrap();
    assert_eq!(
        (of(good).verdicts.as_slice(), of(good).kind),
        (&[Verdict::Intact][..], Kind::Exhibit)
    );
    assert!(matches!(
        &of(bad).verdicts[..],
        [Verdict::Altered { known_by: Witness::Note(note), .. }] if note == "clients/nova/evidence/n.md"
    ));
}

#[test]
fn cited_notes_that_were_edited_are_named() {
    let sandbox = Sandbox::with_commit();
    let paths = ["same", "edited", "gone", "unbound"].map(|name| format!("clients/nova/{name}.md"));
    let mut reason = String::new();
    for path in &paths {
        sandbox.write(path, "1\n");
        reason.push_str(&format!("cites: {path} {}\n", Digest::of(b"1\n")));
    }
    let reason = reason.trim_end().rsplit_once(' ').unwrap().0;
    try_record(&sandbox, &decision("a", &[], reason).0).unwrap();
    sandbox.write(&paths[1], "2\n");
    fs::remove_file(sandbox.vault().join(&paths[2])).unwrap();
    let report = verify(&sandbox);
    let states: Vec<_> = found(&report, "a").cited.iter().map(|cited| cited.state).collect();
    assert_eq!(
        states,
        [Citation::Unchanged, Citation::EditedSince, Citation::Gone, Citation::Unbound]
    );
    assert!(report.holds(), "an incident may be edited");
}

#[test]
fn a_shallow_clone_is_said_so() {
    let (sandbox, _) = chain();
    let clone = sandbox.home().join("clone");
    let source = format!("file://{}", sandbox.vault().display());
    sandbox.git(&["clone", "-q", "--depth", "1", &source, clone.to_str().unwrap()]);
    let report = Ledger::open(&clone).unwrap().verify(read).unwrap();
    all_intact(&report);
    assert!(report.shallow);
    assert_eq!((report.commits, report.records.len(), report.limits.len()), (1, 3, 4));
}

#[test]
fn a_damaged_object_is_unreadable() {
    let (sandbox, _) = chain();
    let oid = sandbox.git(&["rev-parse", &format!("HEAD:{}", path("a"))]);
    let (start, rest) = oid.trim().split_at(2);
    fs::remove_file(sandbox.vault().join(".git/objects").join(start).join(rest)).unwrap();
    assert_eq!(names(&verify(&sandbox), "a"), ["UNREADABLE"]);
    // Another object under its name is no better.
    let other = sandbox.git(&["rev-parse", &format!("HEAD:{}", path("b"))]);
    let object = |oid: &str| sandbox.vault().join(".git/objects").join(&oid[..2]).join(&oid[2..]);
    fs::copy(object(other.trim()), object(oid.trim())).unwrap();
    assert_eq!(names(&verify(&sandbox), "a"), ["UNREADABLE"]);
}

/// Puts the bytes of one loose object under the name of another.
fn overwrite(sandbox: &Sandbox, name: &str, by: &str) {
    let oid = |name: &str| sandbox.git(&["rev-parse", name]).trim().to_owned();
    let object = |oid: &str| sandbox.vault().join(".git/objects").join(&oid[..2]).join(&oid[2..]);
    let place = object(&oid(name));
    fs::remove_file(&place).unwrap();
    fs::copy(object(&oid(by)), place).unwrap();
}

#[test]
fn a_folder_or_commit_overwritten_in_the_store_is_named_and_the_rest_verified() {
    for (name, by, intact) in [
        // The folder of the second of four commits: the records lie in others too.
        ("HEAD~1:clients/nova", "HEAD:clients/nova", 3),
        ("HEAD~1^{tree}", "HEAD^{tree}", 3),
        // A commit: what came before it is out of reach.
        ("HEAD~1", "HEAD", 1),
    ] {
        let (sandbox, _) = chain();
        let damaged = sandbox.git(&["rev-parse", name]).trim().to_owned();
        overwrite(&sandbox, name, by);
        let report = verify(&sandbox);
        assert_eq!(report.damaged, [damaged], "{name}");
        assert!(!report.holds());
        let held = report.records.iter().filter(|record| record.holds()).count();
        assert!(held >= intact, "{name}: {held} hold");
    }
}

#[test]
fn a_record_that_only_a_damaged_history_brought_is_unreadable() {
    let (sandbox, _) = chain();
    overwrite(&sandbox, "HEAD:clients/nova/decisions", "HEAD~1:clients/nova/decisions");
    forget(&sandbox);
    let report = verify(&sandbox);
    assert_eq!(report.damaged.len(), 1);
    assert!(report.records.iter().all(|record| record.path != path("c") || !record.holds()));
}

#[test]
fn a_commit_that_says_not_who_made_it_is_named_and_the_rest_verified() {
    let (sandbox, _) = chain();
    let [head, tree] = ["HEAD", "HEAD^{tree}"].map(|name| sandbox.git(&["rev-parse", name]));
    let who = "Jenna <jenna@example.org> 1777708800 +0200";
    let commit = format!("tree {tree}parent {head}author nobody\ncommitter {who}\n\nAn odd one.\n");
    sandbox.write(".git/odd", commit);
    let odd = sandbox.git(&["hash-object", "-t", "commit", "-w", "--literally", ".git/odd"]);
    sandbox.git(&["update-ref", "refs/heads/odd", odd.trim()]);
    let report = verify(&sandbox);
    assert_eq!(report.damaged, [odd.trim()]);
    assert!(!report.holds() && report.records.iter().all(VerifiedRecord::holds));
}

#[test]
fn a_vault_below_the_top_verifies_its_own_records() {
    let sandbox = Sandbox::with_commit();
    sandbox.write("work/casefile.toml", "format = 1\n");
    let ledger = Ledger::open(&sandbox.vault().join("work")).unwrap();
    ledger.lock().unwrap().record(&decision("a", &[], "why").0).unwrap();
    let report = ledger.verify(read).unwrap();
    all_intact(&report);
    assert_eq!(report.records[0].path, path("a"));
    assert!(
        ledger.is_recorded(&path("a"), b"---\ntype: decision\nkind: boundary\n---\nwhy\n").unwrap()
    );
    assert!(!ledger.is_recorded(&path("a"), b"x").unwrap());
    assert!(!ledger.is_recorded(&path("b"), b"x").unwrap());
}

#[test]
fn thousands_of_decisions_verify_in_seconds() {
    let sandbox = Sandbox::new();
    let mut stream = String::new();
    for number in 0..5000 {
        let text = format!("---\ntype: decision\n---\n{number}\n");
        let path = format!("clients/c{}/decisions/{number:05}.md", number % 40);
        stream.push_str(&format!(
            "commit refs/heads/main\ncommitter J <j@example.org> {} +0000\ndata 1\nx\nM 100644 inline {path}\ndata {}\n{text}\n",
            1_700_000_000 + number,
            text.len()
        ));
    }
    let mut import = sandbox
        .command("git")
        .args(["fast-import", "--quiet"])
        .stdin(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    std::io::Write::write_all(&mut import.stdin.take().unwrap(), stream.as_bytes()).unwrap();
    assert!(import.wait().unwrap().success());
    sandbox.git(&["reset", "-q", "--hard"]);
    let start = std::time::Instant::now();
    let report = verify(&sandbox);
    let taken = start.elapsed();
    assert_eq!(report.records.len(), 5000);
    all_intact(&report);
    // A generous bound for a debug build on a shared machine.
    assert!(taken < std::time::Duration::from_secs(20), "{taken:?}");
}
