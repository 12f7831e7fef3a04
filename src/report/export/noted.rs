//! Rows of what notes say: the notes themselves, and the decisions.

use super::Cell;
use crate::finding::Span;
use crate::model::{Case, Channel, DecisionKind, Severity, Status};
use crate::note::{Kind, parse_moment, parse_money};
use crate::query::{Field, Row};

/// A note; what cannot be read as what its column holds is empty, and stands in `front_matter`.
pub(super) fn note(row: &Row<'_>) -> Vec<Cell> {
    let values = |key: &str| {
        let field = Field { keys: vec![key.to_owned()], span: Span::default() };
        row.values(&field).into_iter().map(|value| value.into_owned()).collect::<Vec<String>>()
    };
    let value = |key: &str| values(key).into_iter().next();
    let word = |key: &str, words: &[&str]| value(key).filter(|word| words.contains(&&**word));
    let place = row.place();
    let moment = value("date").and_then(|text| parse_moment(&text, place.zone));
    let money = |key: &str| parse_money(&value(key)?, place.currency);
    let is_incident = row.kind() == Some(Kind::Incident);
    let cost = money("cost").filter(|_| is_incident);
    let hours = money("hours").filter(|_| is_incident);
    let flags = Field { keys: vec!["flags".to_owned()], span: Span::default() };
    vec![
        value("client").into(),
        row.path().into(),
        row.id().into_owned().into(),
        value("type").into(),
        moment.map(|moment| moment.day).into(),
        moment.map(|moment| moment.at).into(),
        row.distinct(&flags).into(),
        word("severity", &Severity::ALL.map(Severity::as_str)).into(),
        word("status", &Status::ALL.map(Status::as_str)).into(),
        word("kind", &DecisionKind::ALL.map(DecisionKind::as_str)).into(),
        word("channel", &Channel::ALL.map(Channel::as_str)).into(),
        word("direction", &["incoming", "outgoing"]).into(),
        hours.map(|hours| hours.amount).into(),
        cost.map(|cost| cost.amount).into(),
        cost.map(|cost| cost.currency.code()).into(),
        value("text").into(),
        Cell::Map(row.front_matter()),
    ]
}

/// The decisions of a client.
pub(super) fn decisions(known: &Case) -> Vec<Vec<Cell>> {
    let client = known.client.id.as_str();
    let row = |decision: &crate::model::Decision| {
        let told = decision.told.as_ref();
        vec![
            client.into(),
            decision.id.to_string().into(),
            decision.note.as_str().into(),
            decision.kind.as_str().into(),
            decision.moment.day.into(),
            decision.moment.at.into(),
            decision.by.clone().into(),
            decision.statement.clone().into(),
            decision.reason.trim().into(),
            decision.standing.map(|standing| standing.as_str()).into(),
            decision.score.map_or(Cell::Empty, Cell::number),
            decision.covers.iter().map(ToString::to_string).collect::<Vec<_>>().into(),
            decision
                .because
                .iter()
                .map(|cited| cited.incident.to_string())
                .collect::<Vec<_>>()
                .into(),
            told.map(|told| told.on).into(),
            told.and_then(|told| told.how).map(Channel::as_str).into(),
            decision.consequence.clone().into(),
            decision.review_by.into(),
            decision.supersedes.as_ref().map(ToString::to_string).into(),
            decision.digest.to_string().into(),
        ]
    };
    known.decisions.iter().map(row).collect()
}
