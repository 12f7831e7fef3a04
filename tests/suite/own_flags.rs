//! Red flags of the user's own: what is wrong with their notes is told, by every command that
//! reads them, and one in place of a built-in one is marked.

use serde_json::Value;

use crate::sandbox::Sandbox;

/// A vault with notes below `flags/`: name and text.
fn vault(flags: &[(&str, &str)]) -> Sandbox {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    for (name, text) in flags {
        sandbox.write(&format!("flags/{name}.md"), text);
    }
    sandbox
}

/// Runs the program; the exit code, the answer, and what was said beside it.
#[track_caller]
fn run(sandbox: &Sandbox, words: &[&str]) -> (i32, String, String) {
    let output = sandbox.try_casefile(words);
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (output.status.code().unwrap(), text(output.stdout), text(output.stderr))
}

/// The findings of a command in JSON: path with line, code and message.
fn findings(sandbox: &Sandbox, words: &[&str]) -> (i32, Vec<(String, String, String)>) {
    let (code, answer, _) = run(sandbox, &[words, &["-f", "json"]].concat());
    let found: Value = serde_json::from_str(&answer).unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    let one = |finding: &Value| {
        let place = format!("{}:{}", text(&finding["path"]), finding["line"]);
        (place, text(&finding["code"]), text(&finding["message"]))
    };
    (code, found["findings"].as_array().unwrap().iter().map(one).collect())
}

const REGEX: &str =
    "---\ntype: flag\nid: call\nsignals:\n  - {lang: en, regex: 'before (eight'}\n---\n";
const UNCLOSED: &str = "---\ntype: flag\nid: tea\nname: Tea\n";
const SOUND: &str = "---\ntype: flag\nid: sunday\nsignals:\n  - {lang: en, any: [on sunday], \
                     confidence: 0.6}\nexamples:\n  flag: [Call me on Sunday.]\n---\n";
const TWICE: &str = "---\ntype: flag\nid: sunday\nsignals:\n  - {lang: en, any: [on monday], \
                     confidence: 0.6}\nexamples:\n  flag: [Call me on Monday.]\n---\n";

#[test]
fn the_test_of_red_flags_names_what_is_wrong_with_their_notes() {
    let sandbox =
        vault(&[("call", REGEX), ("tea", UNCLOSED), ("a-sunday", SOUND), ("twice", TWICE)]);
    sandbox.write("flags/novel.md", format!("---\ntype: flag\n---\n{}", "word ".repeat(2 << 20)));
    let (code, found) = findings(&sandbox, &["flags", "--test"]);
    let of: Vec<(&str, &str)> =
        found.iter().map(|(place, code, _)| (place.as_str(), code.as_str())).collect();
    assert_eq!(
        of,
        [
            ("flags/call.md:5", "signal-pattern"),
            ("flags/novel.md:1", "note-too-large"),
            ("flags/tea.md:1", "unclosed-front-matter"),
            ("flags/twice.md:3", "duplicate-flag"),
        ]
    );
    assert_eq!(code, 1);
    assert_eq!(findings(&sandbox, &["check"]), (1, found.clone()), "in the words of `check`");
    let (code, answer, _) = run(&sandbox, &["flags", "--test"]);
    let words = answer.split_whitespace().collect::<Vec<_>>().join(" ");
    for (place, code, message) in &found {
        assert!(words.contains(&format!("{place}: {message} ({code})")), "{place} {answer}");
    }
    assert!(answer.contains("4 findings in the notes of your red flags"), "{answer}");
    assert_eq!(code, 1);
}

#[test]
fn the_test_of_one_red_flag_names_its_own_faults_alone() {
    let sandbox = vault(&[("call", REGEX), ("tea", UNCLOSED), ("sunday", SOUND), ("z", TWICE)]);
    let of = |name: &str| {
        let (code, found) = findings(&sandbox, &["flags", name, "--test"]);
        (code, found.into_iter().map(|(place, _, _)| place).collect::<Vec<_>>())
    };
    assert_eq!(of("call"), (1, vec!["flags/call.md:5".to_owned()]));
    assert_eq!(of("tea"), (1, vec!["flags/tea.md:1".to_owned()]));
    assert_eq!(of("sunday"), (1, vec!["flags/z.md:3".to_owned()]));
    assert_eq!(of("threat"), (0, Vec::new()));
}

