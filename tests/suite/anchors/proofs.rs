//! Proofs of OpenTimestamps: kept and replayed, never taken for verified.

use std::fs;
use std::path::PathBuf;

use casefile::model::Digest;

use super::{digest, import, refused, said, statement, vault, verdicts};
use crate::sandbox::Sandbox;

const MAGIC: &[u8] = b"\x00OpenTimestamps\x00\x00Proof\x00\xbf\x89\xe2\xe8\x84\xe8\x92\x94\x01\x08";
const BITCOIN: [u8; 9] = [0, 0x05, 0x88, 0x96, 0x0d, 0x73, 0xd7, 0x19, 0x01];
const PENDING: [u8; 9] = [0, 0x83, 0xdf, 0xe3, 0x0d, 0x2e, 0xf9, 0x0c, 0x8e];

fn octets(hex: &str) -> Vec<u8> {
    (0..hex.len() / 2).map(|at| u8::from_str_radix(&hex[at * 2..at * 2 + 2], 16).unwrap()).collect()
}

fn pending(address: &str) -> Vec<u8> {
    let length = u8::try_from(address.len()).unwrap();
    [&PENDING[..], &[length + 1, length], address.as_bytes()].concat()
}

/// What `ots stamp` writes: a nonce, then a branch to each of two calendars.
fn fresh(hex: &str) -> Vec<u8> {
    let steps = [
        &[0xf0, 0x10][..],
        &[7; 16],
        &[0x08, 0xff, 0xf1, 0x04, 1, 2, 3, 4, 0xf0, 0x08, 9, 9, 9, 9, 9, 9, 9, 9],
        &pending("https://alice.btc.calendar.example"),
        &[0x08],
        &pending("https://bob.btc.calendar.example"),
    ];
    [MAGIC, &octets(hex), &steps.concat()].concat()
}

/// What `ots upgrade` leaves: on to the Merkle root of a block, hashed twice at each step.
fn upgraded(hex: &str) -> (Vec<u8>, String) {
    let mut message = octets(hex);
    let mut steps = Vec::new();
    for level in 0..12_u8 {
        let sibling = [level; 32];
        let (tag, joined) = if level % 2 == 0 {
            (0xf0, [&message[..], &sibling].concat())
        } else {
            (0xf1, [&sibling[..], &message].concat())
        };
        message = Digest::of(Digest::of(&joined).as_bytes()).as_bytes().to_vec();
        steps.extend([&[tag, 32][..], &sibling, &[0x08, 0x08]].concat());
    }
    steps.extend([&BITCOIN[..], &[3, 0xd5, 0xb3, 0x31]].concat());
    let root = message.iter().rev().map(|octet| format!("{octet:02x}")).collect();
    ([MAGIC, &octets(hex), &steps].concat(), root)
}

fn anchored() -> (Sandbox, String, PathBuf) {
    let sandbox = vault();
    sandbox.casefile(&["audit", "anchor"]);
    let digest = digest(&sandbox, &statement(&sandbox));
    let file = sandbox.home().join("proof.ots");
    (sandbox, digest, file)
}

#[test]
fn a_fresh_proof_waits_for_its_calendars() {
    let (sandbox, digest, file) = anchored();
    fs::write(&file, fresh(&digest)).unwrap();
    let output = import(&sandbox, &file);
    assert!(output.status.success(), "{}", said(&output));
    for calendar in ["alice", "bob"] {
        assert!(said(&output).contains(calendar), "{}", said(&output));
    }
    let (names, code, _) = verdicts(&sandbox);
    assert_eq!((names.as_slice(), code), (&["PENDING", "PENDING"].map(str::to_owned)[..], 0));
    assert!(said(&import(&sandbox, &file)).contains("on file already"));
}

#[test]
fn a_complete_proof_names_the_block_and_claims_nothing() {
    let (sandbox, digest, file) = anchored();
    let (bytes, root) = upgraded(&digest);
    fs::write(&file, bytes).unwrap();
    let output = import(&sandbox, &file);
    assert!(output.status.success(), "{}", said(&output));
    assert!(said(&output).contains(&root) && said(&output).contains("809429"), "{}", said(&output));
    let (names, code, text) = verdicts(&sandbox);
    assert_eq!((names.as_slice(), code), (&["BITCOIN-NOT-CHECKED".to_owned()][..], 0));
    assert!(
        text.contains("bitcoin-cli getblockheader") && text.contains("until you looked"),
        "{text}"
    );
    let (value, _) = super::verified(&sandbox, &[]);
    assert_eq!(super::of_decision(&value, "accept"), ["UNSIGNED", "INTACT"]);
    assert!(value["records"][0]["window"][1].is_null());
}

#[test]
fn a_completed_proof_is_kept_beside_the_fresh_one() {
    let (sandbox, digest, file) = anchored();
    fs::write(&file, fresh(&digest)).unwrap();
    assert!(import(&sandbox, &file).status.success());
    fs::write(&file, upgraded(&digest).0).unwrap();
    assert!(import(&sandbox, &file).status.success());
    assert!(sandbox.exists(&statement(&sandbox).replace(".json", "-2.ots")));
    assert_eq!(verdicts(&sandbox).1, 0);
}

#[test]
fn a_proof_for_something_else_and_damage_are_refused() {
    let (sandbox, digest, file) = anchored();
    fs::write(&file, fresh(&"0".repeat(64))).unwrap();
    assert!(refused(&sandbox, &file).contains("for another file"));
    let whole = fresh(&digest);
    for bytes in [&whole[..whole.len() - 1], &whole[..60], &[&whole[..], &[0]].concat()] {
        fs::write(&file, bytes).unwrap();
        assert!(refused(&sandbox, &file).contains("damaged or cut off"));
    }
    let bomb = [&whole[..65], &[0xff; 100_000]].concat();
    fs::write(&file, bomb).unwrap();
    refused(&sandbox, &file);
}
