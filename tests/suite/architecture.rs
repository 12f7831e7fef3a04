//! The invariants of ARCHITECTURE.md that can be read off the sources.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::{Path, PathBuf};

/// A source file: its path below `src/`, and its text without tests.
struct Source {
    path: String,
    text: String,
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn collect(folder: &Path, ending: &str, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, ending, found);
        } else if path.to_string_lossy().ends_with(ending) {
            found.push(path);
        }
    }
}

fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    collect(&root().join("src"), ".rs", &mut paths);
    paths.sort();
    paths
        .into_iter()
        .map(|path| {
            let text = fs::read_to_string(&path).unwrap();
            let text = text.split("#[cfg(test)]").next().unwrap_or_default().to_owned();
            let path = path.strip_prefix(root().join("src")).unwrap();
            Source { path: path.to_string_lossy().into_owned(), text }
        })
        .filter(|source| !source.path.contains("/tests/"))
        .collect()
}

/// The top-level module that a file belongs to.
fn module(path: &str) -> &str {
    path.split('/').next().unwrap_or(path).trim_end_matches(".rs")
}

/// The top-level modules that a file names.
fn imports(text: &str) -> BTreeSet<&str> {
    text.lines()
        .filter(|line| !line.trim_start().starts_with("//"))
        .flat_map(|line| line.split("crate::").skip(1))
        .filter_map(|rest| rest.split(|char: char| !char.is_alphanumeric() && char != '_').next())
        .filter(|name| !name.is_empty())
        .collect()
}

#[test]
fn the_bottom_of_the_house_imports_nothing_above_it() {
    let allowed: BTreeMap<&str, &[&str]> = BTreeMap::from([
        ("model", &["model"][..]),
        ("phrase", &["model"][..]),
        ("finding", &["phrase"][..]),
        ("note", &["model", "phrase", "finding", "note"][..]),
        ("assess", &["model", "phrase", "assess"][..]),
        ("learn", &["model", "phrase", "assess", "learn"][..]),
        ("decide", &["model", "phrase", "note", "assess", "exit", "decide"][..]),
        ("exit", &["model", "phrase", "assess", "locale", "exit"][..]),
        ("check", &["model", "phrase", "finding", "note", "assess", "exit", "check", "vault"][..]),
        ("letter", &["model", "phrase", "locale", "assess", "exit", "signal", "letter"][..]),
        ("bundle", &["model", "phrase", "bundle"]),
        ("pubkey", &["pubkey"]),
        ("dkim", &["pubkey", "dkim"]),
        ("anchor", &["model", "phrase", "pubkey", "anchor"]),
        ("signal", &["model", "phrase", "finding", "note", "signal"]),
        ("mail", &["model", "finding", "signal", "mail"]),
        ("locale", &["model", "phrase", "locale", "finding"][..]),
        ("query", &["model", "phrase", "finding", "note", "query"][..]),
    ]);
    for source in sources() {
        let Some(allowed) = allowed.get(module(&source.path)) else { continue };
        for import in imports(&source.text) {
            assert!(allowed.contains(&import), "src/{} imports `{import}`", source.path);
        }
    }
}

#[test]
fn modules_form_no_cycle() {
    let mut edges: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let sources = sources();
    let known: BTreeSet<&str> = sources.iter().map(|source| module(&source.path)).collect();
    for source in &sources {
        let from = module(&source.path);
        let to = imports(&source.text).into_iter().filter(|to| *to != from && known.contains(to));
        edges.entry(from.to_owned()).or_default().extend(to.map(str::to_owned));
    }
    // Take away modules that import nothing that is left, until nothing is left.
    while !edges.is_empty() {
        let left: BTreeSet<String> = edges.keys().cloned().collect();
        let before = edges.len();
        edges.retain(|_, to| to.iter().any(|to| left.contains(to)));
        assert!(edges.len() < before, "a cycle among {left:?}: {edges:?}");
    }
}

