//! What verifying says of signatures: honest, unknown, foreign, revoked, forged.

use std::fs;

use super::verifying::{found, path, read, verify};
use super::{decision, keys, try_record};
use crate::sandbox::Sandbox;
use casefile::ledger::{
    Fault, Ledger, Record, Report, Seal, Signing, Trust, Unknown, Validity, VerifiedRecord,
};
use casefile::model::Digest;

/// A decision `a` signed with Jenna's key.
fn signed() -> Sandbox {
    let sandbox = keys::with_key();
    try_record(&sandbox, &decision("a", &[], "why").0).unwrap();
    sandbox
}

fn seal(sandbox: &Sandbox) -> Seal {
    found(&verify(sandbox), "a").seal.clone()
}

fn names(report: &Report) -> Vec<&'static str> {
    found(report, "a").names()
}

fn fingerprint(sandbox: &Sandbox, name: &str) -> String {
    let file = sandbox.home().join(format!("{name}.pub"));
    let said = sandbox.command("ssh-keygen").arg("-lf").arg(file).output().unwrap().stdout;
    String::from_utf8(said).unwrap().split(' ').nth(1).unwrap().to_owned()
}

fn git_accepts(sandbox: &Sandbox) -> bool {
    sandbox.try_git(&["verify-commit", "HEAD"]).status.success()
}

/// Puts another commit in the place of HEAD, made from HEAD's own bytes.
fn forge(sandbox: &Sandbox, change: impl Fn(String) -> String) {
    let commit = change(sandbox.git(&["cat-file", "commit", "HEAD"]));
    let file = sandbox.home().join("commit");
    fs::write(&file, commit).unwrap();
    let forged = sandbox.git(&["hash-object", "-t", "commit", "-w", file.to_str().unwrap()]);
    sandbox.git(&["reset", "-q", "--soft", forged.trim()]);
}

/// A commit's bytes without its signature.
fn unsigned(commit: &str) -> String {
    let (headers, message) = commit.split_once("\n\n").unwrap();
    let start = headers.find("gpgsig ").unwrap_or(headers.len());
    format!("{}\n{message}", &headers[..start])
}

#[test]
fn a_signature_by_a_listed_key_is_signed() {
    let kinds: [&[&str]; 4] =
        [&["ed25519"], &["ecdsa", "-b", "256"], &["ecdsa", "-b", "384"], &["rsa", "-b", "2048"]];
    for kind in kinds {
        let sandbox = Sandbox::with_commit();
        let key = keys::make(&sandbox, "key", kind);
        keys::sign_with(&sandbox, key.to_str().unwrap());
        let public = keys::public(&sandbox, "key");
        keys::allow(&sandbox, &format!("*@example.org namespaces=\"git\" {public}\n"));
        try_record(&sandbox, &decision("a", &[], "why").0).unwrap();
        assert!(git_accepts(&sandbox));
        let report = verify(&sandbox);
        let expected = Signing {
            key: fingerprint(&sandbox, "key"),
            principal: "jenna@example.org".to_owned(),
            validity: Validity::Unbounded,
        };
        assert_eq!(found(&report, "a").seal, Seal::Signed(expected), "{kind:?}");
        assert_eq!(names(&report), ["INTACT", "SIGNED"]);
        assert!(report.holds() && report.key_faults.is_empty());
    }
}

#[test]
fn kinds_of_keys_that_are_not_checked_here_are_unverified() {
    for kind in [&["ecdsa", "-b", "521"], &["rsa", "-b", "1024"]] {
        let sandbox = Sandbox::with_commit();
        let key = keys::make(&sandbox, "key", kind);
        keys::sign_with(&sandbox, key.to_str().unwrap());
        keys::allow(&sandbox, &format!("* {}\n", keys::public(&sandbox, "key")));
        try_record(&sandbox, &decision("a", &[], "why").0).unwrap();
        let report = verify(&sandbox);
        assert_eq!(names(&report), ["UNVERIFIED", "INTACT"], "{kind:?}");
        let record = found(&report, "a");
        let commit = record.commit.as_deref().unwrap();
        assert_eq!(record.seal.command(commit), Some(format!("git verify-commit {commit}")));
        assert!(report.holds());
    }
}

#[test]
fn openpgp_is_unverified_with_the_command_that_verifies_it() {
    let sandbox = Sandbox::with_commit();
    let _ring = keys::Ring::make(&sandbox);
    try_record(&sandbox, &decision("a", &[], "why").0).unwrap();
    assert!(git_accepts(&sandbox));
    assert_eq!(seal(&sandbox), Seal::Unverified { format: "openpgp".to_owned() });
    assert_eq!(names(&verify(&sandbox)), ["UNVERIFIED", "INTACT"]);
}

