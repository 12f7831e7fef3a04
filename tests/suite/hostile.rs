//! Files that no person wrote: each gives a finding, none a panic, and the rest is still read.

use std::fs;
use std::path::Path;

use casefile::assess::{AsOf, assess};
use casefile::finding::Finding;
use casefile::model::ClientId;
use casefile::survey::Survey;
use casefile::vault::Vault;

use crate::examples::{check, write};

const SETTINGS: &str =
    "format = 1\nlanguage = \"en\"\ntimezone = \"Europe/Paris\"\ncurrency = \"EUR\"\n";
const CLIENT: &str = "---\ntype: client\nname: Example\n---\n";
const INCIDENT: &str = "---\ntype: incident\ndate: 2026-04-11\nflags: [time-boundary]\n\
                        severity: low\n---\nA call at 22:40.\n";
const HOSTILE: &str = "clients/example/hostile.md";

/// A vault with one client, one sound incident and whatever is put beside it.
struct Sandbox(tempfile::TempDir);

impl Sandbox {
    fn new() -> Self {
        let sandbox = Self(tempfile::tempdir().expect("a folder"));
        sandbox.put("casefile.toml", SETTINGS);
        sandbox.put("clients/example/example.md", CLIENT);
        sandbox.put("clients/example/sound.md", INCIDENT);
        sandbox
    }

    fn with(text: impl AsRef<[u8]>) -> Self {
        let sandbox = Self::new();
        sandbox.put(HOSTILE, text);
        sandbox
    }

    fn root(&self) -> &Path {
        self.0.path()
    }

    fn put(&self, path: &str, text: impl AsRef<[u8]>) {
        write(&self.root().join(path), text.as_ref());
    }

    /// The codes of what is found at the hostile note; the sound incident is still on file.
    fn codes(&self) -> Vec<&'static str> {
        let codes = |findings: Vec<Finding>| {
            let here = findings.into_iter().filter(|finding| finding.location.path == HOSTILE);
            here.map(|finding| finding.code).collect::<Vec<_>>()
        };
        let found = codes(check(self.root()));
        assert!(self.incidents().iter().any(|id| id == "sound"), "the rest is lost");
        found
    }

    fn incidents(&self) -> Vec<String> {
        let vault = Vault::open(self.root().to_path_buf()).expect("a vault");
        let survey = Survey::of(&vault);
        let folder = survey.client(&ClientId::new("example"));
        let now = "2026-05-01T12:00:00Z".parse().expect("a moment");
        let as_of = AsOf::at_instant(now, &folder.case.client.zone);
        assess(&folder.case, survey.catalogue(), vault.settings(), as_of);
        folder.case.incidents.iter().map(|incident| incident.id.to_string()).collect()
    }
}

fn front(lines: &str) -> String {
    format!("---\ntype: incident\ndate: 2026-04-11\nflags: [a]\n{lines}\n---\nText.\n")
}

#[track_caller]
fn assert_found(text: impl AsRef<[u8]>, code: &str) {
    let codes = Sandbox::with(text).codes();
    assert!(codes.contains(&code), "{code} not in {codes:?}");
}

#[test]
fn a_bomb_of_aliases_is_not_expanded() {
    let mut bomb = String::from("a0: &a0 [lol, lol]\n");
    for level in 1..30 {
        let below = format!("*a{}", level - 1);
        bomb.push_str(&format!("a{level}: &a{level} [{below}, {below}, {below}, {below}]\n"));
    }
    assert_found(front(&bomb), "yaml-alias");
}

#[test]
fn nesting_ends_in_a_finding() {
    assert_found(front(&format!("x: {}", "[".repeat(200_000))), "yaml-syntax");
    assert_found(front(&format!("x:\n  {}a", "- ".repeat(50_000))), "yaml-syntax");
    assert_found(front(&format!("x: {}", "{a: ".repeat(50_000))), "yaml-syntax");
    assert_found(front(&format!("? {}", "? ".repeat(50_000))), "yaml-syntax");
}

#[test]
fn brackets_and_marks_of_a_body_are_read_in_time() {
    for mark in ["[", "[[", "![](", "> ", "- ", "*", "`", "<", "](", "|", "_*"] {
        let text = format!("{INCIDENT}[[sound]]\n{}", mark.repeat(50_000));
        let started = std::time::Instant::now();
        Sandbox::with(text).codes();
        assert!(started.elapsed().as_secs() < 20, "`{mark}` takes too long");
    }
}

