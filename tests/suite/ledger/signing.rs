//! Signatures that git itself accepts.

use std::fs;

use super::{create, record_of, refusal, try_record};
use crate::sandbox::Sandbox;
use casefile::ledger::{Ledger, LedgerError};
use casefile::model::SignPolicy;

/// A sandbox with an SSH key that git signs with and trusts.
fn with_ssh_key() -> Sandbox {
    let sandbox = Sandbox::with_commit();
    let key = sandbox.home().join("key");
    let made = sandbox
        .command("ssh-keygen")
        .args(["-q", "-t", "ed25519", "-N", "", "-C", "", "-f"])
        .arg(&key)
        .status();
    assert!(made.unwrap().success());
    let public = fs::read_to_string(sandbox.home().join("key.pub")).unwrap();
    let allowed = sandbox.home().join("allowed");
    fs::write(&allowed, format!("jenna@example.org {public}")).unwrap();
    sandbox.git(&["config", "gpg.format", "ssh"]);
    sandbox.git(&["config", "user.signingkey", key.to_str().unwrap()]);
    sandbox.git(&["config", "gpg.ssh.allowedSignersFile", allowed.to_str().unwrap()]);
    sandbox
}

#[test]
fn git_verifies_an_ssh_signature() {
    let sandbox = with_ssh_key();
    let mut record = record_of(vec![create("a", "a")]);
    record.message.body = "Ça suffit.\n\n\n".to_owned();
    assert!(!try_record(&sandbox, &record).unwrap().signed);
    record.changes = vec![create("b", "b")];
    record.sign = SignPolicy::Required;
    assert!(try_record(&sandbox, &record).unwrap().signed);
    sandbox.git(&["verify-commit", "HEAD"]);
    sandbox.git(&["config", "commit.gpgsign", "true"]);
    record.changes = vec![create("c", "c")];
    record.sign = SignPolicy::Auto;
    assert!(try_record(&sandbox, &record).unwrap().signed);
    sandbox.git(&["verify-commit", "HEAD"]);
    record.changes = vec![create("d", "d")];
    record.sign = SignPolicy::Never;
    assert!(!try_record(&sandbox, &record).unwrap().signed);
    assert!(!sandbox.try_git(&["verify-commit", "HEAD"]).status.success());
    assert_eq!(sandbox.git(&["status", "--porcelain"]), "");
    sandbox.fsck();
}

#[test]
fn git_verifies_an_openpgp_signature() {
    let sandbox = Sandbox::with_commit();
    let ring = sandbox.home().join(".gnupg");
    fs::create_dir(&ring).unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&ring, fs::Permissions::from_mode(0o700)).unwrap();
    }
    // The program that signs sees the sandbox's ring, not the machine's.
    let script = sandbox.home().join("gpg");
    fs::write(&script, format!("#!/bin/sh\nexec gpg --homedir '{}' \"$@\"\n", ring.display()))
        .unwrap();
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt as _;
        fs::set_permissions(&script, fs::Permissions::from_mode(0o755)).unwrap();
    }
    let made = sandbox
        .command(&script)
        .args([
            "--batch",
            "-q",
            "--passphrase",
            "",
            "--quick-gen-key",
            "Jenna Ray <jenna@example.org>",
        ])
        .output();
    // Without gpg there is nothing to try.
    let Ok(true) = made.map(|output| output.status.success()) else { return };
    sandbox.git(&["config", "gpg.program", script.to_str().unwrap()]);
    sandbox.git(&["config", "commit.gpgsign", "true"]);
    assert!(try_record(&sandbox, &record_of(vec![create("a", "a")])).unwrap().signed);
    sandbox.git(&["verify-commit", "HEAD"]);
    sandbox.git(&["config", "user.signingkey", "nobody@example.org"]);
    let error = refusal(&sandbox, vec![create("b", "b")]);
    assert!(matches!(error, LedgerError::SigningFailed { .. }), "{error:?}");
    let _ =
        sandbox.command("gpgconf").args(["--homedir"]).arg(&ring).args(["--kill", "all"]).status();
}

#[test]
fn what_cannot_be_signed_is_refused_before_anything_is_written() {
    let sandbox = Sandbox::with_commit();
    sandbox.git(&["config", "commit.gpgsign", "true"]);
    sandbox.git(&["config", "gpg.format", "ssh"]);
    let error = refusal(&sandbox, vec![create("a", "a")]);
    assert!(matches!(error, LedgerError::NoSigningKey), "{error:?}");
    sandbox.git(&["config", "gpg.format", "x509"]);
    let error = refusal(&sandbox, vec![create("a", "a")]);
    assert!(
        matches!(&error, LedgerError::SigningFormat { format } if format == "x509"),
        "{error:?}"
    );
    sandbox.git(&["config", "gpg.format", "openpgp"]);
    sandbox.git(&["config", "gpg.program", "/nowhere/gpg"]);
    let error = refusal(&sandbox, vec![create("a", "a")]);
    assert!(
        matches!(&error, LedgerError::SigningFailed { program, .. } if program == "/nowhere/gpg"),
        "{error:?}"
    );
    assert!(!sandbox.exists("a"));
    assert!(Ledger::open(&sandbox.vault()).unwrap().trail().unwrap().is_empty());
}
