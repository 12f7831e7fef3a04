//! One test for each way to make a time stamp say what it does not.

use std::fs;

use super::authority::{Authority, VALID, Wanted, der, info};
use super::{
    digest, import, of_decision, refused, request, said, squash, stamped, statement, statements,
    trust, vault, verdicts, verified,
};
use crate::sandbox::Sandbox;

const THEN: &str = "20261120090000Z";

/// The digest of the statement; made where there is none, without a request.
fn anchored(sandbox: &Sandbox) -> String {
    sandbox.casefile(&["audit", "anchor"]);
    digest(sandbox, &statement(sandbox))
}

/// Puts a file beside the statement and records it, past the import.
fn place(sandbox: &Sandbox, bytes: &[u8]) {
    sandbox.write(&statement(sandbox).replace("json", "tsr"), bytes);
    sandbox.git(&["add", "-f", "anchors"]);
    sandbox.git(&["commit", "-qm", "placed"]);
}

#[test]
fn a_flipped_byte() {
    let sandbox = vault();
    let authority = stamped(&sandbox);
    let bytes = fs::read(authority.file("answer.tsr")).unwrap();
    let file = sandbox.home().join("flipped.tsr");
    for at in [30, 120, bytes.len() / 2, bytes.len() - 3] {
        let mut flipped = bytes.clone();
        flipped[at] ^= 0x01;
        fs::write(&file, &flipped).unwrap();
        refused(&sandbox, &file);
    }
    let mut flipped = bytes;
    let last = flipped.len() - 3;
    flipped[last] ^= 0x01;
    sandbox.write(&statement(&sandbox).replace("json", "tsr"), flipped);
    let (names, code, _) = verdicts(&sandbox);
    assert_eq!(
        (names.as_slice(), code),
        (&["NOT-RECORDED", "TIMESTAMPED"].map(str::to_owned)[..], 1)
    );
    squash(&sandbox);
    let (names, code, said) = verdicts(&sandbox);
    assert_eq!((names.as_slice(), code), (&["BAD-TIMESTAMP".to_owned()][..], 1));
    assert!(said.contains("Its signature does not fit"), "{said}");
}

#[test]
fn a_statement_changed_after_it_was_stamped() {
    let sandbox = vault();
    stamped(&sandbox);
    let path = statement(&sandbox);
    let text = sandbox.read(&path);
    sandbox.write(&path, text.replace("\"count\": 1", "\"count\": 2"));
    sandbox.git(&["commit", "-qam", "tidy"]);
    let (value, code) = verified(&sandbox, &[]);
    assert_eq!(code, 1);
    assert!(value["anchors"].to_string().contains("ALTERED"), "{value:#}");
    squash(&sandbox);
    let (names, code, said) = verdicts(&sandbox);
    assert_eq!((names.as_slice(), code), (&["GAP", "STATEMENT-CHANGED"].map(str::to_owned)[..], 1));
    assert!(said.contains("for other bytes") && said.contains("git restore"), "{said}");
    let (value, _) = verified(&sandbox, &[]);
    assert!(!of_decision(&value, "accept").contains(&"TIMESTAMPED".to_owned()));
}

#[test]
fn line_endings_of_a_statement_changed() {
    let sandbox = vault();
    stamped(&sandbox);
    let path = statement(&sandbox);
    sandbox.write(&path, sandbox.read(&path).replace('\n', "\r\n"));
    squash(&sandbox);
    let (names, code, _) = verdicts(&sandbox);
    assert_eq!(
        (names.as_slice(), code),
        (&["BAD-STATEMENT", "STATEMENT-CHANGED"].map(str::to_owned)[..], 1)
    );
}

#[test]
fn a_statement_removed() {
    let sandbox = vault();
    stamped(&sandbox);
    sandbox.git(&["rm", "-q", &statement(&sandbox)]);
    sandbox.git(&["commit", "-qm", "tidy"]);
    let (names, code, _) = verdicts(&sandbox);
    assert_eq!((names.as_slice(), code), (&["REMOVED", "TIMESTAMPED"].map(str::to_owned)[..], 1));
    squash(&sandbox);
    let (names, code, said) = verdicts(&sandbox);
    assert_eq!((names.as_slice(), code), (&["STATEMENT-MISSING".to_owned()][..], 1));
    assert!(said.contains("for a statement that is not here"), "{said}");
}

