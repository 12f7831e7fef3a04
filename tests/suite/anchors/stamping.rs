//! Time stamps of honest authorities, of every kind that casefile knows.

use std::fs;

use super::authority::{Authority, info};
use super::{
    digest, import, of_decision, request, said, stamped, statement, statements, trust, vault,
    vault_of_today, verdicts, verified,
};
use crate::sandbox::Sandbox;

#[test]
fn a_time_stamp_by_each_kind_of_key_covers_the_decisions() {
    for (key, between) in [("rsa", true), ("p256", false), ("p256", true), ("p384", true)] {
        let sandbox = vault_of_today();
        let authority = Authority::with(&sandbox, "tsa", key, between);
        trust(&sandbox, &authority);
        let request = request(&sandbox);
        let answer = authority.reply(&request, "ts", "answer.tsr");
        let output = import(&sandbox, &answer);
        assert!(output.status.success(), "{key} {}", said(&output));
        assert!(said(&output).contains("Example root"), "{}", said(&output));
        let (names, code, _) = verdicts(&sandbox);
        assert_eq!((names, code), (vec!["TIMESTAMPED".to_owned()], 0), "{key} {between}");
        let (value, _) = verified(&sandbox, &[]);
        assert_eq!(of_decision(&value, "accept"), ["UNSIGNED", "INTACT", "TIMESTAMPED"]);
        let window = &value["records"][0]["window"];
        assert!(window[0].is_null() && window[1].is_string(), "{window}");
        // The stranger's program agrees, about the same files.
        let [statement, stored] = [statement(&sandbox), statement(&sandbox).replace("json", "tsr")];
        let file = |name: &str| sandbox.vault().join(name).to_str().unwrap().to_owned();
        authority.openssl(&[
            "ts",
            "-verify",
            "-data",
            &file(&statement),
            "-in",
            &file(&stored),
            "-CAfile",
            "root.pem",
        ]);
        authority.openssl(&[
            "ts",
            "-verify",
            "-queryfile",
            request.to_str().unwrap(),
            "-in",
            &file(&stored),
            "-CAfile",
            "root.pem",
        ]);
    }
}

#[test]
fn an_older_way_of_naming_the_certificate_is_read_too() {
    let sandbox = vault_of_today();
    let authority = Authority::with(&sandbox, "tsa", "rsa", true);
    trust(&sandbox, &authority);
    let answer = authority.reply(&request(&sandbox), "ts-old", "answer.tsr");
    let output = import(&sandbox, &answer);
    assert!(output.status.success(), "{}", said(&output));
    assert_eq!(verdicts(&sandbox).0, ["TIMESTAMPED"]);
}

#[test]
fn the_same_time_stamp_twice_is_one_bare_or_not() {
    let sandbox = vault();
    let authority = stamped(&sandbox);
    authority.openssl(&["ts", "-reply", "-in", "answer.tsr", "-token_out", "-out", "bare.der"]);
    let before = sandbox.git(&["rev-parse", "HEAD"]);
    for file in ["answer.tsr", "bare.der"] {
        let output = import(&sandbox, &authority.file(file));
        assert!(output.status.success() && said(&output).contains("on file already"), "{file}");
    }
    assert_eq!(before, sandbox.git(&["rev-parse", "HEAD"]));
    // A bare one is kept in the form that `openssl ts -verify -in` takes.
    let other = vault();
    let authority = Authority::new(&other);
    authority.answer(&request(&other));
    authority.openssl(&["ts", "-reply", "-in", "answer.tsr", "-token_out", "-out", "bare.der"]);
    assert!(import(&other, &authority.file("bare.der")).status.success());
    let stored = fs::read(other.vault().join(statement(&other).replace("json", "tsr"))).unwrap();
    let file = |name: &str| other.vault().join(name).to_str().unwrap().to_owned();
    fs::write(authority.file("stored.tsr"), stored).unwrap();
    authority.openssl(&[
        "ts",
        "-verify",
        "-data",
        &file(&statement(&other)),
        "-in",
        "stored.tsr",
        "-CAfile",
        "root.pem",
    ]);
}

#[test]
fn two_authorities_may_stamp_one_statement() {
    let sandbox = vault();
    let first = stamped(&sandbox);
    let second = Authority::with(&sandbox, "second", "p384", false);
    let answer = second.answer(&sandbox.home().join("q.tsq"));
    assert!(import(&sandbox, &answer).status.success());
    let (names, code, _) = verdicts(&sandbox);
    assert_eq!(
        (names.as_slice(), code),
        (&["CHAIN-NOT-VERIFIED", "TIMESTAMPED"].map(str::to_owned)[..], 0)
    );
    assert!(sandbox.exists(&statement(&sandbox).replace(".json", "-2.tsr")));
    drop(first);
}

#[test]
fn a_root_may_be_given_in_der_and_from_elsewhere() {
    let sandbox = vault();
    let authority = stamped(&sandbox);
    fs::remove_file(sandbox.vault().join("anchors/roots/root.pem")).unwrap();
    assert_eq!(verdicts(&sandbox).0, ["CHAIN-NOT-VERIFIED"]);
    let folder = sandbox.home().join("trusted");
    fs::create_dir(&folder).unwrap();
    let root = folder.join("root.der");
    authority.openssl(&[
        "x509",
        "-in",
        "root.pem",
        "-outform",
        "DER",
        "-out",
        root.to_str().unwrap(),
    ]);
    fs::write(folder.join("broken.pem"), "nothing").unwrap();
    let (value, code) = verified(&sandbox, &["--roots", folder.to_str().unwrap()]);
    assert_eq!((value["anchors"][0]["verdicts"][0].as_str(), code), (Some("TIMESTAMPED"), 0));
    assert_eq!(value["faulty_roots"][0], "broken.pem");
    assert!(!value["limits"].to_string().contains("lie in the vault"));
}

