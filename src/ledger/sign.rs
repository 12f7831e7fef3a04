//! Signing a commit as git would.
//!
//! Owns: which program signs with which key, by git's own settings. Must not: go on unsigned
//! where a signature is wanted, or run anything through a shell.
//!
//! The programs are those that git would run; `.git/config` may name them, and does for git too.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use git2::{Config, ConfigEntry, ConfigLevel};

use super::Ledger;
use super::error::LedgerError;
use super::identity::Identity;
use super::key_command;
use crate::model::SignPolicy;

/// A program and a key, and the folder in which git would run it.
#[derive(Debug)]
pub(super) struct Signer {
    program: OsString,
    key: Key,
    folder: PathBuf,
}

/// The key, as the program is told of it.
#[derive(Debug)]
enum Key {
    Ssh(SshKey),
    /// For OpenPGP and X.509, whose programs are called alike.
    Named(String),
}

/// Where an SSH key is.
#[derive(Debug)]
enum SshKey {
    File(PathBuf),
    /// A public key whose private half an agent holds.
    Agent(String),
}

impl Signer {
    /// Who signs; `None` if nobody is to.
    pub(super) fn of(
        ledger: &Ledger,
        policy: SignPolicy,
        identity: &Identity,
    ) -> Result<Option<Self>, LedgerError> {
        let config = ledger.repository.config()?.snapshot()?;
        let wanted = match policy {
            SignPolicy::Never => false,
            SignPolicy::Required => true,
            SignPolicy::Auto => config.get_bool("commit.gpgsign").unwrap_or(false),
        };
        if !wanted {
            return Ok(None);
        }
        let format = config.get_string("gpg.format").unwrap_or_else(|_| "openpgp".to_owned());
        let key = config.get_string("user.signingkey").ok().filter(|key| !key.is_empty());
        let folder = ledger.work_tree.clone();
        let (settings, default): (&[&str], _) = match format.as_str() {
            "ssh" => (&["gpg.ssh.program"], "ssh-keygen"),
            "openpgp" => (&["gpg.openpgp.program", "gpg.program"], "gpg"),
            "x509" => (&["gpg.x509.program"], "gpgsm"),
            _ => return Err(LedgerError::SigningFormat { format }),
        };
        let key = match (format.as_str(), key) {
            ("ssh", Some(key)) => match literal(&key) {
                Some(public) => Key::Ssh(SshKey::Agent(public)),
                None => Key::Ssh(SshKey::File(config.get_path("user.signingkey")?)),
            },
            ("ssh", None) => Key::Ssh(SshKey::Agent(key_command::default_key(&config, &folder)?)),
            (_, key) => Key::Named(key.unwrap_or_else(|| identity.committer.to_string())),
        };
        Ok(Some(Self { program: program(&config, settings, default), key, folder }))
    }

    /// The signature over a commit's content, armoured.
    pub(super) fn sign(&self, content: &[u8]) -> Result<String, LedgerError> {
        let signature = match &self.key {
            Key::Ssh(key) => sign_ssh(&self.program, key, &self.folder, content),
            Key::Named(key) => sign_named(&self.program, key, &self.folder, content),
        }?;
        // As git does for programs that end lines as Windows does.
        let signature = signature.replace("\r\n", "\n");
        if signature.starts_with("-----BEGIN ") {
            Ok(signature)
        } else {
            Err(failure(&self.program, &"it made no signature"))
        }
    }
}

/// The program that the settings name; of two, the one set nearer to the repository.
fn program(config: &Config, settings: &[&str], default: &str) -> OsString {
    let mut named: Option<(u32, PathBuf)> = None;
    for setting in settings {
        let Ok(entry) = config.get_entry(setting) else { continue };
        let level = level_of(&entry);
        if let Ok(path) = config.get_path(setting)
            && !path.as_os_str().is_empty()
            && named.as_ref().is_none_or(|(nearest, _)| level > *nearest)
        {
            named = Some((level, path));
        }
    }
    named.map_or_else(|| default.into(), |(_, path)| path.into_os_string())
}

/// How near to the repository a setting was made.
fn level_of(entry: &ConfigEntry<'_>) -> u32 {
    match entry.level() {
        ConfigLevel::ProgramData => 1,
        ConfigLevel::System => 2,
        ConfigLevel::XDG => 3,
        ConfigLevel::Global => 4,
        ConfigLevel::Local => 5,
        ConfigLevel::Worktree => 6,
        _ => 7,
    }
}

/// The public key that a setting holds in place of a file's name.
fn literal(key: &str) -> Option<String> {
    let plain = key.starts_with("ssh-").then_some(key);
    key.strip_prefix("key::").or(plain).map(str::to_owned)
}

fn sign_ssh(
    program: &OsStr,
    key: &SshKey,
    folder: &Path,
    content: &[u8],
) -> Result<String, LedgerError> {
    let failed = |message: &dyn std::fmt::Display| failure(program, message);
    let work_tree = folder;
    let folder = tempfile::tempdir().map_err(|error| failed(&error))?;
    let buffer = folder.path().join("commit");
    fs::write(&buffer, content).map_err(|error| failed(&error))?;
    let mut command = Command::new(program);
    command.current_dir(work_tree).args(["-Y", "sign", "-n", "git", "-f"]);
    match key {
        SshKey::File(path) => {
            command.arg(path);
        }
        SshKey::Agent(public) => {
            let path = folder.path().join("key.pub");
            fs::write(&path, public).map_err(|error| failed(&error))?;
            command.arg(path).arg("-U");
        }
    }
    let output =
        command.arg(&buffer).stdin(Stdio::null()).output().map_err(|error| failed(&error))?;
    if !output.status.success() {
        return Err(failed(&String::from_utf8_lossy(&output.stderr).trim()));
    }
    let signature = fs::read_to_string(folder.path().join("commit.sig"));
    signature.map_err(|error| failed(&error))
}

fn sign_named(
    program: &OsStr,
    key: &str,
    folder: &Path,
    content: &[u8],
) -> Result<String, LedgerError> {
    let failed = |message: &dyn std::fmt::Display| failure(program, message);
    let mut child = Command::new(program)
        .current_dir(folder)
        .args(["--status-fd=2", "-bsau", key])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .map_err(|error| failed(&error))?;
    if let Some(mut input) = child.stdin.take() {
        // A program that ends early says why on its way out.
        let _ = input.write_all(content);
    }
    let output = child.wait_with_output().map_err(|error| failed(&error))?;
    let said = String::from_utf8_lossy(&output.stderr);
    let created = said.lines().any(|line| line.starts_with("[GNUPG:] SIG_CREATED "));
    if !output.status.success() || !created {
        let said: Vec<_> = said.lines().filter(|line| !line.starts_with("[GNUPG:]")).collect();
        return Err(failed(&said.join("; ")));
    }
    String::from_utf8(output.stdout).map_err(|error| failed(&error))
}

pub(super) fn failure(program: &OsStr, message: &dyn std::fmt::Display) -> LedgerError {
    LedgerError::SigningFailed {
        program: program.to_string_lossy().into_owned(),
        message: message.to_string(),
    }
}
