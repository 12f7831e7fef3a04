//! Lists of incidents become notes, and every report stays what it was.

use serde_json::Value;

use crate::sandbox::Sandbox;

const LIST: &str = "clients/lantern-press/meeting.md";
const OWN: &str = "clients/lantern-press/lantern-press.md";

/// Two lists: one in a note of its own, one in the client note, in every style of YAML.
fn vault() -> Sandbox {
    let sandbox = Sandbox::with_example();
    sandbox.write(
        LIST,
        "---\r\ntype: incident\r\ndate: 2026-11-10\r\nincidents:\r\n  # in the meeting\r\n  - id: cut-short\r\n    flags: [time-boundary]\r\n    severity: low # a nuisance\r\n    observed: >\r\n      The meeting of ten\r\n      was moved.\r\n    reading: |\r\n      - a list\r\n      - of readings\r\n    our-part: \"none: it was agreed\"\r\n  - {id: \"more: work\", date: 2026-11-11T22:40, flags: [scope-creep, time-boundary], severity: medium, status: suspected, mood: bad, observed: A lot.}\r\n---\r\nTwo things in one meeting.\r\n",
    );
    let own = sandbox.read(OWN);
    let list = "incidents:\n- date: 2026-11-12\n  flags:\n  - scope-creep\n  severity: high\n  our-part: none\n  observed: One more page.\n- date: 2026-11-13\n  flags: [unresponsive]\n  severity: low\n  observed: One more page.\n";
    sandbox.write(OWN, own.replacen("\n---\n", &format!("\n{list}---\n"), 1));
    sandbox
}

/// A report without the paths of notes, and with names for places in lists.
fn report(sandbox: &Sandbox) -> String {
    let report = sandbox.casefile(&["report", "lantern", "-f", "json"]);
    let mut report: Value = serde_json::from_str(&report).unwrap();
    forget_paths(&mut report);
    let names = [("lantern-press#2", "2026-11-13-one-more-page")];
    names.iter().fold(report.to_string(), |text, (from, to)| text.replace(from, to))
}

fn forget_paths(value: &mut Value) {
    match value {
        Value::Array(items) => items.iter_mut().for_each(forget_paths),
        Value::Object(map) => {
            map.remove("note");
            map.values_mut().for_each(forget_paths);
        }
        _ => {}
    }
}

#[test]
fn every_report_is_the_same_before_and_after() {
    let sandbox = vault();
    sandbox.casefile(&["record", "-m", "lists"]);
    let decide = ["decide", "lantern", "boundary", "--statement=S", "--consequence=C"];
    let more = ["--covers=scope-creep", "--told=email", "--because=lantern-press#1,cut-short"];
    sandbox.casefile(&[&decide[..], &more].concat());
    let (before, bytes) = (report(&sandbox), sandbox.read(OWN));
    let shown = sandbox.casefile(&["explode", LIST, "--dry-run"]);
    assert!(shown.contains("# in the meeting") && report(&sandbox) == before, "{shown}");
    sandbox.casefile(&["explode", LIST]);
    let answer = sandbox.casefile(&["explode", OWN]);
    assert_eq!(
        answer,
        "clients/lantern-press/2026-11-12-one-more-page.md\n\
         clients/lantern-press/2026-11-13-one-more-page.md\n\
         clients/lantern-press/lantern-press.md\n"
    );
    let first = sandbox.read("clients/lantern-press/2026-11-12-one-more-page.md");
    assert!(first.starts_with("---\ntype: incident\nid: \"lantern-press#1\"\n"), "{first}");
    assert_eq!(report(&sandbox), before);
    let list = &bytes[bytes.find("incidents:").unwrap()..bytes.rfind("---\n").unwrap()];
    let list = &list[..list.find("---").unwrap_or(list.len())];
    assert_eq!(sandbox.read(OWN), bytes.replacen(list, "", 1), "only the list is gone");
    assert_eq!(
        sandbox.read(LIST),
        "---\r\ndate: 2026-11-10\r\n---\r\nTwo things in one meeting.\r\n"
    );
    let checked = sandbox.try_casefile(&["check", "clients/lantern-press"]);
    assert_eq!(String::from_utf8_lossy(&checked.stdout), "");
    assert!(sandbox.casefile(&["audit", "verify"]).starts_with("Every record holds"));
    sandbox.casefile(&["confirm", "lantern", "more: work", "-mYes."]);
    sandbox.casefile(&["record", "-m", "exploded"]);
}

#[test]
fn nothing_is_written_over_and_what_cannot_be_taken_apart_stays() {
    let sandbox = vault();
    let taken = "clients/lantern-press/2026-11-12-one-more-page.md";
    sandbox.write(taken, "Mine.\n");
    let answer = sandbox.casefile(&["explode", OWN]);
    assert!(answer.starts_with("clients/lantern-press/2026-11-12-one-more-page-2.md\n"));
    assert_eq!(sandbox.read(taken), "Mine.\n");
    let broken = sandbox.read(LIST).replace("2026-11-11T22:40", "soon");
    sandbox.write(LIST, &broken);
    let before = sandbox.files();
    for (note, said) in [
        (LIST, "item 2 of the list"),
        (OWN, "has no list"),
        ("casefile.toml", "no note about a client"),
        ("clients/nobody/x.md", "does not exist"),
    ] {
        let output = sandbox.try_casefile(&["explode", note]);
        assert_eq!(output.status.code(), Some(2), "{note}");
        let message = String::from_utf8(output.stderr).unwrap();
        assert!(message.contains(said), "{message}");
    }
    assert_eq!(sandbox.files(), before);
}
