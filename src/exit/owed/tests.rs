//! Invoices, credit notes, milestones and deposits, each where it belongs.

use jiff::tz::TimeZone;

use super::*;
use crate::model::{
    ClientId, Currency, Deposit, Direction, Language, LateInterest, Manner, Message, Moment, Period,
};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn money(amount: &str, code: &str) -> Money {
    Money { amount: amount.parse().unwrap(), currency: Currency::from_code(code).unwrap() }
}

fn invoice(id: &str, due: Option<&str>, amount: Money, paid: Option<&str>) -> Invoice {
    Invoice {
        id: id.to_owned(),
        issued: None,
        due: due.map(day),
        amount,
        paid: paid.map(day),
        note: "clients/nova/nova.md".to_owned(),
    }
}

fn case(invoices: Vec<Invoice>) -> Case {
    let id = ClientId::new("nova");
    let mut client = Client::unknown(id, Language::En, TimeZone::UTC, Currency::EURO);
    client.late_interest = Some(LateInterest::Yearly(Decimal::from(12)));
    client.invoices = invoices;
    Case::empty(client)
}

fn owed(case: &Case, today: &str) -> Owed {
    let terms = super::super::terms(&case.client, None);
    Owed::of(case, &terms, AsOf::end_of(day(today), &TimeZone::UTC))
}

fn sums(amounts: &Amounts) -> Vec<String> {
    amounts.iter().map(|money| money.to_string()).collect()
}

fn keys(owed: &Owed) -> Vec<&'static str> {
    owed.assumed.iter().map(|phrase| phrase.key).collect()
}

#[test]
fn each_invoice_is_where_it_belongs() {
    let case = case(vec![
        invoice("late", Some("2026-01-31"), money("1000.00", "EUR"), None),
        invoice("later", Some("2026-03-31"), money("500.00", "EUR"), None),
        invoice("paid", Some("2026-01-10"), money("300.00", "EUR"), Some("2026-01-20")),
        invoice("on-time", Some("2026-01-10"), money("300.00", "EUR"), Some("2026-01-10")),
        invoice("credit", None, money("-200.00", "EUR"), None),
        invoice("zero", Some("2026-01-01"), money("0.00", "EUR"), None),
        invoice("dollars", Some("2026-01-31"), money("50.00", "USD"), None),
        invoice("open-end", None, money("70.00", "EUR"), None),
    ]);
    let owed = owed(&case, "2026-03-02");
    let ids: Vec<&str> = owed.open.iter().map(|invoice| invoice.id.as_str()).collect();
    assert_eq!(ids, ["dollars", "late", "later", "open-end"]);
    assert_eq!(sums(&owed.totals.outstanding), ["1370.00 EUR", "50.00 USD"]);
    assert_eq!(sums(&owed.totals.overdue), ["1000.00 EUR", "50.00 USD"]);
    // 1,000 × 12% × 30 ÷ 365 = 9.8630…, 50 × 12% × 30 ÷ 365 = 0.4931…
    assert_eq!(sums(&owed.totals.interest), ["9.86 EUR", "0.49 USD"]);
    // 300 × 12% × 10 ÷ 365 = 0.9863…
    assert_eq!(sums(&owed.totals.late_charges), ["0.99 EUR"]);
    assert_eq!(sums(&owed.totals.paid_late), ["300.00 EUR"]);
    assert_eq!(keys(&owed), ["owed-assumed-zero", "owed-assumed-no-due", "owed-assumed-credit"]);
}

#[test]
fn a_past_day_knows_nothing_of_later_payments() {
    let case =
        case(vec![invoice("1", Some("2026-01-31"), money("1000", "EUR"), Some("2026-03-01"))]);
    assert!(owed(&case, "2026-02-10").open[0].is_overdue());
    assert_eq!(owed(&case, "2026-02-10").open[0].days_late, 10);
    assert_eq!(owed(&case, "2026-01-31").open[0].days_late, 0);
    assert_eq!(owed(&case, "2026-03-01").paid_late[0].days_late, 29);
}

