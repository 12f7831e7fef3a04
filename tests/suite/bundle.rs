//! Bundles, checked with the programs a stranger has: sha256sum, git, the validator of BagIt.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

use crate::python::python_with;
use crate::sandbox::Sandbox;

/// The other clients of the example vault, as a bundle about Atelier Nova must not name them.
const OTHERS: [&str; 5] = ["brightwell", "conserverie", "harbour", "lantern", "moulin"];

fn casefile(sandbox: &Sandbox, words: &[&str]) -> Output {
    sandbox
        .command(env!("CARGO_BIN_EXE_casefile"))
        .args(["--now", "2026-11-20", "--speak", "en"])
        .args(words)
        .output()
        .unwrap()
}

fn done(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(output.status.success(), "{said}");
    said
}

/// The example vault, recorded as `init --example` does.
fn example() -> Sandbox {
    let sandbox = Sandbox::bare_home();
    for (key, value) in [("user.name", "Jenna Ray"), ("user.email", "jenna@example.org")] {
        sandbox.git(&["config", "--global", key, value]);
    }
    done(&casefile(&sandbox, &["init", "--example", "."]));
    sandbox
}

/// A bundle beside the vault; its folder.
fn bundle(sandbox: &Sandbox, client: &str, name: &str, more: &[&str]) -> PathBuf {
    let folder = sandbox.home().join(name);
    let words = [&["bundle", client, "-o", folder.to_str().unwrap()], more].concat();
    done(&casefile(sandbox, &words));
    folder
}

/// Every file below a folder, sorted: path and bytes.
fn files(folder: &Path) -> Vec<(String, Vec<u8>)> {
    fn collect(root: &Path, folder: &Path, found: &mut Vec<(String, Vec<u8>)>) {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.is_dir() {
                collect(root, &path, found);
            } else {
                let name = path.strip_prefix(root).unwrap().to_str().unwrap().to_owned();
                found.push((name, fs::read(&path).unwrap()));
            }
        }
    }
    let mut found = Vec::new();
    collect(folder, folder, &mut found);
    found.sort();
    found
}

/// The commands of README-VERIFY.txt, each run as it is written; what they print.
fn run_readme(sandbox: &Sandbox, folder: &Path) -> Vec<(String, String)> {
    let readme = fs::read_to_string(folder.join("README-VERIFY.txt")).unwrap();
    let commands = readme.lines().filter_map(|line| line.strip_prefix("      "));
    let run = |line: &str| {
        let output = sandbox.command("sh").current_dir(folder).args(["-c", line]).output().unwrap();
        let said = String::from_utf8_lossy(&output.stdout).into_owned();
        let wrong = String::from_utf8_lossy(&output.stderr);
        assert!(output.status.success(), "`{line}`: {said}{wrong}");
        (line.to_owned(), said)
    };
    commands.map(run).collect()
}

/// The reference validator of BagIt, from PyPI.
fn bagit(folder: &Path) -> Output {
    let python = python_with(&["bagit==1.9.0"]);
    Command::new(python).args(["-m", "bagit", "--validate"]).arg(folder).output().unwrap()
}

#[track_caller]
fn assert_valid(folder: &Path) {
    let output = bagit(folder);
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "bagit: {said}");
    assert!(!said.to_lowercase().contains("warning"), "bagit: {said}");
}

#[test]
fn every_command_of_the_instructions_works_as_written() {
    let sandbox = example();
    let folder = bundle(&sandbox, "atelier-nova", "out", &[]);
    let ran = run_readme(&sandbox, &folder);
    assert_eq!(ran.len(), 7, "{ran:?}");
    assert!(ran[4].1.contains("Casefile-Digest: sha256:"), "{}", ran[4].1);
    assert_eq!(ran[5].1, "");
    let digests = || ran[6].1.lines().map(|line| &line[..64]);
    assert!(digests().count() > 0 && digests().all(|digest| ran[4].1.contains(digest)));
    assert_valid(&folder);
}

