//! Histories of every kind: none, too short, shallow, merged, back-dated, damaged.

use std::fs;

use super::{DAY, Story, differences, incident, incidents, said};

#[track_caller]
fn assert_files_answer(story: &Story, why: &str, sentence: &str) {
    let report = story.report();
    assert_eq!(report["on_file"]["from"], "files", "{}", report["on_file"]);
    assert_eq!(report["on_file"]["why"], why, "{}", report["on_file"]);
    assert_eq!(incidents(&report), ["2026-04-01-scope-creep"], "today's files answer");
    let text = story.text(&["report", "nova", "--as-of", DAY]);
    let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(text.contains(sentence), "{text}");
    assert!(text.contains("What follows is what today's files tell of that day."), "{text}");
    let refused = story.run(&["report", "nova", "--as-of", DAY, "--from", "trail"]);
    let said = String::from_utf8(refused.stderr).unwrap();
    assert_eq!(refused.status.code(), Some(2), "{said}");
    assert!(said.contains("error: ") && said.contains("  hint: "), "{said}");
}

/// A vault on disk of which nothing is recorded.
fn unrecorded() -> Story {
    let story = Story::new();
    story.incident("2026-04-01", "scope-creep", "high");
    story
}

#[test]
fn without_a_repository() {
    let story = unrecorded();
    fs::remove_dir_all(story.sandbox.vault().join(".git")).unwrap();
    assert_files_answer(&story, "no-repository", "The vault lies in no git repository");
}

#[test]
fn without_a_commit() {
    assert_files_answer(&unrecorded(), "unborn", "Nothing has been recorded yet");
}

#[test]
fn begun_later() {
    let story = unrecorded();
    story.commit("2026-05-04");
    let sentence = "Nothing was recorded by the end of 3 May 2026: the first commit is of 4 May";
    assert_files_answer(&story, "before-first", sentence);
    // The day ends on the client's clock.
    let story = Story::begun();
    let date = "2026-05-03T23:30:00+02:00";
    let mut git = story.sandbox.command("git");
    git.env("GIT_COMMITTER_DATE", date).args(["commit", "-q", "--allow-empty", "-m", "late"]);
    assert!(git.output().unwrap().status.success());
    assert_eq!(story.report()["on_file"]["commit"], story.head());
    let morning = story.json(&["report", "nova", "--as-of", "2026-05-03T09:00"]);
    assert_ne!(morning["on_file"]["commit"], story.head());
}

#[test]
fn a_client_of_whom_nothing_is_recorded() {
    let story = unrecorded();
    story.sandbox.git(&["add", "casefile.toml"]);
    story.git_on("2026-05-01", &["commit", "-q", "-m", "vault"]);
    assert_files_answer(&story, "no-client", "by the end of 3 May 2026, nor since.");
    story.commit("2026-05-04");
    assert_files_answer(&story, "no-client", "the first of it is of 4 May 2026.");
}

#[test]
fn only_decisions_are_recorded() {
    let story = unrecorded();
    story.sandbox.git(&["add", "casefile.toml"]);
    story.git_on("2026-04-01", &["commit", "-q", "-m", "vault"]);
    let decide = ["--now", "2026-05-01T10:00", "decide", "nova", "boundary", "--statement=S"];
    let rest = ["--covers=scope-creep", "--consequence=C", "--told=email"];
    story.text(&[&decide[..], &rest].concat());
    let sentence = "By the end of 3 May 2026 only 1 decision about this client was recorded";
    assert_files_answer(&story, "only-decisions", sentence);
    let text = story.text(&["explain", "nova", "--as-of", DAY]);
    assert!(text.contains("The decision of 1 May 2026 states: clear, 3.2."), "{text}");
}

#[test]
fn a_shallow_clone_that_begins_later() {
    let story = Story::begun();
    story.commit("2026-06-01");
    let clone = story.sandbox.home().join("clone");
    let from = format!("file://{}", story.sandbox.vault().display());
    let to = clone.to_str().unwrap();
    story.sandbox.git(&["clone", "-q", "--depth", "1", &from, to]);
    let shallow = Story { vault: "../clone/", ..story };
    let sentence = "The history here begins on 1 June 2026, because it is a shallow clone";
    assert_files_answer(&shallow, "shallow", sentence);
    // What it has, it answers from.
    let report = shallow.json(&["report", "nova", "--as-of", "2026-06-02"]);
    assert_eq!(report["on_file"]["from"], "trail");
}

#[test]
fn what_was_merged_later_counts_from_the_merge_on() {
    let story = Story::begun();
    story.sandbox.git(&["checkout", "-q", "-b", "laptop"]);
    story.incident("2026-04-20", "disrespect", "high");
    story.commit("2026-04-21");
    story.sandbox.git(&["checkout", "-q", "main"]);
    story.incident("2026-04-22", "time-boundary", "low");
    let then = story.commit("2026-04-23");
    story.git_on("2026-05-10", &["merge", "-q", "--no-ff", "-m", "both", "laptop"]);
    let report = story.report();
    assert_eq!(report["on_file"]["commit"], then);
    assert_eq!(differences(&report), ["2026-04-20-disrespect.md late 05-10 20"]);
    assert!(said(&report).contains(&"on-file-merged-later"));
    let after = story.json(&["report", "nova", "--as-of", "2026-05-10"]);
    assert_eq!(after["on_file"]["same"], true);
}

