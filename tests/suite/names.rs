//! Text of others stays text: whatever a client is called or says, no output takes it for more.

use casefile::render::mark::MARK;

use crate::sandbox::Sandbox;

/// Names and words that try to be more than text.
const HOSTILE: [(&str, &str); 8] = [
    ("pipe", "A | B || C \\| D"),
    ("html", "<script>alert(1)</script><img src=x onerror=alert(2)> & \"q\" 'p'"),
    ("emoji", "👩🏽‍💻 Studio 🏳️‍🌈 é"),
    ("rtl", "שלום \u{202e}gnp.exe\u{202c} عميل"),
    (
        "escape",
        "Red \u{1b}[31malarm\u{1b}[0m \u{1b}]8;;https://evil.example\u{7}link\u{1b}]8;;\u{7} \u{9b}2J",
    ),
    ("workflow", "::error file=a,line=1::owned %0A::set-output name=x::y"),
    ("markdown", "# Title *bold* [link](javascript:alert(1)) `code` ![i](x) \\ --- <!-- c -->"),
    ("lines", "one\n::warning::two\n| three |\n# four\r\n<b>five</b>"),
];

/// A YAML double-quoted scalar.
fn quoted(text: &str) -> String {
    let escaped: String = text
        .chars()
        .map(|char| match char {
            '"' | '\\' => format!("\\{char}"),
            char if char.is_control() || char == '\u{9b}' => format!("\\u{:04x}", u32::from(char)),
            char => char.to_string(),
        })
        .collect();
    format!("\"{escaped}\"")
}

/// A vault in which every text field of a client is hostile, with a decision on it.
fn vault(id: &str, hostile: &str) -> Sandbox {
    let sandbox = Sandbox::with_identity();
    sandbox.casefile(&["init"]);
    let words = quoted(hostile);
    sandbox.write(
        &format!("clients/{id}/{id}.md"),
        format!(
            "---\ntype: client\nname: {words}\ncontact: {words}\ndecision-maker: {words}\nlanguage: en\nsigned: 2026-01-10\nscope:\n  - {words}\n---\n"
        ),
    );
    sandbox.write(
        &format!("clients/{id}/2026-11-02-call.md"),
        format!(
            "---\ntype: incident\ndate: 2026-11-02\nflags: [time-boundary]\nseverity: high\nstatus: confirmed\nquote: {words}\nour-part: {words}\n---\n{hostile}\n\n## Reading\n{hostile}\n"
        ),
    );
    sandbox.write(
        &format!("clients/{id}/2026-11-03-thanks.md"),
        format!("---\ntype: credit\ndate: 2026-11-03\n---\n{hostile}\n"),
    );
    sandbox.write(
        &format!("clients/{id}/2026-11-04-fault.md"),
        format!(
            "---\ntype: incident\ndate: {words}\nflags: [{words}]\nseverity: {words}\n---\nx\n"
        ),
    );
    let statement = format!("--statement={hostile}");
    let consequence = format!("--consequence={hostile}");
    sandbox.casefile(&[
        "decide",
        id,
        "boundary",
        &statement,
        &consequence,
        "--covers=time-boundary",
        "--told=email",
        &format!("-m{hostile}"),
    ]);
    sandbox
}

/// Everything the program prints on it: the command, and both outputs.
fn printed(sandbox: &Sandbox, id: &str, commands: &[&[&str]]) -> Vec<(String, String)> {
    commands
        .iter()
        .map(|command| {
            let command: Vec<&str> =
                command.iter().map(|word| if *word == "ID" { id } else { word }).collect();
            let output = sandbox.try_casefile(&command);
            assert!(output.status.code() < Some(2), "{command:?} of {id}");
            let both = [output.stdout, output.stderr].concat();
            (format!("{command:?} of {id}"), String::from_utf8(both).unwrap())
        })
        .collect()
}

const EVERY: [&[&str]; 16] = [
    &[],
    &["status", "-f", "json"],
    &["report", "ID"],
    &["report", "ID", "-f", "markdown"],
    &["report", "-f", "html"],
    &["report", "ID", "-f", "json"],
    &["explain", "ID"],
    &["timeline", "ID"],
    &["check"],
    &["check", "-f", "github"],
    &["check", "-f", "json"],
    &["check", "-f", "sarif"],
    &["audit"],
    &["audit", "verify"],
    &["log", "ID", "time-boundary", "-m\u{1b}[31m x", "--dry-run"],
    &["decide", "ID", "exit", "-m\u{1b}[31m\n::error::x", "--dry-run"],
];

