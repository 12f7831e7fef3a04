//! What JSON promises: these keys, with these types. More may be added.

use std::collections::BTreeSet;

use casefile::check::RULES;
use casefile::ledger::VERDICTS;
use serde_json::Value;

use crate::sandbox::Sandbox;

/// Runs a command with JSON as its form, whatever its exit code below 2.
fn json(sandbox: &Sandbox, arguments: &[&str]) -> Value {
    let output = sandbox.try_casefile(&[arguments, &["-f", "json"]].concat());
    assert!(output.status.code() < Some(2), "{arguments:?}");
    let value: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(value["schema"], 1, "{arguments:?}");
    value
}

/// Asserts that an object has these keys with values of these types, `?` allowing `null`.
#[track_caller]
fn assert_shape(value: &Value, shape: &[(&str, &str)]) {
    for (key, kind) in shape {
        let found = value.get(key).unwrap_or_else(|| panic!("no `{key}` in {value}"));
        let is = match kind.trim_end_matches('?') {
            "text" => found.is_string(),
            "number" => found.is_number(),
            "count" => found.is_u64(),
            "flag" => found.is_boolean(),
            "list" => found.is_array(),
            "map" => found.is_object(),
            other => panic!("no type {other}"),
        };
        assert!(is || kind.ends_with('?') && found.is_null(), "`{key}` is {found}, not {kind}");
    }
}

#[track_caller]
fn items<'v>(value: &'v Value, key: &str) -> &'v [Value] {
    let items = value[key].as_array().unwrap();
    assert!(!items.is_empty(), "`{key}` is empty: the shape is not tried");
    items
}

#[track_caller]
fn assert_one_of(value: &Value, words: &[&str]) {
    assert!(words.contains(&value.as_str().unwrap()), "{value} is none of {words:?}");
}

#[track_caller]
fn assert_digest(value: &Value) {
    let hex = value.as_str().unwrap().strip_prefix("sha256:").unwrap();
    assert!(hex.len() == 64 && hex.chars().all(|char| char.is_ascii_hexdigit()), "{value}");
}

#[test]
fn check() {
    let sandbox = Sandbox::with_example();
    assert_shape(&json(&sandbox, &["check"]), &[("notes", "count"), ("findings", "list")]);
    // Two characters, four bytes, before the fault in the line.
    sandbox.write(
        "clients/lantern-press/2026-11-15-ö.md",
        "---\ntype: incident\ndate: 2026-11-15\nflags: [scope-creep]\nseverity: low\n---\néé [[nowhere]] é\n",
    );
    sandbox.write("clients/lantern-press/x.md", "---\ntype: incidnt\nsevrity: low\n---\n");
    let checked = json(&sandbox, &["check"]);
    let codes: Vec<&str> = RULES.iter().copied().flatten().map(|rule| rule.code).collect();
    for finding in items(&checked, "findings") {
        assert_shape(
            finding,
            &[
                ("code", "text"),
                ("level", "text"),
                ("path", "text"),
                ("line", "count"),
                ("column", "count"),
                ("end_line", "count"),
                ("end_column", "count"),
                ("message", "text"),
                ("hint", "text?"),
            ],
        );
        assert!(codes.contains(&finding["code"].as_str().unwrap()), "{finding}");
        assert_one_of(&finding["level"], &["error", "warning"]);
        let path = finding["path"].as_str().unwrap();
        assert!(sandbox.exists(path) && !path.contains('\\'), "{path}");
    }
    let link = items(&checked, "findings").iter().find(|finding| finding["code"] == "broken-link");
    let link = link.unwrap();
    let place = ["line", "column", "end_line", "end_column"].map(|key| link[key].as_u64().unwrap());
    assert_eq!(place, [7, 4, 7, 15], "columns are counted in characters, from 1");
    // Codes, keys and sentences stay English.
    let french = sandbox.try_casefile(&["--speak", "fr", "check", "-f", "json"]).stdout;
    assert_eq!(serde_json::from_slice::<Value>(&french).unwrap(), checked);
}

