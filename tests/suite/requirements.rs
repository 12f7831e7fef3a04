//! `docs/requirements.md` has a row for each requirement, and names tests that exist.

use std::fs;
use std::path::Path;

/// The requirements, R1 to this one.
const LAST: usize = 31;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The rows of the table: requirement and the rest.
fn rows(text: &str) -> Vec<(&str, &str)> {
    let rows = text.lines().filter_map(|line| line.strip_prefix("| R"));
    rows.filter_map(|row| row.split_once(" | ")).collect()
}

/// The tests that a row names.
fn tests(row: &str) -> impl Iterator<Item = (&str, &str)> {
    row.split('`').skip(1).step_by(2).filter_map(|quoted| quoted.rsplit_once("::"))
}

/// Whether the file of a module has a test of this name.
fn has_test(module: &str, name: &str) -> bool {
    let path = module.replace("::", "/");
    let (folder, file) = path.rsplit_once('/').unwrap_or((".", &path));
    let places = [
        format!("tests/suite/{path}.rs"),
        format!("src/{path}.rs"),
        format!("src/{path}/tests.rs"),
        format!("src/{folder}/tests/{file}.rs"),
    ];
    places.iter().filter_map(|place| fs::read_to_string(root().join(place)).ok()).any(|text| {
        let lines: Vec<&str> = text.lines().map(str::trim).collect();
        let head = format!("fn {name}(");
        let mut heads = lines.iter().enumerate().filter(|(_, line)| line.starts_with(&head));
        heads.any(|(at, _)| {
            let above = lines[..at].iter().rev().take_while(|line| line.starts_with("#["));
            above.into_iter().any(|line| *line == "#[test]")
        })
    })
}

#[test]
fn every_requirement_has_its_row_and_every_named_test_exists() {
    let text = fs::read_to_string(root().join("docs/requirements.md")).unwrap();
    let rows = rows(&text);
    let numbers: Vec<usize> = rows.iter().map(|(number, _)| number.parse().unwrap()).collect();
    assert_eq!(numbers, (1..=LAST).collect::<Vec<_>>());
    let mut missing = Vec::new();
    for (number, row) in rows {
        if tests(row).next().is_none() && !row.contains("*not yet*") {
            missing.push(format!("R{number} names no test"));
        }
        let unknown = tests(row).filter(|(module, name)| !has_test(module, name));
        missing.extend(unknown.map(|(module, name)| format!("R{number}: `{module}::{name}`")));
    }
    assert!(missing.is_empty(), "\n{}\n", missing.join("\n"));
}

#[test]
fn a_test_that_is_not_there_is_not_found() {
    assert!(has_test("requirements", "a_test_that_is_not_there_is_not_found"));
    assert!(!has_test("requirements", "has_test"), "no test");
    assert!(!has_test("requirements", "nothing_of_this_name"));
}
