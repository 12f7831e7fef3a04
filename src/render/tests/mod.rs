//! Documents made of friendly and of hostile words.

mod documents;
mod hostile;
mod letters;
mod templates;

use jiff::Timestamp;

use super::*;
use crate::assess::{AsOf, Assessment, Catalogue, Explanation, assess, explain};
use crate::finding::{Finding, Level, Location, Position, Span};
use crate::model::{Case, Client, ClientId, Currency, Language, Settings};
use crate::note::edit::quoted;
use crate::note::{Note, Record, read_client};
use crate::phrase::Phrase;
use crate::report::*;
use crate::vault::built_in_flags;

const STYLE: TextStyle = TextStyle { width: 80, colour: false };

/// A case in which every free text is `words`.
fn case(words: &str) -> Case {
    let word = quoted(words);
    let client = format!(
        "---\ntype: client\nname: {word}\ncontact: {word}\nplatform: {word}\nsigned: 2026-01-10\n\
         timezone: Europe/Paris\ncurrency: EUR\nhours: Mon-Fri 09:00-17:30\n\
         invoices:\n  - {{id: {word}, issued: 2026-02-01, due: 2026-03-03, amount: 2400.00}}\n---\n"
    );
    let note = |kind: &str, rest: &str| {
        format!("---\ntype: {kind}\ndate: 2026-04-11T22:40\n{rest}\n---\n{words}\n\n{words}\n")
    };
    let notes = [
        (
            "clients/nova/call.md",
            note(
                "incident",
                &format!(
                    "flags: [time-boundary, {word}]\nseverity: high\nquote: {word}\nour-part: {word}\nevidence: [{word}]\nhours: 1.5"
                ),
            ),
        ),
        (
            "clients/nova/maybe.md",
            note("incident", "flags: [aggressive-tone]\nseverity: low\nstatus: suspected"),
        ),
        ("clients/nova/good.md", note("credit", "")),
        ("clients/nova/pulse.md", note("pulse", "client-stress: 4\nwork-stress: 2\nsleep: lost")),
        (
            "clients/nova/mail.md",
            note("message", &format!("direction: incoming\nchannel: email\nsubject: {word}")),
        ),
        (
            "clients/nova/decisions/limit.md",
            note(
                "decision",
                &format!(
                    "kind: boundary\nstatement: {word}\ncovers: [time-boundary, {word}]\nconsequence: {word}\ntold: {{on: 2026-04-11, how: email}}"
                ),
            ),
        ),
    ];
    let zone = jiff::tz::TimeZone::UTC;
    let mut known = Client::unknown(ClientId::new("nova"), Language::En, zone, Currency::EURO);
    let parsed = Note::parse("clients/nova/nova.md", &client, &mut Vec::new());
    read_client(&parsed, &mut known, &mut Vec::new());
    let mut case = Case::empty(known);
    for (path, text) in &notes {
        let note = Note::parse(path, text, &mut Vec::new());
        let recorded = note.read(&case.client, &mut Vec::new());
        let has_incidents = !recorded.incidents.is_empty();
        case.incidents.extend(recorded.incidents);
        match recorded.record {
            Record::Text if has_incidents => {}
            Record::Decision(decision) => case.decisions.push(*decision),
            Record::Credit(credit) => case.credits.push(credit),
            Record::Pulse(pulse) => case.pulses.push(pulse),
            Record::Message(message) => case.messages.push(message),
            _ => panic!("{path} is not read"),
        }
    }
    case.sort();
    case
}

/// Everything that is computed from a case on 20 November 2026.
struct Reckoned {
    case: Case,
    catalogue: Catalogue,
    settings: Settings,
    assessment: Assessment,
    explanation: Explanation,
}

impl Reckoned {
    fn of(case: Case) -> Self {
        let settings = Settings::default();
        let catalogue = Catalogue::new(built_in_flags(), &settings);
        let now: Timestamp = "2026-11-20T09:00:00Z".parse().expect("an instant");
        let as_of = AsOf::at_instant(now, &case.client.zone);
        let assessment = assess(&case, &catalogue, &settings, as_of);
        let explanation = explain(&case, &catalogue, &settings, as_of);
        Self { case, catalogue, settings, assessment, explanation }
    }

    fn with(words: &str) -> Self {
        Self::of(case(words))
    }

    fn report(&self) -> ReportView {
        let since = self.case.client.signed.unwrap_or(self.assessment.as_of.day);
        let points = weekly(since, self.assessment.as_of, &self.case);
        let history = history(&self.case, &self.catalogue, &self.settings, &points);
        ReportView::of(
            &self.case,
            &self.catalogue,
            &self.settings,
            &self.assessment,
            &self.explanation,
            history,
        )
    }

    fn explained(&self) -> ExplainView {
        ExplainView::of(
            &self.case,
            &self.catalogue,
            &self.settings,
            &self.assessment,
            &self.explanation,
        )
    }

    fn timeline(&self) -> TimelineView {
        TimelineView::of(&self.case, &self.catalogue, &self.assessment)
    }

    fn status(&self) -> StatusView {
        let line = ClientStatus::of(&self.case.client, &self.catalogue, &self.assessment);
        StatusView::new(self.assessment.as_of.at, vec![line])
    }
}

/// A finding about `words` in a note that holds nothing else.
fn finding(words: &str) -> Finding {
    let end = words.lines().next().map_or(0, str::len);
    Finding {
        code: "unknown-flag",
        level: Level::Error,
        location: Location {
            path: format!("clients/nova/{}.md", words.replace('/', "-")),
            span: Span::new(0, end),
            start: Position { line: 1, column: 1 },
            end: Position { line: 1, column: end + 1 },
        },
        message: Phrase::new("due-boundary-review").with("statement", words),
        hint: Some(Phrase::new("due-boundary-review").with("statement", words)),
    }
}
