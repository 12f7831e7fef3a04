//! What the user has staged, changed or left lying stays as it was when the program commits.

use std::io::Write as _;
use std::process::Stdio;

use crate::sandbox::Sandbox;

/// A boundary for a client of the example that has none.
const DECIDE: [&str; 11] = [
    "decide",
    "moulin-lacaze",
    "boundary",
    "--statement",
    "Pas de nouveau travail tant qu'une facture est en retard.",
    "--covers=late-payment,unresponsive",
    "--consequence=Le travail s'arrête.",
    "--told=email",
    "-m",
    "Quatre factures sur six.\n\nCasefile-Kind: exit\nSigned-off-by: nobody",
    "--because=none",
];

/// The example vault with every kind of unfinished work in it.
fn busy() -> Sandbox {
    let sandbox = Sandbox::with_example();
    let moulin = "clients/moulin-lacaze/moulin-lacaze.md";
    sandbox.write(moulin, sandbox.read(moulin) + "\nOne.\n");
    sandbox.git(&["add", moulin]);
    sandbox.write(moulin, sandbox.read(moulin) + "\nTwo.\n");
    sandbox.write("casefile.toml", sandbox.read("casefile.toml") + "\n# mine\n");
    sandbox.write("README.md", "staged\n");
    sandbox.write("new.md", "staged too\n");
    sandbox.git(&["add", "README.md", "new.md"]);
    sandbox.git(&["mv", "flags/friday-evening-emergency.md", "flags/friday.md"]);
    sandbox.git(&["rm", "-q", "clients/lantern-press/2026-11-16-pulse.md"]);
    sandbox.write("untracked.md", "mine\n");
    sandbox
}

/// Decides; the path of the note, below the folder it was called in.
fn decide(sandbox: &Sandbox, before: &[&str]) -> String {
    sandbox.casefile(&[before, &DECIDE].concat()).trim_end().to_owned()
}

/// What git reads as trailers, by its two ways.
fn trailers(sandbox: &Sandbox) -> [String; 2] {
    let message = sandbox.git(&["log", "-1", "--format=%B"]);
    let mut parse = sandbox
        .command("git")
        .args(["interpret-trailers", "--parse"])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    parse.stdin.take().unwrap().write_all(message.as_bytes()).unwrap();
    let parsed = parse.wait_with_output().unwrap().stdout;
    let shown = sandbox.git(&["log", "-1", "--format=%(trailers)"]);
    [shown.trim_end().to_owned(), String::from_utf8(parsed).unwrap().trim_end().to_owned()]
}

#[test]
fn staged_unstaged_untracked_and_half_staged_work_stays() {
    let sandbox = busy();
    let before = sandbox.state();
    let note = decide(&sandbox, &[]);
    assert_eq!(sandbox.state(), before);
    let changed = sandbox.git(&["show", "--format=", "--name-status", "HEAD"]);
    assert_eq!(changed, format!("A\t{note}\n"));
    assert_eq!(sandbox.git(&["show", &format!("HEAD:{note}")]), sandbox.read(&note));
    let [shown, parsed] = trailers(&sandbox);
    assert_eq!(shown, parsed);
    let keys: Vec<&str> = shown.lines().filter_map(|line| Some(line.split_once(": ")?.0)).collect();
    let expected = ["Casefile-Decision", "Casefile-Kind", "Casefile-Digest", "Casefile-Standing"];
    assert_eq!(keys, expected, "a reason forges no trailer");
    assert!(shown.contains("Casefile-Kind: boundary"), "{shown}");
    sandbox.fsck();
    // The user's own commit afterwards takes what they staged, and our note stays.
    sandbox.git(&["commit", "-q", "-m", "mine"]);
    assert_eq!(sandbox.git(&["ls-tree", "--name-only", "HEAD", &note]), format!("{note}\n"));
    assert!(sandbox.try_casefile(&["audit", "verify", "moulin"]).status.success());
}