#[test]
fn status() {
    let sandbox = Sandbox::with_example();
    sandbox.casefile(&[
        "decide",
        "moulin",
        "boundary",
        "--statement=S",
        "--covers=late-payment",
        "--consequence=C",
        "--told=email",
    ]);
    let status = json(&sandbox, &["status"]);
    assert_shape(&status, &[("now", "text"), ("clients", "list")]);
    assert_eq!(status["now"], "2026-11-20T08:00:00Z");
    for client in items(&status, "clients") {
        assert_shape(
            client,
            &[
                ("id", "text"),
                ("name", "text"),
                ("stage", "text"),
                ("standing", "text"),
                ("score", "number"),
                ("trend", "text"),
                ("open_boundaries", "count"),
                ("due", "list"),
            ],
        );
        let stages = ["prospect", "engaged", "on-notice", "leaving", "told", "closed", "declined"];
        assert_one_of(&client["stage"], &stages);
        assert_one_of(&client["standing"], &["clear", "watch", "boundary", "exit"]);
        assert_one_of(&client["trend"], &["rising", "falling", "steady"]);
    }
    let moulin = items(&status, "clients").iter().find(|client| client["id"] == "moulin-lacaze");
    assert_eq!(moulin.unwrap()["open_boundaries"], 1);
    assert_eq!(moulin.unwrap()["stage"], "on-notice");
}

#[test]
fn report() {
    let sandbox = Sandbox::with_example();
    let shape = [
        ("as_of", "text"),
        ("client", "text"),
        ("standing", "text"),
        ("score", "number"),
        ("terms", "list"),
        ("derived", "list"),
        ("boundaries", "list"),
        ("credits", "list"),
    ];
    let report = json(&sandbox, &["report", "atelier"]);
    assert_shape(&report, &shape);
    assert_eq!(
        (&report["as_of"], &report["client"]),
        (&"2026-11-20".into(), &"atelier-nova".into())
    );
    let mut sum = 0.0;
    for term in items(&report, "terms") {
        assert_shape(
            term,
            &[
                ("incident", "text"),
                ("flag", "text"),
                ("date", "text"),
                ("points", "number"),
                ("factors", "map"),
            ],
        );
        let factors = term["factors"].as_object().unwrap().values();
        let product: f64 = factors.map(|factor| factor.as_f64().unwrap()).product();
        let points = term["points"].as_f64().unwrap();
        assert!((product - points).abs() < 0.001, "{term}: the factors give {product}");
        sum += points;
    }
    let score = report["score"].as_f64().unwrap();
    let factor = report["variety"]["factor"].as_f64().unwrap();
    assert!((sum * factor - score).abs() < 0.01, "{sum} × {factor} is not {score}");
    items(&report, "derived");
    items(&report, "boundaries");
    items(&report, "credits");
    // One client named is one report; otherwise a list of the same.
    for report in items(&json(&sandbox, &["report"]), "reports") {
        assert_shape(report, &shape);
    }
    assert_eq!(items(&json(&sandbox, &["report", "atelier", "moulin"]), "reports").len(), 2);
}