#[test]
fn what_is_too_large_is_not_read() {
    assert_found(front(&"note: x\n".repeat(650_000)), "front-matter-too-large");
    assert_found("a".repeat(100 * 1024 * 1024), "note-too-large");
}

#[test]
fn bytes_that_are_no_text_are_named() {
    assert_found(b"---\ntype: incident\0\n---\n", "not-text");
    assert_found(b"---\ntype: incident\nquote: \xff\xfe\n---\n", "invalid-utf8");
    let utf16: Vec<u8> = front("").encode_utf16().flat_map(u16::to_le_bytes).collect();
    assert_found([&[0xff, 0xfe], utf16.as_slice()].concat(), "not-text");
    assert_found(format!("\u{feff}{}", front("severity: low")), "byte-order-mark");
}

#[test]
fn line_endings_are_all_read() {
    assert_eq!(Sandbox::with(INCIDENT.replace('\n', "\r\n")).codes(), Vec::<&str>::new());
    // Carriage returns alone end no line: nothing here is front matter to any reader.
    Sandbox::with(INCIDENT.replace('\n', "\r")).codes();
}

#[test]
fn fences_without_an_end_are_named() {
    assert_found("---\ntype: incident\n", "unclosed-front-matter");
    assert_found(format!("{}```\n[[nowhere", front("severity: low")), "unknown-flag");
    for text in ["", "---", "----\n", "---\n---", "--- \n--- \n", "---\n...\n", "\u{feff}", "\n"] {
        Sandbox::with(text).codes();
    }
}

#[test]
fn dates_at_the_ends_of_time_do_not_overflow() {
    for date in ["0000-01-01", "9999-12-31", "0001-01-01T00:00+14:00"] {
        assert_found(front("").replace("2026-04-11", date), "implausible-date");
    }
    for date in
        ["-9999-01-01", "10000-01-01", "2026-13-45", "99999999999999999999", "9999-12-31T23:59"]
    {
        assert_found(front("").replace("2026-04-11", date), "invalid-date");
    }
    let sandbox = Sandbox::new();
    sandbox.put(
        "clients/example/example.md",
        "---\ntype: client\nsigned: 9999-12-31\nnotice: 65535 months\npayment-terms: 9000 years\n\
         reply-within: 65535 days\ninvoices:\n\
         - {id: a, issued: 9999-12-31, amount: 1}\n- {id: b, issued: 0000-01-01, amount: 1}\n---\n",
    );
    assert!(!check(sandbox.root()).is_empty());
    sandbox.incidents();
}

#[test]
fn amounts_without_measure_do_not_overflow() {
    assert_found(front(&format!("cost: {}", "9".repeat(5000))), "invalid-money");
    assert_found(front("cost: 1e400"), "invalid-money");
    assert_found(front("hours: 1e400"), "invalid-number");
    let most = "79228162514264337593543950335";
    let sandbox = Sandbox::with(front(&format!("cost: {most}\nhours: {most}")));
    sandbox.put(
        "clients/example/invoices.csv",
        format!(
            "id,issued,due,amount\na,2026-01-01,2026-01-02,{most}\nb,2026-01-01,2026-01-02,{most}\n"
        ),
    );
    sandbox.codes();
}

#[test]
fn weights_and_half_lives_without_measure_do_not_overflow() {
    let sandbox = Sandbox::new();
    let settings = "[flags.time-boundary]\nweight = 1e308\nhalf-life = \"1 day\"\n\
                    [decide]\ncooling-off = \"4294967295 hours\"\nreview = \"65535 days\"\n";
    sandbox.put("casefile.toml", format!("{SETTINGS}{settings}"));
    sandbox.incidents();
    check(sandbox.root());
}

#[test]
fn a_folder_with_the_name_of_a_note_is_named() {
    let sandbox = Sandbox::new();
    sandbox.put(&format!("{HOSTILE}/inside.md"), "Text.\n");
    assert_eq!(sandbox.codes(), ["note-is-folder"]);
}

#[test]
fn a_folder_with_the_name_of_the_client_note_or_the_table_is_no_client_note() {
    let sandbox = Sandbox::new();
    sandbox.put("clients/other/other.md/inside.md", "Text.\n");
    sandbox.put("clients/other/invoices.csv/inside.md", "Text.\n");
    let codes: Vec<_> = check(sandbox.root()).iter().map(|finding| finding.code).collect();
    assert!(codes.contains(&"missing-client-note") && codes.contains(&"note-is-folder"));
}

