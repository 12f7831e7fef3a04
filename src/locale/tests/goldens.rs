//! What English and French look like.

use jiff::civil::{date, time};
use jiff::tz::TimeZone;
use proptest::prelude::*;
use rust_decimal::Decimal;

use crate::finding::Level;
use crate::locale::{Locale, PhraseError, by_channel, deed, word};
use crate::model::{
    Channel, Currency, DecisionKind, DeliverableState, Direction, FlagOrigin, Language, Moment,
    Money, Party, Period, Severity, Sleep, Stage, Standing, Status,
};
use crate::phrase::Phrase;

fn both(write: impl Fn(&Locale) -> String) -> [String; 2] {
    Language::ALL.map(|language| write(Locale::of(language)))
}

fn money(amount: &str, code: &str) -> Money {
    Money {
        amount: amount.parse().expect("a decimal"),
        currency: Currency::from_code(code).expect("a currency"),
    }
}

#[test]
fn dates_are_day_month_year_and_the_first_is_1er() {
    let (first, later) = (date(2026, 3, 1), date(2026, 4, 11));
    assert_eq!(both(|l| l.date(first)), ["1 March 2026", "1er mars 2026"]);
    assert_eq!(both(|l| l.date(later)), ["11 April 2026", "11 avril 2026"]);
    assert_eq!(both(|l| l.date_short(later)), ["11 Apr 2026", "11 avr. 2026"]);
    assert_eq!(
        both(|l| l.date_with_weekday(first)),
        ["Sunday 1 March 2026", "dimanche 1er mars 2026"]
    );
    assert_eq!(both(|l| l.month(later)), ["April 2026", "avril 2026"]);
}

#[test]
fn a_moment_has_its_time_if_one_is_known() {
    let late = date(2026, 4, 11).to_datetime(time(22, 40, 0, 0));
    let at = late.to_zoned(TimeZone::UTC).expect("in range").timestamp();
    let known = Moment::at_instant(at, &TimeZone::UTC);
    let day = Moment::on_day(date(2026, 4, 11), &TimeZone::UTC);
    assert_eq!(
        both(|l| l.moment(&known)),
        ["11 April 2026 at 22:40", "11 avril 2026 à 22\u{a0}h\u{a0}40"]
    );
    assert_eq!(both(|l| l.moment(&day)), ["11 April 2026", "11 avril 2026"]);
}

#[test]
fn money_has_the_decimals_of_its_currency_and_its_symbol_in_place() {
    let cases = [
        ("1250.00", "EUR", "€1,250.00", "1\u{202f}250,00\u{a0}€"),
        ("1234567.89", "EUR", "€1,234,567.89", "1\u{202f}234\u{202f}567,89\u{a0}€"),
        ("1250", "JPY", "JP¥1,250", "1\u{202f}250\u{a0}JP¥"),
        ("-3.005", "EUR", "-€3.01", "-3,01\u{a0}€"),
        ("-0.004", "EUR", "€0.00", "0,00\u{a0}€"),
        ("12.5", "USD", "US$12.50", "12,50\u{a0}$US"),
        ("12.5", "GBP", "£12.50", "12,50\u{a0}£GB"),
        ("1250", "CHF", "CHF\u{a0}1,250.00", "1\u{202f}250,00\u{a0}CHF"),
        ("12.505", "TND", "TND\u{a0}12.505", "12,505\u{a0}TND"),
        ("12.50", "LBP", "LBP\u{a0}12.50", "12,50\u{a0}LBP"),
        (
            "1234567890123456.78",
            "EUR",
            "€1,234,567,890,123,456.78",
            "1\u{202f}234\u{202f}567\u{202f}890\u{202f}123\u{202f}456,78\u{a0}€",
        ),
    ];
    for (amount, code, english, french) in cases {
        assert_eq!(both(|l| l.money(&money(amount, code))), [english, french], "{amount} {code}");
    }
}

#[test]
fn numbers_round_half_away_from_zero() {
    assert_eq!(both(|l| l.number(1234.5, 2)), ["1,234.50", "1\u{202f}234,50"]);
    assert_eq!(both(|l| l.score(0.25)), ["0.3", "0,3"]);
    assert_eq!(both(|l| l.score(-0.04)), ["0.0", "0,0"]);
    assert_eq!(both(|l| l.count(-12_500)), ["-12,500", "-12\u{202f}500"]);
    assert_eq!(both(|l| l.score(f64::INFINITY)), ["inf", "inf"]);
    assert_eq!(both(|l| l.percent(Decimal::new(125, 1))), ["12.5%", "12,5\u{202f}%"]);
    assert_eq!(both(|l| l.share(0.375)), ["38%", "38\u{202f}%"]);
}

