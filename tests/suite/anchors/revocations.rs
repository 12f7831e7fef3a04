//! Lists of revoked certificates, made by `openssl ca`: what they leave of a time stamp.

use std::fs;

use casefile::anchor::{Listed, Roots, Token};
use serde_json::Value;

use super::authority::{Authority, VALID, Wanted};
use super::{
    import, of_decision, refused, request, said, statement, trust, vault, verdicts, verified,
};
use crate::sandbox::Sandbox;

/// Of a list that is newer than the time stamp, and good until long after.
const NEW: [&str; 2] = ["20261120083000Z", "20361120083000Z"];
/// Before the time stamp of [`Authority::answer`], and after it.
const BEFORE: &str = "261119080000Z";
const AFTER: &str = "261120081500Z";

/// A vault with a statement, stamped by a trusted authority that makes lists.
fn listed<'s>(sandbox: &'s Sandbox, key: &str) -> Authority<'s> {
    let authority = Authority::listed(sandbox, "tsa", key);
    trust(sandbox, &authority);
    let answer = authority.answer(&request(sandbox));
    let output = import(sandbox, &answer);
    assert!(output.status.success(), "{}", said(&output));
    let said = said(&output);
    assert!(said.contains(".crl 'http://crl.example/tsa.crl'"), "{said}");
    authority
}

/// Keeps a list beside the roots.
fn keep(sandbox: &Sandbox, authority: &Authority<'_>, issuer: &str) {
    let list = fs::read(authority.file(&format!("{issuer}.crl"))).unwrap();
    sandbox.write(&format!("anchors/roots/{issuer}.crl"), list);
}

/// The states of the certificates of the only anchor, the signer's first.
fn states(value: &Value) -> Vec<&str> {
    let certificates = value["anchors"][0]["certificates"].as_array().unwrap();
    certificates.iter().map(|one| one["state"].as_str().unwrap()).collect()
}

/// What is wrong with the only list that something is wrong with.
#[track_caller]
fn fault(sandbox: &Sandbox) -> String {
    let (value, code) = verified(sandbox, &[]);
    let faults = value["list_faults"].as_array().unwrap();
    assert_eq!((faults.len(), code), (1, 0), "{value:#}");
    let anchor = &value["anchors"][0];
    assert_eq!(anchor["verdicts"][0], "TIMESTAMPED", "{anchor:#}");
    faults[0]["message"].as_str().unwrap().to_owned()
}

#[test]
fn a_certificate_that_no_list_names_was_not_revoked_as_of_its_day() {
    for key in ["rsa", "p256", "p384"] {
        let sandbox = vault();
        let authority = listed(&sandbox, key);
        let (value, _) = verified(&sandbox, &[]);
        assert_eq!(states(&value), ["unknown", "unknown"]);
        let limits = value["limits"].to_string();
        assert!(limits.contains("has no list") && !limits.contains("on its day"), "{limits}");

        // In DER, as authorities publish them, and in PEM.
        let list = authority.list("between", NEW, None);
        assert!(authority.verify("signer", "between.crl").contains("signer.pem: OK"));
        let list = list.to_str().unwrap();
        authority.openssl(&["crl", "-in", list, "-outform", "DER", "-out", list]);
        keep(&sandbox, &authority, "between");
        let (value, code) = verified(&sandbox, &[]);
        assert_eq!((states(&value), code), (vec!["not-revoked", "unknown"], 0), "{key}");
        let anchor = value["anchors"][0].to_string();
        let sentence = "“Example signer” was not revoked as of 2026-11-20 08:30:00Z, by the list \
                        `between.crl`";
        assert!(anchor.contains(sentence), "{anchor}");
        assert!(value["limits"].to_string().contains("has no list"));

        authority.list("root", NEW, None);
        assert!(authority.verify("between", "root.crl").contains("between.pem: OK"));
        keep(&sandbox, &authority, "root");
        let (value, code) = verified(&sandbox, &[]);
        assert_eq!((states(&value), code), (vec!["not-revoked", "not-revoked"], 0), "{key}");
        let limits = value["limits"].to_string();
        assert!(!limits.contains("has no list") && limits.contains("on its day"), "{limits}");
        assert_eq!(value["list_faults"], serde_json::json!([]));
        assert_eq!(of_decision(&value, "accept"), ["UNSIGNED", "INTACT", "TIMESTAMPED"]);
    }
}

