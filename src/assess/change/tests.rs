//! Too little, luck, and each comparison both ways.

use super::figures::median;
use super::*;
use crate::assess::fixture::{assessed, case, close_to, medium, message};
use crate::model::{Channel, Direction, Message, Pronoun, Status};

#[test]
fn more_incidents_than_their_share_of_days_are_a_change() {
    let mut case = case();
    case.client.signed = "2025-01-01".parse().ok();
    case.incidents = vec![medium("2025-03-01", "disrespect")];
    for day in ["02", "06", "10", "14", "18"] {
        case.incidents.push(medium(&format!("2026-03-{day}"), "disrespect"));
    }
    let assessment = assessed(&case, "2026-03-31");
    let change = &assessment.changes[0];
    assert_eq!((change.what, change.course), (Compared::Incidents, Course::Worse));
    assert_eq!((change.earlier.count, change.earlier.of), (1, 365));
    assert_eq!((change.recent.count, change.recent.of), (5, 90));
    let p: f64 = 90.0 / 455.0;
    close_to(change.chance, p.powi(6) + 6.0 * p.powi(5) * (1.0 - p));
    // As even as can be: nothing to say.
    case.incidents.truncate(5);
    for (incident, day) in case.incidents.iter_mut().zip([
        "2025-02-01",
        "2025-05-01",
        "2025-08-01",
        "2025-11-01",
        "2026-02-01",
    ]) {
        incident.moment = crate::assess::fixture::moment(day);
    }
    assert_eq!(assessed(&case, "2026-03-31").changes, []);
}

#[test]
fn a_turn_to_late_messages_is_a_change_if_there_is_enough_to_compare() {
    let mut case = case();
    for day in 1..=10 {
        let when = format!("2025-09-{day:02}T10:00");
        case.messages.push(message(&when, Direction::Incoming, false));
    }
    for day in 1..=6 {
        let when = format!("2026-03-{day:02}T22:00");
        case.messages.push(message(&when, Direction::Incoming, false));
    }
    let assessment = assessed(&case, "2026-03-31");
    let change = &assessment.changes[0];
    assert_eq!((change.what, change.course), (Compared::OutOfHours, Course::Worse));
    assert_eq!((change.earlier.count, change.earlier.of), (2, 10));
    close_to(change.chance, (3.0_f64 / 12.0).powi(6));
    let phrase = change.phrase();
    assert_eq!(phrase.key, "change-out-of-hours-worse");
    assert_eq!(phrase.args[3], ("recent-of", 6_usize.into()));
    case.messages.remove(0);
    assert_eq!(assessed(&case, "2026-03-31").changes, []);
}

#[test]
fn slower_answers_are_a_change_against_the_earlier_median() {
    let mut case = case();
    for month in 1..=10 {
        let (asked, answer) =
            (format!("2025-{month:02}-03T10:00"), format!("2025-{month:02}-03T12:00"));
        case.messages.push(message(&asked, Direction::Outgoing, true));
        case.messages.push(message(&answer, Direction::Incoming, false));
    }
    for day in [1, 5, 9, 13, 17, 21] {
        let (asked, answer) =
            (format!("2026-03-{day:02}T10:00"), format!("2026-03-{:02}T10:00", day + 2));
        case.messages.push(message(&asked, Direction::Outgoing, true));
        case.messages.push(message(&answer, Direction::Incoming, false));
    }
    let changes = assessed(&case, "2026-03-31").changes;
    let delay = changes.iter().find(|change| change.what == Compared::ReplyDelay).unwrap();
    assert_eq!(delay.course, Course::Worse);
    close_to(delay.earlier.value, 2.0);
    close_to(delay.recent.value, 48.0);
}

#[test]
fn the_median_of_an_even_number_lies_between_the_middle_two() {
    let day = jiff::civil::date(2026, 1, 1);
    close_to(median(&[(day, 4.0), (day, 1.0), (day, 3.0), (day, 2.0)]), 2.5);
    close_to(median(&[(day, 4.0), (day, 1.0), (day, 3.0)]), 3.0);
}

/// Incoming messages on days that are long past, and on as many recent ones.
fn incoming(earlier: usize, recent: usize) -> Vec<Message> {
    let day = |month: &str, index: usize| {
        message(&format!("{month}-{:02}T10:00", index + 1), Direction::Incoming, false)
    };
    let earlier = (0..earlier).map(|index| day("2025-09", index));
    earlier.chain((0..recent).map(|index| day("2026-03", index))).collect()
}

fn only(case: &Case) -> Option<Change> {
    let changes = assessed(case, "2026-03-31").changes;
    assert!(changes.len() <= 1, "{changes:?}");
    changes.into_iter().next()
}

