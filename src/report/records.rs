//! What is on file, as a document shows it: incidents, facts, good moments, decisions.

use serde::Serialize;

use super::{Names, Sentence, rounded};
use crate::assess::Derived;
use crate::model::{
    Channel, Credit, Decision, DecisionId, DecisionKind, FlagId, Incident, IncidentId, Moment,
    Money, Severity, Status,
};

/// An incident that a note tells.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct IncidentView {
    /// Its id.
    pub id: IncidentId,
    /// When it happened.
    pub date: Moment,
    /// The red flags it shows.
    pub flags: Vec<FlagId>,
    /// How bad it was.
    pub severity: Severity,
    /// How sure the user is.
    pub status: Status,
    /// How it reached the user.
    pub channel: Option<Channel>,
    /// Their words.
    pub quote: Option<String>,
    /// What happened: plain text, paragraphs parted by blank lines.
    pub observed: String,
    /// How the user read it.
    pub reading: Option<String>,
    /// What the user did that played a part.
    pub our_part: Option<String>,
    /// Names of the exhibits.
    pub evidence: Vec<String>,
    /// Hours it cost.
    pub hours: Option<f64>,
    /// Money it cost.
    pub cost: Option<Money>,
    /// The note.
    pub note: String,
}

/// An incident that a fact makes.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DerivedView {
    /// Its id.
    pub id: IncidentId,
    /// The red flag.
    pub flag: FlagId,
    /// When it fell due.
    pub date: Moment,
    /// How bad it is.
    pub severity: Severity,
    /// How sure it is.
    pub status: Status,
    /// The fact it comes from.
    pub fact: Sentence,
    /// The note or table that tells the fact.
    pub source: String,
    /// Whether the fact lasts.
    pub ongoing: bool,
    /// Whether it is a late invoice that has since been paid.
    pub settled: bool,
}

/// A good moment.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct CreditView {
    /// When.
    pub date: Moment,
    /// What went well.
    pub text: String,
    /// The note.
    pub note: String,
}

/// A decision.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DecisionView {
    /// Its id.
    pub id: DecisionId,
    /// When.
    pub date: Moment,
    /// What was decided.
    pub kind: DecisionKind,
    /// Its one sentence.
    pub statement: Option<String>,
    /// Why.
    pub reason: String,
    /// The score on that day.
    #[serde(serialize_with = "maybe_rounded")]
    pub score: Option<f64>,
}

impl IncidentView {
    /// The view of an incident.
    pub fn of(incident: &Incident) -> Self {
        Self {
            id: incident.id.clone(),
            date: incident.moment,
            flags: incident.flags.clone(),
            severity: incident.severity,
            status: incident.status,
            channel: incident.channel,
            quote: incident.quote.clone(),
            observed: plain(&incident.observed),
            reading: incident.reading.as_deref().map(plain),
            our_part: incident.our_part.clone(),
            evidence: incident.evidence.iter().map(|name| plain(name)).collect(),
            hours: incident.hours,
            cost: incident.cost,
            note: incident.note.clone(),
        }
    }
}

impl DerivedView {
    /// The view of a derived incident.
    pub fn of(derived: &Derived, names: &Names) -> Self {
        Self {
            id: derived.id.clone(),
            flag: derived.flag.clone(),
            date: derived.moment,
            severity: derived.severity,
            status: derived.status,
            fact: Sentence::of(&derived.fact, names),
            source: derived.source.clone(),
            ongoing: derived.ongoing,
            settled: derived.settled,
        }
    }
}

impl CreditView {
    /// The view of a good moment.
    pub fn of(credit: &Credit) -> Self {
        Self { date: credit.moment, text: plain(&credit.text), note: credit.note.clone() }
    }
}

impl DecisionView {
    /// The view of a decision.
    pub fn of(decision: &Decision) -> Self {
        Self {
            id: decision.id.clone(),
            date: decision.moment,
            kind: decision.kind,
            statement: decision.statement.clone(),
            reason: plain(&decision.reason),
            score: decision.score,
        }
    }
}

/// A note's text without the marks that only links and headings of notes need.
pub(super) fn plain(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once("[[") {
        let Some((link, behind)) = after.split_once("]]").filter(|(link, _)| !link.contains('\n'))
        else {
            break;
        };
        plain.push_str(before);
        plain.push_str(link.rsplit('|').next().unwrap_or(link));
        rest = behind;
    }
    plain.push_str(rest);
    let unmarked = |line: &str| {
        let text = line.trim_start_matches('#');
        if text.len() < line.len() && text.starts_with(' ') {
            text.trim_start().to_owned()
        } else {
            line.to_owned()
        }
    };
    plain.trim().lines().map(unmarked).collect::<Vec<_>>().join("\n")
}

fn maybe_rounded<S: serde::Serializer>(
    number: &Option<f64>,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    match number {
        Some(number) => rounded(number, serializer),
        None => serializer.serialize_none(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_show_what_they_show_and_headings_lose_their_marks() {
        assert_eq!(plain("See [[a-note|the call]] and [[b]].\n"), "See the call and b.");
        assert_eq!(plain("## After\n#1 stays, [[so does this"), "After\n#1 stays, [[so does this");
    }
}
