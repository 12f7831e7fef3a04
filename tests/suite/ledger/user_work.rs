//! The user's staged and unstaged work stays exactly as it was.

use std::fs;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;
use std::time::{Duration, Instant};

use super::{as_is, create, decision, record, record_of, replace};
use crate::sandbox::Sandbox;
use casefile::ledger::{Ledger, LedgerError, Warning};

/// Every kind of unfinished work at once.
fn busy_sandbox() -> Sandbox {
    let sandbox = Sandbox::with_commit();
    for name in
        ["staged", "half", "unstaged", "gone", "unstaged-gone", "renamed", "assumed", "mode"]
    {
        sandbox.write(name, format!("{name}\n1\n2\n3\n"));
    }
    sandbox.git(&["add", "."]);
    sandbox.git(&["commit", "-q", "-m", "base"]);
    sandbox.write("staged", "changed\n");
    sandbox.write("half", "staged part\n");
    sandbox.git(&["add", "staged", "half"]);
    sandbox.write("half", "unstaged part\n");
    sandbox.write("unstaged", "changed\n");
    sandbox.git(&["rm", "-q", "gone"]);
    fs::remove_file(sandbox.vault().join("unstaged-gone")).unwrap();
    sandbox.git(&["mv", "renamed", "new-name"]);
    sandbox.git(&["update-index", "--chmod=+x", "mode"]);
    sandbox.git(&["update-index", "--assume-unchanged", "assumed"]);
    sandbox.write("untracked", "u\n");
    sandbox.write("intended", "i\n");
    sandbox.git(&["add", "-N", "intended"]);
    sandbox.write("new", "n\n");
    sandbox.git(&["add", "new"]);
    sandbox
}

#[test]
fn staged_and_unstaged_work_is_untouched() {
    for version in ["2", "3", "4"] {
        let sandbox = busy_sandbox();
        sandbox.git(&["update-index", "--index-version", version]);
        let before = (sandbox.state(), sandbox.git(&["ls-files", "-v", "--stage"]));
        let recorded = record(&sandbox, vec![create("clients/nova/decisions/a.md", "a\n")]);
        assert_eq!(sandbox.state(), before.0, "index version {version}");
        let after = sandbox.git(&["ls-files", "-v", "--stage"]);
        let ours: Vec<_> = after.lines().filter(|line| !before.1.contains(*line)).collect();
        assert_eq!(ours.len(), 1, "{ours:?}");
        assert_eq!(
            sandbox.git(&["show", "--format=", "--name-only", &recorded.commit]),
            "clients/nova/decisions/a.md\n"
        );
        assert!(sandbox.git(&["ls-files", "-v", "assumed"]).starts_with("h "));
        sandbox.fsck();
    }
}

#[test]
fn a_refusal_leaves_no_trace() {
    let sandbox = busy_sandbox();
    let listing = |sandbox: &Sandbox| {
        let find = "find . -path ./.git/objects -prune -o -path ./.git/casefile -prune -o -type f -print | sort";
        let output = sandbox.command("sh").args(["-c", find]).output().unwrap();
        String::from_utf8(output.stdout).unwrap()
    };
    let before = (sandbox.state(), listing(&sandbox), sandbox.git(&["rev-parse", "HEAD"]));
    let changes = vec![
        create("clients/a/b/first.md", "1\n"),
        replace("unstaged", "2\n"),
        create("README", "taken\n"),
    ];
    let error = super::refusal(&sandbox, changes);
    assert!(matches!(error, LedgerError::AlreadyThere { .. }), "{error}");
    let after = (sandbox.state(), listing(&sandbox), sandbox.git(&["rev-parse", "HEAD"]));
    assert_eq!(after, before);
    assert!(!sandbox.exists("clients"));
}

#[test]
fn a_change_made_in_the_moment_git_wrote_the_index_is_still_seen() {
    // Git sees such a change only because file and index have the same time.
    let sandbox = Sandbox::with_commit();
    for round in 0..20 {
        sandbox.write("racy", format!("{round:04}\n"));
        sandbox.git(&["add", "racy"]);
        sandbox.git(&["commit", "-q", "-m", "racy"]);
        let index = sandbox.vault().join(".git/index");
        let file = sandbox.vault().join("racy");
        sandbox.write("racy", format!("{:04}\n", round + 5000));
        let time = fs::metadata(&index).unwrap().modified().unwrap();
        fs::File::options().write(true).open(&file).unwrap().set_modified(time).unwrap();
        record(&sandbox, vec![create(&format!("note-{round}"), "n\n")]);
        assert_eq!(sandbox.git(&["status", "--porcelain"]), " M racy\n");
        sandbox.git(&["checkout", "-q", "racy"]);
    }
}

#[test]
fn what_is_staged_of_a_note_that_is_recorded_goes_with_it_and_nothing_else() {
    let sandbox = Sandbox::with_commit();
    sandbox.write("note.md", "1\n");
    sandbox.write("other.md", "1\n");
    sandbox.git(&["add", "."]);
    sandbox.write("note.md", "2\n");
    record(&sandbox, vec![as_is("note.md")]);
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "A  other.md\n");
    assert_eq!(sandbox.git(&["cat-file", "-p", "HEAD:note.md"]), "2\n");
}

