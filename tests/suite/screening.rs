//! The questions before a yes: answered by flags or by hand, weighed, asked in the client's words.

use crate::sandbox::Sandbox;
use crate::transcripts::Transcript;

const NOTE: &str = "clients/lantern-press/lantern-press.md";

#[test]
fn a_prospect_is_screened_from_nothing_to_a_refusal() {
    let mut transcript = Transcript::empty("screen");
    transcript.run("casefile new \"Studio Ember\"");
    transcript.run("casefile screen studio");
    transcript.run("casefile screen studio --answer enthusiasm=mutual --answer goals=vague");
    transcript
        .run("casefile screen studio -a decided-by='someone else, his brother' -a craft=core");
    transcript.run("sed -n '/screening/,/---/p' clients/studio-ember/studio-ember.md");
    transcript.run("casefile screen studio --to-send");
    transcript.run("casefile screen studio -a problem=now --dry-run | grep -A9 screening");
    transcript.say("Enough doubts are a pattern, and one answer against it is enough.");
    transcript
        .run("casefile screen studio -a enthusiasm=one-sided -a refer-to='Collectif Tamaris'");
    transcript.run("CASEFILE_LANGUAGE=fr casefile screen studio");
    transcript.run("casefile screen studio --to-send");
    transcript.say("Slips of the finger.");
    transcript.run("casefile screen studio -a goal=vague");
    transcript.run("casefile screen studio -a goals=vauge");
    transcript.run("casefile screen studio -a goals");
    transcript.run("casefile screen nobody");
    transcript.run("casefile screen");
    transcript.check();
}

#[test]
fn nothing_is_asked_without_a_terminal_and_nothing_is_written() {
    let sandbox = Sandbox::with_example();
    let before = sandbox.files();
    sandbox.casefile(&["screen", "brightwell"]);
    assert!(sandbox.files() == before);
}

#[test]
fn an_answer_changes_its_own_bytes_alone() {
    let sandbox = Sandbox::with_example();
    let before = sandbox.read(NOTE);
    sandbox.casefile(&["screen", "lantern", "--answer", "moment=too soon"]);
    assert_eq!(sandbox.read(NOTE), before.replace("moment: right,", "moment: too soon,"));
}

#[test]
fn everything_answered_with_one_doubt_is_a_go() {
    let sandbox = Sandbox::with_example();
    let verdict = |sandbox: &Sandbox| {
        let json = sandbox.casefile(&["screen", "lantern", "-f", "json"]);
        serde_json::from_str::<serde_json::Value>(&json).unwrap()["verdict"].clone()
    };
    assert_eq!(verdict(&sandbox), "ask");
    let more = ["-a", "how-long=nine years", "-a", "what-else=nothing"];
    sandbox.casefile(&[&["screen", "lantern"], &more[..]].concat());
    assert_eq!(verdict(&sandbox), "go");
    sandbox.casefile(&["screen", "lantern", "-a", "craft=adjacent"]);
    assert_eq!(verdict(&sandbox), "go");
    sandbox.casefile(&["screen", "lantern", "-a", "goals=vague"]);
    assert_eq!(verdict(&sandbox), "ask");
}

#[test]
fn the_questions_are_a_note_that_the_user_edits() {
    let sandbox = Sandbox::with_example();
    let built_in = sandbox.casefile(&["screen", "--questions"]);
    sandbox.write("screening.md", &built_in);
    assert_eq!(sandbox.casefile(&["screen", "--questions"]), built_in);
    sandbox.casefile(&["check"]);
    let own = "---\ntype: screening\nquestions:\n  - {id: dog, ask: {en: Do they have a dog?, \
               fr: Ont-ils un chien ?}, send: {fr: Avez-vous un chien ?}}\n---\n";
    sandbox.write("screening.md", own);
    let sent = sandbox.casefile(&["screen", "conserverie", "--to-send"]);
    assert_eq!(sent, "- Avez-vous un chien ?\n");
    // Answers to questions that are no longer asked are findings; nothing of them is lost.
    let found = String::from_utf8(sandbox.try_casefile(&["check"]).stdout).unwrap();
    assert!(found.contains("unknown-question"), "{found}");
}
