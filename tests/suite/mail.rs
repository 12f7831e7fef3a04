//! `scan` over mails, mailboxes and folders of them, as a user types it.

use serde_json::Value;

use crate::sandbox::Sandbox;

const CLIENT: &str = "---\ntype: client\nname: Nova\ncontact: Léa Martin <lea@nova.example>\n\
    language: fr\ntimezone: Europe/Paris\nhours: Mon-Fri 09:00-17:30\nreply-within: 2 days\n---\n";

const THREAT: &str = "Remboursez-moi ou je poste les captures sur LinkedIn.";

fn mail(from: &str, date: &str, subject: &str, body: &str) -> String {
    format!(
        "From: {from}\nTo: Jenna Ray <jenna@example.org>\nSubject: {subject}\nDate: {date}\n\
         Message-ID: <{subject}@nova.example>\nContent-Type: text/plain; charset=utf-8\n\n{body}\n"
    )
}

/// A mailbox of four: the client twice, the user, somebody else.
fn mailbox() -> String {
    let lea = "Léa Martin <lea@nova.example>";
    let mails = [
        mail("Jenna Ray <jenna@example.org>", "Fri, 10 Apr 2026 09:00:00 +0200", "a", THREAT),
        mail(lea, "Sat, 11 Apr 2026 22:40:00 +0200", "b", &format!("Bonsoir.\n\n{THREAT}")),
        mail("Bob <bob@x.example>", "Sun, 12 Apr 2026 10:00:00 +0200", "c", THREAT),
        mail(lea, "Mon, 13 Apr 2026 10:00:00 +0200", "d", &format!("Merci.\n\n> {THREAT}")),
    ];
    mails.map(|mail| format!("From x Sat Apr 11 22:40:00 2026\n{mail}\n")).concat()
}

fn sandbox() -> Sandbox {
    let sandbox = Sandbox::new();
    sandbox.casefile(&["init", "."]);
    let settings = sandbox.read("casefile.toml") + "author = \"Jenna Ray <jenna@example.org>\"\n";
    sandbox.write("casefile.toml", &settings);
    sandbox.write("clients/nova/nova.md", CLIENT);
    sandbox
}

fn scan(sandbox: &Sandbox, arguments: &[&str]) -> Value {
    let output = sandbox.try_casefile(&[&["scan", "-f", "json"], arguments].concat());
    assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
    serde_json::from_slice(&output.stdout).unwrap()
}

#[test]
fn the_clients_mails_are_scanned_and_their_hours_and_answers_counted() {
    let sandbox = sandbox();
    let text = mailbox();
    sandbox.write("all.mbox", &text);
    let found = scan(&sandbox, &["all.mbox", "--client", "nova"]);
    let messages = found["messages"].as_array().unwrap();
    assert_eq!(messages.len(), 2, "the user's and others' mails are left aside");
    let first = &messages[0];
    assert_eq!(first["from"], "Léa Martin <lea@nova.example>");
    assert_eq!(first["date"], "2026-04-11T22:40:00+02:00");
    assert_eq!((&first["subject"], &first["outside_hours"]), (&"b".into(), &true.into()));
    assert_eq!(first["decoded"], false);
    let signal = &first["signals"][0];
    let at = |key: &str| usize::try_from(signal[key].as_u64().unwrap()).unwrap();
    assert_eq!(text.get(at("start")..at("end")), signal["phrase"].as_str());
    assert!(messages[1]["flags"].as_array().unwrap().is_empty(), "quoted words do not count");
    assert_eq!(messages[1]["set_aside"][0]["kind"], "quoted");
    let exchange = &found["exchange"];
    assert_eq!((&exchange["incoming"], &exchange["outgoing"]), (&2.into(), &1.into()));
    assert_eq!(exchange["outside_hours"], 1);
    assert_eq!(exchange["replies"]["longest_minutes"], 37 * 60 + 40);
}

