//! `docs/rules.md`, written from the table of rules and their examples.
//!
//! `CASEFILE_UPDATE_DOCS=1 cargo test --test suite rules_page` writes it anew.

use std::fmt::Write as _;
use std::fs;
use std::path::Path;

use casefile::check::{RULES, Rule};
use casefile::finding::{Finding, Level};
use casefile::locale::Locale;
use casefile::model::Language;

use crate::examples::{self, Example};

const HEAD: &str = "# Rules\n\n\
    What `casefile check` reports. Each rule has a code that does not change, a reason, an \
    example that breaks it with what is said about it, and the same example put right.\n\n\
    An *error* means that a note does not say what it is meant to say: `check` fails. A \
    *warning* is worth a look: `check --strict` fails. To leave a rule out, say why in \
    `casefile.toml`:\n\n\
    ```toml\n[check]\nignore = [{ code = \"always-never\", path = \"clients/example-client\", \
    reason = \"quoted from a chat\" }]\n```\n\n\
    This page is written from `src/check` and `tests/rules`; a test says so when it is out of \
    date.\n";

/// Examples that are described and not shown, since the files would be too large or are none.
const LONGEST: usize = 2000;

fn page() -> String {
    let mut rules: Vec<&Rule> = RULES.iter().copied().flatten().collect();
    rules.sort_by_key(|rule| rule.code);
    let mut page = HEAD.to_owned();
    for rule in rules {
        let level = match rule.level {
            Level::Error => "Error",
            Level::Warning => "Warning",
        };
        let why = rule.why;
        let _ = write!(page, "\n## {}\n\n**{level}.** {why}\n", rule.code);
        if let Some(bad) = examples::load(rule.code, "bad") {
            show_example(&mut page, &bad);
            show_findings(&mut page, rule.code, &bad);
        }
        if let Some(good) = examples::load(rule.code, "good") {
            page.push_str("\nPut right:\n");
            show_example(&mut page, &good);
        }
    }
    page
}

fn show_example(page: &mut String, example: &Example) {
    if let Some(description) = example.description() {
        let _ = write!(page, "\n{description}\n");
    }
    for (path, bytes) in &example.files {
        let text = visible(bytes);
        if text.len() > LONGEST {
            continue;
        }
        let ending = path.rsplit('.').next();
        let shown = |ending: &&str| ["md", "toml", "csv", "json"].contains(ending);
        let language = ending.filter(shown).unwrap_or("text");
        let _ = write!(page, "\n`{path}`\n\n````{language}\n{text}````\n");
    }
}

/// The text with what cannot be seen made visible.
fn visible(bytes: &[u8]) -> String {
    let mut text = String::new();
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        chunk.invalid().iter().for_each(|byte| text.push_str(&format!("⟨{byte:02x}⟩")));
    }
    text.replace('\u{feff}', "⟨feff⟩").replace('\0', "⟨00⟩").replace('\t', "⟨tab⟩")
}

fn show_findings(page: &mut String, code: &str, example: &Example) {
    let english = Locale::of(Language::En);
    // What a superuser finds is not what others find.
    let findings: Vec<Finding> = match code {
        "unreadable" => Vec::new(),
        _ => example.check(),
    };
    let findings: Vec<&Finding> = findings.iter().filter(|finding| finding.code == code).collect();
    if findings.is_empty() {
        return;
    }
    page.push_str("\n```text\n");
    for finding in findings {
        let at = &finding.location;
        let _ = writeln!(page, "{}: {}", code, english.say(&finding.message));
        let _ = writeln!(page, "  --> {}:{}:{}", at.path, at.start.line, at.start.column);
        if let Some(hint) = &finding.hint {
            let _ = writeln!(page, "  help: {}", english.say(hint));
        }
    }
    page.push_str("```\n");
}

#[test]
fn the_page_of_rules_is_up_to_date() {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/rules.md");
    let page = page();
    if std::env::var_os("CASEFILE_UPDATE_DOCS").is_some() {
        fs::write(&path, &page).expect("the page");
    }
    let present = fs::read_to_string(&path).unwrap_or_default();
    let same = present == page;
    assert!(same, "docs/rules.md is out of date: run with CASEFILE_UPDATE_DOCS=1 and commit it");
}

#[test]
fn the_page_of_the_format_has_every_name_of_a_column() {
    let page = Path::new(env!("CARGO_MANIFEST_DIR")).join("docs/format.md");
    let page = fs::read_to_string(page).expect("the page of the format");
    for (table, columns) in casefile::note::COLUMNS {
        for column in columns {
            let also: Vec<String> = column.also.iter().map(|name| format!("`{name}`")).collect();
            let row = format!("| `{table}` | `{}` | {} |\n", column.key, also.join(", "));
            assert!(page.contains(&row), "docs/format.md lacks the line\n{row}");
        }
    }
}