#[test]
fn what_a_revocation_leaves_goes_by_its_reason_and_its_moment() {
    let harmless = ["unspecified", "affiliationChanged", "superseded", "cessationOfOperation"];
    let others = ["keyCompromise", "CACompromise", "certificateHold"];
    let sandbox = vault();
    let authority = listed(&sandbox, "p256");
    let index = fs::read(authority.file("index.txt")).unwrap();
    let reasons = harmless.iter().chain(&others).map(|reason| Some(*reason));
    for reason in reasons.chain([None]) {
        for at in [BEFORE, AFTER] {
            fs::write(authority.file("index.txt"), &index).unwrap();
            authority.revoke("signer", "between", at, reason);
            authority.list("between", NEW, None);
            keep(&sandbox, &authority, "between");
            // openssl knows no moment of a stamp: it says the same of all of them.
            let by_openssl = authority.verify("signer", "between.crl");
            assert!(by_openssl.contains("certificate revoked"), "{by_openssl}");
            let stands = at == AFTER && reason.is_some_and(|one| harmless.contains(&one));
            let (value, code) = verified(&sandbox, &[]);
            let anchor = &value["anchors"][0];
            let name = if stands { "TIMESTAMPED" } else { "CERTIFICATE-REVOKED" };
            assert_eq!(anchor["verdicts"][0], name, "{reason:?} {at} {anchor:#}");
            assert_eq!(code, i32::from(!stands));
            assert_eq!(states(&value)[0], "revoked");
            let certificate = &anchor["certificates"][0];
            let known = certificate["reason"].as_str().map(str::to_lowercase);
            // An absent reason and `unspecified` are not one: the second spares earlier stamps.
            assert_eq!(known, reason.map(str::to_lowercase), "{certificate}");
            let day = if at == BEFORE { "2026-11-19" } else { "2026-11-20" };
            assert!(certificate["revoked_since"].as_str().unwrap().starts_with(day));
            let of_record = of_decision(&value, "accept");
            assert_eq!(of_record.contains(&"TIMESTAMPED".to_owned()), stands, "{of_record:?}");
            let because = anchor["because"].to_string();
            assert!(because.contains("between.crl"), "{because}");
            assert_eq!(because.contains("Innocent"), !stands, "{because}");
            assert_eq!(because.contains("earlier ones stay good"), stands, "{because}");
        }
    }
}

#[test]
fn an_authority_in_between_may_be_revoked_too() {
    let sandbox = vault();
    let authority = listed(&sandbox, "p384");
    authority.revoke("between", "root", AFTER, Some("CACompromise"));
    authority.list("root", NEW, None);
    authority.list("between", NEW, None);
    keep(&sandbox, &authority, "root");
    keep(&sandbox, &authority, "between");
    assert!(authority.verify("between", "root.crl").contains("certificate revoked"));
    assert!(authority.verify("signer", "between.crl").contains("signer.pem: OK"));
    let (names, code, said) = verdicts(&sandbox);
    assert_eq!((names, code), (vec!["CERTIFICATE-REVOKED".to_owned()], 1));
    assert!(said.contains("“Example between” was revoked"), "{said}");
}

#[test]
fn a_flipped_byte_of_a_list_never_clears_a_certificate() {
    let sandbox = vault();
    let authority = listed(&sandbox, "p256");
    authority.revoke("signer", "between", AFTER, Some("keyCompromise"));
    let list = authority.list("between", NEW, None);
    let pem = fs::read_to_string(list).unwrap();
    authority.openssl(&["crl", "-in", "between.crl", "-outform", "DER", "-out", "between.der"]);
    let der = fs::read(authority.file("between.der")).unwrap();
    let token = Token::parse(&fs::read(authority.file("answer.tsr")).unwrap()).unwrap();
    let trace = |list: &[u8]| {
        let mut roots = Roots::default();
        roots.add("root.pem", &fs::read(authority.file("root.pem")).unwrap());
        roots.lists.add("x.crl", list);
        let faults = roots.list_faults([&token].into_iter(), None);
        (token.trace(&roots), faults)
    };
    for list in [pem.as_bytes(), &der] {
        assert!(trace(list).0.is_err_and(|fault| fault.contradicts()));
    }
    for at in 0..der.len() {
        let mut flipped = der.clone();
        flipped[at] ^= 1 << (at % 8);
        let (traced, faults) = trace(&flipped);
        let unknown = traced.is_ok_and(|one| one.certificates[0].listed == Listed::NoList);
        assert!(unknown && faults.len() == 1, "byte {at}: {faults:?}");
    }
    // In the vault it is told, with the file and what to do.
    let mut flipped = der.clone();
    flipped[der.len() - 3] ^= 1;
    sandbox.write("anchors/roots/between.crl", &flipped);
    let said = fault(&sandbox);
    assert!(said.contains("does not fit the key of “Example between”"), "{said}");
}

