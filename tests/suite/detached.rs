//! Exhibits that are kept apart: git has the digest, and the file stays where it is.

use std::fs;
use std::path::PathBuf;

use serde_json::Value;

use crate::sandbox::Sandbox;

/// What a recording of a call might be.
const BYTES: &[u8] = b"\x00\x00\x00\x18ftypmp42 a recording that git is not to have";

/// The example, with a call logged whose recording is kept apart.
struct Case {
    sandbox: Sandbox,
    recording: PathBuf,
}

impl Case {
    fn new() -> Self {
        let sandbox = Sandbox::with_example();
        let recording = sandbox.home().join("Call.mp4");
        fs::write(&recording, BYTES).unwrap();
        let case = Self { sandbox, recording };
        let written = case.log(&["--detached"]).0;
        assert_eq!(written.lines().count(), 2, "{written}");
        case
    }

    fn log(&self, more: &[&str]) -> (String, String) {
        let recording = self.recording.to_str().unwrap();
        let log = ["log", "lantern", "disrespect", "--severity=low"];
        let date = more.iter().any(|word| word.starts_with("--date"));
        let date: &[&str] = if date { &[] } else { &["--date=2026-11-02"] };
        let rest = ["-m", "They shouted.", "--evidence", recording];
        let output = self.sandbox.try_casefile(&[&log[..], date, &rest, more].concat());
        let said = String::from_utf8(output.stderr).unwrap();
        assert!(output.status.success(), "{said}");
        (String::from_utf8(output.stdout).unwrap(), said)
    }

    fn note(&self) -> String {
        format!("clients/lantern-press/evidence/{}.md", self.name())
    }

    /// The exhibit's name as its note has it.
    fn name(&self) -> String {
        let folder = self.sandbox.vault().join("clients/lantern-press/evidence");
        let mut names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
        let name = names.find(|name| name.to_string_lossy().ends_with(".mp4.md")).unwrap();
        name.into_string().unwrap().trim_end_matches(".md").to_owned()
    }

    /// Exit code, answer and what was said beside it.
    fn run(&self, arguments: &[&str]) -> (Option<i32>, String, String) {
        let output = self.sandbox.try_casefile(arguments);
        let text = |bytes| String::from_utf8(bytes).unwrap();
        (output.status.code(), text(output.stdout), text(output.stderr))
    }
}

#[test]
fn the_note_has_the_digest_and_git_never_the_bytes() {
    let case = Case::new();
    let note = case.sandbox.read(&case.note());
    let place = case.recording.canonicalize().unwrap();
    for line in [
        format!("size: {}\n", BYTES.len()),
        "store: detached\n".to_owned(),
        format!("kept-at: {}\n", place.display()),
        "media-type: video/mp4\n".to_owned(),
        "origin: Call.mp4\n".to_owned(),
    ] {
        assert!(note.replace('"', "").contains(&line), "{line}{note}");
    }
    assert!(!case.sandbox.exists(case.note().trim_end_matches(".md")));
    let (code, _, said) = case.run(&["check", "--strict"]);
    assert_eq!(code, Some(0), "{said}");
    case.sandbox.casefile(&["record"]);
    let blob = case.sandbox.git(&["hash-object", case.recording.to_str().unwrap()]);
    assert!(!case.sandbox.try_git(&["cat-file", "-e", blob.trim()]).status.success());
    let (code, answer, _) = case.run(&["audit", "verify", "lantern"]);
    assert_eq!(code, Some(0), "{answer}");
    // The same file again is the same exhibit.
    let (written, said) = case.log(&["--detached"]);
    assert_eq!(written.lines().count(), 1, "{written}");
    assert!(said.contains("is on file already"), "{said}");
}

#[test]
fn a_file_that_is_not_here_is_told_calmly() {
    let case = Case::new();
    fs::remove_file(&case.recording).unwrap();
    let (code, answer, said) = case.run(&["check", "--strict"]);
    assert_eq!((code, answer.as_str()), (Some(0), ""), "{said}");
    assert!(said.contains("is kept apart, at `") && said.contains("was not compared"), "{said}");
    let (code, answer, _) = case.run(&["check", "-f", "json"]);
    let answer: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!((code, &answer["absent"]), (Some(0), &Value::from(vec![case.note()])));
    let (_, _, said) = case.run(&["--speak", "fr", "check", "clients/lantern-press"]);
    assert!(said.contains("est conservé à part"), "{said}");
    let (_, _, said) = case.run(&["check", "clients/moulin-lacaze"]);
    assert!(!said.contains("kept apart"), "{said}");
}

#[test]
fn another_file_in_its_place_is_a_finding() {
    let case = Case::new();
    fs::write(&case.recording, "another").unwrap();
    let (code, answer, _) = case.run(&["check"]);
    assert_eq!(code, Some(1));
    assert!(answer.contains("exhibit-changed") && answer.contains("`kept-at`"), "{answer}");
}

