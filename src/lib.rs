//! casefile: notes on clients in, red-flag reports, postmortems and a git audit trail out.
//!
//! Data flows one way: files → notes → case → assessment → documents → files and git.

pub mod assess;
pub mod check;
pub mod finding;
pub mod locale;
pub mod model;
pub mod note;
pub mod phrase;
pub mod render;
pub mod report;
pub mod survey;
pub mod vault;

/// Scratch.
pub fn run() -> std::process::ExitCode {
    let vault = vault::Vault::open(std::env::args().nth(1).expect("a").into()).expect("v");
    let survey = survey::Survey::of(&vault);
    let t = std::time::Instant::now();
    let checked = survey.check(jiff::Timestamp::UNIX_EPOCH).expect("c");
    let e = t.elapsed();
    for f in checked.findings.iter().take(60) {
        println!(
            "{}:{}:{} {} {:?}",
            f.location.path, f.location.start.line, f.location.start.column, f.code, f.message.args
        );
    }
    println!("{} notes {} findings {e:?}", checked.notes, checked.findings.len());
    std::process::ExitCode::SUCCESS
}