#[test]
fn a_dry_run_and_a_refusal_touch_nothing() {
    let sandbox = busy();
    let before = (sandbox.state(), sandbox.files(), sandbox.git(&["rev-parse", "HEAD"]));
    let dry: Vec<&str> = DECIDE.iter().copied().chain(["--dry-run"]).collect();
    assert!(sandbox.try_casefile(&dry).status.success());
    let refused = sandbox.try_casefile(&["decide", "moulin", "keep"]);
    assert_eq!(refused.status.code(), Some(2));
    assert_eq!((sandbox.state(), sandbox.files(), sandbox.git(&["rev-parse", "HEAD"])), before);
}

#[test]
fn a_vault_inside_a_larger_repository_commits_only_its_own() {
    let sandbox = Sandbox::with_commit();
    let example = Sandbox::with_example();
    for (path, bytes) in example.files() {
        sandbox.write(&format!("work/cases/{}", path.display()), bytes);
    }
    sandbox.write("work/invoice.txt", "1\n");
    sandbox.git(&["add", "."]);
    sandbox.git(&["commit", "-q", "-m", "all of it"]);
    sandbox.write("README", "staged\n");
    sandbox.git(&["add", "README"]);
    sandbox.write("work/invoice.txt", "2\n");
    let before = sandbox.state();
    let note = decide(&sandbox, &["-C", "work/cases/clients"]);
    assert!(note.ends_with(".md"), "{note}");
    assert_eq!(sandbox.state(), before);
    let changed = sandbox.git(&["show", "--format=", "--name-only", "HEAD"]);
    assert!(changed.starts_with("work/cases/clients/moulin-lacaze/decisions/"), "{changed}");
    assert_eq!(changed.lines().count(), 1);
    let [shown, _] = trailers(&sandbox);
    assert!(shown.contains("Casefile-Decision: moulin-lacaze/decisions/"), "{shown}");
    sandbox.casefile(&["-C", "work/cases", "audit", "verify", "moulin"]);
    sandbox.fsck();
}

#[test]
fn a_linked_worktree_records_on_its_own_branch() {
    let sandbox = busy();
    let linked = sandbox.home().join("linked");
    let before = sandbox.state();
    let main = sandbox.git(&["rev-parse", "main"]);
    sandbox.git(&["worktree", "add", "-q", "-b", "second", linked.to_str().unwrap()]);
    decide(&sandbox, &["-C", linked.to_str().unwrap()]);
    assert_eq!(sandbox.git(&["rev-parse", "main"]), main);
    assert_eq!(sandbox.git(&["rev-parse", "second^"]), main);
    assert_eq!(sandbox.state(), before);
    assert_eq!(sandbox.git_in(&linked, &["status", "--porcelain"]), "");
    sandbox.casefile(&["-C", linked.to_str().unwrap(), "audit", "verify"]);
    sandbox.fsck();
}

#[cfg(unix)]
#[test]
fn a_name_that_git_alone_can_write_is_left_and_the_rest_recorded() {
    use std::os::unix::ffi::OsStrExt as _;
    let sandbox = Sandbox::with_example();
    let folder = sandbox.vault().join("clients/lantern-press");
    let name = std::ffi::OsStr::from_bytes(b"caf\xe9.md");
    std::fs::write(folder.join(name), "---\ntype: message\n---\n").unwrap();
    sandbox.write("clients/lantern-press/aside.md", "A thought.\n");
    let output = sandbox.try_casefile(&["record"]);
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    assert!(String::from_utf8_lossy(&output.stderr).contains("not UTF-8"));
    let recorded = sandbox.git(&["show", "--format=", "--name-only", "HEAD"]);
    assert_eq!(recorded, "clients/lantern-press/aside.md\n");
}

#[cfg(unix)]
#[test]
fn a_pipe_among_the_exhibits_is_not_waited_for() {
    let sandbox = Sandbox::with_example();
    let pipe = sandbox.vault().join("clients/lantern-press/evidence/pipe");
    std::fs::create_dir_all(pipe.parent().unwrap()).unwrap();
    let made = std::process::Command::new("mkfifo").arg(&pipe).status().unwrap();
    assert!(made.success());
    assert!(sandbox.try_casefile(&["audit", "verify"]).status.success());
}