#[test]
fn a_copy_beside_the_note_counts_and_is_not_recorded() {
    let case = Case::new();
    let copy = case.sandbox.vault().join(case.note().trim_end_matches(".md"));
    fs::rename(&case.recording, &copy).unwrap();
    let (code, _, said) = case.run(&["check", "--strict"]);
    assert!(code == Some(0) && !said.contains("kept apart"), "{said}");
    let (_, _, said) = case.run(&["record"]);
    assert!(said.contains("left alone: `") && said.contains("is kept apart"), "{said}");
    let status = case.sandbox.git(&["status", "--porcelain", "--untracked-files=all"]);
    assert_eq!(status.lines().count(), 1, "{status}");
    fs::write(&copy, "another").unwrap();
    assert_eq!(case.run(&["check"]).0, Some(1));
}

#[test]
fn what_is_no_plain_file_is_not_opened() {
    let case = Case::new();
    fs::remove_file(&case.recording).unwrap();
    let place = case.recording.to_str().unwrap();
    assert!(case.sandbox.command("mkfifo").arg(place).status().unwrap().success());
    assert_eq!(case.run(&["check", "--strict"]).0, Some(0), "a pipe is waited for by nobody");
    fs::remove_file(&case.recording).unwrap();
    let secret = case.sandbox.home().join("secret");
    fs::write(&secret, "other").unwrap();
    std::os::unix::fs::symlink(&secret, &case.recording).unwrap();
    assert_eq!(case.run(&["check", "--strict"]).0, Some(0), "a link is not followed");
    let note = case.sandbox.read(&case.note()).replace(place, "/proc/kmsg");
    case.sandbox.write(&case.note(), note);
    assert!(case.run(&["check", "--strict"]).0 < Some(2));
    let nowhere = ["log", "lantern", "threat", "-m", "X.", "--detached", "--evidence", "nowhere"];
    let (code, _, said) = case.run(&nowhere);
    assert!(code == Some(2) && said.contains("`nowhere`"), "{said}");
}

#[test]
fn a_bundle_has_the_file_where_it_is_here_and_says_so_where_not() {
    let case = Case::new();
    case.sandbox.casefile(&["record"]);
    let exhibit = |bundle: &str| {
        let folder = case.sandbox.vault().join(bundle).join("data/01-exhibits");
        let mut names = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path());
        names.find(|path| path.to_string_lossy().ends_with(".mp4"))
    };
    let checks = |bundle: &str| {
        let folder = case.sandbox.vault().join(bundle);
        let check = ["-c", "--quiet", "manifest-sha256.txt"];
        case.sandbox
            .command("sha256sum")
            .current_dir(folder)
            .args(check)
            .status()
            .unwrap()
            .success()
    };
    case.sandbox.casefile(&["bundle", "lantern", "-o", "../with"]);
    assert_eq!(fs::read(exhibit("../with").unwrap()).unwrap(), BYTES);
    assert!(checks("../with"));

    fs::write(&case.recording, vec![b'x'; BYTES.len()]).unwrap();
    let (code, _, said) = case.run(&["bundle", "lantern", "-o", "../other"]);
    assert_eq!((code, exhibit("../other")), (Some(0), None), "{said}");
    assert!(said.contains("is not the one that was kept"), "{said}");

    fs::remove_file(&case.recording).unwrap();
    let (code, _, said) = case.run(&["bundle", "lantern", "-o", "../without"]);
    assert_eq!((code, exhibit("../without")), (Some(0), None), "{said}");
    assert!(said.contains("is not here: the bundle has its note and digest alone"), "{said}");
    assert!(checks("../without"));
    let data = case.sandbox.vault().join("../without/data");
    for page in ["00-chronology.md", "00-chronology.html"] {
        let page = fs::read_to_string(data.join(page)).unwrap();
        assert!(page.contains("kept apart, not in this bundle"), "{page}");
    }
    let custody = fs::read_to_string(data.join("05-custody.csv")).unwrap();
    let line = custody.lines().find(|line| line.contains(".mp4")).unwrap();
    let cells: Vec<&str> = line.split(',').collect();
    assert_eq!((cells[1], cells[2], cells[3]), ("", "", &*BYTES.len().to_string()), "{line}");
    assert_eq!(cells[8].len(), 64, "{line}");
}

#[test]
fn a_large_original_is_told_how_to_be_kept_apart() {
    let case = Case::new();
    fs::write(&case.recording, vec![7; 11 * 1024 * 1024]).unwrap();
    let (_, said) = case.log(&["--detached"]);
    assert!(!said.contains("MB"), "{said}");
    let (_, said) = case.log(&["--dry-run"]);
    assert!(said.contains("has 11 MB") && said.contains("`log --detached`"), "{said}");
    let settings = case.sandbox.read("casefile.toml") + "\n[ledger]\ncommit = \"records\"\n";
    case.sandbox.write("casefile.toml", settings);
    let (_, said) = case.log(&["--date=2026-11-03"]);
    assert_eq!(said.matches("MB").count(), 1, "{said}");
    assert!(said.contains("`log --detached` keeps the digest alone"), "{said}");
}

#[test]
fn a_word_that_is_no_store_is_a_finding() {
    let case = Case::new();
    let note = case.sandbox.read(&case.note()).replace("store: detached", "store: detatched");
    case.sandbox.write(&case.note(), note);
    let (code, answer, _) = case.run(&["check"]);
    assert_eq!(code, Some(1));
    assert!(answer.contains("unknown-value") && answer.contains("missing-exhibit"), "{answer}");
}