#[test]
fn on_file() {
    let sandbox = Sandbox::with_example();
    sandbox.write(
        "clients/moulin-lacaze/2026-10-01-late.md",
        "---\ntype: incident\ndate: 2026-10-01\nflags: [disrespect]\n---\nX.\n",
    );
    let shape = [
        ("from", "text"),
        ("why", "text?"),
        ("commit", "text?"),
        ("recorded", "text?"),
        ("same", "flag?"),
        ("then", "map?"),
        ("today", "map"),
        ("differences", "list"),
        ("vouched", "count"),
        ("said", "list"),
        ("remarks", "list"),
    ];
    for (command, day) in [
        (&["report", "moulin"][..], "2026-11-01"),
        (&["explain", "moulin"], "2026-11-01"),
        (&["timeline", "moulin"], "2026-11-01"),
        (&["report", "moulin"], "2020-01-01"),
    ] {
        let answer = json(&sandbox, &[command, &["--as-of", day]].concat());
        assert_shape(&answer["on_file"], &shape);
        assert_one_of(&answer["on_file"]["from"], &["trail", "files"]);
        assert!(json(&sandbox, command)["on_file"].is_null(), "{command:?}");
    }
    let report = json(&sandbox, &["report", "moulin", "--as-of", "2026-11-01"]);
    let on_file = &report["on_file"];
    for counted in [&on_file["then"], &on_file["today"]] {
        assert_shape(counted, &[("standing", "text"), ("score", "number")]);
    }
    sandbox.git(&["cat-file", "-e", on_file["commit"].as_str().unwrap()]);
    for difference in items(on_file, "differences") {
        assert_shape(
            difference,
            &[
                ("path", "text"),
                ("kind", "text"),
                ("date", "text?"),
                ("recorded", "text?"),
                ("commit", "text?"),
                ("days", "count?"),
                ("said", "map"),
            ],
        );
        assert_one_of(&difference["kind"], &["late", "edited", "removed", "settings", "flag"]);
    }
    let before = json(&sandbox, &["report", "moulin", "--as-of", "2020-01-01"]);
    let reasons = ["no-repository", "unborn", "before-first", "shallow", "no-client"];
    assert_one_of(
        &before["on_file"]["why"],
        &[&reasons[..], &["only-decisions", "unreadable"]].concat(),
    );
    let status = json(&sandbox, &["status", "--as-of", "2026-11-01"]);
    assert_eq!(status["as_of"], "2026-11-01");
    for client in items(&status, "clients") {
        assert_shape(&client["on_file"], &shape);
    }
}

#[test]
fn audit() {
    let sandbox = Sandbox::with_example();
    for entry in items(&json(&sandbox, &["audit"]), "entries") {
        assert_shape(
            entry,
            &[
                ("decision", "text"),
                ("client", "text"),
                ("kind", "text"),
                ("date", "text"),
                ("commit", "text"),
                ("digest", "text"),
                ("prev", "list"),
                ("signed", "flag"),
            ],
        );
        assert_digest(&entry["digest"]);
        entry["prev"].as_array().unwrap().iter().for_each(assert_digest);
        sandbox.git(&["cat-file", "-e", entry["commit"].as_str().unwrap()]);
        entry["date"].as_str().unwrap().parse::<jiff::Timestamp>().unwrap();
        let note = format!(
            "clients/{}/decisions/{}.md",
            entry["client"].as_str().unwrap(),
            entry["decision"].as_str().unwrap()
        );
        assert!(sandbox.exists(&note), "{note}");
    }
}

#[test]
fn anchors() {
    let sandbox = Sandbox::with_example();
    sandbox.casefile(&["audit", "anchor"]);
    sandbox.casefile(&["audit", "anchor", "--witness", "my own mailbox"]);
    let anchor = &json(&sandbox, &["audit"])["anchors"][0];
    assert_shape(anchor, &[("path", "text"), ("claimed", "text"), ("count", "count")]);
    assert_digest(&anchor["digest"]);
    for voucher in items(anchor, "vouched_for_by") {
        assert_shape(voucher, &[("kind", "text"), ("who", "text?"), ("when", "text?")]);
    }
    let verified = json(&sandbox, &["audit", "verify"]);
    for anchor in items(&verified, "anchors") {
        let lists = ["heads", "verdicts", "because", "proves", "does_not_prove"];
        lists.iter().for_each(|list| assert_shape(anchor, &[(list, "list")]));
        assert_shape(anchor, &[("path", "text"), ("digest", "text?"), ("claimed", "text?")]);
        assert_shape(anchor, &[("count", "count?"), ("holds", "flag")]);
        items(anchor, "heads").iter().for_each(assert_digest);
    }
    assert_eq!(json(&sandbox, &["status"])["unanchored"], 0);
}

