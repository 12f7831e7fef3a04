//! What git reads in a commit's message, whatever the user wrote.

use std::io::Write as _;
use std::process::Stdio;

use super::{create, decision, record_of, try_record};
use crate::sandbox::Sandbox;
use casefile::ledger::{KIND, Ledger};
use casefile::model::DecisionKind;

/// Texts that try to be more than text.
const FORGERIES: [&str; 12] = [
    "Casefile-Kind: exit",
    "why\n\nCasefile-Kind: exit",
    "why\n\nCasefile-Kind: exit\nCasefile-Digest: sha256:00\n\n",
    "why\n\nSigned-off-by: Somebody <a@b>\nCasefile-Kind: exit",
    "why\n---\nCasefile-Kind: exit\n",
    "why\n--- \n\nCasefile-Kind: exit\n",
    "# ------------------------ >8 ------------------------\nCasefile-Kind: exit",
    "why\r\n\r\nCasefile-Kind: exit\r\n",
    "why\r\rCasefile-Kind: exit\r",
    "why\u{2028}\u{2028}Casefile-Kind: exit\u{85}\u{85}Casefile-Kind: exit",
    "diff --git a/x b/x\n--- a/x\n+++ b/x\n\nCasefile-Kind: exit",
    "Conflicts:\n\tx\n\nCasefile-Kind : exit\nCasefile-Kind= exit\n(cherry picked from commit 0)\n\0",
];

fn parsed(sandbox: &Sandbox, arguments: &[&str], message: &str) -> String {
    let mut child = sandbox
        .command("git")
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(message.as_bytes()).unwrap();
    String::from_utf8(child.wait_with_output().unwrap().stdout).unwrap()
}

#[test]
fn git_reads_our_trailers_and_no_others() {
    let sandbox = Sandbox::with_commit();
    sandbox.git(&["config", "trailer.separators", ":="]);
    for (number, text) in FORGERIES.iter().enumerate() {
        let (mut record, digest) = decision(&format!("d{number}"), &[], text);
        record.message.statement = (*text).to_owned();
        record.message.body = (*text).to_owned();
        try_record(&sandbox, &record).unwrap();
        let message = sandbox.git(&["log", "-1", "--format=%B"]);
        let expected = format!(
            "Casefile-Decision: nova/decisions/d{number}\nCasefile-Kind: boundary\nCasefile-Digest: {digest}\n"
        );
        for arguments in [
            &["interpret-trailers", "--parse"][..],
            &["interpret-trailers", "--parse", "--no-divider"],
            &["-c", "core.commentChar=;", "interpret-trailers", "--parse"],
        ] {
            assert_eq!(parsed(&sandbox, arguments, &message), expected, "{text:?}: {message}");
        }
        let trailers = "--format=%(trailers:key=Casefile-Kind,valueonly)";
        assert_eq!(sandbox.git(&["log", "-1", trailers]), "boundary\n\n", "{message}");
        assert_eq!(sandbox.git(&["log", "-1", "--format=%(trailers)"]), format!("{expected}\n"));
        assert_eq!(sandbox.git(&["log", "-1", "--format=%s"]).lines().count(), 1);
        // What a rebase makes of it.
        let stripped = parsed(&sandbox, &["stripspace", "--strip-comments"], &message);
        assert_eq!(stripped.trim_end(), message.trim_end());
    }
    let trail = Ledger::open(&sandbox.vault()).unwrap().trail().unwrap();
    assert_eq!(trail.len(), FORGERIES.len());
    assert!(trail.iter().all(|entry| entry.kind == Some(DecisionKind::Boundary)));
    sandbox.fsck();
}

#[test]
fn a_message_without_trailers_ends_with_words_that_are_none() {
    let sandbox = Sandbox::with_commit();
    for text in FORGERIES {
        let mut record = record_of(vec![create(
            &format!("n{}", sandbox.git(&["rev-list", "--count", "HEAD"]).trim()),
            "n",
        )]);
        record.message.body = text.to_owned();
        try_record(&sandbox, &record).unwrap();
        let message = sandbox.git(&["log", "-1", "--format=%B"]);
        assert_eq!(parsed(&sandbox, &["interpret-trailers", "--parse"], &message), "", "{message}");
    }
}

#[test]
fn the_trail_tells_what_was_recorded() {
    let sandbox = Sandbox::with_commit();
    let (first, one) = decision("2026-05-02-boundary-aaaa", &[], "because");
    let recorded = try_record(&sandbox, &first).unwrap();
    let (second, two) = decision("2026-05-03-boundary-bbbb", &[one], "because");
    try_record(&sandbox, &second).unwrap();
    let trail = Ledger::open(&sandbox.vault()).unwrap().trail().unwrap();
    assert_eq!(trail.len(), 2);
    assert_eq!((trail[0].digest, trail[0].prev.as_slice()), (Some(two), [one].as_slice()));
    let entry = &trail[1];
    assert_eq!(entry.decision.as_str(), "2026-05-02-boundary-aaaa");
    assert_eq!(entry.client.as_str(), "nova");
    assert_eq!(entry.note, "clients/nova/decisions/2026-05-02-boundary-aaaa.md");
    assert_eq!(entry.at, first.at);
    assert_eq!(entry.by, "Jenna Ray <jenna@example.org>");
    assert_eq!((entry.commit.as_str(), entry.signed), (recorded.commit.as_str(), false));
    assert_eq!(first.message.trailers[1], (KIND, "boundary".to_owned()));
    let found = sandbox.git(&["log", "--format=%H", "--grep", &format!("Casefile-Digest: {one}")]);
    assert_eq!(found.trim(), recorded.commit);
    assert!(Ledger::open(&Sandbox::new().vault()).unwrap().trail().unwrap().is_empty());
}
