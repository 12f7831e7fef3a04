//! `casefile query` as it is used: forms, French, what cannot be asked.

use std::fmt::Write as _;

use serde_json::Value;

use crate::sandbox::Sandbox;
use crate::transcripts::Transcript;

fn text(sandbox: &Sandbox, arguments: &[&str]) -> String {
    let output = sandbox.try_casefile(&[&["query"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{arguments:?}");
    String::from_utf8(output.stdout).unwrap()
}

#[test]
fn a_session() {
    let mut transcript = Transcript::example("query");
    transcript.run("casefile query 'flags=scope-creep severity>=medium' --sort=-date");
    transcript.run("casefile query 'type=client notice>=\"30 days\" language=fr' --fields client,notice,invoices.amount");
    transcript.run("COLUMNS=60 casefile query 'flags=threat or flags=ultimatum'");
    transcript.run("casefile query type=incident --by flags");
    transcript.run("casefile query type=decision --by told.how -f csv");
    transcript.run("casefile query 'date=2026-11 type=incident' --count");
    transcript.run("casefile query 'type=decision kind=exit' --fields date,kind,told -f json");
    transcript.run("casefile query type=decision -c atelier --fields kind,date,score -f ndjson");
    transcript.run("casefile query 'type=credit date>2026-10' --fields client,date -f csv");
    transcript.run(
        "CASEFILE_LANGUAGE=fr casefile query 'text~\"REPONSE\" type=incident' --fields client,date",
    );
    transcript.run("casefile query type=meeting");
    transcript.run("casefile query 'flags=late-payment severty>=high'");
    transcript.run("CASEFILE_LANGUAGE=fr casefile query 'severity>=haute'");
    transcript.run("casefile query 'date>=11/04/2026'");
    transcript.run("casefile query --by flag");
    transcript.run("casefile query --sort date,-colour");
    transcript.run("casefile query name=Atelier Nova");
    transcript.check();
}

#[test]
fn names_and_values_are_the_same_however_accents_are_written() {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    let note = "---\ntype: credit\ndate: 2026-04-11\ncate\u{301}gorie: Re\u{301}union\n---\n";
    sandbox.write("clients/nova/nova.md", note);
    for asked in ["catégorie=réunion", "cate\u{301}gorie=RÉUNION", "catégorie~reunion"] {
        assert_eq!(text(&sandbox, &[asked, "--count"]), "1\n", "{asked}");
    }
    assert_eq!(
        text(&sandbox, &["--by", "catégorie", "-f", "csv"]),
        "catégorie,count\r\nRéunion,1\r\n"
    );
}

#[test]
fn every_form_has_every_row() {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    let mut items = String::new();
    for day in 1..=28 {
        let _ = writeln!(
            items,
            "  - {{date: 2026-02-{day:02}, flags: [threat], severity: low, id: '=1+{day}'}}"
        );
    }
    for client in 0..60 {
        let note = format!("---\ntype: incident\nincidents:\n{items}---\n");
        sandbox.write(&format!("clients/c{client:02}/log.md"), &note);
    }
    let rows = 60 * 28;
    let found = text(&sandbox, &["flags=threat", "-f", "ndjson"]);
    let lines: Vec<Value> = found.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), rows);
    assert_eq!(lines[28]["client"], "c01");
    let json: Value =
        serde_json::from_str(&text(&sandbox, &["flags=threat", "-f", "json"])).unwrap();
    assert_eq!((json["count"].as_u64(), json["schema"].as_u64()), (Some(1680), Some(1)));
    assert_eq!(json["rows"].as_array().unwrap(), &lines);
    let csv = text(&sandbox, &["flags=threat", "--fields", "id,date", "-f", "csv"]);
    assert_eq!(csv.matches("\r\n").count(), rows + 1);
    assert!(csv.starts_with("id,date\r\n'=1+1,2026-02-01\r\n"), "{}", &csv[..60]);
    let table = text(&sandbox, &["flags=threat", "--sort=-date", "--fields", "date,client"]);
    let dates: Vec<&str> = table.lines().filter_map(|line| line.split(' ').next()).collect();
    assert_eq!(dates.iter().filter(|date| **date != "date").count(), rows);
    assert_eq!((dates[1], *dates.last().unwrap()), ("2026-02-28", "2026-02-01"));
    let into = ["flags=threat", "-o", "../found.csv"];
    assert_eq!(text(&sandbox, &into), "../found.csv\n");
    assert!(
        std::fs::read_to_string(sandbox.home().join("found.csv"))
            .unwrap()
            .starts_with("client,path,id")
    );
}
