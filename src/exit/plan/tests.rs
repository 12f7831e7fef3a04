//! Plans of a calm exit and of one on a deal-breaker.

use jiff::tz::TimeZone;

use super::*;
use crate::assess::{AsOf, Catalogue, assess};
use crate::model::{
    Access, Channel, ClientId, Currency, Flag, FlagId, FlagOrigin, HalfLife, Incident, IncidentId,
    Invoice, Language, Moment, Names, Period, Settings, Severity,
};

fn day(text: &str) -> Date {
    text.parse().unwrap()
}

fn euros(amount: &str) -> Money {
    Money { amount: amount.parse().unwrap(), currency: Currency::EURO }
}

fn sums(amounts: &Amounts) -> Vec<String> {
    amounts.iter().map(|money| money.to_string()).collect()
}

fn case() -> Case {
    let id = ClientId::new("nova");
    let mut client = Client::unknown(id, Language::En, TimeZone::UTC, Currency::EURO);
    client.signed = Some(day("2026-01-01"));
    client.notice = Some(Period::Days(30));
    client.channel = Some(Channel::Email);
    client.milestones = vec![
        Milestone {
            title: "Page".to_owned(),
            due: Some(day("2026-12-15")),
            amount: Some(euros("3000.00")),
            done: Some(Decimal::from(60)),
            invoice: None,
        },
        Milestone {
            title: "Shop".to_owned(),
            due: None,
            amount: Some(euros("1000.00")),
            done: None,
            invoice: None,
        },
    ];
    client.invoices = vec![Invoice {
        id: "7".to_owned(),
        issued: None,
        due: Some(day("2026-10-15")),
        amount: euros("2400.00"),
        paid: None,
        note: String::new(),
    }];
    let access = |what: &str, whose, held_by| Access {
        what: what.to_owned(),
        whose,
        held_by,
        since: None,
        ended: None,
    };
    client.access =
        vec![access("folder", Party::Us, Party::Them), access("host", Party::Them, Party::Us)];
    Case::empty(client)
}

fn threat(on: &str) -> Incident {
    Incident {
        id: IncidentId::new("threat"),
        note: "clients/nova/threat.md".to_owned(),
        moment: Moment::on_day(day(on), &TimeZone::UTC),
        flags: vec![FlagId::new("threat")],
        severity: Severity::High,
        status: Status::Confirmed,
        assumed: Vec::new(),
        channel: None,
        quote: None,
        evidence: Vec::new(),
        hours: None,
        cost: None,
        our_part: None,
        observed: String::new(),
        reading: None,
    }
}

fn plan(case: &Case, today: &str) -> Plan {
    let settings = Settings::default();
    let flag = Flag {
        id: FlagId::new("threat"),
        names: Names::default(),
        weight: 10.0,
        half_life: Some(HalfLife::Never),
        deal_breaker: true,
        origin: FlagOrigin::BuiltIn,
        guidance: String::new(),
    };
    let catalogue = Catalogue::new([flag], &settings);
    let as_of = AsOf::end_of(day(today), &TimeZone::UTC);
    let assessment = assess(case, &catalogue, &settings, as_of);
    Plan::of(case, &assessment, &Terms::Unset, &settings.exit)
}

#[test]
fn leaving_now_and_after_the_next_payment_side_by_side() {
    let plan = plan(&case(), "2026-11-20");
    // 2,400 outstanding and 60% of 3,000 done; 40% of 3,000 and 1,000 not done.
    assert_eq!(sums(&plan.now.to_come), ["4200.00 EUR"]);
    assert_eq!(sums(&plan.now.given_up), ["2200.00 EUR"]);
    assert_eq!(plan.ending.last_day, day("2026-12-20"));
    let (next, later) = plan.later.unwrap();
    assert_eq!((next.what.as_str(), next.day), ("Page", day("2026-12-15")));
    assert_eq!(sums(&later.to_come), ["5400.00 EUR"]);
    assert_eq!(sums(&later.given_up), ["1000.00 EUR"]);
    assert_eq!(later.ending.last_day, day("2027-01-14"));
}