#[test]
fn no_control_character_reaches_a_terminal_and_no_line_commands_a_workflow() {
    let acts = |char: char| {
        char.is_control() && !"\n\t".contains(char) || ('\u{202a}'..='\u{202e}').contains(&char)
    };
    let mut faults = Vec::new();
    for (id, hostile) in HOSTILE {
        let sandbox = vault(id, hostile);
        for (what, text) in printed(&sandbox, id, &EVERY) {
            let sent = text.lines().filter(|line| line.contains(acts));
            faults.extend(sent.map(|line| format!("{what} sends {line:?}")));
            // A dry run shows the note as it would be; annotations are what `-f github` is for,
            // and each names a rule.
            let own = |line: &str| what.contains("github") && line.contains(",title=");
            let commands = text
                .lines()
                .filter(|line| line.trim_start().starts_with("::") && !own(line))
                .filter(|_| !what.contains("--dry-run"));
            faults.extend(commands.map(|line| format!("{what} commands {line}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn no_tag_gets_into_a_page() {
    for (id, hostile) in HOSTILE {
        let sandbox = vault(id, hostile);
        let page = sandbox.casefile(&["report", id, "-f", "html"]);
        let page = page.strip_suffix(MARK).unwrap();
        for tag in
            ["<script", "<img", "<b>five", "<!-- c", "javascript:alert(1)\"", "onerror=alert(2)>"]
        {
            assert!(!page.contains(tag), "{id}: {tag}");
        }
        // Every `<` that is left begins a tag of the template.
        let template =
            ["html", "head", "meta", "title", "style", "body", "main", "header", "footer"];
        let template = [&template[..], &["section", "article", "h1", "h2", "h3", "h4", "p", "ul"]];
        let more =
            ["ol", "li", "table", "thead", "tbody", "tr", "th", "td", "strong", "em", "span"];
        let last =
            ["div", "blockquote", "svg", "path", "line", "rect", "text", "circle", "g", "dl"];
        let end = ["dt", "dd", "small", "time", "details", "summary", "code", "figure", "caption"];
        let end =
            [&end[..], &["polyline", "figcaption", "desc", "br", "hr", "a", "cite", "q"]].concat();
        let known = [&template.concat()[..], &more, &last, &end].concat();
        for part in page.split('<').skip(1) {
            let name = part.trim_start_matches('/').split([' ', '>', '\n', '/']).next().unwrap();
            assert!(known.contains(&name) || name == "!doctype", "{id}: <{name}");
        }
    }
}

#[test]
fn no_row_of_a_table_breaks_and_no_html_or_heading_gets_into_markdown() {
    let plain = vault("plain", "Nothing special");
    let count =
        |text: &str, start: &str| text.lines().filter(|line| line.starts_with(start)).count();
    let expected = plain.casefile(&["report", "plain", "-f", "markdown"]);
    for (id, hostile) in HOSTILE {
        let sandbox = vault(id, hostile);
        let report = sandbox.casefile(&["report", id, "-f", "markdown"]);
        let report = report.strip_suffix(MARK).unwrap();
        let active = report.replace("\\]", "");
        for tag in ["<script", "<img", "<b>", "<!--", "](javascript:"] {
            assert!(!active.contains(tag), "{id}: {tag} in {report}");
        }
        assert_eq!(count(report, "#"), count(&expected, "#"), "{id}: headings of {report}");
        assert_eq!(count(report, "|"), count(&expected, "|"), "{id}: rows of {report}");
        let cells = |line: &str| {
            let bars = line.match_indices('|');
            bars.filter(|(at, _)| !line[..*at].ends_with('\\')).count()
        };
        let mut lines = report.lines().peekable();
        while let Some(line) = lines.next() {
            let row = |line: &&str| line.starts_with('|');
            if row(&line) && lines.peek().is_some_and(row) {
                let next = lines.peek().copied().unwrap();
                assert_eq!(cells(line), cells(next), "{id}: {line}\n{next}");
            }
        }
    }
}

#[test]
fn a_reason_forges_no_trailer_and_the_trail_verifies() {
    for (id, hostile) in HOSTILE {
        let sandbox = vault(id, hostile);
        let keys = "--format=%(trailers:keyonly)";
        let trailers = sandbox.git(&["log", "-1", keys]);
        assert!(trailers.lines().all(|key| key.is_empty() || key.starts_with("Casefile-")), "{id}");
        assert_eq!(sandbox.git(&["log", "-1", "--format=%s"]).lines().count(), 1, "{id}");
        sandbox.casefile(&["audit", "verify"]);
        sandbox.fsck();
    }
}

#[test]
fn a_client_called_anything_is_made_and_found_again() {
    for (_, hostile) in HOSTILE {
        let sandbox = Sandbox::with_identity();
        sandbox.casefile(&["init"]);
        let made = sandbox.casefile(&["new", hostile]);
        assert!(sandbox.exists(made.trim_end()), "{made}");
        let checked = sandbox.try_casefile(&["check"]);
        let said = String::from_utf8_lossy(&checked.stdout).into_owned();
        assert_eq!(checked.status.code(), Some(0), "{hostile:?}: {said}");
        let status = sandbox.casefile(&["status", "-f", "json"]);
        let status: serde_json::Value = serde_json::from_str(&status).unwrap();
        assert_eq!(status["clients"][0]["name"], hostile);
    }
}
