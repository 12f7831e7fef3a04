//! Interest by hand and by the examples of others.

use std::collections::BTreeMap;

use super::*;
use crate::model::{Currency, InBoth};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn dec(text: &str) -> Decimal {
    text.parse().unwrap()
}

fn money(amount: &str, code: &str) -> Money {
    Money { amount: dec(amount), currency: Currency::from_code(code).unwrap() }
}

fn law(
    margin: &str,
    rate_of: RateOf,
    rates: &[(&str, &str)],
    sums: &[(&str, &str, &str)],
) -> Terms {
    let rates: BTreeMap<HalfYear, Decimal> =
        rates.iter().map(|(half, rate)| (HalfYear::parse(half).unwrap(), dec(rate))).collect();
    let compensation = sums
        .iter()
        .map(|(from, sum, code)| FixedSum { from: dec(from), sum: money(sum, code) })
        .collect();
    Terms::Law(Box::new(Jurisdiction {
        id: "xx".to_owned(),
        name: InBoth::default(),
        about: InBoth::default(),
        law: String::new(),
        rates_source: String::new(),
        checked: day("2026-01-01"),
        margin: Some(dec(margin)),
        rate_of,
        rates,
        compensation,
        reminders: Vec::new(),
        own: None,
    }))
}

fn total(principal: Money, first: &str, last: &str, terms: &Terms) -> String {
    interest(principal, day(first), day(last), terms).unwrap().total.to_string()
}

/// The worked example of the British government's page "Late commercial payments: charging
/// interest and debt recovery": 1,000 pounds, a base rate of 0.5%, so 8.5%: 85 pounds a year,
/// 23 pence a day, 11.50 after 50 days. The page rounds the day; the exact sum is 11.64.
#[test]
fn the_worked_example_of_the_british_government() {
    let uk = law("8", RateOf::FirstDay, &[("2018-H1", "0.50")], &[]);
    let pounds = money("1000.00", "GBP");
    assert_eq!(total(pounds, "2018-02-01", "2019-01-31", &uk), "85.00 GBP");
    assert_eq!(total(pounds, "2018-02-01", "2018-02-01", &uk), "0.23 GBP");
    let rounded_day = interest(pounds, day("2018-02-01"), day("2018-02-01"), &uk).unwrap().total;
    assert_eq!(rounded_day.amount * Decimal::from(50), dec("11.50"));
    assert_eq!(total(pounds, "2018-02-01", "2018-03-22", &uk), "11.64 GBP");
}

/// By hand: 2,400.00 due on 30 November 2025 under ECB + 8 points. 31 days of December at
/// 10.15% are 20.6893…, 20 days of January at 10.15% are 13.3479….
#[test]
fn each_half_year_has_its_line_and_its_rate() {
    let rates = [("2025-H1", "3.15"), ("2025-H2", "2.15"), ("2026-H1", "2.15")];
    let eu = law("8", RateOf::HalfYear, &rates, &[("0", "40.00", "EUR")]);
    let euros = money("2400.00", "EUR");
    let sum = interest(euros, day("2025-12-01"), day("2026-01-20"), &eu).unwrap();
    let lines: Vec<String> = sum
        .lines
        .iter()
        .map(|line| {
            format!("{}..{} {} {} {}", line.from, line.until, line.days, line.rate, line.amount)
        })
        .collect();
    assert_eq!(
        lines,
        ["2025-12-01..2025-12-31 31 10.15 20.69 EUR", "2026-01-01..2026-01-20 20 10.15 13.35 EUR"]
    );
    assert_eq!(sum.total.to_string(), "34.04 EUR");
    assert_eq!(sum.compensation, Some(money("40.00", "EUR")));
    // By hand: 30 days of June 2025 at 11.15% are 21.9945…, 1 day of July at 10.15% is 0.6673….
    assert_eq!(total(euros, "2025-06-01", "2025-07-01", &eu), "22.66 EUR");
}

#[test]
fn days_without_a_known_rate_are_said_and_not_guessed() {
    let eu = law("8", RateOf::HalfYear, &[("2026-H1", "2.15")], &[]);
    let sum = interest(money("1000", "EUR"), day("2025-12-31"), day("2027-02-01"), &eu).unwrap();
    let unknown: Vec<String> =
        sum.unknown.iter().map(|(from, until)| format!("{from}..{until}")).collect();
    assert_eq!(unknown, ["2025-12-31..2025-12-31", "2026-07-01..2027-02-01"]);
    assert_eq!(sum.lines.len(), 1);
    assert_eq!(sum.lines[0].until, day("2026-06-30"));
}

#[test]
fn the_british_rate_stays_that_of_the_first_day() {
    let rates = [("2024-H2", "5.25"), ("2025-H1", "4.75")];
    let uk = law("8", RateOf::FirstDay, &rates, &[]);
    let sum = interest(money("100", "GBP"), day("2024-12-31"), day("2029-12-31"), &uk).unwrap();
    assert_eq!((sum.lines.len(), sum.lines[0].rate), (1, dec("13.25")));
    assert_eq!(sum.unknown, []);
}

#[test]
fn the_fixed_sum_follows_the_size_of_the_debt() {
    let steps = [("0", "40", "GBP"), ("1000", "70", "GBP"), ("10000", "100", "GBP")];
    let uk = law("8", RateOf::FirstDay, &[("2018-H1", "0.50")], &steps);
    let of = |amount: &str, code: &str| {
        let sum = interest(money(amount, code), day("2018-02-01"), day("2018-02-02"), &uk).unwrap();
        (sum.compensation.map(|sum| sum.amount), sum.compensation_unclear)
    };
    assert_eq!(of("999.99", "GBP"), (Some(dec("40")), false));
    assert_eq!(of("1000", "GBP"), (Some(dec("70")), false));
    assert_eq!(of("10000.00", "GBP"), (Some(dec("100")), false));
    assert_eq!(of("10000.00", "EUR"), (None, true));
}

#[test]
fn a_contract_has_one_line_and_no_fixed_sum() {
    // 15,000 × 15% × 30 ÷ 365 = 184.9315…
    let sum = interest(
        money("15000", "EUR"),
        day("2026-03-01"),
        day("2026-03-30"),
        &Terms::Yearly(dec("15")),
    )
    .unwrap();
    assert_eq!((sum.total.to_string().as_str(), sum.compensation), ("184.93 EUR", None));
    for terms in [Terms::Unset, Terms::Waived, Terms::Yearly(dec("-1")), Terms::Yearly(dec("0"))] {
        assert_eq!(interest(money("1", "EUR"), day("2026-03-01"), day("2026-03-02"), &terms), None);
    }
}

#[test]
fn halves_are_rounded_away_from_zero_to_the_currencys_decimals() {
    assert_eq!(rounded(money("0.125", "EUR")).amount, dec("0.13"));
    assert_eq!(rounded(money("0.115", "EUR")).amount, dec("0.12"));
    assert_eq!(rounded(money("2.5", "JPY")).amount, dec("3"));
    assert_eq!(rounded(money("1.2345", "KWD")).amount, dec("1.235"));
}

#[test]
fn amounts_of_eighteen_digits_are_computed_and_larger_ones_said() {
    let yearly = Terms::Yearly(dec("12"));
    let large = money("123456789012345678.99", "EUR");
    assert_eq!(total(large, "2026-01-01", "2026-12-31", &yearly), "14814814681481481.48 EUR");
    let huge = Money { amount: Decimal::MAX, ..large };
    let sum = interest(huge, day("2026-01-01"), day("2026-12-31"), &yearly).unwrap();
    assert!(sum.too_large && sum.lines.is_empty());
}