#[test]
fn a_commit_is_no_older_than_what_it_builds_upon() {
    let story = Story::begun();
    let then = story.head();
    story.incident("2026-04-20", "disrespect", "high");
    story.commit("2026-06-01");
    story.incident("2026-04-21", "threat", "low");
    story.commit("2026-04-22");
    let report = story.report();
    assert_eq!(report["on_file"]["commit"], then);
    assert_eq!(
        differences(&report),
        ["2026-04-20-disrespect.md late 06-01 42", "2026-04-21-threat.md late 06-01 41"]
    );
    let june = story.json(&["report", "nova", "--as-of", "2026-06-02"]);
    assert!(said(&june).contains(&"on-file-backdated"));
}

#[test]
fn other_clients_are_not_read() {
    let story = Story::begun();
    let other = "clients/other/other.md";
    story.write(other, "---\ntype: client\nname: Other\n---\nOnly here.\n");
    story.commit("2026-05-01");
    let blob = story.sandbox.git(&["rev-parse", &format!("HEAD:{other}")]);
    let (start, rest) = blob.trim().split_at(2);
    let object = story.sandbox.vault().join(".git/objects").join(start).join(rest);
    fs::remove_file(object).unwrap();
    assert_eq!(story.report()["on_file"]["same"], true);
    // Of that client the note is told to be unreadable, and nothing else is lost.
    let other = story.json(&["report", "other", "--as-of", DAY]);
    assert_eq!(other["unread"]["notes"], 1);
}

#[test]
fn a_damaged_history_is_told_and_the_files_answer() {
    let story = Story::begun();
    let lose = |name: &str| {
        let object = story.sandbox.git(&["rev-parse", name]);
        let (start, rest) = object.trim().split_at(2);
        let object = story.sandbox.vault().join(".git/objects").join(start).join(rest);
        fs::remove_file(object).unwrap();
    };
    story.commit("2026-05-01");
    lose("HEAD:clients/nova");
    assert_files_answer(&story, "unreadable", "The trail cannot be read: ");
    lose("HEAD~1");
    assert_files_answer(&story, "unreadable", "is missing or damaged (fetch it from a remote");
}

#[test]
fn a_graft_changes_nothing() {
    let story = Story::begun();
    let first = story.head();
    story.incident("2026-04-20", "disrespect", "high");
    let then = story.commit("2026-04-21");
    story.sandbox.write(".git/info/grafts", format!("{then}\n"));
    story.sandbox.git(&["replace", "--force", &then, &first]);
    assert_eq!(story.report()["on_file"]["commit"], then);
    let before = story.json(&["report", "nova", "--as-of", "2026-04-10"]);
    assert_eq!(before["on_file"]["commit"], first);
}

#[test]
fn a_bomb_of_folders_is_not_followed_to_its_end() {
    let story = Story::begun();
    let git = |line: &str| {
        let output = story.sandbox.command("sh").args(["-c", line]).output().unwrap();
        assert!(output.status.success(), "{line}: {}", String::from_utf8_lossy(&output.stderr));
        String::from_utf8(output.stdout).unwrap().trim().to_owned()
    };
    let mut entry = format!("100644 blob {}", git("git rev-parse HEAD:clients/nova/nova.md"));
    for _ in 0..9 {
        let lines: String = (0..10).map(|one| format!("{entry}\tn{one}.md\n")).collect();
        entry = format!("040000 tree {}", git(&format!("printf '{lines}' | git mktree")));
    }
    // The index would hold every path: the commit is made of trees alone.
    let nova = git("git rev-parse HEAD:clients/nova");
    let folder = format!("(printf '{entry}\tbomb\n'; git ls-tree {nova}) | git mktree");
    let folder = git(&folder);
    let clients = git(&format!("printf '040000 tree {folder}\tnova\n' | git mktree"));
    let root = git(&format!("printf '040000 tree {clients}\tclients\n' | git mktree"));
    let date = "GIT_COMMITTER_DATE=2026-05-01T12:00:00+02:00";
    let commit = git(&format!("{date} git commit-tree -p HEAD -m bomb {root}"));
    git(&format!("git update-ref refs/heads/main {commit}"));
    let report = story.report();
    assert_eq!(report["on_file"]["why"], "unreadable");
    assert_eq!(report["on_file"]["said"][0]["args"]["reason"]["key"], "git-too-large-then");
}

#[test]
fn an_edit_on_the_day_itself_is_on_file() {
    let story = Story::begun();
    let path = story.incident("2026-05-03", "disrespect", "low");
    story.commit(DAY);
    story.write(&path, incident("2026-05-03", "disrespect", "high"));
    story.commit("2026-05-04");
    let report = story.report();
    assert_eq!(incidents(&report).len(), 2);
    assert_eq!(differences(&report), ["2026-05-03-disrespect.md edited 05-04 null"]);
}
