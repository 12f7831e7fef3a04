//! `import`: messages into the vault, and what becomes of what they suggest.

use serde_json::Value;

use crate::sandbox::Sandbox;

const CLIENT: &str = "---\ntype: client\nname: Nova\ncontact: Léa Martin <lea@nova.example>\n\
    language: fr\ntimezone: Europe/Paris\nhours: Mon-Fri 09:00-17:30\n---\n";

const THREAT: &str = "Remboursez-moi ou je poste les captures sur LinkedIn.";

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.casefile(&["init", "."]);
    let settings = sandbox.read("casefile.toml") + "author = \"Jenna Ray <jenna@example.org>\"\n";
    sandbox.write("casefile.toml", &settings);
    sandbox.write("clients/nova/nova.md", CLIENT);
    sandbox
}

fn mail(from: &str, id: &str, body: &str) -> String {
    let lea = "Léa Martin <lea@nova.example>";
    let to = if from.contains("Jenna") { lea } else { "Jenna Ray <jenna@example.org>" };
    format!(
        "From: {from}\nTo: {to}\nSubject: Re: délai\n\
         Date: Sat, 11 Apr 2026 22:40:00 +0200\nMessage-ID: <{id}@nova.example>\n\
         Content-Type: text/plain; charset=utf-8\n\n{body}\n"
    )
}

/// The first mail of [`mailbox`], as it came by another way.
fn first_mail_again(from: &str) -> String {
    let body = format!("Bonsoir,\n\n{THREAT}\n\nLe 3 mai 2026 à 10:02, Jenna a écrit :\n> ancien");
    format!("Received: from elsewhere\n{}", mail(from, "a", &body))
}

fn mailbox() -> String {
    let lea = "Léa Martin <lea@nova.example>";
    let mails = [
        mail(
            lea,
            "a",
            &format!("Bonsoir,\n\n{THREAT}\n\nLe 3 mai 2026 à 10:02, Jenna a écrit :\n> ancien"),
        ),
        mail("Jenna Ray <jenna@example.org>", "b", "Quand puis-je vous appeler ?"),
        mail("Bob <bob@x.example>", "c", THREAT),
        first_mail_again(lea),
    ];
    mails.map(|mail| format!("From x Sat Apr 11 22:40:00 2026\n{mail}\n")).concat()
}

/// The paths that the vault has below a folder.
fn below(sandbox: &Sandbox, folder: &str) -> Vec<String> {
    let root = sandbox.vault().join(folder);
    let files = crate::sandbox::files_below(&root);
    files.keys().map(|path| path.to_string_lossy().into_owned()).collect()
}

fn suggestions(sandbox: &Sandbox) -> Vec<Value> {
    let output = sandbox.casefile(&["import", "--client", "nova", "-f", "json"]);
    let found: Value = serde_json::from_str(&output).unwrap();
    assert_eq!((&found["schema"], &found["client"]), (&1.into(), &"nova".into()));
    found["suggestions"].as_array().unwrap().clone()
}