#[test]
fn a_key_that_nobody_vouches_for_is_unknown() {
    let sandbox = signed();
    keys::make(&sandbox, "other", &["ed25519"]);
    let (key, other) = (keys::public(&sandbox, "key"), keys::public(&sandbox, "other"));
    for (list, expected) in [
        (format!("jenna@example.org {other}\n"), Unknown::NotListed),
        (format!("jenna@example.org namespaces=\"file,mail\" {key}\n"), Unknown::Namespace),
        (format!("jenna@example.org cert-authority {key}\n"), Unknown::Authority),
        (String::new(), Unknown::NotListed),
    ] {
        keys::allow(&sandbox, &list);
        assert!(!git_accepts(&sandbox), "{list}");
        let report = verify(&sandbox);
        let key = fingerprint(&sandbox, "key");
        assert_eq!(found(&report, "a").seal, Seal::UnknownKey { key, because: expected });
        assert_eq!(names(&report), ["UNKNOWN-KEY", "INTACT"]);
        assert!(report.holds(), "nothing speaks against the record");
    }
    sandbox.git(&["config", "--unset", "gpg.ssh.allowedSignersFile"]);
    assert!(matches!(seal(&sandbox), Seal::UnknownKey { because: Unknown::NoList, .. }));
    sandbox.git(&["config", "gpg.ssh.allowedSignersFile", "/nowhere/list"]);
    let report = verify(&sandbox);
    assert!(matches!(found(&report, "a").seal, Seal::UnknownKey { because: Unknown::NoList, .. }));
    assert_eq!(report.key_faults.len(), 1);
}

#[test]
fn a_key_of_somebody_else_is_foreign() {
    let sandbox = signed();
    let key = keys::public(&sandbox, "key");
    keys::allow(&sandbox, &format!("bo@example.org {key}\n*@example.org,!jenna@* {key}\n"));
    assert!(git_accepts(&sandbox), "git does not compare");
    let report = verify(&sandbox);
    let expected = Seal::Foreign {
        key: fingerprint(&sandbox, "key"),
        principals: "bo@example.org, *@example.org,!jenna@*".to_owned(),
        committer: "jenna@example.org".to_owned(),
    };
    assert_eq!(found(&report, "a").seal, expected);
    assert_eq!(names(&report), ["FOREIGN-PRINCIPAL", "INTACT"]);
    assert_eq!(found(&report, "a").because().len(), 1);
}

#[test]
fn a_revoked_key_is_not_believed() {
    let sandbox = signed();
    let list = sandbox.home().join("revoked");
    sandbox.git(&["config", "gpg.ssh.revocationFile", list.to_str().unwrap()]);
    fs::write(&list, "# none yet\n").unwrap();
    assert_eq!(names(&verify(&sandbox)), ["INTACT", "SIGNED"]);
    fs::write(&list, format!("# lost in 2026\n{}\n", keys::public(&sandbox, "key"))).unwrap();
    assert!(!git_accepts(&sandbox));
    let report = verify(&sandbox);
    assert_eq!(names(&report), ["REVOKED-KEY", "INTACT"]);
    assert!(!report.holds());
    // A list that cannot be read may name any key.
    for (text, line) in [(&b"nonsense\n"[..], Some(1)), (b"SSHKRL\n\0rest", None)] {
        fs::write(&list, text).unwrap();
        let report = verify(&sandbox);
        assert!(matches!(
            found(&report, "a").seal,
            Seal::UnknownKey { because: Unknown::Revocations, .. }
        ));
        assert_eq!(report.key_faults[0].line, line);
    }
}

#[test]
fn a_binary_list_of_revoked_keys_is_read_as_openssh_reads_it() {
    let sandbox = signed();
    let list = sandbox.home().join("revoked.krl");
    sandbox.git(&["config", "gpg.ssh.revocationFile", list.to_str().unwrap()]);
    keys::make(&sandbox, "other", &["ed25519"]);
    let [own, other] = ["key", "other"].map(|name| keys::public(&sandbox, name));
    let specification = |text: String| {
        let file = sandbox.home().join("specification");
        fs::write(&file, text).unwrap();
        let mut make = sandbox.command("ssh-keygen");
        let made = make.args(["-q", "-k", "-f"]).arg(&list).arg(&file).status().unwrap();
        assert!(made.success());
    };
    for kind in ["", "key: ", "sha1: ", "sha256: "] {
        specification(format!("{kind}{other}\n"));
        assert!(git_accepts(&sandbox), "{kind}");
        assert_eq!(names(&verify(&sandbox)), ["INTACT", "SIGNED"], "{kind}");
        specification(format!("{kind}{other}\n{kind}{own}\n"));
        assert!(!git_accepts(&sandbox), "{kind}");
        let report = verify(&sandbox);
        assert_eq!(names(&report), ["REVOKED-KEY", "INTACT"], "{kind}");
        assert!(report.key_faults.is_empty(), "{kind}");
    }
}