#[test]
fn a_statement_is_canonical_and_says_what_git_and_sha256sum_say() {
    let sandbox = vault();
    // A name with a space, one with a quote, one in a folder that sorts between.
    for name in ["clients/nova/a b.md", "clients/nova/it's.md", "clients/nova-2/x.md"] {
        sandbox.write(name, "text\n");
    }
    sandbox.git(&["add", "-A"]);
    sandbox.git(&["commit", "-qm", "more"]);
    let head = sandbox.git(&["rev-parse", "HEAD"]);
    let line = sandbox.casefile(&["audit", "anchor"]);
    let text = sandbox.read(&statement(&sandbox));
    let value: serde_json::Value = serde_json::from_str(&text).unwrap();
    let keys: Vec<_> = value.as_object().unwrap().keys().map(String::as_str).collect();
    assert_eq!(keys, ["claimed", "commit", "count", "heads", "previous", "schema", "tree"]);
    assert!(text.ends_with("}\n") && !text.contains('\r') && !text.contains("nova"), "{text}");
    assert_eq!(
        (value["commit"].as_str().unwrap(), value["count"].as_u64()),
        (head.trim(), Some(1))
    );
    // The recipe of docs/format.md.
    let recipe = "git ls-tree -r -z --name-only HEAD | grep -zv '^anchors/' | \
                  xargs -0 sha256sum -z -- | sha256sum | cut -c1-64";
    let output = sandbox.command("sh").args(["-c", recipe]).output().unwrap();
    let tree = String::from_utf8(output.stdout).unwrap();
    assert_eq!(value["tree"].as_str().unwrap(), format!("sha256:{}", tree.trim()));
    let decision = sandbox.git(&["ls-files", "clients/nova/decisions"]);
    let head = digest(&sandbox, decision.trim());
    assert_eq!(value["heads"][0].as_str().unwrap(), format!("sha256:{head}"));
    assert!(line.starts_with("casefile nova 1 records head "), "{line}");
    let shown = line.split(' ').nth(5).unwrap().replace('-', "");
    assert!(shown.len() == 40 && head.starts_with(&shown), "{line}");
}

#[test]
fn statements_follow_each_other_and_nothing_new_makes_none() {
    let sandbox = vault();
    sandbox.casefile(&["audit", "anchor"]);
    let first = statement(&sandbox);
    let again = sandbox.try_casefile(&["audit", "anchor"]);
    assert!(again.status.success() && said(&again).contains("nothing came after"));
    assert_eq!(statements(&sandbox), std::slice::from_ref(&first));
    sandbox.casefile(&["decide", "nova", "exit", "-m", "why"]);
    sandbox.casefile(&["audit", "anchor", "nova"]);
    let all = statements(&sandbox);
    let second = all.iter().find(|name| **name != first).unwrap();
    let previous = format!("\"previous\": \"sha256:{}\"", digest(&sandbox, &first));
    assert!(sandbox.read(second).contains(&previous), "{}", sandbox.read(second));
    assert!(sandbox.git(&["status", "--porcelain", "anchors"]).is_empty());
}

#[test]
fn what_was_staged_and_a_dry_run_stay_as_they_are() {
    let sandbox = vault();
    sandbox.write("clients/nova/staged.md", "mine\n");
    sandbox.git(&["add", "clients/nova/staged.md"]);
    let (files, state) = (sandbox.files(), sandbox.state());
    sandbox.casefile(&["audit", "anchor", "--dry-run"]);
    assert!(files == sandbox.files() && state == sandbox.state());
    sandbox.casefile(&["audit", "anchor"]);
    assert_eq!(state, sandbox.state());
    let shown = sandbox.git(&["show", "--name-only", "--format=%s%n%b", "HEAD"]);
    assert!(
        shown.starts_with("casefile: anchor, 1 decision\nCasefile-Anchor: anchors/"),
        "{shown}"
    );
    assert!(!shown.contains("staged") && shown.contains(&statement(&sandbox)), "{shown}");
}

#[test]
fn without_a_decision_there_is_nothing_to_anchor() {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    let output = sandbox.try_casefile(&["audit", "anchor"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("no recorded decision to anchor"), "{}", said(&output));
}

#[test]
fn a_request_goes_to_the_standard_output_and_openssl_reads_it() {
    let sandbox = vault();
    let output = sandbox.try_casefile(&["audit", "anchor", "--request", "-"]);
    assert!(output.status.success() && said(&output).contains("curl "), "{}", said(&output));
    let file = sandbox.home().join("q.tsq");
    fs::write(&file, &output.stdout).unwrap();
    let shown =
        sandbox.command("openssl").args(["ts", "-query", "-text", "-in"]).arg(&file).output();
    let shown = String::from_utf8(shown.unwrap().stdout).unwrap();
    assert!(shown.contains("sha256") && shown.contains("Certificate required: yes"), "{shown}");
    assert!(shown.contains("Nonce: 0x"), "{shown}");
    let kept = fs::read(sandbox.vault().join(statement(&sandbox).replace("json", "tsq"))).unwrap();
    assert_eq!(kept, output.stdout);
    // A time stamp made without a nonce, or with another, does not answer it.
    let authority = Authority::new(&sandbox);
    let digest = digest(&sandbox, &statement(&sandbox));
    let none = authority.forge(&info(&digest, "20261120090000Z", None), &["signer"], "none.der");
    assert!(super::refused(&sandbox, &none).contains("nonce"));
}
