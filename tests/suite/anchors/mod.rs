//! Anchors with real programs: `openssl` as the authority, `sha256sum` and git as the stranger.

mod attacks;
mod authority;
mod handed_over;
mod proofs;
mod revocations;
mod stamping;
mod windows;
mod witnesses;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Output;

use casefile::model::Digest;
use serde_json::Value;

use crate::sandbox::{PROGRAM, Sandbox};
use authority::Authority;

/// A vault with one client and one recorded decision.
fn vault() -> Sandbox {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    sandbox.casefile(&["new", "Nova"]);
    sandbox.casefile(&["decide", "nova", "accept", "-m", "why"]);
    sandbox
}

/// The same by the machine's clock, which `openssl ts` goes by too.
fn vault_of_today() -> Sandbox {
    let sandbox = Sandbox::with_identity();
    let output = sandbox.command("date").args(["-u", "+%Y-%m-%dT%H:%M:%SZ"]).output().unwrap();
    let now = String::from_utf8(output.stdout).unwrap();
    sandbox.casefile(&["init"]);
    sandbox.casefile(&["new", "Nova"]);
    let decided = at(&sandbox, now.trim(), &["decide", "nova", "accept", "-m", "why"]);
    assert!(decided.status.success(), "{}", said(&decided));
    sandbox
}

/// Trusts the root of an authority.
fn trust(sandbox: &Sandbox, authority: &Authority<'_>) {
    sandbox.write("anchors/roots/root.pem", fs::read(authority.file("root.pem")).unwrap());
}

/// Makes a statement and a request for it.
fn request(sandbox: &Sandbox) -> PathBuf {
    let request = sandbox.home().join("q.tsq");
    sandbox.casefile(&["audit", "anchor", "--request", request.to_str().unwrap()]);
    request
}

fn import(sandbox: &Sandbox, file: &Path) -> Output {
    sandbox.try_casefile(&["audit", "anchor", "--import", file.to_str().unwrap()])
}

/// Imports what must be refused; nothing is written, and what is said is returned.
#[track_caller]
fn refused(sandbox: &Sandbox, file: &Path) -> String {
    let (files, state) = (sandbox.files(), sandbox.state());
    let output = import(sandbox, file);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert!(output.stdout.is_empty() && said.contains("hint: "), "{said}");
    assert!(!said.contains("panicked"), "{said}");
    assert!(files == sandbox.files() && state == sandbox.state(), "something was written");
    said
}

fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A vault with a stamped statement by a trusted authority.
fn stamped(sandbox: &Sandbox) -> Authority<'_> {
    let authority = Authority::new(sandbox);
    trust(sandbox, &authority);
    let answer = authority.answer(&request(sandbox));
    let output = import(sandbox, &answer);
    assert!(output.status.success(), "{}", said(&output));
    authority
}

/// The statements on disk, sorted by name.
fn statements(sandbox: &Sandbox) -> Vec<String> {
    let mut names: Vec<String> = sandbox
        .files()
        .keys()
        .map(|path| path.to_str().unwrap().to_owned())
        .filter(|path| path.starts_with("anchors/") && path.ends_with(".json"))
        .filter(|path| !path.contains("witness"))
        .collect();
    names.sort();
    names
}

fn statement(sandbox: &Sandbox) -> String {
    let all = statements(sandbox);
    assert_eq!(all.len(), 1, "{all:?}");
    all[0].clone()
}

/// The SHA-256 of a file of the vault, in hexadecimal digits.
fn digest(sandbox: &Sandbox, path: &str) -> String {
    Digest::of(&fs::read(sandbox.vault().join(path)).unwrap()).to_hex()
}

/// What verifying says, and its exit code.
fn verified(sandbox: &Sandbox, more: &[&str]) -> (Value, i32) {
    let output = sandbox.try_casefile(&[&["audit", "verify", "-f", "json"], more].concat());
    let value = serde_json::from_slice(&output.stdout).unwrap();
    (value, output.status.code().unwrap())
}

fn words(value: &Value) -> Vec<&str> {
    value.as_array().unwrap().iter().map(|word| word.as_str().unwrap()).collect()
}

/// The verdicts on the only anchor, the exit code, and what is said about it.
#[track_caller]
fn verdicts(sandbox: &Sandbox) -> (Vec<String>, i32, String) {
    let (value, code) = verified(sandbox, &[]);
    let anchors = value["anchors"].as_array().unwrap();
    assert_eq!(anchors.len(), 1, "{anchors:#?}");
    let names = words(&anchors[0]["verdicts"]).into_iter().map(str::to_owned).collect();
    assert_eq!(anchors[0]["holds"], code == 0, "{anchors:#?}");
    (names, code, anchors[0].to_string())
}

/// The verdicts on the only decision whose path has this in it.
#[track_caller]
fn of_decision(value: &Value, name: &str) -> Vec<String> {
    let records = value["records"].as_array().unwrap();
    let found: Vec<_> =
        records.iter().filter(|one| one["path"].as_str().unwrap().contains(name)).collect();
    assert_eq!(found.len(), 1, "{records:#?}");
    words(&found[0]["verdicts"]).into_iter().map(str::to_owned).collect()
}

/// Replaces the whole history by one commit of what is on disk, as somebody would who wants
/// nothing of the past to be seen.
fn squash(sandbox: &Sandbox) {
    sandbox.git(&["checkout", "-q", "--orphan", "fresh"]);
    sandbox.git(&["add", "-A"]);
    sandbox.git(&["commit", "-qm", "all"]);
    sandbox.git(&["branch", "-qD", "main"]);
    sandbox.git(&["branch", "-qm", "main"]);
    let _ = fs::remove_dir_all(sandbox.vault().join(".git/casefile"));
}

/// Runs the program in the vault at another moment.
fn at(sandbox: &Sandbox, now: &str, arguments: &[&str]) -> Output {
    let mut command = sandbox.command_with_program(PROGRAM);
    command.env("CASEFILE_NOW", now).args(arguments).output().unwrap()
}
