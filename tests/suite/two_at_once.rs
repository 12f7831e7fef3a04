//! Several programs at once in one repository, and a user who stages meanwhile.

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use crate::sandbox::Sandbox;

const WRITERS: usize = 4;
const EACH: usize = 25;

/// Clients of the example, each with a decision that can be amended.
const AMENDED: [(&str, &str); 4] = [
    ("atelier-nova", "2026-10-22-boundary-48wb"),
    ("brightwell-apps", "2026-11-13-close-6skd"),
    ("conserverie-du-phare", "2026-11-19-decline-g9a8"),
    ("harbour-and-finch", "2026-08-14-keep-ptbv"),
];

/// One decision of one writer: mostly amendments, every fifth a boundary or its renewal.
fn decide(sandbox: &Sandbox, writer: usize, number: usize) {
    let now = format!("--now=2026-11-20T{:02}:{number:02}", 9 + writer);
    let reason = format!("Number {number} of writer {writer}.");
    let (client, amended) = AMENDED[(writer + number) % AMENDED.len()];
    let supersedes = format!("--supersedes={amended}");
    let amend = ["decide", client, "amend", &supersedes];
    let statement = format!("--statement={reason}");
    let boundary = [
        "decide",
        "moulin-lacaze",
        "boundary",
        &statement,
        "--covers=late-payment",
        "--consequence=C",
        "--told=email",
    ];
    let decision = if number.is_multiple_of(5) { &boundary[..] } else { &amend };
    sandbox.casefile(&[&[now.as_str()], decision, &["-m", &reason]].concat());
}

/// Stages and unstages without a pause; how often it was done.
///
/// `git reset -- PATH` is not tried: it reads the index before it takes the lock, and loses what
/// any other program staged in between, a second `git add` included.
fn stage_and_unstage(sandbox: &Sandbox, done: &AtomicBool) -> usize {
    let mut rounds = 0;
    while !done.load(Ordering::Relaxed) {
        sandbox.write("loop.md", format!("{rounds}\n"));
        // Where the program holds the index for a moment, git says so and gives up.
        sandbox.try_git(&["add", "loop.md"]);
        sandbox.try_git(&["rm", "-q", "-f", "--cached", "loop.md"]);
        rounds += 1;
    }
    rounds
}

#[test]
fn a_hundred_decisions_of_four_programs_are_all_there() {
    let sandbox = Sandbox::with_example();
    sandbox.write("staged.md", "mine\n");
    sandbox.git(&["add", "staged.md"]);
    let before = sandbox.git(&["rev-list", "--count", "HEAD"]).trim().parse::<usize>().unwrap();
    let done = AtomicBool::new(false);
    let rounds = thread::scope(|scope| {
        let user = scope.spawn(|| stage_and_unstage(&sandbox, &done));
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                let sandbox = &sandbox;
                scope.spawn(move || (0..EACH).for_each(|number| decide(sandbox, writer, number)))
            })
            .collect();
        let failed = writers.into_iter().filter_map(|writer| writer.join().err()).count();
        done.store(true, Ordering::Relaxed);
        assert_eq!(failed, 0, "writers that failed");
        user.join().unwrap()
    });
    assert!(rounds > 0);
    sandbox.try_git(&["reset", "-q", "--", "loop.md"]);
    std::fs::remove_file(sandbox.vault().join("loop.md")).unwrap();
    // What git kept us from bringing into its index is brought in by the next run.
    sandbox.casefile(&["record", "harbour-and-finch"]);

    let after = sandbox.git(&["rev-list", "--count", "HEAD"]).trim().parse::<usize>().unwrap();
    let log = sandbox.git(&["log", "--format=%h %s", "--stat", "-3"]);
    assert_eq!(after - before, WRITERS * EACH, "{log}");
    let subjects = sandbox.git(&["log", "--format=%B", &format!("-{}", WRITERS * EACH)]);
    for writer in 0..WRITERS {
        for number in 0..EACH {
            let reason = format!("Number {number} of writer {writer}.\n");
            assert!(subjects.contains(&reason), "{reason}");
        }
    }
    let tree = sandbox.git(&["ls-tree", "-r", "--name-only", "HEAD"]);
    let decisions = tree.lines().filter(|path| path.contains("/decisions/")).count();
    assert_eq!(decisions, 8 + WRITERS * EACH);
    assert_eq!(sandbox.git(&["status", "--porcelain", "-uall"]), "A  staged.md\n");
    let verified = sandbox.casefile(&["audit", "verify", "-f", "json"]);
    let verified: serde_json::Value = serde_json::from_str(&verified).unwrap();
    assert_eq!(verified["ok"], true);
    for chain in verified["chains"].as_array().unwrap() {
        assert_eq!(chain["heads"].as_array().unwrap().len(), 1, "{chain}");
    }
    sandbox.fsck();
}

/// Runs `WRITERS` programs side by side, each `EACH_NOTE` times.
fn side_by_side(run: impl Fn(usize, usize) + Sync) {
    thread::scope(|scope| {
        let run = &run;
        let writers: Vec<_> = (0..WRITERS)
            .map(|writer| {
                scope.spawn(move || (0..EACH_NOTE).for_each(|number| run(writer, number)))
            })
            .collect();
        let failed = writers.into_iter().filter_map(|writer| writer.join().err()).count();
        assert_eq!(failed, 0, "writers that failed");
    });
}

const EACH_NOTE: usize = 10;
const SUSPECTED: &str = "clients/moulin-lacaze/2026-11-04-patienter.md";

/// Every answer of every program is in the note, each on a line of its own.
fn assert_all_answers(sandbox: &Sandbox) {
    let note = sandbox.read(SUSPECTED);
    for writer in 0..WRITERS {
        for number in 0..EACH_NOTE {
            let line = format!("2026-11-20: Answer {number} to {writer}.\n");
            assert_eq!(note.matches(&line).count(), 1, "{line}{note}");
        }
    }
}

#[test]
fn no_answer_of_several_programs_to_one_incident_is_lost() {
    for (policy, with_git) in [("decisions", true), ("records", true), ("never", false)] {
        let sandbox = Sandbox::with_example();
        let settings = sandbox.read("casefile.toml");
        sandbox.write("casefile.toml", format!("{settings}\n[ledger]\ncommit = \"{policy}\"\n"));
        if !with_git {
            std::fs::remove_dir_all(sandbox.vault().join(".git")).unwrap();
        }
        side_by_side(|writer, number| {
            let command = if number.is_multiple_of(2) { "confirm" } else { "dismiss" };
            let said = format!("-mAnswer {number} to {writer}.");
            sandbox.casefile(&[command, "moulin", "2026-11-04-patienter", &said]);
        });
        assert_all_answers(&sandbox);
    }
}

#[test]
fn logs_of_several_programs_under_one_title_take_one_name_each() {
    let sandbox = Sandbox::with_example();
    sandbox.write("../mail.eml", "From: Orla\r\n\r\nCall me.\r\n");
    side_by_side(|writer, _| {
        let log = ["log", "lantern", "time-boundary", "--evidence=../mail.eml", "-mA call at ten."];
        let credit = ["credit", "lantern", "-mA call at ten."];
        sandbox.casefile(if writer.is_multiple_of(2) { &log[..] } else { &credit });
    });
    let named = sandbox.files().into_keys().filter(|path| {
        path.to_string_lossy().starts_with("clients/lantern-press/2026-11-20-a-call-at-ten")
    });
    assert_eq!(named.count(), WRITERS * EACH_NOTE);
}