#[test]
fn heads_that_are_no_longer_in_the_history() {
    let sandbox = vault();
    sandbox.casefile(&["decide", "nova", "exit", "-m", "why"]);
    stamped(&sandbox);
    let last = sandbox.git(&["ls-files", "clients/nova/decisions/*-exit-*"]);
    fs::remove_file(sandbox.vault().join(last.trim())).unwrap();
    squash(&sandbox);
    let (names, code, said) = verdicts(&sandbox);
    assert_eq!((names.as_slice(), code), (&["GAP", "TIMESTAMPED"].map(str::to_owned)[..], 1));
    assert!(said.contains("there were 2 decisions; 0 of them are here"), "{said}");
}

#[test]
fn a_wrong_nonce() {
    let sandbox = vault();
    let authority = Authority::new(&sandbox);
    request(&sandbox);
    let digest = digest(&sandbox, &statement(&sandbox));
    let forged = authority.forge(&info(&digest, THEN, Some(&[1, 2])), &["signer"], "a.der");
    let said = refused(&sandbox, &forged);
    assert!(said.contains("does not answer the request"), "{said}");
    place(&sandbox, &fs::read(&forged).unwrap());
    assert_eq!(verdicts(&sandbox).0, ["BAD-TIMESTAMP"]);
}

#[test]
fn an_answer_to_another_statement() {
    let (sandbox, other) = (vault(), vault());
    other.casefile(&["decide", "nova", "exit", "-m", "why"]);
    let authority = Authority::new(&sandbox);
    request(&sandbox);
    let answer = authority.answer(&request(&other));
    let said = refused(&sandbox, &answer);
    assert!(said.contains("for another file"), "{said}");
    place(&sandbox, &fs::read(&answer).unwrap());
    assert_eq!(verdicts(&sandbox).0, ["STATEMENT-CHANGED"]);
}

#[test]
fn a_certificate_that_is_not_for_time_stamps_alone() {
    let sandbox = vault();
    let authority = Authority::new(&sandbox);
    trust(&sandbox, &authority);
    let digest = anchored(&sandbox);
    for section in ["not-critical", "other-use", "two-uses", "leaf", "authority"] {
        let (issuer, key, valid) = ("root", "p256", VALID);
        authority.issue(&Wanted { name: section, section, issuer, key, valid });
        let forged = authority.forge(&info(&digest, THEN, None), &[section], "forged.der");
        let said = refused(&sandbox, &forged);
        assert!(said.contains("not one for time stamps alone"), "{section}: {said}");
    }
    place(&sandbox, &fs::read(authority.file("forged.der")).unwrap());
    assert_eq!(verdicts(&sandbox).0, ["BAD-TIMESTAMP"]);
}

#[test]
fn a_certificate_with_limits_that_are_not_known() {
    let sandbox = vault();
    let authority = Authority::new(&sandbox);
    trust(&sandbox, &authority);
    let digest = anchored(&sandbox);
    let (name, issuer, key, valid) = ("strange", "root", "p256", VALID);
    authority.issue(&Wanted { name, section: name, issuer, key, valid });
    let forged = authority.forge(&info(&digest, THEN, None), &[name], "forged.der");
    assert!(import(&sandbox, &forged).status.success());
    let (names, code, _) = verdicts(&sandbox);
    assert_eq!((names.as_slice(), code), (&["CERTIFICATE-NOT-VALID".to_owned()][..], 1));
}

#[test]
fn a_certificate_issued_by_one_that_may_not() {
    let sandbox = vault();
    let authority = Authority::new(&sandbox);
    trust(&sandbox, &authority);
    let digest = anchored(&sandbox);
    let (key, valid) = ("p256", VALID);
    authority.issue(&Wanted { name: "plain", section: "leaf", issuer: "root", key, valid });
    authority.issue(&Wanted { name: "under", section: "stamping", issuer: "plain", key, valid });
    fs::write(authority.file("info.der"), info(&digest, THEN, None)).unwrap();
    authority.openssl(&[
        "cms",
        "-sign",
        "-binary",
        "-nodetach",
        "-nosmimecap",
        "-cades",
        "-md",
        "sha256",
        "-outform",
        "DER",
        "-in",
        "info.der",
        "-out",
        "forged.der",
        "-econtent_type",
        "1.2.840.113549.1.9.16.1.4",
        "-signer",
        "under.pem",
        "-inkey",
        "under.key",
        "-certfile",
        "plain.pem",
    ]);
    let output = import(&sandbox, &authority.file("forged.der"));
    assert!(said(&output).contains("chain not verified"), "{}", said(&output));
    assert_eq!(verdicts(&sandbox).0, ["CERTIFICATE-NOT-VALID"]);
}

