//! Lines that were sent, and what the overview says of what was not.

use super::{of_decision, said, squash, stamped, vault, verified};

fn witness_file(sandbox: &crate::sandbox::Sandbox) -> String {
    let files = sandbox.files();
    let found = files.keys().find(|path| path.to_str().unwrap().contains("witness")).unwrap();
    found.to_str().unwrap().to_owned()
}

#[test]
fn a_line_that_was_sent_makes_a_witness() {
    let sandbox = vault();
    let line = sandbox.casefile(&["audit", "anchor", "nova"]);
    let mail = sandbox.home().join("sent.eml");
    std::fs::write(&mail, format!("Subject: invoice\n\n{line}")).unwrap();
    let mail = mail.to_str().unwrap();
    let arguments = ["audit", "anchor", "nova", "--witness", "mail to Léa Martin"];
    let more = ["--on", "2026-11-20T08:30", "--exhibit", mail];
    let written = sandbox.casefile(&[&arguments[..], &more].concat());
    assert!(written.contains("clients/nova/evidence/2026-11-20-sent-"), "{written}");
    let text = sandbox.read(&witness_file(&sandbox));
    assert!(
        text.contains(line.trim()) && text.contains("\"when\": \"2026-11-20T08:30\""),
        "{text}"
    );
    assert!(sandbox.git(&["status", "--porcelain", "anchors", "clients/nova/evidence"]).is_empty());
    let (value, code) = verified(&sandbox, &[]);
    assert_eq!(code, 0, "{value:#}");
    assert_eq!(of_decision(&value, "accept"), ["UNSIGNED", "INTACT", "WITNESSED"]);
    assert_eq!(value["records"][0]["witnessed"][0], "mail to Léa Martin");
    assert_eq!(value["anchors"][0]["verdicts"][0], "WITNESSED");
    assert!(value.to_string().contains("That it was received"));
    let again = sandbox.try_casefile(&[&arguments[..], &more].concat());
    assert!(again.status.success(), "{}", said(&again));
    let listed = sandbox.casefile(&["audit"]);
    assert!(listed.contains("sent: mail to Léa Martin"), "{listed}");
}

#[test]
fn a_line_or_an_exhibit_that_was_changed_is_told() {
    let sandbox = vault();
    sandbox.casefile(&["audit", "anchor"]);
    sandbox.casefile(&["audit", "anchor", "--witness", "my own mailbox"]);
    let file = witness_file(&sandbox);
    let text = sandbox.read(&file);
    sandbox.write(&file, text.replace("records head ", "records head 0000-"));
    squash(&sandbox);
    let (value, code) = verified(&sandbox, &[]);
    assert_eq!((code, value["anchors"][0]["verdicts"][0].as_str()), (1, Some("WITNESS-DIFFERS")));
    assert!(!of_decision(&value, "accept").contains(&"WITNESSED".to_owned()));
    sandbox
        .write(&file, text.replace("\"exhibit\": null", "\"exhibit\": \"clients/nova/nova.md\""));
    squash(&sandbox);
    assert_eq!(verified(&sandbox, &[]).0["anchors"][0]["verdicts"][0], "WITNESS-DIFFERS");
}

#[test]
fn a_witness_needs_a_statement_and_an_exhibit_a_client() {
    let sandbox = vault();
    let tried = sandbox.try_casefile(&["audit", "anchor", "--witness", "somewhere"]);
    assert_eq!(tried.status.code(), Some(2));
    assert!(said(&tried).contains("no statement to witness"), "{}", said(&tried));
    sandbox.casefile(&["audit", "anchor"]);
    let exhibit = ["audit", "anchor", "--witness", "x", "--exhibit", "casefile.toml"];
    let tried = sandbox.try_casefile(&exhibit);
    assert_eq!(tried.status.code(), Some(2));
    assert!(said(&tried).contains("say whose it is"), "{}", said(&tried));
    sandbox.casefile(&["new", "Other"]);
    let tried = sandbox.try_casefile(&["audit", "anchor", "other", "--witness", "x"]);
    assert_eq!(tried.status.code(), Some(2));
    assert!(said(&tried).contains("does not cover `other`"), "{}", said(&tried));
}

#[test]
fn the_overview_says_in_one_line_what_is_not_anchored() {
    let sandbox = vault();
    let status = || sandbox.casefile(&["status"]);
    assert!(!status().contains("anchor"), "nobody asked: {}", status());
    stamped(&sandbox);
    assert!(!status().contains("anchor"), "everything is: {}", status());
    sandbox.casefile(&["decide", "nova", "exit", "-m", "why"]);
    assert!(status().contains("nobody outside vouches for 1 decision yet"), "{}", status());
    // A statement that nobody outside knows of changes nothing.
    sandbox.casefile(&["audit", "anchor"]);
    assert!(status().contains("nobody outside vouches for 1 decision yet"), "{}", status());
    let french = sandbox.casefile(&["--speak", "fr", "status"]);
    assert!(french.contains("1 décision n'a encore aucun garant extérieur"), "{french}");
    sandbox.casefile(&["audit", "anchor", "--witness", "my own mailbox"]);
    assert!(!status().contains("anchor"), "{}", status());
    let settings = |anchor: &str| {
        sandbox.write("casefile.toml", format!("format = 1\n[ledger]\nanchor = \"{anchor}\"\n"));
    };
    sandbox.casefile(&["decide", "nova", "keep", "-m", "why"]);
    settings("never");
    assert!(!status().contains("anchored"), "{}", status());
    settings("sometimes");
    assert_eq!(sandbox.try_casefile(&["status"]).status.code(), Some(2));
    let other = vault();
    other.write("casefile.toml", "format = 1\n[ledger]\nanchor = \"always\"\n");
    assert!(other.casefile(&["status"]).contains("for 1 decision yet"));
}

#[test]
fn the_agenda_says_which_records_are_not_anchored() {
    let sandbox = vault();
    let agenda = || -> serde_json::Value {
        serde_json::from_str(&sandbox.casefile(&["agenda", "-f", "json"])).unwrap()
    };
    assert!(agenda().get("not_anchored").is_none(), "nobody asked: {:#}", agenda());
    stamped(&sandbox);
    assert_eq!(agenda()["not_anchored"], serde_json::json!([]));
    assert!(!sandbox.casefile(&["agenda"]).contains("anchor"));
    sandbox.casefile(&["new", "Other"]);
    sandbox.casefile(&["decide", "other", "accept", "-m", "why"]);
    sandbox.casefile(&["decide", "nova", "exit", "-m", "why"]);
    let open = agenda()["not_anchored"].clone();
    let of_client = |at: usize| {
        let notes = open[at]["notes"].as_array().unwrap();
        (open[at]["client"].clone(), notes.len(), notes[0].as_str().unwrap().to_owned())
    };
    assert_eq!(open.as_array().unwrap().len(), 2, "{open:#}");
    let (client, count, note) = of_client(0);
    assert_eq!((client.as_str(), count), (Some("nova"), 1));
    assert!(note.starts_with("clients/nova/decisions/") && note.contains("exit"), "{note}");
    assert_eq!(of_client(1).0, "other");
    let text = sandbox.casefile(&["agenda"]);
    assert!(text.contains("Other: 1 decision\n"), "{text}");
    let french = sandbox.casefile(&["--speak", "fr", "agenda"]);
    assert!(french.contains("Décisions pas encore ancrées"), "{french}");
    assert!(french.ends_with("garant.\n") && french.contains("1 décision\n"), "{french}");
    // What has no day is in no calendar.
    assert!(!sandbox.casefile(&["agenda", "-f", "ics"]).contains("anchor"));
}
