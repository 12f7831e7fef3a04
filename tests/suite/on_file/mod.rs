//! What was on file on a day, against real git: which commit answers, and what differs today.

mod answers;
mod histories;
mod moves;

use std::path::Path;

use serde_json::Value;

use crate::sandbox::Sandbox;

/// The day that is asked about.
const DAY: &str = "2026-05-03";
/// The client that is asked about.
const NOVA: &str = "clients/nova";

/// A vault with one client, whose commits bear chosen dates.
struct Story {
    sandbox: Sandbox,
    /// The vault, below the sandbox's repository.
    vault: &'static str,
}

impl Story {
    /// A vault at the top of a repository without commits.
    fn new() -> Self {
        Self::below("")
    }

    /// A vault in a folder of a repository without commits.
    fn below(vault: &'static str) -> Self {
        let story = Self { sandbox: Sandbox::new(), vault };
        story.write("casefile.toml", "format = 1\ntimezone = \"Europe/Paris\"\n");
        story.write(
            "clients/nova/nova.md",
            "---\ntype: client\nname: Nova\nsigned: 2026-01-10\n---\n",
        );
        story
    }

    /// The same, begun on 1 April with an incident of that day on file.
    fn begun() -> Self {
        let story = Self::new();
        story.incident("2026-04-01", "scope-creep", "high");
        story.commit("2026-04-02");
        story
    }

    fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        self.sandbox.write(&format!("{}{path}", self.vault), text);
    }

    /// Puts an incident on disk; its path below the vault.
    fn incident(&self, day: &str, flag: &str, severity: &str) -> String {
        let path = format!("{NOVA}/{day}-{flag}.md");
        self.write(&path, incident(day, flag, severity));
        path
    }

    /// Commits everything on disk, on a day at noon.
    fn commit(&self, day: &str) -> String {
        self.sandbox.git(&["add", "-A"]);
        self.git_on(day, &["commit", "-q", "--allow-empty", "-m", "work"]);
        self.head()
    }

    fn head(&self) -> String {
        self.sandbox.git(&["rev-parse", "HEAD"]).trim().to_owned()
    }

    /// Runs git as if it were noon of a day.
    fn git_on(&self, day: &str, arguments: &[&str]) {
        let date = format!("{day}T12:00:00+02:00");
        let mut git = self.sandbox.command("git");
        git.env("GIT_AUTHOR_DATE", &date).env("GIT_COMMITTER_DATE", &date);
        assert!(git.args(arguments).output().unwrap().status.success(), "git {arguments:?}");
    }

    /// Runs the program in the vault.
    fn run(&self, arguments: &[&str]) -> std::process::Output {
        let mut program = self.sandbox.command_with_program(crate::sandbox::PROGRAM);
        program.current_dir(self.sandbox.vault().join(self.vault)).args(arguments);
        program.output().unwrap()
    }

    /// The answer; panics where the program could not do it.
    fn text(&self, arguments: &[&str]) -> String {
        let output = self.run(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(0), "casefile {arguments:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }

    fn json(&self, arguments: &[&str]) -> Value {
        serde_json::from_str(&self.text(&[arguments, &["-f", "json"]].concat())).unwrap()
    }

    /// The report on the client as of the day.
    fn report(&self) -> Value {
        self.json(&["report", "nova", "--as-of", DAY])
    }
}

fn incident(day: &str, flag: &str, severity: &str) -> String {
    format!("---\ntype: incident\ndate: {day}\nflags: [{flag}]\nseverity: {severity}\n---\nX.\n")
}

/// The ids of the incidents that a report tells.
fn incidents(report: &Value) -> Vec<&str> {
    report["incidents"].as_array().unwrap().iter().map(|one| one["id"].as_str().unwrap()).collect()
}

/// Path without the client's folder, kind and days of each difference.
fn differences(report: &Value) -> Vec<String> {
    let differences = report["on_file"]["differences"].as_array().unwrap();
    let one = |one: &Value| {
        let path = Path::new(one["path"].as_str().unwrap()).file_name().unwrap().to_str().unwrap();
        let recorded = one["recorded"].as_str().map_or("never", |at| at.get(5..10).unwrap());
        format!("{path} {} {recorded} {}", one["kind"].as_str().unwrap(), one["days"])
    };
    differences.iter().map(one).collect()
}

/// The keys of the sentences at the head, and of the remarks.
fn said(report: &Value) -> Vec<&str> {
    let on_file = &report["on_file"];
    let all = [&on_file["said"], &on_file["remarks"]];
    all.iter()
        .flat_map(|list| list.as_array().unwrap())
        .map(|one| one["key"].as_str().unwrap())
        .collect()
}
