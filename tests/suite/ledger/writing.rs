//! What a record makes, where nothing is in the way.

use super::{as_is, create, record, record_of, replace, try_record};
use crate::sandbox::Sandbox;
use casefile::ledger::{How, Ledger, LedgerError, Warning};

#[test]
fn a_record_is_one_commit_and_leaves_everything_clean() {
    let sandbox = Sandbox::with_commit();
    let recorded = record(&sandbox, vec![create("clients/nova/decisions/a.md", "a\n")]);
    assert_eq!(recorded.commit, sandbox.git(&["rev-parse", "HEAD"]).trim());
    assert_eq!((recorded.branch.as_str(), recorded.signed), ("main", false));
    assert_eq!(recorded.warnings, []);
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
    assert_eq!(
        sandbox.git(&["log", "-1", "--format=%an|%ae|%cn|%ad|%cd|%s", "--date=iso"]),
        "Jenna Ray|jenna@example.org|Jenna Ray|2026-05-02 10:15:00 +0200|\
         2026-05-02 10:15:00 +0200|casefile(nova): record\n"
    );
    assert_eq!(
        sandbox.git(&["show", "--format=", "--name-status"]),
        "A\tclients/nova/decisions/a.md\n"
    );
    assert_eq!(sandbox.read("clients/nova/decisions/a.md"), "a\n");
    for log in ["HEAD", "main"] {
        let line = sandbox.git(&["reflog", "-1", "--format=%gs|%gn", log]);
        assert_eq!(line, "commit: casefile(nova): record|Jenna Ray\n");
    }
    sandbox.fsck();
}

#[test]
fn the_first_commit_of_a_repository_works() {
    let sandbox = Sandbox::new();
    record(&sandbox, vec![create("casefile.toml", "format = 1\n")]);
    assert_eq!(sandbox.git(&["rev-list", "--count", "HEAD"]), "1\n");
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
    assert!(sandbox.git(&["reflog", "-1", "--format=%gs"]).starts_with("commit (initial): "));
    sandbox.fsck();
}

#[test]
fn an_unborn_branch_keeps_what_is_staged() {
    let sandbox = Sandbox::new();
    sandbox.write("staged", "s\n");
    sandbox.git(&["add", "staged"]);
    let before = sandbox.state();
    record(&sandbox, vec![create("casefile.toml", "format = 1\n")]);
    assert_eq!(sandbox.state(), before);
    assert_eq!(sandbox.git(&["ls-tree", "-r", "--name-only", "HEAD"]), "casefile.toml\n");
}

#[test]
fn init_makes_a_repository_once() {
    let sandbox = Sandbox::bare_home();
    assert!(matches!(Ledger::open(&sandbox.vault()), Err(LedgerError::NoRepository { .. })));
    Ledger::init(&sandbox.vault()).unwrap();
    let made = sandbox.git(&["rev-parse", "--absolute-git-dir"]);
    std::fs::create_dir(sandbox.vault().join("inner")).unwrap();
    let inner = Ledger::init(&sandbox.vault().join("inner")).unwrap();
    assert_eq!(inner.prefix(), "inner/");
    assert_eq!(
        sandbox.git_in(&sandbox.vault().join("inner"), &["rev-parse", "--absolute-git-dir"]),
        made
    );
    assert!(!sandbox.exists("inner/.git"));
    record(&sandbox, vec![create("a", "a\n")]);
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
}

#[test]
fn a_vault_in_a_larger_repository_commits_its_own_paths() {
    let sandbox = Sandbox::with_commit();
    sandbox.write("work/vault/casefile.toml", "format = 1\n");
    sandbox.write("other", "o\n");
    let ledger = Ledger::open(&sandbox.vault().join("work/vault")).unwrap();
    assert_eq!(ledger.prefix(), "work/vault/");
    let changes = vec![as_is("casefile.toml"), create("clients/a/a.md", "x\n")];
    ledger.lock().unwrap().record(&record_of(changes)).unwrap();
    assert_eq!(
        sandbox.git(&["show", "--format=", "--name-only"]),
        "work/vault/casefile.toml\nwork/vault/clients/a/a.md\n"
    );
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "?? other\n");
}

#[test]
fn replacing_keeps_the_mode_and_records_it() {
    let sandbox = Sandbox::with_commit();
    sandbox.write("tool", "1\n");
    make_executable(&sandbox, "tool");
    sandbox.git(&["add", "tool"]);
    sandbox.git(&["commit", "-q", "-m", "tool"]);
    record(&sandbox, vec![replace("tool", "2\n")]);
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
    assert!(sandbox.git(&["ls-tree", "HEAD", "tool"]).starts_with("100755 "));
    assert_eq!(sandbox.read("tool"), "2\n");
}

#[test]
fn where_git_does_not_trust_modes_the_recorded_one_stays() {
    let sandbox = Sandbox::with_commit();
    sandbox.git(&["config", "core.fileMode", "false"]);
    sandbox.write("plain", "1\n");
    make_executable(&sandbox, "plain");
    record(&sandbox, vec![as_is("plain")]);
    assert!(sandbox.git(&["ls-tree", "HEAD", "plain"]).starts_with("100644 "));
    sandbox.git(&["update-index", "--chmod=+x", "plain"]);
    sandbox.git(&["commit", "-q", "-m", "x"]);
    record(&sandbox, vec![replace("plain", "2\n")]);
    assert!(sandbox.git(&["ls-tree", "HEAD", "plain"]).starts_with("100755 "));
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
}