#[test]
fn the_client_may_be_named_and_nobody_known_is_said() {
    let sandbox = sandbox();
    sandbox.write("all.mbox", mailbox());
    let from = |name: &str| {
        scan(&sandbox, &["all.mbox", "--from", name])["messages"].as_array().unwrap().len()
    };
    assert_eq!((from("lea"), from("bob@x.example"), from("martin lea")), (2, 1, 2));
    let all = scan(&sandbox, &["all.mbox"]);
    assert_eq!(all["messages"].as_array().unwrap().len(), 3, "all but the user's own");
    let output = sandbox.try_casefile(&["scan", "all.mbox", "--from", "zoe"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("Léa Martin <lea@nova.example>") && said.contains("--from"), "{said}");
}

#[test]
fn a_folder_of_everything_is_read_and_what_is_no_text_is_named() {
    let sandbox = sandbox();
    sandbox.write("in/a.eml", mail("Zoé <zoe@x.example>", "nonsense", "x", THREAT));
    sandbox.write("in/b.mbox", mailbox());
    sandbox.write("in/c.txt", THREAT);
    sandbox.write("in/d.md", format!("---\ntype: message\nfrom: Zoé\n---\n{THREAT}\n"));
    sandbox.write("in/e.md", format!("---\ntype: incident\n---\n{THREAT}\n"));
    sandbox.write("in/empty.txt", "");
    sandbox.write("in/empty.eml", "");
    sandbox.write("in/f.png", THREAT);
    sandbox.write("in/g.txt", "\0\0\0");
    let output = sandbox.try_casefile(&["scan", "in", "-f", "json"]);
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    let flagged: Vec<&str> = found["messages"]
        .as_array()
        .unwrap()
        .iter()
        .filter(|message| !message["flags"].as_array().unwrap().is_empty())
        .map(|message| message["path"].as_str().unwrap())
        .collect();
    assert_eq!(flagged, ["in/a.eml", "in/b.mbox", "in/b.mbox", "in/c.txt", "in/d.md"]);
    let first = &found["messages"][0];
    assert_eq!((&first["date"], &first["doubts"][0]), (&Value::Null, &"date".into()));
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said.contains("in/g.txt"), "{said}");
}

#[test]
fn a_mail_in_another_form_gives_its_text_and_bytes_of_that() {
    let sandbox = sandbox();
    let mail = "From: a@b.example\nContent-Type: text/html; charset=utf-8\n\n\
        <p>D&eacute;sol&eacute;.</p><p>Remboursez-moi ou je poste les captures sur <b>LinkedIn</b>.</p>";
    sandbox.write("a.eml", mail);
    let message = &scan(&sandbox, &["a.eml"])["messages"][0];
    assert_eq!(message["decoded"], true);
    let (text, signal) = (message["text"].as_str().unwrap(), &message["signals"][0]);
    let at = |key: &str| usize::try_from(signal[key].as_u64().unwrap()).unwrap();
    assert_eq!(text.get(at("start")..at("end")), signal["phrase"].as_str());
}

