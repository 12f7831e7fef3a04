//! Signatures that git itself accepts.

use std::fs;
use std::path::Path;
use std::process::Output;

use super::{create, keys, record_of, refusal, try_record};
use crate::sandbox::Sandbox;
use casefile::ledger::{Ledger, LedgerError};
use casefile::model::SignPolicy;

#[test]
fn git_verifies_an_ssh_signature() {
    let sandbox = keys::with_key();
    sandbox.git(&["config", "commit.gpgsign", "false"]);
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
    let _ring = keys::Ring::make(&sandbox);
    assert!(try_record(&sandbox, &record_of(vec![create("a", "a")])).unwrap().signed);
    sandbox.git(&["verify-commit", "HEAD"]);
    // Of two settings in one file, the one that names the format counts.
    let program = sandbox.git(&["config", "gpg.program"]);
    sandbox.git(&["config", "gpg.program", "/nowhere/gpg"]);
    sandbox.git(&["config", "gpg.openpgp.program", program.trim()]);
    assert!(try_record(&sandbox, &record_of(vec![create("b", "b")])).unwrap().signed);
    sandbox.git(&["verify-commit", "HEAD"]);
    sandbox.git(&["config", "user.signingkey", "nobody@example.org"]);
    let error = refusal(&sandbox, vec![create("c", "c")]);
    assert!(matches!(error, LedgerError::SigningFailed { .. }), "{error:?}");
}

#[test]
fn git_verifies_every_kind_of_ssh_key() {
    let kinds: [&[&str]; 5] = [
        &["ecdsa", "-b", "256"],
        &["ecdsa", "-b", "384"],
        &["ecdsa", "-b", "521"],
        &["rsa", "-b", "2048"],
        &["rsa", "-b", "3072"],
    ];
    let sandbox = keys::with_key();
    for (number, kind) in kinds.iter().enumerate() {
        let name = format!("key{number}");
        let key = keys::make(&sandbox, &name, kind);
        keys::sign_with(&sandbox, key.to_str().unwrap());
        keys::allow(&sandbox, &format!("jenna@example.org {}\n", keys::public(&sandbox, &name)));
        assert!(try_record(&sandbox, &record_of(vec![create(&name, "x")])).unwrap().signed);
        sandbox.git(&["verify-commit", "HEAD"]);
    }
    sandbox.fsck();
}

#[test]
fn an_agent_signs_for_a_literal_key_and_for_a_public_file() {
    let sandbox = keys::with_key();
    let agent = keys::Agent::start(&sandbox);
    agent.add(&sandbox, "key");
    let public = keys::public(&sandbox, "key");
    let file = sandbox.home().join("key.pub");
    let command = keys::script(&sandbox, "which key", &format!("echo 'key::{public}'; echo other"));
    for (number, setting) in
        [format!("key::{public}"), public.clone(), file.display().to_string(), String::new()]
            .iter()
            .enumerate()
    {
        sandbox.git(&["config", "user.signingkey", setting]);
        if setting.is_empty() {
            sandbox.git(&["config", "--unset", "user.signingkey"]);
            sandbox.git(&["config", "gpg.ssh.defaultKeyCommand", &format!("'{command}' -L")]);
        }
        let record = record_of(vec![create(&format!("n{number}"), "x")]);
        assert!(try_record(&sandbox, &record).unwrap().signed, "{setting}");
        sandbox.git(&["verify-commit", "HEAD"]);
    }
    drop(agent);
    let error = refusal(&sandbox, vec![create("z", "z")]);
    assert!(matches!(error, LedgerError::SigningFailed { .. }), "{error:?}");
    assert!(!sandbox.exists("z"));
    for command in ["false", "true", "echo nonsense", "/nowhere/command", "'open"] {
        sandbox.git(&["config", "gpg.ssh.defaultKeyCommand", command]);
        let error = refusal(&sandbox, vec![create("z", "z")]);
        assert!(
            matches!(&error, LedgerError::SigningFailed { program, .. } if program == "gpg.ssh.defaultKeyCommand"),
            "{command}: {error:?}"
        );
    }
    let head = sandbox.git(&["rev-parse", "HEAD"]);
    assert!(!sandbox.exists("z") && sandbox.git(&["status", "--porcelain"]).is_empty());
    assert_eq!(sandbox.git(&["rev-parse", "main"]), head);
}

#[test]
fn keys_and_programs_are_found_from_the_top_of_the_work_tree() {
    let sandbox = keys::with_key();
    sandbox.git(&["config", "user.signingkey", "../key"]);
    assert!(try_record(&sandbox, &record_of(vec![create("a", "a")])).unwrap().signed);
    sandbox.git(&["verify-commit", "HEAD"]);
    sandbox.git(&["config", "user.signingkey", "~/key"]);
    // Where HOME is another, git and casefile look in the same wrong place.
    let error = refusal(&sandbox, vec![create("b", "b")]);
    assert!(matches!(error, LedgerError::SigningFailed { .. }), "{error:?}");
}