#[test]
fn a_command_imports_no_other_command() {
    let shared =
        ["mod", "decision", "document", "evidence", "example", "messages", "notes", "on_file"];
    let shared = [
        &shared[..],
        &["options", "output", "paths", "reading", "recording", "session", "surveying", "telling"],
        &["turn", "verifying", "words"],
    ]
    .concat();
    let sources: Vec<Source> =
        sources().into_iter().filter(|source| source.path.starts_with("cli/")).collect();
    let name = |path: &str| path.trim_start_matches("cli/").trim_end_matches(".rs").to_owned();
    let commands: Vec<String> = sources
        .iter()
        .map(|source| name(&source.path))
        .filter(|name| !shared.contains(&name.as_str()))
        .collect();
    assert!(commands.len() >= 10, "the commands are {commands:?}");
    for source in sources.iter().filter(|source| name(&source.path) != "mod") {
        for command in commands.iter().filter(|command| **command != name(&source.path)) {
            let uses = [format!("super::{command}::"), format!("cli::{command}::")];
            for used in uses {
                assert!(!source.text.contains(&used), "src/{} uses `{used}`", source.path);
            }
        }
    }
}

#[test]
fn every_outside_thing_has_one_owner() {
    let owners: [(&str, &[&str]); 24] = [
        ("git2::", &["ledger"]),
        ("der::", &["pubkey"]),
        ("rsa::", &["pubkey"]),
        ("p256::", &["pubkey"]),
        ("p384::", &["pubkey"]),
        ("ed25519_dalek::", &["pubkey"]),
        ("base64ct::", &["pubkey"]),
        ("sha1::", &["anchor", "ledger"]),
        ("ssh_key::", &["ledger"]),
        ("minijinja::", &["render"]),
        ("gray_matter::", &["note"]),
        ("granit_parser::", &["note"]),
        ("pulldown_cmark::", &["note", "render"]),
        ("walkdir::", &["vault"]),
        ("include_dir::", &["vault", "render"]),
        ("toml::", &["vault"]),
        ("zip::", &["vault"]),
        ("fluent_bundle::", &["locale"]),
        ("icu_", &["locale"]),
        ("annotate_snippets::", &["render"]),
        ("mail_parser::", &["mail"]),
        ("chardetng::", &["mail"]),
        ("encoding_rs::", &["mail"]),
        ("clap::", &["cli"]),
    ];
    for source in sources() {
        let module = module(&source.path);
        let code: String = source
            .text
            .lines()
            .filter(|line| !line.trim_start().starts_with("//"))
            .collect::<Vec<_>>()
            .join("\n");
        for (thing, allowed) in owners {
            let uses =
                code.contains(&format!("use {thing}")) || code.contains(&format!(" {thing}"));
            assert!(!uses || allowed.contains(&module), "src/{} uses {thing}", source.path);
        }
        let reads_files = code.contains("std::fs") || code.contains("fs::read");
        assert!(
            !reads_files || ["vault", "ledger"].contains(&module),
            "src/{} touches files",
            source.path
        );
        let prints = code.contains("println!") || code.contains("std::io::stdout");
        assert!(!prints || source.path == "ui.rs", "src/{} prints", source.path);
    }
}

#[test]
fn nothing_uses_what_fuzzing_asserts() {
    for source in sources().iter().filter(|source| !source.path.ends_with("fuzzing.rs")) {
        assert!(!source.text.contains("fuzzing::"), "src/{} uses `fuzzing`", source.path);
    }
}

#[test]
fn no_file_is_too_long() {
    for source in sources() {
        let lines = source.text.lines().count();
        assert!(lines <= 350, "src/{} has {lines} lines: split it", source.path);
    }
}

#[test]
fn every_module_says_what_it_owns() {
    for source in sources() {
        assert!(source.text.starts_with("//!"), "src/{} has no `//!`", source.path);
    }
}

#[test]
fn every_path_that_a_document_names_exists() {
    let mut documents: Vec<PathBuf> =
        ["README.md", "ARCHITECTURE.md", "CONTRIBUTING.md", "fuzz/README.md"]
            .map(|name| root().join(name))
            .into();
    collect(&root().join("docs"), ".md", &mut documents);
    for document in documents {
        let text = fs::read_to_string(&document).unwrap();
        for quoted in text.split('`').skip(1).step_by(2) {
            let tops = ["src/", "tests/", "docs/", "templates/", "vault-example/", ".ci/"];
            let tops = [&tops[..], &["benches/", "examples/", "fuzz/", ".github/"]].concat();
            let path = quoted.split(['<', '{', '*', '…']).next().unwrap_or_default();
            if tops.iter().any(|top| quoted.starts_with(top)) && !quoted.contains(' ') {
                let path = path.trim_end_matches('/');
                assert!(
                    root().join(path).exists() || quoted.contains(['<', '{', '*', '…']),
                    "{} names `{quoted}`",
                    document.display()
                );
            }
        }
    }
}