#[test]
fn a_certificate_that_had_expired() {
    let sandbox = vault();
    let authority = Authority::new(&sandbox);
    trust(&sandbox, &authority);
    let digest = anchored(&sandbox);
    let valid = ["20200101000000Z", "20210101000000Z"];
    let (name, issuer, key) = ("old", "root", "p256");
    authority.issue(&Wanted { name, section: "stamping", issuer, key, valid });
    let forged = authority.forge(&info(&digest, THEN, None), &["old"], "forged.der");
    let said = refused(&sandbox, &forged);
    assert!(said.contains("was not valid then"), "{said}");
    place(&sandbox, &fs::read(&forged).unwrap());
    assert_eq!(verdicts(&sandbox).0, ["CERTIFICATE-NOT-VALID"]);
}

#[test]
fn a_certificate_that_has_expired_since_still_counts() {
    let sandbox = vault();
    let authority = Authority::new(&sandbox);
    trust(&sandbox, &authority);
    let digest = anchored(&sandbox);
    let valid = ["20200101000000Z", "20210101000000Z"];
    let (name, issuer, key) = ("old", "root", "p256");
    authority.issue(&Wanted { name, section: "stamping", issuer, key, valid });
    let stamp = authority.forge(&info(&digest, "20200601000000Z", None), &["old"], "stamp.der");
    assert!(import(&sandbox, &stamp).status.success());
    // And the decision in it is dated years after that time stamp.
    let (value, code) = verified(&sandbox, &[]);
    assert_eq!(value["anchors"][0]["verdicts"][0], "TIMESTAMPED");
    assert!(of_decision(&value, "accept").contains(&"DATE-CONTRADICTS-ANCHOR".to_owned()));
    assert_eq!(code, 1);
}

#[test]
fn a_root_that_had_expired() {
    let sandbox = vault();
    let authority = Authority::empty(&sandbox, "tsa");
    authority.root("root", ["20200101000000Z", "20210101000000Z"]);
    let (name, section, issuer, key, valid) = ("signer", "stamping", "root", "p256", VALID);
    authority.issue(&Wanted { name, section, issuer, key, valid });
    trust(&sandbox, &authority);
    let digest = anchored(&sandbox);
    let stamp = authority.forge(&info(&digest, THEN, None), &["signer"], "stamp.der");
    assert!(said(&import(&sandbox, &stamp)).contains("trusted certificate of “Example root”"));
    let (names, code, _) = verdicts(&sandbox);
    assert_eq!((names.as_slice(), code), (&["ROOT-NOT-VALID".to_owned()][..], 1));
}

#[test]
fn a_root_of_the_same_name_with_another_key() {
    let sandbox = vault();
    let authority = Authority::new(&sandbox);
    let foreign = Authority::with(&sandbox, "foreign", "p256", false);
    trust(&sandbox, &foreign);
    let answer = authority.answer(&request(&sandbox));
    let output = import(&sandbox, &answer);
    assert!(output.status.success());
    let said = said(&output);
    assert!(said.contains("chain not verified") && said.contains("is missing"), "{said}");
    let (names, code, text) = verdicts(&sandbox);
    assert_eq!((names.as_slice(), code), (&["CHAIN-NOT-VERIFIED".to_owned()][..], 0));
    assert!(text.contains("anybody can make such a certificate"), "{text}");
    let (value, _) = verified(&sandbox, &[]);
    assert_eq!(of_decision(&value, "accept"), ["UNSIGNED", "INTACT"]);
}

#[test]
fn several_signers() {
    let sandbox = vault();
    let authority = Authority::new(&sandbox);
    let digest = anchored(&sandbox);
    let (name, section, issuer, key, valid) = ("other", "stamping", "root", "p256", VALID);
    authority.issue(&Wanted { name, section, issuer, key, valid });
    let two = authority.forge(&info(&digest, THEN, None), &["signer", "other"], "two.der");
    assert!(refused(&sandbox, &two).contains("it has 2 signers".replace("it", "It").as_str()));
}

