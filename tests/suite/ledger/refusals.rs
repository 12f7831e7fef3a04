//! Each case in which recording is refused or goes on with a word.

use std::fs;
use std::time::Duration;

use super::{as_is, create, record, record_of, refusal, replace, try_record};
use crate::sandbox::Sandbox;
use casefile::ledger::{IdentityOverride, Ledger, LedgerError, Operation, Warning};

fn open_error(sandbox: &Sandbox) -> LedgerError {
    Ledger::open(&sandbox.vault()).unwrap_err()
}

/// A branch `other` that conflicts with `main` in `file`.
fn diverged() -> Sandbox {
    let sandbox = Sandbox::with_commit();
    sandbox.git(&["checkout", "-q", "-b", "other"]);
    sandbox.write("file", "other\n");
    sandbox.git(&["add", "file"]);
    sandbox.git(&["commit", "-q", "-m", "other"]);
    sandbox.git(&["checkout", "-q", "main"]);
    sandbox.write("file", "main\n");
    sandbox.git(&["add", "file"]);
    sandbox.git(&["commit", "-q", "-m", "main"]);
    sandbox
}

#[test]
fn a_bare_repository_has_nothing_to_record() {
    let sandbox = Sandbox::bare_home();
    sandbox.git(&["init", "-q", "--bare"]);
    assert!(matches!(open_error(&sandbox), LedgerError::Bare { .. }));
}

#[test]
fn formats_that_libgit2_does_not_know_are_named() {
    let sandbox = Sandbox::bare_home();
    sandbox.git(&["init", "-q", "--object-format=sha256"]);
    assert!(matches!(open_error(&sandbox), LedgerError::Sha256Repository { .. }));
    let sandbox = Sandbox::bare_home();
    sandbox.git(&["init", "-q", "--ref-format=reftable"]);
    assert!(matches!(open_error(&sandbox), LedgerError::Reftable { .. }));
    let sandbox = Sandbox::new();
    sandbox.git(&["config", "core.repositoryFormatVersion", "1"]);
    sandbox.git(&["config", "extensions.partialClone", "origin"]);
    let error = open_error(&sandbox);
    assert!(
        matches!(&error, LedgerError::UnknownExtension { extension, .. } if extension == "partialclone"),
        "{error:?}"
    );
}

#[cfg(unix)]
#[test]
fn somebody_elses_repository_is_refused_with_gits_own_remedy() {
    let sandbox = Sandbox::new();
    // Only root can give a folder away.
    let Ok(()) = std::os::unix::fs::chown(sandbox.vault(), Some(4242), Some(4242)) else { return };
    let _ = std::os::unix::fs::chown(sandbox.vault().join(".git"), Some(4242), Some(4242));
    match open_error(&sandbox) {
        LedgerError::OtherOwner { remedy, .. } => {
            assert!(remedy.starts_with("git config --global --add safe.directory /"), "{remedy}");
        }
        error => panic!("{error:?}"),
    }
}

#[test]
fn a_detached_head_is_refused_unless_asked_for() {
    let sandbox = Sandbox::with_commit();
    sandbox.git(&["checkout", "-q", "--detach"]);
    let error = refusal(&sandbox, vec![create("a", "a")]);
    assert!(matches!(error, LedgerError::Detached { .. }), "{error}");
    assert!(!sandbox.exists("a"));
    let mut asked = record_of(vec![create("a", "a")]);
    asked.allow_detached = true;
    let recorded = try_record(&sandbox, &asked).unwrap();
    assert_eq!(recorded.branch, "HEAD");
    assert_eq!(sandbox.git(&["rev-parse", "HEAD"]).trim(), recorded.commit);
    assert_eq!(sandbox.git(&["rev-list", "--count", "main"]), "1\n");
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
}

