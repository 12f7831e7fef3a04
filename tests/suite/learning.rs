//! What closed cases teach: silence below five, figures with their counts from five on.

use std::fmt::Write as _;

use crate::sandbox::Sandbox;
use crate::transcripts::Transcript;

/// A closed case: a red flag on 1 March, decided so many days later, closed in September.
fn close(sandbox: &Sandbox, client: &str, days: u32, kind: Option<&str>) {
    let folder = format!("clients/{client}");
    let head =
        format!("type: client\nname: {client}\nscreening: {{enthusiasm: mutual, goals: vague}}");
    sandbox.write(&format!("{folder}/{client}.md"), format!("---\n{head}\n---\n"));
    sandbox.write(
        &format!("{folder}/2026-03-01-more.md"),
        "---\ntype: incident\ndate: 2026-03-01\nflags: [scope-creep]\nseverity: low\nhours: 1.5\ncost: 40.00\n---\nOne more page, no word of price.\n",
    );
    let decision = |day: &str, kind: &str| {
        let covers =
            if kind == "boundary" { "covers: [scope-creep]\nstatement: No.\n" } else { "" };
        let text = format!(
            "---\ntype: decision\nkind: {kind}\ndate: {day}T10:00\nscore: 4.5\n{covers}---\nWhy.\n"
        );
        sandbox.write(&format!("{folder}/decisions/{day}-{kind}-abcd.md"), text);
    };
    if let Some(kind) = kind {
        decision(&format!("2026-{:02}-{:02}", 3 + days / 30, 1 + days % 30), kind);
    }
    decision("2026-09-01", "close");
}

#[test]
fn four_cases_are_too_few_and_six_speak() {
    let mut transcript = Transcript::empty("learn");
    transcript.run("casefile learn");
    for (client, days, kind) in [
        ("ash", 2, Some("boundary")),
        ("birch", 9, Some("exit")),
        ("cedar", 14, Some("exit")),
        ("elm", 70, Some("exit")),
    ] {
        close(&transcript.sandbox, client, days, kind);
    }
    transcript.run("casefile learn");
    transcript.run("CASEFILE_LANGUAGE=fr casefile learn -f markdown");
    transcript.say("The fifth and the sixth case are closed.");
    close(&transcript.sandbox, "fir", 20, Some("boundary"));
    close(&transcript.sandbox, "hazel", 0, None);
    transcript.run("casefile learn");
    transcript.run("CASEFILE_LANGUAGE=fr casefile learn -f markdown");
    transcript.run("COLUMNS=60 casefile learn | head -20");
    transcript.check();
}

#[test]
fn figures_are_those_of_the_cases() {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    for (place, client) in ["ash", "birch", "cedar", "elm", "fir"].into_iter().enumerate() {
        close(&sandbox, client, 3, Some(if place < 2 { "boundary" } else { "exit" }));
    }
    let json = sandbox.casefile(&["learn", "-f", "json"]);
    let learned: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&learned["schema"], &learned["closed"]), (&1.into(), &5.into()));
    assert_eq!((&learned["bad_ends"]["count"], &learned["bad_ends"]["of"]), (&3.into(), &5.into()));
    assert_eq!(learned["days"]["median"], 3.0);
    assert_eq!(learned["first_flags"][0]["flag"], "scope-creep");
    assert_eq!(learned["groups"][0]["money"][0]["amount"], "200.00");
    assert_eq!(learned["answers"][0]["of"], 5);
    // A case that is open again teaches nothing yet.
    let reopen = "---\ntype: decision\nkind: reopen\ndate: 2026-09-02\n---\nThey asked.\n";
    sandbox.write("clients/ash/decisions/2026-09-02-reopen-abcd.md", reopen);
    let json = sandbox.casefile(&["learn", "-f", "json"]);
    let learned: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!((&learned["closed"], &learned["bad_ends"]), (&4.into(), &serde_json::Value::Null));
}

#[test]
fn a_thousand_cases_are_read_at_once() {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    let mut name = String::new();
    for number in 0..1000 {
        name.clear();
        let _ = write!(name, "client-{number:04}");
        close(&sandbox, &name, number % 28, Some("exit"));
    }
    let json = sandbox.casefile(&["learn", "-f", "json"]);
    let learned: serde_json::Value = serde_json::from_str(&json).unwrap();
    assert_eq!(learned["bad_ends"]["of"], 1000);
}