#[test]
fn a_signature_over_another_commit_is_bad() {
    let sandbox = signed();
    forge(&sandbox, |commit| commit.replace("casefile(nova): boundary", "casefile(nova): exit"));
    assert!(!git_accepts(&sandbox));
    let report = verify(&sandbox);
    assert_eq!(found(&report, "a").seal, Seal::Bad(Fault::Mismatch));
    assert_eq!(names(&report), ["BAD-SIGNATURE", "REWRITTEN", "INTACT"]);
    assert!(!report.holds());
}

#[test]
fn a_commit_dated_back_under_its_signature_is_bad() {
    let sandbox = signed();
    forge(&sandbox, |commit| commit.replace(" 1777709700 ", " 1740000000 "));
    assert_eq!(seal(&sandbox), Seal::Bad(Fault::Mismatch));
}

#[test]
fn a_signature_made_for_something_else_is_bad() {
    let sandbox = signed();
    let content = unsigned(&sandbox.git(&["cat-file", "commit", "HEAD"]));
    let file = sandbox.home().join("content");
    fs::write(&file, &content).unwrap();
    let mut sign = sandbox.command("ssh-keygen");
    sign.args(["-q", "-Y", "sign", "-n", "file", "-f"]).arg(sandbox.home().join("key")).arg(&file);
    assert!(sign.output().unwrap().status.success());
    let signature = fs::read_to_string(sandbox.home().join("content.sig")).unwrap();
    forge(&sandbox, |_| {
        let header = signature.trim_end().replace('\n', "\n ");
        content.replacen("\n\n", &format!("\ngpgsig {header}\n\n"), 1)
    });
    assert!(!git_accepts(&sandbox));
    assert_eq!(seal(&sandbox), Seal::Bad(Fault::Namespace("file".to_owned())));
    forge(&sandbox, |_| content.replacen("\n\n", "\ngpgsig nonsense\n\n", 1));
    assert_eq!(seal(&sandbox), Seal::Bad(Fault::Unreadable));
    forge(&sandbox, |_| content.clone());
    assert_eq!(seal(&sandbox), Seal::Unsigned);
}

#[test]
fn a_byte_of_a_signature_turned_is_never_signed() {
    let sandbox = signed();
    let commit = sandbox.git(&["cat-file", "commit", "HEAD"]);
    let body: String = commit.lines().filter(|line| line.starts_with(' ')).collect();
    for place in [3, 40, 90, 130, 200, 230] {
        let old = body.chars().filter(|c| *c != ' ').nth(place).unwrap();
        let mut seen = 0;
        let turned: String = commit
            .split_inclusive('\n')
            .map(|line| {
                if !line.starts_with(' ') {
                    return line.to_owned();
                }
                line.chars()
                    .map(|c| {
                        let counts = c != ' ' && c != '\n';
                        seen += usize::from(counts);
                        let turn = counts && seen == place + 1;
                        if turn { if old == 'A' { 'B' } else { 'A' } } else { c }
                    })
                    .collect()
            })
            .collect();
        assert_ne!(turned, commit);
        forge(&sandbox, |_| turned.clone());
        let seal = seal(&sandbox);
        assert!(!matches!(seal, Seal::Signed(_) | Seal::Foreign { .. }), "{place}: {seal:?}");
    }
}

#[test]
fn an_expired_key_with_a_commit_dated_back_is_of_unknown_time() {
    let sandbox = keys::with_key();
    let key = keys::public(&sandbox, "key");
    keys::allow(&sandbox, &format!("jenna@example.org valid-before=\"20260101Z\" {key}\n"));
    let (record, _) = decision("a", &[], "why");
    try_record(&sandbox, &Record { at: "2025-03-01T10:00:00Z".parse().unwrap(), ..record })
        .unwrap();
    assert!(git_accepts(&sandbox), "git believes the committer's date");
    let report = verify(&sandbox);
    assert_eq!(names(&report), ["UNKNOWN-TIME", "INTACT", "SIGNED"]);
    let record: &VerifiedRecord = found(&report, "a");
    let doubt = |key: &str| record.does_not_prove.iter().any(|phrase| phrase.key == key);
    assert!(doubt("seal-not-when-before"));
    // The other way round: git refuses for the date alone, and we know no more than before.
    keys::allow(&sandbox, &format!("jenna@example.org valid-after=\"20260101Z\" {key}\n"));
    assert!(!git_accepts(&sandbox));
    assert_eq!(names(&verify(&sandbox)), ["UNKNOWN-TIME", "INTACT", "SIGNED"]);
}

