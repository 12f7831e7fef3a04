//! The trail, and what verifying it finds.

use std::fs;

use super::Transcript;

/// A boundary of the example vault.
const BOUNDARY: &str = "clients/harbour-and-finch/decisions/2026-07-13-boundary-7smk.md";

#[test]
fn audit() {
    let mut transcript = Transcript::example("audit");
    transcript.run("casefile audit");
    transcript.run("casefile audit harbour -f json");
    transcript.run("CASEFILE_LANGUAGE=fr casefile audit atelier");
    transcript.run("casefile audit lantern");
    transcript.run("casefile audit lantern -f json");
    transcript.check();
}

#[test]
fn verify_intact() {
    let mut transcript = Transcript::example("audit-verify");
    transcript.run("casefile audit verify | head -1");
    transcript.run("casefile audit verify harbour");
    transcript.run("casefile audit verify harbour -f json");
    transcript.run("CASEFILE_LANGUAGE=fr casefile audit verify conserverie");
    transcript.run("casefile audit verify nobody");
    transcript.check();
}

#[test]
fn verify_what_was_edited() {
    let mut transcript = Transcript::example("audit-verify-edited");
    let was = transcript.sandbox.read(BOUNDARY);
    transcript.say("Edited and not committed.");
    transcript.sandbox.write(BOUNDARY, was.replace("Monday to Friday", "Monday to Saturday"));
    transcript.run("casefile audit verify harbour");
    transcript.run("casefile record");
    transcript.run("casefile check");
    transcript.say("Committed with git.");
    transcript.run("git commit -qam 'tidy up' && casefile audit verify harbour");
    transcript.run("casefile audit verify harbour -f json | head -4");
    transcript.say("Put back: the history still shows it.");
    transcript.sandbox.write(BOUNDARY, &was);
    transcript.run("git commit -qam 'oh' && casefile audit verify harbour");
    transcript.check();
}

#[test]
fn verify_what_was_removed_or_added() {
    let mut transcript = Transcript::example("audit-verify-removed");
    fs::remove_file(transcript.sandbox.vault().join(BOUNDARY)).unwrap();
    transcript.run("casefile audit verify harbour");
    transcript.run("casefile record harbour");
    transcript.run("git commit -qam 'gone' && casefile audit verify harbour");
    transcript.run("git reset -q --hard HEAD~1");
    transcript.say("A decision that only lies there, and a cited incident that was edited.");
    transcript.run("casefile decide lantern boundary --statement S --covers scope-creep --consequence C --told email --no-commit");
    transcript.run("casefile audit verify lantern");
    transcript.run("echo 'One more word.' >> clients/harbour-and-finch/2026-07-08-three-calls.md");
    transcript.run("casefile audit verify harbour");
    transcript.check();
}