#[test]
fn a_list_of_another_authority_of_the_same_name_says_nothing() {
    let sandbox = vault();
    let authority = listed(&sandbox, "p256");
    let other = Authority::listed(&sandbox, "other", "p256");
    other.list("between", NEW, None);
    keep(&sandbox, &other, "between");
    let said = fault(&sandbox);
    assert!(said.contains("or by another of the same name"), "{said}");
    assert_eq!(states(&verified(&sandbox, &[]).0), ["unknown", "unknown"]);
    fs::copy(other.file("between.crl"), authority.file("other.crl")).unwrap();
    let by_openssl = authority.verify("signer", "other.crl");
    assert!(by_openssl.contains("CRL signature failure"), "{by_openssl}");
    // Nor may it revoke, or anybody could take a time stamp away.
    authority.revoke("signer", "between", BEFORE, None);
    fs::copy(authority.file("index.txt"), other.file("index.txt")).unwrap();
    other.list("between", NEW, None);
    keep(&sandbox, &other, "between");
    assert_eq!(verdicts(&sandbox).0, ["TIMESTAMPED"]);
}

#[test]
fn a_list_that_is_out_of_date_is_told_with_the_command_for_a_newer_one() {
    let sandbox = vault();
    let authority = listed(&sandbox, "p256");
    authority.list("between", ["20261101000000Z", "20261115000000Z"], None);
    keep(&sandbox, &authority, "between");
    let said = fault(&sandbox);
    let command = "`curl --location --output between.crl 'http://crl.example/tsa.crl'`";
    assert!(said.contains("by 2026-11-15 00:00:00Z") && said.contains(command), "{said}");
    // It says what was so on its day, and that this was before the time stamp.
    let (value, _) = verified(&sandbox, &[]);
    assert_eq!(states(&value)[0], "not-revoked");
    let not = value["anchors"][0]["does_not_prove"].to_string();
    assert!(not.contains("2026-11-01 00:00:00Z, before the time stamp"), "{not}");
    let text = sandbox.casefile(&["audit", "verify"]);
    assert!(text.contains("Lists of revoked certificates to look at:"), "{text}");
    // With a newer one beside it, it is an old record and no fault.
    sandbox.write("anchors/roots/old.crl", fs::read(authority.file("between.crl")).unwrap());
    authority.list("between", NEW, None);
    keep(&sandbox, &authority, "between");
    let (value, _) = verified(&sandbox, &[]);
    assert_eq!(value["list_faults"], serde_json::json!([]), "{value:#}");
    assert!(!value["anchors"][0]["does_not_prove"].to_string().contains("before the time stamp"));
}

#[test]
fn what_an_older_list_named_stays_revoked_but_a_hold_is_lifted() {
    for (reason, stays) in [("keyCompromise", true), ("certificateHold", false)] {
        let sandbox = vault();
        let authority = listed(&sandbox, "p256");
        let index = fs::read(authority.file("index.txt")).unwrap();
        authority.revoke("signer", "between", AFTER, Some(reason));
        let old = authority.list("between", ["20261120081600Z", NEW[1]], None);
        sandbox.write("anchors/roots/old.crl", fs::read(old).unwrap());
        fs::write(authority.file("index.txt"), index).unwrap();
        authority.list("between", NEW, None);
        keep(&sandbox, &authority, "between");
        let name = if stays { "CERTIFICATE-REVOKED" } else { "TIMESTAMPED" };
        assert_eq!(verdicts(&sandbox).0, [name], "{reason}");
    }
}