#[test]
fn a_program_that_signs_nothing_is_refused() {
    let sandbox = keys::with_key();
    let program = keys::script(&sandbox, "quiet", "for f; do :; done; : > \"$f.sig\"");
    sandbox.git(&["config", "gpg.ssh.program", &program]);
    let error = refusal(&sandbox, vec![create("a", "a")]);
    assert!(
        matches!(&error, LedgerError::SigningFailed { message, .. } if message.contains("no signature")),
        "{error:?}"
    );
    assert!(!sandbox.exists("a"));
}

#[test]
fn x509_is_signed_by_the_program_that_git_would_run() {
    let sandbox = Sandbox::with_commit();
    let text = "cat > /dev/null; echo '[GNUPG:] SIG_CREATED ' >&2; echo \"$2 $3\" > ../said\n\
                printf -- '-----BEGIN SIGNED MESSAGE-----\\r\\nx\\r\\n-----END SIGNED MESSAGE-----\\r\\n'";
    let program = keys::script(&sandbox, "gpgsm", text);
    sandbox.git(&["config", "gpg.format", "x509"]);
    sandbox.git(&["config", "gpg.x509.program", &program]);
    sandbox.git(&["config", "commit.gpgsign", "true"]);
    assert!(try_record(&sandbox, &record_of(vec![create("a", "a")])).unwrap().signed);
    let said = fs::read_to_string(sandbox.home().join("said")).unwrap();
    assert_eq!(said, "-bsau Jenna Ray <jenna@example.org>\n");
    assert!(!sandbox.git(&["cat-file", "commit", "HEAD"]).contains('\r'));
    sandbox.fsck();
}

#[test]
fn what_cannot_be_signed_is_refused_before_anything_is_written() {
    let sandbox = Sandbox::with_commit();
    sandbox.git(&["config", "commit.gpgsign", "true"]);
    sandbox.git(&["config", "gpg.format", "ssh"]);
    let error = refusal(&sandbox, vec![create("a", "a")]);
    assert!(matches!(error, LedgerError::NoSigningKey), "{error:?}");
    sandbox.git(&["config", "gpg.format", "bogus"]);
    let error = refusal(&sandbox, vec![create("a", "a")]);
    assert!(
        matches!(&error, LedgerError::SigningFormat { format } if format == "bogus"),
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

/// Amends a decision of the example, whose settings say when to sign.
fn amend(sandbox: &Sandbox, policy: &str, reason: &str) -> Output {
    let settings = sandbox.read("casefile.toml");
    let (settings, _) = settings.split_once("\n[ledger]").unwrap_or((&settings, ""));
    sandbox.write("casefile.toml", format!("{settings}\n[ledger]\nsign = \"{policy}\"\n"));
    let supersedes = "--supersedes=2026-08-14-keep-ptbv";
    sandbox.try_casefile(&["decide", "harbour-and-finch", "amend", supersedes, "-m", reason])
}

#[test]
fn settings_that_require_a_signature_take_no_decision_without_one() {
    let sandbox = Sandbox::with_example();
    sandbox.git(&["config", "gpg.format", "ssh"]);
    let before = (sandbox.files(), sandbox.git(&["rev-parse", "HEAD"]));
    let refused = amend(&sandbox, "required", "Without a key.");
    assert_eq!(refused.status.code(), Some(2));
    let said = String::from_utf8(refused.stderr).unwrap();
    assert!(said.contains("git knows no key"), "{said}");
    assert!(said.contains("git config user.signingKey"), "{said}");
    assert!(said.contains("`sign`") && said.contains("casefile.toml"), "{said}");
    let mut after = sandbox.files();
    after.insert("casefile.toml".into(), before.0[Path::new("casefile.toml")].clone());
    assert_eq!((after, sandbox.git(&["rev-parse", "HEAD"])), before);

    // Git is not set to sign, and the vault is.
    let key = keys::make(&sandbox, "key", &["ed25519"]);
    sandbox.git(&["config", "user.signingkey", key.to_str().unwrap()]);
    keys::allow(&sandbox, &format!("jenna@example.org {}\n", keys::public(&sandbox, "key")));
    assert!(amend(&sandbox, "required", "With a key.").status.success());
    sandbox.git(&["verify-commit", "HEAD"]);

    assert!(amend(&sandbox, "auto", "As git is set.").status.success());
    assert!(!sandbox.try_git(&["verify-commit", "HEAD"]).status.success());
}

#[test]
fn settings_that_never_sign_make_no_signature_though_git_would() {
    let sandbox = Sandbox::with_example();
    let key = keys::make(&sandbox, "key", &["ed25519"]);
    keys::sign_with(&sandbox, key.to_str().unwrap());
    assert!(amend(&sandbox, "auto", "As git is set.").status.success());
    assert!(sandbox.git(&["cat-file", "commit", "HEAD"]).contains("\ngpgsig "));
    assert!(amend(&sandbox, "never", "As the vault is set.").status.success());
    assert!(!sandbox.git(&["cat-file", "commit", "HEAD"]).contains("gpgsig"));
    // Nor is a key asked for that is not there.
    fs::remove_file(key).unwrap();
    assert!(amend(&sandbox, "never", "Without a key.").status.success());
    assert_eq!(amend(&sandbox, "auto", "With none.").status.code(), Some(2));
}