#[test]
fn a_signature_without_the_name_of_its_certificate() {
    let sandbox = vault();
    let authority = Authority::new(&sandbox);
    let digest = anchored(&sandbox);
    fs::write(authority.file("info.der"), info(&digest, THEN, None)).unwrap();
    for (more, why) in
        [(&["-noattr"][..], "cannot be read"), (&[], "does not name the certificate")]
    {
        let plain = [
            &["cms", "-sign", "-binary", "-nodetach", "-nosmimecap", "-md", "sha256", "-outform"],
            &["DER", "-in", "info.der", "-out", "plain.der", "-signer", "signer.pem", "-inkey"][..],
            &["signer.key", "-econtent_type", "1.2.840.113549.1.9.16.1.4"],
            more,
        ];
        authority.openssl(&plain.concat());
        let said = refused(&sandbox, &authority.file("plain.der"));
        assert!(said.contains(why), "{said}");
    }
}

#[test]
fn content_that_is_not_what_was_signed() {
    let sandbox = vault();
    let authority = Authority::new(&sandbox);
    let digest = anchored(&sandbox);
    let signed = info(&digest, THEN, None);
    let forged = authority.forge(&signed, &["signer"], "forged.der");
    let bytes = fs::read(&forged).unwrap();
    let place = bytes.windows(signed.len()).position(|window| window == signed).unwrap();
    let mut changed = bytes.clone();
    let earlier = info(&digest, "20250101000000Z", None);
    changed[place..place + earlier.len()].copy_from_slice(&earlier);
    fs::write(&forged, changed).unwrap();
    let said = refused(&sandbox, &forged);
    assert!(said.contains("What is signed is not what it says"), "{said}");
}

#[test]
fn an_answer_that_refuses() {
    let sandbox = vault();
    anchored(&sandbox);
    let why = der(0x30, &der(0x0c, b"too busy\x1b[2J"));
    let answer = der(0x30, &der(0x30, &[der(2, &[2]), why].concat()));
    let file = sandbox.home().join("answer.tsr");
    fs::write(&file, answer).unwrap();
    let said = refused(&sandbox, &file);
    assert!(said.contains("too busy") && !said.contains('\x1b'), "{said}");
}

#[test]
fn what_is_no_time_stamp() {
    let sandbox = vault();
    let authority = stamped(&sandbox);
    let bytes = fs::read(authority.file("answer.tsr")).unwrap();
    let file = sandbox.home().join("x.tsr");
    let html = b"<html>502 Bad Gateway</html>".to_vec();
    let cut = |at: usize| bytes[..at].to_vec();
    let (large, nested) = (vec![0x30; (1 << 20) + 1], [0x30, 0x84, 0, 1].repeat(50_000));
    for bytes in [Vec::new(), html, cut(1), cut(100), cut(bytes.len() - 1), large, nested] {
        fs::write(&file, bytes).unwrap();
        refused(&sandbox, &file);
    }
    refused(&sandbox, &sandbox.home().join("missing.tsr"));
    // Placed by hand they are told, and never stop the program.
    for name in ["anchors/2026-11-20-zzzz.tsr", "anchors/x.json", "anchors/y.ots", "anchors/z.tsq"]
    {
        sandbox.write(name, [0x30; 300]);
    }
    let (value, code) = verified(&sandbox, &[]);
    assert_eq!(code, 1);
    let all = value["anchors"].to_string();
    for name in ["BAD-TIMESTAMP", "BAD-STATEMENT", "BAD-PROOF"] {
        assert!(all.contains(name), "{name}: {all}");
    }
    assert!(sandbox.try_casefile(&["status"]).status.success());
    assert!(sandbox.try_casefile(&["audit"]).status.success());
}

#[test]
fn a_commit_in_the_statement_that_has_other_files() {
    let sandbox = vault();
    let authority = Authority::new(&sandbox);
    trust(&sandbox, &authority);
    sandbox.casefile(&["audit", "anchor"]);
    let path = statements(&sandbox).remove(0);
    let text = sandbox.read(&path);
    let tree = text.lines().find(|line| line.contains("\"tree\"")).unwrap();
    let other = format!("  \"tree\": \"sha256:{}\"", "0".repeat(64));
    sandbox.write(&path, text.replace(tree, &other));
    squash(&sandbox);
    // The first commit is kept, so that the statement's commit is still there.
    let digest = digest(&sandbox, &path);
    let stamp = authority.forge(&info(&digest, THEN, None), &["signer"], "stamp.der");
    assert!(import(&sandbox, &stamp).status.success());
    let (names, code, _) = verdicts(&sandbox);
    assert_eq!(
        (names.as_slice(), code),
        (&["TREE-DIFFERS", "TIMESTAMPED"].map(str::to_owned)[..], 1)
    );
}
