//! The reports of the example clients, as whole documents.

use std::fs;

use crate::sandbox::Sandbox;
use crate::snapshot::assert_snapshot;

/// The clients of the example vault.
const CLIENTS: [&str; 6] = [
    "atelier-nova",
    "brightwell-apps",
    "conserverie-du-phare",
    "harbour-and-finch",
    "lantern-press",
    "moulin-lacaze",
];

#[test]
fn every_client_in_its_language() {
    let sandbox = Sandbox::with_example();
    for client in CLIENTS {
        let report = sandbox.casefile(&["report", client, "-f", "markdown"]);
        assert_snapshot(&report, &format!("golden/{client}.md"));
    }
}

#[test]
fn the_postmortem_of_every_client() {
    let sandbox = Sandbox::with_example();
    for client in CLIENTS {
        sandbox.casefile(&["postmortem", client, "--no-commit"]);
        let postmortem = sandbox.read(&format!("clients/{client}/postmortem.md"));
        assert_snapshot(&postmortem, &format!("golden/postmortem-{client}.md"));
    }
}

#[test]
fn all_clients_together() {
    let sandbox = Sandbox::with_example();
    let report = sandbox.casefile(&["report", "-f", "markdown"]);
    assert_snapshot(&report, "golden/all-clients.md");
}

#[test]
fn the_agenda_in_both_languages() {
    let sandbox = Sandbox::with_example();
    for (language, name) in [("en", "agenda"), ("fr", "agenda-fr")] {
        let words = ["--speak", language, "agenda", "--until", "2027-03-31", "-f", "markdown"];
        assert_snapshot(&sandbox.casefile(&words), &format!("golden/{name}.md"));
    }
}

#[test]
fn a_page() {
    let sandbox = Sandbox::with_example();
    let report = sandbox.casefile(&["report", "moulin-lacaze", "-f", "html"]);
    assert_snapshot(&report, "golden/moulin-lacaze.html");
}

#[test]
fn the_order_in_which_files_were_created_changes_nothing() {
    let sandbox = Sandbox::with_example();
    let copy = Sandbox::with_identity();
    for (path, bytes) in sandbox.files().into_iter().rev() {
        let path = copy.vault().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, bytes).unwrap();
    }
    for command in [
        &["report", "-f", "markdown"][..],
        &["report", "-f", "html"],
        &["report", "-f", "json"],
        &["report"],
        &["status", "-f", "json"],
        &["check", "-f", "json"],
        &["timeline", "atelier-nova"],
        &["explain", "brightwell-apps", "-f", "json"],
        &["flags", "-f", "json"],
    ] {
        let first = sandbox.casefile(command);
        assert_eq!(sandbox.casefile(command), first, "{command:?} twice");
        assert_eq!(copy.casefile(command), first, "{command:?} of the copy");
    }
}
