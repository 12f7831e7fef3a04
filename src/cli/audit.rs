//! `casefile audit`: reads the trail back, and verifies it.

mod anchor;
mod mail;

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use clap::Subcommand;

use super::output::{Output, TextOrJson};
use super::session::Session;
use super::{Outcome, verifying};
use crate::failure::{Failure, FailureKind};
use crate::ledger::{Ledger, Trust};
use crate::locale::Locale;
use crate::model::Language;
use crate::phrase::Phrase;
use crate::render;
use crate::report::{AnchorEntryView, AuditView, VerificationView};

/// Read the audit trail: every decision, as git recorded it.
#[derive(Debug, clap::Args)]
#[command(args_conflicts_with_subcommands = true)]
pub(super) struct Args {
    /// The client; all of them otherwise.
    client: Option<String>,
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<TextOrJson>,
    #[command(flatten)]
    output: Output,
    #[command(subcommand)]
    command: Option<Command>,
}

#[derive(Debug, Subcommand)]
enum Command {
    Verify(VerifyArgs),
    Anchor(anchor::Args),
    Mail(mail::Args),
    AcceptRewriting(AcceptArgs),
}

/// Verify that the records are what they were: bytes, chain, nothing changed or removed.
#[derive(Debug, clap::Args)]
struct VerifyArgs {
    /// The client; all of them otherwise.
    client: Option<String>,
    /// How to print it.
    #[arg(short, long, value_enum)]
    format: Option<TextOrJson>,
    #[command(flatten)]
    output: Output,
    /// A list of keys to check signatures by, in the place of the one that git is told of
    /// (gpg.ssh.allowedSignersFile). A list from the vault itself proves nothing: whoever can
    /// change the vault can change it.
    #[arg(long, value_name = "FILE")]
    allowed_signers: Option<PathBuf>,
    /// A folder with the certificates of the time-stamping authorities that you trust, and their
    /// lists of revoked certificates (.crl), in the place of the vault's anchors/roots/.
    #[arg(long, value_name = "DIR")]
    roots: Option<PathBuf>,
}

/// Take the history as it is now for the one last seen on this machine, after a rebase, squash
/// or reset of your own; verify then no longer says REWRITTEN for it.
#[derive(Debug, clap::Args)]
struct AcceptArgs {}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    match &args.command {
        Some(Command::Verify(args)) => verify(args, session),
        Some(Command::Anchor(args)) => anchor::run(args, session),
        Some(Command::Mail(args)) => mail::run(args, session),
        Some(Command::AcceptRewriting(_)) => accept_rewriting(session),
        None => trail(args, session),
    }
}

fn trail(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let client = args.client.as_deref().map(|name| vault.find_client(name)).transpose()?;
    let ledger = Ledger::open(vault.root())?;
    let mut entries = ledger.trail()?;
    entries.retain(|entry| client.as_ref().is_none_or(|id| entry.client == *id));
    let zone = &vault.settings().zone;
    let own: BTreeSet<_> = entries.iter().filter_map(|entry| entry.digest).collect();
    let anchors = AnchorEntryView::list(&vault.shelf(None)?, zone, |statement| {
        client.is_none() || statement.heads.iter().any(|head| own.contains(head))
    });
    let view = AuditView::new(&entries, anchors, zone);
    let text = match args.output.format(args.format)? {
        TextOrJson::Json => render::json(&view)?,
        TextOrJson::Text => render::audit_text(&view, session.ui.locale(), session.text_style()),
    };
    args.output.write(session, &text)?;
    Ok(Outcome::Done)
}

fn verify(args: &VerifyArgs, session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let client = args.client.as_deref().map(|name| vault.find_client(name)).transpose()?;
    let ledger = Ledger::open(vault.root())?;
    let zone = vault.settings().zone.clone();
    let given = |path: &Option<PathBuf>| path.as_ref().map(|path| session.folder().join(path));
    let (allowed_signers, roots) = (given(&args.allowed_signers), given(&args.roots));
    refuse_missing(allowed_signers.as_deref(), roots.as_deref())?;
    let trust = Trust { allowed_signers, roots, now: Some(session.now(&zone)), zone };
    let mut report = verifying::verify_by(&vault, &ledger, &trust)?;
    if let Some(id) = client {
        report.keep_client(&id);
    }
    let format = args.output.format(args.format)?;
    let text = match format {
        // Codes, keys and JSON stay English.
        TextOrJson::Json => render::json(&VerificationView::new(&report, |phrase| {
            Locale::of(Language::En).say(phrase)
        }))?,
        TextOrJson::Text => {
            let locale = session.ui.locale();
            let view = VerificationView::new(&report, |phrase| locale.say(phrase));
            render::verification_text(&view, locale, session.text_style())
        }
    };
    args.output.write(session, &text)?;
    let is_signed = report.records.iter().any(|one| one.seal.is_there());
    if format == TextOrJson::Text && !report.records.is_empty() && !is_signed {
        session.ui.remark(&Phrase::new("verify-unsigned"));
    }
    let outcome = if report.holds() { Outcome::Done } else { Outcome::Found };
    // The process ends here: the system takes all of it back at once.
    std::mem::forget((ledger, report, text));
    Ok(outcome)
}

/// Refuses what was named and is not there: without it, signatures and time stamps would seem to be
/// of nobody.
fn refuse_missing(keys: Option<&Path>, roots: Option<&Path>) -> Result<(), Failure> {
    let refused = |phrase, hint| Err(Failure::new(FailureKind::NotFound, phrase).hint(hint));
    if let Some(keys) = keys.filter(|path| !path.exists() || path.is_dir()) {
        let phrase = Phrase::new("verify-no-key-list").with("path", keys.display().to_string());
        return refused(phrase, Phrase::new("verify-no-key-list-hint"));
    }
    if let Some(roots) = roots.filter(|path| !path.is_dir()) {
        let phrase = Phrase::new("verify-no-roots").with("path", roots.display().to_string());
        return refused(phrase, Phrase::new("verify-no-roots-hint"));
    }
    Ok(())
}

fn accept_rewriting(session: &mut Session) -> Result<Outcome, Failure> {
    let vault = session.vault()?;
    let ledger = Ledger::open(vault.root())?;
    let count = ledger.lock()?.accept_rewriting()?;
    session.ui.remark(&Phrase::new("accepted-rewriting").with("count", count));
    Ok(Outcome::Done)
}
