//! What is owed and what is due, from the files of a vault to text, Markdown, JSON and calendars.

use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::python::python_with;
use crate::sandbox::Sandbox;
use crate::snapshot::assert_snapshot;
use crate::transcripts::Transcript;

#[test]
fn what_is_owed() {
    let mut transcript = Transcript::example("owed");
    transcript.run("casefile owed");
    transcript.run("casefile owed atelier");
    transcript.run("casefile owed moulin --as-of 2026-06-30");
    transcript.run("casefile owed brightwell");
    transcript.run("casefile owed conserverie");
    transcript.run("CASEFILE_LANGUAGE=fr casefile owed moulin");
    transcript.run("casefile owed nobody");
    transcript.say("A vault adds a rate, then a file that says nothing sensible.");
    transcript.run(
        "mkdir late-interest && printf '[rates]\\n2026-H2 = \"2.15\"\\n' > late-interest/eu.toml",
    );
    transcript.run("casefile owed atelier | head -20");
    transcript.run("casefile check");
    transcript.run("printf 'margin = 8\\n' > late-interest/eu.toml; casefile owed atelier");
    transcript.run("casefile check");
    transcript.check();
}

#[test]
fn what_is_owed_as_a_document() {
    let sandbox = Sandbox::with_example();
    let owed = sandbox.casefile(&["owed", "moulin", "-f", "markdown"]);
    assert_snapshot(&owed, "golden/owed-moulin-lacaze.md");
}

/// A client with one of everything that can be wrong about money.
const ODD: &str = "---\ntype: client\nname: Odd\ncurrency: EUR\nlate-interest: uk\ninvoices:\n\
  \x20 - {id: a, issued: 2026-01-01, due: 2026-01-31, amount: 100.00}\n\
  \x20 - {id: b, amount: 50.00 USD}\n\
  \x20 - {id: c, due: 2026-01-31, amount: -20.00}\n\
  \x20 - {id: d, due: 2026-01-31, amount: 0.00}\n\
  \x20 - {id: e, due: 2026-01-31, amount: 10.00 XYZ}\n\
  \x20 - {id: f, due: 2026-01-31, amount: 10.00 GBP, currency: USD}\n\
  \x20 - {id: g, due: 2026-01-31, amount: 123456789012345678.99}\n\
  milestones:\n  - {title: Half, amount: 10.01, done: 50%}\n\
  deposits:\n  - {title: Advance, amount: 300.00, received: 2026-01-02}\n---\n";

