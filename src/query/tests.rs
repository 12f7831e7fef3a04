//! Questions held against notes, and the laws that they keep.

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use proptest::prelude::*;

use super::{Fields, Place, Query, QueryFault, fields_of, rows_of};
use crate::finding::Span;
use crate::model::{ClientId, Currency};
use crate::note::Note;

const TODAY: Date = date(2026, 11, 20);

const LATE_CALL: &str = "---
type: incident
date: 2026-04-11T22:40
flags: [time-boundary, \"[[late-payment]]\"]
severity: high
hours: 0.5
cost: 120.00
our-part: Réponse trop tardive
told: {on: 2026-04-13, how: email}
mood: 3.0
since: 2026-02-01
---
Appel manqué, l’e-mail à 22:52.
";

const LISTED: &str = "---
type: client
name: Le\u{301}a Martin
hours: Mon-Fri 09:00-17:30
invoices:
  - {id: a, amount: 2400.00, due: 2026-03-03}
  - {id: b, amount: 99.50 USD, due: 2026-05-01, paid: 2026-05-02}
date: 2026-01-05
incidents:
  - {flags: [threat], severity: critical, observed: He shouted.}
  - {flags: [scope-creep], severity: hihg, date: 2026-02-01, status: suspected, id: creep}
---
";

fn place<T>(work: impl FnOnce(&Place<'_>) -> T) -> T {
    let (id, zone) =
        (ClientId::new("atelier-nova"), TimeZone::get("Europe/Paris").expect("a zone"));
    work(&Place { client: Some(&id), zone: &zone, currency: Currency::EURO })
}

/// The ids of the rows of a note for which an expression holds, and how many values could not be
/// compared.
fn ask(text: &str, note: &str) -> (Vec<String>, usize) {
    let query = Query::parse(text, TODAY).unwrap_or_else(|fault| panic!("{text}: {fault:?}"));
    let mut unread = 0;
    let found = place(|place| {
        let note = Note::parse("clients/atelier-nova/n.md", note, &mut Vec::new());
        let rows = rows_of(&note, place).into_iter();
        rows.filter(|row| query.holds(row, &mut unread)).map(|row| row.id().into_owned()).collect()
    });
    (found, unread)
}

fn holds(text: &str) -> bool {
    !ask(text, LATE_CALL).0.is_empty()
}

fn fault(text: &str) -> (String, &'static str, &'static str) {
    let QueryFault { span, message, hint } = Query::parse(text, TODAY).expect_err(text);
    let hint = hint.map_or("", |hint| hint.key);
    (span.of(text).to_owned(), message.key, hint)
}

#[test]
fn values_are_compared_as_what_they_are() {
    for text in [
        "",
        "flags=late-payment severity>=high date>=2026-01",
        "flags=time-boundary and flags=LATE-PAYMENT",
        "date=2026 date=2026-04 date=2026-04-11 date=2026-04-11T22:40",
        "date<2026-05 date<=2026-04 date>2026-03 date>=2026-04 date!=2026-03",
        "date>2026-04-11T22:39 date<2026-04-11T20:41Z",
        "date>=today-300 date<today",
        "severity>medium severity<critical severity!=low",
        "cost>=120 cost=120 cost<120.01 cost='120.00 EUR' hours<1 hours=0.50",
        "told.on=2026-04-13 told.how=email told",
        "client=atelier-nova path~nova/n note=n id=n type=incident",
        "mood=3 mood>2.5 since<2026-03 since=2026-02",
        "status=confirmed not status=dismissed",
        "our-part~reponse our-part~RÉPONSE our-part~Re\u{301}ponse text~\"l'e-mail\"",
        "our-part='re\u{301}ponse trop tardive'",
        "(severity=low or severity=high) and not (flags=threat)",
        "not quote not severity=low",
        "severity=low or severity=high flags~bound",
        "SEVERITY=x or \"mood\"=3",
        "or=1 or and=2 or mood",
        "mood !=2",
    ] {
        assert!(holds(text), "{text}");
    }
    for text in [
        "flags!=late-payment",
        "severity>high",
        "date>2026-04",
        "date<2026-04",
        "date=2026-04-11T22:41",
        "cost='120.00 USD'",
        "our-part=reponse",
        "quote",
        "quote=x",
        "flags=late",
        "severity=low and mood or quote",
        "flags!~bound",
    ] {
        assert!(!holds(text), "{text}");
    }
}

#[test]
fn every_item_of_a_list_is_a_row() {
    let found = |text| ask(text, LISTED).0;
    assert_eq!(found("type=incident"), ["n#1", "creep"]);
    assert_eq!(found(""), ["n", "n#1", "creep"]);
    assert_eq!(found("date=2026-01"), ["n", "n#1"]);
    assert_eq!(found("text~shouted"), ["n#1"]);
    assert_eq!(found("invoices.amount>=2000"), ["n"]);
    assert_eq!(found("invoices.amount<100"), ["n"]);
    assert_eq!(found("invoices.paid"), ["n"]);
    assert_eq!(found("invoices"), ["n"]);
    assert_eq!(found("name=\"léa martin\""), ["n"]);
    assert_eq!(found("name~lea"), ["n"]);
}

#[test]
fn what_cannot_be_compared_is_counted_and_never_taken_for_something() {
    assert_eq!(ask("severity>=low", LISTED), (vec!["n#1".to_owned()], 1));
    assert_eq!(ask("severity=medium", LISTED), (Vec::new(), 1));
    // The hours that were agreed are no number, and another currency is no fault.
    assert_eq!(ask("hours>2", LISTED), (Vec::new(), 0));
    assert_eq!(ask("invoices.amount='1.00 GBP'", LISTED), (Vec::new(), 0));
}

#[test]
fn a_fault_is_shown_at_its_place() {
    let said = |text| fault(text);
    let at = |place: &str, key, hint| (place.to_owned(), key, hint);
    assert_eq!(said("severity>=hihg"), at("hihg", "unknown-value", "unknown-value-nearest"));
    assert_eq!(said("severity=élevée"), at("élevée", "unknown-value", "unknown-value-nearest"));
    assert_eq!(said("severity=9"), at("9", "unknown-value", "unknown-value-hint"));
    assert_eq!(said("status>confirmed"), at("confirmed", "query-no-order", "query-no-order-hint"));
    assert_eq!(said("type=incidnet"), at("incidnet", "unknown-value", "unknown-value-nearest"));
    assert_eq!(said("date>=11/04/2026"), at("11/04/2026", "query-no-date", "query-no-date-hint"));
    assert_eq!(said("date=2026-02-30"), at("2026-02-30", "query-no-date", "query-no-date-hint"));
    let far = "today-66666666";
    assert_eq!(said("date>=today-66666666"), at(far, "query-no-date", "query-no-date-hint"));
    assert_eq!(said("date=2026-13"), at("2026-13", "query-no-date", "query-no-date-hint"));
    assert_eq!(said("cost>=1250,50"), at("1250,50", "query-no-number", "invalid-money-write"));
    assert_eq!(said("notice>soon"), at("soon", "query-no-period", "query-no-period-hint"));
    assert_eq!(said("flags="), at("=", "query-no-value", "query-no-value-hint"));
    assert_eq!(said("flags=a or"), at("", "query-no-condition", "query-no-condition-hint"));
    assert_eq!(said("or flags=a"), at("or", "query-no-condition", "query-no-condition-hint"));
    assert_eq!(said("()"), at(")", "query-no-condition", "query-no-condition-hint"));
    assert_eq!(said("(flags=a"), at("(", "query-unclosed", "query-unclosed-hint"));
    assert_eq!(said("flags=a)"), at(")", "query-unopened", "query-unopened-hint"));
    assert_eq!(said("name=\"Léa"), at("\"Léa", "query-quote", "query-quote-hint"));
    assert_eq!(fault(&"not ".repeat(100)).1, "query-too-deep");
    assert_eq!(fault(&"(".repeat(100_000)).1, "query-too-deep");
}

#[test]
fn a_field_that_nobody_has_is_a_fault_with_the_nearest() {
    let note = Note::parse("n.md", LATE_CALL, &mut Vec::new());
    let known = fields_of(note.root().expect("front matter"));
    let of = |fields: &Fields, text: &str| {
        let query = Query::parse(text, TODAY).expect(text);
        let fault = query.fields.iter().find_map(|field| fields.know(field).err());
        fault.map(|fault| (fault.span, fault.hint.expect("a hint").key))
    };
    assert_eq!(of(&known, "mood=3 told.on=2026 invoices.amount>1 screening"), None);
    let nearest = Some((Span::new(7, 14), "query-unknown-field-nearest"));
    assert_eq!(of(&known, "mood=3 severty=high"), nearest);
    assert_eq!(of(&known, "flags:threat").map(|(_, hint)| hint), Some("query-colon-hint"));
    assert_eq!(
        of(&known, "name=Atelier Nova-Paris").map(|(_, hint)| hint),
        Some("query-unknown-field-hint")
    );
}

fn condition() -> impl Strategy<Value = String> {
    let fields =
        ["severity", "flags", "date", "cost", "mood", "our-part", "quote", "told.on", "id"];
    let ops = ["=", "!=", "<", "<=", ">", ">=", "~", "!~"];
    let values = ["low", "high", "2026-04", "120", "'a b'", "\"é\"", "late-payment", "today"];
    (
        prop::sample::select(fields.to_vec()),
        prop::sample::select(ops.to_vec()),
        prop::sample::select(values.to_vec()),
    )
        .prop_map(|(field, op, value)| format!("{field}{op}{value}"))
        .prop_filter("a value of the field", |text| Query::parse(text, TODAY).is_ok())
}

fn expression() -> impl Strategy<Value = String> {
    condition().prop_recursive(4, 24, 3, |inner| {
        prop_oneof![
            inner.clone().prop_map(|part| format!("not ({part})")),
            prop::collection::vec(inner.clone(), 2..4)
                .prop_map(|parts| format!("({})", parts.join(" or "))),
            prop::collection::vec(inner, 2..4).prop_map(|parts| format!("({})", parts.join(" "))),
        ]
    })
}

proptest! {
    #[test]
    fn any_text_is_a_question_or_a_fault_inside_it(text in "\\PC{0,40}") {
        if let Err(fault) = Query::parse(&text, TODAY) {
            prop_assert!(text.get(fault.span.start..fault.span.end).is_some());
        }
    }

    #[test]
    fn the_laws_of_logic_hold(a in expression(), b in expression()) {
        for note in [LATE_CALL, LISTED] {
            let found = |text: String| ask(&text, note).0;
            prop_assert_eq!(found(format!("not not ({a})")), found(a.clone()));
            prop_assert_eq!(found(format!("({a}) ({b})")), found(format!("{b} and {a}")));
            prop_assert_eq!(found(format!("not ({a} or {b})")), found(format!("not ({a}) not ({b})")));
            prop_assert_eq!(found(format!("({a}) or ({a}) ({b})")), found(a.clone()));
            let both = found(format!("({a}) or not ({a})"));
            prop_assert_eq!(both, found(String::new()));
        }
    }

    #[test]
    fn a_value_lies_before_in_or_after_what_it_is_compared_with(
        year in 2020_i16..2030, month in 1_i8..13, day in 1_i8..29,
        literal in prop_oneof![
            (2020_i16..2030).prop_map(|year| year.to_string()),
            (2020_i16..2030, 1_i8..13).prop_map(|(year, month)| format!("{year}-{month:02}")),
            (2020_i16..2030, 1_i8..13, 1_i8..29).prop_map(|(y, m, d)| format!("{y}-{m:02}-{d:02}")),
        ],
    ) {
        let note = format!("---\ntype: credit\ndate: {year}-{month:02}-{day:02}\n---\n");
        let is = |op: &str| !ask(&format!("date{op}{literal}"), &note).0.is_empty();
        prop_assert_eq!(u8::from(is("<")) + u8::from(is("=")) + u8::from(is(">")), 1);
        prop_assert_eq!(is("<="), is("<") || is("="));
        prop_assert_eq!(is(">="), is(">") || is("="));
        prop_assert_eq!(is("!="), !is("="));
        // A partial date holds exactly the days whose text begins with it.
        prop_assert_eq!(is("="), format!("{year}-{month:02}-{day:02}").starts_with(&literal));
    }

    #[test]
    fn quotes_carry_any_text(value in "[^\\x00\n]{1,12}") {
        let quoted = value.replace('\\', "\\\\").replace('"', "\\\"");
        let yaml = value.replace('\'', "''");
        let note = format!("---\ntype: credit\nodd: '{yaml}'\n---\n");
        let known = Note::parse("n.md", &note, &mut Vec::new());
        // What YAML does not take is no value of a note.
        let same = known.root().and_then(|root| root.get("odd")?.text()) == Some(value.as_str());
        if same && !value.trim().is_empty() {
            prop_assert_eq!(ask(&format!("odd~\"{quoted}\""), &note).0.len(), 1);
            prop_assert_eq!(ask(&format!("odd=\"{quoted}\""), &note).0.len(), 1);
        }
    }
}
