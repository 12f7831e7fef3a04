//! Files that a user names for an answer: what they may take the place of, and what stays.

use std::fs;

use crate::sandbox::Sandbox;

/// Runs a command that answers into a file; the exit code and what it said.
fn into(sandbox: &Sandbox, words: &[&str], file: &str) -> (Option<i32>, String) {
    let output = sandbox.try_casefile(&[words, &["-o", file]].concat());
    (output.status.code(), String::from_utf8(output.stderr).unwrap())
}

#[test]
fn nothing_of_a_vault_or_of_git_is_written_over() {
    let sandbox = Sandbox::with_example();
    let before = sandbox.files();
    let config = sandbox.read(".git/config");
    let note = "clients/harbour-and-finch/harbour-and-finch.md";
    let of_vault = [note, "casefile.toml", ".gitattributes", "clients/moulin-lacaze/invoices.csv"];
    for file in of_vault.into_iter().filter(|file| sandbox.exists(file)) {
        for force in [&[][..], &["--force"]] {
            for command in ["status", "report", "check", "flags"] {
                let words = [&[command, "-f", "json"], force].concat();
                let (code, said) = into(&sandbox, &words, file);
                assert_eq!(code, Some(2), "{words:?} {file}");
                assert!(said.contains("is a file of the vault"), "{said}");
            }
        }
    }
    for file in [".git/config", ".git/new.json", ".git/hooks/post-commit"] {
        let words = ["explain", "moulin", "-f", "json", "--force"];
        let (code, said) = into(&sandbox, &words, file);
        assert_eq!(code, Some(2), "{file}");
        assert!(said.contains("lies in git's own folder"), "{said}");
    }
    let (code, said) = into(&sandbox, &["bundle", "moulin"], ".git/bundle");
    assert_eq!(code, Some(2), "{said}");
    std::os::unix::fs::symlink(sandbox.vault().join(note), sandbox.home().join("link")).unwrap();
    assert_eq!(into(&sandbox, &["status", "-f", "json"], "../link").0, Some(2));
    assert_eq!(sandbox.files(), before);
    assert_eq!(sandbox.read(".git/config"), config);
    assert!(!sandbox.exists(".git/new.json") && !sandbox.exists(".git/bundle"));
}

#[test]
fn an_answer_takes_the_place_of_an_answer_and_of_nothing_else() {
    let sandbox = Sandbox::with_example();
    let file = sandbox.home().join("out");
    let words: [&[&str]; 8] = [
        &["report", "moulin", "-f", "html"],
        &["report", "-f", "markdown"],
        &["report", "moulin", "-f", "json"],
        &["timeline", "moulin", "-f", "json"],
        &["check", "-f", "sarif"],
        &["check", "-f", "json"],
        &["audit", "-f", "json"],
        &["audit", "verify", "moulin", "-f", "json"],
    ];
    fs::write(&file, "").unwrap();
    for words in words {
        for time in ["first", "second"] {
            let (code, said) = into(&sandbox, words, "../out");
            assert_eq!(code, Some(0), "{time} {words:?}: {said}");
        }
    }
    for text in ["My own words.\n", "{\n  \"mine\": 1\n}\n", "<!doctype html>\n<p>mine\n"] {
        fs::write(&file, text).unwrap();
        let (code, said) = into(&sandbox, &["status"], "../out");
        assert_eq!(code, Some(2), "{text}");
        assert!(said.contains("add `--force`"), "{said}");
        assert_eq!(fs::read_to_string(&file).unwrap(), text);
    }
    assert_eq!(into(&sandbox, &["status", "--force"], "../out").0, Some(0));
    assert!(fs::read_to_string(&file).unwrap().starts_with("Client"));
    assert_eq!(into(&sandbox, &["status"], "/dev/null").0, Some(0));
}

#[test]
fn a_report_says_what_it_takes_for_a_value_that_cannot_be_read() {
    let sandbox = Sandbox::with_example();
    let note = "clients/lantern-press/2026-11-18-mail.md";
    sandbox.write(
        note,
        "---\ntype: incident\ndate: 2026-11-18\nflags: [scope-creep]\nseverity: haute\nstatus: écarté\n---\nA page more.\n",
    );
    let list = "---\ntype: credit\ndate: 2026-11-18\nincidents:\n  - {flags: [threat], observed: A threat.}\n---\nThanks.\n";
    sandbox.write("clients/lantern-press/list.md", list);
    let said = [
        "2026-11-18-mail: the severity `haute` could not be read, so it counts as “medium”.",
        "2026-11-18-mail: the status `écarté` could not be read, so it counts as “confirmed”.",
        "list#1: no severity is noted, so it counts as “medium”.",
    ];
    for words in [
        &["report", "lantern"][..],
        &["report", "lantern", "-f", "markdown"],
        &["report", "lantern", "-f", "html"],
        &["explain", "lantern"],
    ] {
        let answer = sandbox.casefile(words).replace('\\', "").replace('\n', " ");
        for said in said {
            assert!(answer.contains(said), "{words:?} lacks {said}: {answer}");
        }
    }
    let output = sandbox.try_casefile(&["check", note]);
    let found = String::from_utf8(output.stdout).unwrap();
    assert!(found.contains("`high`") && found.contains("`dismissed`"), "{found}");
    let french = sandbox.casefile(&["report", "lantern", "--language", "fr"]).replace('\n', " ");
    assert!(french.contains("la gravité `haute` n'a pas pu être lue"), "{french}");
    let log = sandbox.try_casefile(&["log", "lantern", "threat", "--severity=élevée", "-mx"]);
    assert!(String::from_utf8(log.stderr).unwrap().contains("did you mean `high`?"));
}

#[test]
fn the_trail_and_its_verification_go_into_files() {
    let sandbox = Sandbox::with_example();
    for words in [&["audit"][..], &["audit", "moulin"], &["audit", "verify"]] {
        for (file, format) in [("../trail.txt", "text"), ("../trail.json", "json")] {
            let (code, said) = into(&sandbox, &[words, &["--force"]].concat(), file);
            assert_eq!(code, Some(0), "{words:?} {file}: {said}");
            let expected = sandbox.casefile(&[words, &["-f", format]].concat());
            assert_eq!(sandbox.read(file), expected, "{words:?} {file}");
        }
    }
    assert_eq!(into(&sandbox, &["audit"], "../trail.html").0, Some(2));
}
