//! SARIF as the standard has it: of every object of 2.1.0 that casefile writes, which keys there
//! may be, which must be, and what they hold. The published schema is not part of this
//! repository, since its terms are no licence for that; this is what it asks of these objects.

use serde_json::Value;

use crate::examples;
use crate::sandbox::Sandbox;

/// What a property holds.
#[derive(Clone, Copy)]
enum Holds {
    /// Text.
    Text,
    /// Text that is one of these words.
    OneOf(&'static [&'static str]),
    /// A whole number, at least this.
    AtLeast(u64),
    /// An object of the standard, by its name.
    One(&'static str),
    /// A list of such objects.
    Many(&'static str),
}

use Holds::{AtLeast, Many, One, OneOf, Text};

/// A property: its name, whether it must be there, what it holds.
type Property = (&'static str, bool, Holds);

const LEVELS: &[&str] = &["none", "note", "warning", "error"];

/// The objects, each with every property that casefile writes.
const OBJECTS: [(&str, &[Property]); 12] = [
    (
        "sarifLog",
        &[
            ("$schema", false, Text),
            ("version", true, OneOf(&["2.1.0"])),
            ("runs", true, Many("run")),
        ],
    ),
    (
        "run",
        &[
            ("tool", true, One("tool")),
            ("columnKind", false, OneOf(&["utf16CodeUnits", "unicodeCodePoints"])),
            ("results", false, Many("result")),
        ],
    ),
    ("tool", &[("driver", true, One("toolComponent"))]),
    (
        "toolComponent",
        &[
            ("name", true, Text),
            ("semanticVersion", false, Text),
            ("rules", false, Many("reportingDescriptor")),
        ],
    ),
    (
        "reportingDescriptor",
        &[
            ("id", true, Text),
            ("fullDescription", false, One("multiformatMessageString")),
            ("defaultConfiguration", false, One("reportingConfiguration")),
        ],
    ),
    ("multiformatMessageString", &[("text", true, Text)]),
    ("reportingConfiguration", &[("level", false, OneOf(LEVELS))]),
    (
        "result",
        &[
            ("ruleId", false, Text),
            ("ruleIndex", false, AtLeast(0)),
            ("level", false, OneOf(LEVELS)),
            ("message", true, One("message")),
            ("locations", false, Many("location")),
        ],
    ),
    ("message", &[("text", true, Text)]),
    ("location", &[("physicalLocation", false, One("physicalLocation"))]),
    (
        "physicalLocation",
        &[("artifactLocation", true, One("artifactLocation")), ("region", false, One("region"))],
    ),
    ("artifactLocation", &[("uri", true, Text), ("uriBaseId", false, Text)]),
];

const REGION: &[Property] = &[
    ("startLine", true, AtLeast(1)),
    ("startColumn", false, AtLeast(1)),
    ("endLine", false, AtLeast(1)),
    ("endColumn", false, AtLeast(1)),
];

fn properties(object: &str) -> &'static [Property] {
    match object {
        "region" => REGION,
        _ => OBJECTS.iter().find(|(name, _)| *name == object).unwrap().1,
    }
}

/// What is wrong with a value that is to be this object.
fn faults(object: &str, value: &Value, found: &mut Vec<String>) {
    let Some(map) = value.as_object() else {
        found.push(format!("{object} is {value}"));
        return;
    };
    let known = properties(object);
    for key in map.keys().filter(|key| !known.iter().any(|(name, ..)| name == key)) {
        found.push(format!("{object} has `{key}`, which the test does not know"));
    }
    for (name, needed, holds) in known {
        let Some(value) = map.get(*name) else {
            if *needed {
                found.push(format!("{object} lacks `{name}`"));
            }
            continue;
        };
        let fits = match holds {
            Text => value.is_string(),
            OneOf(words) => value.as_str().is_some_and(|word| words.contains(&word)),
            AtLeast(least) => value.as_u64().is_some_and(|number| number >= *least),
            One(inner) => {
                faults(inner, value, found);
                true
            }
            Many(inner) => {
                let items = value.as_array().map(Vec::as_slice);
                items.unwrap_or_default().iter().for_each(|item| faults(inner, item, found));
                items.is_some()
            }
        };
        if !fits {
            found.push(format!("{object}.{name} is {value}"));
        }
    }
}

/// Whether a reference holds nothing but what RFC 3986 has in a relative path.
fn is_relative_reference(uri: &str) -> bool {
    let plain = |char: char| char.is_ascii_alphanumeric() || "-._~/%!$&'()*+,;=@".contains(char);
    !uri.is_empty() && !uri.starts_with('/') && uri.chars().all(plain)
}

fn assert_sarif(what: &str, text: &str) -> usize {
    let log: Value = serde_json::from_str(text).unwrap();
    let mut found = Vec::new();
    faults("sarifLog", &log, &mut found);
    assert!(found.is_empty(), "{what}: {found:#?}");
    let run = &log["runs"][0];
    let rules = run["tool"]["driver"]["rules"].as_array().unwrap();
    let results = run["results"].as_array().unwrap();
    for result in results {
        let index = usize::try_from(result["ruleIndex"].as_u64().unwrap()).unwrap();
        assert_eq!(rules[index]["id"], result["ruleId"], "{what}");
        let place = &result["locations"][0]["physicalLocation"];
        let uri = place["artifactLocation"]["uri"].as_str().unwrap();
        assert!(is_relative_reference(uri), "{what}: {uri}");
        let at = |key: &str| place["region"][key].as_u64().unwrap();
        assert!((at("startLine"), at("startColumn")) <= (at("endLine"), at("endColumn")), "{what}");
    }
    let mut ids: Vec<&str> = rules.iter().map(|rule| rule["id"].as_str().unwrap()).collect();
    let count = ids.len();
    ids.dedup();
    assert_eq!(ids.len(), count, "{what}: a rule comes twice");
    results.len()
}

#[test]
fn every_finding_of_every_rule_is_sarif() {
    use casefile::locale::Locale;
    use casefile::model::Language;
    use casefile::render::findings::findings_sarif;
    let mut results = 0;
    for code in examples::codes() {
        let Some(example) = examples::load(&code, "bad") else { continue };
        let findings = example.check();
        for prefix in ["", "notes/über uns/"] {
            let text = findings_sarif(&findings, prefix, Locale::of(Language::En)).unwrap();
            results += assert_sarif(&code, &text);
        }
    }
    assert!(results > 100, "{results}");
}

#[test]
fn a_vault_with_and_without_findings_is_sarif() {
    let sandbox = Sandbox::with_example();
    let sarif = |sandbox: &Sandbox| {
        let output = sandbox.try_casefile(&["check", "-f", "sarif"]);
        String::from_utf8(output.stdout).unwrap()
    };
    assert_eq!(assert_sarif("the example", &sarif(&sandbox)), 0);
    sandbox.write("clients/lantern-press/é #1%.md", "---\ntype: incidnt\nx: \"\u{1b}\n---\n");
    assert!(assert_sarif("a hostile name", &sarif(&sandbox)) > 0);
}

#[test]
fn what_is_no_sarif_is_told() {
    let mut found = Vec::new();
    let wrong = serde_json::json!({"version": "2.0.0", "runs": [{"results": [{"level": "bad"}]}]});
    faults("sarifLog", &wrong, &mut found);
    assert_eq!(found.len(), 4, "{found:?}");
}
