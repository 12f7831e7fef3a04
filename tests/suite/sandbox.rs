//! A temporary folder with its own home, in which the real `git` and the real program run.

use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use tempfile::TempDir;

/// The program under test.
pub(crate) const PROGRAM: &str = env!("CARGO_BIN_EXE_casefile");

/// The moment it is for the program: the last day of the example's stories.
pub(crate) const NOW: &str = "2026-11-20T09:00";

/// A home, and a repository `vault` in it.
pub(crate) struct Sandbox {
    home: TempDir,
}

impl Sandbox {
    /// An empty home without any repository.
    pub(crate) fn bare_home() -> Self {
        let home = tempfile::tempdir().unwrap();
        fs::create_dir(home.path().join("vault")).unwrap();
        Self { home }
    }

    /// A home with a repository without commits, and an identity of its own.
    pub(crate) fn new() -> Self {
        let sandbox = Self::bare_home();
        sandbox.git(&["init", "-q", "-b", "main"]);
        for (key, value) in [
            ("user.name", "Jenna Ray"),
            ("user.email", "jenna@example.org"),
            ("commit.gpgsign", "false"),
            ("core.autocrlf", "false"),
            ("core.excludesFile", "/dev/null"),
        ] {
            sandbox.git(&["config", key, value]);
        }
        sandbox
    }

    /// The same with a first commit of `README`.
    pub(crate) fn with_commit() -> Self {
        let sandbox = Self::new();
        sandbox.write("README", "hello\n");
        sandbox.git(&["add", "README"]);
        sandbox.git(&["commit", "-q", "-m", "first"]);
        sandbox
    }

    /// A home whose `.gitconfig` knows who commits, and an empty folder `vault` without git.
    pub(crate) fn with_identity() -> Self {
        let sandbox = Self::bare_home();
        let config = "[user]\n\tname = Jenna Ray\n\temail = jenna@example.org\n\
            [init]\n\tdefaultBranch = main\n[commit]\n\tgpgSign = false\n\
            [core]\n\tautocrlf = false\n\texcludesFile = /dev/null\n";
        fs::write(sandbox.home().join(".gitconfig"), config).unwrap();
        sandbox
    }

    /// The same, the vault being the example with its decisions recorded.
    pub(crate) fn with_example() -> Self {
        let sandbox = Self::with_identity();
        sandbox.casefile(&["init", "--example"]);
        sandbox
    }

    pub(crate) fn home(&self) -> &Path {
        self.home.path()
    }

    pub(crate) fn vault(&self) -> PathBuf {
        self.home.path().join("vault")
    }

    /// A command that sees this home and nothing of the machine's settings.
    pub(crate) fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .current_dir(self.vault())
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.home.path())
            .env("XDG_CONFIG_HOME", self.home.path().join(".config"))
            .env("GIT_CONFIG_GLOBAL", self.home.path().join(".gitconfig"))
            .env("GIT_CONFIG_NOSYSTEM", "1")
            .env("GIT_AUTHOR_DATE", "2026-05-01T10:00:00+02:00")
            .env("GIT_COMMITTER_DATE", "2026-05-01T10:00:00+02:00")
            .env("LC_ALL", "C.UTF-8");
        command
    }

    /// A command that finds `casefile` in its path, at a fixed moment and without a terminal.
    pub(crate) fn command_with_program(&self, program: impl AsRef<OsStr>) -> Command {
        let mut folders = vec![Path::new(PROGRAM).parent().unwrap().to_owned()];
        folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
        let mut command = self.command(program);
        command
            .env("PATH", std::env::join_paths(folders).unwrap())
            .env("CASEFILE_NOW", NOW)
            .env("NO_COLOR", "1")
            .env("TZ", "Europe/Paris")
            .stdin(Stdio::null());
        command
    }

    /// Runs the program in the vault.
    pub(crate) fn try_casefile(&self, arguments: &[&str]) -> Output {
        self.command_with_program(PROGRAM).args(arguments).output().unwrap()
    }

    /// Runs the program in the vault with a text on its standard input.
    pub(crate) fn pipe(&self, arguments: &[&str], text: &str) -> Output {
        let mut command = self.command_with_program(PROGRAM);
        let pipes = command.args(arguments).stdin(Stdio::piped());
        let mut child = pipes.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().unwrap();
        child.stdin.take().unwrap().write_all(text.as_bytes()).unwrap();
        child.wait_with_output().unwrap()
    }

    /// Runs the program in the vault; its answer. Panics where it could not do it.
    pub(crate) fn casefile(&self, arguments: &[&str]) -> String {
        let output = self.try_casefile(arguments);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "casefile {arguments:?}: {said}");
        String::from_utf8(output.stdout).unwrap()
    }

    /// Every file of the vault but git's own, sorted, with its bytes.
    pub(crate) fn files(&self) -> BTreeMap<PathBuf, Vec<u8>> {
        files_below(&self.vault())
    }

    /// Runs git in the vault; what it prints. Panics where git fails.
    pub(crate) fn git(&self, arguments: &[&str]) -> String {
        self.git_in(&self.vault(), arguments)
    }

    pub(crate) fn git_in(&self, folder: &Path, arguments: &[&str]) -> String {
        let output = self.try_git_in(folder, arguments);
        assert!(
            output.status.success(),
            "git {arguments:?}: {}{}",
            String::from_utf8_lossy(&output.stdout),
            String::from_utf8_lossy(&output.stderr)
        );
        String::from_utf8_lossy(&output.stdout).into_owned()
    }

    pub(crate) fn try_git(&self, arguments: &[&str]) -> Output {
        self.try_git_in(&self.vault(), arguments)
    }

    pub(crate) fn try_git_in(&self, folder: &Path, arguments: &[&str]) -> Output {
        self.command("git").current_dir(folder).args(arguments).output().unwrap()
    }

    pub(crate) fn write(&self, path: &str, text: impl AsRef<[u8]>) {
        let path = self.vault().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.vault().join(path)).unwrap()
    }

    pub(crate) fn exists(&self, path: &str) -> bool {
        self.vault().join(path).symlink_metadata().is_ok()
    }

    /// Everything git says of the work tree and the index.
    pub(crate) fn state(&self) -> String {
        [
            &["status", "--porcelain=v2", "--untracked-files=all"][..],
            &["diff", "--binary"],
            &["diff", "--cached", "--binary"],
            &["stash", "list"],
        ]
        .iter()
        .map(|arguments| self.git(arguments))
        .collect::<Vec<_>>()
        .join("--\n")
    }

    /// Asserts that nothing is damaged.
    pub(crate) fn fsck(&self) {
        let output = self.try_git(&["fsck", "--strict", "--no-dangling"]);
        let said = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "git fsck: {said}");
        for bad in ["error", "missing", "broken"] {
            assert!(!said.contains(bad), "git fsck: {said}");
        }
    }
}

/// Every file below a folder but git's own, by its path below it, with its bytes.
pub(crate) fn files_below(root: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    let mut found = BTreeMap::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap() {
            let entry = entry.unwrap();
            if entry.file_name() == ".git" {
                continue;
            }
            if entry.file_type().unwrap().is_dir() {
                folders.push(entry.path());
            } else {
                let below = entry.path().strip_prefix(root).unwrap().to_owned();
                found.insert(below, fs::read(entry.path()).unwrap());
            }
        }
    }
    found
}
