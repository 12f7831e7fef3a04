//! `casefile export`, read by the engines it is for: DuckDB, and Spark in local mode.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::process::Command;

use casefile::report::Table;
use serde_json::{Value, json};

use crate::python::python_with;
use crate::sandbox::Sandbox;

/// Reads the tables with an engine and asks it the same questions of both forms.
const READ: &str = include_str!("export/read.py");

/// A vault with text that tempts a spreadsheet and a parser, currencies and large amounts.
fn odd() -> Sandbox {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    sandbox.write(
        "clients/é-nova/é-nova.md",
        "---\ntype: client\nname: '=HYPERLINK(\"x\")'\ntimezone: Europe/Paris\ncurrency: EUR\n\
         late-interest: 12%\ninvoices:\n  \
         - {id: a, issued: 2026-01-01, due: 2026-01-31, amount: 123456789012345678.99}\n  \
         - {id: b, issued: 2026-02-01, due: 2026-03-03, amount: 250.10 USD, paid: 2026-03-29}\n  \
         - {id: c, issued: 2026-02-02, amount: -50.00}\n---\n",
    );
    let said = r#""« Payez, ou\n\"gare\" » ; \\ +33""#;
    sandbox.write(
        "clients/é-nova/log.md",
        format!(
            "---\ntype: incident\nincidents:\n  \
             - {{date: 2026-03-29T03:30, flags: [threat], severity: high, observed: {said}}}\n  \
             - {{date: 2026-10-25T02:30+01:00, flags: [late-payment, threat], severity: low, \
             cost: 10.50}}\n---\n"
        ),
    );
    sandbox
}

/// Every table of both vaults in one file for each form, one export behind the other.
fn export(stories: &Sandbox, odd: &Sandbox, folder: &Path) {
    for table in Table::ALL {
        for (form, behind) in [("ndjson", None), ("csv", Some("--no-header"))] {
            let words = ["export", "--table", table.as_str(), "-f", form];
            let first = stories.casefile(&[&words[..], &["--name", "stories"]].concat());
            let behind: Vec<&str> = ["--name", "odd"].into_iter().chain(behind).collect();
            let second = odd.casefile(&[&words[..], &behind].concat());
            let file = folder.join(format!("{}.{form}", table.as_str()));
            fs::write(file, first + &second).unwrap();
        }
    }
}

fn said(sandbox: &Sandbox, words: &[&str]) -> Value {
    let output = sandbox.try_casefile(&[words, &["-f", "json"]].concat());
    serde_json::from_slice(&output.stdout).unwrap()
}

/// What casefile itself says to the questions about money, notes and scores.
fn expected(stories: &Sandbox, odd: &Sandbox) -> BTreeMap<&'static str, Value> {
    let (mut notes, mut standings, mut scores) = (Vec::new(), Vec::new(), Vec::new());
    let (mut owed, mut interest) = (Vec::new(), Vec::new());
    for (name, sandbox) in [("odd", odd), ("stories", stories)] {
        notes.push(json!([name, said(sandbox, &["check"])["notes"]]));
        for client in said(sandbox, &["status"])["clients"].as_array().unwrap() {
            let (id, score) = (&client["id"], client["score"].as_f64().unwrap());
            standings.push(json!([name, id, client["standing"], score]));
            if score > 0.0 {
                scores.push(json!([name, id, (score * 1000.0).round() / 1000.0]));
            }
        }
        let together = &said(sandbox, &["owed"])["together"];
        let amounts = |key: &str, rows: &mut Vec<Value>| {
            for sum in together[key].as_array().unwrap() {
                rows.push(json!([name, sum["currency"], sum["amount"]]));
            }
        };
        amounts("outstanding", &mut owed);
        amounts("interest", &mut interest);
    }
    BTreeMap::from([
        ("notes", json!(notes)),
        ("standings", json!(standings)),
        ("scores", json!(scores)),
        ("owed", json!(owed)),
        ("interest", json!(interest)),
    ])
}

