//! The `console` blocks of a document, run as its reader would type them.
//!
//! `$ ` begins a command, what follows is what it prints; `[..]` stands for some characters, a line
//! `...` for some lines. Where a command ends with another exit code than 0 its block ends, and the
//! text after the block says so: "exit code is 1", « code de sortie est 1 ».

use std::fmt::Write as _;
use std::fs;
use std::path::PathBuf;

use snapbox::assert::Assert;

use crate::sandbox::Sandbox;

/// A block and the text between it and the next.
#[derive(Debug, PartialEq)]
pub(crate) struct Session<'a> {
    pub(crate) lines: Vec<&'a str>,
    pub(crate) after: String,
}

/// The `console` blocks of a Markdown text.
pub(crate) fn sessions(text: &str) -> Vec<Session<'_>> {
    let mut sessions: Vec<Session<'_>> = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim() == "```console" {
            let block = lines.by_ref().take_while(|line| line.trim() != "```");
            sessions.push(Session { lines: block.collect(), after: String::new() });
        } else if let Some(session) = sessions.last_mut() {
            session.after.push_str(line);
            session.after.push(' ');
        }
    }
    sessions
}

/// A shell that a reader types into; what it changes stays from one block to the next.
pub(crate) struct Console {
    sandbox: Sandbox,
    folder: PathBuf,
    exported: Vec<(String, String)>,
}

impl Console {
    /// A shell in an empty folder of a clean home.
    pub(crate) fn new() -> Self {
        let sandbox = Sandbox::with_identity();
        let folder = sandbox.home().join("reader");
        fs::create_dir(&folder).unwrap();
        Self { sandbox, folder, exported: Vec::new() }
    }

    /// Runs the commands of a block and holds what they print against it.
    pub(crate) fn check(&mut self, session: &Session<'_>) {
        let mut text = String::new();
        let mut ended = 0;
        for command in session.lines.iter().filter_map(|line| line.strip_prefix("$ ")) {
            assert_eq!(ended, 0, "a block goes on behind a failure, at: {command}");
            let _ = writeln!(text, "$ {command}");
            ended = self.run(command, &mut text);
        }
        Assert::new().normalize_paths(false).eq(text, session.lines.join("\n") + "\n");
        let said = ["exit code is", "code de sortie est"];
        let said = said.iter().any(|words| session.after.contains(&format!("{words} {ended}")));
        assert!(ended == 0 || said, "nothing says that the exit code is {ended}: {session:?}");
    }

    /// Runs a command and adds what it prints; its exit code.
    fn run(&mut self, command: &str, text: &mut String) -> i32 {
        if let Some(target) = command.strip_prefix("cd ") {
            self.folder.push(target);
            assert!(self.folder.is_dir(), "{command}");
            return 0;
        }
        if let Some((name, value)) =
            command.strip_prefix("export ").and_then(|set| set.split_once('='))
        {
            self.exported.push((name.to_owned(), value.to_owned()));
            return 0;
        }
        // One file for both, so that lines come in the order in which they were written.
        let printed = self.sandbox.home().join("printed");
        let file = fs::File::create(&printed).unwrap();
        let status = self
            .sandbox
            .command_with_program("sh")
            .envs(self.exported.iter().map(|(name, value)| (name, value)))
            .current_dir(&self.folder)
            .args(["-c", command])
            .stdout(file.try_clone().unwrap())
            .stderr(file)
            .status()
            .unwrap();
        text.push_str(&fs::read_to_string(&printed).unwrap());
        if !text.ends_with('\n') {
            text.push('\n');
        }
        status.code().unwrap()
    }
}

#[test]
fn blocks_of_other_kinds_are_no_sessions() {
    let text = "```sh\n$ rm -r /\n```\n\n```console\n$ one\n1\n...\n```\nThe exit\ncode.\n```console\n```\n";
    let session = |lines: &[&'static str], after: &str| Session {
        lines: lines.to_vec(),
        after: after.to_owned(),
    };
    let expected = [session(&["$ one", "1", "..."], "The exit code. "), session(&[], "")];
    assert_eq!(sessions(text), expected);
    assert_eq!(sessions("no block"), []);
}

#[test]
fn folders_and_names_stay_from_block_to_block() {
    let mut console = Console::new();
    for session in sessions(
        "```console\n$ mkdir in\n$ cd in\n$ export WHO=Zoë\n```\n\
        ```console\n$ echo $WHO; basename $PWD\nZoë\nin\n$ false\n```\nThe exit code is 1.\n",
    ) {
        console.check(&session);
    }
}

#[test]
#[should_panic(expected = "nothing says that the exit code is 3")]
fn a_failure_that_the_text_keeps_to_itself_is_found() {
    let text = "```console\n$ exit 3\n```\nAll is well.\n";
    Console::new().check(&sessions(text)[0]);
}