#[test]
fn operations_in_progress_are_refused() {
    let start: [(&[&str], Operation); 6] = [
        (&["rebase", "other"], Operation::Rebase),
        (&["rebase", "--apply", "other"], Operation::Rebase),
        (&["cherry-pick", "other"], Operation::CherryPick),
        (&["revert", "--no-commit", "HEAD"], Operation::Revert),
        (&["bisect", "start"], Operation::Bisect),
        (&["am", "../patch"], Operation::Apply),
    ];
    for (arguments, expected) in start {
        let sandbox = diverged();
        let patch = sandbox.git(&["format-patch", "-1", "--stdout", "other"]);
        fs::write(sandbox.home().join("patch"), patch).unwrap();
        sandbox.try_git(arguments);
        if arguments[0] == "revert" {
            // A revert without commit leaves REVERT_HEAD.
            assert!(sandbox.exists(".git/REVERT_HEAD"));
        }
        let before = sandbox.state();
        let error = refusal(&sandbox, vec![create("a", "a")]);
        match error {
            LedgerError::InProgress { operation } => assert_eq!(operation, expected),
            // Git detaches HEAD while rebasing, but the operation says more.
            error => panic!("{arguments:?}: {error:?}"),
        }
        assert_eq!(sandbox.state(), before);
    }
}

#[test]
fn a_merge_in_progress_is_kept() {
    let sandbox = diverged();
    assert!(!sandbox.try_git(&["merge", "other"]).status.success());
    let before = sandbox.state();
    let recorded = record(&sandbox, vec![create("a.md", "a\n")]);
    assert_eq!(recorded.warnings, [Warning::MergeInProgress]);
    assert_eq!(sandbox.state(), before);
    assert!(sandbox.exists(".git/MERGE_HEAD"));
    let error = refusal(&sandbox, vec![as_is("file")]);
    assert!(matches!(error, LedgerError::Conflict { .. }), "{error}");
    sandbox.write("file", "both\n");
    sandbox.git(&["add", "file"]);
    sandbox.git(&["commit", "-q", "-m", "merge"]);
    assert_eq!(sandbox.git(&["log", "-1", "--format=%P"]).split_whitespace().count(), 2);
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
    assert_eq!(sandbox.git(&["cat-file", "-p", "HEAD:a.md"]), "a\n");
    sandbox.fsck();
}

#[test]
fn split_and_sparse_indexes_are_refused() {
    let sandbox = Sandbox::with_commit();
    sandbox.git(&["update-index", "--split-index"]);
    let error = refusal(&sandbox, vec![create("a", "a")]);
    assert!(matches!(error, LedgerError::SplitIndex), "{error:?}");

    let sandbox = Sandbox::with_commit();
    for folder in ["in", "out/deep"] {
        sandbox.write(&format!("{folder}/file"), "f\n");
    }
    sandbox.git(&["add", "."]);
    sandbox.git(&["commit", "-q", "-m", "folders"]);
    sandbox.git(&["sparse-checkout", "set", "--cone", "--sparse-index", "in"]);
    let error = refusal(&sandbox, vec![create("a", "a")]);
    assert!(matches!(error, LedgerError::SparseIndex), "{error:?}");
    assert!(!sandbox.exists("a"));
}

#[test]
fn a_sparse_checkout_with_a_full_index_works() {
    let sandbox = Sandbox::with_commit();
    for folder in ["in", "out"] {
        sandbox.write(&format!("{folder}/file"), "f\n");
    }
    sandbox.git(&["add", "."]);
    sandbox.git(&["commit", "-q", "-m", "folders"]);
    sandbox.git(&["sparse-checkout", "set", "--cone", "--no-sparse-index", "in"]);
    record(&sandbox, vec![create("in/a", "a\n")]);
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
    let error = refusal(&sandbox, vec![as_is("out/file")]);
    assert!(matches!(error, LedgerError::NotCheckedOut { .. }), "{error:?}");
    assert!(sandbox.git(&["ls-files", "-t", "out"]).starts_with("S "));
}

#[test]
fn a_damaged_index_is_said_so() {
    let sandbox = Sandbox::with_commit();
    sandbox.write(".git/index", "nonsense");
    let error = refusal(&sandbox, vec![create("a", "a")]);
    assert!(matches!(error, LedgerError::DamagedIndex { .. }), "{error:?}");
}

