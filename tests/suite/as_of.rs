//! By today's files, a report as of a day is that of a vault in which nothing later happened.

use std::fs;

use crate::sandbox::Sandbox;

/// The client, and the day: after a boundary was set, before it was reviewed.
const CLIENT: &str = "harbour-and-finch";
const DAY: &str = "2026-07-20";

/// The last second of it on the client's clock, which is an hour behind the vault's.
const LAST_SECOND: &str = "2026-07-20T23:59:59+01:00";

/// What the client note says of later days, and what it would have said.
const LATER: [(&str, &str); 2] = [
    (", paid: 2026-07-28}", "}"),
    (
        "  - {id: 2026-036, issued: 2026-09-30, due: 2026-10-30, amount: 2200.00, paid: 2026-10-19}\n",
        "",
    ),
];

/// The vault on that day: every note and exhibit dated later is taken away.
fn on_the_day() -> Sandbox {
    let sandbox = Sandbox::with_example();
    let mut removed = 0;
    for path in sandbox.files().into_keys() {
        let name = path.file_name().unwrap().to_str().unwrap();
        let day = name.get(..10).filter(|day| day.starts_with("20"));
        if path.starts_with(format!("clients/{CLIENT}")) && day.is_some_and(|day| day > DAY) {
            fs::remove_file(sandbox.vault().join(&path)).unwrap();
            removed += 1;
        }
    }
    assert!(removed >= 5, "the story goes on after {DAY}");
    let note = format!("clients/{CLIENT}/{CLIENT}.md");
    let mut text = sandbox.read(&note);
    for (later, before) in LATER {
        assert!(text.contains(later), "{later}");
        text = text.replace(later, before);
    }
    sandbox.write(&note, text);
    sandbox
}

#[test]
fn a_report_as_of_a_day_knows_nothing_later() {
    let (whole, cut) = (Sandbox::with_example(), on_the_day());
    for command in ["report", "explain", "timeline"] {
        for format in ["text", "json"] {
            let asked = [command, CLIENT, "--as-of", DAY, "--from", "files", "-f", format];
            let past = whole.casefile(&asked);
            let then = cut.casefile(&asked);
            assert_eq!(past, then, "{command} as {format}");
            let that_day = cut.casefile(&["--now", LAST_SECOND, command, CLIENT, "-f", format]);
            assert_eq!(past, that_day, "{command} as {format}, on the day itself");
        }
    }
}
