//! What `ssh-keygen` reads, what it refuses, and what is neither.

use super::*;

const KEY: &str =
    "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAILM+rvN+ot98qgEN796jTiQfZfG1KaT0PtFDJ/XFSqti";

fn parse(text: &str) -> AllowedSigners {
    AllowedSigners::parse(text.as_bytes(), &TimeZone::get("Europe/Paris").unwrap())
}

fn only(text: &str) -> AllowedSigner {
    let mut list = parse(text);
    assert!(list.faults.is_empty(), "{text}: {:?}", list.faults);
    assert_eq!(list.lines.len(), 1, "{text}");
    list.lines.remove(0)
}

fn fault(text: &str) -> &'static str {
    let list = parse(text);
    assert!(list.lines.is_empty(), "{text}: {:?}", list.lines);
    assert_eq!(list.faults.len(), 1, "{text}: {:?}", list.faults);
    list.faults[0].1.key
}

#[test]
fn plain_lines_are_read() {
    let signer = only(&format!("jenna@example.org {KEY} jenna at work"));
    assert!(signer.speaks_for("jenna@example.org") && !signer.speaks_for("bo@example.org"));
    assert!(signer.signs_in("git") && signer.signs_in("file") && !signer.is_authority);
    assert_eq!((signer.after, signer.before), (None, None));
    let list = parse(&format!("# a comment\n\n  \t# another\r\n\ta@b,c@d\t{KEY}\r\ne@f {KEY}"));
    assert_eq!((list.lines.len(), list.faults.len()), (2, 0), "one key may have several lines");
    assert!(list.lines[0].speaks_for("c@d"));
}

#[test]
fn principals_may_stand_in_quotes() {
    let signer = only(&format!("\"Jenna Ray,jenna@*\" {KEY}"));
    assert!(signer.speaks_for("Jenna Ray") && signer.speaks_for("jenna@example.org"));
    assert!(only(&format!("jenna\"@x y\" {KEY}")).speaks_for("jenna@x y"));
    assert_eq!(fault(&format!("\"jenna {KEY}")), "keys-unclosed-quote");
}

#[test]
fn options_are_read_whatever_their_case_and_order() {
    let signer = only(&format!(
        "* NAMESPACES=\"git,file\",valid-after=\"20250101Z\",Valid-Before=\"20260101\" {KEY}"
    ));
    assert!(signer.signs_in("git") && !signer.signs_in("mail"));
    assert_eq!(signer.after, "2025-01-01T00:00:00Z".parse().ok());
    assert_eq!(signer.before, "2025-12-31T23:00:00Z".parse().ok(), "on the reader's clock");
    assert!(only(&format!("* cert-authority {KEY}")).is_authority);
    let exact = only(&format!("* valid-after=\"20250102030405utc\" {KEY}"));
    assert_eq!(exact.after, "2025-01-02T03:04:05Z".parse().ok());
    let exact = only(&format!("* valid-after=\"202501020304Z\" {KEY}"));
    assert_eq!(exact.after, "2025-01-02T03:04:00Z".parse().ok());
    assert!(only(&format!("* namespaces=\"a b\\\"c\" {KEY}")).signs_in("a b\"c"));
}

#[test]
fn faults_are_named_with_their_line() {
    for (line, key) in [
        ("jenna@example.org".to_owned(), "keys-no-key"),
        ("jenna@example.org ssh-ed25519".to_owned(), "keys-no-key"),
        ("jenna@example.org ssh-ed25519 AAAA".to_owned(), "keys-bad-key"),
        (format!("a {KEY}=="), "keys-bad-key"),
        (format!("a ssh-rsa {}", &KEY[12..]), "keys-bad-key"),
        (format!("a namespaces=\"git\" x{KEY}"), "keys-unknown-kind"),
        (format!("a namespaces=\"git {KEY}"), "keys-unclosed-quote"),
        (format!("a namespaces=git {KEY}"), "keys-unclosed-quote"),
        (format!("a namespaces {KEY}"), "keys-option"),
        (format!("a cert-authority=\"x\" {KEY}"), "keys-option"),
        (format!("a no-touch-required {KEY}"), "keys-option"),
        (format!("a cert-authority, {KEY}"), "keys-option"),
        (format!("a ,cert-authority {KEY}"), "keys-option"),
        (format!("a namespaces=\"git\"x {KEY}"), "keys-option"),
        (format!("a namespaces=\"git\",namespaces=\"x\" {KEY}"), "keys-option-twice"),
        (format!("a valid-after=\"2025\" {KEY}"), "keys-time"),
        (format!("a valid-after=\"20251301\" {KEY}"), "keys-time"),
        (format!("a valid-after=\"２０２５０１０１\" {KEY}"), "keys-time"),
        (format!("a valid-after=\"2025010Z\" {KEY}"), "keys-time"),
        (format!("a valid-after=\"20250102\",valid-before=\"20250101\" {KEY}"), "keys-window"),
        (format!("a\0b {KEY}"), "keys-control"),
    ] {
        assert_eq!(fault(&line), key, "{line}");
    }
    let list = parse(&format!("a {KEY}\nb\n# c\nd x\ne {KEY}\n"));
    assert_eq!(list.faults.iter().map(|fault| fault.0).collect::<Vec<_>>(), [2, 4]);
    assert_eq!(list.lines.len(), 2, "a fault hides no other line");
}

proptest::proptest! {
    #[test]
    fn no_bytes_are_too_strange(bytes: Vec<u8>) {
        let list = AllowedSigners::parse(&bytes, &TimeZone::UTC);
        let lines = bytes.split(|byte| *byte == b'\n').count();
        assert!(list.lines.len() + list.faults.len() <= lines);
    }

    #[test]
    fn no_line_is_too_strange(line in "[a\"\\\\=, \t,#*!é]{0,40}( namespaces| valid-after|)(=\"[0-9Z]{0,15}\"|)( ssh-ed25519 A{0,9}|)") {
        let list = parse(&line);
        assert!(list.lines.is_empty());
    }
}