#[test]
fn the_test_of_red_flags_passes_where_there_are_but_warnings_or_the_settings_ignore_them() {
    let sandbox = vault(&[("tea", "---\ntype: flag\nid: tea\ncolour: red\n---\n")]);
    let (code, found) = findings(&sandbox, &["flags", "tea", "--test"]);
    assert_eq!((code, found.len()), (0, 1));
    sandbox.write("flags/tea.md", UNCLOSED);
    let ignore = "format = 1\n[check]\nignore = [{ code = \"unclosed-front-matter\", path = \
                  \"flags\", reason = \"not begun\" }]\n";
    sandbox.write("casefile.toml", ignore);
    assert_eq!(findings(&sandbox, &["flags", "--test"]), (0, Vec::new()));
}

#[test]
fn of_two_red_flags_with_one_id_the_signals_of_the_first_count() {
    let sandbox = vault(&[("a-sunday", SOUND), ("twice", TWICE)]);
    sandbox.write("inbox/one.txt", "Hello,\n\nwe could talk on Sunday.\n");
    sandbox.write("inbox/two.txt", "Hello,\n\nwe could talk on Monday.\n");
    let (_, answer, _) = run(&sandbox, &["scan", "inbox", "-f", "json"]);
    let found: Value = serde_json::from_str(&answer).unwrap();
    let is_found = |at: usize| {
        let flags = found["messages"][at]["flags"].as_array().unwrap();
        flags.iter().any(|flag| flag["flag"] == "sunday")
    };
    assert!(is_found(0) && !is_found(1), "{answer}");
}

#[test]
fn a_red_flag_whose_note_cannot_be_read_is_no_unknown_one() {
    let by_id = "---\ntype: flga\nid: kettle\n---\n";
    let threat = "---\ntype: flag\nid: threat\n";
    let free = "Ask before tea.\n";
    let sandbox = vault(&[("tea", UNCLOSED), ("pot", by_id), ("threat", threat), ("cup", free)]);
    let said = |name: &str| run(&sandbox, &["flags", name]);
    let (code, _, text) = said("tea");
    assert_eq!(code, 2);
    assert!(text.contains("`flags/tea.md` cannot be read as the red flag `tea`"), "{text}");
    assert!(
        text.contains("flags/tea.md:1: ") && text.contains("(unclosed-front-matter)"),
        "{text}"
    );
    assert!(!text.contains("no red flag is called"), "{text}");
    let (code, _, text) = said("kettle");
    assert!(code == 2 && text.contains("flags/pot.md:2: `flga` is no value of `type`"), "{text}");
    let (code, _, text) = said("cup");
    assert!(code == 2 && text.contains("hint: write `type: flag`"), "{text}");
    let (code, _, text) = said("teapot");
    assert!(code == 2 && text.contains("no red flag is called `teapot`"), "{text}");
    std::os::unix::fs::symlink("cup.md", sandbox.vault().join("flags/mug.md")).unwrap();
    let (code, _, text) = said("mug");
    assert!(code == 2 && text.contains("flags/mug.md:1: ") && text.contains("(symbolic-link)"));
    // The built-in one is shown, and that it is not the user's own is said.
    let (code, answer, text) = said("threat");
    assert!(code == 0 && answer.contains("built in"), "{answer}");
    assert!(text.contains("`flags/threat.md` cannot be read as a red flag"), "{text}");
}