#[test]
fn files_are_made_with_the_mode_that_an_editor_would_give_them() {
    let sandbox = Sandbox::with_commit();
    record(&sandbox, vec![create("a.md", "a\n")]);
    sandbox.write("b.md", "b\n");
    let mode = |path| std::fs::metadata(sandbox.vault().join(path)).unwrap().permissions();
    assert_eq!(mode("a.md"), mode("b.md"));
}

#[test]
fn notes_edited_and_removed_by_hand_are_recorded_as_they_are() {
    let sandbox = Sandbox::with_commit();
    for name in ["edited", "removed", "untouched"] {
        sandbox.write(&format!("clients/nova/{name}.md"), "1\n");
    }
    sandbox.git(&["add", "clients"]);
    sandbox.git(&["commit", "-q", "-m", "notes"]);
    sandbox.write("clients/nova/edited.md", "2\n");
    sandbox.write("clients/nova/new.md", "n\n");
    sandbox.write("clients/nova/untouched.md", "2\n");
    std::fs::remove_file(sandbox.vault().join("clients/nova/removed.md")).unwrap();
    record(
        &sandbox,
        ["edited", "removed", "new"].map(|name| as_is(&format!("clients/nova/{name}.md"))).into(),
    );
    assert_eq!(
        sandbox.git(&["show", "--format=", "--name-status"]),
        "M\tclients/nova/edited.md\nA\tclients/nova/new.md\nD\tclients/nova/removed.md\n"
    );
    assert_eq!(sandbox.git(&["status", "--porcelain"]), " M clients/nova/untouched.md\n");
}

#[test]
fn removing_the_only_file_of_a_folder_leaves_no_empty_tree() {
    let sandbox = Sandbox::with_commit();
    record(&sandbox, vec![create("a/b/c", "c\n")]);
    std::fs::remove_file(sandbox.vault().join("a/b/c")).unwrap();
    record(&sandbox, vec![as_is("a/b/c")]);
    assert_eq!(sandbox.git(&["ls-tree", "-r", "-t", "--name-only", "HEAD"]), "README\n");
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
    sandbox.fsck();
}

#[test]
fn nothing_new_is_said_so() {
    let sandbox = Sandbox::with_commit();
    let error = try_record(&sandbox, &record_of(vec![as_is("README")])).unwrap_err();
    assert!(matches!(error, LedgerError::NothingToRecord), "{error}");
    let error = try_record(&sandbox, &record_of(vec![as_is("nowhere")])).unwrap_err();
    assert!(matches!(error, LedgerError::Missing { .. }), "{error}");
}

#[test]
fn a_file_staged_by_hand_and_then_removed_is_unstaged() {
    let sandbox = Sandbox::with_commit();
    sandbox.write("a", "a\n");
    sandbox.write("b", "b\n");
    sandbox.git(&["add", "a", "b"]);
    std::fs::remove_file(sandbox.vault().join("a")).unwrap();
    record(&sandbox, vec![as_is("a"), as_is("b")]);
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
    assert_eq!(sandbox.git(&["ls-tree", "--name-only", "HEAD"]), "README\nb\n");
}

#[test]
fn line_endings_of_notes_are_stored_as_git_add_would() {
    let sandbox = Sandbox::with_commit();
    sandbox.write(".gitattributes", "* text=auto\n*.bat text eol=crlf\n");
    record(
        &sandbox,
        vec![
            as_is(".gitattributes"),
            create("note.md", "a\r\nb\r\n"),
            create("run.bat", "a\r\n"),
            create("unix.md", "a\nb\n"),
        ],
    );
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
    assert_eq!(sandbox.git(&["cat-file", "-p", "HEAD:note.md"]), "a\nb\n");
    assert_eq!(sandbox.git(&["cat-file", "-p", "HEAD:run.bat"]), "a\n");
    assert_eq!(sandbox.read("note.md"), "a\r\nb\r\n");
}

#[test]
fn a_large_file_is_worth_a_warning() {
    let sandbox = Sandbox::with_commit();
    let recorded = record(&sandbox, vec![create("big", vec![7; 10 << 20])]);
    assert!(matches!(&recorded.warnings[..], [Warning::Large { bytes, .. }] if *bytes == 10 << 20));
}

#[test]
fn the_recommended_attributes_reach_every_client() {
    let sandbox = Sandbox::with_commit();
    record(&sandbox, vec![create(".gitattributes", casefile::ledger::GIT_ATTRIBUTES)]);
    let said = sandbox.git(&[
        "check-attr",
        "text",
        "ident",
        "--",
        "clients/nova/evidence/a.eml",
        "clients/nova/2026/evidence/b/c.eml",
        "clients/nova/decisions/d.md",
        "clients/nova/nova.md",
    ]);
    assert_eq!(said.matches(": unset").count(), 6, "{said}");
    assert_eq!(said.matches(": unspecified").count(), 2, "{said}");
    sandbox.git(&["config", "core.autocrlf", "true"]);
    let change = create("clients/nova/evidence/a.eml", "a\r\nb\n");
    assert!(matches!(change.how, How::Create(_)));
    record(&sandbox, vec![change]);
    assert_eq!(sandbox.git(&["cat-file", "-p", "HEAD:clients/nova/evidence/a.eml"]), "a\r\nb\n");
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
}

fn make_executable(sandbox: &Sandbox, path: &str) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        let path = sandbox.vault().join(path);
        std::fs::set_permissions(path, std::fs::Permissions::from_mode(0o755)).unwrap();
    }
}