#[test]
fn linked_worktrees_record_on_their_own_branch() {
    let sandbox = Sandbox::with_commit();
    let linked = sandbox.home().join("linked");
    sandbox.git(&["worktree", "add", "-q", "-b", "second", linked.to_str().unwrap()]);
    let ledger = Ledger::open(&linked).unwrap();
    let main = Ledger::open(&sandbox.vault()).unwrap();
    let held = ledger.lock().unwrap();
    match main.lock_within(Duration::from_millis(50)) {
        Err(LedgerError::Locked { owner, .. }) => {
            assert!(owner.contains(&format!("process {}", std::process::id())), "{owner}");
        }
        other => panic!("{other:?}"),
    }
    assert_eq!(held.record(&record_of(vec![create("a", "a")])).unwrap().branch, "second");
    drop(held);
    main.lock().unwrap().record(&record_of(vec![create("b", "b")])).unwrap();
    assert_eq!(sandbox.git(&["ls-tree", "--name-only", "main"]), "README\nb\n");
    assert_eq!(sandbox.git(&["ls-tree", "--name-only", "second"]), "README\na\n");
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
    assert_eq!(sandbox.git_in(&linked, &["status", "--porcelain"]), "");
}

#[test]
fn paths_in_a_submodule_are_refused() {
    let sandbox = Sandbox::with_commit();
    let source = sandbox.home().join("source");
    sandbox.git(&["clone", "-q", ".", source.to_str().unwrap()]);
    sandbox.git(&[
        "-c",
        "protocol.file.allow=always",
        "submodule",
        "add",
        "-q",
        source.to_str().unwrap(),
        "sub",
    ]);
    let error = refusal(&sandbox, vec![create("sub/a", "a")]);
    assert!(
        matches!(&error, LedgerError::InSubmodule { submodule, .. } if submodule == "sub"),
        "{error:?}"
    );
    let inside = Ledger::open(&sandbox.vault().join("sub")).unwrap();
    let recorded = inside.lock().unwrap().record(&record_of(vec![create("a", "a")])).unwrap();
    assert_eq!(recorded.warnings, [Warning::InSubmodule]);
}

#[cfg(unix)]
#[test]
fn links_and_folders_are_refused() {
    let sandbox = Sandbox::with_commit();
    std::os::unix::fs::symlink(sandbox.home(), sandbox.vault().join("link")).unwrap();
    let error = refusal(&sandbox, vec![create("link/a", "a")]);
    assert!(matches!(error, LedgerError::BeyondSymlink { .. }), "{error:?}");
    assert!(!sandbox.home().join("a").exists());
    let error = refusal(&sandbox, vec![as_is("link")]);
    assert!(matches!(error, LedgerError::NotAFile { .. }), "{error:?}");
    fs::create_dir(sandbox.vault().join("folder")).unwrap();
    let error = refusal(&sandbox, vec![as_is("folder")]);
    assert!(matches!(error, LedgerError::NotAFile { .. }), "{error:?}");
}

#[test]
fn paths_that_lead_elsewhere_are_refused() {
    let sandbox = Sandbox::with_commit();
    for path in [
        "",
        "/etc/a",
        "../a",
        "a/../b",
        "a//b",
        "./a",
        ".git/hooks/x",
        "a/.GIT/x",
        "a\\b",
        "git~1/x",
        "a/.git./x",
    ] {
        let error = refusal(&sandbox, vec![create(path, "a")]);
        assert!(matches!(error, LedgerError::UnsafePath { .. }), "{path}: {error:?}");
    }
    let error = refusal(&sandbox, vec![create("a", "a"), create("a", "b")]);
    assert!(matches!(error, LedgerError::Twice { .. }), "{error:?}");
    let error = refusal(&sandbox, vec![create("README/a", "a")]);
    assert!(!matches!(error, LedgerError::UnsafePath { .. }), "{error:?}");
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
}