#[test]
fn a_changed_byte_shows() {
    let sandbox = example();
    let folder = bundle(&sandbox, "atelier-nova", "out", &[]);
    let exhibit = folder.join("data/01-exhibits/E01-2026-04-11-mail-ef900e.eml");
    let mut bytes = fs::read(&exhibit).unwrap();
    bytes[0] ^= 1;
    fs::write(&exhibit, bytes).unwrap();
    let check = ["-c", "--quiet", "manifest-sha256.txt"];
    let output = sandbox.command("sha256sum").current_dir(&folder).args(check).output().unwrap();
    assert!(!output.status.success());
    assert!(!bagit(&folder).status.success());
}

#[test]
fn the_trail_clones_verifies_and_holds_this_client_alone() {
    let sandbox = example();
    let folder = bundle(&sandbox, "atelier-nova", "out", &[]);
    let pack = folder.join("data/07-ledger.bundle");
    let clone = sandbox.home().join("clone");
    let (pack, at) = (pack.to_str().unwrap(), clone.to_str().unwrap());
    sandbox.git_in(sandbox.home(), &["clone", "-q", pack, at]);
    sandbox.git_in(&clone, &["bundle", "verify", pack]);
    sandbox.git_in(&clone, &["fsck", "--full", "--strict"]);
    let clients = sandbox.git_in(&clone, &["ls-tree", "--name-only", "HEAD:clients"]);
    assert_eq!(clients, "atelier-nova\n");
    let verified = casefile(&sandbox, &["-C", at, "audit", "verify"]);
    done(&verified);
    assert!(String::from_utf8_lossy(&verified.stdout).starts_with("Every record holds: 2 decis"));
    let all = sandbox.git_in(&clone, &["log", "--all", "-p", "--format=raw"]).to_lowercase();
    let of_files = files(&folder).into_iter().map(|(name, bytes)| {
        (name.clone(), format!("{name}{}", String::from_utf8_lossy(&bytes)).to_lowercase())
    });
    for (name, text) in of_files.chain([("the log".to_owned(), all)]) {
        for other in OTHERS {
            assert!(!text.contains(other), "{name} names {other}");
        }
    }
}

#[test]
fn a_commit_about_several_clients_says_nothing_of_the_others() {
    let sandbox = example();
    for client in ["atelier-nova", "lantern-press"] {
        let note = format!("clients/{client}/2026-11-18-more.md");
        sandbox.write(&note, "---\ntype: credit\ndate: 2026-11-18\n---\nThanks.\n");
    }
    sandbox.git(&["add", "."]);
    sandbox.git(&["commit", "-q", "-m", "Lantern Press and the others"]);
    let folder = bundle(&sandbox, "atelier-nova", "out", &[]);
    let log = &run_readme(&sandbox, &folder)[4].1;
    assert!(log.contains("casefile(atelier-nova): record") && !log.contains("Lantern"), "{log}");
}

#[test]
fn the_same_vault_and_clock_make_the_same_bytes() {
    let sandbox = example();
    let one = bundle(&sandbox, "moulin-lacaze", "one", &["--zip"]);
    let two = bundle(&sandbox, "moulin-lacaze", "two", &["--zip"]);
    assert_eq!(files(&one), files(&two));
    let zip = |name: &str| fs::read(sandbox.home().join(name)).unwrap();
    assert_eq!(zip("one.zip"), zip("two.zip"));
    let before = sandbox.git(&["count-objects", "-v"]);
    bundle(&sandbox, "moulin-lacaze", "three", &[]);
    assert_eq!(sandbox.git(&["count-objects", "-v"]), before, "nothing is written into the vault");
}

#[test]
fn originals_are_handed_over_byte_for_byte() {
    let sandbox = example();
    let folder = bundle(&sandbox, "moulin-lacaze", "out", &["--withhold", "Moulin"]);
    let handed = files(&folder);
    let originals = files(&sandbox.vault().join("clients/moulin-lacaze"));
    assert!(originals.len() > 10);
    for (name, bytes) in originals {
        assert!(handed.iter().any(|(_, other)| *other == bytes), "{name} is not there as it is");
    }
}

