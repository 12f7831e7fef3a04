//! `casefile init`: makes a vault, and its git repository where there is none.

use std::path::{Path, PathBuf};

use jiff::tz::TimeZone;

use super::output;
use super::session::Session;
use super::{Outcome, example};
use crate::failure::{Failure, FailureKind};
use crate::ledger::{Change, GIT_ATTRIBUTES, How, Ledger, LedgerError, Message, Record};
use crate::model::{Language, SignPolicy};
use crate::phrase::Phrase;
use crate::render::Templates;
use crate::report::NewVaultView;
use crate::vault::{SETTINGS_FILE, Vault, files};

/// Make a vault, and a git repository around it where there is none.
#[derive(Debug, clap::Args)]
pub(super) struct Args {
    /// The folder; the current one otherwise.
    dir: Option<PathBuf>,
    /// Fill it with the example vault: six fictional clients, six stories.
    #[arg(long)]
    example: bool,
    /// The language of messages and of documents: en or fr.
    #[arg(long, value_name = "CODE", conflicts_with = "example")]
    language: Option<String>,
}

pub(super) fn run(args: &Args, session: &mut Session) -> Result<Outcome, Failure> {
    let folder = args.dir.clone().unwrap_or_else(|| session.folder().to_path_buf());
    if args.example {
        example::settle(&folder)?;
        output::written(session, &folder)?;
        session.ui.remark(&Phrase::new("after-init-example"));
        return Ok(Outcome::Done);
    }
    let language = language(args, session)?;
    let attributes = attributes(&folder)?;
    let mut written: Vec<&str> = Vec::new();
    let is_new = !folder.join(SETTINGS_FILE).exists();
    if is_new {
        files::create_new(&folder.join(SETTINGS_FILE), settings(language)?.as_bytes())?;
        written.push(SETTINGS_FILE);
    }
    // A vault that cannot be read is told by `check`; here it only decides what is spoken.
    if let Ok(vault) = Vault::open(folder.clone()) {
        session.speak_as_in(&vault);
    }
    if !is_new {
        session.ui.remark(&Phrase::new("vault-there"));
    }
    if let Some(attributes) = attributes {
        files::replace(&folder.join(".gitattributes"), &attributes)?;
        written.push(".gitattributes");
    }
    let ledger = Ledger::init(&folder)?;
    commit(&ledger, &written, session)?;
    output::written(session, &folder)?;
    if is_new {
        session.ui.remark(&Phrase::new("after-init"));
    }
    Ok(Outcome::Done)
}

fn language(args: &Args, session: &Session) -> Result<Language, Failure> {
    let Some(code) = &args.language else { return Ok(session.ui.locale().language()) };
    Language::from_code(code).ok_or_else(|| {
        Failure::new(FailureKind::Usage, Phrase::new("unknown-language").with("code", &**code))
    })
}

fn settings(language: Language) -> Result<String, Failure> {
    let zone = TimeZone::system();
    let view = NewVaultView {
        language: language.code(),
        timezone: zone.iana_name().unwrap_or("UTC"),
        currency: "EUR",
    };
    let locale = crate::locale::Locale::of(language);
    Ok(Templates::built_in().render("new-vault.toml", &view, locale)?)
}

/// The lines that keep git from touching originals and decisions, added to the bytes that are
/// there; `None` where they are there already.
fn attributes(folder: &Path) -> Result<Option<Vec<u8>>, Failure> {
    let mut bytes = files::read(&folder.join(".gitattributes"))?.unwrap_or_default();
    let has = |bytes: &[u8], line: &str| {
        bytes.split(|byte| *byte == b'\n').any(|present| present.trim_ascii() == line.as_bytes())
    };
    let missing: Vec<&str> = GIT_ATTRIBUTES.lines().filter(|line| !has(&bytes, line)).collect();
    if missing.is_empty() {
        return Ok(None);
    }
    if bytes.last().is_some_and(|last| *last != b'\n') {
        bytes.push(b'\n');
    }
    for line in missing {
        bytes.extend(line.bytes());
        bytes.push(b'\n');
    }
    Ok(Some(bytes))
}

/// Commits what was written; without an identity the vault is made all the same, and how to
/// commit it is said.
fn commit(ledger: &Ledger, written: &[&str], session: &Session) -> Result<(), Failure> {
    if written.is_empty() {
        return Ok(());
    }
    let identity = match ledger.identity(session.identity_override()) {
        Ok(identity) => identity,
        Err(LedgerError::IdentityMissing { keys }) => {
            let missing = Phrase::new("init-without-identity").with("keys", keys.join(", "));
            session.ui.remark(&missing);
            for key in keys {
                session.ui.remark_text(&format!("  git config --global {key} \"…\""));
            }
            return Ok(());
        }
        Err(error) => return Err(error.into()),
    };
    let zone = TimeZone::system();
    let at = session.now(&zone);
    let change = |path: &&str| Change { path: (*path).to_owned(), how: How::AsIs };
    let record = Record {
        changes: written.iter().map(change).collect(),
        message: Message { action: "begin the vault".to_owned(), ..Message::default() },
        identity,
        at,
        offset: zone.to_offset(at),
        sign: SignPolicy::Auto,
        allow_detached: false,
    };
    let lock = ledger.lock()?;
    lock.record(&record)?;
    Ok(())
}