#[test]
fn lists_that_cannot_be_used_say_why() {
    let sandbox = vault();
    let authority = listed(&sandbox, "p256");
    for (section, why) in [
        ("delta", "only tells what changed"),
        ("indirect", "certificates by other authorities"),
        ("partial", "only about some reasons"),
        ("strange-list", "(1.2.3.4.5) that must be understood"),
        ("elsewhere", "about other certificates of “Example between”"),
    ] {
        authority.list("between", NEW, Some(section));
        keep(&sandbox, &authority, "between");
        let said = fault(&sandbox);
        assert!(said.contains(why), "{section}: {said}");
        assert_eq!(states(&verified(&sandbox, &[]).0)[0], "unknown", "{section}");
    }
    // One that is about users alone, at the place that the certificate names, is theirs.
    authority.list("between", NEW, Some("users"));
    keep(&sandbox, &authority, "between");
    let (value, _) = verified(&sandbox, &[]);
    assert_eq!(states(&value)[0], "not-revoked", "{value:#}");
    assert!(authority.verify("signer", "between.crl").contains("signer.pem: OK"));
    // Nobody here knows its issuer.
    let other = Authority::empty(&sandbox, "stranger");
    other.root("strange", VALID);
    other.list("strange", NEW, None);
    keep(&sandbox, &other, "strange");
    assert!(fault(&sandbox).contains("by “Example strange”, of whom there is no certificate"));
}

#[test]
fn an_authority_whose_key_must_not_sign_lists_is_not_believed() {
    let sandbox = vault();
    let authority = Authority::empty(&sandbox, "tsa");
    authority.root("root", VALID);
    for (name, section, issuer) in
        [("between", "no-lists", "root"), ("signer", "listed", "between")]
    {
        authority.issue(&Wanted { name, section, issuer, key: "p256", valid: VALID });
    }
    trust(&sandbox, &authority);
    assert!(import(&sandbox, &authority.answer(&request(&sandbox))).status.success());
    authority.revoke("signer", "between", BEFORE, Some("keyCompromise"));
    authority.list("between", NEW, None);
    keep(&sandbox, &authority, "between");
    assert!(fault(&sandbox).contains("says that it may not"));
    let by_openssl = authority.verify("signer", "between.crl");
    assert!(by_openssl.contains("key usage does not include CRL signing"), "{by_openssl}");
}

#[test]
fn a_time_stamp_by_a_revoked_certificate_is_not_taken_in() {
    let sandbox = vault();
    let authority = Authority::listed(&sandbox, "tsa", "rsa");
    trust(&sandbox, &authority);
    let answer = authority.answer(&request(&sandbox));
    authority.revoke("signer", "between", AFTER, Some("keyCompromise"));
    authority.list("between", NEW, None);
    keep(&sandbox, &authority, "between");
    let said = refused(&sandbox, &answer);
    assert!(said.contains("somebody else may have its key"), "{said}");
    assert!(said.contains("ask another authority"), "{said}");
    assert!(!sandbox.exists(&statement(&sandbox).replace("json", "tsr")));
    // One that was superseded later is, and what the list says is told.
    fs::write(sandbox.vault().join("anchors/roots/between.crl"), "").unwrap();
    let output = import(&sandbox, &answer);
    let told = super::said(&output);
    assert!(
        output.status.success() && told.contains("`between.crl` in `anchors/roots/`"),
        "{told}"
    );
}

/// The commands of a bundle's README that are about time stamps, run by a stranger: each with
/// what it says.
fn by_readme(sandbox: &Sandbox, name: &str) -> Vec<(String, String)> {
    let folder = sandbox.home().join(name);
    let folder_name = folder.to_str().unwrap();
    let made = sandbox.try_casefile(&["bundle", "nova", "-o", folder_name, "--language", "en"]);
    assert!(made.status.code() < Some(2), "{}", said(&made));
    let readme = fs::read_to_string(folder.join("README-VERIFY.txt")).unwrap();
    let commands = readme.lines().map(str::trim).filter(|line| line.starts_with("openssl "));
    let run = |command: &str| {
        let mut shell = sandbox.command("sh");
        let output = shell.current_dir(&folder).args(["-c", command]).output().unwrap();
        let answer = String::from_utf8_lossy(&output.stdout).into_owned() + &said(&output);
        (command.to_owned(), answer)
    };
    commands.map(run).collect()
}

