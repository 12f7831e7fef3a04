//! What holds for every text, not only for those that somebody thought of.

use casefile::finding::Span;
use casefile::model::{Client, ClientId, Currency, Language};
use casefile::note::{Note, edit, read_client, read_table};
use jiff::tz::TimeZone;
use proptest::prelude::*;

use crate::examples::{check, write};

fn client() -> Client {
    Client::unknown(ClientId::new("a"), Language::En, TimeZone::UTC, Currency::EURO)
}

/// Reads a note in every way there is; the spans of all faults lie in the text.
fn read_all(text: &str) {
    let mut faults = Vec::new();
    let note = Note::parse("clients/a/n.md", text, &mut faults);
    let mut client = client();
    read_client(&note, &mut client, &mut faults);
    note.record(&client, &mut faults);
    note.body();
    casefile::note::body::observed_and_reading(text, note.parts.body);
    for fault in &faults {
        let Span { start, end } = fault.span;
        assert!(start <= end && end <= text.len(), "{} at {start}..{end}", fault.code);
        assert!(text.is_char_boundary(start) && text.is_char_boundary(end), "{}", fault.code);
    }
    if let Some(front) = note.parts.front {
        assert!(front.start <= front.end && front.end <= note.parts.body.start);
    }
    assert_eq!(note.parts.body.end, text.len());
}

/// A line of front matter, sound or not.
fn line() -> impl Strategy<Value = String> {
    let key = prop_oneof![
        Just("type"),
        Just("date"),
        Just("flags"),
        Just("severity"),
        Just("status"),
        Just("incidents"),
        Just("evidence"),
        Just("cost"),
        Just("because"),
        Just("told"),
        Just("invoices"),
        Just("name"),
        Just("prev"),
        Just("hours"),
        Just("signed"),
    ];
    let value = prop_oneof![
        Just("incident"),
        Just("decision"),
        Just("client"),
        Just("exhibit"),
        Just("pulse"),
        Just("2026-04-11"),
        Just("9999-12-31T24:00"),
        Just("[a, b"),
        Just("[[a]]"),
        Just("{a: 1}"),
        Just("\"x"),
        Just("'é'"),
        Just("*a"),
        Just("&a b"),
        Just("|"),
        Just("\n  - x: 1\n  - y"),
        Just("# no"),
        Just("\t"),
        Just("~"),
        Just("1,250.10"),
        Just("- - -"),
        Just("---"),
        Just("..."),
    ];
    (key, value).prop_map(|(key, value)| format!("{key}: {value}"))
}

fn note_like() -> impl Strategy<Value = String> {
    let ending = prop_oneof![Just("\n"), Just("\r\n")];
    let close = prop_oneof![Just("---"), Just("..."), Just(""), Just("--- ")];
    (prop::collection::vec(line(), 0..8), ending, close, ".{0,40}").prop_map(
        |(lines, ending, close, body)| {
            let lines = lines.join(ending);
            format!("---{ending}{lines}{ending}{close}{ending}{body}")
        },
    )
}

