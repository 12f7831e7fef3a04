//! Timing whole processes in turn; shared by the benches.

use std::error::Error;
use std::io::Write as _;
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

const CASEFILE: &str = env!("CARGO_BIN_EXE_casefile");
const RUNS: usize = 9;

pub(crate) fn say(line: &str) -> Outcome<()> {
    Ok(writeln!(std::io::stdout(), "{line}")?)
}

pub(crate) fn casefile(vault: &Path) -> Command {
    let mut command = Command::new(CASEFILE);
    command.arg("-C").arg(vault).env("CASEFILE_NOW", "2026-11-22T12:00");
    command
}

pub(crate) fn timed(command: &mut Command) -> Outcome<Duration> {
    let start = Instant::now();
    let status = command.stdout(Stdio::null()).stderr(Stdio::null()).status()?;
    let took = start.elapsed();
    if status.code().is_none_or(|code| code > 1) {
        return Err(format!("{command:?} failed").into());
    }
    Ok(took)
}

/// The median ratio of runs in turn, and the median of each side.
pub(crate) fn pairs(
    mut ours: impl FnMut() -> Outcome<Duration>,
    mut theirs: impl FnMut() -> Outcome<Duration>,
) -> Outcome<(f64, Duration, Duration)> {
    ours()?;
    theirs()?;
    let (mut ratios, mut left, mut right) = (Vec::new(), Vec::new(), Vec::new());
    for _ in 0..RUNS {
        let (one, other) = (ours()?, theirs()?);
        ratios.push(one.as_secs_f64() / other.as_secs_f64());
        left.push(one);
        right.push(other);
    }
    ratios.sort_by(f64::total_cmp);
    left.sort();
    right.sort();
    Ok((ratios[RUNS / 2], left[RUNS / 2], right[RUNS / 2]))
}
