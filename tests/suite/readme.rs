//! The commands of README.md and of both tutorials print what these say they print.

use std::fs;
use std::path::Path;

use crate::console::{Console, Session, sessions};

fn read(path: &str) -> String {
    fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(path)).unwrap_or_default()
}

#[test]
fn the_sessions_of_the_readme_go_as_they_are_printed() {
    for session in sessions(&read("README.md")) {
        Console::new().check(&session);
    }
}

/// A tutorial is one long session.
fn live(path: &str) {
    let text = read(path);
    let blocks: Vec<Session<'_>> = sessions(&text);
    assert!(blocks.len() > 20, "{path}");
    let mut console = Console::new();
    blocks.iter().for_each(|block| console.check(block));
}

#[test]
fn the_tutorial_can_be_lived_as_it_is_printed() {
    live("docs/tutorial.md");
}

#[test]
fn the_french_tutorial_can_be_lived_as_it_is_printed() {
    live("docs/fr/tutoriel.md");
}