#[test]
fn the_commands_of_the_readme_show_what_the_lists_say() {
    let sandbox = vault();
    let authority = listed(&sandbox, "p256");
    for issuer in ["between", "root"] {
        authority.list(issuer, NEW, None);
        keep(&sandbox, &authority, issuer);
    }
    let found = by_readme(&sandbox, "clean");
    let expected = ["Verification: OK", "ingerprint=", "Verification successful", "OK", "OK"];
    assert_eq!(found.len(), expected.len(), "{found:#?}");
    for ((command, answer), expected) in found.iter().zip(expected) {
        assert!(answer.contains(expected), "{command}: {answer}");
    }
    assert!(found[3].0.contains("-signer.pem") && found[4].0.contains("/between/"), "{found:#?}");
    let readme = fs::read_to_string(sandbox.home().join("clean/README-VERIFY.txt")).unwrap();
    assert!(readme.contains("That of “Example signer” was not, as of 2026-11-20 08:30:00Z"));

    // Superseded later: the date and the reason are shown.
    authority.revoke("signer", "between", AFTER, Some("superseded"));
    authority.list("between", NEW, None);
    keep(&sandbox, &authority, "between");
    let found = by_readme(&sandbox, "later");
    let [.., (_, later), (_, between)] = found.as_slice() else { panic!("{found:#?}") };
    assert!(later.contains("Nov 20 08:15:00 2026") && later.contains("Superseded"), "{later}");
    assert!(later.contains("verify OK"), "{later}");
    assert!(between.contains("OK"), "{between}");

    // A list in which somebody made another reason of it is found out.
    let folder = sandbox.home().join("later/data/04-anchors/roots");
    let lists = fs::read_dir(folder).unwrap().map(|one| one.unwrap().path());
    let mut of_between = lists.filter(|path| path.to_string_lossy().contains("/between-"));
    let list = of_between.next().unwrap();
    fs::copy(&list, authority.file("bag.crl")).unwrap();
    authority.openssl(&["crl", "-in", "bag.crl", "-outform", "DER", "-out", "bag.der"]);
    let mut der = fs::read(authority.file("bag.der")).unwrap();
    let reason = der.windows(3).rposition(|part| part == [0x0a, 1, 4]).unwrap();
    der[reason + 2] = 5;
    fs::write(authority.file("bag.der"), der).unwrap();
    authority.openssl(&["crl", "-inform", "DER", "-in", "bag.der", "-out", "bag.crl"]);
    fs::copy(authority.file("bag.crl"), &list).unwrap();
    let mut shell = sandbox.command("sh");
    let command = found[found.len() - 2].0.as_str();
    let output = shell.current_dir(sandbox.home().join("later")).args(["-c", command]).output();
    let answer = said(&output.unwrap());
    assert!(answer.contains("verify failure"), "{answer}");

    // Revoked for all: the time stamp is handed over as what it is.
    let index = fs::read_to_string(authority.file("index.txt")).unwrap();
    fs::write(authority.file("index.txt"), index.replace("superseded", "keyCompromise")).unwrap();
    authority.list("between", NEW, None);
    keep(&sandbox, &authority, "between");
    let found = by_readme(&sandbox, "revoked");
    let [(_, revoked), (_, stamp)] = found.as_slice() else { panic!("{found:#?}") };
    assert!(revoked.contains("Key Compromise") && stamp.contains("Time stamp"), "{found:#?}");
    let readme = fs::read_to_string(sandbox.home().join("revoked/README-VERIFY.txt")).unwrap();
    assert!(readme.contains("It does not count"), "{readme}");
}

#[test]
fn check_finds_a_file_that_is_no_list() {
    let sandbox = vault();
    let authority = listed(&sandbox, "p256");
    authority.list("between", NEW, None);
    keep(&sandbox, &authority, "between");
    assert!(sandbox.try_casefile(&["check"]).status.success());
    sandbox.write("anchors/roots/root.crl", fs::read(authority.file("root.pem")).unwrap());
    let output = sandbox.try_casefile(&["check"]);
    let found = String::from_utf8(output.stdout).unwrap();
    assert_eq!(output.status.code(), Some(1), "{found}");
    assert!(found.contains("error[faulty-revocation-list]"), "{found}");
    assert!(found.contains("anchors/roots/root.crl"), "{found}");
    let output = sandbox.try_casefile(&["--speak", "fr", "check"]);
    let found = String::from_utf8(output.stdout).unwrap();
    assert!(found.contains("certificats révoqués"), "{found}");
}
