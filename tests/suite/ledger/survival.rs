//! What a killed process leaves behind, and what the next run makes of it.

use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use super::{create, decision, record, record_of, replace, try_record};
use crate::sandbox::Sandbox;
use casefile::ledger::{Identity, IdentityOverride, Ledger, LedgerError};
use casefile::model::SignPolicy;

/// How often a process is killed.
const ROUNDS: usize = 60;

/// Runs one of the tests below in a process of its own, with the sandbox's settings alone.
fn child(sandbox: &Sandbox, test: &str) -> Command {
    let mut command = sandbox.command(std::env::current_exe().unwrap());
    command
        .args(["--exact", &format!("ledger::survival::{test}"), "--nocapture"])
        .env("CASEFILE_TEST_VAULT", sandbox.vault())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

/// Records without end; does nothing unless another test starts it.
#[test]
fn child_that_records() {
    let Some(vault) = std::env::var_os("CASEFILE_TEST_VAULT") else { return };
    let ledger = Ledger::open(vault.as_ref()).unwrap();
    for number in 0.. {
        let name = format!("{}-{number}", std::process::id());
        let (mut record, _) = decision(&name, &[], "r");
        record.changes.push(create(&format!("clients/{name}/{name}.md"), "new client\n"));
        record.changes.push(replace("agenda.md", format!("{name}\n")));
        ledger.lock().unwrap().record(&record).unwrap();
    }
}

#[test]
fn killed_at_any_moment_the_next_run_clears_up() {
    let sandbox = Sandbox::with_commit();
    sandbox.write("agenda.md", "none\n");
    sandbox.write("staged", "1\n");
    sandbox.git(&["add", "."]);
    sandbox.git(&["commit", "-q", "-m", "agenda"]);
    sandbox.write("staged", "2\n");
    sandbox.git(&["add", "staged"]);
    sandbox.write("staged", "3\n");
    let (mut landed, mut begun, mut locked) = (0, 0, 0);
    for round in 0..ROUNDS {
        let before = count(&sandbox);
        let mut process = child(&sandbox, "child_that_records").spawn().unwrap();
        let start = Instant::now();
        while count(&sandbox) == before && start.elapsed() < Duration::from_secs(20) {
            thread::sleep(Duration::from_millis(1));
        }
        thread::sleep(Duration::from_micros(u64::try_from(round * 977 % 40_000).unwrap()));
        process.kill().unwrap();
        process.wait().unwrap();
        begun += usize::from(sandbox.exists(".git/casefile/journal"));
        locked += usize::from(sandbox.exists(".git/index.lock"));
        drop(Ledger::open(&sandbox.vault()).unwrap().lock().unwrap());
        assert_eq!(
            sandbox.git(&["status", "--porcelain", "-uall"]),
            "MM staged\n",
            "round {round}"
        );
        assert!(!sandbox.exists(".git/index.lock"));
        assert!(!sandbox.exists(".git/casefile/journal"));
        landed = count(&sandbox) - 2;
        let notes = sandbox.git(&["ls-tree", "-r", "--name-only", "HEAD", "clients/"]);
        assert_eq!(notes.lines().count(), 2 * landed, "round {round}");
        let clients = std::fs::read_dir(sandbox.vault().join("clients")).unwrap().count();
        assert_eq!(clients, landed + 1, "empty folders, round {round}");
    }
    assert!(landed >= ROUNDS);
    assert!(begun > 0, "no kill fell into a record");
    assert!(locked > 0, "no kill fell between branch and index");
    assert_eq!(std::fs::read_dir(sandbox.vault().join(".git/casefile")).unwrap().count(), 3);
    let remembered = sandbox.read(".git/casefile/recorded");
    let decisions: std::collections::BTreeSet<&str> = remembered.lines().collect();
    assert_eq!(decisions.len(), landed, "a record that was made is remembered, once the next ran");
    sandbox.fsck();
}

fn count(sandbox: &Sandbox) -> usize {
    sandbox.git(&["rev-list", "--count", "HEAD"]).trim().parse().unwrap()
}

/// Says who commits; does nothing unless another test starts it.
#[test]
fn child_without_identity() {
    let Some(vault) = std::env::var_os("CASEFILE_TEST_VAULT") else { return };
    let ledger = Ledger::open(vault.as_ref()).unwrap();
    let error = ledger.identity(&IdentityOverride::default()).unwrap_err();
    assert!(
        matches!(&error, LedgerError::IdentityMissing { keys } if keys == &["user.name", "user.email"]),
        "{error:?}"
    );
    let person = Some("x".to_owned());
    let given = IdentityOverride {
        author_name: person.clone(),
        author_email: person.clone(),
        committer_name: person.clone(),
        committer_email: person,
    };
    let identity: Identity = ledger.identity(&given).unwrap();
    let mut record = record_of(vec![create("a", "a")]);
    record.identity = identity;
    ledger.lock().unwrap().record(&record).unwrap();
}

#[test]
fn nobody_is_invented_where_git_knows_nobody() {
    let sandbox = Sandbox::bare_home();
    sandbox.git(&["init", "-q", "-b", "main"]);
    assert!(child(&sandbox, "child_without_identity").status().unwrap().success());
    assert_eq!(sandbox.git(&["log", "--format=%an <%ae>"]), "x <x>\n");
}

#[test]
fn a_lock_with_our_mark_is_cleared_and_no_other() {
    let sandbox = Sandbox::with_commit();
    record(&sandbox, vec![create("a", "a")]);
    let mark = sandbox.read(".git/casefile/lock");
    sandbox.write(".git/index.lock", mark.replace("process", "process 1"));
    record(&sandbox, vec![create("b", "b")]);
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
    let elsewhere = "casefile process 1 on another-machine\n";
    sandbox.write(".git/index.lock", elsewhere);
    record(&sandbox, vec![create("c", "c")]);
    assert_eq!(sandbox.read(".git/index.lock"), elsewhere);
}

#[cfg(unix)]
#[test]
fn nothing_is_written_through_a_link_in_our_folder() {
    let sandbox = Sandbox::with_commit();
    record(&sandbox, vec![create("a", "a")]);
    sandbox.write("precious", "mine\n");
    let lock = sandbox.vault().join(".git/casefile/lock");
    std::fs::remove_file(&lock).unwrap();
    std::os::unix::fs::symlink(sandbox.vault().join("precious"), &lock).unwrap();
    let error = try_record(&sandbox, &record_of(vec![create("b", "b")])).unwrap_err();
    assert!(matches!(&error, LedgerError::OwnFolderLink { link } if *link == lock), "{error:?}");
    assert_eq!(sandbox.read("precious"), "mine\n");
    assert!(!sandbox.exists("b"));
}

#[test]
fn what_the_user_changed_since_is_not_undone() {
    let sandbox = Sandbox::with_commit();
    sandbox.write("mine.md", "edited\n");
    let journal = r#"{"process":1,"writing":[{"path":"mine.md","before":null,
        "after":"78981922613b2afb6025042ff6bd878ac1994e85","folders":[]}],
        "landing":[{"path":"mine.md","staged":null,"mode":33188,
        "committed":"78981922613b2afb6025042ff6bd878ac1994e85"}],"queued":[]}"#;
    sandbox.write(".git/casefile/journal", journal);
    drop(Ledger::open(&sandbox.vault()).unwrap().lock().unwrap());
    assert_eq!(sandbox.read("mine.md"), "edited\n");
    sandbox.write("mine.md", "a\n");
    sandbox.write(".git/casefile/journal", journal);
    drop(Ledger::open(&sandbox.vault()).unwrap().lock().unwrap());
    assert!(!sandbox.exists("mine.md"), "what a killed run created goes");
}

