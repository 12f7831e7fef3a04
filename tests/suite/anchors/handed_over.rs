//! The anchors in a bundle: a stranger checks them, and learns of no other client.

use std::process::Command;

use super::authority::Authority;
use super::{import, request, said, trust, vault};
use crate::sandbox::{Sandbox, files_below};

/// Two clients, both anchored by one statement, and a decision after it.
fn two_clients() -> Sandbox {
    let sandbox = vault();
    sandbox.casefile(&["new", "Secret Client"]);
    sandbox.casefile(&["decide", "secret", "accept", "-m", "why"]);
    sandbox.casefile(&["audit", "anchor"]);
    sandbox.casefile(&["audit", "anchor", "--witness", "chat about secret-client"]);
    let authority = Authority::with(&sandbox, "tsa", "rsa", true);
    trust(&sandbox, &authority);
    let answer = authority.answer(&request(&sandbox));
    let output = import(&sandbox, &answer);
    assert!(output.status.success(), "{}", said(&output));
    sandbox.casefile(&["audit", "anchor", "nova", "--witness", "mail to Nova"]);
    sandbox.casefile(&["decide", "nova", "exit", "-m", "why"]);
    sandbox
}

fn bundle(sandbox: &Sandbox, client: &str) -> std::path::PathBuf {
    let folder = sandbox.home().join(format!("bundle-{client}"));
    sandbox.casefile(&["bundle", client, "-o", folder.to_str().unwrap(), "--language", "en"]);
    folder
}

#[test]
fn the_commands_of_the_readme_check_the_time_stamp() {
    let sandbox = two_clients();
    let folder = bundle(&sandbox, "nova");
    let readme = std::fs::read_to_string(folder.join("README-VERIFY.txt")).unwrap();
    let commands: Vec<&str> = readme
        .lines()
        .map(str::trim)
        .filter(|line| line.starts_with("openssl ") || line.starts_with("grep "))
        .collect();
    assert_eq!(commands.len(), 4, "{readme}");
    for command in &commands {
        let mut shell: Command = sandbox.command("sh");
        let output = shell.current_dir(&folder).args(["-c", command]).output().unwrap();
        let answer = String::from_utf8_lossy(&output.stdout).into_owned() + &said(&output);
        assert!(output.status.success(), "{command}: {answer}");
        let expected = match command.split(' ').nth(1).unwrap() {
            "ts" => "Verification: OK",
            "x509" => "ingerprint=",
            "-c" => "1\n",
            _ => "-exit-",
        };
        assert!(answer.contains(expected), "{command}: {answer}");
    }
}

#[test]
fn no_other_client_is_named() {
    let sandbox = two_clients();
    let folder = bundle(&sandbox, "nova");
    let files = files_below(&folder);
    let anchors: Vec<_> = files.keys().filter(|path| path.starts_with("data/04-anchors")).collect();
    // Statement, request, time stamp, root, and the one witness that names this client alone.
    assert_eq!(anchors.len(), 5, "{anchors:?}");
    for (path, bytes) in &files {
        let text = String::from_utf8_lossy(bytes).to_lowercase();
        assert!(!text.contains("secret"), "{}", path.display());
    }
    let report = std::fs::read_to_string(folder.join("data/06-verify-report.txt")).unwrap();
    assert!(report.contains("TIMESTAMPED ≤ ") && report.contains("WINDOW ["), "{report}");
}

#[test]
fn a_clone_of_the_bundle_holds_without_the_anchors() {
    let sandbox = two_clients();
    let folder = bundle(&sandbox, "nova");
    let clone = sandbox.home().join("clone");
    let source = folder.join("data/07-ledger.bundle");
    sandbox.git(&["clone", "-q", source.to_str().unwrap(), clone.to_str().unwrap()]);
    let output = sandbox.try_casefile(&["-C", clone.to_str().unwrap(), "audit", "verify"]);
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stdout));
}

#[test]
fn a_bundle_without_anchors_says_nothing_of_them() {
    let sandbox = vault();
    let folder = bundle(&sandbox, "nova");
    assert!(!folder.join("data/04-anchors").exists());
    let readme = std::fs::read_to_string(folder.join("README-VERIFY.txt")).unwrap();
    assert!(!readme.contains("openssl"), "{readme}");
}
