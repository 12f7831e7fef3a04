//! How fast casefile is, as ratios against other programs on the same work, in one run.
//!
//! `cargo bench --bench ratios` needs `rg` and `git`; it takes some minutes and 600 MB of disk.
//! Whole processes are timed, in turn, after a warm-up; medians of the pairs are printed.

#[path = "measure/git.rs"]
mod git;
mod measure;
#[path = "measure/memory.rs"]
mod memory;

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use git::git;
use measure::{Outcome, casefile, pairs, say, timed};
use memory::peak_memory;

fn main() -> Outcome<()> {
    let folder = tempfile::tempdir()?;
    let vault = |notes: usize| generated(folder.path(), notes);
    let (small, middle, large) = (vault(2_000)?, vault(20_000)?, vault(200_000)?);

    say("check of 20,000 notes against `rg -c '^flags:'` over the same files (at most 3)")?;
    let (ratio, ours, theirs) = pairs(
        || timed(casefile(&middle).arg("check")),
        || timed(Command::new("rg").args(["-c", "^flags:"]).arg(&middle)),
    )?;
    say(&format!("  {ratio:.2} ({ours:?} against {theirs:?})"))?;

    say("report of one client among 20,000 notes against one among 2,000 (about 1)")?;
    let report = |vault: &Path| timed(casefile(vault).args(["report", "client-0001"]));
    let (ratio, ours, theirs) = pairs(|| report(&middle), || report(&small))?;
    say(&format!("  {ratio:.2} ({ours:?} against {theirs:?})"))?;

    say("check of 200,000 notes against 2,000: exponent (at most 1.05) and memory (under 1 GiB)")?;
    let check = |vault: &Path| timed(casefile(vault).arg("check"));
    let (ratio, ours, theirs) = pairs(|| check(&large), || check(&small))?;
    let exponent = ratio.ln() / 100_f64.ln();
    let megabytes = peak_memory(casefile(&large).arg("check"))? / 1024;
    say(&format!("  {exponent:.3} ({ours:?} against {theirs:?}), {megabytes} MiB"))?;

    say("decide against `git add` and `git commit` among 20,000 tracked files (below 1)")?;
    track(&middle)?;
    let mut turn = 0;
    let (ratio, ours, theirs) = pairs(
        || timed(&mut decide(&middle)),
        || {
            turn += 1;
            commit(&middle, turn)
        },
    )?;
    say(&format!("  {ratio:.2} ({ours:?} against {theirs:?})"))
}

fn generated(folder: &Path, notes: usize) -> Outcome<PathBuf> {
    let vault = folder.join(format!("vault-{notes}"));
    let status = Command::new(env!("CARGO"))
        .args(["run", "--quiet", "--release", "--example", "generate_vault", "--"])
        .arg(&vault)
        .arg(notes.to_string())
        .stdout(Stdio::null())
        .status()?;
    if status.success() { Ok(vault) } else { Err("the generator failed".into()) }
}

/// Puts every note into a repository.
fn track(vault: &Path) -> Outcome<()> {
    for arguments in [
        &["init", "--quiet"][..],
        &["config", "user.name", "Bench"],
        &["config", "user.email", "b@b.example"],
        &["config", "gc.auto", "0"],
        &["add", "--all"],
        &["commit", "--quiet", "-m", "begin"],
    ] {
        timed(git(vault).args(arguments))?;
    }
    Ok(())
}

/// A boundary, told again: a decision that may always follow.
fn decide(vault: &Path) -> Command {
    let mut command = casefile(vault);
    command.args(["decide", "client-0001", "boundary", "--statement", "No calls at night."]);
    command.args(["--covers", "time-boundary", "--told", "email", "--consequence", "I leave."]);
    command.args(["--because", "none"]);
    command
}

/// What a user would type in its place: a note, `git add`, `git commit`.
fn commit(vault: &Path, turn: usize) -> Outcome<Duration> {
    let note = format!("clients/client-0002/turn-{turn}.md");
    std::fs::write(vault.join(&note), "A note.\n")?;
    let add = timed(git(vault).args(["add", &note]))?;
    Ok(add + timed(git(vault).args(["commit", "--quiet", "-m", "note"]))?)
}