#[test]
fn audit_verify() {
    let sandbox = Sandbox::with_example();
    let note = "clients/atelier-nova/decisions/2026-10-22-boundary-48wb.md";
    sandbox.write(note, sandbox.read(note) + "\nMore.\n");
    let verified = json(&sandbox, &["audit", "verify"]);
    assert_shape(&verified, &[("ok", "flag"), ("limits", "list"), ("records", "list")]);
    assert_eq!(verified["ok"], false);
    assert!(items(&verified, "limits").iter().all(Value::is_string));
    for record in items(&verified, "records") {
        assert_shape(
            record,
            &[
                ("decision", "text"),
                ("verdicts", "list"),
                ("proves", "list"),
                ("does_not_prove", "list"),
                ("window", "list"),
            ],
        );
        items(record, "verdicts").iter().for_each(|verdict| assert_one_of(verdict, &VERDICTS));
        assert_eq!(items(record, "window").len(), 2);
    }
}

#[test]
fn the_list_of_verdicts_is_what_the_ledger_can_say() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("src/ledger");
    let is_name = |text: &str| {
        text.starts_with(|first: char| first.is_ascii_uppercase())
            && text.len() > 2
            && text.chars().all(|char| char.is_ascii_uppercase() || char == '-')
    };
    let mut said = BTreeSet::new();
    for file in ["verdict.rs", "verified.rs", "seal.rs", "anchors/window.rs"] {
        let text = std::fs::read_to_string(folder.join(file)).unwrap();
        let code = text.replace(
            &text[text.find("pub const VERDICTS").unwrap_or(text.len())
                ..text.find("impl Verdict {").unwrap_or(text.len())],
            "",
        );
        said.extend(code.split('"').filter(|part| is_name(part)).map(str::to_owned));
    }
    assert_eq!(said, VERDICTS.iter().map(ToString::to_string).collect());
}

#[test]
fn every_verdict_has_its_row_in_the_order_of_their_weight() {
    let root = std::path::Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = std::fs::read_to_string(root.join("docs/verdicts.md")).unwrap();
    let (of_trail, of_mail) = page.split_once("## What `casefile audit mail` says").unwrap();
    let (of_records, of_anchors) = of_trail.split_once("## On an anchor").unwrap();
    let rows = of_records.lines().filter_map(|line| line.strip_prefix("| `"));
    let named: Vec<&str> = rows.filter_map(|row| row.split('`').next()).collect();
    assert_eq!(named, VERDICTS);
    let code = root.join("src/ledger/anchors/verdict.rs");
    let code = std::fs::read_to_string(code).unwrap();
    let is_name = |text: &&str| {
        text.len() > 2 && text.chars().all(|char| char.is_ascii_uppercase() || char == '-')
    };
    for name in code.split('"').filter(is_name) {
        let known = of_anchors.contains(&format!("`{name}`")) || named.contains(&name);
        assert!(known, "docs/verdicts.md has no {name}");
    }
    let code = std::fs::read_to_string(root.join("src/report/mail_signatures.rs")).unwrap();
    for name in code.split('"').filter(is_name) {
        assert!(of_mail.contains(&format!("| `{name}` |")), "docs/verdicts.md has no {name}");
    }
}

/// Every `{"key", "args"}` of a value.
fn sentences<'v>(value: &'v Value, found: &mut Vec<&'v Value>) {
    if value.get("key").is_some() && value.get("args").is_some() {
        found.push(value);
    }
    match value {
        Value::Array(items) => items.iter().for_each(|item| sentences(item, found)),
        Value::Object(map) => map.values().for_each(|value| sentences(value, found)),
        _ => {}
    }
}