#[test]
fn replaced_and_overwritten_commits_do_not_fool() {
    let sandbox = signed();
    let head = sandbox.git(&["rev-parse", "HEAD"]).trim().to_owned();
    let content = unsigned(&sandbox.git(&["cat-file", "commit", "HEAD"]));
    let file = sandbox.home().join("content");
    fs::write(&file, content.replace("Jenna", "Mallory")).unwrap();
    let other = sandbox.git(&["hash-object", "-t", "commit", "-w", file.to_str().unwrap()]);
    sandbox.git(&["replace", &head, other.trim()]);
    assert!(sandbox.git(&["log", "-1", "--format=%an"]).contains("Mallory"), "git is fooled");
    assert_eq!(names(&verify(&sandbox)), ["INTACT", "SIGNED"]);
    sandbox.git(&["replace", "-d", &head]);
    // Another object under the commit's name: what it held cannot be verified, and is named.
    let object = |oid: &str| sandbox.vault().join(".git/objects").join(&oid[..2]).join(&oid[2..]);
    let place = object(&head);
    fs::remove_file(&place).unwrap();
    fs::copy(object(other.trim()), &place).unwrap();
    assert!(sandbox.git(&["cat-file", "-p", "HEAD"]).contains("Mallory"), "git is fooled");
    let report = verify(&sandbox);
    assert_eq!(report.damaged, [head]);
    assert!(!report.holds() && names(&report) != ["INTACT", "SIGNED"]);
}

#[test]
fn faults_of_a_list_are_named_and_the_rest_of_it_counts() {
    let sandbox = signed();
    let key = keys::public(&sandbox, "key");
    keys::allow(
        &sandbox,
        &format!("# ours\nbo@example.org ssh-ed25519 nonsense\njenna@example.org {key}\nbo\n"),
    );
    let report = verify(&sandbox);
    assert_eq!(names(&report), ["INTACT", "SIGNED"]);
    let lines: Vec<_> = report.key_faults.iter().map(|fault| fault.line).collect();
    assert_eq!(lines, [Some(2), Some(4)]);
}

#[test]
fn a_list_in_the_vault_is_not_trusted_by_itself() {
    let sandbox = signed();
    sandbox.git(&["config", "--unset", "gpg.ssh.allowedSignersFile"]);
    let line = format!("jenna@example.org {}\n", keys::public(&sandbox, "key"));
    for name in ["allowed_signers", ".allowed_signers", ".git/allowed_signers"] {
        sandbox.write(name, &line);
    }
    assert_eq!(names(&verify(&sandbox)), ["UNKNOWN-KEY", "INTACT"]);
    // Named by the reader, it counts, and the report says where it lies.
    let trust = Trust {
        allowed_signers: Some(sandbox.vault().join("allowed_signers")),
        ..Trust::default()
    };
    let ledger = Ledger::open(&sandbox.vault()).unwrap();
    let report = ledger.verify_by(&trust, read).unwrap();
    assert_eq!(names(&report), ["INTACT", "SIGNED"]);
    assert!(report.limits.iter().any(|limit| limit.key == "ledger-limit-keys-inside"));
}

#[test]
fn two_machines_with_two_keys_merge_and_stay_signed() {
    let sandbox = signed();
    let digest = Digest::of(sandbox.read(&path("a")).as_bytes());
    keys::make(&sandbox, "bo", &["ed25519"]);
    let list = format!(
        "jenna@example.org {}\nbo@example.org,jenna@example.org {}\n",
        keys::public(&sandbox, "key"),
        keys::public(&sandbox, "bo")
    );
    keys::allow(&sandbox, &list);
    sandbox.git(&["checkout", "-q", "-b", "bo"]);
    keys::sign_with(&sandbox, sandbox.home().join("bo").to_str().unwrap());
    try_record(&sandbox, &decision("b", &[digest], "left").0).unwrap();
    sandbox.git(&["checkout", "-q", "main"]);
    keys::sign_with(&sandbox, sandbox.home().join("key").to_str().unwrap());
    try_record(&sandbox, &decision("c", &[digest], "right").0).unwrap();
    sandbox.git(&["merge", "-q", "--no-edit", "bo"]);
    let report = verify(&sandbox);
    for record in &report.records {
        assert_eq!(record.names(), ["INTACT", "SIGNED"], "{}", record.path);
    }
    assert!(report.holds() && report.rewritten.is_empty());
    assert_eq!(report.chains[0].heads.len(), 2);
}
