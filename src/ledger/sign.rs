//! Signing a commit as git would.
//!
//! Owns: which program signs with which key, by git's own settings. Must not: go on unsigned
//! where a signature is wanted.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use git2::Config;

use super::Ledger;
use super::error::LedgerError;
use super::identity::Identity;
use crate::model::SignPolicy;

/// A program and a key.
#[derive(Debug)]
pub(super) enum Signer {
    Ssh { program: OsString, key: SshKey },
    OpenPgp { program: OsString, key: String },
}

/// Where an SSH key is.
#[derive(Debug)]
pub(super) enum SshKey {
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
        match format.as_str() {
            "ssh" => {
                let program = program(&config, &["gpg.ssh.program"], "ssh-keygen");
                let key = ssh_key(&config, key.ok_or(LedgerError::NoSigningKey)?)?;
                Ok(Some(Self::Ssh { program, key }))
            }
            "openpgp" => {
                let program = program(&config, &["gpg.openpgp.program", "gpg.program"], "gpg");
                let key = key.unwrap_or_else(|| identity.committer.to_string());
                Ok(Some(Self::OpenPgp { program, key }))
            }
            _ => Err(LedgerError::SigningFormat { format }),
        }
    }

    /// The signature over a commit's content, armoured.
    pub(super) fn sign(&self, content: &[u8]) -> Result<String, LedgerError> {
        match self {
            Self::Ssh { program, key } => sign_ssh(program, key, content),
            Self::OpenPgp { program, key } => sign_openpgp(program, key, content),
        }
    }
}

fn program(config: &Config, settings: &[&str], default: &str) -> OsString {
    settings
        .iter()
        .find_map(|setting| config.get_path(setting).ok())
        .map_or_else(|| default.into(), PathBuf::into_os_string)
}

fn ssh_key(config: &Config, key: String) -> Result<SshKey, LedgerError> {
    if let Some(literal) = key.strip_prefix("key::") {
        return Ok(SshKey::Agent(literal.to_owned()));
    }
    if key.starts_with("ssh-") {
        return Ok(SshKey::Agent(key));
    }
    Ok(SshKey::File(config.get_path("user.signingkey")?))
}

fn sign_ssh(program: &OsStr, key: &SshKey, content: &[u8]) -> Result<String, LedgerError> {
    let failed = |message: &dyn std::fmt::Display| failure(program, message);
    let folder = tempfile::tempdir().map_err(|error| failed(&error))?;
    let buffer = folder.path().join("commit");
    fs::write(&buffer, content).map_err(|error| failed(&error))?;
    let mut command = Command::new(program);
    command.args(["-Y", "sign", "-n", "git", "-f"]);
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

fn sign_openpgp(program: &OsStr, key: &str, content: &[u8]) -> Result<String, LedgerError> {
    let failed = |message: &dyn std::fmt::Display| failure(program, message);
    let mut child = Command::new(program)
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

fn failure(program: &OsStr, message: &dyn std::fmt::Display) -> LedgerError {
    LedgerError::SigningFailed {
        program: program.to_string_lossy().into_owned(),
        message: message.to_string(),
    }
}
