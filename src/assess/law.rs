//! R5 as a law: small things add up, nothing that happens lowers the score, time alone never
//! raises it, and the order of notes does not matter.

use jiff::ToSpan;
use jiff::civil::{Date, date};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::{select, subsequence};

use super::fixture::{case, catalogue, moment_of, zone};
use super::{AsOf, Assessment, Catalogue, assess};
use crate::assess::fixture;
use crate::model::{
    Case, Decision, DecisionId, DecisionKind, Direction, Flag, FlagId, HalfLife, Incident,
    IncidentId, Invoice, Message, Pulse, Settings, Severity, Status, Told,
};

const FIRST: Date = date(2026, 1, 1);
/// Everything happens within this many days, so that things meet.
const DAYS: i16 = 150;
const FLAGS: [&str; 6] =
    ["boundary-crossed", "disrespect", "late-payment", "threat", "time-boundary", "unresponsive"];

fn day() -> impl Strategy<Value = Date> {
    (0..DAYS).prop_map(|days| FIRST.saturating_add(i64::from(days).days()))
}

fn hour() -> impl Strategy<Value = Option<i8>> {
    proptest::option::of(select(vec![3_i8, 8, 10, 16, 22]))
}

fn covers() -> impl Strategy<Value = Vec<FlagId>> {
    subsequence(FLAGS.to_vec(), 1..=3)
        .prop_map(|flags| flags.into_iter().map(FlagId::new).collect())
}

fn incident(status: impl Strategy<Value = Status>) -> impl Strategy<Value = Incident> {
    let severity = select(Severity::ALL.to_vec());
    (day(), hour(), covers(), severity, status, any::<u32>()).prop_map(
        |(day, hour, flags, severity, status, number)| {
            let mut incident = fixture::medium("2026-01-01", "disrespect");
            incident.id = IncidentId::new(format!("{day}-{number}"));
            incident.note = format!("clients/nova/{day}-{number}.md");
            incident.moment = moment_of(day, hour);
            incident.flags = flags;
            incident.severity = severity;
            incident.status = status;
            incident
        },
    )
}

fn decision() -> impl Strategy<Value = Decision> {
    use DecisionKind::{Boundary, Exit, Keep};
    let kind = prop_oneof![6 => Just(Boundary), 2 => Just(Keep), 1 => Just(Exit)];
    let told = proptest::option::of(0_i64..3);
    (day(), hour(), kind, covers(), told, proptest::option::of(day()), any::<u32>()).prop_map(
        |(day, hour, kind, covers, told, review_by, number)| Decision {
            id: DecisionId::new(format!("{day}-{number}")),
            moment: moment_of(day, hour),
            covers,
            told: told.map(|days| Told {
                on: day.saturating_sub(days.days()),
                time: None,
                how: None,
                evidence: None,
            }),
            review_by,
            ..fixture::decision("2026-01-01", kind)
        },
    )
}

fn message() -> impl Strategy<Value = Message> {
    let direction = select(Direction::ALL.to_vec());
    (day(), hour(), direction, any::<bool>(), any::<u32>()).prop_map(
        |(day, hour, direction, asks, number)| Message {
            note: format!("clients/nova/{day}-{number}.md"),
            moment: moment_of(day, hour),
            ..fixture::message("2026-01-01", direction, asks)
        },
    )
}

fn invoice() -> impl Strategy<Value = Invoice> {
    (day(), proptest::option::of(0_i64..60), any::<u32>()).prop_map(|(due, late, number)| {
        let mut invoice = fixture::invoice(&number.to_string(), &due.to_string(), None);
        invoice.paid = late.map(|days| due.saturating_add(days.days()));
        invoice
    })
}

fn pulse() -> impl Strategy<Value = Pulse> {
    (day(), 1_u8..=5, 1_u8..=5)
        .prop_map(|(day, client, work)| fixture::pulse(&day.to_string(), client, work))
}

fn any_case() -> impl Strategy<Value = Case> {
    let incidents = vec(incident(select(Status::ALL.to_vec())), 1..10);
    let facts = (vec(message(), 0..14), vec(invoice(), 0..4), vec(pulse(), 0..6));
    (incidents, vec(decision(), 0..6), facts).prop_map(
        |(incidents, decisions, (messages, invoices, pulses))| {
            let mut case = case();
            case.incidents = incidents;
            case.decisions = decisions;
            case.messages = messages;
            case.client.invoices = invoices;
            case.pulses = pulses;
            case
        },
    )
}

/// A question that waits for an answer, and notes that say so, within a few weeks: the broad
/// cases seldom put a note into a silence.
fn silent_case() -> impl Strategy<Value = Case> {
    let answered = proptest::option::of(2_i64..30);
    let boundary = proptest::option::of((0_i64..20, hour(), 0_usize..2));
    (vec(noted_silence(), 0..3), answered, boundary).prop_map(|(incidents, answered, boundary)| {
        let after = |days: i64| FIRST.saturating_add(days.days());
        let mut case = case();
        case.incidents = incidents;
        case.messages =
            vec![fixture::message(&format!("{FIRST}T10:00"), Direction::Outgoing, true)];
        case.messages.extend(answered.map(|days| {
            let late = if days % 2 == 0 { "T22:00" } else { "" };
            fixture::message(&format!("{}{late}", after(days)), Direction::Incoming, true)
        }));
        case.decisions.extend(boundary.map(|(days, hour, both)| Decision {
            moment: moment_of(after(days), hour),
            ..fixture::boundary("2026-01-01", &["time-boundary", "unresponsive"][both..])
        }));
        case
    })
}