#[test]
fn odd_amounts_are_said_and_counted_apart() {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    sandbox.write("clients/odd/odd.md", ODD);
    let owed: Value =
        serde_json::from_str(&sandbox.casefile(&["owed", "odd", "-f", "json"])).unwrap();
    assert_eq!(owed["schema"], 1);
    let sum = |key: &str| owed[key].to_string();
    assert_eq!(
        sum("outstanding"),
        r#"[{"amount":"123456789012345758.99","currency":"EUR"},{"amount":"10.00","currency":"GBP"},{"amount":"50.00","currency":"USD"}]"#
    );
    assert_eq!(sum("deposits"), r#"[{"amount":"300.00","currency":"EUR"}]"#);
    // 10.01 × 50% = 5.005
    assert_eq!(sum("in_progress"), r#"[{"amount":"5.01","currency":"EUR"}]"#);
    // The fixed sum of British law is told apart by pounds: only the debt in pounds has one.
    assert_eq!(sum("compensation"), r#"[{"amount":"40.00","currency":"GBP"}]"#);
    let assumed: Vec<&str> = owed["assumed"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["key"].as_str().unwrap())
        .collect();
    assert_eq!(
        assumed,
        [
            "owed-assumed-no-due",
            "owed-assumed-zero",
            "owed-assumed-unbilled",
            "owed-assumed-credit"
        ]
    );
    let checked: Value =
        serde_json::from_slice(&sandbox.try_casefile(&["check", "-f", "json"]).stdout).unwrap();
    let codes: Vec<&str> = checked["findings"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| one["code"].as_str().unwrap())
        .collect();
    assert!(codes.contains(&"two-currencies") && codes.contains(&"unknown-currency"), "{codes:?}");
}

#[test]
fn ten_thousand_invoices_of_a_table() {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    sandbox.write("clients/big/big.md", "---\ntype: client\nname: Big\nlate-interest: fr\n---\n");
    let rows: String =
        (0..10_000).map(|n| format!("I-{n};2025-01-01;2025-01-31;0.10;\n")).collect();
    sandbox.write("clients/big/invoices.csv", format!("id;issued;due;amount;paid\n{rows}"));
    let owed: Value =
        serde_json::from_str(&sandbox.casefile(&["owed", "big", "-f", "json"])).unwrap();
    assert_eq!(owed["overdue"][0]["amount"], "1000.00");
    assert_eq!(owed["compensation"][0]["amount"], "400000.00");
}

#[test]
fn the_agenda() {
    let mut transcript = Transcript::example("agenda");
    let lesson = "---\ntype: postmortem\nlessons:\n  - {what: Ask who decides, owner: Jenna, due: 2026-11-18, changes: decided-by}\n  - {what: \"\", owner: \"\", due: 2026-11-18}\n  - {what: Done, due: 2026-11-18, done: 2026-11-17}\n---\n";
    transcript.sandbox.write("clients/brightwell-apps/postmortem.md", lesson);
    transcript.run("casefile agenda");
    transcript.run("CASEFILE_LANGUAGE=fr casefile agenda --until 2026-11-30");
    transcript.run("casefile agenda --until 2026-10-15 -f json");
    transcript.run("casefile agenda --until someday");
    transcript.run("casefile agenda -o ../agenda.ics && head -3 ../agenda.ics");
    transcript.run("casefile agenda -f odt");
    transcript.say("Some clients; a letter that rests until tomorrow; answers that are awaited.");
    transcript.run("casefile agenda moul lantern moulin");
    transcript.run("casefile agenda nobody");
    transcript.run("casefile --now 2026-11-19T10:00 agenda atelier --until 2026-11-20");
    transcript.run("casefile draft atelier mutual-fit --channel phone --no-commit > drafted && casefile agenda atelier --until 2026-11-22");
    transcript.run("perl -pi -e 's/^date: .*/date: 2026-11-19/' clients/atelier-nova/drafts/*.md && casefile --now 2026-11-19T10:00 agenda atelier --until 2026-11-20");
    transcript.run("casefile new Tannerie --no-commit && casefile agenda tannerie");
    transcript.run("casefile screen tannerie -a goals=vague -a decided-by='not asked' && casefile agenda tannerie");
    transcript.run("CASEFILE_LANGUAGE=fr casefile agenda tannerie");
    transcript.run("casefile screen tannerie -a goals=unrealistic && casefile agenda tannerie");
    transcript.check();
}

#[test]
fn access_to_cut_and_the_end_of_the_notice_are_in_the_agenda() {
    let sandbox = Sandbox::with_example();
    let announce = ["decide", "atelier", "announce", "--told=phone", "-m", "Told."];
    let later =
        |words: &[&str]| sandbox.casefile(&[&["--now", "2026-11-21T12:00"], words].concat());
    later(&announce);
    let agenda: Value =
        serde_json::from_str(&later(&["agenda", "--until", "2027-01-31", "-f", "json"])).unwrap();
    let of_client: Vec<String> = agenda["entries"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|entry| entry["client"] == "atelier-nova" && entry["kind"] != "invoice")
        .map(|entry| format!("{} {}", entry["date"], entry["kind"]).replace('"', ""))
        .collect();
    assert_eq!(
        of_client,
        ["2026-11-10 reminder", "2026-12-21 notice-end", "2026-12-21 access", "2026-12-21 access"]
    );
}

/// Reads a calendar with the Python package `icalendar`, from PyPI. Prints the start and the summary of each event.
fn read_calendar(file: &Path) -> String {
    const READ: &str = "import sys, icalendar\n\
        calendar = icalendar.Calendar.from_ical(open(sys.argv[1], 'rb').read())\n\
        assert not calendar.errors, calendar.errors\n\
        events = list(calendar.walk('VEVENT'))\n\
        assert all(not event.errors for event in events), [event.errors for event in events]\n\
        assert len({event['UID'] for event in events}) == len(events)\n\
        assert all('DTSTAMP' in event for event in events)\n\
        [print(event['DTSTART'].dt, event['SUMMARY']) for event in events]\n";
    let python = python_with(&["icalendar==6.3.2"]);
    let output = Command::new(&python).args(["-c", READ]).arg(file).output().unwrap();
    let said = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "icalendar: {said}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn the_calendar_is_read_by_a_library_that_is_not_ours() {
    let sandbox = Sandbox::with_example();
    let statement = "Rien après 18 h ; sinon, je m'arrête,\u{a0}— « vraiment » \\ et \u{1F44B} pour de bon, quoi qu'il arrive ensuite.";
    sandbox.casefile(&[
        "decide",
        "moulin",
        "boundary",
        "--statement",
        statement,
        "--covers=late-payment",
        "--consequence=C",
        "--told=email",
    ]);
    let file = sandbox.home().join("agenda.ics");
    sandbox.casefile(&["agenda", "--until", "2027-03-01", "-o", file.to_str().unwrap()]);
    let text = fs::read_to_string(&file).unwrap();
    assert!(text.split("\r\n").all(|line| line.len() <= 75 && !line.contains('\n')), "{text}");
    let read = read_calendar(&file);
    assert!(read.contains(statement), "{read}");
    assert!(read.contains("2026-10-15 Atelier Nova: invoice 2026-030, €2,400.00"), "{read}");
    // During cooling off its end is an instant.
    sandbox.casefile(&["--now", "2026-11-19T10:00", "agenda", "-o", file.to_str().unwrap()]);
    assert!(read_calendar(&file).contains("2026-11-20 08:00:00+00:00 Atelier Nova"));
    // An empty one is a calendar too.
    let empty = Sandbox::with_identity();
    empty.casefile(&["init"]);
    empty.casefile(&["agenda", "-o", file.to_str().unwrap()]);
    assert_eq!(read_calendar(&file), "");
}

/// The events of an agenda as lines of UID, start and summary, by a library that is not ours.
fn events(sandbox: &Sandbox, words: &[&str]) -> Vec<String> {
    let file = sandbox.home().join("a.ics");
    let words = [words, &["agenda", "--until", "2026-12-31", "-o", file.to_str().unwrap()]];
    sandbox.casefile(&words.concat());
    let text = fs::read_to_string(&file).unwrap().replace("\r\n ", "");
    let ids = text.lines().filter_map(|line| line.strip_prefix("UID:"));
    ids.zip(read_calendar(&file).lines()).map(|(id, event)| format!("{id} {event}")).collect()
}

#[test]
fn an_event_keeps_its_id_across_days_languages_and_the_change_of_clocks() {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    sandbox.write(
        "clients/nova/nova.md",
        "---\ntype: client\nname: Éléonore Ébène-Lefèvre & Associés, créations graphiques\n\
         timezone: Europe/Paris\nsigned: 2026-01-10\nnotice: 1 month\n---\n",
    );
    // The night in which clocks go back has 25 hours: cooling off ends at nine, not at ten.
    let now = ["--now", "2026-10-24T08:00Z"];
    sandbox.casefile(&[&now[..], &["decide", "nova", "exit", "-m", "Plus possible."]].concat());
    let before = events(&sandbox, &["--now", "2026-10-24T12:00Z"]);
    assert_eq!(before.len(), 1, "{before:?}");
    assert!(before[0].contains(" 2026-10-25 08:00:00+00:00 Éléonore Ébène-Lefèvre"), "{before:?}");
    assert!(before[0].contains("write the letter (`casefile draft nova`)"), "{before:?}");
    assert!(before[0].ends_with("09:00"), "{before:?}");
    let french = events(&sandbox, &["--now", "2026-10-24T13:00Z", "--speak", "fr"]);
    assert!(french[0].contains("créations graphiques\u{a0}: écrire la lettre"), "{french:?}");
    assert_eq!(before[0].split(' ').next(), french[0].split(' ').next());
    // From then on the announcement is due, each day anew and never overdue.
    let [first, later] = ["2026-10-25T09:00", "2026-11-05T09:00"]
        .map(|now| events(&sandbox, &["--now", now]).join("\n"));
    assert!(first.contains(" 2026-10-25 Éléonore") && later.contains(" 2026-11-05 Éléonore"));
    assert_eq!(first.split(' ').next(), later.split(' ').next());
    assert!(first.contains("the exit was decided on 24 October 2026: write the letter"), "{first}");
}

/// The lateness of one invoice as `owed -f json` tells it, by the built-in file of a law.
fn late(law: &str, due: &str, paid: &str, amount: &str) -> Value {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    let invoices = format!("[{{id: a, due: {due}, paid: {paid}, amount: {amount}}}]");
    let note = format!("---\ntype: client\nlate-interest: {law}\ninvoices: {invoices}\n---\n");
    sandbox.write("clients/nova/nova.md", &note);
    let owed = sandbox.casefile(&["owed", "nova", "-f", "json"]);
    serde_json::from_str::<Value>(&owed).unwrap()["late"][0].clone()
}

/// What public bodies say, against the built-in files. United Kingdom: GOV.UK, "Late commercial
/// payments: charging interest and debt recovery" (1,000 pounds at a base rate of 0.5% are 85 pounds a
/// year; 70 pounds for a debt of 1,000 to 9,999.99). European Union: the Irish Department of Enterprise,
/// "What is the late payment interest rate?" (12.25% from 1 July 2024, ECB 4.25% and 8 points). France:
/// Bpifrance Création, "Le taux des pénalités de retard" (14.25%, ECB 4.25% and 10 points, 40 euros).
#[test]
fn the_built_in_laws_give_the_figures_that_public_bodies_give() {
    let uk = late("uk", "2018-01-31", "2019-01-31", "1000.00 GBP");
    assert_eq!(
        (&uk["interest"]["amount"], &uk["lines"][0]["rate"]),
        (&"85.00".into(), &"8.50".into())
    );
    assert_eq!((&uk["compensation"]["amount"], &uk["days_late"]), (&"70.00".into(), &365.into()));
    let eu = late("eu", "2024-06-30", "2024-12-31", "1000.00 EUR");
    assert_eq!((&eu["lines"][0]["rate"], &eu["lines"][0]["days"]), (&"12.25".into(), &184.into()));
    // 1,000 × 12.25% × 184 ÷ 365 = 61.7534…
    assert_eq!(
        (&eu["interest"]["amount"], &eu["compensation"]["amount"]),
        (&"61.75".into(), &"40.00".into())
    );
    let fr = late("fr", "2024-06-30", "2024-07-30", "15000.00 EUR");
    assert_eq!(fr["lines"][0]["rate"], "14.25");
    // 15,000 × 14.25% × 30 ÷ 365 = 175.6849…
    assert_eq!(
        (&fr["interest"]["amount"], &fr["compensation"]["amount"]),
        (&"175.68".into(), &"40.00".into())
    );
}
