//! Templates: strict, limited, in the words of a language.

use super::*;

#[derive(serde::Serialize)]
struct View {
    name: &'static str,
    absent: Option<String>,
}

const VIEW: View = View { name: "a|b", absent: None };

fn render(name: &'static str, text: &'static str) -> Result<String, RenderError> {
    let templates =
        Templates::with(move |wanted| (wanted == name).then(|| text.to_owned())).with_fuel(100_000);
    templates.render(name, &VIEW, Locale::of(Language::Fr))
}

fn fault(text: &'static str) -> String {
    render("a.md", text).expect_err("a fault").to_string()
}

#[test]
fn what_is_misspelt_absent_or_unknown_is_an_error_at_its_line() {
    for (text, start) in [
        ("one\n{{ nmae }}\n", "template `a.md`, line 2: undefined value"),
        ("{{ absent }}", "template `a.md`, line 1: invalid operation: a value that is absent"),
        (
            "\n\n{{ say(\"no-such\") }}",
            "template `a.md`, line 3: invalid operation: no phrase `no-such`",
        ),
        ("{{ say(\"days\") }}", "template `a.md`, line 1: invalid operation: phrase `days`"),
        ("{% if %}", "template `a.md`, line 1: syntax error"),
        ("{{ name | no_such }}", "template `a.md`, line 1: unknown filter"),
        ("{{ name | date }}", "template `a.md`, line 1: invalid operation: `a|b` is not a date"),
    ] {
        let fault = fault(text);
        assert!(fault.starts_with(start), "{fault}");
    }
}

#[test]
fn the_line_itself_is_at_hand() {
    let Err(RenderError::Template { excerpt, .. }) = render("a.md", "one\n{{ nmae }}\n") else {
        panic!("no fault");
    };
    assert_eq!(excerpt.as_deref(), Some("{{ nmae }}"));
}

#[test]
fn a_template_that_never_ends_is_stopped() {
    let text = "{% for a in range(10000) %}{% for b in range(10000) %}{% for c in range(10000) %}\
                {% endfor %}{% endfor %}{% endfor %}";
    assert!(fault(text).contains("ran out of fuel"), "{}", fault(text));
}

#[test]
fn a_template_that_writes_without_end_is_stopped() {
    let text = "{% set s = \"x\" * 10000 %}{% for a in range(10000) %}{{ s }}{% endfor %}";
    assert!(fault(text).contains("writes more than"), "{}", fault(text));
}

#[test]
fn what_a_template_writes_into_its_values_counts() {
    let nested = |depth: usize| format!("{}s{}", "twice(".repeat(depth), ")".repeat(depth));
    let text = format!(
        "{{% macro twice(x) %}}{{{{ x }}}}{{{{ x }}}}{{% endmacro %}}{{% set s = \"x\" * 1000 %}}\
         {{% set t = {} %}}",
        nested(40)
    );
    let fault = fault(text.leak());
    assert!(fault.contains("writes more than"), "{fault}");
}

#[test]
fn a_list_that_holds_itself_many_times_over_is_not_written() {
    let mut text = "{% set a0 = [1, 2] %}".to_owned();
    for level in 1..60 {
        text += &format!("{{% set a{level} = [a{0}, a{0}] %}}", level - 1);
    }
    text += "{{ a59 }}";
    let fault = fault(text.leak());
    assert!(fault.contains("writes more than"), "{fault}");
}

#[test]
fn a_text_that_grows_by_replacing_is_stopped() {
    let text = "{% set a = (\"ab\" * 1000) | replace(\"a\", \"b\" * 1000) %}\
                {% set a = a | replace(\"b\", \"b\" * 1000) %}";
    let fault = fault(text);
    assert!(fault.contains("`replace` makes more than"), "{fault}");
    assert_eq!(render("a.txt", "{{ name | replace(\"|\", \"-\") }}").expect("text"), "a-b");
}

#[test]
fn a_template_that_includes_itself_is_stopped() {
    assert!(
        fault("{% include \"a.md\" %}").contains("recursion"),
        "{}",
        fault("{% include \"a.md\" %}")
    );
}

#[test]
fn the_name_of_a_template_says_what_is_escaped() {
    assert_eq!(render("a.md", "{{ name }}\n").expect("text"), "a\\|b\n");
    assert_eq!(render("a.html", "{{ name }}").expect("text"), "a|b");
    assert_eq!(render("a.txt", "{{ name }}").expect("text"), "a|b");
    assert_eq!(render("a.md", "n: {{ name | yaml }}").expect("text"), "n: \"a|b\"");
}

#[test]
fn words_dates_and_numbers_are_those_of_the_language() {
    let text = "{{ say(\"days\", count=2) }}; {{ word(\"stage\", \"told\") }}; \
                {{ \"2026-03-01\" | date }}; {{ \"2026-03-07T19:00\" | moment }}; \
                {{ 12.25 | score }}; {{ 0.5 | factor }}; {{ 0.38 | percent }}; \
                {{ [\"a\", \"b\", \"c\"] | list }}; \
                {{ {\"amount\": \"1250.00\", \"currency\": \"EUR\"} | money }}";
    assert_eq!(
        render("a.txt", text).expect("text"),
        "2 jours; sortie annoncée; 1er mars 2026; 7 mars 2026 à 19\u{a0}h\u{a0}00; 12,3; 0,5; \
         38\u{202f}%; a, b et c; 1\u{202f}250,00\u{a0}€"
    );
}

#[test]
fn a_template_of_the_vault_wins() {
    let templates = Templates::with(|name| {
        (name == "report-client.md").then(|| "mine: {{ report.name }}".to_owned())
    });
    let report = Reckoned::with("Nova").report();
    let document = report_markdown(&templates, &report, Locale::of(Language::En));
    assert_eq!(document.expect("a report"), "# Red-flag report: Nova\n\nmine: Nova\n");
}