#[test]
fn messages_that_an_incident_cites_are_a_change() {
    let mut case = case();
    case.messages = incoming(11, 6);
    case.messages[13].exhibit = Some("2026-03-mail.eml".to_owned());
    // By the exhibit, by a link to the note, and because the note itself tells it.
    let mut cites: Vec<_> = ["2026-03-03", "2026-03-04", "2026-03-05", "2026-03-06"]
        .map(|day| medium(day, "disrespect"))
        .into();
    cites[0].evidence = vec!["2026-03-mail.eml".to_owned()];
    cites[1].observed = "As [[call]] and [[2026-03-04T10:00-incoming|their mail]] show.".to_owned();
    cites[2].note.clone_from(&case.messages[15].note);
    cites[3].evidence = vec!["evidence/2026-03-06T10:00-incoming.md".to_owned()];
    case.incidents = cites;
    let change = only(&case).unwrap();
    assert_eq!((change.what, change.course), (Compared::CitedMessages, Course::Worse));
    assert_eq!((change.earlier.count, change.earlier.of), (0, 11));
    assert_eq!((change.recent.count, change.recent.of), (4, 6));
    let p: f64 = 1.0 / 13.0;
    let more = |k: i32, ways: f64| ways * p.powi(k) * (1.0 - p).powi(6 - k);
    close_to(change.chance, more(4, 15.0) + more(5, 6.0) + more(6, 1.0));
    assert_eq!(change.phrase().key, "change-cited-messages-worse");
    // A suspected incident was accepted too, a dismissed one was not.
    case.incidents[0].status = Status::Suspected;
    assert_eq!(only(&case), Some(change));
    case.incidents.iter_mut().for_each(|incident| incident.status = Status::Dismissed);
    assert_eq!(only(&case), None);
}

#[test]
fn incidents_that_cite_nothing_or_what_the_user_sent_are_none_of_their_messages() {
    let mut case = case();
    case.messages = incoming(11, 6);
    case.incidents =
        ["2026-03-02", "2026-03-03", "2026-03-04"].map(|day| medium(day, "disrespect")).into();
    for (incident, day) in case.incidents.iter_mut().zip(["02", "03", "04"]) {
        incident.observed = format!("See [[2026-03-{day}T10:00-outgoing]].");
        let sent = format!("2026-03-{day}T10:00");
        case.messages.push(message(&sent, Direction::Outgoing, false));
    }
    assert_eq!(only(&case), None);
    // The same links would be a change if they led to what the client wrote.
    for incident in &mut case.incidents {
        incident.observed = incident.observed.replace("outgoing", "incoming");
    }
    assert_eq!(only(&case).map(|change| change.what), Some(Compared::CitedMessages));
}

#[test]
fn a_dropped_greeting_is_a_change() {
    let mut case = case();
    case.messages = incoming(12, 6);
    for (index, one) in case.messages.iter_mut().enumerate() {
        one.manner.greets = Some(index < 12);
    }
    let change = only(&case).unwrap();
    assert_eq!((change.what, change.course), (Compared::Greetings, Course::Worse));
    assert_eq!((change.earlier.count, change.earlier.of), (12, 12));
    assert_eq!((change.recent.count, change.recent.of), (0, 6));
    close_to(change.chance, (1.0_f64 / 14.0).powi(6));
    assert_eq!(change.phrase().key, "change-greetings-worse");
    // A move to a chat is no change, and neither are messages without words.
    let was = case.clone();
    case.messages[12..].iter_mut().for_each(|one| one.channel = Some(Channel::Chat));
    assert_eq!(only(&case), None);
    case = was.clone();
    case.messages[..3].iter_mut().for_each(|one| one.manner.greets = None);
    assert_eq!(only(&case), None, "nine earlier ones are too few");
    // The other way round it is a change for the better.
    case = was;
    for one in &mut case.messages {
        one.manner.greets = one.manner.greets.map(|greets| !greets);
    }
    let change = only(&case).unwrap();
    assert_eq!(change.course, Course::Better);
    assert_eq!(change.phrase().key, "change-greetings-better");
}

#[test]
fn from_vous_to_tu_is_a_change_that_is_neither_worse_nor_better() {
    let mut case = case();
    case.messages = incoming(14, 8);
    for (index, one) in case.messages.iter_mut().enumerate() {
        // Every seventh addresses nobody.
        let says = if index < 14 { Pronoun::Vous } else { Pronoun::Tu };
        one.manner.pronoun = (index % 7 != 0).then_some(says);
    }
    let change = only(&case).unwrap();
    assert_eq!((change.what, change.course), (Compared::Pronoun, Course::Neither));
    assert_eq!((change.earlier.count, change.earlier.of), (0, 12));
    assert_eq!((change.recent.count, change.recent.of), (6, 6));
    assert_eq!(change.phrase().key, "change-pronoun-tu");
    for one in &mut case.messages {
        one.manner.pronoun = one.manner.pronoun.map(|says| match says {
            Pronoun::Tu => Pronoun::Vous,
            Pronoun::Vous => Pronoun::Tu,
        });
    }
    let change = only(&case).unwrap();
    assert_eq!((change.course, change.phrase().key), (Course::Neither, "change-pronoun-vous"));
}

#[test]
fn what_was_always_so_and_still_is_so_is_no_change() {
    let mut case = case();
    case.messages = incoming(10, 0);
    for index in 0..60 {
        let when = format!("2026-03-{:02}T{:02}:00", index / 3 + 1, 10 + index % 3);
        case.messages.push(message(&when, Direction::Incoming, false));
    }
    for one in &mut case.messages {
        one.manner.greets = Some(true);
        one.manner.pronoun = Some(Pronoun::Vous);
    }
    assert_eq!(only(&case), None);
    // One that greets less is still none.
    case.messages[40].manner.greets = Some(false);
    assert_eq!(only(&case), None);
    case.messages.clear();
    assert_eq!(only(&case), None, "no messages");
}

#[test]
fn ten_messages_are_compared_with_six_and_no_fewer() {
    let mut case = case();
    case.messages = incoming(10, 6);
    for (index, one) in case.messages.iter_mut().enumerate() {
        one.manner.greets = Some(index < 10);
    }
    assert!(only(&case).is_some());
    case.messages.remove(0);
    assert_eq!(only(&case), None);
    case.messages.truncate(5);
    assert_eq!(only(&case), None);
}