/// What a command says beside its answer.
fn said(output: &std::process::Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

#[test]
fn a_file_that_is_named_and_is_no_text_is_an_error() {
    let sandbox = sandbox();
    let files: [(&str, &[u8]); 4] = [
        ("chat.zip", b"PK\x03\x04\x14\0\0\0_chat.txt"),
        ("a.txt", b"\0\0\0"),
        ("late.txt", &[&[b'a'; 20_000][..], b"\0"].concat()),
        ("a.png", b"\x89PNG\0\0"),
    ];
    for (path, bytes) in files {
        sandbox.write(path, bytes);
        for format in ["text", "json"] {
            let output = sandbox.try_casefile(&["scan", path, "-f", format]);
            assert_eq!(output.status.code(), Some(2), "{path}");
            assert_eq!(String::from_utf8_lossy(&output.stdout), "", "{path}");
            let said = said(&output);
            assert!(said.contains("error:") && said.contains(path), "{said}");
            assert!(said.contains("unpack"), "it says what to do: {said}");
        }
    }
    sandbox.write("in/a.txt", b"\0\0\0");
    sandbox.write("in/b.txt", THREAT);
    let output = sandbox.try_casefile(&["scan", "in"]);
    assert_eq!(output.status.code(), Some(0), "in a folder it is a remark");
    assert!(said(&output).contains("left out: `in/a.txt`"), "{}", said(&output));
}

#[test]
fn a_folder_with_a_chat_that_cannot_be_read_is_read_and_not_done() {
    let sandbox = sandbox();
    let chat = "3/5/26, 22:02 - Léa Martin: Bonjour.\n4/5/26, 10:02 - Jenna Ray: Non.\n";
    sandbox.write("in/a.txt", chat);
    sandbox.write(
        "in/b.eml",
        mail("lea@nova.example", "Sat, 11 Apr 2026 22:40:00 +0200", "b", THREAT),
    );
    let output = sandbox.try_casefile(&["scan", "in", "-f", "json"]);
    assert_eq!(output.status.code(), Some(2));
    let found: Value = serde_json::from_slice(&output.stdout).unwrap();
    assert_eq!(found["messages"].as_array().unwrap().len(), 1, "the rest is read");
    let scanned = said(&output);
    assert!(scanned.contains("error:") && scanned.contains("`3/5/26`"), "{scanned}");
    let output = sandbox.try_casefile(&["import", "in", "--client", "nova"]);
    assert_eq!(output.status.code(), Some(2));
    let imported = said(&output);
    assert!(imported.contains("1 message taken in"), "{imported}");
    let both = ["import", "in", "--client", "nova", "--date-order", "day-first"];
    let output = sandbox.try_casefile(&both);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}

#[test]
fn what_cannot_be_read_gives_no_half_of_an_answer() {
    let sandbox = sandbox();
    for format in ["json", "text"] {
        let output = sandbox.try_casefile(&["scan", "nowhere.eml", "-f", format]);
        assert_eq!(output.status.code(), Some(2));
        assert_eq!(String::from_utf8_lossy(&output.stdout), "");
    }
    sandbox.write("empty/x.png", "");
    let found = scan(&sandbox, &["empty"]);
    assert_eq!(found["messages"].as_array().map(Vec::len), Some(0), "nothing is a whole answer");
}

#[test]
fn a_byte_order_mark_is_no_word_of_a_text() {
    let sandbox = sandbox();
    let text = format!("\u{feff}{THREAT}\n");
    sandbox.write("a.txt", &text);
    let message = &scan(&sandbox, &["a.txt"])["messages"][0];
    assert_eq!((&message["start"], &message["end"]), (&3.into(), &text.len().into()));
    let signal = &message["signals"][0];
    let at = |key: &str| usize::try_from(signal[key].as_u64().unwrap()).unwrap();
    assert_eq!(text.get(at("start")..at("end")), signal["phrase"].as_str());
    sandbox.casefile(&["import", "a.txt", "--client", "nova"]);
    let folder = sandbox.vault().join("clients/nova/messages");
    let notes = crate::sandbox::files_below(&folder);
    let path = notes.keys().next().unwrap().to_string_lossy().into_owned();
    let note = sandbox.read(&format!("clients/nova/messages/{path}"));
    assert!(note.contains(THREAT) && !note.contains('\u{feff}'), "{note}");
    sandbox.write("empty.txt", "\u{feff}\n");
    assert_eq!(scan(&sandbox, &["empty.txt"])["messages"].as_array().map(Vec::len), Some(0));
    let slack = "\u{feff}[{\"type\": \"message\", \"user\": \"U1\", \"ts\": \"1775940000.0\", \"text\": \"Oui\"}]";
    sandbox.write("day.json", slack);
    assert_eq!(scan(&sandbox, &["day.json"])["messages"][0]["from"], "U1");
}

#[test]
fn a_mail_that_ends_too_soon_says_so() {
    let sandbox = sandbox();
    // The threat and the beginning of what came behind it.
    let mail = "From: lea@nova.example\nContent-Type: multipart/mixed; boundary=X\n\n--X\n\
        Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n\
        UmVtYm91cnNlei1tb2kgb3UgamUgcG9zdGUgbGVzIGNhcHR1cmVzIHN1ciBMaW5rZWRJbi4gT3V";
    sandbox.write("a.eml", mail);
    let message = &scan(&sandbox, &["a.eml"])["messages"][0];
    assert_eq!(message["doubts"], serde_json::json!(["incomplete"]));
    assert!(message["text"].as_str().unwrap().starts_with(THREAT));
    let english = sandbox.casefile(&["scan", "a.eml"]);
    assert!(english.contains("The message ends too soon"), "{english}");
    let french = sandbox.casefile(&["scan", "a.eml", "--speak", "fr"]);
    assert!(french.contains("Le message s'arrête trop tôt"), "{french}");
}
