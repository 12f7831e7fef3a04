//! The commands of README.md print what it says they print.
//!
//! A block of the kind `console` is one session in a clean folder: `$ ` begins a command, what
//! follows is what it prints, `[..]` stands for some characters, a line `...` for some lines.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use snapbox::assert::Assert;

use crate::sandbox::Sandbox;

/// The `console` blocks of a Markdown text.
fn sessions(text: &str) -> Vec<Vec<&str>> {
    let mut sessions = Vec::new();
    let mut lines = text.lines();
    while lines.any(|line| line.trim() == "```console") {
        sessions.push(lines.by_ref().take_while(|line| line.trim() != "```").collect());
    }
    sessions
}

/// Runs the commands of a session one after the other; the session as it really went.
fn replay(session: &[&str], sandbox: &Sandbox) -> String {
    let mut folder: PathBuf = sandbox.home().join("readme");
    fs::create_dir_all(&folder).unwrap();
    let printed = sandbox.home().join("printed");
    let mut text = String::new();
    for command in session.iter().filter_map(|line| line.strip_prefix("$ ")) {
        let _ = writeln!(text, "$ {command}");
        if let Some(target) = command.strip_prefix("cd ") {
            folder = folder.join(target);
            assert!(folder.is_dir(), "{command}");
            continue;
        }
        // One file for both, so that lines come in the order in which they were written.
        let file = fs::File::create(&printed).unwrap();
        sandbox
            .command_with_program("sh")
            .current_dir(&folder)
            .args(["-c", command])
            .stdout(file.try_clone().unwrap())
            .stderr(file)
            .status()
            .unwrap();
        text.push_str(&fs::read_to_string(&printed).unwrap());
        if !text.ends_with('\n') {
            text.push('\n');
        }
    }
    text
}

#[test]
fn the_sessions_of_the_readme_go_as_they_are_printed() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("README.md");
    let readme = fs::read_to_string(path).unwrap_or_default();
    for session in sessions(&readme) {
        let sandbox = Sandbox::with_identity();
        let expected = session.join("\n") + "\n";
        Assert::new().eq(replay(&session, &sandbox), expected);
    }
}

#[test]
fn blocks_of_other_kinds_are_no_sessions() {
    let text = "```sh\n$ rm -r /\n```\n\n```console\n$ one\n1\n...\n```\n```console\n```\n";
    assert_eq!(sessions(text), [vec!["$ one", "1", "..."], Vec::new()]);
    assert_eq!(sessions("no block"), Vec::<Vec<&str>>::new());
}
