//! What is shown, and what differs today.

use std::fs;

use super::{DAY, NOVA, Story, differences, incident, incidents, said};

/// One note of each fate: kept, edited, removed, late, and never recorded.
fn eventful() -> (Story, String) {
    let story = Story::begun();
    let edited = story.incident("2026-04-20", "time-boundary", "low");
    let removed = story.incident("2026-04-25", "ultimatum", "medium");
    let then = story.commit("2026-05-02");
    story.incident("2026-05-01", "disrespect", "high");
    story.write(&edited, incident("2026-04-20", "time-boundary", "high"));
    story.commit("2026-05-13");
    fs::remove_file(story.sandbox.vault().join(removed)).unwrap();
    story.incident("2026-06-01", "scope-creep", "low");
    story.commit("2026-06-02");
    story.incident("2026-05-03", "aggressive-tone", "low");
    (story, then)
}

#[test]
fn the_trail_answers_and_says_what_differs_today() {
    let (story, then) = eventful();
    let report = story.report();
    let on_file = &report["on_file"];
    assert_eq!((&on_file["from"], &on_file["commit"]), (&"trail".into(), &then.into()));
    assert_eq!(
        incidents(&report),
        ["2026-04-01-scope-creep", "2026-04-20-time-boundary", "2026-04-25-ultimatum"]
    );
    assert_eq!(
        differences(&report),
        [
            "2026-04-20-time-boundary.md edited 05-13 null",
            "2026-04-25-ultimatum.md removed 06-02 null",
            "2026-05-01-disrespect.md late 05-13 12",
            "2026-05-03-aggressive-tone.md late never null",
        ]
    );
    assert_eq!(on_file["same"], false);
    assert_eq!(on_file["then"]["score"], report["score"]);
    let files = story.json(&["report", "nova", "--as-of", DAY, "--from", "files"]);
    assert_eq!(on_file["today"]["score"], files["score"]);
    assert!(files["on_file"].is_null());
    assert_eq!(said(&report), ["on-file-differs", "on-file-scores", "on-file-dates"]);
}

#[test]
fn every_command_and_format_says_it() {
    let (story, then) = eventful();
    let short = &then[..10];
    for command in [
        &["report", "nova", "-f", "text"][..],
        &["report", "nova", "-f", "markdown"],
        &["report", "nova", "-f", "html"],
        &["report"],
        &["explain", "nova"],
        &["timeline", "nova"],
        &["status"],
    ] {
        let answer = story.text(&[command, &["--as-of", DAY]].concat());
        let answer = answer.replace("&#39;", "'");
        let answer = answer.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(answer.contains(&format!("commit {short} of 2 May 2026")), "{command:?}: {answer}");
        assert!(answer.contains("On file on 3 May 2026: "), "{command:?}: {answer}");
        assert!(answer.contains("the committer's own claim"), "{command:?}: {answer}");
        if command[0] != "status" {
            assert!(answer.contains("recorded 12 days after"), "{command:?}: {answer}");
        }
        let files = story.text(&[command, &["--as-of", DAY, "--from", "files"]].concat());
        assert!(!files.contains(short) && !files.contains("claim"), "{command:?}: {files}");
    }
    let french = story.text(&["--speak", "fr", "explain", "nova", "--as-of", DAY]);
    let french = french.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(french.contains("datée du 1er mai 2026, consignée 12 jours après"), "{french}");
    let status = story.json(&["status", "--as-of", DAY]);
    assert_eq!(
        (&status["as_of"], &status["clients"][0]["on_file"]["same"]),
        (&DAY.into(), &false.into())
    );
    let timeline = story.json(&["timeline", "nova", "--as-of", DAY]);
    assert_eq!(timeline["entries"].as_array().unwrap().len(), 4);
}

#[test]
fn nothing_is_written_not_even_an_object() {
    let (story, _) = eventful();
    story.sandbox.write("mine.md", "staged\n");
    story.sandbox.git(&["add", "mine.md"]);
    let everything = |story: &Story| {
        let git = crate::sandbox::files_below(&story.sandbox.vault().join(".git"));
        (story.sandbox.files(), git)
    };
    let before = everything(&story);
    for command in ["report", "status"] {
        story.text(&[command, "--as-of", DAY]);
    }
    assert!(before == everything(&story));
}

#[test]
fn where_both_agree_it_is_said_with_the_commit() {
    let story = Story::begun();
    let then = story.head();
    // Later things, and other words that tell nothing else of the day.
    story.incident("2026-06-01", "threat", "low");
    let paid = "  - {id: a, issued: 2026-04-01, due: 2026-05-30, amount: 1.00, paid: 2026-06-01}\n";
    let note = "---\ntype: client\nname: Nova\nsigned: 2026-01-10\n";
    story.write(
        "clients/nova/nova.md",
        format!("{note}invoices:\n{}---\n", &paid.replace("04-01", "06-01")),
    );
    let report = story.report();
    assert_eq!(said(&report), ["on-file-same", "on-file-dates"]);
    assert_eq!(
        (&report["on_file"]["same"], &report["on_file"]["commit"]),
        (&true.into(), &then.into())
    );
    assert!(differences(&report).is_empty());
    // An invoice of before is a difference of the client note.
    story.write("clients/nova/nova.md", format!("{note}invoices:\n{paid}---\n"));
    assert_eq!(differences(&story.report()), ["nova.md edited never null"]);
}