/// A sound note with the key `status` in the middle: what stands before its value, the value as
/// written, and what stands behind it.
fn with_status() -> impl Strategy<Value = (String, String, String)> {
    let written = prop_oneof![
        Just("suspected"),
        Just("\"suspected\""),
        Just("'suspected'"),
        Just("\"sus\\u0070ected\""),
    ];
    let comment = prop_oneof![Just(""), Just(" # asked on Monday"), Just("   # « é »")];
    let before = prop_oneof![
        Just("type: incident\n"),
        Just("# first\ntype: incident\n"),
        Just("quote: \"a: b # c\"\n"),
        Just("quote: 'it''s é'\n"),
        Just("flags:\n  - a # one\n  - b\n"),
        Just("flags: [a, \"b\"]\n\n"),
        Just("told: {on: 2026-04-11}\n"),
        Just("our-part: >\n  folded\n  text\n"),
        Just(""),
    ];
    let after = prop_oneof![
        Just(""),
        Just("hours: 0.5\n"),
        Just("# last\n"),
        Just("flags:\n- a\n"),
        Just("note: |\n  kept\n"),
    ];
    (before, written, comment, after, "[^\r]{0,30}", any::<bool>()).prop_map(
        |(before, written, comment, after, body, crlf)| {
            let head = format!("---\n{before}status: ");
            let tail = format!("{comment}\n{after}---\n{body}");
            let ending = |text: String| if crlf { text.replace('\n', "\r\n") } else { text };
            (ending(head), written.to_owned(), ending(tail))
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn any_text_is_read_without_a_panic(text in any::<String>()) {
        read_all(&text);
    }

    #[test]
    fn any_front_matter_is_read_without_a_panic(text in note_like()) {
        read_all(&text);
    }

    #[test]
    fn any_table_is_read_without_a_panic(
        head in prop_oneof![Just(""), Just("id,amount\n"), Just("sep=;\r\nn°;montant\r\n")],
        tail in "[a-z0-9,;\"\r\né€. ]{0,80}",
    ) {
        let text = [head, &tail].concat();
        let mut faults = Vec::new();
        let tree = read_table("invoices", &text, &mut faults);
        for row in tree.rows() {
            for (key, value) in row.entries() {
                prop_assert!(text.get(value.span().start..value.span().end).is_some());
                prop_assert!(key.text().is_some());
            }
        }
    }

    #[test]
    fn an_edit_changes_its_own_bytes_only(
        (head, written, tail) in with_status(),
        value in prop_oneof![Just("confirmed".to_owned()), "[ -~é€]{0,20}", any::<String>()],
    ) {
        let text = [head.as_str(), &written, &tail].concat();
        let edited = edit::set_scalar(&text, "status", &value).expect("an edit");
        prop_assert!(edited.starts_with(&head) && edited.ends_with(&tail));
        prop_assert_eq!(edited.len(), head.len() + edit::quoted(&value).len() + tail.len());
        let note = Note::parse("n.md", &edited, &mut Vec::new());
        let read = note.root().and_then(|root| root.entry("status")?.1.text().map(str::to_owned));
        prop_assert_eq!(read.as_deref(), Some(value.as_str()));
        let again = edit::set_scalar(&edited, "status", &value);
        prop_assert_eq!(again.as_deref(), Ok(edited.as_str()));
    }

    #[test]
    fn an_edit_of_an_absent_key_adds_one_line(
        (head, written, tail) in with_status(),
        value in "[ -~é€]{0,20}",
    ) {
        let text = [head.as_str(), &written, &tail].concat();
        let edited = edit::set_scalar(&text, "review", &value).expect("an edit");
        let line = format!("review: {}", edit::quoted(&value));
        let at = edited.find(&line).expect("the line");
        let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
        let without = [&edited[..at], &edited[at + line.len() + ending.len()..]].concat();
        prop_assert_eq!(without, text);
    }

    #[test]
    fn a_quoted_value_is_read_back_as_it_was(value in any::<String>()) {
        let text = format!("---\nkey: {}\nlist: [{}]\n---\n", edit::quoted(&value), edit::quoted(&value));
        let note = Note::parse("n.md", &text, &mut Vec::new());
        let root = note.root().expect("a map");
        prop_assert_eq!(root.entry("key").and_then(|(_, node)| node.text()), Some(value.as_str()));
        let item = root.get("list").and_then(|list| list.items().next());
        prop_assert_eq!(item.and_then(casefile::note::Node::text), Some(value.as_str()));
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, failure_persistence: None, ..ProptestConfig::default() })]

    /// Bytes of any kind as a note: the check ends, and says something about what it cannot read.
    #[test]
    fn no_file_is_passed_over_in_silence(bytes in prop::collection::vec(any::<u8>(), 1..200)) {
        let folder = tempfile::tempdir().expect("a folder");
        let root = folder.path();
        write(&root.join("casefile.toml"), b"format = 1\n");
        write(&root.join("clients/a/a.md"), b"---\ntype: client\n---\n");
        write(&root.join("clients/a/note.md"), &bytes);
        let findings = check(root);
        let is_text = std::str::from_utf8(&bytes).is_ok() && !bytes.contains(&0);
        prop_assert!(is_text || findings.iter().any(|finding| finding.location.path.ends_with("note.md")));
    }
}