#[track_caller]
fn assert_read_by(engine: &str, package: &str) {
    let (stories, odd) = (Sandbox::with_example(), odd());
    let folder = tempfile::tempdir().unwrap();
    export(&stories, &odd, folder.path());
    let output = Command::new(python_with(&[package]))
        .args(["-c", READ, engine])
        .arg(folder.path())
        .current_dir(folder.path())
        .output()
        .unwrap();
    let wrong = String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{engine}, which needs Java for Spark: {wrong}");
    let text = String::from_utf8(output.stdout).unwrap();
    let answers: Value = serde_json::from_str(text.lines().last().unwrap()).unwrap();
    for (question, rows) in expected(&stories, &odd) {
        for form in ["ndjson", "csv"] {
            assert_eq!(answers[form][question], rows, "{engine}, {form}: {question}");
        }
    }
    let [rows, csv] = ["ndjson", "csv"].map(|form| &answers[form]);
    assert_eq!(rows["rows"], csv["rows"], "{engine}");
    assert_eq!(rows["flags"], csv["flags"], "{engine}");
    assert_eq!(rows["odd"], json!([["é-nova", "=HYPERLINK(\"x\")"]]), "{engine}");
    assert_eq!(csv["odd"], json!([["é-nova", "'=HYPERLINK(\"x\")"]]), "{engine}");
    // Half past three is the hour after a clock that went forward; an offset tells the second of
    // two hours that have one name.
    let at = json!([["log#1", 1_774_747_800], ["log#2", 1_792_891_800]]);
    assert_eq!((&rows["at"], &csv["at"]), (&at, &at), "{engine}");
    assert_eq!(rows["said"][0][1], "« Payez, ou\n\"gare\" » ; \\ +33", "{engine}");
    assert_eq!(csv["said"][0][1], rows["said"][0][1], "{engine}");
}

#[test]
fn duckdb_reads_what_casefile_says() {
    assert_read_by("duckdb", "duckdb==2.0.1");
}

#[test]
fn spark_reads_what_casefile_says() {
    assert_read_by("spark", "pyspark==4.0.1");
}

#[test]
fn the_documentation_names_every_column_in_its_order() {
    let docs = include_str!("../../docs/export.md");
    for table in Table::ALL {
        let start = docs.find(&format!("\n## {}\n", table.as_str())).unwrap();
        let section = docs[start + 1..].split("\n## ").next().unwrap();
        let rows = section.lines().filter_map(|line| {
            let mut cells = line.strip_prefix("| `")?.split(" | ");
            Some((cells.next()?.trim_end_matches('`').to_owned(), cells.next()?.to_owned()))
        });
        let columns = table.columns().iter();
        let columns: Vec<(String, String)> = columns
            .map(|column| (column.name.to_owned(), column.holds.as_str().to_owned()))
            .collect();
        assert_eq!(rows.collect::<Vec<_>>(), columns, "{}", table.as_str());
    }
}

#[test]
fn every_row_has_every_column_and_what_it_holds() {
    let stories = Sandbox::with_example();
    for table in Table::ALL {
        let text = stories.casefile(&["export", "--table", table.as_str()]);
        assert!(!text.is_empty(), "{table:?}");
        for line in text.lines() {
            let row: Value = serde_json::from_str(line).unwrap();
            let row = row.as_object().unwrap();
            let names: Vec<&str> = row.keys().map(String::as_str).collect();
            let columns: Vec<&str> = table.columns().iter().map(|column| column.name).collect();
            assert_eq!(names, columns);
            for (column, value) in table.columns().iter().zip(row.values()) {
                let fits = match column.holds.as_str() {
                    "integer" => value.is_i64(),
                    "number" => value.is_number(),
                    "boolean" => value.is_boolean(),
                    "list" => value.is_array(),
                    "map" => value.is_object(),
                    _ => value.is_string(),
                };
                assert!(fits || value.is_null(), "{table:?}.{}: {value}", column.name);
            }
        }
    }
}

#[test]
fn what_is_asked_wrongly_is_said() {
    let stories = Sandbox::with_example();
    let fails = |words: &[&str], part: &str| {
        let output = stories.try_casefile(&[&["export"], words].concat());
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(2), "{said}");
        assert!(said.contains(part), "{said}");
    };
    fails(&["--type", "incidnet"], "write `incident`");
    fails(&["--type", "incident", "--table", "terms"], "--table notes");
    fails(&["nobody"], "nobody");
    let of = |words: &[&str]| stories.casefile(&[&["export"], words].concat());
    assert_eq!(of(&["--type", "incident"]).lines().count(), 26);
    assert_eq!(of(&["moulin", "--table", "clients", "-f", "csv"]).lines().count(), 2);
    // An earlier export may be written over, another file may not.
    for _ in 0..2 {
        assert_eq!(of(&["-o", "../notes.csv"]), "../notes.csv\n");
    }
    fs::write(stories.home().join("notes.csv"), "mine\n").unwrap();
    fails(&["-o", "../notes.csv"], "--force");
}