fn noted_silence() -> impl Strategy<Value = Incident> {
    let flags = subsequence(vec!["time-boundary", "unresponsive"], 1..=2);
    let incident = incident(select(Status::ALL.to_vec()));
    (0_i64..30, hour(), flags, incident).prop_map(|(days, hour, flags, mut incident)| {
        incident.moment = moment_of(FIRST.saturating_add(days.days()), hour);
        incident.flags = flags.into_iter().map(FlagId::new).collect();
        incident
    })
}

fn at(day: Date) -> AsOf {
    AsOf::end_of(day, &zone())
}

/// A day on which everything of a case has happened.
fn end() -> Date {
    FIRST.saturating_add(i64::from(DAYS + 10).days())
}

fn assessment(case: &Case, as_of: AsOf) -> Assessment {
    assess(case, &catalogue(), &Settings::default(), as_of)
}

fn not_above(lower: &Assessment, upper: &Assessment) -> Result<(), TestCaseError> {
    prop_assert!(lower.score <= upper.score + 1e-9, "{} > {}", lower.score, upper.score);
    prop_assert!(lower.deal_breaker.is_none() || upper.deal_breaker.is_some());
    Ok(())
}

fn with_status(case: &Case, index: usize, status: Status) -> Case {
    let mut case = case.clone();
    let index = index % case.incidents.len();
    case.incidents[index].status = status;
    case
}

proptest! {
    #![proptest_config(ProptestConfig {
        failure_persistence: None,
        ..ProptestConfig::default()
    })]

    #[test]
    fn adding_a_confirmed_incident_never_lowers_the_score(
        case in any_case(),
        more in incident(Just(Status::Confirmed)),
        today in day(),
    ) {
        let mut grown = case.clone();
        grown.incidents.push(more);
        not_above(&assessment(&case, at(today)), &assessment(&grown, at(today)))?;
        not_above(&assessment(&case, at(end())), &assessment(&grown, at(end())))?;
    }

    #[test]
    fn noting_a_silence_never_lowers_the_score(
        case in silent_case(),
        more in noted_silence(),
        days in 0_i64..60,
    ) {
        let today = at(FIRST.saturating_add(days.days()));
        let note = |status| {
            let mut noted = case.clone();
            noted.incidents.push(Incident { status, ..more.clone() });
            assessment(&noted, today)
        };
        let confirmed = note(Status::Confirmed);
        let suspected = note(Status::Suspected);
        not_above(&assessment(&case, today), &confirmed)?;
        not_above(&suspected, &confirmed)?;
        not_above(&note(Status::Dismissed), &suspected)?;
    }

    #[test]
    fn a_silence_that_falls_due_never_lowers_the_score(
        case in silent_case(),
        within in 2_u16..12,
        days in 1_i64..60,
    ) {
        let mut case = case;
        // Nothing fades, no boundary relieves and nobody notes anything on that day, so that
        // time can only add.
        case.decisions.clear();
        let before = FIRST.saturating_add((days - 1).days());
        case.incidents.retain(|incident| incident.moment.day <= before);
        case.client.reply_within = Some(crate::model::Period::Days(within));
        let lasting = fixture::flags().into_iter().map(|flag| Flag { half_life: Some(HalfLife::Never), ..flag });
        let catalogue = Catalogue::new(lasting, &Settings::default());
        let on = |days: i64| {
            let day = at(FIRST.saturating_add(days.days()));
            assess(&case, &catalogue, &Settings::default(), day)
        };
        not_above(&on(days - 1), &on(days))?;
    }

    #[test]
    fn time_alone_never_raises_the_score(case in any_case(), days in 0_i64..400) {
        let mut case = case;
        // No fact falls due: every invoice is paid and every question answered.
        case.client.invoices.retain(|invoice| invoice.paid.is_some_and(|day| day <= end()));
        case.messages.push(fixture::message(
            &format!("{}T12:00", FIRST.saturating_add(i64::from(DAYS).days())),
            Direction::Incoming,
            false,
        ));
        let later = assessment(&case, at(end().saturating_add(days.days())));
        not_above(&later, &assessment(&case, at(end())))?;
    }

    #[test]
    fn the_order_of_the_lists_does_not_matter(
        (case, shuffled) in any_case().prop_flat_map(|case| {
            let incidents = Just(case.incidents.clone()).prop_shuffle();
            let decisions = Just(case.decisions.clone()).prop_shuffle();
            let messages = Just(case.messages.clone()).prop_shuffle();
            let invoices = Just(case.client.invoices.clone()).prop_shuffle();
            (Just(case), (incidents, decisions, messages, invoices))
        }),
        today in day(),
    ) {
        let mut other = case.clone();
        (other.incidents, other.decisions, other.messages, other.client.invoices) = shuffled;
        prop_assert_eq!(assessment(&case, at(today)), assessment(&other, at(today)));
    }

    #[test]
    fn dismissing_an_incident_never_raises_the_score(
        case in any_case(),
        index in any::<usize>(),
        today in day(),
    ) {
        let dismissed = with_status(&case, index, Status::Dismissed);
        not_above(&assessment(&dismissed, at(today)), &assessment(&case, at(today)))?;
        not_above(&assessment(&dismissed, at(end())), &assessment(&case, at(end())))?;
    }

    #[test]
    fn a_suspected_incident_counts_no_more_than_a_confirmed_one(
        case in any_case(),
        index in any::<usize>(),
        today in day(),
    ) {
        let suspected = with_status(&case, index, Status::Suspected);
        let confirmed = with_status(&case, index, Status::Confirmed);
        not_above(&assessment(&suspected, at(today)), &assessment(&confirmed, at(today)))?;
        not_above(&assessment(&suspected, at(end())), &assessment(&confirmed, at(end())))?;
    }
}