#[cfg(unix)]
#[test]
fn links_in_circles_are_not_followed() {
    let sandbox = Sandbox::new();
    let folder = sandbox.root().join("clients/example");
    std::os::unix::fs::symlink(".", folder.join("again")).expect("a link");
    std::os::unix::fs::symlink("hostile.md", folder.join("hostile.md")).expect("a link");
    std::os::unix::fs::symlink("../..", sandbox.root().join("clients/loop")).expect("a link");
    assert_eq!(sandbox.codes(), ["symbolic-link"]);
}

#[cfg(target_os = "linux")]
#[test]
fn names_that_are_no_text_are_named() {
    use std::os::unix::ffi::OsStrExt as _;
    let sandbox = Sandbox::new();
    let name = std::ffi::OsStr::from_bytes(b"clients/example/caf\xe9.md");
    fs::write(sandbox.root().join(name), front("severity: low")).expect("a file");
    let found = check(sandbox.root());
    assert!(found.iter().any(|finding| finding.code == "unlinkable-name"));
    assert!(sandbox.incidents().iter().any(|id| id.starts_with("caf")));
    // A client's folder whose name is no text.
    let folder = sandbox.root().join(std::ffi::OsStr::from_bytes(b"clients/\xff"));
    fs::create_dir(&folder).expect("a folder");
    fs::write(folder.join("a.md"), INCIDENT).expect("a file");
    let found = check(sandbox.root());
    assert!(found.iter().any(|finding| finding.location.path.starts_with("clients/\u{fffd}")));
}

#[cfg(unix)]
#[test]
fn a_folder_that_cannot_be_read_is_named() {
    use std::os::unix::fs::PermissionsExt as _;
    if crate::examples::may_read_everything() {
        return;
    }
    let sandbox = Sandbox::new();
    let folder = sandbox.root().join("clients/example/hostile.md");
    fs::create_dir(&folder).expect("a folder");
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o000)).expect("permissions");
    let codes = sandbox.codes();
    fs::set_permissions(&folder, fs::Permissions::from_mode(0o755)).expect("permissions");
    assert!(codes.contains(&"unreadable"));
}

#[cfg(unix)]
#[test]
fn pipes_and_sockets_are_not_waited_for() {
    let sandbox = Sandbox::new();
    let _socket = std::os::unix::net::UnixListener::bind(sandbox.root().join(HOSTILE));
    assert_eq!(sandbox.codes(), ["unreadable"]);
}

#[test]
fn tables_that_are_none_are_named_or_read() {
    for table in
        ["", "\"", "a,b\n\"unclosed", "id,amount\n,,,,\n", "\u{feff}id;amount\nx;1\n", "id\n\0"]
    {
        let sandbox = Sandbox::new();
        sandbox.put("clients/example/invoices.csv", table);
        sandbox.codes();
        check(sandbox.root());
    }
    let sandbox = Sandbox::new();
    sandbox.put("clients/example/invoices.csv", b"id,amount\n\xff\xfe,1\n");
    assert!(check(sandbox.root()).iter().any(|finding| finding.code == "invalid-utf8"));
}

#[test]
fn settings_that_are_hostile_are_named() {
    for settings in [
        "",
        "= = =",
        "format = 99999999999999999999999",
        "[flags]\na = 1",
        "flags = 1\ncheck = []\nscore = 3",
        "[score]\nwatch = inf\nexit = nan\nboundary = -1",
    ] {
        let sandbox = Sandbox::new();
        sandbox.put("casefile.toml", settings);
        assert!(!check(sandbox.root()).is_empty(), "{settings}");
    }
    let sandbox = Sandbox::new();
    sandbox.put("casefile.toml", format!("{SETTINGS}x = {}", "[".repeat(100_000)));
    assert!(!check(sandbox.root()).is_empty());
    sandbox.put("casefile.toml", b"format = 1\nauthor = \"\xff\"\n");
    let vault = Vault::open(sandbox.root().to_path_buf()).expect("a vault");
    assert_eq!(vault.setting_faults()[0].fault.code, "invalid-utf8");
    assert!(vault.with_sound_settings().is_err());
}

#[test]
fn a_vault_with_nothing_in_it_checks() {
    let folder = tempfile::tempdir().expect("a folder");
    write(&folder.path().join("casefile.toml"), SETTINGS.as_bytes());
    assert_eq!(check(folder.path()), []);
    fs::create_dir_all(folder.path().join("clients/empty")).expect("a folder");
    let codes: Vec<_> = check(folder.path()).iter().map(|finding| finding.code).collect();
    assert_eq!(codes, ["missing-client-note"]);
}
