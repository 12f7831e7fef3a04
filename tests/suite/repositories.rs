//! Repositories in every state: what can be recorded is, and what cannot is refused with its
//! own message and hint, and nothing half-written.

use std::fs;
use std::os::unix::fs::{PermissionsExt as _, chown};
use std::os::unix::process::CommandExt as _;

use crate::sandbox::{PROGRAM, Sandbox};
use crate::snapshot::assert_snapshot;

/// A decision that every client of the example may take.
const DECIDE: &str =
    "casefile decide harbour-and-finch amend --supersedes 2026-08-14-keep-ptbv -m 'A word.'";

/// What the shell does before it becomes the program.
struct Attempt<'s> {
    sandbox: &'s Sandbox,
    line: String,
    user: Option<u32>,
}

impl<'s> Attempt<'s> {
    fn new(sandbox: &'s Sandbox) -> Self {
        Self { sandbox, line: DECIDE.to_owned(), user: None }
    }

    /// Runs it; the exit code, and both outputs as one text without the sandbox's place.
    fn run(&self) -> (i32, String) {
        let mut command = self.sandbox.command_with_program("sh");
        command.args(["-c", &format!("({}) 2>&1", self.line)]);
        if let Some(user) = self.user {
            command.uid(user).gid(user);
        }
        let output = command.output().unwrap();
        let home = self.sandbox.home().to_str().unwrap();
        let text = String::from_utf8(output.stdout).unwrap().replace(home, "[HOME]");
        (output.status.code().unwrap(), text)
    }

    /// Everything that must not change.
    fn state(&self) -> impl PartialEq + std::fmt::Debug {
        let git = |arguments: &[&str]| self.sandbox.try_git(arguments).stdout;
        let head = git(&["rev-parse", "HEAD"]);
        (self.sandbox.files(), head, git(&["diff", "--cached"]), git(&["status", "--porcelain"]))
    }

    /// Asserts that it is refused as `tests/transcripts/refused-<name>.txt` says.
    #[track_caller]
    fn is_refused(&self, name: &str) {
        let before = self.state();
        let (code, text) = self.run();
        assert_eq!(code, 2, "{text}");
        assert!(text.contains("error: ") && text.contains("\n  hint: "), "{text}");
        assert_eq!(self.state(), before, "{name}: something was written");
        assert!(!self.sandbox.exists(".git/index.lock"));
        assert!(!self.sandbox.exists(".git/casefile/journal"));
        assert_snapshot(&text, &format!("transcripts/refused-{name}.txt"));
    }

    /// Asserts that it works, and that git has it.
    #[track_caller]
    fn is_recorded(&self) -> String {
        let (code, text) = self.run();
        assert_eq!(code, 0, "{text}");
        let last = self.sandbox.git(&["log", "-1", "--format=%s"]);
        assert_eq!(last, "casefile(harbour-and-finch): amend\n");
        self.sandbox.fsck();
        text
    }
}

/// The files of the example vault in a folder that git knows nothing of.
fn files_alone() -> Sandbox {
    let (example, sandbox) = (Sandbox::with_example(), Sandbox::with_identity());
    for (path, bytes) in example.files() {
        sandbox.write(path.to_str().unwrap(), bytes);
    }
    sandbox
}

/// The example on `main`, and a branch `other` that conflicts with it in README.md.
fn diverged() -> Sandbox {
    let sandbox = Sandbox::with_example();
    for (branch, text) in [("other", "other\n"), ("main", "main\n")] {
        sandbox.git(&["checkout", "-q", "-B", branch, "main"]);
        sandbox.write("README.md", text);
        sandbox.git(&["commit", "-q", "-am", text]);
        if branch == "other" {
            sandbox.git(&["checkout", "-q", "main"]);
        }
    }
    sandbox
}

