//! A program that is killed leaves nothing that the next one cannot put right.

use std::process::Stdio;
use std::thread;
use std::time::{Duration, Instant};

use crate::sandbox::{PROGRAM, Sandbox};

/// How often a program is killed.
const ROUNDS: u32 = 40;

/// The words of one decision; each round decides something else.
fn words(round: u32, attempt: &str) -> [String; 6] {
    [
        format!("--now=2026-11-20T{:02}:{:02}", 10 + round / 60, round % 60),
        "decide".to_owned(),
        "harbour-and-finch".to_owned(),
        "amend".to_owned(),
        "--supersedes=2026-08-14-keep-ptbv".to_owned(),
        format!("-mRound {round}, {attempt}."),
    ]
}

/// What lies about that should not: locks, journals, private copies, temporary files.
fn left_over(sandbox: &Sandbox) -> Vec<String> {
    let find = "find . -name '*.lock' -o -name '.casefile-*' -o -name 'index-*' \
        -o -name journal -o -path './.git/casefile/.tmp*' | sort";
    let output = sandbox.command("sh").args(["-c", find]).output().unwrap();
    String::from_utf8(output.stdout).unwrap().lines().map(str::to_owned).collect()
}

#[test]
fn after_every_kill_the_next_decision_is_taken() {
    let sandbox = Sandbox::with_example();
    let start = Instant::now();
    sandbox.casefile(&words(0, "whole").each_ref().map(String::as_str));
    // The kills are spread over the time that a whole run takes, and a little longer.
    let step = start.elapsed() / (ROUNDS * 3 / 4);
    let mut taken = sandbox.git(&["rev-list", "--count", "HEAD"]).trim().parse::<usize>().unwrap();
    let mut landed = 0;
    for round in 1..=ROUNDS {
        let mut process = sandbox
            .command_with_program(PROGRAM)
            .args(words(round, "killed"))
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .spawn()
            .unwrap();
        thread::sleep(Duration::from_micros(500) + step * round);
        process.kill().unwrap();
        process.wait().unwrap();

        sandbox.casefile(&words(round, "next").each_ref().map(String::as_str));
        let count = sandbox.git(&["rev-list", "--count", "HEAD"]).trim().parse::<usize>().unwrap();
        assert!((1..=2).contains(&(count - taken)), "round {round}: {}", count - taken);
        landed += count - taken - 1;
        taken = count;
        assert_eq!(sandbox.git(&["status", "--porcelain", "-uall"]), "", "round {round}");
        assert_eq!(left_over(&sandbox), Vec::<String>::new(), "round {round}");
    }
    assert!(landed < usize::try_from(ROUNDS).unwrap(), "no run was killed before it was done");
    let log = sandbox.git(&["log", "--format=%B"]);
    assert_eq!(log.matches(", next.").count(), usize::try_from(ROUNDS).unwrap());
    assert_eq!(log.matches(", killed.").count(), landed);
    sandbox.casefile(&["audit", "verify"]);
    sandbox.casefile(&["check"]);
    sandbox.fsck();
}
