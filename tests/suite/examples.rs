//! The examples of rules: `tests/rules/<code>/{bad,good}.…` laid over a small vault.

use std::fs;
use std::path::{Path, PathBuf};

use casefile::finding::Finding;
use casefile::survey::Survey;
use casefile::vault::Vault;
use jiff::Timestamp;

/// The file that `bad.md` and `good.md` become.
const NOTE: &str = "clients/example-client/2026-04-11-example.md";

/// The files that other examples become, by their ending.
const TARGETS: [(&str, &str); 3] = [
    ("client.md", "clients/example-client/example-client.md"),
    ("toml", "casefile.toml"),
    ("csv", "clients/example-client/invoices.csv"),
];

/// An example of a rule: what has the fault, or the same without it.
#[derive(Debug)]
pub(crate) struct Example {
    /// The files it puts in the vault, sorted: path and bytes.
    pub(crate) files: Vec<(String, Vec<u8>)>,
    /// What cannot be kept in a file of a repository, step by step.
    recipe: Vec<String>,
}

/// The folder with the examples of all rules.
pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/rules")
}

/// The codes that have examples, sorted.
pub(crate) fn codes() -> Vec<String> {
    let entries = fs::read_dir(folder()).expect("the examples");
    let mut codes: Vec<String> = entries
        .map(|entry| entry.expect("an example"))
        .filter(|entry| entry.path().is_dir() && entry.file_name() != "base")
        .map(|entry| entry.file_name().into_string().expect("a code"))
        .collect();
    codes.sort();
    codes
}

/// The example `bad` or `good` of a rule; `None` where there is none.
pub(crate) fn load(code: &str, which: &str) -> Option<Example> {
    let folder = folder().join(code);
    let mut example = Example { files: Vec::new(), recipe: Vec::new() };
    if let Ok(text) = fs::read_to_string(folder.join(format!("{which}.recipe"))) {
        example.recipe = text.lines().map(str::to_owned).collect();
    }
    let note = [("md", NOTE)];
    for (ending, target) in note.iter().chain(&TARGETS) {
        if let Ok(bytes) = fs::read(folder.join(format!("{which}.{ending}"))) {
            example.files.push(((*target).to_owned(), bytes));
        }
    }
    let below = folder.join(which);
    if below.is_dir() {
        collect(&below, &below, &mut example.files);
        example.files.sort();
    }
    (!example.files.is_empty() || !example.recipe.is_empty()).then_some(example)
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<(String, Vec<u8>)>) {
    for entry in fs::read_dir(folder).expect("a folder of an example") {
        let path = entry.expect("a file of an example").path();
        if path.is_dir() {
            collect(root, &path, files);
            continue;
        }
        let below = path.strip_prefix(root).expect("a path below").iter();
        let parts: Vec<_> = below.map(|part| part.to_string_lossy()).collect();
        files.push((parts.join("/"), fs::read(&path).expect("a file of an example")));
    }
}

impl Example {
    /// The recipe, where there is one: its comment lines.
    pub(crate) fn description(&self) -> Option<&str> {
        self.recipe.first().map(|line| line.trim_start_matches("# "))
    }

    /// What `check` finds in the base vault with this example laid over it, on 1 May 2026.
    pub(crate) fn check(&self) -> Vec<Finding> {
        let folder = tempfile::tempdir().expect("a folder");
        self.lay_over(folder.path());
        let findings = check(folder.path());
        self.recipe.iter().for_each(|step| undo(step, folder.path()));
        findings
    }

    fn lay_over(&self, root: &Path) {
        let mut base = Vec::new();
        collect(&folder().join("base"), &folder().join("base"), &mut base);
        for (path, bytes) in base.iter().chain(&self.files) {
            write(&root.join(path), bytes);
        }
        self.recipe.iter().for_each(|step| follow(step, root));
    }
}

/// What `check` finds in the vault at `root` on 1 May 2026.
pub(crate) fn check(root: &Path) -> Vec<Finding> {
    let vault = Vault::open(root.to_path_buf()).expect("a vault");
    let now: Timestamp = "2026-05-01T12:00:00Z".parse().expect("a moment");
    Survey::of(&vault).check(now).expect("a check").findings
}

/// Writes a file, its folders included.
pub(crate) fn write(path: &Path, bytes: &[u8]) {
    fs::create_dir_all(path.parent().expect("a folder")).expect("a folder");
    fs::write(path, bytes).expect("a file");
}

/// `fill PATH SIZE "HEAD" "AGAIN" "TAIL"`, `link PATH TARGET`, `forbid PATH`.
fn follow(step: &str, root: &Path) {
    let words: Vec<&str> = step.split(' ').collect();
    match words[..] {
        ["fill", path, size, ..] => {
            let size: usize = size.parse().expect("a size");
            let texts: Vec<String> =
                step.split('"').skip(1).step_by(2).map(|text| text.replace("\\n", "\n")).collect();
            let [head, again, tail] = &texts[..] else { panic!("three texts in `{step}`") };
            let middle = again.repeat((size - head.len() - tail.len()) / again.len());
            write(&root.join(path), [head.as_str(), &middle, tail].concat().as_bytes());
        }
        ["link", path, target] => link(target, &root.join(path)),
        ["forbid", path] => set_mode(&root.join(path), 0o000),
        _ => assert!(step.starts_with('#') || step.is_empty(), "no step `{step}`"),
    }
}

/// Makes forbidden files deletable again.
fn undo(step: &str, root: &Path) {
    if let Some(path) = step.strip_prefix("forbid ") {
        set_mode(&root.join(path), 0o644);
    }
}

#[cfg(unix)]
fn link(target: &str, at: &Path) {
    std::os::unix::fs::symlink(target, at).expect("a link");
}

#[cfg(unix)]
fn set_mode(path: &Path, mode: u32) {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(path, fs::Permissions::from_mode(mode)).expect("permissions");
}

#[cfg(not(unix))]
fn link(_: &str, _: &Path) {}

#[cfg(not(unix))]
fn set_mode(_: &Path, _: u32) {}

/// Whether this user may read what is forbidden to everybody, or the system has no such thing.
pub(crate) fn may_read_everything() -> bool {
    let file = tempfile::NamedTempFile::new().expect("a file");
    set_mode(file.path(), 0o000);
    fs::read(file.path()).is_ok()
}