#[test]
fn no_repository() {
    let sandbox = files_alone();
    Attempt::new(&sandbox).is_refused("no-repository");
    let without = Attempt { line: format!("{DECIDE} --no-commit"), ..Attempt::new(&sandbox) };
    assert_eq!(without.run().0, 0);
}

#[test]
fn no_identity() {
    let sandbox = Sandbox::with_example();
    fs::write(sandbox.home().join(".gitconfig"), "").unwrap();
    Attempt::new(&sandbox).is_refused("no-identity");
    let line =
        format!("export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=A; {DECIDE}");
    Attempt { line, ..Attempt::new(&sandbox) }.is_refused("half-an-identity");
    let line = format!(
        "export GIT_AUTHOR_NAME=A GIT_AUTHOR_EMAIL=a@b GIT_COMMITTER_NAME=A GIT_COMMITTER_EMAIL=a@b; {DECIDE}"
    );
    Attempt { line, ..Attempt::new(&sandbox) }.is_recorded();
    assert_eq!(sandbox.git(&["log", "-1", "--format=%an <%ae> %cn <%ce>"]), "A <a@b> A <a@b>\n");
}

#[test]
fn unborn_head() {
    let sandbox = files_alone();
    sandbox.git(&["init", "-q"]);
    Attempt::new(&sandbox).is_recorded();
    assert_eq!(sandbox.git(&["rev-list", "--count", "HEAD"]), "1\n");
    assert_eq!(sandbox.git(&["ls-tree", "-r", "--name-only", "HEAD"]).lines().count(), 1);
}

#[test]
fn detached_head() {
    let sandbox = Sandbox::with_example();
    sandbox.git(&["checkout", "-q", "--detach"]);
    Attempt::new(&sandbox).is_refused("detached");
}

#[test]
fn bare() {
    let sandbox = files_alone();
    sandbox.git(&["init", "-q", "--bare"]);
    Attempt::new(&sandbox).is_refused("bare");
}

#[test]
fn in_the_middle_of_a_rebase() {
    let sandbox = diverged();
    assert!(!sandbox.try_git(&["rebase", "-q", "other"]).status.success());
    Attempt::new(&sandbox).is_refused("rebase");
}

#[test]
fn in_the_middle_of_a_cherry_pick() {
    let sandbox = diverged();
    assert!(!sandbox.try_git(&["cherry-pick", "other"]).status.success());
    Attempt::new(&sandbox).is_refused("cherry-pick");
}

#[test]
fn in_the_middle_of_a_revert() {
    let sandbox = diverged();
    assert!(!sandbox.try_git(&["revert", "--no-edit", "other"]).status.success());
    Attempt::new(&sandbox).is_refused("revert");
}

#[test]
fn in_the_middle_of_a_bisect() {
    let sandbox = Sandbox::with_example();
    sandbox.git(&["bisect", "start"]);
    Attempt::new(&sandbox).is_refused("bisect");
}

#[test]
fn a_merge_in_progress_stays_in_progress() {
    let sandbox = diverged();
    assert!(!sandbox.try_git(&["merge", "-q", "other"]).status.success());
    let merging = sandbox.git(&["rev-parse", "MERGE_HEAD"]);
    let before = sandbox.state();
    let said = Attempt::new(&sandbox).is_recorded();
    assert_snapshot(&said, "transcripts/recorded-in-a-merge.txt");
    assert_eq!(sandbox.state(), before);
    assert_eq!(sandbox.git(&["rev-parse", "MERGE_HEAD"]), merging);
    assert_eq!(sandbox.git(&["log", "-1", "--format=%p"]).split_whitespace().count(), 1);
}

#[test]
fn filtered_paths() {
    let sandbox = Sandbox::with_example();
    sandbox.write(".gitattributes", "clients/** filter=git-crypt diff=git-crypt\n");
    Attempt::new(&sandbox).is_refused("filter");
}

