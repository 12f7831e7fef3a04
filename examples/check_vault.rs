//! Checks a vault and says how long it took: the median of several runs in one process.
//!
//! `cargo run --release --example check_vault -- FOLDER [RUNS]`

use std::error::Error;
use std::io::Write as _;
use std::time::Instant;

use casefile::survey::Survey;
use casefile::vault::Vault;
use jiff::Timestamp;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("name a folder")?;
    let runs: usize = arguments.next().map_or(Ok(1), |runs| runs.parse())?;
    let now: Timestamp = "2026-11-22T12:00:00Z".parse()?;
    let mut times = Vec::new();
    let mut out = std::io::stdout();
    for run in 0..runs {
        let start = Instant::now();
        let vault = Vault::open(folder.clone().into())?;
        let survey = Survey::of(&vault);
        let checked = survey.check(now)?;
        times.push(start.elapsed());
        if run == 0 {
            for finding in checked.findings.iter().take(20) {
                let at = &finding.location;
                writeln!(
                    out,
                    "{}:{}: {} {:?}",
                    at.path, at.start.line, finding.code, finding.message
                )?;
            }
            writeln!(out, "{} notes, {} findings", checked.notes, checked.findings.len())?;
        }
    }
    times.sort();
    writeln!(out, "median of {runs}: {:?}, fastest {:?}", times[runs / 2], times[0])?;
    Ok(())
}
