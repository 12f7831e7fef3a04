//! Transcripts of the program: each command with what it printed where, and its exit code.
//!
//! `tests/transcripts/*.txt` read like a terminal: `$ ` before what was typed, `2> ` before
//! each line that went to standard error, and the exit code at the end.

mod beginning;
mod deciding;
mod failures;
mod reading;
mod trail;
mod writing;

use std::fmt::Write as _;
use std::path::PathBuf;

use crate::sandbox::Sandbox;
use crate::snapshot::assert_snapshot;

/// A session in a terminal that is none.
pub(crate) struct Transcript {
    pub(crate) sandbox: Sandbox,
    folder: PathBuf,
    name: &'static str,
    text: String,
}

impl Transcript {
    /// A session in the sandbox's vault.
    pub(crate) fn new(name: &'static str, sandbox: Sandbox) -> Self {
        Self { folder: sandbox.vault(), sandbox, name, text: String::new() }
    }

    /// A session in the example vault.
    pub(crate) fn example(name: &'static str) -> Self {
        Self::new(name, Sandbox::with_example())
    }

    /// A session in a new vault without clients.
    pub(crate) fn empty(name: &'static str) -> Self {
        let sandbox = Sandbox::with_identity();
        sandbox.casefile(&["init"]);
        Self::new(name, sandbox)
    }

    /// Goes into a folder below the home.
    pub(crate) fn go(&mut self, folder: &str) -> &mut Self {
        self.folder = self.sandbox.home().join(folder);
        self
    }

    /// A heading between commands.
    pub(crate) fn say(&mut self, words: &str) -> &mut Self {
        let _ = writeln!(self.text, "# {words}\n");
        self
    }

    /// Runs a line as a shell does, and writes down what happened; returns the answer.
    pub(crate) fn run(&mut self, line: &str) -> String {
        let output = self
            .sandbox
            .command_with_program("sh")
            .current_dir(&self.folder)
            .args(["-c", line])
            .output()
            .unwrap();
        let answer = String::from_utf8(output.stdout).unwrap();
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(!said.contains("panicked"), "{line}: {said}");
        let mut text = format!("$ {line}\n{answer}");
        if !answer.is_empty() && !answer.ends_with('\n') {
            text.push_str("[no line end]\n");
        }
        for line in said.lines() {
            text.push_str(format!("2> {line}").trim_end());
            text.push('\n');
        }
        let _ = writeln!(text, "[exit {}]\n", output.status.code().unwrap());
        self.text.push_str(&self.anonymous(&text));
        answer
    }

    /// The text without the sandbox's place.
    fn anonymous(&self, text: &str) -> String {
        let home = self.sandbox.home().canonicalize().unwrap();
        text.replace(home.to_str().unwrap(), "[HOME]")
            .replace(self.sandbox.home().to_str().unwrap(), "[HOME]")
    }

    /// Holds the transcript against its file.
    #[track_caller]
    pub(crate) fn check(&self) {
        let text = self.text.trim_end();
        assert_snapshot(&format!("{text}\n"), &format!("transcripts/{}.txt", self.name));
    }
}