#[test]
fn nothing_is_overwritten() {
    let sandbox = example();
    let folder = sandbox.home().join("out");
    fs::create_dir(&folder).unwrap();
    let output = casefile(&sandbox, &["bundle", "atelier", "-o", folder.to_str().unwrap()]);
    assert_eq!(output.status.code(), Some(2));
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 0);
    let output = casefile(&sandbox, &["bundle", "atelier", "-o", "clients/atelier-nova/out"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(!sandbox.exists("clients/atelier-nova/out"));
}

#[test]
fn what_is_withheld_is_in_no_chronology_and_is_counted() {
    let sandbox = example();
    let more = ["--withhold", "léa", "--withhold", "2400", "--withhold", "Nowhere"];
    let folder = sandbox.home().join("out");
    let words = [&["bundle", "atelier", "-o", folder.to_str().unwrap()], &more[..]].concat();
    let said = done(&casefile(&sandbox, &words));
    assert!(said.contains("`Nowhere` is nowhere in the chronology"), "{said}");
    for name in ["data/00-chronology.md", "data/00-chronology.html"] {
        let text = fs::read_to_string(folder.join(name)).unwrap();
        assert!(!text.contains("Léa") && !text.contains("2\u{202f}400,00"), "{name}");
        assert!(text.contains("Marque 1\u{a0}: un nom ou d"), "{name}");
        assert!(text.contains("autres mots, 0 fois."), "{name}");
    }
    assert_valid(&folder);
}

#[test]
fn a_document_is_in_the_language_of_the_client_or_in_that_asked_for() {
    let sandbox = example();
    let head = |folder: &Path| {
        let text = fs::read_to_string(folder.join("data/00-chronology.md")).unwrap();
        text.lines().next().unwrap().to_owned()
    };
    let own = bundle(&sandbox, "atelier-nova", "own", &[]);
    assert_eq!(head(&own), "# Chronologie\u{a0}: Atelier Nova");
    let asked = bundle(&sandbox, "atelier-nova", "asked", &["--language", "en"]);
    assert_eq!(head(&asked), "# Chronology: Atelier Nova");
}

#[test]
fn an_empty_client_is_a_valid_bundle_too() {
    let sandbox = example();
    done(&casefile(&sandbox, &["new", "Nobody Yet"]));
    let folder = bundle(&sandbox, "nobody-yet", "out", &[]);
    assert_valid(&folder);
    assert!(!folder.join("data/07-ledger.bundle").exists());
    assert_eq!(run_readme(&sandbox, &folder).len(), 2);
    // Recorded, and still without a decision.
    sandbox.git(&["add", "."]);
    sandbox.git(&["commit", "-q", "-m", "x"]);
    let folder = bundle(&sandbox, "nobody-yet", "recorded", &[]);
    assert_eq!(run_readme(&sandbox, &folder).len(), 6);
}

#[test]
fn hostile_names_and_words_do_no_harm() {
    let sandbox = example();
    let client = "clients/-rf $(touch hacked) 'x' \"y\"";
    sandbox.write(
        &format!("{client}/client.md"),
        "---\ntype: client\nname: \"<script>alert(1)</script> | `x` $(touch hacked)\"\n---\n",
    );
    for name in
        ["a\nb.txt", "100%0A.txt", "back\\slash.txt", "=cmd|x.csv", "-n.txt", "é\u{202e}.eml"]
    {
        sandbox.write(&format!("{client}/evidence/{name}"), name);
    }
    sandbox.git(&["add", "."]);
    sandbox.git(&["commit", "-q", "-m", "x"]);
    let folder = sandbox.home().join("out dir");
    let id = client.strip_prefix("clients/").unwrap();
    let words = ["bundle", "-o", folder.to_str().unwrap(), "--", id];
    done(&casefile(&sandbox, &words));
    assert_valid(&folder);
    assert_eq!(run_readme(&sandbox, &folder).len(), 6);
    assert!(!folder.join("hacked").exists());
    let html = fs::read_to_string(folder.join("data/00-chronology.html")).unwrap();
    assert!(!html.contains("<script>"));
    assert_eq!(files(&folder).iter().filter(|(name, _)| name.contains("01-exhibits")).count(), 6);
}

#[test]
fn a_place_says_what_it_does_not_take() {
    let sandbox = example();
    let folder = sandbox.home().join("out");
    let words = ["bundle", "moulin", "-o", folder.to_str().unwrap(), "--profile", "stripe"];
    let output = casefile(&sandbox, &words);
    assert_eq!(output.status.code(), Some(1));
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(said.contains("stripe: E02 is of a kind that is not taken there"), "{said}");
    assert_valid(&folder);
}

#[test]
fn what_is_dated_later_is_left_out() {
    let sandbox = example();
    let folder = bundle(&sandbox, "atelier-nova", "out", &["--as-of", "2026-10-31"]);
    let names: Vec<String> = files(&folder).into_iter().map(|(name, _)| name).collect();
    assert!(names.iter().any(|name| name.contains("2026-10-22-boundary")));
    assert!(!names.iter().any(|name| name.contains("2026-11-1")), "{names:?}");
    let report = fs::read_to_string(folder.join("data/06-verify-report.txt")).unwrap();
    assert!(!report.contains("exit"), "{report}");
    let ran = run_readme(&sandbox, &folder);
    assert!(ran[4].1.contains("boundary") && !ran[4].1.contains("exit"), "{}", ran[4].1);
}

#[test]
fn a_signed_decision_can_be_checked_by_its_own_commit() {
    let sandbox = example();
    let key = sandbox.home().join("key");
    let words = ["-q", "-t", "ed25519", "-N", "", "-f", key.to_str().unwrap()];
    assert!(sandbox.command("ssh-keygen").args(words).status().unwrap().success());
    let public = fs::read_to_string(key.with_extension("pub")).unwrap();
    let signers = sandbox.home().join("signers");
    fs::write(&signers, format!("jenna@example.org {public}")).unwrap();
    for (name, value) in [
        ("gpg.format", "ssh"),
        ("user.signingKey", key.to_str().unwrap()),
        ("commit.gpgsign", "true"),
        ("gpg.ssh.allowedSignersFile", signers.to_str().unwrap()),
    ] {
        sandbox.git(&["config", "--global", name, value]);
    }
    let words = ["decide", "moulin", "boundary", "--statement", "No work while overdue."];
    let more = ["--covers", "late-payment", "--consequence", "Work stops.", "--told", "email"];
    done(&casefile(&sandbox, &[&words[..], &more[..]].concat()));
    let folder = bundle(&sandbox, "moulin-lacaze", "out", &[]);
    let ran = run_readme(&sandbox, &folder);
    assert_eq!(ran.len(), 9, "{ran:?}");
    assert!(ran[8].0.contains("verify-commit"));
    assert_valid(&folder);
}

#[test]
fn a_decision_that_was_changed_shows_by_the_instructions_alone() {
    let sandbox = example();
    let decisions = sandbox.vault().join("clients/atelier-nova/decisions");
    let note = fs::read_dir(decisions).unwrap().next().unwrap().unwrap().path();
    let text = fs::read_to_string(&note).unwrap();
    fs::write(&note, format!("{text}A word more.\n")).unwrap();
    sandbox.git(&["commit", "-qam", "tidy up"]);
    let folder = sandbox.home().join("out");
    let tried = casefile(&sandbox, &["bundle", "atelier-nova", "-o", folder.to_str().unwrap()]);
    assert_eq!(tried.status.code(), Some(1));
    let ran = run_readme(&sandbox, &folder);
    let name = note.file_name().unwrap().to_str().unwrap();
    let strangers: Vec<&str> = ran[6]
        .1
        .lines()
        .filter(|line| !ran[4].1.contains(&line[..64]))
        .filter_map(|line| line.rsplit('/').next())
        .collect();
    assert_eq!(strangers, [name], "{ran:?}");
    let report = fs::read_to_string(folder.join("data/06-verify-report.txt")).unwrap();
    assert!(report.contains("ALTERED") && !report.contains("git restore"), "{report}");
}