#[test]
fn ignored_and_filtered_paths_are_refused() {
    let sandbox = Sandbox::with_commit();
    sandbox.write(".gitignore", "secret/\n");
    sandbox.write(
        ".gitattributes",
        "*.enc filter=git-crypt\n*.w working-tree-encoding=UTF-16\n*.off -filter\n",
    );
    let error = refusal(&sandbox, vec![create("secret/a", "a")]);
    assert!(matches!(error, LedgerError::Ignored { .. }), "{error:?}");
    for path in ["a.enc", "a.w"] {
        let error = refusal(&sandbox, vec![create(path, "a")]);
        assert!(matches!(error, LedgerError::Filtered { .. }), "{error:?}");
        assert!(!sandbox.exists(path));
    }
    record(&sandbox, vec![create("a.off", "a"), as_is(".gitignore")]);
}

#[test]
fn decisions_whose_bytes_git_would_change_are_refused() {
    let sandbox = Sandbox::with_commit();
    let path = "clients/nova/decisions/a.md";
    sandbox.write(".gitattributes", "*.md text ident\n");
    for text in ["a\r\nb\r\n", "$Id: x $\n"] {
        let error = refusal(&sandbox, vec![create(path, text)]);
        assert!(matches!(error, LedgerError::Converted { .. }), "{error:?}");
    }
    record(&sandbox, vec![create(path, "a\nb\n")]);
    sandbox.git(&["config", "core.autocrlf", "true"]);
    let error = refusal(&sandbox, vec![create("clients/nova/evidence/a.txt", "a\r\n")]);
    assert!(matches!(error, LedgerError::Converted { .. }), "{error:?}");
}

#[test]
fn recorded_decisions_never_change() {
    let sandbox = Sandbox::with_commit();
    let path = "clients/nova/decisions/a.md";
    record(&sandbox, vec![create(path, "a\n")]);
    for change in [create(path, "b\n"), replace(path, "b\n")] {
        refusal(&sandbox, vec![change]);
    }
    sandbox.write(path, "b\n");
    let error = refusal(&sandbox, vec![as_is(path)]);
    assert!(matches!(error, LedgerError::NeverChanges { .. }), "{error:?}");
    fs::remove_file(sandbox.vault().join(path)).unwrap();
    let error = refusal(&sandbox, vec![as_is(path)]);
    assert!(matches!(error, LedgerError::NeverChanges { .. }), "{error:?}");
}

#[test]
fn a_name_that_is_staged_but_not_on_disk_is_taken() {
    let sandbox = Sandbox::with_commit();
    sandbox.write("a", "a\n");
    sandbox.git(&["add", "a"]);
    fs::remove_file(sandbox.vault().join("a")).unwrap();
    let before = sandbox.state();
    let error = refusal(&sandbox, vec![create("a", "b")]);
    assert!(matches!(error, LedgerError::AlreadyThere { .. }), "{error:?}");
    assert_eq!(sandbox.state(), before);
}

#[test]
fn who_commits_comes_from_the_environment_then_from_git() {
    let sandbox = Sandbox::new();
    let ledger = Ledger::open(&sandbox.vault()).unwrap();
    let identity = ledger.identity(&IdentityOverride::default()).unwrap();
    assert_eq!(identity.author.to_string(), "Jenna Ray <jenna@example.org>");
    sandbox.git(&["config", "author.name", " A. <Writer>\t"]);
    let given = IdentityOverride {
        committer_email: Some("other@example.org".to_owned()),
        ..IdentityOverride::default()
    };
    let identity = ledger.identity(&given).unwrap();
    assert_eq!(identity.author.to_string(), "A. Writer <jenna@example.org>");
    assert_eq!(identity.committer.to_string(), "Jenna Ray <other@example.org>");
    sandbox.git(&["config", "user.name", " "]);
    let error = ledger.identity(&IdentityOverride::default()).unwrap_err();
    assert!(
        matches!(&error, LedgerError::IdentityMissing { keys } if keys == &["user.name"]),
        "{error:?}"
    );
}