#[test]
fn nonsense_in_a_red_flag_is_found_at_its_line() {
    let note = "---\ntype: flag\nid: \"Weird Id/../x\"\nname: {en: Tea, de: Tee}\nweight: -5\n\
                direction: sideways\ncolour: red\nreasons:\n  tea: {en: asks for tea, it: dice}\n\
                signals:\n  - {id: tea, any: [more tea], confidence: 7}\n  \
                - {id: 'T e a', any: [some tea], confidence: -0.1, tone: polite, loud: true}\n---\n";
    let sandbox = vault(&[("tea", note)]);
    let (code, found) = findings(&sandbox, &["check"]);
    assert_eq!(code, 1);
    let mut found: Vec<(String, &str, &str)> = found
        .iter()
        .map(|(place, code, message)| (place.replace("flags/tea.md:", ""), &**code, &**message))
        .collect();
    found.sort_by_key(|(line, ..)| line.parse::<usize>().unwrap());
    let id = "`id` takes lower-case words joined by hyphens, such as `sunday-call`";
    let expected = [
        ("3", "wrong-type", id),
        ("4", "unknown-key", "nothing reads the key `de`"),
        ("5", "invalid-number", "`-5` is less than 0, the least that `weight` may be"),
        ("6", "unknown-value", "`sideways` is no value of `direction`"),
        ("7", "unknown-key", "nothing reads the key `colour`"),
        ("9", "unknown-key", "nothing reads the key `it`"),
        ("11", "invalid-number", "`7` is no number from 0 to 1"),
        ("12", "wrong-type", id),
        ("12", "invalid-number", "`-0.1` is no number from 0 to 1"),
        ("12", "unknown-value", "`polite` is no value of `tone`"),
        ("12", "unknown-key", "nothing reads the key `loud`"),
    ];
    assert_eq!(found, expected.map(|(line, code, message)| (line.to_owned(), code, message)));
    // What cannot be read counts as absent, the rest goes on.
    let (code, answer, _) = run(&sandbox, &["flags", "tea", "-f", "json"]);
    let page: Value = serde_json::from_str(&answer).unwrap();
    assert_eq!((code, &page["id"], &page["weight"]), (0, &"tea".into(), &2.0.into()));
}

#[test]
fn every_key_and_id_that_the_format_knows_is_allowed() {
    let note = "---\ntype: flag\nid: 2nd-départ\nname: {en: Leaving, fr: Départ}\nweight: 0\n\
                half-life: never\ndeal-breaker: false\ndirection: outgoing\ntags: [a]\n\
                aliases: [b]\nguards: {without: [praise]}\nreasons: {l-1: says so}\nsignals:\n  \
                - {id: l-1, any: [i leave], confidence: 1}\n  - {any: [je pars], confidence: 0}\n\
                examples: {flag: [], ok: []}\n---\n";
    let sandbox = vault(&[("leaving", note)]);
    assert_eq!(findings(&sandbox, &["check", "--strict"]), (0, Vec::new()));
    assert_eq!(run(&sandbox, &["flags", "2nd-départ"]).0, 0);
}

#[test]
fn a_red_flag_in_place_of_a_built_in_one_is_marked_and_counted_and_no_finding() {
    let own = |id: &str| format!("---\ntype: flag\nid: {id}\nname: Mine\n---\n");
    let (threat, tea) = (own("threat"), own("tea"));
    let sandbox = vault(&[("my-threat", &threat), ("tea", &tea)]);
    assert_eq!(findings(&sandbox, &["check", "--strict"]), (0, Vec::new()));
    let english = "1 built-in red flag is replaced by yours: threat";
    let (_, list, _) = run(&sandbox, &["flags"]);
    let line = |id: &str| list.lines().find(|line| line.starts_with(id)).unwrap();
    assert!(line("threat ").ends_with("your vault") && list.ends_with(&format!("{english}\n")));
    let (_, page, _) = run(&sandbox, &["flags", "threat"]);
    let origin = "your vault (flags/my-threat.md), in place of the built-in one";
    assert!(page.contains(origin), "{page}");
    let (_, page, _) = run(&sandbox, &["flags", "tea"]);
    assert!(page.contains("your vault (flags/tea.md)\n"), "{page}");
    let (_, json, _) = run(&sandbox, &["flags", "-f", "json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    for flag in json["flags"].as_array().unwrap() {
        assert_eq!(flag["replaces_built_in"], flag["id"] == "threat", "{flag}");
    }
    let summary = |words: &[&str]| {
        let (code, answer, _) = run(&sandbox, words);
        assert_eq!(code, 0, "{answer}");
        answer.lines().last().unwrap().to_owned()
    };
    assert_eq!(summary(&["flags", "--test"]), english);
    let french = "1 signal d'alerte intégré est remplacé par le vôtre\u{a0}: threat";
    assert_eq!(summary(&["--speak", "fr", "flags", "threat", "--test"]), french);
    let (_, json, _) = run(&sandbox, &["flags", "threat", "--test", "-f", "json"]);
    let json: Value = serde_json::from_str(&json).unwrap();
    assert_eq!(json["replaced"], serde_json::json!(["threat"]));
    assert!(!summary(&["flags", "tea", "--test"]).contains("replaced"));
}
