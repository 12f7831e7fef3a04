//! Documents: JSON shapes, widths, drawings, places.

use unicode_width::UnicodeWidthStr;

use super::*;

#[test]
fn every_document_of_a_client_with_nothing_on_file_says_so_kindly() {
    let zone = jiff::tz::TimeZone::UTC;
    let client = Client::unknown(ClientId::new("nova"), Language::Fr, zone, Currency::EURO);
    let all = Reckoned::of(Case::empty(client));
    for (language, words) in
        [(Language::En, "There is nothing to do."), (Language::Fr, "Il n'y a rien à faire.")]
    {
        let locale = Locale::of(language);
        let templates = Templates::built_in();
        let flat = |text: String| text.split_whitespace().collect::<Vec<_>>().join(" ");
        assert!(flat(report_text(&[all.report()], locale, STYLE)).contains(words));
        assert!(
            flat(report_markdown(&templates, &all.report(), locale).expect("text")).contains(words)
        );
        let html = report_html(&templates, &all.report(), locale).expect("text");
        assert!(html.contains(&words.replace('\'', "&#39;")), "{html}");
        explain_text(&all.explained(), locale, STYLE);
        timeline_text(&all.timeline(), locale, STYLE);
    }
}

#[test]
fn the_report_is_json_of_schema_one() {
    let text = json(&Reckoned::with("words").report()).expect("JSON");
    let report: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(report["schema"], 1);
    assert_eq!(report["as_of"], "2026-11-20");
    assert_eq!(report["client"], "nova");
    for list in ["terms", "derived", "boundaries", "credits"] {
        assert!(report[list].as_array().is_some_and(|list| !list.is_empty()), "{list}");
    }
    let term = &report["terms"][0];
    let factors = term["factors"].as_object().expect("factors");
    let product: f64 = factors.values().filter_map(serde_json::Value::as_f64).product();
    assert!((product - term["points"].as_f64().expect("points")).abs() < 1e-4);
    for key in ["incident", "flag", "date", "points"] {
        assert!(!term[key].is_null(), "{key}");
    }
}

#[test]
fn the_status_is_json_of_schema_one() {
    let text = json(&Reckoned::with("words").status()).expect("JSON");
    let status: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!((&status["schema"], &status["now"]), (&1.into(), &"2026-11-20T09:00:00Z".into()));
    let client = status["clients"][0].as_object().expect("a client");
    for key in ["id", "name", "stage", "standing", "score", "trend", "open_boundaries", "due"] {
        assert!(client.contains_key(key), "{key}");
    }
}

#[test]
fn no_line_is_wider_than_the_terminal() {
    let words = "日本語の名前です a-rather-long-word 👩‍🎨 and some more words to fill a line with";
    let all = Reckoned::with(words);
    for language in Language::ALL {
        let locale = Locale::of(language);
        for width in [40, 60, 80, 132] {
            let style = TextStyle { width, colour: false };
            for text in [
                report_text(&[all.report()], locale, style),
                explain_text(&all.explained(), locale, style),
                timeline_text(&all.timeline(), locale, style),
                status_text(&all.status(), locale, style),
                flags_text(&FlagsView::of(&all.catalogue), locale, style),
            ] {
                for line in text.lines() {
                    assert!(line.width() <= width, "{} > {width}: {line}", line.width());
                }
            }
        }
    }
}

#[test]
fn columns_stand_below_each_other_whatever_the_letters_width() {
    let line = |name: &str| {
        let mut status = Reckoned::with("words").status().clients.remove(0);
        status.name = name.to_owned();
        status
    };
    let now = Timestamp::UNIX_EPOCH;
    let view = StatusView::new(now, vec![line("日本語"), line("Léa e\u{301}"), line("plain")]);
    let text = status_text(&view, Locale::of(Language::En), STYLE);
    let columns: Vec<usize> = text
        .lines()
        .filter_map(|line| {
            line.find("watch").or_else(|| line.find("Standing")).map(|at| line[..at].width())
        })
        .collect();
    assert!(columns.len() == 4 && columns.iter().all(|column| *column == columns[0]), "{text}");
}

#[test]
fn colour_is_only_there_where_asked_and_never_red() {
    let view = Reckoned::with("words").explained();
    let locale = Locale::of(Language::En);
    let coloured = explain_text(&view, locale, TextStyle { width: 80, colour: true });
    assert!(coloured.contains('\u{1b}') && !coloured.contains("\u{1b}[31m"));
    assert!(!explain_text(&view, locale, STYLE).contains('\u{1b}'));
}

#[test]
fn drawings_are_well_formed_and_told_in_words() {
    let report = Reckoned::with("a & b <c>").report();
    let html = report_html(&Templates::built_in(), &report, Locale::of(Language::En));
    let html = html.expect("a report");
    let drawings: Vec<&str> =
        html.split("<svg").skip(1).filter_map(|rest| rest.split("</svg>").next()).collect();
    assert_eq!(drawings.len(), 2);
    for drawing in drawings {
        assert!(drawing.contains(r#"role="img""#) && drawing.contains("<desc id="));
        balanced(&format!("<svg{drawing}</svg>"));
    }
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">"));
    assert!(!html.contains("<script") && !html.contains("http://") || html.contains("xmlns"));
}

/// Every element is closed in its order, every attribute quoted.
fn balanced(svg: &str) {
    let mut open: Vec<&str> = Vec::new();
    for tag in svg.split('<').skip(1) {
        let (tag, text) = tag.split_once('>').expect("a tag ends");
        assert!(!text.contains('&') || text.contains(';'), "{text}");
        assert_eq!(tag.matches('"').count() % 2, 0, "{tag}");
        let name = tag.split([' ', '/']).find(|name| !name.is_empty()).unwrap_or_default();
        if tag.starts_with('/') {
            assert_eq!(open.pop(), Some(name));
        } else if !tag.ends_with('/') {
            open.push(name);
        }
    }
    assert!(open.is_empty(), "{open:?}");
}

#[test]
fn a_finding_is_drawn_at_its_place() {
    let text = "---\ntype: incident\nflags: [latepayment]\n---\n";
    let at = text.find("latepayment").expect("the word");
    let mut finding = finding("words");
    finding.location = Location {
        path: "clients/nova/a.md".to_owned(),
        span: Span::new(at, at + 11),
        start: Position { line: 3, column: 9 },
        end: Position { line: 3, column: 20 },
    };
    let drawn = findings::findings_text(
        &[finding],
        |_| Some(text.to_owned()),
        Locale::of(Language::En),
        STYLE,
    );
    let expected = "error[unknown-flag]: review the boundary: words\n --> clients/nova/a.md:3:9\n  \
                    |\n3 | flags: [latepayment]\n  |         ^^^^^^^^^^^\n  |\n  = help: review the \
                    boundary: words\n\n";
    assert_eq!(drawn, expected, "{drawn}");
}