#[test]
fn every_sentence_has_its_words_in_the_language_of_the_output() {
    let sandbox = Sandbox::with_example();
    let texts = |arguments: &[&str]| {
        let answer = json(&sandbox, arguments);
        let mut found = Vec::new();
        sentences(&answer, &mut found);
        assert!(!found.is_empty(), "{arguments:?}");
        for sentence in &found {
            assert_shape(sentence, &[("key", "text"), ("args", "map"), ("text", "text")]);
        }
        found.iter().map(|one| one["text"].as_str().unwrap().to_owned()).collect::<Vec<String>>()
    };
    for command in ["report", "explain", "timeline", "status"] {
        let of_client = [command, "moulin"];
        let arguments = if command == "status" { &of_client[..1] } else { &of_client };
        texts(arguments);
    }
    let meaning = |arguments: &[&str]| texts(arguments).into_iter().next().unwrap();
    let french = "Il est temps de préparer";
    assert!(meaning(&["explain", "moulin"]).starts_with("It is time"));
    assert!(meaning(&["--speak", "fr", "explain", "moulin"]).starts_with(french));
    assert!(meaning(&["report", "moulin"]).starts_with(french), "the client's language");
    assert!(meaning(&["report", "moulin", "--language", "en"]).starts_with("It is time"));
    // The words are those of the other formats.
    let text = sandbox.casefile(&["report", "moulin", "--language", "en", "-f", "markdown"]);
    assert!(text.contains(&meaning(&["report", "moulin", "--language", "en"])));
}

#[test]
fn owed() {
    let sandbox = Sandbox::with_example();
    let shape = [
        ("as_of", "text"),
        ("client", "text"),
        ("name", "text"),
        ("terms", "list"),
        ("law", "map?"),
        ("outstanding", "list"),
        ("overdue", "list"),
        ("interest", "list"),
        ("compensation", "list"),
        ("paid_late", "list"),
        ("unbilled", "list"),
        ("deposits", "list"),
        ("invoices", "list"),
        ("reminders", "list"),
        ("assumed", "list"),
    ];
    let owed = json(&sandbox, &["owed", "moulin"]);
    assert_shape(&owed, &shape);
    for amount in items(&owed, "outstanding") {
        assert_shape(amount, &[("amount", "text"), ("currency", "text")]);
    }
    for invoice in items(&owed, "late") {
        assert_shape(invoice, &[("id", "text"), ("days_late", "count"), ("lines", "list")]);
    }
    let line = &items(&items(&owed, "late")[0], "lines")[0];
    assert_shape(line, &[("from", "text"), ("until", "text"), ("days", "count"), ("rate", "text")]);
    let all = json(&sandbox, &["owed"]);
    items(&all, "clients").iter().for_each(|client| assert_shape(client, &shape));
    assert_shape(&all["together"], &[("outstanding", "list"), ("overdue", "list")]);
}

#[test]
fn plan_and_agenda() {
    let sandbox = Sandbox::with_example();
    let plan = json(&sandbox, &["plan", "atelier"]);
    assert_shape(
        &plan,
        &[
            ("as_of", "text"),
            ("client", "text"),
            ("deal_breaker", "flag"),
            ("now", "map"),
            ("later", "map?"),
            ("deliverables", "list"),
            ("access", "list"),
            ("telling", "map"),
            ("steps", "list"),
            ("holding", "list"),
        ],
    );
    for step in items(&plan, "steps") {
        assert_shape(step, &[("id", "text"), ("after", "list"), ("only_if", "list")]);
    }
    assert!(!sandbox.exists("clients/atelier-nova/exit-plan.md"), "a form was asked for");
    let agenda = json(&sandbox, &["agenda"]);
    assert_shape(&agenda, &[("today", "text"), ("until", "text"), ("entries", "list")]);
    for entry in items(&agenda, "entries") {
        let kinds = ["review", "invoice", "reminder", "reply", "cooling-off", "notice-end"];
        assert_one_of(
            &entry["kind"],
            &[&kinds[..], &["announce", "access", "lesson", "screening", "breach"]].concat(),
        );
        assert_shape(entry, &[("date", "text"), ("client", "text"), ("overdue", "flag")]);
    }
}
