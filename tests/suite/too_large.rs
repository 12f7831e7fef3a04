//! A history with folders that no vault has: some commits of a few bytes each name the same
//! folder over and over, or nest it without end. Nothing falls over them or waits for them.

use crate::sandbox::Sandbox;

fn mktree(sandbox: &Sandbox, listing: &str) -> String {
    let line = format!("printf '{listing}' | git mktree");
    let output = sandbox.command("sh").args(["-c", &line]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    String::from_utf8(output.stdout).unwrap().trim().to_owned()
}

/// A vault whose last commit has a folder below the client with another in it `width` times, and
/// so on `depth` times.
fn vault(depth: usize, width: usize) -> Sandbox {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    sandbox.casefile(&["new", "Nova"]);
    sandbox.casefile(&["decide", "nova", "accept", "-m", "why"]);
    let file = sandbox.git(&["rev-parse", "HEAD:casefile.toml"]);
    let mut tree = mktree(&sandbox, &format!("100644 blob {}\\tmail.txt\\n", file.trim()));
    for _ in 0..depth {
        let one = |number| format!("040000 tree {tree}\\td{number}\\n");
        let listing: String = (0..width).map(one).collect();
        tree = mktree(&sandbox, &listing);
    }
    let above = [("HEAD:clients/nova", "more"), ("HEAD:clients", "nova"), ("HEAD:", "clients")];
    for (folder, name) in above {
        let listed = sandbox.git(&["ls-tree", folder]);
        let others = listed.lines().filter(|line| !line.ends_with(&format!("\t{name}")));
        let others: String = others.map(|line| format!("{line}\\n")).collect();
        tree = mktree(&sandbox, &format!("{others}040000 tree {tree}\\t{name}\\n"));
    }
    let commit = sandbox.git(&["commit-tree", &tree, "-p", "HEAD", "-m", "more"]);
    sandbox.git(&["update-ref", "HEAD", commit.trim()]);
    sandbox
}

#[track_caller]
fn refused(sandbox: &Sandbox, words: &[&str]) {
    let output = sandbox.try_casefile(words);
    let said = String::from_utf8_lossy(&output.stderr);
    assert_eq!(output.status.code(), Some(2), "{words:?} {said}");
    assert!(said.contains("more files or deeper folders than any vault"), "{words:?} {said}");
}

#[test]
fn folders_nested_without_end_are_named_and_not_followed() {
    let sandbox = vault(80, 1);
    let output = sandbox.try_casefile(&["audit", "verify"]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("UNREADABLE") && said.contains("INTACT"), "{said}");
    refused(&sandbox, &["bundle", "nova", "-o", "../out"]);
}

#[test]
fn a_folder_named_over_and_over_is_named_and_not_followed() {
    let sandbox = vault(9, 12);
    let output = sandbox.try_casefile(&["audit", "verify"]);
    let said = String::from_utf8_lossy(&output.stdout);
    assert_eq!(output.status.code(), Some(1), "{said}");
    assert!(said.contains("UNREADABLE") && said.contains("INTACT"), "{said}");
    refused(&sandbox, &["audit", "anchor"]);
}