#[test]
fn a_deal_breaker_cuts_now_and_says_what_it_costs() {
    let mut case = case();
    assert!(!plan(&case, "2026-11-20").conditions.contains("deal-breaker"));
    case.incidents = vec![threat("2026-11-19")];
    let plan = plan(&case, "2026-11-20");
    assert!(plan.conditions.contains("deal-breaker"));
    assert!(!plan.conditions.contains("no-deal-breaker"));
    assert!(plan.access.iter().all(|(_, day)| *day == plan.as_of));
    assert_eq!(
        (plan.telling.channel, plan.telling.tone),
        (Channel::Email, super::super::Tone::Direct)
    );
    assert_eq!(sums(&plan.now.given_up), ["2200.00 EUR"]);
}

#[test]
fn preparing_comes_before_telling_and_cutting_after() {
    let plan = plan(&case(), "2026-11-20");
    let steps = super::super::planned_steps(&plan);
    let place = |id: &str| steps.iter().position(|step| step.id == id).unwrap();
    for (first, then) in [
        ("save", "tell"),
        ("package", "tell"),
        ("list-access", "tell"),
        ("tell", "follow-up"),
        ("hand-over", "cut-theirs"),
        ("hand-over", "cut-ours"),
        ("cut-theirs", "close"),
        ("cut-now", "tell-once"),
    ] {
        assert!(place(first) < place(then), "{first} before {then}");
    }
    for step in &steps {
        assert!(step.after.iter().all(|id| place(id) < place(step.id)), "{step:?}");
        assert!(
            step.only_if.iter().all(|word| super::super::CONDITIONS.contains(word)),
            "{step:?}"
        );
    }
    // Their access ends after the days of grace, ours on the last day.
    let days: Vec<String> = plan.access.iter().map(|(_, day)| day.to_string()).collect();
    assert_eq!(days, ["2026-12-20", "2026-12-20"]);
}

#[test]
fn money_for_work_that_is_not_done_goes_back() {
    let mut case = case();
    case.client.milestones[0].invoice = Some("7".to_owned());
    case.client.invoices[0].paid = Some(day("2026-10-15"));
    case.client.deposits = vec![crate::model::Deposit {
        title: None,
        amount: euros("500.00"),
        received: None,
        ended: None,
    }];
    let plan = plan(&case, "2026-11-20");
    // 40% of 3,000 that was paid, and a deposit for which nothing was done.
    assert_eq!(sums(&plan.now.to_refund), ["1700.00 EUR"]);
    assert!(plan.conditions.contains("in-advance"));
}

#[test]
fn the_reserve_is_told_in_months() {
    let settings = |spending: &str| ExitSettings {
        reserve: Some(euros("8000")),
        spending: Some(euros(spending)),
    };
    let share = Some(Decimal::from(35));
    let runway = Runway::of(&settings("2500"), share).unwrap();
    // 8,000 ÷ 2,500 = 3.2; 8,000 ÷ 875 = 9.14…
    assert_eq!(runway.alone.to_string(), "3.2");
    assert_eq!(runway.with_others.unwrap().to_string(), "9.1");
    assert_eq!(Runway::of(&settings("0"), share), None);
    assert_eq!(Runway::of(&ExitSettings::default(), share), None);
}

#[test]
fn a_client_of_whom_nothing_is_known_has_a_plan_that_says_so() {
    let id = ClientId::new("nova");
    let client = Client::unknown(id, Language::En, TimeZone::UTC, Currency::EURO);
    let plan = plan(&Case::empty(client), "2026-11-20");
    let keys: Vec<&str> = plan.assumed.iter().map(|phrase| phrase.key).collect();
    assert_eq!(
        keys,
        [
            "plan-assumed-unsigned",
            "plan-assumed-no-notice",
            "plan-assumed-no-deliverables",
            "plan-assumed-no-access",
            "plan-assumed-no-share"
        ]
    );
    assert_eq!((plan.later, plan.ending.last_day), (None, day("2026-11-20")));
}