#[test]
fn a_busy_index_delays_only_the_index() {
    let sandbox = Sandbox::with_commit();
    sandbox.write("staged", "s\n");
    sandbox.git(&["add", "staged"]);
    let lock = sandbox.vault().join(".git/index.lock");
    fs::write(&lock, "").unwrap();
    let start = Instant::now();
    let recorded = record(&sandbox, vec![create("a.md", "a\n")]);
    assert!(start.elapsed() >= Duration::from_secs(2));
    assert_eq!(recorded.warnings, [Warning::IndexBusy]);
    assert!(lock.exists(), "a lock of git's stays");
    assert_eq!(sandbox.git(&["ls-tree", "--name-only", "HEAD"]), "README\na.md\n");
    let second = record(&sandbox, vec![create("b.md", "b\n")]);
    assert_eq!(second.warnings, [Warning::IndexBusy]);
    fs::remove_file(&lock).unwrap();
    assert_ne!(sandbox.git(&["status", "--porcelain"]), "A  staged\n");
    drop(Ledger::open(&sandbox.vault()).unwrap().lock().unwrap());
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "A  staged\n");
    assert!(!sandbox.exists(".git/casefile/journal"));
    assert!(!lock.exists());
    sandbox.fsck();
}

#[test]
fn a_queued_entry_gives_way_to_what_the_user_staged_since() {
    let sandbox = Sandbox::with_commit();
    let lock = sandbox.vault().join(".git/index.lock");
    fs::write(&lock, "").unwrap();
    record(&sandbox, vec![create("a.md", "a\n")]);
    fs::remove_file(&lock).unwrap();
    sandbox.write("a.md", "mine\n");
    sandbox.git(&["add", "a.md"]);
    record(&sandbox, vec![create("b.md", "b\n")]);
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "M  a.md\n");
}

#[test]
fn an_index_that_is_busy_for_a_moment_is_waited_for() {
    let sandbox = Sandbox::with_commit();
    let lock = sandbox.vault().join(".git/index.lock");
    fs::write(&lock, "").unwrap();
    let freed = thread::spawn(move || {
        thread::sleep(Duration::from_millis(300));
        fs::remove_file(lock).unwrap();
    });
    let recorded = record(&sandbox, vec![create("a.md", "a\n")]);
    freed.join().unwrap();
    assert_eq!(recorded.warnings, []);
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
}

#[test]
fn nothing_is_lost_when_many_write_at_once() {
    const WRITERS: usize = 4;
    const EACH: usize = 20;
    const LIMIT: Duration = Duration::from_secs(60);
    let start = Instant::now();
    let sandbox = Sandbox::with_commit();
    let done = AtomicBool::new(false);
    let added = thread::scope(|scope| {
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let vault = sandbox.vault();
                scope.spawn(move || {
                    let ledger = Ledger::open(&vault).unwrap();
                    for number in 0..EACH {
                        let (record, _) = decision(&format!("{writer}-{number}"), &[], "r");
                        let lock = ledger.lock_within(Duration::from_secs(60)).unwrap();
                        lock.record(&record).unwrap();
                    }
                })
            })
            .collect();
        let adder = scope.spawn(|| {
            let mut added = 0;
            while !done.load(Ordering::Relaxed) {
                let name = format!("user-{added}");
                sandbox.write(&name, "u\n");
                while !sandbox.try_git(&["add", &name]).status.success() {
                    assert!(start.elapsed() < LIMIT, "git add is locked out");
                    thread::sleep(Duration::from_millis(1));
                }
                added += 1;
                assert!(start.elapsed() < LIMIT, "the writers do not come to an end");
            }
            added
        });
        for writer in writers {
            writer.join().unwrap();
        }
        done.store(true, Ordering::Relaxed);
        adder.join().unwrap()
    });
    drop(Ledger::open(&sandbox.vault()).unwrap().lock().unwrap());
    let tree = sandbox.git(&["ls-tree", "-r", "--name-only", "HEAD"]);
    assert_eq!(tree.lines().filter(|path| path.starts_with("clients/")).count(), WRITERS * EACH);
    assert_eq!(sandbox.git(&["rev-list", "--count", "HEAD"]), format!("{}\n", WRITERS * EACH + 1));
    let status = sandbox.git(&["status", "--porcelain"]);
    assert_eq!(status.lines().count(), added, "{status}");
    assert!(status.lines().all(|line| line.starts_with("A  user-")), "{status}");
    sandbox.fsck();
}

#[test]
fn commits_of_the_users_own_meanwhile_are_kept() {
    let sandbox = Sandbox::with_commit();
    let start = Instant::now();
    let done = AtomicBool::new(false);
    let commits = thread::scope(|scope| {
        let user = scope.spawn(|| {
            let mut commits = 0;
            while !done.load(Ordering::Relaxed) && start.elapsed() < Duration::from_secs(60) {
                let arguments = ["commit", "-q", "--allow-empty", "-m", "user"];
                commits += usize::from(sandbox.try_git(&arguments).status.success());
            }
            commits
        });
        let ledger = Ledger::open(&sandbox.vault()).unwrap();
        for number in 0..25 {
            ledger
                .lock()
                .unwrap()
                .record(&record_of(vec![create(&format!("n{number}"), "n")]))
                .unwrap();
        }
        done.store(true, Ordering::Relaxed);
        user.join().unwrap()
    });
    assert_eq!(sandbox.git(&["rev-list", "--count", "HEAD"]), format!("{}\n", commits + 26));
    assert_eq!(sandbox.git(&["ls-tree", "--name-only", "HEAD"]).lines().count(), 26);
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
    sandbox.fsck();
}
