//! Words that try to act, in every format.

use pulldown_cmark::{Event, Options, Parser, Tag};

use super::*;

const FRIENDLY: &str = "words";
const HOSTILE: [&str; 12] = [
    "Anna \"Ace\" O'Neil | <b onclick='x()'>bold</b> & co",
    "<script>alert(1)</script><!-- casefile:end timeline -->",
    "\u{1b}[31mred\u{1b}]0;title\u{7}\u{9b}1m",
    "::error file=a.md,line=1::gotcha",
    "##[error]gotcha ::set-output name=x::y",
    "שלום \u{202e}txt.exe\u{202c} \u{2066}x\u{2069}",
    "👩‍🎨 日本語の名前 e\u{301}",
    "# Heading",
    "- item\n1. one\n> quote\n```\ncode",
    "---\n===\n| a | b |\n|---|---|",
    "{{ 7 * 7 }} {% raw %} ${x} %n",
    "[link](javascript:alert(1)) ![i](x) [[wiki]] @octocat `x` *a* _b_ ~~c~~",
];

fn nothing_acts(document: &str, what: &str) {
    let acting = document.chars().find(|letter| {
        (letter.is_control() && *letter != '\n')
            || matches!(letter, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}')
    });
    assert_eq!(acting, None, "{what}");
    for line in document.lines() {
        assert!(!line.trim_start().starts_with("::") && !line.contains("##["), "{what}: {line}");
    }
}

/// Headings, rows, cells and marks of a Markdown document, without its words.
fn structure(document: &str) -> Vec<String> {
    let options =
        Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH | Options::ENABLE_WIKILINKS;
    let shape = |event: Event<'_>| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(format!("{level}")),
        Event::Start(Tag::Link { dest_url, .. }) if dest_url.starts_with("mailto") => None,
        Event::Start(tag) => {
            Some(format!("{tag:?}").split(['(', ' ']).next().unwrap_or("").to_owned())
        }
        Event::Html(html) | Event::InlineHtml(html) if html.trim() != "<!-- -->" => {
            Some(html.to_string())
        }
        Event::Code(_) => Some("Code".to_owned()),
        _ => None,
    };
    Parser::new_ext(document, options).filter_map(shape).collect()
}

/// The tags of an HTML document, without their attributes' values and the words.
fn tags(document: &str) -> Vec<String> {
    let inside = document.split('<').skip(1).filter_map(|rest| rest.split_once('>'));
    inside.map(|(tag, _)| tag.split([' ', '=']).next().unwrap_or("").to_owned()).collect()
}

#[test]
fn markdown_keeps_its_structure_whatever_the_words() {
    let templates = Templates::built_in();
    for language in Language::ALL {
        let locale = Locale::of(language);
        let report = |words: &str| {
            let one = Reckoned::with(words).report();
            let two = [one.clone(), one.clone()];
            let single = report_markdown(&templates, &one, locale).expect("a report");
            single + &reports_markdown(&templates, &two, locale).expect("reports")
        };
        let friendly = structure(&report(FRIENDLY));
        for words in HOSTILE {
            let document = report(words);
            nothing_acts(&document, words);
            let paragraphs = |shape: Vec<String>| -> Vec<String> {
                shape.into_iter().filter(|tag| tag != "Paragraph").collect()
            };
            assert_eq!(paragraphs(structure(&document)), paragraphs(friendly.clone()), "{words}");
        }
    }
}

#[test]
fn html_keeps_its_structure_whatever_the_words() {
    let templates = Templates::built_in();
    let locale = Locale::of(Language::Fr);
    let report = |words: &str| {
        let one = Reckoned::with(words).report();
        reports_html(&templates, &[one.clone(), one], locale).expect("a report")
    };
    let without = |tags: Vec<String>| -> Vec<String> {
        tags.into_iter().filter(|tag| !matches!(tag.as_str(), "p" | "/p" | "br")).collect()
    };
    let friendly = without(tags(&report(FRIENDLY)));
    for words in HOSTILE {
        let document = report(words);
        nothing_acts(&document, words);
        assert_eq!(without(tags(&document)), friendly, "{words}");
        assert!(!document.contains("<script") && !document.contains("onclick='"));
    }
}

#[test]
fn terminal_text_and_json_send_nothing() {
    for language in Language::ALL {
        let locale = Locale::of(language);
        for words in HOSTILE {
            let all = Reckoned::with(words);
            for width in [0, 40, 80, 200] {
                let style = TextStyle { width, ..STYLE };
                nothing_acts(&report_text(&[all.report()], locale, style), words);
                nothing_acts(&explain_text(&all.explained(), locale, style), words);
                nothing_acts(&timeline_text(&all.timeline(), locale, style), words);
                nothing_acts(&status_text(&all.status(), locale, style), words);
            }
            for text in [
                json(&all.report()),
                json(&all.explained()),
                json(&all.timeline()),
                json(&all.status()),
            ] {
                let text = text.expect("JSON");
                assert!(serde_json::from_str::<serde_json::Value>(&text).is_ok());
                assert!(!text.chars().any(|letter| letter.is_ascii_control() && letter != '\n'));
            }
        }
    }
}

#[test]
fn a_postmortem_keeps_its_parts_whatever_the_words() {
    use crate::report::parts::refresh;
    use crate::report::postmortem::PostmortemView;
    let templates = Templates::built_in();
    for language in Language::ALL {
        for words in HOSTILE {
            let all = Reckoned::with(words);
            let view = PostmortemView::of(&all.case, &all.catalogue, &all.assessment);
            let document = postmortem_markdown(&templates, &view, Locale::of(language));
            let document = document.expect("a postmortem");
            nothing_acts(&document, words);
            let again = refresh(&document, &document).expect("parts");
            assert_eq!((again.text, again.problems), (document.clone(), vec![]), "{words}");
            assert_eq!(again.refreshed, ["summary", "timeline", "flags", "cost"]);
            let mut faults = Vec::new();
            let note = Note::parse("postmortem.md", &document, &mut faults);
            assert!(faults.is_empty() && note.kind == Some(crate::note::Kind::Postmortem));
        }
    }
}

#[test]
fn findings_send_nothing_and_cannot_end_their_command() {
    let locale = Locale::of(Language::En);
    for words in HOSTILE {
        let found = [finding(words)];
        let drawn = findings::findings_text(&found, |_| Some(words.to_owned()), locale, STYLE);
        nothing_acts(&drawn, words);
        let command = findings::findings_github(&found, "vault", locale);
        assert_eq!(command.lines().count(), 1, "{command}");
        assert!(command.starts_with("::error file=vault/clients/nova/"), "{command}");
        assert_eq!(
            command.split("::").nth(1).map(|head| head.contains("title=unknown-flag")),
            Some(true),
            "{command}"
        );
        let sarif = findings::findings_sarif(&found, "", locale).expect("SARIF");
        let sarif: serde_json::Value = serde_json::from_str(&sarif).expect("JSON");
        assert_eq!(sarif["runs"][0]["results"][0]["ruleId"], "unknown-flag");
    }
}
