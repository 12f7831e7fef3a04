//! Cases for tests: a client in Paris, and short ways to put something on file.

use jiff::civil::{Date, date};
use jiff::tz::TimeZone;
use jiff::{Timestamp, ToSpan};
use rust_decimal::Decimal;

use super::{AsOf, Assessment, Catalogue, assess};
use crate::model::{
    Case, Client, ClientId, Currency, Decision, DecisionId, DecisionKind, Digest, Direction, Flag,
    FlagId, FlagOrigin, HalfLife, Incident, IncidentId, Invoice, Language, Manner, Message, Moment,
    Money, Names, Period, Pulse, Settings, Severity, Status, Told, WorkingHours,
};

/// Id, weight, half-life, deal-breaker of the built-in red flags that the tests use.
const FLAGS: [(&str, f64, Option<u32>, bool); 8] = [
    ("boundary-crossed", 6.0, Some(120), false),
    ("disrespect", 4.0, Some(90), false),
    ("late-payment", 4.0, Some(180), false),
    ("outweighs-work", 3.0, Some(60), false),
    ("scope-creep", 2.0, Some(90), false),
    ("threat", 10.0, None, true),
    ("time-boundary", 2.0, Some(60), false),
    ("unresponsive", 2.0, Some(60), false),
];

pub(super) fn zone() -> TimeZone {
    TimeZone::get("Europe/Paris").unwrap()
}

pub(super) fn flag(id: &str, weight: f64, half_life: Option<u32>, deal_breaker: bool) -> Flag {
    Flag {
        id: FlagId::new(id),
        names: Names::default(),
        weight,
        half_life: Some(half_life.map_or(HalfLife::Never, HalfLife::Days)),
        deal_breaker,
        origin: FlagOrigin::BuiltIn,
        guidance: String::new(),
    }
}

pub(super) fn flags() -> Vec<Flag> {
    FLAGS.into_iter().map(|(id, weight, half, breaker)| flag(id, weight, half, breaker)).collect()
}

pub(super) fn catalogue() -> Catalogue {
    Catalogue::new(flags(), &Settings::default())
}

/// A case in which nothing but hours, reply time and payment terms is agreed.
pub(super) fn case() -> Case {
    let id = ClientId::new("nova");
    let mut client = Client::unknown(id, Language::En, zone(), Currency::EURO);
    client.hours = WorkingHours::parse("Mon-Fri 09:00-17:30");
    client.reply_within = Some(Period::Days(2));
    client.payment_terms = Some(Period::Days(30));
    Case::empty(client)
}

/// The moment of `2026-04-11` or `2026-04-11T22:40` on the client's clock.
pub(super) fn moment(text: &str) -> Moment {
    match text.split_once('T') {
        None => Moment::on_day(text.parse().unwrap(), &zone()),
        Some(_) => {
            let local: jiff::civil::DateTime = text.parse().unwrap();
            Moment::at_instant(local.to_zoned(zone()).unwrap().timestamp(), &zone())
        }
    }
}

/// A day and, unless the hour is missing, an hour on the client's clock.
pub(super) fn moment_of(day: Date, hour: Option<i8>) -> Moment {
    match hour {
        None => Moment::on_day(day, &zone()),
        Some(hour) => moment(&format!("{day}T{hour:02}:30")),
    }
}

pub(super) fn incident(when: &str, flag: &str, severity: Severity, status: Status) -> Incident {
    Incident {
        id: IncidentId::new(format!("{when}-{flag}")),
        note: format!("clients/nova/{when}-{flag}.md"),
        moment: moment(when),
        flags: vec![FlagId::new(flag)],
        severity,
        status,
        channel: None,
        quote: None,
        evidence: Vec::new(),
        hours: None,
        cost: None,
        our_part: None,
        observed: String::new(),
        assumed: Vec::new(),
        reading: None,
    }
}

pub(super) fn medium(when: &str, flag: &str) -> Incident {
    incident(when, flag, Severity::Medium, Status::Confirmed)
}

pub(super) fn decision(when: &str, kind: DecisionKind) -> Decision {
    Decision {
        id: DecisionId::new(format!("{when}-{}", kind.as_str())),
        client: ClientId::new("nova"),
        note: format!("clients/nova/decisions/{when}-{}.md", kind.as_str()),
        digest: Digest::of(b""),
        kind,
        moment: moment(when),
        by: None,
        standing: None,
        score: None,
        because: Vec::new(),
        statement: None,
        covers: Vec::new(),
        told: None,
        consequence: None,
        review_by: None,
        supersedes: None,
        left_open: Vec::new(),
        cooling_off_waived: false,
        prev: Vec::new(),
        anchor: None,
        reason: String::new(),
    }
}

pub(super) fn boundary(when: &str, covers: &[&str]) -> Decision {
    Decision {
        statement: Some("No calls at night.".to_owned()),
        covers: covers.iter().map(|flag| FlagId::new(*flag)).collect(),
        ..decision(when, DecisionKind::Boundary)
    }
}

pub(super) fn told_on(day: &str) -> Option<Told> {
    Some(Told { on: day.parse().unwrap(), time: None, how: None, evidence: None })
}

pub(super) fn message(when: &str, direction: Direction, asks: bool) -> Message {
    Message {
        note: format!("clients/nova/{when}-{}.md", direction.as_str()),
        moment: moment(when),
        direction,
        channel: None,
        subject: None,
        asks,
        exhibit: None,
        manner: Manner::default(),
    }
}

pub(super) fn pulse(when: &str, client_stress: u8, work_stress: u8) -> Pulse {
    let note = format!("clients/nova/{when}-pulse.md");
    Pulse { note, moment: moment(when), client_stress, work_stress, dread: None, sleep: None }
}

pub(super) fn invoice(id: &str, due: &str, paid: Option<&str>) -> Invoice {
    let due: Date = due.parse().unwrap();
    Invoice {
        id: id.to_owned(),
        issued: Some(due.saturating_sub(30.days())),
        due: Some(due),
        amount: Money { amount: Decimal::new(240_000, 2), currency: Currency::EURO },
        paid: paid.map(|day| day.parse().unwrap()),
        note: "clients/nova/nova.md".to_owned(),
    }
}

/// The end of a day on the client's clock.
pub(super) fn on(day: &str) -> AsOf {
    AsOf::end_of(day.parse().unwrap(), &zone())
}

pub(super) fn assessed(case: &Case, day: &str) -> Assessment {
    assess(case, &catalogue(), &Settings::default(), on(day))
}

pub(super) fn close_to(left: f64, right: f64) {
    assert!((left - right).abs() < 1e-9, "{left} is not {right}");
}

#[test]
fn the_end_of_a_day_is_its_last_second() {
    let end = AsOf::end_of(date(2026, 3, 29), &zone());
    assert_eq!(AsOf::at_instant(end.at, &zone()).day, end.day);
    let next: Timestamp = "2026-03-29T22:00:00Z".parse().unwrap();
    assert_eq!(end.at.duration_until(next).as_secs(), 1);
}