#[test]
fn payment_terms_give_a_due_date() {
    let mut case = case(vec![invoice("1", None, money("10", "EUR"), None)]);
    case.client.invoices[0].issued = Some(day("2026-01-01"));
    assert_eq!(keys(&owed(&case, "2026-02-10")), ["owed-assumed-no-due"]);
    case.client.payment_terms = Some(Period::Days(30));
    assert_eq!(owed(&case, "2026-02-10").open[0].days_late, 10);
}

#[test]
fn milestones_and_deposits_that_no_invoice_takes_up() {
    let mut case = case(vec![invoice("7", Some("2026-09-01"), money("10", "EUR"), None)]);
    let milestone = |title: &str, done: i64, invoice: Option<&str>| Milestone {
        title: title.to_owned(),
        due: None,
        amount: Some(money("333.33", "EUR")),
        done: Some(Decimal::from(done)),
        invoice: invoice.map(str::to_owned),
    };
    case.client.milestones = vec![
        milestone("whole", 120, None),
        milestone("half", 50, None),
        milestone("billed", 100, Some("7")),
        milestone("lost", 100, Some("8")),
        milestone("not begun", 0, None),
        milestone("below", -5, None),
    ];
    let deposit = |received: &str, ended: Option<&str>| Deposit {
        title: None,
        amount: money("100", "EUR"),
        received: Some(day(received)),
        ended: ended.map(day),
    };
    case.client.deposits = vec![
        deposit("2026-01-01", None),
        deposit("2026-01-01", Some("2026-02-01")),
        deposit("2026-05-01", None),
    ];
    let owed = owed(&case, "2026-03-01");
    assert_eq!(sums(&owed.totals.unbilled), ["666.66 EUR"]);
    // 333.33 × 50% = 166.665
    assert_eq!(sums(&owed.totals.in_progress), ["166.67 EUR"]);
    assert_eq!(sums(&owed.totals.deposits), ["100 EUR"]);
    assert_eq!(
        keys(&owed),
        ["owed-assumed-unbilled", "owed-assumed-unbilled", "owed-assumed-no-such-invoice"]
    );
}

#[test]
fn reminders_keep_their_distance() {
    let mut case = case(vec![invoice("A-1", Some("2026-01-31"), money("10", "EUR"), None)]);
    let next = |case: &Case| {
        let reminder = owed(case, "2026-03-02").reminders.remove(0);
        (reminder.number, reminder.from.map(|day| day.to_string()), reminder.last)
    };
    assert_eq!(next(&case), (1, Some("2026-02-03".to_owned()), false));
    let message = |on: &str, subject: &str| Message {
        note: format!("clients/nova/{on}.md"),
        moment: Moment::on_day(day(on), &TimeZone::UTC),
        direction: Direction::Outgoing,
        channel: None,
        subject: Some(subject.to_owned()),
        asks: true,
        exhibit: None,
        manner: Manner::default(),
    };
    case.messages =
        vec![message("2026-01-15", "Invoice A-1"), message("2026-02-05", "Invoice A-1?")];
    assert_eq!(next(&case), (2, Some("2026-02-12".to_owned()), false));
    case.messages.push(message("2026-02-14", "A-1 again"));
    assert_eq!(next(&case), (3, Some("2026-02-28".to_owned()), true));
    case.messages.push(message("2026-03-01", "A-1: letter before claim"));
    assert_eq!(next(&case), (4, None, false));
}

#[test]
fn nothing_on_file_is_nothing_owed() {
    let mut case = case(Vec::new());
    case.client.late_interest = None;
    let owed = owed(&case, "2026-03-02");
    assert!(owed.is_empty() && owed.assumed.is_empty() && owed.totals == Totals::default());
}

#[test]
fn ten_thousand_invoices_are_added_up() {
    let invoices = (0..10_000)
        .map(|number| invoice(&number.to_string(), Some("2016-01-31"), money("0.01", "EUR"), None))
        .collect();
    let owed = owed(&case(invoices), "2026-03-02");
    assert_eq!(sums(&owed.totals.overdue), ["100.00 EUR"]);
}
