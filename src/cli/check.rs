//! `casefile check`: every finding in every note.

use std::collections::BTreeSet;
use std::path::PathBuf;

use clap::ValueEnum;

use super::Outcome;
use super::output::Output;
use super::paths::below_vault;
use super::session::Session;
use crate::failure::Failure;
use crate::finding::Level;
use crate::ledger::Ledger;
use crate::locale::Locale;
use crate::model::Language;
use crate::phrase::Phrase;
use crate::render::findings::{findings_github, findings_json, findings_sarif, findings_text};
use crate::survey::{Checked, Survey};
use crate::vault::{Vault, read_plain_text};

/// Print every fault of every note, with its line and what to write instead.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// Notes or folders; the whole vault otherwise.
    paths: Vec<PathBuf>,
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<Format>,
    #[command(flatten)]
    output: Output,
    /// Exit with 1 on warnings too.
    #[arg(long)]
    strict: bool,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For a terminal.
    #[default]
    Text,
    /// For programs.
    Json,
    /// GitHub's workflow commands: annotations of a pull request.
    Github,
    /// SARIF 2.1.0, for code scanning.
    Sarif,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.any_vault()?;
    let paths = args.paths.iter().map(|path| below_vault(path, &vault, session));
    let paths = paths.collect::<Result<BTreeSet<String>, Failure>>()?;
    let now = session.now(&vault.settings().zone);
    let mut checked = Survey::of(&vault).check(now)?;
    checked.findings.retain(|finding| {
        paths.is_empty() || paths.iter().any(|path| is_below(&finding.location.path, path))
    });
    checked
        .absent
        .retain(|absent| paths.is_empty() || paths.iter().any(|path| is_below(&absent.note, path)));
    let text = render(args, &checked, &vault, session)?;
    args.output.write(session, &text)?;
    remark(&checked, session);
    let fails = checked.findings.iter().any(|finding| finding.level == Level::Error || args.strict);
    Ok(if fails { Outcome::Found } else { Outcome::Done })
}

fn render(
    args: &Args,
    checked: &Checked,
    vault: &Vault,
    session: &Session,
) -> Result<String, Failure> {
    let findings = &checked.findings;
    let locale = session.ui.locale();
    // Codes, keys and JSON stay English.
    let english = Locale::of(Language::En);
    let absent: Vec<&str> = checked.absent.iter().map(|absent| absent.note.as_str()).collect();
    let prefix = || Ledger::open(vault.root()).map(|ledger| ledger.prefix().to_owned());
    Ok(match args.output.format(args.format)? {
        Format::Text => {
            let text_of = |path: &str| Some(read_plain_text(&vault.root().join(path)).text);
            findings_text(findings, text_of, locale, session.text_style())
        }
        Format::Json => findings_json(checked.notes, findings, &absent, english)?,
        Format::Github => findings_github(findings, &prefix().unwrap_or_default(), locale),
        Format::Sarif => findings_sarif(findings, &prefix().unwrap_or_default(), english)?,
    })
}

/// How many there are, beside the answer.
fn remark(checked: &Checked, session: &Session) {
    let count = |level| checked.findings.iter().filter(|finding| finding.level == level).count();
    session.ui.remark(
        &Phrase::new("check-summary")
            .with("notes", checked.notes)
            .with("errors", count(Level::Error))
            .with("warnings", count(Level::Warning)),
    );
    for absent in &checked.absent {
        session.ui.remark(
            &Phrase::new("check-absent")
                .with("note", absent.note.as_str())
                .with("path", absent.kept_at.as_str()),
        );
    }
    for ignored in checked.ignored.iter().filter(|ignored| ignored.findings > 0) {
        session.ui.remark(
            &Phrase::new("check-ignored")
                .with("count", ignored.findings)
                .with("code", ignored.ignore.code.as_str())
                .with("reason", ignored.ignore.reason.as_str()),
        );
    }
}

fn is_below(path: &str, folder: &str) -> bool {
    let rest = path.strip_prefix(folder);
    rest.is_some_and(|rest| folder.is_empty() || rest.is_empty() || rest.starts_with('/'))
}