#[test]
fn ignored_paths() {
    let sandbox = Sandbox::with_example();
    sandbox.write(".gitignore", "decisions/\n");
    Attempt::new(&sandbox).is_refused("ignored");
}

#[test]
fn formats_that_cannot_be_opened() {
    for (name, option) in
        [("sha256", "--object-format=sha256"), ("reftable", "--ref-format=reftable")]
    {
        let sandbox = files_alone();
        sandbox.git(&["init", "-q", option]);
        Attempt::new(&sandbox).is_refused(name);
    }
}

#[test]
fn an_index_that_is_damaged() {
    let sandbox = Sandbox::with_example();
    sandbox.write(".git/index", "nonsense");
    Attempt::new(&sandbox).is_refused("damaged-index");
}

#[test]
fn a_repository_of_somebody_else() {
    let sandbox = Sandbox::with_example();
    // Only a superuser can give a folder away.
    let Ok(()) = chown(sandbox.vault(), Some(4242), Some(4242)) else { return };
    Attempt::new(&sandbox).is_refused("other-owner");
    sandbox.git(&[
        "config",
        "--global",
        "--add",
        "safe.directory",
        sandbox.vault().to_str().unwrap(),
    ]);
    Attempt::new(&sandbox).is_recorded();
}

/// A folder in which this user cannot write: a superuser gives it to somebody else, and the
/// program with it.
#[test]
fn a_folder_that_cannot_be_written() {
    let sandbox = Sandbox::with_example();
    let folder = sandbox.vault().join("clients/harbour-and-finch/decisions");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o555)).unwrap();
    let mut attempt = Attempt::new(&sandbox);
    if fs::File::create(folder.join("probe")).is_ok() {
        fs::remove_file(folder.join("probe")).unwrap();
        let copy = sandbox.home().join("casefile");
        fs::copy(PROGRAM, &copy).unwrap();
        let given = sandbox.command("chown").args(["-R", "4242:4242"]).arg(sandbox.home()).status();
        assert!(given.unwrap().success());
        sandbox.git(&["config", "--global", "--add", "safe.directory", "*"]);
        let config = sandbox.home().join(".gitconfig");
        chown(config, Some(4242), Some(4242)).unwrap();
        attempt.line = DECIDE.replace("casefile ", "../casefile ");
        attempt.user = Some(4242);
    }
    attempt.is_refused("read-only");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).unwrap();
    attempt.is_recorded();
}

/// A file that is larger than the disk takes: the limit on the size of files stands for it.
#[test]
fn a_disk_that_is_full() {
    let sandbox = Sandbox::with_example();
    fs::write(sandbox.home().join("mail.txt"), "x".repeat(300_000)).unwrap();
    fs::write(sandbox.home().join("noise.txt"), noise(300_000)).unwrap();
    let limited = |file| {
        let limit = "trap '' XFSZ; ulimit -f 128";
        format!("{limit}; casefile log harbour scope-creep -m x --evidence ../{file}")
    };
    let attempt = |line| Attempt { line, ..Attempt::new(&sandbox) };
    attempt(limited("mail.txt")).is_refused("full-disk");
    let settings = sandbox.read("casefile.toml") + "\n[ledger]\ncommit = \"records\"\n";
    sandbox.write("casefile.toml", settings);
    attempt(limited("mail.txt")).is_refused("full-disk-after-git");
    attempt(limited("noise.txt")).is_refused("full-disk-in-git");
    let line = "trap '' XFSZ; ulimit -f 0; ".to_owned() + DECIDE;
    attempt(line).is_refused("full-disk-at-once");
    Attempt::new(&sandbox).is_recorded();
}

/// Bytes that cannot be compressed, the same each time.
fn noise(length: usize) -> Vec<u8> {
    let mut state = 0x2545_f491_4f6c_dd1d_u64;
    std::iter::repeat_with(|| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        b"0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_"
            [usize::try_from(state >> 58).unwrap()]
    })
    .take(length)
    .collect()
}
