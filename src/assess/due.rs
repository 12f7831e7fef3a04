//! What is due: reviews, answers to breaches, invoices, answers, the end of notice and of cooling off.

use jiff::civil::Date;

use super::derived::{due_day, is_charge};
use super::silence::silences;
use super::{AsOf, Boundary, BoundaryState, CoolingOff};
use crate::model::{Case, DecisionKind, Stage};
use crate::phrase::Phrase;

/// Something that is due on a day.
#[derive(Clone, Debug, PartialEq)]
pub struct Due {
    /// The day; before the day of the assessment if it is overdue.
    pub day: Date,
    /// What is due.
    pub what: Phrase,
    /// The path of the note it comes from, or the number of the invoice.
    pub source: String,
}

/// Everything that is due, sorted by day.
pub(super) fn dues(
    known: &Case,
    boundaries: &[Boundary],
    stage: Stage,
    cooling_off: Option<&CoolingOff>,
    as_of: AsOf,
) -> Vec<Due> {
    let mut dues = reviews(boundaries);
    dues.extend(breaches(boundaries));
    dues.extend(invoices(known));
    dues.extend(notice_end(known, stage));
    dues.extend(cooling_off.and_then(|period| cooling_off_end(known, period, as_of)));
    if !stage.is_over() {
        dues.extend(reply(known, as_of));
    }
    dues.sort_by(|a, b| (a.day, a.what.key, &a.source).cmp(&(b.day, b.what.key, &b.source)));
    dues
}

fn reviews(boundaries: &[Boundary]) -> Vec<Due> {
    let open = boundaries.iter().filter(|boundary| boundary.is_open());
    open.map(|boundary| Due {
        day: boundary.review_by,
        what: Phrase::new("due-boundary-review").with("statement", boundary.statement.as_str()),
        source: boundary.note.clone(),
    })
    .collect()
}

/// Breaches that no decision has answered, each from the day it happened: what the user said would
/// follow is due at once, not on the day of the review.
fn breaches(boundaries: &[Boundary]) -> impl Iterator<Item = Due> {
    boundaries.iter().filter_map(|boundary| {
        let BoundaryState::Breached { on, .. } = &boundary.state else { return None };
        let statement = boundary.statement.as_str();
        let what = match &boundary.consequence {
            Some(said) => {
                Phrase::new("due-boundary-breached-said").with("consequence", said.as_str())
            }
            None => Phrase::new("due-boundary-breached"),
        };
        let what = what.with("statement", statement);
        Some(Due { day: *on, what, source: boundary.note.clone() })
    })
}

fn invoices(known: &Case) -> Vec<Due> {
    let client = &known.client;
    let open = client.invoices.iter().filter(|bill| is_charge(bill) && bill.paid.is_none());
    open.filter_map(|invoice| {
        let what = Phrase::new("due-invoice")
            .with("invoice", invoice.id.as_str())
            .with("amount", invoice.amount);
        Some(Due { day: due_day(invoice, client)?, what, source: invoice.id.clone() })
    })
    .collect()
}

/// The end of the notice period, from the day the client was told of the exit.
fn notice_end(known: &Case, stage: Stage) -> Option<Due> {
    if stage != Stage::Told {
        return None;
    }
    let decisions = &known.decisions;
    let announce = decisions.iter().rfind(|decision| decision.kind == DecisionKind::Announce)?;
    let told = announce.told.as_ref().map_or(announce.moment.day, |told| told.on);
    Some(Due {
        day: known.client.notice?.after(told),
        what: Phrase::new("due-notice-end").with("told", told),
        source: announce.note.clone(),
    })
}

/// The end of the cooling-off period; `None` once announcing is allowed.
fn cooling_off_end(known: &Case, period: &CoolingOff, as_of: AsOf) -> Option<Due> {
    period.left(as_of.at)?;
    let exit = known.decisions.iter().find(|decision| decision.id == period.decision)?;
    let until = known.client.zone.to_datetime(period.until);
    Some(Due {
        day: until.date(),
        what: Phrase::new("due-cooling-off-end").with("time", until.time()),
        source: exit.note.clone(),
    })
}

/// The day by which an open question should be answered; past it, the silence is an incident.
fn reply(known: &Case, as_of: AsOf) -> Option<Due> {
    let reply_within = known.client.reply_within?;
    let silence = silences(&known.messages).pop().filter(|last| last.answered.is_none())?;
    let day = silence.limit(reply_within);
    let asked = silence.asked;
    (day >= as_of.day).then(|| Due {
        day,
        what: Phrase::new("due-reply").with("asked", asked.moment.day),
        source: asked.note.clone(),
    })
}

#[cfg(test)]
mod tests {
    use crate::assess::fixture::{assessed, boundary, case, decision, invoice, told_on};
    use crate::model::{Case, Decision, DecisionKind, Period};

    fn due(case: &Case, day: &str) -> Vec<(String, &'static str)> {
        let dues = assessed(case, day).dues;
        dues.iter().map(|due| (due.day.to_string(), due.what.key)).collect()
    }

    #[test]
    fn reviews_and_invoices_are_sorted_by_day() {
        let mut case = case();
        case.decisions = vec![boundary("2026-03-01", &["disrespect"])];
        case.client.invoices = vec![invoice("1", "2026-03-10", None)];
        let expected = [("2026-03-10", "due-invoice"), ("2026-03-31", "due-boundary-review")];
        assert_eq!(due(&case, "2026-03-02"), expected.map(|(day, key)| (day.to_owned(), key)));
    }

    #[test]
    fn notice_runs_from_the_day_of_telling() {
        let mut case = case();
        case.client.notice = Some(Period::Months(1));
        let announce = decision("2026-03-05", DecisionKind::Announce);
        case.decisions = vec![Decision { told: told_on("2026-03-04"), ..announce }];
        assert_eq!(due(&case, "2026-03-06"), [("2026-04-04".to_owned(), "due-notice-end")]);
    }
}