/// What a run leaves that is killed after the branch moved and before the index followed.
fn killed_before_the_index_followed(sandbox: &Sandbox, path: &str) {
    let index = sandbox.vault().join(".git/index");
    let before = std::fs::read(&index).unwrap();
    let commit = try_record(sandbox, &decision("a", &[], "why").0).unwrap().commit;
    std::fs::write(&index, before).unwrap();
    let blob = sandbox.git(&["rev-parse", &format!("HEAD:{path}")]);
    let blob = blob.trim();
    sandbox.write(
        ".git/casefile/journal",
        format!(
            r#"{{"process":1,"writing":[{{"path":"{path}","before":null,"after":"{blob}",
            "folders":["clients","clients/nova","clients/nova/decisions"]}}],
            "commit":{{"oid":"{commit}","reference":"refs/heads/main"}},
            "landing":[{{"path":"{path}","staged":null,"mode":33188,"committed":"{blob}"}}],
            "queued":[]}}"#
        ),
    );
}

#[test]
fn a_record_that_the_users_next_commit_dropped_is_not_deleted() {
    let path = "clients/nova/decisions/a.md";
    let sandbox = Sandbox::with_commit();
    killed_before_the_index_followed(&sandbox, path);
    let text = sandbox.read(path);
    sandbox.write("README", "mine\n");
    sandbox.git(&["add", "README"]);
    sandbox.git(&["commit", "-q", "-m", "mine"]);
    assert_eq!(sandbox.git(&["ls-tree", "-r", "--name-only", "HEAD"]), "README\n");
    drop(Ledger::open(&sandbox.vault()).unwrap().lock().unwrap());
    assert_eq!(sandbox.read(path), text);
    assert_eq!(sandbox.git(&["status", "--porcelain"]), format!("A  {path}\n"));
    assert!(!sandbox.exists(".git/casefile/journal"));
}

#[test]
fn a_record_that_was_reset_away_is_neither_deleted_nor_brought_back() {
    let path = "clients/nova/decisions/a.md";
    let sandbox = Sandbox::with_commit();
    killed_before_the_index_followed(&sandbox, path);
    sandbox.git(&["reset", "-q", "--hard", "HEAD~1"]);
    std::fs::remove_file(sandbox.vault().join(path)).unwrap();
    drop(Ledger::open(&sandbox.vault()).unwrap().lock().unwrap());
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
    assert!(sandbox.exists("clients/nova/decisions"), "nothing is deleted");
}

#[test]
fn a_file_created_for_a_commit_that_fails_is_removed_again() {
    let sandbox = Sandbox::with_commit();
    sandbox.git(&["config", "gpg.format", "ssh"]);
    sandbox.git(&["config", "user.signingkey", sandbox.home().join("no-key").to_str().unwrap()]);
    sandbox.write("note.md", "old\n");
    let mut record =
        record_of(vec![create("clients/new/new.md", "n"), replace("note.md", "new\n")]);
    record.sign = SignPolicy::Required;
    let error = try_record(&sandbox, &record).unwrap_err();
    assert!(matches!(error, LedgerError::SigningFailed { .. }), "{error:?}");
    assert!(!sandbox.exists("clients"));
    assert_eq!(sandbox.read("note.md"), "old\n");
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "?? note.md\n");
    assert_eq!(count(&sandbox), 1);
}