#[test]
fn nought_is_singular_in_french() {
    assert_eq!(both(|l| l.days(0)), ["0 days", "0 jour"]);
    assert_eq!(both(|l| l.days(1)), ["1 day", "1 jour"]);
    assert_eq!(both(|l| l.days(2500)), ["2,500 days", "2\u{202f}500 jours"]);
    assert_eq!(both(|l| l.period(Period::Months(2))), ["2 months", "2 mois"]);
}

#[test]
fn things_in_a_row_are_joined_by_commas_and_one_and() {
    let items = ["a", "b", "c"].map(str::to_owned);
    assert_eq!(both(|l| l.list(&items)), ["a, b and c", "a, b et c"]);
    assert_eq!(both(|l| l.list(&items[..1])), ["a", "a"]);
    assert_eq!(both(|l| l.list(&[])), ["", ""]);
}

#[test]
fn words_name_the_values_of_the_model() {
    let standing = word(Standing::Watch);
    assert_eq!(both(|l| l.say(&standing)), ["watch", "à surveiller"]);
    let how = by_channel(Channel::InPerson);
    assert_eq!(both(|l| l.say(&how)), ["in person", "de vive voix"]);
    assert_eq!(both(|l| l.say(&deed(DecisionKind::Exit))), ["exit decided", "sortie décidée"]);
}

#[test]
fn every_value_of_the_model_has_a_word() {
    let mut phrases = vec![word(FlagOrigin::BuiltIn), word(FlagOrigin::Vault(String::new()))];
    phrases.extend([Party::Us, Party::Them, Party::Both].map(word));
    phrases.extend([Level::Error, Level::Warning].map(word));
    phrases.extend(Standing::ALL.map(word));
    phrases.extend(Stage::ALL.map(word));
    phrases.extend(Severity::ALL.map(word));
    phrases.extend(Status::ALL.map(word));
    phrases.extend(DecisionKind::ALL.map(word));
    phrases.extend(DecisionKind::ALL.map(deed));
    phrases.extend(Channel::ALL.map(word));
    phrases.extend(Channel::ALL.map(by_channel));
    phrases.extend(DeliverableState::ALL.map(word));
    phrases.extend(Direction::ALL.map(word));
    phrases.extend(Sleep::ALL.map(word));
    phrases.extend(Language::ALL.map(word));
    for language in Language::ALL {
        let faults: Vec<_> =
            phrases.iter().filter_map(|one| Locale::of(language).try_say(one).err()).collect();
        assert_eq!(faults, []);
    }
}

#[test]
fn french_spaces_are_hard_where_french_wants_them() {
    let locale = Locale::of(Language::Fr);
    let percent = Phrase::new("percent").with("number", "rien ! 5");
    assert_eq!(locale.say(&percent), "rien ! 5\u{202f}%", "an argument stays as it is");
}

#[test]
fn what_cannot_be_said_shows_its_key_and_fails_when_tried() {
    let locale = Locale::of(Language::En);
    let unknown = Phrase::new("no-such-phrase");
    assert_eq!(locale.say(&unknown), "⟨no-such-phrase⟩");
    assert_eq!(locale.try_say(&unknown), Err(PhraseError::UnknownKey("no-such-phrase".to_owned())));
    let bare = Phrase::new("percent");
    assert_eq!(locale.say(&bare), "⟨percent⟩");
    let fault = locale.try_say(&bare).expect_err("an argument is missing").to_string();
    assert_eq!(fault, "phrase `percent`: Resolver error: Unknown variable: $number");
    let nested = Phrase::new("percent").with("number", unknown);
    assert_eq!(locale.say(&nested), "⟨no-such-phrase⟩%");
    assert!(locale.try_say(&nested).is_err());
}

proptest! {
    #[test]
    fn the_digits_of_any_decimal_survive(mantissa in -(1_i128 << 95)..(1_i128 << 95), scale in 0_u32..=28) {
        let number = Decimal::from_i128_with_scale(mantissa, scale);
        let [english, french] = both(|l| l.decimal(number));
        let plain = number.to_string();
        prop_assert_eq!(english.replace(',', ""), plain.as_str());
        prop_assert_eq!(french.replace('\u{202f}', "").replace(',', "."), plain.as_str());
    }

    #[test]
    fn an_amount_in_cents_prints_exactly(cents in -999_999_999_999_999_999_i64..=999_999_999_999_999_999) {
        let number = Decimal::new(cents, 2);
        let euros = Money { amount: number, currency: Currency::EURO };
        let english = Locale::of(Language::En).money(&euros);
        prop_assert_eq!(english.replace([',', '€'], ""), number.to_string());
    }
}