#[test]
fn messages_become_exhibits_and_notes_and_once_is_enough() {
    let sandbox = sandbox();
    let settings = sandbox.read("casefile.toml") + "[ledger]\ncommit = \"records\"\n";
    sandbox.write("casefile.toml", settings);
    let text = mailbox();
    sandbox.write("all.mbox", &text);
    let before = below(&sandbox, "clients");
    sandbox.casefile(&["import", "all.mbox", "--client", "nova", "--dry-run"]);
    assert_eq!(below(&sandbox, "clients"), before, "a dry run writes nothing");
    let output = sandbox.try_casefile(&["import", "all.mbox", "--client", "nova"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("2 messages taken in, 1 there already"), "{said}");
    assert!(said.contains("not between the client and you: Bob"), "{said}");
    let originals: Vec<String> = below(&sandbox, "clients/nova/evidence")
        .into_iter()
        .filter(|path| path.ends_with(".eml"))
        .collect();
    assert_eq!(originals.len(), 2);
    for path in &originals {
        assert!(text.contains(&sandbox.read(&format!("clients/nova/evidence/{path}"))), "{path}");
    }
    let notes = below(&sandbox, "clients/nova/messages");
    assert_eq!(notes.len(), 2);
    let all: String =
        notes.iter().map(|path| sandbox.read(&format!("clients/nova/messages/{path}"))).collect();
    for part in [
        "date: 2026-04-11T22:40\ndirection: incoming\nchannel: email\n",
        "direction: outgoing",
        "asks: true",
        "message-id: a@nova.example",
        "\n> ancien\n",
    ] {
        assert!(all.contains(part), "{part} is not in {all}");
    }
    assert!(sandbox.git(&["log", "-1", "--format=%s"]).contains("import"));
    let commit = sandbox.git(&["rev-parse", "HEAD"]);
    let output = sandbox.try_casefile(&["import", "all.mbox", "--client", "nova"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("0 messages taken in, 3 there"));
    assert_eq!(sandbox.git(&["rev-parse", "HEAD"]), commit, "nothing is recorded twice");
    let check = sandbox.try_casefile(&["check", "clients"]);
    assert_eq!(check.status.code(), Some(0), "{}", String::from_utf8_lossy(&check.stdout));
}

#[test]
fn a_suggestion_is_accepted_or_refused_and_does_not_come_back() {
    let sandbox = sandbox();
    sandbox.write("a.eml", mail("lea@nova.example", "a", THREAT));
    sandbox.casefile(&["import", "a.eml", "--client", "nova"]);
    let open = suggestions(&sandbox);
    let first = open.iter().find(|one| one["flag"] == "threat").expect("a threat");
    assert!(first["phrases"][0]["rule"].as_str().is_some_and(|rule| rule.starts_with("threat/")));
    let id = first["id"].as_str().unwrap();
    let accepted = sandbox.casefile(&["import", "--client", "nova", "--accept", id]);
    let incident = sandbox.read(accepted.trim());
    assert!(incident.contains("status: suspected") && incident.contains("flags: [threat]"));
    assert!(incident.contains("[[2026-04-11-re-delai-"), "it cites the message: {incident}");
    assert!(incident.contains("evidence: [\"[[2026-04-11-mail-"), "{incident}");
    assert!(suggestions(&sandbox).iter().all(|one| one["id"] != id));

    sandbox.write("b.eml", mail("lea@nova.example", "b", THREAT));
    sandbox.casefile(&["import", "b.eml", "--client", "nova"]);
    let again = suggestions(&sandbox);
    let again = again.iter().find(|one| one["flag"] == "threat").expect("the same words again");
    let id = again["id"].as_str().unwrap();
    let output = sandbox.try_casefile(&["import", "--client", "nova", "--refuse", id]);
    assert_eq!(output.status.code(), Some(2), "a refusal has its reason");
    let refuse = ["import", "--client", "nova", "--refuse", id, "--because", "a joke of ours"];
    sandbox.casefile(&refuse);
    let remembered = sandbox.read("clients/nova/refused-signals.md");
    assert!(remembered.contains("`threat`") && remembered.contains("a joke of ours"));
    assert!(suggestions(&sandbox).iter().all(|one| one["flag"] != "threat"));
    sandbox.write("c.eml", mail("lea@nova.example", "c", &THREAT.to_uppercase()));
    sandbox.casefile(&["import", "c.eml", "--client", "nova", "--no-commit"]);
    let threats = suggestions(&sandbox).iter().filter(|one| one["flag"] == "threat").count();
    assert_eq!(threats, 0, "the same phrase in another message is refused too");
    assert_eq!(sandbox.try_casefile(&refuse).status.code(), Some(2), "it is open no more");
}

#[test]
fn what_a_rule_knows_by_two_patterns_is_told_once() {
    const TONIGHT: &str = "I need it by tomorrow morning, please answer tonight.";
    let sandbox = sandbox();
    sandbox.write("a.eml", mail("lea@nova.example", "a", TONIGHT));
    let once = |said: &str| {
        assert_eq!(said.matches("“please answer tonight” (time-boundary/").count(), 1, "{said}");
    };
    once(&sandbox.casefile(&["scan", "a.eml"]));
    sandbox.casefile(&["import", "a.eml", "--client", "nova"]);
    once(&sandbox.casefile(&["import", "--client", "nova"]));
}

#[test]
fn a_chat_whose_days_nobody_can_tell_is_asked_about() {
    let sandbox = sandbox();
    let chat =
        format!("03/05/2026, 22:02 - Léa Martin: {THREAT}\n04/05/2026, 10:02 - Jenna Ray: Non.\n");
    sandbox.write("chat.txt", &chat);
    let output = sandbox.try_casefile(&["import", "chat.txt", "--client", "nova"]);
    assert_eq!(output.status.code(), Some(2));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("03/05/2026") && said.contains("--date-order"), "{said}");
    let scan =
        ["scan", "chat.txt", "--client", "nova", "--date-order", "month-first", "-f", "json"];
    let found: Value = serde_json::from_str(&sandbox.casefile(&scan)).unwrap();
    assert_eq!(found["messages"][0]["date"], "2026-03-05T22:02:00");
    assert_eq!(found["messages"][0]["outside_hours"], true);
    let signal = &found["messages"][0]["signals"][0];
    let at = |key: &str| usize::try_from(signal[key].as_u64().unwrap()).unwrap();
    assert_eq!(chat.get(at("start")..at("end")), signal["phrase"].as_str());
    let import = ["import", "chat.txt", "--client", "nova", "--date-order", "day-first"];
    sandbox.casefile(&import);
    let notes = below(&sandbox, "clients/nova/messages");
    assert!(notes.iter().any(|path| path.starts_with("2026-05/2026-05-03-")), "{notes:?}");
    let lea = "03/05/2026, 22:02 - Léa Martin";
    let kept = below(&sandbox, "clients/nova/evidence");
    let chats = kept.iter().filter(|path| path.ends_with(".txt"));
    let chats: Vec<String> =
        chats.map(|path| sandbox.read(&format!("clients/nova/evidence/{path}"))).collect();
    assert!(chats.iter().any(|text| text.starts_with(lea) && !text.contains("Jenna")));
}

#[test]
fn a_later_export_of_a_chat_brings_what_is_new() {
    let sandbox = sandbox();
    let first = format!("13/05/2026, 22:02 - Léa Martin: {THREAT}");
    sandbox.write("chat.txt", &first);
    sandbox.casefile(&["import", "chat.txt", "--client", "nova"]);
    sandbox.write("chat.txt", format!("{first}\n14/05/2026, 10:02 - Léa Martin: Alors ?\n"));
    let output = sandbox.try_casefile(&["import", "chat.txt", "--client", "nova"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("1 message taken in, 1 there already"), "{said}");
}

#[test]
fn messages_without_a_date_and_clients_nobody_knows() {
    let sandbox = sandbox();
    sandbox.write("a.txt", "Merci pour tout.\n");
    let output = sandbox.try_casefile(&["import", "a.txt", "--client", "nova"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("add `date` to its note"));
    assert!(below(&sandbox, "clients/nova/messages")[0].starts_with("undated/"));
    let check = sandbox.try_casefile(&["check"]);
    assert_eq!(check.status.code(), Some(0), "what import wrote is no error");
    assert!(String::from_utf8_lossy(&check.stdout).contains("warning[undated-message]"));
    assert_eq!(sandbox.try_casefile(&["import", "a.txt"]).status.code(), Some(2));
    let unknown = ["import", "a.txt", "--client", "zoe"];
    assert_eq!(sandbox.try_casefile(&unknown).status.code(), Some(2));
    let unknown = ["import", "--client", "nova", "--accept", "000000"];
    assert_eq!(sandbox.try_casefile(&unknown).status.code(), Some(2));
    sandbox.write("a.json", "{\"invoices\": []}");
    assert_eq!(sandbox.try_casefile(&["scan", "a.json"]).status.code(), Some(2));
}

#[test]
fn a_text_takes_its_date_from_who_imports_it_and_then_suggests() {
    let sandbox = sandbox();
    sandbox.write("sms.txt", format!("{THREAT}\n"));
    let import = ["import", "sms.txt", "--client", "nova", "--date"];
    let with = |date| sandbox.try_casefile(&[&import[..], &[date]].concat());
    for (date, said) in [("yesterday", "yesterday"), ("2150-01-01", "2150-01-01")] {
        let refused = with(date);
        assert_eq!(refused.status.code(), Some(2), "{date}");
        assert!(String::from_utf8_lossy(&refused.stderr).contains(said), "{date}");
    }
    assert!(with("2026-04-11T22:40").status.success());
    let notes = below(&sandbox, "clients/nova/messages");
    assert!(notes[0].starts_with("2026-04/2026-04-11-"), "{notes:?}");
    let note = sandbox.read(&format!("clients/nova/messages/{}", notes[0]));
    assert!(note.contains("date: 2026-04-11T22:40\n"), "{note}");
    let list = sandbox.casefile(&["import", "--client", "nova", "-f", "json"]);
    let list: Value = serde_json::from_str(&list).unwrap();
    assert_eq!(list["suggestions"][0]["flag"], "threat");
}

#[test]
fn other_words_under_the_same_id_are_another_message() {
    let sandbox = sandbox();
    let lea = "Léa Martin <lea@nova.example>";
    sandbox.write("1.eml", mail(lea, "a", "Merci."));
    sandbox.write("2.eml", mail(lea, "a", THREAT));
    sandbox.casefile(&["import", "1.eml", "2.eml", "--client", "nova"]);
    assert_eq!(below(&sandbox, "clients/nova/messages").len(), 2);
    let output = sandbox.try_casefile(&["import", "1.eml", "2.eml", "--client", "nova"]);
    assert!(String::from_utf8_lossy(&output.stderr).contains("0 messages taken in, 2 there"));
}

#[test]
fn a_message_that_lost_a_file_is_made_whole_and_nothing_is_written_over() {
    let sandbox = sandbox();
    sandbox.write("all.mbox", mailbox());
    let import = ["import", "all.mbox", "--client", "nova"];
    sandbox.casefile(&import);
    let whole = sandbox.files();
    let files = || below(&sandbox, "clients/nova").into_iter().filter(|path| path.contains('/'));
    for lost in files().collect::<Vec<_>>() {
        std::fs::remove_file(sandbox.vault().join("clients/nova").join(&lost)).unwrap();
        sandbox.casefile(&import);
        assert_eq!(sandbox.files(), whole, "{lost} was lost");
    }
    sandbox.write("clients/nova/evidence/.casefile-1-x", "half a mail");
    sandbox.casefile(&import);
    assert_eq!(sandbox.files(), whole, "what a killed import left is swept");
    // A file that cannot be read is no reason to leave the others.
    sandbox.write("logo.png", [0_u8, 1, 2]);
    sandbox.write("b.eml", mail("Léa Martin <lea@nova.example>", "b", "Merci."));
    let output = sandbox.try_casefile(&["import", "logo.png", "b.eml", "--client", "nova"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(String::from_utf8_lossy(&output.stderr).contains("1 message taken in"));
    let whole = sandbox.files();
    // All but the message notes: as an import that was killed may leave it.
    std::fs::remove_dir_all(sandbox.vault().join("clients/nova/messages")).unwrap();
    sandbox.casefile(&["import", "all.mbox", "b.eml", "--client", "nova"]);
    assert_eq!(sandbox.files(), whole);
}

#[test]
fn what_is_said_twice_in_a_minute_is_two_messages_and_once_more_none() {
    let sandbox = sandbox();
    let line = "13/04/2026, 10:00 - Léa Martin: ?\n";
    sandbox.write("chat.txt", [line, line].concat());
    let import = ["import", "chat.txt", "--client", "nova", "--date-order", "day-first"];
    sandbox.casefile(&import);
    assert_eq!(below(&sandbox, "clients/nova/messages").len(), 2);
    let said = |more: &[&str]| {
        let again = sandbox.try_casefile(&[&import[..], more].concat());
        String::from_utf8_lossy(&again.stderr).into_owned()
    };
    assert!(said(&[]).contains("0 messages taken in, 2 there"));
    assert!(said(&["chat.txt"]).contains("0 messages taken in, 4 there"));
    // One of them is gone, or the exhibit of both is.
    let whole = sandbox.files();
    let files = below(&sandbox, "clients/nova").into_iter().filter(|path| path.contains('/'));
    for lost in files.collect::<Vec<_>>() {
        std::fs::remove_file(sandbox.vault().join("clients/nova").join(&lost)).unwrap();
        let said = said(&[]);
        assert!(said.contains("whole again") || said.contains("1 message taken in"), "{said}");
        assert_eq!(sandbox.files(), whole, "{lost} was lost");
    }
}

#[test]
fn what_a_chat_says_at_the_same_minute_of_two_days_is_two_messages() {
    let sandbox = sandbox();
    let one = "13/04/2026, 10:42 - Léa Martin: Ok\n14/04/2026, 10:42 - Léa Martin: Ok\n";
    sandbox.write("chat.txt", one);
    let import = ["import", "chat.txt", "--client", "nova", "--date-order", "day-first"];
    sandbox.casefile(&import);
    assert_eq!(below(&sandbox, "clients/nova/messages").len(), 2);
}

#[test]
fn answers_that_contradict_or_give_no_reason_are_refused_and_hidden_ones_are_counted() {
    let sandbox = sandbox();
    let lea = "Léa Martin <lea@nova.example>";
    sandbox.write("1.eml", mail(lea, "a", THREAT));
    sandbox.casefile(&["import", "1.eml", "--client", "nova"]);
    let open = suggestions(&sandbox);
    let id = open.iter().find(|one| one["flag"] == "threat").unwrap()["id"].as_str().unwrap();
    let import = ["import", "--client", "nova"];
    let with = |more: &[&str]| sandbox.try_casefile(&[&import[..], more].concat());
    let state = sandbox.state();
    for nonsense in [
        &["--accept", id, "--refuse", id, "--because", "x"][..],
        &["--refuse", id, "--because", " "],
    ] {
        assert_eq!(with(nonsense).status.code(), Some(2), "{nonsense:?}");
    }
    assert_eq!(sandbox.state(), state, "nothing was written");
    assert!(with(&["--refuse", id, "--because", "a joke"]).status.success());
    sandbox.write("2.eml", mail(lea, "b", THREAT));
    let said = sandbox.try_casefile(&["import", "2.eml", "--client", "nova"]);
    let said = String::from_utf8_lossy(&said.stderr).into_owned();
    assert!(said.contains("2 suggestions are not shown"), "{said}");
    let again = with(&["--accept", id]);
    assert!(String::from_utf8_lossy(&again.stderr).contains("was refused"));
}

#[test]
fn a_rule_is_told_once_for_the_same_words() {
    let sandbox = sandbox();
    let text = "Si ce n'est pas fait demain, je mets un avis négatif.";
    sandbox.write("1.eml", mail("Léa Martin <lea@nova.example>", "a", text));
    sandbox.casefile(&["import", "1.eml", "--client", "nova"]);
    let open = suggestions(&sandbox);
    let threat = open.iter().find(|one| one["flag"] == "threat").unwrap();
    let phrases = threat["phrases"].as_array().unwrap();
    let of_lever = phrases.iter().filter(|phrase| phrase["rule"] == "threat/lever");
    let of_lever: Vec<&str> = of_lever.filter_map(|one| one["phrase"].as_str()).collect();
    assert_eq!(of_lever, ["Si ce n'est pas fait demain, je mets un avis négatif"]);
}

#[test]
fn an_accepted_suggestion_quotes_the_whole_sentence() {
    let sandbox = sandbox();
    sandbox.write("1.eml", mail("Léa Martin <lea@nova.example>", "a", THREAT));
    sandbox.casefile(&["import", "1.eml", "--client", "nova"]);
    let open = suggestions(&sandbox);
    let id = open.iter().find(|one| one["flag"] == "threat").unwrap()["id"].as_str().unwrap();
    let path = sandbox.casefile(&["import", "--client", "nova", "--accept", id]);
    let note = sandbox.read(path.trim());
    assert!(note.contains(THREAT.trim_end_matches('.')), "{note}");
}

#[test]
fn what_the_user_wrote_to_others_never_comes_into_a_clients_file() {
    let sandbox = sandbox();
    let mail = mail("Jenna Ray <jenna@example.org>", "x", "Invoice H-1 for Bob.");
    sandbox
        .write("x.eml", mail.replace("Léa Martin <lea@nova.example>", "Bob <bob@hoxton.example>"));
    let output = sandbox.try_casefile(&["import", "x.eml", "--client", "nova"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("Bob <bob@hoxton.example>"), "{said}");
    assert!(!sandbox.exists("clients/nova/messages"));
}

#[test]
fn the_same_text_on_another_day_is_another_message() {
    let sandbox = sandbox();
    let text = "Rappelle-moi tout de suite\n";
    let import = |date| {
        let output = sandbox.pipe(&["import", "-", "--client", "nova", "--date", date], text);
        String::from_utf8_lossy(&output.stderr).into_owned()
    };
    assert!(import("2026-11-10T21:00").contains("1 message taken in"));
    assert!(import("2026-11-11T21:00").contains("1 message taken in"));
    assert!(import("2026-11-11T21:00").contains("0 messages taken in, 1 there"));
    let notes = below(&sandbox, "clients/nova/messages");
    assert_eq!(notes.len(), 2);
    let note = sandbox.read(&format!("clients/nova/messages/{}", notes[0]));
    assert!(!note.contains("channel:"), "nobody said how it came: {note}");
}

#[test]
fn a_mail_keeps_its_own_date() {
    let sandbox = sandbox();
    sandbox.write("a.eml", mail("Léa Martin <lea@nova.example>", "a", THREAT));
    sandbox.casefile(&["import", "a.eml", "--client", "nova", "--date", "2026-05-01"]);
    assert!(below(&sandbox, "clients/nova/messages")[0].starts_with("2026-04/2026-04-11-"));
}

#[test]
fn a_slack_export_is_read_with_the_names_of_its_people() {
    let sandbox = sandbox();
    sandbox.write(
        "export/users.json",
        r#"[{"id": "U1", "name": "lea", "profile": {"real_name": "Léa Martin", "email": "lea@nova.example"}},
            {"id": "U2", "name": "jenna", "profile": {"email": "jenna@example.org"}}]"#,
    );
    sandbox.write(
        "export/projet/2026-04-11.json",
        format!(
            r#"[{{"type": "message", "user": "U1", "ts": "1775940000.0", "text": "<@U2> {THREAT}"}},
                {{"type": "message", "user": "U2", "ts": "1775940100.0", "text": "Quand puis-je vous appeler ?"}},
                {{"type": "message", "user": "U9", "ts": "1775940200.0", "text": "Bonjour"}}]"#
        ),
    );
    let found = sandbox.casefile(&["scan", "export", "--client", "nova", "-f", "json"]);
    let found: Value = serde_json::from_str(&found).unwrap();
    assert_eq!(found["messages"].as_array().unwrap().len(), 1);
    assert_eq!(found["messages"][0]["from"], "Léa Martin <lea@nova.example>");
    assert!(found["messages"][0]["text"].as_str().unwrap().starts_with("@jenna Remboursez"));
    let output = sandbox.try_casefile(&["import", "export", "--client", "nova"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("2 messages taken in"), "{said}");
}

/// A mailbox: twelve Mondays at ten with one text, and six at eleven in the evening with another.
fn eighteen_mondays(earlier: &str, recent: &str) -> String {
    let monday =
        |month: &str, day: &str, hour: &str| format!("Mon, {day} {month} 2026 {hour}:00:00");
    let days = ["05", "12", "19", "26"];
    let mut mails = Vec::new();
    for (month, days) in
        [("Jan", days), ("Feb", ["02", "09", "16", "23"]), ("Mar", ["02", "09", "16", "23"])]
    {
        mails.extend(days.map(|day| (monday(month, day, "10"), earlier)));
    }
    for (month, day) in
        [("Aug", "03"), ("Aug", "10"), ("Aug", "17"), ("Aug", "24"), ("Aug", "31"), ("Sep", "07")]
    {
        mails.push((monday(month, day, "23"), recent));
    }
    let mails = mails.iter().enumerate().map(|(id, (day, text))| {
        let mail = mail("Léa Martin <lea@nova.example>", &id.to_string(), text);
        let mail = mail.replace("Sat, 11 Apr 2026 22:40:00", day);
        format!("From x Sat Apr 11 22:40:00 2026\n{mail}\n")
    });
    mails.collect()
}

/// What the report says of a change: which way, and the counts of both periods.
fn change_in(report: &Value, what: &str) -> (String, [(u64, u64); 2]) {
    let changes = report["changes"].as_array().unwrap();
    let change = changes.iter().find(|change| change["what"] == what);
    let change = change.unwrap_or_else(|| panic!("no {what} in {changes:?}"));
    let counts = ["earlier", "recent"].map(|period| {
        (change[period]["count"].as_u64().unwrap(), change[period]["of"].as_u64().unwrap())
    });
    (change["course"].as_str().unwrap().to_owned(), counts)
}

#[test]
fn imported_messages_are_compared_with_the_clients_own_past() {
    let sandbox = sandbox();
    sandbox.write("all.mbox", eighteen_mondays("Merci, bien reçu.", "Merci, bien reçu."));
    sandbox.casefile(&["import", "all.mbox", "--client", "nova"]);
    let report = sandbox.casefile(&["--now=2026-09-14", "report", "nova", "-f", "json"]);
    let report: Value = serde_json::from_str(&report).unwrap();
    assert_eq!(report["changes"].as_array().unwrap().len(), 1, "{}", report["changes"]);
    assert_eq!(change_in(&report, "out-of-hours"), ("worse".to_owned(), [(0, 12), (6, 6)]));
}

#[test]
fn what_imported_messages_say_is_compared_too_and_told_in_both_languages() {
    let sandbox = sandbox();
    let earlier = "Bonjour Jenna,\n\nVous trouverez le texte ci-joint. Merci à vous.";
    let recent = "Tu as vu ? Rembourse-moi ou je poste les captures sur LinkedIn.\n\n\
        Le 3 mai 2026 à 10:02, Jenna a écrit :\n> Bonjour, que souhaitez-vous ?";
    sandbox.write("all.mbox", eighteen_mondays(earlier, recent));
    sandbox.casefile(&["import", "all.mbox", "--client", "nova"]);
    let open = suggestions(&sandbox);
    let threats: Vec<&str> = open
        .iter()
        .filter(|one| one["flag"] == "threat")
        .map(|one| one["id"].as_str().unwrap())
        .collect();
    assert_eq!(threats.len(), 6, "{open:?}");
    let report =
        |format: &str| sandbox.casefile(&["--now=2026-09-14", "report", "nova", "-f", format]);
    let before: Value = serde_json::from_str(&report("json")).unwrap();
    let of_incidents = |report: &Value| {
        let changes = report["changes"].as_array().unwrap();
        changes.iter().any(|change| change["what"] == "cited-messages")
    };
    assert!(!of_incidents(&before), "a suggestion is no incident");
    sandbox.casefile(&["import", "--client", "nova", "--accept", &threats[..4].join(",")]);
    let after: Value = serde_json::from_str(&report("json")).unwrap();
    assert_eq!(change_in(&after, "cited-messages"), ("worse".to_owned(), [(0, 12), (4, 6)]));
    assert_eq!(change_in(&after, "greetings"), ("worse".to_owned(), [(12, 12), (0, 6)]));
    assert_eq!(change_in(&after, "pronoun"), ("neither".to_owned(), [(0, 12), (6, 6)]));
    let french = report("markdown");
    for said in [
        "Davantage de ses messages ont donné lieu à un incident\u{a0}: 4 des 6 derniers, contre 0 sur 12",
        "Moins de ses messages commencent par une salutation\u{a0}: 0 des 6 derniers, contre 12 sur 12",
        "Ses messages passent du vouvoiement au tutoiement\u{a0}: le tutoiement dans 6 des 6 derniers",
    ] {
        assert!(french.contains(said), "{said} is not in {french}");
    }
    sandbox.write("clients/nova/nova.md", CLIENT.replace("language: fr", "language: en"));
    let english = report("markdown");
    for said in [
        "More of their messages led to an incident: 4 of the last 6, after 0 of 12 before.",
        "Fewer of their messages begin with a greeting: 0 of the last 6, after 12 of 12 before.",
        "Their messages turn from “vous” to “tu”: “tu” in 6 of the last 6 that say either",
    ] {
        assert!(english.contains(said), "{said} is not in {english}");
    }
}
