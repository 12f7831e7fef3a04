//! The source as data: the phrases it makes and the words it quotes.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// A key in the parentheses of a `Phrase::new`, with the arguments that follow it at once.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Use {
    /// The file and the line.
    pub(super) place: String,
    /// The key.
    pub(super) key: String,
    /// The names in `.with("name", …)`.
    pub(super) arguments: BTreeSet<String>,
    /// Whether all arguments were read: the phrase is not kept in a variable to add more, and
    /// no name is computed.
    pub(super) complete: bool,
}

/// The texts of the files below `folder` of the package with this extension, tests left out;
/// none if there is no such folder.
pub(super) fn files(folder: &str, extension: Option<&str>) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut paths = Vec::new();
    collect(&root.join(folder), &mut paths);
    paths.sort();
    paths
        .into_iter()
        .filter(|path| extension.is_none_or(|wanted| path.extension() == Some(wanted.as_ref())))
        .filter_map(|path| {
            let name = path.strip_prefix(root).ok()?.display().to_string();
            Some((name, without_tests(&fs::read_to_string(&path).ok()?).to_owned()))
        })
        .collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(folder) else { return };
    for path in entries.flatten().map(|entry| entry.path()) {
        let name = path.file_stem().unwrap_or_default();
        match (path.is_dir(), name == "tests") {
            (_, true) => {}
            (true, false) => collect(&path, paths),
            (false, false) => paths.push(path),
        }
    }
}

/// The text before an inline test module.
fn without_tests(text: &str) -> &str {
    text.find("#[cfg(test)]\nmod tests {").map_or(text, |end| &text[..end])
}

/// The phrases that this source makes, comments left out.
pub(super) fn phrases(file: &str, text: &str) -> Vec<Use> {
    const START: &str = "Phrase::new(";
    let code = without_comments(text);
    let mut uses = Vec::new();
    let mut at = 0;
    while let Some(found) = code[at..].find(START) {
        let start = at + found;
        at = start + START.len();
        let Some(end) = closing(&code[at..]) else { continue };
        let (inside, rest) = code[at..].split_at(end);
        let (arguments, computed) = chain(rest);
        let line = code[..start].matches('\n').count() + 1;
        uses.extend(results(inside).map(|key| Use {
            place: format!("{file}:{line}"),
            key,
            arguments: arguments.clone(),
            complete: !computed && !is_continued(&code[..start], rest),
        }));
    }
    uses
}

/// The literals that an expression can come to: the whole of it, or the ends of its branches.
fn results(expression: &str) -> impl Iterator<Item = String> {
    expression.match_indices('"').filter_map(|(at, _)| {
        let before = expression[..at].trim_end();
        let is_result = before.is_empty() || before.ends_with("=>") || before.ends_with('{');
        let (key, after) = quoted(&expression[at..]).filter(|_| is_result)?;
        let is_pattern = after.trim_start().starts_with(['=', '|']);
        (!is_pattern).then_some(key)
    })
}

/// Every text between two double quotes on one line.
pub(super) fn quotations(text: &str) -> impl Iterator<Item = &str> {
    text.lines().flat_map(|line| line.split(['"', '\''])).filter(|part| !part.is_empty())
}

/// Blanks out whole-line comments, so that lines keep their numbers.
fn without_comments(text: &str) -> String {
    let lines =
        text.lines().map(|line| if line.trim_start().starts_with("//") { "" } else { line });
    lines.collect::<Vec<_>>().join("\n")
}

/// A string literal without escapes at the start of `code`, and what follows it.
fn quoted(code: &str) -> Option<(String, &str)> {
    let (text, rest) = code.trim_start().strip_prefix('"')?.split_once('"')?;
    Some((text.to_owned(), rest))
}

/// The names of the calls `.with("name", …)` at the start of `code`, and whether one of them
/// could not be read.
fn chain(mut code: &str) -> (BTreeSet<String>, bool) {
    let mut names = BTreeSet::new();
    while let Some(rest) = code.trim_start().strip_prefix(".with(") {
        let Some((name, _)) = quoted(rest) else { return (names, true) };
        names.insert(name);
        let Some(end) = closing(rest) else { return (names, true) };
        code = &rest[end..];
    }
    (names, false)
}

/// Where the parenthesis is closed that was opened before `code`: the byte after it.
fn closing(code: &str) -> Option<usize> {
    let mut depth = 1_usize;
    let mut letters = code.char_indices().peekable();
    while let Some((at, letter)) = letters.next() {
        match letter {
            '(' => depth += 1,
            ')' => depth -= 1,
            '"' => {
                while let Some((_, inside)) = letters.next() {
                    match inside {
                        '\\' => drop(letters.next()),
                        '"' => break,
                        _ => {}
                    }
                }
            }
            // A character literal such as '(' or '"'; a lifetime has no quote after it.
            '\'' if code[at + 1..].chars().nth(1) == Some('\'') => drop(letters.nth(1)),
            _ => {}
        }
        if depth == 0 {
            return Some(at + 1);
        }
    }
    None
}

/// Whether the phrase goes into a variable that gets more arguments later.
fn is_continued(before: &str, after: &str) -> bool {
    // An arm of a `match`: the whole may get its arguments later.
    if before.trim_end().ends_with(['>', '{']) {
        return true;
    }
    let statement = before.rsplit([';', '{', '}']).next().unwrap_or_default().trim();
    let Some(name) = statement.strip_prefix("let ").and_then(|rest| rest.strip_suffix('=')) else {
        return false;
    };
    let name = name.trim().trim_start_matches("mut ");
    after.contains(&format!("{name}.with("))
}

#[test]
fn a_chain_of_arguments_is_read_across_lines_and_nested_calls() {
    let text = r#"fn f() {
    // Phrase::new("no")
    g(Phrase::new("yes")
        .with("a", h(')', ")"))
        .with("b", Phrase::new("inner").with("c", 1))
        .into());
    let open = Phrase::new("open");
    let closed = Phrase::new("closed");
    Phrase::new(match "word" { "word" => "one", _ => "two" }).with("d", open.with("e", 1));
}"#;
    let read: Vec<_> = phrases("f.rs", text)
        .into_iter()
        .map(|one| {
            let names = one.arguments.into_iter().collect::<Vec<_>>().join(" ");
            format!("{} {} [{names}] {}", one.place, one.key, one.complete)
        })
        .collect();
    assert_eq!(
        read,
        [
            "f.rs:3 yes [a b] true",
            "f.rs:5 inner [c] true",
            "f.rs:7 open [] false",
            "f.rs:8 closed [] true",
            "f.rs:9 one [d] true",
            "f.rs:9 two [d] true",
        ]
    );
}