#[test]
fn today_and_later_are_answered_by_the_files() {
    let (story, _) = eventful();
    for day in ["2026-11-20", "2027-01-01"] {
        assert!(story.json(&["report", "nova", "--as-of", day])["on_file"].is_null());
    }
    assert!(story.json(&["report", "nova"])["on_file"].is_null());
}

#[test]
fn settings_and_red_flags_are_those_of_then() {
    let story = Story::begun();
    let flag = "---\ntype: flag\nid: scope-creep\nname: {en: Creep}\nweight: 8\n---\n";
    story.write("flags/scope-creep.md", flag);
    story.write("casefile.toml", "format = 1\ntimezone = \"Europe/Paris\"\n[score]\nwatch = 1\n");
    story.commit("2026-06-01");
    let report = story.report();
    assert_eq!(report["thresholds"]["watch"], 4.0);
    assert_eq!(
        differences(&report),
        ["casefile.toml settings never null", "scope-creep.md flag never null"]
    );
    assert!(report["on_file"]["today"]["score"].as_f64() > report["score"].as_f64());
}

#[test]
fn what_a_decision_of_then_names_by_its_digest_was_on_file() {
    let story = Story::begun();
    let cited = story.incident("2026-04-20", "disrespect", "high");
    let late = story.incident("2026-04-21", "threat", "low");
    fs::rename(story.sandbox.vault().join(&late), story.sandbox.home().join("late")).unwrap();
    let edited = "clients/nova/2026-04-01-scope-creep.md";
    story.write(edited, incident("2026-04-01", "scope-creep", "critical"));
    let decide = ["--now", "2026-05-01T10:00", "decide", "nova", "boundary", "--statement=S"];
    let rest = ["--covers=disrespect", "--consequence=C", "--told=email"];
    let because = ["--because=2026-04-01-scope-creep,2026-04-20-disrespect"];
    story.text(&[&decide[..], &rest, &because].concat());
    fs::rename(story.sandbox.home().join("late"), story.sandbox.vault().join(&late)).unwrap();
    let report = story.report();
    assert_eq!(report["on_file"]["vouched"], 2, "{cited} and {edited}");
    assert_eq!(incidents(&report), ["2026-04-01-scope-creep", "2026-04-20-disrespect"]);
    assert_eq!(report["incidents"][0]["severity"], "critical");
    assert_eq!(differences(&report), ["2026-04-21-threat.md late never null"]);
    assert!(said(&report).contains(&"on-file-vouched"));
    // A commit of then that has other words counts more than the decision before it.
    story.write(edited, incident("2026-04-01", "scope-creep", "low"));
    story.sandbox.git(&["add", edited]);
    story.git_on("2026-05-02", &["commit", "-q", "-m", "milder"]);
    story.write(edited, incident("2026-04-01", "scope-creep", "critical"));
    assert_eq!(story.report()["incidents"][0]["severity"], "low");
}

#[test]
fn what_could_not_be_read_then_is_told() {
    let story = Story::begun();
    let path = story.incident("2026-04-20", "disrespect", "high");
    story.write(&path, "---\ntype: incident\ndate: 2026-04-20\nflags: [disrespect]\n");
    story.write("clients/nova/2026-04-21-large.md", vec![b'x'; 9 * 1024 * 1024]);
    story.write("clients/nova/2026-04-22-picture.md", b"\x89PNG\0");
    story.commit("2026-05-01");
    story.write(&path, incident("2026-04-20", "disrespect", "high"));
    let report = story.report();
    assert_eq!(report["unread"]["notes"], 3);
    assert_eq!(differences(&report), ["2026-04-20-disrespect.md edited never null"]);
}

#[cfg(target_os = "linux")]
#[test]
fn links_are_not_followed_and_names_need_not_be_text() {
    use std::os::unix::ffi::OsStrExt as _;
    let story = Story::begun();
    let folder = story.sandbox.vault().join(NOVA);
    let secret = story.sandbox.home().join("secret.md");
    fs::write(&secret, incident("2026-04-05", "threat", "low")).unwrap();
    std::os::unix::fs::symlink(&secret, folder.join("2026-04-05-link.md")).unwrap();
    std::os::unix::fs::symlink(story.sandbox.home(), folder.join("home")).unwrap();
    for odd in [&b"2026-04-06-\xff.md"[..], b"2026-04-06-\xfe.md"] {
        let path = folder.join(std::ffi::OsStr::from_bytes(odd));
        fs::write(path, incident("2026-04-06", "disrespect", "low")).unwrap();
    }
    story.commit("2026-05-01");
    let report = story.report();
    assert_eq!(incidents(&report).len(), 3, "{report}");
    assert!(!report.to_string().contains("threat\""));
}

#[test]
fn lines_that_git_ends_otherwise_on_disk_are_no_difference() {
    let story = Story::begun();
    story.sandbox.write(".gitattributes", "*.md text eol=crlf\n");
    story.commit("2026-05-01");
    for path in ["clients/nova/nova.md", "clients/nova/2026-04-01-scope-creep.md"] {
        fs::remove_file(story.sandbox.vault().join(path)).unwrap();
    }
    story.sandbox.git(&["checkout", "--", "."]);
    assert!(story.sandbox.read("clients/nova/nova.md").contains("\r\n"));
    assert_eq!(story.report()["on_file"]["same"], true);
}
